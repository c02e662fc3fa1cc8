"""Every paper can be read back from its PDF and its Word file, whole and in order: what a screen reader or a fax clerk gets."""

import io
import re

import docx
import pytest
from pypdf import PdfReader

from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.document import Bullets, Document, Heading, Paragraph
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.words import load_words
from tests.personas import EVERYBODY, FARM_WORKER, TODAY
from tests.sweeps import in_turn, some_of

LONG = " ".join(f"word{number}" for number in range(700))


def built(name: str, language: str, person: str = "farm-worker") -> Document:
    case = EVERYBODY[person]
    return PAPERS[name].build(Matter(case, case.letters[0], load_law(), load_words(language), TODAY))


def squeezed(text: str) -> str:
    """Without any white space, so that line breaks do not count."""
    return re.sub(r"\s+", "", text)


def sentences(document: Document) -> list[str]:
    """The sentences of the headings, paragraphs and lists of a paper, in order. A page may end between two of them."""
    texts: list[str] = []
    for block in document.flow:
        texts += [block.text] if isinstance(block, (Heading, Paragraph)) else block.items if isinstance(block, Bullets) else []
    return [squeezed(piece) for text in texts for piece in re.split(r"(?<=[.:?]) ", text)]


def in_order(pieces: list[str], text: str) -> None:
    place = 0
    for piece in pieces:
        found = text.find(piece, place)
        assert found >= 0, f"missing or out of order: {piece}"
        place = found + len(piece)


def pdf_text(document: Document) -> str:
    """The text of the PDF without what stands at the head and the foot of every page."""
    pages = [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(RENDERERS[".pdf"](document))).pages]
    edges = [squeezed(" · ".join(document.header)), squeezed(document.foot), squeezed(document.mark or "")]
    for number, _ in enumerate(pages):
        for edge in (*edges, squeezed(document.page_words.format(page=number + 1, pages=len(pages)))):
            pages[number] = pages[number].replace(edge, "") if edge else pages[number]
    return "".join(pages)


@pytest.mark.parametrize("person", some_of(("farm-worker", "late-drug", "no-form"), ["farm-worker"]))
@pytest.mark.parametrize(("name", "language"), in_turn(PAPERS))
def test_the_pdf_reads_back_in_order(name, person, language):
    document = built(name, language, person)
    in_order(sentences(document), pdf_text(document))


@pytest.mark.parametrize(("name", "language"), [pytest.param(*one.values, marks=one.marks if at // 2 % 3 == 0 else pytest.mark.slow) for at, one in enumerate(in_turn(PAPERS))])
def test_the_word_file_reads_back_in_order(name, language):
    document = built(name, language)
    file = docx.Document(io.BytesIO(RENDERERS[".docx"](document)))
    in_order(sentences(document), squeezed("".join(paragraph.text for paragraph in file.paragraphs)))


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".txt", ".html"])
def test_five_thousand_characters_lose_nothing_in_any_kind_of_file(ending):
    assert len(LONG) > 5000
    case = FARM_WORKER.answers({"letters.0.reason": LONG})
    data = RENDERERS[ending](PAPERS["hand-off-full"].build(Matter(case, case.letters[0], load_law(), load_words("en"), TODAY)))
    if ending == ".pdf":
        text = re.sub(r"Sample Worker.{0,200}?March 16, 2026|This is information.{0,300}?Page \d+ of \d+", "", " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages), flags=re.DOTALL)
    elif ending == ".docx":
        text = " ".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    else:
        text = data.decode()
    found = re.findall(r"word\d+", text)
    assert found == LONG.split()
