"""The log of the evening after the exam, for the worker's own folder: what was written down, exactly as typed.

A question without an answer prints as a line to fill in by hand. The dates of the report are those of the dates page.
"""

from dataclasses import replace

from qme_guide.case import Exam
from qme_guide.documents.appointment_card import coming
from qme_guide.documents.document import Blank, Block, Document, Heading, Paragraph, Table
from qme_guide.documents.matter import Matter, facts, sheet
from qme_guide.documents.pocket_card import TIMES
from qme_guide.rules.dates import dates
from qme_guide.rules.exam import LATE_REPORT, REPORT, doctor_name

NAME = "evening-log"
OWN_WORDS = ("examiner", "asked", "parts", "tests", "papers", "trouble", "unsaid", "after")
_COLUMNS, _NARROW = (58, 42), (28, 71)


def evening_log(matter: Matter, exam: Exam | None = None) -> Document:
    """The log of one exam; without one named, of the next, or of the last one that was."""
    say, one = matter.sayer(NAME), exam or coming(matter)
    told = [(say("day"), matter.told(one.on)), (say("doctor"), doctor_name(matter.case, one)), (say("written"), matter.told(one.evening.written_on))]
    seen = [(_name(matter, name), getattr(one.evening, name)) for name in TIMES] + _interpreter(matter, one)
    blocks: list[Block] = [*facts(told, matter), Heading(say("times")), *facts(seen, matter), Heading(say("words")), *_own_words(matter, one)]
    blocks += [Heading(say("next_title")), Paragraph(say("compare")), *_dates(matter, one)]
    paper = sheet(matter, NAME, blocks, sent=False)
    return replace(paper, mark=" ".join(filter(None, (paper.mark, say("mark")))), one_page=True)


def _name(matter: Matter, field: str) -> str:
    return matter.words.say(f"evening.short_{field}")


def _interpreter(matter: Matter, exam: Exam) -> list[tuple[str, str | None]]:
    """The answer about the interpreter, unless none was needed."""
    answer = exam.evening.interpreter
    told = matter.words.choice("exams.evening.interpreter", answer) if answer else None
    return [] if exam.interpreter == "no" else [(_name(matter, "interpreter"), told)]


def _own_words(matter: Matter, exam: Exam) -> list[Block]:
    """What was written, in quotation marks; then a line for each question without an answer."""
    answers = {name: getattr(exam.evening, name) for name in OWN_WORDS}
    rows = tuple((_name(matter, name), f"\u201c{said}\u201d") for name, said in answers.items() if said)
    blanks = [Blank(_name(matter, name)) for name, said in answers.items() if not said]
    return [*([Table((), rows, _NARROW)] if rows else []), *blanks]


def _dates(matter: Matter, exam: Exam) -> list[Block]:
    """When the report is due, and when to object if it does not come."""
    rows = [row for row in dates(matter.case, matter.law, matter.today) if row.about == exam.id and row.deadline.rule in (REPORT, LATE_REPORT) and row.deadline.safe]
    lines = tuple((_due(matter, row.deadline.rule), matter.words.day(row.deadline.safe)) for row in rows)
    return [Table((), lines, _COLUMNS)] if lines else []


def _due(matter: Matter, rule: str) -> str:
    return f"{matter.words.clock(rule, 'title')}. {matter.words.clock(rule, 'label')}"
