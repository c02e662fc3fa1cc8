"""The health check: every question that any screen asks has its words and all its choices, in both languages."""

from dataclasses import replace

import pytest

from pages.parts import ask_form, calls, doctors, record, sendlog, signing
from qme_guide import checks
from qme_guide.case import Doctor
from qme_guide.fields import field, leaves
from qme_guide.paths import plain_path
from qme_guide.rules import came
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EVERYBODY
from tests.test_review import STAGES

# What the parts of the pages ask for, beside the screens of the letter.
SCREENS = {
    *(f"records.{name}" for step in record.STEPS for name in step.fields),
    *(f"letters.sendings.{name}" for names in sendlog.FIELDS.values() for name in names),
    *(f"letters.{name}" for name in (*signing.ASKED, "designated_on", "asked_before", "pages_said", "late_reason", "doctor_told_on", "reasons")),
    *(f"panel_form.{name}" for names in ask_form.SCREENS.values() for name in names),
    *(f"panels.{name.replace('.{number}', '')}" for names in doctors.SCREENS.values() for name in names),
    *(f"panels.calls.{name}" for names in calls.FIELDS.values() for name in names),
    *(f"reports.{name}" for name in ("kind", "author", "printed_on", "received_on", "late_reason", "findings.about", "findings.says")),
    *(f"doctor.{name}" for name in Doctor.model_fields),
    *(f"letters.treatments.{name}" for name in ("name", "body_part", "drug", "decision", "given", "result", "authorized_on", "paid_on")),
}


def test_every_question_of_every_screen_is_checked():
    assert SCREENS - set(checks.asked()) == set()


@pytest.mark.parametrize("name", [*EVERYBODY, *STAGES])
def test_every_question_about_a_paper_that_came_is_checked(name):
    case = {**EVERYBODY, **STAGES}[name]
    asked = {plain_path(f"letters.{path}") for letter in case.letters for paper in came.PAPERS for path in came.questions(paper, letter)}
    assert asked - set(checks.asked()) == set()


def test_nothing_is_missing_now():
    assert checks.problems(None) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_and_a_choice_without_words_are_named(monkeypatch, language):
    whole = load_words(language)
    asked = {path: told for path, told in whole.questions.items() if path != "letters.designated_on"}
    choices = {name: said for name, said in asked["letters.sendings.proof"]["choices"].items() if name != "stamp"}
    asked["letters.sendings.proof"] = {**asked["letters.sendings.proof"], "choices": choices}
    monkeypatch.setattr(checks, "load_words", lambda one: replace(whole, language=one, questions=asked))
    found = checks.problems(None)
    for one in LANGUAGES:
        place = f"content/{one}/questions.yaml"
        assert f"{place}: letters.designated_on: missing: write the question" in found
        assert f"{place}: letters.sendings.proof: choice 'stamp' missing" in found


def test_the_paths_of_a_part_reach_down_to_single_answers():
    assert {"letters.drug", "letters.review.answer", "letters.treatments.result", "letters.sendings.proof"} <= set(leaves("letters"))
    assert field("letters.review.answer").values and not any(path.endswith((".review", ".treatments", ".sendings")) for path in leaves("letters"))
