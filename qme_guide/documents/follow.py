"""The follow-up days of the sendings as calendar entries, with stable ids and no private word in a title."""

from qme_guide.documents.calendar import Entry, reminders
from qme_guide.documents.matter import Matter
from qme_guide.documents.sending_log_all import act
from qme_guide.rules.following import Due, due
from qme_guide.rules.sending import NOW


def follow_entries(matter: Matter) -> list[Entry]:
    """An entry for each follow-up that has a day of its own and is still to come."""
    found = due(matter.case, matter.law, matter.today)
    return [_entry(matter, one) for one in found if one.kind not in NOW and (matter.today is None or one.day >= matter.today)]


def _entry(matter: Matter, found: Due) -> Entry:
    """It reminds on the day before."""
    say, practice = matter.sayer("calendar"), matter.law.practice
    about = found.sent.about or "case"
    uid = f"{matter.case.key}-{about}-{found.sent.line.id}-{found.kind}"
    text, alarms = f"{act(matter, found)}\n{say('note')}", reminders(found.day, practice.alarm_days[-1:], practice.alarm_hour, matter.today)
    return Entry(uid, found.day, say(f"follow_{found.kind}_title"), text, alarms)
