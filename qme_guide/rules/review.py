"""After the request for independent medical review (IMR) was sent: how far it is, and which clocks run from which day.

Lab. Code 4610.5(g), (k)-(o), 4610.6(d), (h), (j); 8 CCR 10575. A clock ends when its answer is there, so that nobody is
called late who has acted. A day that is only known as a month counts from its first day; a day of receipt that nobody
knows is replaced by the day of mailing. Both give the first date only. Each treatment has its own outcome: some may be
upheld (the denial stands), others overturned (approved), or partly.
"""

from collections.abc import Iterator
from datetime import date

from qme_guide.case import Case, Letter, Record, Review, Treatment
from qme_guide.rules import imr
from qme_guide.rules.deadline import Deadline
from qme_guide.rules.start import Start, earliest, exact

NOT_SENT, WAITING, MORE, NOT_ELIGIBLE, ELIGIBLE, ASSIGNED = "not_sent", "waiting", "more", "not_eligible", "eligible", "assigned"
DECIDED, UPHELD, OVERTURNED, MIXED, DONE = "decided", "upheld", "overturned", "mixed", "done"
APPEAL, ANSWER_STATE, ASSIGN_NOTICE, RECORDS = "imr-appeal-30", "imr-ad-info-5bd", "imr-assign-notice-1bd", "imr-records-10"
DECISION, DRUG_DECISION, URGENT_DECISION = "imr-decision-30", "imr-decision-5wd", "imr-decision-3d"
AUTHORIZE, REIMBURSE, END_NOTICE = "imr-implement-5wd", "imr-reimburse-20", "imr-end-notice-5d"
REPEAT = "repeat-rfa-12m"
WORKER_RULES = (APPEAL, ANSWER_STATE)
RUNNING, DUE, LATE = "running", "due", "late"
_APPROVED, _STANDING = ("overturned", "partly"), ("upheld", "partly")
_RESULTS = (*_STANDING, OVERTURNED)


def stage(letter: Letter) -> str:
    """How far the review of one letter is; what came back counts also when nobody noted that the request was sent."""
    review = letter.review
    if decided(letter):
        return _outcome(letter)
    if earliest(review.assigned_on):
        return ASSIGNED
    if review.answer in (MORE, NOT_ELIGIBLE, ELIGIBLE):
        return review.answer
    return WAITING if imr.sent(letter) or review != Review() else NOT_SENT


def decided(letter: Letter) -> bool:
    """The final determination is there: its day was said, or how it ended for a treatment."""
    days = (letter.review.decided_on, letter.review.received_on, letter.review.administrator_received_on)
    return any(map(earliest, days)) or any(one.result for one in letter.treatments)


def _outcome(letter: Letter) -> str:
    results = {one.result for one in letter.treatments}
    if not results or not results <= set(_RESULTS):
        return DECIDED
    if results == {UPHELD}:
        return UPHELD
    if not all_approved(letter):
        return MIXED
    return OVERTURNED if to_authorize(letter) or to_pay(letter) else DONE


def approved(letter: Letter) -> tuple[Treatment, ...]:
    """The treatments that the review approved, whole or in part."""
    return tuple(one for one in letter.treatments if one.result in _APPROVED)


def standing(letter: Letter) -> tuple[Treatment, ...]:
    """The treatments for which the denial stands, whole or in part."""
    return tuple(one for one in letter.treatments if one.result in _STANDING)


def to_authorize(letter: Letter) -> tuple[Treatment, ...]:
    """Approved, not known to be given already, and not authorized yet."""
    return tuple(one for one in approved(letter) if one.given != "yes" and not earliest(one.authorized_on))


def to_pay(letter: Letter) -> tuple[Treatment, ...]:
    """Approved, given already or perhaps in part, and not paid yet."""
    return tuple(one for one in approved(letter) if one.given in ("yes", "unsure") and not earliest(one.paid_on))


def all_approved(letter: Letter) -> bool:
    """Every treatment of the letter was approved whole."""
    return {one.result for one in letter.treatments} == {OVERTURNED}


def appealable(letter: Letter) -> bool:
    """The decision may hold something to appeal: not when every treatment was approved whole."""
    return decided(letter) and not all_approved(letter)


def may_wait(letter: Letter) -> bool:
    """The claims administrator may wait: it also disputes that it owes. Lab. Code 4610.6(j)."""
    return "liability" in imr.parked(letter)


def missing(case: Case, letter: Letter) -> tuple[Record, ...]:
    """The records of this case that do not stand on the insurer's list; none before the list was compared."""
    listed = letter.review.listed
    return () if listed is None else tuple(one for one in comparable(case) if one.id not in listed)


def comparable(case: Case) -> tuple[Record, ...]:
    """The records to compare with the list: all but those that are not about this person's case."""
    return tuple(one for one in case.records if one.state != "not_mine")


def progress(deadline: Deadline, today: date | None) -> str:
    """How a clock of the other side stands: late only after its second date, which an inexact start does not give."""
    if today and isinstance(deadline.outside, date) and today > deadline.outside:
        return LATE
    return DUE if today and isinstance(deadline.safe, date) and today > deadline.safe else RUNNING


def running(letter: Letter) -> Iterator[tuple[str, Start]]:
    """Every clock that the answers about one review start, with the day it starts on."""
    review = letter.review
    if not decided(letter):
        yield from _before_decision(letter, review)
    if review.answer == NOT_ELIGIBLE:
        yield from _from(APPEAL, _first_day(review.answered_on, None, "answered_on"))
    if appealable(letter):
        yield from _from(APPEAL, _first_day(review.decided_on, review.received_on, "mailed"))
    if not may_wait(letter):
        start = _their_receipt(review)
        yield from _from(AUTHORIZE, start if to_authorize(letter) else None)
        yield from _from(REIMBURSE, start if to_pay(letter) else None)


def _before_decision(letter: Letter, review: Review) -> Iterator[tuple[str, Start]]:
    assigned = _first_day(review.assigned_on, None, "assigned_on")
    if review.answer == MORE and not assigned:
        yield from _from(ANSWER_STATE, _first_day(review.more_on, None, "more_on"))
    if review.answer == ELIGIBLE and not assigned:
        yield from _from(ASSIGN_NOTICE, _first_day(review.answered_on, None, "answered_on"))
    if review.list_received != "yes":
        yield from _from(RECORDS, assigned)
    for rule in decision_rules(letter):
        yield from _from(rule, _first_day(review.complete_on, None, "complete_on"))
    for number, one in enumerate(letter.treatments):
        yield from _from(END_NOTICE, _first_day(one.authorized_on, None, f"{number}.authorized_on"))


def decision_rules(letter: Letter) -> tuple[str, ...]:
    """By which clock the decision is due. A doubt about a medicine takes the longer one: nobody is called late on a guess.

    The urgent one needs the doctor's written certification, so the one without it stands beside it.
    """
    medicine = imr.medicine(letter)
    mixed = any(one.drug == "no" for one in letter.treatments)
    checks = {URGENT_DECISION: letter.urgent == "yes", DRUG_DECISION: medicine == "yes", DECISION: medicine != "yes" or mixed}
    return tuple(rule for rule, holds in checks.items() if holds)


def _from(rule: str, start: Start | None) -> Iterator[tuple[str, Start]]:
    if start:
        yield rule, start


def _first_day(answer: date | str | None, reached: date | str | None, name: str) -> Start | None:
    """The day a paper was sent; when it is said to have come sooner than that, the day it came."""
    day, came = earliest(answer), exact(reached)
    if day and came and came < day:
        return Start(came, "review.received_on", exact=True)
    return Start(day, f"review.{name}", exact(answer) is not None) if day else None


def _their_receipt(review: Review) -> Start | None:
    """The day the claims administrator received the decision; unknown, the day it was mailed stands in, which is sooner."""
    day, mailed = exact(review.administrator_received_on), exact(review.decided_on)
    if day:
        return Start(day, "review.administrator_received_on", exact=True)
    return Start(mailed, "review.determination", exact=False) if mailed else None
