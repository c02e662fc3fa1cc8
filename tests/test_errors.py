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
