"""The strip at the foot of every sheet of a packet: the claim on the left, which page it is on the right.

Strips come as one PDF of small pages, to be laid on sheets that are made elsewhere. This module must not know what a
packet holds, or any words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qme_guide.render.sheet import Sheet, Style

HEIGHT = 36.0
"""Height of a strip in points. Half an inch: printers and faxes lose what stands nearer to the edge than a quarter."""

_SIDE, _TOP, _GAP = 36.0, 4.0, 18.0
_TYPE, _SMALLER = Style(9.5), 8.5
_MORE = "\u2026"


@dataclass(frozen=True)
class Strip:
    """`width` in points; what stands at the left end and at the right end, and whether it stands out."""

    width: float
    left: str
    right: str
    bold: bool = False


def render(strips: Sequence[Strip], language: str) -> bytes:
    """One page per strip, as PDF. A text too long for its strip is set smaller, and then ends in an ellipsis; the right end
    is always whole."""
    sheet = Sheet("", language)
    for strip in strips:
        sheet.add_page(format=(strip.width, HEIGHT))
        room, kind = strip.width - _SIDE - _SIDE, replace(_TYPE, bold=strip.bold)
        (right, *_), style = sheet.lines(strip.right, kind, room)
        sheet.put(right, _SIDE, _TOP, style, room, "R")
        _put_left(sheet, strip.left, room - sheet.measure(right, style) - _GAP, kind)
    return sheet.finish()


def _put_left(sheet: Sheet, text: str, room: float, kind: Style) -> None:
    for size in (kind.size, _SMALLER):
        (whole, *rest), style = sheet.lines(text, replace(kind, size=size), room)
        if not rest:
            sheet.put(whole, _SIDE, _TOP, style)
            return
    (first, *_), style = sheet.lines(text, kind, room - sheet.measure(_MORE, kind))
    sheet.put(f"{first}{_MORE}", _SIDE, _TOP, style)
