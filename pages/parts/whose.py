"""Whose sheet it is: that the name and the claim number are missing, and one screen to write them. It must not know which sheet."""

import streamlit as st

from pages.parts import ask, look, session
from pages.parts.details import WHOSE

PLACE = "whose"


def missing(page: str) -> None:
    """What says whose sheet it is, asked for while it is missing."""
    words, case = session.words(), session.case()
    if not all(map(case.answer, WHOSE)):
        look.show(look.notice(words.say("timeline.whose"), "soon"))
        st.button(words.say("records.add_details"), key="whose", on_click=session.go, args=(f"{PLACE}.{page}", True), width="stretch")


def question(page: str) -> bool:
    """The screen for them while it is open; false when it is not."""
    place = f"{PLACE}.{page}"
    if not session.place(place):
        return False
    if ask.screen(place, WHOSE, optional=True, title=session.words().say("records.add_details")):
        session.go(place, None)
        st.rerun()
    return True
