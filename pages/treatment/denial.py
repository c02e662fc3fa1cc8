"""The denial letter: the date card after two answers, then the questions that make it exact, then a check of all answers."""

import streamlit as st

from pages.parts import cards, check, chooser, letters, look, offer, session, telling, undo
from qme_guide import interview
from qme_guide.rules import imr

words, at, case, name = session.words(), letters.at(), letters.case(), letters.screen()
letter = case.letters[at]
dated, more = cards.dated(letter), interview.first_open(case, at)


def button(key: str, then: str, kind: str = "secondary") -> None:
    st.button(words.say(key), key=key, on_click=letters.go, args=(then,), type=kind, width="stretch")


def first_step() -> None:
    if imr.sent(letter):
        offer.step(words.say("road.review"), "review", primary=True)
    elif dated:
        offer.step(words.say("denial.to_papers"), "imr", primary=True)
    else:
        button("denial.look_for", letters.where_to_look(letter), "primary")


def date_card() -> None:
    cards.letter(letter, step=first_step)
    check.medicine(letter)
    if dated:
        offer.calendar()
    if dated and more != letters.CHECK:
        button("denial.more", more)


def rest(*papers: str) -> None:
    if case.letters[1:]:
        button("denial.all_letters", letters.CHOOSER)
    st.button(words.say("denial.another"), on_click=letters.add, width="stretch")
    offer.papers(*(("date-sheet",) if dated else ()), "call-card", *papers)
    offer.save()


screens = {screen.name: screen for screen in interview.screens(case, at) if screen.fields}
chosen = name != letters.CHOOSER and case.letters[1:]
look.title(letters.called(letter) if chosen else words.say("denial.title"))
undo.offer("denial")
if name == letters.CHOOSER:
    chooser.screen()
elif name in screens:
    telling.question(screens[name], letter)
elif name == letters.CARD:
    date_card()
    button("denial.to_check", letters.CHECK)
    rest()
else:
    date_card()
    look.heading(words.say("denial.check"))
    check.answers(at)
    rest("hand-off")
