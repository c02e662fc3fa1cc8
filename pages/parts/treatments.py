"""The list of denied or changed treatments: one at a time, as many as the letter names."""

from collections.abc import Callable
from html import escape

import streamlit as st

from pages.parts import ask, letters, look, session, undo
from pages.parts.markdown import typed
from qme_guide.case import Letter, Treatment
from qme_guide.documents.matter import item
from qme_guide.documents.names import apart

FIELDS = ("name", "body_part", "drug", "decision")
TONES = {"denied": "stop", "changed": "soon", "unsure": "wait"}


def screen(at: int, on: Callable[[], None], back: Callable[[], None]) -> None:
    """The treatments of letter number `at` (from 0): the list, or the form for one of them."""
    if not _known(at):
        _begin(at, 0)
    number = session.place("treatment")
    if number is None or number >= len(_known(at)):
        _list(at, _known(at), on, back)
    else:
        _form(at, letters.case().letters[at], number, back)


def _known(at: int) -> tuple[Treatment, ...]:
    """The treatments of a letter, with one that was only just begun."""
    return letters.case().letters[at].treatments


def _begin(at: int, number: int) -> None:
    """Open the form for one treatment; a new one is kept with its first answer."""
    if number == len(_known(at)):
        letters.begin(f"letters.{at}.treatments", Treatment())
    session.go("treatment", number)


def _form(at: int, letter: Letter, number: int, back: Callable[[], None]) -> None:
    """The questions about one treatment; whether it is a medicine only when the letter may deny one."""
    words = session.words()
    asked = (name for name in FIELDS if name != "drug" or letter.drug != "no")
    paths = tuple(f"letters.{at}.treatments.{number}.{name}" for name in asked)
    went = ask.screen(f"treatment.{letter.id}.{number}", paths, optional=True, title=words.say("treat.title", number=number + 1))
    if went:
        letters.stop()
        session.go("treatment", None)
        _drop_empty(at)
        if went == ask.BACK and not _known(at):
            back()
        st.rerun()


def _drop_empty(at: int) -> None:
    """A treatment that was kept and of which every answer was taken out again is gone."""
    if Treatment() in _known(at):
        session.answer({f"letters.{at}.treatments": tuple(one for one in _known(at) if one != Treatment())})


def _list(at: int, known: tuple[Treatment, ...], on: Callable[[], None], back: Callable[[], None]) -> None:
    words = session.words()
    look.heading(words.say("treat.heading"))
    names = apart([_name(one, number) for number, one in enumerate(known)], words)
    for number, (one, name) in enumerate(zip(known, names, strict=True)):
        tag = look.tag(words.say(f"treat.{one.decision}"), TONES[one.decision]) if one.decision else ""
        with st.container(key=f"card-treatment-{number}", gap="xsmall"):
            look.show(f"<p><strong>{escape(name)}</strong></p>", tag)
            st.button(words.say("treat.edit", name=typed(name)), key=f"edit.{at}.{number}", type="tertiary", on_click=_begin, args=(at, number))
            st.button(words.say("treat.remove", name=typed(name)), key=f"remove.{at}.{number}", type="tertiary", on_click=_remove, args=(at, number))
    st.button(words.say("treat.add"), key="add", on_click=_begin, args=(at, len(known)), width="stretch")
    if st.button(words.say("treat.done"), key="done", type="primary", width="stretch"):
        on()
    if st.button(words.say("ask.back"), key="back", width="stretch"):
        back()


def _name(one: Treatment, number: int) -> str:
    return item(one) if one.name else session.words().say("treat.unnamed", number=number + 1)


def _remove(at: int, number: int) -> None:
    path, known = f"letters.{at}.treatments", session.case().letters[at].treatments
    session.answer({path: known[:number] + known[number + 1 :]})
    undo.remember("denial.removed", {path: known}, name=_name(known[number], number))
