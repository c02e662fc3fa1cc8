"""One PDF from many papers, in the order they are sent, with the claim and the page number on every sheet.

Every page becomes a letter sheet, upright and whole, a little smaller so that the strip at its foot never covers
anything. Nothing that acts and nothing about the people who wrote the papers comes along. This module must not know
which papers belong together, the law, or any words.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from pypdf import PdfReader
from pypdf.generic import NameObject, TextStringObject

from qme_guide.copyist import BROKEN, Copyist
from qme_guide.layers import keep_hidden
from qme_guide.render import strip
from qme_guide.sheets import Face, Size, add_sheet, face, fitted, sheet_for


class PacketError(Exception):
    """A part is not a PDF with pages. It carries nothing of the part."""


@dataclass(frozen=True)
class Part:
    """A paper in the packet: how the bookmark calls it, and its PDF (from `papers.check` or `render.pdf`)."""

    title: str
    source: bytes = field(repr=False)


@dataclass(frozen=True)
class Stamp:
    """What the packet is called and what stands on every sheet. `page_words` holds {page} and {pages}."""

    claim_label: str
    page_words: str
    title: str
    language: str


def paginate(parts: Sequence[Part]) -> tuple[tuple[str, int, int], ...]:
    """Each part's title, the sheet it begins on (the first is 1) and how many sheets it has. Raises PacketError.

    A page of contents is a part itself: give it with any numbers first, then again with those found here.
    """
    counts = [_page_count(part.source) for part in parts]
    firsts = accumulate(counts, initial=1)
    return tuple((part.title, first, count) for part, first, count in zip(parts, firsts, counts, strict=False))


def build(parts: Sequence[Part], stamp: Stamp) -> bytes:
    """The packet as one PDF, with a bookmark for each part. Raises PacketError.

    The same parts and stamp give the same bytes.
    """
    contents = paginate(parts)
    copyist = Copyist()
    looks = _faces([part.source for part in parts], copyist)
    sheets = [sheet_for(look) for look in looks]
    strips = _faces([strip.render(_strips(sheets, stamp), stamp.language)], copyist)
    for look, sheet, foot in zip(looks, sheets, strips, strict=True):
        add_sheet(copyist, sheet, [fitted(look, (0.0, strip.HEIGHT, *sheet)), foot.layer])
    for title, first, _ in contents:
        copyist.writer.add_outline_item(title=title, page_number=first - 1)
    return _finished(copyist, stamp)


def _page_count(source: bytes) -> int:
    try:
        count = len(PdfReader(io.BytesIO(source)).pages)
    except BROKEN:
        count = 0
    if not count:
        raise PacketError
    return count


def _faces(sources: Sequence[bytes], copyist: Copyist) -> list[Face]:
    """Every page of these PDFs as it looks, in order."""
    looks: list[Face] = []
    try:
        for source in sources:
            reader = PdfReader(io.BytesIO(source))
            looks += [face(page, copyist) for page in reader.pages]
            keep_hidden(reader.root_object, copyist)
    except BROKEN:
        looks = []
    if not looks:
        raise PacketError
    return looks


def _strips(sheets: Sequence[Size], stamp: Stamp) -> list[strip.Strip]:
    """The foot of every sheet, as wide as its sheet."""
    return [
        strip.Strip(width, stamp.claim_label, stamp.page_words.format(page=page, pages=len(sheets)))
        for page, (width, _) in enumerate(sheets, start=1)
    ]


def _finished(copyist: Copyist, stamp: Stamp) -> bytes:
    """The file, with its title and language."""
    writer = copyist.writer
    writer.add_metadata({"/Title": stamp.title})
    writer.create_viewer_preferences().display_doctitle = True
    writer.root_object[NameObject("/Lang")] = TextStringObject(stamp.language)
    return copyist.finished()
