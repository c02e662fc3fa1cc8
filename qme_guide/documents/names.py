"""What a paper of the case is called, on every screen and sheet alike: a letter by its date, a report by its author and date.

And how a choice reads on paper.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from qme_guide.case import UNSURE, Case, Letter, Report
from qme_guide.folded import plain
from qme_guide.words import Words


def letter_name(letter: Letter, words: Words) -> str:
    """A letter by the date on it, else of its service; without a day, that it has none yet."""
    day = next((day for day in (letter.printed_on, letter.served_on) if day not in (None, UNSURE)), None)
    if isinstance(day, date):
        month = words.month_names()[day.month - date.min.month]
        return words.say("about.letter_of", day=day.day, month=month, year=day.year)
    return words.say("about.letter_of_month", month=words.told(day)) if day else words.say("about.letter_undated")


def report_name(report: Report, words: Words) -> str:
    """A report by who signed it and its date, as far as they are known, else by its number."""
    told = words.told(report.printed_on) if report.printed_on not in (None, UNSURE) else ""
    if report.author:
        return words.say("objection.named_day", author=report.author, day=told) if told else words.say("objection.named", author=report.author)
    return words.say("objection.of_day", day=told) if told else words.paper(report.id)


def paper_name(about: str, case: Case, words: Words) -> str:
    """The name of what a date belongs to ("letter-2", "report-1", "claim"); one exam alone has no number."""
    for one in case.letters:
        if one.id == about:
            return letter_name(one, words)
    for one in case.reports:
        if one.id == about:
            return report_name(one, words)
    if [one.id for one in case.exams] == [about]:
        return words.say("appointment.label")
    return words.paper(about)


def apart(names: Sequence[str], words: Words) -> list[str]:
    """The names of one list, in its order: those that read alike get a number each, so that a person can tell them apart."""
    many, seen = Counter(map(plain, names)), Counter[str]()
    told = []
    for name in names:
        seen[plain(name)] += 1
        told.append(words.say("about.one_of", name=name, number=seen[plain(name)]) if many[plain(name)] > 1 else name)
    # Somebody may have typed a name that has such a number.
    return told if len(set(map(plain, told))) == len(told) else apart(told, words)


def choice_name(path: str, value: str, words: Words) -> str:
    """How a choice reads on paper: without the marks for emphasis, which only a screen shows."""
    return words.choice(path, value).replace("*", "")
