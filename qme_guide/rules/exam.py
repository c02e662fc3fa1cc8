"""An appointment with a QME: does its day lie in the ninety days, which clocks around it still run, and did its report come?

8 CCR 31.3(e), 34(d), 38(a); Lab. Code 4062.3(b), 4062.5. Day 90 is the day of the choice; a day up to 120 fits only for
somebody who accepts it. A clock of the worker about a late report ends only when the report surely came in time.
"""

from datetime import date

from qme_guide.case import Case, Exam, Panel, Report
from qme_guide.law import Law, NotInForce
from qme_guide.paths import is_id
from qme_guide.rules.deadline import Deadline, Missing, count
from qme_guide.rules.panel import ADMINISTRATOR, WINDOW, exam_of, is_over, panel_of, sent_to
from qme_guide.rules.panel_clocks import requested
from qme_guide.rules.start import earliest, exact

SERVE, CHANGE, CANCEL = "serve-qme-info-20", "exam-change-6bd", "qme-cancel-6bd"
BEFORE = (SERVE, CHANGE)
REPORT, LATE_REPORT, LATE_LETTER = "qme-report-30", "late-report-object", "late-report"
IN_TIME, IF_ACCEPTED, BEYOND, UNKNOWN = "in_time", "if_accepted", "beyond", "unknown"
LAST_DAY, ACCEPTED = "last_day", "accepted"


def coming(case: Case, today: date | None) -> Exam | None:
    """The next exam; when none is ahead one without a known day, else the last one that was. None when there is none."""
    ahead = [one for one in case.exams if exact(one.on) and not is_over(one, today)]
    undated = [one for one in case.exams if not exact(one.on)]
    if ahead or undated:
        return min(ahead, key=lambda one: one.on, default=next(reversed(undated), None))
    return max(case.exams, key=lambda one: one.on, default=None)


def known(case: Case) -> bool:
    """An exam is there."""
    return bool(case.exams)


def dated(case: Case) -> bool:
    """The day of an exam is known."""
    return any(exact(one.on) for one in case.exams)


def all_over(case: Case, today: date | None) -> bool:
    """No exam is ahead."""
    return all(is_over(one, today) for one in case.exams)


def written_down(case: Case) -> bool:
    """What happened at each exam was written down, or the report of a QME is there."""
    return all(one.evening.written for one in case.exams) or any(one.kind == "qme" for one in case.reports)


def window(panel: Panel, law: Law) -> Deadline | None:
    """The days 90 and 120 of a panel; None while the first request for an appointment is not known. 8 CCR 31.3(e)."""
    start = requested(panel)
    return None if isinstance(start, Missing) else window_from(start.day, law)


def window_from(day: date, law: Law) -> Deadline | None:
    """The days 90 and 120 of a request made on this day; None when the rule was another one then."""
    try:
        found = count(law, WINDOW, {law.clock(WINDOW).start_input: day}, in_force=True)
    except NotInForce:
        return None
    return None if isinstance(found, Missing) else found


def fits(day: date | str | None, found: Deadline | None, sure: bool = True) -> str:
    """Where a day for the exam lies: in_time (by day 90), if_accepted (by day 120), beyond, or unknown.

    sure: the request is known to the day; else only a day within the first ninety is surely in time.
    """
    on = exact(day)
    if not (on and found and found.safe):
        return UNKNOWN
    if on <= found.safe:
        return IN_TIME
    if not (sure and found.outside):
        return UNKNOWN
    return IF_ACCEPTED if on <= found.outside else BEYOND


def standing(case: Case, panel: Panel, law: Law) -> str:
    """Where the booked appointment from this panel lies; unknown when there is none, or no request."""
    exam, start = exam_of(case, panel), requested(panel)
    if exam is None or isinstance(start, Missing):
        return UNKNOWN
    return fits(exam.on, window(panel, law), start.exact)


def told_standing(case: Case, panel: Panel, law: Law) -> str:
    """The same as it is told: also whether day 90 itself is meant (last_day), or whether a later day was accepted (accepted)."""
    found, exam, limit = standing(case, panel, law), exam_of(case, panel), window(panel, law)
    if found == IN_TIME and exam and limit and exam.on == limit.safe:
        return LAST_DAY
    return ACCEPTED if found == IF_ACCEPTED and panel.accepts_later == "yes" else found


def doctor_name(case: Case, exam: Exam) -> str | None:
    """The doctor's name: of the panel doctor meant, else as it was typed; None when it is not known, and for an id alone."""
    panel = panel_of(case, exam)
    doctors = {one.id: one.name for one in (panel.doctors if panel else ())}
    typed = None if is_id("doctor", exam.doctor or "") else exam.doctor
    return doctors.get(exam.doctor or "", typed)


def settled(case: Case, panel: Panel, law: Law) -> bool:
    """The exam is booked within the ninety days, or later with the worker's consent: no more choice to make."""
    return told_standing(case, panel, law) in (IN_TIME, LAST_DAY, ACCEPTED)


def ended(case: Case, exam: Exam, deadline: Deadline, today: date | None) -> bool:
    """This clock around an exam no longer runs: the day is past, the report is there, or the last objection to a late one went."""
    if deadline.rule in (SERVE, CHANGE, CANCEL):
        return is_over(exam, today)
    if deadline.rule == REPORT and exam.report_came == "yes":
        return True
    if deadline.rule == LATE_REPORT and any(deadline.outside and earliest(one.on) >= deadline.outside for one in sent_to(ADMINISTRATOR, exam.sendings, LATE_LETTER)):
        return True
    days = {_reports(case, last).get(exam.id) for last in (False, True)}
    if None in days:
        return False
    return deadline.rule == REPORT or all(deadline.outside and day < deadline.outside for day in days)


def arrived(report: Report) -> date | None:
    """The day a report was served or came, the sooner; the date on it alone proves neither."""
    return min(filter(None, (exact(report.served_on), exact(report.received_on))), default=None)


def of_report(case: Case, report: Report) -> Exam | None:
    """The exam that a report is about: the one that it was said to be of, while that is there; with one exam alone, that one,
    unless the doctor who treats wrote the report or it was said to be of another exam."""
    only, *others = case.exams or (None,)
    alone = only if not others and report.kind != "treating" and report.exam is None else None
    return next((one for one in case.exams if one.id == report.exam), alone)


def _reports(case: Case, last: bool) -> dict[str, date]:
    """The day of each exam's report. One that does not say whose it is goes to the first exam before it that has none yet, or to the `last`.

    An exam without a known day may be before any report. Only what both ways of giving them out agree on is sure.
    """
    found = _named(case)
    open_ones = sorted((one for one in case.exams if one.id not in found), key=lambda one: exact(one.on) or date.min)
    for day in sorted(day for report, day in _dated(case) if not _exam_named(case, report)):
        before = [one for one in open_ones if (exact(one.on) or date.min) <= day]
        if before:
            its = before[-1] if last else before[0]
            found[its.id] = day
            open_ones.remove(its)
    return found


def _named(case: Case) -> dict[str, date]:
    """The first day of a report for each exam that a report names."""
    named = [(report.exam, day) for report, day in _dated(case) if _exam_named(case, report)]
    return {name: min(day for other, day in named if other == name) for name, _ in named}


def _dated(case: Case) -> list[tuple[Report, date]]:
    """The reports of a QME whose day is known."""
    return [(report, day) for report in case.reports if report.kind == "qme" and (day := arrived(report))]


def _exam_named(case: Case, report: Report) -> bool:
    """The report says which exam of the case it is about."""
    return any(one.id == report.exam for one in case.exams)
