"""The letter to the claims administrator about what is wrong in a report: what goes in, what goes along, how far it is.

It has no date in the law and takes the place of nothing that has one: an objection to a treating doctor's report and the
request to correct facts in a QME's report are papers of their own. It never goes to a QME. This module counts nothing.
"""

from datetime import date

from qme_guide.answers import Recipient
from qme_guide.case import Case, Record, Report, Sending
from qme_guide.rules import correction, errors
from qme_guide.rules.start import exact

NAME, FACT = "dispute-letter", "fair-investigation"
ADMINISTRATOR, DOCTOR = "claims_administrator", "doctor"
_SORTS = (errors.FACT, errors.OPINION, errors.OPEN)


def silent(report: Report) -> tuple[int, ...]:
    """The numbers of the rows that say nothing yet: they stay out of the letter."""
    return tuple(number for number, one in errors.numbered(report) if not errors.told(one))


def undecided(report: Report) -> tuple[int, ...]:
    """The numbers of the rows of the letter that are neither fact nor opinion yet: they stand in it without a kind."""
    return tuple(number for number, one in errors.rows(report, errors.OPEN) if errors.told(one))


def kinds(report: Report) -> tuple[str, ...]:
    """Which kinds of rows the letter names, facts first; what is not decided yet has none."""
    held = {errors.sort(one) for one in report.errors if errors.told(one)}
    return tuple(kind for kind in (errors.FACT, errors.OPINION) if kind in held)


def enclosed(case: Case, report: Report) -> tuple[Record, ...]:
    """The papers in the hand that the rows of the letter name, each once, in the order of the rows."""
    told = report.model_copy(update={"errors": tuple(filter(errors.told, report.errors))})
    return errors.exhibits(case, told, *_SORTS)


def to_enclose(report: Report) -> tuple[str, ...]:
    """The papers that the rows of the letter name in own words, each once: they go along only when the worker puts them in."""
    named = (one.proof_named for _, one in errors.numbered(report) if errors.told(one) and one.proof_named)
    return tuple(dict.fromkeys(named))


def receivers(report: Report) -> tuple[Recipient, ...]:
    """Who gets the letter: the claims administrator, and the treating doctor when a copy goes there, or went."""
    copy = report.disputing.copy_doctor == "yes" or any(one.to == DOCTOR for one in lines(report))
    return (ADMINISTRATOR, DOCTOR) if copy else (ADMINISTRATOR,)


def copy_waits(report: Report) -> bool:
    """The treating doctor is to get a copy, and the log has none."""
    went = any(one.to == DOCTOR and one.result != "failed" for one in lines(report))
    return report.disputing.copy_doctor == "yes" and not went


def to_look_into(case: Case, report: Report) -> bool:
    """There is something that an investigation can check: a fact, or a paper that the report does not list (8 CCR 10109)."""
    return errors.FACT in kinds(report) or bool(errors.missing_records(case, report))


def reply_by(report: Report, today: date | None) -> date | None:
    """The day by which the worker asks for a sign that the letter arrived; none when it is past or no exact day."""
    day = exact(report.disputing.reply_by)
    return None if day and today and day < today else day


def asked_correction(report: Report) -> date | None:
    """The last day on which the request to correct facts went to the QME."""
    went = [exact(one.on) for one in correction.lines(report) if one.to == correction.QME]
    return max(filter(None, went), default=None)


def lines(report: Report) -> tuple[Sending, ...]:
    """The lines of the log about this letter."""
    return tuple(one for one in report.sendings if one.wrote == NAME)
