"""Which day starts a clock? Only exact days a person gave, and never a later one than a sure answer would give.

deadlines.md section 2. "I'm not sure" about service falls back to the earliest day the papers allow; "I only
know the month" counts from the first day of that month. When no paper gives a day there is no date.
"""

from dataclasses import dataclass
from datetime import date

from qme_guide.case import UNSURE, Paper
from qme_guide.rules.deadline import Missing

_FIRST = date.min.day


@dataclass(frozen=True)
class Start:
    """The day a clock starts, the field it came from, and whether that field held an exact day."""

    day: date
    field: str
    exact: bool


def exact(answer: date | str | None) -> date | None:
    """The day, when the answer is one whole day."""
    return answer if isinstance(answer, date) else None


def earliest(answer: date | str | None) -> date | None:
    """The earliest day an answer can mean: itself, or the first day of a month; None when unsure or not asked."""
    if answer is None or answer == UNSURE:
        return None
    return answer if isinstance(answer, date) else date.fromisoformat(f"{answer}-{_FIRST:02d}")


def service(paper: Paper, trust_proof: bool = True) -> Start | Missing:
    """The day of service: the proof of service, else the earliest of letter date, postmark and arrival.

    `trust_proof` is False when the person said that there is no proof of service.
    """
    served = exact(paper.served_on) if trust_proof else None
    if served:
        return _first(_days(paper, "served_on", "received_on"))
    if earliest(paper.printed_on):
        return _first(_days(paper, "printed_on", "postmarked_on", "received_on"))
    if trust_proof and earliest(paper.served_on):
        return _first(_days(paper, "served_on"))
    return Missing(("printed_on",))


def receipt(paper: Paper) -> Start | Missing:
    """The day of receipt; when it is not an exact day, the printed date stands in (and only SAFE is shown)."""
    if exact(paper.received_on):
        return Start(paper.received_on, "received_on", exact=True)
    printed = earliest(paper.printed_on)
    return Start(printed, "printed_on", exact=False) if printed else Missing(("received_on",))


def _days(paper: Paper, *fields: str) -> tuple[Start, ...]:
    """A start for each field that says a day; beside the first field only exact days count."""
    found = []
    for field in fields:
        answer = getattr(paper, field)
        day = earliest(answer) if field == fields[0] else exact(answer)
        if day:
            found.append(Start(day, field, exact=isinstance(answer, date)))
    return tuple(found)


def _first(starts: tuple[Start, ...]) -> Start:
    return min(starts, key=lambda start: start.day)
