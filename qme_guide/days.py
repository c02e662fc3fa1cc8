"""Counting days and hours. Pure arithmetic: no law, no table of closed days, no words.

All functions raise OverflowError when the result would lie outside the calendar of Python (years 1 to 9999).
"""

from calendar import SATURDAY, SUNDAY, monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo

DAY = date.resolution
JANUARY, MONTHS_IN_A_YEAR = 1, 12
WEEKEND = {SATURDAY: "saturday", SUNDAY: "sunday"}


def is_weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.weekday() in WEEKEND


def add_days(day: date, n: int) -> date:
    """The day n calendar days later (earlier when n is negative); the day itself is not counted."""
    return day + n * DAY


def add_months(day: date, n: int) -> date:
    """The same day number n months later; the last day of that month where there is no such day."""
    past = day.month + n - JANUARY
    year = day.year + past // MONTHS_IN_A_YEAR
    month = past % MONTHS_IN_A_YEAR + JANUARY
    if not date.min.year <= year <= date.max.year:
        raise OverflowError("outside the calendar")
    *_, last = monthrange(year, month)
    return date(year, month, min(day.day, last))


def add_years(day: date, n: int) -> date:
    """The same day n years later; February 28 for a February 29 that does not exist."""
    return add_months(day, n * MONTHS_IN_A_YEAR)


def add_hours(moment: datetime, n: int, zone: tzinfo) -> datetime:
    """The wall-clock time n elapsed hours later in this zone.

    An hour that comes twice is its first; a time that the change of clocks skips is read with the offset that
    was in force before the change.
    """
    start = moment.replace(tzinfo=zone, fold=0).astimezone(UTC)
    return (start + timedelta(hours=n)).astimezone(zone).replace(tzinfo=None)


def roll(day: date, step: timedelta, closed: Callable[[date], bool]) -> date:
    """The first day that is not closed, from this one on, one step after the other."""
    while closed(day):
        day += step
    return day


def nth_open(day: date, n: int, step: timedelta, closed: Callable[[date], bool]) -> date:
    """The n-th day that is not closed, this day not counted, one step after the other."""
    for _ in range(n):
        day = roll(day + step, step, closed)
    return day
