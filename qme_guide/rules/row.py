"""One date of a case, counted: what it belongs to, the clock with its two dates, and what to know about its start.

Where the start is no whole, known day the second date is left out, and a wait has no date at all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from qme_guide.law import Law, NotInForce
from qme_guide.rules.deadline import Deadline, Missing, count
from qme_guide.rules.start import Start

WORKER, OTHER, WAIT = "worker", "other", "wait"
CLAIM = "claim"
"""What the dates of the whole claim are about."""


@dataclass(frozen=True)
class Row:
    """One date of the case: what it belongs to ("letter-1", "claim"), the clock, and what to know about its start."""

    about: str
    deadline: Deadline
    start: Start | None = None

    @property
    def exact(self) -> bool:
        """Counted from a whole, known day of its own, not from a stand-in."""
        return self.start is None or self.start.exact

    @property
    def uid(self) -> str:
        """A stable id: the same clock of the same paper keeps it, so a calendar entry is updated, not doubled.

        Of one review two papers can start the same clock: there the name of the start tells them apart.
        """
        of_review = self.start is not None and self.start.field.startswith("review.")
        return f"{self.about}-{self.deadline.rule}-{self.start.field if of_review else self.deadline.counted_input}"


def counted(about: str, rule: str, start: Start, law: Law, also: Mapping[str, date] | None = None) -> Iterator[Row]:
    """The row of one clock; none when its wording was not in force on that day, or for a wait without a whole day.

    also: other days that the clock looks at, by the name of their input.
    """
    if not start.exact and law.clock(rule).kind == WAIT:
        return
    try:
        found = count(law, rule, {law.clock(rule).start_input: start.day, **(also or {})}, in_force=True)
    except NotInForce:
        return
    if isinstance(found, Missing):
        return
    yield Row(about, found if start.exact else replace(found, outside=None), start)
