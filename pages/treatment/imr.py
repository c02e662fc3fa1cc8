"""The papers of one request, in four steps: sign the form, add the papers, download the packet and the copy, send it."""

import streamlit as st

from pages.parts import cards, letters, look, offer, packet, sending, session, show, signing, uploads
from qme_guide.case import Letter
from qme_guide.rules import triage

words, case = session.words(), session.case()
STEPS = {"sign": signing.sign, "add": signing.add, "get": packet.get, "send": sending.send}
look.title(words.say("imr.title"))


def steps(letter: Letter) -> None:
    order = list(STEPS)
    name = session.place("imr") or order[0]
    asks = name == "sign" and uploads.without_form(letter)
    cards.strip(letter)
    look.heading(words.say("imr.ask_title" if asks else f"imr.{name}_title"))
    STEPS[name](letter)
    waits = asks or name == "get" and packet.missing(letter)
    for label, way in (("ask.continue", order), ("ask.back", order[::-1])):
        rest = way[way.index(name) :][1:]
        if rest:
            kind = "primary" if way is order and not waits else "secondary"
            st.button(words.say(label), key=label, on_click=session.go, args=("imr", rest[0]), type=kind, width="stretch")
    offer.save()


found = triage.outcome(case.triage)
if found and not found.packet:
    show.outcome(found)
    offer.papers("hand-off", "call-card")
elif case.letters:
    uploads.choose_letter()
    steps(case.letters[letters.at()])
else:
    look.show(look.paragraph(words.say("imr.no_letter")))
    offer.step(words.say("road.denial"), "denial", primary=True)
