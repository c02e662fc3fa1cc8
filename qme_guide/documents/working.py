"""Tell how a date was counted: each step of a Deadline as plain sentences, in any language.

The sentences are in content/<language>/working.yaml, the names of closed days in closed_days.yaml; this module only
chooses which sentence a step needs. It does no counting and knows no law.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from qme_guide.rules.deadline import Deadline, Over, Step
from qme_guide.rules.result import BOTH, OUTSIDE, SAFE

_WEEKEND = ("saturday", "sunday")
_SINGLE = 1  # languages have a form of their own for one: "1 year"


class Sayer(Protocol):
    """Words that fill a sentence; dates among the facts come out in full."""

    def say(self, key: str, **facts: object) -> str: ...


def tell(deadline: Deadline, words: Sayer, start: str | None = None) -> tuple[str, ...]:
    """The working of both dates as sentences, in order; none for a clock that computes nothing.

    start: a sentence to say instead of the one for the start, for a screen that counts from a stand-in (the
    printed date, because the day of receipt is not known).
    """
    shared = _of(deadline, BOTH)
    first, *rest = list(_sentences(shared, words)) or [""]
    sentences = [start or first, *_way(deadline, words), *rest] if shared else []
    for which in (SAFE, OUTSIDE):
        if (own := _of(deadline, which)) and _exists(deadline, which):
            sentences.append(words.say(f"working.which.{which}"))
            sentences.extend(_sentences(own, words, shared[-1].day if shared else None))
    sentences.extend(words.say("working.approximate", day=step.day) for step in deadline.steps if step.kind == "approximate")
    return tuple(sentences)


def _of(deadline: Deadline, which: str) -> list[Step]:
    """The steps of one date, or of both; the last remark is told apart."""
    return [step for step in deadline.steps if step.which == which and step.kind != "approximate"]


def _exists(deadline: Deadline, which: str) -> bool:
    """A date that is told: it is there, or it was refused; a screen may have left it out on purpose."""
    dates = {SAFE: deadline.safe, OUTSIDE: deadline.outside}
    return dates[which] is not None or which in deadline.refused


def _way(deadline: Deadline, words: Sayer) -> Iterator[str]:
    """How the paper was given and where to, when the clock looks at it."""
    if deadline.method and deadline.address:
        yield words.say(f"working.method.{deadline.method}")
        yield words.say(f"working.address.{deadline.address}")


def _sentences(steps: Sequence[Step], words: Sayer, before: date | None = None) -> Iterator[str]:
    """Each step after the other; `before` is the day the first one counts from."""
    for step in steps:
        yield from _step(step, before, words)
        before = step.day


def _step(step: Step, before: date | None, words: Sayer) -> Iterator[str]:
    match step.kind:
        case "start":
            yield words.say(f"working.start.{step.name}", day=step.day)
        case "add" | "back" | "count" | "count_back" | "hours":
            yield words.say(_counted(step), n=step.n, start=before, day=step.day)
            yield from _left_out(step.over, words)
        case "count_weekdays":
            yield words.say("working.count_weekdays", n=step.n, start=before, day=step.day)
        case "extra" | "extra_wait" | "extra_off":
            yield words.say(f"working.{step.kind}", n=step.n, day=step.day)
        case "back_over" | "forward_over":
            yield from _passed(step.over, words)
            yield words.say(f"working.{step.kind}", day=step.day)
        case _:
            yield words.say(f"working.{step.kind}", day=step.day)


def _counted(step: Step) -> str:
    """The key for so many units: one has its own sentence."""
    single = "_one" if step.n == _SINGLE else ""
    return f"working.{step.kind}.{step.unit.replace(' ', '_')}{single}"


def _passed(over: Sequence[Over], words: Sayer) -> Iterator[str]:
    """Why each day was passed over."""
    for closed in over:
        if closed.id in _WEEKEND:
            yield words.say("working.closed_weekend", day=closed.day)
        else:
            yield words.say("working.closed_named", day=closed.day, name=words.say(f"closed_days.{closed.id}"))


def _left_out(over: Sequence[Over], words: Sayer) -> Iterator[str]:
    """Which days a count left out; weekends once, named days each."""
    if any(closed.id in _WEEKEND for closed in over):
        yield words.say("working.weekends_left_out")
    for closed in over:
        if closed.id not in _WEEKEND:
            yield words.say("working.left_out", day=closed.day, name=words.say(f"closed_days.{closed.id}"))
