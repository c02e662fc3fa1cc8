"""A paper as plain text in reading order, UTF-8: to read aloud, to paste into an e-mail, to compare word by word.

It must not know law or words; the few signs it adds (rules, boxes, lines to fill in) belong to no language.
"""

from qme_guide.documents import document as paper
from qme_guide.documents.document import TITLE_LEVEL, Block, Document
from qme_guide.render.clean import clean

_LINE = "------------------------------------------------------------"
_WRITE_HERE = "______________________________"


def render(document: Document) -> bytes:
    """The file: head, blocks with an empty line between them, foot."""
    head = [" | ".join(document.header), document.mark or ""]
    parts = [*head, *(_block(block) for block in document.flow), _LINE, document.foot]
    text = "\n\n".join(part for part in parts if part)
    return f"{clean(text)}\n".encode()


def _block(block: Block) -> str:
    match block:
        case paper.Heading(text, level):
            underline = "=" if level == TITLE_LEVEL else "-"
            return f"{text}\n{underline * len(text)}"
        case paper.Paragraph(text):
            return text
        case paper.Bullets():
            return "\n".join(f"{mark} {item}" for mark, item in zip(block.marks, block.items, strict=True))
        case paper.Table():
            return _table(block)
        case paper.Blank(label):
            return f"{label}: {_WRITE_HERE}"
        case paper.Quote(text):
            return f"\u201c{text}\u201d"
        case paper.Lines(lines):
            return "\n".join(lines)
        case paper.Check(text, checked):
            return f"[{'x' if checked else ' '}] {text}"
        case paper.Signature(name_label, date_label, name):
            return f"{name_label}: {_WRITE_HERE}\n{date_label}: {_WRITE_HERE}\n{name}".strip()
        case paper.Big(label, text):
            return f"{label}\n{text}".strip()
        case paper.Rule():
            return _LINE
        case paper.PageBreak():
            return ""


def _table(table: paper.Table) -> str:
    """One line for each fact: with a head, every cell is led by its column's name, so that it can be heard in order.

    A row without any cell is there to be filled in.
    """
    if not table.head:
        return "\n".join(": ".join(cell for cell in row if cell) for row in table.rows)
    names, *rows = table.lines
    told = [[f"{name}: {cell or _WRITE_HERE}" for name, cell in zip(names, row, strict=True) if cell or not any(row)] for row in rows]
    return "\n\n".join("\n".join(row) for row in told)
