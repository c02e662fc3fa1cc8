"""One page of a whole case, always: the dates with their working, the facts, the worker's own words, most telling first.

What has no room is counted on the page and stands on the full sheet (`hand_off`). A page for somebody who reads English
is read in three minutes, so its words are counted too. The page that goes to others decides: the copy to read holds the same
rows in the same length, and may run over.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import chain, zip_longest

from qme_guide.documents import hand_off as full
from qme_guide.documents.counted import in_short
from qme_guide.documents.document import Block, Document, Heading, Paragraph, Table
from qme_guide.documents.error_table import told_rows
from qme_guide.documents.fitting import Telling, fitted, opening, quoted
from qme_guide.documents.matter import SENT_LANGUAGE, Matter
from qme_guide.documents.names import letter_name, report_name
from qme_guide.documents.reading_time import count, texts
from qme_guide.documents.room import LEADING, SIZE, left
from qme_guide.rules.dates import OTHER, WAIT, WORKER, Row
from qme_guide.words import Words, load_words

COLUMNS = (32, 68)
FACTS, DATES = SECTIONS = ("facts", "counted")
"""The parts of the page, in their order."""
_LABEL, _SHORT, _LONGER = 90.0, 60.0, 200.0
"""How much of a text a row holds, in type sizes: of its name, of what was said at the shortest, and where there is more room."""
_CUT = "[…]"


@dataclass(frozen=True)
class Told:
    """What the page holds: the rows of each part, how many have no room, and whether something in them is cut."""

    rows: Mapping[str, tuple[tuple[str, ...], ...]]
    hidden: int = 0
    cut: bool = False


Draw = Callable[[Matter, Told], Document]


class _Brief(Words):
    """The same words that tell a day without the day of the week."""

    def day(self, day: date) -> str:
        return super().told(day, brief=True)

    def told(self, answer: date | str, brief: bool = True) -> str:
        return super().told(answer, brief)


def one_page(matter: Matter, draw: Draw) -> Document:
    """The page with as many rows as it has room for. draw: everything around the rows; it must draw more for more that is hidden."""
    shown = _fitting(replace(matter, words=load_words(SENT_LANGUAGE, matter.words.voice)), draw)
    return draw(matter, _told(tellings(matter), shown))


def blocks(matter: Matter, told: Told) -> list[Block]:
    """The rows under their headings, and a line that says what stands on the full sheet alone."""
    say, found = matter.sayer(full.NAME), []
    for section in SECTIONS:
        if section in told.rows:
            found += [Heading(say(f"{section}_title")), Table((), told.rows[section], COLUMNS)]
    return [*found, *more(matter, told)]


def more(matter: Matter, told: Told) -> list[Block]:
    """How much stands on the full sheet alone; nothing where that is nothing."""
    say = matter.sayer(full.NAME)
    return [Paragraph(say("more", count=told.hidden) if told.hidden else say("cut"))] if told.hidden or told.cut else []


def tellings(matter: Matter) -> tuple[Telling, ...]:
    """Every row, the most telling first: the soonest dates (those of what is over last) and the facts in turn, what is unknown, own words, then others' dates."""
    matter = full.about_the_worker(matter)
    short = replace(matter, words=_Brief(**{one.name: getattr(matter.words, one.name) for one in fields(matter.words)}))
    dates = sorted(full.dated(matter, WORKER), key=lambda row: full.over(matter, row))
    own = [_date(matter, row, short, at, lead=at == 0) for at, row in enumerate(dates)]
    facts = [_telling(f"{FACTS}.{at}", label, text) for at, (label, text) in enumerate(full.fact_rows(short, full.DAYS[1:])) if text]
    unknown = "; ".join(full.untold(matter))
    said = [_telling(f"{FACTS}.said-{at}", label, text, own=True) for at, (label, text) in enumerate(_own_words(short))]
    theirs = [_date(matter, row, short, f"{kind}-{at}") for kind in (OTHER, WAIT) for at, row in enumerate(full.dated(matter, kind))]
    first = filter(None, chain.from_iterable(zip_longest(own, facts)))
    lacks = [_telling(f"{FACTS}.unknown", matter.sayer(full.NAME)("untold"), unknown)] if unknown else []
    return (*first, *lacks, *_errors(short), *said, *theirs)


def _date(matter: Matter, row: Row, short: Matter, at: int | str, lead: bool = False) -> Telling:
    """A date in full: with its law, and with how it came out where that is the worker's own."""
    label, day, law = _name(full.what(short, row)), full.day(matter, row), full.law(row)
    working = in_short(short, row) if row.deadline.kind == WORKER else ()
    return Telling(f"{DATES}.{at}", ((label, f"{day} {law}"), (label, " ".join((day, *working, law)))), lead)


def _telling(name: str, label: str, text: str, own: bool = False) -> Telling:
    """A row at three lengths. own: exactly as typed, in quotation marks."""
    short = [quoted(text, ems) if own else _begun(text, ems) for ems in (_SHORT, _LONGER)]
    whole = quoted(text) if own else text
    return Telling(name, tuple((_name(label), form) for form in (*short, whole)))


def _begun(text: str, ems: float) -> str:
    begun = opening(text, ems)
    return begun if begun == text else f"{begun} {_CUT}"


def _name(label: str) -> str:
    return _begun(label, _LABEL)


def _own_words(matter: Matter) -> Iterator[tuple[str, str]]:
    """The reason of each letter and what each report says that the worker does not accept."""
    words, say = matter.words, matter.sayer(full.NAME)
    for letter in matter.case.letters:
        if letter.reason:
            yield f"{say('reason_brief')}: {letter_name(letter, words)}", letter.reason
    for report in matter.case.reports:
        for one in report.findings:
            if one.says:
                told = say("finding_brief_page", page=one.page) if one.page else say("finding_brief")
                yield f"{told}: {report_name(report, words)}", one.says


def _errors(matter: Matter) -> Iterator[Telling]:
    """How many errors were noted in each report; the rows are a paper of their own."""
    for report in matter.case.reports:
        if rows := told_rows(report):
            text = matter.sayer(full.NAME)("errors_brief", count=len(rows))
            yield _telling(f"{FACTS}.errors-{report.id}", report_name(report, matter.words), text)


def _fitting(matter: Matter, draw: Draw) -> Mapping[str, int]:
    """Which rows the page has room for, and the form of each."""
    rows = tellings(matter)
    room = left(draw(matter, _nothing(rows)))
    while True:
        shown = _chosen(rows, room)
        if not shown or count(draw(matter, _told(rows, shown))) <= matter.law.practice.clinic.brief_words:
            return shown
        room -= SIZE * LEADING


def _chosen(rows: Sequence[Telling], room: float) -> Mapping[str, int]:
    """What fits; the soonest date with its working, if that fits at all, whatever else it leaves out."""
    for first in rows[:1]:
        last = len(first.forms) - 1
        found = fitted([replace(first, forms=(first.forms[last],) * len(first.forms)), *rows[1:]], COLUMNS, room)
        if first.lead and first.id in found:
            return {**found, first.id: last}
    return fitted(rows, COLUMNS, room)


def _nothing(rows: Sequence[Telling]) -> Told:
    """Every part with its heading and no row: what is taken before any row has its room."""
    return Told({_section(one): () for one in rows}, len(rows), cut=True)


def _told(rows: Sequence[Telling], shown: Mapping[str, int]) -> Told:
    """What is shown, in the order of each part."""
    parts = {section: tuple(one.forms[shown[one.id]] for one in rows if one.id in shown and _section(one) == section) for section in SECTIONS}
    cut = any(shown.get(one.id, len(one.forms)) < len(one.forms) - 1 for one in rows) or _CUT in "".join(texts(*parts.values()))
    return Told({name: part for name, part in parts.items() if part}, len(rows) - len(shown), cut)


def _section(one: Telling) -> str:
    return one.id.partition(".")[0]
