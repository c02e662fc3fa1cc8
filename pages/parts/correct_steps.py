"""The steps of the request to correct facts: the letter with all that goes along, then sending it to all three.

The letter is refused by its builder too, and the packet by bundle; here it is only not drawn. Nothing is offered for the
QME alone.
"""

from functools import partial

import streamlit as st

from pages.parts import cards, details, look, making, offer, one_paper, piles, record, reports, sendlog, session, show, tone, undo, uploads
from pages.parts.correct_at import AUTHOR, DECIDED, DEU, LATE, LETTER, LIST, PROOF, SEND, button, date, dated, go, holder, named, request_log, standing
from pages.parts.making import Recipe
from qme_guide import bundle
from qme_guide.case import UNSURE, Record, Report, Sending
from qme_guide.documents import factual_correction as papers
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.error_table import NAME as TABLE
from qme_guide.documents.error_table import error_table
from qme_guide.documents.form37_sheet import NAME as FORM
from qme_guide.documents.form37_sheet import form37_sheet
from qme_guide.documents.matter import SENT_LANGUAGE
from qme_guide.documents.record_names import listed_name
from qme_guide.packet import Progress
from qme_guide.paths import free_id
from qme_guide.rules import correction as rules
from qme_guide.rules.start import earliest

MADE = "correction"


def letter(report: Report) -> None:
    """The letter with the State's form, whose and where it is, all in one file, and each paper by itself."""
    words, found = session.words(), standing(report)
    look.heading(words.say("correct.letter_title"))
    if found.missing:
        date(report)
    _lacking(report)
    if found.late or report.late_reason:
        button("correct.change_late" if report.late_reason else "correct.add_late", report, LATE)
    look.subheading(words.passages["pages/report_correct_form"].title)
    look.show(show.passage("pages/report_correct_form", phone=session.law().contacts.ia_phone))
    offer.paper(Paper(FORM, partial(form37_sheet, report=report), PAPERS[FORM].sent), None)
    look.subheading(words.say("paper.factual-correction"))
    at = [one.id for one in report.errors]
    tone.told(*(reports.path(f"errors.{at.index(one.id)}.true") for _, one in rules.rows(report)), reports.path("late_reason"))
    request = Paper(papers.NAME, partial(papers.factual_correction, report=report, enclosed=enclosed(report)), PAPERS[papers.NAME].sent)
    details.letter(request, partial(go, report))
    _packet(report)
    look.subheading(words.say("correct.papers_title"))
    offer.paper(request, None)
    table = partial(error_table, report=report, sorts=papers.FACTS, enclosed=enclosed(report))
    offer.paper(Paper(TABLE, table, request.sent), None)
    button("correct.to_send", report, SEND)
    button("correct.to_list", report, LIST)
    offer.save()


def _lacking(report: Report) -> None:
    """An address that is not known yet: the letter has a line for it, and here is the question."""
    for missing, name in ((not (report.author and report.author_address), AUTHOR), (not report.correction.deu_office, DEU)):
        if missing:
            look.show(look.notice(session.words().say(f"correct.no_{name}"), "soon"))
            button(f"correct.say_{name}", report, name)


def enclosed(report: Report) -> tuple[Record, ...]:
    """The papers that go along: those that the report lists already, whose pages were added here."""
    return tuple(one for one in rules.known(session.case(), report) if piles.pages(piles.RECORD + one.id, holder(report)))


def _packet(report: Report) -> None:
    """All that goes to each of the three as one file; the pages of papers that the report names can be added to it."""
    words, known = session.words(), rules.known(session.case(), report)
    look.subheading(words.say("correct.packet_title"))
    look.show(look.paragraph(words.say("correct.packet_text")))
    if known:
        look.show(look.paragraph(f"**{words.say('correct.pages_title')}**"), look.paragraph(words.say("correct.pages_text")))
    for one in known:
        name = piles.RECORD + one.id
        pages = len(piles.pages(name, holder(report)))
        told = f"{listed_name(one, words)}. {words.say('evaluator.pages_here', pages=pages) if pages else ''}"
        look.show(look.paragraph(told.strip(), soft=True))
        label = words.say("evaluator.see_pages" if pages else "evaluator.add_pages", name=record.called(one))
        st.button(label, key=f"pages.{one.id}", type="tertiary", on_click=one_paper.open_paper, args=(name, holder(report)))
    making.offer(_recipe(report), holder(report))


def _recipe(report: Report) -> Recipe:
    """How the file is made, from the answers, the day and the pages as they lie when it is made."""
    matter, names = offer.matter(SENT_LANGUAGE), {one.id: piles.RECORD + one.id for one in enclosed(report)}

    def made(tell: Progress) -> bytes:
        files = {one: uploads.files(paper, holder(report)) for one, paper in names.items()}
        return bundle.correction_packet(matter, report, exhibits=files, progress=tell)

    pages = repr({one: piles.pages(paper, holder(report)) for one, paper in names.items()})
    inputs = session.case().model_dump_json(), report.id, session.today().isoformat(), pages
    return Recipe(MADE, "factual-correction.pdf", made, [text.encode() for text in inputs])


def send(report: Report) -> None:
    """How it goes to all three on one day, the proof, the log; then what comes next."""
    words, found = session.words(), standing(report)
    look.heading(words.say("correct.send_title" if found.missing else "correct.sent_title"))
    if found.missing:
        date(report)
        look.show(look.notice(words.say("correct.no_contact"), "soon"))
        look.show(show.passage("pages/report_correct_send"))
        if found.missing != rules.SERVICE:
            look.show(look.notice(words.say("correct.state_part_sent", names=named(found.missing)), "soon"))
            _offer_same(report, found.missing)
    proof = partial(papers.correction_proof, report=report, enclosed=enclosed(report))
    offer.paper(Paper(PROOF, proof, PAPERS[papers.NAME].sent), None)
    look.show(look.paragraph(words.say("correct.proof_names"), soft=True))
    sendlog.lines(request_log(report))
    if not found.missing:
        after(report, "primary")
    button("correct.to_letter" if found.missing else "correct.see_letter", report, LETTER)
    button("correct.to_list", report, LIST)
    offer.save()


def _offer_same(report: Report, missing: tuple[str, ...]) -> None:
    """One press for the others, when all went in the same way on the same day."""
    words, (*_, last) = session.words(), rules.lines(report)
    if earliest(last.on) and last.how not in (None, UNSURE):
        label = words.say("correct.same", names=named(missing), day=words.told(last.on))
        st.button(label, key="correct.same", on_click=_same, args=(report, missing, last), width="stretch")


def _same(report: Report, missing: tuple[str, ...], last: Sending) -> None:
    """A line for each of the others, with the day and the way of the last one; its proof is its own."""
    path, known, result = reports.path("sendings"), report.sendings, last.result and "sent"
    for to in missing:
        ids = {one.id for one in known}
        known = (*known, Sending(id=free_id("sending", ids), to=to, on=last.on, how=last.how, result=result, wrote=rules.NAME))
    before = report.sendings
    session.answer({path: known})
    undo.remember("correct.same_noted", {path: before}, names=named(missing))


def after(report: Report, kind: str) -> None:
    """What comes next: the wait for the QME, or what to do with the answer that came."""
    words, came = session.words(), report.correction.decided_on is not None
    passage = "pages/report_correct_answered" if came else "pages/report_correct_next"
    look.heading(words.passages[passage].title)
    look.show(show.passage(passage, days=session.law().clock(papers.REVIEW).newest.n))
    look.show(*(map(cards.line, dated(report, papers.REVIEW)) if not came else ()))
    if came:
        look.show(look.paragraph(words.say("correct.decided_on", day=show.said(reports.path("correction.decided_on")))))
    button("correct.change_decided" if came else "correct.decided", report, DECIDED)
    offer.step(words.say("correct.to_rating"), "rating", primary=kind == "primary")
    offer.step(words.say("correct.to_write"), "write")
    offer.calendar()
