"""The one request to correct facts in a QME's report (QME Form 37): may it be written, how far is it, what may go with it.

Lab. Code 4061(d)(1); 8 CCR 37(a)-(c): a worker without an attorney asks once, within 30 days of receipt, and serves the
QME, the other side and the DEU office that got the report. A day that is past never closes the road here. Papers that
the report does not list may be new to the QME: those wait after their serving (Lab. Code 4062.3(b)), so none of them
goes along.
"""

from dataclasses import dataclass, replace
from datetime import date

from qme_guide.case import Case, Record, Report, ReportError, Sending
from qme_guide.law import Law, NotInForce
from qme_guide.rules import errors, logs
from qme_guide.rules.deadline import Deadline, count
from qme_guide.rules.start import Start, receipt
from qme_guide.rules.table import represented

NAME, CLOCK = "factual-correction", "factual-correction-30"
QME, ADMINISTRATOR, DEU = "qme", "claims_administrator", "deu"
SERVICE = (QME, ADMINISTRATOR, DEU)
"""All of these get the same papers at the same time. 8 CCR 37(b)."""
ATTORNEY, NOT_QME, SECOND, NO_FACTS, NO_RECEIVED, OPEN, LATE, PART_SENT, SENT, ANSWERED = (
    "attorney", "not_qme", "second", "no_facts", "no_received", "open", "late", "part_sent", "sent", "answered",
)  # fmt: skip
REFUSED = (ATTORNEY, NOT_QME, SECOND, NO_FACTS)
"""In these there is no letter."""


@dataclass(frozen=True)
class Standing:
    """How the request stands. by: its date, as far as a day starts it; late: also its last day is past, counted
    from a sure day, and not all three have it;
    missing: who does not have it yet."""

    state: str
    by: Deadline | None = None
    late: bool = False
    missing: tuple[str, ...] = SERVICE


def standing(case: Case, report: Report, law: Law, today: date | None) -> Standing:
    """How the request about one report stands on a day."""
    by, missing = deadline(report, law), unserved(report)
    late = bool(missing and by and by.outside and today and by.outside < today)
    return Standing(_state(case, report, by, late), by, late, missing)


def allowed(case: Case, report: Report, law: Law, today: date | None) -> bool:
    """The letter may be made; also again when it was sent already."""
    return standing(case, report, law, today).state not in REFUSED


def for_letter(case: Case) -> Report | None:
    """The report that a letter is for when none is named: the last of a QME with wrong facts, else the last of a QME."""
    able = [one for one in reversed(case.reports) if one.kind == QME]
    return next((one for one in able if rows(one)), next(iter(able), None))


def rows(report: Report) -> tuple[tuple[int, ReportError], ...]:
    """What the request is about: the facts, each with its number, that say enough to be corrected."""
    return tuple((number, one) for number, one in errors.rows(report, errors.FACT) if errors.told(one))


def lines(report: Report) -> tuple[Sending, ...]:
    """The lines of the log about this request that did not fail."""
    return logs.went(report.sendings, NAME)


def unserved(report: Report) -> tuple[str, ...]:
    """Who of the three does not have it yet, by the log."""
    went = {one.to for one in lines(report)}
    return tuple(to for to in SERVICE if to not in went)


def deadline(report: Report, law: Law) -> Deadline | None:
    """By when it is to be there; counted from the printed date when the day of receipt is not known. None without a start."""
    start = receipt(report)
    if not isinstance(start, Start):
        return None
    try:
        found = count(law, CLOCK, {law.clock(CLOCK).start_input: start.day}, in_force=True)
    except NotInForce:
        return None
    if not isinstance(found, Deadline):
        return None
    return found if start.exact else replace(found, outside=None)


def known(case: Case, report: Report) -> tuple[Record, ...]:
    """The papers in the hand that facts name and the report lists: the QME has them already."""
    return tuple(one for one in errors.exhibits(case, report, errors.FACT) if one.id in (report.listed or ()))


def _state(case: Case, report: Report, by: Deadline | None, late: bool) -> str:
    missing = unserved(report)
    checks = {
        ATTORNEY: represented(case),
        NOT_QME: report.kind != QME,
        ANSWERED: report.correction.decided_on is not None,
        SENT: not missing,
        PART_SENT: missing != SERVICE,
        SECOND: any(_same_evaluation(report, other) and lines(other) for other in case.reports if other.id != report.id),
        NO_FACTS: not rows(report),
        NO_RECEIVED: by is None,
        LATE: late,
    }
    return next((state for state, holds in checks.items() if holds), OPEN)


def _same_evaluation(report: Report, other: Report) -> bool:
    """Two reports of one exam: the law gives one request."""
    return report.exam is not None and report.exam == other.exam
