"""QME Form 105 on the screen, in five steps: the form, the specialty, filling it in, sending it, the wait.

It decides nothing: what went out comes from rules/panel, the dates from rules/dates.
"""

import streamlit as st

from pages.parts import ask_form, cards, details, look, offer, own_form, panel_wait, session, show
from qme_guide.case import UNSURE
from qme_guide.documents.catalog import PAPERS
from qme_guide.rules import panel
from qme_guide.rules.dates import Row, dates
from qme_guide.rules.route_questions import claim_form
from qme_guide.rules.start import earliest

PLACE = "form105"
FORM, SPECIALTY, FILL, SEND, WAIT = "form", "specialty", "fill", "send", "wait"
ORDER = (FORM, SPECIALTY, FILL, SEND, WAIT)


def screen() -> None:
    """The open step, and the buttons to the steps around it. A step gives the kind of Continue; empty: no button at all."""
    words, name = session.words(), step()
    if panel.panel_came(session.case()):
        look.show(look.notice(words.say("panel.came"), "done"))
        offer.step(words.say("panel.to_choose"), "choose", primary=True)
    look.heading(words.say(f"panel.{name}_title"))
    on = {FORM: _form, SPECIALTY: _specialty, FILL: _fill, SEND: panel_wait.send, WAIT: panel_wait.wait}[name]()
    if on:
        for label, way, kind in (("ask.continue", ORDER, on), ("ask.back", ORDER[::-1], "secondary")):
            if rest := way[way.index(name) :][1:]:
                st.button(words.say(label), key=label, on_click=go, args=(rest[0],), type=kind, width="stretch")
        offer.save()


def go(name: str) -> None:
    """Open a step."""
    session.go(PLACE, name)


def step() -> str:
    """The open step: where the person went, else the first that is not done."""
    form = session.case().panel_form
    if (went := session.place(PLACE)) in ORDER:
        return went
    if form.sendings or form.medical_unit_on or form.returned_on:
        return WAIT
    if not here():
        return FORM
    return SPECIALTY if form.doctor_asked is None else FILL


def here() -> bool:
    """The form is in the worker's hands."""
    form = session.case().panel_form
    return bool(form.furnished_by or earliest(form.furnished_on))


def rows(*rules: str) -> list[Row]:
    """The dates of these clocks."""
    found = dates(session.case(), session.law(), session.today())
    return [row for row in found if row.deadline.rule in rules]


def lines(*rules: str) -> None:
    """A small card for each of these dates."""
    if found := rows(*rules):
        look.show(*map(cards.line, found))


def date_card() -> None:
    """By when the Medical Unit must have the form; without a day, how urgent it is. Nothing once it went out."""
    words, form = session.words(), session.case().panel_form
    lines(panel.FORM_FIRST)
    if rows(panel.FORM_FIRST):
        return
    if here() and not panel.form_sent(form):
        key = "panel.found" if form.furnished_by == "downloaded" else "panel.no_day"
        look.show(look.notice(words.say(key), "soon"))


def _date_line() -> None:
    """The same on the steps between, where the task comes first: one line once the date is past."""
    if any(cards.overdue(row.deadline) for row in rows(panel.FORM_FIRST)):
        look.show(look.strip(session.words().say("panel.send_today")))
    else:
        date_card()


def _form() -> str:
    words, case = session.words(), session.case()
    if claim_form(case) in ("no", UNSURE):
        look.show(look.notice(words.say("panel.claim_form"), "soon"))
        offer.step(words.say("objection.to_route"), "dispute")
    date_card()
    if here():
        lines(panel.EMPLOYER_MAY, panel.WAIT_60)
        ask_form.noted(ask_form.CAME, ask_form.ASKED, ask_form.ASKED_DAY)
        return "primary"
    look.show(show.passage("pages/panel_intro", days=session.law().clock(panel.FORM_FIRST).newest.n))
    ask_form.button("panel.have", ask_form.CAME, "primary")
    _ask()
    return "secondary"


def _ask() -> None:
    """The form did not come: the letter that asks for it, free help, and a note that it was asked for."""
    words, form, phone = session.words(), session.case().panel_form, str(session.law().contacts.ia_phone)
    look.heading(words.passages["pages/panel_ask"].title)
    look.show(show.passage("pages/panel_ask"), look.call_button(words.say("outcome.call", phone=phone), phone, quiet=True))
    lines(panel.FORM_NOW, panel.WAIT_60)
    if earliest(form.asked_for_on):
        look.show(look.notice(words.say("panel.asked_day", day=words.told(form.asked_for_on)), "done"))
    details.whose(ask_form.go)
    offer.papers("form105-request")
    ask_form.button("panel.asked", ask_form.REQUESTED)


def _specialty() -> str:
    """The specialty is a question for the treating doctor; the guide suggests none."""
    words, form = session.words(), session.case().panel_form
    _date_line()
    look.show(show.passage("pages/panel_specialty"))
    open_question = form.doctor_asked in (None, "no")
    if open_question:
        details.letter(PAPERS["specialty-sheet"], ask_form.go, typed=False)
    if form.doctor_asked == UNSURE:
        look.show(look.notice(words.say("panel.no_doctor", phone=session.law().contacts.ia_phone), "soon"))
    ask_form.button("panel.note_specialty", ask_form.DOCTOR if form.doctor_asked != "yes" else ask_form.SPECIALTY)
    offer.papers("specialty-sheet")
    ask_form.noted(ask_form.DOCTOR, ask_form.SPECIALTY)
    return "secondary" if open_question else "primary"


def _fill() -> str:
    """The sheet beside the form, and the worker's own blank file of it."""
    words = session.words()
    _date_line()
    look.show(look.paragraph(words.say("panel.fill_text")))
    details.whose(ask_form.go)
    offer.papers("form105-sheet")
    own_form.screen()
    return "primary"
