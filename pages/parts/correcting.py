"""The one request to correct facts on the screen: how it stands, what goes in, what does not and why, and the ways on.

It decides nothing: how the request stands and what goes in comes from rules/correction, the dates from rules/dates. With
an attorney, or on another road, none of this is drawn.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from pages.parts import cards, correct_at, correct_rows, correct_steps, elsewhere, look, offer, replying, reports, session, show
from pages.parts.correct_at import LETTER, LIST, REPLY, REPLY_SEND, SEND, button, place, standing, theirs_open
from pages.parts.markdown import typed
from qme_guide.case import UNSURE, Report
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.error_table import NAME as TABLE
from qme_guide.documents.error_table import error_table
from qme_guide.documents.question_list import NAME as QUESTIONS
from qme_guide.documents.question_list import question_list
from qme_guide.rules import correction as rules
from qme_guide.rules import reading
from qme_guide.rules import replying as theirs
from qme_guide.rules.dispute import qme_reports
from qme_guide.rules.table import represented

STEPS: Mapping[str, Callable[[Report], None]] = {LETTER: correct_steps.letter, SEND: correct_steps.send, REPLY: replying.screen, REPLY_SEND: replying.send}
TONES = {rules.NO_FACTS: "next", rules.SECOND: "soon", rules.PART_SENT: "soon", rules.SENT: "done", rules.ANSWERED: "done"}

# The letter can go and nobody has it yet; all three have it.
BEFORE, GONE = (rules.NO_RECEIVED, rules.OPEN, rules.LATE), (rules.SENT, rules.ANSWERED)


def screen() -> None:
    """What is open: another road, a question, a line of the log, pages of a paper, a step, or what goes in."""
    report = current()
    if represented(session.case()):
        _attorney(report)
    elif elsewhere.closed():
        return
    elif report is None:
        _no_report()
    elif not correct_at.open_screen(report):
        step, refused = session.place(place(report), LIST), standing(report).state in rules.REFUSED
        STEPS.get(LIST if refused and step in (LETTER, SEND) else step, _list)(report)


def current() -> Report | None:
    """The QME's report that the page is about: the chosen one, else the last; None without any."""
    known, able = session.case().reports, qme_reports(session.case())
    if able and known[reports.at()] not in able:
        session.note("report", known.index(able[-1]))
    return known[reports.at()] if able else None


def _attorney(report: Report | None) -> None:
    """With an attorney there is no request of ours; what was found wrong is good for that office."""
    if elsewhere.changing():
        return
    look.show(look.notice(session.words().say("correct.attorney"), "next"))
    elsewhere.attorney(note=True)
    if report:
        for name, build in ((TABLE, error_table), (QUESTIONS, question_list)):
            offer.paper(replace(PAPERS[name], build=partial(build, report=report)), None)
        offer.step(session.words().say("correct.to_rows"), "report")


def _no_report() -> None:
    words, known = session.words(), session.case().reports
    look.show(look.paragraph(words.say("correct.treating" if known else "correct.no_report")))
    offer.step(words.say("correct.to_report"), "report", primary=True)
    if known:
        offer.step(words.say("correct.to_objection"), "objection")


def _choose(report: Report) -> None:
    """Which of several QME reports."""
    known, able = session.case().reports, [one.id for one in qme_reports(session.case())]
    if able[1:]:
        names = {one.id: typed(f"{number}. {reports.called(one)}") for number, one in enumerate(known, start=1)}
        chosen = st.radio(session.words().say("objection.choose"), able, index=able.index(report.id), key="correct.which", format_func=names.__getitem__)
        if chosen != report.id:
            session.go("report", [one.id for one in known].index(chosen))
            st.rerun()


def _list(report: Report) -> None:
    """How it stands, what goes in, what does not and why; then the ways on."""
    words, found = session.words(), standing(report)
    _choose(report)
    _theirs(report)
    _told(report, found)
    unread = reading.left(report) if found.state in (*BEFORE, rules.NO_FACTS) else ()
    if unread:
        count = len(unread)
        look.show(look.notice(words.say("correct.unread" if unread[1:] else "correct.unread_one", count=count), "next"))
        offer.step(words.say("correct.to_reading"), "report", primary=not theirs_open(report))
    look.show(look.fold(words.passages["pages/report_correct_intro"].title, show.passage("pages/report_correct_intro")))
    if rules.rows(report):
        correct_rows.goes_in(report, found.state in GONE)
        if found.state not in rules.REFUSED:
            _steps(report, found.state, bool(unread))
    correct_rows.stays_out(report, found.state in GONE)
    if not unread:
        offer.step(words.say("correct.to_rows"), "report", primary=found.state == rules.NO_FACTS and not theirs_open(report))
    if not theirs_open(report):
        button("correct.to_theirs", report, REPLY)
    offer.save()


def _steps(report: Report, state: str, unread: bool) -> None:
    """The ways to the letter and to its log; the one to do next stands out, unless something else comes before both."""
    if state in GONE:
        button("correct.see_letter", report, LETTER)
        button("correct.see_log", report, SEND)
        return
    first = "" if theirs_open(report) else {rules.PART_SENT: SEND}.get(state, "" if unread else LETTER)
    for name in (LETTER, SEND):
        button(f"correct.to_{name}", report, name, "primary" if name == first else "secondary")


def _theirs(report: Report) -> None:
    """Their request that waits for an answer comes first: its time is the shortest."""
    words = session.words()
    if theirs_open(report):
        look.show(look.notice(words.say("correct.theirs_open"), "soon"))
        look.show(*map(cards.line, correct_at.dated(report, theirs.CLOCK)))
        button("correct.to_answer", report, REPLY, "primary")
    elif theirs.asked(report) and not theirs.unserved(report):
        look.show(look.notice(words.say("correct.theirs_done"), "done"))


def _told(report: Report, found: rules.Standing) -> None:
    """The date while it runs; how far the request is; what came back."""
    words, phone = session.words(), session.law().contacts.ia_phone
    if found.state in TONES:
        names = correct_at.named(found.missing)
        look.show(look.notice(words.say(f"correct.state_{found.state}", names=names, phone=phone), TONES[found.state]))
    if found.state in (rules.SENT, rules.ANSWERED):
        correct_steps.after(report, "secondary" if theirs_open(report) else "primary")
    elif found.by is None:
        look.show(look.notice(words.say("correct.no_day"), "stop"))
        name = correct_at.PRINTED if report.received_on == UNSURE else correct_at.RECEIVED
        button(f"correct.say_{name}", report, name)
    elif found.state != rules.SECOND:
        correct_at.date(report)
