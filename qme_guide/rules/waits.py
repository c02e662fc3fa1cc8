"""Lines 8 and 9 of section 5.1, the two helpers, and the table of all ways of counting."""

from collections.abc import Callable, Mapping

from qme_guide.law import Clock
from qme_guide.rules import lines
from qme_guide.rules.lines import CALENDAR_DAYS, Ask
from qme_guide.rules.walk import BAD, OFFICE, SURE, Walk

Line = Callable[[Walk, Ask], None]


def wait_first_working_day(walk: Walk, ask: Ask) -> None:
    """Line 8. SAFE strictly after, OUTSIDE on or after."""
    walk.add(ask.n, ask.unit)
    if walk.is_safe:
        walk.extra("extra_wait", ask.extra, CALENDAR_DAYS)
        walk.next_day()
    walk.roll_forward(BAD if walk.is_safe else OFFICE)


def wait_days(walk: Walk, ask: Ask) -> None:
    """Line 8, days."""
    walk.add(ask.n, ask.unit)
    if walk.is_safe:
        walk.extra("extra_wait", ask.extra, CALENDAR_DAYS)
        walk.roll_forward(BAD)


def wait_day_after(walk: Walk, ask: Ask) -> None:
    """Line 8, the day after: never rolled."""
    walk.add(ask.n, ask.unit)
    walk.next_day()


def wait_months(walk: Walk, ask: Ask) -> None:
    """Line 8, months: not rolled."""
    walk.add(ask.n, ask.unit)
    if walk.is_safe:
        walk.next_day()


def wait_after_working_days(walk: Walk, ask: Ask) -> None:
    """Line 8, after working days: the open day that follows the n-th."""
    closed = BAD if walk.is_safe else OFFICE
    walk.count(ask.n, ask.unit, closed)
    walk.next_day()
    walk.roll_forward(closed)


def wait_after_roll(walk: Walk, ask: Ask) -> None:
    """Line 8, after the roll: the result is not rolled."""
    walk.add(ask.n, ask.unit)
    if walk.is_safe:
        walk.roll_forward(BAD)
    walk.next_day()


def late_report(walk: Walk, ask: Ask) -> None:
    """Line 9. Neither result is rolled: SAFE may be a Sunday. n is the day after the last one for the report."""
    walk.day_number(ask.n - 1)
    if not walk.is_safe:
        walk.roll_forward(BAD)
    walk.next_day()


def first_day_counted(walk: Walk, _: Ask) -> None:
    """Helper: the day after the start, and no SAFE."""
    if walk.is_safe:
        walk.nothing()
    else:
        walk.next_day()


def roll(walk: Walk, _: Ask) -> None:
    """Helper: one day, rolled."""
    if walk.is_safe:
        walk.roll_back(BAD)
    else:
        walk.roll_forward(SURE)


LINES: Mapping[str, Line] = {
    "worker days": lines.worker_days,
    "other days": lines.other_days,
    "worker business-days": lines.worker_business_days,
    "other business-days": lines.other_business_days,
    "years": lines.worker_days,
    "back-days": lines.back_days,
    "back-business-days": lines.back_business_days,
    "hours": lines.hours,
    "exam-window": lines.exam_window,
    "wait-first-working-day": wait_first_working_day,
    "wait-days": wait_days,
    "wait-day-after": wait_day_after,
    "wait-months": wait_months,
    "wait-after-working-days": wait_after_working_days,
    "wait-after-roll": wait_after_roll,
    "late-report": late_report,
    "first-day-counted": first_day_counted,
    "roll": roll,
}


def line_of(clock: Clock) -> Line:
    """How this clock counts; days and business days are counted differently for the worker and the other side."""
    return LINES.get(clock.calc) or LINES[f"{clock.kind} {clock.calc}"]
