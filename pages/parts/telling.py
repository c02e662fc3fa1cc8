"""One question about a denial letter: the date in sight, which question it is, the fields, and where to find the fact."""

from functools import partial

import streamlit as st

from pages.parts import ask, cards, letters, look, offer, session, treatments
from qme_guide import interview
from qme_guide.case import Letter

# What a screen says for going on without an answer, where it says more than "skip".
SKIP = {"liability_notice_on": "denial.not_yet"}


def question(screen: interview.Screen, letter: Letter) -> None:
    """The screen of one question, or of a few that stand together, about the letter that is being told."""
    words, name, at = session.words(), screen.name, letters.at()
    if name not in interview.BEFORE_THE_DATE:
        cards.strip(letter)
    _step(name)
    if name == "treatments":
        treatments.screen(at, partial(letters.on, name), partial(letters.back, name))
        return
    title = words.say(f"denial.{name}") if screen.fields[1:] else ""
    skip = words.say(SKIP.get(name, "ask.skip_it")) if screen.optional else ""
    went = ask.screen(f"{name}.{letter.id}", screen.fields, screen.optional, title, skip=skip)
    if "letters." in screen.fields[0]:
        st.page_link(offer.page("letter"), label=words.say("home.find"))
    if went:
        letters.on(name) if went == ask.ON else letters.back(name)


def _step(name: str) -> None:
    """Which question this is, and of how many where no answer changes that; not while only one answer is being changed."""
    place = interview.step(letters.case(), letters.at(), name)
    if place and not letters.changing():
        number, count = place
        key = "triage.step" if name in interview.BEFORE_THE_DATE else "dispute.step"
        look.show(look.paragraph(session.words().say(key, number=number, count=count), soft=True))
