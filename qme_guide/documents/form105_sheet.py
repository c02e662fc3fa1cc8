"""The worker's own sheet beside QME Form 105: what the form is for, its dates, the specialty, the facts to copy, sending it.

It is no look-alike of the form and holds no address: that stands on the form itself. The form of today was not seen, so
the sheet lists the worker's facts, not its fields, and says so. Lab. Code 139.2(h)(1), 4062.1(b); 8 CCR 30(a).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from qme_guide.case import Case
from qme_guide.documents.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Table
from qme_guide.documents.matter import Matter, facts, one_line, sheet
from qme_guide.documents.room import left
from qme_guide.rules import objection, route
from qme_guide.rules.dates import Row, dates
from qme_guide.rules.panel import EMPLOYER_MAY, FORM, FORM_FIRST, form_sent
from qme_guide.rules.route_questions import claim_form

NAME = "form105-sheet"
COLUMNS = (58, 42)
SECTIONS = ("4060", "4061", "4062")
Say = Callable[..., str]


def form105_sheet(matter: Matter) -> Document:
    """What the form is for, by when, what to ask and to copy, and how to send it; first, that it came back.

    The facts to copy stand together, on a page of their own; the first page also tells how to send it where that fits there.
    """
    say, form = matter.sayer(NAME), matter.case.panel_form
    back = matter.told(form.returned_on)
    given = form.furnished_on or form.sendings
    what = ("what_title", "what_panel", "what_who", *(("what_claim_form",) if claim_form(matter.case) != "yes" else ()))
    first: list[Block] = [
        Paragraph(say("intro"), strong=True),
        *([Paragraph(say("returned", day=back), strong=True)] if back and not form_sent(form) else []),
        *_part(say, *what),
        *([] if given else _part(say, "missing_title", "missing_ask", "missing_wait")),
        *([] if form_sent(form) else _days(matter, say)),
        *_part(say, "specialty_title", "specialty_ask", "specialty_code", "specialty_seen", "specialty_none"),
    ]
    sending = [*_part(say, "attach_title", "attach_safe", "attach_keep"), *_part(say, "send_title", "send_paper", "send_track", "send_copy")]
    whole = sheet(matter, NAME, [*first, *sending], sent=False)
    copied = [PageBreak(), *_facts(matter, say)]
    blocks = [*first, *sending, *copied] if left(whole) >= 0 else [*first, *copied, *sending]
    return replace(whole, blocks=tuple(blocks), one_page=True)


def _part(say: Say, title: str, *told: str) -> list[Block]:
    """A heading with its points."""
    return [Heading(say(title)), Bullets(tuple(map(say, told)))]


def form_row(matter: Matter, rule: str) -> Row | None:
    """The date of one clock of the form; none while nothing starts it, and once something ended it."""
    return next((row for row in dates(matter.case, matter.law, matter.today) if row.about == FORM and row.deadline.rule == rule), None)


def _days(matter: Matter, say: Say) -> Iterator[Block]:
    """The ten days to be first, and the day from which the other side may: never taken for the ten days to choose."""
    form = matter.case.panel_form
    given = [(say("day_given"), matter.told(form.furnished_on)), (say("day_asked"), matter.told(form.asked_on))]
    yield Heading(say("days_title"))
    yield Paragraph(f"{say('days_first', days=matter.law.clock(FORM_FIRST).newest.n)} {say('days_mail')}")
    yield from facts([row for row in given if row[-1] or not form.sendings], matter)
    counted = ((label, form_row(matter, rule)) for label, rule in (("day_first", FORM_FIRST), ("day_employer", EMPLOYER_MAY)))
    lines = tuple((say(label), matter.words.day(row.deadline.safe)) for label, row in counted if row and row.deadline.safe)
    if lines:
        yield Table((), lines, COLUMNS)
    yield Paragraph(say("days_missed"))


def _facts(matter: Matter, say: Say) -> list[Block]:
    """What the worker has said, ready to copy; a line for what is not known."""
    case, told = matter.case, matter.case.panel_form
    rows = [
        (matter.shared("name"), case.worker.name),
        (matter.shared("address"), one_line(case.worker.address)),
        (matter.shared("phone"), case.worker.phone),
        (matter.shared("claim_number"), case.claim.number),
        (matter.shared("date_of_injury"), matter.told(case.claim.injured_on)),
        (matter.shared("employer"), case.claim.employer),
        (matter.words.say("fact.claims_administrator"), case.claim.claims_administrator),
        (say("fact_employer_side"), one_line(case.claim.administrator_address)),
        (say("fact_doctor"), case.doctor.name),
        *([(say("fact_report"), report)] if (report := _report(matter)) else []),
        *([(say("fact_sections"), named)] if (named := ", ".join(sections(case))) else []),
        (say("fact_parts"), None),
        (say("fact_specialty"), told.specialty),
        (say("fact_code"), told.code),
    ]
    return [Heading(say("facts_title")), Paragraph(say("facts_note")), *facts(rows, matter)]


def sections(case: Case) -> tuple[str, ...]:
    """The sections of the roads on which a panel is asked for, and of the disputed reports."""
    roads = (one.statutes for one in route.ways(case) if one.panel)
    disputed = (objection.sections(case, one) for one in case.reports if one.kind == objection.TREATING)
    return tuple(sorted({section for named in (*roads, *disputed) for section in named if section in SECTIONS}))


def _report(matter: Matter) -> str:
    """The reports of treating doctors that are disputed: who wrote them, and their dates."""
    told = ((one.author, matter.told(one.printed_on)) for one in matter.case.reports if one.kind == "treating")
    return "; ".join(text for one in told if (text := ", ".join(filter(None, one))))
