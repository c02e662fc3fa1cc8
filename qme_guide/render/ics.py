"""Dates as a calendar file (RFC 5545) that phones and computers open, with reminders that need no server of ours.

It must not know what a date means, what language it is in, or what time it is now: the caller says when.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from icalendar import Alarm, Calendar, Event

from qme_guide.documents.calendar import Entry
from qme_guide.render.clean import clean

_MAKER, _VERSION = "-//QME Guide//Dates//EN", "2.0"


def render(entries: Sequence[Entry], stamp: datetime) -> bytes:
    """The file. `stamp`: when it is made; ValueError if it has no time zone.

    A moment without a time zone is written as the local time of whoever opens the file.
    """
    if stamp.tzinfo is None:
        raise ValueError("the stamp of a calendar file needs a time zone")
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", _VERSION)
    calendar.add("method", "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry, stamp.astimezone(UTC)))
    return bytes(calendar.to_ical())


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", _start(entry.day))
    event.add("summary", clean(entry.title))
    event.add("description", clean(entry.text))
    event.add("transp", "TRANSPARENT")  # a reminder does not make the person busy
    for before in entry.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", clean(entry.title))
        alarm.add("trigger", -before)
        event.add_component(alarm)
    return event


def _start(day: date | datetime) -> date | datetime:
    """A moment with a time zone in UTC, so that the file needs no table of time zones; all else as it is."""
    return day.astimezone(UTC) if isinstance(day, datetime) and day.tzinfo is not None else day
