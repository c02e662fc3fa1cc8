"""The card for a call to the State's free help line: what to say, what to ask, and lines for the answers."""

from collections.abc import Callable

from qme_guide.documents.counted import requests
from qme_guide.documents.document import Big, Blank, Block, Bullets, Document, Heading, Paragraph
from qme_guide.documents.matter import Matter, sheet
from qme_guide.rules import imr, triage
from qme_guide.rules.table import stands


def call_card(matter: Matter) -> Document:
    """What to say to the State's free help line, what to ask, and lines for the answers."""
    say = matter.sayer("call-card")
    blocks: list[Block] = [
        Big(say("number_label"), say("number")),
        Paragraph(f"{say('hours')} {say('before_call')}"),
        Heading(say("say_title")),
        Paragraph(_opening(matter, say)),
        Paragraph(say("say_language")),
        Heading(say("questions_title")),
        Bullets(tuple(_call_questions(matter, say)), numbered=True),
        Heading(say("write_title")),
    ]
    lines = ("officer_name", "call_date", "answer", "next_step")
    return sheet(matter, "call-card", [*blocks, *(Blank(say(line)) for line in lines)], sent=False, large=True, one_page=True)


def _opening(matter: Matter, say: Callable[..., str]) -> str:
    """The first sentence on the telephone: for a denied claim, the one that its own road gives."""
    found = triage.outcome(matter.case.triage)
    if found and found.name == "claim_denied":
        return str(matter.words.passages["outcomes/claim_denied"].front["say"])
    return say("say_intro")


def _call_questions(matter: Matter, say: Callable[..., str]) -> list[str]:
    """Only the questions that the answers call for."""
    found = requests(matter)
    first = next((one.first.safe for one in found if one.first.safe), None)
    letters, claim = matter.case.letters, stands(matter.case)
    checks = {
        "q_form": any("form" in imr.parked(letter) for letter in letters),
        "q_liability": any(letter.liability_disputed == "yes" for letter in letters),
        "q_late": bool(first and matter.today and first < matter.today),
        "q_ur_late": any(imr.ur_was_late(letter, matter.law) for letter in letters),
        "q_conditional": any(letter.conditional == "yes" for letter in letters),
        "q_claim_denied_90": claim == "denied",
        "q_claim_denied_year": claim in ("denied", "undecided", "part"),
    }
    date_question = [say("q_date", safe=first)] if first else [say("q_no_date")]
    return [*date_question, *(say(name) for name, holds in checks.items() if holds), say("q_other")]
