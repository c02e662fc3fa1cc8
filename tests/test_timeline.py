"""The timeline: moving, years, private events, tables merged in, how a time reads, and what is worth a second look."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from qme_guide import moments, typed
from qme_guide.case import Case, Claim, Event, Record, Worker
from qme_guide.law import load_law
from qme_guide.rules import asks, timeline
from qme_guide.words import load_words
from tests.personas import EVENTS, EXAM_SOON, TODAY
from tests.test_when import timelines

LAW = load_law()
INJURY = Event(id="event-1", kind="injury", on=date(2026, 1, 12))


def asked(*events: Event, **case: object) -> list[tuple[str, tuple[str, ...]]]:
    return [(ask.name, ask.events) for ask in asks.asks(Case(events=events, **case), LAW, TODAY)]


def ids(events) -> list[str]:
    return [event.id for event in events]


def test_events_of_the_same_time_can_be_moved_and_others_cannot():
    row = (Event(id="a", on="2026-05"), Event(id="b", on="2026-05"), Event(id="c", on="2026-06"), Event(id="d"), Event(id="e"))
    assert ids(timeline.moved(row, "b", up=True)) == ["b", "a", "c", "d", "e"]
    assert ids(timeline.moved(row, "d", up=False)) == ["a", "b", "c", "e", "d"]
    for name, up in (("a", True), ("b", False), ("c", True), ("c", False), ("d", True), ("e", False)):
        assert timeline.moved(row, name, up) is None
    with pytest.raises(KeyError):
        timeline.moved(row, "x", up=True)


@settings(max_examples=100, deadline=None)
@given(timelines(), some.booleans())
def test_a_move_stays_and_can_be_taken_back(row, up):
    for event in row:
        moved = timeline.moved(row, event.id, up)
        if moved:
            assert timeline.in_order(moved) == moved
            assert timeline.moved(moved, event.id, not up) == timeline.in_order(row)


def test_the_years_stand_in_order_and_what_has_no_date_last():
    found = timeline.years(EVENTS)
    assert list(found) == [2019, 2026, None]
    assert [event for some_of in found.values() for event in some_of] == list(timeline.in_order(EVENTS))
    assert timeline.years(()) == {}


def test_private_events_are_shown_only_where_that_was_chosen():
    hidden = {event.id for event in EVENTS if event.private == "private"}
    assert hidden and not hidden & set(ids(timeline.open_to(EVENTS, private=False)))
    assert timeline.open_to(EVENTS, private=True) == timeline.in_order(EVENTS)


@settings(max_examples=100, deadline=None)
@given(timelines(), some.sets(some.integers(0, 6)))
def test_nothing_that_is_shown_names_a_private_event(row, private):
    row = tuple(event.model_copy(update={"private": "private"}) if at in private else event for at, event in enumerate(row))
    shown = timeline.open_to(row, private=False)
    hidden = {event.id for event in row if event.private == "private"}
    assert not hidden & {name for event in shown for name in (event.id, event.beside)}
    assert {event.id for event in shown} == {event.id for event in row} - hidden


def test_a_table_adds_events_and_replaces_those_with_the_same_number():
    case = Case(events=(INJURY, Event(id="event-2", what="Old")), records=(Record(id="record-1"),))
    new = (Event(id="event-2", what="New"), Event(id="record-1", what="Not a record"), Event(id="x", near="after", beside="record-1"))
    found = timeline.merged(case, new)
    assert [event.what for event in found] == [None, "New", "Not a record", None]
    assert found[-1].beside == found[-2].id != "record-1"
    assert Case.model_validate({**case.model_dump(), "events": found}).events == found


@pytest.mark.parametrize("language", ["es", "en"])
def test_about_before_and_after_are_always_said(language):
    words = load_words(language)
    said = {near: moments.when(Event(id="a", on="2026-05", near=near), (), words) for near in (None, "on", "about", "before", "after")}
    assert said[None] == said["on"] == words.told("2026-05")
    assert len(set(said.values())) == len(said) - 1
    assert all(words.told("2026-05") in line for line in said.values())


def test_spanish_joins_each_kind_of_time_in_its_own_way():
    words = load_words("es")
    lines = [moments.when(Event(id="a", on=on, near="before"), (), words) for on in (date(2026, 3, 16), "2026-03", "2026-spring", "2026-summer", "2026")]
    assert lines == ["antes del lunes 16 de marzo de 2026", "antes de marzo de 2026", "antes de la primavera de 2026", "antes del verano de 2026", "antes de 2026"]


def test_a_time_told_beside_another_event_names_it_only_where_it_is_shown():
    words, before = load_words("en"), Event(id="a", near="before", beside="event-1", until="2026-07")
    assert moments.when(before, (before, INJURY), words) == "Date not known; end: July 2026 (before this: Injury, Monday, January 12, 2026)"
    assert moments.when(before, (before,), words) == "Date not known; end: July 2026"
    assert moments.when(Event(id="a", on="2026", beside="event-1"), (INJURY,), words).startswith("2026 (at the same time as this:")
    assert moments.when(Event(id="a"), (), words) == "Date not known"


def test_the_warehouse_worker_is_asked_nothing():
    assert asks.asks(EXAM_SOON, LAW, TODAY) == ()


def test_an_empty_timeline_is_asked_nothing():
    assert asked() == []


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (Event(id="x", on="1979", near="about"), "born"),
        (Event(id="x", on="1980-05", near="before"), "born"),
        (Event(id="x", on=date(2026, 11, 22)), "future"),
        (Event(id="x", on="2026-10", until="2027"), "future"),
        (Event(id="x", on=date(2026, 3, 2), until="2026-02"), "end_before_start"),
        (Event(id="x", on="2026-03", worst="3", rest="4"), "scale"),
        (Event(id="x", on="2026-03", worst="3", active="10"), "scale"),
        (Event(id="x", on="2026-03", near="before", beside="event-1"), "order"),
        (Event(id="x", on="2025", near="after", beside="event-1"), "order"),
    ],
)
def test_what_cannot_be_is_asked_about(event, name):
    now = Event(id="now", on="2026-02", until="2026-11")
    assert asked(INJURY, event, now, worker=Worker(born_on="1980-05")) == [(name, ("x", "event-1") if name == "order" else ("x",))]


@pytest.mark.parametrize(
    "event",
    [
        Event(id="x", on="1980", near="about"),
        Event(id="x", on="1979", near="after"),
        Event(id="x", on=date(2026, 11, 30), kind="exam"),
        Event(id="x", on="2026-11"),
        Event(id="x", on="2027", near="before"),
        Event(id="x", on="2026-03", until="2026-03"),
        Event(id="x", on="2026-03", worst="4", rest="4", active="4"),
        Event(id="x", on="2026", near="before", beside="event-1"),
    ],
)
def test_what_can_be_is_not_asked_about(event):
    now = Event(id="now", on="2026-02", until="2026-11")
    assert asked(INJURY, event, now, worker=Worker(born_on="1980-05")) == []


def test_two_events_that_both_say_before_are_asked_about():
    one, other = Event(id="a", near="before", beside="b"), Event(id="b", near="before", beside="a")
    assert asked(INJURY, Event(id="now", on="2026-02", until="2026-11"), one, other) == [("order", ("a", "b"))]


def test_a_timeline_without_an_injury_is_asked_about():
    assert asked(Event(id="x", on="2026-10")) == [("no_injury", ())]


def test_two_stories_are_asked_about():
    now = Event(id="now", on="2026-02", until="2026-11")
    assert asked(INJURY, Event(id="x", kind="injury", on="2026-09"), now) == [("two_stories", ("event-1", "x"))]
    assert asked(INJURY, Event(id="x", kind="injury", on="2026"), now) == []
    claim = Claim(injured_on=date(2026, 1, 13))
    [found] = asks.asks(Case(events=(INJURY, now), claim=claim), LAW, TODAY)
    assert (found.name, found.events, found.facts) == ("two_stories", ("event-1",), {"injured": date(2026, 1, 13)})
    felt = [Event(id=name, on=date(2026, 6, 1), body_part=part, worst=worst) for name, part, worst in (("a", "Back", "8"), ("b", " back", "5"), ("c", "Leg", "5"))]
    assert asked(INJURY, *felt, now) == [("two_stories", ("a", "b"))]


def test_the_same_thing_told_twice_is_asked_about():
    twice = [Event(id=name, kind="care", on="2026-05", what=what) for name, what in (("a", "An MRI"), ("b", "an  mri"), ("c", "An X-ray"))]
    assert asked(INJURY, *twice, Event(id="now", on="2026-02", until="2026-11")) == [("double", ("a", "b"))]


def test_a_long_time_without_a_word_is_asked_about_and_what_lasts_fills_it():
    months = LAW.practice.timeline.gap_months
    assert months == 6
    later, then = Event(id="later", on=date(2026, 7, 13)), Event(id="then", on=INJURY.on, what="Then.")
    [found] = [ask for ask in asks.asks(Case(events=(INJURY, then, later)), LAW, TODAY)]
    assert (found.name, found.events, found.facts) == ("gap", ("event-1", "later"), {"start": INJURY.on, "end": later.on})
    assert asked(INJURY, then, Event(id="later", on=date(2026, 7, 12))) == []
    assert asked(INJURY, Event(id="long", on="2026-02", until="2026-06"), later) == []
    assert asked(Event(id="old", on="2010"), INJURY, Event(id="now", on="2026-06")) == []
    assert asked(INJURY, then, Event(id="last", on=INJURY.on, what="Last.")) == [("gap", ("event-1",))]
    assert asked(Event(id="a", on=date.max), Event(id="b", kind="injury", on="0001"), Event(id="c")) == [("future", ("a",)), ("gap", ("b", "a"))]


def test_a_timeline_that_is_only_begun_is_not_asked_what_lies_between():
    assert asked(INJURY) == asked(INJURY, Event(id="later", on=date(2026, 7, 13))) == []


def test_the_same_ask_has_the_same_name_from_run_to_run():
    same = (INJURY, *(Event(id=name, on=INJURY.on, what=name) for name in ("then", "last")))
    [one], [other] = (asks.asks(Case(events=same), LAW, today) for today in (TODAY, date(2026, 12, 24)))
    assert one.key == other.key == "gap:event-1"


@settings(max_examples=100, deadline=None)
@given(timelines())
def test_asks_know_only_events_that_are_there(row):
    for ask in asks.asks(Case(events=row), LAW, TODAY):
        assert ask.name in asks.NAMES
        assert set(ask.events) <= {event.id for event in row}


@pytest.mark.parametrize(
    ("path", "answer", "key"),
    [
        ("events.0.on", date(2026, 11, 22), "date_event_future"),
        ("events.0.on", "1980-05", "date_before_birth"),
        ("events.0.until", date(2026, 1, 11), "date_end_before_start"),
        ("events.0.until", "2025-fall", "date_end_before_start"),
    ],
)
def test_a_day_of_the_timeline_that_does_not_fit_is_asked_about_while_it_is_typed(path, answer, key):
    problem = typed.check_day(Case(events=(INJURY,), worker=Worker(born_on=date(1980, 6, 2))), path, answer, TODAY)
    assert problem.key == key and problem.asks


@pytest.mark.parametrize(("path", "answer"), [("events.0.on", "2026"), ("events.0.on", "unsure"), ("events.0.until", "2026-01"), ("events.1.on", date(2027, 1, 29)), ("events.0.on", "1980")])
def test_a_day_of_the_timeline_that_fits_is_taken(path, answer):
    case = Case(events=(INJURY, Event(id="exam", kind="exam")), worker=Worker(born_on=date(1980, 6, 2)))
    assert typed.check_day(case, path, answer, TODAY) is None
