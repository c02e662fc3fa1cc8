"""A paper as a PDF: US letter, one inch of margin, who and which claim at the head of every page.

What stands on which page is decided by `layout`, how it looks by `blocks` and `tables`. This module only puts a head
and a foot around each page. It must not know law, words, or who the paper is for.
"""

from collections.abc import Sequence

from qme_guide.documents.document import Document, PageBreak
from qme_guide.render.blocks import Composer
from qme_guide.render.layout import Page, Row, paginate, stack
from qme_guide.render.sheet import Sheet
from qme_guide.render.style import FRAME, MARGIN, Style

_TEXT, _LARGE = 11.5, 14.0
_TIGHTER = {_TEXT: (11.0, 10.5, 10.0, 9.5), _LARGE: (13.0, 12.0, 11.5, 11.0)}
_READABLE = 10.5
"""No smaller type than this only to save a page."""
_EDGE, _AIR, _PAGE_WORDS = 36.0, 6.0, 110.0
_SMALL, _MARK = Style(9.0), Style(10.5, bold=True)


def render(document: Document) -> bytes:
    """The file. The same document always gives the same bytes; it holds no date of making and no author."""
    file, _ = together([document])
    return file


def together(documents: Sequence[Document]) -> tuple[bytes, tuple[int, ...]]:
    """Several papers as one file that holds each font once, and how many pages each has. At least one paper.

    Each numbers its own pages. The first one names the file.
    """
    first, *_ = documents
    sheet = Sheet(first.title, first.language)
    counts = tuple([_draw(sheet, document) for document in documents])
    return sheet.finish(), counts


def _draw(sheet: Sheet, document: Document) -> int:
    """The pages of one paper, put behind those that are there; how many they are."""
    head, foot = _head(sheet, document), _foot(sheet, document)
    top = max(MARGIN, _EDGE + head.height)
    bottom = min(sheet.h - MARGIN, sheet.h - _EDGE - foot.height - _AIR * 2.0)
    pages = _laid_out(sheet, document, bottom - top)
    for number, page in enumerate(pages, start=1):
        sheet.add_page()
        head.draw(_EDGE)
        for down, row in page:
            row.draw(top + down)
        foot.draw(sheet.h - _EDGE - foot.height)
        words = document.page_words.format(page=number, pages=len(pages))
        sheet.put(words, sheet.l_margin, sheet.h - _EDGE - foot.height + _AIR, _SMALL, sheet.epw, align="R")
    return len(pages)


def _laid_out(sheet: Sheet, document: Document, height: float) -> list[Page]:
    """What stands on which page. A paper meant for one page takes the largest type with which it is one.

    One that cannot be takes a type that is hardly smaller where that saves a page: a signature alone on the last one looks lost.
    """
    size = _LARGE if document.large else _TEXT
    most = sum(isinstance(block, PageBreak) for block in document.flow) + 1
    first = paginate(Composer(sheet, size).rows(document.flow), height)
    if not document.one_page or len(first) <= most:
        return first
    shorter: list[Page] = []
    for one in _TIGHTER[size]:
        pages = paginate(Composer(sheet, one).rows(document.flow), height)
        if len(pages) <= most:
            return pages
        if one >= _READABLE and len(pages) < len(first):
            shorter = shorter or pages
    return shorter or first


def _head(sheet: Sheet, document: Document) -> Row:
    """Who and which claim over a hairline, and the mark in a box."""
    x, width = sheet.l_margin, sheet.epw
    parts: list[Row] = []
    if document.header:
        parts += sheet.strip("   \u00b7   ".join(document.header), _SMALL, x, width)
        parts.append(Row(_AIR, lambda y: sheet.rule(x, y + _AIR / 2.0, width)))
    if document.mark:
        mark = stack(sheet.strip(document.mark, _MARK, x + _AIR, width - _AIR * 2.0))
        parts += [Row(_AIR, lambda y: sheet.box(x, y + _AIR / 2.0, width, mark.height + _AIR, FRAME)), mark]
    return stack([*parts, Row(_AIR * 3.0, lambda y: None)])


def _foot(sheet: Sheet, document: Document) -> Row:
    """A hairline, and under it the line that belongs on every page; the page number stands to its right."""
    x, width = sheet.l_margin, sheet.epw
    if not (document.foot or document.page_words):
        return stack([])
    rule = Row(_AIR, lambda y: sheet.rule(x, y, width))
    return stack([rule, *sheet.strip(document.foot, _SMALL, x, width - _PAGE_WORDS)])
