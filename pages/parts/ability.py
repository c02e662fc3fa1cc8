"""The questions about one part of daily life or work, a few to a screen, and moving among them, its card and the list.

A part that nobody told of before is kept with its first answer. What is told as before the injury keeps no details.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.parts import ability_at, ask, job, letters, look, session
from pages.parts.ability_at import CARD, MAIN, ONE, PLACE, named
from pages.parts.markdown import typed
from qme_guide.case import Ability, Function
from qme_guide.documents.names import apart
from qme_guide.rules import function as rules

TASK = "task"


def _changed(one: Ability, function: Function) -> bool:
    return one.now != rules.AS_BEFORE


@dataclass(frozen=True)
class Step:
    """A screen: its name, the answers it asks for, and for which parts."""

    name: str
    fields: tuple[str, ...]
    when: Callable[[Ability, Function], bool] = _changed


STEPS = (
    Step(MAIN, ("now", "before"), lambda one, function: True),
    Step("limits", ("minutes", "amount"), lambda one, function: _changed(one, function) and one.what not in rules.NO_LIMITS),
    Step("days", ("example", "good_day", "bad_day")),
    Step(TASK, ("task",), lambda one, function: one.what in rules.WORK and bool(function.job.tasks)),
)


def opened() -> Ability | None:
    """The part whose screen is open."""
    kind, what, *_ = session.place(PLACE) or ("", "")
    return rules.ability(letters.case().function, what) if kind == ONE else None


def step_open() -> Step | None:
    """The questions that are open; None for the card."""
    *_, name = session.place(PLACE)
    return next((one for one in STEPS if one.name == name), None)


def change(what: str, step: str) -> None:
    """Open one screen of questions from the card, to come straight back."""
    session.note("function.back", True)
    session.go(PLACE, (ONE, what, step))


def path(one: Ability, name: str) -> str:
    """Where an answer about a part stands in the case."""
    return f"function.abilities.{letters.case().function.abilities.index(one)}.{name}"


def question(one: Ability, step: Step) -> None:
    """One screen of questions, and the way on from it."""
    words, fresh = session.words(), rules.ability(session.case().function, one.what) is None
    if one.what in rules.SENSITIVE and step.name == MAIN:
        look.show(look.notice(words.say("function.sensitive"), "next"))
    if step.name == TASK:
        went = _ask_task(one)
    else:
        look.show(look.paragraph(words.say(f"function.ask_{step.name}"), soft=True))
        paths = tuple(path(one, name) for name in step.fields)
        went = ask.screen(f"{one.id}.{step.name}", paths, optional=True, title=named(one.what), skip=words.say("ask.skip_it"))
    if step.name == MAIN and one.what in rules.DAILY:
        st.button(words.say("function.not_speak"), key="not_speak", type="tertiary", on_click=ability_at.skip, args=(one.what,))
    if went:
        if fresh:
            ability_at.keep_no_empty(one.what)
        _after(one.what, step, STEPS if went == ask.ON else STEPS[::-1])
        st.rerun()


def _ask_task(one: Ability) -> str | None:
    """Which task of the job asks for it: one of those on the list, or none."""
    words, label = session.words(), session.words().say("function.which_task")
    tasks = session.case().function.job.tasks
    names = {task.id: typed(name) for task, name in zip(tasks, apart([job.called(task) for task in tasks], words), strict=True)}
    choices = [*names, ""]
    look.heading(named(one.what))
    with st.form(f"form.{one.id}.task", border=False):
        look.subheading(label)
        look.show(look.paragraph(words.say("function.which_task_why"), soft=True))
        at = choices.index(one.task) if one.task in choices else None
        chosen = st.radio(label, choices, index=at, key=f"q.{one.id}.task", format_func=lambda task: names.get(task) or words.say("function.no_task"), label_visibility="collapsed")
        went_on = st.form_submit_button(words.say("ask.continue"), type="primary", width="stretch")
        went_back = st.form_submit_button(words.say("ask.back"), width="stretch")
    if went_on:
        letters.keep({path(one, TASK): chosen or None})
    return ask.ON if went_on else ask.BACK if went_back else None


def _after(what: str, step: Step, way: tuple[Step, ...]) -> None:
    """From this screen to the next, or back to the card when only one answer was changed; from the last to the list."""
    function = letters.case().function
    one, forward = rules.ability(function, what), way is STEPS
    rest = [other.name for other in way[way.index(step) :][1:] if other.when(one, function)]
    if forward and step.name == MAIN and one.now == rules.AS_BEFORE:
        ability_at.as_before(what)
    elif session.place("function.back"):
        session.go(PLACE, (ONE, what, CARD))
    elif rest:
        session.go(PLACE, (ONE, what, rest[0]))
    else:
        ability_at.to_list()
    ability_at.speak(what)
