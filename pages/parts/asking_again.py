"""The letter that asks again about a letter without an answer, on the screen: when, why so, the file, its log.

Only to the claims administrator. Not for somebody with an attorney, and not where an exit closes the road.
"""

from functools import partial

import streamlit as st

from pages.parts import details, elsewhere, look, offer, sendline, sendlog, session
from pages.parts.sent_at import FOLLOW, LIST, go, log, what
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.follow_up import NAME, follow_up
from qme_guide.rules.following import answer_from
from qme_guide.rules.outbox import Sent


def screen(one: Sent, name: str) -> None:
    """The open step of the letter about one sending: a screen of details, or the letter."""
    if name in details.DETAILS:
        details.question("sent", name, lambda step: go(step, one), FOLLOW)
    elif elsewhere.told():
        _back(one)
    else:
        _letter(one)


def _letter(one: Sent) -> None:
    """Why and about what, from which day, the letter itself, its log."""
    words, own = session.words(), log(one, NAME)
    if sendlog.opened(own):
        return
    look.heading(words.say("sent.letter_title"))
    look.show(look.paragraph(words.say("sent.letter_about", what=what(one), line=sendline.called_here(one.line))))
    day = answer_from(session.case(), one, session.law())
    if day and day > session.today():
        look.show(look.notice(words.say("sent.letter_early", day=day), "wait"))
    look.show(look.paragraph(words.say("sent.letter_why")))
    paper = Paper(NAME, partial(follow_up, sent=one), PAPERS[NAME].sent)
    details.letter(paper, lambda step: go(step, one), typed=False)
    offer.paper(paper, None)
    look.show(look.paragraph(words.say("sent.letter_send")))
    sendlog.lines(own)
    _back(one)
    offer.save()


def _back(one: Sent) -> None:
    st.button(session.words().say("sent.back"), key="sent.back", on_click=go, args=(LIST, one), width="stretch")
