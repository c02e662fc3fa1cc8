"""The pages of an added paper, one at a time, as pictures: look before you send."""

import base64

import streamlit as st

from pages.parts import look, session
from qme_guide.papers import Upload
from qme_guide.pictures import picture


def _place(key: str) -> str:
    return f"preview.{key}"


def opened(key: str) -> bool:
    """A page of this paper is on the screen."""
    return session.place(_place(key)) is not None


def button(key: str, label: str) -> None:
    """A button that opens the pictures."""
    st.button(label, key=f"see.{key}", on_click=session.note, args=(_place(key), 0), width="stretch")


def pages(key: str, kept: Upload) -> None:
    """One page, and buttons to the others."""
    words, place = session.words(), _place(key)
    page = min(session.place(place), kept.pages - 1)
    image = base64.b64encode(picture(kept.data, page)).decode()
    look.show(look.image(f"data:image/png;base64,{image}", words.say("imr.page", page=page + 1)))
    with st.container(horizontal=True, gap="small"):
        if page:
            st.button(words.say("imr.page", page=page), key=f"before.{key}", on_click=session.note, args=(place, page - 1))
        if page + 1 < kept.pages:
            st.button(words.say("imr.page", page=page + 1 + 1), key=f"after.{key}", on_click=session.note, args=(place, page + 1))
        st.button(words.say("imr.close"), key=f"close.{key}", on_click=session.note, args=(place, None))
