"""The papers of one request: sign the form, add the papers, download the packet and the copy, write down the sending."""

import streamlit as st

from pages.parts import ask, cards, letters, look, offer, session, show, uploads
from qme_guide.rules import imr

words, case = session.words(), session.case()
look.title(words.say("imr.title"))


def prepare() -> None:
    at = letters.at()
    letter = case.letters[at]
    cards.strip(letter)
    look.heading(words.say("imr.sign_title"))
    look.show(show.passage("pages/signing"))
    if "form" in imr.parked(letter):
        offer.papers("form-missing", letter=letter)
    signed = uploads.confirm("signed", letter)
    look.heading(words.say("imr.add_title"))
    form = uploads.add("form", letter)
    decision = uploads.add("decision", letter)
    complete = uploads.confirm("complete", letter) if decision else False
    look.heading(words.say("imr.get_title"))
    uploads.packet(letter, form, decision, {"need_signed": signed, "need_complete": complete})
    look.heading(words.say("imr.send_title"))
    look.show(show.passage("pages/sending"))
    paths = (f"letters.{at}.request_sent_on", f"letters.{at}.request_sent_how")
    if ask.screen(f"sent.{at}", paths, optional=True, title=words.say("imr.sent_title"), back=False):
        session.tell("imr.sent_done")
        st.rerun()
    look.heading(words.say("imr.other_papers"))
    offer.papers(*offer.fitting(letter), letter=letter)


if case.letters:
    uploads.choose_letter()
    prepare()
else:
    look.show(look.paragraph(words.say("imr.no_letter")))
    offer.step(words.say("road.denial"), "denial", primary=True)
