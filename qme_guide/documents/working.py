"""Tell how a date was counted: each step of a Deadline as plain sentences, in any language.

The sentences are in content/<language>/working.yaml, the names of closed days in closed_days.yaml; this module only
chooses which sentence a step needs. It does no counting and knows no law.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Protocol

from qme_guide.rules.deadline import Deadline, Over, Step
from qme_guide.rules.result import BOTH, OUTSIDE, SAFE

_WEEKEND = ("saturday", "sunday")
_SINGLE = 1  # languages have a form of their own for one: "1 year"
# Two dates that are no "safe date" or "late only after" (deadlines table, section 5.4): told as the first and the second.
_OWN_MEANING = ("late-report-object", "qme-exam-90", "recon-deemed-denied-60", "first-day-counted")


class Sayer(Protocol):
    """Words that fill a sentence; dates among the facts come out in full."""

    def say(self, key: str, **facts: object) -> str: ...

    def short_day(self, day: date) -> str: ...


def tell(deadline: Deadline, words: Sayer, start: str | None = None) -> tuple[str, ...]:
    """The working of both dates as sentences, in order; none for a clock that computes nothing.

    start: a sentence to say instead of the one for the start, for a screen that counts from a stand-in (the
    printed date, because the day of receipt is not known).
    """
    shared = _of(deadline, BOTH)
    first, *rest = list(_sentences(shared, words)) or [""]
    sentences = [start or first, *_way(deadline, words), *rest] if shared else []
    for which in (SAFE, OUTSIDE):
        if _exists(deadline, which):
            sentences.extend(_own(deadline, which, words, shared[-1].day if shared else None))
    sentences.extend(words.say("working.approximate", day=step.day) for step in deadline.steps if step.kind == "approximate")
    return tuple(sentences)


def tell_first(deadline: Deadline, words: Sayer, start: str | None = None) -> tuple[str, ...]:
    """The working of the first date alone, for a sheet with little room: where the count begins and where each step leads.

    Which days are closed is left out. start: as for `tell`.
    """
    steps = [replace(step, over=()) for step in deadline.steps if step.which in (BOTH, SAFE) and step.kind != "approximate"]
    first, *rest = [said for said in _sentences(steps, words) if said] or [""]
    return (start or first, *rest)


def _of(deadline: Deadline, which: str) -> list[Step]:
    """The steps of one date, or of both; the last remark is told apart."""
    return [step for step in deadline.steps if step.which == which and step.kind != "approximate"]


def _exists(deadline: Deadline, which: str) -> bool:
    """A date that is told: it is there, or it was refused; a screen may have left it out on purpose."""
    dates = {SAFE: deadline.safe, OUTSIDE: deadline.outside}
    return dates[which] is not None or which in deadline.refused


def _own(deadline: Deadline, which: str, words: Sayer, before: date | None) -> Iterator[str]:
    """The steps of one date alone, under its heading; the second date may be the day that both were counted to."""
    if own := _of(deadline, which):
        yield words.say(_heading(deadline, which))
        yield from _sentences(own, words, before)
    elif which == OUTSIDE and _of(deadline, SAFE):
        yield words.say(_heading(deadline, which))
        yield words.say("working.as_counted", day=deadline.outside)


def _heading(deadline: Deadline, which: str) -> str:
    """The key of the words before the steps of one date: what this date is, for this kind of clock."""
    if which == OUTSIDE and deadline.outside and deadline.outside == deadline.safe:
        return "working.which.same"
    return f"working.which.{'plain' if deadline.rule in _OWN_MEANING else deadline.kind}.{which}"


def _way(deadline: Deadline, words: Sayer) -> Iterator[str]:
    """How the paper was given, where to and where from, when the clock looks at it, and that this adds no day."""
    if deadline.method and deadline.address:
        yield words.say(f"working.method.{deadline.method}")
        yield words.say(f"working.address.{deadline.address}")
    if deadline.mailed_from and deadline.method != "personal":
        yield words.say(f"working.mailed_from.{deadline.mailed_from}")
    if deadline.extra == 0:
        yield words.say("working.no_extra")


def _sentences(steps: Sequence[Step], words: Sayer, before: date | None = None) -> Iterator[str]:
    """Each step after the other; `before` is the day the first one counts from."""
    for step in steps:
        yield from _step(step, before, words)
        before = step.day


def _step(step: Step, before: date | None, words: Sayer) -> Iterator[str]:
    match step.kind:
        case "start" | "cap" | "cap_later":
            yield words.say(f"working.{step.kind}.{step.name}", day=step.day)
        case "add" | "back" | "count" | "count_back" | "hours":
            yield words.say(_counted(step), n=step.n, start=before, day=step.day)
            yield from _why(step, before, words)
        case "count_weekdays":
            yield words.say("working.count_weekdays", n=step.n, start=before, day=step.day)
        case "extra" | "extra_wait" | "extra_off" | "day_number":
            yield words.say(f"working.{step.kind}", n=step.n, day=step.day)
        case "back_over" | "forward_over":
            yield " ".join(_passed(step.over, words))
            yield words.say(f"working.{step.kind}", day=step.day)
        case "stays":
            yield from (_named("stays", closed, words, closed.day) for closed in step.over)
        case _:
            yield words.say(f"working.{step.kind}", day=step.day)


def _counted(step: Step) -> str:
    """The key for so many units: one has its own sentence."""
    single = "_one" if step.n == _SINGLE else ""
    return f"working.{step.kind}.{step.unit.replace(' ', '_')}{single}"


def _why(step: Step, before: date | None, words: Sayer) -> Iterator[str]:
    """What a count needs to be understood: the days it left out, or a month that has no such day."""
    if step.unit in ("months", "years") and before and before.day != step.day.day:
        yield words.say("working.no_such_day", n=before.day)
    if step.over:
        yield " ".join(_left_out(step.over, words))


def _named(kind: str, closed: Over, words: Sayer, day: date | str) -> str:
    """A sentence about one closed day: a weekend, or a day with a name."""
    if closed.id in _WEEKEND:
        return words.say(f"working.{kind}_weekend", day=day)
    return words.say(f"working.{kind}_named", day=day, name=words.say(f"closed_days.{closed.id}"))


def _passed(over: Sequence[Over], words: Sayer) -> Iterator[str]:
    """Why each day was passed over; a Saturday and its Sunday in one sentence, and no year."""
    for weekend, group in groupby(over, key=lambda closed: closed.id in _WEEKEND):
        match list(group):
            case [other, last] if weekend:
                yield words.say("working.closed_weekend_two", other=words.short_day(other.day), day=words.short_day(last.day))
            case several:
                yield from (_named("closed", closed, words, words.short_day(closed.day)) for closed in several)


def _left_out(over: Sequence[Over], words: Sayer) -> Iterator[str]:
    """Which days a count left out; weekends once, named days each."""
    if any(closed.id in _WEEKEND for closed in over):
        yield words.say("working.weekends_left_out")
    for closed in over:
        if closed.id not in _WEEKEND:
            yield words.say("working.left_out", day=words.short_day(closed.day), name=words.say(f"closed_days.{closed.id}"))
