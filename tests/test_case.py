"""The case: answers only, frozen, refused when they cannot be; several of each from the first day."""

from datetime import date, datetime

import pytest
from pydantic import ValidationError

from qme_guide.case import Case, Letter
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.words import load_words
from tests.personas import FARM_WORKER, MANY


def test_a_case_holds_three_letters_with_five_treatments_each_two_reports_and_an_exam():
    assert [len(letter.treatments) for letter in MANY.letters] == [5, 5, 5]
    assert (len(MANY.reports), len(MANY.exams)) == (2, 1)


def test_an_answer_gives_a_new_case_and_leaves_the_old_one():
    changed = FARM_WORKER.answers({"letters.0.drug": "yes", "worker.name": "Other Worker"})
    assert (changed.letters[0].drug, changed.worker.name) == ("yes", "Other Worker")
    assert (FARM_WORKER.letters[0].drug, FARM_WORKER.worker.name) == ("no", "Sample Worker")


@pytest.mark.parametrize("day", [date(2026, 10, 30), "2026-10", "unsure", None])
def test_a_day_is_a_day_a_month_not_sure_or_not_asked(day):
    assert FARM_WORKER.answers({"letters.0.served_on": day}).letters[0].served_on == day


@pytest.mark.parametrize("day", ["2026-13", "2026-02-30", "10/30/2026", "20261030", 20261030, "x", datetime(2026, 10, 30), True, ["2026-10-30"]])
def test_any_other_shape_of_a_day_is_refused_and_not_repeated(day):
    with pytest.raises(ValidationError) as caught:
        FARM_WORKER.answers({"letters.0.served_on": day})
    assert "input_value" not in str(caught.value)


def test_a_key_that_is_no_answer_is_refused():
    with pytest.raises(ValidationError):
        Case.model_validate({"worker": {"social_security_number": "000"}})


def test_two_papers_with_the_same_id_are_refused():
    with pytest.raises(ValidationError):
        Case(letters=(Letter(id="letter-1"), Letter(id="letter-1")))


@pytest.mark.parametrize(("place", "one"), [
    ("reports", {"id": "report-1", "findings": [{"id": "finding-1"}, {"id": "finding-1"}]}),
    ("reports", {"id": "report-1", "sendings": [{"id": "sending-1"}, {"id": "sending-1"}]}),
    ("panels", {"id": "panel-1", "doctors": [{"id": "doctor-1"}, {"id": "doctor-1"}]}),
    ("panels", {"id": "panel-1", "calls": [{"id": "call-1"}, {"id": "call-1"}]}),
    ("letters", {"id": "letter-1", "sendings": [{"id": "sending-1"}, {"id": "sending-1"}]}),
])  # fmt: skip
def test_two_lines_of_one_list_with_the_same_id_are_refused(place, one):
    assert Case.model_validate({place: [{**one, **{name: said[:1] for name, said in one.items() if name != "id"}}]})
    with pytest.raises(ValidationError):
        Case.model_validate({place: [one]})


def test_nothing_can_be_changed_in_place():
    with pytest.raises(ValidationError):
        FARM_WORKER.worker.name = "Other"


@pytest.mark.parametrize("name", PAPERS)
def test_a_letter_with_an_id_of_another_shape_still_has_its_papers(name):
    case = FARM_WORKER.answers({"letters.0.id": "denial"})
    assert PAPERS[name].build(Matter(case, case.letters[0], load_law(), load_words("en"), None)).blocks
