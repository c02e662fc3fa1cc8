"""What is wrong in a report, row by row: the table inside every letter about it, and the same table as a paper of its own.

Each row stands whole, under the number that it has on every paper and screen (rules/errors); what the worker typed prints
exactly as typed, in quotation marks. The letter to correct facts takes the facts alone, others take every row with its kind.
"""

from collections.abc import Mapping, Sequence

from qme_guide.case import Record, Report, ReportError
from qme_guide.documents.document import PART_LEVEL, Blank, Block, Bullets, Document, Heading, Paragraph, Quote, Table
from qme_guide.documents.fitting import quoted
from qme_guide.documents.matter import Matter, case_facts, copy_note, facts, sheet
from qme_guide.documents.packet_papers import exhibit_marks
from qme_guide.documents.record_names import listed_name
from qme_guide.rules import errors

NAME = "error-table"
ALL = (errors.FACT, errors.OPINION, errors.OPEN)
NOTHING = Report(id="report-0")
Rows = Sequence[tuple[int, ReportError]]
Marks = Mapping[str, str]
"""The letter of each enclosed record, by its id."""
_COLUMNS = {"number": 76, "number_kind": 150, "page": 180, "says": 264, "true": 282, "paper": 286}
"""Each column and its share of the width, so that no ordinary word is broken."""
_PLAIN = {"number_kind": "number"}
"""The same without the kind."""
_LINES = ("first", "second", "third")


def error_table(matter: Matter, report: Report | None = None, sorts: Sequence[str] = ALL, enclosed: Sequence[Record] = ()) -> Document:
    """The paper: every row of these sorts. Without a report, the last one in which something is wrong.

    enclosed: the records that go along with a letter, in order; the table names them by their letters.
    """
    say, one = matter.sayer(NAME), report or about(matter)
    kinds = [Paragraph(say("kinds"))] if _mixed(sorts) else []
    blocks: list[Block] = [
        *copy_note(matter),
        *facts([*case_facts(matter), *report_facts(matter, one)], matter),
        *([Paragraph(say("intro"))] if one.errors else []),
        *kinds,
        *error_rows(matter, one, sorts, enclosed),
        *(_missing(matter, one) if _mixed(sorts) else []),
    ]
    return sheet(matter, NAME, blocks, sent=True)


def error_rows(matter: Matter, report: Report, sorts: Sequence[str] = ALL, enclosed: Sequence[Record] = (), decided: bool = False) -> list[Block]:
    """The numbered rows of these sorts as one table, across the page where a text is long; lines to fill in when there are none.

    The kind of each row stands in it only where several sorts were asked for. decided: what is still open has none, because
    the paper is a letter that somebody else reads.
    """
    say, rows = matter.sayer(NAME), told_rows(report, sorts)
    if not rows:
        return [Blank(say("blank_row")) for _ in _LINES]
    if any(len(text or "") > matter.law.practice.report.cell_letters for _, one in rows for text in (one.says, one.true)):
        return [block for number, one in rows for block in _across(matter, number, one, _mixed(sorts) and _named(one, decided), marks_of(enclosed))]
    _, other = ("number_kind", "number") if _mixed(sorts) else ("number", "number_kind")
    names = [name for name in _COLUMNS if name != other]
    marks = marks_of(enclosed)
    cells = tuple(tuple(_cell(matter, name if _named(one, decided) else _PLAIN.get(name, name), number, one, marks) for name in names) for number, one in rows)
    used = [name for at, name in enumerate(names) if name != "paper" or any(line[at] for line in cells)]
    kept = [names.index(name) for name in used]
    lines = tuple(tuple(line[at] for at in kept) for line in cells)
    return [Table(tuple(say(name) for name in used), lines, tuple(_COLUMNS[name] for name in used))]


def _named(error: ReportError, decided: bool) -> bool:
    """Its kind stands in the row."""
    return not (decided and errors.sort(error) == errors.OPEN)


def told_rows(report: Report, sorts: Sequence[str] = ALL) -> Rows:
    """The rows of these sorts that say enough for a letter, each with its number."""
    return tuple((number, one) for number, one in errors.rows(report, *sorts) if errors.told(one))


def is_long(matter: Matter, report: Report, sorts: Sequence[str] = ALL) -> bool:
    """So many rows that a letter names them by number and the table goes along as a paper of its own."""
    return len(told_rows(report, sorts)) > matter.law.practice.report.letter_rows


def marks_of(enclosed: Sequence[Record]) -> Marks:
    """The letter of each enclosed record, in order."""
    return dict(zip((one.id for one in enclosed), exhibit_marks(len(enclosed)), strict=True))


def report_facts(matter: Matter, report: Report) -> list[tuple[str, str | None]]:
    """Which report it is, for the head of a letter: its author with the specialty, as far as they are known, its date and its arrival."""
    say, both = matter.sayer(NAME), [part for part in (report.author, report.specialty) if part]
    alone = [(say("specialty"), report.specialty)] if report.specialty and not report.author else []
    days = [(say(name), matter.told(getattr(report, f"{name}_on"))) for name in ("printed", "received")]
    return [(say("report"), ", ".join(both) if report.author else None), *alone, *days]


def about(matter: Matter) -> Report:
    """The last report in which something is wrong; an empty one without any."""
    return next((one for one in reversed(matter.case.reports) if one.errors), NOTHING)


def _mixed(sorts: Sequence[str]) -> bool:
    return len(sorts) > 1


def _cell(matter: Matter, name: str, number: int, error: ReportError, marks: Marks) -> str:
    say = matter.sayer(NAME)
    match name:
        case "number":
            return str(number)
        case "page":
            return where(error) or say("nowhere" if errors.omitted(error) else "line")
        case "paper":
            return "\n".join(_papers(matter, error, marks))
        case "number_kind":
            return f"{number}\n{say(f'kind_{errors.sort(error)}')}"
        case "says":
            return says(matter, error)
        case _:
            return right(matter, error)


def where(error: ReportError) -> str:
    """The page and the place, as they were typed."""
    return ", ".join(filter(None, (error.page, error.place)))


def says(matter: Matter, error: ReportError) -> str:
    """What the report says; that it leaves this out, when the worker said so; else a line to fill in."""
    return quoted(error.says) or matter.sayer(NAME)("left_out" if errors.omitted(error) else "line")


def right(matter: Matter, error: ReportError) -> str:
    """What is correct, or a line to fill in."""
    return quoted(error.true) or matter.sayer(NAME)("line")


def _across(matter: Matter, number: int, error: ReportError, kind: bool, marks: Marks) -> list[Block]:
    """One row across the page: its number, kind and place, what the report says, what is true, the papers."""
    say, place = matter.sayer(NAME), where(error)
    if place[:1].isdecimal():
        place = say("at", place=place)
    head = ", ".join(filter(None, (say(f"kind_{errors.sort(error)}") if kind else "", place)))
    papers, left_out = "; ".join(_papers(matter, error, marks)), errors.omitted(error)
    said: list[Block] = [Paragraph(say("left_out"))] if left_out else _typed(error.says, say("says"))
    return [
        Heading(f"{number}. {head}".strip(), PART_LEVEL + 1),
        *([] if place or left_out else [Blank(say("page"))]),
        *said,
        *_typed(error.true, say("true")),
        *([Paragraph(f"{say('paper')}: {papers}")] if papers else []),
    ]


def _typed(text: str | None, label: str) -> list[Block]:
    """Own words under their label, or a line to fill in."""
    return [Paragraph(f"{label}:"), Quote(text)] if text else [Blank(label)]


def _papers(matter: Matter, error: ReportError, marks: Marks) -> list[str]:
    """Each paper that shows what is true: an enclosed one by its letter alone, for the letter lists it; and what was typed."""
    found = [(marks.get(one.id), one) for one in errors.proofs(matter.case, error)]
    named = [matter.shared("exhibit", mark=mark) if mark else listed_name(one, matter.words, brief=True) for mark, one in found]
    return [*named, *([error.proof_named] if error.proof_named else [])]


def _missing(matter: Matter, report: Report) -> list[Block]:
    """Papers in the hand that the report does not list."""
    found = tuple(listed_name(one, matter.words) for one in errors.missing_records(matter.case, report))
    return [Heading(matter.sayer(NAME)("missing_title")), Bullets(found)] if found else []
