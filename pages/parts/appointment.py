"""The questions about one appointment, one idea a screen, and moving among them and its card.

An appointment is kept with its first answer. It begins with the chosen doctor of the newest panel, for the person to
look at. Two questions stand at its panel: when it was asked for, and whether a later date is accepted.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.parts import ask, letters, session
from qme_guide.case import Exam, Panel
from qme_guide.rules.panel import chosen, panel_of

CARD = "card"


@dataclass(frozen=True)
class Step:
    """A screen: its name, the answers it asks for, for which appointments, and whether they may stay empty."""

    name: str
    fields: tuple[str, ...]
    when: Callable[[Exam, Panel | None], bool] = lambda exam, panel: True
    optional: bool = False
    later: bool = False


def _typed(exam: Exam, panel: Panel | None) -> bool:
    """The doctor's name has to be typed: it is none of a panel, and no panel has a chosen one."""
    return not (panel and (chosen(panel) or exam.doctor in {one.id for one in panel.doctors}))


STEPS = (
    Step("when", ("exams.{exam}.on", "exams.{exam}.at")),
    Step("doctor", ("exams.{exam}.doctor",), _typed, optional=True),
    Step("place", ("exams.{exam}.place",), optional=True),
    Step("asked", ("panels.{panel}.requested_on", "panels.{panel}.booked_on"), lambda exam, panel: panel is not None, optional=True),
    Step("notice", ("exams.{exam}.notice_on",), optional=True),
    Step("interpreter", ("exams.{exam}.interpreter",)),
    Step("language", ("exams.{exam}.language",), lambda exam, panel: exam.interpreter == "yes", optional=True),
    Step("travel", ("exams.{exam}.travel", "exams.{exam}.lost_wages")),
    Step("later", ("panels.{panel}.accepts_later",), lambda exam, panel: panel is not None, later=True),
)


def opened() -> Exam | None:
    """The appointment whose screen is open: where the person went, else the last one."""
    at, _ = session.place("appointment") or ("", "")
    known = letters.case().exams
    return next((one for one in known if one.id == at), next(reversed(session.case().exams), None))


def go(exam: Exam, step: str, back: bool = False) -> None:
    """Open a screen of an appointment. `back`: only this answer is changed, from the card."""
    letters.stop()
    session.note("appointment.back", back)
    session.go("appointment", (exam.id, step))


def screen_open() -> str:
    """The name of the screen that is open: of a step, of the details for a letter, or of the card."""
    _, name = session.place("appointment") or ("", "")
    return name


def step_open() -> Step | None:
    return next((one for one in STEPS if one.name == screen_open()), None)


def paths(exam: Exam, step: Step) -> tuple[str, ...]:
    """Where the answers of a screen stand in the case."""
    known = letters.case()
    panel = panel_of(known, exam)
    at = {"exam": known.exams.index(exam), "panel": known.panels.index(panel) if panel else ""}
    return tuple(path.format(**at) for path in step.fields)


def question(exam: Exam, step: Step) -> None:
    """One screen of questions, and the way on from it."""
    words = session.words()
    title = words.say(f"appointment.ask_{step.name}") if step.fields[1:] else ""
    skip = words.say("appointment.not_yet") if step.name == "notice" else words.say("ask.skip_it") if step.optional else ""
    went = ask.screen(f"{exam.id}.{step.name}", paths(exam, step), optional=step.optional, title=title, skip=skip)
    if went:
        _after(exam.id, step, forward=went == ask.ON)
        st.rerun()


def _after(name: str, step: Step, forward: bool) -> None:
    """To the next question, or back to the card when only one answer was changed; from the first one back, nothing is kept."""
    known = session.case()
    now = next((one for one in known.exams if one.id == name), None)
    if now is None:
        letters.stop()
        session.go("appointment", None)
        return
    steps = [one for one in STEPS if one == step or (not one.later and one.when(now, panel_of(known, now)))]
    follows = steps[steps.index(step) :] if forward else steps[: steps.index(step) + 1][::-1]
    target = next(iter(follows[1:]), None)
    only = session.place("appointment.back") and not (forward and step.name == "interpreter" and now.interpreter == "yes")
    if target and not only and not step.later:
        session.go("appointment", (name, target.name))
    else:
        session.go("appointment", (name, CARD))
