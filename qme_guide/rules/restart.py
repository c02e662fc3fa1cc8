"""A request that came back or waits: may it be sent once more, and by when?

Lab. Code 4610.5(h)(2), (k). The date from the letter stands; a notice that another dispute is over gives a new time.
"""

from datetime import date

from qme_guide.case import Letter
from qme_guide.law import Law, NotInForce
from qme_guide.rules import imr, review
from qme_guide.rules.deadline import Deadline, Missing
from qme_guide.rules.start import Start, earliest, exact


def again_by(letter: Letter, law: Law, today: date) -> date | None:
    """The date of the request from the letter, when it is still to come: time to ask whether it can be sent once more."""
    found = _request(letter, law, today)
    return found.first.safe if found and found.first.safe and found.first.safe >= today else None


def after_notice(letter: Letter, law: Law, today: date | None) -> tuple[tuple[Deadline, Start], ...]:
    """A request on hold: the clocks from the notice that the other dispute is over. Lab. Code 4610.5(h)(2), (k)."""
    notice = earliest(letter.liability_notice_on)
    if letter.liability_disputed != "yes" or not notice or review.stage(letter) not in (review.WAITING, review.MORE, review.NOT_ELIGIBLE):
        return ()
    found = _request(letter, law, today)
    start = Start(notice, "review.liability_notice_on", exact(letter.liability_notice_on) is not None)
    clocks = (found.first, *found.others) if found else ()
    return tuple((one, start) for one in clocks if one.counted_from == notice and one.rule != imr.ORDINARY)


def _request(letter: Letter, law: Law, today: date | None) -> imr.Request | None:
    try:
        found = imr.request(letter, law, today)
    except NotInForce:
        return None
    return None if isinstance(found, Missing) else found
