"""What goes into which envelope: the request for the review organization, and the copy for the claims administrator.

The claims administrator's copy never holds the decision: the function that makes it is not given one.
"""

from collections.abc import Sequence
from dataclasses import replace

from qme_guide import packet
from qme_guide.documents.contents import contents
from qme_guide.documents.document import Document
from qme_guide.documents.letters import claims_copy, imr_cover, late_note
from qme_guide.documents.matter import Matter
from qme_guide.packet import Part, Stamp
from qme_guide.render import pdf


def request_packet(matter: Matter, form: bytes, decision: bytes, with_late_note: bool = False) -> bytes:
    """Cover, contents, signed form, complete decision and, if wanted, the note on the date, as one PDF.

    form, decision: PDFs from `papers.check`. Raises PacketError when one is not a PDF with pages.
    """
    say = matter.sayer("contents")
    papers = [Part(say("form"), form), Part(say("decision"), decision)]
    if with_late_note:
        papers.append(Part(say("late_note"), _own(late_note(matter))))
    pages = {part.title: count for part, (_, _, count) in zip(papers, packet.paginate(papers), strict=True)}
    return _bound(matter, papers, pages[say("decision")])


def administrator_packet(matter: Matter, form: bytes) -> bytes:
    """The letter and the signed form, as one PDF, without the decision."""
    say = matter.sayer("contents")
    parts = [Part(matter.sayer("claims-copy")("title"), _own(claims_copy(matter))), Part(say("form"), form)]
    return packet.build(parts, _stamp(matter, matter.sayer("claims-copy")("title")))


def _bound(matter: Matter, papers: Sequence[Part], decision_pages: int) -> bytes:
    """The packet with its cover and contents, which know the page numbers of everything after them."""
    say, title = matter.sayer("contents"), matter.sayer("imr-cover")("title")
    front = [Part(say("cover"), _own(imr_cover(matter, decision_pages))), Part(say("title"), _own(contents(matter, (), 0)))]
    found = packet.paginate([*front, *papers])
    total = sum(count for _, _, count in found)
    front = [
        Part(say("cover"), _own(imr_cover(matter, decision_pages, total))),
        Part(say("title"), _own(contents(matter, found, total))),
    ]
    return packet.build([*front, *papers], _stamp(matter, title))


def _own(document: Document) -> bytes:
    """A paper of ours in a packet: the packet numbers its pages, so it does not."""
    return pdf.render(replace(document, page_words=""))


def _stamp(matter: Matter, title: str) -> Stamp:
    """What stands at the foot of every sheet; without a claim number only the page does."""
    number = matter.case.claim.number
    label = f"{matter.shared('claim_number')}: {number}" if number else ""
    return Stamp(label, matter.words.letters["common"]["page_words"], title, matter.words.language)
