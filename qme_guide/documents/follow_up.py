"""The letter that asks again about a letter nobody answered. To the claims administrator only: never to a QME.

No law obliges anybody to answer a letter by a day, so it asks and names no day. What the log does not say is a line to fill in.
"""

from collections.abc import Callable

from qme_guide.case import UNSURE, Report
from qme_guide.documents.document import Block, Document, Paragraph
from qme_guide.documents.matter import SENT_LANGUAGE, Matter, copy_note, facts, greeting, joined, letter_head, sheet, sign
from qme_guide.rules.outbox import FOLLOW_UP, Sent, open_one
from qme_guide.rules.start import exact
from qme_guide.words import load_words

NAME = FOLLOW_UP
Say = Callable[..., str]


def follow_up(matter: Matter, sent: Sent | None = None) -> Document:
    """The letter about one sending; without one, about the first that waits for an answer."""
    say, one, adjuster = matter.sayer(NAME), sent or open_one(matter.case), matter.case.claim.adjuster
    blocks: list[Block] = [
        *copy_note(matter),
        *letter_head(matter),
        Paragraph(say("subject"), strong=True),
        *_about(matter, one, say),
        greeting(say, adjuster),
        *joined([say("no_answer"), say("answer")]),
        *joined([say("who"), say("arrived")]),
        Paragraph(say("wish")),
        Paragraph(say("closing")),
        sign(matter),
    ]
    return sheet(matter, NAME, blocks, sent=True, one_page=True)


def _about(matter: Matter, one: Sent | None, say: Say) -> tuple[Block, ...]:
    """Which letter it was and when it went; how, its number and its report only as far as they are known."""
    line = one.line if one else None
    named = load_words(SENT_LANGUAGE).letter(one.paper, "title") if one and one.paper in matter.words.letters else None
    rows = [(say("letter"), named), (say("sent_on"), matter.told(line.on) if line else None)]
    how = line.how if line and line.how not in (None, UNSURE) else None
    report = next((report for report in matter.case.reports if one and report.id == one.about), None)
    more = (
        (say("report"), _report(matter, report, say) if report else None),
        (say("how"), matter.sayer("claims-copy")(f"how_{how}") if how else None),
        (say("number"), line.number if line else None),
    )
    return facts([*rows, *(row for row in more if row[-1])], matter)


def _report(matter: Matter, report: Report, say: Say) -> str | None:
    """Who wrote the report, and its date, as far as they are known."""
    day = matter.words.day(report.printed_on) if exact(report.printed_on) else None
    return say("report_of", author=report.author, day=day) if report.author and day else report.author or day
