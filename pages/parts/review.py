"""How far the review of one letter is: its dates, what comes next, and the questions about a paper that came, one by one."""

from functools import partial

import streamlit as st

from pages.parts import ask, cards, letters, look, offer, results, session, show, stations, still_due, when
from pages.parts.markdown import typed
from qme_guide.case import Letter
from qme_guide.rules import came, imr, review
from qme_guide.rules.dates import WORKER, Row, dates
from qme_guide.rules.start import earliest

# The passages of each stage, in order.
TOLD = {
    review.NOT_SENT: ("after_not_sent",),
    review.WAITING: ("after_waiting",),
    review.MORE: ("after_more",),
    review.NOT_ELIGIBLE: ("after_not_eligible",),
    review.ELIGIBLE: ("after_eligible",),
    review.ASSIGNED: ("after_assigned",),
    review.DECIDED: ("after_decided",),
    review.UPHELD: ("after_upheld",),
    review.OVERTURNED: ("after_overturned",),
    review.MIXED: ("after_mixed", "after_overturned", "after_upheld"),
    review.DONE: ("after_done",),
}
# Stages at which there is something to do at once: help and papers come before what may be noted.
URGENT = (review.MORE, review.NOT_ELIGIBLE, review.UPHELD)


def screen(at: int) -> None:
    """The page of letter number `at` (from 0): the open question about a paper, or where the review stands."""
    letter = session.case().letters[at]
    paper, path = session.place(_place(letter)) or (None, None)
    if paper and path in came.questions(paper, letter):
        _question(letter, at, paper, path)
    else:
        _standing(letter, at)


def _place(letter: Letter) -> str:
    return f"review.{letter.id}"


def _question(letter: Letter, at: int, paper: str, path: str) -> None:
    """One question; with the treatment's name above, when it is about one."""
    place, whole, optional = _place(letter), f"letters.{at}.{path}", not came.needed(path)
    if path.startswith("treatments."):
        look.show(look.strip(session.words().say("review.about", name=results.about(letter, path))))
    skip = session.words().say("ask.skip_it") if optional else ""
    went = ask.screen(f"{whole}.{letter.id}", (whole,), optional, skip=skip)
    if went == ask.ON:
        changed = session.case().letters[at]
        then = came.after(paper, changed, path)
        session.go(place, (paper, then) if then else None)
    if went == ask.BACK:
        session.go(place, None)
    if went:
        st.rerun()


def _standing(letter: Letter, at: int) -> None:
    stage = review.stage(letter)
    rows = _rows(letter)
    look.show(look.paragraph(letters.called(letter), soft=True))
    first_of_all = still_due.show(letter, stage)
    if mine := [cards.line(row) for row in rows if row.deadline.kind == WORKER]:
        look.show(*mine)
    _without_a_day(letter)
    first, *more = TOLD[stage]
    look.heading(session.words().passages[f"pages/{first}"].title)
    look.show(_passage(first))
    if letter.treatments and review.decided(letter):
        results.ended(letter)
    for name in more:
        look.show(look.fold(session.words().passages[f"pages/{name}"].title, _passage(name)))
    if stage in URGENT:
        phone = str(session.law().contacts.ia_phone)
        call = session.words().say("outcome.call", phone=phone)
        look.show(look.paragraph(call) if first_of_all else look.call_button(call, phone), look.paragraphs(filter(None, [when.closed_today()])))
    else:
        _next(letter, stage, first_of_all)
    if theirs := [cards.line(row) for row in rows if row.deadline.kind != WORKER]:
        look.show(*theirs)
    results.papers(letter, at, stage)
    if stage in URGENT:
        _next(letter, stage, first_of_all)
    _on_hold(letter, stage)
    stations.show(letter, stage, to_log=not still_due.at_the_log(letter, stage))
    _noted(letter, at)
    if stage in (review.WAITING, review.UPHELD) and not letter.doctor_told_on:
        offer.step(session.words().say("road.doctor"), "doctor")
    if rows:
        offer.calendar()
    offer.save()


def _passage(name: str) -> str:
    """A passage; one of them says for how many months a denial counts."""
    return show.passage(f"pages/{name}", n=session.law().clock(review.REPEAT).newest.n)


def _rows(letter: Letter) -> list[Row]:
    """The dates of this review, also a new time after a notice; where the denial stands, when the doctor may ask again."""
    own = [row for row in dates(session.case(), session.law(), session.today()) if row.about == letter.id and row.start]
    of_review = [row for row in own if row.start.field.startswith("review.")]
    return of_review + [row for row in own if row.deadline.rule == review.REPEAT and review.standing(letter)]


def _without_a_day(letter: Letter) -> None:
    """A clock of the worker whose day nobody knows: it is urgent, and no date is made up."""
    words, came_back, phone = session.words(), letter.review, session.law().contacts.ia_phone
    open_decision = review.appealable(letter) and not earliest(came_back.decided_on)
    open_answer = came_back.answer == review.NOT_ELIGIBLE and not earliest(came_back.answered_on)
    if open_decision or open_answer:
        look.show(look.notice(words.say("review.no_day_appeal", phone=phone), "stop"))
    if review.stage(letter) == review.MORE and not earliest(came_back.more_on):
        look.show(look.notice(words.say("review.no_day_more"), "stop"))


def _next(letter: Letter, stage: str, other_first: bool) -> None:
    """The paper that is likeliest to come next, as the main button unless something else is; the others under it."""
    words = session.words()
    if stage == review.NOT_SENT:
        offer.step(words.say("review.to_imr"), "imr", primary=True)
    first, *others = came.expected(letter) or ("",)
    if first:
        _button(letter, first, "secondary" if other_first or stage in (review.NOT_SENT, *URGENT) else "primary")
    if others:
        with st.expander(words.say("review.another")):
            for name in others:
                _button(letter, name, "secondary")


def _button(letter: Letter, paper: str, kind: str) -> None:
    path, *_ = came.questions(paper, letter)
    st.button(session.words().say(f"review.note_{paper}"), key=f"note.{paper}", on_click=session.go, args=(_place(letter), (paper, path)), type=kind, width="stretch")


def _on_hold(letter: Letter, stage: str) -> None:
    """Another dispute about who pays: the request may wait, and its end gives a new time."""
    words = session.words()
    if letter.liability_disputed != "yes" or stage not in (review.WAITING, review.MORE, review.NOT_ELIGIBLE):
        return
    look.subheading(words.passages["pages/after_hold"].title)
    look.show(show.passage("pages/after_hold"))
    if "liability" not in imr.parked(letter):
        look.show(look.notice(words.say("review.hold_over"), "soon"))
    elif st.button(words.say("review.add_notice"), width="stretch"):
        letters.change("liability_notice_on")
        st.switch_page(offer.page("denial"))


def _noted(letter: Letter, at: int) -> None:
    """Every answer about this review, each with a way to change it."""
    words, said = session.words(), came.noted(letter)
    if not said:
        return
    with st.expander(words.say("review.noted")):
        for paper, path in said:
            fact, about = f"review.fact_{path.rpartition('.')[-1]}", results.about(letter, path)
            label, pressed = words.say(fact, name=about), words.say(fact, name=typed(about))
            look.show(look.paragraph(f"**{label}:** {show.said(f'letters.{at}.{path}')}"))
            change = partial(session.go, _place(letter), (paper, path))
            st.button(words.say("denial.change", what=pressed), key=f"change.{path}", type="tertiary", on_click=change)
