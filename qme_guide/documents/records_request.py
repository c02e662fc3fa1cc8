"""The letter that asks an office for copies of the papers it holds: one builder, worded for who holds them.

It asks and does not demand, and names no law: no rule about such copies stands in the law files.
"""

from collections.abc import Callable

from functools import partial

from qme_guide.case import Record
from qme_guide.documents.counted import requests
from qme_guide.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph
from qme_guide.documents.matter import Matter, addressed, copy_note, facts, greeting, sheet, sign
from qme_guide.documents.record_names import record_in_full
from qme_guide.rules.records import ADMINISTRATOR, Office, offices
from qme_guide.rules.start import exact

NAME = "records-request"
CARE, HOSPITAL, JOB = "care", "hospital", "job"
WORDINGS = {"hospital": HOSPITAL, ADMINISTRATOR: "claim", "employer": JOB}
# Offices that know the person as a patient; the others know a claim.
PATIENT = (CARE, HOSPITAL)


def records_request(matter: Matter, office: Office | None = None) -> Document:
    """What this office holds and has not sent yet; without an office, of the first one that holds anything."""
    say, office = matter.sayer(NAME), office or next(iter(offices(matter.case)), None)
    wording = WORDINGS.get(office.holder, CARE) if office else CARE
    to = (office.name, office.address) if office else (None, None)
    blocks: list[Block] = [
        *copy_note(matter),
        *addressed(matter, *to),
        *facts(_about(matter, wording, say), matter),
        Paragraph(say(f"subject_{wording}"), strong=True),
        greeting(say, office.name if office else None),
        Paragraph(" ".join((say(f"ask_{wording}"), *_why(matter, wording, say)))),
        Heading(say("list_title")),
        *_papers(matter, office, say),
        Paragraph(" ".join((*_by_when(matter, wording, say), say("soon")))),
        *(Paragraph(say(block)) for block in (f"how_{wording}", "not_yours", "closing")),
    ]
    return sheet(matter, NAME, [*blocks, sign(matter)], sent=True, one_page=True)


def _about(matter: Matter, wording: str, say: Callable[..., str]) -> list[tuple[str, str | None]]:
    """The facts by which this office finds the papers: of a patient the day of birth, which the guide does not ask for."""
    claim = matter.case.claim
    if wording in PATIENT:
        return [(say("birth"), None)]
    return [(matter.shared("claim_number"), claim.number), (matter.shared("date_of_injury"), matter.told(claim.injured_on))]


def _why(matter: Matter, wording: str, say: Callable[..., str]) -> tuple[str, ...]:
    """What the papers are for; an employer hears nothing of the treatment."""
    return (say("why"),) if matter.case.letters and wording != JOB else ()


def _papers(matter: Matter, office: Office | None, say: Callable[..., str]) -> list[Block]:
    """Each paper with its date, and the day it was first asked for; lines to fill in when none is known."""
    lines = tuple(filter(None, map(partial(_line, matter, say), office.records))) if office else ()
    return [Bullets(lines, numbered=True)] if lines else [Blank(say("paper")) for _ in WORDINGS]


def _line(matter: Matter, say: Callable[..., str], record: Record) -> str:
    name = record_in_full(record, matter.words)
    asked = exact(record.asked_on)
    return say("asked", paper=name, asked=asked) if name and asked else name


def _by_when(matter: Matter, wording: str, say: Callable[..., str]) -> tuple[str, ...]:
    """The first date of a request that was not sent, while that date lies ahead."""
    days = (found.first.safe for found in requests(matter))
    first = next((day for day in days if day and matter.today and day >= matter.today), None)
    return (say("date", safe=first),) if first and wording != JOB else ()
