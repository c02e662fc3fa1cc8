"""How long our two-page letter takes as a PDF, beside bare fpdf2 drawing the same words in the same font.

Run: python bench/bench_pdf.py. Prints one line of JSON: warm medians in milliseconds and their ratio, which must not
be above `LIMIT`. Both are measured in turns in the same run, so a busy machine slows both alike.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from fpdf import FPDF

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from qme_guide.documents.document import Bullets, Check, Document, Heading, Lines, Paragraph, Quote, Signature, Table
from qme_guide.render import fonts, pdf

LIMIT, ROUNDS = 1.5, 21
BODY = (
    "I do not agree with the decision dated January 5, 2026. My doctor asked for this treatment – and explained why. "
    "The reviewer’s letter says that the request did not show what had been tried before. It had: twelve visits. "
)
LETTER = Document(
    name="letter",
    title="Request for Independent Medical Review",
    language="en",
    blocks=(
        Lines(("Sample Worker", "123 Sample Street", "Example City, CA 90000")),
        Paragraph("Saturday, November 21, 2026"),
        Lines(("Example Insurance", "PO Box 0000", "Example City, CA 90001")),
        Table((), (("Name", "Sample Worker"), ("Claim number", "SAMPLE-001"), ("Injured on", "January 5, 2026"))),
        *(Paragraph(BODY) for _ in range(6)),
        Heading("What was denied"),
        Table(("Treatment", "Part of the body", "Decision"), (("Therapy, 12 visits", "Lower back", "Denied"),) * 6),
        Heading("In my own words"),
        *(Quote(BODY) for _ in range(3)),
        Heading("Enclosed"),
        Bullets(("The signed form", "The decision, five pages", "A letter from Dr. Sample"), numbered=True),
        Check("I have kept a copy of everything.", checked=True),
        Signature("Signature of the injured worker", "Date", "Sample Worker"),
    ),
    header=("Sample Worker", "Claim number: SAMPLE-001", "Date of injury: Monday, January 5, 2026"),
    foot="Made by the worker with QME Guide, which gives information and is not a lawyer.",
    page_words="Page {page} of {pages}",
)


def ours(letter: Document = LETTER) -> bytes:
    """The letter as we make it."""
    return pdf.render(letter)


def bare(letter: Document = LETTER) -> bytes:
    """The same words in the same fonts and sizes, with nothing but fpdf2's own cells, lines and page numbers."""
    sheet = _Bare(unit="pt", format="letter")
    sheet.letter = letter
    sheet.set_margin(72)
    sheet.set_auto_page_break(True, 72)
    sheet.add_font("body", "", fonts.REGULAR.path)
    sheet.add_font("body", "B", fonts.BOLD.path)
    sheet.add_page()
    for text, size, style in _words(letter):
        sheet.set_font("body", style, size)
        sheet.multi_cell(0, size * 1.42, text, align="L", new_x="LMARGIN", new_y="NEXT")
        sheet.ln(6)
    return bytes(sheet.output())


class _Bare(FPDF):
    letter: Document

    def header(self) -> None:
        self.set_font("body", size=9)
        self.multi_cell(0, 13, "   ·   ".join(self.letter.header), new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-60)
        self.set_font("body", size=9)
        self.multi_cell(0, 13, f"{self.letter.foot} Page {self.page_no()} of {{nb}}", new_x="LMARGIN", new_y="NEXT")


def _words(letter: Document) -> list[tuple[str, float, str]]:
    """Every text of the letter with its size and weight; table cells joined by row."""
    words: list[tuple[str, float, str]] = []
    for block in letter.flow:
        match block:
            case Heading(text):
                words.append((text, 14.0, "B"))
            case Paragraph(text) | Quote(text) | Check(text):
                words.append((text, 11.5, ""))
            case Lines(lines) | Bullets(lines):
                words.append(("\n".join(lines), 11.5, ""))
            case Table():
                words += [("   ".join(row), 11.5, "") for row in block.lines]
            case Signature():
                words.append((f"{block.name_label}   {block.date_label}\n{block.name}", 11.5, ""))
    return words


def measure(made: Callable[[], bytes]) -> float:
    start = time.perf_counter()
    made()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    for warm in (ours, bare):  # imports, font tables
        warm()
    pairs = [(measure(ours), measure(bare)) for _ in range(ROUNDS)]
    mine, plain = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = mine / plain
    found = {"ours_ms": round(mine, 1), "bare_fpdf2_ms": round(plain, 1), "ratio": round(ratio, 2), "limit": LIMIT}
    print(json.dumps(found))
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
