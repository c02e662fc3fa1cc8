"""The list of denied or changed treatments: one at a time, as many as the letter names."""

from collections.abc import Callable

import streamlit as st

from pages.parts import ask, letters, look, session
from qme_guide.case import Letter, Treatment
from qme_guide.documents.matter import item

FIELDS = ("name", "body_part", "drug", "decision")
TONES = {"denied": "stop", "changed": "soon", "unsure": "wait"}


def screen(at: int, on: Callable[[], None], back: Callable[[], None]) -> None:
    """The treatments of letter number `at` (from 0): the list, or the form for one of them."""
    letter = letters.case().letters[at]
    if session.place("treatment") is None and not letter.treatments:
        _begin(at, 0)
    if session.place("treatment") is None:
        _list(at, letter.treatments, on, back)
    else:
        _form(at, letter, session.place("treatment"), back)


def _begin(at: int, number: int) -> None:
    """Open the form for one treatment; a new one is added empty."""
    known = letters.case().letters[at].treatments
    if number == len(known):
        letters.keep({f"letters.{at}.treatments": (*known, Treatment())})
    session.go("treatment", number)


def _form(at: int, letter: Letter, number: int, back: Callable[[], None]) -> None:
    """The questions about one treatment; whether it is a medicine only when the letter may deny one."""
    words = session.words()
    asked = (name for name in FIELDS if name != "drug" or letter.drug != "no")
    paths = tuple(f"letters.{at}.treatments.{number}.{name}" for name in asked)
    went = ask.screen(f"treatment.{letter.id}.{number}", paths, optional=True, title=words.say("treat.title", number=number + 1))
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
    look.heading(words.say("treat.heading"))
    for number, one in enumerate(known):
        name = item(one) if one.name else words.say("treat.unnamed", number=number + 1)
        tag = look.tag(words.say(f"treat.{one.decision}"), TONES[one.decision]) if one.decision else ""
        with st.container(key=f"card-treatment-{number}", gap="xsmall"):
            look.show(f"<p><strong>{look.words(name)}</strong></p>", tag)
            st.button(words.say("treat.edit", name=name), key=f"edit.{at}.{number}", type="tertiary", on_click=_begin, args=(at, number))
            st.button(words.say("treat.remove", name=name), key=f"remove.{at}.{number}", type="tertiary", on_click=_remove, args=(at, number))
    st.button(words.say("treat.add"), key="add", on_click=_begin, args=(at, len(known)), width="stretch")
    if st.button(words.say("treat.done"), key="done", type="primary", width="stretch"):
        on()
    if st.button(words.say("ask.back"), key="back", width="stretch"):
        back()


def _remove(at: int, number: int) -> None:
    known = session.case().letters[at].treatments
    session.answer({f"letters.{at}.treatments": known[:number] + known[number + 1 :]})
