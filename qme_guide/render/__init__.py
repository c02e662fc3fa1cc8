"""One module for each kind of file. A renderer knows the blocks of a paper and one library, and nothing of law."""

from collections.abc import Callable, Mapping

from qme_guide.documents.document import Document
from qme_guide.render import docx, html, pdf, text

RENDERERS: Mapping[str, Callable[[Document], bytes]] = {
    ".pdf": pdf.render,
    ".docx": docx.render,
    ".txt": text.render,
    ".html": html.render,
}
"""How to write a paper, by the ending of the file."""
