"""The clocks of a QME panel: which day starts which, when each ends, and what each shows. Lab. Code 4062.1, 139.2(h); 8 CCR 31.3."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qme_guide.case import Case, Exam, Finding, Panel, PanelForm, Report, Sending
from qme_guide.days import DAY
from qme_guide.documents.counted import working
from qme_guide.documents.entries import calendar
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.rules import exam as exams
from qme_guide.rules import oddities, panel, panel_clocks
from qme_guide.rules.dates import dates
from qme_guide.rules.deadline import Missing, count
from qme_guide.rules.start import Start
from qme_guide.words import LANGUAGES, load_words
from tests.personas import BOOKED, CLAIM_DENIED, EVERYBODY, OBJECTOR, PANEL_HERE, PANEL_REPRESENTED, PANEL_WAIT, TODAY

LAW = load_law()
ALL = (
    "form105-first-10", "employer-may-file-105", "qme-panel-5wd", "any-qme-after-20wd", "qme-select-10", "qme-appt-notice-5bd", "qme-exam-90",
    "qme-cancel-6bd", "serve-qme-info-20", "exam-change-6bd", "qme-form-now", "medlegal-60-wait", "qme-report-30", "late-report-object",
)  # fmt: skip


def day(text: str) -> date:
    return date.fromisoformat(text)


def rows(case: Case, today: date | None = TODAY) -> dict:
    return {row.deadline.rule: row for row in dates(case, LAW, today)}


def safe(case: Case, rule: str):
    return rows(case)[rule].deadline.safe


def with_form(**answers) -> Case:
    """The objection is out, and this is known about the form; nothing was sent to the Medical Unit."""
    return PANEL_WAIT.answers({"panel_form": PanelForm(**answers)})


GIVEN = with_form(furnished_on=day("2026-11-12"), furnished_by="claims_administrator", asked_to_submit="yes", asked_on=day("2026-11-16"))

# the two clocks of ten days


def test_to_send_the_form_first_counts_from_the_earlier_day_and_the_employer_from_the_later_one():
    found = rows(GIVEN)
    assert found["form105-first-10"].start == Start(day("2026-11-12"), "panel_form.furnished_on", exact=True)
    assert found["form105-first-10"].deadline.safe == day("2026-11-20"), "day 10 is Sunday November 22: back to Friday"
    assert found["employer-may-file-105"].start.day == day("2026-11-16")
    assert found["employer-may-file-105"].deadline.safe == day("2026-11-27"), "the day after day 10, never rolled"


def test_it_does_not_matter_which_of_the_two_days_comes_first():
    other = GIVEN.answers({"panel_form.furnished_on": "2026-11-16", "panel_form.asked_on": "2026-11-12"})
    assert rows(other)["form105-first-10"].start == Start(day("2026-11-12"), "panel_form.asked_on", exact=True)
    assert rows(other)["employer-may-file-105"].start.day == day("2026-11-16")


def test_the_two_clocks_of_ten_days_are_never_merged():
    form, chosen = rows(GIVEN)["form105-first-10"], rows(PANEL_HERE)["qme-select-10"]
    assert (form.about, chosen.about) == ("panel_form", "panel-1")
    assert form.uid != chosen.uid
    for language in LANGUAGES:
        words = load_words(language)
        assert words.clock("form105-first-10", "title") != words.clock("qme-select-10", "title")
        assert words.clock("form105-first-10", "label") != words.clock("qme-select-10", "label")


def test_one_day_is_enough_for_the_worker_and_two_are_needed_for_the_employer():
    for known in ({"furnished_on": day("2026-11-12")}, {"asked_on": day("2026-11-12"), "asked_to_submit": "yes"}):
        assert safe(with_form(**known), "form105-first-10") == day("2026-11-20")
        assert "employer-may-file-105" not in rows(with_form(**known))


@pytest.mark.parametrize("unknown", ["unsure", "2026-11"])
def test_the_employers_wait_is_told_from_two_whole_days_only(unknown):
    for name in ("furnished_on", "asked_on"):
        assert "employer-may-file-105" not in rows(GIVEN.answers({f"panel_form.{name}": unknown}))


def test_who_was_not_asked_has_the_worker_clock_only():
    case = GIVEN.answers({"panel_form.asked_to_submit": "no"})
    assert rows(case)["form105-first-10"].start.day == day("2026-11-12")
    assert "employer-may-file-105" not in rows(case)


@pytest.mark.parametrize(("source", "worker", "employer"), [("claims_administrator", True, True), ("unsure", True, True), ("medical_unit", True, False), ("downloaded", False, False)])
def test_a_form_that_the_employer_did_not_give_starts_no_time_of_the_employer(source, worker, employer):
    case = GIVEN.answers({"panel_form.furnished_by": source, "panel_form.asked_on": None if source == "downloaded" else "2026-11-16"})
    assert ("form105-first-10" in rows(case), "employer-may-file-105" in rows(case)) == (worker, employer)


def test_a_month_counts_from_its_first_day_and_shows_the_first_date_only():
    row = rows(with_form(furnished_on="2026-11"))["form105-first-10"]
    assert (row.start.day, row.exact, row.deadline.outside) == (day("2026-11-01"), False, None)


def test_nothing_known_gives_no_date_only_a_question():
    assert panel_clocks.form_given(PanelForm()) == Missing(("panel_form.furnished_on",))
    assert panel_clocks.form_given(PanelForm(furnished_on="unsure", asked_on="unsure")) == Missing(("panel_form.furnished_on",))


# the form owed, sent, returned


def test_after_an_objection_the_form_is_owed_at_once_and_no_number_of_days_is_told():
    row = rows(with_form())["qme-form-now"]
    assert (row.about, row.deadline.safe, row.deadline.outside) == ("report-1", None, None)
    assert row.start.day == day("2026-11-10")
    assert "qme-form-now" not in rows(OBJECTOR) and "qme-form-now" not in rows(GIVEN)


def test_a_form_that_was_sent_ends_both_clocks_and_a_failed_sending_does_not():
    sent = GIVEN.answers({"panel_form.sendings": [{"id": "sending-1", "to": "medical_unit", "on": "2026-11-18"}]})
    assert not {"form105-first-10", "employer-may-file-105"} & set(rows(sent))
    for changed in ({"result": "failed"}, {"on": "unsure"}, {"to": "claims_administrator"}):
        key, value = next(iter(changed.items()))
        assert "form105-first-10" in rows(sent.answers({f"panel_form.sendings.0.{key}": value}))


def test_a_request_that_came_back_must_go_out_again():
    back = PANEL_WAIT.answers({"panel_form.returned_on": "2026-11-19"})
    assert {"form105-first-10", "employer-may-file-105"} <= set(rows(back))
    assert not {"qme-panel-5wd", "any-qme-after-20wd"} & set(rows(back)), "no wait runs on a request that was returned"
    again = back.answers({"panel_form.sendings": [*back.panel_form.sendings, Sending(id="sending-3", to="medical_unit", on=day("2026-11-20"))]})
    assert "form105-first-10" not in rows(again)
    there = again.answers({"panel_form.medical_unit_on": "2026-11-23"})
    assert rows(there)["qme-panel-5wd"].start.day == day("2026-11-23")


@pytest.mark.parametrize("returned", ["unsure", "2026-11"])
def test_not_knowing_when_it_came_back_keeps_the_clock_until_it_was_sent_again(returned):
    back = PANEL_WAIT.answers({"panel_form.returned_on": returned})
    assert "form105-first-10" in rows(back) and "any-qme-after-20wd" not in rows(back)
    again = back.answers({"panel_form.sendings": [*back.panel_form.sendings, Sending(id="sending-3", to="medical_unit", on=day("2026-11-20"))]})
    assert "form105-first-10" not in rows(again)


# the wait for the panel


def test_the_panel_is_due_five_working_days_and_any_qme_may_be_asked_after_twenty():
    found = rows(PANEL_WAIT)
    assert found["qme-panel-5wd"].deadline.safe == day("2026-11-24")
    # 20 working days from November 17: Thanksgiving and the day after are left out. The right is there on the day that follows.
    assert found["any-qme-after-20wd"].deadline.safe == day("2026-12-18")


@pytest.mark.parametrize("unknown", ["unsure", "2026-11", None])
def test_the_wait_needs_the_whole_day_on_which_the_unit_received_it(unknown):
    assert "any-qme-after-20wd" not in rows(PANEL_WAIT.answers({"panel_form.medical_unit_on": unknown}))


def test_a_month_of_receipt_calls_nobody_late():
    row = rows(PANEL_WAIT.answers({"panel_form.medical_unit_on": "2026-11"}))["qme-panel-5wd"]
    assert row.deadline.outside is None


def test_a_panel_ends_the_wait_and_one_from_another_dispute_does_not():
    assert not {"qme-panel-5wd", "any-qme-after-20wd", "form105-first-10"} & set(rows(PANEL_HERE))
    old = PANEL_WAIT.answers({"panels": [Panel(id="panel-1", issued_on=day("2023-05-02"))]})
    assert {"qme-panel-5wd", "any-qme-after-20wd"} <= set(rows(old))
    assert not panel.panel_came(PANEL_WAIT.answers({"panels": [Panel(id="panel-1")]})), "a panel of which nothing is known"


# the choice


def test_the_time_to_choose_counts_from_the_day_printed_on_the_panel_and_not_from_its_arrival():
    row = rows(PANEL_HERE)["qme-select-10"]
    assert row.start == Start(day("2026-11-16"), "panel.issued_on", exact=True)
    assert (row.deadline.safe, row.deadline.outside) == (day("2026-11-25"), day("2026-11-30"))
    assert panel_clocks.came(PANEL_HERE.panels[0]) == Start(day("2026-11-19"), "panel.received_on", exact=True)


@pytest.mark.parametrize("unknown", ["unsure", None])
def test_the_day_it_came_never_stands_in_for_the_day_it_was_issued(unknown):
    case = PANEL_HERE.answers({"panels.0.issued_on": unknown})
    assert panel_clocks.issued(case.panels[0]) == Missing(("issued_on",))
    assert "qme-select-10" not in rows(case)
    assert panel_clocks.came(case.panels[0]) is None


def test_a_panel_that_came_before_its_date_has_no_second_reading():
    assert panel_clocks.came(PANEL_HERE.panels[0].model_copy(update={"received_on": day("2026-11-16")})) is None


def test_a_panel_cannot_come_before_it_was_issued_so_the_earlier_day_counts_and_is_asked_about():
    case = PANEL_HERE.answers({"panels.0.received_on": "2026-11-12"})
    row = rows(case)["qme-select-10"]
    assert row.start == Start(day("2026-11-12"), "panel.came", exact=True)
    assert row.deadline.safe == day("2026-11-20") < safe(PANEL_HERE, "qme-select-10"), "day 10 is Sunday November 22: back to Friday"
    assert "panel_came_before" in odd(case) and "panel_came_before" not in odd(PANEL_HERE)
    for language in LANGUAGES:
        assert load_words(language).say("start.came", day=row.start.day)


def test_a_panel_that_was_replaced_runs_no_clock_any_more():
    old = BOOKED.panels[0].model_copy(update={"grounds": ("not_in_time",)})
    alone = BOOKED.answers({"exams": [], "panels": [old]})
    assert {"qme-exam-90", "qme-appt-notice-5bd"} <= set(rows(alone)), "as long as no other panel is there"
    new = alone.answers({"panels": [old, Panel(id="panel-2", issued_on=day("2026-11-18"))]})
    assert {(row.about, row.deadline.rule) for row in dates(new, LAW, TODAY) if row.about.startswith("panel-")} == {("panel-2", "qme-select-10")}


def test_only_the_notice_ends_the_time_to_choose_and_neither_the_choice_nor_the_booking():
    chosen = PANEL_HERE.answers({"panels.0.chosen": "doctor-2", "panels.0.booked_on": "2026-11-20", "panels.0.requested_on": "2026-11-20"})
    assert "qme-select-10" in rows(chosen)
    assert "qme-select-10" not in rows(BOOKED)
    for changed in ({"result": "failed"}, {"on": "unsure"}, {"to": "qme"}):
        key, value = next(iter(changed.items()))
        assert "qme-select-10" in rows(BOOKED.answers({f"panels.0.sendings.0.{key}": value}))


def test_a_notice_that_named_another_doctor_does_not_end_the_time_to_choose():
    line = {"id": "sending-1", "to": "claims_administrator", "on": date(2026, 11, 20)}
    chosen = PANEL_HERE.answers({"panels.0.chosen": "doctor-2", "panels.0.sendings": [{**line, "doctor": "doctor-2"}]})
    other = chosen.answers({"panels.0.chosen": "doctor-1"})
    again = other.answers({"panels.0.sendings": [*other.model_dump()["panels"][0]["sendings"], {**line, "id": "sending-2", "doctor": "doctor-1"}]})
    assert panel.told(chosen.panels[0]) and panel.other_named(chosen.panels[0]) is None
    assert panel.told(other.panels[0]) is None and panel.other_named(other.panels[0]).doctor == "doctor-2"
    assert panel.told(again.panels[0]) and panel.other_named(again.panels[0]) is None
    assert panel.other_named(again.answers({"panels.0.chosen": "doctor-2"}).panels[0]).doctor == "doctor-1"
    failed = other.answers({"panels.0.sendings.0.result": "failed"})
    assert panel.told(failed.panels[0]) is None and panel.other_named(failed.panels[0]) is None
    unknown = other.answers({"panels.0.sendings.0.doctor": None})
    assert panel.told(unknown.panels[0]), "an older file does not say whom it named"


def test_each_panel_has_its_own_time_and_one_that_was_replaced_has_none():
    second = Panel(id="panel-2", issued_on=day("2026-11-18"))
    both = PANEL_HERE.answers({"panels": [*PANEL_HERE.panels, second]})
    assert [row.about for row in dates(both, LAW, TODAY) if row.deadline.rule == "qme-select-10"] == ["panel-1", "panel-2"]
    replaced = both.answers({"panels.0.grounds": ["not_in_time"]})
    assert [row.about for row in dates(replaced, LAW, TODAY) if row.deadline.rule == "qme-select-10"] == ["panel-2"]


# the appointment


def test_the_notice_of_the_appointment_is_due_until_it_came():
    assert rows(BOOKED)["qme-appt-notice-5bd"].deadline.safe == day("2026-12-01"), "five business days over Thanksgiving"
    assert "qme-appt-notice-5bd" not in rows(BOOKED.answers({"exams.0.notice_on": "2026-11-30"}))


def test_the_ninety_days_count_from_the_first_request_and_a_call_stands_in_for_it():
    free = BOOKED.answers({"exams": []})
    assert rows(free)["qme-exam-90"].start == Start(day("2026-11-20"), "panel.requested_on", exact=True)
    assert (rows(free)["qme-exam-90"].deadline.safe, rows(free)["qme-exam-90"].deadline.outside) == (day("2027-02-18"), day("2027-03-20"))
    called = free.answers({"panels.0.requested_on": None})
    assert rows(called)["qme-exam-90"].start == Start(day("2026-11-20"), "panel.called", exact=False)
    assert rows(called)["qme-exam-90"].deadline.outside is None
    assert "qme-exam-90" not in rows(called.answers({"panels.0.calls.0.doctor": "doctor-1"})), "a call to another office is no request"


@pytest.mark.parametrize(("exam", "accepts", "standing", "shown"), [
    ("2027-02-18", None, exams.IN_TIME, False),
    ("2027-02-19", None, exams.IF_ACCEPTED, True),
    ("2027-02-19", "no", exams.IF_ACCEPTED, True),
    ("2027-02-19", "unsure", exams.IF_ACCEPTED, True),
    ("2027-02-19", "yes", exams.IF_ACCEPTED, False),
    ("2027-03-20", "yes", exams.IF_ACCEPTED, False),
    ("2027-03-22", "yes", exams.BEYOND, True),
])  # fmt: skip
def test_day_90_is_the_day_of_the_choice_and_120_only_for_who_accepts(exam, accepts, standing, shown):
    case = BOOKED.answers({"exams.0.on": exam, "panels.0.accepts_later": accepts})
    assert exams.standing(case, case.panels[0], LAW) == standing
    assert ("qme-exam-90" in rows(case)) == shown


def test_without_the_day_of_the_request_nothing_is_called_too_far_away():
    case = BOOKED.answers({"panels.0.requested_on": "2026-11", "exams.0.on": "2027-02-18"})
    assert exams.standing(case, case.panels[0], LAW) == exams.UNKNOWN
    assert exams.fits("2027-02", exams.window(BOOKED.panels[0], LAW)) == exams.UNKNOWN
    assert exams.fits(day("2027-01-29"), None) == exams.UNKNOWN
    assert exams.window_from(day("2022-01-01"), LAW) is None, "before the rule"


def test_the_six_business_days_stand_beside_each_other_for_the_doctor_and_for_us():
    found = rows(BOOKED)
    assert found["qme-cancel-6bd"].deadline.safe == found["exam-change-6bd"].deadline.safe == day("2027-01-21")
    assert (found["qme-cancel-6bd"].deadline.kind, found["exam-change-6bd"].deadline.clock.show) == ("other", "target")


def test_after_the_exam_only_the_report_is_awaited():
    found = rows(BOOKED, day("2027-01-30"))
    assert not {"serve-qme-info-20", "exam-change-6bd", "qme-cancel-6bd", "qme-appt-notice-5bd", "qme-exam-90"} & set(found)
    assert {"qme-report-30", "late-report-object"} <= set(found)
    assert {"serve-qme-info-20", "exam-change-6bd"} <= set(rows(BOOKED, day("2027-01-29"))), "on the day itself they stand"


@pytest.mark.parametrize(("received", "left"), [("2027-02-20", set()), ("2027-03-01", set()), ("2027-03-02", {"late-report-object"}), (None, {"qme-report-30", "late-report-object"})])
def test_a_report_that_came_ends_the_wait_and_one_that_came_late_keeps_the_objection(received, left):
    report = Report(id="report-9", kind="qme", printed_on=day("2027-02-15"), received_on=received and day(received))
    case = BOOKED.answers({"reports": [*BOOKED.reports, report]})
    assert {"qme-report-30", "late-report-object"} & set(rows(case, day("2027-02-20"))) == left


@pytest.mark.parametrize(
    ("second", "came", "open_ones"),
    [
        (None, ("2027-02-05",), set()),
        ("2027-02-03", ("2027-02-01",), {"exam-2"}),
        ("2027-02-03", ("2027-02-10",), {"exam-1", "exam-2"}),
        ("2027-02-03", ("2027-02-10", "2027-02-12"), set()),
        ("2026-03-02", ("2026-03-20", "2027-02-10"), set()),
        ("2026-03-02", ("2027-02-10",), {"exam-1", "exam-2"}),
        ("unsure", ("2027-02-10",), {"exam-1"}),
    ],
    ids=["one exam", "between the two", "of one of the two", "of both", "an old exam with its own", "an old exam without", "another without a day"],
)
def test_of_two_exams_a_report_ends_the_late_clock_only_of_the_one_it_is_surely_of(second, came, open_ones):
    other = [Exam(id="exam-2", on=day(second) if second != "unsure" else second, panel="panel-1", doctor="doctor-1")] if second else []
    reports = [Report(id=f"report-{at}", kind="qme", received_on=day(one)) for at, one in enumerate(came, start=8)]
    case = BOOKED.answers({"reports": [*BOOKED.reports, *reports], "exams": [*BOOKED.exams, *other]})
    found = {row.about for row in dates(case, LAW, day("2027-02-15")) if row.deadline.rule == "late-report-object"}
    assert found == open_ones


def test_an_earlier_report_is_not_the_report_of_this_exam():
    report = Report(id="report-9", kind="qme", received_on=day("2026-06-01"))
    assert "qme-report-30" in rows(BOOKED.answers({"reports": [*BOOKED.reports, report]}))


# the sixty days, the objection, who has a lawyer


def test_the_sixty_days_wait_only_while_nobody_decided():
    filed = CLAIM_DENIED.answers({"claim.denied_on": None, "claim.form_filed_on": "2026-10-01"})
    for answers, waits in (
        ({"triage.denied": "delay"}, True),
        ({"route.claim_stands": "undecided"}, True),
        ({"route.claim_stands": "unsure"}, True),
        ({"route.claim_stands": "denied"}, False),
        ({"route.claim_stands": "part", "triage.denied": "delay"}, False),
        ({"triage.denied": "delay", "claim.denied_on": "2026-11-12"}, False),
        ({"triage.denied": "delay", "claim.form_filed_on": "2026-10"}, False),
        ({}, False),
    ):
        assert ("medlegal-60-wait" in rows(filed.answers(answers))) == waits, answers
    assert safe(filed.answers({"triage.denied": "delay"}), "medlegal-60-wait") == day("2026-12-01")


def test_the_findings_choose_the_clock_of_the_objection_and_4062_counts_in_doubt():
    def rules(*about):
        findings = [Finding(id=f"finding-{number}", about=one) for number, one in enumerate(about)]
        return {rule for rule in rows(OBJECTOR.answers({"reports.0.findings": findings})) if rule.startswith("objection")}

    assert rules() == {"objection-4062-30", "objection-4061-target"}
    assert rules("permanent") == rules("permanent", "future_care") == {"objection-4061-target"}
    assert rules("permanent", "work_status") == rules("work_status") == rules("unsure") == rules(None) == {"objection-4062-30"}


def test_an_objection_that_was_sent_has_no_clock_and_a_doubt_about_who_wrote_it_keeps_one():
    assert "objection-4062-30" in rows(OBJECTOR) and "objection-4062-30" not in rows(PANEL_WAIT)
    assert "objection-4062-30" in rows(PANEL_WAIT.answers({"reports.0.sendings.0.result": "failed"}))
    assert "objection-4062-30" in rows(OBJECTOR.answers({"reports.0.kind": "unsure"}))


def test_a_lawyer_ends_the_clocks_of_who_has_none_and_the_answers_stay():
    alone = {"form105-first-10", "employer-may-file-105", "qme-panel-5wd", "any-qme-after-20wd", "qme-select-10", "qme-form-now"}
    for case in (GIVEN, with_form(), PANEL_WAIT, PANEL_HERE):
        represented = case.answers({"triage.lawyer": "yes"})
        assert alone & set(rows(case)) and not alone & set(rows(represented))
        assert represented.answers({"triage.lawyer": "no"}) == case
    assert {"serve-qme-info-20", "qme-appt-notice-5bd"} <= set(rows(BOOKED.answers({"triage.lawyer": "yes"})))


def test_an_accepted_claim_is_not_waited_for():
    assert not {"claim-decision-90", "claim-presumed-after-90"} & set(rows(OBJECTOR))


# everywhere


def test_every_clock_of_the_panel_road_runs_for_somebody_with_its_working_in_both_languages():
    delayed = CLAIM_DENIED.answers({"triage.denied": "delay", "claim.denied_on": None})
    found = {}
    for case in (GIVEN, with_form(), PANEL_WAIT, PANEL_HERE, BOOKED, BOOKED.answers({"exams": []}), delayed):
        found |= rows(case)
    assert set(ALL) <= set(found)
    for rule in ALL:
        row = found[rule]
        for language in LANGUAGES:
            words = load_words(language)
            told = working(Matter(Case(), None, LAW, words, TODAY), row.deadline, row.start)
            assert any(row.deadline.clock.shown_citation in sentence for sentence in told)
            if row.deadline.safe:
                assert any(words.day(row.start.day) in sentence for sentence in told), rule


@pytest.mark.parametrize("person", ["panel-wait", "panel-here", "booked", "many"])
def test_no_two_dates_of_a_case_share_an_id(person):
    found = dates(EVERYBODY[person], LAW, TODAY)
    assert len({row.uid for row in found}) == len(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_holds_the_exam_the_choice_and_the_day_for_records(language):
    def entries(case):
        return {entry.uid.removeprefix("ab12-"): entry for entry in calendar(Matter(case.model_copy(update={"key": "ab12"}), None, LAW, load_words(language), TODAY))}

    booked = entries(BOOKED)
    assert booked["exam-1-exam"].day == day("2027-01-29") and "9:00 a.m." in booked["exam-1-exam"].text and booked["exam-1-exam"].alarms
    assert all(told in booked["exam-1-exam"].text for told in ("Dr. Sample Two", "5 Sample Street"))
    assert booked["exam-1-qme-cancel-6bd-exam"].text.startswith(load_words(language).letter("calendar", "cancel_text"))
    assert booked["exam-1-records"].day == day("2026-12-18")
    assert booked["panel-1-qme-appt-notice-5bd-booked"].day == day("2026-12-01")
    assert entries(PANEL_HERE)["panel-1-qme-select-10-issued"].day == day("2026-11-25")
    assert {"panel_form-form105-first-10-furnished", "panel_form-employer-may-file-105-furnished"} <= set(entries(GIVEN))
    for entry in (*booked.values(), *entries(GIVEN).values()):
        assert not any(private in entry.title for private in ("Sample", "SAMPLE"))
    assert "exam-1-exam" not in {entry.uid for entry in calendar(Matter(BOOKED, None, LAW, load_words(language), day("2027-01-30")))}


DAYS = st.dates(date(2026, 4, 1), date(2028, 6, 1))


@settings(max_examples=60, deadline=None)
@given(given_on=DAYS, asked_on=DAYS, issued_on=DAYS)
def test_an_unknown_never_gives_the_worker_more_time_than_a_known_answer(given_on, asked_on, issued_on):
    known = PanelForm(furnished_on=given_on, asked_on=asked_on, asked_to_submit="yes")
    sure = count(LAW, "form105-first-10", {"furnished": panel_clocks.form_given(known).day}).safe
    for unknown in ({"furnished_on": f"{given_on:%Y-%m}"}, {"asked_on": f"{asked_on:%Y-%m}"}):
        careful = panel_clocks.form_given(known.model_copy(update=unknown))
        assert not careful.exact
        assert count(LAW, "form105-first-10", {"furnished": careful.day}).safe <= sure
    month = panel_clocks.issued(Panel(id="panel-1", issued_on=f"{issued_on:%Y-%m}"))
    assert month.day <= issued_on and not month.exact


# kind questions


def odd(case: Case, today: date = TODAY) -> set[str]:
    found = [one.name for each in case.panels for one in oddities.about_panel(case, each, LAW, today)]
    return {*found, *(one.name for each in case.exams for one in oddities.about_exam(case, each, LAW, today))}


@pytest.mark.parametrize(("answers", "name"), [
    ({"panels.0.issued_on": "2026-11-11"}, "panel_before_request"),
    ({"panels.0.issued_on": "2023-11-16"}, "panel_old"),
    ({"panels.0.booked_on": "2026-11-13"}, "booked_before_panel"),
    ({"exams.0.on": "2026-11-13"}, "exam_before_panel"),
    ({"exams.0.on": "2026-11-20"}, "exam_past"),
    ({"exams.0.on": "2027-01-18"}, "exam_closed"),
    ({"exams.0.on": "2027-01-30"}, "exam_closed"),
    ({"exams.0.on": "2027-03-22"}, "exam_beyond"),
    ({"exams.0.doctor": "doctor-1"}, "exam_other_doctor"),
])  # fmt: skip
def test_an_odd_day_is_asked_about_kindly_and_changes_nothing(answers, name):
    assert odd(BOOKED) == set()
    case = BOOKED.answers(answers)
    assert name in odd(case)
    for language in LANGUAGES:
        words = load_words(language)
        assert words.sayings[f"odd.{name}"].endswith((".", "?"))


def test_a_request_that_came_before_it_was_sent_is_asked_about():
    sent = PANEL_WAIT.panel_form.sendings[0].on
    known = {name: PANEL_WAIT.answers({"panel_form.medical_unit_on": on}) for name, on in (("odd", sent - DAY), ("same", sent), ("none", None))}
    found = {name: [one.name for one in oddities.about_form(case.panel_form)] for name, case in known.items()}
    assert found == {"odd": ["unit_before_sent"], "same": [], "none": []}


def test_a_panel_asked_for_by_the_other_side_is_not_odd():
    assert odd(PANEL_HERE.answers({"panel_form": PanelForm()})) == set()


def test_days_beyond_the_table_of_closed_days_are_no_error():
    assert "exam_closed" not in odd(BOOKED.answers({"exams.0.on": "2034-01-18"}))


def test_a_typed_doctor_is_named_and_an_appointment_without_a_panel_belongs_to_the_only_one():
    assert exams.doctor_name(BOOKED, BOOKED.exams[0]) == "Dr. Sample Two"
    alone = BOOKED.answers({"exams.0.panel": None, "exams.0.doctor": "Dr. Sample Four"})
    assert exams.doctor_name(alone, alone.exams[0]) == "Dr. Sample Four"
    assert panel.exam_of(alone, alone.panels[0]) == alone.exams[0]
    two = alone.answers({"panels": [*alone.panels, Panel(id="panel-2")]})
    assert panel.panel_of(two, two.exams[0]) is None
    assert exams.doctor_name(Case(), Exam(id="exam-1")) is None
    gone = BOOKED.answers({"exams.0.doctor": "doctor-9"})
    assert exams.doctor_name(gone, gone.exams[0]) is None, "an id is no name"


def test_represented_keeps_the_panel_and_has_no_time_to_choose():
    assert PANEL_REPRESENTED.panels == PANEL_HERE.panels and "qme-select-10" not in rows(PANEL_REPRESENTED)


def test_who_is_not_sure_about_an_attorney_sees_the_shorter_count_too_and_it_is_the_first():
    unsure = OBJECTOR.answers({"triage.lawyer": "unsure"})
    assert "objection-4062-20" not in rows(OBJECTOR) and "objection-4062-20" in rows(unsure)
    assert safe(unsure, "objection-4062-20") < safe(unsure, "objection-4062-30") == safe(OBJECTOR, "objection-4062-30")
    found = [row.deadline.rule for row in dates(unsure, LAW, TODAY) if row.deadline.rule.startswith("objection-4062")]
    assert found == ["objection-4062-20", "objection-4062-30"]
