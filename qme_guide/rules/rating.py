"""After a QME's report: how far the rating is, and the request to look at it again.

Lab. Code 4061(d)(2), (e)-(h); 8 CCR 10159, 10162, 10164: no rating while a correction is asked for; a report that divides
the cause goes to a judge first; then a written request, with reasons, served on the other side, within 30 days of
receipt of the rating. A date that is past closes nothing here. This module counts nothing.
"""

from datetime import date

from qme_guide.answers import RatingGround
from qme_guide.case import Case, Rating, Report, Sending
from qme_guide.law import Law
from qme_guide.rules import correction, logs
from qme_guide.rules.dispute import qme_reports
from qme_guide.rules.start import earliest, exact
from qme_guide.rules.table import represented

NAME, CLOCK, DUE, JUDGE_CLOCK, DECISION_CLOCK = "rating-reconsider", "deu-reconsider-30", "deu-rating-20", "apportion-judge-45", "recon-20"
CORRECTION, PAYMENT = correction.CLOCK, "pd-first-14"
ABOUT = "rating"
"""What its dates belong to, as `dates` names it."""
DIRECTOR, ADMINISTRATOR = "administrative_director", "claims_administrator"
SERVICE = (DIRECTOR, ADMINISTRATOR)
"""Filed with the first, and the same papers to the other side. Lab. Code 4061(g)."""
GROUNDS: tuple[RatingGround, ...] = ("calculation", "not_addressed", "not_complete", "procedure")
"""The only reasons that count. Lab. Code 4061(g); 8 CCR 10164(a)."""
ISSUE: tuple[RatingGround, ...] = ("not_addressed", "not_complete")
"""The reasons that are about an issue of the report."""
NO_REPORT, CORRECT, PENDING, WAITING, JUDGE, BACK, RATED, PART_SENT, ASKED, DECIDED = (
    "no_report", "correct", "pending", "waiting", "judge", "back", "rated", "part_sent", "asked", "decided",
)  # fmt: skip
AFTER_RATING = (RATED, PART_SENT, ASKED)
ROAD = ("report", "correct", "judge", "rating", "again", "end")
"""What happens, in order. The judge of this road looks at how the cause is divided."""
BEHIND, NEXT, LATER = "done", "next", "later"
SUMMARY_FACT, JUDGE_FACT, AGAIN_FACT, FORM_FACT = "rating-summary", "rating-judge", "rating-again", "rating-form"
FACTS = {
    NO_REPORT: (SUMMARY_FACT,), CORRECT: (SUMMARY_FACT,), PENDING: (SUMMARY_FACT,), WAITING: (SUMMARY_FACT,), JUDGE: (JUDGE_FACT,), BACK: (JUDGE_FACT,),
    RATED: (AGAIN_FACT,), PART_SENT: (AGAIN_FACT,), ASKED: (AGAIN_FACT,), DECIDED: (),
}  # fmt: skip
"""The facts of law that each stage stands on."""
_AT = {
    NO_REPORT: "report", CORRECT: "correct", PENDING: "correct", JUDGE: "judge", BACK: "judge", WAITING: "rating",
    RATED: "again", PART_SENT: "again", ASKED: "again", DECIDED: "end",
}  # fmt: skip
ATTORNEY, NOT_RATED = "attorney", "not_rated"


def stage(case: Case, law: Law, today: date | None) -> str:
    """How far it is; what came later counts also when nobody noted what came before it."""
    rating, missing = case.rating, unserved(case.rating)
    checks = {
        DECIDED: rating.decision_served_on is not None,
        ASKED: came(rating) and not missing,
        PART_SENT: came(rating) and missing != SERVICE,
        RATED: came(rating),
        BACK: rating.judge_back_on is not None,
        JUDGE: rating.judge_sent_on is not None,
    }
    return next((name for name, holds in checks.items() if holds), None) or _before(case, law, today)


def came(rating: Rating) -> bool:
    """A rating came, also when its day is not known."""
    return rating.received_on is not None or rating.printed_on is not None


def rated(case: Case, report: Report) -> bool:
    """A rating came, and nothing says that this report is newer."""
    own, day = case.rating, earliest(report.received_on) or earliest(report.printed_on)
    came_on = earliest(own.received_on) or earliest(own.printed_on)
    return came(own) and not (day and came_on and day > came_on)


def unserved(rating: Rating) -> tuple[str, ...]:
    """Who does not have the request about this rating yet, by the log."""
    went = {one.to for one in lines(rating)}
    return tuple(to for to in SERVICE if to not in went)


def asked(rating: Rating) -> bool:
    """The request about this rating was sent to the Administrative Director: its clock has ended."""
    return DIRECTOR not in unserved(rating)


def lines(rating: Rating) -> tuple[Sending, ...]:
    """The sendings of the request that did not fail; one from before this rating came was about an earlier one."""
    return tuple(one for one in logs.went(rating.sendings, NAME) if not _earlier(one, rating))


def refused(case: Case) -> str | None:
    """Why there is no letter that asks to look at a rating again; None when it may be made."""
    if represented(case):
        return ATTORNEY
    return None if came(case.rating) else NOT_RATED


def rated_report(case: Case) -> Report | None:
    """The QME's report, when there is only one: of several nobody said which one was rated."""
    first, *others = qme_reports(case) or (None,)
    return None if others else first


def asks_more(rating: Rating) -> bool:
    """A reason is about the report, so more information from the evaluator is what the law offers. Lab. Code 4061(g)."""
    return any(one != GROUNDS[0] for one in rating.grounds or ())


def about_issue(rating: Rating) -> bool:
    """A reason says that an issue was not addressed, or not completely: then it matters which. 8 CCR 10164(a)."""
    return bool(set(ISSUE) & set(rating.grounds or ()))


def divides(case: Case) -> bool:
    """The report may divide the cause, so a judge may look at it first: unless that was denied."""
    return case.rating.apportions != "no"


def road(case: Case, law: Law, today: date | None) -> dict[str, str]:
    """Each part of the road in order, whether it is BEHIND, NEXT or LATER; without the judge where nothing is divided, or it went on with none noted.

    The time to correct may still run while a judge looks at the report; a request that was never sent is not behind.
    """
    here = _AT[stage(case, law, today)]
    found = {name: BEHIND if ROAD.index(name) < ROAD.index(here) else NEXT if name == here else LATER for name in ROAD}
    if not came(case.rating) and _before(case, law, today) in (CORRECT, PENDING):
        found["correct"] = NEXT
    if came(case.rating) and not unserved(case.rating):
        found["again"] = BEHIND
    elif here == "end":
        found["again"] = LATER
    passed_by = found["judge"] == BEHIND and case.rating.judge_sent_on is None and case.rating.judge_back_on is None
    return {name: state for name, state in found.items() if name != "judge" or (divides(case) and not passed_by)}


def doubtful_day(rating: Rating, name: str, answer: date | str) -> tuple[str, str] | None:
    """What to ask about a day that does not fit another one: the problem, and the answer beside it. None when it fits."""
    orders = {
        "received_on": ("printed_on", "date_received_before_printed"),
        "judge_back_on": ("judge_sent_on", "date_back_before_sent"),
    }
    earlier, problem = orders.get(name, ("", ""))
    day = exact(getattr(rating, earlier)) if earlier else None
    if day and isinstance(answer, date) and answer < day:
        return problem, earlier
    came_on = exact(rating.received_on)
    late = name == "printed_on" and came_on and isinstance(answer, date) and came_on < answer
    return ("date_printed_after_received", "received_on") if late else None


def _earlier(line: Sending, rating: Rating) -> bool:
    went, here = exact(line.on), exact(rating.received_on)
    return bool(went and here and went < here)


def _before(case: Case, law: Law, today: date | None) -> str:
    """Before any rating: the correction of the newest report, then the wait."""
    reports = qme_reports(case)
    if not reports:
        return NO_REPORT if case.rating.evaluation_on is None else WAITING
    found = correction.standing(case, reports[-1], law, today)
    if found.state in (correction.SENT, correction.PART_SENT):
        return PENDING
    last = found.by and (found.by.outside or found.by.safe)
    over = found.state == correction.ANSWERED or (last is not None and today is not None and last < today)
    return WAITING if over else CORRECT
