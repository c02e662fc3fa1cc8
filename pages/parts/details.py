"""A letter of a dispute on the screen: the details that its head needs, its file, and sending it.

It must not know which letter it is, nor its date.
"""

from collections.abc import Callable

import streamlit as st

from pages.parts import ask, letters, look, offer, sendlog, session, show
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


def open_step(place: str, name: str) -> None:
    """Open a step of a page that has screens of details; they come back to the step from which they were opened."""
    if name not in DETAILS:
        session.note(f"{place}.from", name)
    letters.move(place, name)


def came_from(place: str, first: str) -> str:
    """The step to which the screens of details come back; `first` when none was open yet."""
    return str(session.place(f"{place}.from", first))


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
    if typed:
        own_words()
    known = whose(go, "primary")
    offer.send_paper(paper, None, "primary" if known else "secondary")
    if known:
        rest(go)


def own_words() -> None:
    """That what the person typed prints as it is, where the paper to send is in another language."""
    words = session.words()
    if words.language != SENT_LANGUAGE and not session.case().sample:
        look.show(look.notice(words.say("imr.own_words"), "soon"))


def rest(go: Go) -> None:
    """The details besides whose letter it is, asked for while one is missing."""
    if not all(map(session.case().answer, NEEDED)):
        _lacking(go, "secondary")


def of_exam(go: Go, kind: str = "secondary", typed: bool = False) -> bool:
    """Before the letters of an exam: whose they are, where and how to send them; true when it is known whose.

    Once for all letters of a screen. `typed`: something that the person typed is printed in one of them.
    """
    words, lacks = session.words(), [path for path in WHOSE if not session.case().answer(path)]
    if typed:
        own_words()
    if lacks:
        name = "both" if lacks[1:] else "".join(lacks).rpartition(".")[-1]
        look.show(look.notice(words.say(f"exam_letter.no_{name}"), "soon"))
        _write(go, kind)
    look.show(look.paragraph(words.say("exam_letter.how")))
    return not lacks


def whose(go: Go, kind: str = "secondary") -> bool:
    """What says whose paper it is, asked for while it is missing; true when it is known."""
    known = all(map(session.case().answer, WHOSE))
    if not known:
        _lacking(go, kind)
    return known


def _lacking(go: Go, kind: str) -> None:
    """That details are missing, and the way to write them."""
    look.show(look.notice(session.words().say("objection.no_details"), "soon"))
    _write(go, kind)


def _write(go: Go, kind: str) -> None:
    words, (first, *_) = session.words(), DETAILS
    st.button(words.say("records.add_details"), key="add_details", on_click=go, args=(first,), type=kind, width="stretch")


def send_step(log: sendlog.Log, title: str, date: Callable[[], None], told: tuple[str, str], to: tuple[str, str], proof: Paper, more: str = "") -> bool:
    """The step that sends a letter: its title and date, how, the log, the proof. While a line is open, only that line: then false.

    date: draws what comes before how. told: the passages how and then of `sending`; to, more: as there.
    """
    if sendlog.opened(log):
        return False
    look.heading(session.words().say(title))
    date()
    sending(log, *told, to, more)
    offer.paper(proof, None)
    return True


def sending(log: sendlog.Log, how: str, then: str, to: tuple[str, str], more: str = "") -> None:
    """How to send it and the log; once it went out, what follows and the button to it.

    how, then: passages. to: the words of that button and the page that it opens. more: a piece under what follows.
    """
    words, (label, page) = session.words(), to
    sent = sendlog.sent(log)
    if not sent:
        look.show(show.passage(how))
    sendlog.lines(log)
    if sent:
        look.heading(words.passages[then].title)
        look.show(show.passage(then), more)
        offer.step(words.say(label), page, primary=True)
        offer.calendar()
