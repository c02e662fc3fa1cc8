"""The questions about a rating, one on each screen, and what was answered, with a way to change and to remove it."""

from functools import partial

import streamlit as st

from pages.parts import ask, look, session, show, undo
from qme_guide.rules.rating import about_issue

PLACE = "rating.step"
# The questions in the order of what happens; those that may stay open; and what follows on what.
EVENTS = ("received_on", "printed_on", "apportions", "evaluation_on", "judge_sent_on", "judge_back_on", "decision_served_on")
REASONS = ("grounds", "issue", "why")
OPTIONAL = ("printed_on", "evaluation_on", *REASONS)
THEN = {"received_on": "printed_on", "issue": "why"}


def go(name: str | None) -> None:
    """Open a question or a step by its name; None: where the rating stands."""
    session.note("rating.then", None)
    session.go(PLACE, name)


def change(name: str, then: str | None = None) -> None:
    """Open one question alone; after it, the step it was opened from."""
    session.go(PLACE, name)
    session.note("rating.then", (then,))


def button(name: str, kind: str = "secondary", label: str = "") -> None:
    """The button that opens a question."""
    words = session.words()
    st.button(label or words.say(f"rating.note_{name}"), key=f"note.{name}", on_click=go, args=(name,), type=kind, width="stretch")


def question(name: str, last: str) -> None:
    """One question, then the next of its walk. last: the step after the reasons."""
    path, optional = f"rating.{name}", name in OPTIONAL
    went = ask.screen(path, (path,), optional, skip=session.words().say("ask.skip_it") if optional else "")
    if not went:
        return
    alone = session.place("rating.then")
    if alone:
        go(*alone)
    elif went == ask.BACK:
        go(_before(name))
    else:
        go(_after(name) or (last if name in REASONS else None))
    st.rerun()


def _after(name: str) -> str | None:
    """The next question of the walk; which issue is asked only where a reason is about one."""
    if name == "grounds":
        return "issue" if about_issue(session.case().rating) else "why"
    return THEN.get(name)


def _before(name: str) -> str | None:
    """The question before this one."""
    walk = ("grounds", *(("issue",) if about_issue(session.case().rating) else ()), "why")
    if name in walk[1:]:
        return walk[walk.index(name) - 1]
    return next((first for first, second in THEN.items() if second == name), None)


def noted() -> None:
    """Every answer about what happened, each with a way to change and to remove it."""
    known, words = [name for name in EVENTS if session.case().answer(f"rating.{name}")], session.words()
    if not known:
        return
    with st.expander(words.say("rating.noted")):
        for name in known:
            label = words.say(f"rating.fact_{name}")
            look.show(look.paragraph(f"**{label}:** {show.said(f'rating.{name}')}"))
            st.button(words.say("denial.change", what=label), key=f"change.{name}", type="tertiary", on_click=partial(change, name))
            st.button(words.say("rating.remove", what=label), key=f"remove.{name}", type="tertiary", on_click=_remove, args=(name, label))


def _remove(name: str, label: str) -> None:
    path = f"rating.{name}"
    before = session.case().answer(path)
    session.answer({path: None})
    undo.remember("rating.removed", {path: before}, what=label)
