"""What is wrong in a report: facts, opinions and what is still open, each row with its number.

A fact is what a stranger could check against a paper; "factual error" itself is not defined by the law (8 CCR 37). The
sorting is the worker's answer, never ours. A row has one number on every paper and screen: facts first, so that a letter
about facts alone counts without a gap, then opinions, then what is open; each by the page of the report, and where that is
no number by the order in which they were noted. What says too little for any letter comes after all of these.
"""

import re

from qme_guide.case import UNSURE, Case, Record, Report, ReportError
from qme_guide.rules.records import HAVE

FACT, OPINION, OPEN = "fact", "opinion", "open"
_ORDER = (FACT, OPINION, OPEN)
_SORTS = {"yes": FACT, "no": OPINION, UNSURE: OPEN, None: OPEN}
_DIGITS = re.compile(r"\d{1,6}")


def sort(error: ReportError) -> str:
    """FACT, OPINION, or OPEN while nobody can say."""
    return _SORTS[error.checkable]


def numbered(report: Report) -> tuple[tuple[int, ReportError], ...]:
    """Every row with its number (from 1): facts, opinions, what is open, what says too little; each by page, and without a page in digits last."""
    return tuple(enumerate(sorted(report.errors, key=_place), start=1))


def rows(report: Report, *sorts: str) -> tuple[tuple[int, ReportError], ...]:
    """The numbered rows of these sorts."""
    return tuple((number, one) for number, one in numbered(report) if sort(one) in sorts)


def told(error: ReportError) -> bool:
    """Enough for a letter: more than one word about what the report says or what is true; one alone where the report leaves it out."""
    said = f"{error.says or ''} {error.true or ''}".split()
    return bool(said[1:]) or omitted(error)


def omitted(error: ReportError) -> bool:
    """The worker said that the report leaves out what is true."""
    return bool(error.true) and not error.says and error.left_out == "yes"


def begun(error: ReportError) -> bool:
    """Something was written about it, be it too little for a letter."""
    return bool(error.says or error.true or error.page or error.place)


def page_number(typed: str | None) -> int | None:
    """The page as a number: of "3", "p. 3" or "3-4" the first; None for anything else."""
    found = _DIGITS.search(typed or "")
    return int(found.group()) if found else None


def proofs(case: Case, error: ReportError) -> tuple[Record, ...]:
    """The records of this case that show what is true, in the order of the case."""
    return tuple(one for one in case.records if one.id in error.proof)


def exhibits(case: Case, report: Report, *sorts: str) -> tuple[Record, ...]:
    """Each record in the hand that some row of these sorts names, once, in the order of the rows."""
    named = [record for _, error in rows(report, *sorts) for record in proofs(case, error) if record.state == HAVE]
    return tuple(dict.fromkeys(named))


def missing_records(case: Case, report: Report) -> tuple[Record, ...]:
    """The records in the hand that the report does not list; none while nobody said which ones it lists."""
    if report.listed is None:
        return ()
    return tuple(one for one in case.records if one.state == HAVE and one.id not in report.listed)


def _place(error: ReportError) -> tuple[bool, int, bool, int]:
    page = page_number(error.page)
    return not told(error), _ORDER.index(sort(error)), page is None, page or 0
