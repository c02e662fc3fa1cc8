"""The plan before an exam: the days left on both sides of each edge, papers that can still be served, each task with its date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qme_guide import flow
from qme_guide.answers import PlanTask
from qme_guide.case import Case, Evening, Exam, PlanMark, Report, Sending
from qme_guide.days import DAY
from qme_guide.documents.document import Check
from qme_guide.documents.exam_plan import exam_plan, tag, when
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.rules import exam as exams
from qme_guide.rules import plan, plan_days
from qme_guide.rules.dates import dates, soonest
from qme_guide.words import LANGUAGES, load_words
from tests.personas import BOOKED, EXAM_SOON, TODAY

LAW = load_law()
ON = date(2026, 11, 30)


def exam(**answers) -> Exam:
    return EXAM_SOON.exams[0].model_copy(update=answers)


def with_exam(**answers) -> Case:
    return EXAM_SOON.model_copy(update={"exams": (exam(**answers),)})


def steps(case: Case = EXAM_SOON, today: date = TODAY) -> dict[str, plan.Step]:
    return {step.task: step for step in plan.plan(case, case.exams[0], LAW, today)}


# The days left.


@pytest.mark.parametrize(
    ("left", "band"),
    [(400, "over_20"), (21, "over_20"), (20, "window"), (9, "window"), (7, "window"), (6, "soon"), (2, "soon"), (1, "last"), (0, "day"), (-1, "after"), (-90, "after")],
)
def test_each_number_of_days_has_its_plan_on_both_sides_of_every_edge(left, band):
    assert plan_days.band(left, LAW) == band
    assert plan_days.band(plan_days.left(exam(), ON - left * DAY), LAW) == band


@pytest.mark.parametrize("day", [None, "unsure", "2026-12"])
def test_without_a_whole_day_there_is_no_number_of_days_and_no_date(day):
    assert plan_days.left(exam(on=day), TODAY) is None and plan_days.papers(exam(on=day), LAW, TODAY) is None
    found = steps(with_exam(on=day))
    assert {step.by for step in found.values()} == {None} and all(step.open for step in found.values())


def test_the_clock_changes_no_band_at_midnight_of_another_month():
    assert plan_days.left(exam(on=date(2027, 1, 1)), date(2026, 12, 31)) == 1


# Papers for the QME.

# Exam Monday November 30: our day for records, the last for a letter, and by hand.
LAST_DAYS = (date(2026, 10, 20), date(2026, 10, 30), date(2026, 11, 10))


def test_the_days_for_papers_are_those_of_the_clock_and_by_hand_no_mail_comes_off():
    found = plan_days.papers(exam(), LAW, TODAY)
    assert (found.records, found.letter, found.hand) == LAST_DAYS
    assert found.hand == ON - 20 * DAY and found.letter < found.hand


@pytest.mark.parametrize(
    ("today", "state"),
    [("2026-10-20", "open"), ("2026-10-21", "letter"), ("2026-10-30", "letter"), ("2026-10-31", "hand"), ("2026-11-10", "hand"), ("2026-11-11", "closed"), ("2026-11-21", "closed")],
)
def test_papers_are_open_until_each_last_day_and_closed_the_day_after(today, state):
    assert plan_days.papers(exam(), LAW, date.fromisoformat(today)).state == state
    found = steps(today=date.fromisoformat(today))
    assert found["serve"].open == found["records"].open == (state != "closed")


def test_by_hand_the_last_day_goes_back_over_a_holiday():
    # 20 days before Thursday, December 17 is the Friday after Thanksgiving: back to Wednesday, November 25.
    one = exam(on=date(2026, 12, 17))
    assert plan_days.papers(one, LAW, date(2026, 11, 25)).state == "hand"
    assert plan_days.papers(one, LAW, date(2026, 11, 26)).state == "closed"
    assert plan_days.band(plan_days.left(one, date(2026, 11, 26)), LAW) == "over_20", "closed although more than 20 days are left"


def test_the_last_day_to_serve_is_told_by_hand_once_the_mail_does_not_fit():
    assert steps(today=LAST_DAYS[1])["serve"].by == LAST_DAYS[1]
    assert steps(today=LAST_DAYS[1] + DAY)["serve"].by == LAST_DAYS[2]
    assert steps(today=TODAY)["records"].by == LAST_DAYS[0]


@given(st.dates(date(2026, 2, 1), date(2027, 11, 1)), st.integers(-5, 200))
def test_papers_never_open_again_and_the_three_days_are_in_order(on, before):
    one, today = exam(on=on), on - timedelta(before)
    found, later = plan_days.papers(one, LAW, today), plan_days.papers(one, LAW, today + DAY)
    order = ("open", "letter", "hand", "closed")
    assert found.records < found.letter <= found.hand < on
    assert order.index(found.state) <= order.index(later.state)
    assert (found.state == "closed") == (today > found.hand)


# The tasks.


def test_every_task_of_the_case_has_its_place_in_the_plan():
    assert {task.name for task in plan.TASKS} == set(PlanTask.__args__)


def test_the_dates_of_the_law_are_those_of_the_clocks_and_ours_lie_before_the_exam():
    found = steps(with_exam(nonmedical_on=date(2026, 11, 18)))
    assert found["check_notice"].by == date(2026, 11, 18) and found["check_notice"].rule == "exam-change-6bd"
    assert found["report_watch"].by == date(2026, 12, 30)
    # Day 10 is Saturday, November 28; the Friday and Thursday before are holidays: Wednesday, November 25.
    assert found["nonmedical"].by == date(2026, 11, 25)
    assert {found[name].by for name in ("timeline", "function", "practice", "deu100", "ride", "childcare")} == {date(2026, 11, 28)}
    assert {found[name].by for name in ("bring", "wear", "eat", "medicine", "card")} == {date(2026, 11, 29)}
    assert {found[name].by for name in ("rights", "evening")} == {ON}
    assert all(not step.rule for step in found.values() if step.task in ("timeline", "bring", "rights"))


def test_with_an_attorney_no_task_is_a_letter_or_a_paper_for_the_other_side():
    found = steps(EXAM_SOON.answers({"triage.lawyer": "yes"}))
    assert not {"interpreter", "travel", "wages", "records", "serve", "ask_sent", "nonmedical"} & set(found)
    assert {"check_notice", "timeline", "function", "practice", "card", "evening", "report_watch"} <= set(found)
    assert set(steps(EXAM_SOON.answers({"triage.lawyer": "unsure"}))) == set(steps())


def test_what_a_person_does_not_need_is_not_asked_for():
    found = steps(with_exam(interpreter="no", travel="no", lost_wages="no"))
    assert not {"interpreter", "travel", "wages"} & set(found)
    assert {"interpreter", "travel", "wages"} <= set(steps(with_exam(interpreter="unsure", travel=None, lost_wages=None)))


def test_after_the_exam_only_the_evening_and_the_report_are_left():
    assert {name for name, step in steps(today=ON + DAY).items() if step.open} == {"evening", "report_watch"}
    assert {name for name, step in steps(today=ON).items() if not step.open} == {"records", "serve"}


def test_a_mark_is_kept_with_its_reason_and_taken_off_again():
    marked = with_exam(plan=(PlanMark(task="ride", state="cant", reason="No car"), PlanMark(task="bring", state="done", reason="old"), PlanMark(task="wear")))
    found = steps(marked)
    assert (found["ride"].state, found["ride"].reason) == ("cant", "No car")
    assert (found["bring"].state, found["bring"].reason) == ("done", None), "what is done needs no reason"
    assert found["wear"].state is None
    assert plan.following(tuple(steps(with_exam(plan=(PlanMark(task="check_notice", state="skipped"),))).values())).task == "interpreter"


def test_what_was_written_down_elsewhere_is_done_without_a_tick():
    sent = Sending(id="sending-1", to="claims_administrator", on=date(2026, 10, 1), how="personal", result="sent")
    assert steps(with_exam(sendings=(sent,)))["serve"].proven
    for other in (sent.model_copy(update={"result": "failed"}), sent.model_copy(update={"to": "qme"}), sent.model_copy(update={"on": None})):
        assert not steps(with_exam(sendings=(other,)))["serve"].proven
    assert steps(with_exam(evening=Evening(arrived="9:40", written_on=ON)))["evening"].state == "done"
    report = Report(id="report-9", kind="qme", received_on=date(2026, 12, 20))
    assert steps(EXAM_SOON.model_copy(update={"reports": (report,)}), date(2026, 12, 21))["report_watch"].proven
    assert not steps()["report_watch"].proven and steps()["timeline"].begun and not steps(BOOKED)["timeline"].begun


def test_what_can_be_done_next_is_the_first_open_task():
    assert plan.following(tuple(steps().values())).task == "check_notice"
    assert plan.following(tuple(steps(today=ON + DAY).values())).task == "evening"
    assert plan.following(()) is None


# The clock for papers that are not medical, and the road.


def test_the_papers_of_the_other_side_start_a_clock_that_ends_with_the_exam():
    case = with_exam(nonmedical_on=date(2026, 11, 18))
    rows = {row.deadline.rule: row for row in dates(case, LAW, TODAY)}
    assert rows["object-nonmedical-10"].deadline.safe == date(2026, 11, 25) and rows["object-nonmedical-10"].about == "exam-1"
    assert rows["object-nonmedical-10"].deadline.outside == date(2026, 11, 30)
    assert soonest(case, tuple(rows.values()), TODAY).deadline.rule == "object-nonmedical-10"
    assert "object-nonmedical-10" not in {row.deadline.rule for row in dates(case, LAW, ON + DAY)}
    undated = with_exam(on=None, nonmedical_on=date(2026, 11, 18))
    assert [row.deadline.rule for row in dates(undated, LAW, TODAY) if row.about == "exam-1"] == ["object-nonmedical-10"]
    month = {row.deadline.rule: row for row in dates(with_exam(nonmedical_on="2026-11"), LAW, TODAY)}["object-nonmedical-10"]
    assert (month.start.day, month.exact, month.deadline.outside) == (date(2026, 11, 1), False, None)


def test_a_day_before_the_exam_that_is_past_is_never_the_nearest_date():
    found = soonest(EXAM_SOON, dates(EXAM_SOON, LAW, TODAY), TODAY)
    assert found.deadline.rule not in exams.BEFORE
    assert soonest(EXAM_SOON, dates(EXAM_SOON, LAW, date(2026, 10, 30)), date(2026, 10, 30)).deadline.rule == exams.SERVE


def test_the_coming_exam_is_the_next_one_then_one_without_a_day_then_the_last():
    past, other, far, open_ = exam(id="a", on=date(2026, 5, 1)), exam(id="b", on=date(2026, 3, 1)), exam(id="c", on=date(2027, 3, 1)), exam(id="d", on="2026-12")
    for known, found in (((past, far, exam()), "exam-1"), ((past, open_), "d"), ((far, open_), "c"), ((past, other), "a"), ((), None)):
        one = exams.coming(Case(exams=known), TODAY)
        assert (one and one.id) == found


def test_the_road_of_an_exam_runs_from_the_plan_to_the_evening():
    def standing(case: Case, today: date = TODAY):
        return {one.task.name: one.state for one in flow.road(case, LAW, today).standings if one.task in flow.EXAM}

    assert standing(EXAM_SOON) == {"exam_plan": "next", "timeline": "done", "function": "done", "exam_day": "later", "evening": "later"}
    assert standing(EXAM_SOON, ON + DAY) == {"exam_plan": "done", "timeline": "done", "function": "done", "exam_day": "done", "evening": "next"}
    assert standing(with_exam(evening=Evening(arrived="9:40", written_on=ON)), ON + DAY)["evening"] == "done"
    assert standing(EXAM_SOON.answers({"triage.lawyer": "yes"}))["exam_plan"] != "done"
    assert standing(EXAM_SOON.model_copy(update={"exams": ()})) == {}
    assert list(standing(Case(exams=EXAM_SOON.exams))) == ["exam_plan", "timeline", "function", "exam_day", "evening"]


# The list to print.


def paper(case: Case, language: str, today: date | None = TODAY):
    return exam_plan(Matter(case, None, LAW, load_words(language), today))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_holds_every_task_once_and_ticks_what_is_done(language):
    words = load_words(language)
    case = with_exam(plan=(PlanMark(task="bring", state="done"), PlanMark(task="ride", state="cant", reason="No car")))
    checks = [block for block in paper(case, language).blocks if isinstance(block, Check)]
    on_it = [task for task, step in steps(case).items() if step.open]
    assert len(checks) == len(on_it) < len(steps(case)) and [one.text for one in checks if one.checked] == [one.text for one in checks if one.text.startswith(words.say("plan.title_bring"))]
    assert all(any(one.text.startswith(words.say(f"plan.title_{task}")) for one in checks) for task in on_it)
    assert paper(Case(), language, None).blocks


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_that_is_past_is_not_told_as_a_date(language):
    found, words = steps(), load_words(language)
    assert when(found["check_notice"], words, TODAY) == "" and tag(found["check_notice"], TODAY) == "today"
    assert tag(found["serve"], TODAY) == "closed"
    assert words.day(date(2026, 11, 18)) in when(found["check_notice"], words, date(2026, 11, 17))
    assert words.day(LAST_DAYS[1]) in when(steps(today=LAST_DAYS[1])["serve"], words, LAST_DAYS[1])
