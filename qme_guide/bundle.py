"""What goes into which envelope: the request for the review organization, and the copy for the claims administrator.

A paper may be several files, one after the other. The claims administrator's copy never holds the decision: the
function that makes it is not given one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from qme_guide import packet
from qme_guide.documents.contents import contents
from qme_guide.documents.document import Document
from qme_guide.documents.letters import claims_copy, imr_cover, late_note
from qme_guide.documents.matter import Matter
from qme_guide.packet import Part, Stamp
from qme_guide.render import pdf

Files = Sequence[bytes]


@dataclass(frozen=True)
class Paper:
    """A paper in a packet: its title in the contents, and its files in order."""

    title: str
    files: Files

    @property
    def parts(self) -> list[Part]:
        """A bookmark for each file; the second file and those after it carry their number."""
        return [Part(f"{self.title} ({number})" if number > 1 else self.title, file) for number, file in enumerate(self.files, start=1)]

    @property
    def pages(self) -> int:
        """Raises PacketError when a file is not a PDF with pages."""
        return sum(count for _, _, count in packet.paginate(self.parts))


def request_packet(matter: Matter, form: Files, decision: Files, certification: Files = (), with_late_note: bool = False) -> bytes:
    """Cover, contents, signed form, complete decision, then the doctor's paper and the note on the date, as one PDF.

    form, decision, certification: the PDFs of each paper in order, from `papers.check`; no certification, no word of
    it. Raises PacketError when one is not a PDF with pages.
    """
    say = matter.sayer("contents")
    papers = [Paper(say("form"), form), Paper(say("decision"), decision)]
    if certification:
        papers.append(Paper(say("certification"), certification))
    if with_late_note:
        papers.append(Paper(say("late_note"), [_own(late_note(matter))]))
    pages = Paper("", decision).pages, Paper("", certification).pages
    return _bound(matter, papers, *pages)


def administrator_packet(matter: Matter, form: Files) -> bytes:
    """The letter and the signed form, as one PDF, without the decision."""
    title = matter.sayer("claims-copy")("title")
    papers = [Paper(title, [_own(claims_copy(matter))]), Paper(matter.sayer("contents")("form"), form)]
    return packet.build(_parts(papers), _stamp(matter, title))


def _bound(matter: Matter, papers: Sequence[Paper], decision_pages: int, certification_pages: int) -> bytes:
    """The packet with its cover and contents, which know the page numbers of everything after them."""
    say, title = matter.sayer("contents"), matter.sayer("imr-cover")("title")

    def front(found: Sequence[tuple[str, int, int]], total: int) -> list[Paper]:
        cover = imr_cover(matter, decision_pages, total, certification_pages)
        return [Paper(say("cover"), [_own(cover)]), Paper(say("title"), [_own(contents(matter, found, total))])]

    found = _places([*front((), 0), *papers])
    total = sum(count for _, _, count in found)
    return packet.build(_parts([*front(found, total), *papers]), _stamp(matter, title))


def _parts(papers: Sequence[Paper]) -> list[Part]:
    return [part for paper in papers for part in paper.parts]


def _places(papers: Sequence[Paper]) -> list[tuple[str, int, int]]:
    """Each paper's title, the page it begins on and how many pages it has."""
    counts = [paper.pages for paper in papers]
    firsts = accumulate(counts, initial=1)
    return [(paper.title, first, count) for paper, first, count in zip(papers, firsts, counts, strict=False)]


def _own(document: Document) -> bytes:
    """A paper of ours in a packet: the packet numbers its pages, so it does not."""
    return pdf.render(replace(document, page_words=""))


def _stamp(matter: Matter, title: str) -> Stamp:
    """What stands at the foot of every sheet; without a claim number only the page does."""
    number = matter.case.claim.number
    label = f"{matter.shared('claim_number')}: {number}" if number else ""
    return Stamp(label, matter.words.letters["common"]["page_words"], title, matter.words.language)
