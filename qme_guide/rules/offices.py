"""When are the State's offices open, as far as our table of closed days reaches? Nothing here counts a deadline."""

from datetime import date

from qme_guide.days import DAY, roll
from qme_guide.law import Law
from qme_guide.law_calendar import BeyondTable


def reopen(day: date, law: Law) -> date | None:
    """The next open office day after this one; None beyond the table."""
    try:
        return roll(day + DAY, DAY, law.calendar.is_office_closed)
    except BeyondTable:
        return None


def closed_after(day: date, law: Law) -> int:
    """How many days in a row the offices are closed right after this day; none beyond the table."""
    opens = reopen(day, law)
    return (opens - day - DAY).days if opens else 0


def next_open(today: date, law: Law) -> date | None:
    """When the offices are closed today: the day on which they open again. None when they are open."""
    try:
        return reopen(today, law) if law.calendar.is_office_closed(today) else None
    except BeyondTable:
        return None
