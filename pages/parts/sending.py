"""Step four: how to send it, then on which day it went and how. The day is needed; the way may stay empty."""

import streamlit as st

from pages.parts import ask, cards, letters, look, offer, session, show
from qme_guide.case import UNSURE, Letter, Sending
from qme_guide.documents.counted import counted
from qme_guide.rules import imr


def send(letter: Letter) -> None:
    """The way to send it and the day it went; after the day, the question how."""
    if session.place("sent") == letter.id:
        _how()
    else:
        _day(letter)


def _path(name: str) -> str:
    return f"letters.{letters.at()}.sendings.0.{name}"


def _day(letter: Letter) -> None:
    words, path = session.words(), _path("on")
    if not letter.sendings:
        session.answer({f"letters.{letters.at()}.sendings": (Sending(id="sending-1"),)})
    look.show(show.passage("pages/sending"))
    if ask.screen(path, (path,), title=words.say("imr.sent_title"), back=False, on_label=words.say("imr.sent")):
        session.go("sent", letter.id)
        st.rerun()
    if st.button(words.say("imr.not_sent"), key="not_sent", width="stretch"):
        session.answer({f"letters.{letters.at()}.sendings": ()})
        _tell_date(letter)
        st.switch_page(offer.page("home"))


def _how() -> None:
    path = _path("how")
    if ask.screen(path, (path,), optional=True, back=False):
        session.go("sent", None)
        _tell_sent(session.case().letters[letters.at()])
        st.switch_page(offer.page("home"))


def _tell_date(letter: Letter) -> None:
    """By when it must arrive, once more."""
    found = counted(letter, offer.matter(session.language()))
    if found and found.first.safe:
        late = cards.overdue(found.first)
        session.tell("denial.date_today", "soon") if late else session.tell("denial.date_line", "next", safe=found.first.safe)


def _tell_sent(letter: Letter) -> None:
    """What was noted: the day and the way, as far as they were said."""
    (went, *_), words = letter.sendings, session.words()
    day, how = went.on, went.how
    if not imr.sent(letter):
        _tell_date(letter)
    elif how in (None, UNSURE):
        session.tell("imr.sent_done_day", day=words.told(day))
    else:
        session.tell("imr.sent_done_how", day=words.told(day), how=words.letter("claims-copy", f"how_{how}"))
