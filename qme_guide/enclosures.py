"""What is enclosed with the request for review, in its order: our own pages around the papers that were added.

Our pages say where every part begins, so they are laid out again until the numbers hold. This module must not know
how a packet is bound, the law, or who gets a copy.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from qme_guide.case import Record
from qme_guide.documents.contents import contents
from qme_guide.documents.cover import imr_cover
from qme_guide.documents.document import Document
from qme_guide.documents.letters import late_note
from qme_guide.documents.matter import Matter
from qme_guide.documents.packet_papers import Listed, copies, exhibit_marks, exhibit_sheet, listed, records_index
from qme_guide.packet import Part, pages_of
from qme_guide.render import pdf

Files = Sequence[bytes]
Places = Mapping[str, tuple[int, int]]
"""The page on which each paper begins, and how many pages it has."""

FIRST_PAGE, CONTENTS, RECORDS, COPIES = "first_page", "contents", "records", "copies"
_GIVEN = {"form": "form", "decision": "decision", "certification": "certification", "designation": "designation", "doctor": "doctor_letter"}
"""The papers before the records, each with its name in the contents."""


@dataclass(frozen=True)
class Exhibit:
    """A record that helps, with its files in order.

    title: its name, for a paper that is not on the list of records; `record`: its place on that list, which names it.
    """

    title: str
    files: Files = field(repr=False)
    record: Record | None = None


@dataclass(frozen=True)
class Enclosed:
    """What was added, each paper as its PDFs in order, from `papers.check`; an empty one is left out without a word."""

    form: Files = field(repr=False)
    decision: Files = field(repr=False)
    certification: Files = field(default=(), repr=False)
    designation: Files = field(default=(), repr=False)
    doctor: Files = field(default=(), repr=False)
    exhibits: Sequence[Exhibit] = ()
    with_late_note: bool = False


@dataclass(frozen=True)
class Draft:
    """A paper in a packet before ours are drawn: its name for a file, its title in the contents, and its pieces in order."""

    name: str
    title: str
    pieces: Sequence[Part | Document]
    inner: bool = False


@dataclass(frozen=True)
class Paper:
    """A paper in a packet: its name for a file, its title in the contents, and its parts in order, the first with a bookmark."""

    name: str
    title: str
    parts: tuple[Part, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return _pages(self.parts)


def files(given: Files) -> list[Part]:
    """Added files, each read once to count its pages. Raises PacketError when one is not a PDF with pages."""
    return [Part("", file, only=pages_of(file)) for file in given]


def request(matter: Matter, enclosed: Enclosed) -> list[Paper]:
    """Every paper of the request in its order, ours written. Raises PacketError when a file is not a PDF with pages."""
    given, exhibits = _given(matter, enclosed), _exhibits(matter, enclosed)
    return settled(lambda places: _draft(matter, given, exhibits, places))


def settled(draft: Callable[[Places], list[Draft]]) -> list[Paper]:
    """The papers of a packet whose pages tell where the others begin. draft: all of them, for the places known so far."""
    places = _places([(one.name, _guess(one)) for one in draft({})])
    # Later numbers are never shorter, so our pages can only grow, and this ends.
    while True:
        papers = drawn(draft(places))
        found = _places([(paper.name, paper.pages) for paper in papers])
        if found == places:
            return papers
        places = found


def _guess(draft: Draft) -> int:
    """How many pages it will have if each paper of ours has one."""
    return sum(1 if isinstance(piece, Document) else _pages([piece]) for piece in draft.pieces)


def _places(counts: Sequence[tuple[str, int]]) -> Places:
    firsts = accumulate((count for _, count in counts), initial=1)
    return {name: (first, count) for (name, count), first in zip(counts, firsts, strict=False)}


def drawn(drafts: Sequence[Draft]) -> list[Paper]:
    """The papers with ours as pages of one PDF, so that it holds each font once. The packet numbers them and has their foot."""
    ours = [piece for draft in drafts for piece in draft.pieces if isinstance(piece, Document)]
    source, counts = pdf.together([replace(piece, page_words="", foot="") for piece in ours])
    ends = accumulate(counts)
    pages = iter([Part("", source, only=range(end - count, end), foot=one.foot) for one, end, count in zip(ours, ends, counts, strict=True)])
    return [_paper(draft, [next(pages) if isinstance(piece, Document) else piece for piece in draft.pieces]) for draft in drafts]


def _paper(draft: Draft, parts: Sequence[Part]) -> Paper:
    first, *others = parts
    return Paper(draft.name, draft.title, (replace(first, title=draft.title, inner=draft.inner), *others))


def _pages(parts: Sequence[Part]) -> int:
    return sum(len(part.only or ()) for part in parts)


def _given(matter: Matter, enclosed: Enclosed) -> list[Draft]:
    """The papers before the records."""
    say = matter.sayer("contents")
    found = [Draft(title, say(title), files(getattr(enclosed, name))) for name, title in _GIVEN.items() if getattr(enclosed, name)]
    return [*found, Draft("late_note", say("late_note"), [late_note(matter)])] if enclosed.with_late_note else found


def _exhibits(matter: Matter, enclosed: Enclosed) -> list[tuple[Listed, Draft]]:
    """Each record behind a sheet with its letter. One without files is no exhibit."""
    kept = [one for one in enclosed.exhibits if one.files]
    return [exhibit(matter, mark, one) for mark, one in zip(exhibit_marks(len(kept)), kept, strict=True)]


def exhibit(matter: Matter, mark: str, added: Exhibit) -> tuple[Listed, Draft]:
    """One record behind its sheet. Raises PacketError when a file is not a PDF with pages."""
    parts = files(added.files)
    line = replace(listed(matter, mark, added.record, added.title), pages=_pages(parts))
    title = matter.shared("exhibit_named", mark=mark, name=line.name) if line.name else matter.shared("exhibit", mark=mark)
    return line, Draft(f"exhibit-{mark.lower()}", title, [exhibit_sheet(matter, line), *parts], inner=True)


def _draft(matter: Matter, given: list[Draft], exhibits: list[tuple[Listed, Draft]], places: Places) -> list[Draft]:
    """All papers, ours with these page numbers; a page number that is not known yet is 0."""
    say = matter.sayer("contents")
    records = _records(matter, exhibits, places)
    rest = [*given, *records, Draft(COPIES, say(COPIES), [copies(matter)])]
    known = {name: places.get(name, (0, 0)) for name in (FIRST_PAGE, CONTENTS, *(draft.name for draft in rest))}
    total = sum(count for _, count in known.values())
    named = {draft.name: known[draft.name][-1] for draft in given}
    if records:
        named[RECORDS] = sum(known[draft.name][-1] for draft in records)
    rows = [(title, *known[name]) for name, title in ((FIRST_PAGE, say(FIRST_PAGE)), (CONTENTS, say("title")))]
    rows += [(draft.title, *known[draft.name]) for draft in rest]
    first_page = Draft(FIRST_PAGE, say(FIRST_PAGE), [imr_cover(matter, named, total)])
    return [first_page, Draft(CONTENTS, say("title"), [contents(matter, rows, total)]), *rest]


def _records(matter: Matter, exhibits: list[tuple[Listed, Draft]], places: Places) -> list[Draft]:
    """The index and the records behind it; nothing without records."""
    lines = [replace(line, first=places.get(draft.name, (0, 0))[0]) for line, draft in exhibits]
    index = [Draft(RECORDS, matter.sayer("contents")(RECORDS), [records_index(matter, lines)])] if exhibits else []
    return [*index, *(draft for _, draft in exhibits)]
