"""The card to take to the appointment: when and where, the dates around it, what to take, and lines to fill in.

Every date comes from the same rows as the screen; none is counted here.
"""

from collections.abc import Callable

from datetime import date

from qme_guide.case import Exam
from qme_guide.documents.document import Big, Blank, Block, Bullets, Document, Heading, Paragraph, Table
from qme_guide.documents.matter import Matter, facts, sheet
from qme_guide.rules import exam as exams
from qme_guide.rules.advice import records_by
from qme_guide.rules.dates import Row, dates
from qme_guide.rules.panel import NOTICE, panel_of
from qme_guide.rules.plan_days import papers
from qme_guide.rules.start import exact

NAME = "appointment-card"
COLUMNS = (58, 42)
SHOWN = {NOTICE: "date_notice", exams.SERVE: "date_serve", exams.CHANGE: "date_change", exams.REPORT: "date_report"}
Say = Callable[..., str]


def appointment_card(matter: Matter, exam: Exam | None = None) -> Document:
    """The card of one appointment; without one named, of the next that is to come."""
    say, one = matter.sayer(NAME), exam or coming(matter)
    day = exact(one.on)
    blocks: list[Block] = [
        Big(say("day"), matter.words.day(day)) if day else Blank(say("day")),
        *facts([(say("time"), one.at), (say("doctor"), exams.doctor_name(matter.case, one)), (say("place"), one.place)], matter),
        *_standing(matter, one, say),
        *_dates(matter, one, say),
        Heading(say("take_title")),
        Bullets(tuple(_take(one, say))),
        Paragraph(say("contact"), strong=True),
        Heading(say("write_title")),
        *(Blank(say(name)) for name in ("arrived", "seen", "ended", "interpreter_name", "notes")),
    ]
    return sheet(matter, NAME, blocks, sent=False, one_page=True)


def coming(matter: Matter) -> Exam:
    """The next appointment; when all are past the last one; an empty one when there is none."""
    return exams.coming(matter.case, matter.today) or Exam(id="exam")


def _standing(matter: Matter, exam: Exam, say: Say) -> list[Block]:
    """Whether the day lies in the ninety days, as far as that is known."""
    panel = panel_of(matter.case, exam)
    found = exams.told_standing(matter.case, panel, matter.law) if panel else exams.UNKNOWN
    window = exams.window(panel, matter.law) if panel else None
    if found == exams.UNKNOWN or not window:
        return []
    return [Paragraph(say(found, safe=window.safe, outside=window.outside or ""))]


def _dates(matter: Matter, exam: Exam, say: Say) -> list[Block]:
    """The notice, the papers, the line for a change, the report: what there is still to wait for or to do."""
    panel = panel_of(matter.case, exam)
    about = (exam.id, panel.id if panel else "")
    rows = [row for row in dates(matter.case, matter.law, matter.today) if row.about in about and row.deadline.safe and row.deadline.rule in SHOWN]
    lines = [line for row in rows for line in _lines(matter, row, exam, say)]
    came = matter.told(exam.notice_on)
    notice = [Paragraph(say("notice_came", day=came))] if came else []
    return [Heading(say("dates_title")), *notice, Table((), tuple(lines), COLUMNS)] if lines else notice


def _lines(matter: Matter, row: Row, exam: Exam, say: Say) -> list[tuple[str, str]]:
    """One date; with the last day for a letter our own, earlier one for medical records, and the one by hand."""
    day, early = row.deadline.safe, records_by(row.deadline, matter.law)
    before = [(say("records"), matter.words.day(early))] if early and (matter.today is None or early >= matter.today) else []
    own = (say(SHOWN[row.deadline.rule]), _told(matter, row.deadline.rule, day, say))
    served = papers(exam, matter.law, matter.today or date.min) if row.deadline.rule == exams.SERVE else None
    return [*before, own, *([(say("date_hand"), _told(matter, exams.SERVE, served.hand, say))] if served else [])]


def _told(matter: Matter, rule: str, day: date, say: Say) -> str:
    """The day; of a date of the worker that is past, that it is."""
    told = matter.words.day(day)
    return say("date_over", day=told) if rule in exams.BEFORE and matter.today and day < matter.today else told


def _take(exam: Exam, say: Say) -> list[str]:
    wanted = {"take_card": True, "take_injuries": True, "take_interpreter": exam.interpreter in ("yes", "unsure")}
    return [say(name) for name, holds in wanted.items() if holds]
