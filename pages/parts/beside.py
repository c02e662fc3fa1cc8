"""What the person already said, beside the part of a report that is being read: the answers, and lists such as the timeline."""

from collections.abc import Iterable
from html import escape

from pages.parts import ability_at, look, session
from pages.parts import show as answers
from pages.parts.event_name import called, short
from qme_guide.case import Ability, Event, Report
from qme_guide.fields import field
from qme_guide.rules import reading

# A list this long is folded.
_FOLDED = {reading.EVENTS, reading.ABILITIES}


def show(report: Report, topic: str) -> None:
    """What was said that belongs beside this part; that nothing was, when nothing was."""
    words, case = session.words(), session.case()
    found = reading.beside(case, report, topic)
    look.subheading(words.say("report.beside_title"))
    if not found:
        look.show(look.paragraph(words.say("report.beside_empty"), soft=True))
    look.show(*(_one(path, topic) for path in found))


def _one(path: str, topic: str) -> str:
    """One answer or one list, under its name."""
    words, case = session.words(), session.case()
    *_, name = path.split(".")
    label = words.say(f"report.known_{name}")
    lists = {
        reading.EVENTS: map(_event, reading.happened(case, topic)),
        reading.BODY_PARTS: reading.body_parts(case),
        reading.ABILITIES: map(_ability, reading.changed(case)),
        "function.job.tasks": (", ".join(filter(None, (one.what, one.often, one.weight))) for one in case.function.job.tasks),
    }
    if path in _FOLDED:
        return look.fold(label, _plain(lists[path]))
    said = _plain(lists[path]) if path in lists else _answer(path)
    return f"{look.paragraph(label, soft=True)}{said}"


def _answer(path: str) -> str:
    """One answer: own words in quotation marks, a day or a choice without."""
    said = answers.said(path)
    return look.quote(said) if field(path).kind in ("line", "text") else look.paragraph(said)


def _event(one: Event) -> str:
    """When and what: as the timeline calls it, and how its words begin."""
    return "; ".join(dict.fromkeys(filter(None, (called(one), short(one.what or ""), one.body_part))))


def _ability(one: Ability) -> str:
    """What it is, how it is now, how much and how long."""
    words = session.words()
    now = words.choice("function.abilities.now", one.now) if one.now else ""
    minutes = words.say("function.minutes_told", said=one.minutes) if one.minutes else ""
    return "; ".join(filter(None, (ability_at.named(one.what), now, one.amount, minutes)))


def _plain(lines: Iterable[str]) -> str:
    """A list of lines that hold own words: they stand there as they were typed."""
    return f"<ul>{''.join(f'<li dir=auto>{escape(line)}</li>' for line in lines)}</ul>"
