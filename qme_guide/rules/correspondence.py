"""Every letter and sheet of the guide: to whom it goes, who is served, whose date it has, and when it is refused.

Lab. Code 4062.3(e): nothing goes to a panel QME that the other side does not get: 20 days before for what goes before the
exam, at the same time after it. With an attorney that office writes; what only shows the errors of a report is for
everybody. A road that an exit closes has no letter of this law. The papers themselves ask again before they are made.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from qme_guide.answers import Recipient
from qme_guide.case import Case
from qme_guide.law import Law
from qme_guide.rules import asking_more, correction, evaluator, imr, late_report, objection, outbox, rating, replying, review
from qme_guide.rules.dispute import qme_reports
from qme_guide.rules.exam import all_over
from qme_guide.rules.table import represented

NEVER, SAME_DAY, AFTER_WAIT = "never", "same_day", "after_wait"
"""May it go to the QME: never; only with a served copy on the same day; only after the copy was served and the wait is over."""
ATTORNEY, CLOSED = "attorney", "closed"
REPORT, RATING, EXAM, PANEL, TREATMENT, PAPERS, ANSWER = "report", "rating", "exam", "panel", "treatment", "papers", "answer"
SITUATIONS = (REPORT, RATING, EXAM, PANEL, TREATMENT, PAPERS, ANSWER)
"""What happened: the groups of letters, as they are asked."""
ADMINISTRATOR, QME, DEU, STATE, DOCTOR, REVIEWER, UNIT, OTHER = (
    "claims_administrator", "qme", "deu", "administrative_director", "doctor", "reviewer", "medical_unit", "other",
)  # fmt: skip
WAYS = {
    "no_report": "report", "qme_report": "correct", correction.NOT_QME: "report", correction.NO_FACTS: "report", correction.SECOND: "sent",
    asking_more.RATING_FIRST: "report", asking_more.AFTER_RATING: "rating", "no_rating": "rating", "no_exam": "appointment", "exam_over": "evening",
    late_report.NO_DAY: "appointment", late_report.AHEAD: "plan", late_report.NOT_YET: "dates", late_report.IN_TIME: "report",
    "serve_first": "evaluator", "no_panel": "panel", "no_letter": "denial", "nothing_approved": "review", "nothing_sent": "sent",
}  # fmt: skip
"""Why a letter is refused, and the page that helps there."""
Refuse = Callable[[Case, Law, date | None], str | None]


@dataclass(frozen=True)
class Kind:
    """A letter. about: its situation. to: who it is written to; served: who gets a copy at the same time. page: where it
    is made. rules: the clocks whose date it has; none where the law names no day. sheet: not sent, for the person alone."""

    name: str
    about: str
    to: tuple[Recipient, ...]
    page: str
    rules: tuple[str, ...] = ()
    served: tuple[Recipient, ...] = ()
    sheet: bool = False
    refuse: Refuse = lambda case, law, today: None

    @property
    def qme(self) -> str:
        """May it go to the QME: NEVER, SAME_DAY or AFTER_WAIT."""
        if QME not in (*self.to, *self.served):
            return NEVER
        return AFTER_WAIT if evaluator.SEND in self.rules else SAME_DAY


def shut(kind: Kind, case: Case) -> str | None:
    """The attorney's office or an exit of the first questions stands before this letter; None when neither does."""
    if kind.name in EVERYBODY:
        return None
    if represented(case):
        return ATTORNEY
    return CLOSED if objection.closed(case) else None


def refused(kind: Kind, case: Case, law: Law, today: date | None) -> str | None:
    """Why this letter is not made for this case on this day; None when it may be."""
    return shut(kind, case) or kind.refuse(case, law, today)


def _needs(reason: str, known: Callable[[Case], object]) -> Refuse:
    return lambda case, law, today: None if known(case) else reason


def _treating(case: Case, law: Law, today: date | None) -> str | None:
    """The objection is for a treating doctor's report."""
    return "qme_report" if case.reports and all(one.kind == objection.QME for one in case.reports) else None


def _correction(case: Case, law: Law, today: date | None) -> str | None:
    """The first report of a QME that may be corrected, else why not."""
    found = [correction.standing(case, one, law, today).state for one in case.reports]
    open_ones = [state for state in found if state not in correction.REFUSED]
    other = [state for state in found if state != correction.NOT_QME] or found
    return None if open_ones else next(iter(other), "no_report")


def _reply(case: Case, law: Law, today: date | None) -> str | None:
    """The other side asks for a correction of a QME's report, never of another."""
    if not case.reports:
        return "no_report"
    return None if qme_reports(case) else correction.NOT_QME


def _question(case: Case, law: Law, today: date | None) -> str | None:
    """What is not answered yet is asked on the page."""
    report = asking_more.for_question(case)
    if report is None:
        return correction.NOT_QME if case.reports else "no_report"
    state = asking_more.standing(case, report)
    return state if state in (asking_more.RATING_FIRST, asking_more.AFTER_RATING) else None


def _late(case: Case, law: Law, today: date | None) -> str | None:
    """For some exam there is such a letter, else why not for the last one."""
    found = [late_report.standing(case, one, law, today).state for one in case.exams]
    return None if set(found) & set(late_report.TO_WRITE) else next(reversed(found), "no_exam")


def _exam_ahead(case: Case, law: Law, today: date | None) -> str | None:
    if not case.exams:
        return "no_exam"
    return "exam_over" if all_over(case, today) else None


def _serve_first(case: Case, law: Law, today: date | None) -> str | None:
    return None if any(evaluator.allowed(case, one, law, today) for one in case.exams) else "serve_first"


def sent(kind: Kind, case: Case) -> Mapping[str, date]:
    """What this letter went out about ("report-2"), each with the day on which the last of all who get it was sent it, by the
    logs. What somebody still lacks is not there."""
    went = [one for one in outbox.everything(case) if one.paper == kind.name and one.day]
    about = {name: [one for one in went if one.about == name] for name in dict.fromkeys(one.about for one in went)}
    everybody = {*kind.to, *kind.served}
    return {name: max(one.day for one in own) for name, own in about.items() if everybody and everybody <= {one.line.to for one in own}}


REPORTS, LETTER, PANELS = _needs("no_report", lambda case: case.reports), _needs("no_letter", lambda case: case.letters), _needs("no_panel", lambda case: case.panels)
EVERY = (
    Kind("objection", REPORT, (ADMINISTRATOR,), "objection", ("objection-4062-30", "objection-4062-20", "objection-4061-target"), refuse=_treating),
    Kind(correction.NAME, REPORT, (QME,), "correct", (correction.CLOCK,), (ADMINISTRATOR, DEU), refuse=_correction),
    Kind(replying.NAME, REPORT, (QME,), "correct", (replying.CLOCK,), (ADMINISTRATOR,), refuse=_reply),
    Kind("dispute-letter", REPORT, (ADMINISTRATOR,), "write", refuse=REPORTS),
    Kind(late_report.NAME, REPORT, (ADMINISTRATOR,), "write", ("late-report-object",), refuse=_late),
    Kind(asking_more.NAME, REPORT, (QME,), "write", served=(ADMINISTRATOR,), refuse=_question),
    Kind("question-list", REPORT, (), "report", sheet=True),
    Kind("form37-sheet", REPORT, (), "correct", (correction.CLOCK,), sheet=True, refuse=_correction),
    Kind("rating-reconsider", RATING, (STATE,), "rating", ("deu-reconsider-30",), (ADMINISTRATOR,), refuse=_needs("no_rating", lambda case: rating.came(case.rating))),
    Kind("rating-card", RATING, (), "rating", sheet=True),
    Kind("interpreter-request", EXAM, (ADMINISTRATOR,), "plan", refuse=_exam_ahead),
    Kind("travel-request", EXAM, (ADMINISTRATOR,), "plan", refuse=_exam_ahead),
    Kind("serve-records", EXAM, (ADMINISTRATOR,), "evaluator", (evaluator.SERVE,), refuse=_exam_ahead),
    Kind("qme-letter", EXAM, (QME,), "evaluator", (evaluator.SEND,), (ADMINISTRATOR,), refuse=_serve_first),
    Kind("ask-sent", EXAM, (ADMINISTRATOR,), "evaluator", refuse=_exam_ahead),
    Kind("object-nonmedical", EXAM, (ADMINISTRATOR,), "evaluator", (evaluator.NONMEDICAL,), refuse=_exam_ahead),
    Kind("form105-request", PANEL, (ADMINISTRATOR,), "panel"),
    Kind("panel-copy", PANEL, (ADMINISTRATOR,), "panel"),
    Kind("selection-notice", PANEL, (ADMINISTRATOR,), "choose", ("qme-select-10",), refuse=PANELS),
    Kind("replacement-sheet", PANEL, (), "choose", sheet=True, refuse=PANELS),
    Kind("form-missing", TREATMENT, (ADMINISTRATOR,), "imr", imr.RULES, refuse=LETTER),
    Kind("imr-authorize", TREATMENT, (ADMINISTRATOR,), "review", refuse=_needs("nothing_approved", lambda case: any(map(review.to_authorize, case.letters)))),
    Kind("imr-reimburse", TREATMENT, (ADMINISTRATOR,), "review", refuse=_needs("nothing_approved", lambda case: any(map(review.to_pay, case.letters)))),
    Kind("records-missing", TREATMENT, (REVIEWER, ADMINISTRATOR), "review", refuse=LETTER),
    Kind("more-facts", TREATMENT, (STATE,), "review", refuse=LETTER),
    Kind("doctor-sheet", TREATMENT, (DOCTOR,), "doctor", refuse=LETTER),
    Kind("new-request", TREATMENT, (DOCTOR,), "review", refuse=LETTER),
    Kind("ur-complaint-sheet", TREATMENT, (), "write", sheet=True),
    Kind("claim-file", PAPERS, (ADMINISTRATOR,), "write"),
    Kind("records-request", PAPERS, (DOCTOR, ADMINISTRATOR, OTHER), "records"),
    Kind("follow-up", ANSWER, (ADMINISTRATOR,), "sent", refuse=_needs("nothing_sent", outbox.open_one)),
)  # fmt: skip
KINDS = {one.name: one for one in EVERY}
LETTERS = tuple(one for one in EVERY if not one.sheet)
EVERYBODY = ("question-list",)
"""What is good for the attorney's office too."""
