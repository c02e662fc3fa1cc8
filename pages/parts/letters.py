"""Which denial letter the screens are about, and moving through its questions."""

import streamlit as st

from pages.parts import session
from qme_guide import interview
from qme_guide.case import Letter

CHECK = "check"


def at() -> int:
    """The place in the list of the letter that is being told (from 0); the first one is made when there is none."""
    if not session.case().letters:
        _add()
    return min(session.place("letter", 0), len(session.case().letters[1:]))


def choose(number: int) -> None:
    """Speak about this letter from now on."""
    session.go("letter", number)
    session.go("denial", None)


def add() -> None:
    """Another letter, with its own date and papers."""
    _add()
    choose(len(session.case().letters[1:]))


def _add() -> None:
    known = session.case().letters
    numbers = [int(letter.id.partition("-")[-1]) for letter in known]
    session.answer({"letters": (*known, Letter(id=f"letter-{max(numbers, default=0) + 1}"))})


def screen() -> str:
    """The screen that is open: where the person went, else the first with an open question."""
    return session.place("denial") or interview.first_open(session.case(), at())


def change(name: str) -> None:
    """Open one screen from the check, to come straight back."""
    session.go("denial.return", CHECK)
    session.go("denial", name)


def on() -> None:
    """To the next screen, or back to the check when only one answer was changed."""
    _move(session.place("denial.return") or interview.after(session.case(), at(), screen()))


def back() -> None:
    """To the screen before, or back to the check."""
    _move(session.place("denial.return") or interview.before(session.case(), at(), screen()))


def _move(name: str) -> None:
    session.go("denial.return", None)
    session.go("denial", name)
    st.rerun()
