"""The letter about what is wrong in a report, and sending it: its files, the copy for the doctor, the proof of mailing, the log.

It knows where its letter stands on the page. It goes to the claims administrator, and never to a QME.
"""

from functools import partial

import streamlit as st

from pages.parts import details, dispute_papers, error_row, letters, look, offer, reports, sendlog, session, write_at
from qme_guide.case import Report
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.dispute_letter import NAME, dispute_letter, dispute_proof
from qme_guide.documents.error_table import is_long
from qme_guide.documents.matter import SENT_LANGUAGE, one_line
from qme_guide.documents.record_names import listed_name
from qme_guide.rules import disputing as rules
from qme_guide.rules import errors, following, outbox

START, CHECK, LETTER, SEND = "start", "check", "letter", "send"
WALKS, FROM = "{}.walk", "{}.from"
ASK, WISH, REPORT, DOCTOR = "ask", "wish", "report", "doctor"
PROOF = "proof-of-service"


def place(report: Report) -> str:
    """Under which word the screen remembers where this report's letter is."""
    return f"{NAME}.{report.id}"


def go(report: Report, name: str) -> None:
    """Open a step or a question of this letter; one question alone comes back to the step from which it was opened."""
    if name in (CHECK, LETTER, SEND):
        session.note(FROM.format(place(report)), name)
    letters.move(place(report), name)


def open_(report: Report, name: str) -> None:
    """One screen of questions, to come straight back."""
    session.note(WALKS.format(place(report)), None)
    go(report, name)


def log(report: Report) -> sendlog.Log:
    """The log of this letter, among the letters about this report."""
    return sendlog.Log(report.id, reports.path("sendings"), rules.receivers(report), wrote=NAME)


def letter(report: Report) -> None:
    """The letter itself: what it names and why, its files, and to read."""
    words, case = session.words(), session.case()
    look.heading(words.say("dispute_letter.letter_title"))
    look.show(look.paragraph(words.say("dispute_letter.read_all")), *_law(report))
    if is_long(offer.matter(SENT_LANGUAGE), report):
        look.show(look.paragraph(words.say("dispute_letter.long")))
    if names := "; ".join(listed_name(one, words) for one in errors.missing_records(case, report)):
        look.show(look.paragraph(words.say("dispute_letter.not_kept", names=names)))
    decide(report)
    paper = Paper(NAME, partial(dispute_letter, report=report), PAPERS[NAME].sent)
    details.letter(paper, partial(open_, report), bool(report.errors or report.disputing.asks))
    offer.paper(paper, None)
    _ways(report, ("dispute_letter.to_send", SEND), ("dispute_letter.to_check", CHECK))


def _law(report: Report) -> list[str]:
    """Which rule the letter names and why, with its source; or why none."""
    words, fact = session.words(), session.law().facts[rules.FACT]
    if not rules.to_look_into(session.case(), report):
        return [look.paragraph(words.say("dispute_letter.law_out"))]
    source = words.say("card.source", citation=fact.citation, as_of=fact.as_of)
    return [look.paragraph(words.say("dispute_letter.law_in")), look.paragraph(source, soft=True)]


def decide(report: Report) -> None:
    """What is neither fact nor opinion yet, with the way to decide the first of it."""
    words, left = session.words(), rules.undecided(report)
    if left:
        look.show(look.notice(words.say("dispute_letter.undecided", numbers=", ".join(map(str, left))), "soon"))
        number, error = next(one for one in errors.numbered(report) if one[0] in left)
        press = partial(error_row.edit, report, error, error_row.SORT)
        st.button(words.say("dispute_letter.decide", number=number), key="decide_next", on_click=press, width="stretch")


def screen(report: Report) -> None:
    """The papers that go along, how to send it, the proof of mailing, the log, and what comes next."""
    told, to = ("pages/report_dispute_send", "pages/report_dispute_next"), ("dispute_letter.to_sent", "sent")
    proof = Paper(PROOF, partial(dispute_proof, report=report), PAPERS[NAME].sent)
    if details.send_step(log(report), "dispute_letter.send_title", partial(_before, report), told, to, proof, _follow(report)):
        _ways(report, ("dispute_letter.to_show", LETTER), ("dispute_letter.to_check", CHECK))


def _before(report: Report) -> None:
    """The papers that go along, and the copy for the doctor."""
    dispute_papers.section(report)
    words, doctor = session.words(), session.case().doctor
    if not rules.copy_waits(report):
        return
    if not (doctor.name and doctor.address):
        look.show(look.notice(words.say("dispute_letter.no_doctor"), "soon"))
        st.button(words.say("dispute_letter.add_doctor"), key="add_doctor", on_click=open_, args=(report, DOCTOR), width="stretch")
    elif sendlog.sent(log(report)):
        look.show(look.notice(words.say("dispute_letter.doctor_left", name=doctor.name), "soon"))
    else:
        look.show(look.paragraph(words.say("dispute_letter.doctor_too", name=", ".join((doctor.name, one_line(doctor.address))))))


def _follow(report: Report) -> str:
    """From which day to write again, while no answer to this letter came."""
    words, case = session.words(), session.case()
    ours = (one for one in outbox.everything(case) if one.about == report.id and one.paper == NAME)
    day = next(filter(None, (following.answer_from(case, one, session.law()) for one in ours)), None)
    return look.paragraph(words.say("dispute_letter.follow", day=day)) if day else ""


def _ways(report: Report, *ways: tuple[str, str]) -> None:
    """The buttons to other steps, and keeping the answers."""
    for key, name in ways:
        st.button(session.words().say(key), key=key, on_click=go, args=(report, name), width="stretch")
    write_at.back()
    offer.save()
