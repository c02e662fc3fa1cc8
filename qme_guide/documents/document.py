"""A paper as a short list of blocks in reading order, before it is any kind of file.

Builders make a `Document` from answers and words; each renderer turns the same blocks into one file type, so the
letter, its editable copy and its screen twin cannot say different things. Text is plain: no markup is understood
anywhere, so whatever a person typed prints as typed. This module must not know files, fonts, law or words.
"""

from dataclasses import dataclass
from itertools import zip_longest

TITLE_LEVEL = 1
PART_LEVEL = TITLE_LEVEL + 1
"""Heading levels: of the paper's own title, and of its parts."""


@dataclass(frozen=True)
class Heading:
    """A heading. Level 1 is the paper's title, 2 a part, 3 a detail; it never stands last on a page."""

    text: str
    level: int = PART_LEVEL


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; line breaks in the text are kept. `strong` prints all of it bold."""

    text: str
    strong: bool = False


def leads(text: str) -> bool:
    """The text ends with a colon: it leads what follows and never stands last on a page."""
    return text.rstrip().endswith(":")


@dataclass(frozen=True)
class Bullets:
    """A list of items, numbered from one or with dots."""

    items: tuple[str, ...]
    numbered: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """What stands before each item: a number counted from one, or a dot."""
        return tuple(f"{number}." if self.numbered else "\u2022" for number, _ in enumerate(self.items, start=1))


@dataclass(frozen=True)
class Table:
    """Rows of cells. `head` is repeated on every page; with no head, the first column names each row.

    `widths` are relative; None shares the width by how much the columns hold. Rows may be shorter than the longest.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] | None = None

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """Head (if any) and rows, every one filled up with empty cells to the same length."""
        given = (self.head, *self.rows) if self.head else self.rows
        return tuple(zip(*zip_longest(*given, fillvalue=""), strict=True))


@dataclass(frozen=True)
class Blank:
    """A labelled line to fill in by hand, for what is not known."""

    label: str


@dataclass(frozen=True)
class Quote:
    """The worker's own words, printed in quotation marks exactly as typed."""

    text: str


@dataclass(frozen=True)
class Lines:
    """An address block or the like: short lines, one under the other."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """A box to tick, or one that is ticked, with its text."""

    text: str
    checked: bool = False


@dataclass(frozen=True)
class Signature:
    """The place to sign and date, with the printed name under it. Never split, never alone on a page."""

    name_label: str
    date_label: str
    name: str = ""


@dataclass(frozen=True)
class Big:
    """One thing in very large type, such as a date, with a small label above it."""

    label: str
    text: str


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True)
class Rule:
    """A hairline across the page."""


Block = Heading | Paragraph | Bullets | Table | Blank | Quote | Lines | Check | Signature | Big | PageBreak | Rule


@dataclass(frozen=True)
class Document:
    """One paper.

    name: file name without its ending. title: printed first unless a block is a level 1 heading; also the file's
    title. language: "en" or "es". header: who and which claim, at the head of every page. mark: a warning in a box at
    the head of every page. foot: at the foot of every page, beside `page_words`. large: type for a wall or a purse.
    one_page: the type may be a little smaller when the paper is then one page (and one more after each PageBreak), or
        hardly smaller when it is then a page shorter.
    """

    name: str
    title: str
    language: str
    blocks: tuple[Block, ...]
    header: tuple[str, ...] = ()
    mark: str | None = None
    foot: str = ""
    page_words: str = "{page} / {pages}"
    large: bool = False
    one_page: bool = False

    @property
    def flow(self) -> tuple[Block, ...]:
        """The blocks as printed: led by the title, unless the builder placed a level 1 heading itself."""
        placed = any(isinstance(block, Heading) and block.level == TITLE_LEVEL for block in self.blocks)
        return self.blocks if placed else (Heading(self.title, TITLE_LEVEL), *self.blocks)
