"""Everything that went out in a case, from all its logs, and what each line was: which letter, about what.

It reads the logs and counts nothing. Where a line names no letter it is the paper that its log is for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from qme_guide.case import Case, Sending
from qme_guide.rules.start import earliest

ADMINISTRATOR, QME = "claims_administrator", "qme"
ASKS = ("dispute-letter", "late-report", "claim-file", "form-missing", "imr-authorize", "interpreter-request", "travel-request", "records-request")
"""Letters that ask for an answer in writing; no law says by when, so a reminder is all there is."""
FOLLOW_UP = "follow-up"
_LISTS = ("letters", "reports", "panels", "exams")
_ALONE = ("panel_form", "rating")
_FIRST = {
    "letters": {ADMINISTRATOR: "claims-copy", "reviewer": "imr-request"}, "reports": {None: "objection"}, "panels": {None: "selection-notice"},
    "panel_form": {ADMINISTRATOR: "panel-copy", None: "form105"}, "exams": {QME: "qme-letter", None: "serve-records"}, "rating": {None: "rating-reconsider"},
}  # fmt: skip


@dataclass(frozen=True)
class Sent:
    """A line of a log. about: what it belongs to ("report-2", "panel_form"); nothing for a letter of the whole case. path: its log."""

    about: str
    path: str
    line: Sending

    @property
    def paper(self) -> str:
        """Which letter it was, by its name; "other" when nobody can tell."""
        papers = _FIRST.get(self.path.partition(".")[0], {})
        return self.line.wrote or papers.get(self.line.to) or papers.get(None) or "other"

    @property
    def day(self) -> date | None:
        """The day it went, or the first day of its month; None while nobody said, and for what failed."""
        return None if self.line.result == "failed" else earliest(self.line.on)


def everything(case: Case) -> tuple[Sent, ...]:
    """Every line of every log, the newest first; those without a day before them all."""
    return tuple(sorted(_all(case), key=lambda one: earliest(one.line.on) or date.max, reverse=True))


def waits(case: Case, one: Sent) -> bool:
    """An answer in writing was asked for and has not come."""
    asked = one.paper in ASKS and one.line.to == ADMINISTRATOR and one.day is not None
    return asked and one.line.answered_on is None and not followed(case, one)


def followed(case: Case, one: Sent) -> bool:
    """A follow-up letter about it went out: the same log, on that day or later."""
    return any(other.line.wrote == FOLLOW_UP and other.day and one.day and other.day >= one.day for other in _all(case) if other.path == one.path)


def open_one(case: Case) -> Sent | None:
    """What a follow-up letter is about when nothing is named: the first letter sent that waits for an answer, else the first that asked."""
    asked = [one for one in reversed(everything(case)) if one.paper in ASKS and one.line.to == ADMINISTRATOR and one.day]
    return next((one for one in asked if waits(case, one)), next(iter(asked), None))


def _all(case: Case) -> Iterator[Sent]:
    for group in _LISTS:
        for number, holder in enumerate(getattr(case, group)):
            yield from (Sent(holder.id, f"{group}.{number}.sendings", line) for line in holder.sendings)
    for name in _ALONE:
        yield from (Sent(name, f"{name}.sendings", line) for line in getattr(case, name).sendings)
    yield from (Sent("", "sendings", line) for line in case.sendings)
