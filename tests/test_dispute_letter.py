"""The letter about what is wrong in a report: what goes in, that nothing stands without its answer, and that every file says the same."""

import io
import re
import shutil
import subprocess
from datetime import date

import pytest
from docx import Document as Docx
from docx.table import Table as DocxTable
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from qme_guide import bundle
from qme_guide.case import Case, Report, ReportError, Sending
from qme_guide.documents.document import Check
from qme_guide.documents.dispute_letter import NAME, dispute_letter, dispute_proof
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.rules import disputing as rules
from qme_guide.rules import errors
from qme_guide.words import LANGUAGES, load_words
from tests.personas import RATED, TODAY, WRONG_REPORT
from tests.sweeps import ENGLISH, SPANISH
from tests.test_bundle import paper
from tests.test_letters import golden

LAW = load_law()
REPORT = WRONG_REPORT.reports[-1]
ODD = "José Ñáñez-Ibáñez <b>bold</b> “quoted” \"plain\" مرحبا بالعالم " + "W" * 120


def matter(case: Case, language: str = "en", today: date | None = TODAY) -> Matter:
    return Matter(case, None, LAW, load_words(language), today)


def told(case: Case, language: str = "en", today: date | None = TODAY) -> str:
    """The letter about the case's last report, as one line of words."""
    return " ".join(RENDERERS[".txt"](dispute_letter(matter(case, language, today), case.reports[-1])).decode().split())


def rows(count: int, **more: object) -> Case:
    """The persona with so many rows of all kinds."""
    many = [
        ReportError(id=f"row-{at}", page=str(1 + at // 5), place=f"line {at}", says=f"Statement {at}.", true=f"Fact {at}.", checkable=("yes", "no", "unsure")[at % 3], **more)
        for at in range(count)
    ]
    return WRONG_REPORT.answers({"reports.1.errors": many})


def test_rows_that_say_nothing_stay_out_and_are_counted_last():
    case = WRONG_REPORT.answers({"reports.1.errors.1.says": None, "reports.1.errors.1.true": None})
    assert rules.silent(case.reports[-1]) == (5,)
    assert "1. Fact" in told(case) and "2. Fact" in told(case) and "3. Fact" not in told(case)


def test_a_paper_goes_along_only_when_a_row_of_the_letter_names_it():
    assert [one.id for one in rules.enclosed(WRONG_REPORT, REPORT)] == ["record-4", "record-2"]
    silent = WRONG_REPORT.answers({"reports.1.errors.0.says": None, "reports.1.errors.0.true": None})
    assert [one.id for one in rules.enclosed(silent, silent.reports[-1])] == ["record-2"]


def test_a_row_that_is_not_decided_stands_without_a_kind_and_without_a_legend_of_it():
    text, words = told(WRONG_REPORT), load_words("en")
    assert rules.undecided(REPORT) == (5,) and "An earlier back injury in 2019" in text
    assert words.letter("error-table", "kind_open") not in text and "not clear yet" not in text
    assert "5. Page and place: 7" in told(WRONG_REPORT.answers({"reports.1.errors.4.page": "7"}))
    long = told(rows(30))
    assert words.letter("error-table", "kind_fact") in long and words.letter("error-table", "kind_open") not in long


def test_a_paper_in_own_words_stands_among_the_papers_with_an_empty_box_and_so_in_the_proof():
    document = dispute_letter(matter(WRONG_REPORT), REPORT)
    boxes = [block for block in document.blocks if isinstance(block, Check)]
    assert [(one.text, one.checked) for one in boxes] == [("Pay stub from Example Warehouse", False)]
    proof = dispute_proof(matter(WRONG_REPORT), REPORT)
    assert [block.text for block in proof.blocks if isinstance(block, Check)] == ["Pay stub from Example Warehouse"]
    none = WRONG_REPORT.answers({"reports.1.errors.1.proof_named": None})
    assert not [block for block in dispute_letter(matter(none), none.reports[-1]).blocks if isinstance(block, Check)]


def test_the_proof_names_the_treating_doctor_when_a_copy_goes_there():
    def proof(case: Case) -> str:
        return " ".join(RENDERERS[".txt"](dispute_proof(matter(case), case.reports[-1])).decode().split())

    known = WRONG_REPORT.answers({"doctor.name": "Dr. Sample", "doctor.address": "9 Sample Street"})
    assert "Dr. Sample" in proof(known) and "9 Sample Street" in proof(known) and "Example Insurance" in proof(known)
    assert "Doctor: address" in proof(known.answers({"doctor.address": None}))
    assert "Dr. Sample 9" not in proof(known.answers({"reports.1.disputing.copy_doctor": "no"}))


def test_the_letter_has_one_name_on_the_screen_and_on_paper():
    for language in LANGUAGES:
        words = load_words(language)
        assert words.say(f"paper.{NAME}") == words.say("dispute_letter.title") == words.letter(NAME, "title")


def test_the_rule_on_a_fair_investigation_is_named_only_with_facts_or_papers_to_look_into():
    assert "10109" in told(WRONG_REPORT)
    opinions = WRONG_REPORT.answers({f"reports.1.errors.{at}.checkable": "no" for at in range(5)})
    assert "10109" in told(opinions), "papers that the report does not list can be looked into"
    assert "10109" not in told(opinions.answers({"reports.1.listed": None}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sign_that_it_arrived_is_a_wish_and_names_no_day_that_is_past_or_unknown(language):
    say, day = load_words(language).letter, REPORT.disputing.reply_by
    assert say(NAME, "confirm_by", day=day) in told(WRONG_REPORT, language) and say(NAME, "wish") in told(WRONG_REPORT, language)
    for case, today in ((WRONG_REPORT, date(2026, 12, 8)), *((WRONG_REPORT.answers({"reports.1.disputing.reply_by": known}), TODAY) for known in (None, "unsure", "2026-12"))):
        assert say(NAME, "confirm") in told(case, language, today) and say(NAME, "wish") not in told(case, language, today)


def test_the_request_to_the_evaluator_is_told_only_when_the_log_says_that_it_went_to_the_evaluator():
    sentence = "I sent the evaluator"
    assert sentence not in told(WRONG_REPORT) and "On Thursday, November 12, 2026 I sent the evaluator" in told(RATED)
    others = RATED.answers({"reports.1.sendings": [one for one in RATED.reports[-1].sendings if one.to != "qme"]})
    assert sentence not in told(others)


SENTENCES = {
    "worker.name": "Sample Worker", "claim.number": "SAMPLE-002", "claim.claims_administrator": "Example Insurance", "triage.lawyer": "not represented",
    "reports.1.author": "the report of Dr. Sample One", "reports.1.specialty": "Orthopedic Surgery", "reports.1.printed_on": "November 5, 2026",
    "reports.1.received_on": "November 9, 2026", "reports.1.errors.0.page": "Page and place: 2, line 14", "reports.1.errors.0.place": "line 14",
    "reports.1.errors.0.says": "Date of injury: February 12", "reports.1.errors.0.true": "The injury was on January 12", "reports.1.errors.0.proof": "Exhibit B",
    "reports.1.errors.1.proof_named": "Pay stub", "reports.1.errors.3.checkable": "4. Opinion", "reports.1.listed": "not on the list",
    "reports.1.disputing.asks": "Please look at these points again", "reports.1.disputing.reply_by": "December 7, 2026", "reports.1.disputing.copy_doctor": "Copy to",
    "doctor.name": "Copy to Dr. Sample",
}  # fmt: skip


@pytest.mark.parametrize(("path", "sentence"), SENTENCES.items())
def test_no_sentence_stands_without_its_answer(path, sentence):
    empty = () if path.endswith("proof") else None
    assert sentence in told(WRONG_REPORT) and sentence not in told(WRONG_REPORT.answers({path: empty}))


def leaves(case: Case) -> list[str]:
    """The path of every answer that the letter can print."""
    parts = {"worker": case.worker, "claim": case.claim, "doctor": case.doctor, "reports.1": case.reports[1], "reports.1.disputing": case.reports[1].disputing}
    parts |= {f"reports.1.errors.{at}": one for at, one in enumerate(case.reports[1].errors)}
    return [f"{place}.{name}" for place, part in parts.items() for name, answer in part if isinstance(answer, str | date) and name != "id"]


@pytest.mark.parametrize("language", ENGLISH)
def test_taking_out_any_one_answer_never_leaves_a_broken_sentence(language):
    assert len(leaves(WRONG_REPORT)) > 35
    for path in leaves(WRONG_REPORT):
        text = RENDERERS[".txt"](dispute_letter(matter(case := WRONG_REPORT.answers({path: None}), language), case.reports[-1])).decode()
        assert not re.search(r"None|“\s*”|\S  +\S| [.,:;]|\.\.|,,|\{|\}", text), path
        assert not re.search(r"(?m)^[^:\n]+:\s*$(?=\n\n\n|\Z)", text), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_awkward_letter_is_what_was_read_and_agreed(language):
    """Two surnames, accents, quotes, tags, another script, a long word, only "wrong", page 0, a page that is no number."""
    case = WRONG_REPORT.answers(
        {
            "worker.name": "María José Ñáñez Ibáñez", "reports.1.author": "Dr. O’Brien & Sons <i>", "reports.1.errors.0.says": ODD, "reports.1.errors.0.true": "wrong",
            "reports.1.errors.1.says": None, "reports.1.errors.2.page": "0", "reports.1.errors.3.page": "ninguna", "reports.1.disputing.asks": "مرحبا\nDos líneas.",
        }
    )  # fmt: skip
    golden(f"{NAME}-awkward-{language}", RENDERERS[".txt"](dispute_letter(matter(case, language), case.reports[-1])).decode())


@pytest.mark.parametrize("language", SPANISH)
def test_two_hundred_rows_stand_behind_the_letter_complete_numbered_and_under_a_head_on_every_page(language):
    case = rows(200)
    pages = in_pdf(RENDERERS[".pdf"](dispute_letter(matter(case, language), case.reports[-1])))
    words, whole = load_words(language), " ".join(pages)
    kinds = [words.letter("error-table", f"kind_{kind}") for kind in ("fact", "opinion")]
    first = next(at for at, page in enumerate(pages) if words.letter(NAME, "rows_title") in page)
    assert words.letter(NAME, "behind", count=200) in pages[0] and 0 < first < 3
    assert all(words.letter("error-table", "says") in page for page in pages[first:])
    assert not [at for at in range(200) if f"“Statement {at}.”" not in whole or f"“Fact {at}.”" not in whole]
    places = [whole.find(f" {number} {one.page}, {one.place} ") for number, one in errors.numbered(case.reports[-1])]
    assert -1 not in places and places == sorted(places)
    assert min(whole.count(kind) for kind in kinds) >= 66


def in_pdf(data: bytes) -> list[str]:
    """The words of each page, in one line each."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in PdfDocument(data)]


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def in_docx(data: bytes) -> str:
    """The text of a DOCX from top to bottom, cells from left to right."""
    document = Docx(io.BytesIO(data))
    pieces = [paragraph.text for part in (document.sections[0].header, document.sections[0].footer) for paragraph in part.paragraphs]
    pieces += [row_text for block in document.iter_inner_content() for row_text in ([cell.text for row in block.rows for cell in row.cells] if isinstance(block, DocxTable) else [block.text])]
    return "\n".join(pieces)


def in_html(data: bytes) -> str:
    return re.sub(r"<style.*?</style>|<[^>]+>", " ", data.decode(), flags=re.DOTALL)


MARKS = ("Orthopedic Surgery", "Disagreement with the report", "not represented", "Fact: another", "Date of injury: February", "office clerk", "No imaging", "50 pounds", "Please look at these", "section 10109", "December 7", "Papers that go", "not on the list", "Sincerely", "Copy to")


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html", ".txt"])
def test_every_file_says_the_same_words_in_the_same_order(ending):
    read = {
        ".pdf": lambda data: "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages), ".docx": in_docx, ".html": in_html, ".txt": bytes.decode,
    }  # fmt: skip
    text = " ".join(read[ending](RENDERERS[ending](dispute_letter(matter(WRONG_REPORT), REPORT))).split())
    places = [text.find(mark) for mark in MARKS]
    assert -1 not in places and places == sorted(places)
    assert not set(words_of(told(WRONG_REPORT))) - set(words_of(text))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext here")
def test_the_text_of_the_pdf_comes_in_reading_order(tmp_path):
    (tmp_path / "letter.pdf").write_bytes(RENDERERS[".pdf"](dispute_letter(matter(WRONG_REPORT), REPORT)))
    out = subprocess.run(["pdftotext", str(tmp_path / "letter.pdf"), "-"], capture_output=True, check=True, timeout=60)
    text = " ".join(out.stdout.decode().split())
    places = [text.find(mark) for mark in MARKS]
    assert -1 not in places and places == sorted(places)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
@pytest.mark.parametrize("count", [5, 200])
def test_the_docx_opens_in_libreoffice_and_says_the_words_of_the_pdf(tmp_path, count):
    case = WRONG_REPORT if count == 5 else rows(count)
    document = dispute_letter(matter(case), case.reports[-1])
    (tmp_path / "letter.docx").write_bytes(RENDERERS[".docx"](document))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "letter.docx")], check=True, timeout=180, capture_output=True)
    texts = ["\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages) for data in ((tmp_path / "letter.pdf").read_bytes(), RENDERERS[".pdf"](document))]
    theirs, ours = (set(words_of(text)) for text in texts)
    assert not ours - theirs, sorted(ours - theirs)


def test_the_proof_names_the_letter_its_papers_and_only_the_day_of_this_letter():
    lines = (Sending(id="sending-1", to="claims_administrator", on=date(2026, 11, 12), how="mail", wrote="factual-correction"),)
    case = WRONG_REPORT.answers({"reports.1.sendings": lines})
    text = " ".join(RENDERERS[".txt"](dispute_proof(matter(case), case.reports[-1])).decode().split())
    assert "“Disagreement with a medical report”" in text and "Emergency room papers" in text and "November 12" not in text
    both = (Sending(id=f"sending-{number}", to=to, on=date(2026, 11, 20), how="mail", wrote=NAME) for number, to in enumerate(("claims_administrator", "doctor"), start=2))
    sent = case.answers({"reports.1.sendings": (*lines, *both)})
    assert "November 20, 2026" in RENDERERS[".txt"](dispute_proof(matter(sent), sent.reports[-1])).decode()


def test_the_packet_holds_the_letter_and_each_paper_behind_its_sheet_in_the_order_of_the_letter():
    files = {"record-4": [paper("EMERGENCY papers")], "record-2": [paper("MRI of April")]}
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(bundle.dispute_packet(matter(WRONG_REPORT), REPORT, files))).pages]
    whole = "\n".join(pages)
    order = [whole.find(mark) for mark in ("Disagreement with a medical report", "Copy to Dr. Sample", "EMERGENCY papers", "MRI of April")]
    assert -1 not in order and order == sorted(order)
    assert f"of {len(pages)}" in pages[-1]
    foot = load_words("en").letter("common", "not_lawyer_sent")
    assert [" ".join(page.split()).count(foot) for page in pages] == ["Date of injury: " in page for page in pages]


def test_without_a_report_the_letter_has_lines_to_fill_in_and_no_rule():
    text = RENDERERS[".txt"](dispute_letter(matter(Case()), Report(id="report-1"))).decode()
    assert "10109" not in text and "____" in text


def test_a_paper_that_the_report_does_not_list_is_told_once_where_it_goes_along_else_in_a_list_of_its_own():
    case = WRONG_REPORT.answers({"reports.1.errors.0.proof": ()})
    text = told(case)
    own, along = text.split("What I ask for")
    assert "The report does not list these papers, which I have: • Emergency room papers" in own and "MRI of the lower back" not in own.partition("does not list")[-1]
    assert "Exhibit A: X-ray, MRI or other image: MRI of the lower back, Monday, April 20, 2026 (not on the list in the report)" in along


def test_the_facts_of_one_row_are_never_parted_by_the_end_of_a_page():
    said = [f"Says {at}." for at in range(9)]
    many = [ReportError(id=f"row-{at}", page="1", says=said[at], true=f"True {at}.", proof_named=f"Paper {at}.", checkable="yes") for at in range(9)]
    case = WRONG_REPORT.answers({"reports.1.errors": many})
    pages = in_pdf(RENDERERS[".pdf"](dispute_letter(matter(case), case.reports[-1])))
    where = [{next(no for no, page in enumerate(pages) if f"{word} {at}." in page) for word in ("Says", "True", "Paper")} for at in range(9)]
    assert len({next(iter(one)) for one in where}) > 1 and all(len(one) == 1 for one in where)
