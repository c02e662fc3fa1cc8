"""The lines of a log that belong to one letter, where one log holds several.

A line that names no letter belongs to the paper that its log is for: the request for review of a decision, the objection
to a treating doctor's report, the panel form, the selection notice, the records for an evaluator. Everything that reads a
log for such a paper asks here first, so that no other letter of the same log can end its clock. It counts nothing.
"""

from collections.abc import Iterable

from qme_guide.case import Sending
from qme_guide.rules.start import earliest

FIRST = ("objection", "selection-notice")
"""Letters that are the first paper of their log: their lines name them or name nothing, and both mean the same."""


def lines(sendings: Iterable[Sending], wrote: str | None = None) -> tuple[Sending, ...]:
    """The lines about this letter, in their order; None: about the paper that the log is for."""
    return tuple(one for one in sendings if belongs(one, wrote))


def went(sendings: Iterable[Sending], wrote: str | None = None) -> tuple[Sending, ...]:
    """The lines about this letter that did not fail and whose day, or month, was said, in their order."""
    return tuple(one for one in lines(sendings, wrote) if one.result != "failed" and earliest(one.on))


def belongs(line: Sending, wrote: str | None = None) -> bool:
    """This line of a log is about this letter."""
    return _letter(line.wrote) == _letter(wrote)


def _letter(wrote: str | None) -> str | None:
    return None if wrote in FIRST else wrote
