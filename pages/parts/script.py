"""The script beside the page: its language, Streamlit's own words, the keyboard focus, half-typed text, a warning before leaving.

Streamlit cannot be translated and does not move the focus; frame.js does both in the browser. What Streamlit says is
listed in streamlit_words.json, by the key under which our word files say it better ("builtin.").
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from pathlib import Path
from secrets import token_hex

import streamlit as st

from pages.parts import letters, session, standing
from qme_guide.words import LANGUAGES, load_words

_FOLDER = Path(__file__).parent
_THEIRS: Mapping[str, str] = json.loads((_FOLDER / "streamlit_words.json").read_text(encoding="utf-8"))


@cache
def _component() -> Callable[..., object]:
    return st.components.v2.component("frame", js=(_FOLDER / "frame.js").read_text(encoding="utf-8"))


@cache
def built_in(language: str) -> Mapping[str, str]:
    """What Streamlit says, in its own words or already in one of our languages, to how this language says it."""
    said = {name: load_words(language).say(f"builtin.{name}") for name in _THEIRS}
    ours = {load_words(one).say(f"builtin.{name}"): said[name] for one in LANGUAGES for name in _THEIRS}
    return {_THEIRS[name]: text for name, text in said.items()} | ours


def _mark() -> str:
    """A random mark of these answers: another one once they were erased, or another case was opened."""
    if session.held("mark") is None:
        session.fill("mark", token_hex())
    return session.held("mark")


def lines(alone: bool) -> str:
    """For the top of the page, above any field: what tells the lines of each list apart, as an attribute.

    The name of a field holds the place of its line, and another line has that place once one before it is removed.
    alone: as in `run`.
    """
    found = standing.lines(letters.without_begun()) if alone else {}
    begun, _ = session.place("begun") or ("", None)
    told = {path.replace(".", "-"): [*found.get(path, []), *([standing.NEW] if path == begun else [])] for path in filter(None, {**found, begun: []})}
    return f'data-lines="{escape(json.dumps(told))}"'


def run(language: str, place: str, unsaved: bool, alone: bool) -> None:
    """Run the script. `place`: the focus moves when it changes. `unsaved`: the browser asks before it leaves.

    alone: the tab keeps what is half typed, for there is one case in this visit.
    """
    told = {"language": language, "words": built_in(language), "place": place, "unsaved": unsaved, "whose": _mark() if alone else None}
    _component()(key="frame_helper", data=told | {"back": load_words(language).say("ask.back")})
