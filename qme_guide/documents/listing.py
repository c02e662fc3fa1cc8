"""Every date of a case as plain data, for the command line: the same rows that the screens show."""

from qme_guide.documents.counted import working
from qme_guide.documents.matter import Matter
from qme_guide.rules import imr
from qme_guide.rules.dates import Row, dates


def listing(matter: Matter) -> dict[str, object]:
    """The dates, soonest first, and what is parked and why."""
    rows = [_row(matter, row) for row in dates(matter.case, matter.law, matter.today)]
    parked = [{"about": letter.id, "why": why} for letter in matter.case.letters for why in imr.parked(letter)]
    return {"dates": rows, "parked": parked, "note": matter.shared("not_lawyer")}


def _row(matter: Matter, row: Row) -> dict[str, object]:
    deadline = row.deadline
    found = {
        "about": row.about,
        "rule": deadline.rule,
        "title": matter.words.clock(deadline.rule, "title"),
        "kind": deadline.kind,
        "safe": deadline.safe,
        "outside": deadline.outside,
        "counted_from": deadline.counted_from,
        "exact": row.exact,
        "working": working(matter, deadline, row.start),
        "citation": deadline.clock.shown_citation,
        "status": deadline.clock.status,
        "as_of": matter.law.read_on(deadline.clock),
    }
    if deadline.refused:
        found |= {"refused": deadline.refused, "nominal": deadline.nominal}
    return found | ({"approximate": True} if deadline.approximate else {})
