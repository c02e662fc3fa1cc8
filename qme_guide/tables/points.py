"""What a chart of events is made of: a point for each event with a date of its own, those long before the injury at the edge,
and for many numbers of pain the highest of each month, quarter or year.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qme_guide.case import Event
from qme_guide.rules.when import span

PAINS = ("worst", "active", "rest")
EARLY = "early"
_MOST_POINTS = 48.0
_QUARTER = 3.0
_PART, _EDGE = 0.5, 0.1
# Longer and longer times, of each of which one number is enough.
_TIMES: tuple[Callable[[date], object], ...] = (
    lambda day: (day.year, day.month),
    lambda day: (day.year, (day.month - 1) // _QUARTER),
    lambda day: day.year,
)


@dataclass(frozen=True)
class Point:
    """An event as it is drawn: the first and last day that its date can mean, its end, and the numbers of its pain.

    side: "before" or "after" where its date is open to that side, EARLY at the edge, else "on".
    """

    kind: str
    first: date
    last: date
    end: date
    side: str
    worst: int | None = None
    active: int | None = None
    rest: int | None = None

    @property
    def exact(self) -> bool:
        """One day, and nothing open."""
        return self.side == "on" and self.first == self.end


def dated(events: Sequence[Event]) -> tuple[Point, ...]:
    """The points of the events that have a date of their own, by its first day."""
    points = [
        Point(event.kind or "other", *days, max((days[-1], *(span(event.until) or ()))), _side(event), *(_number(getattr(event, pain)) for pain in PAINS))
        for event in events
        if (days := span(event.on))
    ]
    return tuple(sorted(points, key=lambda point: point.first))


def early(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points that lie long before the injury: by more than half of the time that passed since then."""
    start = min((point.first for point in points if point.kind == "injury"), default=None)
    if start is None:
        return ()
    edge = shifted(start, (start - max(point.end for point in points)) * _PART)
    return tuple(point for point in points if point.last < edge)


def at_the_edge(points: Sequence[Point]) -> tuple[Point, ...]:
    """The same with what is early put at the left edge, without its pain: it would press the rest together."""
    old = set(early(points))
    if not old:
        return tuple(points)
    rest = [point for point in points if point not in old]
    start = rest[0].first
    edge = shifted(start, (start - max(point.end for point in rest)) * _EDGE)
    return (*(Point(kind, edge, edge, edge, EARLY) for kind in sorted({point.kind for point in old})), *rest)


def felt(points: Sequence[Point], pain: str) -> list[Point]:
    """The points with this pain."""
    return [point for point in points if getattr(point, pain) is not None]


def crowded(points: Sequence[Point], pain: str) -> bool:
    """This pain has more numbers than can be read as points."""
    return len(felt(points, pain)) > _MOST_POINTS


def highest(points: Sequence[Point], pain: str) -> list[Point]:
    """The points with this pain; where they are crowded, only the one with the most pain in each month, quarter or year."""
    found = felt(points, pain)
    for time in _TIMES if crowded(points, pain) else ():
        top: dict[object, Point] = {}
        for point in found:
            one = top.setdefault(time(point.first), point)
            if getattr(point, pain) > getattr(one, pain):
                top[time(point.first)] = point
        found = list(top.values())
        if len(found) <= _MOST_POINTS:
            break
    return found


def shifted(day: date, by: timedelta) -> date:
    """The day so much later or earlier; the edge of the calendar where there is none."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min


def _side(event: Event) -> str:
    """To which side the date is open: before or after it, or neither."""
    return event.near if event.near in ("before", "after") and not event.beside else "on"


def _number(step: str | None) -> int | None:
    return None if step is None else int(step)
