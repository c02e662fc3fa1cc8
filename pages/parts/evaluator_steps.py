"""The two steps after the choice: the papers to the claims administrator, then to the QME. How they stand is told in both."""

from functools import partial

import streamlit as st

from pages.parts import details, exam_at, look, making, offer, piles, sendlog, session, show, undo
from pages.parts.making import Recipe
from qme_guide import bundle
from qme_guide.case import Exam, Letter
from qme_guide.documents import evaluator as papers
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.document import Document
from qme_guide.documents.matter import SENT_LANGUAGE, Matter
from qme_guide.documents.record_names import listed_name
from qme_guide.rules import evaluator as rules

PLACE = "evaluator"
LIST, SERVE, SEND, OTHER, SERVED = "list", "serve", "send", "other", "served"
PROOF, COPY = "proof-of-service", "qme-letter-copy"
TONES = {
    rules.OPEN: "next", rules.TIGHT: "soon", rules.CLOSED: "soon", rules.NO_DAY: "soon", rules.CHANGED: "stop", rules.UNDATED: "soon",
    rules.WAIT: "wait", rules.TOO_NEAR: "soon", rules.READY: "done", rules.SENT: "done", rules.EARLY: "stop", rules.AFTER: "next",
}  # fmt: skip
NOT_BEFORE = (rules.CLOSED, rules.TOO_NEAR)


def go(name: str) -> None:
    """Open a step or a question of this page."""
    details.open_step(PLACE, name)


def button(key: str, name: str, kind: str = "secondary") -> None:
    """A button that opens a step."""
    st.button(session.words().say(key), key=key, on_click=go, args=(name,), type=kind, width="stretch")


def holder(exam: Exam) -> Letter:
    """Whose papers they are, where the screens of pages ask for a letter: records belong to nobody's letter, so only the id counts."""
    return Letter(id=exam.id)


def log(exam: Exam, to: str) -> sendlog.Log:
    """The log of this exam; a new line goes to the claims administrator, or to the QME."""
    return sendlog.Log(exam.id, exam_at.path(exam, "sendings"), (to,))


def state_told(exam: Exam, found: rules.Standing) -> str:
    """How the papers stand; while they are being chosen, how the time before the exam does."""
    return rules.window(exam, session.law(), session.today()).state if found.state == rules.CHOOSE else found.state


def told(exam: Exam, found: rules.Standing) -> None:
    """How the papers stand, with the days that matter, and what is still possible when they cannot go before the exam."""
    words, law, case = session.words(), session.law(), session.case()
    time, state = rules.window(exam, law, session.today()), state_told(exam, found)
    days = {"by": time.by, "hand": time.by_hand, "mail": time.by_mail, "exam": exam.on, "day": found.wait and found.wait.safe}
    facts = {name: day or "" for name, day in days.items()}
    names = "; ".join(listed_name(one, words) for one in rules.unserved(case, exam))
    wait = law.clock(rules.SEND).newest.n
    look.show(look.notice(words.say(f"evaluator.state_{state}", **facts, days=wait, names=names, phone=law.contacts.ia_phone), TONES[state]))
    if state in NOT_BEFORE:
        look.show(look.fold(words.passages["pages/exam_closed"].title, show.passage("pages/exam_closed")))
    if state == rules.CHANGED:
        st.button(words.say("evaluator.leave_out"), key="leave_out", on_click=_leave_out, args=(exam,), width="stretch")


def serve(exam: Exam) -> None:
    """The letter and the papers for the claims administrator, the proof, and the log."""
    words, case = session.words(), session.case()
    look.heading(words.say("evaluator.serve_title"))
    told(exam, _standing(exam))
    if other := rules.not_medical(case, exam):
        names = "; ".join(listed_name(one, words) for one in other)
        look.show(look.notice(words.say("evaluator.not_medical", names=names, days=session.law().clock(rules.NONMEDICAL).newest.n), "next"))
    look.show(show.passage("pages/exam_serve"))
    letter = Paper(papers.SERVING, partial(papers.serve_records, exam=exam), PAPERS[papers.SERVING].sent)
    details.letter(letter, go, any(one.about for one in rules.chosen(case, exam)))
    _packet("serve", exam)
    look.subheading(words.say("evaluator.papers_title"))
    offer.paper(letter, None)
    if not papers.no_time(offer.matter(SENT_LANGUAGE), exam):
        offer.paper(Paper(COPY, partial(papers.qme_letter_copy, exam=exam), letter.sent), None)
    offer.paper(Paper(papers.INDEX, partial(_index, exam), letter.sent), None)
    offer.paper(Paper(PROOF, partial(papers.serving_proof, exam=exam), letter.sent), None)
    sendlog.lines(log(exam, rules.ADMINISTRATOR))
    button("evaluator.to_send", SEND)
    back()


def send(exam: Exam) -> None:
    """The letter and the papers for the QME, when they may go; until then why not, and from which day."""
    words, found = session.words(), _standing(exam)
    look.heading(words.say("evaluator.send_title"))
    told(exam, found)
    if papers.allowed(offer.matter(SENT_LANGUAGE), exam):
        look.show(show.passage("pages/exam_send"))
        letter = Paper(papers.LETTER, partial(papers.qme_letter, exam=exam), PAPERS[papers.LETTER].sent)
        details.letter(letter, go, any(one.about for one in rules.chosen(session.case(), exam)))
        _packet("send", exam)
        for paper in (letter, Paper(papers.INDEX, partial(_index, exam), letter.sent)):
            offer.paper(paper, None)
        sendlog.lines(log(exam, rules.QME))
    else:
        look.show(look.paragraph(words.say("evaluator.not_yet")))
        if found.state == rules.EARLY:
            sendlog.lines(log(exam, rules.QME))
    button("evaluator.to_serve", SERVE)
    back()


def _standing(exam: Exam) -> rules.Standing:
    return rules.standing(session.case(), exam, session.law(), session.today())


def _index(exam: Exam, matter: Matter) -> Document:
    return papers.qme_index(matter, exam=exam)


def _packet(name: str, exam: Exam) -> None:
    """The papers as one file, when the pages of each are here; else which ones lack them."""
    words, chosen = session.words(), rules.chosen(session.case(), exam)
    lacking = [listed_name(one, words) for one in chosen if not piles.pages(piles.RECORD + one.id, holder(exam))]
    if lacking:
        look.show(look.notice(words.say("evaluator.lacking", names="; ".join(lacking)), "next"))
    else:
        making.offer(_recipe(name, exam), holder(exam))


def _recipe(name: str, exam: Exam) -> Recipe:
    """How the file is made."""
    build = {"serve": bundle.serving_packet, "send": bundle.evaluator_packet}[name]
    return making.of_records(name, f"evaluator-{name}.pdf", holder(exam), rules.chosen(session.case(), exam), partial(build, offer.matter(SENT_LANGUAGE), exam))


def _leave_out(exam: Exam) -> None:
    """Take off the list what the newest serving did not hold."""
    path, extra = exam_at.path(exam, "for_qme"), {one.id for one in rules.unserved(session.case(), exam)}
    session.answer({path: tuple(one for one in exam.for_qme if one not in extra)})
    go(LIST)
    undo.remember("evaluator.left_out", {path: exam.for_qme})


def back() -> None:
    """The way back to the list."""
    button("evaluator.to_list", LIST)
    offer.save()
