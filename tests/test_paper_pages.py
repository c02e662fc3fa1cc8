"""The papers as somebody gets them: one page where one is enough, no fact twice, a line for what a letter cannot go without."""

import io

import pytest
from pypdf import PdfReader

from qme_guide.case import Case
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.document import Check, Document, Heading, PageBreak, Table
from qme_guide.render import pdf
from qme_guide.words import LANGUAGES
from tests.personas import EVERYBODY
from tests.sweeps import SPANISH
from tests.test_letters import matter, text

# Letters to the claims administrator, each with somebody for whom it is written.
LETTERS = {
    "claims-copy": "sent",
    "form-missing": "no-form",
    "imr-authorize": "overturned",
    "imr-reimburse": "overturned",
    "objection": "objector",
    "form105-request": "panel-wait",
    "panel-copy": "panel-wait",
    "selection-notice": "panel-here",
    "interpreter-request": "booked",
    "travel-request": "booked",
}
ONE_PAGE = LETTERS | {
    "imr-cover": "farm-worker",
    "late-note": "no-form",
    "designation": "farm-worker",
    "records-request": "two-tracks",
    "records-missing": "assigned",
    "more-facts": "sent",
    "new-request": "upheld",
    "doctor-sheet": "two-tracks",
    "call-card": "claim-denied",
    "sending-log": "sent",
    "proof-of-service": "farm-worker",
}


def built(paper: str, case: Case, language: str = "en") -> Document:
    return PAPERS[paper].build(matter(case, language))


def pages(document: Document) -> int:
    return len(PdfReader(io.BytesIO(pdf.render(document))).pages)


# Spanish is the longer.
@pytest.mark.parametrize("language", SPANISH)
@pytest.mark.parametrize(("paper", "person"), ONE_PAGE.items())
def test_a_letter_or_a_card_of_one_page_is_one_page(paper, person, language):
    assert pages(built(paper, EVERYBODY[person], language)) == 1


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ONE_PAGE)
def test_a_letter_or_a_card_to_fill_in_by_hand_is_one_page(paper, language):
    assert pages(built(paper, Case(), language)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", ["farm-worker", "many", "newcomer"])
def test_the_sheet_for_the_form_has_the_boxes_of_the_decision_on_its_second_and_last_page(person, language):
    found = built("form-sheet", EVERYBODY[person], language)
    assert sum(isinstance(block, PageBreak) for block in found.blocks) == 1
    assert pages(found) == 2


@pytest.mark.parametrize(("paper", "person"), LETTERS.items())
def test_a_letter_names_the_worker_and_the_claims_administrator_once_each_over_its_text(paper, person):
    blocks = built(paper, EVERYBODY[person]).blocks
    tables = [cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row]
    assert not {"Sample Worker", "Example Insurance"} & set(tables)
    assert str(blocks).count("Example Insurance") == 1


@pytest.mark.parametrize("paper", [*LETTERS, "records-request"])
def test_a_letter_that_nobody_filled_in_asks_once_for_each_name_and_for_both_addresses(paper):
    lines = text(paper, Case(), "en").splitlines()
    asked = [line.partition(":")[0] for line in lines if line.endswith("____")]
    assert asked.count("From") == asked.count("To") == 1 and asked.count("Address") == 2
    assert not {"Name", "Claims administrator"} & set(asked)


def test_the_letter_that_speaks_of_the_address_above_has_it_or_a_line_for_it():
    for address in ("1 Sample Street", None):
        told = text("form-missing", EVERYBODY["no-form"].answers({"worker.address": address}), "en")
        head = told.partition("November 21")[0]
        assert "to my address above" in told and ("1 Sample Street" in head) != ("Address:" in head)


def test_a_sheet_with_the_dates_of_several_letters_says_which_letter_each_is_about():
    titles = [block.text for block in built("date-sheet", EVERYBODY["many"]).blocks if isinstance(block, Heading)]
    assert [title for title in titles if title.startswith("Letter")] == ["Letter 2", "Letter 9", "Letter 16"] * 2
    assert "Letter 1" not in text("date-sheet", EVERYBODY["farm-worker"], "en")


def test_the_log_always_has_an_empty_row():
    for many in range(8):
        noted = [{"id": f"sending-{number}", "to": "reviewer"} for number in range(many)]
        (table,) = (block for block in built("sending-log", EVERYBODY["sent"].answers({"letters.0.sendings": noted})).blocks if isinstance(block, Table))
        assert not any(table.rows[-1]) and len(table.rows) > max(many, 4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_ends_with_a_full_stop_gets_no_second_one(language):
    report = {"id": "report-1", "kind": "qme", "author": "Sample Doctor, M.D."}
    case = EVERYBODY["two-tracks"].answers({"doctor.name": "Sample Doctor, M.D."})
    assert ".." not in text("clinic-call", case, language)
    assert "M.D.." not in text("objection", EVERYBODY["objector"].answers({"reports": [report]}), language)


def test_each_reason_for_another_doctor_stands_together_with_its_proof():
    checks = [block.text for block in built("replacement-sheet", EVERYBODY["booked"]).blocks if isinstance(block, Check)]
    assert checks and all("\nAdd: " in text for text in checks)


def test_the_first_page_keeps_its_two_open_rows_and_asks_for_the_rest():
    (table,) = (block for block in built("imr-cover", EVERYBODY["two-tracks"]).blocks if isinstance(block, Table))
    assert [row[0] for row in table.rows if not row[-1]] == ["Fax number, on the form", "Date sent"]
