"""The lights on the page of the papers: grouped, told with what mends them, and each button leads to where it is mended."""

import pytest

from pages.parts.lights import ASKED
from qme_guide.interview import SCREENS
from qme_guide.words import LANGUAGES, load_words
from tests.personas import FARM_WORKER, TODAY
from tests.test_pages import healthy, opened, text

ANSWERED = {"asked_before": "no", "signer": "worker"}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def check(language: str = "en", **answers):
    """The step where the lights stand."""
    said = {f"letters.0.{name}": value for name, value in {**ANSWERED, **answers}.items()}
    at = opened(FARM_WORKER.answers(said), "imr", language)
    at.session_state["place.imr"] = "check"
    return at.run()


def press(at, label: str):
    return next(button for button in at.button if button.label == label).click().run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_in_the_way_comes_first_and_what_is_good_comes_last(language):
    words, shown = load_words(language), text(check(language, liability_disputed="yes"))
    order = ("light.decision_red", "light.decision_red_fix", "light.liability_amber", "light.conditional_green")
    places = [shown.index(words.say(key)) for key in order]
    assert places == sorted(places)
    good = shown.count(f" {words.say('light.state_green')} ")
    assert good > 1 and words.say("light.fine", count=good) in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_way_to_mend_is_the_main_button_and_each_way_stands_once(language):
    words = load_words(language)
    at = check(language, liability_disputed="unsure", urgent="yes", conditional=None)
    ways = {button.label: button.proto.type for button in at.button}
    asked = [words.say("light.to_denial", what=words.say(f"fact.short_{name}")) for name in ("conditional", "liability_disputed")]
    wanted = [words.say("light.to_add"), *asked, words.say("light.to_doctor")]
    assert [label for label in ways if label in wanted] == wanted
    assert [ways[label] for label in wanted] == ["primary", "secondary", "secondary", "secondary"]


def test_a_step_a_question_and_a_page_open_where_they_are_mended():
    words = load_words("en")
    at = press(check(), words.say("light.to_add"))
    assert at.session_state["place.imr"] == "add" and healthy(at)
    at = press(check(conditional=None), words.say("light.to_denial", what=words.say("fact.short_conditional")))
    assert str(words.question("letters.conditional")["label"]) in text(at)
    at = press(check(urgent="yes"), words.say("light.to_doctor"))
    assert words.say("doctor.title") in text(at)


def test_every_question_that_mends_a_light_is_a_screen_of_the_letter_and_has_a_short_name():
    screens, words = {screen.name for screen in SCREENS}, load_words("en")
    assert {screen for screen, _ in ASKED.values()} <= screens
    assert all(words.say(f"fact.short_{short}") for _, short in ASKED.values())


def test_a_light_that_needs_a_call_has_the_number_to_tap_beside_the_main_button():
    words, at = load_words("en"), check(asked_before="yes")
    told = [element.proto.body for element in at.get("html") if element.proto.body.startswith("<p>Call ")]
    assert told == ['<p>Call <a class="phone" href="tel:1-800-736-7401">1-800-736-7401</a></p>']
    assert [button.label for button in at.button if button.proto.type == "primary"] == [words.say("light.to_add")]
