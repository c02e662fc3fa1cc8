"""Helping someone: the person's agreement first, the band with the sign of the case, the other voice on the screens, and the way back."""

import random

import pytest

from qme_guide.case import Case, Helper, Worker
from qme_guide.flow import PAGES
from qme_guide.sign import COLOURS, apart, sign
from qme_guide.words import HELPING, LANGUAGES, OWN, load_words
from tests.personas import FARM_WORKER, TODAY
from tests.test_pages import choose, go_on, healthy, labels, opened, press, text

HELPED = FARM_WORKER.answers({"key": "5ca1ab1e", "helper": Helper(helping="yes", role="family", agreed="yes", here="yes").model_dump()})


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_helper_says_who_asks_the_person_and_then_reads_what_a_helper_may_do(language):
    words = load_words(language, HELPING)
    assert words.say("helping.start") in labels(opened(None, "home", language))
    at = press(opened(None, "helping", language), words.say("helping.begin"))
    choose(at, "helper.role", "family")
    at.radio(key="q.helper.agreed").set_value("no")
    at.radio(key="q.helper.here").set_value("no")
    go_on(at)
    assert words.question("worker.name")["label"] in text(at)
    at.text_input(key="q.worker.name").set_value("Sample Worker")
    at.radio(key="q.worker.language").set_value("es")
    go_on(at)
    assert at.session_state["case"].helper == Helper(helping="yes", role="family", agreed="no", here="no")
    shown = text(at)
    assert words.say("helping.no_agreement") in shown and words.say("helping.away") in shown and "Sample Worker" in shown
    assert all(words.passages[f"pages/helping_{name}"].title in shown for name in ("may", "sign", "private"))
    assert healthy(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_agreed_not_yet_is_asked_for_on_every_page(language):
    words = load_words(language, HELPING)
    waiting = HELPED.answers({"helper.agreed": "unsure"})
    assert words.say("helping.ask_first") in text(opened(waiting, "dates", language))
    assert words.say("helping.ask_first") not in text(opened(HELPED, "dates", language))


@pytest.mark.parametrize("page", [one.name for one in PAGES if one.name != "clinic"][::10])
def test_the_band_with_sign_and_name_stands_on_each_page_of_a_helper_and_of_nobody_else(page):
    words = load_words("en", HELPING)
    drawn = sign(HELPED.key)
    told = words.say("helping.sign", letters=drawn.letters, first=words.say(f"helping.colour_{drawn.first}"), second=words.say(f"helping.colour_{drawn.second}"))
    at = opened(HELPED, page)
    assert told in text(at) and "Sample Worker" in text(at) and healthy(at)
    assert told not in text(opened(FARM_WORKER, page))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_speak_of_the_injured_person_and_go_back_when_the_person_goes_on_alone(language):
    own, helping = load_words(language), load_words(language, HELPING)
    started = Case(helper=HELPED.helper, worker=Worker(name="Sample Worker"))
    at = opened(started, "triage", language)
    assert helping.question("triage.danger")["label"] in text(at) and own.question("triage.danger")["label"] not in text(at)
    at = press(opened(HELPED, "helping", language), helping.say("helping.hand_back_button"))
    assert own.say("helping.handed_back") in text(at)
    assert at.session_state["case"] == HELPED.answers({"helper.helping": "no"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_helps_is_no_case_yet_and_home_still_offers_every_way_to_begin(language):
    words = load_words(language, HELPING)
    at = opened(Case(helper=HELPED.helper, worker=Worker(name="Sample Worker", language="es")), "home", language)
    assert {words.say(f"home.{name}") for name in ("start", "exam", "dispute", "report")} <= set(labels(at))
    assert words.passages["pages/home_first"].title in text(at)
    assert words.say("helping.start") not in labels(at), "who helps already is not asked whether to begin"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_permission_for_another_signer_is_offered_where_another_person_signs(language):
    title = load_words(language).say("paper.designation")
    for signer, offered in (("other", True), ("worker", False)):
        at = opened(FARM_WORKER.answers({"letters.0.signer": signer}), "imr", language)
        at.session_state["place.imr"] = "sign"
        assert (title in {fold.label for fold in at.run().expander}) == offered


def test_papers_speak_for_the_worker_also_while_somebody_helps():
    assert load_words("es", HELPING).letters == load_words("es").letters


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_read_on_a_helper_s_screen_says_whom_it_speaks_to(language):
    line = load_words(language, HELPING).say("helping.on_paper")
    assert line in text(opened(HELPED, "dates", language)) and line not in text(opened(FARM_WORKER, "dates", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_still_due_about_a_sending_speaks_to_a_helper_about_the_person(language):
    for page, result, key in (("review", None, "imr.due_arrived_fax"), ("sent", "failed", "imr.due_again")):
        sent = [{"id": "sending-1", "to": "reviewer", "on": "2026-11-20", "how": "fax", "result": result}]
        own, helping = (load_words(language, voice).say(key, line="|").partition("|")[2] for voice in (OWN, HELPING))
        helped, alone = (text(opened(case.answers({"letters.0.sendings": sent}), page, language)) for case in (HELPED, FARM_WORKER))
        assert helping in helped and helping not in alone
        assert alone.count(own) == helped.count(own) + 1, "the log on paper says it to the worker in both"


def test_a_sign_has_two_colours_stays_the_same_and_differs_between_cases():
    numbers = random.Random(7)
    keys = [f"{numbers.getrandbits(256):064x}" for _ in range(300)]
    signs = [sign(key) for key in keys]
    assert signs == [sign(key) for key in keys]
    assert all(one.first != one.second and {one.first, one.second} <= set(COLOURS) and len(one.letters) == 2 for one in signs)
    assert len(set(signs)) > 290 and len({(one.first, one.second) for one in signs}) == len(COLOURS) * (len(COLOURS) - 1)
    assert sign("") == sign("0")


def test_beside_others_a_sign_keeps_its_letters_and_takes_two_colours_that_nobody_else_has():
    signs = []
    for number in range(15):
        signs.append(apart(f"{number:02x}", signs))
    assert len({frozenset((one.first, one.second)) for one in signs}) == 15
    assert [one.letters for one in signs] == [sign(f"{number:02x}").letters for number in range(15)]
    assert apart("00", signs) == sign("00") and apart("00", []) == sign("00")


def test_a_curious_press_says_nothing_of_anybody():
    at = press(opened(FARM_WORKER, "helping", "es"), load_words("es", HELPING).say("helping.begin"))
    assert at.session_state["case"] == FARM_WORKER
    at = choose(at, "helper.role", "family") or at
    assert at.session_state["case"].helper == Helper(helping="yes", role="family")


def test_a_name_with_markup_is_shown_as_it_was_typed():
    at = opened(HELPED.answers({"worker.name": "<b>Sample</b> *Worker*"}), "dates")
    band = next(element.proto.body for element in at.get("html") if 'class="whose"' in element.proto.body)
    assert "&lt;b&gt;Sample&lt;/b&gt; *Worker*" in band
