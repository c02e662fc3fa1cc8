"""Every clock that the answers can start, one row each, earliest first.

`table` says which answer starts which clock, and when it applies.
A clock from receipt whose day is not exact is counted from the printed date, and its second date is left out.
"""

from collections.abc import Iterator
from datetime import date, datetime

from qme_guide.case import UNSURE, Case, Exam, Letter, Report
from qme_guide.law import Law, NotInForce
from qme_guide.rules import exam as exams
from qme_guide.rules import evaluator, imr, panel_clocks, report_clocks, restart, review
from qme_guide.rules.deadline import Deadline, Missing, count
from qme_guide.rules.panel import WINDOW, is_over
from qme_guide.rules.row import CLAIM, OTHER, WAIT, WORKER, Row, counted
from qme_guide.rules.start import Start, earliest, exact, receipt
from qme_guide.rules.table import CLAIM_CLOCKS, DECISION, DECISION_CLOCKS, EXAM_CLOCKS, NONMEDICAL, PRESUMED, Clock, stands, undecided

__all__ = ["CLAIM", "CLAIM_YEAR", "OTHER", "WAIT", "WORKER", "Row", "ahead", "dates", "safe_day", "soonest"]

CLAIM_YEAR = ("case-open-1y", "new-further-5y")
"""The clocks that end the right to a case itself."""


def dates(case: Case, law: Law, today: date | None) -> tuple[Row, ...]:
    """Every date the answers give: the worker's clocks, the other side's and the waits; soonest first."""
    return tuple(sorted(_rows(case, law, today), key=lambda row: _order(row.deadline)))


def _rows(case: Case, law: Law, today: date | None) -> Iterator[Row]:
    yield from _claim_rows(case, law)
    for letter in case.letters:
        if not imr.sent(letter):
            yield from _request_rows(letter, law, today)
        yield from _decision_rows(case, letter, law)
        yield from _review_rows(letter, law, today)
    for report in case.reports:
        yield from _report_rows(case, report, law)
    for one in report_clocks.running(case, law):
        yield from counted(one.about, one.rule, one.start, law, one.also)
    yield from _panel_rows(case, law, today)
    for exam in case.exams:
        yield from _exam_rows(case, exam, law, today)


def _request_rows(letter: Letter, law: Law, today: date | None) -> Iterator[Row]:
    try:
        found = imr.request(letter, law, today)
    except NotInForce:
        return
    if isinstance(found, Missing):
        return
    for deadline in (found.first, *found.others):
        yield Row(letter.id, deadline, found.start)


def _claim_rows(case: Case, law: Law) -> Iterator[Row]:
    for clock in CLAIM_CLOCKS:
        answer = getattr(case.claim, clock.field)
        if earliest(answer) and clock.applies(case):
            start = Start(earliest(answer), f"claim.{clock.field}", exact(answer) is not None)
            yield from (row for row in _row(CLAIM, clock, start, law) if not _decided_in_time(case, row, law))


def _decided_in_time(case: Case, row: Row, law: Law) -> bool:
    """A claim denied by the late-after date is not presumed covered."""
    denied = exact(case.claim.denied_on)
    if row.deadline.rule != PRESUMED or denied is None:
        return False
    decision = count(law, DECISION, {"filed": row.start.day})
    return isinstance(decision, Deadline) and decision.outside is not None and denied <= decision.outside


def _decision_rows(case: Case, letter: Letter, law: Law) -> Iterator[Row]:
    for clock in DECISION_CLOCKS:
        if exact(letter.decided_on) and not review.all_approved(letter):
            yield from _row(letter.id, clock, Start(letter.decided_on, clock.field, exact=True), law)
    if late := imr.ur_was_late(letter, law):
        yield Row(letter.id, late)


def _review_rows(letter: Letter, law: Law, today: date | None) -> Iterator[Row]:
    for rule, start in review.running(letter):
        yield from _row(letter.id, Clock(rule, start.field), start, law)
    if imr.sent(letter):
        for deadline, start in restart.after_notice(letter, law, today):
            yield Row(letter.id, deadline, start)


def _report_rows(case: Case, report: Report, law: Law) -> Iterator[Row]:
    """A doubt about who wrote it shows the date to object to a treating doctor: it may be one."""
    start = receipt(report)
    if isinstance(start, Start) and report.kind in ("treating", UNSURE):
        for rule in panel_clocks.objection_rules(case, report):
            yield from counted(report.id, rule, start, law)


def _panel_rows(case: Case, law: Law, today: date | None) -> Iterator[Row]:
    """The clocks of the form and of each panel."""
    settled = {panel.id for panel in case.panels if exams.settled(case, panel, law)}
    for one in panel_clocks.running(case, today):
        if one.rule == WINDOW and one.about in settled:
            continue
        yield from _row(one.about, Clock(one.rule, one.start.field), one.start, law)


def _exam_rows(case: Case, exam: Exam, law: Law, today: date | None) -> Iterator[Row]:
    if earliest(exam.nonmedical_on) and not is_over(exam, today):
        start = Start(earliest(exam.nonmedical_on), "exam.nonmedical_on", exact(exam.nonmedical_on) is not None)
        yield from _row(exam.id, Clock(NONMEDICAL, start.field), start, law)
    if exact(exam.on) is None:
        return
    for clock in EXAM_CLOCKS:
        rows = _row(exam.id, clock, Start(exam.on, "on", exact=True), law)
        yield from (row for row in rows if not (exams.ended(case, exam, row.deadline, today) or _served(case, exam, row, law)))
    found = evaluator.standing(case, exam, law, today)
    if found.state in (evaluator.WAIT, evaluator.READY):
        yield Row(exam.id, found.wait, Start(found.serving.on, "sendings", exact=True))


def _served(case: Case, exam: Exam, row: Row, law: Law) -> bool:
    """The records for the evaluator were served in time: this clock needs nothing more."""
    return row.deadline.rule == exams.SERVE and evaluator.in_time(case, exam, law)


def _row(about: str, clock: Clock, start: Start, law: Law) -> Iterator[Row]:
    return counted(about, clock.rule, start, law)


def _order(deadline: Deadline) -> tuple[bool, str]:
    """Soonest first; what has no date goes last."""
    first = deadline.safe or deadline.nominal
    day = first.date() if isinstance(first, datetime) else first
    return day is None, str(day or "")


def soonest(case: Case, rows: tuple[Row, ...], today: date) -> Row | None:
    """The first date on which the worker must act; it may be past."""
    return next(_to_act(case, rows, today), None)


def ahead(case: Case, rows: tuple[Row, ...], today: date) -> Row | None:
    """The first of these dates that is not past."""
    return next((row for row in _to_act(case, rows, today) if safe_day(row) >= today), None)


def safe_day(row: Row) -> date:
    """The SAFE day of a row that has one."""
    safe = row.deadline.safe
    return safe.date() if isinstance(safe, datetime) else safe


def _to_act(case: Case, rows: tuple[Row, ...], today: date) -> Iterator[Row]:
    """The worker's own dates; of those that are past not the ones about which nothing can be done, nor needs to be: before an
    exam, and to open a case, or to open it again, where nobody disputes the claim."""
    disputed = undecided(case) or stands(case) == "denied"
    gone = exams.BEFORE if disputed else (*exams.BEFORE, *CLAIM_YEAR)
    ours = (row for row in rows if row.deadline.kind == WORKER and row.deadline.safe)
    return (row for row in ours if row.deadline.rule not in gone or safe_day(row) >= today)
