"""A letter of a dispute on the screen: the details that its head needs, its file, and sending it.

It must not know which letter it is, nor its date.
"""

from collections.abc import Callable

import streamlit as st

from pages.parts import ask, look, offer, sendlog, session, show
from qme_guide.documents.catalog import Paper
from qme_guide.documents.matter import SENT_LANGUAGE

# The screens of details: their questions, in order.
DETAILS = {
    "worker": ("worker.name", "worker.address", "worker.phone"),
    "claim": ("claim.number", "claim.injured_on", "claim.claims_administrator"),
    "administrator": ("claim.administrator_address", "claim.adjuster", "claim.employer"),
}
# Without these nobody knows whose paper it is.
WHOSE = ("worker.name", "claim.number")
NEEDED = (*WHOSE, "worker.address", "claim.claims_administrator", "claim.administrator_address")

# Opens a screen or a step by its name.
Go = Callable[[str], None]


def question(page: str, name: str, go: Go, then: str = "") -> None:
    """One screen of details of a page, then the next or the one before; `then`: where it goes from the last and back from the first."""
    words = session.words()
    went = ask.screen(f"{page}.{name}", DETAILS[name], optional=True, title=words.say(f"denial.{name}"), skip=words.say("ask.skip_it"))
    if went:
        order = list(DETAILS) if went == ask.ON else list(DETAILS)[::-1]
        go(next(iter(order[order.index(name) :][1:]), then))
        st.rerun()


def letter(paper: Paper, go: Go, typed: bool = True) -> None:
    """The letter as a file, and what it lacks. What says whose letter it is comes before the file.

    `typed`: something that the person typed is printed in it.
    """
    words, case = session.words(), session.case()
    if typed and words.language != SENT_LANGUAGE and not case.sample:
        look.show(look.notice(words.say("imr.own_words"), "soon"))
    known = whose(go, "primary")
    offer.send_paper(paper, None, "primary" if known else "secondary")
    if known and not all(map(case.answer, NEEDED)):
        _lacking(go, "secondary")


def whose(go: Go, kind: str = "secondary") -> bool:
    """What says whose paper it is, asked for while it is missing; true when it is known."""
    known = all(map(session.case().answer, WHOSE))
    if not known:
        _lacking(go, kind)
    return known


def _lacking(go: Go, kind: str) -> None:
    """That details are missing, and the way to write them."""
    words, (first, *_) = session.words(), DETAILS
    look.show(look.notice(words.say("objection.no_details"), "soon"))
    st.button(words.say("records.add_details"), key="add_details", on_click=go, args=(first,), type=kind, width="stretch")


def sending(log: sendlog.Log, how: str, then: str, to: tuple[str, str]) -> None:
    """How to send it and the log; once it went out, what follows and the button to it.

    how, then: passages. to: the words of that button and the page that it opens.
    """
    words, (label, page) = session.words(), to
    sent = sendlog.sent(log)
    if not sent:
        look.show(show.passage(how))
    sendlog.lines(log)
    if sent:
        look.heading(words.passages[then].title)
        look.show(show.passage(then))
        offer.step(words.say(label), page, primary=True)
        offer.calendar()
