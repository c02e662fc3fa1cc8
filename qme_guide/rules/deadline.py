"""One clock, counted: from its start and the way of service to its two dates, with the working (section 5).

`count` is the only door. It reads the inputs, picks the wording, walks to each date on its own, and takes an
earlier limit where the law has one. It knows no words and never asks what day it is.
"""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from qme_guide import days
from qme_guide.law import Alternative, BeyondTable, Cap, Clock, Law, Version
from qme_guide.rules.inputs import Inputs, Unusable, extra_days, is_given, read_day, read_moment, way_of_service
from qme_guide.rules.lines import Ask
from qme_guide.rules.result import OUTSIDE, SAFE, Deadline, Missing, Over, Step
from qme_guide.rules.waits import line_of
from qme_guide.rules.walk import Walk, working

__all__ = ["Deadline", "Missing", "Over", "Step", "count"]


def count(law: Law, rule_id: str, inputs: Inputs, *, in_force: bool = False, alternative: int | None = None) -> Deadline | Missing:
    """The dates of a clock or helper, or the input that is missing or cannot be used.

    inputs: the start under the clock's `start_input` (a date or YYYY-MM-DD; hours: a datetime or
    YYYY-MM-DDTHH:MM), and where the clock looks at them method, address, mailed_from and its other inputs;
    the rest is ignored. in_force: count with the wording of the start day and raise NotInForce where there is
    none; otherwise the newest wording counts. alternative: the index of an alternative to count with instead.
    KeyError for an unknown clock. Source of the rule: the clock's own citation; the method: section 5.
    """
    clock = law.clock(rule_id)
    if alternative is not None:
        chosen = clock.newest.alternatives[alternative]
        if chosen.rule:
            return count(law, chosen.rule, inputs, in_force=in_force)
        clock = _in_place(clock, chosen)
    try:
        return _no_date(clock) if clock.calc == "none" else _deadline(law, clock, inputs, in_force)
    except Unusable as error:
        return Missing((error.name,))


def _in_place(clock: Clock, chosen: Alternative) -> Clock:
    """The same clock with the values of the alternative in place of its own."""
    values = {"n": chosen.n, "unit": chosen.unit}
    versions = tuple(version.model_copy(update=values) for version in clock.versions)
    return clock.model_copy(update={"calc": chosen.calc, "start_input": chosen.start_input, "versions": versions})


def _no_date(clock: Clock) -> Deadline:
    """A clock that computes nothing."""
    return Deadline(
        rule=clock.id, kind=clock.kind, safe=None, outside=None, nominal=None, refused=(), approximate=False,
        counted_from=None, counted_input=_input(clock), method=None, address=None, mailed_from=None, extra=None,
        steps=(), clock=clock, version=clock.newest,
    )  # fmt: skip


def _deadline(law: Law, clock: Clock, inputs: Inputs, in_force: bool) -> Deadline:
    start = _start(clock, inputs)
    version = _wording(clock, start, in_force)
    ask = _ask(law, clock, version, inputs)
    safe, outside = (_walk(law, clock, ask, which, start) for which in (SAFE, OUTSIDE))
    if version.cap and is_given(inputs, version.cap.input):
        safe, outside = (_capped(law, version.cap, walk, inputs) for walk in (safe, outside))
    for walk in (safe, outside):
        _note_closed(walk)
    approximate = (safe.early or outside.early) and bool(safe.found or outside.found)
    policy = law.service_days.policies.get(clock.service_extension)
    return Deadline(
        rule=clock.id,
        kind=clock.kind,
        safe=safe.found,
        outside=outside.found,
        nominal=_nominal(clock, version, start),
        refused=tuple(walk.which for walk in (safe, outside) if walk.refused),
        approximate=approximate,
        counted_from=start,
        counted_input=_input(clock),
        method=way_of_service(inputs, "method", law.service_days) if policy else None,
        address=way_of_service(inputs, "address", law.service_days) if policy else None,
        mailed_from=way_of_service(inputs, "mailed_from", law.service_days) if policy and policy.mailed_from else None,
        extra=ask.extra if policy else None,
        steps=working(safe, outside) + ((Step("approximate", law.calendar.starts),) if approximate else ()),
        clock=clock,
        version=version,
    )


def _input(clock: Clock) -> str:
    """The name of the input a clock starts with; a clock that computes nothing may have none."""
    return clock.start_input or ""


def _start(clock: Clock, inputs: Inputs) -> date:
    """The start: a datetime where hours are counted, else a plain day."""
    return read_moment(inputs, _input(clock)) if clock.calc == "hours" else read_day(inputs, _input(clock))


def _wording(clock: Clock, start: date, in_force: bool) -> Version:
    return clock.version_on(_plain(start)) if in_force else clock.newest


def _ask(law: Law, clock: Clock, version: Version, inputs: Inputs) -> Ask:
    """What the lines count with. The way of service is looked at only where the clock has a policy for it."""
    policy = law.service_days.policies.get(clock.service_extension)
    extra = extra_days(inputs, policy, law.service_days) if policy else 0
    due = version.due_input
    due_start = read_day(inputs, due) if due and is_given(inputs, due) else None
    return Ask(version, extra, due_start, ZoneInfo(law.practice.time_zone))


def _walk(law: Law, clock: Clock, ask: Ask, which: str, start: date) -> Walk:
    """One of the two dates, found or refused on its own."""
    walk = Walk(law.calendar, which, start, _input(clock))
    try:
        line_of(clock)(walk, ask)
    except BeyondTable:
        walk.refuse()
    if walk.found and _plain(walk.found) > law.calendar.ends:
        walk.refuse()
    return walk


def _note_closed(walk: Walk) -> None:
    """A last step for a date that stands on a closed day, because its rule moves it no further."""
    if walk.found is None:
        return
    day = _plain(walk.found)
    if walk.calendar.is_bad(day):
        walk.steps.append(Step("stays", walk.found, over=(Over(day, walk.calendar.why_closed(day)),)))


def _plain(day: date) -> date:
    """The day of a moment, or the day itself."""
    return day.date() if isinstance(day, datetime) else day


def _capped(law: Law, cap: Cap, own: Walk, inputs: Inputs) -> Walk:
    """The earlier of a clock's own date and the date of the limit it names; a refused one is the later (line 6)."""
    clock = law.clock(cap.rule)
    limit = _walk(law, clock, _ask(law, clock, clock.newest, inputs), own.which, _start(clock, inputs))
    limit.early = own.early = own.early or limit.early
    start, *_ = limit.steps
    if own.found is not None and (limit.found is None or own.found <= limit.found):
        own.steps.append(replace(start, kind="cap_later"))
        return own
    if limit.found is None:
        return own
    counted = [step for step in own.steps if step.kind != "refused"]
    limit.steps = counted + [replace(step, kind="cap") if step.kind == "start" else step for step in limit.steps]
    return limit


def _nominal(clock: Clock, version: Version, start: date) -> date | None:
    """The day by the count alone; none for hours and for days that skip closed ones, or outside any calendar."""
    counts = {"calendar days": days.add_days, "months": days.add_months, "years": days.add_years}
    if version.unit not in counts:
        return None
    n = version.n or 0
    try:
        return counts[version.unit](start, -n if clock.calc == "back-days" else n)
    except OverflowError:
        return None
