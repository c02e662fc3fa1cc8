"""Reading a report part by part: the order, how far it is, what is held beside each part, what a row lacks."""

import pytest

from qme_guide.case import Case, Event, Looked, Report, ReportError
from qme_guide.rules import reading
from qme_guide.rules.exam import of_report
from tests.personas import NEWCOMER, WRONG_REPORT

REPORT = WRONG_REPORT.reports[-1]
BARE = Report(id="report-1", kind="qme")


def test_the_report_of_a_treating_doctor_has_no_times_and_no_oath_to_look_for():
    treating = BARE.model_copy(update={"kind": "treating"})
    assert set(reading.topics(BARE)) - set(reading.topics(treating)) == {"times", "signature"}
    assert reading.topics(Report(id="report-1")) == reading.topics(BARE)


def test_reading_goes_on_with_what_nobody_looked_at_and_ends_with_what_was_left_for_later():
    assert reading.left(REPORT)[0] == "body_parts" and len(reading.left(REPORT)) == 11
    assert reading.following(REPORT, "history") == "earlier", "the job was looked at"
    later = REPORT.model_copy(update={"looked": reading.looked(REPORT, "who", "later")})
    assert reading.left(later)[-1] == "who" and reading.state(later, "who") == "later"
    assert reading.following(later, "other") == "body_parts", "after the last part come the ones that were passed over"


def test_a_report_is_read_when_every_part_reads_right_or_wrong():
    read = BARE.model_copy(update={"looked": tuple(Looked(id=one, state="right") for one in reading.topics(BARE))})
    assert reading.done(read) and reading.following(read, "who") is None
    assert not reading.done(read.model_copy(update={"looked": reading.looked(read, "job", "later")}))


def test_a_part_with_an_error_does_not_read_right_and_is_still_read():
    report = REPORT.model_copy(update={"looked": reading.looked(REPORT, "conclusions", "right")})
    assert reading.state(report, "conclusions") == "wrong" and "conclusions" not in reading.left(report)
    assert reading.state(REPORT.model_copy(update={"errors": ()}), "who") == "right"


def test_what_was_looked_at_stands_in_the_order_of_the_parts_and_once():
    report = BARE
    for topic, how in (("job", "wrong"), ("who", "right"), ("job", "right")):
        report = report.model_copy(update={"looked": reading.looked(report, topic, how)})
    assert [(one.id, one.state) for one in report.looked] == [("who", "right"), ("job", "right")]


def test_beside_a_part_stands_what_the_person_said_about_it_and_nothing_empty():
    assert reading.beside(WRONG_REPORT, REPORT, "times") == tuple(f"exams.0.evening.{one}" for one in ("arrived", "seen", "ended", "examiner", "interpreter"))
    assert "function.job.title" in reading.beside(WRONG_REPORT, REPORT, "job")
    assert reading.beside(WRONG_REPORT, REPORT, "conclusions") == ()
    assert all(reading.beside(NEWCOMER, BARE, topic) == () for topic in reading.topics(BARE))


def test_the_exam_of_a_report_is_the_one_that_was_said_and_never_that_of_a_treating_doctor():
    assert of_report(WRONG_REPORT, BARE) == WRONG_REPORT.exams[0]
    assert of_report(WRONG_REPORT, BARE.model_copy(update={"kind": "treating"})) is None
    two = WRONG_REPORT.answers({"exams": (*WRONG_REPORT.exams, WRONG_REPORT.exams[0].model_copy(update={"id": "exam-9"}))})
    assert of_report(two, BARE) is None
    assert of_report(two, BARE.model_copy(update={"exam": "exam-9"})) == two.exams[-1]
    assert of_report(WRONG_REPORT, BARE.model_copy(update={"exam": "exam-9"})) is None, "it was said to be of an exam that was removed"


def test_private_events_stay_away_and_a_part_of_the_body_is_named_once():
    events = (
        Event(id="event-1", kind="injury", body_part="Lower back"),
        Event(id="event-2", kind="work", body_part="lower back"),
        Event(id="event-3", kind="care", body_part="Left knee", private="private"),
    )
    case = Case(events=events)
    assert reading.body_parts(case) == ("Lower back",)
    assert [one.id for one in reading.happened(case, "dates")] == ["event-1"]
    assert [one.id for one in reading.happened(case, "history")] == ["event-1", "event-2"]


@pytest.mark.parametrize(
    ("row", "lacks"),
    [
        ({"says": "wrong"}, ("words", "page", "sort")),
        ({}, ("words", "page", "sort")),
        ({"says": "He is an office clerk.", "page": "3", "checkable": "no"}, ("true",)),
        ({"says": "Born 1980.", "true": "Born 1981.", "page": "soon", "checkable": "yes"}, ("page", "paper")),
        ({"true": "I load trucks.", "page": "3", "checkable": "yes", "proof_named": "Pay stub"}, ("says",)),
        ({"true": "I load trucks.", "left_out": "yes", "checkable": "unsure"}, ()),
    ],
)
def test_a_row_says_what_it_lacks(row, lacks):
    assert reading.lacks(ReportError(id="error-1", **row)) == lacks


@pytest.mark.parametrize(
    ("page", "pages", "doubt"),
    [
        ("0", "3", "zero"), ("4", "3", "beyond"), ("3", "3", None), ("4", None, None), (None, "3", None), ("p. 99", "41 pages", "beyond"),
        ("soon", "3", None),
    ],
)  # fmt: skip
def test_a_page_that_the_report_does_not_have_is_doubtful(page, pages, doubt):
    assert reading.doubtful_page(Report(id="report-1", pages=pages), page) == doubt


def test_the_errors_of_a_part_keep_their_numbers():
    assert [number for number, _ in reading.of_topic(REPORT, "conclusions")] == [4]
