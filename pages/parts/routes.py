"""The roads of a medical dispute on the screen: the questions one by one, then each road with its next step.

Which roads there are is decided in rules/route.py; here they are only shown.
"""

from functools import partial

import streamlit as st

from pages.parts import ask, cards, exam_at, look, offer, session, show, steps
from pages.parts.markdown import plain
from qme_guide import flow
from qme_guide.rules import route, route_questions
from qme_guide.rules.dates import Row
from qme_guide.rules.panel import CLAIM
from qme_guide.rules.route import Found
from qme_guide.rules.triage import in_danger

PLACE = "dispute"
FACTS = ("qme_facts", "qme_exam_facts")


def ask_next(at: str) -> None:
    """The screen that is open: help in danger, or the question at this path."""
    if at == "danger":
        danger()
    else:
        question(at)


def question(path: str) -> None:
    """One question; back leads to the one before, and from the first to Home."""
    words, case = session.words(), session.case()
    number = len(route_questions.answered(case, path)) + 1
    look.show(look.paragraph(words.say("dispute.step", number=number), soft=True))
    went = ask.screen(path, (path,))
    if went == ask.BACK:
        earlier = route_questions.before(case, path)
        session.go(PLACE, earlier) if earlier else st.switch_page(offer.page("home"))
    if went == ask.ON:
        session.go(PLACE, "danger" if path == "triage.danger" and in_danger(session.case().triage) else None)
    if went:
        st.rerun()


def danger() -> None:
    """Help first, then the questions go on."""
    words = session.words()
    show.danger()
    if st.button(words.say("triage.go_on"), type="primary", width="stretch"):
        session.go(PLACE, None)
        st.rerun()


def result(found: tuple[Found, ...]) -> None:
    """Every road, what comes first first; then what is good to know, the papers and the answers."""
    if in_danger(session.case().triage):
        show.danger()
    for number, one in enumerate(found):
        road(one, first=not number)
    if any(one.name == route.REPRESENTED for one in found):
        exam_at.to_plan("exam_letter.to_exam_plan")
    if any(one.panel for one in found):
        look.show(*(look.fold(session.words().passages[f"pages/{name}"].title, show.passage(f"pages/{name}")) for name in FACTS))
    offer.papers("hand-off")
    offer.save()
    show.answers(route_questions.answered(session.case()), PLACE)


def road(one: Found, first: bool = True) -> None:
    """One road: why, what it means, the next step, whom to talk to and which law it is; all but the first in short."""
    words = session.words()
    if not first:
        look.heading(show.outcome_title(one))
    if one.about:
        told = plain("; ".join(words.choice("route.about", about) for about in one.about))
        look.show(look.paragraph(words.say("dispute.because", what=told), soft=True))
    show.outcome(one, partial(_step, one, first), title=False, more="" if first else words.say("dispute.more"))
    if one.statutes:
        named = ", ".join(words.say("dispute.section", number=number) for number in one.statutes)
        look.show(look.paragraph(words.say("dispute.law", sections=named), soft=True))


def _step(one: Found, first: bool) -> None:
    """The button of a road: to its page or past it to the next step, to the State's free help, or back to a question."""
    words, ahead = session.words(), flow.road(session.case(), session.law(), session.today()).next
    if one.name == route.WAIT:
        _wait(one)
    pages = {route.IMR: ("dispute.to_imr", "denial"), route.CAUSE: ("dispute.to_panel", "panel")}
    pages |= dict.fromkeys(route.OBJECTION, ("dispute.to_objection", "objection"))
    if not session.case().reports:
        pages[route.REPRESENTED] = ("objection.for_attorney", "objection")
    if one.name in pages:
        label, page = pages[one.name]
        if first and one.panel and ahead and ahead.task in flow.PANEL and ahead.task.page != page:
            offer.step(steps.title(ahead), ahead.task.page, primary=True)
        else:
            offer.step(words.say(label), page, primary=first)
    elif one.name == route.CLAIM_FORM:
        st.button(words.say("dispute.handed_in"), on_click=session.go, args=(PLACE, "route.claim_form"), width="stretch")
    else:
        show.call(one)


def _wait(one: Found) -> None:
    """From when the panel may be asked for; without a day, the way to say it."""
    words = session.words()
    if one.wait and one.wait.safe:
        look.show(cards.line(Row(CLAIM, one.wait)))
        return
    look.show(look.notice(words.say("dispute.wait_unknown"), "soon"))
    what = words.say("denial.change", what=str(words.question("claim.form_filed_on")["label"]))
    st.button(what, on_click=session.go, args=(PLACE, "claim.form_filed_on"), width="stretch")


def short(found: tuple[Found, ...]) -> None:
    """The road that comes first, on Home; nothing while there is none."""
    for one in found[:1]:
        show.short_outcome(one)
        offer.step(session.words().say("home.to_road"), "dispute")
