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
    """The screen that is open: where the person went, else the date card, else the first open question."""
    return session.place("denial") or interview.beginning(session.case(), at())


def change(name: str) -> None:
    """Open one screen from the check, to come straight back."""
    session.go("denial.return", CHECK)
    session.go("denial", name)


def on(name: str) -> None:
    """From this screen to the next, or back to the check when only one answer was changed."""
    _move(session.place("denial.return") or interview.after(session.case(), at(), name))


def back(name: str) -> None:
    """From this screen to the one before, or back to the check."""
    _move(session.place("denial.return") or interview.before(session.case(), at(), name))


def resume() -> None:
    """From the date card to the first question that is still open."""
    _move(interview.first_open(session.case(), at()))


def _move(name: str) -> None:
    session.go("denial.return", None)
    session.go("denial", name)
    st.rerun()
