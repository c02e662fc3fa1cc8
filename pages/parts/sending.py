"""The last step: how to send it, the papers that go with it, the log of what was sent, and what to look at again."""

from datetime import date

import streamlit as st

from pages.parts import cards, letters, look, offer, sendlog, sent_at, session, show
from qme_guide.case import Letter
from qme_guide.documents.counted import counted
from qme_guide.documents.matter import Matter
from qme_guide.documents.sending_log import NAME, told
from qme_guide.rules import imr
from qme_guide.rules.sending import ADMINISTRATOR, FollowUp, follow_ups

# Who the request or its copy goes to; the request itself goes to the first.
TO = (imr.REVIEWER, ADMINISTRATOR, "doctor")
PAPERS = ("mail-slip", "proof-of-service", "copies", "claims-copy")
WAYS = ("send_fax", "send_failed", "send_mail", "send_hand")


def send(letter: Letter) -> str | None:
    """How to send it and with which papers; the log stands first once something was noted. None while a line is open."""
    log = sendlog.Log(letter.id, f"letters.{letters.at()}.sendings", TO)
    if sendlog.opened(log):
        return None
    words, parts = session.words(), (_how, lambda letter: sendlog.lines(log), due)
    if letter.sendings and not imr.sent(letter):
        look.show(cards.by_when(letter))
    for part in parts if not letter.sendings else (*parts[1:], *parts[:1]):
        part(letter)
    offer.papers(NAME, letter=letter)
    if imr.sent(letter):
        offer.calendar()
        offer.step(words.say("imr.after"), "review", primary=True)
    elif st.button(words.say("imr.not_sent"), key="not_sent", width="stretch"):
        _tell_date(letter)
        st.switch_page(offer.page("home"))
    return ""


def _how(letter: Letter) -> None:
    """The ways to send it, each in a fold, then the papers for it."""
    words, told = session.words(), show.passage("pages/sending")
    look.show(look.fold(words.passages["pages/sending"].title, told) if letter.sendings else cards.by_when(letter) + told)
    look.show(*(look.fold(words.passages[f"pages/{name}"].title, show.passage(f"pages/{name}")) for name in WAYS))
    look.subheading(words.say("imr.sending_papers"))
    offer.papers(*PAPERS, letter=letter)


def due(letter: Letter) -> tuple[FollowUp, ...]:
    """What is still due about the sendings of a letter, soonest first, each from which day; gives it back."""
    words, found = session.words(), follow_ups(letter, session.law())
    if found:
        look.subheading(words.say("imr.next_title"))
        look.show(look.road(_row(offer.matter(words.language, letter), one) for one in found))
    return found


def _row(matter: Matter, found: FollowUp) -> look.Row:
    tone = "stop" if found.day <= session.today() else "soon"
    return look.Row(cards.near(found.day, "soon"), tone, session.words().say(f"imr.next_{found.kind}"), told(matter, found, sent_at.sayer(NAME)))


def _tell_date(letter: Letter) -> None:
    """By when it must arrive, once more."""
    found = counted(letter, offer.matter(session.language()))
    if found and isinstance(found.first.safe, date):
        late = cards.overdue(found.first)
        session.tell("denial.date_today", "soon") if late else session.tell("denial.date_line", "next", safe=found.first.safe)
