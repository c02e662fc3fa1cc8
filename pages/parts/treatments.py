"""The list of denied or changed treatments: one at a time, as many as the letter names."""

from collections.abc import Callable

import streamlit as st

from pages.parts import ask, look, session
from qme_guide.case import Treatment
from qme_guide.documents.matter import item

FIELDS = ("name", "body_part", "drug", "decision")


def screen(at: int, on: Callable[[], None], back: Callable[[], None]) -> None:
    """The treatments of letter number `at` (from 0): the list, or the form for one of them."""
    known = session.case().letters[at].treatments
    editing = session.place("treatment")
    if editing is None and not known:
        _begin(at, 0)
    if session.place("treatment") is None:
        _list(at, known, on, back)
    else:
        _form(at, session.place("treatment"), back)


def _begin(at: int, number: int) -> None:
    """Open the form for one treatment; a new one is added empty."""
    known = session.case().letters[at].treatments
    if number == len(known):
        session.answer({f"letters.{at}.treatments": (*known, Treatment())})
    session.go("treatment", number)


def _form(at: int, number: int, back: Callable[[], None]) -> None:
    words = session.words()
    paths = tuple(f"letters.{at}.treatments.{number}.{name}" for name in FIELDS)
    went = ask.screen(f"treatment.{at}.{number}", paths, optional=True, title=words.say("treat.title", number=number + 1))
    if went:
        session.go("treatment", None)
        _drop_empty(at)
        if went == ask.BACK and not session.case().letters[at].treatments:
            back()
        st.rerun()


def _drop_empty(at: int) -> None:
    kept = tuple(one for one in session.case().letters[at].treatments if one != Treatment())
    session.answer({f"letters.{at}.treatments": kept})


def _list(at: int, known: tuple[Treatment, ...], on: Callable[[], None], back: Callable[[], None]) -> None:
    words = session.words()
    look.heading(str(words.question("letters.treatments")["label"]))
    for number, one in enumerate(known):
        name = item(one) if one.name else words.say("treat.unnamed", number=number + 1)
        look.show(look.card(look.paragraph(name)))
        with st.container(horizontal=True, gap="small"):
            st.button(words.say("treat.edit", name=name), key=f"edit.{at}.{number}", on_click=_begin, args=(at, number))
            st.button(words.say("treat.remove", name=name), key=f"remove.{at}.{number}", on_click=_remove, args=(at, number))
    st.button(words.say("treat.add"), key="add", on_click=_begin, args=(at, len(known)), width="stretch")
    if st.button(words.say("treat.done"), key="done", type="primary", width="stretch"):
        on()
    if st.button(words.say("ask.back"), key="back", width="stretch"):
        back()


def _remove(at: int, number: int) -> None:
    known = session.case().letters[at].treatments
    session.answer({f"letters.{at}.treatments": known[:number] + known[number + 1 :]})
