"""The screen of the evening after the exam: a few questions, two a screen, then what was written, the log and the dates.

Every question may stay empty. What was written can be changed, and deleted with a way back.
"""

from functools import partial
from html import escape

import streamlit as st

from pages.parts import ask, cards, exam_at, look, offer, session, show, undo
from qme_guide.case import Evening, Exam
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.evening_log import NAME, evening_log
from qme_guide.rules.dates import dates
from qme_guide.rules.exam import LATE_REPORT, REPORT
from qme_guide.rules.panel import is_over
from qme_guide.rules.start import exact
from qme_guide.rules.table import represented

# The screens, each with the answers it asks for.
SCREENS = {
    "times": ("arrived", "seen", "ended"),
    "who": ("examiner", "interpreter"),
    "talk": ("asked", "parts"),
    "tests": ("tests", "papers"),
    "trouble": ("trouble",),
    "after": ("unsaid", "after"),
}
PLACE = "evening"
ONE = "one"
NO_QUOTE = (*SCREENS["times"], "interpreter")


def asking() -> str | None:
    """The screen of questions that is open."""
    name, _ = session.place(PLACE) or ("", "")
    return name if name in SCREENS else None


def screen(exam: Exam) -> None:
    """The open questions, or what there is."""
    undo.offer("evening")
    if asking():
        _question(exam, asking())
        return
    today = session.today()
    if exact(exam.on) and exam.on > today:
        _early(exam)
        return
    _intro(exam)
    if exam.evening != Evening():
        _answers(exam)
    _paper(exam)
    _later(exam)
    offer.save()


def _early(exam: Exam) -> None:
    """Before the exam: when to come back, and the card with its lines."""
    words = session.words()
    look.show(look.notice(words.say("evening.early", day=exam.on), "next"))
    look.show(look.paragraph(words.say("evening.private")))
    offer.step(words.say("evening.to_day"), "exam_day", primary=True)
    _paper(exam)


def _fields(exam: Exam, name: str) -> tuple[str, ...]:
    """The answers of a screen; nobody is asked about an interpreter who needed none."""
    return tuple(field for field in SCREENS[name] if not (field == "interpreter" and exam.interpreter == "no"))


def _open(exam: Exam) -> list[str]:
    """The screens of which nothing was answered."""
    return [name for name in SCREENS if not any(getattr(exam.evening, field) for field in _fields(exam, name))]


def _intro(exam: Exam) -> None:
    words, left = session.words(), _open(exam)
    begun = exam.evening != Evening()
    if not exact(exam.on):
        look.show(look.notice(words.say("evening.no_day"), "soon"))
    elif is_over(exam, session.today()):
        look.show(look.paragraph(words.say("evening.past")))
    if not left:
        look.show(look.notice(words.say("evening.done"), "done"))
        return
    look.show(look.paragraph(words.say("evening.intro")), look.paragraph(words.say("evening.private"), soft=True))
    label = words.say("evening.go_on" if begun else "evening.start")
    st.button(label, key="evening.start", type="primary", on_click=_go, args=(left[0],), width="stretch")


def _go(name: str | None, only: str = "") -> None:
    """Open a screen of questions. `only`: ONE when just this one is changed."""
    session.go(PLACE, name and (name, only))


def _question(exam: Exam, name: str) -> None:
    """One screen of questions, and the way on: to the next one, or back to what was written."""
    words, fields = session.words(), _fields(exam, name)
    log = exam_at.path(exam, "evening")
    title = words.say(f"evening.ask_{name}") if fields[1:] else ""
    went = ask.screen(f"{exam.id}.evening.{name}", tuple(f"{log}.{field}" for field in fields), optional=True, title=title, skip=words.say("ask.skip_it"))
    if not went:
        return
    if exam_at.current().evening != exam.evening and exam.evening.written_on is None:
        session.answer({f"{log}.written_on": session.today()})
    _, only = session.place(PLACE)
    order = list(SCREENS) if went == ask.ON else list(reversed(SCREENS))
    following = next(iter(order[order.index(name) + 1 :]), None)
    _go(None if only else following)
    st.rerun()


def _answers(exam: Exam) -> None:
    """What was written, exactly as typed, each with a way to change it; and a way to delete it all."""
    words = session.words()
    look.heading(words.say("evening.answers"))
    for name in SCREENS:
        for field in _fields(exam, name):
            if getattr(exam.evening, field):
                _row(exam, name, field)
    st.button(words.say("evening.remove"), key="evening.remove", type="tertiary", on_click=_remove, args=(exam,), width="stretch")


def _row(exam: Exam, name: str, field: str) -> None:
    """One answer with a way to change it."""
    words, label = session.words(), session.words().say(f"evening.short_{field}")
    said = show.said(f"{exam_at.path(exam, 'evening')}.{field}")
    with st.container(key=f"answer-{field}", gap=None):
        look.show(look.paragraph(label, soft=True), f"<p>{escape(said)}</p>" if field in NO_QUOTE else look.quote(said))
        st.button(words.say("denial.change", what=label), key=f"change.{field}", type="tertiary", on_click=_go, args=(name, ONE))


def _remove(exam: Exam) -> None:
    path = exam_at.path(exam, "evening")
    session.answer({path: Evening()})
    _go(None)
    undo.remember("evening.removed", {path: exam.evening})


def _paper(exam: Exam) -> None:
    """The log as a file: filled in, or with lines to fill in by hand."""
    words = session.words()
    look.heading(words.say("evening.paper_title"))
    look.show(look.paragraph(words.say("evening.paper_text")))
    offer.paper(Paper(NAME, partial(evening_log, exam=exam), PAPERS[NAME].sent), None)


def _later(exam: Exam) -> None:
    """When the report is due, when to object if it does not come, and how to write to the QME from now on."""
    words = session.words()
    rows = [row for row in dates(session.case(), session.law(), session.today()) if row.about == exam.id and row.deadline.rule in (REPORT, LATE_REPORT)]
    look.heading(words.say("evening.later_title"))
    note = words.say("plan.to_office" if represented(session.case()) else "evening.later_note")
    look.show(look.paragraph(words.say("evening.later_text")), *map(cards.line, rows), look.notice(note, "soon"))
    offer.step(words.say("evening.to_dates"), "dates")
