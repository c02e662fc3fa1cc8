"""The denial letter: the date card after two answers, then the questions that make it exact, then a check of all answers."""

from functools import partial

import streamlit as st

from pages.parts import ask, cards, letters, look, offer, session, show, treatments
from qme_guide import interview

words, at = session.words(), letters.at()
name, letter = letters.screen(), session.case().letters[at]
look.title(words.paper(letter.id) if session.case().letters[1:] else words.say("denial.title"))


def card() -> None:
    cards.letter(letter)
    if st.button(words.say("denial.more"), type="primary", width="stretch"):
        letters.resume()
    offer.calendar()
    offer.step(words.say("denial.to_papers"), "imr")
    offer.papers("date-sheet", "call-card")


def check() -> None:
    cards.letter(letter)
    offer.step(words.say("denial.to_papers"), "imr", primary=True)
    offer.calendar()
    look.heading(words.say("denial.check"))
    show.answers(at)
    st.button(words.say("denial.another"), on_click=letters.add, width="stretch")
    offer.papers("date-sheet", "call-card", "hand-off")


def questions(screen: interview.Screen) -> None:
    if name not in interview.BEFORE_THE_DATE:
        cards.strip(letter)
    title = words.say(f"denial.{screen.name}") if screen.fields[1:] else ""
    went = ask.screen(f"{screen.name}.{at}", screen.fields, screen.optional, title)
    if "letters." in screen.fields[0]:
        st.page_link(offer.page("letter"), label=words.say("home.find"))
    if went:
        letters.on(name) if went == ask.ON else letters.back(name)


screens = {screen.name: screen for screen in interview.screens(session.case(), at)}
if name == "treatments":
    cards.strip(letter)
    treatments.screen(at, partial(letters.on, name), partial(letters.back, name))
elif name == "card":
    card()
elif name in screens and screens[name].fields:
    questions(screens[name])
else:
    check()
