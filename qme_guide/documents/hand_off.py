"""One page for an attorney or an I&A officer: the facts given, the dates counted, the open questions."""

from datetime import date

from qme_guide.case import Letter
from qme_guide.documents.dispute_facts import dispute_facts, dispute_questions
from qme_guide.documents.document import Block, Bullets, Document, Heading, Paragraph, Quote, Table
from qme_guide.documents.matter import Matter, case_facts, copy_note, facts, item, sheet
from qme_guide.rules import imr
from qme_guide.rules.dates import WORKER, Row, dates

COLUMNS = (35, 38, 27)
DAYS = ("printed_on", "served_on", "postmarked_on", "received_on")


def hand_off(matter: Matter) -> Document:
    """One page for an attorney or an I&A officer: the facts given, the dates counted, the open questions."""
    say = matter.sayer("hand-off")
    case = matter.case
    told = [*case_facts(matter), (matter.shared("employer"), case.claim.employer), *_claim_days(matter)]
    blocks: list[Block] = [*copy_note(matter), Paragraph(say("intro")), Heading(say("facts_title")), *facts(told, matter)]
    for letter in case.letters:
        blocks += _letter_facts(matter, letter)
    blocks += dispute_facts(matter)
    blocks += [Heading(say("counted_title")), Paragraph(say("counted_note"))]
    rows = [row for row in dates(case, matter.law, matter.today) if row.deadline.safe]
    if rows:
        head = tuple(say(name) for name in ("column_what", "column_day", "column_law"))
        blocks.append(Table(head, tuple(_row(matter, row) for row in rows), COLUMNS))
    questions = tuple(say(name) for name in _hand_off_questions(matter))
    return sheet(matter, "hand-off", [*blocks, Heading(say("questions_title")), Bullets(questions, numbered=True)], sent=True)


def _claim_days(matter: Matter) -> list[tuple[str, str | None]]:
    """The two days that the dates of a claim rest on, unknown ones left out."""
    say, claim = matter.sayer("hand-off"), matter.case.claim
    days = [(say("form_filed"), matter.told(claim.form_filed_on)), (say("denied"), matter.told(claim.denied_on))]
    return [(label, day) for label, day in days if day]


def _letter_facts(matter: Matter, letter: Letter) -> list[Block]:
    """What was said about one letter, unknown days left out."""
    words = matter.words
    days = [(words.say(f"fact.{name}"), matter.told(getattr(letter, name))) for name in DAYS]
    items = [(words.say("fact.treatment"), item(one)) for one in letter.treatments if one.name]
    quoted = [Paragraph(words.say("fact.reason")), Quote(letter.reason)] if letter.reason else []
    known = [(label, day) for label, day in days if day]
    return [Heading(words.paper(letter.id)), *facts([*known, *items], matter), *quoted]


def _row(matter: Matter, row: Row) -> tuple[str, str, str]:
    """A date in a line of the table: what, the day, the law."""
    words, deadline = matter.words, row.deadline
    label = words.clock(deadline.rule, "label")
    return words.clock(deadline.rule, "title"), f"{label} {words.fill('{safe}', safe=deadline.safe)}", deadline.clock.shown_citation


def _hand_off_questions(matter: Matter) -> list[str]:
    case, letters = matter.case, matter.case.letters
    checks = {
        "q_claim_90": case.triage.denied == "claim",
        "q_claim_year": case.triage.denied in ("claim", "delay", "body_part"),
        "q_liability": any(letter.liability_disputed == "yes" for letter in letters),
        "q_form": any("form" in imr.parked(letter) for letter in letters),
        "q_late": any(row.deadline.safe < matter.today for row in _own(matter)) if matter.today else False,
        "q_ur_late": any(imr.ur_was_late(letter, matter.law) for letter in letters),
        "q_panel": case.triage.denied in ("claim", "body_part"),
    }
    return ["q_attorney", *(name for name, holds in checks.items() if holds), *dispute_questions(case)]


def _own(matter: Matter) -> list[Row]:
    rows = dates(matter.case, matter.law, matter.today)
    return [row for row in rows if row.deadline.kind == WORKER and isinstance(row.deadline.safe, date)]
