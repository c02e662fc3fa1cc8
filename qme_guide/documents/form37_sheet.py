"""The worker's own sheet beside QME Form 37: what it is for, its date, what follows; then what to copy.

It is no look-alike of the form, which was not seen, and holds no address of ours. What may go with the form is not
confirmed, and the sheet says so. Lab. Code 4061(d)(1)-(2), 4062.3(b); 8 CCR 37(a)-(c).
"""

from collections.abc import Callable, Iterator

from qme_guide.case import Report
from qme_guide.documents.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Table
from qme_guide.documents.error_table import error_rows, is_long, report_facts
from qme_guide.documents.factual_correction import FACTS, NOTHING, REVIEW, receivers
from qme_guide.documents.matter import Matter, case_facts, facts, one_line, sheet
from qme_guide.documents.serving import received
from qme_guide.rules import correction as rules
from qme_guide.rules.evaluator import SERVE
from qme_guide.rules.replying import asked
from qme_guide.rules.start import exact
from qme_guide.rules.table import represented

NAME = "form37-sheet"
REPLY = "factual-reply-5"
COLUMNS = (50, 50)
Say = Callable[..., str]


def form37_sheet(matter: Matter, report: Report | None = None) -> Document:
    """The sheet for one report; without one, for the last of a QME."""
    say, one = matter.sayer(NAME), report or rules.for_letter(matter.case) or NOTHING
    attorney = [Paragraph(say("attorney"), strong=True)] if represented(matter.case) else []
    worker = matter.case.worker
    told = [*case_facts(matter), (matter.shared("address"), one_line(worker.address)), (matter.shared("phone"), worker.phone)]
    blocks: list[Block] = [
        Paragraph(say("intro"), strong=True),
        *attorney,
        *_part(say, "what_title", "what_for", "what_deu", "what_once", "what_meaning"),
        *_part(say, "get_title", "get_ask", "get_unseen"),
        Heading(say("days_title")),
        *_days(matter, one, say),
        *_part(say, "to_title", "to_never"),
        PageBreak(),
        Heading(say("facts_title")),
        *facts([*told, *report_facts(matter, one)], matter),
        Heading(say("who_title")),
        *received(matter, receivers(matter, one)),
        Paragraph(say("to_deu")),
        PageBreak(),
        *_rows(matter, one, say),
        *_part(say, "papers_title", "papers_unknown"),
        Bullets((say("papers_new", days=matter.law.clock(SERVE).newest.n), say("papers_name"))),
        *_after(matter, one, say),
    ]
    return sheet(matter, NAME, blocks, sent=False, one_page=True)


def _part(say: Say, title: str, *told: str) -> list[Block]:
    """A heading with its points."""
    return [Heading(say(title)), Bullets(tuple(map(say, told)))]


def _days(matter: Matter, report: Report, say: Say) -> Iterator[Block]:
    """By when, and what to do when that day is past; who does not have it yet."""
    found = rules.standing(matter.case, report, matter.law, matter.today)
    yield Paragraph(say("days_from", days=matter.law.clock(rules.CLOCK).newest.n))
    if not found.missing:
        yield Paragraph(say("sent"), strong=True)
        return
    if found.by is None or found.by.safe is None:
        yield Paragraph(say("days_unknown"))
    else:
        yield Table((), ((say("days_by"), matter.words.day(found.by.safe)),), COLUMNS)
        if not exact(report.received_on):
            yield Paragraph(say("days_stand_in"))
        if matter.today and found.by.safe < matter.today:
            yield Paragraph(_past(matter, found, say), strong=True)
    if found.missing != rules.SERVICE:
        lacking = ", ".join(matter.sayer("proof-of-service")(f"who_{to}") for to in found.missing)
        yield Paragraph(f"{say('part')} {lacking}.", strong=True)


def _past(matter: Matter, found: rules.Standing, say: Say) -> str:
    """What to do once the safe date is past; nobody explains a lateness while the law may still leave time."""
    if found.late:
        return say("days_late")
    return say("days_still", day=matter.words.day(found.by.outside)) if found.by.outside else say("days_still_unsure")


def _rows(matter: Matter, report: Report, say: Say) -> list[Block]:
    """The wrong facts to copy, or where they stand when they are many."""
    long = is_long(matter, report, FACTS)
    rows = [Paragraph(say("rows_long", count=len(rules.rows(report))))] if long else error_rows(matter, report, FACTS)
    return [Heading(say("rows_title")), Paragraph(say("rows_only")), *rows]


def _after(matter: Matter, report: Report, say: Say) -> list[Block]:
    """What follows; every number of days is its clock's."""
    review, reply = (matter.law.clock(rule).newest.n for rule in (REVIEW, REPLY))
    own = () if asked(report) else (say("after_review", days=review),)
    theirs = say("after_asked" if asked(report) else "after_theirs", days=reply)
    return [Heading(say("after_title")), Bullets((*own, say("after_waits"), theirs))]
