"""Another road than the one of a dispute's pages: the one an exit of the first questions opens, or the attorney's office.

Nothing of ours is made there; what was answered stays. Which road comes first is told as `rules/route` orders them. That
there is no attorney after all is said here, and the page goes on where it was.
"""

from functools import partial

import streamlit as st

from pages.parts import ask, exam_at, look, offer, session, show
from qme_guide.rules import objection, rating
from qme_guide.rules.dispute import qme_reports
from qme_guide.rules.route import REPRESENTED, Found
from qme_guide.rules.table import represented

# Under this word the screen remembers on which page the answer about an attorney is being changed.
CHANGING = "elsewhere.lawyer"


def told() -> bool:
    """The attorney's road or an exit's was told: there is nothing else to draw."""
    return attorney(note=True) or closed()


def attorney(note: bool = False) -> bool:
    """With an attorney there is no letter of ours: what the attorney does, and the sheet for that office.

    `note`: with the way to note the report that the sheet is to carry, while there is none.
    """
    if changing():
        return True
    if not represented(session.case()):
        return False
    words, came = session.words(), after_report()
    office = words.passages["pages/attorney_report" if came else Found(REPRESENTED).passage]
    look.heading(office.title)
    first, *more = office.paragraphs
    look.show(look.paragraph(first))
    if note and not session.case().reports:
        offer.step(words.say("objection.for_attorney"), "objection", primary=True)
    look.show(look.paragraphs(more))
    if not came:
        exam_at.to_plan("exam_letter.to_exam_plan")
    offer.papers("hand-off")
    st.button(words.say("dispute.change_answer"), key="change_answer", on_click=_change, args=(session.place("page"),), width="stretch")
    return True


def changing() -> bool:
    """The answer about an attorney is being changed on this page: the question alone is drawn, then the page goes on."""
    if session.place(CHANGING) != session.place("page") or not represented(session.case()):
        return False
    if ask.screen(CHANGING, ("triage.lawyer",)):
        _change(None)
        st.rerun()
    return True


def after_report() -> bool:
    """The evaluator's report or a rating came: the panel and the exam are behind."""
    case = session.case()
    return bool(qme_reports(case)) or rating.came(case.rating)


def _change(page: object) -> None:
    session.go(CHANGING, page)


def closed() -> bool:
    """An exit of the first questions closes this road: its own one, and whom to talk to. An attorney knows both."""
    case = session.case()
    name = None if represented(case) else objection.closed(case)
    if name:
        show.outcome(Found(name), partial(show.call, Found(name)))
        offer.papers("hand-off")
        offer.step(session.words().say("objection.to_route"), "dispute")
    return bool(name)
