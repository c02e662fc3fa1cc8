"""Step one: ask for the form that did not come, or look at it box by box, sign it, and say who signed which form."""

from functools import partial

import streamlit as st

from pages.parts import ask, letters, look, offer, session, show, uploads
from qme_guide.case import Letter
from qme_guide.rules import imr

ASKED = ("signer", "form_revised_on")
OTHER = "other"


def sign(letter: Letter) -> str:
    """How to check and sign the form; or, when none came, how to get one. Gives the kind of the button that goes on."""
    if uploads.without_form(letter):
        _ask_for_it(letter)
        return "secondary"
    look.show(show.passage("pages/signing"))
    if "form" in imr.parked(letter):
        offer.papers("form-missing", letter=letter)
    offer.papers("form-sheet", *(["designation"] if letter.signer == OTHER else []), letter=letter)
    _questions(letter)
    return ""


def _questions(letter: Letter) -> None:
    """Who signs, and which form it is; the date of the paper for another signer only when there is one. Then the next step."""
    names = (*ASKED, "designated_on") if letter.signer == OTHER else ASKED
    paths = tuple(f"letters.{letters.at()}.{name}" for name in names)
    if ask.screen(f"sign.{letter.id}", paths, optional=True, title=session.words().say("imr.form_questions"), back=False):
        now_other = session.case().letters[letters.at()].signer == OTHER != letter.signer
        session.go("imr", "sign" if now_other else "add")
        st.rerun()


def _ask_for_it(letter: Letter) -> None:
    """The letter first, then the sentence for the telephone, then the way on when the form is here."""
    words = session.words()
    look.show(look.paragraph(words.say("imr.ask_help")))
    offer.send("form-missing", letter)
    look.show(look.card(f"<h3>{look.words(words.say('imr.ask_call'))}</h3>", look.paragraph(words.say("imr.ask_say")), tone="next"))
    has = partial(session.go, f"has_form.{letter.id}", True)
    st.button(words.say("imr.has_form"), key="has_form", on_click=has, width="stretch")
    offer.papers("form-missing", "call-card", letter=letter)
