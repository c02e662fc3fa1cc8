"""The card for a call to the doctor's clinic: what to say, what to ask, and lines for the answers."""

from collections.abc import Callable

from qme_guide.documents.counted import counted
from qme_guide.documents.doctor_sheet import asked_for
from qme_guide.documents.document import Big, Blank, Block, Bullets, Document, Heading, Paragraph
from qme_guide.documents.matter import Matter, sheet
from qme_guide.rules import imr

NAME = "clinic-call"
LINES = ("person_name", "call_date", "answer", "next_step")


def clinic_call(matter: Matter) -> Document:
    """What to say to the clinic, only the questions that the answers call for, and lines for what it says."""
    say, phone = matter.sayer(NAME), matter.case.doctor.phone
    blocks: list[Block] = [
        Big(say("number_label"), phone) if phone else Blank(say("number_label")),
        Paragraph(say("before_call")),
        Heading(say("say_title")),
        *(Paragraph(text) for text in _opening(matter, say)),
        Heading(say("questions_title")),
        Bullets(_questions(matter, say), numbered=True),
        Paragraph(say("if_no"), strong=True),
        Heading(say("write_title")),
        *(Blank(say(line)) for line in LINES),
    ]
    return sheet(matter, NAME, blocks, sent=False, large=True, one_page=True)


def _opening(matter: Matter, say: Callable[..., str]) -> list[str]:
    """Who calls and why, the date while it is to come, and the language."""
    name, letter = matter.case.doctor.name, matter.letter
    found = counted(letter, matter) if letter and not imr.sent(letter) else None
    coming = found and found.first.safe and matter.today and found.first.safe >= matter.today
    return [
        say("say_named", doctor=name) if name else say("say_unnamed"),
        *([say("say_date", safe=found.first.safe)] if coming else []),
        say("say_language"),
    ]


def _questions(matter: Matter, say: Callable[..., str]) -> tuple[str, ...]:
    papers = asked_for(matter)
    return (
        *([say("q_urgent")] if matter.letter and matter.letter.urgent == "yes" else []),
        *(say(name) for name in ("q_who", "q_rfa", "q_new")),
        *([say("q_papers", papers=papers)] if papers else []),
        say("q_visit"),
    )
