"""Where the page of the three doctors stands: one step for each panel, and the buttons that move."""

import streamlit as st

from pages.parts import session
from qme_guide.case import Panel

LIST, PICK, NOTICE, SEND, CALLS, REPLACE = "list", "pick", "notice", "send", "calls", "replace"


def step(panel: Panel) -> str:
    """The open step of this panel."""
    return session.place(f"choose.{panel.id}") or LIST


def go(panel: Panel, name: str) -> None:
    """Open a step."""
    session.go(f"choose.{panel.id}", name)


def button(key: str, panel: Panel, name: str, kind: str = "secondary") -> None:
    """A button that opens a step."""
    st.button(session.words().say(key), key=f"{key}.{name}", on_click=go, args=(panel, name), type=kind, width="stretch")
