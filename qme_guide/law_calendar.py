"""The closed days: which days offices, courts or both are closed, and where our list begins and ends.

The table knows three tags per day: a (State offices), b (courts), c (named in Gov. Code 6700 only). The history
before the table tags every day a and b; before the history only weekends are known. After the table nothing is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from qme_guide.content import Entry
from qme_guide.days import DAY, WEEKEND, is_weekend, nth_open, roll
from qme_guide.law_models import Checked, Day, Filled

Weekday = Literal["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
OFFICES, COURTS = "a", "b"
Tags = Annotated[tuple[Literal["a", "b", "c"], ...], Field(min_length=1)]


class BeyondTable(Exception):
    """A look at a day after the last day of the table of closed days. It carries no day: that may be a person's."""


class Span(Entry):
    """From one day to another, both counted."""

    from_: Day = Field(alias="from")
    to: Day


class PastDay(Entry):
    """A day of the history. `id`: the key of its name in content/en and content/es."""

    day: Day
    id: Filled


class ClosedDay(PastDay):
    """A line of the table. `part`: closed for some hours only, which counts like a whole day."""

    weekday: Weekday
    tags: Tags
    part: bool = False


class History(Entry):
    """The days before the table, computed by rule: every result that looked at one is approximate."""

    covers: Span
    tags: Tags
    status: Filled
    days: tuple[PastDay, ...]


class ClosedDays(Checked):
    """The file closed_days.yaml."""

    covers: Span
    days: tuple[ClosedDay, ...]
    history: History

    def lines(self) -> Iterator[tuple[date, str, tuple[str, ...]]]:
        """Every listed day with its id and tags, history first."""
        for past in self.history.days:
            yield past.day, past.id, self.history.tags
        for line in self.days:
            yield line.day, line.id, line.tags


@dataclass(frozen=True)
class Calendar:
    """Which days are closed. Every question about a day after `ends` raises BeyondTable.

    starts, ends: the first and the last day of the table; a day before `starts` is known only approximately.
    """

    starts: date
    ends: date
    tags: Mapping[date, frozenset[str]]
    ids: Mapping[date, tuple[str, ...]]

    def is_weekend(self, day: date) -> bool:
        """Saturday or Sunday: no list is looked at, so any day can be asked."""
        return is_weekend(day)

    def is_bad(self, day: date) -> bool:
        """Saturday, Sunday or any listed day: SAFE never stands on it."""
        return bool(self._tags(day)) or is_weekend(day)

    def is_sure(self, day: date) -> bool:
        """Saturday, Sunday, or closed in State offices and courts alike: OUTSIDE moves forward over it."""
        return {OFFICES, COURTS} <= self._tags(day) or is_weekend(day)

    def is_office_closed(self, day: date) -> bool:
        """Saturday, Sunday, or State offices closed."""
        return OFFICES in self._tags(day) or is_weekend(day)

    def names(self, day: date) -> tuple[str, ...]:
        """The ids of the named closed days on this day; their names are in content/en and content/es."""
        return self.ids.get(day, ())

    def why_closed(self, day: date) -> str:
        """"saturday", "sunday", or the id of the first named closed day on it."""
        return WEEKEND.get(day.weekday()) or self.names(day)[0]

    def open_on_or_before(self, day: date) -> date:
        """This day, or the first one back that is surely open (not bad)."""
        return roll(day, -DAY, self.is_bad)

    def open_days_before(self, day: date, n: int) -> date:
        """The n-th day before this one that is surely open (not bad); the day itself is not counted."""
        return nth_open(day, n, -DAY, self.is_bad)

    def _tags(self, day: date) -> frozenset[str]:
        """The tags of a day, asked before its weekday, so that a weekend after the table is refused as well."""
        if day > self.ends:
            raise BeyondTable
        return self.tags.get(day, frozenset())


def build_calendar(closed: ClosedDays) -> Calendar:
    """The calendar of the file; a day that stands twice has the tags and the ids of both lines."""
    tags: dict[date, frozenset[str]] = {}
    ids: dict[date, tuple[str, ...]] = {}
    for day, id_, day_tags in closed.lines():
        tags[day] = tags.get(day, frozenset()) | frozenset(day_tags)
        ids[day] = (*ids.get(day, ()), id_)
    return Calendar(closed.covers.from_, closed.covers.to, tags, ids)
