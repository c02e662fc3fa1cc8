"""Dates as a calendar file (RFC 5545) that phones and computers open, with reminders that need no server of ours.

It must not know what a date means, what language it is in, or what time it is now: the caller says when.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from icalendar import Alarm, Calendar, Event

from qme_guide.documents.calendar import Entry
from qme_guide.render.clean import clean

_MAKER, _VERSION = "-//QME Guide//Dates//EN", "2.0"


def render(entries: Sequence[Entry], stamp: datetime) -> bytes:
    """The file. `stamp`: when it is made, with a time zone; ValueError without one, or for a timed entry without one."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", _VERSION)
    calendar.add("method", "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry, _utc(stamp)))
    return calendar.to_ical()


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", _utc(entry.day) if isinstance(entry.day, datetime) else entry.day)
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


def _utc(moment: datetime) -> datetime:
    """The same moment in UTC, so that the file needs no table of time zones."""
    if moment.tzinfo is None:
        raise ValueError("a moment in a calendar file needs a time zone")
    return moment.astimezone(UTC)
