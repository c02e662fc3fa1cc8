"""What no step can mend for sure: the person says that somebody was asked, and that the request goes as it is.

It holds for one letter and for the answers as they were then; another answer ends it. It is kept for this visit only.
"""

from collections.abc import Sequence

import streamlit as st

from pages.parts import session
from qme_guide.case import Letter
from qme_guide.rules.preflight import Light

# The answers that each light stands on.
ABOUT = {"in_time": ("printed_on", "served_on", "postmarked_on", "received_on"), "conditional": ("conditional",), "asked_before": ("asked_before",)}


def noted(letter: Letter) -> frozenset[str]:
    """The lights about which the person asked somebody."""
    return frozenset(name for name in ABOUT if session.place(_place(name, letter)) == _answers(name, letter))


def show(letter: Letter, lights: Sequence[Light]) -> None:
    """A box to tick for each such light; the lights follow at once."""
    words, before = session.words(), noted(letter)
    open_ones = [light.name for light in lights if light.advisable]
    for name in ABOUT:
        ticked = name in open_ones and st.checkbox(words.say(f"light.ask_{name}"), value=name in before, key=f"ask.{name}.{letter.id}")
        session.note(_place(name, letter), _answers(name, letter) if ticked else None)
    if open_ones and noted(letter) != before:
        st.rerun()


def _place(name: str, letter: Letter) -> str:
    return f"advised.{name}.{letter.id}"


def _answers(name: str, letter: Letter) -> tuple[object, ...]:
    return tuple(getattr(letter, answer) for answer in ABOUT[name])
