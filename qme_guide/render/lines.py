"""Breaking text into lines that fit. Pure: how wide a text is, the caller says; it must not know fonts or pages."""

import re
import unicodedata
from collections.abc import Callable, Iterator

# A word with the blanks after it. In Chinese and Japanese a line may end after any character, but no line may
# begin with a closing mark, so such a mark stays with what stands before it.
_EAST = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_CLOSING = "、。〉》」』】〕！），．：；？"
_OPENING = "〈《「『【〔（"
_PIECES = re.compile(f"[^ {_EAST}]+ *|[{_OPENING}]*[{_EAST}][{_CLOSING}]* *| +")


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The lines of a text, none wider than `width`, at least one. Only blanks at a line's end are left out.

    measure: the printed width of a piece of text, in the same unit as `width`. Line breaks in the text are kept. A
    word wider than a line is cut where it must be, never between a letter and its mark.
    """
    return [line for part in text.split("\n") for line in _fill(part, width, measure)]


def _fill(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    line, used = "", 0.0
    for piece in _PIECES.findall(text):
        word = piece.rstrip(" ")
        if line and used + measure(word) > width:
            yield line.rstrip(" ")
            line, used = "", 0.0
        *full, piece = _cut(piece, width, measure) if measure(word) > width else [piece]
        yield from full
        line, used = line + piece, used + measure(piece)
    yield line.rstrip(" ")


def _cut(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """A word too wide for any line, in parts that fit."""
    parts, used = [""], 0.0
    for char in word:
        used += measure(char)
        if used > width and parts[-1] and not unicodedata.combining(char):
            parts.append("")
            used = measure(char)
        parts[-1] += char
    return parts
