"""Another road than the one of a dispute's pages: the one an exit of the first questions opens, or the attorney's office.

Nothing of ours is made there; what was answered stays. Which road comes first is told as `rules/route` orders them.
"""

from functools import partial

import streamlit as st

from pages.parts import exam_at, look, offer, routes, session, show
from qme_guide.rules import objection
from qme_guide.rules.route import REPRESENTED, Found
from qme_guide.rules.table import represented


def told() -> bool:
    """The attorney's road or an exit's was told: there is nothing else to draw."""
    return attorney(note=True) or closed()


def attorney(note: bool = False) -> bool:
    """With an attorney there is no letter of ours: what the attorney does, and the sheet for that office.

    `note`: with the way to note the report that the sheet is to carry, while there is none.
    """
    if not represented(session.case()):
        return False
    office = session.words().passages[Found(REPRESENTED).passage]
    look.heading(office.title)
    first, *more = office.paragraphs
    look.show(look.paragraph(first))
    if note and not session.case().reports:
        offer.step(session.words().say("objection.for_attorney"), "objection", primary=True)
    look.show(look.paragraphs(more))
    exam_at.to_plan("exam_letter.to_exam_plan")
    offer.papers("hand-off")
    if st.button(session.words().say("dispute.change_answer"), key="change_answer", width="stretch"):
        session.go(routes.PLACE, "triage.lawyer")
        st.switch_page(offer.page("dispute"))
    return True


def closed() -> bool:
    """An exit of the first questions closes this road: its own one, and whom to talk to. An attorney knows both."""
    case = session.case()
    name = None if represented(case) else objection.closed(case)
    if name:
        show.outcome(Found(name), partial(show.call, Found(name)))
        offer.papers("hand-off")
        offer.step(session.words().say("objection.to_route"), "dispute")
    return bool(name)
