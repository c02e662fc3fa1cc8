"""What a supervisor looks at before a client leaves, as far as the answers say it: keys only, in this order.

What is not asked in the guide (an injury to the head, settlement papers, fear about papers) is on the sheet as a box to tick.
"""

from collections.abc import Callable
from datetime import date, timedelta

from qme_guide.case import Case, Letter
from qme_guide.law import Law
from qme_guide.rules import exam, imr, triage
from qme_guide.rules.dates import CLAIM_YEAR, WORKER, Row, dates, safe_day
from qme_guide.rules.start import exact
from qme_guide.rules.table import represented, stands

_FLAGS: dict[str, Callable[[Case, tuple[Row, ...], Law, date | None], bool]] = {
    "danger": lambda case, found, law, today: case.triage.danger is not None and triage.in_danger(case.triage),
    "past": lambda case, found, law, today: today is not None and any(safe_day(row) < today for row in found if row.deadline.rule not in (*CLAIM_YEAR, *exam.BEFORE)),
    "represented": lambda case, found, law, today: represented(case),
    "claim_denied": lambda case, found, law, today: stands(case) == "denied",
    "statute_near": lambda case, found, law, today: any(_near(row, law, today) for row in found),
    "minor": lambda case, found, law, today: "minor" in _exits(case),
    "death": lambda case, found, law, today: "death" in _exits(case),
    "other_system": lambda case, found, law, today: bool({"elsewhere", "union", "health_plan", "public_safety", "old_injury"} & _exits(case)),
    "on_hold": lambda case, found, law, today: any(map(imr.parked, case.letters)),
    "named_early": lambda case, found, law, today: any(_named_early(letter) for letter in case.letters),
    "not_agreed": lambda case, found, law, today: case.helper.helping == "yes" and case.helper.agreed != "yes",
}  # fmt: skip
FLAGS = tuple(_FLAGS)


def flags(case: Case, law: Law, today: date | None) -> tuple[str, ...]:
    """The keys of what stands out in this case on this day; without a day those that hang on none."""
    found = tuple(row for row in dates(case, law, today) if row.deadline.kind == WORKER and row.deadline.safe)
    return tuple(name for name, holds in _FLAGS.items() if holds(case, found, law, today))


def _near(row: Row, law: Law, today: date | None) -> bool:
    """The end of the time to open a case is near, or past (DESIGN: how near)."""
    return today is not None and row.deadline.rule in CLAIM_YEAR and safe_day(row) - today <= timedelta(days=law.practice.clinic.statute_near_days)


def _exits(case: Case) -> frozenset[str]:
    return frozenset(case.triage.exits or ())


def _named_early(letter: Letter) -> bool:
    """Somebody was named to sign before the decision, or on its day. Lab. Code 4610.5(j)."""
    named, decided = exact(letter.designated_on), imr.decided(letter)
    return letter.signer == "other" and bool(named and decided) and named <= decided
