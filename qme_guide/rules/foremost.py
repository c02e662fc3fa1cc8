"""Which events say most, for a page that has no room for all: how it began, how it is now, when it was worst; then
what a paper shows, what changed, and the rest, each spread over the whole time. No law and no words.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from qme_guide.answers import UNSURE
from qme_guide.case import Event

CHANGES = ("work", "denial", "exam")


def foremost(row: Sequence[Event]) -> tuple[Event, ...]:
    """The events, given in the order of the timeline, the most telling first. Every one once."""
    groups = (row_of(row) for row_of in (leading, _proved, _changes, tuple))
    first, *others = [list(group) for group in groups]
    mixed = chain.from_iterable(zip_longest(*(_spread(group) for group in others)))
    found = {event.id: event for event in (*first, *mixed) if event}
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
    """What changed: at work, in the claim, a part of the body that is named for the first time, a time before the injury."""
    began = next((at for at, event in enumerate(row) if event.kind == "injury"), 0)
    seen, found = set(), []
    for at, event in enumerate(row):
        part = (event.body_part or "").casefold()
        if event.kind in CHANGES or at < began or (part and part not in seen):
            found.append(event)
        seen.add(part)
    return tuple(found)


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
