"""The worker's own card for the time after a report: how far it is, the next date, what comes, what to take care of.

Every date comes from the same rows as the screen; none is counted here. It calculates no rating and gives no odds.
"""

from collections.abc import Callable

from qme_guide.documents.document import Big, Blank, Block, Bullets, Check, Document, Heading, Paragraph, Table
from qme_guide.documents.matter import Matter, sheet
from qme_guide.rules import rating as rules
from qme_guide.rules.dates import WORKER, Row, dates
from qme_guide.rules.dispute import qme_reports
from qme_guide.rules.table import represented

NAME = "rating-card"
CARE = ("sign", "alone", "copy")
TO_WRITE = ("percent", "talked")
Say = Callable[..., str]


def rating_card(matter: Matter) -> Document:
    """The card for this case on the day of writing."""
    say, phone = matter.sayer(NAME), str(matter.law.contacts.ia_phone)
    stage = rules.stage(matter.case, matter.law, matter.today)
    mine = [row for row in rows(matter) if row.deadline.kind == WORKER]
    blocks: list[Block] = [
        Paragraph(say(f"stage_{stage}"), strong=True),
        *_first(matter, mine[:1], say),
        *_others(matter, [row for row in rows(matter) if row not in mine[:1]], say),
        Heading(say("road_title")),
        *_road(matter, say),
        *(_again(say) if stage in (rules.RATED, rules.PART_SENT) else []),
        Heading(say("care_title")),
        Bullets(tuple(say(f"care_{name}") for name in CARE)),
        Paragraph(say("call", phone=phone), strong=True),
        Heading(say("write_title")),
        *(Blank(say(f"write_{name}")) for name in TO_WRITE),
    ]
    return sheet(matter, NAME, blocks, sent=False, one_page=True)


def _road(matter: Matter, say: Say) -> list[Block]:
    """What comes in order, with a mark where it is behind; no judge where the report does not divide the cause."""
    again, parts = matter.law.clock(rules.CLOCK).newest.n, rules.road(matter.case, matter.law, matter.today)
    return [Check(say(f"road_{name}", days=again, count=len(rules.GROUNDS)), checked=state == rules.BEHIND) for name, state in parts.items()]


def _again(say: Say) -> list[Block]:
    """The only reasons that count."""
    return [Heading(say("again_title", count=len(rules.GROUNDS))), Bullets(tuple(say(f"ground_{one}") for one in rules.GROUNDS))]


def rows(matter: Matter) -> list[Row]:
    """The dates of the reports of a QME and of the rating, the worker's own first; none of an attorney's case."""
    if represented(matter.case):
        return []
    about = {rules.ABOUT, *(one.id for one in qme_reports(matter.case))}
    found = [row for row in dates(matter.case, matter.law, matter.today) if row.about in about and row.deadline.safe]
    return sorted(found, key=lambda row: row.deadline.kind != WORKER)


def _first(matter: Matter, mine: list[Row], say: Say) -> list[Block]:
    """The worker's next date, large; one that is past says to do it today."""
    blocks: list[Block] = []
    for row in mine:
        day, rule = row.deadline.safe, row.deadline.rule
        past = [Paragraph(say("today"), strong=True)] if matter.today and day < matter.today else []
        blocks += [Paragraph(matter.words.clock(rule, "title")), Big(matter.words.clock(rule, "label"), matter.words.day(day)), *past]
    return blocks


def _others(matter: Matter, others: list[Row], say: Say) -> list[Block]:
    """Every other date with what it is for; of the other side also from when on it is late."""
    lines = tuple((matter.words.clock(row.deadline.rule, "title"), _day(matter, row, say)) for row in others)
    return [Heading(say("dates_title")), Table((), lines)] if lines else []


def _day(matter: Matter, row: Row, say: Say) -> str:
    found = row.deadline
    told = matter.words.day(found.safe)
    return say("late_after", day=told, outside=found.outside) if found.kind != WORKER and found.outside else told
