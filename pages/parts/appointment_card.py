"""The card of an appointment: the day, what to look at again, the ninety days, the dates around it, what to ask for."""

from functools import partial

import streamlit as st

from pages.parts import appointment, cards, details, exam_at, letters, look, oddities, offer, piles, session, show, undo
from pages.parts.markdown import own
from qme_guide.case import Exam, Panel
from qme_guide.documents.appointment_card import NAME, appointment_card
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.exam_letters import interpreter_request, travel_request
from qme_guide.rules import exam as exams
from qme_guide.rules import objection
from qme_guide.rules.advice import records_by
from qme_guide.rules.dates import Row, dates
from qme_guide.rules.panel import NOTICE, SELECT, is_over, panel_of
from qme_guide.rules.plan_days import BY_HAND, CLOSED, papers
from qme_guide.rules.start import exact
from qme_guide.rules.table import alone

# A letter: its fact in the law files, and what the screen says of it.
HELP = {"interpreter-request": ("exam-interpreter", "appointment.interpreter_request"), "travel-request": ("exam-travel", "appointment.travel_request")}
# What comes first; the other dates are folded.
FIRST = (NOTICE, SELECT, exams.WINDOW, exams.SERVE, exams.CHANGE)
TONES = {
    exams.IN_TIME: "done",
    exams.LAST_DAY: "done",
    exams.ACCEPTED: "done",
    exams.IF_ACCEPTED: "soon",
    exams.BEYOND: "soon",
    exams.UNKNOWN: "next",
}


def screen(exam: Exam) -> None:
    """Everything about one appointment."""
    case = session.case()
    panel = panel_of(case, exam)
    look.show(exam_at.head(exam))
    exam_at.to_plan("exam_letter.to_plan", exam, primary=exact(exam.on) is not None)
    oddities.exam(exam)
    if panel and not is_over(exam, session.today()):
        _window(exam, panel)
    _around(exam, panel)
    if not alone(case):
        look.show(look.notice(session.words().say("appointment.attorney"), "next"))
    elif objection.closed(case):
        look.show(look.notice(session.words().letter("common", "not_made_closed"), "next"))
    else:
        _ask_for(exam)
    _papers(exam)
    _changes(exam, panel)
    offer.save()


def _window(exam: Exam, panel: Panel) -> None:
    """Does the day lie in the ninety days, and the choice when it does not."""
    words, law = session.words(), session.law()
    found, standing = exams.window(panel, law), exams.told_standing(session.case(), panel, law)
    if exact(exam.on) is None:
        return
    facts = {"safe": found.safe, "outside": found.outside or ""} if found and found.safe else {}
    look.heading(words.say("appointment.window_title"))
    look.show(look.notice(words.say(f"appointment.window_{standing}", **facts), TONES[standing]))
    if standing == exams.UNKNOWN:
        _step("appointment.say_asked", exam, "asked")
    if standing in (exams.IF_ACCEPTED, exams.ACCEPTED):
        _step("appointment.say_later", exam, "later")
    version = law.clock(exams.WINDOW).newest
    passage = words.passages["pages/exam_window"]
    look.show(look.fold(passage.title, show.passage("pages/exam_window", first=version.n, last=version.second_n)))


def _around(exam: Exam, panel: Panel | None) -> None:
    """Every date around the exam, and our own for the medical records."""
    words, case, law = session.words(), session.case(), session.law()
    about = (exam.id, panel.id if panel else "")
    rows = [row for row in dates(case, law, session.today()) if row.about in about and row.deadline.safe]
    if not rows:
        return
    look.heading(words.say("appointment.dates_title"))
    first = [row for row in rows if row.deadline.rule in FIRST] or rows
    for row in first:
        look.show(cards.line(row))
        _by_hand(exam, row)
        early = records_by(row.deadline, law)
        if early and early >= session.today():
            look.show(look.notice(words.say("appointment.records_by", day=early), "next"))
    rest = [cards.line(row) for row in rows if row not in first]
    look.show(look.fold(words.say("appointment.more_dates"), *rest) if rest else "")
    offer.calendar()


def _by_hand(exam: Exam, row: Row) -> None:
    """Beside the safe date for a letter, which is by mail: the later one by hand, as the plan tells them."""
    found = papers(exam, session.law(), session.today()) if row.deadline.rule == exams.SERVE else None
    if found:
        key = {CLOSED: "plan.both_past", BY_HAND: "plan.window_hand"}.get(found.state, "plan.both_days")
        look.show(look.paragraph(session.words().say(key, letter=found.letter, hand=found.hand)))


def _ask_for(exam: Exam) -> None:
    """The letters for an interpreter, and for travel and lost wages."""
    words = session.words()
    look.heading(words.say("appointment.help_title"))
    wants = {"interpreter-request": exam.interpreter != "no", "travel-request": "yes" in (exam.travel, exam.lost_wages) or exam.travel is None}
    builds = {"interpreter-request": interpreter_request, "travel-request": travel_request}
    if not any(wants.values()):
        look.show(look.paragraph(words.say("appointment.no_help")))
    else:
        details.of_exam(partial(appointment.go, exam), typed=wants["interpreter-request"] and bool(exam.language))
    for name, wanted in wants.items():
        if wanted:
            fact, key = session.law().facts[HELP[name][0]], HELP[name][-1]
            source = words.say("card.source", citation=fact.citation, as_of=fact.as_of)
            look.show(look.paragraph(words.say(key)), look.paragraph(source, soft=True))
            offer.paper(Paper(name, partial(builds[name], exam=exam), PAPERS[name].sent), None)
    fact = session.law().facts["mileage-2026"]
    if wants["travel-request"] and exact(exam.on) and exam.on.year == fact.year:
        told = words.say("appointment.mileage", cents=fact.values["cents"], year=fact.year)
        look.show(look.paragraph(f"{told} {words.say('card.status_secondary')}", soft=True))


def _papers(exam: Exam) -> None:
    """The card to take along."""
    words = session.words()
    look.heading(words.say("appointment.card_title"))
    look.show(look.paragraph(words.say("appointment.card_text")))
    offer.paper(Paper(NAME, partial(appointment_card, exam=exam), PAPERS[NAME].sent), None)


def _changes(exam: Exam, panel: Panel | None) -> None:
    """Every answer with a way to change it, and the way to let go of the appointment."""
    words = session.words()
    with st.expander(words.say("appointment.changes_title")):
        for step in appointment.STEPS:
            if step.when(exam, panel) and not step.later:
                for path in appointment.paths(exam, step):
                    _row(exam, step.name, path)
        st.button(words.say("appointment.remove"), key="remove_exam", type="tertiary", on_click=_remove, args=(exam,), width="stretch")


def _row(exam: Exam, step: str, path: str) -> None:
    words = session.words()
    field = path.rpartition(".")[-1]
    label = words.say(f"appointment.short_{field}")
    told, way = st.columns((1, 1), gap=None, vertical_alignment="center")
    said = own(exams.doctor_name(session.case(), exam) or "") if field == "doctor" else show.said(path)
    told.html(f'<p><span class="soft">{look.words(label)}:</span> {look.words(said or words.say("denial.empty"))}</p>')
    change = words.say("denial.change", what=label)
    way.button(change, key=f"change.{path}", type="tertiary", on_click=appointment.go, args=(exam, step, True), width="stretch")


def _step(key: str, exam: Exam, step: str) -> None:
    """A button that asks one question and comes back."""
    st.button(session.words().say(key), key=key, type="primary", on_click=appointment.go, args=(exam, step, True), width="stretch")


def _remove(exam: Exam) -> None:
    known = session.case().exams
    session.answer({"exams": tuple(one for one in known if one != exam)})
    letters.stop()
    piles.drop_made(f".{exam.id}")
    session.go("appointment", None)
    undo.remember("appointment.removed", {"exams": known})
