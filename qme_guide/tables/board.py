"""The board of a clinic as a table: to read on a screen, to filter, to count, and as a CSV file without any medical detail.

Only what a row says goes in: no treatment, no part of the body, no doctor, no number of a claim; names only where asked.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from pandas import DataFrame

from qme_guide.board import EXAM_DAY, BoardRow, initials
from qme_guide.rules import imr
from qme_guide.tables.formulas import harmless
from qme_guide.words import Words

COLUMNS = ("client", "language", "day", "left", "what", "step", "missing", "minutes", "flags")
_BETWEEN = "; "
_NUMBER = re.compile(r"-?[0-9]+")
Numbers = Mapping[str, int]
_IN_ORDER: Numbers = MappingProxyType({})


@dataclass(frozen=True)
class Wanted:
    """Which rows are wanted; None or nothing wants all. within: days from today, past ones and those whose day is not known
    among them. language: of the worker ("" for one not told). road: of the next step. flag: a key of FLAGS. lacking: something is missing."""

    within: int | None = None
    language: str | None = None
    road: str | None = None
    flag: str | None = None
    lacking: bool = False


def filtered(rows: Sequence[BoardRow], wanted: Wanted) -> tuple[BoardRow, ...]:
    """The rows that are wanted, in the order given."""
    return tuple(row for row in rows if _wants(wanted, row))


def frame(rows: Sequence[BoardRow], words: Words, names: bool = False, numbers: Numbers = _IN_ORDER) -> DataFrame:
    """One line for each row in the order given, as text in this language; the index is the key of the case.

    names: the worker's name as typed; else the number and the initials. numbers: by key of the case; else in the order.
    """
    lines = [[_cell(column, number, row, words, names) for column in COLUMNS] for number, row in _numbered(rows, numbers)]
    return DataFrame(lines, index=[row.key for row in rows], columns=[heading(column, words) for column in COLUMNS], dtype=str)


def to_csv(rows: Sequence[BoardRow], words: Words, names: bool = False, numbers: Numbers = _IN_ORDER) -> bytes:
    """The same as a CSV file: UTF-8 with a mark at its head, safe against formulas. Without keys, medical detail and, unless asked, names or initials."""
    told = frame(rows, words, names, numbers)
    if not names:
        told[heading("client", words)] = [words.say("board.client", number=number) for number, _ in _numbered(rows, numbers)]
    told[heading("what", words)] = [_in_short(row, words) for row in rows]
    text = told.map(_safe).to_csv(index=False, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    return text.encode("utf-8-sig", errors="replace")


def _safe(cell: str) -> str:
    """A number stays one, also below zero; anything else is made harmless."""
    return cell if _NUMBER.fullmatch(cell) else harmless(cell)


def _in_short(row: BoardRow, words: Words) -> str:
    """What the day is for, without saying whether a medicine was denied."""
    first, *_ = imr.RULES
    return what(replace(row, rule=first) if row.rule in imr.RULES else row, words)


def tally(rows: Sequence[BoardRow], words: Words) -> DataFrame:
    """How many clients, by the part of the road, by language, by flag, and how the dates stand. No name, no key, no day."""
    counts: dict[tuple[str, str], int] = {(words.say("board.tally.all"), ""): len(rows)}
    for row in rows:
        told = [("road", words.say(f"board.road.{row.road}")), ("language", language(row, words)), ("dates", words.say(f"board.dates.{_state(row)}"))]
        told += [("flags", words.say(f"board.flag.{flag}")) for flag in row.flags]
        for group, value in told:
            place = words.say(f"board.tally.{group}"), value
            counts[place] = counts.get(place, 0) + 1
    for name in ("met", "late"):
        counts[words.say("board.tally.sent"), words.say(f"board.sent.{name}")] = sum(getattr(row, name) for row in rows)
    lines = sorted(((*place, count) for place, count in counts.items()), key=_order)
    return DataFrame(lines, columns=[words.say(f"board.tally.{name}") for name in ("group", "what", "count")])


def heading(column: str, words: Words) -> str:
    """The name of a column."""
    return words.say(f"board.column.{column}")


def language(row: BoardRow, words: Words) -> str:
    """What the worker reads best, in words."""
    told = row.language or "none"
    return words.say(f"board.language.{told}")


def what(row: BoardRow, words: Words) -> str:
    """What the soonest day is for; empty without one."""
    if not row.rule:
        return words.say("board.undated") if row.undated else ""
    return words.say("board.exam_day") if row.rule == EXAM_DAY else words.clock(row.rule, "title")


def client(row: BoardRow, number: int, words: Words, names: bool) -> str:
    """How a client is called: by name where asked, else by number and initials."""
    short = row.name if names and row.name else initials(row.name)
    return words.say("board.client_named", number=number, name=short) if short else words.say("board.client", number=number)


def _numbered(rows: Sequence[BoardRow], numbers: Numbers) -> list[tuple[int, BoardRow]]:
    return [(numbers.get(row.key, place), row) for place, row in enumerate(rows, start=1)]


def _cell(column: str, number: int, row: BoardRow, words: Words, names: bool) -> str:
    match column:
        case "client":
            return client(row, number, words, names)
        case "language":
            return language(row, words)
        case "day":
            return words.day(row.day) if row.day else words.say("board.no_day")
        case "left":
            return "" if row.left is None else str(row.left)
        case "what":
            return what(row, words)
        case "step":
            return words.say(f"road.{row.step}") if row.step else words.say("board.no_step")
        case "missing":
            return _BETWEEN.join(words.say(f"board.missing.{name}") for name in row.missing)
        case "minutes":
            return str(row.minutes) if row.minutes or not row.step else ""
        case _:
            return _BETWEEN.join(words.say(f"board.flag.{name}") for name in row.flags)


def _wants(wanted: Wanted, row: BoardRow) -> bool:
    soon = wanted.within is None or row.unknown or (row.left is not None and row.left <= wanted.within)
    speaks = wanted.language is None or (row.language or "") == wanted.language
    road = wanted.road is None or row.road == wanted.road
    return soon and speaks and road and (wanted.flag is None or wanted.flag in row.flags) and bool(row.missing or not wanted.lacking)


def _state(row: BoardRow) -> str:
    """How the soonest day stands: past, today, ahead, not known, none."""
    if row.left is None:
        return "undated" if row.undated else "none"
    return "past" if row.left < 0 else "today" if row.left == 0 else "ahead"


def _order(line: tuple[str, str, int]) -> tuple[str, int, str]:
    group, value, count = line
    return group, -count, value
