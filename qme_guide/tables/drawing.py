"""The drawing of a chart in Vega-Lite: where things stand, how large they are, which shape they have. No words of its own.

All is drawn in one colour, which the page chooses to be read in light and in dark.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import ceil
from typing import get_args

from pandas import date_range

from qme_guide.answers import Scale
from qme_guide.tables.points import EARLY, Point, shifted

Layer = dict[str, dict[str, object]]

_TOP = float(get_args(Scale)[-1])
_STEP_PX, _LANE, _FIRST_LANE = 19.0, 1.4, -1.8
_SHAPES = {"worst": "triangle-up", "active": "circle", "rest": "square"}
_DASHES = {"worst": [], "active": [6.0, 4.0], "rest": [1.5, 4.0]}
_SIDES = {EARLY: "triangle-left", "before": "triangle-left", "after": "triangle-right", "on": "stroke"}
_FOR_NAMES = 0.42
_MARGIN = 0.03
_APART = 1.2
_SHORT_NAME = len("ene")
_WEEK = tuple("SMTWTFS")
_LETTERS, _NAMED_DAYS = 14.0, 3.0
_AXES = ((timedelta(weeks=8.0), "%-d %b", "D"), (timedelta(weeks=170.0), "%b %Y", "MS"), (timedelta.max, "%Y", "YS"))


def drawn(
    points: Sequence[Point], pains: Mapping[str, tuple[Sequence[Point], str]], kinds: Mapping[str, str], title: str, months: Sequence[str], ink: str
) -> dict[str, object]:
    """The drawing of some points, in order.

    pains: for each kind the points to draw, and its name. kinds: the names of the rows of events. Both in drawing order.
    """
    lanes = {kind: _FIRST_LANE - number * _LANE for number, kind in enumerate(kinds)}
    bottom = min(lanes.values()) - _LANE / 2.0
    layers = (_frame(points), *_events(points, lanes), *(layer for pain, (felt, _) in pains.items() for layer in _pain(felt, pain)), *_pain_names(pains))
    return {
        "title": {"text": title, "anchor": "start"},
        "height": (_TOP + 1.0 - bottom) * _STEP_PX,
        "config": {"locale": {"time": _names(months)}, "axis": {"labelColor": ink, "tickColor": ink}, "title": {"color": ink}},
        "usermeta": {"embedOptions": {"actions": False}},
        "encoding": {
            "color": {"value": ink},
            "x": {"type": "temporal", "title": None, "scale": {"nice": False}, "axis": _time_axis(points)},
            "y": {"type": "quantitative", "title": None, "scale": {"domain": [bottom, _TOP + 1.0], "nice": False}, "axis": _side_axis(lanes, kinds)},
        },
        "layer": [layer for layer in layers if layer["data"]["values"]],
    }


def _events(points: Sequence[Point], lanes: Mapping[str, float]) -> Iterator[Layer]:
    """A bar as long as each event can have lasted, and its mark."""
    seen = dict.fromkeys((point.kind, point.first, point.last, point.end, point.side) for point in points)
    rows = [
        {"from": _noon(first), "to": _noon(end), "at": _noon(_middle(first, last) if side == "on" else first), "lane": lanes[kind], "side": side}
        for kind, first, last, end, side in seen
    ]
    yield _layer([row for row in rows if row["from"] != row["to"]], {"type": "rule", "strokeWidth": 5.0, "opacity": 0.45}, x="from", x2="to", y="lane")
    for side, shape in _SIDES.items():
        yield _layer([row for row in rows if row["side"] == side], {"type": "point", "shape": shape, "size": 180.0, "strokeWidth": 3.0, "angle": 90.0 if side == "on" else 0.0}, x="at", y="lane")


def _pain(felt: Sequence[Point], pain: str) -> Iterator[Layer]:
    """The points of one kind of pain, the line through them, and how far an approximate date reaches."""
    rows = [
        {"from": _noon(point.first), "to": _noon(point.last), "at": _noon(_middle(point.first, point.last)), "pain": getattr(point, pain)}
        for point in felt
    ]
    yield _layer(rows, {"type": "line", "strokeDash": _DASHES[pain], "strokeWidth": 1.5}, x="at", y="pain")
    yield _layer([row for row in rows if row["from"] != row["to"]], {"type": "rule", "strokeWidth": 2.0, "opacity": 0.5}, x="from", x2="to", y="pain")
    yield _layer(rows, {"type": "point", "shape": _SHAPES[pain], "filled": pain == "worst", "size": 90.0, "strokeWidth": 2.0}, x="at", y="pain")


def _pain_names(pains: Mapping[str, tuple[Sequence[Point], str]]) -> Iterator[Layer]:
    """The name of each kind of pain at the right of its last point, moved down where two would touch."""
    rows, above = [], _TOP + 1.0
    for pain, (felt, name) in pains.items():
        if not felt:
            continue
        last = felt[-1]
        above = min(getattr(last, pain), above - _APART)
        rows.append({"at": _noon(last.last), "pain": above, "name": name})
    layer = _layer(rows, {"type": "text", "align": "left", "dx": 9.0, "fontSize": _LETTERS}, x="at", y="pain")
    layer["encoding"] = {**layer["encoding"], "text": {"field": "name"}}
    yield layer


def _layer(rows: list[dict[str, object]], mark: Mapping[str, object], **places: str) -> Layer:
    """One kind of mark; each place (x, x2, y) is a field of the rows."""
    return {"data": {"values": rows}, "mark": {"opacity": 1.0, **mark}, "encoding": {place: {"field": name} for place, name in places.items()}}


def _frame(points: Sequence[Point]) -> Layer:
    """Nothing to see: two points that hold the time open, with room at the right for the names."""
    start, end = points[0].first, max(point.end for point in points)
    wide = max(end - start, timedelta(weeks=1))
    rows = [{"at": _noon(shifted(start, -max(wide * _MARGIN, date.resolution)))}, {"at": _noon(shifted(end, wide * _FOR_NAMES))}]
    return _layer(rows, {"type": "point", "opacity": 0.0}, x="at")


def _time_axis(points: Sequence[Point]) -> Layer:
    """A few first days of years, of months, or days, by how long the whole time is."""
    start, end = points[0].first, max(point.end for point in points)
    wide = end - start
    shape, step = next((shape, step) for longest, shape, step in _AXES if wide < longest)
    days = date_range(start, end, freq=step)
    some = days[:: ceil(len(days) / _NAMED_DAYS) or 1]
    values = [{"year": day.year, "month": day.month, "date": day.day} for day in some]
    return {"format": shape, "values": values, "grid": False, "labelOverlap": "greedy", "labelFontSize": _LETTERS}


def _side_axis(lanes: Mapping[str, float], kinds: Mapping[str, str]) -> Layer:
    """The steps of the pain that are named, and below them the name of each row of events."""
    steps = (0.0, _TOP / 2.0, _TOP)
    names = "".join(f"datum.value == {lane} ? {json.dumps(kinds[kind], ensure_ascii=False)} : " for kind, lane in lanes.items())
    look = {"labelFontSize": _LETTERS, "labelOverlap": False, "labelBaseline": "middle", "domain": False, "ticks": False}
    return {"values": [*steps, *lanes.values()], "labelExpr": f"{names}datum.label", **look}


def _names(months: Sequence[str]) -> dict[str, object]:
    """The names of the months for the axis. The drawing shows no weekday and no hour, but the library wants them all."""
    short = [month[:_SHORT_NAME] for month in months]
    return {"dateTime": "%x", "date": "%x", "time": "%X", "periods": ["", ""], "days": _WEEK, "shortDays": _WEEK, "months": [*months], "shortMonths": short}


def _middle(first: date, last: date) -> date:
    return first + (last - first) / 2.0


def _noon(day: date) -> str:
    """Noon, so that no time zone makes another day of it."""
    return f"{day.isoformat()}T12:00:00"
