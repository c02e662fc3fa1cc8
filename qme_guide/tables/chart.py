"""The timeline as a picture: pain from 0 to 10 over time, and below it what happened, a row for each kind; its text and its table.

Nothing rests on colour: each kind of pain has a shape and its name beside its last point, each row of events its name at
the left. A thin bar shows how far an approximate date reaches. What has no date of its own is only in the table.
"""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from qme_guide import moments
from qme_guide.answers import EventKind
from qme_guide.case import Event
from qme_guide.tables import drawing
from qme_guide.tables.columns import heading
from qme_guide.tables.points import PAINS, Point, at_the_edge, crowded, dated, early, felt, highest
from qme_guide.words import Words

_KINDS = get_args(EventKind)


def chart(events: Sequence[Event], words: Words, ink: str) -> dict[str, object]:
    """A Vega-Lite drawing for `st.vega_lite_chart(spec, width="stretch", alt=chart_named(...))`; {} when no event has a date.

    ink: the one colour of all lines and letters, such as "#15202b", to be read on the page as it is shown (light or dark).
    """
    points = at_the_edge(dated(events))
    if not points:
        return {}
    there = {point.kind for point in points}
    names = {kind: words.say(f"table.lane.{kind}") for kind in _KINDS if kind in there}
    pains = {pain: (highest(points, pain), words.say(f"table.chart.{pain}")) for pain in PAINS}
    return drawing.drawn(points, pains, names, words.say("table.chart.title"), words.month_names(), ink)


def chart_told(events: Sequence[Event], words: Words) -> str:
    """What the chart shows, in a few sentences, for those who do not see it; "" when there is no chart."""
    points = dated(events)
    if not points:
        return ""
    told = [_time(points, words)]
    for pain in PAINS:
        if numbers := [getattr(point, pain) for point in felt(points, pain)]:
            name = words.say(f"table.chart.{pain}")
            told.append(words.say("table.chart.told_pain", name=name, first=numbers[0], highest=max(numbers), last=numbers[-1]))
    counts = Counter(point.kind for point in points)
    kinds = [words.say("table.chart.told_kind", kind=words.say(f"table.kind.{kind}"), count=counts[kind]) for kind in _KINDS if kind in counts]
    told.append(words.say("table.chart.told_kinds", kinds=", ".join(kinds)))
    if not all(point.exact for point in points):
        told.append(words.say("table.chart.told_bars"))
    if old := early(points):
        told.append(words.say("table.chart.told_early", count=len(old)))
    if any(crowded(points, pain) for pain in PAINS):
        told.append(words.say("table.chart.told_many"))
    if left := len(events) - len(points):
        told.append(words.say("table.chart.told_undated", count=left))
    return " ".join(told)


def chart_named(events: Sequence[Event], words: Words) -> str:
    """The chart in one line, where `chart_told` stands beside it; "" when there is no chart."""
    points = dated(events)
    return _time(points, words) if points else ""


def _time(points: Sequence[Point], words: Words) -> str:
    return words.say("table.chart.told_time", start=words.month(points[0].first), end=words.month(max(point.last for point in points)))


def chart_rows(events: Sequence[Event], words: Words) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The headings and the rows of the chart as a table: when, what kind, what part of the body, and the pain. All events."""
    head = (words.say("table.chart.when"), *(heading(column, words) for column in ("kind", "body_part", *PAINS)))
    rows = tuple(
        (
            moments.when(event, events, words),
            words.say(f"table.kind.{event.kind or 'other'}"),
            event.body_part or "",
            *(getattr(event, pain) or "" for pain in PAINS),
        )
        for event in events
    )
    return head, rows
