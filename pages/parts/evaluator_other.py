"""What the claims administrator sends to the evaluator: the letter that asks, and the objection to papers that are not medical."""

from functools import partial

import streamlit as st

from pages.parts import ask, cards, details, exam_at, look, offer, session
from pages.parts.evaluator_steps import OTHER, PLACE, PROOF, SERVED, back, button, go
from qme_guide.case import Exam, Letter
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.evaluator_letters import ASK, OBJECT, ask_sent, letter_proof, object_nonmedical
from qme_guide.rules import evaluator as rules
from qme_guide.rules.dates import Row, dates
from qme_guide.rules.imr import sending_days


def screen(exam: Exam) -> None:
    """The letter that asks what was sent; then the day on which papers came, its date, and the objection."""
    words = session.words()
    look.heading(words.say("evaluator.ask_title"))
    look.show(look.paragraph(words.say("evaluator.ask_text")))
    known = details.of_exam(go, "primary")
    _letter(Paper(ASK, partial(ask_sent, exam=exam), PAPERS[ASK].sent))
    look.heading(words.say("evaluator.object_title"))
    look.show(look.paragraph(words.say("evaluator.object_text", days=session.law().clock(rules.NONMEDICAL).newest.n)))
    rows = [row for row in dates(session.case(), session.law(), session.today()) if (row.about, row.deadline.rule) == (exam.id, rules.NONMEDICAL)]
    look.show(*map(cards.line, rows))
    button("plan.change_nonmedical" if exam.nonmedical_on else "plan.say_nonmedical", SERVED)
    if exam.nonmedical_on:
        if any(map(_mail_late, rows)):
            look.show(look.notice(words.say("exam_letter.mail_late"), "soon"))
        _letter(Paper(OBJECT, partial(object_nonmedical, exam=exam), PAPERS[OBJECT].sent))
    if known:
        details.rest(go)
    back()


def _mail_late(row: Row) -> bool:
    """The date is still ahead, and a letter mailed today may come after it."""
    _, mail_by = sending_days(row.deadline, session.law())
    return bool(mail_by and mail_by < session.today() <= row.deadline.safe)


def ask_served(exam: Exam) -> None:
    """The day on which papers that are not medical were served on the person."""
    if ask.screen(f"{PLACE}.{SERVED}", (exam_at.path(exam, "nonmedical_on"),), optional=True):
        go(OTHER)
        st.rerun()


def _letter(paper: Paper) -> None:
    """A letter, and its proof of mailing: keys are told apart by the letter's own name."""
    offer.send_paper(paper, None, "secondary")
    offer.paper(paper, None)
    offer.paper(Paper(PROOF, partial(letter_proof, name=paper.name), paper.sent), Letter(id=paper.name))
