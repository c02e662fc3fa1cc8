"""The card for a call to the State's Medical Unit: what to say, what to ask, lines for the answers. Lab. Code 139.2(h)(1).

Its number stands on the worker's own form; none is printed here.
"""

from collections.abc import Callable

from datetime import date

from qme_guide.documents.document import Blank, Block, Bullets, Document, Heading, Lines, Paragraph
from qme_guide.documents.form105_sheet import form_row
from qme_guide.documents.matter import Matter, sheet
from qme_guide.rules.panel import ANY_QME, UNIT, form_sent, received, sent_to

NAME = "unit-call"
LINES = ("person_name", "call_date", "answer", "next_step")
Say = Callable[..., str]


def unit_call(matter: Matter) -> Document:
    """What to say and to ask, as far as the answers call for it."""
    say = matter.sayer(NAME)
    over, days = wait_over(matter), matter.law.clock(ANY_QME).newest.n
    blocks: list[Block] = [
        Blank(say("number_label")),
        Paragraph(say("before_call")),
        Heading(say("say_title")),
        Lines(tuple(_opening(matter, say))),
        Paragraph(say("say_language")),
        Heading(say("questions_title")),
        Bullets(_questions(matter, say, over, days), numbered=True),
        Paragraph(say("any_now" if over else "any_later", days=days), strong=True),
        Heading(say("write_title")),
        *(Blank(say(line)) for line in LINES),
    ]
    return sheet(matter, NAME, blocks, sent=False, large=True, one_page=True)


def wait_over(matter: Matter) -> bool:
    """The twenty working days are over for sure: from the first day on which any QME may be chosen."""
    row = form_row(matter, ANY_QME)
    return bool(row and isinstance(row.deadline.safe, date) and matter.today and row.deadline.safe <= matter.today)


def _opening(matter: Matter, say: Say) -> list[str]:
    """Who calls about what, and the days as far as they are known."""
    form, number = matter.case.panel_form, matter.case.claim.number
    went = matter.told(sent_to(UNIT, form.sendings)[-1].on) if sent_to(UNIT, form.sendings) else None
    back = None if form_sent(form) else matter.told(form.returned_on)
    days = {"say_sent": went, "say_there": matter.told(form.medical_unit_on) if received(form) else None, "say_returned": back}
    named = [say("say_number", number=number)] if number else []
    return [say("say_who"), *named, *(say(name, day=day) for name, day in days.items() if day)]


def _questions(matter: Matter, say: Say, over: bool, days: int) -> tuple[str, ...]:
    form = matter.case.panel_form
    back = form.returned_on is not None and not form_sent(form)
    asked = {"q_there": True, "q_complete": not back, "q_mend": back, "q_other": True, "q_panel": True}
    return (*(say(name) for name, fits in asked.items() if fits), *([say("q_none", days=days)] if over else []))
