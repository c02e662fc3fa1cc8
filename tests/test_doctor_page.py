"""The page of the second track: the reasons, the doctor, the sheet, and the day it was handed over."""

from datetime import date
from typing import get_args

import pytest

from qme_guide.answers import Reason
from qme_guide.case import Case, Letter
from qme_guide.flow import doctor_told
from qme_guide.rules import reasons
from qme_guide.words import LANGUAGES, load_words
from tests.personas import FARM_WORKER, MANY, REPRESENTED, SENT, TODAY, TWO_TRACKS
from tests.sweeps import in_turn
from tests.test_pages import go_on, healthy, labels, opened, press, text, type_day


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def main_downloads(at) -> list[str]:
    return [button.proto.label for button in at.get("download_button") if button.proto.type == "primary"]


def tick(at, *chosen: str):
    for reason in chosen:
        at.checkbox(key=f"q.letter-1.letters.0.reasons.{reason}").set_value(True)
    return go_on(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_offered_with_the_english_words_to_look_for(language):
    at, words = opened(FARM_WORKER, "doctor", language), load_words(language)
    shown = text(at)
    for reason in get_args(Reason):
        assert at.checkbox(key=f"q.letter-1.letters.0.reasons.{reason}").label == words.say(f"reasons.{reason}.name")
        assert words.say(f"reasons.{reason}.on_letter").replace("*", "") in shown.replace("*", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_copied_from_the_letter_stand_beside_the_choice_and_are_not_asked_for_again(language):
    at = opened(FARM_WORKER, "doctor", language)
    assert f"\u201c{FARM_WORKER.letters[0].reason}\u201d" in text(at)
    assert not at.text_area


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_then_the_doctor_then_the_sheet_as_the_one_main_button(language):
    words = load_words(language)
    at = tick(opened(FARM_WORKER, "doctor", language), "few_facts", "no_progress")
    assert at.session_state["case"].letters[0].reasons == ("few_facts", "no_progress")
    at.text_input(key="q.doctor.name").set_value("Dr. Sample")
    at.text_input(key="q.doctor.fax").set_value("000-0000")
    at = go_on(at)
    assert at.session_state["case"].doctor.name == "Dr. Sample"
    sheet = words.say("offer.send", title=words.say("paper.doctor-sheet"))
    assert main_downloads(at) == [sheet]
    assert not [button.label for button in at.button if button.proto.type == "primary"]
    for reason in ("few_facts", "no_progress"):
        for part in ("name", "means", "ask"):
            assert words.say(f"reasons.{reason}.{part}") in text(at)
    assert words.say("reasons.risk.means") not in text(at)


def test_a_second_letter_does_not_ask_for_the_doctor_again():
    at = opened(TWO_TRACKS.answers({"letters": [*TWO_TRACKS.model_dump(mode="json")["letters"], {"id": "letter-2"}]}), "doctor")
    at.radio[0].set_value(1).run()
    at.checkbox(key="q.letter-2.letters.1.reasons.risk").set_value(True)
    at = go_on(at)
    assert not at.text_input
    assert load_words("en").say("reasons.risk.means") in text(at)
    assert at.session_state["case"].letters[0].reasons == TWO_TRACKS.letters[0].reasons


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_screens_may_be_passed_without_an_answer(language):
    words = load_words(language)
    at = press(opened(FARM_WORKER, "doctor", language), words.say("ask.skip_it"))
    at = press(at, words.say("ask.skip_it"))
    assert words.say("doctor.no_reasons") in text(at)
    assert at.session_state["case"].letters[0].reasons == ()
    assert words.say("doctor.add_reasons") in labels(at) and words.say("doctor.add_who") in labels(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_paper_that_answers_a_reason_says_how_it_stands_and_leads_to_the_list(language):
    words, at = load_words(language), opened(TWO_TRACKS, "doctor", language)
    shown = text(at)
    for kind, state in (("therapy_notes", "asked"), ("visit_notes", "to_ask")):
        name, word = words.choice("records.kind", kind), words.say(f"records.state_{state}")
        assert " ".join(f"{name} {word}".split()) in " ".join(shown.split())
    assert words.say("doctor.to_records") in labels(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dispute_about_who_pays_is_sent_to_free_help_and_to_its_question(language):
    words = load_words(language)
    at = opened(TWO_TRACKS.answers({"letters.0.reasons": ("not_work",)}), "doctor", language)
    shown = text(at)
    assert words.say("reasons.not_work.means") in shown and "1-800-736-7401" in shown
    assert words.say("doctor.ask_doctor") not in shown and words.say("doctor.to_records") not in labels(at)
    at = press(at, words.say("doctor.to_liability"))
    assert words.question("letters.liability_disputed")["label"] in text(at)


def test_nobody_is_asked_again_about_a_dispute_that_was_told():
    case = TWO_TRACKS.answers({"letters.0.reasons": ("not_work",), "letters.0.liability_disputed": "yes"})
    assert load_words("en").say("doctor.to_liability") not in labels(opened(case, "doctor"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_the_doctor_got_the_sheet_is_noted_and_ends_the_step(language):
    words = load_words(language)
    at = press(opened(TWO_TRACKS, "doctor", language), words.say("doctor.note_told"))
    at = type_day(at, "letters.0.doctor_told_on", "20", 11, "2026")
    assert words.say("doctor.told_day", day=words.day(date(2026, 11, 20))) in text(at)
    assert words.say("doctor.sheet_help") not in text(at)
    assert doctor_told(at.session_state["case"])
    assert words.say("doctor.change_told") in labels(at)


def test_not_being_sure_of_that_day_is_an_answer_and_does_not_end_the_step():
    at = press(opened(TWO_TRACKS, "doctor"), load_words("en").say("doctor.note_told"))
    at.checkbox(key="q.letters.0.doctor_told_on.unsure").set_value(True)
    at = go_on(at)
    assert load_words("en").say("doctor.told") in text(at)
    assert not doctor_told(at.session_state["case"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figure_about_other_cases_says_its_year_its_source_and_that_it_is_not_about_this_one(language):
    shown, words = text(opened(TWO_TRACKS, "doctor", language)), load_words(language)
    assert "2024" in shown and "12.7%" in shown and "DWC Newsline 2025-36" in shown
    assert words.passages["pages/imr_odds"].paragraphs[0].split(". ")[-1] in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_an_urgent_letter_speaks_of_urgency(language):
    sentence = load_words(language).say("doctor.urgent")
    assert sentence not in text(opened(TWO_TRACKS, "doctor", language))
    assert sentence in text(opened(TWO_TRACKS.answers({"letters.0.urgent": "yes"}), "doctor", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_that_lacks_information_asks_the_doctor_for_it(language):
    sentence = load_words(language).say("doctor.missing")
    assert sentence not in text(opened(TWO_TRACKS, "doctor", language))
    assert sentence in text(opened(TWO_TRACKS.answers({"letters.0.conditional": "yes"}), "doctor", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_worker_writes_is_not_to_be_asked_for(language):
    words, at = load_words(language), opened(TWO_TRACKS, "doctor", language)
    assert f"{words.choice('records.kind', 'own_statement')} {words.say('doctor.to_write')}" in " ".join(text(at).split())


def test_the_date_is_no_longer_shown_as_due_when_the_request_went_out():
    assert "November 25" in text(opened(TWO_TRACKS, "doctor"))
    assert "November 25" not in text(opened(SENT, "doctor"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newcomer_is_led_to_the_letter_and_a_worker_with_a_lawyer_to_the_lawyer(language):
    words = load_words(language)
    at = opened(Case(), "doctor", language)
    assert words.say("imr.no_letter") in text(at) and words.say("road.denial") in labels(at)
    at = opened(REPRESENTED, "doctor", language)
    assert words.passages["outcomes/attorney"].title in text(at)
    assert words.say("doctor.sheet_title") not in text(at)


@pytest.mark.parametrize(("reason", "language"), in_turn(reasons.ROWS))
def test_every_reason_has_its_card_with_its_source(reason, language):
    words, at = load_words(language), opened(TWO_TRACKS.answers({"letters.0.reasons": (reason,)}), "doctor", language)
    assert healthy(at)
    assert words.say(f"reasons.{reason}.means").replace("*", "") in text(at)
    assert words.say("doctor.source") in text(at)


def test_each_of_three_letters_has_reasons_and_a_sheet_of_its_own():
    case = MANY.answers({"doctor.name": "Dr. Sample", "letters.0.reasons": ("risk",), "letters.2.reasons": ("unclear",)})
    at, words = opened(case, "doctor"), load_words("en")
    assert words.say("reasons.risk.means") in text(at)
    at = at.radio[0].set_value(1).run()
    assert at.checkbox(key="q.letter-9.letters.1.reasons.risk").value is False
    at = at.radio[0].set_value(2).run()
    assert words.say("reasons.unclear.means") in text(at) and words.say("reasons.risk.means") not in text(at)


def test_a_letter_that_nothing_was_said_about_still_gives_a_sheet():
    at = opened(FARM_WORKER.model_copy(update={"letters": (Letter(id="letter-1"),)}), "doctor")
    at = press(press(at, load_words("en").say("ask.skip_it")), load_words("en").say("ask.skip_it"))
    assert healthy(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_typed_from_the_letter_puts_the_likely_reason_first_and_ticks_the_only_one(language):
    words, key = load_words(language), "q.letter-1.letters.0.reasons."
    at = opened(FARM_WORKER.answers({"letters.0.reason": "No functional improvement was shown."}), "doctor", language)
    shown = text(at)
    places = [shown.index(words.say(name)) for name in ("doctor.likely", "reasons.no_progress.name", "reasons.few_facts.name")]
    assert places == sorted(places) and words.say("doctor.other_reasons") in [fold.label for fold in at.expander]
    assert at.checkbox(key=f"{key}no_progress").value and not at.checkbox(key=f"{key}few_facts").value
    assert press(at, words.say("ask.skip_it")).session_state["case"].letters[0].reasons == ()
