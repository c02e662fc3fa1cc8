"""A calendar entry before it is a file. It must not know how calendars are written, nor what a date means."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Entry:
    """One entry.

    uid: the same for the same thing each time, so that a second download updates instead of doubling. day: a date
    for an all-day entry, or a moment with a time zone. alarms: how long before the day (its midnight) to remind; what is
    negative comes after that midnight.
    """

    uid: str
    day: date | datetime
    title: str
    text: str
    alarms: tuple[timedelta, ...] = ()


def reminders(day: date, days_before: Iterable[int], hour: int, today: date | None) -> tuple[timedelta, ...]:
    """When to remind of a day: so many days before it, at this hour of the morning. Only what is still to come after `today`.

    With nothing left of it, the reminder is on the day itself.
    """
    ahead = [timedelta(days=days) for days in days_before]
    coming = [before for before in ahead if today is None or day - before > today]
    return tuple(before - timedelta(hours=hour) for before in coming or [timedelta()])
