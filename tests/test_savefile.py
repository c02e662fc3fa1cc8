"""The save file: what goes in comes out, old files open, and every bad file gets one kind word."""

import json
import re
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from qme_guide import savefile
from qme_guide.case import Case
from qme_guide.law import load_law
from qme_guide.savefile import Kept, SaveFileError, dump, load, read
from qme_guide.words import LANGUAGES, load_words
from tests import any_case

LIMIT = 1_000_000
KEYS = {"save_not_ours", "save_broken", "save_letters", "save_changed", "save_newer", "save_too_big"}
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


def survives(case: Case, saved_on: date | None, language: str | None, papers: tuple[Kept, ...]) -> None:
    """Out and in again: everything is there, and the second file says the same as the first."""
    assert load(dump(case), LIMIT) == case
    assert dump(load(dump(case), LIMIT)) == dump(case)
    found = read(dump(case, saved_on, language, papers), any_case.LIMITS)
    assert (found.case, found.saved_on, found.language) == (case, saved_on, language)
    assert [(one.paper, one.order) for one in found.papers] == [(one.paper, one.order) for one in papers]
    assert [replace(file, data=b"") for one in found.papers for file in one.files] == [replace(file, data=b"") for one in papers for file in one.files]


@settings(max_examples=25)
@given(any_case.saved())
def test_whatever_was_answered_and_added_comes_back_exactly(told):
    survives(*told)


@pytest.mark.slow
@settings(max_examples=600)
@given(any_case.saved())
def test_whatever_was_answered_and_added_comes_back_exactly_many_times(told):
    survives(*told)


def test_the_day_and_the_language_stand_at_the_head_of_the_file():
    told = json.loads(dump(ANSWERED, date(2026, 11, 21), "es"))
    assert list(told) == ["format", "version", "saved_on", "language", "case"]
    assert (told["saved_on"], told["language"]) == ("2026-11-21", "es")


def test_a_file_saved_in_the_other_language_opens_alike():
    assert read(dump(ANSWERED, language="es"), any_case.LIMITS).case == read(dump(ANSWERED, language="en"), any_case.LIMITS).case


def test_a_person_can_read_the_file_and_find_only_what_was_answered():
    text = dump(ANSWERED).decode()
    assert "Peña Ñandú 王" in text
    assert "phone" not in text and "null" not in text
    assert json.loads(text)["version"] == len(savefile.UPGRADES) + 1
    assert json.loads(dump(Case())) == {"format": "qme-guide", "version": len(savefile.UPGRADES) + 1, "case": {}}


def test_no_answer_and_none_of_these_are_kept_apart():
    assert load(dump(ANSWERED), LIMIT).triage.exits == ()
    assert load(dump(Case()), LIMIT).triage.exits is None


SWARMS = {
    "treatments": {"letters": [{"id": "letter-1", "treatments": [{}] * 400_000}]},
    "letters": {"letters": [{"id": f"{number:x}"} for number in range(100_000)]},
    "what no line is": {"letters": [0] * 800_000},
}


@pytest.mark.parametrize("name", SWARMS)
def test_a_swarm_of_lines_that_no_person_gave_is_refused_before_it_takes_memory(name):
    data = json.dumps({"format": "qme-guide", "version": 1, "case": SWARMS[name]}, separators=(",", ":")).encode()
    assert len(data) < any_case.LIMITS.answers
    for data in (data, json.dumps(SWARMS[name], separators=(",", ":")).encode()):
        before = time.process_time()
        with pytest.raises(SaveFileError) as caught:
            read(data, any_case.LIMITS)
        assert caught.value.key == "save_too_big" and time.process_time() - before < 1


def test_a_timeline_of_as_many_events_as_a_table_may_bring_still_opens():
    line = {"kind": "care", "on": "2026-01-01", "near": "on", "source": "paper", "told_by": "Dr. Sample", "body_part": "back", "what": "A visit", "rest": "2", "private": "open"}
    case = Case.model_validate({"events": [{"id": f"event-{number}", **line} for number in range(load_law().practice.timeline.table_rows)]})
    assert read(dump(case), any_case.LIMITS).case == case


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
# Cut off on its way, or filled with something else.
DAMAGED = {
    "cut off": dump(ANSWERED)[:-40],
    "cut off early": dump(ANSWERED)[:60],
    "cut off in the middle of a letter": dump(ANSWERED)[: dump(ANSWERED).index("王".encode())],
    "an end that belongs to another file": dump(ANSWERED) + dump(ANSWERED)[-20:],
    "nothing between": dump(ANSWERED).replace(b": {", b": {\0"),
    "a comma too many": dump(ANSWERED).replace(b"\n  }", b",\n  }"),
}
# Saved by another program in letters that are not ours.
WITHOUT_LETTERS = {
    "not UTF-8": dump(ANSWERED).replace("ñ".encode(), b"\xff"),
    "Windows letters": dump(ANSWERED).decode().replace("王", "").encode("cp1252"),
    "half a letter in the middle": dump(ANSWERED).replace("王".encode(), "王".encode()[:2]),
    "half of UTF-16": dump(ANSWERED).decode().encode("utf-16")[:-1],
    "half a letter told by its number": dump(ANSWERED).decode().replace("王", "\ud800").encode("utf-8", "surrogatepass"),
}
OURS = b'{"format": "qme-guide", "version": 1, '
# JSON, and ours, and not as we write it.
CHANGED = {
    "no version": b'{"format": "qme-guide", "case": {}}',
    "version zero": wrapped({}, version=0),
    "version below zero": wrapped({}, version=-1),
    "a version that is true": wrapped({}, version=True),
    "a version in words": wrapped({}, version="1"),
    "a version with a point": wrapped({}, version=1.0),
    "a version out of this world": b'{"format": "qme-guide", "version": 1e999, "case": {}}',
    "a version of five thousand digits": b'{"format": "qme-guide", "version": ' + b"9" * 5000 + b', "case": {}}',
    "a version that is no number": b'{"format": "qme-guide", "version": NaN, "case": {}}',
    "no number for a name": OURS + b'"case": {"worker": {"name": NaN}}}',
    "no end": OURS + b'"case": {"worker": {"name": -Infinity}}}',
    "no case": b'{"format": "qme-guide", "version": 1}',
    "a case that is a list": wrapped([]),
    "a case that is null": wrapped(None),
    "a list around it": b"[" + wrapped({}) + b"]",
    "more around the case": wrapped({}, extra=SECRET),
    "an unknown answer": wrapped({"worker": {"shoe": SECRET}}),
    "proto in the case": OURS + b'"case": {"__proto__": {"admin": true}}}',
    "proto in an answer": OURS + b'"case": {"worker": {"__proto__": {"name": "x"}, "constructor": {"prototype": 1}}}}',
    "proto around the case": wrapped({}, __proto__={"case": {}}),
    "an unknown answer in a bare case, with our mark": json.dumps({"worker": {}, "__proto__": {"x": "qme-guide"}}).encode(),
    "an answer of the wrong shape": wrapped({"worker": SECRET}),
    "a number for a name": wrapped({"worker": {"name": 12}}),
    "a list for a name": wrapped({"worker": {"name": [SECRET]}}),
    "a word for yes": wrapped({"sample": "yes"}),
    "one for yes": wrapped({"sample": 1}),
    "a choice that there is not": wrapped({"triage": {"denied": SECRET}}),
    "a day that is none": wrapped({"claim": {"injured_on": "2026-02-30"}}),
    "a day as a number": wrapped({"claim": {"injured_on": 1_770_000_000}}),
    "a day as a number that reads like one": wrapped({"claim": {"injured_on": 20260216}}),
    "a day with its hour": wrapped({"claim": {"injured_on": "2026-02-16T00:00:00"}}),
    "a day in the year 0": wrapped({"claim": {"injured_on": "0000-02"}}),
    "a day in digits of another script": wrapped({"claim": {"injured_on": "٢٠٢٦-٠٢"}}),
    "a day as a list": wrapped({"claim": {"injured_on": [2026, 2, 16]}}),
    "a name as long as a book": wrapped({"worker": {"name": "x" * 9000}}),
    "half a letter": OURS + b'"case": {"worker": {"name": "\\ud800"}}}',
    "a key given twice": OURS + b'"case": {"sample": true, "sample": false}}',
    "a key given twice deep inside": OURS + b'"case": {"worker": {"name": "a", "name": "b"}}}',
    "the case given twice": OURS + b'"case": {}, "case": {}}',
    "deep nests": OURS + b'"case": ' + b'{"worker":' * 50_000 + b"1" + b"}" * 50_000 + b"}",
    "deep brackets": OURS + b'"case": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "a list of letters without names": wrapped({"letters": [{"served_on": "2026-10-30"}]}),
    "two letters of one name": wrapped({"letters": [{"id": "letter-1"}, {"id": "letter-1"}]}),
    "a letter and a record of one name": wrapped({"letters": [{"id": "x"}], "records": [{"id": "x"}]}),
    "a name with a path": wrapped({"letters": [{"id": "../../etc"}]}),
    "a saving day as a number": wrapped({}, saved_on=20261121),
    "a saving day that is none": wrapped({}, saved_on="2026-11-31"),
    "a saving day that is not sure": wrapped({}, saved_on="unsure"),
    "a language that is none": wrapped({}, language=SECRET),
    "papers that are none": wrapped({}, papers=SECRET),
    "papers in an object": wrapped({}, papers={"form": SECRET}),
}


@pytest.mark.parametrize("name", OF_OTHERS)
def test_a_file_of_somebody_else_is_told_apart(name):
    assert refusal(OF_OTHERS[name]) == "save_not_ours"


@pytest.mark.parametrize(("name", "word"), [(name, word) for word, files in [("save_broken", DAMAGED), ("save_letters", WITHOUT_LETTERS), ("save_changed", CHANGED)] for name in files])
def test_our_own_file_with_something_wrong_says_what_and_quotes_nothing(name, word):
    assert refusal({**DAMAGED, **WITHOUT_LETTERS, **CHANGED}[name]) == word
    with pytest.raises(SaveFileError) as caught:
        read({**DAMAGED, **WITHOUT_LETTERS, **CHANGED}[name], any_case.LIMITS)
    assert caught.value.key == word and SECRET not in str(caught.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_refusal_is_a_kind_sentence_that_says_what_to_do(language):
    said = {key: load_words(language).say(f"errors.{key}") for key in KEYS}
    assert len(set(said.values())) == len(KEYS)
    assert all(re.search(r"\b(Busque|Descárguela|Cierre|Guarde|look for|Look for|Download|Close|Save)\b", sentence) for sentence in said.values())


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
    assert refusal(wrapped(case, version=1)) == "save_changed"


def test_a_file_newer_than_the_last_upgrade_is_told_apart(two_upgrades):
    assert refusal(wrapped({}, version=4)) == "save_newer"


def test_a_file_from_before_the_log_kept_whom_a_notice_named_opens_and_the_name_comes_back():
    line = {"id": "sending-1", "to": "claims_administrator", "on": "2026-11-20"}
    old = wrapped({"panels": [{"id": "panel-1", "sendings": [line]}]}, version=2)
    (sending,) = load(old, LIMIT).panels[0].sendings
    assert sending.doctor is None and sending.named is None and b"named" not in dump(load(old, LIMIT))
    new = load(wrapped({"panels": [{"id": "panel-1", "sendings": [{**line, "doctor": "doctor-2", "named": "Dr. Sample Two"}]}]}, version=2), LIMIT)
    assert load(dump(new), LIMIT) == new and new.panels[0].sendings[0].named == "Dr. Sample Two"
