"""The timeline: its order, what may be moved, and who may see what. No law and no words.

What is worth a second look stands in rules/asks.py.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from qme_guide.answers import Id
from qme_guide.case import Case, Event
from qme_guide.rules import when


def in_order(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events by their time, what has no day at the end. Total and stable: where nothing says more, the list's order."""
    return _by(when.keys(events), events)


def _by(keys: Mapping[str, when.Key], events: Sequence[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda event: keys[event.id]))


def moved(events: Sequence[Event], name: Id, up: bool) -> tuple[Event, ...] | None:
    """The events in order with the one of this id a place up or down; None where time leaves no choice, or no place.

    It may pass a neighbour when nothing says which came first: the same day or month, or both without a day.
    KeyError when there is no such event.
    """
    keys = when.keys(events)
    row = list(_by(keys, events))
    at = {event.id: number for number, event in enumerate(row)}[name]
    to = at - 1 if up else at + 1
    if not 0 <= to < len(row) or keys[row[to].id] != keys[name]:
        return None
    row[at], row[to] = row[to], row[at]
    return tuple(row)


def years(events: Sequence[Event]) -> Mapping[int | None, tuple[Event, ...]]:
    """The events in order, by the year they are sorted under; under None, last, those without a day."""
    keys = when.keys(events)
    return {year: tuple(some) for year, some in groupby(_by(keys, events), lambda event: _year(keys[event.id]))}


def _year(key: when.Key) -> int | None:
    undated, day, _ = key
    return None if undated else day.year


def open_to(events: Sequence[Event], private: bool) -> tuple[Event, ...]:
    """The events in order, without the private ones unless `private`. Every export and the chart take their events from here.

    What was told as before or after a private event no longer says so; it keeps its own date, if it has one.
    """
    row = in_order(events)
    if private:
        return row
    shown = [event for event in row if event.private != "private"]
    hidden = {event.id for event in row} - {event.id for event in shown}
    return tuple(_without_mention(event) if event.beside in hidden else event for event in shown)


def _without_mention(event: Event) -> Event:
    """The event without the one it was told beside."""
    return event.model_copy(update={"beside": None, "near": None if event.near in ("before", "after") else event.near})


def merged(case: Case, new: Sequence[Event]) -> tuple[Event, ...]:
    """The events of the case with these from a table: one with the id of an event there takes its place, others follow.

    An id that belongs to something else in the case, such as a letter, is given anew, also where another event names it.
    """
    others = {one.id for group in (case.letters, case.records, case.reports, case.panels, case.exams) for one in group}
    taken = others | {event.id for event in (*case.events, *new)}
    names = {event.id: fresh(taken) if event.id in others else event.id for event in new}
    coming = {names[event.id]: event.model_copy(update={"id": names[event.id], "beside": names.get(event.beside, event.beside)}) for event in new}
    kept = [coming.pop(event.id, event) for event in case.events]
    return (*kept, *coming.values())


def fresh(taken: set[str]) -> Id:
    """An id for a new event that nothing has yet; it is added to those taken."""
    number = len(taken) + 1
    while (name := f"event-{number}") in taken:
        number += 1
    taken.add(name)
    return name
