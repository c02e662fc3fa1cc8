"""The language a person of the sitting reads best: said on the board by whoever asked them. What their file was saved in is no answer."""

from functools import partial
from typing import get_args

import streamlit as st

from pages.parts import clients, session
from pages.parts.clinic_client import Client
from qme_guide.answers import Speaks
from qme_guide.board import BoardRow
from qme_guide.tables import board


def told(one: Client, found: BoardRow) -> str:
    """What the worker said, or that nobody asked, and in which language the file was saved."""
    words = session.words()
    said = board.language(found, words)
    return words.say(f"clinic.saved_in_{one.spoken}", said=said) if one.spoken and not found.language else said


def ask(one: Client) -> None:
    """A list to say it; it stands in the case at once."""
    words, known, now = session.words(), get_args(Speaks), one.case.worker.language
    key = f"clinic.speaks.{one.number}"
    at = known.index(now) if now in known else None
    st.selectbox(
        words.question("worker.language")["label"], known, index=at, key=key, format_func=lambda name: words.say(f"board.language.{name}"),
        placeholder=words.say("board.language.none"), on_change=partial(_say, one.key, key),
    )  # fmt: skip


def _say(person: str, key: str) -> None:
    if one := clients.open_cases().get(person):
        clients.change(person, one.case.answers({"worker.language": session.held(key)}), one.papers)
