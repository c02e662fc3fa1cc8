"""A calendar entry before it is a file. It must not know how calendars are written, nor what a date means."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Entry:
    """One entry.

    uid: the same for the same thing each time, so that a second download updates instead of doubling. day: a date
    for an all-day entry, or a moment with a time zone. alarms: how long before the day (its midnight) to remind.
    """

    uid: str
    day: date | datetime
    title: str
    text: str
    alarms: tuple[timedelta, ...] = ()
