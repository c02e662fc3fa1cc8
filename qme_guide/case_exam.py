"""The answers around a QME exam: the timeline, what a person can and cannot do, what was practised, the plan, the evening after.

Everything here is in the person's own words or one of a few choices. `private` things print only where that was chosen.
"""

from qme_guide.answers import (
    Day, EventKind, Id, Level, Line, Mark, Moment, Near, Part, PlanTask, Private, Prompt, Scale, Source, Text, WhatOfLife, YesNo,
)  # fmt: skip


class Event(Part):
    """One thing that happened, and when, as exactly as the person knows.

    on: a day, month, season or year. near: on it, about then, before or after it. beside: id of another event, for "before
    the surgery". until: the end of what lasted. told_by: who said so. rest, active, worst: pain from 0 to 10. often, lasts: how
    often it comes, how long it stays. record: id of a paper on the list of records that shows it; proof: another paper, in words.
    """

    id: Id
    kind: EventKind | None = None
    on: Moment = None
    near: Near | None = None
    beside: Id | None = None
    until: Moment = None
    source: Source | None = None
    told_by: Line | None = None
    body_part: Line | None = None
    what: Text | None = None
    rest: Scale | None = None
    active: Scale | None = None
    worst: Scale | None = None
    often: Line | None = None
    lasts: Line | None = None
    stops: Text | None = None
    good_day: Text | None = None
    bad_day: Text | None = None
    record: Id | None = None
    proof: Line | None = None
    private: Private | None = None


class JobTask(Part):
    """One thing the job asked for: what, how often, how heavy or how long."""

    id: Id
    what: Line | None = None
    often: Line | None = None
    weight: Line | None = None


class Job(Part):
    """The job at the time of the injury."""

    title: Line | None = None
    hours: Line | None = None
    tasks: tuple[JobTask, ...] = ()


class Ability(Part):
    """One part of daily life or one function of work, before the injury and now.

    minutes: how long before stopping. amount: how much. task: id of the job task that asks for it.
    """

    id: Id
    what: WhatOfLife | None = None
    before: Line | None = None
    now: Level | None = None
    minutes: Line | None = None
    amount: Line | None = None
    example: Text | None = None
    good_day: Line | None = None
    bad_day: Line | None = None
    task: Id | None = None


class Earlier(Part):
    """Earlier problems in the same part of the body: whether there were any, what, and how they were just before the injury."""

    had: YesNo | None = None
    about: Text | None = None
    just_before: Text | None = None


class Function(Part):
    """What a person can and cannot do. skipped: the parts the person chose not to speak about."""

    job: Job = Job()
    abilities: tuple[Ability, ...] = ()
    skipped: tuple[WhatOfLife, ...] = ()
    earlier: Earlier = Earlier()


class Practised(Part):
    """One practice prompt and the person's own words. Private: it prints only on the person's own sheet."""

    id: Prompt
    text: Text | None = None


class PlanMark(Part):
    """How a task of the plan stands: done, skipped or cannot be done, and why."""

    task: PlanTask
    state: Mark | None = None
    reason: Line | None = None


class Evening(Part):
    """The ten questions of the evening after the exam. arrived, seen, ended: the times as they were written down."""

    arrived: Line | None = None
    seen: Line | None = None
    ended: Line | None = None
    examiner: Line | None = None
    asked: Text | None = None
    parts: Text | None = None
    tests: Text | None = None
    interpreter: YesNo | None = None
    papers: Text | None = None
    trouble: Text | None = None
    unsaid: Text | None = None
    after: Text | None = None
    written_on: Day = None

    @property
    def written(self) -> bool:
        """More than the times, which a tap on the day itself notes: some of the evening's questions were gone through."""
        return self.written_on is not None
