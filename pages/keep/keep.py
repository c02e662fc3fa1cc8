"""Save the answers as a file of the person's own, open one, look at the example, or erase everything."""

import streamlit as st

from pages.parts import look, offer, session, show
from qme_guide import savefile

words = session.words()
look.title(words.say("keep.title"))
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

look.heading(words.say("keep.open_title"))
look.show(look.paragraph(words.say("keep.open_help")))
upload = st.file_uploader(words.say("keep.open"), key=f"open-{session.place('opened', 0)}")
if upload:
    offer.open_file(upload.getvalue())

look.heading(words.say("keep.example_title"))
look.show(show.passage("pages/example_intro"))
offer.example()
