"""The words of a report: the text layer of its PDF, page by page, to be read and searched in memory.

Everything a stranger's file can do is met by `papers.check`: what is read here is the clean copy it makes. A scan and a
photo hold no words; that is said, and nothing is guessed. This module must not know the case, the law or any words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from qme_guide.folded import folded, plain
from qme_guide.papers import Limits, Problem, check
from qme_guide.pictures import Pages

# More signs than a page of small print holds are of no use, and a file may hold millions.
_MOST_SIGNS = 20_000
# So few letters on a page are a stamp or a number, not its text.
_FEW_LETTERS = 40
# How many signs are shown on each side of what was found.
_AROUND = 34
# What a PDF says for a hyphen at the end of a line, and signs that no screen shows.
_LINE_HYPHEN = re.compile("[\x02\ufffe\u00ad]\\s*")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffd]")
_LINES = re.compile(r"[ \t]*(?:\r\n?|\n)")
# A word that the edge of an excerpt cuts, when another follows it or stands before it.
_CUT_FIRST, _CUT_LAST = re.compile(r"^\S*(?=\s)"), re.compile(r"(?<=\s)\S*$")
_EMPTY_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class ReportText:
    """The words of each page, "" for a page that holds none. pictures: most of the pages are pictures of text."""

    pages: tuple[str, ...] = field(repr=False)
    pictures: bool


@dataclass(frozen=True)
class Hit:
    """A page (from 1) on which something was found: how often, the words as they first stand there, and a few around them."""

    page: int
    times: int
    before: str = field(repr=False)
    found: str = field(repr=False)
    after: str = field(repr=False)


def read(data: bytes, limits: Limits) -> ReportText | Problem:
    """The words of a PDF; or the one reason why it cannot be used (keys of `papers.check`). Nothing in a file makes it raise."""
    upload = check("", data, limits)
    if isinstance(upload, Problem):
        return upload
    with Pages(upload.data) as opened:
        pages = tuple(_tidy(opened.text(page)[:_MOST_SIGNS]) for page in range(len(opened)))
    empty = sum(not page for page in pages)
    return ReportText(pages, empty > len(pages) - empty)


def find(text: ReportText, wanted: str, most: int) -> tuple[Hit, ...]:
    """The first `most` pages with these words, whatever their accents, capitals, spaces and line breaks."""
    return tuple(islice(_hits(text, wanted), most))


def places(page: str, wanted: str) -> tuple[slice, ...]:
    """Every place of these words in the text of one page; none for no words."""
    sought = plain(wanted).strip()
    if not sought or sought not in plain(page):
        return ()
    read = folded(page)
    return tuple(read.origin(*found.span()) for found in re.finditer(re.escape(sought), read.plain))


def _hits(text: ReportText, wanted: str) -> Iterator[Hit]:
    for number, page in enumerate(text.pages, start=1):
        if found := places(page, wanted):
            yield Hit(number, len(found), *_around(page, found[0]))


def _around(page: str, where: slice) -> tuple[str, str, str]:
    """What is found, between the whole words before and after it."""
    before, after = page[max(where.start - _AROUND, 0) : where.start], page[where.stop : where.stop + _AROUND]
    if where.start > _AROUND:
        before = _CUT_FIRST.sub("", before)
    if where.stop + _AROUND < len(page):
        after = _CUT_LAST.sub("", after)
    return before, page[where], after


def _tidy(page: str) -> str:
    """The words as a person reads them: words broken at the end of a line are whole, and nothing is there that is not seen.

    "" for a page with too few letters to be a text.
    """
    lines = _LINES.sub("\n", _LINE_HYPHEN.sub("", page))
    tidy = _EMPTY_LINES.sub("\n\n", _UNSEEN.sub("", lines)).strip()
    return tidy if sum(map(str.isalpha, tidy)) >= _FEW_LETTERS else ""
