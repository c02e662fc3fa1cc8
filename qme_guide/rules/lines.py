"""Lines 3 to 7 of section 5.1: which moves a clock of the worker or of the other side makes.

One function a line, with SAFE and OUTSIDE side by side. Every number comes from the law files, in `Ask`. The
waits, lines 8 and 9, are in `waits`.
"""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from qme_guide.law import Version
from qme_guide.rules.walk import BAD, OFFICE, SURE, WEEKEND, Walk

CALENDAR_DAYS = "calendar days"


@dataclass(frozen=True)
class Ask:
    """A clock with its inputs read: the wording, the extra days of service, the other start for "due", the zone."""

    version: Version
    extra: int
    due_start: date | None
    zone: ZoneInfo

    @property
    def n(self) -> int:
        return self.version.n or 0

    @property
    def unit(self) -> str:
        return self.version.unit


def worker_days(walk: Walk, ask: Ask) -> None:
    """Line 3, days and years."""
    walk.add(ask.n, ask.unit)
    if walk.is_safe:
        walk.roll_back(BAD)
    else:
        walk.extra("extra", ask.extra, CALENDAR_DAYS)
        walk.roll_forward(SURE)


def worker_business_days(walk: Walk, ask: Ask) -> None:
    """Line 4. SAFE leaves no holiday out of the count."""
    if walk.is_safe:
        walk.count(ask.n, ask.unit, WEEKEND)
        walk.roll_back(BAD)
    else:
        walk.count(ask.n, ask.unit, OFFICE)


def back_days(walk: Walk, ask: Ask) -> None:
    """Line 5, days back from an exam."""
    walk.back(ask.n, ask.unit)
    if walk.is_safe:
        walk.extra("extra_off", ask.extra, CALENDAR_DAYS)
        walk.roll_back(BAD)


def back_business_days(walk: Walk, ask: Ask) -> None:
    """Line 5, business days back from an exam."""
    walk.count_back(ask.n, ask.unit, BAD if walk.is_safe else OFFICE)


def other_days(walk: Walk, ask: Ask) -> None:
    """Line 6, days."""
    if walk.is_safe:
        if ask.due_start and ask.due_start < walk.day:
            walk.start_again(ask.due_start, ask.version.due_input or walk.name)
        walk.add(ask.version.due_n or ask.n, ask.unit)
    else:
        walk.add(ask.version.late_after_n or ask.n, ask.unit)
        walk.roll_forward(BAD)


def other_business_days(walk: Walk, ask: Ask) -> None:
    """Line 6, business and working days."""
    walk.count(ask.n, ask.unit, OFFICE if walk.is_safe else BAD)
    if ask.version.late_after_extra_days and not walk.is_safe:
        walk.add(ask.version.late_after_extra_days, CALENDAR_DAYS)
        walk.roll_forward(BAD)


def hours(walk: Walk, ask: Ask) -> None:
    """Line 7, hours: safe = outside, no roll."""
    walk.hours(ask.n, ask.unit, ask.zone)


def exam_window(walk: Walk, ask: Ask) -> None:
    """Line 7, the window for an exam: no roll."""
    walk.add(ask.n if walk.is_safe else ask.version.second_n or ask.n, ask.unit)
