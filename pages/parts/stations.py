"""How far a review is, as a row of stations: behind, next or later; then the way to the log of what was sent."""

import streamlit as st

from pages.parts import look, offer, session
from qme_guide.case import Letter
from qme_guide.rules import review

STATIONS = ("sent", "answer", "assigned", "decision", "carried")
# Which station is the next one at each stage; all before it are behind.
AT = {review.NOT_SENT: "sent", review.ELIGIBLE: "assigned", review.ASSIGNED: "decision", review.DECIDED: "decision"}
FIRST = (review.WAITING, review.MORE, review.NOT_ELIGIBLE)


def show(letter: Letter, stage: str, to_log: bool) -> None:
    """The stations of a review: behind, next, or later; nothing to carry out when nothing was approved. `to_log`: with the way there."""
    words = session.words()
    at = AT.get(stage, "answer" if stage in FIRST else "carried")
    rows = []
    for number, name in enumerate(STATIONS):
        ahead = number - STATIONS.index(at)
        word, tone = ("done", "done") if ahead < 0 or stage == review.DONE else ("next", "next") if ahead == 0 else ("later", "wait")
        rows.append(look.Row(words.say(f"state.{word}"), tone, words.say(f"review.station_{name}")))
    special = {review.NOT_ELIGIBLE: ("answer", "not_eligible", "stop"), review.MORE: ("answer", "answer_now", "soon"), review.UPHELD: ("carried", "nothing", "wait")}
    if stage in special:
        name, word, tone = special[stage]
        rows[STATIONS.index(name)] = look.Row(words.say(f"review.{word}"), tone, words.say(f"review.station_{name}"))
    look.subheading(words.say("review.road_title"))
    look.show(look.road(rows))
    if to_log and letter.sendings and st.button(words.say("review.to_log"), width="stretch"):
        session.go("imr", "send")
        st.switch_page(offer.page("imr"))
