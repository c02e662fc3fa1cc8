"""The drawing of the timeline, its text for those who do not see it, and the same as a table. Private events only when chosen."""

import streamlit as st

from pages.parts import look, private, session
from qme_guide import tables


def screen() -> None:
    """The drawing, or why there is none yet, and under it the table in a fold."""
    words = session.words()
    look.heading(words.say("timeline.chart_title"))
    events = private.chosen("timeline.chart_private")
    drawn = tables.chart(events, words, _ink())
    if not drawn:
        look.show(look.paragraph(words.say("timeline.chart_empty")))
        return
    told, name = tables.chart_told(events, words), words.say("timeline.chart_table")
    st.vega_lite_chart(drawn, width="stretch", alt=tables.chart_named(events, words), key="timeline.drawing")
    look.show(look.paragraph(told, soft=True))
    look.show(look.fold(name, look.table(name, *tables.chart_rows(events, words))))


def _ink() -> str:
    """The colour of letters on this page, as it is shown now: light or dark."""
    shown = "dark" if st.context.theme.type == "dark" else "light"
    return str(st.get_option(f"theme.{shown}.textColor"))
