"""The papers of one request, in five steps: sign the form, add the papers, check, make the packet and the copy, send it."""

import streamlit as st

from pages.parts import cards, leafing, look, offer, packet, sending, session, signing, uploads
from qme_guide.rules import imr

PLACE = "imr"
STEPS = {"sign": signing.sign, "add": leafing.add, "check": packet.check, "get": packet.get, "send": sending.send}


def screen(at: int) -> None:
    """The open step of letter number `at` (from 0), then the buttons around it.

    A step gives the kind of Continue; empty: it has its own; None: no button.
    """
    words, letter, order = session.words(), session.case().letters[at], list(STEPS)
    name = session.place(PLACE) or order[0]
    asks = name == order[0] and uploads.without_form(letter)
    if not imr.sent(letter):
        cards.strip(letter)
    went = name == order[-1] and imr.sent(letter)
    look.heading(words.say("imr.ask_title" if asks else "imr.sent_title" if went else f"imr.{name}_title"))
    on = STEPS[name](letter)
    if on is None:
        return
    for label, way, kind in (("ask.continue", order, on), ("ask.back", order[::-1], "secondary")):
        rest = way[way.index(name) :][1:]
        if rest and kind:
            st.button(words.say(label), key=label, on_click=session.go, args=(PLACE, rest[0]), type=kind, width="stretch")
    offer.save()
