"""Words that lie under a dark box: nobody sees them on the page, and whoever gets the file can still read them.

A word counts as covered when nearly all the room it takes on the page has one dark shade; around the strokes of printed
letters there is always some paper. Words that are only part of a picture have no place, so they are never found. This
module must not know the case, the law or any words for people.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy
from PIL import Image

Box = tuple[float, float, float, float]
Sign = tuple[str, Box]
"""A letter or number of the page's words and its place in points: left, bottom, right, top."""

# Of 255 shades: a box is at most so light, and its shades are at most so far from each other.
_DARK, _ALIKE = 160, 25
# So much of the room of a word has the shade of the box. Print fills less than two thirds.
_NEARLY_ALL = 0.9
# Fewer signs may be a speck that a scanner took for letters.
_FEWEST = 4
# Of dots: no box over a word is smaller.
_SQUARE = 4


def dark_somewhere(image: Image.Image) -> bool:
    """Whether a grey page has any place that could be a dark box."""
    shades = numpy.asarray(image)
    down, across = (side // _SQUARE for side in shades.shape)
    squares = shades[: down * _SQUARE, : across * _SQUARE].reshape(down, _SQUARE, across, _SQUARE)
    return bool(squares.size) and bool((squares.max((1, -1)) <= _DARK).any())


def covered(image: Image.Image, signs: Sequence[Sign], scale: float) -> bool:
    """Whether a word of a page lies under a dark box. `image`: the page in grey, `scale` dots to a point."""
    shades = numpy.asarray(image)
    return any(_hidden(_cut(shades, box, scale)) for box in _words(signs))


def _words(signs: Sequence[Sign]) -> Iterator[Box]:
    """The room of each word."""
    for is_word, group in groupby(signs, lambda sign: sign[0].isalnum()):
        boxes = [box for _, box in group]
        if is_word and len(boxes) >= _FEWEST:
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            yield min(lefts), min(bottoms), max(rights), max(tops)


def _cut(shades: numpy.ndarray, box: Box, scale: float) -> numpy.ndarray:
    left, bottom, right, top = (round(side * scale) for side in box)
    height = len(shades)
    return shades[max(height - top, 0) : max(height - bottom, 0), max(left, 0) : max(right, 0)]


def _hidden(room: numpy.ndarray) -> bool:
    if not room.size:
        return False
    shade = float(numpy.median(room))
    return shade <= _DARK and float((numpy.abs(room - shade) <= _ALIKE).mean()) >= _NEARLY_ALL
