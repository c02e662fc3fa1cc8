"""The lights on the page of the papers: grouped, told with what mends them, and each button leads to where it is mended."""

from datetime import date

import pytest

from pages.parts.lights import ASKED
from qme_guide import papers
from qme_guide.interview import SCREENS
from qme_guide.words import LANGUAGES, load_words
from tests.browser.journey import paper
from tests.personas import FARM_WORKER, MANY, TODAY
from tests.test_pages import healthy, opened, press, text

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


@pytest.mark.parametrize("language", LANGUAGES)
def test_not_being_sure_has_a_button_to_answer_and_a_call_says_when_somebody_answers(language):
    """It is a Saturday."""
    words = load_words(language)
    at = check(language, conditional="unsure", asked_before="unsure")
    assert words.say("light.to_denial", what=words.say("fact.short_conditional")) in [button.label for button in at.button]
    assert words.say("card.closed_today", day=date(2026, 11, 23)) in text(at)
    assert 'class="call"' not in " ".join(element.proto.body for element in at.get("html"))


def test_a_step_a_question_and_a_page_open_where_they_are_mended():
    words = load_words("en")
    at = press(check(), words.say("light.to_add"))
    assert at.session_state["place.imr"] == "add" and healthy(at)
    at = press(check(conditional=None), words.say("light.to_denial", what=words.say("fact.short_conditional")))
    assert str(words.question("letters.conditional")["label"]) in text(at)
    at = press(check(urgent="yes"), words.say("light.to_doctor"))
    assert words.say("doctor.title") in text(at)


def test_the_main_button_mends_what_is_red_and_never_what_is_only_worth_a_look():
    at = check(asked_before=None, urgent="yes", liability_disputed="unsure", conditional="no")
    words, ways = load_words("en"), {button.label: button.proto.type for button in at.button}
    assert ways[words.say("light.to_add")] == "primary"
    at.session_state["papers"] = {"form.letter-1": (sheet("FORM"),), "decision.letter-1": (sheet("DECISION"),)}
    for question in ("signed", "filled", "matches", "complete"):
        at.session_state[f"place.{question}.letter-1"] = "yes"
    ways = {button.label: button.proto.type for button in at.run().button}
    assert words.say("light.to_doctor") in ways and "primary" not in ways.values()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["conditional", "asked_before"])
def test_the_person_who_asked_somebody_sends_it_as_it_is_until_the_answer_changes(name, language):
    words, at = load_words(language), check(language, **{name: "yes"})
    red, amber = words.say(f"light.{name}_red_fix"), words.say(f"light.{name}_advised_fix")
    assert red in text(at) and amber not in text(at)
    at = box(at, name).check().run()
    assert amber in text(at) and words.say(f"light.{name}_advised") in text(at) and red not in text(at)
    assert amber in text(at.run())
    assert red in text(box(at, name).uncheck().run())
    at = box(at, name).check().run()
    at = answer(at, name, "no")
    assert not at.checkbox and amber not in text(at)
    at = answer(at, name, "yes")
    assert not box(at, name).value and red in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_that_nobody_can_tell_is_no_dead_end(language):
    words, nothing = load_words(language), dict.fromkeys(("served_on", "postmarked_on", "received_on"))
    at = check(language, printed_on="unsure", **nothing)
    assert words.say("light.in_time_undated") in text(at)
    at = box(at, "in_time").check().run()
    assert words.say("light.in_time_advised") in text(at)
    at.session_state["case"] = at.session_state["case"].answers({"letters.0.printed_on": date(2026, 11, 2)})
    assert words.say("light.in_time_advised") not in text(at.run()) and not at.checkbox


def test_what_one_letter_was_asked_about_says_nothing_of_another():
    case = MANY.answers({f"letters.{at}.asked_before": "yes" for at in range(3)})
    at = opened(case, "imr")
    at.session_state["place.imr"] = "check"
    first, second, *_ = (letter.id for letter in case.letters)
    at = box(at.run(), "asked_before", first).check().run()
    at.session_state["place.letter"] = 1
    assert not box(at.run(), "asked_before", second).value
    at.session_state["place.letter"] = 0
    assert box(at.run(), "asked_before", first).value


def answer(at, name: str, said: str):
    """The answer changes: on this screen where it is asked here, else on its own."""
    if name == "asked_before":
        return at.radio(key="q.letters.0.asked_before").set_value(said).run()
    at.session_state["case"] = at.session_state["case"].answers({f"letters.0.{name}": said})
    return at.run()


def box(at, name: str, letter: str = "letter-1"):
    return at.checkbox(key=f"ask.{name}.{letter}")


def sheet(*pages: str):
    return papers.check("x.pdf", paper(*pages), papers.Limits(megabytes=25, pages=400, megapixels=120, unpacked_megabytes=400))


def test_every_question_that_mends_a_light_is_a_screen_of_the_letter_and_has_a_short_name():
    screens, words = {screen.name for screen in SCREENS}, load_words("en")
    assert {screen for screen, _ in ASKED.values()} <= screens
    assert all(words.say(f"fact.short_{short}") for _, short in ASKED.values())


def test_a_light_that_needs_a_call_has_the_number_to_tap_beside_the_main_button():
    words, at = load_words("en"), check(asked_before="yes")
    told = [element.proto.body for element in at.get("html") if element.proto.body.startswith("<p>Call ")]
    (call,) = told
    assert call.startswith('<p>Call <a class="phone" href="tel:1-800-736-7401">1-800-736-7401</a></p>')
    assert [button.label for button in at.button if button.proto.type == "primary"] == [words.say("light.to_add")]
