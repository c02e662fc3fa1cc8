"""Step one and two: ask for the form that did not come, or sign it; then add the papers."""

from functools import partial

import streamlit as st

from pages.parts import look, offer, session, show, uploads
from qme_guide.case import Letter
from qme_guide.rules import imr


def sign(letter: Letter) -> None:
    """How to check and sign the form; or, when none came, how to get one."""
    if uploads.without_form(letter):
        _ask_for_it(letter)
        return
    look.show(show.passage("pages/signing"))
    if "form" in imr.parked(letter):
        offer.papers("form-missing", letter=letter)
    uploads.confirm("signed", letter)


def _ask_for_it(letter: Letter) -> None:
    """The letter first, then the sentence for the telephone, then the way on when the form is here."""
    words = session.words()
    look.show(look.paragraph(words.say("imr.ask_help")))
    offer.send("form-missing", letter)
    look.show(look.card(f"<h3>{look.words(words.say('imr.ask_call'))}</h3>", look.paragraph(words.say("imr.ask_say")), tone="next"))
    has = partial(session.go, f"has_form.{letter.id}", True)
    st.button(words.say("imr.has_form"), key="has_form", on_click=has, width="stretch")
    offer.papers("form-missing", "call-card", letter=letter)


def add(letter: Letter) -> None:
    """The signed form, the decision and, for an urgent request, the doctor's paper."""
    words = session.words()
    limits = words.say("imr.limits", megabytes=session.law().practice.uploads.megabytes)
    look.show(look.paragraph(limits), look.paragraph(words.say("imr.upload_help"), soft=True))
    if not uploads.without_form(letter):
        uploads.add("form", letter)
    uploads.add("decision", letter)
    uploads.confirm("complete", letter)
    if letter.urgent == uploads.YES:
        look.show(look.notice(words.say("imr.certify"), "soon"))
        uploads.add("certification", letter)
