"""What is worth a second look on the timeline. Every ask is a question that stops nobody, and nothing here changes an answer:
memory is like that, and two things can really be so. No words; what the asks are called: NAMES.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from qme_guide.case import Case, Event
from qme_guide.days import add_months
from qme_guide.law import Law
from qme_guide.rules.timeline import in_order
from qme_guide.rules.when import possible, span

NAMES = ("no_injury", "born", "future", "end_before_start", "scale", "order", "two_stories", "double", "gap")
INJURY = "injury"
# With fewer events than these a timeline is only begun, and every time in it is long.
_BEGUN = len(("how it began", "what came then", "how it is now"))


@dataclass(frozen=True)
class Ask:
    """One thing to look at again.

    name, events (ids, in the order of the timeline), facts (for its sentence; each is told with `words.told`):
    no_injury: nothing tells how the injury happened; no event.
    born: one event, before {born}.
    future: one event, after {today}.
    end_before_start: one event, {start} and {end} as they were answered.
    scale: one event, whose worst pain is lower than its pain at rest or with activity.
    order: the first says that it was before or after the second, and their dates or the second say otherwise.
    two_stories: two injuries on different days; one injury on another day than {injured} on the claim; or two events of
        the same kind, day and part of the body with different pain.
    double: two events that read the same.
    gap: nothing is told between {start} and {end}: two events; or one event, and nothing since then up to {end}, today.
    """

    name: str
    events: tuple[str, ...] = ()
    facts: Mapping[str, date | str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The same from run to run, for "it is right so"."""
        return ":".join((self.name, *self.events))


def asks(case: Case, law: Law, today: date) -> tuple[Ask, ...]:
    """What is worth a second look, by name in the order of NAMES and then in the order of the timeline."""
    row = in_order(case.events)
    found = [
        *_no_injury(row),
        *_impossible(row, case, today),
        *_inside(row),
        *_against_their_words(row),
        *_two_stories(row, case),
        *_doubles(row),
        *_gaps(row, law.practice.timeline.gap_months, today),
    ]
    return tuple(sorted(found, key=lambda ask: NAMES.index(ask.name)))


def _no_injury(row: Sequence[Event]) -> Iterator[Ask]:
    if row and all(event.kind != INJURY for event in row):
        yield Ask("no_injury")


def _impossible(row: Sequence[Event], case: Case, today: date) -> Iterator[Ask]:
    """Wholly before the person was born, or wholly after today; an exam may lie ahead."""
    born = span(case.worker.born_on)
    for event in row:
        days, end = possible(event), span(event.until)
        if born and days and days[-1] < born[0]:
            yield Ask("born", (event.id,), {"born": case.worker.born_on})
        if event.kind != "exam" and any(one and one[0] > today for one in (days, end)):
            yield Ask("future", (event.id,), {"today": today})


def _inside(row: Sequence[Event]) -> Iterator[Ask]:
    """What cannot be within one event: it ends before it starts, or its worst pain is not the worst."""
    for event in row:
        start, end = span(event.on), span(event.until)
        if start and end and end[-1] < start[0]:
            yield Ask("end_before_start", (event.id,), {"start": event.on, "end": event.until})
        if event.worst and any(one and int(one) > int(event.worst) for one in (event.rest, event.active)):
            yield Ask("scale", (event.id,))


def _against_their_words(row: Sequence[Event]) -> Iterator[Ask]:
    """Told as before or after another event that its date, or the other one's words, place on the other side."""
    by_id, told = {event.id: event for event in row}, set()
    for event in row:
        other = by_id.get(event.beside)
        if other is None or other is event or event.near not in ("before", "after"):
            continue
        first, second = (event, other) if event.near == "before" else (other, event)
        days, later = possible(first), possible(second)
        crossed = days and later and days[0] > later[-1]
        both = other.beside == event.id and other.near == event.near
        if (crossed or both) and frozenset((event.id, other.id)) not in told:
            told.add(frozenset((event.id, other.id)))
            yield Ask("order", (event.id, other.id))


def _two_stories(row: Sequence[Event], case: Case) -> Iterator[Ask]:
    """Injuries on different days, another day of injury on the claim, or one day and part of the body with different pain."""
    injuries = [event for event in row if event.kind == INJURY and span(event.on)]
    for one, other in pairwise(injuries):
        if not _meet(one.on, other.on):
            yield Ask("two_stories", (one.id, other.id))
    if len(injuries) == 1 and not _meet(injuries[0].on, case.claim.injured_on):
        yield Ask("two_stories", (injuries[0].id,), {"injured": case.claim.injured_on})
    felt: dict[tuple[object, ...], Event] = {}
    for event in row:
        if not isinstance(event.on, date) or not event.body_part:
            continue
        other = felt.setdefault((event.kind, event.on, _plain(event.body_part)), event)
        if any(here and there and here != there for here, there in zip(_pain(event), _pain(other), strict=True)):
            yield Ask("two_stories", (other.id, event.id))


def _meet(one: date | str | None, other: date | str | None) -> bool:
    """Both can mean the same day, or one of them is not known."""
    here, there = span(one), span(other)
    return not (here and there) or (here[0] <= there[-1] and there[0] <= here[-1])


def _pain(event: Event) -> tuple[str | None, ...]:
    return event.rest, event.active, event.worst


def _doubles(row: Sequence[Event]) -> Iterator[Ask]:
    """Two events with the same kind, time, part of the body, pain and words."""
    seen: dict[tuple[object, ...], Event] = {}
    for event in row:
        said = (event.kind, event.on, event.near, event.beside, event.until, _pain(event), _plain(event.body_part), _plain(event.what))
        if not (event.on or event.what):
            continue
        if (first := seen.setdefault(said, event)) is not event:
            yield Ask("double", (first.id, event.id))


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def _gaps(row: Sequence[Event], months: int, today: date) -> Iterator[Ask]:
    """A long time after the injury, or after the first event, in which nothing is told; what lasts fills its time. Nothing while it is only begun."""
    if len(row) < _BEGUN:
        return
    dated = [(event, days) for event in row if (days := span(event.on))]
    injuries = [days[0] for event, days in dated if event.kind == INJURY]
    last: Event | None = None
    until = date.min
    for event, (first, end) in dated:
        if injuries and first < min(injuries):
            continue
        if last and _longer(until, first, months):
            yield Ask("gap", (last.id, event.id), {"start": until, "end": first})
        reached = max((end, *(span(event.until) or ())))
        if last is None or reached > until:
            last, until = event, reached
    if last and _longer(until, today, months):
        yield Ask("gap", (last.id,), {"start": until, "end": today})


def _longer(start: date, end: date, months: int) -> bool:
    """More than so many months lie between; never at the end of the calendar."""
    try:
        return end > add_months(start, months)
    except OverflowError:
        return False
