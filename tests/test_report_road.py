"""The road with a QME's report: home leads to reading it, to its correction, to what comes after; the panel is behind."""

from datetime import date

import pytest

from qme_guide import flow
from qme_guide.case import Case, Looked, Report, Triage
from qme_guide.law import load_law
from qme_guide.rules import reading
from qme_guide.words import load_words
from tests.personas import EXAM_SOON, FARM_WORKER, OBJECTOR, PANEL_WAIT, RATED, TODAY, WRONG_REPORT
from tests.sweeps import SPANISH
from tests.test_pages import labels, opened, text

LAW = load_law()
QME = Report(id="report-1", kind="qme", received_on=date(2026, 11, 9))
READ = tuple(Looked(id=topic, state="right") for topic in reading.topics(QME))
ALL_READ = WRONG_REPORT.answers({"reports.1.looked": READ})
# Somebody who comes with the report alone and told nothing of the road before it.
ALONE = Case(key="5a" * 8, reports=(QME,))
LAST_DAY = date(2026, 12, 9)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def road(case: Case) -> flow.Road:
    return flow.road(case, LAW, TODAY)


def states(case: Case) -> dict[str, str]:
    return {one.task.name: one.state for one in road(case).standings}


def test_reading_comes_first_for_there_is_one_request_and_both_steps_carry_its_date():
    assert road(WRONG_REPORT).next.task.name == "report"
    rows = {one.task.name: one.row for one in road(WRONG_REPORT).standings}
    assert rows["report"].deadline.safe == rows["correct"].deadline.safe == LAST_DAY
    assert states(WRONG_REPORT)["correct"] == flow.SOON


def test_once_it_is_read_the_correction_is_next_and_after_it_what_follows():
    assert road(ALL_READ).next.task.name == "correct"
    assert states(RATED.answers({"reports.1.looked": READ}))["correct"] == flow.DONE
    assert road(RATED.answers({"reports.1.looked": READ})).next.task.name == "rating"


def test_a_report_without_a_wrong_fact_needs_no_request():
    case = ALL_READ.answers({"reports.1.errors": ()})
    assert states(case)["correct"] == flow.DONE and road(case).next.task.name == "rating"


def test_a_row_without_words_holds_up_nothing():
    case = ALL_READ.answers({"reports.1.errors": [{"id": "error-1", "checkable": "yes"}]})
    assert states(case)["correct"] == flow.DONE


def test_one_of_three_is_not_sent():
    two = RATED.answers({"reports.1.sendings": RATED.reports[1].sendings[:-1], "reports.1.looked": READ, "reports.1.correction.decided_on": None})
    assert road(two).next.task.name == "correct"


def test_the_request_of_the_other_side_opens_the_step_again_until_it_is_answered():
    asked = RATED.answers({"reports.1.looked": READ, "reports.1.correction.theirs_served_on": "2026-11-19"})
    assert road(asked).next.task.name == "correct"
    line = {"id": "sending-9", "to": "qme", "on": "2026-11-20", "how": "mail", "wrote": "correction-reply"}
    lines = [*(one.model_dump(mode="json") for one in asked.reports[1].sendings), line]
    assert road(asked.answers({"reports.1.sendings": lines})).next.task.name == "correct", "the other side must have it too"
    both = [*lines, {**line, "id": "sending-10", "to": "claims_administrator"}]
    assert road(asked.answers({"reports.1.sendings": both})).next.task.name == "rating"


@pytest.mark.parametrize("case", [ALONE, PANEL_WAIT.answers({"reports": [QME.model_dump(mode="json")]}), OBJECTOR.answers({"reports.0.kind": "qme"})])
def test_a_report_is_there_so_the_way_to_it_is_behind(case):
    assert road(case).next.task.name == "report"
    assert not {name for name, state in states(case).items() if state in (flow.NEXT, flow.SOON)} & {"triage", "objection", "panel", "choose", "appointment"}


def test_a_newer_report_of_the_treating_doctor_opens_its_road_again():
    newer = {"id": "report-2", "kind": "treating", "received_on": "2026-11-16"}
    case = PANEL_WAIT.answers({"panel_form": {}, "reports": [{**QME.model_dump(mode="json"), "received_on": "2026-11-02"}, newer]})
    assert states(case)["objection"] == flow.SOON


def test_a_new_exam_after_the_report_keeps_its_road():
    case = ALL_READ.answers({"exams": [*(one.model_dump(mode="json") for one in WRONG_REPORT.exams), {"id": "exam-2", "on": "2026-12-28"}]})
    assert road(case).next.task.name == "correct" and states(case)["exam_plan"] == flow.LATER
    assert road(case.answers({"reports.1.errors": ()})).next.task.name == "exam_plan"


def test_a_report_whose_days_are_past_does_not_hold_up_the_plan_of_a_new_exam():
    old = EXAM_SOON.answers({"reports": [*EXAM_SOON.reports, QME.model_copy(update={"id": "report-9", "received_on": date(2026, 10, 1)})]})
    assert road(old).next.task == next(one.task for one in road(EXAM_SOON).standings if one.state == flow.NEXT)
    assert road(old.answers({"reports.1.received_on": "2026-11-09"})).next.task.name == "report"
    assert road(old.answers({"reports.1.received_on": "unsure"})).next.task.name == "report", "nobody knows, so it is not put off"


def test_on_the_day_of_a_new_exam_that_day_comes_first():
    case = ALL_READ.answers({"exams": [*(one.model_dump(mode="json") for one in WRONG_REPORT.exams), {"id": "exam-2", "on": TODAY.isoformat()}]})
    assert road(case).next.task.name == "exam_day"


@pytest.mark.parametrize("said", [{"lawyer": "yes"}, {"exits": ("union",)}])
def test_with_an_attorney_or_on_another_road_there_is_reading_and_no_letter(said):
    for case in (ALONE, ALL_READ):
        case = case.model_copy(update={"triage": Triage(**said)})
        assert "report" in states(case) and not {"correct", "rating"} & set(states(case))


def test_a_request_for_review_that_must_go_out_stays_first():
    case = FARM_WORKER.model_copy(update={"reports": (QME,)})
    assert road(case).next.task.name != "report" and {"report", "correct"} <= set(states(case))


@pytest.mark.parametrize("language", SPANISH)
def test_home_shows_the_date_and_the_next_step_of_the_report(language):
    words = load_words(language)
    for case, step in ((ALONE, "road.report"), (ALL_READ, "road.correct")):
        at = opened(case, "home", language)
        assert words.day(LAST_DAY) in text(at)
        assert [button.label for button in at.button if button.proto.type == "primary"] == [words.say(step)]
    assert "pages/report/correct.py" and words.say("correct.title") in text(at.switch_page("pages/report/correct.py").run())


def test_who_has_no_report_sees_nothing_of_it():
    assert not {"report", "correct", "rating"} & set(states(EXAM_SOON)) and "report" not in labels(opened(EXAM_SOON))


@pytest.mark.parametrize("name", ["answered", "rated"])
def test_reading_is_behind_once_the_correction_was_answered_or_a_rating_came(name):
    unread = RATED if name == "answered" else WRONG_REPORT.answers({"rating": RATED.rating.model_dump(mode="json")})
    if name == "answered":
        unread = unread.answers({"rating": {}})
    assert states(unread)["report"] == flow.DONE and road(unread).next.task.name == "rating"


def test_a_report_that_is_newer_than_the_rating_is_read_first():
    newer = WRONG_REPORT.answers({"rating.printed_on": "2026-11-01", "rating.received_on": "2026-11-03"})
    assert road(newer).next.task.name == "report" and states(newer)["correct"] == flow.SOON


def test_home_after_a_rating_leads_to_it_and_speaks_of_no_objection_and_panel():
    words, at = load_words("es"), opened(RATED, "home", "es")
    main = [one.label for one in at.button if one.proto.type == "primary"]
    assert main and words.say("road.rating") in main[0], main
    assert words.say("home.to_road") not in labels(at), "objection and panel are behind"
    assert words.say("home.whole") not in labels(at), "nor did the first questions lead away"
