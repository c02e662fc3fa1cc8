"""One PDF from many papers, in the order they are sent, with the claim and the page number on every sheet.

Every page becomes a letter sheet, upright and whole, a little smaller so that the strip at its foot never covers
anything. Nothing that acts and nothing about the people who wrote the papers comes along. This module must not know
which papers belong together, the law, or any words.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate, count, islice
from typing import TypeVar

from pypdf import PdfReader
from pypdf.generic import IndirectObject, NameObject, TextStringObject

from qme_guide.copyist import BROKEN, Copyist
from qme_guide.render import strip
from qme_guide.sheets import LETTER, Face, Size, add_sheet, face, fitted, sheet_for


class PacketError(Exception):
    """A part is not a PDF with pages. It carries nothing of the part."""


Progress = Callable[[int, int], None]
"""Told after each page: how many are done, and how many there are. It may raise, to stop the work."""

Found = TypeVar("Found")


@dataclass(frozen=True)
class Part:
    """A paper in the packet: how its bookmark calls it, and its PDF (from `papers.check` or `render.pdf`).

    Without a title it has no bookmark. `inner`: its bookmark stands under the last one that is not inner. `only`: which
    pages of the PDF, counted from 0; all of them when None. `foot`: what stands at the foot of its sheets in the place of
    the claim, so that no sheet of ours has two feet.
    """

    title: str
    source: bytes = field(repr=False)
    inner: bool = False
    only: range | None = None
    foot: str = ""


@dataclass(frozen=True)
class Stamp:
    """What the packet is called and what stands on every sheet. `page_words` holds {page} and {pages}.

    For a piece of a packet: how many sheets come `before` it, and how many `pages` there are in all.
    """

    claim_label: str
    page_words: str
    title: str
    language: str
    before: int = 0
    pages: int | None = None


def paginate(parts: Sequence[Part]) -> tuple[tuple[str, int, int], ...]:
    """Each part's title, the sheet it begins on (the first is 1) and how many sheets it has. Raises PacketError.

    A page of contents is a part itself: give it with any numbers first, then again with those found here.
    """
    counts = [len(pages_of(part.source) if part.only is None else part.only) for part in parts]
    firsts = accumulate(counts, initial=1)
    return tuple((part.title, first, pages) for part, first, pages in zip(parts, firsts, counts, strict=False))


def build(parts: Sequence[Part], stamp: Stamp, progress: Progress | None = None) -> bytes:
    """The packet as one PDF, with a bookmark for each part. Raises PacketError, and whatever progress raises.

    The same parts and stamp give the same bytes.
    """
    contents = paginate(parts)
    copyist = Copyist()
    looks = _faces(parts, copyist, _counter(progress, sum(pages for *_, pages in contents)))
    sheets = [sheet_for(look) for look in looks]
    lefts = [part.foot or stamp.claim_label for part, (*_, pages) in zip(parts, contents, strict=True) for _ in range(pages)]
    strips = _faces([Part("", strip.render(_strips(sheets, lefts, stamp), stamp.language))], copyist, _nobody)
    for look, sheet, foot in zip(looks, sheets, strips, strict=True):
        add_sheet(copyist, sheet, [fitted(look, (0.0, strip.HEIGHT, *sheet)), foot.layer])
    _add_bookmarks(copyist, parts, [first for _, first, _ in contents])
    return _finished(copyist, stamp)


def stacked(parts: Sequence[Part], title: str, language: str, progress: Progress | None = None) -> bytes:
    """Finished papers as one PDF to print: nothing is added to a sheet, and each begins on a sheet of its own when both sides
    are printed, so a blank page may follow one. A bookmark for each. Raises as `build` does."""
    copyist = Copyist()
    counts = [pages for *_, pages in paginate(parts)]
    looks, firsts = iter(_faces(parts, copyist, _counter(progress, sum(counts)))), []
    for pages in counts:
        firsts.append(len(copyist.writer.pages) + 1)
        for look in islice(looks, pages):
            sheet = sheet_for(look)
            add_sheet(copyist, sheet, [fitted(look, (0.0, 0.0, *sheet))])
        if len(copyist.writer.pages) % len(("front", "back")):
            add_sheet(copyist, LETTER, [])
    _add_bookmarks(copyist, parts, firsts)
    return _finished(copyist, Stamp("", "", title, language))


def unbroken(read: Callable[[], Found]) -> Found:
    """What reading a file gives. PacketError when it is broken; raised here, it holds nothing of the file."""
    try:
        return read()
    except BROKEN:
        pass
    raise PacketError


def pages_of(source: bytes) -> range:
    """All pages of a PDF, counted from 0; at least one. Raises PacketError."""
    pages = unbroken(lambda: len(PdfReader(io.BytesIO(source)).pages))
    if not pages:
        raise PacketError
    return range(pages)


def _nobody() -> None:
    """Nobody waits for these pages."""


def _counter(progress: Progress | None, total: int) -> Callable[[], None]:
    """What to call after each page."""
    if progress is None:
        return _nobody
    numbers = count(1)
    return lambda: progress(next(numbers), total)


def _faces(parts: Sequence[Part], copyist: Copyist, done: Callable[[], None]) -> list[Face]:
    """Every page of these parts as it looks, in order. A PDF that several parts share is opened once."""
    looks: list[Face] = []
    opened: dict[int, PdfReader] = {}
    for part in parts:
        if id(part.source) not in opened:
            opened[id(part.source)] = unbroken(partial(PdfReader, io.BytesIO(part.source)))
            unbroken(partial(copyist.reads, opened[id(part.source)].root_object))
        reader = opened[id(part.source)]
        for at in pages_of(part.source) if part.only is None else part.only:
            looks.append(unbroken(lambda reader=reader, at=at: face(reader.pages[at], copyist)))
            done()
    if not looks:
        raise PacketError
    return looks


def _add_bookmarks(copyist: Copyist, parts: Sequence[Part], firsts: Sequence[int]) -> None:
    """One for each part with a title, the inner ones under the one before them."""
    outer: IndirectObject | None = None
    for part, first in zip(parts, firsts, strict=True):
        if part.title:
            added = copyist.writer.add_outline_item(title=part.title, page_number=first - 1, parent=outer if part.inner else None)
            outer = outer if part.inner else added


def _strips(sheets: Sequence[Size], lefts: Sequence[str], stamp: Stamp) -> list[strip.Strip]:
    """The foot of every sheet, as wide as its sheet. lefts: what stands at the left end of each."""
    pages = stamp.pages or len(sheets)
    return [
        strip.Strip(width, left, stamp.page_words.format(page=stamp.before + page, pages=pages))
        for page, ((width, _), left) in enumerate(zip(sheets, lefts, strict=True), start=1)
    ]


def _finished(copyist: Copyist, stamp: Stamp) -> bytes:
    """The file, with its title and language."""
    writer = copyist.writer
    writer.add_metadata({"/Title": stamp.title})
    writer.create_viewer_preferences().display_doctitle = True
    writer.root_object[NameObject("/Lang")] = TextStringObject(stamp.language)
    return copyist.finished()
