"""How much room blocks take on a page of paper, estimated before anything is drawn.

A paper that must be one page chooses by this what it holds, so that it holds the same in every kind of file. Every
estimate is on the large side, and for type that the renderers can still make smaller. It mirrors the measures of the
page (an inch of margin, US letter); it must not know fonts, law or words.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from qme_guide.documents.document import PART_LEVEL, TITLE_LEVEL, Block, Blank, Bullets, Document, Heading, Paragraph, Quote, Table

SIZE, SMALL, LEADING = 9.75, 9.0, 1.42
"""Type that a full page is planned for, type at the head and foot (points), and the height of a line in type sizes."""
ACROSS, DOWN, EDGE, AIR = 468.0, 648.0, 36.0, 6.0
"""The page inside its margins, the white above the head of a page, and the least white between things there."""
_LINE, _GAP, _INDENT, _PAD, _ROW = SIZE * LEADING, SIZE * 0.65, SIZE * 2.0, SIZE * 0.7, SIZE * LEADING * 0.41
_SCALE = {TITLE_LEVEL: 1.5, PART_LEVEL: 1.2}
_FOOT = 358.0  # beside the page number
# The widths of Latin letters in type sizes, by kind; every other letter is ordinary or a capital.
_KINDS = {" ": 0.24, ".,:;'’‘!¡|iIjlíìîïÍ": 0.29, "frtJ()[]{}1*“”/": 0.45, "0234567890": 0.68, "mwM%…—–&": 0.9, "W@ÆæŒœ": 1.03}
_WIDTHS = {char: width for kind, width in _KINDS.items() for char in kind}
_ORDINARY, _CAPITAL, _BROAD = 0.62, 0.74, 1.06
_SQUARE, _SOUTH_ASIAN, _IN_WORDS = 1.0, 1.4, 5.0
_END_OF_LATIN, _SOUTH, _BEYOND = "\u0250", "\u0900", "\u2000"


def left(document: Document) -> float:
    """The height in points that is still free on the one page of this paper; negative when there is none."""
    head = _strip("   ·   ".join(document.header), SMALL, ACROSS) + AIR if document.header else 0.0
    if document.mark:
        head += _strip(document.mark, SIZE, ACROSS - AIR * 2.0) + AIR
    foot = _strip(document.foot, SMALL, _FOOT) + AIR
    above, below = max(head + AIR * 3.0 - EDGE, 0.0), max(foot + AIR * 2.0 - EDGE, 0.0)
    return DOWN - above - below - sum(map(height, document.flow))


def height(block: Block) -> float:
    """The height of a block in points, with the white above it. ValueError for a kind that no one-page paper here uses."""
    match block:
        case Heading(text, level):
            size = SIZE * _SCALE.get(level, 1.0)
            return _strip(text, size, ACROSS) + _GAP * 2.0
        case Paragraph(text):
            return _strip(text, SIZE, ACROSS) + _GAP
        case Quote(text):
            return _strip(f"“{text}”", SIZE, ACROSS - _INDENT * 2.0) + _GAP
        case Bullets(items):
            return sum(_strip(item, SIZE, ACROSS - _INDENT) + _GAP for item in items)
        case Blank(label):
            return _strip(label, SIZE, ACROSS / 2.0) + _GAP * 2.0
        case Table(head, rows, widths):
            cells = (head, *rows) if head else rows
            return sum(row(line, widths or [1.0 for _ in line]) for line in cells) + _GAP * 2.0
        case _:
            raise ValueError(f"no estimate for {type(block).__name__}")


def row(cells: Sequence[str], widths: Sequence[float]) -> float:
    """The height of a row of a table with these relative widths. A row without any cell is there to be filled in."""
    columns = [ACROSS * width / sum(widths) - _PAD for width in widths[: len(cells)]]
    tall = max((_strip(cell, SIZE, column) for cell, column in zip(cells, columns, strict=True)), default=0.0)
    return (tall if any(cells) else tall * 2.0) + _ROW


def lines(text: str, ems: float) -> int:
    """How many lines a text takes in a column this many type sizes wide, at the most."""
    return sum(sum(1 for _ in _broken(part, ems)) for part in text.splitlines() or [""])


def reach(text: str, ems: float) -> int:
    """How many characters of a text fit side by side into so many type sizes."""
    return sum(1 for _ in takewhile(lambda used: used <= ems, accumulate(map(_width, text))))


def _strip(text: str, size: float, width: float) -> float:
    return lines(text, width / size) * size * LEADING


def _broken(part: str, ems: float) -> Iterator[float]:
    """The lines of one paragraph: each gives how far it reaches. A word wider than a line goes over several."""
    used = 0.0
    for word in part.split(" "):
        wide = sum(map(_width, word))
        if used and used + wide > ems:
            yield used
            used = 0.0
        while wide > ems:
            yield ems
            wide -= ems - _BROAD  # the last letter may not fit any more
        used += wide + _WIDTHS[" "]
    yield used


def _width(char: str) -> float:
    """The width of a character in type sizes, rather too much. Signs that no font has print as a word."""
    if char < _END_OF_LATIN:
        return _WIDTHS.get(char, _CAPITAL if char.isupper() else _ORDINARY)
    if unicodedata.east_asian_width(char) in "WF" and char.isalpha():
        return _SQUARE
    if not char.isalpha() and unicodedata.category(char) not in ("Mn", "Mc", "Po", "Pd", "Pi", "Pf", "Nd"):
        return _IN_WORDS
    return _SOUTH_ASIAN if _SOUTH <= char < _BEYOND else _BROAD
