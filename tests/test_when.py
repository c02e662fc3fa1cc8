"""When a thing happened: spans, and the order of exact and approximate times."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from qme_guide.answers import SEASONS
from qme_guide.case import Event
from qme_guide.rules.timeline import in_order
from qme_guide.rules.when import keys, possible, span

DAYS = some.dates(date(2019, 1, 1), date(2026, 12, 31))
MOMENTS = some.one_of(
    some.none(),
    some.just("unsure"),
    DAYS,
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(lambda day: f"{day:%Y}"),
    some.builds(lambda day, season: f"{day:%Y}-{season}", DAYS, some.sampled_from(SEASONS)),
)
NEARS = some.sampled_from((None, "on", "about", "before", "after"))
KINDS = some.sampled_from((None, "injury", "symptom", "care", "work"))


@some.composite
def timelines(draw) -> tuple[Event, ...]:
    """A list of events, many of them told beside another one, also in rings and beside what is not there."""
    names = [f"event-{number}" for number in range(draw(some.integers(0, 7)))]
    return tuple(
        Event(id=name, kind=draw(KINDS), on=draw(MOMENTS), near=draw(NEARS), beside=draw(some.sampled_from((None, None, *names, "event-99"))))
        for name in names
    )


def names(*events: Event) -> list[str]:
    return [event.id for event in in_order(events)]


@pytest.mark.parametrize(
    ("moment", "first", "last"),
    [
        (date(2026, 3, 16), date(2026, 3, 16), date(2026, 3, 16)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-winter", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-fall", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_moment_reaches_from_its_first_to_its_last_day(moment, first, last):
    assert span(moment) == (first, last)


@pytest.mark.parametrize("moment", [None, "unsure", "0000", "0000-05"])
def test_what_is_not_known_reaches_nowhere(moment):
    assert span(moment) is None


def test_before_and_after_a_month_leave_the_month_out():
    assert possible(Event(id="a", on="2026-05", near="before"))[-1] == date(2026, 4, 30)
    assert possible(Event(id="a", on="2026-05", near="after"))[0] == date(2026, 6, 1)
    assert possible(Event(id="a", on=date.min, near="before"))[-1] == date.min
    assert possible(Event(id="a", on=date.max, near="after"))[0] == date.max


def test_exact_and_approximate_times_stand_by_their_first_day_and_what_has_none_at_the_end():
    row = (Event(id="none"), Event(id="may", on="2026-05"), Event(id="summer", on="2025-summer"), Event(id="day", on=date(2026, 4, 30)), Event(id="year", on="2024"))
    assert names(*row) == ["year", "summer", "day", "may", "none"]


def test_before_stands_before_its_day_and_after_behind_the_last_one_it_can_mean():
    row = (Event(id="after", on="2026-05", near="after"), Event(id="in", on=date(2026, 5, 31)), Event(id="first", on="2026-05"), Event(id="before", on="2026-05", near="before"))
    assert names(*row) == ["before", "first", "in", "after"]


def test_an_event_told_beside_another_stands_next_to_it():
    surgery = Event(id="surgery", on=date(2026, 4, 20))
    row = (Event(id="after", near="after", beside="surgery"), Event(id="april", on="2026-04", near="after", beside="surgery"), Event(id="before", near="before", beside="surgery"), surgery)
    assert names(*row) == ["before", "surgery", "after", "april"]


def test_its_own_date_decides_where_it_leaves_no_room_for_the_other_event():
    row = (Event(id="surgery", on=date(2026, 4, 20)), Event(id="before", on="2026-06", near="before", beside="surgery"))
    assert names(*row) == ["surgery", "before"]


def test_a_month_or_a_year_in_which_the_injury_lies_is_read_as_after_it():
    injury = Event(id="injury", kind="injury", on=date(2026, 1, 12))
    assert names(Event(id="month", on="2026-01"), Event(id="year", on="2026", near="about"), injury) == ["injury", "month", "year"]
    assert names(injury, Event(id="month", on="2026-01", near="before")) == ["month", "injury"]


def test_events_that_point_at_each_other_keep_the_order_of_the_list():
    ring = (Event(id="a", near="after", beside="b"), Event(id="b", near="after", beside="a"), Event(id="c", near="before", beside="c"))
    assert names(*ring) == ["a", "b", "c"]
    assert names(*reversed(ring)) == ["c", "b", "a"]


def test_a_long_chain_of_events_is_read_without_trouble():
    chain = [Event(id=f"e-{number}", near="after", beside=f"e-{number - 1}") for number in range(1, 2001)]
    row = [*reversed(chain), Event(id="e-0", on=date(2026, 1, 1))]
    assert names(*row) == [f"e-{number}" for number in range(2001)]


@settings(max_examples=80, deadline=None)
@given(timelines())
def test_the_order_is_total_stable_and_loses_nobody(row):
    found = in_order(row)
    assert sorted(found, key=lambda event: event.id) == sorted(row, key=lambda event: event.id)
    assert in_order(found) == found
    order = keys(row)
    for one, other in zip(found, found[1:], strict=False):
        assert order[one.id] <= order[other.id]
        if order[one.id] == order[other.id]:
            assert row.index(one) < row.index(other)


@settings(max_examples=100, deadline=None)
@given(timelines(), some.randoms())
def test_where_an_event_stands_does_not_depend_on_the_order_of_the_list(row, chance: random.Random):
    mixed = list(row)
    chance.shuffle(mixed)
    assert keys(mixed) == keys(row)


@settings(max_examples=100, deadline=None)
@given(timelines())
def test_an_exact_day_never_stands_behind_a_later_one(row):
    exact = [event.on for event in in_order(row) if isinstance(event.on, date) and event.near not in ("before", "after")]
    assert exact == sorted(exact)
