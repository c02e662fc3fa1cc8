"""The sheet to check the State form: every box with its answer or where to look, no address, no look-alike."""

import io

import pytest
from pypdf import PdfReader

from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.document import Document, Table
from qme_guide.documents.form_sheet import form_sheet
from qme_guide.render import RENDERERS
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EVERYBODY, FARM_WORKER, NEWCOMER, NO_FORM, TODAY, TWO_TRACKS
from tests.test_letters import matter, text


def boxes(document: Document) -> dict[str, str]:
    """Each box on the sheet and what stands beside it."""
    return {row[0]: row[1] for block in document.blocks if isinstance(block, Table) for row in block.rows}


def flat(case, language="en") -> str:
    return " ".join(text("form-sheet", case, language).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_answer_stands_beside_its_box(language):
    words, case = load_words(language), TWO_TRACKS.answers({"letters.0.form_revised_on": "2026-05"})
    told = boxes(form_sheet(matter(case, language)))
    say = words.letters["form-sheet"]
    expected = {
        "name": "Sample Worker",
        "address": "1 Sample Street, Sample City, California",
        "number": "SAMPLE-001",
        "injured": words.day(case.claim.injured_on),
        "administrator": "Example Insurance",
        "decided": words.day(case.letters[0].decided_on),
        "treatment": "Physical therapy, 8 visits (right shoulder)",
        "doctor": "Dr. Sample",
        "review": say["review_regular"],
        "liability": say["said_no"],
        "revised": words.told("2026-05"),
    }
    assert {name: told[say[f"box_{name}"]] for name in expected} == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_answer_each_box_says_where_to_look(language):
    told, say = boxes(form_sheet(matter(NEWCOMER, language))), load_words(language).letters["form-sheet"]
    names = [key for key in say if key.startswith("box_") and not key.endswith("_help")]
    assert told == {say[name]: say[f"{name}_help"] for name in names}


def test_the_date_of_the_letter_stands_in_for_the_date_of_the_decision():
    told = boxes(form_sheet(matter(FARM_WORKER.answers({"letters.0.decided_on": "unsure"}), "en")))
    assert "Friday, October 30, 2026" in told.values()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", EVERYBODY)
def test_the_sheet_says_what_it_is_and_that_the_form_may_differ(person, language):
    shown, say = flat(EVERYBODY[person], language), load_words(language).letters["form-sheet"]
    assert say["intro"] in shown and say["other_boxes"] in shown and say["wrong_keep"] in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_missing_form_comes_first_when_none_came_and_is_left_out_when_it_is_here(language):
    say = load_words(language).letters["form-sheet"]
    absent, here, unknown = (flat(case, language) for case in (NO_FORM, FARM_WORKER, NEWCOMER))
    assert absent.index(say["missing_ask"]) < absent.index(say["you_title"])
    assert say["how_later"] in absent and say["how"] not in absent
    assert say["missing_ask"] not in here
    assert unknown.index(say["missing_ask"]) > unknown.index(say["wrong_keep"])
    assert load_words(language).clock("imr-request-no-form", "second") in absent


def test_the_paper_that_names_another_person_is_told_unless_the_worker_signs():
    say = load_words("en").letters["form-sheet"]
    other = TWO_TRACKS.answers({"letters.0.signer": "other"})
    assert say["sign_other"] in flat(other) and "from Friday, October 30, 2026" in flat(other)
    assert say["sign_other"] in flat(FARM_WORKER) and "needs a later date" not in flat(FARM_WORKER)
    assert say["sign_other"] not in flat(TWO_TRACKS)


def test_the_date_is_told_while_it_is_to_come_and_never_after():
    assert "by Wednesday, November 25, 2026" in flat(FARM_WORKER)
    assert "Your date stays" not in flat(EVERYBODY["late-drug"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_urgent_kind_is_told_only_with_the_doctors_paper(language):
    say = load_words(language).letters["form-sheet"]
    assert say["review_urgent"] in flat(FARM_WORKER.answers({"letters.0.urgent": "yes"}), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", ["farm-worker", "two-tracks", "no-form"])
def test_the_sheet_fits_on_the_two_sides_of_one_sheet(person, language):
    made = RENDERERS[".pdf"](PAPERS["form-sheet"].build(matter(EVERYBODY[person], language, TODAY)))
    assert len(PdfReader(io.BytesIO(made)).pages) <= 2
