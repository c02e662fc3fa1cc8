"""A paper as a Word file: the copy to edit, with real headings, lists, table heads and page numbers.

The same blocks as the PDF in the same order; how they are dressed is in `word_look`. It must not know law or words.
"""

from collections.abc import Iterable

from docx.document import Document as WordFile
from docx.enum.text import WD_TAB_LEADER
from docx.shared import Emu, Inches, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from qme_guide.documents import document as paper
from qme_guide.documents.document import TITLE_LEVEL, Block, Document, leads
from qme_guide.render import word_file, word_look
from qme_guide.render.clean import clean
from qme_guide.render.columns import shares

_WIDTH, _INDENT, _BIG = Inches(6.5), Inches(0.3), Pt(32.0)
_FOR_A_HAND = Pt(34.0)
_BEFORE_SIGNING = ("words", "closing")
_BOX, _TICKED = "\u2610", "\u2611"


def render(document: Document) -> bytes:
    """The file, without author or dates of making. The same document always gives the same bytes."""
    word = word_file.blank()
    word_look.dress(word, document)
    for block in document.flow:
        if isinstance(block, paper.Signature):
            for line in word.paragraphs[-len(_BEFORE_SIGNING) :]:
                line.paragraph_format.keep_with_next = True
        _add(word, block)
    return word_file.written(word)


def _add(word: WordFile, block: Block) -> None:
    match block:
        case paper.Heading(text, level):
            word.add_paragraph(clean(text), style=word_look.heading(level - TITLE_LEVEL))
        case paper.Paragraph(text, strong):
            line = word.add_paragraph()
            line.add_run(clean(text)).bold = strong
            line.paragraph_format.keep_with_next = leads(text) or None
        case paper.Bullets(items, numbered):
            _list(word, items, numbered)
        case paper.Table():
            _table(word, block)
        case paper.Blank(label):
            _line_to_write_on(word, f"{clean(label)} ")
        case paper.Quote(text):
            word.add_paragraph(f"\u201c{clean(text)}\u201d", style="Quote")
        case paper.Lines(lines):
            word.add_paragraph(clean("\n".join(lines)))
        case paper.Check(text, checked):
            _check(word, f"{_TICKED if checked else _BOX}\t{clean(text)}")
        case paper.Signature():
            _signature(word, block)
        case paper.Big(label, text):
            _big(word, label, text)
        case paper.Rule():
            word_look.line_under(word.add_paragraph())
        case paper.PageBreak():
            word.add_page_break()


def _big(word: WordFile, label: str, text: str) -> None:
    if label:
        word.add_paragraph().add_run(clean(label)).bold = True
    run = word.add_paragraph().add_run(clean(text))
    run.bold, run.font.size = True, _BIG


def _list(word: WordFile, items: Iterable[str], numbered: bool) -> None:
    """A list in Word's own style; every numbered list counts from one again."""
    numbering = word_look.fresh_numbering(word) if numbered else None
    for item in items:
        line = word.add_paragraph(clean(item), style="List Number" if numbered else "List Bullet")
        if numbering is not None:
            line._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering


def _table(word: WordFile, table: paper.Table) -> None:
    """With a head, its cells stand out; without one, the first cell of each row does."""
    lines = table.lines
    if not lines:
        return
    made = word.add_table(len(lines), len(lines[0]), style="Table Grid")
    made.autofit = False
    for column, share in zip(made.columns, shares(table), strict=True):
        column.width = Emu(int(_WIDTH * share))
        for cell in column.cells:
            cell.width = column.width
    for row, cells in zip(made.rows, lines, strict=True):
        word_look.keep_whole(row)
        if not any(cells):
            row.height = _FOR_A_HAND
        for place, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            named = cells is lines[0] if table.head else not place
            cell.paragraphs[0].add_run(clean(text)).bold = named
    if table.head:
        word_look.repeat_on_every_page(made.rows[0])
    word.add_paragraph()


def _line_to_write_on(word: WordFile, label: str) -> WordParagraph:
    line = word.add_paragraph(f"{label}\t")
    line.paragraph_format.tab_stops.add_tab_stop(_WIDTH, leader=WD_TAB_LEADER.LINES)
    return line


def _check(word: WordFile, text: str) -> None:
    line = word.add_paragraph(text)
    line.paragraph_format.left_indent = _INDENT
    line.paragraph_format.first_line_indent = -_INDENT


def _signature(word: WordFile, block: paper.Signature) -> None:
    """Lines to sign and date on, and the name; they stay together and with the words before them."""
    for label in (block.name_label, block.date_label):
        line = _line_to_write_on(word, f"{clean(label)} ")
        line.paragraph_format.space_before = Pt(28.0)
        line.paragraph_format.keep_with_next = True
    word.add_paragraph(clean(block.name))
