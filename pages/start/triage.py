"""The first questions, one a screen, and where they lead. No answer is a dead end."""

from functools import partial

import streamlit as st

from pages.parts import ask, exam_at, look, offer, returned, session, show, steps
from qme_guide.rules import triage
from qme_guide.rules.triage import ORDER

words, answers = session.words(), session.case().triage
found = triage.outcome(answers)
at = session.place("triage") or triage.next_question(answers)


def danger() -> None:
    look.title(words.passages["outcomes/danger"].title)
    show.danger(title=False)
    st.button(words.say("triage.go_on"), type="primary", width="stretch", on_click=session.go, args=("triage", None))


def question(path: str) -> None:
    look.title(words.say("triage.title"))
    look.show(look.paragraph(words.say("triage.step", number=ORDER.index(path) + 1, count=len(ORDER)), soft=True))
    went = ask.screen(path, (path,))
    if went == ask.BACK:
        session.go("triage", triage.before(path)) if triage.before(path) else st.switch_page(offer.page("home"))
    if went == ask.ON:
        helped = path == ORDER[0] and triage.in_danger(session.case().triage)
        session.go("triage", "danger" if helped else None)
    if went:
        st.rerun()
    returned.below(path == ORDER[0])


def result() -> None:
    look.title(show.outcome_title(found))
    if found.danger:
        show.danger()
    if found.goes_on:
        show.outcome(found, steps.ahead, title=False)
        show.odds()
    else:
        show.outcome(found, partial(show.call, found), title=False)
        exam_at.to_plan("exam_letter.to_exam_plan")
        if found.dispute:
            offer.step(words.say("triage.to_dispute"), "dispute")
        offer.step(words.say("triage.to_letter" if found.other_letter else "triage.to_denial"), "denial")
        offer.step(words.say("triage.to_dates"), "dates")
        offer.papers("call-card", "hand-off")
    show.first_answers()
    offer.save()


if at == "danger":
    danger()
elif at:
    question(at)
else:
    result()
