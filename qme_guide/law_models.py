"""The shapes of the law files, as a lawyer writes them. Only shapes: what must agree between files is checked
in `law_checks`, and how a clock counts is the business of `rules`.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, Strict

from qme_guide.content import Entry

Day = Annotated[date, Strict()]
Number = Annotated[int, Strict(), Field(gt=0)]
Filled = Annotated[str, Field(min_length=1)]
Keys = tuple[Filled, ...]
Kind = Literal["worker", "other", "wait"]
Unit = Literal["calendar days", "business days", "working days", "normal business days", "hours", "months", "years", "none"]
Calc = Literal[
    "days", "business-days", "back-days", "back-business-days", "years", "hours", "exam-window",
    "wait-first-working-day", "wait-days", "wait-day-after", "wait-months", "wait-after-working-days",
    "wait-after-roll", "late-report", "first-day-counted", "roll", "none",
]  # fmt: skip
Policy = Literal["none", "mail", "any", "back-any", "longest"]
Best = Literal["PRIMARY", "SECONDARY", "DESIGN", "UNCONFIRMED"]


_OLD = "†"
_DOUBTS = ("not read", "still says")
# What a citation says about itself in words; "(2011, en banc)", a year or a letter of a section belong to it.
_REMARK = re.compile(r" \((?:[a-z]{3,}|DWC|\+\d)[^()]*\)")


class NotInForce(Exception):
    """No wording of this clock that we know was in force on that day. Names the clock, never the day."""


class Cap(Entry):
    """Another limit: when `input` is given, the clock `rule` counts too and the earlier date is taken."""

    input: Filled
    rule: Filled


class Alternative(Entry):
    """Other values for the same clock, asked for with a question of its own; or another clock (`rule`)."""

    rule: str | None = None
    n: Number | None = None
    unit: Unit | None = None
    calc: Calc | None = None
    start_input: str | None = None
    when: Filled
    status: Filled


class Version(Entry):
    """One wording of a clock: in force `from` its first day `until` its last, both counted; none = open."""

    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    since: str | None = None
    n: Number | None = None
    unit: Unit
    unit_text: str | None = None
    due_n: Number | None = None
    due_input: str | None = None
    late_after_n: Number | None = None
    late_after_extra_days: Number | None = None
    second_n: Number | None = None
    records_earlier_n: Number | None = None
    cap: Cap | None = None
    alternatives: tuple[Alternative, ...] = ()

    def covers(self, day: date) -> bool:
        """In force on this day."""
        return (self.from_ or date.min) <= day <= (self.until or date.max)


class Checked(Entry):
    """What every shown number carries: its sources, their status, and when it was and will be checked."""

    citation: Filled
    sources: Keys
    status: Filled
    as_of: Day
    check_by: Day
    legal_review: Filled


class Clock(Checked):
    """One clock with its history. `id` and `group` come from the place where it stands."""

    id: Filled
    group: Filled
    name: Filled
    who: str | None = None
    kind: Kind
    calc: Calc
    start_input: str | None = None
    start: str | None = None
    condition: str | None = None
    service_extension: Policy
    arrive_or_sent: str | None = None
    versions: Annotated[tuple[Version, ...], Field(min_length=1)]
    link: str | None = None
    rests_on: Best
    show: Literal["date", "target", "no-date"]
    if_missed: str | None = None
    also_tell: str | None = None

    def version_on(self, day: date) -> Version:
        """The wording in force on this day. Raises NotInForce before the first, after the last, in a gap."""
        for version in self.versions:
            if version.covers(day):
                return version
        raise NotInForce(self.id)

    @property
    def shown_citation(self) -> str:
        """The citation for people, in no language: without remarks, the statute alone where the rest was replaced ("†")."""
        bare = _REMARK.sub("", self.citation)
        kept = [part for part in bare.split("; ") if not any(mark in part for mark in (_OLD, *_DOUBTS))]
        return "; ".join(kept) or bare.replace(_OLD, "")

    @property
    def newest(self) -> Version:
        """The wording in force last."""
        return self.versions[-1]


class Source(Entry):
    """Where a fact was read. `as_of`: the first day the copy's own stamp can mean; none when `undated`."""

    what: Filled
    kind: Literal["law", "decision", "news", "page", "article"]
    as_of: Day | None = None
    undated: bool = False
    stamp: str | None = None
    replaced: bool = False
    section_page: str | None = None


class Fact(Checked):
    """A fact that is not a clock, with the numbers in it by name; statistics have a year, new rules their first day."""

    text: Filled
    year: int | None = None
    applies_from: Day | None = None
    values: Mapping[str, int | float] = {}
