"""Which answer starts which clock, and for whom: the table behind the page of all dates (deadlines.md section 6)."""

from collections.abc import Callable
from dataclasses import dataclass

from qme_guide.case import UNSURE, Case
from qme_guide.rules.start import earliest


# What the first questions say about the claim.
_STANDS = {"claim": "denied", "delay": "undecided", "body_part": "part"}


@dataclass(frozen=True)
class Clock:
    """A line of the table: the rule, the answer that starts it, and when it applies."""

    rule: str
    field: str
    applies: Callable[[Case], bool] = lambda case: True


def represented(case: Case) -> bool:
    """Only a clear yes makes a case represented."""
    return case.triage.lawyer == "yes"


def alone(case: Case) -> bool:
    """Everybody who did not say that a lawyer is on the claim."""
    return not represented(case)


def stands(case: Case) -> str | None:
    """Whether the claim, or a part of it, is accepted: as a dispute's questions tell it, else as the first questions do.

    A denial that has a day ends "not decided yet", whenever that was said.
    """
    said = case.route.claim_stands
    if said in (None, "undecided", UNSURE) and earliest(case.claim.denied_on):
        return "denied"
    return said or _STANDS.get(case.triage.denied or "")


def undecided(case: Case) -> bool:
    """The whole claim is denied or not decided yet; not once it is said to be accepted, or a part of it."""
    if case.route.claim_stands:
        return case.route.claim_stands not in ("accepted", "part")
    return case.triage.denied in ("claim", "delay", "body_part", "other", "unsure")


def waiting(case: Case) -> bool:
    """The claim is not decided yet: no denial is known."""
    return undecided(case) and stands(case) != "denied" and case.claim.denied_on is None


DECISION, PRESUMED = "claim-decision-90", "claim-presumed-after-90"
CLAIM_CLOCKS = (
    Clock("case-open-1y", "injured_on"),
    Clock(DECISION, "form_filed_on", undecided),
    Clock(PRESUMED, "form_filed_on", undecided),
    Clock("treat-authorize-1wd", "form_filed_on", waiting),
    Clock("new-further-5y", "injured_on"),
)
NONMEDICAL = "object-nonmedical-10"
EXAM_CLOCKS = (
    Clock("serve-qme-info-20", "on"),
    Clock("exam-change-6bd", "on"),
    Clock("qme-cancel-6bd", "on"),
    Clock("qme-report-30", "on"),
    Clock("late-report-object", "on"),
)
DECISION_CLOCKS = (Clock("repeat-rfa-12m", "decided_on"),)
