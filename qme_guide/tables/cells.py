"""One cell of a table of events, read as the kind of answer its column takes. What cannot be read is said, never guessed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from qme_guide import fields
from qme_guide.tables import times
from qme_guide.tables.columns import plain, values

Answers = Mapping[str, date | str]

_ID = re.compile(r"[a-z0-9-]{1,40}")
_STEP = re.compile(r"(\d+)([.,]0+)?(\s*/\s*10)?")
_SHOWN = len("What a person wrote in a cell, cut to a length that still shows where it stands.")


@dataclass(frozen=True)
class Unread:
    """Why a cell was left empty: the key of a message under `errors` and its facts."""

    key: str
    facts: Mapping[str, object] = field(default_factory=dict)


def read_cell(column: str, text: str, order: times.Order | None, years: tuple[int, int]) -> Answers | times.Which | Unread:
    """The answers in a cell by their names, none for an empty one. years: the first and the last that a date may have."""
    kind, whole, text = _kind(column), text, text.strip()
    if not text:
        return {}
    if kind.kind == "moment":
        return _moment(column, text, order, years)
    if kind.kind == "scale":
        step = _STEP.fullmatch(text)
        return {column: str(int(step[1]))} if step and str(int(step[1])) in kind.values else Unread("table_scale", _shown(text))
    if kind.kind == "choice":
        value = values(column).get(plain(text))
        return {column: value} if value else Unread("table_choice", _shown(text) | {"words": column})
    if len(whole) > kind.limit:
        return Unread("text_too_long", {"count": len(whole), "limit": kind.limit})
    return {column: whole}


@cache
def _kind(column: str) -> fields.Field:
    return fields.field(f"events.{column}")


def is_id(text: str) -> bool:
    """The text can name a line of the case."""
    return bool(_ID.fullmatch(text))


def unread(key: str, text: str) -> Unread:
    """Why this cell was left empty."""
    return Unread(key, _shown(text))


def _moment(column: str, text: str, order: times.Order | None, years: tuple[int, int]) -> Answers | times.Which | Unread:
    found = times.read_moment(text, order, years)
    if isinstance(found, times.Which):
        return found
    if isinstance(found, times.Unread):
        first, last = years
        return Unread(found.key, _shown(text) | {"first": first, "last": last})
    if found.near is None:
        return {column: found.moment}
    return {column: found.moment, "near": found.near} if column == "on" else Unread("table_date", _shown(text))


def _shown(text: str) -> dict[str, object]:
    """The text of a cell for its message, cut where it is long."""
    return {"value": text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."}
