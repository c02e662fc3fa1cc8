"""Which exam the pages about an exam speak of: the one chosen, else the next one, else the last one.

Call `ask_which()` under the title, then `current()`; where there is None, `unknown()` leads to the page of appointments.
"""

import streamlit as st

from pages.parts import look, offer, session, when
from pages.parts.markdown import own, typed
from qme_guide.case import Exam
from qme_guide.documents.matter import one_line
from qme_guide.documents.names import apart
from qme_guide.rules.dates import Row
from qme_guide.rules.exam import coming, doctor_name
from qme_guide.rules.panel import is_over
from qme_guide.rules.start import earliest, exact

PLACE = "exam"


def current() -> Exam | None:
    """The exam that the page is about; None when no exam is known."""
    known, chosen = session.case(), session.place(PLACE)
    return next((one for one in known.exams if one.id == chosen), None) or coming(known, session.today())


def before(row: Row) -> Exam | None:
    """The next exam, when its day is nearer than this date."""
    next_one = coming(session.case(), session.today())
    near = next_one and exact(next_one.on) and not is_over(next_one, session.today()) and next_one.on <= when.day_of(row.deadline.safe)
    return next_one if near else None


def path(exam: Exam, name: str) -> str:
    """Where an answer about this exam stands in the case: path(exam, "plan") is "exams.0.plan"."""
    return f"exams.{[one.id for one in session.case().exams].index(exam.id)}.{name}"


def called(exam: Exam) -> str:
    """The name of an exam: its day and its doctor, as far as they are known."""
    words = session.words()
    day = words.told(exam.on) if earliest(exam.on) else words.say("exam_at.no_day")
    doctor = doctor_name(session.case(), exam)
    return words.say("exam_at.named", day=day, doctor=doctor) if doctor else day


def names() -> dict[str, str]:
    """What the exams are called where one is chosen, by their ids; two of one name by a number too."""
    known = session.case().exams
    return {one.id: typed(name) for one, name in zip(known, apart([called(one) for one in known], session.words()), strict=True)}


def head(exam: Exam) -> str:
    """The day in the largest type, the time, the doctor and the place, each under its label."""
    words = session.words()
    known = {"at": exam.at, "doctor": doctor_name(session.case(), exam), "place": one_line(exam.place)}
    boxes = [(words.say(f"appointment.{name}"), own(said or words.say("denial.empty"))) for name, said in known.items()]
    if exact(exam.on) is None:
        day = words.told(exam.on) if earliest(exam.on) else words.say("appointment.no_day")
        return look.date_card(words.say("appointment.label"), day, words.say("appointment.need_day"), boxes, tone="soon")
    near = words.say("appointment.past") if is_over(exam, session.today()) else when.near(exam.on)
    return look.date_card(words.say("appointment.label"), words.day(exam.on), near, boxes)


def ask_which() -> None:
    """The choice among several exams; nothing for one."""
    known, now = session.case().exams, current()
    if known[1:]:
        by_id = names()
        ids = list(by_id)
        chosen = st.radio(session.words().say("exam_at.which"), ids, index=ids.index(now.id), key="exam_at.which", format_func=by_id.__getitem__)
        if chosen != now.id:
            session.note(PLACE, chosen)
            st.rerun()


def to_plan(key: str, exam: Exam | None = None, primary: bool = False) -> None:
    """The way to the plan of this exam, or of the next one; nothing when no exam is known."""
    if session.case().exams and st.button(session.words().say(key), key=key, type="primary" if primary else "secondary", width="stretch"):
        session.note(PLACE, exam and exam.id)
        session.note("plan", None)
        st.switch_page(offer.page("plan"))


def unknown() -> None:
    """No exam is known: why its day is needed, and the way to say it."""
    words = session.words()
    look.show(look.paragraph(words.say("exam_at.unknown")))
    offer.step(words.say("exam_at.say"), "appointment", primary=True)
