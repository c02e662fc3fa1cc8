"""What several papers say about a counted date: the requests of a case, the working, the words of a refusal.

One resolver for the screen and the papers, so that they cannot show different dates.
"""

from datetime import date

from qme_guide.case import Letter
from qme_guide.documents.matter import Matter
from qme_guide.documents.working import tell, tell_first
from qme_guide.law import NotInForce
from qme_guide.rules import imr
from qme_guide.rules.dates import Row
from qme_guide.rules.deadline import Deadline, Missing
from qme_guide.rules.start import Start


def requests(matter: Matter) -> list[imr.Request]:
    """The counted IMR request of each letter that was not sent yet, soonest first."""
    waiting = [letter for letter in matter.case.letters if not imr.sent(letter)]
    found = [counted(letter, matter) for letter in waiting]
    return sorted((one for one in found if one), key=lambda one: one.first.safe or date.max)


def counted(letter: Letter, matter: Matter) -> imr.Request | None:
    """The dates of one letter; None when an answer is missing or the letter is older than the rule."""
    try:
        found = imr.request(letter, matter.law, matter.today)
    except NotInForce:
        return None
    return None if isinstance(found, Missing) else found


def working(matter: Matter, deadline: Deadline, start: Start | None = None) -> tuple[str, ...]:
    """The working, the second date with its certainty, and the citation with its as-of date.

    start: which answer the count began with, when it was not the one that the law names.
    """
    words = matter.words
    lines = list(tell(deadline, words, _stand_in(matter, deadline, start)))
    if deadline.outside and deadline.outside != deadline.safe:
        lines.append(words.clock(deadline.rule, "second", safe=deadline.safe or "", outside=deadline.outside))
    source = words.say("card.source", citation=deadline.clock.shown_citation, as_of=matter.law.read_on(deadline.clock))
    return (*lines, words.say(f"card.status_{deadline.clock.rests_on.lower()}"), source)


def in_short(matter: Matter, row: Row) -> tuple[str, ...]:
    """How the first date came out, for a sheet with many: where the count begins, then each step."""
    return tell_first(row.deadline, matter.words, _stand_in(matter, row.deadline, row.start))


def _stand_in(matter: Matter, deadline: Deadline, start: Start | None) -> str | None:
    """The sentence for a count that began with a stand-in: the date on the letter, the postmark, a month."""
    if start is None or deadline.counted_from != start.day:
        return None
    field = start.field.rpartition(".")[-1]
    keys = (f"start.{field}",) if start.exact else (f"start.{field}_month", f"start.{field}")
    key = next((key for key in keys if key in matter.words.sayings), None)
    return matter.words.say(key, day=start.day) if key else None


def refused(matter: Matter, deadline: Deadline) -> list[str]:
    """The words for a date beyond the table of closed days."""
    words = matter.words
    nominal = words.day(deadline.nominal) if deadline.nominal else words.say("card.no_nominal")
    return [words.fill(text, nominal=nominal) for text in words.passages["pages/refused"].paragraphs]
