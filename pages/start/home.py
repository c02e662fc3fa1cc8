"""Home: what this is for a newcomer; the next step, the soonest date and the road for everybody else."""

import streamlit as st

from pages.parts import cards, look, offer, session, show
from qme_guide import flow

case, words = session.case(), session.words()
road = flow.road(case, session.law(), session.today())


def newcomer() -> None:
    look.title(words.passages["pages/home_first"].title)
    look.show(show.passage("pages/home_first"))
    offer.step(words.say("home.start"), "triage", primary=True)
    offer.step(words.say("home.open"), "keep")
    offer.example()
    look.show(look.fold(words.passages["pages/privacy_short"].title, show.passage("pages/privacy_short")))


def returning() -> None:
    look.title(words.say("home.title"))
    if case.sample:
        look.show(look.notice(words.say("home.sample"), "soon"))
    if road.soonest:
        look.heading(words.say("home.date_title"))
        cards.soonest(case, road.soonest)
    if road.outcome and not road.outcome.goes_on and not case.letters:
        show.outcome(road.outcome)
    if road.next:
        offer.step(words.say(f"road.{road.next.task.name}"), road.next.task.page, primary=True)
    look.heading(words.say("home.steps_title"))
    show.road(road)
    if road.soonest:
        offer.step(words.say("home.all_dates"), "dates")
    if case.sample:
        st.button(words.say("home.leave_sample"), on_click=session.erase, width="stretch")


returning() if flow.started(case) else newcomer()
