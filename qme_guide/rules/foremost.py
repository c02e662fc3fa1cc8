"""Which events say most, for a page that has no room for all: how it began, how it is now, when it was worst; then
what a paper shows, what changed, and what came up for the first time, each spread over the whole time; then the rest. No law and no words.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from qme_guide.answers import UNSURE
from qme_guide.case import Event

CHANGES = ("work", "denial", "exam")
"""Kinds of events that change how things go on."""


def foremost(row: Sequence[Event]) -> tuple[Event, ...]:
    """The events, given in the order of the timeline, the most telling first. Every one once."""
    telling = zip_longest(*(_spread(group) for group in (_proved(row), _changes(row), _first_times(row))))
    found = {event.id: event for event in (*leading(row), *chain.from_iterable(telling), *_spread(row)) if event}
    return tuple(found.values())


def leading(row: Sequence[Event]) -> tuple[Event, ...]:
    """The injury, the last that was felt, and when it was worst; as far as they are told."""
    felt = [event for event in row if event.kind == "symptom"]
    dated = [event for event in felt if event.on not in (None, UNSURE)]
    injuries = [event for event in row if event.kind == "injury"]
    worst = max(felt, key=_pain, default=None)
    found = (*injuries[:1], *(dated or felt)[-1:], *([worst] if worst and _pain(worst) >= 0 else ()))
    return tuple({event.id: event for event in found}.values())


def _pain(event: Event) -> int:
    """The highest number that was told of an event; below zero without one."""
    return max((int(one) for one in (event.rest, event.active, event.worst) if one), default=-1)


def _proved(row: Sequence[Event]) -> tuple[Event, ...]:
    return tuple(event for event in row if event.source == "paper" or event.record or event.proof)


def _changes(row: Sequence[Event]) -> tuple[Event, ...]:
    return tuple(event for event in row if event.kind in CHANGES)


def _first_times(row: Sequence[Event]) -> tuple[Event, ...]:
    """What was before the injury, and each part of the body the first time that it is named."""
    began = next((at for at, event in enumerate(row) if event.kind == "injury"), 0)
    first = {(event.body_part or "").casefold(): event for event in reversed(row)}
    return tuple(event for at, event in enumerate(row) if at < began or (event.body_part and first[event.body_part.casefold()] is event))


def _spread(some: Sequence[Event]) -> Iterator[Event]:
    """The first and the last, then what lies in the middle, and so on: however many are taken, they cover the whole time."""
    spans = [(0, len(some))]
    yield from some[:1]
    yield from some[1:][-1:]
    for low, high in spans:
        middle = low + (high - low) // len(("half", "half"))
        if low < middle < high:
            yield some[middle]
            spans += [(low, middle), (middle, high)]
