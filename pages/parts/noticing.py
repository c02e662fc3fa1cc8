"""The selection notice on the screen: the letter, what it lacks, sending it, its proof and its log.

The notice alone keeps the choice: it never waits for the appointment.
"""

from functools import partial

from pages.parts import cards, details, doctors, look, offer, sendlog, session
from pages.parts.place import CALLS, LIST, NOTICE, SEND, button, go
from qme_guide.case import Panel
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.selection_notice import NAME, booked, selection_notice, selection_proof
from qme_guide.rules import panel as rules
from qme_guide.rules.dates import dates

TO = (rules.ADMINISTRATOR,)


def screen(panel: Panel, name: str) -> bool:
    """The open step, when it is one of the notice and somebody was chosen."""
    steps = {NOTICE: _notice, SEND: _send, **{part: partial(_details, part) for part in details.DETAILS}}
    if name not in steps or not rules.chosen(panel):
        return False
    steps[name](panel)
    return True


def date_card(panel: Panel) -> None:
    """By when they must have the notice; that it went out; without a day, how urgent it is."""
    words = session.words()
    found = [row for row in dates(session.case(), session.law(), session.today()) if row.about == panel.id and row.deadline.rule == rules.SELECT]
    if went := rules.told(panel):
        look.show(look.notice(words.say("choose.told", day=words.told(went.on)), "done"))
    elif found:
        look.show(*(cards.line(row) for row in found))
    else:
        look.show(look.notice(words.say("choose.no_day"), "soon"))


def _notice(panel: Panel) -> None:
    """The letter, whether it says that the appointment is booked, what it lacks; then on to sending it."""
    words = session.words()
    date_card(panel)
    doctors.other_named(panel)
    look.heading(words.say("choose.notice_title"))
    done = booked(offer.matter(words.language), panel)
    look.show(look.paragraph(words.say("choose.notice_booked" if done else "choose.notice_open")))
    paper = Paper(NAME, partial(selection_notice, panel=panel), PAPERS[NAME].sent)
    details.letter(paper, partial(go, panel))
    offer.paper(paper, None)
    button("choose.to_send", panel, SEND)
    if not done:
        offer.step(words.say("choose.to_appointment"), "appointment")
        button("choose.to_calls", panel, CALLS)
    button("ask.back", panel, LIST)
    offer.save()


def _send(panel: Panel) -> None:
    """How to send it, the log, the proof of mailing, what comes next. While a line is open, only that line."""
    log = sendlog.Log(panel.id, f"panels.{session.case().panels.index(panel)}.sendings", TO)
    told, to = ("pages/choose_send", "pages/choose_next"), ("choose.to_appointment", "appointment")
    proof = Paper("proof-of-service", partial(selection_proof, panel=panel), PAPERS[NAME].sent)
    if details.send_step(log, "choose.send_title", partial(date_card, panel), told, to, proof):
        button("ask.back", panel, NOTICE)
        offer.save()


def _details(name: str, panel: Panel) -> None:
    details.question("choose", name, partial(go, panel), NOTICE)
