"""Worked examples, answered by the program as a lawyer would run them: published cases, the law pages' own rows, ours."""

import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from qme_guide import examples
from qme_guide.content import read_yaml
from qme_guide.documents.working import tell
from qme_guide.law import load_law
from qme_guide.rules.deadline import Deadline, Missing, count
from qme_guide.words import load_words

FOLDER = Path(__file__).parent / "examples"
LAW = load_law()
WORDS = load_words("en")
VECTORS = json.loads((FOLDER / "test-vectors.json").read_text(encoding="utf-8"))
OURS = [example for path in sorted(FOLDER.glob("*.yaml")) for example in read_yaml(path)]
ASKED_PLAINLY = [example for example in OURS if "alternative" not in example]


def run(*asked):
    return examples.run(list(asked), LAW, WORDS)


def text(day):
    if isinstance(day, datetime):
        return day.isoformat(timespec="minutes")
    return day.isoformat() if isinstance(day, date) else day


@pytest.mark.parametrize("example", [*VECTORS, *ASKED_PLAINLY], ids=lambda example: example["id"])
def test_the_program_agrees_with_the_worked_example(example):
    (answer,), differences = run(example)

    assert differences == []
    assert answer["id"] == example["id"]
    assert bool(answer.get("approximate")) == bool(example.get("approximate")), "only what is marked is approximate"
    assert answer.get("refused", []) == (example.get("refused") or []), "only what is marked is refused"


@pytest.mark.parametrize("example", [example for example in OURS if "alternative" in example], ids=lambda example: example["id"])
def test_an_alternative_counts_the_same_clock_with_other_values(example):
    found = count(LAW, example["rule"], example["inputs"], alternative=example["alternative"])

    assert isinstance(found, Deadline)
    assert [text(found.safe), text(found.outside)] == [text(example["safe"]), text(example["outside"])]
    if "nominal" in example:
        assert found.nominal == example["nominal"]


def test_every_clock_has_at_least_two_worked_examples():
    rows = Counter(example["rule"] for example in [*VECTORS, *OURS])

    assert [rule for rule in LAW.clocks if rows[rule] < 2] == []


def test_every_alternative_has_a_worked_example():
    told = {(example["rule"], example["alternative"]) for example in OURS if "alternative" in example}
    there = {(rule, index) for rule, clock in LAW.clocks.items() for index, _ in enumerate(clock.newest.alternatives)}

    assert there == told


def test_our_examples_name_a_known_source_and_say_why():
    for example in OURS:
        assert example["source"] in LAW.sources, example["id"]
        assert len(example["why"]) > 10, example["id"]
    ids = [example["id"] for example in OURS]
    assert len(ids) == len(set(ids))


def test_answers_come_in_the_order_of_the_questions_with_the_same_ids():
    answers, _ = run(*VECTORS)

    assert [answer["id"] for answer in answers] == [example["id"] for example in VECTORS]


def test_an_answer_tells_its_start_its_working_its_citation_and_its_status():
    (answer,), _ = run({"id": 7, "rule": "imr-request-30", "inputs": {"served": "2026-10-30", "method": "mail", "address": "ca"}})

    assert answer == {
        "id": 7,
        "rule": "imr-request-30",
        "safe": "2026-11-25",
        "outside": "2026-12-04",
        "nominal": "2026-11-29",
        "counted_from": "2026-10-30",
        "working": answer["working"],
        "citation": "Lab. Code 4610.5(h)(1)(B); 8 CCR 9792.10.1(b)(1)†",
        "status": "PRIMARY (number, trigger); SECONDARY (arrival, mail extension)",
    }
    assert answer["working"][0] == "We count from Friday, October 30, 2026: the day of legal service."
    assert "30 calendar days from Friday, October 30, 2026 is Sunday, November 29, 2026." in answer["working"]
    assert (
        "Sunday, November 29 and Saturday, November 28 are on a weekend. Friday, November 27 is the day after Thanksgiving. "
        "Thursday, November 26 is Thanksgiving Day."
    ) in answer["working"]


def test_an_expected_value_is_compared_and_never_echoed():
    right = {"id": "x", "rule": "roll", "inputs": {"last_day": "2026-11-27"}, "safe": "2026-11-25", "outside": "2026-11-30"}
    wrong = right | {"safe": "2026-11-26", "outside": None, "nominal": "2026-11-27", "refused": ["safe"], "approximate": True}

    (answer,), differences = run(wrong)

    assert answer["safe"] == "2026-11-25"
    assert run(right)[-1] == []
    assert [line.split(":")[1].strip() for line in differences] == ["safe", "outside", "nominal", "refused", "approximate"]
    assert differences[0] == "x: safe: expected 2026-11-26, computed 2026-11-25"


def test_null_must_be_null_and_an_absent_value_is_not_compared():
    asked = {"id": "x", "rule": "recon-20", "inputs": {"served": "2026-12-01"}}

    assert run(asked)[-1] == []
    assert len(run(asked | {"safe": None})[-1]) == 1
    assert run({"id": "x", "rule": "nothing", "inputs": {}, "safe": None, "outside": None})[-1] == []
    assert len(run({"id": "x", "rule": "nothing", "inputs": {}, "safe": "2026-12-01"})[-1]) == 1


@pytest.mark.parametrize(
    "strange",
    [
        None, 3, "text", [], {}, [1, 2], {"id": "x"}, {"rule": "recon-20"}, {"id": "x", "rule": None, "inputs": {}},
        {"id": "x", "rule": ["recon-20"], "inputs": {}}, {"id": "x", "rule": {}, "inputs": {}},
        {"id": "x", "rule": "recon-20", "inputs": None}, {"id": "x", "rule": "recon-20", "inputs": ["served"]},
        {"id": "x", "rule": "recon-20", "inputs": {"served": ["2026-12-01"]}},
        {"id": "x", "rule": "recon-20", "inputs": {"served": {"day": 1}}},
        {"id": "x", "rule": "recon-20", "inputs": {"served": True}},
        {"id": "x", "rule": "recon-20", "inputs": {"served": "２０２６-12-01"}},
        {"id": "x", "rule": "recon-20", "inputs": {"served": "2026-12-01\n"}},
        {"id": "x", "rule": "recon-20", "inputs": {"served": "0000-12-01"}},
        {"id": "x", "rule": "recon-20", "inputs": {"served": "2026-12-01", "method": ["mail"]}},
        {"id": "x", "rule": "recon-20", "inputs": {"served": "2026-12-01", "method": 5, "address": {}}},
        {"id": "x", "rule": "recon-20", "inputs": {"served": "2026-12-01", "method": ""}},
        {"id": "x", "rule": "ur-expedited-72h", "inputs": {"received_time": 72}},
    ],
    ids=repr,
)  # fmt: skip
def test_a_strange_example_is_answered_with_nulls_and_stops_nobody(strange):
    good = {"id": "good", "rule": "recon-20", "inputs": {"served": "2026-12-01"}, "safe": "2026-12-21"}

    answers, differences = run(strange, good)

    assert (answers[0]["safe"], answers[0]["outside"], answers[0]["nominal"]) == (None, None, None)
    assert answers[1]["safe"] == "2026-12-21"
    assert differences == []


@pytest.mark.parametrize("strange", [None, {}, "text", 5, {"id": "x", "rule": "recon-20"}], ids=repr)
def test_what_is_no_list_of_examples_is_told(strange):
    answers, differences = examples.run(strange, LAW, WORDS)

    assert answers == []
    assert len(differences) == 1


@pytest.mark.parametrize("name", ["safe", "outside", "nominal"])
@pytest.mark.parametrize("wanted", ["", 0, False, []], ids=repr)
def test_only_null_expects_null(name, wanted):
    asked = {"id": "x", "rule": "nothing", "inputs": {}}

    assert run(asked | {name: None})[-1] == []
    assert len(run(asked | {name: wanted})[-1]) == 1


def test_nothing_refused_and_not_approximate_may_be_said_or_left_out():
    asked = {"id": "x", "rule": "new-further-5y", "inputs": {"injury": "2025-01-06"}}

    assert run(asked | {"refused": ["outside", "safe"], "approximate": False})[-1] == []
    assert len(run(asked | {"refused": [], "approximate": True})[-1]) == 2
    assert run({"id": "x", "rule": "recon-20", "inputs": {"served": "2026-12-01"}, "refused": [], "approximate": None})[-1] == []


@pytest.mark.parametrize("strange", [float("nan"), float("inf"), [float("nan")], {"a": float("-inf")}, "\ud800"], ids=repr)
def test_what_json_cannot_hold_is_not_echoed(strange):
    good = {"id": "good", "rule": "recon-20", "inputs": {"served": "2026-12-01"}}

    answers, _ = run(good | {"id": strange}, {"id": "rule", "rule": strange, "inputs": {}}, good)

    assert [answer["id"] for answer in answers] == [None, "rule", "good"]
    assert answers[0]["safe"] == "2026-12-21"
    assert json.loads(json.dumps(answers, allow_nan=False, ensure_ascii=False).encode()) == answers


def test_the_working_of_a_limited_clock_tells_both_counts():
    asked = {"id": "x", "rule": "ur-decision-5nbd", "inputs": {"received": "2026-12-10", "recommended": "2026-11-28"}}

    (answer,), _ = run(asked)

    assert answer["counted_from"] == "2026-12-10"
    assert answer["working"][:2] == [
        "We count from Thursday, December 10, 2026: the day it was received.",
        "5 normal business days from Thursday, December 10, 2026 is Thursday, December 17, 2026.",
    ]
    told = "Another limit comes first. It counts from the day the doctor recommended the treatment: Saturday, November 28, 2026."
    limit = answer["working"].index(told)
    assert answer["working"][limit + 1] == "14 calendar days from Saturday, November 28, 2026 is Saturday, December 12, 2026."


def test_a_limit_inside_the_table_and_a_count_beyond_it_are_told_apart():
    asked = {"id": "x", "rule": "ur-decision-5nbd", "inputs": {"received": "2029-03-27", "recommended": "2029-03-16"}}

    (answer,), _ = run(asked)

    first, second = (answer["working"].index(WORDS.say(f"working.which.other.{which}")) for which in ("safe", "outside"))
    assert answer["working"][first + 1].startswith("Another limit comes first.")
    assert answer["working"][second + 1].startswith("Our list of closed days ends on")


def test_answers_are_plain_data():
    answers, _ = run(*VECTORS, *ASKED_PLAINLY)

    assert json.loads(json.dumps(answers)) == answers


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_working_can_be_told_in_both_languages(language):
    words = load_words(language)
    answers, _ = examples.run([*VECTORS, *OURS], LAW, words)

    told = [answer for answer in answers if answer["safe"] or answer["outside"]]
    assert told
    for answer in told:
        assert answer["working"], answer["id"]
        for sentence in answer["working"]:
            assert sentence[-1] in ".:", sentence
            assert not {"{", "}"} & set(sentence), sentence


class Listener:
    """Words that only note what is asked of them."""

    def __init__(self):
        self.keys = set()

    def say(self, key, **facts):
        self.keys.add(key)
        return key

    def short_day(self, day):
        return str(day)


POSTED = [{"method": "mail", "mailed_from": place} for place in LAW.service_days.mailing_places]
WAYS = [{"method": method, "address": place} for method in LAW.service_days.methods for place in LAW.service_days.places]


def told_by_every_clock():
    """Every sentence that some clock or alternative can need."""
    listener = Listener()
    ways = [{"id": 1, "rule": "recon-20", "inputs": {"served": "2026-12-01", **way}} for way in WAYS]
    asked = [
        {"id": 1, "rule": "imr-ad-info-5bd", "inputs": {"received": "2026-12-10"}},
        {"id": 1, "rule": "ur-decision-5nbd", "inputs": {"received": "2026-12-10", "recommended": "2026-12-09"}},
    ]
    posted = [{"id": 1, "rule": "qme-send-after-20", "inputs": {"served": "2026-12-01", **way}} for way in POSTED]
    examples.run([*VECTORS, *OURS, *ways, *posted, *asked], LAW, listener)
    for example in OURS:
        if "alternative" in example:
            tell(count(LAW, example["rule"], example["inputs"], alternative=example["alternative"]), listener)
    return listener.keys


def test_every_sentence_of_the_working_is_there_and_none_is_idle():
    sayings = {key for key in WORDS.sayings if key.startswith("working.")}
    said = {key for key in told_by_every_clock() if key.startswith("working.")}

    assert said - sayings == set(), "a sentence is missing"
    assert sayings - said == set(), "a sentence is never said"


def test_a_missing_start_names_the_input_that_is_missing():
    assert count(LAW, "imr-request-30", {}) == Missing(("served",))
    assert count(LAW, "recon-20", {"served": "2026-12-01", "method": "courier"}) == Missing(("method",))
    assert count(LAW, "deu-rating-20", {"deu_start": "2026-12-07", "evaluation_received": "later"}) == Missing(("evaluation_received",))
