"""What goes into which envelope: the request for the review organization, the copy for the claims administrator, and the
records for an evaluator, which the claims administrator gets first.

The claims administrator's copy of a request never holds the decision, a record or the doctor's paper: the function that
makes it is not given one.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from zipfile import ZipFile, ZipInfo

from qme_guide import packet
from qme_guide.case import Exam, Record, Report
from qme_guide.documents.dispute_letter import dispute_letter
from qme_guide.documents.document import Document
from qme_guide.documents.evaluator import allowed, marked, no_time, qme_index, qme_letter, qme_letter_copy
from qme_guide.documents.factual_correction import correction_table, factual_correction
from qme_guide.documents.letters import claims_copy
from qme_guide.documents.matter import Matter
from qme_guide.documents.packet_papers import exhibit_marks
from qme_guide.enclosures import Draft, Enclosed, Exhibit, Files, Paper, Places, drawn, exhibit, files, request, settled
from qme_guide.packet import Part, Progress, Stamp
from qme_guide.rules import correction, disputing

__all__ = ["Enclosed", "Exhibit", "Files", "NotServed", "administrator_packet", "correction_packet", "dispute_packet", "evaluator_packet", "request_packet", "separate", "serving_packet"]


class NotServed(Exception):
    """No packet for an evaluator: a paper in it was not served on the other side, or the wait after it is not over."""


def request_packet(matter: Matter, enclosed: Enclosed, progress: Progress | None = None) -> bytes:
    """The request as one PDF: first page (also for a fax), contents, signed form, complete decision, then the doctor's
    signed paper, the paper that names another signer, the doctor's letter, the note on the date, the records behind
    their index, and the list of copies. Bookmarks lead to each; the records stand under their index.

    What is not enclosed is not named. progress: told after each page. Raises PacketError when a file is not a PDF with
    pages, and whatever progress raises.
    """
    return packet.build(_parts(request(matter, enclosed)), _stamp(matter, matter.sayer("imr-cover")("title")), progress)


def administrator_packet(matter: Matter, form: Files, progress: Progress | None = None) -> bytes:
    """The letter and the signed form, as one PDF. Raises as `request_packet` does.

    The proof of mailing is a paper of its own: it is signed after the mailing, and not by the worker.
    """
    title = matter.sayer("claims-copy")("title")
    drafts = [Draft("letter", title, [claims_copy(matter)]), Draft("form", matter.sayer("contents")("form"), files(form))]
    return packet.build(_parts(drawn(drafts)), _stamp(matter, title), progress)


def separate(matter: Matter, enclosed: Enclosed, progress: Progress | None = None) -> bytes:
    """The papers of `request_packet` as PDFs of their own in one ZIP, for who must send them apart: "01-first-page.pdf".

    Each page keeps the number it has in the whole packet, so that the contents hold. Arguments and errors as there.
    """
    papers = request(matter, enclosed)
    total, before = sum(paper.pages for paper in papers), 0
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for number, paper in enumerate(papers, start=1):
            stamp = replace(_stamp(matter, paper.title), before=before, pages=total)
            name = f"{number:02d}-{paper.name.replace('_', '-')}.pdf"
            archive.writestr(ZipInfo(name), packet.build(paper.parts, stamp, _onward(progress, before, total)))
            before += paper.pages
    return file.getvalue()


def serving_packet(matter: Matter, exam: Exam, exhibits: Mapping[str, Files], progress: Progress | None = None) -> bytes:
    """What the evaluator is to get, as one PDF for the claims administrator: the copy of the letter, the index, each record.

    exhibits: the PDFs of each chosen record, by its id. When nothing can reach the evaluator before the exam any more,
    there is no letter in it. Raises as `request_packet` does.
    """
    letter = [] if no_time(matter, exam) else [qme_letter_copy(matter, exam)]
    return _records(matter, exam, letter, exhibits, progress)


def evaluator_packet(matter: Matter, exam: Exam, exhibits: Mapping[str, Files], progress: Progress | None = None) -> bytes:
    """The same papers with the letter itself, for the QME. Raises NotServed before they may go, else as `request_packet`."""
    if not allowed(matter, exam):
        raise NotServed
    return _records(matter, exam, [qme_letter(matter, exam)], exhibits, progress)


def correction_packet(
    matter: Matter, report: Report, form: Files = (), exhibits: Mapping[str, Files] = MappingProxyType({}), progress: Progress | None = None,
) -> bytes:  # fmt: skip
    """The request to correct facts as one PDF, the same for each of the three who get it: the signed QME Form 37, the
    letter, the table when it is long, each paper behind its sheet.

    exhibits: the PDFs of papers that the report lists, by id of the record. Raises NotServed when the letter may not be
    made, or for any other paper: it may be new to the QME (rules/correction). Else raises as `request_packet`.
    """
    known = [one for one in correction.known(matter.case, report) if one.id in exhibits]
    if not correction.allowed(matter.case, report, matter.law, matter.today) or len(known) < len(exhibits):
        raise NotServed
    say, table = matter.sayer(correction.NAME), correction_table(matter, report, known)
    drafts = [
        *([Draft("form", say("with_form"), files(form))] if form else []),
        Draft("letter", say("title"), [factual_correction(matter, report, known, bool(form))]),
        *([Draft("table", table.title, [table])] if table else []),
        *_behind(matter, known, exhibits),
    ]
    return packet.build(_parts(drawn(drafts)), _stamp(matter, say("title")), progress)


def dispute_packet(matter: Matter, report: Report, exhibits: Mapping[str, Files], progress: Progress | None = None) -> bytes:
    """The letter about what is wrong in a report as one PDF for the claims administrator, with each paper behind its sheet.

    exhibits: the PDFs of each paper that goes along (rules/disputing), by id of the record. Raises as `request_packet`.
    """
    title = matter.sayer(disputing.NAME)("title")
    drafts = [Draft("letter", title, [dispute_letter(matter, report)]), *_behind(matter, disputing.enclosed(matter.case, report), exhibits)]
    return packet.build(_parts(drawn(drafts)), _stamp(matter, title), progress)


def _behind(matter: Matter, records: Sequence[Record], exhibits: Mapping[str, Files]) -> list[Draft]:
    """Each record behind its sheet, under its letter."""
    marked_ones = zip(exhibit_marks(len(records)), records, strict=True)
    return [draft for mark, one in marked_ones for _, draft in [exhibit(matter, mark, Exhibit("", exhibits[one.id], one))]]


def _records(matter: Matter, exam: Exam, letter: Sequence[Document], exhibits: Mapping[str, Files], progress: Progress | None) -> bytes:
    """The letter, the index and the records behind their sheets; every page numbered, the pages counted in the index."""
    title = matter.sayer("qme-index")("title")
    added = [exhibit(matter, mark, Exhibit("", exhibits[record.id], record)) for mark, record in marked(matter, exam)]

    def draft(places: Places) -> list[Draft]:
        lines = [replace(line, first=places.get(one.name, (0, 0))[0]) for line, one in added]
        total = sum(pages for _, pages in places.values())
        letters = [Draft("letter", matter.sayer("qme-letter")("title"), [one]) for one in letter]
        return [*letters, Draft("index", title, [qme_index(matter, lines, exam, total)]), *(one for _, one in added)]

    return packet.build(_parts(settled(draft)), _stamp(matter, title), progress)


def _onward(progress: Progress | None, before: int, total: int) -> Progress | None:
    """Progress of one paper, told as progress of all."""
    if progress is None:
        return None
    return lambda done, _: progress(before + done, total)


def _parts(papers: Sequence[Paper]) -> list[Part]:
    return [part for paper in papers for part in paper.parts]


def _stamp(matter: Matter, title: str) -> Stamp:
    """What stands at the foot of every sheet that is not ours; without a claim number the name of the worker does."""
    number = matter.case.claim.number
    label = f"{matter.shared('claim_number')}: {number}" if number else matter.case.worker.name or ""
    return Stamp(label, matter.words.letters["common"]["page_words"], title, matter.words.language)
