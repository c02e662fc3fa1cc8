"""How a Word file is dressed: page, type, head, foot, page numbers. Nothing here knows what the paper says.

python-docx has no words for some of Word's settings; those are written as the XML elements that the format names.
"""


import string

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Inches, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Row
from docx.text.paragraph import Paragraph

from qme_guide.documents.document import Document
from qme_guide.render.clean import clean

_FACE, _MARGIN, _TEXT, _LARGE, _SMALL = "Arial", Inches(1.0), Pt(11.5), Pt(14.0), Pt(9.0)
_HEADINGS = (("Heading 1", 1.5), ("Heading 2", 1.2), ("Heading 3", 1.0))
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_MADE = ("dcterms:created", "dcterms:modified")


def heading(deep: int) -> str:
    """The name of the heading style so many levels below the title."""
    names = [name for name, _ in _HEADINGS]
    return (*names[deep:], names[-1])[0]


def dress(word: WordFile, document: Document) -> None:
    """Sets page, type, language, head, foot and title of a new file, and takes out who and when."""
    section, size = word.sections[0], _LARGE if document.large else _TEXT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    _style(word.styles["Normal"], size)
    word.styles["Normal"].paragraph_format.space_after = Pt(size.pt / 2.0)
    for name, scale in _HEADINGS:
        _style(word.styles[name], Pt(size.pt * scale), bold=True)
        word.styles[name].paragraph_format.space_before = size
        word.styles[name].paragraph_format.space_after = Pt(size.pt / 2.0)
    quote = word.styles["Quote"]
    _style(quote, size)
    quote.font.italic = False
    quote.paragraph_format.left_indent = quote.paragraph_format.right_indent = Inches(0.3)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), f"{document.language}-US")
    _head(section.header.paragraphs[0], document)
    _foot(section.footer.paragraphs[0], document)
    facts = word.core_properties
    facts.title, facts.language = clean(document.title), document.language
    facts.author = facts.comments = facts.last_modified_by = ""
    for name in _MADE:
        for element in facts._element.findall(qn(name)):
            facts._element.remove(element)


def _style(style: ParagraphStyle, size: Pt, bold: bool = False) -> None:
    """One black sans serif face in all scripts, instead of the template's theme."""
    style.font.size, style.font.bold, style.font.color.rgb = size, bold, RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FACE)


def _head(line: Paragraph, document: Document) -> None:
    line.add_run(clean("   \u00b7   ".join(document.header))).font.size = _SMALL
    if document.mark:
        line.add_run("\n")
        line.add_run(clean(document.mark)).bold = True
    line_under(line)


def _foot(line: Paragraph, document: Document) -> None:
    line.add_run(clean(document.foot)).font.size = _SMALL
    line.add_run("\n")
    for words, field, _, _ in string.Formatter().parse(document.page_words):
        line.add_run(words).font.size = _SMALL
        if field:
            line._p.append(_page_field(_FIELDS[field]))
    line.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _page_field(name: str) -> BaseOxmlElement:
    """A number that Word counts itself."""
    size = f'<w:rPr><w:sz w:val="{int(_SMALL.pt + _SMALL.pt)}"/></w:rPr>'
    return parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r>{size}<w:t>0</w:t></w:r></w:fldSimple>')


def line_under(line: Paragraph) -> None:
    """A hairline under a paragraph."""
    edge = '<w:bottom w:val="single" w:sz="6" w:space="4" w:color="000000"/>'
    line._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{edge}</w:pBdr>"))


def repeat_on_every_page(row: _Row) -> None:
    """Marks a row as the table's head."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """No page ends inside this row, if it fits on a page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def fresh_numbering(word: WordFile) -> int:
    """The id of a new count for a numbered list, beginning at one."""
    style = word.styles["List Number"].element.pPr.numPr.numId.val
    numbering = word.part.numbering_part.element
    made = numbering.add_num(numbering.num_having_numId(style).abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(val=1)
    return int(made.numId)
