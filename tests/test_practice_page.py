"""The practice: fifteen prompts in own words, one at a time, private, with what was told before beside them."""

from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

from qme_guide.answers import Prompt
from qme_guide.case import Case
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EXAM_SOON, NEWCOMER, TODAY
from tests.test_pages import go_on, healthy, labels, opened, press, text

PROMPTS = get_args(Prompt)
# One language with every run, the other with the slow tests.
SPANISH, ENGLISH = ["es", pytest.param("en", marks=pytest.mark.slow)], ["en", pytest.param("es", marks=pytest.mark.slow)]
SECRET = "Only for me: lo digo así 😀"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None, language: str = "en") -> AppTest:
    return opened(case, "practice", language)


def practice(at: AppTest) -> dict[str, str]:
    return {one.id: one.text for one in at.session_state["case"].practice}


@pytest.mark.parametrize("language", SPANISH)
def test_all_fifteen_prompts_are_walked_one_at_a_time_in_own_words(language):
    words = load_words(language)
    at = press(page(NEWCOMER, language), words.say("practice.start"))
    for at_place, prompt in enumerate(PROMPTS):
        assert words.say(f"practice.ask_{prompt}") in text(at) and words.say(f"practice.why_{prompt}") in text(at)
        assert words.say(f"practice.tip_{prompt}") in text(at)
        at.text_area(key=f"q.practice.{at_place}.text").set_value(f"{prompt} {SECRET}")
        at = go_on(at)
    assert healthy(at) and practice(at) == {prompt: f"{prompt} {SECRET}" for prompt in PROMPTS}
    assert words.say("practice.all_done", count=15) in text(at)


def test_a_prompt_without_words_is_not_kept_and_the_rest_stays_in_order():
    at = press(page(EXAM_SOON), "Go on with question 2")
    at = press(at, "Go on without an answer")
    at.text_area(key="q.practice.2.text").set_value("Therapy for 6 weeks")
    at = press(go_on(at), "Back")
    at.text_area(key="q.practice.1.text").set_value("   ")
    at = press(go_on(at), "Back")
    assert list(practice(at)) == ["injury", "bad_day"], "what was emptied goes"
    at = press(at, "Back")
    assert text(at).count("What happened in the first days?") == 1


@pytest.mark.parametrize("language", ENGLISH)
def test_the_page_says_that_it_is_private_and_the_sheet_is_there_with_words_or_without(language):
    words = load_words(language)
    for case in (NEWCOMER, EXAM_SOON):
        at = page(case, language)
        assert words.say("practice.private") in text(at)
        assert words.say("paper.practice-sheet") in [one.label for one in at.expander]
        assert words.passages["pages/exam_practice"].title in text(at)


@pytest.mark.parametrize("language", SPANISH)
def test_what_was_told_before_stands_beside_its_prompt_and_nowhere_else(language):
    words, at = load_words(language), page(EXAM_SOON, language)
    told = EXAM_SOON.function.earlier.about
    assert told in text(at.button(key="open.earlier").click().run()) and words.say("practice.told_before") in text(at)
    at = press(press(at, words.say("ask.back")), words.say("ask.back"))
    assert told not in text(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_all_words_can_be_deleted_and_come_back(language):
    words, at = load_words(language), page(EXAM_SOON, language)
    at = press(at, words.say("practice.remove"))
    assert practice(at) == {} and words.say("practice.removed") in text(at) and words.say("practice.start") in labels(at)
    at = press(at, words.say("undo.undo"))
    assert at.session_state["case"] == EXAM_SOON


def test_the_last_prompt_leads_to_the_list_and_the_first_one_back_to_it():
    at = page(EXAM_SOON).button(key="open.injury").click().run()
    assert "The questions" in text(press(at, "Back"))
    at = page(EXAM_SOON).button(key="open.unknown").click().run()
    assert "The questions" in text(press(at, "Go on without an answer"))


def test_no_script_is_put_into_a_mouth():
    """A prompt's place for words is empty until the person writes there."""
    at = page(NEWCOMER)
    for prompt in PROMPTS:
        at = page(NEWCOMER) if prompt == PROMPTS[0] else at
        at.session_state["place.practice"] = prompt
        at = at.run()
        assert [area.value for area in at.text_area] == [""], prompt


@pytest.mark.parametrize("language", SPANISH)
def test_the_walk_can_be_stopped_at_any_question_and_what_was_typed_is_kept(language):
    words = load_words(language)
    at = press(page(NEWCOMER, language), words.say("practice.start"))
    at.text_area(key="q.practice.0.text").set_value(SECRET)
    at = press(at, words.say("practice.stop"))
    assert healthy(at) and practice(at) == {PROMPTS[0]: SECRET}
    assert words.say("practice.list_title") in text(at) and words.say("practice.sheet_title") in text(at)
    assert practice(press(press(page(NEWCOMER, language), words.say("practice.start")), words.say("practice.stop"))) == {}
