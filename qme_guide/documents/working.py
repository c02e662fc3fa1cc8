"""Tell how a date was counted: each step of a Deadline as one plain sentence, in any language.

The sentences are in content/<language>/working.yaml, the names of closed days in closed_days.yaml; this module only
chooses which sentence a step needs. It does no counting and knows no law.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Protocol

from qme_guide.rules.deadline import Deadline, Over, Step
from qme_guide.rules.result import BOTH, OUTSIDE, SAFE

_WEEKEND = ("saturday", "sunday")
_ROLLS = ("back_over", "forward_over")
_COUNTED = ("add", "back", "count", "count_back", "hours")
_SINGLE = 1  # "1 year", "1 business day": languages have a form of their own for one


class Sayer(Protocol):
    """Words that fill a sentence; dates among the facts come out in full."""

    def say(self, key: str, **facts: object) -> str: ...


def tell(deadline: Deadline, words: Sayer, start: str | None = None) -> tuple[str, ...]:
    """The working as sentences, in order.

    start: a sentence to stand for the day the count begins, for a screen that counts from a stand-in (for example
    from the printed date, because the day of receipt is not known).
    """
    last = [step for step in deadline.steps if step.kind == "approximate"]
    told = [step for step in deadline.steps if step.kind != "approximate"]
    sentences = list(_run([step for step in told if step.which == BOTH], words, start))
    sentences[:] = [*sentences, *_way(deadline, words)]
    for which in (SAFE, OUTSIDE):
        if own := [step for step in told if step.which == which]:
            sentences.append(words.say(f"working.which.{which}"))
            sentences.extend(_run(own, words, None, _end([step for step in told if step.which == BOTH])))
    sentences.extend(words.say("working.approximate", day=step.day) for step in last)
    return tuple(sentences)
