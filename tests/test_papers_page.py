"""The page of the papers: asking for the form, adding files, saving, erasing, the example."""

import io
from datetime import date

import pytest
from PIL import Image

from pages.parts import incoming
from qme_guide import savefile
from qme_guide.case import Case
from qme_guide.papers import Limits, check
from qme_guide.words import LANGUAGES, load_words
from tests.browser.journey import paper
from tests.personas import CLAIM_DENIED, EXAM_SOON, FARM_WORKER, MANY, NO_FORM, TODAY
from tests.test_pages import opened, press, text

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


def photo(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 80), colour).save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_not_being_sure_of_the_sending_day_keeps_the_date_on_home(language):
    shown = text(opened(FARM_WORKER.answers({"letters.0.sendings": [{"id": "sending-1", "on": "unsure"}]}), "home", language))
    assert load_words(language).day(date(2026, 11, 25)) in shown


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
    monkeypatch.setattr("pages.parts.signing.ask.screen", broken)
    at, words = opened(FARM_WORKER, "imr"), load_words("en")
    shown = text(at)
    assert words.say("errors.page_broken") in shown
    assert words.say("imr.sign_title") not in shown
    assert words.passages["pages/signing"].paragraphs[0] not in shown
    assert len(at.title) == 1


def test_the_answers_can_be_saved_on_each_step():
    for step in ("sign", "add", "check", "get", "send"):
        assert load_words("en").say("offer.save") in [button.proto.label for button in on(step).get("download_button")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_to_open_is_let_go_of_as_it_came_and_can_be_removed_unopened(language, monkeypatch):
    released = []
    monkeypatch.setattr(incoming, "let_go", lambda files: released.extend(file.name for file in files))
    words, at = load_words(language), opened(CLAIM_DENIED, "keep", language)
    at.file_uploader[0].set_value(("no-answers.json", b"{", "application/json")).run()
    assert released == ["no-answers.json"] and words.say("errors.save_not_ours") in text(at)
    at.file_uploader[0].set_value(("my-answers.json", savefile.dump(FARM_WORKER), "application/json")).run()
    assert released[1:] == ["my-answers.json"] and at.file_uploader[0].value is None
    shown = text(at)
    assert words.say("keep.one_letters") in shown and words.say("keeping.person_unknown") in shown and words.say("errors.save_not_ours") not in shown
    at = at.radio(key="open_same").set_value("no").run()
    assert words.say("keep.replaces") in text(at)
    at = press(at, words.say("keep.drop"))
    assert words.say("keep.one_letters") not in text(at) and at.session_state["case"] == CLAIM_DENIED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_tells_only_what_it_holds_and_one_of_a_kind_in_the_singular(language):
    words, told = load_words(language), []
    for case in (FARM_WORKER, MANY, CLAIM_DENIED):
        at = opened(None, "keep", language)
        at.file_uploader[0].set_value(("my-answers.json", savefile.dump(case), "application/json"))
        told.append(text(at.run()))
    one, several, none = told
    assert words.say("keep.holds", things=f"{words.say('keep.one_letters')}, {words.say('keep.one_treatments')}") in one
    assert words.say("keep.many_letters", count=len(MANY.letters)) in several
    assert words.say("keep.holds_little") in none


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_tells_of_its_panels_and_of_the_events_of_its_story(language):
    words, at = load_words(language), opened(None, "keep", language)
    at.file_uploader[0].set_value(("my-answers.json", savefile.dump(EXAM_SOON), "application/json"))
    shown = text(at.run())
    assert words.say("keep.one_panels") in shown and words.say("keep.many_events", count=len(EXAM_SOON.events)) in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_told_nothing_can_open_a_file_first_and_has_none_to_download(language):
    words = load_words(language)
    titles = [words.say(key) for key in ("keep.save_title", "keep.open_title", "device.title", "keep.example_title")]
    new, told = opened(None, "keep", language), opened(FARM_WORKER, "keep", language)
    assert [one.value for one in new.header] == titles[1:] and not new.get("download_button")
    assert [one.value for one in told.header] == titles and told.get("download_button")
