"""The claims administrator's own request to correct a QME's report, and the worker's answer to it.

8 CCR 37(b): the worker may answer within days of the service, to the QME and to the claims administrator. Nothing may go
to the QME alone. This module counts nothing, and knows nothing of the worker's own request but that it is open.
"""

from qme_guide.case import Case, Report, Sending
from qme_guide.rules import correction, logs
from qme_guide.rules.correction import ADMINISTRATOR, QME
from qme_guide.rules.start import exact

NAME, CLOCK = "correction-reply", "factual-reply-5"
SERVICE = (QME, ADMINISTRATOR)
"""Both get the same answer at the same time."""


def lines(report: Report) -> tuple[Sending, ...]:
    """The lines of the log about this answer that did not fail."""
    return logs.went(report.sendings, NAME)


def unserved(report: Report) -> tuple[str, ...]:
    """Who of the two does not have it yet, by the log."""
    went = {one.to for one in lines(report)}
    return tuple(to for to in SERVICE if to not in went)


def asked(report: Report) -> bool:
    """The claims administrator asked for a correction, on a day that is known or not."""
    return report.correction.theirs_served_on is not None


def open_(report: Report) -> bool:
    """Their request is there, not both have the worker's answer, and the QME did not answer since.

    Their time is one of their own: a request that surely came after the QME's answer is open.
    """
    theirs, decided = exact(report.correction.theirs_served_on), exact(report.correction.decided_on)
    over = report.correction.decided_on is not None and not (theirs and decided and decided < theirs)
    return asked(report) and bool(unserved(report)) and not over


def first(case: Case) -> Report | None:
    """The QME's report that an answer is for when none is named: the first with a request of theirs, else the first."""
    able = [one for one in case.reports if one.kind == QME]
    return next(filter(asked, able), next(iter(able), None))


def waiting(report: Report) -> bool:
    """Something still has to go out: facts to correct that not all three have, or an answer that not both have."""
    open_request = correction.rows(report) and correction.unserved(report) and report.correction.decided_on is None
    return bool(open_request) or open_(report)
