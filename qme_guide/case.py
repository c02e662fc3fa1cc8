"""The answers a person gave, and nothing else.

A `Case` is frozen. Every answer may be `None` (not asked yet) and almost every answer may be "unsure",
which is an answer of its own. Nothing that can be computed is kept here: dates, the road and the papers
are derived again each time, so nothing goes stale. This module knows no law, no words and no files.
"""

from typing import Annotated, Self

from pydantic import Field, model_validator

from qme_guide.answers import UNSURE, Day, Denied, Exit, HelperRole, Holder, Id, Line, Method, Moment, Part, Place, RecordKind, RecordState, Speaks, Text, YesNo
from qme_guide.case_exam import Ability, Earlier, Evening, Event, Function, Job, JobTask, PlanMark, Practised
from qme_guide.case_letter import Letter, Paper, Review, Sending, Treatment
from qme_guide.case_panel import Call, Exam, Panel, PanelDoctor, PanelForm, Route
from qme_guide.case_report import Correction, Disputing, Finding, Looked, Rating, Report, ReportError

__all__ = [
    "UNSURE", "Ability", "Call", "Case", "Claim", "Correction", "Day", "Denied", "Disputing", "Doctor", "Earlier", "Evening", "Event", "Exam", "Exit",
    "Finding", "Function", "Helper", "Job", "JobTask", "Letter", "Line", "Looked", "Method", "Moment", "Panel", "PanelDoctor", "PanelForm", "Paper", "Part",
    "Place", "PlanMark", "Practised", "Rating", "Record", "Report", "ReportError", "Review", "Route", "Sending", "Text", "Treatment", "Triage",
    "Worker", "YesNo",
]  # fmt: skip


class Triage(Part):
    """The first five questions: which road is this person's?"""

    danger: YesNo | None = None
    lawyer: YesNo | None = None
    denied: Denied | None = None
    own_doctor: YesNo | None = None
    exits: tuple[Exit, ...] | None = None


class Worker(Part):
    """Who asks. Everything here is optional; a paper prints a line to fill in for what is missing.

    born_on only helps to see a date on the timeline that cannot be; no paper prints it.
    language: the one the worker reads best, for whoever helps.
    """

    name: Line | None = None
    language: Speaks | None = None
    address: Text | None = None
    phone: Line | None = None
    born_on: Day = None


class Helper(Part):
    """Who types for the worker, if anybody does. No paper that is sent names the helper.

    helping: somebody other than the worker types. agreed: the worker asked for the help and decides what goes out.
    here: the worker sits beside, or can be asked now.
    """

    helping: YesNo | None = None
    role: HelperRole | None = None
    name: Line | None = None
    office: Line | None = None
    agreed: YesNo | None = None
    here: YesNo | None = None


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


class Doctor(Part):
    """The treating doctor who asked for the treatment, and how to reach the clinic."""

    name: Line | None = None
    clinic: Line | None = None
    address: Text | None = None
    phone: Line | None = None
    fax: Line | None = None


class Record(Part):
    """One medical or other paper that helps: what it is, its date, whether it is there, and who holds it."""

    id: Id
    kind: RecordKind | None = None
    about: Line | None = None
    dated_on: Day = None
    state: RecordState | None = None
    holder: Holder | None = None
    holder_name: Line | None = None
    holder_address: Text | None = None
    asked_on: Day = None


class Case(Part):
    """All answers of one person. Lists: letters and their treatments, records, reports, panels, exams, events.

    sendings: the log of letters that belong to none of these.
    `key`: a random number that tells this case's calendar entries from another's; it says nothing about anybody.
    """

    key: Annotated[str, Field(pattern=r"^[0-9a-f]{0,64}$")] = ""
    sample: Annotated[bool, Field(strict=True)] = False
    helper: Helper = Helper()
    triage: Triage = Triage()
    worker: Worker = Worker()
    claim: Claim = Claim()
    doctor: Doctor = Doctor()
    records: tuple[Record, ...] = ()
    letters: tuple[Letter, ...] = ()
    route: Route = Route()
    reports: tuple[Report, ...] = ()
    rating: Rating = Rating()
    sendings: tuple[Sending, ...] = ()
    panel_form: PanelForm = PanelForm()
    panels: tuple[Panel, ...] = ()
    exams: tuple[Exam, ...] = ()
    events: tuple[Event, ...] = ()
    function: Function = Function()
    practice: tuple[Practised, ...] = ()

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        """Each letter, record, report, panel, exam and event has an id of its own, so that dates and papers belong to one of them."""
        ids = [one.id for group in (self.letters, self.records, self.reports, self.panels, self.exams, self.events) for one in group]
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
