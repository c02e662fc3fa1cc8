"""What stands on a page that has not room for everything: the most telling first, and nothing cut without saying so.

Each thing can be told in full or in brief. The caller says what each form reads; this module only counts the room.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qme_guide.documents.room import row

_END = re.compile(r"[.!?…。؟।]+[”\"')\]]*(?=\s)")
_SHARE = 0.3


@dataclass(frozen=True)
class Telling:
    """One row of a table in two lengths. lead: told in full even where that leaves out something else."""

    id: str
    full: tuple[str, ...]
    brief: tuple[str, ...]
    lead: bool = False


def fitted(tellings: Sequence[Telling], widths: Sequence[float], room: float) -> Mapping[str, tuple[str, ...]]:
    """The rows that fit into this room (points) by their id, most telling first as they are given.

    First as many as fit, in brief but for those that lead; then, in the same order, each in full where room is left.
    """
    most, shown = room * _SHARE, {}
    for one in tellings:
        cells = one.full if one.lead and row(one.full, widths) <= most else one.brief
        if (tall := row(cells, widths)) <= room:
            shown[one.id] = cells
            room -= tall
    for one in tellings:
        more = row(one.full, widths) - row(shown[one.id], widths) if one.id in shown else room
        if more < room:
            room, shown[one.id] = room - more, one.full
    return shown


def opening(text: str, most: int) -> str:
    """The beginning of a text, exactly as typed: its first line, of that no more than so many characters.

    It ends with a sentence where it can, else with a word. The whole text when it is that short.
    """
    first, *_ = text.splitlines() or [""]
    if len(first) <= most:
        return first.rstrip()
    ends = [found.end() for found in _END.finditer(first, 0, most)]
    at = ends[-1] if ends else first.rfind(" ", 0, most)
    return first[: at if at > 0 else most].rstrip()
