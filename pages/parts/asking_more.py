"""A question to the QME after the report, on the screen: the question, the letter, its served copy, and the log of both."""

from functools import partial

import streamlit as st

from pages.parts import ask, look, offer, reports, sendlog, session, show, tone
from pages.parts.write_at import button, go, head, letter, send
from qme_guide.case import Report
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.question_list import HELD, question_list
from qme_guide.documents.question_list import NAME as QUESTIONS
from qme_guide.documents.supplemental_request import NAME, supplemental_copy, supplemental_proof, supplemental_request
from qme_guide.rules import asking_more as rules
from qme_guide.rules import errors, evaluator

QUESTION = "question"
CLOCK, FACT = "qme-supplemental-60", "contact-after-exam"
# The letter and its served copy; while only the letter went, the copy comes first.
PAIR = {NAME: supplemental_request, "supplemental-copy": supplemental_copy}
TO = (rules.QME, rules.ADMINISTRATOR)
TONES = {rules.NO_QUESTION: "next", rules.OPEN: "next", rules.NOT_SERVED: "stop", rules.SENT: "done"}


def choose() -> None:
    """The report that a question is for, when the page speaks of one that is no QME's."""
    known, able = session.case().reports, rules.for_question(session.case())
    if able and known[reports.at()].kind != rules.QME:
        session.note("report", known.index(able))


def current() -> Report | None:
    """The QME's report that the question is for; the one the page speaks of while there is none."""
    choose()
    known = session.case().reports
    return known[reports.at()] if known else None


def screen(report: Report) -> None:
    """The letter about one report; while a line of its log is open, only that line."""
    words, law = session.words(), session.law()
    log = sendlog.Log(report.id, reports.path("sendings"), TO, wrote=NAME)
    if sendlog.opened(log):
        return
    head(NAME)
    reports.choose(rules.QME)
    state = rules.standing(session.case(), report)
    told = f"write.asking_{state}" if state in TONES else f"write.why_{state}"
    look.show(look.notice(words.say(told, phone=law.contacts.ia_phone), TONES.get(state, "soon")))
    if state == rules.NOT_QME:
        return
    fact = law.facts[FACT]
    look.show(show.passage("pages/write_asking", days=law.clock(CLOCK).newest.n, n=law.clock(evaluator.SEND).newest.n))
    look.show(look.paragraph(words.say("card.source", citation=fact.citation, as_of=fact.as_of), soft=True))
    _question(report, state)
    if state in rules.TO_WRITE:
        paper, copy = (Paper(name, partial(build, report=report), PAPERS[NAME].sent) for name, build in PAIR.items())
        if state == rules.NOT_SERVED:
            paper, copy = copy, paper
        letter(paper, typed=True)
        send(log, "pages/write_send_both", copy, Paper("proof-of-service", partial(supplemental_proof, report=report), PAPERS[NAME].sent))


def ask_question() -> None:
    """The question in the person's own words, and whether it touches the rating."""
    paths = (reports.path("question"), reports.path("question_rating"))
    if ask.screen("write.question", paths, optional=True, title=session.words().say(f"write.case_{NAME}"), skip=session.words().say("ask.skip_it")):
        go(NAME)
        st.rerun()


def _question(report: Report, state: str) -> None:
    """The question as it was typed, the way to change it, and the opinions that were noted while reading."""
    words = session.words()
    if report.question:
        look.show(look.paragraph(words.say("write.yours")), look.quote(report.question))
        tone.told(reports.path("question"))
    kind = "primary" if state == rules.NO_QUESTION else "secondary"
    button("write.change_question" if report.question else "write.say_question", QUESTION, kind)
    noted = [one for _, one in errors.rows(report, errors.OPINION) if one.says]
    lines = [words.say("write.opinion", page=one.page or words.say("write.no_page"), says=one.says) for one in noted]
    look.show(look.fold(words.say("write.opinions"), look.bullets(lines)) if lines else "")
    if state in HELD:
        look.show(look.notice(words.say("write.on_list"), "next"))
        offer.paper(Paper(QUESTIONS, partial(question_list, report=report), PAPERS[QUESTIONS].sent), None)
    offer.step(words.say("write.to_list"), "report")
