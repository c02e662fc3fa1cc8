"""The sheet in front of one client's papers, when those of a whole clinic are printed together: what follows, and for whom.

It carries a number and initials, no name, so that a pile on a table says nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from qme_guide.documents.clinic_calendar import called
from qme_guide.documents.document import Big, Blank, Check, Document, Paragraph, Table
from qme_guide.documents.matter import Matter, sheet

NAME = "batch-cover"
COLUMNS = (52, 35, 13)
Line = tuple[str, str, int]
"""A paper, for whom it is (a block "to_..." of the cover), and how many pages it has."""


def batch_cover(matter: Matter, number: int, lines: Sequence[Line], ready: bool) -> Document:
    """The cover of client `number`. ready: a packet to send is among the papers."""
    say, words = matter.sayer(NAME), matter.words
    language = matter.case.worker.language or "none"
    head = (say("what_label"), say("to_label"), say("pages_label"))
    rows = tuple((title, say(to), str(pages)) for title, to, pages in lines)
    blocks = [
        Big(say("who"), called(number, matter)),
        Paragraph(f"{say('language')}: {words.say(f'board.language.{language}')}"),
        Paragraph(say("warn"), strong=True),
        *([] if ready else [Paragraph(say("none"))]),
        Table(head, rows, COLUMNS),
        Check(say("given")),
        Blank(say("initials")),
    ]
    return replace(sheet(matter, NAME, blocks, sent=False, one_page=True), header=())
