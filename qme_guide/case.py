"""The answers a person gave, and nothing else.

A `Case` is frozen. Every answer may be `None` (not asked yet) and almost every answer may be "unsure",
which is an answer of its own. Nothing that can be computed is kept here: dates, the road and the papers
are derived again each time, so nothing goes stale. This module knows no law, no words and no files.
"""

import re
from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

UNSURE = "unsure"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def _day(value: object) -> object:
    """A day is a date, a month when only the month is known ("2026-10"), or "unsure"; no other shape."""
    if value is None or value == UNSURE or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        return date.fromisoformat(value)
    if isinstance(value, str) and _MONTH.fullmatch(value):
        return value
    raise ValueError("a day is YYYY-MM-DD, YYYY-MM or unsure")


Day = Annotated[date | str | None, BeforeValidator(_day)]
YesNo = Literal["yes", "no", "unsure"]
Method = Literal["personal", "mail", "fax", "email", "overnight", "unsure"]
Place = Literal["ca", "us", "abroad", "safe-at-home", "unsure"]
Denied = Literal["treatment", "claim", "body_part", "delay", "other", "unsure"]
Exit = Literal["union", "health_plan", "elsewhere", "public_safety", "old_injury", "minor", "death", "none", "unsure"]
Decision = Literal["denied", "changed", "unsure"]
ReportKind = Literal["treating", "qme", "unsure"]
Line = Annotated[str, Field(max_length=300)]
Text = Annotated[str, Field(max_length=20_000)]


class Part(BaseModel):
    """A frozen piece of the case that refuses unknown keys and never repeats its input in an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, str_strip_whitespace=True)


class Triage(Part):
    """The first five questions: which road is this person's?"""

    danger: YesNo | None = None
    lawyer: YesNo | None = None
    denied: Denied | None = None
    own_doctor: YesNo | None = None
    exits: tuple[Exit, ...] | None = None


class Worker(Part):
    """Who asks. Everything here is optional; a paper prints a line to fill in for what is missing."""

    name: Line | None = None
    address: Text | None = None
    phone: Line | None = None


class Claim(Part):
    """The claim with the insurer. `form_filed_on`: the claim form handed over, or received by the employer."""

    number: Line | None = None
    injured_on: Day = None
    employer: Line | None = None
    claims_administrator: Line | None = None
    administrator_address: Text | None = None
    adjuster: Line | None = None
    form_filed_on: Day = None
    denied_on: Day = None


class Paper(Part):
    """A paper that came: the date on it, when and how it was served, and when it arrived."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    printed_on: Day = None
    served_on: Day = None
    served_how: Method | None = None
    served_where: Place | None = None
    postmarked_on: Day = None
    received_on: Day = None


class Treatment(Part):
    """One thing the doctor asked for and the utilization review decision (ur_decision) refused or changed."""

    name: Line | None = None
    body_part: Line | None = None
    drug: YesNo | None = None
    decision: Decision | None = None


class Letter(Paper):
    """A utilization review decision. `drug`: any medicine among the items."""

    drug: YesNo | None = None
    proof_of_service: YesNo | None = None
    treatments: tuple[Treatment, ...] = ()
    reason: Text | None = None
    urgent: YesNo | None = None
    conditional: YesNo | None = None
    liability_disputed: YesNo | None = None
    liability_notice_on: Day = None
    form_enclosed: YesNo | None = None
    envelope_enclosed: YesNo | None = None
    recommended_on: Day = None
    rfa_received_on: Day = None
    decided_on: Day = None
    request_sent_on: Day = None
    request_sent_how: Method | None = None
    late_reason: Text | None = None


class Report(Paper):
    """A medical report: from the treating doctor, or from a Qualified Medical Evaluator (QME)."""

    kind: ReportKind | None = None


class Exam(Part):
    """An appointment with a QME."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    on: Day = None


class Case(Part):
    """All answers of one person. Lists from the first day: letters, their treatments, reports, exams.

    `key`: a random number that tells this case's calendar entries from another's; it says nothing about anybody.
    """

    key: Annotated[str, Field(pattern=r"^[0-9a-f]{0,64}$")] = ""
    sample: bool = False
    triage: Triage = Triage()
    worker: Worker = Worker()
    claim: Claim = Claim()
    letters: tuple[Letter, ...] = ()
    reports: tuple[Report, ...] = ()
    exams: tuple[Exam, ...] = ()

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        """Each letter, report and exam has an id of its own, so that dates and papers belong to one of them."""
        ids = [one.id for group in (self.letters, self.reports, self.exams) for one in group]
        if len(ids) != len(set(ids)):
            raise ValueError("two papers have the same id")
        return self

    def answer(self, path: str) -> object:
        """The answer at a dotted path such as "letters.0.served_on"; KeyError where there is none."""
        place: object = self
        for step in path.split("."):
            place = place[int(step)] if isinstance(place, tuple) else getattr(place, step)
        return place

    def answers(self, new: dict[str, object]) -> "Case":
        """A new, checked Case with these answers (dotted path to value) in place of the old ones."""
        data = self.model_dump(mode="json")
        for path, value in new.items():
            *way, last = path.split(".")
            place = data
            for step in way:
                place = place[int(step)] if isinstance(place, list) else place[step]
            place[last] = value
        return Case.model_validate(data)
