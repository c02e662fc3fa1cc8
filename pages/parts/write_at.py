"""Where one is on the page of letters: the list, or the letter that is open; and the pieces that its letters share.

It must not know what any letter says, nor when it may be made.
"""

import streamlit as st

from pages.parts import details, look, offer, sendlog, session, show
from qme_guide.documents.catalog import Paper

PLACE, LIST = "write", "list"


def go(name: str) -> None:
    """Open a letter, a question of it, or the list."""
    details.open_step(PLACE, name)


def button(key: str, name: str, kind: str = "secondary") -> None:
    """A button that opens a screen of this page."""
    st.button(session.words().say(key), key=key, on_click=go, args=(name,), type=kind, width="stretch")


def head(name: str) -> None:
    """The situation as a heading, and the way back to the list."""
    look.heading(session.words().say(f"write.case_{name}"))
    back()


def back() -> None:
    """The way back to the list."""
    st.button(session.words().say("write.back"), key="write.back", on_click=go, args=(LIST,), type="tertiary")


def letter(paper: Paper, typed: bool = False) -> None:
    """The letter as files, what it lacks, and to read. typed: something that the person typed is printed in it."""
    look.heading(session.words().say("write.letter_title"))
    details.letter(paper, go, typed)
    offer.paper(paper, None)


def send(log: sendlog.Log, how: str, *more: Paper) -> None:
    """How to send it, the papers that go with it, and the log."""
    look.heading(session.words().say("write.send_title"))
    look.show(show.passage(how))
    for one in more:
        offer.paper(one, None)
    sendlog.lines(log)
    offer.save()
