"""The clocks after a QME's report: which answer starts each, what ends it, and that nobody is called late on a guess."""

import re
from datetime import date

import pytest
import yaml

from qme_guide.case import Case, Claim, Exam, Rating, Report, Sending, Triage
from qme_guide.content import CONTENT
from qme_guide.law import load_law
from qme_guide.rules import replying, report_clocks
from qme_guide.rules.dates import Row, dates, soonest
from tests.personas import EVERYBODY, RATED, TODAY, WRONG_REPORT

LAW = load_law()
AFTER = ("factual-correction-30", "factual-reply-5", "factual-qme-10", "deu-rating-20", "apportion-judge-45", "deu-reconsider-30", "qme-supplemental-60", "recon-20")
THREE = ("qme", "claims_administrator", "deu")


def day(text: str) -> date:
    return date.fromisoformat(text)


def rows(case: Case, about: str | None = None) -> dict[str, Row]:
    found = [row for row in dates(case, LAW, TODAY) if about in (None, row.about)]
    return {row.deadline.rule: row for row in found if row.deadline.rule in (*AFTER, "qme-report-30", "late-report-object")}


def report(**said) -> Case:
    """A case with one QME report, received on Monday 2026-11-09 unless said otherwise."""
    return Case(
        triage=Triage(lawyer="no"),
        claim=Claim(injured_on=day("2026-01-12")),
        reports=(Report(**{"id": "report-1", "kind": "qme", "received_on": day("2026-11-09"), **said}),),
    )


def sent(case: Case, *to: str, wrote: str = "factual-correction", on: str = "2026-11-12", **more) -> Case:
    known = case.reports[0].sendings
    lines = [*known, *(Sending(id=f"line-{at}", to=who, on=day(on), how="mail", wrote=wrote, **more) for at, who in enumerate(to, start=len(known)))]
    return case.answers({"reports.0.sendings": [one.model_dump(mode="json") for one in lines]})


def told(row: Row) -> tuple[str | None, str | None]:
    return tuple(found and found.isoformat() for found in (row.deadline.safe, row.deadline.outside))


# Worked by hand from the calendar of the law's page, each start beside its two dates.
@pytest.mark.parametrize(
    ("rule", "case", "expected"),
    [
        # Day 30 of November 9 is Wednesday, December 9.
        ("factual-correction-30", report(), ("2026-12-09", "2026-12-09")),
        # Day 30 of November 26 is Saturday, December 26: back over Christmas to Thursday, on to Monday.
        ("factual-correction-30", report(received_on=day("2026-11-26")), ("2026-12-24", "2026-12-28")),
        # January has 31 days: day 30 of January 30, 2027 is Monday, March 1.
        ("factual-correction-30", report(received_on=day("2027-01-30")), ("2027-03-01", "2027-03-01")),
        # A month alone counts from the date printed on the report, and has no second date.
        ("factual-correction-30", report(received_on="2026-11", printed_on=day("2026-11-05")), ("2026-12-04", None)),
        # Day 5 of Monday, November 23 is Saturday: back over the day after Thanksgiving and Thanksgiving to Wednesday, on to Monday.
        ("factual-reply-5", report(correction={"theirs_served_on": day("2026-11-23")}), ("2026-11-25", "2026-11-30")),
        ("factual-reply-5", report(correction={"theirs_served_on": day("2026-11-27")}), ("2026-12-02", "2026-12-02")),
        # Day 10 of November 12 is Sunday: due that day, late only after Monday.
        ("factual-qme-10", sent(report(), *THREE), ("2026-11-22", "2026-11-23")),
        # Day 10 of November 16 is Thanksgiving, then Friday and a weekend are closed.
        ("factual-qme-10", sent(report(), *THREE, on="2026-11-16"), ("2026-11-26", "2026-11-30")),
        # Sixty days from November 2 is Friday, January 1: late only after Monday the 4th. The longer time by agreement is not taken.
        ("qme-supplemental-60", sent(report(), "qme", wrote="supplemental-request", on="2026-11-02"), ("2027-01-01", "2027-01-04")),
        # Day 30 of November 19 is Saturday, December 19: back to Friday, on to Monday.
        ("deu-reconsider-30", report().answers({"rating": Rating(received_on=day("2026-11-19"))}), ("2026-12-18", "2026-12-21")),
        ("deu-reconsider-30", report().answers({"rating": Rating(printed_on=day("2026-11-17"))}), ("2026-12-17", None)),
        # Day 45 of November 20 is Monday, January 4.
        ("apportion-judge-45", report().answers({"rating": Rating(judge_sent_on=day("2026-11-20"))}), ("2027-01-04", "2027-01-04")),
        # Day 20 of November 17 is Monday, December 7. The way of service is not asked here, so nothing is added.
        ("recon-20", report().answers({"rating": Rating(decision_served_on=day("2026-11-17"))}), ("2026-12-07", "2026-12-07")),
        ("recon-20", report().answers({"rating": Rating(decision_served_on=day("2026-11-20"))}), ("2026-12-10", "2026-12-10")),
    ],
)
def test_each_clock_has_its_two_dates(rule, case, expected):
    assert told(rows(case)[rule]) == expected


# The rating: the window to correct ends on December 9, so day 20 is December 29.
@pytest.mark.parametrize(
    ("said", "due"),
    [
        ({"reports.0.correction.deu_office": "DEU"}, "2026-12-29"),
        ({"rating.evaluation_on": "2026-11-13"}, "2026-12-03"),
        ({"reports.0.correction.decided_on": "2026-12-15", "reports.0.correction.deu_office": "DEU"}, "2027-01-04"),
        ({"reports.0.correction.decided_on": "2026-11-20", "reports.0.correction.deu_office": "DEU"}, "2026-12-29"),
        ({"route.about": ("permanent",)}, "2026-12-29"),
    ],
)
def test_the_rating_is_due_by_the_earliest_of_three_readings_and_never_called_late(said, due):
    found = rows(report().answers(said))["deu-rating-20"]
    assert told(found) == (due, None) and found.about == "rating"


def test_the_rating_waits_for_a_correction_a_judge_and_for_a_report_that_is_for_it():
    for_it = report().answers({"reports.0.correction.deu_office": "DEU"})
    assert "deu-rating-20" not in rows(report())
    assert "deu-rating-20" not in rows(sent(for_it, "qme"))
    assert "deu-rating-20" in rows(sent(for_it, "qme").answers({"reports.0.correction.decided_on": "2026-11-20"}))
    assert "deu-rating-20" not in rows(for_it.answers({"reports.0.correction.theirs_served_on": "2026-11-20"}))
    assert "deu-rating-20" not in rows(for_it.answers({"rating.apportions": "yes"}))
    for known in ({"rating.judge_sent_on": "2026-11-20"}, {"rating.received_on": "2026-11-20"}, {"rating.decision_served_on": "2026-11-20"}):
        assert "deu-rating-20" not in rows(for_it.answers(known))


def test_the_request_is_open_until_all_three_have_it():
    case = report()
    for to in THREE[:-1]:
        case = sent(case, to)
        assert "factual-correction-30" in rows(case)
    assert "factual-correction-30" not in rows(sent(case, "deu"))
    assert "factual-correction-30" in rows(sent(case, "deu", result="failed"))
    assert "factual-correction-30" in rows(sent(report(), *THREE, wrote="dispute-letter"))
    assert "factual-correction-30" not in rows(case.answers({"reports.0.correction.decided_on": "2026-11-18"}))


def test_a_sending_on_a_day_that_nobody_is_sure_of_ends_no_clock():
    corrected, replied = sent(report(), *THREE), sent(report(correction={"theirs_served_on": day("2026-11-20")}), "qme", "claims_administrator", wrote="correction-reply")
    line = {"id": "line-1", "to": "administrative_director", "on": "2026-11-20", "wrote": "rating-reconsider"}
    rated = report().answers({"rating": Rating(received_on=day("2026-11-19"))}).answers({"rating.sendings": [line]})
    for case, path, rule in (
        (corrected, "reports.0.sendings.2.on", "factual-correction-30"), (replied, "reports.0.sendings.1.on", "factual-reply-5"), (rated, "rating.sendings.0.on", "deu-reconsider-30"),
    ):  # fmt: skip
        assert rule not in rows(case) and rule not in rows(case.answers({path: "2026-11"})) and rule in rows(case.answers({path: "unsure"}))


def test_an_answer_ends_the_clocks_that_waited_for_it():
    case = sent(report(correction={"theirs_served_on": day("2026-11-20")}), *THREE)
    assert "factual-reply-5" in rows(case) and "factual-qme-10" in rows(sent(report(), *THREE))
    replied = sent(case, "qme", "claims_administrator", wrote="correction-reply")
    assert "factual-reply-5" not in rows(replied)
    assert "factual-reply-5" in rows(sent(case, "claims_administrator", wrote="correction-reply"))
    assert rows(case.answers({"reports.0.correction.decided_on": "2026-11-20"})).keys() <= {"deu-rating-20"}
    asked = sent(report(), "qme", "claims_administrator", wrote="supplemental-request")
    assert "qme-supplemental-60" in rows(asked)
    assert "qme-supplemental-60" not in rows(asked.answers({"reports.0.sendings.0.answered_on": "2026-11-20"}))
    served_alone = sent(report(), "claims_administrator", wrote="supplemental-request")
    assert "qme-supplemental-60" not in rows(served_alone)


@pytest.mark.parametrize("theirs", [day("2026-11-20"), "2026-11", "unsure"])
def test_the_evaluators_days_are_not_counted_when_both_sides_asked(theirs):
    """Its longer time was not read (deadlines.md, section 8): nothing is computed, and nobody is called late."""
    assert "factual-qme-10" not in rows(sent(report(correction={"theirs_served_on": theirs}), *THREE))


def test_a_request_of_the_other_side_that_came_after_the_evaluators_answer_has_its_five_days():
    """Each side has thirty days of its own, so theirs may come when the worker's request was decided long ago."""
    case = sent(report(correction={"decided_on": day("2026-11-18"), "theirs_served_on": day("2026-11-20")}), *THREE)
    assert "factual-reply-5" in rows(case) and replying.waiting(case.reports[0])
    since = case.answers({"reports.0.correction.decided_on": "2026-11-20"})
    for over in (since, since.answers({"reports.0.correction.decided_on": "unsure"}), sent(case, "qme", "claims_administrator", wrote="correction-reply")):
        assert "factual-reply-5" not in rows(over) and not replying.waiting(over.reports[0])


def test_a_request_about_the_rating_ends_its_clock_and_a_judges_decision_starts_another():
    rated = report().answers({"rating": Rating(received_on=day("2026-11-19"))})
    line = {"id": "sending-1", "to": "administrative_director", "on": "2026-11-20", "how": "mail", "wrote": "rating-reconsider"}
    assert rows(rated).keys() == {"factual-correction-30", "deu-reconsider-30"}
    assert "deu-reconsider-30" not in rows(rated.answers({"rating.sendings": [line]}))
    for other in ({"to": "claims_administrator"}, {"wrote": "follow-up"}, {"result": "failed"}):
        assert "deu-reconsider-30" in rows(rated.answers({"rating.sendings": [{**line, **other}]}))
    decided = rows(rated.answers({"rating.decision_served_on": "2026-11-20"}))
    assert "recon-20" in decided and "deu-reconsider-30" not in decided


def test_a_judge_who_sent_the_report_back_gives_the_evaluator_a_time_of_his_own():
    case = report().answers({"rating": Rating(judge_sent_on=day("2026-11-02"))})
    assert "apportion-judge-45" in rows(case) and report_clocks.sent_back(case, LAW) is None
    back = case.answers({"rating.judge_back_on": "2026-11-25"})
    assert "apportion-judge-45" not in rows(back)
    # Day 30 of November 25 is Christmas: due that day, late only after Monday the 28th.
    found = report_clocks.sent_back(back, LAW)
    assert (found.safe, found.outside) == (day("2026-12-25"), day("2026-12-28"))
    assert report_clocks.sent_back(back.answers({"rating.received_on": "2026-11-30"}), LAW) is None
    assert report_clocks.sent_back(back.answers({"rating.judge_back_on": "2026-11"}), LAW) is None


def test_nobody_is_late_from_a_day_that_is_not_whole():
    theirs = rows(report(correction={"theirs_served_on": "2026-11"}))
    case = report().answers(
        {"reports.0.sendings": [{"id": "line-1", "to": "qme", "on": "2026-11", "wrote": "factual-correction"}, {"id": "line-2", "to": "qme", "on": "2026-11", "wrote": "supplemental-request"}]}
    )
    found = rows(case.answers({"rating.judge_sent_on": "2026-11", "rating.decision_served_on": "unsure"}))
    assert {"factual-qme-10", "qme-supplemental-60"} <= found.keys() and "recon-20" not in found and "factual-reply-5" in theirs
    assert all(row.deadline.outside is None for rule, row in [*found.items(), *theirs.items()] if rule != "factual-correction-30")


def test_with_an_attorney_only_the_strict_clock_of_a_judges_decision_is_told():
    case = sent(report(), *THREE).answers({"triage.lawyer": "yes", "rating": Rating(received_on=day("2026-11-19"), decision_served_on=day("2026-11-20"))})
    assert rows(case).keys() == {"recon-20"}


def test_a_report_that_names_its_exam_ends_that_exams_clocks_and_no_other():
    exams = tuple(Exam(id=f"exam-{at}", on=day(on)) for at, on in enumerate(("2026-09-21", "2026-10-12"), start=1))
    case = report().answers({"exams": [one.model_dump(mode="json") for one in exams]})
    assert {"exam-1", "exam-2"} == {row.about for row in dates(case, LAW, TODAY) if row.deadline.rule == "qme-report-30"}
    named = case.answers({"reports.0.exam": "exam-2"})
    assert "qme-report-30" in rows(named, "exam-1") and not rows(named, "exam-2")
    assert "qme-report-30" not in rows(named.answers({"reports.0.exam": "exam-1"}), "exam-1")
    # Day 31 of September 21 is October 22: a report of November 9 came after it, so the objection stays open.
    assert "late-report-object" in rows(named.answers({"reports.0.exam": "exam-1"}), "exam-1")
    gone = named.answers({"reports.0.exam": "exam-9"})
    assert {"exam-1", "exam-2"} == {row.about for row in dates(gone, LAW, TODAY) if row.deadline.rule == "qme-report-30"}


def test_the_report_is_there_when_the_person_says_so_and_the_last_objection_ends_its_clock():
    case = Case(triage=Triage(lawyer="no"), exams=(Exam(id="exam-1", on=day("2026-10-15"), report_came="yes"),))
    assert rows(case).keys() == {"late-report-object"}
    # Day 30 of October 15 is Saturday, November 14: object on the 15th, and once more on Tuesday the 17th.
    assert told(rows(case)["late-report-object"]) == ("2026-11-15", "2026-11-17")
    line = {"id": "line-1", "to": "claims_administrator", "how": "mail", "wrote": "late-report"}
    assert rows(case.answers({"exams.0.sendings": [{**line, "on": "2026-11-16"}]})).keys() == {"late-report-object"}
    assert not rows(case.answers({"exams.0.sendings": [{**line, "on": "2026-11-17"}]}))
    assert rows(case.answers({"exams.0.sendings": [{**line, "on": "2026-11-17", "wrote": None}]})).keys() == {"late-report-object"}


def test_two_reports_each_have_their_own_dates():
    first = report().reports[0]
    case = report().model_copy(update={"reports": (first, first.model_copy(update={"id": "report-2", "received_on": day("2026-11-16")}))})
    assert {row.about: told(row)[0] for row in dates(case, LAW, TODAY) if row.deadline.rule == "factual-correction-30"} == {"report-1": "2026-12-09", "report-2": "2026-12-16"}


def test_the_road_of_a_wrong_report_has_its_dates_and_the_soonest_is_the_correction():
    found = rows(WRONG_REPORT, "report-2")
    assert told(found["factual-correction-30"]) == ("2026-12-09", "2026-12-09")
    assert soonest(WRONG_REPORT, dates(WRONG_REPORT, LAW, TODAY), TODAY).deadline.rule in ("factual-correction-30", "objection-4062-30", "case-open-1y")
    assert told(rows(RATED)["deu-reconsider-30"]) == ("2026-12-18", "2026-12-21") and not rows(RATED, "report-2")


def test_every_date_of_everybody_has_an_id_of_its_own():
    for name, case in EVERYBODY.items():
        ids = [row.uid for row in dates(case, LAW, TODAY)]
        assert len(ids) == len(set(ids)), name


LOST = re.compile(r"perdi(d|ó)|se pierde|demasiado tarde|ya no puede|ya no se puede|too late|\blost\b|\blose\b|barred|no longer can|can no longer|forfeit", re.IGNORECASE)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_words_of_a_past_date_never_say_that_anything_is_lost(language):
    said = yaml.safe_load((CONTENT / language / "clocks.yaml").read_text("utf-8"))
    for rule in (*AFTER, "late-report-object", "qme-report-30"):
        for part, sentence in said[rule].items():
            assert not LOST.search(sentence), (rule, part, sentence)
        assert re.search(r"\bhoy\b|\btoday\b", said[rule]["missed"]) and "I&A" in said[rule]["missed"], rule
