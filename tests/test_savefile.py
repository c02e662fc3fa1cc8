"""The save file: what goes in comes out, old files open, and every bad file gets one kind word."""

import json
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qme_guide import savefile
from qme_guide.case import UNSURE, Case, Denied, Exit, Method, Place, YesNo
from qme_guide.savefile import SaveFileError, dump, load

LIMIT = 1_000_000
KEYS = {"save_not_ours", "save_broken", "save_newer", "save_too_big"}
SECRET = "Sample Worker Secret"

ANSWERED = Case.model_validate({
    "worker": {"name": "Peña Ñandú 王", "address": "1 Sample Street\nSample City"},
    "claim": {"number": "SAMPLE-001", "injured_on": "2026-02"},
    "letters": [{"id": "letter-1", "served_on": "2026-10-30", "drug": "unsure", "treatments": [{"name": "physical therapy"}]}],
    "triage": {"exits": []},
})  # fmt: skip


def wrapped(case: object, **changes: object) -> bytes:
    return json.dumps({"format": "qme-guide", "version": 1, "case": case, **changes}).encode()


def refusal(data: bytes, limit: int = LIMIT) -> str:
    with pytest.raises(SaveFileError) as caught:
        load(data, limit)
    assert str(caught.value) == caught.value.key in KEYS
    assert caught.value.__context__ is None and caught.value.__cause__ is None, "the error carries another, which quotes the file"
    return caught.value.key


# What a person may have answered, in every shape the case allows.
plain = st.text(st.characters(codec="utf-8"), max_size=40)
maybe = st.none() | plain
days = st.none() | st.just(UNSURE) | st.dates().map(date.isoformat) | st.dates().map(lambda day: day.isoformat()[: len("2026-10")])
one = {name: st.none() | st.sampled_from(get_args(choices)) for name, choices in {"yes": YesNo, "how": Method, "where": Place, "denied": Denied}.items()}
letters = st.fixed_dictionaries(
    {"id": st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True)},
    optional={
        "served_on": days, "received_on": days, "served_how": one["how"], "served_where": one["where"], "drug": one["yes"],
        "reason": maybe, "treatments": st.lists(st.fixed_dictionaries({"name": maybe, "drug": one["yes"]}), max_size=3),
    },
)  # fmt: skip
cases = st.fixed_dictionaries(
    {},
    optional={
        "sample": st.booleans(),
        "triage": st.fixed_dictionaries({"denied": one["denied"], "exits": st.none() | st.lists(st.sampled_from(get_args(Exit)), max_size=3)}),
        "worker": st.fixed_dictionaries({"name": maybe, "address": maybe}),
        "claim": st.fixed_dictionaries({"injured_on": days}),
        "letters": st.lists(letters, max_size=3, unique_by=lambda letter: letter["id"]),
    },
).map(Case.model_validate)


@settings(max_examples=150, deadline=None)
@given(cases)
def test_what_was_answered_comes_back_exactly(case):
    assert load(dump(case), LIMIT) == case
    assert dump(load(dump(case), LIMIT)) == dump(case)


def test_a_person_can_read_the_file_and_find_only_what_was_answered():
    text = dump(ANSWERED).decode()
    assert "Peña Ñandú 王" in text
    assert "phone" not in text and "null" not in text
    assert json.loads(text)["version"] == len(savefile.UPGRADES) + 1
    assert json.loads(dump(Case())) == {"format": "qme-guide", "version": len(savefile.UPGRADES) + 1, "case": {}}


def test_no_answer_and_none_of_these_are_kept_apart():
    assert load(dump(ANSWERED), LIMIT).triage.exits == ()
    assert load(dump(Case()), LIMIT).triage.exits is None


def test_a_case_without_the_lines_around_it_opens():
    assert load(b'{"worker": {"name": "Sample Worker"}}', LIMIT).worker.name == "Sample Worker"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_file_that_an_editor_saved_in_its_own_way_opens(encoding):
    assert load(dump(ANSWERED).decode().encode(encoding), LIMIT) == ANSWERED


def test_the_limit_is_the_callers_and_its_last_byte_counts():
    data = dump(ANSWERED)
    assert load(data, len(data)) == ANSWERED
    assert refusal(data, len(data) - 1) == "save_too_big"
    assert refusal(b" " * 5_000_000) == "save_too_big"


OF_OTHERS = {
    "nothing": b"",
    "a PDF": b"%PDF-1.7\n%%EOF",
    "a photo": b"\xff\xd8\xff\xe0" + bytes(range(256)),
    "a web page": b"<!doctype html><html></html>",
    "a list": b"[1, 2, 3]",
    "a number": b"7",
    "a word": b'"hello"',
    "null": b"null",
    "an empty object": b"{}",
    "an object of others": b'{"name": "Sample", "items": []}',
    "another format": b'{"format": "other-guide", "version": 1, "case": {}}',
    "no number, bare": b"NaN",
    "brackets without end": b"[" * 400_000,
    "proto": b'{"__proto__": {"admin": true}}',
}
DAMAGED = {
    "cut off": dump(ANSWERED)[:-40],
    "cut off early": dump(ANSWERED)[:60],
    "not UTF-8": dump(ANSWERED).replace("ñ".encode(), b"\xff"),
    "no version": b'{"format": "qme-guide", "case": {}}',
    "version zero": wrapped({}, version=0),
    "version below zero": wrapped({}, version=-1),
    "a version that is true": wrapped({}, version=True),
    "a version in words": wrapped({}, version="1"),
    "a version with a point": wrapped({}, version=1.0),
    "a version out of this world": b'{"format": "qme-guide", "version": 1e999, "case": {}}',
    "a version of five thousand digits": b'{"format": "qme-guide", "version": ' + b"9" * 5000 + b', "case": {}}',
    "no number": b'{"format": "qme-guide", "version": NaN, "case": {}}',
    "no case": b'{"format": "qme-guide", "version": 1}',
    "a case that is a list": wrapped([]),
    "a case that is null": wrapped(None),
    "more around the case": wrapped({}, extra=SECRET),
    "an unknown answer": wrapped({"worker": {"shoe": SECRET}}),
    "an unknown answer in a bare case": json.dumps({"worker": {}, "__proto__": {"x": SECRET}}).encode(),
    "an answer of the wrong shape": wrapped({"worker": SECRET}),
    "a number for a name": wrapped({"worker": {"name": 12}}),
    "a day that is none": wrapped({"claim": {"injured_on": "2026-02-30"}}),
    "a name as long as a book": wrapped({"worker": {"name": "x" * 9000}}),
    "half a letter": b'{"format": "qme-guide", "version": 1, "case": {"worker": {"name": "\\ud800"}}}',
    "a key given twice": b'{"format": "qme-guide", "version": 1, "case": {"sample": true, "sample": false}}',
    "a key given twice deep inside": b'{"format": "qme-guide", "version": 1, "case": {"worker": {"name": "a", "name": "b"}}}',
    "deep nests": b'{"format": "qme-guide", "version": 1, "case": ' + b'{"worker":' * 50_000 + b"1" + b"}" * 50_000 + b"}",
    "a list of letters without names": wrapped({"letters": [{"served_on": "2026-10-30"}]}),
}


@pytest.mark.parametrize("name", OF_OTHERS)
def test_a_file_of_somebody_else_is_told_apart(name):
    assert refusal(OF_OTHERS[name]) == "save_not_ours"


@pytest.mark.parametrize("name", DAMAGED)
def test_our_own_file_when_damaged_says_so_and_quotes_nothing(name):
    assert refusal(DAMAGED[name]) == "save_broken"


def test_a_file_of_a_newer_guide_is_told_apart_even_when_it_holds_more():
    assert refusal(wrapped({"new": {"thing": 1}}, version=len(savefile.UPGRADES) + 2, paper="x")) == "save_newer"


def test_a_file_of_version_1_keeps_when_and_how_the_request_went():
    letters = [{"id": "letter-1", "request_sent_on": "2026-11-20", "request_sent_how": "fax"}, {"id": "letter-2"}]
    first, second = load(wrapped({"letters": letters}), LIMIT).letters
    assert [(one.to, one.on, one.how) for one in first.sendings] == [("reviewer", date(2026, 11, 20), "fax")]
    assert second.sendings == ()


@pytest.fixture
def two_upgrades(monkeypatch):
    """As if the name had been called `called` in version 1, and had stood alone in version 2."""
    def renamed(case):
        return {"name": case["called"]}

    def moved(case):
        return {"worker": {"name": case["name"]}}

    monkeypatch.setattr(savefile, "UPGRADES", (renamed, moved))


def test_an_old_file_is_brought_up_to_date_step_by_step(two_upgrades):
    wanted = Case.model_validate({"worker": {"name": "Sample Worker"}})
    assert load(wrapped({"called": "Sample Worker"}, version=1), LIMIT) == wanted
    assert load(wrapped({"name": "Sample Worker"}, version=2), LIMIT) == wanted
    assert load(wrapped({"worker": {"name": "Sample Worker"}}, version=3), LIMIT) == wanted
    assert json.loads(dump(wanted))["version"] == 3


@pytest.mark.parametrize("case", [{}, [], None, "x", {"name": 1}])
def test_an_old_file_that_is_damaged_says_so(two_upgrades, case):
    assert refusal(wrapped(case, version=1)) == "save_broken"


def test_a_file_newer_than_the_last_upgrade_is_told_apart(two_upgrades):
    assert refusal(wrapped({}, version=4)) == "save_newer"


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60), st.integers(0, len(dump(ANSWERED))), st.integers(0, 30))
def test_whatever_is_done_to_a_file_it_opens_or_gets_one_of_the_four_words(junk, place, cut):
    data = dump(ANSWERED)
    try:
        load(data[:place] + junk + data[place + cut :], LIMIT)
    except SaveFileError as error:
        assert error.key in KEYS


def test_a_file_from_before_the_log_kept_whom_a_notice_named_opens_and_the_name_comes_back():
    line = {"id": "sending-1", "to": "claims_administrator", "on": "2026-11-20"}
    old = wrapped({"panels": [{"id": "panel-1", "sendings": [line]}]}, version=2)
    (sending,) = load(old, LIMIT).panels[0].sendings
    assert sending.doctor is None and sending.named is None and b"named" not in dump(load(old, LIMIT))
    new = load(wrapped({"panels": [{"id": "panel-1", "sendings": [{**line, "doctor": "doctor-2", "named": "Dr. Sample Two"}]}]}, version=2), LIMIT)
    assert load(dump(new), LIMIT) == new and new.panels[0].sendings[0].named == "Dr. Sample Two"
