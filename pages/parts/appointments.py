"""The screen of the appointments: the open question, the card of one, the others, and a new one."""

from functools import partial

import streamlit as st

from pages.parts import appointment, appointment_card, details, letters, look, offer, session, undo
from qme_guide.case import Exam
from qme_guide.paths import free_id
from qme_guide.rules.panel import chosen


def screen() -> None:
    """The open question, the card of the appointment, or how to begin."""
    undo.offer("appointment")
    exam, step = appointment.opened(), appointment.step_open()
    if exam and step:
        appointment.question(exam, step)
    elif exam and (name := appointment.screen_open()) in details.DETAILS:
        details.question("appointment", name, partial(appointment.go, exam), appointment.CARD)
    elif exam:
        appointment_card.screen(exam)
        _others(exam)
    else:
        _empty()


def offer_first(label: str) -> None:
    """A button on another page that opens the first question about an exam."""
    if st.button(label, key="first_exam", width="stretch"):
        _add()
        st.switch_page(offer.page("appointment"))


def _empty() -> None:
    words = session.words()
    look.show(look.paragraph(words.say("appointment.intro")))
    st.button(words.say("appointment.add"), key="add_exam", on_click=_add, type="primary", width="stretch")


def _others(exam: Exam) -> None:
    """The other appointments, and a new one."""
    words = session.words()
    for number, one in enumerate(session.case().exams, start=1):
        if one != exam:
            label = words.say("appointment.open", number=number)
            st.button(label, key=f"open.{one.id}", on_click=appointment.go, args=(one, appointment.CARD), width="stretch")
    st.button(words.say("appointment.add_other"), key="add_exam", on_click=_add, width="stretch")


def _add() -> None:
    known = session.case()
    name = free_id("exam", {one.id for one in known.exams} | {one.exam for one in known.reports})
    panel = next(reversed(known.panels), None)
    doctor = chosen(panel) if panel else None
    begun = Exam(id=name, panel=panel and panel.id, doctor=doctor and doctor.id, place=doctor and doctor.address)
    appointment.go(begun, appointment.STEPS[0].name)
    letters.begin("exams", begun)
