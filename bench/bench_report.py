"""What a letter about a wrong report costs, as ratios within one run on one machine: `make bench`.

200 wrong rows in one letter against 20, both as a PDF with the list behind the letter; and a letter of two pages with its
rows inside against bare fpdf2 with the same words in the same font (bench_pdf). Prints JSON and ends with 1 when the long
letter lost a row, or a ratio is over its limit. Each pair is measured in turns, so a busy machine slows both alike.
"""

import io
import json
import statistics
import sys
from functools import partial

from pypdf import PdfReader

from bench.bench_pdf import LIMIT, bare, measure, ours
from qme_guide.case import Case
from qme_guide.documents.dispute_letter import dispute_letter
from qme_guide.documents.document import Document
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.words import load_words
from tests.personas import TODAY, WRONG_REPORT

MANY, SOME, INSIDE = 200, 20, 3
ROWS_LIMIT = 12
ROUNDS = 15


def main() -> int:
    """Measure, print, judge."""
    many, some, inside = (letter(told(count)) for count in (MANY, SOME, INSIDE))
    text = " ".join(words(ours(many)))
    lost = [at for at in range(MANY) if f"({at})" not in text]
    pages = len(words(ours(inside)))
    rows = ratio(partial(ours, many), partial(ours, some))
    plain = ratio(partial(ours, inside), partial(bare, inside))
    print(json.dumps({"rows": {**rows, "limit": ROWS_LIMIT, "lost": len(lost)}, "bare": {**plain, "limit": LIMIT, "pages": pages}}, indent=1))
    return int(bool(lost) or rows["ratio"] > ROWS_LIMIT or plain["ratio"] > LIMIT)


def told(count: int) -> Case:
    """The persona with so many rows: its own again and again, each with a number of its own."""
    own = WRONG_REPORT.reports[-1].errors
    many = [own[at % len(own)].model_copy(update={"id": f"row-{at}", "says": f"{own[at % len(own)].says} ({at})"}) for at in range(count)]
    return WRONG_REPORT.answers({"reports.1.errors": many})


def letter(case: Case) -> Document:
    return dispute_letter(Matter(case, None, load_law(), load_words("en"), TODAY), case.reports[-1])


def words(data: bytes) -> list[str]:
    """The words of each page."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]


def ratio(one: partial[bytes], other: partial[bytes]) -> dict[str, float]:
    """Warm medians of both in milliseconds, measured in turns, and how many times longer the first takes."""
    one(), other()
    first, second = (statistics.median(column) for column in zip(*((measure(one), measure(other)) for _ in range(ROUNDS)), strict=True))
    return {"ms": round(first, 1), "against_ms": round(second, 1), "ratio": round(first / second, 2)}


if __name__ == "__main__":
    sys.exit(main())
