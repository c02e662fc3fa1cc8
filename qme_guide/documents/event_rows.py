"""The events of a timeline as rows of a table: when, what, how it is known. In full, or shorter with a sign that says so.

The person's own words stand in quotation marks, exactly as typed. Which events may be shown, the caller decides.
"""

from collections.abc import Sequence

from qme_guide.case import Event
from qme_guide.documents.document import Block, Paragraph
from qme_guide.documents.fitting import Telling, different, opening, quoted
from qme_guide.documents.matter import SENT_LANGUAGE, Matter
from qme_guide.documents.record_names import listed_name
from qme_guide.moments import when
from qme_guide.rules.exam import coming, doctor_name
from qme_guide.rules.panel import is_over

NAME = "timeline-rows"
COLUMNS, WIDTHS = ("when", "what", "source"), (22, 55, 23)
TWO_COLUMNS = (26, 74)
PAIN = ("rest", "active", "worst")
# How much of an answer a row in brief holds, in type sizes: of words in the longer and the shorter one, of how it is known.
_OPENING, _NAMED, _KNOWN = 90.0, 42.0, 60.0


def notes(matter: Matter, *sentences: str) -> tuple[Block, ...]:
    """Over a paper in the person's words: that a copy is a copy, whose it is, the day of writing, how to read it."""
    say = matter.sayer(NAME)
    copy = (Paragraph(say("copy"), strong=True),) if matter.words.language != SENT_LANGUAGE else ()
    written = (say("written", today=matter.today),) if matter.today else ()
    return (*copy, *whose(matter), Paragraph(" ".join((*written, *_exam(matter), *sentences))))


def whose(matter: Matter) -> tuple[Block, ...]:
    """Lines to write the name and the claim number by hand where the head of the page has none."""
    say, case = matter.sayer(NAME), matter.case
    known = {"name": case.worker.name, "claim_number": case.claim.number}
    parts = [say("to_fill", label=matter.shared(label)) for label, told in known.items() if not told]
    return (Paragraph(" · ".join(parts)),) if parts else ()


def _exam(matter: Matter) -> tuple[str, ...]:
    """The exam that is to come, in the same paragraph: a line of its own would cost an event its place."""
    exam = coming(matter.case, matter.today)
    if exam is None or is_over(exam, matter.today):
        return ()
    told = ", ".join(filter(None, (matter.told(exam.on), doctor_name(matter.case, exam))))
    return (matter.sayer(NAME)("exam", told=told),) if told else ()


def full(event: Event, events: Sequence[Event], matter: Matter) -> tuple[str, ...]:
    """All that was told of an event. events: those that may be shown, so that one beside another can name it."""
    return when(event, events, matter.words, brief=True), what(event, matter, _felt(event, matter)), source(event, matter)


def telling(event: Event, events: Sequence[Event], matter: Matter, lead: bool = False) -> Telling:
    """An event in three lengths, in two columns: how it is known follows what it was."""
    day, told, known = full(event, events, matter)
    begun, brief = ((day, _beginning(event, matter, much, known)) for much in (_NAMED, _OPENING))
    return Telling(event.id, different((begun, brief, (day, with_source(told, known)))), lead)


def with_source(told: str, known: str) -> str:
    return f"{told} ({known})" if known else told


def what(event: Event, matter: Matter, pain_told: str = "") -> str:
    """Line by line: what it was; the pain as told, how often and how long; what it stops, good days and bad days."""
    felt = (pain_told, said("often", event.often, matter), said("lasts", event.lasts, matter))
    life = (said(name, getattr(event, name), matter) for name in ("stops", "good_day", "bad_day"))
    first = f"{kind_and_part(event, matter)}. {quoted(event.what)}".rstrip()
    return "\n".join(line for line in (first, _joined(felt), _joined(life)) if line)


def kind_and_part(event: Event, matter: Matter) -> str:
    """What kind of event, and the part of the body as it was named."""
    kind = matter.words.say(f"table.kind.{event.kind or 'other'}")
    return f"{kind}: {event.body_part}" if event.body_part else kind


def pain(event: Event, matter: Matter) -> tuple[str, ...]:
    """The numbers of pain that were told: "7 at rest", "9 with activity", "9 at worst"."""
    say = matter.sayer(NAME)
    return tuple(say(name, n=getattr(event, name)) for name in PAIN if getattr(event, name))


def said(name: str, text: str | None, matter: Matter, ems: float | None = None) -> str:
    """One answer in the person's words, or as much of them, led by what it answers; nothing without one."""
    return matter.sayer(NAME)(name, said=quoted(text, ems)) if text else ""


def source(event: Event, matter: Matter) -> str:
    """How the person knows, and which paper shows it."""
    say, paper = matter.sayer(NAME), _paper(event, matter)
    if event.source in (None, "paper"):
        return say("paper_named", paper=paper) if paper else say("paper") if event.source else ""
    known = say("told_by", who=event.told_by) if event.source == "told" and event.told_by else say(event.source)
    return f"{known}. {say('shown_by', paper=paper)}" if paper else known


def _paper(event: Event, matter: Matter) -> str:
    """The paper of the list that shows the event, or another one in the person's words."""
    found = next((one for one in matter.case.records if one.id == event.record), None) if event.record else None
    return "; ".join(filter(None, (listed_name(found, matter.words) if found else "", event.proof)))


def _beginning(event: Event, matter: Matter, much: float, known: str) -> str:
    """What it was with the beginning of the words, the pain, how it is known, and the sign for more."""
    words = quoted(event.what, much) or said("stops", event.stops, matter, much)
    parts = (f"{opening(kind_and_part(event, matter), _NAMED)}.", words, with_source(_felt(event, matter), opening(known, _KNOWN)).lstrip())
    return _joined((*parts, matter.sayer(NAME)("sign")))


def _felt(event: Event, matter: Matter) -> str:
    told = ", ".join(pain(event, matter))
    return matter.sayer(NAME)("pain", told=told) if told else ""


def _joined(parts: Sequence[str]) -> str:
    return " ".join(part for part in parts if part)
