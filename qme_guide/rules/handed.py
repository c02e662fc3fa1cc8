"""What a preflight looks at, and what it answers: the papers in the hand, and a light. It decides nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from qme_guide.answers import YesNo
from qme_guide.case import Case, Letter
from qme_guide.law import Law

GREEN, AMBER, RED = "green", "amber", "red"
YES, NO = "yes", "no"
SIGN, ADD, CHECK, DENIAL, DOCTOR, CALL = FIXES = ("sign", "add", "check", "denial", "doctor", "call")
# Red lights that no step here can mend for sure (name and why): the person may ask somebody, and send it all the same.
ADVISABLE = (("in_time", "undated"), ("in_time", "uncounted"), ("conditional", ""), ("asked_before", ""))
ADVISED = "advised"


@dataclass(frozen=True)
class Handed:
    """What lies in the hand now. Pages of each paper; the person's answers beside the pictures; what the papers say.

    signed: form signed and dated. filled: every box filled in and right. matches: it names this claim and this decision.
    complete: every page of the decision is there. pages_said: how many it says it has. missing_numbers: page numbers that
    its text skips. doubles: pages that look like another one. claim_number_seen: the number stands in the text (None: no
    text to read). unreadable: pages the person cannot read. blurred_open: pages that look blurred and nobody answered
    about. same_form: another letter has this form too. form_here: the form is in the person's hands, whether it came with
    the letter or later. late_noted: the person read the note on the date and went on. advised: names of the lights (see
    ADVISABLE) about which the person asked somebody, and sends the request as it is.
    """

    form_pages: int = 0
    decision_pages: int = 0
    certification_pages: int = 0
    designation_pages: int = 0
    signed: YesNo | None = None
    filled: YesNo | None = None
    matches: YesNo | None = None
    complete: YesNo | None = None
    pages_said: int | None = None
    missing_numbers: tuple[int, ...] = ()
    doubles: int = 0
    claim_number_seen: bool | None = None
    unreadable: int = 0
    blurred_open: int = 0
    same_form: bool = False
    form_here: bool = False
    late_noted: bool = False
    advised: frozenset[str] = frozenset()


def count(said: str | None) -> int | None:
    """A number as it stands in the case; None for anything else."""
    return int(said) if said and said.isdecimal() else None


@dataclass(frozen=True)
class Light:
    """One thing that was looked at. `fix`: one of FIXES, empty when green. `why`: which of several reasons for the state."""

    name: str
    state: str
    fix: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    why: str = ""

    @property
    def words(self) -> str:
        """The last part of its label: "form_red", or with a reason "form_absent"."""
        return f"{self.name}_{self.why or self.state}"

    @property
    def advisable(self) -> bool:
        """Whether asking somebody turns it amber, or did."""
        return self.why == ADVISED or self.state == RED and (self.name, self.why) in ADVISABLE


@dataclass(frozen=True)
class Sight:
    """All that the lights look at."""

    case: Case
    letter: Letter
    handed: Handed
    law: Law
    today: date
