"""What can be seen on the pages of a paper without reading it: is one blurred, twice there, missing, of another claim?

All of it is a reason to ask the person beside the picture, and never an answer. A scan and a photo hold no words, so
about them most is not known: then the answer here is None. This module must not know the case, the law or any words
for people.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy
from PIL import Image

from qme_guide.covered import covered, dark_somewhere
from qme_guide.pictures import Pages

# Of 72 dots an inch: 100 dots an inch, where small print has just enough dots to be sharp or not.
_SCALE = 1.4
# A page is looked at in squares of so many dots; a stroke of a letter and some paper fit into one.
_SQUARE = 11
# Of 255 shades: the difference that print makes on paper, and shadows and folds do not.
_PRINT, _FAINT = 48, 16
# On a sharp page the shade changes by most of the difference from one dot to the next, on a blurred one by little.
_SHARP = 0.4
# More words than a page of small print holds are of no use, and a file may hold millions.
_MOST_WORDS = 20_000
# So few signs on a page are a stamp or a number, not its text.
_FEW_SIGNS = 40

_PAGE = r"\b(?:page|pages|pg|p[aá]gina|p[aá]g|p)\b\.?\s*(\d{1,3})\s*(?:of|out of|de|/)\s*(\d{1,3})\b"
_ALONE = r"^\W*(\d{1,3})\s*(?:of|de|/)\s*(\d{1,3})\W*$"
_NUMBERED = re.compile(f"{_PAGE}|{_ALONE}", re.IGNORECASE | re.MULTILINE)
# Around a claim number stands no other sign of a word; between its signs may stand anything that is none.
_WHOLE, _BETWEEN = r"(?<![^\W_]){}(?![^\W_])", r"[\W_]*"


@dataclass(frozen=True)
class Look:
    """What one page looks like.

    sharpness: 0 to 1, how suddenly its print begins and ends. blurred: only a reason to ask. fingerprint: the same for
    pages that look exactly the same, "" for a page with nothing on it. text: the words it holds as words. covered: some
    of them lie under a dark box.
    """

    sharpness: float
    blurred: bool
    fingerprint: str
    text: str = field(repr=False)
    covered: bool = False


@dataclass(frozen=True)
class PageNumbers:
    """The numbers printed on the pages of a paper: which were read, of how many, and which belong to no page here."""

    there: tuple[int, ...]
    of: int
    missing: tuple[int, ...]


def looks(data: bytes) -> tuple[Look, ...]:
    """The look of every page. `data`: a PDF that `papers.check` or `leaves.sheets` made."""
    return tuple(each_look(data))


def each_look(data: bytes) -> Iterator[Look]:
    """The look of every page, one at a time, so that a screen can tell how far it is."""
    with Pages(data) as pages:
        for page in range(len(pages)):
            image = pages.image(page, _SCALE, grey=True)
            hidden = dark_somewhere(image) and covered(image, pages.signs(page, _MOST_WORDS), _SCALE)
            yield replace(_look(image, pages.text(page)[:_MOST_WORDS]), covered=hidden)


def same_pages(looks: Sequence[Look]) -> tuple[tuple[int, int], ...]:
    """Pages (from 0) that look exactly the same as one before them: that one, and the page."""
    first: dict[str, int] = {}
    for page, look in enumerate(looks):
        first.setdefault(look.fingerprint, page)
    pairs = ((first[look.fingerprint], page) for page, look in enumerate(looks) if look.fingerprint)
    return tuple((before, page) for before, page in pairs if before != page)


def page_numbers(looks: Sequence[Look]) -> PageNumbers | None:
    """What "Page 2 of 4" says about the pages; None when no page says so.

    A page without a number stands for the number its place calls for, for first pages and scans often have none.
    Papers bound together count on their own; the one with the most pages is told.
    """
    read = [dict(_numbers(look.text)) for look in looks]
    totals = Counter(total for found in read for total in found)
    if not totals:
        return None
    of = max(totals, key=lambda total: (totals[total], total))
    numbers = [found.get(of) for found in read]
    known = {*_by_place(numbers, 1), *_by_place(numbers[::-1], -1)}
    there = sorted({number for number in numbers if number})
    return PageNumbers(tuple(there), of, tuple(number for number in range(1, of + 1) if number not in known))


def printed(text: str) -> tuple[int, int] | None:
    """The number of a page and of how many, as its text says it ("Page 2 of 4"); None when it says none, or several."""
    found = dict.fromkeys(_numbers(text))
    if len(found) != 1:
        return None
    (total, number), *_ = found
    return number, total


def names(looks: Sequence[Look], number: str) -> bool | None:
    """Whether this claim number stands on a page, spaces and hyphens aside; None when that cannot be known."""
    signs = [re.escape(sign) for sign in number if sign.isalnum()]
    if not signs:
        return None
    wanted = re.compile(_WHOLE.format(_BETWEEN.join(signs)), re.IGNORECASE)
    if any(wanted.search(look.text) for look in looks):
        return True
    readable = all(_has_words(look) for look in looks if look.fingerprint)
    return False if looks and readable else None


def _look(image: Image.Image, text: str) -> Look:
    shades = numpy.asarray(image.convert("L")).astype(numpy.int16)
    squares = _squares(shades)
    across, down = _contrast(squares, -1), _contrast(squares, -1 - 1)
    strongest = int(max(across.max(), down.max()))
    if strongest < _FAINT:
        return Look(0.0, False, "", text)
    print_ = max(_FAINT, min(_PRINT, strongest * 0.5))
    sharpness = min(_sharpness(squares, -1, across, print_), _sharpness(squares, -1 - 1, down, print_))
    return Look(sharpness, sharpness < _SHARP, hashlib.sha256(shades.tobytes()).hexdigest(), text)


def _squares(shades: numpy.ndarray) -> numpy.ndarray:
    """A picture cut into squares: their rows, their columns, and the dots of each; what is over at the edges is left out."""
    down, across = (side // _SQUARE for side in shades.shape)
    cut = shades[: down * _SQUARE, : across * _SQUARE].reshape(down, _SQUARE, across, _SQUARE)
    return cut.swapaxes(1, -1 - 1)


def _contrast(squares: numpy.ndarray, axis: int) -> numpy.ndarray:
    """The largest difference of shades along one line of dots, for each square."""
    return (squares.max(axis) - squares.min(axis)).max(-1)


def _sharpness(squares: numpy.ndarray, axis: int, contrast: numpy.ndarray, print_: float) -> float:
    """How sharp the print is in one direction, 0 to 1; a hand that moves blurs in one direction only.

    Only squares with print count. In each, the largest step between two dots is compared with the whole difference.
    """
    steps = numpy.abs(numpy.diff(squares, axis=axis)).max((-1, -1 - 1))
    counts = contrast >= print_
    return float(numpy.median(steps[counts] / contrast[counts])) if counts.any() else 1.0


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Every "page 2 of 4" of a text, as the total and the number."""
    for found in _NUMBERED.finditer(text):
        number, total = (int(digits) for digits in found.groups() if digits)
        if 0 < number <= total:
            yield total, number


def _by_place(numbers: Sequence[int | None], step: int) -> Iterator[int]:
    """The number of each page; one without a number gets the one that follows."""
    last: int | None = None
    for number in numbers:
        last = number if number else last and last + step
        if last:
            yield last


def _has_words(look: Look) -> bool:
    return sum(map(str.isalnum, look.text)) >= _FEW_SIGNS
