"""Asking to have a rating looked at again: the reasons, the letter, sending it to both. It decides nothing itself."""

import streamlit as st

from pages.parts import cards, details, look, offer, rating_asks, rating_words, sendlog, session, show, tone, when
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.rating_card import rows
from qme_guide.documents.rating_reconsider import NAME, rating_proof
from qme_guide.rules import rating as rules
from qme_guide.rules.dates import Row

LETTER, SEND = "letter", "send"


def open_step(name: str) -> bool:
    """This step is open: only while a rating is there."""
    return name in (LETTER, SEND, *details.DETAILS) and rules.refused(session.case()) is None


def screen(name: str) -> None:
    """The open step."""
    if name in details.DETAILS:
        details.question("rating", name, rating_asks.go, LETTER)
    else:
        {LETTER: _letter, SEND: _send}[name]()


def ways(stage: str) -> None:
    """From where the rating stands to the reasons, the letter, and the log."""
    rating = session.case().rating
    begun = bool(rating.grounds or rating.why)
    if stage == rules.RATED:
        _button("rating.to_letter" if begun else "rating.again", LETTER if begun else "grounds", "primary")
    else:
        _button("rating.to_log", SEND, "primary" if stage == rules.PART_SENT else "secondary")
        _button("rating.to_letter", LETTER)


def missing() -> None:
    """Who of the two does not have the letter yet."""
    words = session.words()
    who = ", ".join(words.say(f"rating.who_{one}") for one in rules.unserved(session.case().rating))
    look.show(look.notice(words.say("rating.part_sent", who=who), "soon"))


def log() -> sendlog.Log:
    """The log of this letter."""
    return sendlog.Log(rules.ABOUT, "rating.sendings", rules.SERVICE, wrote=rules.NAME)


def _button(key: str, name: str, kind: str = "secondary") -> None:
    st.button(session.words().say(key), key=key, on_click=rating_asks.go, args=(name,), type=kind, width="stretch")


def _change(key: str, name: str) -> None:
    st.button(session.words().say(key), key=key, on_click=rating_asks.change, args=(name, LETTER), width="stretch")


def _date() -> None:
    """By when it must be there; when that is past, that it goes today and what else there is."""
    words, found = session.words(), [row for row in rows(offer.matter(session.words().language)) if row.deadline.rule == rules.CLOCK]
    look.show(*map(cards.line, found))
    if any(map(_past, found)):
        look.show(look.notice(words.say("rating.past", call=when.call_day(), phone=session.law().contacts.ia_phone), "soon"))


def _past(row: Row) -> bool:
    return when.lapsed(row.deadline) and row.exact


def _letter() -> None:
    """The letter itself, what it lacks, its reasons; then on to sending it."""
    words, rating = session.words(), session.case().rating
    _date()
    look.heading(words.say("rating.letter_title"))
    look.show(look.paragraph(words.say("rating.to_whom")))
    issue = rules.about_issue(rating)
    lacks = {"no_grounds": not rating.grounds, "no_issue": issue and not rating.issue, "no_why": not rating.why}
    texts = list(filter(None, (rating.issue if issue else None, rating.why)))
    marked = look.bullets(words.letter(NAME, f"ground_{one}") for one in rules.GROUNDS if one in rating.grounds) if rating.grounds else ""
    said = look.fold(words.say("rating.own_words"), *map(look.quote, texts)) if texts else ""
    look.show(look.card(marked, said) if marked or said else "")
    look.show(*(look.notice(words.say(f"rating.{name}"), "soon") for name, holds in lacks.items() if holds))
    tone.told(*(["rating.issue"] if issue else []), "rating.why")
    details.letter(PAPERS[NAME], rating_asks.go, typed=bool(texts))
    _change("rating.change_grounds", "grounds")
    if issue:
        _change("rating.change_issue", "issue")
    _change("rating.change_why", "why")
    offer.paper(PAPERS[NAME], None)
    _button("rating.to_send", SEND)
    _back()


def _send() -> None:
    """How to send it, the proof of mailing, the log, and what comes next. While a line is open, only that line."""
    words, own = session.words(), log()
    if sendlog.opened(own):
        return
    _date()
    left = rules.unserved(session.case().rating)
    if left and left != rules.SERVICE:
        missing()
    name = "pages/rating_send" if left else "pages/rating_next"
    look.heading(words.passages[name].title)
    look.show(show.passage(name), rating_words.source_fold(rules.FORM_FACT, rules.AGAIN_FACT))
    sendlog.lines(own)
    offer.paper(Paper("proof-of-service", rating_proof, PAPERS[NAME].sent), None)
    if not left:
        offer.calendar()
    _button("rating.to_letter", LETTER)
    _back()


def _back() -> None:
    st.button(session.words().say("ask.back"), key="rating.back", on_click=rating_asks.go, args=(None,), width="stretch")
    offer.save()
