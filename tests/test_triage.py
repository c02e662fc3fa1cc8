"""The first questions: every path to every outcome, in both languages."""

from itertools import product
from typing import get_args

import pytest

from qme_guide.case import Denied, Exit, Triage, YesNo
from qme_guide.rules import triage
from qme_guide.rules.triage import EXIT_ORDER, ORDER, OUTCOMES
from qme_guide.words import LANGUAGES, load_words

EXITS = [(one,) for one in get_args(Exit)] + [("union", "death"), ("none", "minor")]
PATHS = [
    Triage(danger=danger, lawyer=lawyer, denied=denied, own_doctor=doctor, exits=exits)
    for danger, lawyer, denied, doctor, exits in product(get_args(YesNo), get_args(YesNo), get_args(Denied), get_args(YesNo), EXITS)
]


def asked(full: Triage) -> tuple[Triage, int]:
    """The answers given one by one, as the screen asks them, and how many were needed."""
    said = Triage()
    for count in range(len(ORDER) + 1):
        path = triage.next_question(said)
        if path is None:
            return said, count
        name = path.removeprefix("triage.")
        said = said.model_copy(update={name: getattr(full, name)})
    raise AssertionError("more questions than there are")


def test_every_road_with_a_date_of_its_own_may_have_a_packet_and_the_others_may_not():
    assert {name for name in OUTCOMES if triage.Outcome(name).packet} == {
        "imr", "unsure_letter", "claim_denied", "body_part", "delay", "other", "public_safety", "old_injury",
    }  # fmt: skip


def test_every_path_ends_in_an_outcome_and_every_outcome_is_reached():
    reached = {triage.outcome(asked(path)[0]).name for path in PATHS}
    assert reached == set(OUTCOMES)


def test_no_path_asks_more_than_six_questions():
    assert max(asked(path)[1] for path in PATHS) <= 6


def test_the_danger_question_comes_first_and_only_a_no_takes_help_away():
    assert triage.next_question(Triage(lawyer="yes")) == "triage.danger"
    for path in PATHS:
        assert triage.outcome(path).danger == (path.danger != "no")


def test_a_lawyer_comes_before_everything_else():
    assert {triage.outcome(path).name for path in PATHS if path.lawyer == "yes"} == {"attorney"}


def test_not_being_sure_never_leaves_the_road_of_a_treatment_denial():
    unsure = Triage(danger="no", lawyer="unsure", denied="unsure", own_doctor="unsure", exits=("unsure",))
    found = triage.outcome(unsure)
    assert found.name == "unsure_letter" and found.goes_on
    sure = Triage(danger="no", lawyer="unsure", denied="treatment", own_doctor="unsure", exits=("unsure",))
    assert triage.outcome(sure).name == "imr"


def test_of_several_exits_the_gravest_is_taken_and_none_gives_way():
    base = {"danger": "no", "lawyer": "no", "denied": "treatment", "own_doctor": "yes"}
    assert triage.outcome(Triage(**base, exits=("union", "death"))).name == EXIT_ORDER[0]
    assert triage.outcome(Triage(**base, exits=("none", "minor"))).name == "minor"


def test_the_answers_that_count_are_those_that_were_needed():
    for path in PATHS:
        said, count = asked(path)
        assert triage.answered(path) == ORDER[:count]
        assert triage.outcome(said) == triage.outcome(path)
    assert triage.answered(Triage()) == ()


def test_every_exit_has_somebody_to_talk_to_or_a_road_of_its_own():
    elsewhere = {name for name in OUTCOMES if name in triage.NO_PACKET or triage.Outcome(name).other_letter}
    assert elsewhere == {*triage.TALK_FIRST, "attorney", "claim_denied"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*OUTCOMES, "danger"])
def test_every_outcome_says_who_what_to_say_which_number_and_which_date(language, name):
    passage = load_words(language).passages[f"outcomes/{name}"]
    for part in ("title", "who", "say", "number", "date"):
        assert str(passage.front[part]).strip(), part
    assert passage.paragraphs
