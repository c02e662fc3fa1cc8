"""The end of a sitting: everything is cleared, and what is left is counted and shown, so that nobody has to take our word."""

from collections.abc import Mapping

import streamlit as st

from pages.parts import clients, clinic_people, clinic_take, device, incoming, look, returned, session
from pages.parts.markdown import own
from qme_guide import flow

PLACE = "clinic.end"
ASK, DONE = "ask", "done"


def left() -> Mapping[str, int]:
    """What is still in memory, counted: people, answers, papers, and files as they came."""
    waiting = len(session.place(clinic_people.WAITING, ())) + incoming.count()
    people = len(clients.open_cases())
    return {"people": people, "answers": int(flow.started(session.case())), "papers": len(session.papers()), "files": waiting}


def gone() -> bool:
    """Nothing of anybody is in memory any more."""
    return not any(left().values())


def clear() -> None:
    """Forget everybody, here and on this device; only the language stays."""
    session.erase()
    returned.erased()
    device.clear(None)
    session.go(PLACE, DONE)


def offer() -> None:
    """The button that leads to the question whether to clear everything."""
    words = session.words()
    if clients.open_cases() or clinic_people.asked():
        look.heading(words.say("clinic.end_title"))
        look.show(look.paragraph(words.say("clinic.end_help")))
        st.button(words.say("clinic.clear"), key="clinic.clear", on_click=session.go, args=(PLACE, ASK), width="stretch")


def stands_in() -> bool:
    """Draw the question or the proof in the place of the board, if it is its turn."""
    place = session.place(PLACE)
    if place == ASK:
        _ask()
    elif place == DONE:
        _done()
    return place in (ASK, DONE)


def _ask() -> None:
    words = session.words()
    look.title(words.say("clinic.clear_title"))
    unsaved = "; ".join(clinic_people.numbered(one) for one in clients.open_cases().values() if one.unsaved)
    look.show(look.notice(words.say("clinic.clear_unsaved", names=own(unsaved)) if unsaved else words.say("clinic.clear_saved"), "stop" if unsaved else "done"))
    look.show(look.paragraph(words.say("clinic.clear_text")))
    look.show(look.paragraph(words.say("device.erase_text")) if device.holds() else "")
    clinic_take.saves("end")
    st.button(words.say("clinic.clear_no"), key="clinic.clear_no", type="primary", on_click=session.go, args=(PLACE, None), width="stretch")
    st.button(words.say("clinic.clear_yes"), key="clinic.clear_yes", on_click=clear, width="stretch")


def _done() -> None:
    """What is left, counted now; then what the guide cannot clear."""
    words, counted = session.words(), left()
    look.title(words.say("clinic.cleared_title"))
    look.show(look.notice(words.say("clinic.cleared" if gone() else "clinic.not_cleared"), "done" if gone() else "stop", word=words.say("state.done") if gone() else ""))
    look.show(look.road(look.Row(str(count), "stop" if count else "done", words.say(f"clinic.left_{name}")) for name, count in counted.items()))
    look.heading(words.say("clinic.rest_title"))
    look.show(look.bullets(words.say(f"clinic.rest_{name}") for name in ("downloads", "printer", "history", "stick")))
    st.button(words.say("clinic.next_sitting"), key="clinic.next", type="primary", on_click=session.go, args=(PLACE, None), width="stretch")
