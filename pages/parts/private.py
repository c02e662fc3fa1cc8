"""Private events leave this screen only when the person says so, each time anew."""

import streamlit as st

from pages.parts import session
from qme_guide.case import Event
from qme_guide.rules import timeline


def count() -> int:
    """How many events are private."""
    return sum(one.private == "private" for one in session.case().events)


def chosen(key: str) -> tuple[Event, ...]:
    """The events in order; the private ones only where the box with these words, off at first, is ticked."""
    known = session.case().events
    shows = bool(count()) and st.checkbox(session.words().say(key, count=count()), key=key)
    return timeline.open_to(known, shows)
