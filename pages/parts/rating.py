"""After the report on the screen: how far the rating is, its dates, the one thing to do now, and what the words mean.

It decides nothing: the stage comes from rules/rating, the dates from rules/dates. It calculates no rating.
"""

import streamlit as st

from pages.parts import cards, elsewhere, look, offer, rating_again, rating_asks, rating_words, session
from qme_guide.documents.rating_card import NAME as CARD
from qme_guide.documents.rating_card import rows
from qme_guide.rules import rating as rules
from qme_guide.rules.dates import WORKER, Row
from qme_guide.rules.report_clocks import sent_back
from qme_guide.rules.start import earliest
from qme_guide.rules.table import represented

# The passage of each stage, and what is being waited for there.
TOLD = {
    rules.NO_REPORT: "rating_no_report",
    rules.CORRECT: "rating_correct",
    rules.PENDING: "rating_pending",
    rules.WAITING: "rating_waiting",
    rules.JUDGE: "rating_judge",
    rules.BACK: "rating_back",
    rules.RATED: "rating_rated",
    rules.PART_SENT: "rating_rated",
    rules.ASKED: "rating_asked",
    rules.DECIDED: "rating_decided",
}
TONES = {rules.BEHIND: "done", rules.NEXT: "next", rules.LATER: "wait"}


def page() -> None:
    """The open question or step, or where the rating stands; with an attorney, only what the words mean."""
    if elsewhere.changing():
        return
    if represented(session.case()):
        look.show(look.notice(session.words().say("rating.attorney"), "next"))
        elsewhere.attorney()
        rating_words.explained()
        return
    name = session.place(rating_asks.PLACE)
    if name in (*rating_asks.EVENTS, *rating_asks.REASONS):
        rating_asks.question(name, rating_again.LETTER)
    elif name and rating_again.open_step(name):
        rating_again.screen(name)
    else:
        _standing()


def _standing() -> None:
    words, case = session.words(), session.case()
    stage, found = rules.stage(case, session.law(), session.today()), rows(offer.matter(words.language))
    _notices(stage, found)
    look.show(*(cards.line(row) for row in found if row.deadline.kind == WORKER and not _behind(row, stage)))
    look.heading(words.passages[f"pages/{TOLD[stage]}"].title)
    look.show(rating_words.passage(TOLD[stage]), *([_answer_by()] if stage == rules.BACK else []), rating_words.source_fold(*rules.FACTS[stage]))
    _next(stage)
    if stage in (rules.JUDGE, rules.BACK) and any(row.deadline.rule == rules.CORRECTION for row in found):
        offer.step(words.say("rating.to_correct"), "correct")
    look.show(*(cards.line(row) for row in found if row.deadline.kind != WORKER))
    _road()
    rating_words.explained()
    rating_asks.noted()
    offer.papers(CARD)
    if found:
        offer.calendar()
    offer.save()


def _answer_by() -> str:
    """By when the QME answers a judge who sent the report back."""
    found = sent_back(session.case(), session.law())
    return look.paragraph(session.words().say("rating.answer_by", safe=found.safe, outside=found.outside)) if found and found.safe and found.outside else ""


def _behind(row: Row, stage: str) -> bool:
    """Once a rating came, the dates of its report belong to the report's own page."""
    return stage in (*rules.AFTER_RATING, rules.DECIDED) and row.about != rules.ABOUT


def _notices(stage: str, found: list[Row]) -> None:
    """A clock of the worker whose day nobody knows, and who of the two does not have the letter yet."""
    words, rating, phone = session.words(), session.case().rating, session.law().contacts.ia_phone
    if stage == rules.RATED and not any(row.deadline.rule == rules.CLOCK for row in found):
        look.show(look.notice(words.say("rating.no_day", phone=phone), "stop"))
    if stage == rules.DECIDED and not earliest(rating.decision_served_on):
        look.show(look.notice(words.say("rating.no_decision_day", phone=phone), "stop"))
    if stage == rules.PART_SENT:
        rating_again.missing()


def _next(stage: str) -> None:
    """The one thing to do now as the main button, then the other news that may come."""
    words, phone = session.words(), str(session.law().contacts.ia_phone)
    if stage == rules.NO_REPORT:
        offer.step(words.say("rating.to_report"), "report", primary=True)
    elif stage in (rules.CORRECT, rules.PENDING):
        offer.step(words.say("rating.to_correct"), "correct", primary=True)
    elif stage == rules.DECIDED:
        look.show(look.call_button(words.say("outcome.call", phone=phone), phone))
    elif stage in rules.AFTER_RATING:
        rating_again.ways(stage)
        look.show(look.call_button(words.say("outcome.call", phone=phone), phone, quiet=True))
    _news(stage)


def _news(stage: str) -> None:
    """What may come next: the likeliest as the main button while a wait is on; the rest in a fold."""
    words, case = session.words(), session.case()
    if stage == rules.DECIDED:
        return
    likely = {rules.WAITING: "received_on", rules.JUDGE: "judge_back_on", rules.BACK: "received_on"}.get(stage)
    if likely:
        rating_asks.button(likely, "primary")
    judge = ("judge_sent_on", "judge_back_on") if rules.divides(case) and stage not in rules.AFTER_RATING else ()
    names = [name for name in ("received_on", "apportions", *judge, "evaluation_on", "decision_served_on") if name != likely]
    with st.expander(words.say("rating.another")):
        for name in names:
            if name == "received_on" and stage in rules.AFTER_RATING:
                rating_asks.button(name, label=words.say("rating.note_again"))
            elif not case.answer(f"rating.{name}"):
                rating_asks.button(name)


def _road() -> None:
    """The stations: behind, next, or later; no judge where the report does not divide the cause."""
    words, parts = session.words(), rules.road(session.case(), session.law(), session.today())
    look.subheading(words.say("rating.road_title"))
    look.show(look.road(look.Row(words.say(f"state.{state}"), TONES[state], words.say(f"rating.station_{name}")) for name, state in parts.items()))
