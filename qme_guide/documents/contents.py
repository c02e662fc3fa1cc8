"""The list of what is in a packet, and on which page each part begins."""

from collections.abc import Sequence

from qme_guide.documents.document import Document, Paragraph, Table
from qme_guide.documents.matter import Matter, sheet

COLUMNS = (70, 15, 15)


def contents(matter: Matter, parts: Sequence[tuple[str, int, int]], total: int) -> Document:
    """The contents page: (title, first page, pages) of each part, and the pages in all."""
    say = matter.sayer("contents")
    head = (say("part_label"), say("first_label"), say("pages_label"))
    rows = tuple((title, str(first), str(pages)) for title, first, pages in parts)
    blocks = [Table(head, rows, COLUMNS), Paragraph(f"{say('total_label')}: {total}", strong=True)]
    return sheet(matter, "contents", blocks, sent=True)
