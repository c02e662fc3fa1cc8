"""The follow-up days of the sendings as calendar entries, with stable ids and no private word in a title."""

from qme_guide.case import Letter
from qme_guide.documents.calendar import Entry, reminders
from qme_guide.documents.matter import Matter
from qme_guide.documents.sending_log import NAME, sentence
from qme_guide.rules.sending import NOW, FollowUp, follow_ups


def follow_entries(matter: Matter) -> list[Entry]:
    """An entry for each follow-up that has a day of its own and is still to come."""
    found = ((letter, one) for letter in matter.case.letters for one in follow_ups(letter, matter.law))
    coming = ((letter, one) for letter, one in found if one.kind not in NOW and (matter.today is None or one.day >= matter.today))
    return [_entry(matter, letter, one) for letter, one in coming]


def _entry(matter: Matter, letter: Letter, found: FollowUp) -> Entry:
    """It reminds on the day before."""
    say, practice = matter.sayer("calendar"), matter.law.practice
    text = f"{sentence(matter, found, matter.sayer(NAME))}\n{say('note')}"
    uid = f"{matter.case.key}-{letter.id}-{found.sending.id}-{found.kind}"
    return Entry(uid, found.day, say(f"follow_{found.kind}_title"), text, reminders(found.day, practice.alarm_days[-1:], practice.alarm_hour, matter.today))
