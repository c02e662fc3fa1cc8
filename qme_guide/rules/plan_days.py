"""How many days are left until an exam, and whether papers for the QME can still be served on the other side.

Lab. Code 4062.3(b), (e); 8 CCR 35(c). The twenty days come from the clock; the other edges are our own (practice.yaml).
"""

from dataclasses import dataclass
from datetime import date

from qme_guide.case import Exam
from qme_guide.law import Law, NotInForce
from qme_guide.rules.advice import records_by
from qme_guide.rules.deadline import Deadline, Missing, count
from qme_guide.rules.exam import SERVE
from qme_guide.rules.start import exact

OVER_20, WINDOW, SOON, LAST, DAY, AFTER = "over_20", "window", "soon", "last", "day", "after"
OPEN, LETTER, BY_HAND, CLOSED = "open", "letter", "hand", "closed"
PERSONAL = "personal"


@dataclass(frozen=True)
class Papers:
    """Whether papers for the QME can still be served: state, and the last days for records, for a letter, and by hand."""

    state: str
    records: date
    letter: date
    hand: date


def left(exam: Exam, today: date) -> int | None:
    """How many calendar days are left until the exam; None while its day is not known. Negative once it is over."""
    return (exam.on - today).days if exact(exam.on) else None


def band(left_days: int, law: Law) -> str:
    """Which plan fits the days left: over 20, the twenty days before, the last week, the day before, the day, after it."""
    if left_days < 0:
        return AFTER
    if not left_days:
        return DAY
    if left_days == 1:
        return LAST
    if left_days <= law.practice.plan.soon_days:
        return SOON
    return WINDOW if left_days <= law.clock(SERVE).newest.n else OVER_20


def papers(exam: Exam, law: Law, today: date) -> Papers | None:
    """Whether papers for the QME can still be served on the other side; None without a day for the exam.

    Records wait another twenty days before they go to the QME, so our day for them is earlier. By hand, no days for the
    mail come off. After the last of the three, nothing new goes to the QME before the exam. Lab. Code 4062.3(b), (e).
    """
    safe, hand = counted(law, SERVE, exam=exam.on), counted(law, SERVE, exam=exam.on, method=PERSONAL)
    if not (safe and hand):
        return None
    records = records_by(safe, law)
    by = {OPEN: records, LETTER: safe.safe, BY_HAND: hand.safe}
    state = next((name for name, day in by.items() if today <= day), CLOSED)
    return Papers(state, records, safe.safe, hand.safe)


def counted(law: Law, rule: str, **inputs: date | str | None) -> Deadline | None:
    """A clock from these inputs; None when its start is not a whole day, or its wording was another one then."""
    if not all(inputs.values()) or not isinstance(next(iter(inputs.values())), date):
        return None
    try:
        found = count(law, rule, inputs, in_force=True)
    except NotInForce:
        return None
    return None if isinstance(found, Missing) or not found.safe else found
