"""Counting one clock: which wording, which inputs, what the working shows. The dates themselves are in test_examples."""

import shutil
import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from qme_guide import days
from qme_guide.content import CONTENT
from qme_guide.documents.working import tell
from qme_guide.law import NotInForce, load_law
from qme_guide.rules.advice import records_by
from qme_guide.rules.deadline import Deadline, Missing, Over, Step, count
from qme_guide.words import load_words

LAW = load_law()
COUNTED = [clock for clock in LAW.clocks.values() if clock.calc != "none"]
DATED = [clock for clock in COUNTED if clock.newest.from_]
OCTOBER_30 = date(2026, 10, 30)
FARM_WORKER = {"served": OCTOBER_30, "method": "mail", "address": "ca"}


def start_on(clock, day):
    """The clock's start input on this day, at noon where it is an hour."""
    return {clock.start_input: datetime(day.year, day.month, day.day, 12) if clock.calc == "hours" else day}


# the wording in force


@pytest.mark.parametrize("clock", DATED, ids=lambda clock: clock.id)
def test_a_screen_counts_from_the_first_day_in_force_and_refuses_the_day_before(clock):
    first = clock.newest.from_

    assert isinstance(count(LAW, clock.id, start_on(clock, first), in_force=True), Deadline)
    with pytest.raises(NotInForce):
        count(LAW, clock.id, start_on(clock, days.add_days(first, -1)), in_force=True)


@pytest.mark.parametrize("clock", DATED, ids=lambda clock: clock.id)
def test_an_example_counts_with_the_newest_wording_on_any_day(clock):
    assert isinstance(count(LAW, clock.id, start_on(clock, date(2010, 3, 1))), Deadline)


@pytest.fixture
def two_wordings(tmp_path):
    """The law with an older wording of one clock: 45 days until the end of 2016."""
    folder = tmp_path / "content" / "law"
    shutil.copytree(CONTENT / "law", folder)
    path = folder / "clocks" / "worker-imr.yaml"
    older = "    versions:\n      - {from: 2010-01-01, until: 2016-12-31, n: 45, unit: calendar days}\n"
    path.write_text(path.read_text(encoding="utf-8").replace("    versions:\n", older, 1), encoding="utf-8")
    return load_law(folder)


@pytest.mark.parametrize(("served", "nominal"), [("2016-12-31", "2017-02-14"), ("2017-01-01", "2017-01-31")])
def test_the_day_of_the_event_picks_the_wording(two_wordings, served, nominal):
    found = count(two_wordings, "imr-request-30", {"served": served}, in_force=True)

    assert found.nominal == date.fromisoformat(nominal)
    assert count(two_wordings, "imr-request-30", {"served": served}).version.n == 30
    with pytest.raises(NotInForce):
        count(two_wordings, "imr-request-30", {"served": "2009-12-31"}, in_force=True)


# inputs


def test_a_day_may_be_a_date_or_text():
    assert count(LAW, "imr-request-30", FARM_WORKER) == count(LAW, "imr-request-30", FARM_WORKER | {"served": "2026-10-30"})


def test_a_moment_may_be_a_datetime_or_text_and_has_no_zone():
    plain = datetime(2026, 12, 4, 16)

    assert count(LAW, "ur-expedited-72h", {"received_time": plain}).safe == datetime(2026, 12, 7, 16)
    assert count(LAW, "ur-expedited-72h", {"received_time": plain.replace(tzinfo=UTC)}) == Missing(("received_time",))
    assert count(LAW, "ur-expedited-72h", {"received_time": plain.date()}) == Missing(("received_time",))
    assert count(LAW, "recon-20", {"served": plain}) == Missing(("served",))


def test_unknown_clocks_are_refused_loudly():
    with pytest.raises(KeyError):
        count(LAW, "imr-request-60", FARM_WORKER)


def test_inputs_a_clock_does_not_use_change_nothing():
    more = FARM_WORKER | {"represented": True, "drug": "yes", "recommended": "never", "mailed_from": "abroad", "x": object()}

    assert count(LAW, "imr-request-30", more) == count(LAW, "imr-request-30", FARM_WORKER)


def test_a_clock_that_computes_nothing_is_a_deadline_without_dates():
    found = count(LAW, "imr-request-no-form", {})

    assert (found.safe, found.outside, found.nominal, found.refused, found.steps) == (None, None, None, (), ())
    assert found.clock.show == "no-date"


# what a Deadline carries


def test_a_deadline_carries_its_start_its_way_of_service_and_its_clock():
    found = count(LAW, "imr-request-30", FARM_WORKER)

    assert (found.rule, found.kind, found.counted_from, found.counted_input) == ("imr-request-30", "worker", OCTOBER_30, "served")
    assert (found.method, found.address) == ("mail", "ca")
    assert found.clock is LAW.clock("imr-request-30")
    assert found.version is found.clock.newest


def test_what_was_not_said_about_service_is_unknown_and_a_receipt_clock_does_not_look():
    assert [count(LAW, "recon-20", {"served": OCTOBER_30}).method, count(LAW, "recon-20", {"served": OCTOBER_30}).address] == ["unknown"] * 2
    assert count(LAW, "objection-4062-30", {"received": OCTOBER_30, "method": "mail"}).method is None


def test_an_alternative_by_another_clock_is_that_clock():
    found = count(LAW, "imr-request-30-liability", FARM_WORKER, alternative=0)

    assert found == count(LAW, "imr-request-10-drug", FARM_WORKER)


def test_an_alternative_keeps_the_clock_and_changes_its_values():
    found = count(LAW, "dor-conference-30", {"dor_filed": OCTOBER_30}, alternative=0)

    assert (found.rule, found.kind, found.version.n, LAW.clock("dor-conference-30").newest.n) == ("dor-conference-30", "other", 75, 30)


# the working


def test_the_steps_of_the_farm_worker():
    """Day 30 is a Sunday in a four-day holiday weekend; with mail days, day 35 is a Friday."""
    found = count(LAW, "imr-request-30", FARM_WORKER)
    sunday, wednesday = date(2026, 11, 29), date(2026, 11, 25)
    over = (
        Over(sunday, "sunday"), Over(date(2026, 11, 28), "saturday"),
        Over(date(2026, 11, 27), "day-after-thanksgiving"), Over(date(2026, 11, 26), "thanksgiving-day"),
    )  # fmt: skip

    assert found.steps == (
        Step("start", OCTOBER_30, name="served"),
        Step("add", sunday, 30, "calendar days"),
        Step("back_over", wednesday, over=over, which="safe"),
        Step("extra", date(2026, 12, 4), 5, "calendar days", which="outside"),
    )


def test_an_earlier_limit_is_told_from_its_own_start_after_the_count_it_cuts_short():
    found = count(LAW, "ur-decision-5nbd", {"received": "2026-12-10", "recommended": "2026-11-27"})

    assert [step.kind for step in found.steps] == ["start", "count", "cap", "add"]
    assert [step.day for step in found.steps] == [date(2026, 12, 10), date(2026, 12, 17), date(2026, 11, 27), date(2026, 12, 11)]


def test_a_refused_date_says_where_the_table_ends():
    found = count(LAW, "recon-20", {"served": "2029-03-09", "method": "mail", "address": "ca"})

    assert found.steps[-1] == Step("refused", date(2029, 3, 31), which="outside")


def test_an_approximate_date_says_where_the_table_begins():
    assert count(LAW, "roll", {"last_day": "2017-07-01"}).steps[-1] == Step("approximate", date(2026, 1, 1))


@pytest.mark.parametrize("clock", [*COUNTED, *LAW.helpers.values()], ids=lambda clock: clock.id)
def test_every_step_leads_to_the_shown_date(clock):
    found = count(LAW, clock.id, start_on(clock, date(2026, 11, 20)))

    shown = {which: day for which, day in (("safe", found.safe), ("outside", found.outside)) if day}
    assert shown or found.refused
    for which, day in shown.items():
        assert [step.day for step in found.steps if step.which in ("both", which)][-1] == day


def test_a_screen_may_tell_its_own_start_and_leave_a_date_out():
    words = load_words("en")
    found = count(LAW, "objection-4062-30", {"received": "2026-10-28"})
    only_safe = tell(replace(found, outside=None), words, start="We count from the date printed on the report.")

    assert only_safe[0] == "We count from the date printed on the report."
    assert words.say("working.which.worker.safe") in only_safe
    assert words.say("working.which.worker.outside") not in only_safe
    assert words.say("working.which.worker.outside") in tell(found, words)


def told(rule, language="en", **inputs):
    return tell(count(LAW, rule, inputs), load_words(language))


MAILED = {"en": "Mailed from: another state.", "es": "Enviado desde: otro estado."}


@pytest.mark.parametrize("language", MAILED)
@pytest.mark.parametrize("clock", [clock for clock in COUNTED if clock.service_extension in ("back-any", "longest")], ids=lambda clock: clock.id)
def test_a_clock_that_looks_at_where_a_paper_was_mailed_says_it(clock, language):
    way = {clock.start_input: "2027-01-29", "address": "ca", "mailed_from": "us"}

    assert MAILED[language] in told(clock.id, language, method="mail", **way)
    assert MAILED[language] not in told(clock.id, language, method="personal", **way), "a paper given by hand was not mailed"
    assert MAILED[language] not in told("imr-request-30", language, served="2026-10-30", method="mail", mailed_from="us")


NO_EXTRA = {"en": "No extra days are counted for the way it was sent.", "es": "No se agregan días por la forma de entrega."}


@pytest.mark.parametrize("language", NO_EXTRA)
@pytest.mark.parametrize("clock", [clock for clock in COUNTED if clock.service_extension != "none"], ids=lambda clock: clock.id)
def test_a_way_of_service_that_adds_nothing_is_said_and_only_then(clock, language):
    for method in LAW.service_days.methods:
        for place in LAW.service_days.places:
            inputs = {clock.start_input: "2026-11-20", "method": method, "address": place}
            moved = [step for step in count(LAW, clock.id, inputs).steps if step.kind.startswith("extra")]
            assert (NO_EXTRA[language] in told(clock.id, language, **inputs)) == (not moved), inputs


@pytest.mark.parametrize("language", NO_EXTRA)
def test_a_fax_adds_no_day_to_a_request_and_a_clock_that_looks_at_no_service_is_silent(language):
    assert NO_EXTRA[language] in told("imr-request-30", language, served="2026-10-30", method="fax", address="ca")
    assert NO_EXTRA[language] not in told("objection-4062-30", language, received="2026-10-30", method="fax", address="ca")


UNMOVED = [
    ("objection-4062-30", {"received": "2027-01-13"}, "Friday, February 12, 2027 is Lincoln Day."),
    ("objection-4062-30", {"received": "2026-09-10"}, "Monday, October 12, 2026 is Columbus Day."),
    ("claim-decision-90", {"filed": "2026-08-31"}, "Sunday, November 29, 2026 is on a weekend."),
    ("qme-exam-90", {"requested": "2026-11-21"}, "Sunday, March 21, 2027 is on a weekend."),
    ("claim-presumed-after-90", {"filed": "2026-09-05"}, "Saturday, December 5, 2026 is on a weekend."),
    ("ur-expedited-72h", {"received_time": "2026-12-03T16:00"}, "Sunday, December 6, 2026 is on a weekend."),
]


@pytest.mark.parametrize(("rule", "inputs", "reason"), UNMOVED)
def test_a_date_that_stays_on_a_closed_day_says_so(rule, inputs, reason):
    assert f"{reason} This date is not moved from there." in told(rule, **inputs)


def test_a_run_of_closed_days_is_one_sentence_after_the_other_and_not_five_lines():
    assert "El lunes 19 de junio es Juneteenth. El domingo 18 de junio y el sábado 17 de junio caen en fin de semana." in told(
        "objection-4062-30", "es", received="2028-05-20"
    )


def test_good_friday_is_told_as_the_part_of_a_day_that_it_is():
    sentence = "Friday, March 26 is Good Friday, noon to 3 p.m. (a part of the day counts like a whole one)."

    assert sentence in told("objection-4062-30", received="2027-02-24")


def test_a_limit_that_does_not_come_first_is_told_too():
    later = "Another limit counts from the day the doctor recommended the treatment: Wednesday, December 9, 2026. It does not come sooner."

    assert later in told("ur-decision-5nbd", received="2026-12-10", recommended="2026-12-09")
    assert later not in told("ur-decision-5nbd", received="2026-12-10")
    assert not any("limit" in sentence for sentence in told("ur-decision-5nbd", received="2029-04-10", recommended="2029-04-09")), "both refused"


def test_the_late_report_is_told_by_the_number_of_its_day():
    assert told("late-report-object", exam="2027-01-29") == (
        "We count from Friday, January 29, 2027: the day of the exam.",
        "Day 30 is Sunday, February 28, 2027.",
        "This is how the first date comes out:",
        "The day after is Monday, March 1, 2027.",
        "This is how the second date comes out:",
        "Sunday, February 28 is on a weekend.",
        "Offices may be closed, so we move forward to Monday, March 1, 2027.",
        "The day after is Tuesday, March 2, 2027.",
    )


def test_a_day_that_a_month_does_not_have_is_explained():
    reason = "That year the month has no day 29, so its last day counts."

    assert reason in told("case-open-1y", injury="2028-02-29")
    assert reason in told("repeat-rfa-12m", decided="2028-02-29")
    assert reason not in told("case-open-1y", injury="2028-02-28")


def test_hours_say_whose_time_it_is():
    assert "72 hours later is Monday, December 7, 2026, 4:00\u202fPM, Pacific time." in told("ur-expedited-72h", received_time="2026-12-04T16:00")


HEADINGS = [
    ("objection-4062-30", {"received": "2026-09-10"}, "worker"),
    ("claim-decision-90", {"filed": "2026-08-31"}, "other"),
    ("qme-send-after-20", {"served": "2026-12-01"}, "wait"),
    ("late-report-object", {"exam": "2027-01-29"}, "plain"),
    ("qme-exam-90", {"requested": "2026-11-21"}, "plain"),
    ("recon-deemed-denied-60", {"filed": "2026-09-30"}, "plain"),
]


@pytest.mark.parametrize(("rule", "inputs", "group"), HEADINGS)
def test_each_date_is_called_what_it_is(rule, inputs, group):
    words = load_words("en")
    headings = [sentence for sentence in told(rule, **inputs) if sentence.endswith(":")]

    assert headings == [words.say(f"working.which.{group}.{which}") for which in ("safe", "outside")]


def test_a_second_count_with_the_same_result_is_not_called_later():
    sentences = told("imr-ad-info-5bd", received="2026-12-10")

    assert "Another count gives the same day:" in sentences
    assert load_words("en").say("working.which.worker.outside") not in sentences


def test_a_second_date_without_a_step_of_its_own_is_told_as_the_day_of_the_count():
    assert told("qme-send-after-20", served="2026-12-01", method="mail", address="ca")[-1] == "It is the day of the count: Monday, December 21, 2026."


def test_counting_is_fast():
    began = time.perf_counter()
    for _ in range(1000):
        count(LAW, "imr-request-30", FARM_WORKER)

    assert time.perf_counter() - began < 1, "a thousand dates in a second, at the least"


# our own advice


@pytest.mark.parametrize(("exam", "letter", "records"), [("2027-01-29", "2026-12-30", "2026-12-18"), ("2029-04-18", "2029-03-19", "2029-03-09")])
def test_records_go_some_days_before_a_letter_and_on_an_open_day(exam, letter, records):
    found = count(LAW, "serve-qme-info-20", {"exam": exam})

    assert (found.safe, records_by(found, LAW)) == (date.fromisoformat(letter), date.fromisoformat(records))


def test_only_a_clock_with_a_letter_and_records_has_a_day_for_records():
    assert records_by(count(LAW, "imr-request-30", FARM_WORKER), LAW) is None
    assert records_by(count(LAW, "serve-qme-info-20", {"exam": "2029-09-03"}), LAW) is None, "refused: no SAFE to count from"


# pure day counting


@pytest.mark.parametrize(
    ("day", "n", "result"),
    [("2026-01-31", 1, "2026-02-28"), ("2026-11-30", 3, "2027-02-28"), ("2027-12-15", 2, "2028-02-15"), ("2028-02-29", 12, "2029-02-28"), ("2026-06-15", 0, "2026-06-15")],
)
def test_months_keep_the_day_number_or_take_the_last_day(day, n, result):
    assert days.add_months(date.fromisoformat(day), n) == date.fromisoformat(result)


def test_counting_outside_the_calendar_is_an_error_and_not_a_wrong_day():
    for move in (lambda: days.add_years(date.max, 1), lambda: days.add_days(date.max, 1), lambda: days.add_days(date.min, -1)):
        with pytest.raises(OverflowError):
            move()
