"""What is still to do about a request after it was sent: it came back in time to be mended, or its copy is not out yet.

It draws that before all else of the page, and decides nothing: the rules say what is due.
"""

import streamlit as st

from pages.parts import look, offer, sending, session
from qme_guide.case import Letter
from qme_guide.rules import restart, review
from qme_guide.rules.sending import follow_ups


def show(letter: Letter, stage: str) -> bool:
    """What is still to do about the request itself, before all else; whether its button is the main one of the screen."""
    words, today = session.words(), session.today()
    again = restart.again_by(letter, session.law(), today) if stage == review.NOT_ELIGIBLE else None
    if again:
        look.show(look.notice(words.say("review.again", safe=again), "soon"))
        return _to_step("add", "review.mend", primary=True)
    if at_the_log(letter, stage):
        open_ones = sending.due(letter)
        return _to_step("send", "review.to_send", primary=any(one.day <= today for one in open_ones))
    return False


def at_the_log(letter: Letter, stage: str) -> bool:
    """What is still to do is done at the log of what was sent: its button leads there."""
    return stage == review.WAITING and bool(follow_ups(letter, session.law()))


def _to_step(step: str, key: str, primary: bool) -> bool:
    """A button to one step of the page of the papers; gives back whether it is the main one."""
    if st.button(session.words().say(key), key=key, type="primary" if primary else "secondary", width="stretch"):
        session.go("imr", step)
        st.switch_page(offer.page("imr"))
    return primary
