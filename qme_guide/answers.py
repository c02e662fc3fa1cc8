"""The kinds of answers: a day, a yes or no, one of a list, a line, a text. This module knows no question and no law."""

import re
from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

UNSURE = "unsure"
# No calendar has a year 0.
_YEAR = r"(?!0000)[0-9]{4}"
_DAY = re.compile(rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}")
_MONTH = re.compile(rf"{_YEAR}-(0[1-9]|1[0-2])")
SEASONS = ("winter", "spring", "summer", "fall")
_ABOUT = re.compile(rf"{_YEAR}(-({'|'.join(SEASONS)}))?")


def _day(value: object) -> object:
    """A day is a date, a month when only the month is known ("2026-10"), or "unsure"; no other shape."""
    if value is None or value == UNSURE or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        return date.fromisoformat(value)
    if isinstance(value, str) and _MONTH.fullmatch(value):
        return value
    raise ValueError("a day is YYYY-MM-DD, YYYY-MM or unsure")


def exact_day(value: object) -> object:
    """A date as it stands in a file ("2026-11-21"), or none; no number and no other shape."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        return date.fromisoformat(value)
    if value is None:
        return None
    raise ValueError("a day is YYYY-MM-DD")


def _moment(value: object) -> object:
    """A moment is a day or a month, a season ("2026-summer") or a year ("2026") when no more is known, or "unsure"."""
    return value if isinstance(value, str) and _ABOUT.fullmatch(value) else _day(value)


# As other programs are told what a day is; the checks above say the same.
_EXACT = {"type": "string", "format": "date", "pattern": f"^{_DAY.pattern}$"}
_NONE = {"type": "null"}
EXACT_DAY_SCHEMA = {"anyOf": [_EXACT, _NONE]}
DAY_SCHEMA = {"anyOf": [_EXACT, {"type": "string", "pattern": f"^{_MONTH.pattern}$"}, {"const": UNSURE}, _NONE]}
MOMENT_SCHEMA = {"anyOf": [*DAY_SCHEMA["anyOf"], {"type": "string", "pattern": f"^{_ABOUT.pattern}$"}]}

Day = Annotated[date | str | None, BeforeValidator(_day), WithJsonSchema(DAY_SCHEMA)]
Moment = Annotated[date | str | None, BeforeValidator(_moment), WithJsonSchema(MOMENT_SCHEMA)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
Line = Annotated[str, Field(max_length=300)]
Text = Annotated[str, Field(max_length=20_000)]

YesNo = Literal["yes", "no", "unsure"]
Speaks = Literal["es", "en", "other", "unsure"]
HelperRole = Literal["family", "friend", "volunteer", "other"]
Method = Literal["personal", "mail", "fax", "email", "overnight", "unsure"]
Place = Literal["ca", "us", "abroad", "safe-at-home", "unsure"]
Denied = Literal["treatment", "claim", "body_part", "delay", "other", "unsure"]
Exit = Literal["union", "health_plan", "elsewhere", "public_safety", "old_injury", "minor", "death", "none", "unsure"]
Decision = Literal["denied", "changed", "unsure"]
ReportKind = Literal["treating", "qme", "unsure"]
# What the letter gives as its reason, in our own grouping (rules/reasons.py).
Reason = Literal[
    "few_facts", "form_faulty", "old_papers", "missing_test", "wrong_match", "guideline_against", "no_guideline", "first_step",
    "no_progress", "too_much", "visit_limit", "medicine_list", "risk", "done_before", "specialist", "other_way", "not_work", "unclear",
]  # fmt: skip
Signer = Literal["worker", "other", "unsure"]
Recipient = Literal["reviewer", "claims_administrator", "doctor", "medical_unit", "qme", "deu", "administrative_director", "other"]
Proof = Literal["fax_page", "failed_page", "receipt", "tracking", "stamp", "none"]
Arrival = Literal["sent", "arrived", "failed"]
Answer = Literal["waiting", "more", "eligible", "not_eligible", "unsure"]
Result = Literal["upheld", "overturned", "partly", "unsure"]
RecordKind = Literal[
    "rfa", "report", "visit_notes", "therapy_notes", "test_result", "imaging", "medicine_list", "surgery_report", "specialist_report",
    "emergency", "earlier_decision", "job_description", "doctor_letter", "own_statement", "other",
]  # fmt: skip
RecordState = Literal["have", "asked", "cant_get", "not_mine"]
Holder = Literal["doctor", "clinic", "hospital", "laboratory", "pharmacy", "claims_administrator", "employer", "me", "other"]


# What a medical dispute is about (rules/route.py).
Dispute = Literal[
    "treatment", "network_doctor", "claim", "body_part", "permanent", "future_care", "work_status", "permanent_date", "restrictions",
    "other_finding", "unsure",
]  # fmt: skip
ClaimStand = Literal["accepted", "part", "denied", "undecided", "unsure"]
FormFrom = Literal["claims_administrator", "medical_unit", "downloaded", "unsure"]
Ground = Literal[
    "wrong_specialty", "not_in_time", "moved", "same_group", "unavailable", "earlier_gone", "treated_you", "work_area", "medical_cause",
    "late_report", "waited_hour", "other_contact",
]  # fmt: skip


# The timeline (rules/when.py), what a person can do, the practice, the plan and the evening of an exam.
EventKind = Literal["injury", "symptom", "care", "work", "denial", "exam", "other"]
Near = Literal["on", "about", "before", "after"]
Source = Literal["paper", "memory", "told"]
Scale = Literal["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
Private = Literal["private", "open"]
WhatOfLife = Literal[
    "self_care", "talking", "moving", "senses", "hands", "travel", "closeness", "sleep",
    "lift", "carry", "push", "pull", "stand", "sit", "walk", "climb", "bend", "kneel", "twist", "reach", "grasp", "fine_work", "keyboard", "drive",
]  # fmt: skip
Level = Literal["as_before", "slower", "less", "with_help", "not_at_all", "changes"]
Mark = Literal["done", "skipped", "cant"]
PlanTask = Literal[
    "check_notice", "interpreter", "travel", "wages", "ride", "childcare", "ask_sent", "records", "serve", "nonmedical", "deu100", "timeline",
    "function", "practice", "bring", "wear", "eat", "medicine", "card", "rights", "evening", "report_watch",
]  # fmt: skip
Prompt = Literal[
    "injury", "first_days", "care_so_far", "helped", "now", "good_day", "bad_day", "work_tasks", "home_tasks", "sleep", "earlier", "other_causes",
    "body_parts", "future", "unknown",
]  # fmt: skip

# A report: what its parts are about, how one reads, how the worker answers the other side's request, why a rating is
# questioned (Lab. Code 4061(g), 8 CCR 10164), and which letter a line of the log is about.
Topic = Literal[
    "who", "dates", "body_parts", "history", "job", "earlier", "records", "tests", "times", "conclusions", "apportionment", "future_care",
    "restrictions", "signature", "other",
]  # fmt: skip
ReadState = Literal["right", "wrong", "later"]
Answered = Literal["agree", "disagree", "partly"]
RatingGround = Literal["calculation", "not_addressed", "not_complete", "procedure"]
Wrote = Literal[
    "objection", "factual-correction", "correction-reply", "dispute-letter", "late-report", "supplemental-request", "rating-reconsider",
    "claim-file", "records-request", "form-missing", "interpreter-request", "travel-request", "selection-notice", "imr-authorize", "follow-up",
]  # fmt: skip


class Part(BaseModel):
    """A frozen piece of the case that refuses unknown keys and never repeats its input in an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, str_strip_whitespace=True)

    @model_validator(mode="after")
    def _ids_of_a_list_differ(self) -> Self:
        """In each list every line has an id of its own: buttons, calls and appointments name a line by it."""
        for _, group in self:
            lines = group if isinstance(group, tuple) else ()
            ids = [said for one in lines if isinstance(one, Part) for name, said in one if name == "id"]
            if len(ids) != len(set(ids)):
                raise ValueError("two lines of a list have the same id")
        return self
