"""A paper as a web page: the accessible twin of the PDF, with real headings, lists and table headings.

Everything is escaped; there is no script and nothing is fetched. It must not know law, words or screens.
"""

import re
from collections.abc import Sequence
from html import escape

from qme_guide.documents import document as paper
from qme_guide.documents.document import TITLE_LEVEL, Block, Document
from qme_guide.render.clean import clean

_LEVELS = ("h1", "h2", "h3", "h4")
# A line to write on stays one line: on a small screen its end is left out.
_WRITE_HERE = '<span aria-hidden="true" style="display:inline-block;max-width:100%;overflow:hidden;white-space:nowrap;vertical-align:bottom">______________________________</span>'
_PHONE = re.compile(r"\b\d-\d{3}-\d{3}-\d{4}\b")
_LOOK = (
    "body{font:18px/1.5 sans-serif;color:#000;background:#fff;max-width:40rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #000;padding:.3rem;text-align:left;vertical-align:top}"
    ".mark{border:2px solid #000;padding:.3rem;font-weight:bold}.big{font-size:2rem;font-weight:bold}"
    "@page{size:letter;margin:1in}"
)


def render(document: Document) -> bytes:
    """The file: one page that stands by itself."""
    return (
        f'<!doctype html>\n<html lang="{_safe(document.language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_safe(document.title)}</title><style>{_LOOK}</style></head>\n<body>\n"
        f"{fragment(document, _LEVELS[0])}\n</body></html>\n"
    ).encode()


def fragment(document: Document, top: str = "h2") -> str:
    """The paper as one `article` to show inside another page. `top`: the tag for its title, such as "h2"."""
    levels = _LEVELS[_LEVELS.index(top) :]
    parts = [
        f"<p>{' &#183; '.join(map(_safe, document.header))}</p>" if document.header else "",
        f'<p class="mark"><strong>{_safe(document.mark)}</strong></p>' if document.mark else "",
        *(_block(block, levels) for block in document.flow),
        f"<hr><p>{_safe(document.foot)}</p>" if document.foot else "",
    ]
    body = "\n".join(part for part in parts if part)
    return f'<article lang="{_safe(document.language)}">\n{body}\n</article>'


def _safe(text: str) -> str:
    """Escaped, with its line breaks; a telephone number never breaks."""
    return _PHONE.sub(r'<span style="white-space:nowrap">\g<0></span>', escape(clean(text))).replace("\n", "<br>")


def _block(block: Block, levels: Sequence[str]) -> str:
    match block:
        case paper.Heading(text, level):
            tag = (*levels[level - TITLE_LEVEL :], levels[-1])[0]
            return f"<{tag}>{_safe(text)}</{tag}>"
        case paper.Paragraph(text, strong):
            return f"<p><strong>{_safe(text)}</strong></p>" if strong else f"<p>{_safe(text)}</p>"
        case paper.Bullets(items, numbered):
            tag = "ol" if numbered else "ul"
            return f"<{tag}>{''.join(f'<li>{_safe(item)}</li>' for item in items)}</{tag}>"
        case paper.Table():
            return _table(block)
        case paper.Blank(label):
            return f"<p>{_safe(label)}: {_WRITE_HERE}</p>"
        case paper.Quote(text):
            return f'<blockquote dir="auto">\u201c{_safe(text)}\u201d</blockquote>'
        case paper.Lines(lines):
            return f'<p dir="auto">{"<br>".join(map(_safe, lines))}</p>'
        case paper.Check(text, checked):
            return f"<p>{'&#9745;' if checked else '&#9744;'} {_safe(text)}</p>"
        case paper.Signature(name_label, date_label, name):
            return f"<p>{_safe(name_label)}: {_WRITE_HERE}<br>{_safe(date_label)}: {_WRITE_HERE}<br>{_safe(name)}</p>"
        case paper.Big(label, text):
            above = f"<strong>{_safe(label)}</strong><br>" if label else ""
            return f'<p>{above}<span class="big">{_safe(text)}</span></p>'
        case paper.Rule():
            return "<hr>"
        case paper.PageBreak():
            return ""


def _table(table: paper.Table) -> str:
    """With a head, its cells name the columns; without one, the first cell of a row names the row."""
    lines = list(table.lines)
    head = ""
    if table.head:
        names = "".join(f'<th scope="col">{_safe(cell)}</th>' for cell in lines.pop(0))
        head = f"<thead><tr>{names}</tr></thead>"
    rows = "".join(f"<tr>{_row(row, named=not table.head)}</tr>" for row in lines)
    return f"<table>{head}<tbody>{rows}</tbody></table>"


def _row(cells: Sequence[str], named: bool) -> str:
    tags = ["th" if named and not place else "td" for place, _ in enumerate(cells)]
    scope = {"th": ' scope="row"', "td": ""}
    return "".join(f"<{tag}{scope[tag]}>{_safe(cell)}</{tag}>" for tag, cell in zip(tags, cells, strict=True))
