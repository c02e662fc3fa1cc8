"""What must hold for every date, whatever the answers: no later start gives an earlier date, no doubt a later one."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qme_guide import examples
from qme_guide.law import load_law
from qme_guide.rules.deadline import Deadline, count
from qme_guide.words import load_words

LAW = load_law()
WORDS = load_words("en")
ENDS = LAW.calendar.ends
BY_DAY = [clock for clock in LAW.clocks.values() if clock.calc not in ("none", "hours")]
SERVED = [clock for clock in BY_DAY if clock.service_extension != "none"]
FORWARD = [clock for clock in BY_DAY if clock.kind == "worker" and clock.calc in ("days", "business-days", "years")]
METHODS, PLACES, POSTED = LAW.service_days.methods, LAW.service_days.places, LAW.service_days.mailing_places
NEAR = st.dates(date(2025, 10, 1), date(2029, 6, 30))
ANY_DAY = st.dates()
WAYS = st.fixed_dictionaries({}, optional={"method": st.sampled_from(METHODS), "address": st.sampled_from(PLACES), "mailed_from": st.sampled_from(POSTED)})

quick = settings(max_examples=150, deadline=None, derandomize=True)
wide = settings(max_examples=600, deadline=None, derandomize=True)


def counted(clock, day, **way):
    return count(LAW, clock.id, {clock.start_input: day, **way})


def clocks(some):
    return st.sampled_from(some)


@wide
@given(clock=clocks(BY_DAY), one=NEAR, other=NEAR, way=WAYS)
def test_an_earlier_start_never_gives_a_later_date(clock, one, other, way):
    earlier, later = (counted(clock, day, **way) for day in sorted((one, other)))

    for name in ("safe", "outside"):
        first, second = getattr(earlier, name), getattr(later, name)
        if first and second:
            assert first <= second
        assert not (name in earlier.refused and second), "what is refused early is refused later on"


@wide
@given(clock=clocks(BY_DAY), day=NEAR, way=WAYS)
def test_the_careful_date_comes_first_and_for_a_wait_last(clock, day, way):
    found = counted(clock, day, **way)

    if found.safe and found.outside:
        assert found.safe >= found.outside if clock.kind == "wait" else found.safe <= found.outside


@wide
@given(clock=clocks(FORWARD), day=NEAR, way=WAYS)
def test_a_safe_date_of_the_worker_is_an_open_day_and_never_gains_from_the_way_of_service(clock, day, way):
    found = counted(clock, day, **way)

    assert found.safe == counted(clock, day, method="personal").safe
    if found.safe:
        assert not LAW.calendar.is_bad(found.safe)
    if found.outside:
        assert not LAW.calendar.is_sure(found.outside)


@quick
@given(clock=clocks(BY_DAY), day=ANY_DAY, way=WAYS)
def test_no_date_after_the_table_is_ever_shown(clock, day, way):
    found = counted(clock, day, **way)

    if isinstance(found, Deadline):
        for name in ("safe", "outside"):
            shown = getattr(found, name)
            assert (shown is None) == (name in found.refused)
            assert shown is None or shown <= ENDS


@pytest.mark.parametrize("clock", BY_DAY, ids=lambda clock: clock.id)
def test_after_the_table_every_clock_refuses_both_dates(clock):
    found = counted(clock, ENDS + timedelta(days=366))

    assert (found.safe, found.outside, found.refused) == (None, None, ("safe", "outside"))


@quick
@given(day=st.dates(date(2009, 1, 1), date(2029, 3, 1)))
def test_rolling_twice_is_rolling_once(day):
    once = count(LAW, "roll", {"last_day": day})
    back, forward = (count(LAW, "roll", {"last_day": rolled}) for rolled in (once.safe, once.outside))

    assert (back.safe, forward.outside) == (once.safe, once.outside)
    assert once.safe <= day <= once.outside


SAID_ONLY = ("abroad", "safe-at-home")  # two answers that count only when they are said


DOUBTS = ({"method": "unknown"}, {"address": "unknown"}, {"method": "unknown", "address": "unknown"}, {"mailed_from": "unknown"})
KNOWN = [
    {"method": method, "address": address, "mailed_from": posted}
    for method in METHODS for address in PLACES if address not in SAID_ONLY for posted in POSTED if posted not in SAID_ONLY
]  # fmt: skip


@pytest.mark.parametrize("clock", SERVED, ids=lambda clock: clock.id)
@pytest.mark.parametrize("day", [date(2026, 11, 2), date(2026, 11, 25), date(2027, 1, 29)], ids=str)
def test_not_knowing_is_never_more_generous_than_knowing(clock, day):
    for way in KNOWN:
        known = counted(clock, day, **way)
        for doubt in DOUBTS:
            unsure = counted(clock, day, **(way | doubt))
            if clock.kind == "wait":
                assert unsure.safe >= known.safe and unsure.outside == known.outside, (way, doubt)
            else:
                assert unsure.safe <= known.safe and unsure.outside <= known.outside, (way, doubt)
            if clock.calc == "days":
                assert unsure.safe == known.safe, (way, doubt)


@wide
@given(clock=clocks(BY_DAY), day=NEAR, way=WAYS)
def test_a_date_on_a_closed_day_always_says_that_it_stays_there(clock, day, way):
    found = counted(clock, day, **way)

    for name in ("safe", "outside"):
        shown = getattr(found, name)
        stays = [step for step in found.steps if step.kind == "stays" and step.which in ("both", name)]
        assert [step.day for step in stays] == ([shown] if shown and LAW.calendar.is_bad(shown) else [])


@wide
@given(clock=clocks(SERVED), day=NEAR, way=WAYS)
def test_saying_nothing_about_service_is_saying_unknown(clock, day, way):
    said = {"method": "unknown", "address": "unknown", "mailed_from": "ca"} | way

    assert counted(clock, day, **way) == counted(clock, day, **said)


@wide
@given(clock=clocks([clock for clock in BY_DAY if clock.calc == "business-days" and clock.kind == "other"]), day=st.dates(date(2026, 1, 1), date(2028, 12, 1)))
def test_a_count_of_open_days_counts_exactly_so_many(clock, day):
    found = counted(clock, day)
    extra = timedelta(days=clock.newest.late_after_extra_days or 0)
    between = [day + timedelta(days=n) for n in range(1, (found.outside - day).days + 1)]

    assert sum(not LAW.calendar.is_office_closed(one) for one in between if one <= found.safe) == clock.newest.n
    assert not LAW.calendar.is_office_closed(found.safe)
    assert not LAW.calendar.is_bad(found.outside)
    if not extra:
        assert sum(not LAW.calendar.is_bad(one) for one in between) == clock.newest.n


@quick
@given(clock=clocks(BY_DAY), day=ANY_DAY)
def test_text_and_dates_are_the_same_day(clock, day):
    assert counted(clock, day) == counted(clock, day.isoformat())


@quick
@given(moment=st.datetimes(datetime(2026, 1, 1), datetime(2029, 3, 20)), clock=clocks([clock for clock in LAW.clocks.values() if clock.calc == "hours"]))
def test_hours_are_real_hours(moment, clock):
    """By the wall clock the result is the plain sum, or one hour off when the clocks changed in between."""
    found = count(LAW, clock.id, {clock.start_input: moment.replace(second=0, microsecond=0)})
    off = found.safe - found.counted_from - timedelta(hours=clock.newest.n)

    assert found.safe == found.outside
    assert off in (timedelta(0), timedelta(hours=1), timedelta(hours=-1))


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=8)
DATES = st.sampled_from(["2026-12-01", "2026-12-01T10:00", "0001-01-01", "9999-12-31", "9999-12-31T23:59", "2026-1-1"]) | JSON
EXAMPLES = st.fixed_dictionaries(
    {"id": JSON, "rule": st.sampled_from([*LAW.clocks, *LAW.helpers]) | JSON},
    optional={
        "inputs": JSON | st.dictionaries(st.sampled_from(["served", "received", "exam", "received_time", "method", "address", "recommended", "last_day"]), DATES),
        "safe": JSON, "outside": JSON, "refused": JSON, "approximate": JSON, "nominal": JSON,
    },
)  # fmt: skip


@quick
@given(asked=st.lists(EXAMPLES | JSON, max_size=4))
def test_no_example_however_strange_stops_the_others(asked):
    good = {"id": "good", "rule": "recon-20", "inputs": {"served": "2026-12-01"}}

    answers, differences = examples.run([*asked, good], LAW, WORDS)

    assert len(answers) == len(asked) + 1
    assert answers[-1]["safe"] == "2026-12-21"
    assert all(isinstance(line, str) for line in differences)
