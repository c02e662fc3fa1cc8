"""A question to the QME after the report: may it be written, and was it served?

Lab. Code 4062.3(e): after the exam a letter to the QME is served on the other side when it is sent. Whether a worker
without an attorney may ask about disability or its causes before the rating is not settled, so that is not offered; after
the rating such a report does not count for it (8 CCR 10164(b)). New papers and facts are no question: they wait after
their serving, so this letter encloses none.
"""

from qme_guide.case import Case, Report, Sending
from qme_guide.rules import logs, rating
from qme_guide.rules.table import represented

NAME, QME, ADMINISTRATOR = "supplemental-request", "qme", "claims_administrator"
ATTORNEY, NOT_QME, RATING_FIRST, AFTER_RATING, NO_QUESTION, OPEN, NOT_SERVED, SENT = (
    "attorney", "not_qme", "rating_first", "after_rating", "no_question", "open", "not_served", "sent",
)  # fmt: skip
TO_WRITE = (OPEN, NOT_SERVED, SENT)
"""In these there is a letter."""


def standing(case: Case, report: Report) -> str:
    """How the question about one report stands."""
    went = {one.to for one in lines(report)}
    checks = {
        ATTORNEY: represented(case),
        NOT_QME: report.kind != QME,
        SENT: {QME, ADMINISTRATOR} <= went and report.question_rating in ("no", None),
        NOT_SERVED: QME in went and ADMINISTRATOR not in went,
        NO_QUESTION: not report.question or report.question_rating is None,
        AFTER_RATING: report.question_rating != "no" and rating.came(case.rating),
        RATING_FIRST: report.question_rating != "no",
    }
    return next((state for state, holds in checks.items() if holds), OPEN)


def for_question(case: Case) -> Report | None:
    """The report that a question is for when none is named: the first of a QME that has one, else the first of a QME."""
    able = [one for one in case.reports if one.kind == QME]
    return next((one for one in able if one.question), next(iter(able), None))


def lines(report: Report) -> tuple[Sending, ...]:
    """The lines of the log about this question that did not fail."""
    return logs.went(report.sendings, NAME)
