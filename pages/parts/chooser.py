"""Several letters: which one to tell about, and letting go of one after asking."""

import streamlit as st

from pages.parts import cards, letters, look, session
from pages.parts.markdown import own
from qme_guide.case import Letter
from qme_guide.documents.matter import item
from qme_guide.rules import imr


def screen() -> None:
    """One card for each letter, and a way to add another."""
    words, known = session.words(), session.case().letters
    look.heading(words.say("denial.which"))
    for number, (letter, label) in enumerate(zip(known, letters.labels(), strict=True)):
        with st.container(key=f"card-letter-{number}", gap="small"):
            look.show(*_told(letter))
            _removing(letter) if session.place("remove") == letter.id else _buttons(letter, number, label)
    st.button(words.say("denial.another"), on_click=letters.add, width="stretch")


def _told(letter: Letter) -> list[str]:
    words = session.words()
    named = "; ".join(own(item(one)) for one in letter.treatments if one.name)
    sent = words.say("denial.sent") if imr.sent(letter) else ""
    lines = (named, sent or cards.short(letter) or words.say("denial.no_date"))
    return [f"<h3>{look.words(letters.called(letter))}</h3>", *(look.paragraph(one) for one in lines if one)]


def _buttons(letter: Letter, number: int, name: str) -> None:
    words = session.words()
    st.button(words.say("denial.open", name=name), key=f"open.{letter.id}", on_click=letters.open_letter, args=(number,), width="stretch")
    st.button(words.say("denial.remove", name=name), key=f"remove.{letter.id}", type="tertiary", on_click=session.go, args=("remove", letter.id))


def _removing(letter: Letter) -> None:
    """Ask first: what was told about the letter goes with it."""
    words = session.words()
    look.show(look.notice(words.say("denial.remove_text"), "stop", words.say("denial.remove_ask")))
    st.button(words.say("denial.remove_yes"), key="remove_yes", on_click=letters.remove, args=(letter,), width="stretch")
    st.button(words.say("denial.remove_no"), key="remove_no", on_click=session.go, args=("remove", None), width="stretch")
