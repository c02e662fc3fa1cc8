"""When a thing happened, as exactly as a person knows: a day, a month, a season or a year. Only order; no law.

A season is a quarter of the calendar year: winter is January to March. The screen that asks says so.
What is said without a day ("before the surgery") stands next to what it names; what has no day at all stands at the end.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date

from qme_guide.answers import SEASONS, UNSURE
from qme_guide.case import Event

Key = tuple[bool, date, int]
"""Without a day?, the day it is sorted by, and how many steps before (negative) or after that day it stands."""

_QUARTER = date.max.month // len(SEASONS)
_STEP = {"before": -1, "after": 1}
_UNDATED: Key = (True, date.max, 0)
_DAY = date.resolution


def span(moment: date | str | None) -> tuple[date, date] | None:
    """The first and the last day that an answer can mean; None when unsure or not asked."""
    if moment is None or moment == UNSURE:
        return None
    if isinstance(moment, date):
        return moment, moment
    year, _, part = moment.partition("-")
    if int(year) < date.min.year:
        return None
    if part.isdecimal():
        return _months(int(year), int(part), int(part))
    if part:
        end = (SEASONS.index(part) + 1) * _QUARTER
        return _months(int(year), end - _QUARTER + 1, end)
    return _months(int(year), date.min.month, date.max.month)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    """The first day of one month to the last day of another in the same year."""
    *_, days = monthrange(year, last)
    return date(year, first, date.min.day), date(year, last, days)


def possible(event: Event) -> tuple[date, date] | None:
    """The first and the last day that the event's own date allows; None without one.

    "Before May" ends before May, and "after May" begins after it; the open side reaches to the edge of the calendar.
    Beside another event, "before" and "after" speak of that event and not of the date.
    """
    found = span(event.on)
    if found is None or event.beside or event.near not in _STEP:
        return found
    first, last = found
    if event.near == "before":
        return date.min, max(first, date.min + _DAY) - _DAY
    return min(last, date.max - _DAY) + _DAY, date.max


def keys(events: Sequence[Event]) -> Mapping[str, Key]:
    """The sort key of each event by its id. Equal keys: nothing says which came first, so the order of the list decides.

    An event is sorted by the first day that its date can mean, or next to the event that it names, where its date allows.
    A time in which the day of the injury lies is read as after the injury, unless it says "before".
    """
    by_id, found = {event.id: event for event in events}, {}
    injuries = sorted(event.on for event in events if event.kind == "injury" and isinstance(event.on, date))
    for event in events:
        way, ring = _way(event, by_id, found) if event.beside else ([event], set())
        for one in reversed(way):
            anchor = None if one.id in ring else found.get(one.beside)
            found[one.id] = _key(one, anchor, injuries)
    return found


def _way(event: Event, by_id: Mapping[str, Event], found: Mapping[str, Key]) -> tuple[list[Event], set[str]]:
    """The event, the one it stands beside and so on, up to one whose key is known; and which of them go in a ring."""
    way: dict[str, Event] = {}
    one: Event | None = event
    while one and one.id not in found and one.id not in way:
        way[one.id] = one
        one = by_id.get(one.beside)
    names = list(way)
    ring = names[names.index(one.id) :] if one and one.id in way else ()
    return list(way.values()), set(ring)


def _key(event: Event, anchor: Key | None, injuries: Sequence[date]) -> Key:
    """The key of one event. anchor: the key of the event it stands beside, where there is one."""
    found, step = span(event.on), _STEP.get(event.near, 0)
    if found is None:
        undated, day, steps = anchor or _UNDATED
        return (undated, day, steps + step) if anchor else _UNDATED
    first, last = found
    if anchor and first <= anchor[1] <= last:
        return False, anchor[1], anchor[-1] + step
    if step and not event.beside:
        return (False, first, step) if step < 0 else (False, last, step)
    inside = next((day for day in injuries if first <= day <= last and first < last), None)
    return (False, inside, 1) if inside and event.kind != "injury" else (False, first, 0)
