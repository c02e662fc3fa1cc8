"""The papers of one request, in four steps: sign the form, add the papers, download the packet and the copy, send it."""

from functools import partial

import streamlit as st

from pages.parts import ask, cards, letters, look, offer, session, show, uploads
from qme_guide.case import Letter
from qme_guide.rules import imr, triage

words, case = session.words(), session.case()
STEPS = ("sign", "add", "get", "send")
look.title(words.say("imr.title"))


def sign(letter: Letter) -> None:
    look.show(show.passage("pages/signing"))
    if "form" in imr.parked(letter):
        offer.papers("form-missing", letter=letter)
    uploads.confirm("signed", letter)


def add(letter: Letter) -> None:
    uploads.add("form", letter)
    uploads.add("decision", letter)
    uploads.confirm("complete", letter)


def send(letter: Letter) -> None:
    look.show(show.passage("pages/sending"))
    at = letters.at()
    paths = (f"letters.{at}.request_sent_on", f"letters.{at}.request_sent_how")
    if ask.screen(f"sent.{at}", paths, optional=True, title=words.say("imr.sent_title"), back=False):
        session.tell("imr.sent_done")
        st.switch_page(offer.page("home"))


def steps(at: int) -> None:
    letter, name = case.letters[at], session.place("imr") or STEPS[0]
    cards.strip(letter)
    look.heading(words.say(f"imr.{name}_title"))
    {"sign": sign, "add": add, "get": uploads.get, "send": send}[name](letter)
    for label, way in (("ask.continue", STEPS), ("ask.back", STEPS[::-1])):
        rest = way[way.index(name) :][1:]
        if rest:
            go = partial(session.go, "imr", rest[0])
            st.button(words.say(label), key=label, on_click=go, type="primary" if way is STEPS else "secondary", width="stretch")


found = triage.outcome(case.triage)
if found and not found.packet:
    show.outcome(found)
    offer.papers("hand-off", "call-card")
elif case.letters:
    uploads.choose_letter()
    steps(letters.at())
else:
    look.show(look.paragraph(words.say("imr.no_letter")))
    offer.step(words.say("road.denial"), "denial", primary=True)
