"""The steps of the request to correct facts: the letter with all that goes along, then sending it to all three.

The letter is refused by its builder too, and the packet by bundle; here it is only not drawn. Nothing is offered for the
QME alone.
"""

from functools import partial

import streamlit as st

from pages.parts import cards, look, offer, piles, reports, sendlog, session, show, undo
from pages.parts.correct_at import AUTHOR, DECIDED, DEU, LATE, LETTER, LIST, PROOF, SEND, button, date, dated, named, request_log, standing
from pages.parts.correct_packet import enclosed, packet, pages, signed
from qme_guide.case import UNSURE, Report, Sending
from qme_guide.documents import factual_correction as papers
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.error_table import NAME as TABLE
from qme_guide.documents.error_table import error_table, is_long
from qme_guide.documents.form37_sheet import NAME as FORM
from qme_guide.documents.form37_sheet import form37_sheet
from qme_guide.documents.matter import SENT_LANGUAGE
from qme_guide.paths import free_id
from qme_guide.rules import correction as rules
from qme_guide.rules.replying import asked
from qme_guide.rules.start import earliest


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
    pages(piles.FORM37, words.say("correct.form_name"), report)
    packet(report)
    look.subheading(words.say("correct.papers_title"))
    build = partial(papers.factual_correction, report=report, enclosed=enclosed(report), form=signed(report))
    alone = words.say("correct.letter_alone") if is_long(offer.matter(SENT_LANGUAGE), report, papers.FACTS) else ""
    offer.paper(Paper(papers.NAME, build, PAPERS[papers.NAME].sent), None, alone)
    table = partial(error_table, report=report, sorts=papers.FACTS, enclosed=enclosed(report))
    offer.paper(Paper(TABLE, table, PAPERS[papers.NAME].sent), None)
    button("correct.to_send", report, SEND)
    button("correct.to_list", report, LIST)
    offer.save()


def _lacking(report: Report) -> None:
    """An address that is not known yet: the letter has a line for it, and here is the question."""
    for missing, name in ((not (report.author and report.author_address), AUTHOR), (not report.correction.deu_office, DEU)):
        if missing:
            look.show(look.notice(session.words().say(f"correct.no_{name}"), "soon"))
            button(f"correct.say_{name}", report, name)


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
    proof = partial(papers.correction_proof, report=report, enclosed=enclosed(report), form=signed(report))
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
        label = words.say("correct.same", day=words.told(last.on))
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
    if not came:
        told = words.say("correct.review_both" if asked(report) else "correct.review", days=session.law().clock(papers.REVIEW).newest.n, phone=session.law().contacts.ia_phone)
        look.show(look.paragraph(told))
    look.show(show.passage(passage))
    look.show(*(map(cards.line, dated(report, papers.REVIEW)) if not came else ()))
    if came:
        look.show(look.paragraph(words.say("correct.decided_on", day=show.said(reports.path("correction.decided_on")))))
    button("correct.change_decided" if came else "correct.decided", report, DECIDED)
    offer.step(words.say("correct.to_rating"), "rating", primary=kind == "primary")
    offer.step(words.say("correct.to_write"), "write")
    offer.calendar()
