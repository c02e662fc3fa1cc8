"""Save the answers as a file of the person's own, open one, look at the example, or erase everything."""

import streamlit as st

from pages.parts import look, offer, opening, session, show
from qme_guide import flow, savefile

words = session.words()


def save() -> None:
    """Take the answers along."""
    look.heading(words.say("keep.save_title"))
    look.show(show.passage("pages/save_help"))
    st.download_button(
        words.say("keep.save"),
        savefile.dump(session.case()),  # made at once: a file that is made later can be lost when the click runs the page
        offer.SAVED_AS,
        "application/json",
        type="primary",
        width="stretch",
        on_click=session.saved,
    )


look.title(words.say("keep.title"))
if flow.started(session.case()):
    save()
look.heading(words.say("keep.open_title"))
look.show(look.paragraph(words.say("keep.open_help")))
opening.screen()

look.heading(words.say("keep.example_title"))
look.show(show.passage("pages/example_intro"))
offer.example()
