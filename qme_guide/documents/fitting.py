"""What stands on a page that has not room for everything: the most telling first, and nothing cut without saying so.

Each thing can be told at several lengths. The caller says what each form reads; this module only counts the room.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qme_guide.documents.room import lines, reach, row

_END = re.compile(r"[.!?…。؟।]+[”\"')\]]*(?=\s)")
_SHARE = 0.25
"""How much of the room one row may take at the cost of others."""


@dataclass(frozen=True)
class Telling:
    """One row of a table in several lengths, the shortest first. lead: not told in the shortest form, even where that leaves out something else."""

    id: str
    forms: tuple[tuple[str, ...], ...]
    lead: bool = False


def fitted(tellings: Sequence[Telling], widths: Sequence[float], room: float) -> Mapping[str, int]:
    """Which rows fit into this room (points), most telling first as they are given: id to the number of its form.

    First as many as fit, as short as can be, those that lead a step longer unless that takes too much; then, in the
    same order, each longer where room is left.
    """
    most, shown = room * _SHARE, {}
    for one in tellings:
        form = 1 if one.lead and row(one.forms[1], widths) <= most else 0
        if (tall := row(one.forms[form], widths)) <= room:
            shown[one.id] = form
            room -= tall
    longest = max((len(one.forms) for one in tellings), default=0)
    for form in range(1, longest):
        for one in tellings:
            if shown.get(one.id, longest) < form < len(one.forms):
                more = row(one.forms[form], widths) - row(one.forms[shown[one.id]], widths)
                if more <= room:
                    room, shown[one.id] = room - more, form
    return shown


def agreed(found: Sequence[Mapping[str, int]]) -> Mapping[str, int]:
    """What fits in each of these: the English page and its twin hold the same rows in the same length."""
    first, *others = found
    return {name: min(form, *(other[name] for other in others)) for name, form in first.items() if all(name in other for other in others)}


def different(forms: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The forms of a row, shortest first; where a shorter one would save nothing, the longest in its place."""
    *shorter, whole = forms
    return tuple(form if sum(map(len, form)) < sum(map(len, whole)) else whole for form in (*shorter, whole))


def within(parts: Sequence[str], ems: float, most: float, between: str = "; ") -> list[str]:
    """As many of the parts, in order, as fit into so many lines of so many type sizes."""
    return [part for at, part in enumerate(parts) if lines(between.join(parts[: at + 1]), ems) <= most]


def quoted(text: str | None, ems: float | None = None) -> str:
    """Words in quotation marks, exactly as typed; of long ones the beginning, with a mark that says so. Empty without any."""
    if not text:
        return ""
    begun = text if ems is None else opening(text, ems)
    return f"“{begun}”" if begun == text else f"“{begun} […]”"


def opening(text: str, ems: float) -> str:
    """The beginning of a text, exactly as typed: its first line, of that no more than takes so many type sizes.

    It ends with a sentence where it can, else with a word. The whole text when it is that short.
    """
    first, *_ = text.splitlines() or [""]
    most = reach(first, ems)
    if most >= len(first):
        return first.rstrip()
    ends = [found.end() for found in _END.finditer(first[: most + 1])]
    at = ends[-1] if ends else first.rfind(" ", 0, most + 1)
    return first[: at if at > 0 else most].rstrip()
