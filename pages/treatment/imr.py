"""The papers of one request, in five steps: sign the form, add the papers, check, make the packet and the copy, send it."""

import streamlit as st

from pages.parts import cards, leafing, letters, look, offer, packet, sending, session, show, signing, uploads
from qme_guide.case import Letter
from qme_guide.rules import imr, triage

words, case = session.words(), session.case()
STEPS = {"sign": signing.sign, "add": leafing.add, "check": packet.check, "get": packet.get, "send": sending.send}
look.title(words.say("imr.title"))


def steps(letter: Letter) -> None:
    """The open step, then the buttons around it. A step gives the kind of Continue; empty: it has its own; None: no button."""
    order = list(STEPS)
    name = session.place("imr") or order[0]
    asks = name == "sign" and uploads.without_form(letter)
    if not imr.sent(letter):
        cards.strip(letter)
    look.heading(words.say("imr.ask_title" if asks else f"imr.{name}_title"))
    on = STEPS[name](letter)
    if on is None:
        return
    for label, way, kind in (("ask.continue", order, on), ("ask.back", order[::-1], "secondary")):
        rest = way[way.index(name) :][1:]
        if rest and kind:
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
