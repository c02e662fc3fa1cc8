"""The dates as calendar entries, with stable ids: taking the file again updates them instead of doubling them.

Titles carry no name, no number and no body part, for a locked phone may show them.
"""

from collections.abc import Callable
from datetime import timedelta

from qme_guide.documents.calendar import Entry
from qme_guide.documents.counted import requests
from qme_guide.documents.follow import follow_entries
from qme_guide.documents.matter import Matter
from qme_guide.rules import imr
from qme_guide.rules.dates import WORKER, Row, dates


def calendar(matter: Matter) -> list[Entry]:
    """Every date of the case that is still to act on, the IMR requests with their mailing day."""
    found = requests(matter)
    entries = [entry for one in found if one.first.safe for entry in _request_entries(matter, one)]
    asked = {one.letter.id for one in found}
    rows = [row for row in dates(matter.case, matter.law, matter.today) if row.deadline.safe]
    return entries + [_other_entry(matter, row) for row in rows if not _told(row, asked)] + follow_entries(matter)


def _told(row: Row, asked: set[str]) -> bool:
    """The request of this letter has its own entries already."""
    return row.about in asked and row.deadline.rule in imr.RULES


def _request_entries(matter: Matter, found: imr.Request) -> list[Entry]:
    words, deadline, say = matter.words, found.first, matter.sayer("calendar")
    what, note = words.clock(deadline.rule, "title"), say("note")
    uid, alarms = f"{matter.case.key}-{found.letter.id}-imr-request", _alarms(matter)
    lines = [say("safe_text"), *_sending(found, say), note]
    entries = [Entry(f"{uid}-safe", deadline.safe, say("safe_title", what=what), "\n".join(lines), alarms)]
    if found.mail_by and (matter.today is None or found.mail_by >= matter.today):
        entries.append(Entry(f"{uid}-mail", found.mail_by, say("mail_title", what=what), f"{say('mail_text')}\n{note}", alarms[-1:]))
    return entries


def _sending(found: imr.Request, say: Callable[..., str]) -> list[str]:
    """By when to fax and to mail it."""
    fax = [say("fax_line", fax=found.fax_by)] if found.fax_by else []
    return fax + ([say("mail_line", mail=found.mail_by)] if found.mail_by else [])


def _other_entry(matter: Matter, row: Row) -> Entry:
    words, deadline, say = matter.words, row.deadline, matter.sayer("calendar")
    mine = deadline.kind == WORKER
    title = say("safe_title" if mine else "other_title", what=words.clock(deadline.rule, "title"))
    text = words.clock(deadline.rule, "tell") if mine else say("other_text")
    return Entry(f"{matter.case.key}-{row.uid}", deadline.safe, title, f"{text}\n{say('note')}", _alarms(matter) if mine else ())


def _alarms(matter: Matter) -> tuple[timedelta, ...]:
    """How long before the day a calendar reminds (DESIGN)."""
    return tuple(timedelta(days=days) for days in matter.law.practice.alarm_days)
