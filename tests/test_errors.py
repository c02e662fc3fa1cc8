"""The rows of a report's errors: their sort, their number, their papers."""

import pytest

from qme_guide.case import Report, ReportError
from qme_guide.rules import errors
from tests.personas import WRONG_REPORT

REPORT = WRONG_REPORT.reports[-1]


@pytest.mark.parametrize(("checkable", "sort"), [("yes", errors.FACT), ("no", errors.OPINION), ("unsure", errors.OPEN), (None, errors.OPEN)])
def test_the_answer_to_the_question_about_a_stranger_sorts_a_row(checkable, sort):
    assert errors.sort(ReportError(id="error-1", checkable=checkable)) == sort


def test_rows_are_numbered_by_page_and_what_has_no_page_comes_last_in_the_order_it_was_noted():
    pages = ("12", None, "p. 3", "soon", "3-4")
    report = Report(id="report-1", errors=tuple(ReportError(id=f"error-{place}", page=page) for place, page in enumerate(pages)))
    assert [(number, one.id) for number, one in errors.numbered(report)] == [(1, "error-2"), (2, "error-4"), (3, "error-0"), (4, "error-1"), (5, "error-3")]


def test_facts_are_counted_first_so_that_a_letter_about_facts_has_no_gap():
    said = ("no", "yes", "unsure", "yes")
    report = Report(id="report-1", errors=tuple(ReportError(id=f"error-{at}", page=str(at + 1), checkable=one) for at, one in enumerate(said)))
    assert [(number, one.id) for number, one in errors.numbered(report)] == [(1, "error-1"), (2, "error-3"), (3, "error-0"), (4, "error-2")]
    assert [number for number, _ in errors.rows(report, errors.FACT)] == [1, 2]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"says": "wrong"}, False), ({"true": "Warehouse"}, False), ({"page": "3"}, False), ({"says": "  wrong \n"}, False),
        ({"says": "1980", "true": "1981"}, True), ({"true": "I load trucks."}, True), ({"true": "Warehouse", "left_out": "yes"}, True),
        ({"left_out": "yes"}, False), ({"says": "wrong", "left_out": "yes"}, False),
    ],
)  # fmt: skip
def test_one_word_alone_is_not_enough_for_a_letter_unless_the_report_leaves_it_out(row, told):
    assert errors.told(ReportError(id="error-1", **row)) == told


def test_a_row_that_says_too_little_is_counted_last_so_that_no_number_is_missing_in_a_letter():
    rows = (ReportError(id="error-1", page="1", says="wrong", checkable="yes"), ReportError(id="error-2", page="2", says="He is.", true="I am not.", checkable="no"))
    assert [(number, one.id) for number, one in errors.numbered(Report(id="report-1", errors=rows))] == [(1, "error-2"), (2, "error-1")]


@pytest.mark.parametrize(("row", "omitted"), [({"true": "I fell."}, False), ({"true": "I fell.", "left_out": "no"}, False), ({"true": "I fell.", "left_out": "yes"}, True)])
def test_nothing_is_left_out_of_a_report_before_the_worker_says_so(row, omitted):
    assert errors.omitted(ReportError(id="error-1", **row)) == omitted
    assert not errors.omitted(ReportError(id="error-1", says="He fell.", **row))


def test_a_row_keeps_its_number_when_only_some_sorts_are_asked_for():
    assert [number for number, _ in errors.rows(REPORT, errors.OPINION)] == [4]
    assert [number for number, _ in errors.rows(REPORT, errors.FACT)] == [1, 2, 3]


def test_exhibits_are_the_papers_in_the_hand_that_a_row_names_each_once():
    assert [one.id for one in errors.exhibits(WRONG_REPORT, REPORT, errors.FACT)] == ["record-4", "record-2"]
    twice = WRONG_REPORT.answers({"reports.1.errors.1.proof": ["record-4", "record-3"]})
    assert [one.id for one in errors.exhibits(twice, twice.reports[-1], errors.FACT)] == ["record-4", "record-2"]


def test_missing_records_are_those_in_the_hand_that_the_report_does_not_list():
    assert [one.id for one in errors.missing_records(WRONG_REPORT, REPORT)] == ["record-2", "record-4"]
    unknown = WRONG_REPORT.answers({"reports.1.listed": None})
    assert errors.missing_records(unknown, unknown.reports[-1]) == ()
