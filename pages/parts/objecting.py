"""The objection to one report on the screen, in three steps: the date and the findings, the letter, sending it.

It decides nothing: which findings go in and which sections are named comes from rules/objection, the dates from dates.
"""

from functools import partial

import streamlit as st

from pages.parts import ask, cards, details, elsewhere, findings, look, offer, reports, sendlog, session, show, when
from qme_guide.case import UNSURE, Report
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.objection import NAME, objection, objection_proof
from qme_guide.rules import objection as rules
from qme_guide.rules.dates import WORKER, Row, dates
from qme_guide.rules.panel_clocks import OBJECT
from qme_guide.rules.route_questions import stands

FIND, LETTER, SEND = "find", "letter", "send"
LATE = "late"
TO = ("claims_administrator", "doctor")


def screen(report: Report) -> None:
    """The open step of this report's objection."""
    name = session.place(_place(report), FIND)
    if name in details.DETAILS:
        details.question("objection", name, partial(_go, report), LETTER)
    elif name == LATE:
        _late(report)
    elif name in (LETTER, SEND) and rules.findings(session.case(), report):
        {LETTER: _letter, SEND: _send}[name](report)
    else:
        _find(report)


def page(report: Report | None) -> None:
    """The page while no question is open: the first report, or where the one that is open stands. No letter with an attorney."""
    if elsewhere.changing():
        return
    with_attorney = elsewhere.attorney()
    if report is None and not with_attorney:
        look.show(show.passage("pages/objection_intro"))
    reports.choose()
    if report is None:
        reports.first()
    elif with_attorney:
        findings.cards(report)
        reports.noted(report)
    elif report.kind == rules.QME:
        qme(report)
    else:
        screen(report)


def qme(report: Report) -> None:
    """A Qualified Medical Evaluator's report: why no objection, the date to ask for a correction, and whom to call."""
    words, phone = session.words(), str(session.law().contacts.ia_phone)
    look.heading(words.passages["pages/objection_qme"].title)
    look.show(show.passage("pages/objection_qme", call=when.call_day()), look.call_button(words.say("outcome.call", phone=phone), phone, quiet=True))
    look.show(*(cards.line(row) for row in rows(report)))
    offer.step(words.say("objection.to_report"), "report", primary=True)
    offer.papers("hand-off")
    reports.noted(report)
    offer.save()


def rows(report: Report) -> list[Row]:
    """The dates on which the worker must act about this report."""
    found = dates(session.case(), session.law(), session.today())
    return [row for row in found if row.about == report.id and row.deadline.kind == WORKER]


def log(report: Report) -> sendlog.Log:
    """The log of this report's objection."""
    return sendlog.Log(report.id, reports.path("sendings"), TO)


def _place(report: Report) -> str:
    return f"objection.{report.id}"


def _go(report: Report, name: str) -> None:
    session.go(_place(report), name)


def _button(key: str, report: Report, name: str, kind: str = "secondary") -> None:
    st.button(session.words().say(key), key=key, on_click=_go, args=(report, name), type=kind, width="stretch")


def date_cards(report: Report) -> None:
    """By when the objection must be there; without a day, how urgent it is. Nothing once it was sent."""
    words, found = session.words(), rows(report)
    if sendlog.sent(log(report)):
        return
    if report.kind == UNSURE:
        look.show(look.notice(words.say("objection.kind_unsure", phone=session.law().contacts.ia_phone), "soon"))
    look.show(*(cards.line(row) for row in found[:1])) if found else look.show(look.notice(words.say("objection.no_day"), "stop"))


def _find(report: Report) -> None:
    words, case = session.words(), session.case()
    date_cards(report)
    if stands(case) in rules.NOBODY_ACCEPTED:
        look.show(look.notice(words.say("objection.other_claim"), "soon"))
        offer.step(words.say("objection.to_route"), "dispute")
    sent = sendlog.sent(log(report))
    if sent:
        look.show(look.notice(words.say("objection.sent"), "done", word=words.say("state.done")))
        offer.step(words.say("objection.to_panel"), "panel", primary=True)
        _button("review.to_log", report, SEND)
    if rules.findings(case, report):
        _button("objection.to_letter", report, LETTER, "secondary" if sent else "primary")
    findings.cards(report)
    reports.noted(report)
    offer.save()


def _letter(report: Report) -> None:
    """The letter itself, what it names and why, what it lacks; then on to sending it."""
    words, case = session.words(), session.case()
    date_cards(report)
    look.heading(words.say("objection.letter_title"))
    sections = rules.sections(case, report)
    names = "both" if sections[1:] else "".join(sections)
    asks = [words.say("objection.asks_form")] if rules.asks_form(case) else []
    look.show(look.paragraph(" ".join((words.say("objection.to_whom"), *asks))), look.paragraph(words.say(f"objection.names_{names}")))
    typed = any(one.says or one.mine for one in report.findings)
    paper = Paper(NAME, partial(objection, report=report), PAPERS[NAME].sent)
    details.letter(paper, partial(_go, report), typed)
    if report.late_reason or any(when.lapsed(row.deadline) and row.exact for row in rows(report) if row.deadline.rule == OBJECT):
        _button("objection.change_late" if report.late_reason else "objection.add_late", report, LATE)
    offer.paper(paper, None)
    _button("objection.to_send", report, SEND)
    _button("ask.back", report, FIND)
    offer.save()


def _send(report: Report) -> None:
    """How to send it, the proof of mailing, the log, and what comes next. While a line is open, only that line."""
    told, to = ("pages/objection_send", "pages/objection_next"), ("objection.to_panel", "panel")
    proof = Paper("proof-of-service", partial(objection_proof, report=report), PAPERS[NAME].sent)
    if details.send_step(log(report), "objection.send_title", partial(date_cards, report), told, to, proof):
        _button("ask.back", report, LETTER)
        offer.save()


def _late(report: Report) -> None:
    path = reports.path("late_reason")
    if ask.screen(path, (path,), optional=True, skip=session.words().say("ask.skip_it")):
        _go(report, LETTER)
        st.rerun()
