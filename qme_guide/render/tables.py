"""Tables as rows of text lines, so that any cell, however long, flows over pages and loses nothing.

Hairlines between rows, and the head again on every page. This module must not know law, words, or where pages end.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, zip_longest

from qme_guide.documents.document import Table
from qme_guide.render.columns import shares
from qme_guide.render.layout import Row, no_lone_line, together
from qme_guide.render.sheet import Sheet
from qme_guide.render.style import FRAME, HAIRLINE, Style

_PAD_ACROSS, _PAD_ABOVE, _PAD_BELOW, _KEPT_WHOLE = 0.35, 0.25, 0.16, 8.0
_FOR_A_HAND = 2.0
"""How much higher a row is that holds nothing: it is there to be filled in."""


def table_rows(sheet: Sheet, table: Table, size: float, gap: float) -> list[Row]:
    """The rows of a table as wide as the page. `size`: of the type; `gap`: the air above the table; both in points."""
    plain, strong = Style(size), Style(size, bold=True)
    body = table.lines
    if not body:
        return []
    top = Row(FRAME, lambda y: sheet.rule(sheet.l_margin, y, sheet.epw, FRAME), gap, glue=True)
    head: tuple[Row, ...] = ()
    widths = [share * sheet.epw for share in shares(table)]
    if table.head:
        lines = _cells(sheet, widths, body[0], [strong for _ in body[0]])
        head = (top, *(replace(row, glue=True) for row in _framed(sheet, together(lines), FRAME)))
    rows = [*(head or (top,))]
    for cells in body[len(body) - len(table.rows) :]:
        first = plain if table.head else strong
        lines = _cells(sheet, widths, cells, [first, *(plain for _ in cells[1:])])
        if not any(cells):
            lines = [replace(line, height=line.height * _FOR_A_HAND) for line in lines]
        lines = together(lines) if len(lines) <= _KEPT_WHOLE else no_lone_line(lines)
        rows += [replace(row, repeat=head) for row in _framed(sheet, lines, HAIRLINE)]
    # A few facts stand on one page: without a head, nothing on the next page would say what they belong to.
    return together(rows) if not table.head and len(rows) <= _KEPT_WHOLE else rows


def _cells(sheet: Sheet, widths: Sequence[float], line: Sequence[str], styles: Sequence[Style]) -> list[Row]:
    """The text lines of one table row, side by side."""
    pad = styles[0].size * _PAD_ACROSS
    lefts = accumulate(widths[:-1], initial=sheet.l_margin)
    columns = [
        sheet.strip(cell, style, left + pad, width - pad * 2.0)
        for cell, style, left, width in zip(line, styles, lefts, widths, strict=True)
    ]
    return [_beside([part for part in parts if part]) for parts in zip_longest(*columns)]


def _beside(parts: Sequence[Row]) -> Row:
    """Parts of a line next to each other."""

    def draw(y: float) -> None:
        for part in parts:
            part.draw(y)

    return Row(max(part.height for part in parts), draw)


def _framed(sheet: Sheet, lines: Sequence[Row], weight: float) -> list[Row]:
    """One table row's lines with room above and below, and a line under the last."""
    above, below = lines[0].height * _PAD_ABOVE, lines[0].height * _PAD_BELOW
    first = replace(lines[0], height=lines[0].height + above, draw=lambda y: lines[0].draw(y + above))
    *upper, last = [first, *lines[1:]]
    height = last.height + below

    def draw(y: float) -> None:
        last.draw(y)
        sheet.rule(sheet.l_margin, y + height, sheet.epw, weight)

    return [*upper, replace(last, height=height, draw=draw)]
