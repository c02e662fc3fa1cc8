"""What to look at again after a paper was sent: failed sendings, missing proof, whether it arrived, the copy that is due.

The days are our own advice (DESIGN, `follow_up` in content/law/practice.yaml), counted in days on which State offices
are open. For the request itself no follow-up comes after its SAFE date while the paper went out before it, so that
there is still time to send it again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from qme_guide.case import Letter, Sending
from qme_guide.days import DAY, nth_open
from qme_guide.law import Law, NotInForce
from qme_guide.law_calendar import BeyondTable
from qme_guide.rules import imr, logs
from qme_guide.rules.deadline import Missing
from qme_guide.rules.start import earliest

AGAIN, PROOF, ARRIVED, COPY = "again", "proof", "arrived", "copy"
NOW = (AGAIN, COPY)
"""What to do at once; the other two have a day of their own."""
ADMINISTRATOR = "claims_administrator"
QUICK = ("fax", "email")


@dataclass(frozen=True)
class FollowUp:
    """One thing to look at again: what (again, proof, arrived, copy), about which line of the log, and from which day."""

    kind: str
    sending: Sending
    day: date


def follow_ups(letter: Letter, law: Law) -> tuple[FollowUp, ...]:
    """Everything still open about the sendings of a letter, soonest first; nothing once an answer came to the request."""
    if _answered(letter):
        return ()
    return tuple(sorted(_open(letter, law), key=lambda one: one.day))


def _answered(letter: Letter) -> bool:
    """The reviewer wrote back, so the request is there."""
    review = letter.review
    return review.answer in ("more", "eligible", "not_eligible") or any(map(earliest, (review.assigned_on, review.decided_on)))


def _open(letter: Letter, law: Law) -> Iterator[FollowUp]:
    for line in logs.lines(letter.sendings):
        day = earliest(line.on)
        if day and line.result == "failed" and not _sent_again(letter, line, day):
            yield FollowUp(AGAIN, line, day)
        if day and line.result != "failed" and line.to in (imr.REVIEWER, ADMINISTRATOR):
            yield from _looks(letter, line, day, law)
    went = imr.request_sent(letter)
    if went and not any(line.to == ADMINISTRATOR and line.result != "failed" for line in logs.lines(letter.sendings)):
        yield FollowUp(COPY, went, earliest(went.on))


def _sent_again(letter: Letter, failed: Sending, day: date) -> bool:
    """The same paper went out on that day or later, and nobody says that it failed."""
    others = (one for one in logs.lines(letter.sendings) if one.to == failed.to and one.result != "failed")
    return any((earliest(one.on) or date.min) >= day for one in others)


def _looks(letter: Letter, line: Sending, day: date, law: Law) -> Iterator[FollowUp]:
    """Is the proof there, and for the request: did it arrive?"""
    days = law.practice.follow_up
    if line.proof in (None, "none"):
        yield from _on(PROOF, line, after(day, days.proof_open_days, law))
    there = any(one.to == imr.REVIEWER and one.result == "arrived" for one in logs.lines(letter.sendings))
    if line.to == imr.REVIEWER and line.how != "personal" and not there:
        found = after(day, days.fax_open_days if line.how in QUICK else days.mail_open_days, law)
        safe = _safe(letter, law)
        yield from _on(ARRIVED, line, min(found, safe) if found and safe and day < safe else found)


def _on(kind: str, line: Sending, day: date | None) -> Iterator[FollowUp]:
    if day:
        yield FollowUp(kind, line, day)


def after(day: date, open_days: int, law: Law) -> date | None:
    """So many days later on which State offices are open; None beyond the table of closed days, and beyond the last day that there is."""
    try:
        return nth_open(day, open_days, DAY, law.calendar.is_office_closed)
    except (BeyondTable, OverflowError):
        return None


def _safe(letter: Letter, law: Law) -> date | None:
    """By which day the request must be there; None when that cannot be said."""
    try:
        found = imr.request(letter, law, None)
    except NotInForce:
        return None
    return None if isinstance(found, Missing) else found.first.safe
