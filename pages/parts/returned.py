"""Whoever loads a page in the middle of the guide, with no answers here, may have answered before: that they are gone unless
they were saved, and the way to what was saved. It must not know whether there was an earlier visit; nobody can.
"""

from pages.parts import device_store, look, offer, session
from qme_guide import flow

# These say it themselves, or hold nothing that anybody answers.
WITHOUT = ("", "triage", "keep", "helping", "clinic", "letter", "about")
PLACE = "landed"


def show(page: str) -> None:
    """On the page where the visit began, as long as nothing is answered and nothing on the device is offered."""
    if session.place(PLACE) is None:
        session.note(PLACE, page)
    if page not in WITHOUT and began_on(page) and not flow.started(session.case()) and not device_store.kept():
        look.show(look.notice(session.words().say("triage.earlier"), "next"))
        _open()


def began_on(page: str) -> bool:
    """The visit began on this page: somebody came here from outside, or loaded it again."""
    return session.place(PLACE) == page


def erased() -> None:
    """Everything was erased on purpose: nobody need be told that it is gone."""
    session.note(PLACE, "")


def below(first: bool = True) -> None:
    """The same in second place, under a first question."""
    if first and not flow.started(session.case()):
        look.show(look.paragraph(session.words().say("triage.earlier"), soft=True))
        _open()


def _open() -> None:
    offer.step(session.words().say("home.open"), "keep")
