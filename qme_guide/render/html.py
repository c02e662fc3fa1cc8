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
    "td,th{border-bottom:1px solid #000;padding:.3rem;text-align:left;vertical-align:top;overflow-wrap:break-word}"
    ".mark{border:2px solid #000;padding:.3rem;font-weight:bold}.big{font-size:2rem;font-weight:bold}"
    "@page{size:letter;margin:1in}"
    # On a phone the cells of a table with many columns stand under each other, each after the name of its column.
    "@media screen and (max-width:640px){table:has(tr>:nth-child(4)){display:block}"
    "table:has(tr>:nth-child(4)) :is(tbody,tr,td){display:block}"
    "table:has(tr>:nth-child(4)) thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}"
    "table:has(tr>:nth-child(4)) tr{border-top:2px solid #000;padding:.3rem 0}table:has(tr>:nth-child(4)) td{border:0;overflow-wrap:break-word}"
    "table:has(tr>:nth-child(4)) td::before{content:attr(data-label);display:block;font-weight:bold}.blank~.blank{display:none}}"
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
    """With a head, its cells name the columns; without one, the first cell of a row names the row.

    Every cell carries the name of its column, for a small screen where the rows of a wide table stand under each other.
    The roles are written out: a browser forgets them where a table is not drawn as one.
    """
    lines = list(table.lines)
    names = lines.pop(0) if table.head else ()
    cells = "".join(f'<th scope="col" role="columnheader">{_safe(cell)}</th>' for cell in names)
    head = f'<thead role="rowgroup"><tr role="row">{cells}</tr></thead>' if names else ""
    rows = "".join(f'<tr role="row"{_blank(row)}>{_row(row, names)}</tr>' for row in lines)
    return f'<table role="table">{head}<tbody role="rowgroup">{rows}</tbody></table>'


def _blank(row: Sequence[str]) -> str:
    """A row to fill in by hand is marked: a small screen shows one of them."""
    return "" if any(row) else ' class="blank"'


def _row(cells: Sequence[str], names: Sequence[str]) -> str:
    """The cells of a row under the names of their columns; without names, the first cell names the row."""
    if names:
        return "".join(f'<td role="cell" data-label="{escape(clean(name))}">{_safe(cell)}</td>' for name, cell in zip(names, cells, strict=True))
    first, *rest = (_safe(cell) for cell in cells)
    return f'<th scope="row" role="rowheader">{first}</th>' + "".join(f'<td role="cell">{cell}</td>' for cell in rest)
