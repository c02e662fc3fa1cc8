"""One date on its way from the start to its end. Every move leaves a Step, so that the working can be told.

A walk knows the closed days and how to move; which moves a clock makes is told in `lines`. It notes when a day
before the table is looked at, and stops with BeyondTable when one after the table would have to be.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import cast
from zoneinfo import ZoneInfo

from qme_guide import days
from qme_guide.days import DAY
from qme_guide.law import BeyondTable, Calendar
from qme_guide.rules.inputs import Unusable
from qme_guide.rules.result import SAFE, Over, Step

Closed = Callable[[Calendar, date], bool]
Move = Callable[[Callable[[date], bool], date, int], date]
WEEKEND, BAD, SURE, OFFICE = Calendar.is_weekend, Calendar.is_bad, Calendar.is_sure, Calendar.is_office_closed


class Walk:
    """A date on its way. `day` is where it stands; it is a datetime where hours are counted."""

    def __init__(self, calendar: Calendar, which: str, start: date, name: str) -> None:
        self.calendar, self.which, self.name = calendar, which, name
        self.day = start
        self.early = self.refused = self.empty = False
        self.steps = [Step("start", start, name=name)]

    @property
    def is_safe(self) -> bool:
        return self.which == SAFE

    @property
    def found(self) -> date | None:
        """The date, when the walk came to one."""
        return None if self.refused or self.empty else self.day

    def start_again(self, start: date, name: str) -> None:
        """From another start day."""
        self.day, self.name = start, name
        self.steps = [Step("start", start, name=name)]

    def nothing(self) -> None:
        """This clock has no such date."""
        self.empty, self.steps = True, []

    def refuse(self) -> None:
        """This date lies after the table of closed days, or needs a look there."""
        self.refused = True
        self.steps.append(Step("refused", self.calendar.ends))

    def add(self, n: int, unit: str) -> None:
        """So many calendar days, months or years later."""
        self._to("add", {"months": days.add_months, "years": days.add_years}.get(unit, days.add_days), n, unit)

    def back(self, n: int, unit: str) -> None:
        """So many calendar days earlier."""
        self._to("back", lambda day, n: days.add_days(day, -n), n, unit)

    def extra(self, kind: str, n: int, unit: str) -> None:
        """The days for service, added or taken off; none leaves no trace."""
        if n:
            self._to(kind, lambda day, n: days.add_days(day, -n if kind == "extra_off" else n), n, unit)

    def next_day(self) -> None:
        self._to("next_day", lambda day, _: day + DAY)

    def day_number(self, n: int) -> None:
        """To the n-th day, which is told by its number."""
        self._to("day_number", days.add_days, n)

    def hours(self, n: int, unit: str, zone: ZoneInfo) -> None:
        """So many elapsed hours later, on the wall clock of this zone. The walk must stand on a datetime."""
        start = self.day
        self._to("hours", lambda moment, n: days.add_hours(cast(datetime, moment), n, zone), n, unit)
        if self.day - start != timedelta(hours=n):
            self.steps.append(Step("clock_change", self.day))

    def roll_back(self, closed: Closed) -> None:
        """To the first day back, this one included, that is not closed."""
        self._over("back_over", lambda look, day, _: days.roll(day, -DAY, look), closed)

    def roll_forward(self, closed: Closed) -> None:
        """To the first day from this one on that is not closed."""
        self._over("forward_over", lambda look, day, _: days.roll(day, DAY, look), closed)

    def count(self, n: int, unit: str, closed: Closed) -> None:
        """The n-th day after this one that is not closed."""
        kind = "count_weekdays" if closed is WEEKEND else "count"
        self._over(kind, lambda look, day, n: days.nth_open(day, n, DAY, look), closed, n, unit)

    def count_back(self, n: int, unit: str, closed: Closed) -> None:
        """The n-th day before this one that is not closed."""
        self._over("count_back", lambda look, day, n: days.nth_open(day, n, -DAY, look), closed, n, unit)

    def _to(self, kind: str, move: Callable[[date, int], date], n: int = 0, unit: str = "") -> None:
        """A plain move. Later than any calendar is beyond the table; earlier than any is a start nobody can mean."""
        try:
            self.day = move(self.day, n)
        except OverflowError:
            if kind in ("back", "extra_off"):
                raise Unusable(self.name) from None
            raise BeyondTable from None
        self.steps.append(Step(kind, self.day, n, unit))

    def _over(self, kind: str, move: Move, closed: Closed, n: int = 0, unit: str = "") -> None:
        """A move that looks at days. Rolling that passes over nothing leaves no step."""
        passed: list[Over] = []

        def look(day: date) -> bool:
            shut = closed(self.calendar, day)
            self.early = self.early or (day < self.calendar.starts and closed is not WEEKEND)
            if shut:
                passed.append(Over(day, self.calendar.why_closed(day)))
            return shut

        try:
            self.day = move(look, self.day, n)
        except OverflowError:
            raise (Unusable(self.name) if kind in ("back_over", "count_back") else BeyondTable()) from None
        if passed or n:
            self.steps.append(Step(kind, self.day, n, unit, tuple(passed)))


def working(safe: Walk, outside: Walk) -> tuple[Step, ...]:
    """The steps of both walks: first the ones they share, then each one's own."""
    pairs = takewhile(lambda pair: pair[0] == pair[-1], zip(safe.steps, outside.steps, strict=False))
    shared = tuple(step for step, _ in pairs)
    rest = (replace(step, which=walk.which) for walk in (safe, outside) for step in walk.steps[len(shared) :])
    return (*shared, *rest)
