"""Days that somebody mistyped: another year, the first and the last day that there is."""

from collections.abc import Iterator
from datetime import date

from qme_guide.case import Case
from tests.taking_away import leaves

FAR = (date.min, date(1926, 11, 3), date(2000, 1, 1), date(2099, 11, 3), date.max)


def days_of(case: Case) -> list[str]:
    """The path of every day that was told exactly."""
    return [path for path, _, said in leaves(case) if isinstance(said, date)]


def one_far(case: Case) -> Iterator[Case]:
    """The case with one of its days far off, each in turn."""
    return (case.answers({path: day}) for path in days_of(case) for day in FAR)


def all_far(case: Case) -> Iterator[Case]:
    """The case with all of its days far off."""
    return (case.answers(dict.fromkeys(days_of(case), day)) for day in FAR)
