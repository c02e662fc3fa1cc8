"""The card for the call to a doctor's office of the panel: what to say, what to ask, lines for the answers.

A call is about the appointment only: contact alone with a QME about the case is not allowed (Lab. Code 4062.3(e), (g)).
With a chosen doctor the card is for that office; without one it names all three.
"""

from collections.abc import Callable

from qme_guide.case import Panel
from qme_guide.documents.document import Blank, Block, Bullets, Document, Heading, Lines, Paragraph
from qme_guide.documents.matter import Matter, facts, sheet
from qme_guide.documents.selection_notice import newest
from qme_guide.rules import panel as rules
from qme_guide.rules.exam import window, window_from

NAME = "booking-call"
QUESTIONS = ("q_day", "q_earlier", "q_place", "q_specialty", "q_treated", "q_interpreter", "q_notice")
LINES = ("person_name", "call_date", "offered", "other_days", "answer")
Say = Callable[..., str]


def booking_call(matter: Matter, panel: Panel | None = None) -> Document:
    """What to say and to ask, for one panel; without one, for the newest."""
    say, about = matter.sayer(NAME), panel or newest(matter)
    blocks: list[Block] = [
        *_offices(about, matter, say),
        Paragraph(say("only"), strong=True),
        Heading(say("say_title")),
        Lines(tuple(_opening(matter, about, say))),
        Heading(say("questions_title")),
        Bullets(tuple(say(name) for name in QUESTIONS), numbered=True),
        *_limit(matter, about, say),
        Heading(say("write_title")),
        *(Blank(say(name)) for name in LINES),
    ]
    return sheet(matter, NAME, blocks, sent=False, one_page=True)


def _offices(panel: Panel, matter: Matter, say: Say) -> tuple[Block, ...]:
    """Whom to call: the chosen doctor, else each of the panel with its number; lines to fill in without one."""
    doctor = rules.chosen(panel)
    named = (doctor,) if doctor else panel.doctors
    rows = [(one.name or say("doctor"), one.phone) for one in named]
    return facts(rows, matter) if rows else (Blank(say("doctor")), Blank(say("phone")))


def _opening(matter: Matter, panel: Panel, say: Say) -> list[str]:
    numbers = {"say_claim": matter.case.claim.number, "say_panel": panel.number}
    return [say("say_who"), *(say(name, number=number) for name, number in numbers.items() if number)]


def _limit(matter: Matter, panel: Panel, say: Say) -> list[Block]:
    """The days 90 and 120: from the first request, else as if it were made today; nothing without a panel."""
    first, today = window(panel, matter.law), matter.today
    found = first or (window_from(today, matter.law) if today and panel.doctors else None)
    if not (found and found.safe and found.outside):
        return []
    return [Paragraph(say("limit" if first else "limit_today", safe=found.safe, outside=found.outside))]
