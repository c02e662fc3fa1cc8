"""Rows on pages: which row stands on which page, and how far down. Pure geometry in points; nothing is drawn here.

A paper is a list of rows. A row may be glued to the next one, so that a heading never stands last on a page, a
paragraph never leaves one line alone, and a signature never stands without the words it signs. This module must
not know fonts, blocks or PDF.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Row:
    """A strip of paper that is never split.

    draw: draws it, given how far down its top edge stands. gap: white above it, dropped at the head of a page.
    glue: no page ends after it. repeat: rows to draw again when it begins a page. fresh: it begins a page.
    """

    height: float
    draw: Callable[[float], None]
    gap: float = 0.0
    glue: bool = False
    repeat: tuple["Row", ...] = ()
    fresh: bool = False


Page = list[tuple[float, Row]]
"""Rows with the distance of each one's top edge from the head of the page."""


def together(rows: Sequence[Row]) -> list[Row]:
    """The rows as one group."""
    return [*(replace(row, glue=True) for row in rows[:-1]), *rows[-1:]]


def no_lone_line(rows: Sequence[Row]) -> list[Row]:
    """The rows with the first two together and the last two together."""
    *upper, last = rows
    for end in (0, -1) if upper else ():
        upper[end] = replace(upper[end], glue=True)
    return [*upper, last]


def stack(rows: Sequence[Row]) -> Row:
    """The rows under each other as one row, which no page can split. Their gaps are dropped."""

    def draw(y: float) -> None:
        for row in rows:
            row.draw(y)
            y += row.height

    return Row(sum(row.height for row in rows), draw)


def paginate(rows: Sequence[Row], room: float) -> list[Page]:
    """The rows laid on as many pages as they need, at least one. `room`: the height of a page.

    Glued rows go to the next page together. A group taller than a whole page is let go and flows over pages.
    """
    pages: list[Page] = [[]]
    used = 0.0
    for group in _groups(rows):
        tall = sum(row.gap + row.height for row in group)
        begin = group[0].fresh or room - used < tall <= room
        for row in group:
            if pages[-1] and (begin or used + row.gap + row.height > room):
                pages.append([])
                used = _place(pages[-1], row.repeat, 0.0)
            begin = False
            used = _place(pages[-1], (row,), used)
    return pages


def _place(page: Page, rows: Sequence[Row], used: float) -> float:
    """Puts rows under what stands on the page already; gives back how much of it is used now."""
    for row in rows:
        top = used + row.gap if page else 0.0
        page.append((top, row))
        used = top + row.height
    return used


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows in runs that stay together."""
    group: list[Row] = []
    for row in rows:
        group.append(row)
        if not row.glue:
            yield group
            group = []
    if group:
        yield group
