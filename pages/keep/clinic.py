"""Several people in one sitting: their cases side by side, the most urgent first."""

import streamlit as st

from pages.parts import clients, clinic_board, clinic_end, clinic_files, clinic_people, clinic_take, helping_steps, look, offer, returned, session, show, undo

words = session.words()


def somebody_new() -> None:
    """A person without a file: who helps is the same as before, all else is asked, one screen after the other."""
    if st.button(words.say("clinic.new"), key="clinic.new", width="stretch"):
        clients.begin(clinic_people.somebody_new())
        helping_steps.walk()
        st.switch_page(offer.page("helping"))


def bring() -> None:
    """Files of people who began before, and people who begin today."""
    look.heading(words.say("clinic.bring_title"))
    look.show(look.paragraph(words.say("clinic.bring_help")))
    clinic_files.field_for_files(words.say("clinic.bring"))
    somebody_new()


def sitting() -> None:
    """The board with all around it; for an empty board first the way to fill it."""
    look.title(words.say("nav.clinic"))
    undo.offer("clinic")
    clinic_files.ask()
    if clients.open_cases():
        clinic_board.show()
        bring()
    else:
        if returned.began_on(clients.PAGE):
            look.show(look.notice(words.say("clinic.gone"), "next"))
        look.show(show.passage("pages/clinic_intro"))
        bring()
    clinic_take.show()
    look.show(look.fold(words.passages["pages/clinic_scope"].title, show.passage("pages/clinic_scope")))
    clinic_end.offer()


clinic_people.take_back()
if not clinic_end.stands_in():
    sitting()
