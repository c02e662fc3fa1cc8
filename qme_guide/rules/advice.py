"""Our own advice about a counted date (DESIGN): not part of the law, always earlier than it asks for."""

from datetime import date

from qme_guide import days
from qme_guide.law import Law
from qme_guide.rules.deadline import Deadline


def records_by(deadline: Deadline, law: Law) -> date | None:
    """By when to serve RECORDS for the QME: some days before SAFE, which is the last line for a letter.

    They may go to the QME only after a wait of their own, so that SAFE would be too late for them. None for a clock
    without such a number, or without a SAFE. Lab. Code 4062.3(b); the number is ours (section 5.2).
    """
    earlier = deadline.version.records_earlier_n
    if not (earlier and deadline.safe):
        return None
    return law.calendar.open_on_or_before(days.add_days(deadline.safe, -earlier))
