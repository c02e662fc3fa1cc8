"""Events out: a table with the headings of the language, and a CSV file that a spreadsheet opens without harm."""

import csv
from collections.abc import Sequence
from datetime import date

from pandas import DataFrame

from qme_guide.answers import SEASONS, UNSURE
from qme_guide.case import Event
from qme_guide.tables.columns import CHOICES, COLUMNS, choice, heading
from qme_guide.tables.formulas import harmless
from qme_guide.words import Words

_TIMES = ("on", "until")


def frame(events: Sequence[Event], words: Words) -> DataFrame:
    """One row for each event in the order given, one column for each answer, all as text in this language; "" for no answer."""
    rows = [[_cell(column, getattr(event, column), words) for column in COLUMNS] for event in events]
    return DataFrame(rows, columns=[heading(column, words) for column in COLUMNS], dtype=str)


def to_csv(events: Sequence[Event], words: Words) -> bytes:
    """The same as a CSV file: UTF-8 with a mark at its head that Excel knows. `read_csv` gives back the very same events.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front, which `read_csv` takes away.
    """
    table = frame(events, words).map(harmless)
    text = table.to_csv(index=False, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    return text.encode("utf-8-sig", errors="replace")


def _cell(column: str, answer: date | str | None, words: Words) -> str:
    """An answer as it stands in a cell: days as 2026-03-16, months as 2026-03, seasons and choices in words."""
    if answer is None:
        return ""
    if column in CHOICES:
        return choice(column, str(answer), words)
    if column in _TIMES and answer == UNSURE:
        return words.say("table.unsure")
    if column in _TIMES and str(answer).endswith(SEASONS):
        return words.told(answer)
    return str(answer).replace("\0", "")  # with it no program takes the file for a table
