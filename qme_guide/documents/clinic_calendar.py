"""One calendar for all clients of a clinic. A title says which client by number and initials, and nothing of the case."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from qme_guide.board import initials
from qme_guide.documents.calendar import Entry
from qme_guide.documents.entries import calendar
from qme_guide.documents.matter import Matter
from qme_guide.words import HELPING, load_words


def clinic_calendar(clients: Sequence[tuple[int, Matter]]) -> list[Entry]:
    """Every date of every client, in the order given. clients: the number of each on the board, and its matter.

    What a date is for stands in the text of its entry; names, doctors and places stand nowhere. The ids are those of each
    client's own calendar, so that taking both doubles nothing.
    """
    return [_short(number, matter, entry) for number, matter in clients for entry in calendar(_spoken(matter)) if _ahead(matter, entry)]


def _spoken(matter: Matter) -> Matter:
    """In the voice for a helper: the calendar is the office's."""
    return replace(matter, words=load_words(matter.words.language, HELPING))


def _ahead(matter: Matter, entry: Entry) -> bool:
    """Its day is not over."""
    day = entry.day.date() if isinstance(entry.day, datetime) else entry.day
    return matter.today is None or day >= matter.today


def _short(number: int, matter: Matter, entry: Entry) -> Entry:
    title = matter.sayer("calendar")("clinic_title", client=called(number, matter))
    uid = entry.uid if matter.case.key else f"{number}{entry.uid}"
    return replace(entry, uid=uid, title=title, text=entry.title)


def called(number: int, matter: Matter) -> str:
    """A client by number and initials."""
    short = initials(matter.case.worker.name)
    return matter.words.say("board.client_named", number=number, name=short) if short else matter.words.say("board.client", number=number)
