"""The plan on the screen: the day, what fits the days left, whether papers can still be served, the tasks, the list to print."""

from functools import partial

import streamlit as st

from pages.parts import cards, exam_at, look, oddities, offer, plan_task, session, show, undo
from qme_guide.case import Exam
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.exam_plan import NAME, exam_plan, help_of, ready, title
from qme_guide.rules.dates import dates
from qme_guide.rules.exam import REPORT
from qme_guide.rules.plan import BEFORE, LATER, NOW, ON_DAY, PHASES, Step, following, plan
from qme_guide.rules.plan_days import AFTER, BY_HAND, CLOSED, DAY, LAST, LETTER, OPEN, OVER_20, WINDOW, band, left, papers
from qme_guide.rules.table import represented

NO_DAY = "no_day"
# What of the plan is open at first, by the days left; the rest is folded.
FIRST = {LAST: PHASES[:-1], DAY: (ON_DAY,), AFTER: (ON_DAY, LATER)}
WINDOW_TONES = {OPEN: "next", LETTER: "soon", BY_HAND: "soon", CLOSED: "soon"}


def screen() -> None:
    """One task that is open, or the plan; without an exam the way to say one."""
    exam = exam_at.current()
    if exam is None:
        look.show(look.paragraph(session.words().say("plan.intro")))
        exam_at.unknown()
        return
    steps = plan(session.case(), exam, session.law(), session.today())
    if step := plan_task.opened(steps):
        plan_task.screen(exam, step)
        return
    undo.offer("plan", exam_at.path(exam, "plan"))
    exam_at.ask_which()
    _plan(exam, steps)


def _plan(exam: Exam, steps: tuple[Step, ...]) -> None:
    days, words = left(exam, session.today()), session.words()
    now = NO_DAY if days is None else band(days, session.law())
    look.show(exam_at.head(exam))
    oddities.exam(exam)
    if not (represented(session.case()) and now in (OVER_20, WINDOW)):
        look.show(look.paragraph(words.say(f"plan.band_{now}")))
    _onward(exam, steps, now)
    if represented(session.case()):
        look.show(look.notice(words.say("plan.attorney"), "next"))
    elif now not in (DAY, AFTER):
        _papers(exam)
    _phases(exam, steps, now)
    avoid = words.passages["pages/exam_avoid"]
    if now != AFTER:
        look.show(look.fold(avoid.title, show.passage("pages/exam_avoid")))
        _to_print(exam)
    offer.calendar()
    offer.save()


def _onward(exam: Exam, steps: tuple[Step, ...], now: str) -> None:
    """The one thing to do next: the day, the evening, the next task, or the day of the exam when it is not known."""
    words, step = session.words(), following(steps)
    if now == NO_DAY:
        offer.step(words.say("exam_at.say"), "appointment", primary=True)
    elif now == DAY:
        offer.step(words.say("plan.work_exam_day"), "exam_day", primary=True)
    elif now == AFTER and step and step.task == "evening":
        offer.step(words.say("plan.work_evening"), "evening", primary=True)
    elif step:
        look.show(look.card(f"<h2>{look.words(words.say('plan.next_title'))}</h2>", look.paragraph(f"**{title(step, words)}.** {help_of(step, words)}"), tone="next"))
        st.button(words.say("plan.show"), key="plan.show", type="primary", on_click=plan_task.go, args=(step.task,), width="stretch")
    if now == AFTER:
        _after(exam)


def _after(exam: Exam) -> None:
    """The date of the report, and folded what follows when it does not come."""
    rows = [row for row in dates(session.case(), session.law(), session.today()) if row.about == exam.id]
    rest = [cards.line(row) for row in rows if row.deadline.rule != REPORT]
    pieces = (*(cards.line(row) for row in rows if row.deadline.rule == REPORT), look.fold(session.words().say("appointment.more_dates"), *rest) if rest else "")
    if rows:
        look.show(*pieces)


def _papers(exam: Exam) -> None:
    """Whether papers for the QME can still be served, and what to do when they cannot."""
    words, found = session.words(), papers(exam, session.law(), session.today())
    if not found:
        return
    look.heading(words.say("plan.papers_title"))
    told = words.say(f"plan.window_{found.state}", records=found.records, letter=found.letter, hand=found.hand)
    look.show(look.notice(told, WINDOW_TONES[found.state]))
    if found.state in (OPEN, LETTER):
        look.show(look.paragraph(words.say("plan.both_days", letter=found.letter, hand=found.hand), soft=True))
    if found.state == CLOSED:
        look.show(look.fold(words.say("plan.closed_more"), show.passage("pages/exam_closed")))
    offer.step(words.say("plan.work_evaluator"), "evaluator")


def _phases(exam: Exam, steps: tuple[Step, ...], now: str) -> None:
    """The tasks by when they are for; what is for later, or closed, is folded."""
    words, closed = session.words(), [step for step in steps if not step.open]
    for phase in PHASES:
        found = [step for step in steps if step.phase == phase and step.open]
        if found and phase in FIRST.get(now, (NOW, BEFORE)):
            look.heading(words.say(f"plan.phase_{phase}"))
            _rows(exam, found)
        elif found:
            with st.expander(words.say(f"plan.phase_{phase}")):
                _rows(exam, found)
    if closed:
        with st.expander(words.say("plan.past_title" if now == AFTER else "plan.closed_title")):
            _rows(exam, closed, told=False)


def _rows(exam: Exam, steps: list[Step], told: bool = True) -> None:
    if when := told and ready(steps, session.words(), session.today()):
        look.show(look.paragraph(when, soft=True))
    for step in steps:
        plan_task.row(exam, step)


def _to_print(exam: Exam) -> None:
    words = session.words()
    look.heading(words.say("plan.paper_title"))
    look.show(look.paragraph(words.say("plan.paper_text")))
    offer.paper(Paper(NAME, partial(exam_plan, exam=exam), PAPERS[NAME].sent), None)
