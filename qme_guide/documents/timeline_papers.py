"""The timeline on paper, for four readers: one page for the exam, all of it, the doctor, and the person alone.

Private events stand only on the last. What a page has no room for is counted on it and stands in the full timeline.
The order, and who may see what, come from rules/timeline.py.
"""

import re
from collections.abc import Mapping, Sequence

from qme_guide.case import Event
from qme_guide.documents import event_rows as rows
from qme_guide.documents.document import Block, Document, Heading, Paragraph, Table
from qme_guide.documents.fitting import agreed, fitted, within
from qme_guide.documents.matter import Matter, joined, sheet, twins
from qme_guide.documents.room import left
from qme_guide.rules.foremost import foremost, leading
from qme_guide.rules.timeline import open_to, years

EXAM, FULL, DOCTOR, PRIVATE = "timeline-exam", "timeline-full", "timeline-doctor", "timeline-private"
# The parts of the doctor's page and the kinds of events in each; denials are no matter for a doctor.
PARTS = {"began": ("injury",), "felt": ("symptom",), "care": ("care", "exam"), "work": ("work",), "other": ("other", None)}
_LINES_OF_PARTS, _ACROSS = 3.0, 44.0
_BETWEEN = re.compile(r"[,;\n]")


def timeline_exam(matter: Matter) -> Document:
    """One page: what says most, each thing as long as fits, and how much more the full timeline tells."""
    row = open_to(matter.case.events, private=False)
    shown = agreed([_fitting(twin, row) for twin in twins(matter)])
    return _exam(matter, row, [rows.telling(one, row, matter).forms[shown[one.id]] for one in row if one.id in shown])


def _fitting(matter: Matter, row: Sequence[Event]) -> Mapping[str, int]:
    """Which events the one page in this language has room for, and how long each can be."""
    lead, most = leading(row), left(_exam(matter, row, ()))
    return fitted([rows.telling(one, row, matter, one in lead) for one in foremost(row)], rows.TWO_COLUMNS, most)


def _exam(matter: Matter, row: Sequence[Event], told: Sequence[tuple[str, ...]]) -> Document:
    """The page with these rows, and under them what it leaves to the full timeline."""
    say, hidden = matter.sayer(EXAM), len(row) - len(told)
    short = not told or any(cells[-1].endswith(matter.sayer(rows.NAME)("sign")) for cells in told)
    more = [*([say("short")] if row and short else []), *([say("more", count=hidden)] if hidden else [])]
    blocks = [*_intro(matter, row), _table(matter, told, rows.TWO_COLUMNS, hand=not row), *joined(more)]
    return sheet(matter, EXAM, blocks, sent=True, one_page=True)


def timeline_full(matter: Matter) -> Document:
    """Everything that is not private, in order and by year."""
    row = open_to(matter.case.events, private=False)
    return sheet(matter, FULL, [*_intro(matter, row), *_by_year(matter, row)], sent=True)


def timeline_private(matter: Matter) -> Document:
    """Everything, the private events marked: for the person alone."""
    say, row = matter.sayer(PRIVATE), open_to(matter.case.events, private=True)
    return sheet(matter, PRIVATE, [Paragraph(say("intro"), strong=True), *_by_year(matter, row)], sent=False, private=True)


def timeline_doctor(matter: Matter) -> Document:
    """What a doctor needs, by what it is about: how it began, what is felt, the care, the work, the rest; without denials."""
    say, row = matter.sayer(DOCTOR), open_to(matter.case.events, private=False)
    blocks = _intro(matter, row)
    for part, kinds in PARTS.items():
        if some := [event for event in row if event.kind in kinds]:
            table = _felt(matter, some, row) if part == "felt" else _table(matter, [rows.full(one, row, matter) for one in some])
            blocks += [Heading(say(part)), table]
    told = sum(event.kind in kinds for event in row for kinds in PARTS.values())
    blocks += [Paragraph(say("denials"))] if told < len(row) else []
    return sheet(matter, DOCTOR, blocks if row else [*blocks, _table(matter, (), hand=True)], sent=True)


def _intro(matter: Matter, row: Sequence[Event]) -> list[Block]:
    """That a copy is a copy, how to read the page, and the parts of the body."""
    return [*rows.notes(matter, matter.sayer(rows.NAME)("own")), *_parts(matter, row)]


def _parts(matter: Matter, row: Sequence[Event]) -> list[Block]:
    """Every part of the body as it was named, each once; as many as a few lines hold."""
    say, named = matter.sayer(rows.NAME), {}
    for part in (part.strip() for event in row for part in _BETWEEN.split(event.body_part or "")):
        if part:
            named.setdefault(part.casefold(), part)
    parts = list(named.values())
    some = within(parts, _ACROSS, _LINES_OF_PARTS)
    if not some:
        return []
    return [Paragraph(say("parts" if some == parts else "parts_more", parts="; ".join(some)))]


def _by_year(matter: Matter, row: Sequence[Event]) -> list[Block]:
    """A table for each year under its heading; an empty one to fill in where nothing is told."""
    blocks: list[Block] = []
    for year, some in years(row).items():
        told = [_marked(rows.full(one, row, matter), one, matter) for one in some]
        blocks += [Heading(str(year) if year else matter.words.say("table.when.unknown")), _table(matter, told)]
    return blocks or [_table(matter, (), hand=True)]


def _marked(cells: tuple[str, ...], event: Event, matter: Matter) -> tuple[str, ...]:
    """A private event says so under its date."""
    first, *others = cells
    mark = f"\n({matter.sayer(rows.NAME)('private')})" if event.private == "private" else ""
    return (f"{first}{mark}", *others)


def _felt(matter: Matter, some: Sequence[Event], row: Sequence[Event]) -> Table:
    """Symptoms with the numbers of pain in a column of their own."""
    say, told = matter.sayer(DOCTOR), []
    for event in some:
        day, _, known = rows.full(event, row, matter)
        told.append((day, rows.with_source(rows.what(event, matter), known), "\n".join(rows.pain(event, matter))))
    return Table((matter.sayer(rows.NAME)("column_when"), say("column_felt"), say("column_pain")), tuple(told), rows.WIDTHS)


def _table(matter: Matter, told: Sequence[tuple[str, ...]], widths: tuple[int, ...] = rows.WIDTHS, hand: bool = False) -> Table:
    """The rows under the names of as many columns as there are widths. hand: empty rows, for a timeline that is not begun."""
    head = tuple(matter.sayer(rows.NAME)(f"column_{name}") for name, _ in zip(rows.COLUMNS, widths, strict=False))
    empty = tuple(("",) * len(head) for _ in PARTS) if hand else ()
    return Table(head, (*told, *empty), widths)
