"""The dates as calendar entries, with stable ids: taking the file again updates them instead of doubling them.

Titles carry no name, no number and no body part, for a locked phone may show them.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from qme_guide.documents.calendar import Entry, reminders
from qme_guide.documents.counted import requests
from qme_guide.documents.follow import follow_entries
from qme_guide.documents.matter import Matter
from qme_guide.rules import imr
from qme_guide.rules.advice import records_by
from qme_guide.rules.dates import WAIT, WORKER, Row, dates
from qme_guide.rules.exam import CANCEL, doctor_name
from qme_guide.rules.panel import EMPLOYER_MAY, is_over
from qme_guide.rules.start import exact


def calendar(matter: Matter) -> list[Entry]:
    """Every date of the case that is still to act on, the IMR requests with their mailing day."""
    found = requests(matter)
    entries = [entry for one in found if one.first.safe for entry in _request_entries(matter, one)]
    asked = {one.letter.id for one in found}
    rows = [row for row in dates(matter.case, matter.law, matter.today) if row.deadline.safe]
    entries += [_other_entry(matter, row) for row in rows if not _told(row, asked)]
    return entries + _records_entries(matter, rows) + _exam_entries(matter) + follow_entries(matter)


def _told(row: Row, asked: set[str]) -> bool:
    """The request of this letter has its own entries already."""
    return row.about in asked and row.deadline.rule in imr.RULES


def _request_entries(matter: Matter, found: imr.Request) -> list[Entry]:
    words, deadline, say = matter.words, found.first, matter.sayer("calendar")
    what, note = words.clock(deadline.rule, "title"), say("note")
    uid, alarms = f"{matter.case.key}-{found.letter.id}-imr-request", _alarms(matter, deadline.safe)
    lines = [say("safe_text"), *_sending(found, say), note]
    entries = [Entry(f"{uid}-safe", deadline.safe, say("safe_title", what=what), "\n".join(lines), alarms)]
    if found.mail_by and (matter.today is None or found.mail_by >= matter.today):
        entries.append(Entry(f"{uid}-mail", found.mail_by, say("mail_title", what=what), f"{say('mail_text')}\n{note}", _alarms(matter, found.mail_by)[-1:]))
    return entries


def _sending(found: imr.Request, say: Callable[..., str]) -> list[str]:
    """By when to fax and to mail it."""
    fax = [say("fax_line", fax=found.fax_by)] if found.fax_by else []
    return fax + ([say("mail_line", mail=found.mail_by)] if found.mail_by else [])


def _other_entry(matter: Matter, row: Row) -> Entry:
    words, deadline, say = matter.words, row.deadline, matter.sayer("calendar")
    mine, wait = deadline.kind == WORKER, deadline.kind == WAIT and deadline.rule != EMPLOYER_MAY
    title = say("safe_title" if mine else "wait_title" if wait else "other_title", what=words.clock(deadline.rule, "title"))
    own = mine or deadline.rule == EMPLOYER_MAY
    block = "cancel_text" if deadline.rule == CANCEL else "wait_text" if wait else "other_text"
    text = words.clock(deadline.rule, "tell" if mine else "second") if own else say(block)
    return Entry(f"{matter.case.key}-{row.uid}", deadline.safe, title, f"{text}\n{say('note')}", _alarms(matter, deadline.safe) if mine else ())


def _records_entries(matter: Matter, rows: Sequence[Row]) -> list[Entry]:
    """Our own, earlier day for the medical records before an exam, while it is to come."""
    say, found = matter.sayer("calendar"), [(row, records_by(row.deadline, matter.law)) for row in rows]
    text = f"{say('records_text')}\n{say('note')}"
    coming = [(row, day) for row, day in found if day and (matter.today is None or day >= matter.today)]
    return [Entry(f"{matter.case.key}-{row.about}-records", day, say("records_title"), text, _alarms(matter, day)) for row, day in coming]


def _exam_entries(matter: Matter) -> list[Entry]:
    """The appointments that are to come, with their time, doctor and place: these stand in the text, not in the title."""
    say = matter.sayer("calendar")
    coming = [one for one in matter.case.exams if exact(one.on) and not is_over(one, matter.today)]
    texts = {one.id: "\n".join(filter(None, (one.at, doctor_name(matter.case, one), one.place, say("exam_text"), say("note")))) for one in coming}
    return [Entry(f"{matter.case.key}-{one.id}-exam", one.on, say("exam_title"), texts[one.id], _alarms(matter, one.on)) for one in coming]


def _alarms(matter: Matter, day: date | datetime) -> tuple[timedelta, ...]:
    """How long before the day a calendar reminds (DESIGN)."""
    practice, whole = matter.law.practice, day.date() if isinstance(day, datetime) else day
    return reminders(whole, practice.alarm_days, practice.alarm_hour, matter.today)
