"""The objection that a QME's report is late, on the screen: whether it may go out, the letter, its log."""

from functools import partial

import streamlit as st

from pages.parts import ask, exam_at, look, offer, reports, sendlog, session, show, when
from pages.parts.write_at import button, go, head, letter, send
from qme_guide.case import Exam
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.late_report import NAME, late_report, late_report_proof
from qme_guide.rules import late_report as rules
from qme_guide.rules.exam import REPORT

CAME, ASKED = "came", "write.asked_came"
TONES = {
    rules.NO_DAY: "soon", rules.AHEAD: "wait", rules.NOT_YET: "wait", rules.IN_TIME: "done", rules.OPEN: "next", rules.CAME: "soon", rules.AGAIN: "soon",
    rules.SENT: "done",
}  # fmt: skip


def choose() -> None:
    """The exam that a letter is for: one that may have it, when the page speaks of another."""
    able = [one for one in session.case().exams if _standing(one).state in rules.TO_WRITE]
    if able and exam_at.current() not in able:
        session.note(exam_at.PLACE, next(reversed(able)).id)


def screen() -> None:
    """The letter about one exam; while a line of its log is open, only that line."""
    words, exam = session.words(), exam_at.current()
    log = sendlog.Log(exam.id, exam_at.path(exam, "sendings"), (rules.ADMINISTRATOR,), wrote=NAME)
    if sendlog.opened(log):
        return
    head(NAME)
    exam_at.ask_which()
    found = _standing(exam)
    day, phone = found.first.safe if found.first else "", session.law().contacts.ia_phone
    look.show(look.notice(words.say(f"write.late_{found.state}", day=day, days=session.law().clock(REPORT).newest.n, phone=phone), TONES[found.state]))
    if found.state in (rules.OPEN, rules.SENT) and (again := found.first.outside) and session.today() < again != day:
        look.show(look.paragraph(words.say("write.late_twice", again=again)))
    _report(exam, found)
    if found.state in rules.TO_WRITE and not _to_say(exam, found):
        fact = session.law().facts["late-new-evaluation"]
        source = look.paragraph(words.say("card.source", citation=fact.citation, as_of=fact.as_of), soft=True)
        look.show(show.passage("pages/write_late", call=when.call_day()), source)
        letter(Paper(NAME, partial(late_report, exam=exam), PAPERS[NAME].sent))
        send(log, "pages/write_send_one", Paper("proof-of-service", partial(late_report_proof, exam=exam), PAPERS[NAME].sent))
        offer.step(words.say("write.another"), "choose")


def way(exam: Exam) -> None:
    """From a page about this exam: the way to the letter, once it may go out."""
    words = session.words()
    label = words.say("write.open", title=words.say(f"paper.{NAME}"))
    if _standing(exam).state in rules.TO_WRITE and st.button(label, key="way.late_report", width="stretch"):
        session.note(exam_at.PLACE, exam.id)
        go(NAME)
        st.switch_page(offer.page("write"))


def ask_came() -> None:
    """Whether the report came."""
    if ask.screen("write.came", (exam_at.path(exam_at.current(), "report_came"),), optional=True, skip=session.words().say("ask.skip_it")):
        session.note(ASKED, exam_at.current().id)
        go(NAME)
        st.rerun()


def _standing(exam: Exam) -> rules.Standing:
    return rules.standing(session.case(), exam, session.law(), session.today())


def _to_say(exam: Exam, found: rules.Standing) -> bool:
    """First it is asked whether the report came: the letter says it. Who does not answer gets it with a line to fill in."""
    return found.state == rules.OPEN and exam.report_came is None and session.place(ASKED, "") != exam.id


def _report(exam: Exam, found: rules.Standing) -> None:
    """Whether the report came is asked; once it did, it is noted with its days."""
    if found.state in (rules.NO_DAY, rules.AHEAD):
        offer.step(session.words().say("exam_at.say"), "appointment")
        return
    if rules.report_of(session.case(), exam) is None:
        button("write.change_came" if exam.report_came else "write.say_came", CAME, "secondary" if exam.report_came else "primary")
        if exam.report_came == "yes" and st.button(session.words().say("write.note_report"), key="note_report", width="stretch"):
            reports.add()
            st.switch_page(offer.page("report"))
