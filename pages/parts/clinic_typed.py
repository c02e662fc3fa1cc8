"""What somebody typed into a form and did not send yet: the browser tells it when the page is left in the middle of a form.

Only while several people's cases are open, so that switching loses nothing. Nothing that the browser tells is trusted: it
only fills fields that the page has, and the person still has to go on from there.
"""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import streamlit as st

from pages.parts import clinic_piece, session, widgets
from pages.parts.markdown import plain
from qme_guide.fields import field

_WIDGET = "half_typed"
_SIGNS = re.compile(r"[^a-zA-Z0-9_-]")


@cache
def _component() -> Callable[..., object]:
    return st.components.v2.component("clinic_typed", js=Path(__file__).with_name("clinic_typed.js").read_text(encoding="utf-8"))


def run() -> None:
    """Listen on this page. Part of the frame."""
    _component()(key=_WIDGET, data={}, on_typed_change=_hear)


def _hear() -> None:
    """The browser told what stands in the fields."""
    told = session.held(_WIDGET) or {}
    page, known = clinic_piece.left()
    said = _read(told.get("typed"))
    found = {key: value for key in known if (value := _value(key, said.get(_SIGNS.sub("-", key)), known[key])) is not None}
    clinic_piece.told(page, found)


def _read(told: object) -> Mapping[str, object]:
    """What the browser told, as names and texts; nothing when it is anything else."""
    try:
        found = json.loads(told) if isinstance(told, str) else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _value(key: str, said: object, before: object) -> object:
    """What a field holds, in the way its widget keeps it; None where nothing was told or it makes no sense."""
    if isinstance(before, bool) or isinstance(said, bool):
        return said if isinstance(said, bool) and isinstance(before, bool) else None
    if not isinstance(said, str):
        return None
    if key.endswith(".month"):
        return widgets.month_number(said)
    if (choices := _choices(key)) or before is None:
        return next((value for value, label in choices.items() if label == said), None)
    return said if isinstance(before, str) else None


def _choices(key: str) -> Mapping[str, str]:
    """The choices of the question that a field is for, with their words; none where it is no question with choices."""
    path, words = key.removeprefix("q."), session.words()
    try:
        found = field(path)
        return {value: plain(words.choice(path, value)) for value in found.values}
    except (KeyError, ValueError, AttributeError, IndexError):
        return {}
