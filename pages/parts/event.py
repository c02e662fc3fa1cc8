"""The questions about one event of the timeline, one idea a screen, and moving among them, its card and the list.

An event is kept with its first answer, and not when nothing but its kind was said. While it is told for the first time,
only the questions that its kind calls for come; its card leads to all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

import streamlit as st

from pages.parts import ask, letters, picking, session
from pages.parts.event_name import called
from qme_guide.answers import EventKind
from qme_guide.case import Event
from qme_guide.paths import free_id

PLACE, CARD, BESIDE, PAPER = "event", "card", "beside", "paper"
KINDS = get_args(EventKind)
FELT, LASTED, SYMPTOM = ("injury", "symptom"), ("care", "work"), ("symptom",)


@dataclass(frozen=True)
class Step:
    """A screen: its name, the answers it asks for, and for which kinds and events it comes by itself."""

    name: str
    fields: tuple[str, ...]
    kinds: tuple[str, ...] = KINDS
    when: Callable[[Event], bool] = lambda event: True


STEPS = (
    Step("kind", ("kind",), kinds=()),
    Step("when", ("on", "near")),
    Step(BESIDE, ("near", "beside"), kinds=()),
    Step("until", ("until",), LASTED),
    Step("what", ("what", "body_part")),
    Step("pain", ("rest", "active", "worst"), FELT),
    Step("course", ("often", "lasts", "stops"), SYMPTOM),
    Step("days", ("good_day", "bad_day"), SYMPTOM),
    Step("source", ("source",)),
    Step("told_by", ("told_by",), when=lambda event: event.source == "told"),
    Step(PAPER, ("record", "proof"), when=lambda event: event.source == "paper"),
    Step("private", ("private",)),
)
_OWN = {BESIDE: picking.beside, PAPER: picking.paper}


def opened() -> Event | None:
    """The event whose screen is open."""
    at, _ = session.place(PLACE) or ("", "")
    return next((one for one in letters.case().events if one.id == at), None)


def step_open() -> Step | None:
    """The question that is open about the open event; None for its card."""
    _, name = session.place(PLACE)
    return next((one for one in STEPS if one.name == name), None)


def add(kind: str) -> None:
    """A new event of this kind; its first question is when it was."""
    new = Event(id=free_id("event", {one.id for one in session.case().events}), kind=kind)
    go(new.id, "when")
    letters.begin("events", new)


def go(event: str, step: str, back: bool = False) -> None:
    """Open a screen of an event. `back`: only this answer is changed, from the card."""
    letters.stop()
    session.note("timeline", None)
    session.note("event.back", back)
    session.go(PLACE, (event, step))


def to_list() -> None:
    """Back to the list; an event of which nothing but the kind was said is not kept."""
    letters.stop()
    known = session.case().events
    if bare := [one for one in known if one == Event(id=one.id, kind=one.kind)]:
        session.answer({"events": tuple(one for one in known if one not in bare)})
    session.note("timeline", None)
    session.go(PLACE, None)


def path(event: Event, name: str) -> str:
    """Where an answer about an event stands in the case."""
    return f"events.{letters.case().events.index(event)}.{name}"


def question(event: Event, step: Step) -> None:
    """One screen of questions, and the way on from it."""
    words = session.words()
    if step.name in _OWN:
        went = _OWN[step.name](event, path(event, ""))
    else:
        fields = [name for name in step.fields if not (name == "near" and event.beside)]
        title = words.say(f"timeline.ask_{step.name}") if fields[1:] else ""
        went = ask.screen(f"{event.id}.{step.name}", tuple(path(event, name) for name in fields), optional=step.name != "kind", title=title)
    if step.name == "when" and not event.on and session.case().events and letters.case().events[1:]:
        st.button(words.say("timeline.only_beside"), key="only_beside", on_click=_to_beside, args=(event,), width="stretch")
    if went:
        _after(event, step, forward=went == ask.ON)
        st.rerun()


def _to_beside(event: Event) -> None:
    """The way of those who know no date: the event is kept, for it is told beside another."""
    letters.keep({path(event, "near"): None})
    session.go(PLACE, (event.id, BESIDE))


def _after(event: Event, step: Step, forward: bool) -> None:
    """To the next question, or back to the card when only one answer was changed; from the last to the list."""
    now = next((one for one in session.case().events if one.id == event.id), None)
    if now is None:
        to_list()
        return
    if session.place("event.back"):
        session.go(PLACE, (now.id, _belongs(event, now) if forward else CARD))
        return
    steps = [one for one in STEPS if one == step or (now.kind in one.kinds and one.when(now))]
    at = steps.index(step)
    rest = steps[at + 1 :] if forward else steps[:at][::-1]
    if rest:
        session.go(PLACE, (now.id, rest[0].name))
        return
    to_list()
    session.note("timeline.near", now.id)
    if forward and now in session.case().events:
        session.tell("timeline.kept", name=called(now))


def _belongs(before: Event, now: Event) -> str:
    """The screen that belongs to an answer that was just changed; else the card."""
    follows = {"told": "told_by", "paper": PAPER}
    return follows.get(now.source, CARD) if now.source != before.source else CARD
