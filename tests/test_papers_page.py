"""The page of the papers: asking for the form, adding files, what is missing, sending, saving, erasing, the example."""

import io
from datetime import date

import pytest
from PIL import Image

from pages.parts import packet, uploads
from qme_guide.case import Case
from qme_guide.papers import Limits, Problem, check
from qme_guide.words import LANGUAGES, load_words
from tests.browser.journey import paper
from tests.personas import FARM_WORKER, NO_FORM, TODAY
from tests.test_pages import go_on, healthy, opened, text

LIMITS = Limits(megabytes=25, pages=400, megapixels=120, unpacked_megabytes=400)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def kept(*pages: str):
    return check("x.pdf", paper(*pages), LIMITS)


def on(step: str, case: Case = FARM_WORKER, language: str = "en", **papers):
    """The page of the papers at one step, with these papers added."""
    at = opened(case, "imr", language)
    at.session_state["place.imr"] = step
    at.session_state["papers"] = {f"{name}.letter-1": files for name, files in papers.items()}
    return at.run()


def press(at, label: str):
    return next(button for button in at.button if button.label == label).click().run()


def kinds(at) -> dict[str, str]:
    """Each button and whether it is the main one."""
    return {button.label: button.proto.type for button in at.button}


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_the_form_the_first_step_is_to_ask_for_it_and_the_answer_stays(language):
    words, at = load_words(language), on("sign", NO_FORM, language)
    shown = text(at)
    assert words.say("imr.ask_title") in shown and words.say("imr.ask_say") in shown
    assert words.say("imr.sign_title") not in shown
    letter, *_ = (button for button in at.get("download_button"))
    assert letter.proto.type == "primary" and words.say("paper.form-missing") in letter.proto.label
    at = press(at, words.say("imr.has_form"))
    assert words.say("imr.sign_title") in text(at)
    assert at.session_state["case"].letters[0].form_enclosed == "no"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_missing_is_named_and_the_main_button_leads_back_to_it(language):
    words = load_words(language)
    at = on("get", NO_FORM, language)
    shown = text(at)
    assert words.say("imr.need_blank") in shown and words.say("imr.need_decision") in shown
    assert words.say("imr.need_signed") not in shown and words.say("imr.need_form") not in shown
    assert kinds(at)[words.say("imr.back_to_missing")] == "primary"
    assert kinds(at)[words.say("ask.continue")] == "secondary"
    at = press(at, words.say("imr.back_to_missing"))
    assert words.say("imr.ask_title") in text(at)


def test_the_packet_is_ready_when_all_is_added_and_said():
    at = on("get", form=(kept("form"),), decision=(kept("one"), kept("two")))
    words = load_words("en")
    for name in ("signed", "complete"):
        at.session_state[f"place.{name}.letter-1"] = "yes"
    at = at.run()
    assert words.say("imr.ready") in text(at) and words.say("imr.missing") not in text(at)
    assert words.say("imr.packet") in [button.proto.label for button in at.get("download_button")]


def test_files_are_put_in_order_and_removed_one_by_one():
    one, two, three = kept("one"), kept("two"), kept("three")
    at, words = on("add", decision=(one, two, three)), load_words("en")
    at = press(at, f"{words.say('imr.move_up')} 3")
    assert at.session_state["papers"]["decision.letter-1"] == (one, three, two)
    at = press(at, f"{words.say('imr.remove')} 1")
    assert at.session_state["papers"]["decision.letter-1"] == (three, two)
    at = press(press(at, f"{words.say('imr.remove')} 1"), words.say("imr.remove"))
    assert "decision.letter-1" not in at.session_state["papers"]
    assert healthy(at)


def photo(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 80), colour).save(out, "JPEG")
    return out.getvalue()


def test_several_files_at_once_are_kept_in_their_order_and_only_the_bad_ones_are_told():
    given = [("a.jpg", photo("red")), ("b.jpg", photo("blue")), ("c.txt", b"<html>"), ("a again.jpg", photo("red"))]
    files, problems = uploads._checked((), given)
    assert [one.id for one in files] == [check(name, data, LIMITS).id for name, data in given[:2]]
    assert problems == (Problem("upload_not_pdf"), Problem("upload_twice"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_urgent_letter_asks_for_the_doctors_signed_paper(language):
    words = load_words(language)
    assert words.say("imr.certify") not in text(on("add", FARM_WORKER, language))
    assert words.say("imr.certify") in text(on("add", FARM_WORKER.answers({"letters.0.urgent": "yes"}), language))


def test_the_doctors_paper_stays_out_when_the_letter_is_no_longer_said_to_be_urgent(monkeypatch):
    monkeypatch.setattr(uploads, "kept", lambda name, letter: (kept("certified"),))
    urgent = FARM_WORKER.letters[0].model_copy(update={"urgent": "yes"})
    assert packet.certification(urgent)
    for changed in ("no", "unsure", None):
        assert packet.certification(urgent.model_copy(update={"urgent": changed})) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_not_being_sure_of_the_sending_day_keeps_the_date_on_home(language):
    shown = text(opened(FARM_WORKER.answers({"letters.0.sendings": [{"id": "sending-1", "on": "unsure"}]}), "home", language))
    assert load_words(language).day(date(2026, 11, 25)) in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_noted_as_sent_without_a_day(language):
    words, at = load_words(language), on("send", FARM_WORKER, language)
    at = press(at, words.say("imr.sent"))
    assert words.say("errors.date_empty") in text(at)
    assert at.session_state["case"].letters[0].sendings == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_noted_day_and_way_are_said_again(language):
    words, at = load_words(language), on("send", FARM_WORKER, language)
    path = "letters.0.sendings.0.on"
    at.text_input(key=f"q.{path}.day").set_value("20")
    month = at.selectbox(key=f"q.{path}.month")
    month.set_value(month.options[11])
    at.text_input(key=f"q.{path}.year").set_value("2026")
    at = press(at, words.say("imr.sent"))
    at.radio(key="q.letters.0.sendings.0.how").set_value("fax")
    at = go_on(at)
    letter = at.session_state["case"].letters[0]
    assert (letter.sendings[0].on, letter.sendings[0].how) == (date(2026, 11, 20), "fax")
    assert words.say("imr.sent_done_how", day=words.day(date(2026, 11, 20)), how="fax") in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_not_sent_yet_goes_home_and_says_the_date_again(language):
    words, at = load_words(language), on("send", FARM_WORKER.answers({"letters.0.sendings": [{"id": "sending-1", "on": TODAY}]}), language)
    at = press(at, words.say("imr.not_sent"))
    assert at.session_state["case"].letters[0].sendings == ()
    assert words.say("denial.date_line", safe=date(2026, 11, 25)) in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_about_english_stands_once_and_not_in_the_example(language):
    notice = load_words(language).say("imr.own_words")
    assert text(on("get", FARM_WORKER, language)).count(notice) == (1 if language == "es" else 0)
    assert notice not in text(on("get", FARM_WORKER.model_copy(update={"sample": True}), language))


@pytest.mark.parametrize("saved", [True, False])
def test_erase_asks_while_papers_are_there_even_when_the_answers_are_saved(saved):
    at, words = on("add", form=(kept("form"),)), load_words("en")
    if saved:
        at.session_state["saved_case"] = at.session_state["case"]
    at = at.button(key="bar_erase").click().run()
    assert [title.value for title in at.title] == [words.say("frame.erase_title")]
    assert kinds(at)[words.say("frame.erase_no")] == "primary" and kinds(at)[words.say("frame.erase_yes")] == "secondary"
    assert words.say("offer.save") in [button.proto.label for button in at.get("download_button")]
    at = at.button(key="erase_yes").click().run()
    assert "papers" not in at.session_state


def test_erase_is_done_at_once_when_all_answers_are_saved_and_no_paper_is_there():
    at = opened(FARM_WORKER, "imr")
    at.session_state["saved_case"] = at.session_state["case"]
    at = at.button(key="bar_erase").click().run()
    assert [title.value for title in at.title] == [load_words("en").passages["pages/erase_done"].title]


@pytest.mark.parametrize("name", ["home", "triage", "denial", "imr", "dates", "keep", "about"])
def test_the_example_says_so_on_every_page_and_can_be_left_there(name):
    words = load_words("en")
    at = opened(FARM_WORKER.model_copy(update={"sample": True}), name)
    assert words.say("frame.sample") in text(at)
    at = at.button(key="sample_leave").click().run()
    assert not at.session_state["case"].sample and not at.session_state["case"].letters
    assert words.say("frame.sample") not in text(opened(FARM_WORKER, name))


def test_a_page_that_breaks_half_way_leaves_nothing_half_drawn(monkeypatch):
    def broken(*_):
        raise ValueError

    monkeypatch.delenv("QME_GUIDE_DEVELOP", raising=False)
    monkeypatch.setattr("pages.parts.signing.uploads.confirm", broken)
    at, words = opened(FARM_WORKER, "imr"), load_words("en")
    shown = text(at)
    assert words.say("errors.page_broken") in shown
    assert words.say("imr.sign_title") not in shown
    assert words.passages["pages/signing"].paragraphs[0] not in shown
    assert len(at.title) == 1


def test_the_answers_can_be_saved_on_each_step():
    for step in ("sign", "add", "get", "send"):
        assert load_words("en").say("offer.save") in [button.proto.label for button in on(step).get("download_button")]
