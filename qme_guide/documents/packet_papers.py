"""The pages of ours that go around the records in a packet: their index, a sheet before each, and the list of copies.

A record keeps the words of the person who listed it. This module must not know files, or how a packet is bound.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, islice, product
from string import ascii_uppercase

from qme_guide.case import Record, Sending
from qme_guide.documents.document import TITLE_LEVEL, Big, Blank, Block, Document, Heading, Paragraph, Table
from qme_guide.documents.matter import Matter, case_facts, copy_note, facts, sheet
from qme_guide.documents.record_names import record_name
from qme_guide.rules import logs
from qme_guide.rules.start import exact

_WIDTHS = (13, 32, 23, 22, 16, 16)
_ELSEWHERE = (42, 28, 29)
_LINES = "ABC"
"""Exhibits to fill in by hand when none is listed."""


@dataclass(frozen=True)
class Listed:
    """One record as the index tells it; a page number that is not known is 0."""

    mark: str
    name: str
    dated: str
    source: str
    first: int = 0
    pages: int = 0


def exhibit_marks(many: int) -> list[str]:
    """So many letters in order: A to Z, then AA, AB."""
    marks = ("".join(letters) for length in count(1) for letters in product(ascii_uppercase, repeat=length))
    return list(islice(marks, many))


def listed(matter: Matter, mark: str, record: Record | None, title: str = "") -> Listed:
    """A record's line in the index. title: its name when it is not on the list of records."""
    if record is None:
        return Listed(mark, title, "", "")
    source = matter.case.worker.name if record.holder == "me" else record.holder_name
    return Listed(mark, record_name(record, matter.words) or title, matter.told(record.dated_on) or "", source or "")


def exhibit_sheet(matter: Matter, line: Listed) -> Document:
    """The sheet before a record: its letter, very large, and what follows."""
    say = matter.sayer("exhibit")
    told = [(say("dated"), line.dated), (say("source"), line.source), (say("pages"), str(line.pages or ""))]
    blocks: list[Block] = [
        *copy_note(matter),
        Big(matter.words.letter("exhibit", "title"), line.mark),
        *([Heading(line.name, TITLE_LEVEL)] if line.name else []),
        *facts([(label, value) for label, value in told if value], matter),
    ]
    return sheet(matter, "exhibit", blocks, sent=True)


def records_index(matter: Matter, lines: Sequence[Listed] | None = None) -> Document:
    """Every record that is enclosed, then those that are known but not in the worker's hands, and who has them.

    lines: the exhibits of a packet; without them, the records of the case that are there.
    """
    say = matter.sayer("records-index")
    if lines is None:
        lines = _there(matter)
    blocks: list[Block] = [*copy_note(matter), *facts(case_facts(matter), matter), Heading(say("enclosed_title"))]
    if lines:
        blocks.append(index_table(matter, lines))
    else:
        blocks += [Blank(matter.shared("exhibit", mark=mark)) for mark in _LINES]
    return sheet(matter, "records-index", [*blocks, *_elsewhere(matter)], sent=True)


def _there(matter: Matter) -> list[Listed]:
    records = [record for record in matter.case.records if record.state == "have"]
    return [listed(matter, mark, record) for mark, record in zip(exhibit_marks(len(records)), records, strict=True)]


def index_table(matter: Matter, lines: Sequence[Listed]) -> Table:
    """One row for each record; page numbers only in a packet."""
    say = matter.sayer("records-index")
    head = tuple(say(name) for name in ("mark", "paper", "dated", "source"))
    rows = tuple((line.mark, line.name, line.dated, line.source) for line in lines)
    if not all(line.first for line in lines):
        return Table(head, rows, _WIDTHS[: len(head)])
    pages = tuple((str(line.first), str(line.pages)) for line in lines)
    return Table((*head, say("first"), say("pages_label")), tuple((*row, *more) for row, more in zip(rows, pages, strict=True)), _WIDTHS)


def _elsewhere(matter: Matter) -> list[Block]:
    """Records that were asked for, or cannot be had: a fact for the reviewer, who may get them from the other side."""
    say = matter.sayer("records-index")
    missing = [record for record in matter.case.records if record.state in ("asked", "cant_get")]
    if not missing:
        return []
    rows = tuple((record_name(record, matter.words), record.holder_name or "", matter.told(record.asked_on) or "") for record in missing)
    head = (say("paper"), say("holder"), say("asked_on"))
    return [Heading(say("elsewhere_title")), Table(head, rows, _ELSEWHERE), Paragraph(say("elsewhere"))]


def copies(matter: Matter) -> Document:
    """Who gets what, with the day and the way it went once that was said."""
    say, administrator = matter.sayer("copies"), matter.case.claim.claims_administrator
    claims = say("administrator_named", name=administrator) if administrator else say("administrator")
    head = (say("who"), say("what"), say("sent"))
    rows = (
        (say("reviewer"), say("reviewer_gets"), _went(matter, "reviewer")),
        (claims, say("administrator_gets"), _went(matter, "claims_administrator")),
        (matter.case.worker.name or say("worker"), say("worker_gets"), say("worker_keeps")),
    )
    blocks: list[Block] = [*copy_note(matter), *facts(case_facts(matter), matter), Table(head, rows)]
    return sheet(matter, "copies", blocks, sent=True)


def sent_to(matter: Matter, to: str) -> Sending | None:
    """The last sending of this letter's papers to somebody that did not fail and whose day was said."""
    return last_sent(logs.lines(matter.letter.sendings) if matter.letter else (), to)


def last_sent(sendings: Sequence[Sending], to: str) -> Sending | None:
    """The last line of a log to somebody that did not fail and whose day was said."""
    went = [one for one in sendings if one.to == to and one.result != "failed" and exact(one.on)]
    return max(went, key=lambda one: one.on, default=None)


def _went(matter: Matter, to: str) -> str:
    """The day and the way; empty, to fill in by hand, while nobody said."""
    sending = sent_to(matter, to)
    if sending is None:
        return ""
    way = "" if sending.how in (None, "unsure") else matter.words.letter("claims-copy", f"how_{sending.how}")
    return ", ".join(part for part in (matter.words.day(sending.on), way) if part)
