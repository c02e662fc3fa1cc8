"""Asking for another doctor: every reason that is confirmed and no other, its proof, its source, and careful words."""

from typing import get_args

import pytest

from qme_guide.answers import Ground
from qme_guide.case import Case
from qme_guide.documents.replacement import replacement
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.rules.replacement import ADDITIONAL, FACTS, JUDGE, facts
from qme_guide.words import LANGUAGES, load_words
from tests.personas import BOOKED
from tests.test_letters import golden, matter

SECOND = "We did not read the law itself."


def sheet(*grounds: str, language: str = "en", case: Case = BOOKED) -> str:
    told = case.answers({"panels.0.grounds": grounds}) if grounds else case
    return " ".join(RENDERERS[".txt"](replacement(matter(told, language))).decode().split())


def test_every_reason_that_can_be_marked_rests_on_a_fact_and_none_is_unconfirmed():
    assert set(FACTS) == set(get_args(Ground))
    assert {load_law().facts[name].status for name in (*FACTS.values(), JUDGE, ADDITIONAL)} == {"PRIMARY", "SECONDARY"}


@pytest.mark.parametrize("ground", FACTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reason_says_what_to_attach_and_where_it_is_written(ground, language):
    words, told = load_words(language), sheet(ground, language=language)
    assert f"[x] {words.choice('panels.grounds', ground)}" in told
    assert words.letter("replacement-sheet", f"proof_{ground}") in told and load_law().facts[FACTS[ground]].citation in told
    others = [one for one in FACTS if one != ground]
    assert not [one for one in others if words.letter("replacement-sheet", f"proof_{one}") in told]


def test_a_reason_known_from_others_only_says_so():
    for ground, name in FACTS.items():
        second = load_law().facts[name].status == "SECONDARY"
        assert (SECOND in sheet(ground)) == (second or ground == "not_in_time"), ground


def test_no_appointment_in_time_is_never_called_automatic():
    told = sheet("not_in_time")
    assert "It does not come by itself: a judge may look" in told and "Vazquez" in told
    assert "Vazquez" not in sheet("moved")


def test_the_list_to_tick_says_too_that_the_judge_is_known_from_others_only():
    assert "Vazquez v. Inocensio Renteria (2025)" in sheet()


def test_a_late_report_is_objected_to_before_it_is_served_and_else_the_same_day():
    assert "Object before it is served. If it was served, object the same day" in sheet("late_report")


def test_the_sheet_promises_no_pause_of_the_time_and_holds_no_address():
    told = sheet()
    assert "Do not count on your time to stop." in told and "Oakland" not in told and "71010" not in told


def test_without_a_reason_all_are_there_to_tick_and_none_is_ticked():
    told = sheet()
    assert told.count("[ ]") == len(FACTS) and "[x]" not in told


def test_the_calls_are_the_proof_that_an_appointment_was_asked_for():
    assert "Dr. Sample Two: Friday, November 20, 2026. They offered: Friday, January 29, 2027." in sheet()
    gone = BOOKED.answers({"panels.0.doctors": ()})
    assert "Office: Friday, November 20, 2026." in sheet(case=gone)
    assert "Office, day, who answered" in sheet(case=BOOKED.answers({"panels.0.calls.0.on": None}))


def test_each_fact_is_named_once():
    assert facts(("moved", "wrong_specialty", "late_report")) == ("replacement-grounds", "replacement-late")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_with_two_reasons_reads_as_agreed(language):
    case = BOOKED.answers({"panels.0.grounds": ("not_in_time", "late_report")})
    golden(f"replacement-sheet-two-reasons-{language}", RENDERERS[".txt"](replacement(matter(case, language))).decode())
