"""A day, month, season or year as people and spreadsheets write it in a cell. Nothing is guessed: 3/4/25 is asked about.

Two digits of a year are read as the one year they can mean within the years that are taken.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from qme_guide.answers import UNSURE
from qme_guide.tables.columns import months, plain, seasons, small_words, unsure, values

Order = Literal["day_first", "month_first"]
_HOUR = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[apAP]\.?[mM]\.?)?$")
_PIECES = re.compile(r"[^\W\d_]+|\d+")
_YEAR = len("2026")
_SHORT_YEAR = len("26")
_MONTHS = date.max.month


@dataclass(frozen=True)
class Which:
    """A date that can be two days: as it stands in the file, read day first, and read month first."""

    text: str
    day_first: date
    month_first: date


@dataclass(frozen=True)
class Said:
    """What a cell says: a moment, and "about", "before" or "after" where it says so too."""

    moment: date | str
    near: str | None = None


@dataclass(frozen=True)
class Unread:
    """The key of a message under `errors`."""

    key: str


def read_moment(text: str, order: Order | None, years: tuple[int, int]) -> Said | Which | Unread:
    """What a cell says about a time. years: the first and the last that are taken."""
    if plain(text) in unsure():
        return Said(UNSURE)
    pieces = _PIECES.findall(_HOUR.sub("", text.strip()))
    letters = [plain(piece) for piece in pieces if not piece.isdecimal()]
    numbers = [piece for piece in pieces if piece.isdecimal()]
    said = [word for word in letters if word not in small_words()]
    near = [values("near")[word] for word in said if word in values("near")]
    names = [word for word in said if word not in values("near")]
    if len(near) > 1 or len(names) > 1 or not numbers:
        return Unread("table_date")
    found = _named(names[0], pieces, numbers, years) if names else _numbers(text, numbers, order, years)
    return Said(found, near[0] if near else None) if isinstance(found, (date, str)) else found


def _named(name: str, pieces: Sequence[str], numbers: Sequence[str], years: tuple[int, int]) -> date | str | Unread:
    """With the name of a month or a season."""
    if name in seasons() and len(numbers) == 1:
        return _joined(numbers[0], seasons()[name], years)
    if name not in months():
        return Unread("table_date")
    month = months()[name]
    if len(numbers) == 1:
        comes_first = pieces[0] == numbers[0] and len(numbers[0]) < _YEAR
        return Unread("table_date") if comes_first else _joined(numbers[0], f"{month:02d}", years)
    if len(numbers) > len(("day", "year")):
        return Unread("table_date")
    year, day = numbers if len(numbers[0]) == _YEAR else reversed(numbers)
    return _day(year, month, int(day), years)


def _numbers(text: str, numbers: Sequence[str], order: Order | None, years: tuple[int, int]) -> date | str | Which | Unread:
    """With digits alone."""
    long = [len(number) == _YEAR for number in numbers]
    match numbers:
        case [year] if long[0]:
            return _joined(year, "", years)
        case [year, month] if long == [True, False]:
            return _month(year, month, years)
        case [month, year] if long == [False, True]:
            return _month(year, month, years)
        case [year, month, day] if long == [True, False, False]:
            return _day(year, int(month), int(day), years)
        case [one, two, year] if not (long[0] or long[1]):
            return _either(text, (int(one), int(two)), year, order, years)
    return Unread("table_date")


def _either(text: str, pair: tuple[int, int], year: str, order: Order | None, years: tuple[int, int]) -> date | Which | Unread:
    """Two numbers that are a day and a month, and a year behind them."""
    one, two = pair
    day_first, month_first = _day(year, two, one, years), _day(year, one, two, years)
    if isinstance(day_first, Unread) or (isinstance(month_first, date) and order == "month_first"):
        return month_first
    if isinstance(month_first, Unread) or order == "day_first" or day_first == month_first:
        return day_first
    return Which(text.strip(), day_first, month_first)


def _month(year: str, month: str, years: tuple[int, int]) -> str | Unread:
    return _joined(year, f"{int(month):02d}", years) if 0 < int(month) <= _MONTHS else Unread("table_date_not_real")


def _joined(year: str, part: str, years: tuple[int, int]) -> str | Unread:
    """A year, or a year with its month or season, as the case keeps it."""
    whole = _whole_year(year, years)
    if isinstance(whole, Unread):
        return whole
    return f"{whole:0{_YEAR}d}-{part}" if part else f"{whole:0{_YEAR}d}"


def _day(year: str, month: int, day: int, years: tuple[int, int]) -> date | Unread:
    whole = _whole_year(year, years)
    if isinstance(whole, Unread):
        return whole
    try:
        return date(whole, month, day)
    except ValueError:
        return Unread("table_date_not_real")


def _whole_year(year: str, years: tuple[int, int]) -> int | Unread:
    """A year of four digits, or of two where they can mean only one of the years that are taken."""
    centuries = {str(one)[:_SHORT_YEAR] for one in years} if len(year) == _SHORT_YEAR else {""}
    can_be = [int(century + year) for century in centuries if years[0] <= int(century + year) <= years[-1]]
    if len(year) not in (_SHORT_YEAR, _YEAR):
        return Unread("table_date")
    return can_be[0] if len(can_be) == 1 else Unread("table_date_year")
