"""Records for the evaluator: served first, twenty days between, and no letter to the QME without that in the log."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qme_guide.case import Case, Exam
from qme_guide.law import load_law
from qme_guide.rules import evaluator as rules
from qme_guide.rules import records
from tests.personas import EXAM_SOON

LAW = load_law()
PAPERS = ("record-1", "record-2")
FAR = EXAM_SOON.answers({"exams.0.on": "2027-01-29", "exams.0.for_qme": PAPERS})
DAY = timedelta(days=1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def line(on: str | None, how: str | None = "personal", to: str = "claims_administrator", papers=PAPERS, **more) -> dict:
    return {"id": f"sending-{on}-{to}".lower().replace("_", "-"), "to": to, "on": on, "how": how, "papers": papers, **more}


def served(*lines: dict, case: Case = FAR) -> Case:
    return case.answers({"exams.0.sendings": lines})


def standing(case: Case, today: str) -> rules.Standing:
    return rules.standing(case, case.exams[0], LAW, day(today))


@pytest.mark.parametrize(
    ("how", "first"),
    [("personal", "2026-12-28"), ("mail", "2027-01-06"), ("email", "2027-01-06"), ("fax", "2027-01-06"), ("overnight", "2027-01-06"), ("unsure", "2027-01-06"), (None, "2027-01-06")],
)
def test_served_papers_may_go_to_the_evaluator_from_the_day_the_wait_surely_ends(how, first):
    """Vectors N40, N44: by hand the next open day after 20 days (the 27th is a Sunday); else ten days more, the place not known."""
    case = served(line("2026-12-07", how))
    assert standing(case, "2026-12-08").wait.safe == day(first)
    assert standing(case, str(day(first) - DAY)).state == rules.WAIT
    assert standing(case, first).state == rules.READY


def test_a_wait_that_ends_on_a_holiday_goes_on_to_the_next_open_day():
    """From December 5 twenty days end on Christmas, a Friday: the next open day is the Monday after."""
    assert standing(served(line("2026-12-05")), "2026-12-10").wait.safe == day("2026-12-28")
    # From December 12 they end on New Year's Day, a Friday.
    assert standing(served(line("2026-12-12")), "2026-12-13").wait.safe == day("2027-01-04")


@pytest.mark.parametrize(("exam", "on", "state"), [("2026-12-29", "2026-12-07", rules.READY), ("2026-12-28", "2026-12-07", rules.TOO_NEAR), ("2026-12-27", "2026-12-07", rules.TOO_NEAR)])
def test_papers_whose_wait_ends_on_the_day_of_the_exam_cannot_go_before_it(exam, on, state):
    case = served(line(on), case=FAR.answers({"exams.0.on": exam}))
    asked = min(day(exam), day("2026-12-28"))
    assert rules.standing(case, case.exams[0], LAW, asked).state == state


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (line("2026-12-07", result="failed"),),
        (line("2026-12", "personal"),),
        (line("unsure"),),
        (line(None),),
        (line("2026-12-07", papers=("record-1",)),),
        (line("2026-12-07", papers=()),),
        (line("2026-12-07", to="qme"),),
        (line("2026-12-07", papers=("record-1",)), line("2026-12-08", papers=("record-2",))),
    ],
)
def test_no_letter_to_the_evaluator_without_one_sure_serving_of_all_papers(lines):
    case = served(*lines)
    for now in ("2026-12-08", "2027-01-20", "2027-01-28", "2027-01-29", "2027-02-10"):
        assert not rules.allowed(case, case.exams[0], LAW, day(now)) or standing(case, now).state == rules.SENT
    assert standing(case, "2027-01-20").state != rules.READY


def test_fewer_papers_than_were_served_may_go_but_no_others():
    more = FAR.answers({"exams.0.for_qme": ("record-1", "record-2", "record-4")})
    assert standing(served(line("2026-12-07"), case=more), "2027-01-20").state == rules.CHANGED
    assert [one.id for one in rules.unserved(served(line("2026-12-07"), case=more), served(line("2026-12-07"), case=more).exams[0])] == ["record-4"]
    fewer = FAR.answers({"exams.0.for_qme": ("record-2",)})
    assert standing(served(line("2026-12-07"), case=fewer), "2027-01-20").state == rules.READY


def test_a_paper_that_is_no_longer_in_the_hand_does_not_go_and_its_id_is_not_given_again():
    case = served(line("2026-12-07")).answers({"records.0.state": "asked"})
    assert [one.id for one in rules.chosen(case, case.exams[0])] == ["record-2"]
    assert records.remembered(case) == set(PAPERS)


def test_the_id_of_a_removed_paper_is_not_given_again_while_a_report_or_a_letter_names_it():
    error = {"id": "error-1", "says": "Four hours.", "proof": ["record-3"]}
    named = {"reports": [{"id": "report-1", "kind": "qme", "listed": ["record-1"], "errors": [error]}], "letters": [{"id": "letter-1", "review": {"listed": ["record-2"]}}]}
    assert records.remembered(Case().answers(named)) == {"record-1", "record-2", "record-3"}


def test_after_the_exam_and_without_its_day_there_is_no_letter():
    case = served(line("2026-12-07"))
    assert standing(case, "2027-01-30").state == rules.AFTER
    assert standing(case, "2027-01-29").state == rules.TOO_NEAR, "on the day itself they are spoken of, not sent"
    for on in (None, "unsure", "2027-01"):
        assert standing(case.answers({"exams.0.on": on}), "2027-01-20").state == rules.NO_DAY
    assert rules.standing(case, None, LAW, day("2027-01-20")).state == rules.NO_DAY
    assert not rules.allowed(case, case.exams[0], LAW, None)


def test_an_attorney_writes_the_letters():
    case = served(line("2026-12-07")).answers({"triage.lawyer": "yes"})
    assert not rules.allowed(case, case.exams[0], LAW, day("2027-01-20"))


@pytest.mark.parametrize(("gone", "state"), [("2026-12-28", rules.SENT), ("2026-12-27", rules.EARLY)])
def test_what_went_to_the_evaluator_is_sent_or_went_before_its_wait_was_over(gone, state):
    case = served(line("2026-12-07"), line(gone, to="qme"))
    assert standing(case, "2027-01-10").state == state


@pytest.mark.parametrize(
    ("today", "state"),
    [("2026-12-18", rules.OPEN), ("2026-12-19", rules.TIGHT), ("2027-01-08", rules.TIGHT), ("2027-01-09", rules.CLOSED), ("2027-01-28", rules.CLOSED)],
)
def test_the_window_to_serve_records_on_both_sides_of_each_edge(today, state):
    """Exam on Friday 2027-01-29. Ours for records: 30 days back is December 30, ten days earlier December 20, a Sunday: the 18th.
    By hand on January 8 the wait ends on the 28th, the day before the exam; by hand on the 9th on the day of the exam.
    """
    found = rules.window(FAR.exams[0], LAW, day(today))
    assert (found.by, found.state) == (day("2026-12-18"), state)


def test_nine_days_before_the_exam_nothing_new_goes_to_the_evaluator():
    case = EXAM_SOON.answers({"exams.0.for_qme": PAPERS})
    assert standing(case, "2026-11-21").state == rules.CLOSED


def test_papers_that_are_not_medical_are_told_apart_and_the_objection_is_counted():
    case = FAR.answers({"records.0.kind": "own_statement", "exams.0.nonmedical_on": "2026-11-18"})
    assert [one.id for one in rules.not_medical(case, case.exams[0])] == ["record-1"]
    found = rules.objection(case.exams[0], LAW)
    assert (found.safe, found.outside) == (day("2026-11-25"), day("2026-11-30")), "ten days end on a Saturday after two holidays"
    for unknown in (None, "unsure", "2026-11"):
        assert rules.objection(Exam(id="exam-1", nonmedical_on=unknown), LAW) is None


def test_the_form_of_the_state_is_due_from_its_day_on():
    assert not rules.form_is_due(LAW, day("2026-12-31")) and rules.form_is_due(LAW, day("2027-01-01")) and not rules.form_is_due(LAW, None)


DAYS = st.dates(day("2026-10-01"), day("2027-06-30"))
LINES = st.lists(
    st.builds(
        line, st.one_of(st.none(), st.just("unsure"), DAYS.map(str)), st.sampled_from(["personal", "mail", "fax", "unsure", None]),
        st.sampled_from(["claims_administrator", "qme", "doctor"]), st.lists(st.sampled_from(["record-1", "record-2", "record-4"])).map(tuple),
        result=st.sampled_from([None, "sent", "arrived", "failed"]),
    ), max_size=4, unique_by=lambda one: one["id"],
)  # fmt: skip


@given(lines=LINES, exam=DAYS, today=DAYS, chosen=st.lists(st.sampled_from(["record-1", "record-2", "record-3", "record-4"]), unique=True))
def test_whenever_a_letter_to_the_evaluator_is_allowed_twenty_days_lie_behind_and_the_exam_ahead(lines, exam, today, chosen):
    case = served(*lines, case=FAR.answers({"exams.0.on": exam, "exams.0.for_qme": chosen}))
    found = rules.standing(case, case.exams[0], LAW, today)
    if found.state in (rules.READY, rules.SENT):
        going = {one.id for one in rules.chosen(case, case.exams[0])} if found.state == rules.READY else set()
        before = today if found.state == rules.READY else max(one.on for one in case.exams[0].sendings if one.to == "qme" and isinstance(one.on, date) and one.result != "failed")
        assert found.serving.to == "claims_administrator" and found.serving.result != "failed"
        assert going <= set(found.serving.papers)
        assert (before - found.serving.on).days >= LAW.clock(rules.SEND).newest.n
        assert found.state == rules.SENT or today < exam
