"""A QME's report that did not come in thirty days: may the worker object now, and how does it stand?

Lab. Code 4062.5, 139.2(j)(1)(A); 8 CCR 31.5(a)(12): the objection goes out from day 31 on, before the report is served.
There is no last day: a report that came after day 30 is objected to all the same, today. The log alone tells what went.
"""

from dataclasses import dataclass
from datetime import date

from qme_guide.case import Case, Exam, Report, Sending
from qme_guide.law import Law
from qme_guide.rules import logs
from qme_guide.rules.deadline import Deadline, count
from qme_guide.rules.exam import LATE_REPORT, arrived, of_report
from qme_guide.rules.start import exact
from qme_guide.rules.table import represented

NAME, ADMINISTRATOR = "late-report", "claims_administrator"
ATTORNEY, NO_DAY, AHEAD, NOT_YET, IN_TIME, OPEN, CAME, AGAIN, SENT = "attorney", "no_day", "ahead", "not_yet", "in_time", "open", "came", "again", "sent"
REFUSED = (ATTORNEY, AHEAD, NOT_YET, IN_TIME)
"""In these there is no letter. Without the day of the exam there is one with lines to fill in."""
TO_WRITE = (OPEN, CAME, AGAIN, SENT)
"""In these there is a letter; once it was sent, to see it again."""


@dataclass(frozen=True)
class Standing:
    """How it stands; from which day to object (`first.safe`), and on which day once more (`first.outside`)."""

    state: str
    first: Deadline | None = None


def standing(case: Case, exam: Exam, law: Law, today: date | None) -> Standing:
    """How the report of one exam stands on a day."""
    if represented(case):
        return Standing(ATTORNEY)
    if exact(exam.on) is None:
        return Standing(NO_DAY)
    first = count(law, LATE_REPORT, {law.clock(LATE_REPORT).start_input: exam.on})
    if not (isinstance(first, Deadline) and first.safe and today):
        return Standing(NO_DAY)
    return Standing(_state(case, exam, first, today), first)


def report_of(case: Case, exam: Exam) -> Report | None:
    """The QME's report of this exam; of several the one that came first, and one whose day is known before any other."""
    own = [one for one in case.reports if one.kind == "qme" and (its := of_report(case, one)) and its.id == exam.id]
    return min(own, key=lambda one: arrived(one) or date.max, default=None)


def came_on(case: Case, exam: Exam) -> date | None:
    """The day it was served or came, the sooner; None while no such day is known."""
    report = report_of(case, exam)
    return arrived(report) if report else None


def is_here(case: Case, exam: Exam) -> bool:
    """The report was noted, or the person says that it came."""
    return exam.report_came == "yes" or report_of(case, exam) is not None


def lines(exam: Exam) -> tuple[Sending, ...]:
    """The lines of the log about this letter that did not fail and have a day."""
    return tuple(one for one in logs.lines(exam.sendings, NAME) if one.to == ADMINISTRATOR and one.result != "failed" and exact(one.on))


def _state(case: Case, exam: Exam, first: Deadline, today: date) -> str:
    day, again, sent = came_on(case, exam), first.outside or first.safe, [one.on for one in lines(exam)]
    if exam.on >= today:
        return AHEAD
    if day and day < first.safe:
        return IN_TIME
    if sent and (is_here(case, exam) or today < again or max(sent) >= again):
        return SENT
    if sent:
        return AGAIN
    if is_here(case, exam):
        return CAME
    return NOT_YET if today < first.safe else OPEN
