"""The letters of an exam on their screens: whose they are is asked for first, and the ways between plan, appointment and papers."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.opening import Brought
from qme_guide.case import Case, Exam
from qme_guide.savefile import Saved
from qme_guide.words import LANGUAGES, load_words
from tests.personas import BOOKED, EXAM_SOON, FARM_WORKER, TODAY
from tests.test_pages import go_on, healthy, labels, opened, press, text

NAMELESS = EXAM_SOON.answers({"worker.name": None, "claim.number": None})


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def letters(case: Case, language: str) -> dict[str, AppTest]:
    """Every screen with a letter of the exam."""
    say = load_words(language).say
    return {
        "interpreter": press(opened(case, "plan", language), say("plan.title_interpreter")),
        "card": opened(case, "appointment", language),
        "other": press(opened(case, "evaluator", language), say("evaluator.to_other")),
    }


def write_details(at: AppTest, language: str) -> AppTest:
    """The name and the claim number, on their screens."""
    at = press(at, load_words(language).say("records.add_details"))
    at.text_input(key="q.worker.name").set_value("Sample Worker")
    at = go_on(at)
    at.text_input(key="q.claim.number").set_value("SAMPLE-002")
    return go_on(go_on(at))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_of_the_exam_asks_whose_it_is_and_comes_back_to_its_screen(language):
    words = load_words(language)
    title = {"interpreter": "plan.title_interpreter", "card": "appointment.help_title", "other": "evaluator.ask_title"}
    for name, at in letters(NAMELESS, language).items():
        assert words.say("exam_letter.no_both") in text(at) and words.say("exam_letter.how") in text(at), name
        at = write_details(at, language)
        assert healthy(at) and words.say(title[name]) in text(at), name
        assert at.session_state["case"].claim.number == "SAMPLE-002"
        assert words.say("exam_letter.no_both") not in text(at) and words.say("exam_letter.how") in text(at), name


@pytest.mark.parametrize(("path", "key"), [("worker.name", "no_name"), ("claim.number", "no_number")])
def test_only_what_is_missing_is_named(path, key):
    words, at = load_words("es"), letters(EXAM_SOON.answers({path: None}), "es")["interpreter"]
    assert words.say(f"exam_letter.{key}") in text(at) and words.say("exam_letter.no_both") not in text(at)


def test_own_words_in_a_letter_of_the_exam_are_told_in_spanish_alone():
    case = EXAM_SOON.answers({"exams.0.language": "Mixteco"})
    for language, told in (("es", True), ("en", False)):
        words = load_words(language)
        found = letters(case, language)
        assert (words.say("imr.own_words") in text(found["interpreter"])) is told
        assert (words.say("imr.own_words") in text(found["card"])) is (told and case.exams[0].interpreter != "no")
        assert words.say("imr.own_words") not in text(found["other"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_appointment_leads_to_its_own_plan(language):
    words = load_words(language)
    two = EXAM_SOON.answers({"exams": [*EXAM_SOON.exams, Exam(id="exam-2", on=date(2027, 3, 1))]})
    at = press(opened(two, "appointment", language), words.say("exam_letter.to_plan"))
    assert healthy(at) and words.say("plan.title") in [one.value for one in at.title] and at.session_state["place.exam"] == "exam-2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_papers_speaks_of_the_exam_when_there_is_no_denial(language):
    words = load_words(language)
    at = press(opened(EXAM_SOON.answers({"letters": []}), "evaluator", language), words.say("evaluator.to_records"))
    assert healthy(at) and words.say("exam_letter.records") in text(at) and words.say("records.list_title") in text(at)
    assert words.say("road.denial") not in labels(at) and words.say("records.intro") not in text(at)
    at = press(at, words.say("exam_letter.to_qme_papers"))
    assert healthy(at) and words.say("evaluator.list_title") in text(at)


def test_with_a_denial_letter_the_list_speaks_of_the_letter_and_without_an_exam_there_is_no_way_to_its_papers():
    words = load_words("en")
    both = opened(FARM_WORKER.answers({"exams": EXAM_SOON.exams}), "records")
    assert words.say("exam_letter.records") not in text(both) and words.say("exam_letter.to_qme_papers") in labels(both)
    assert words.say("exam_letter.to_qme_papers") not in labels(opened(FARM_WORKER, "records"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_that_only_the_administrator_gets_are_never_promised_to_the_evaluator(language):
    words, closed = load_words(language), text(opened(EXAM_SOON, "evaluator", language))
    assert words.say("evaluator.list_closed") in closed and words.say("evaluator.list_text") not in closed
    far = text(opened(EXAM_SOON.answers({"exams.0.on": "2027-01-29"}), "evaluator", language))
    assert words.say("evaluator.list_closed") not in far and words.say("evaluator.list_text") in far


@pytest.mark.parametrize(("served", "told"), [("2026-11-13", True), ("2026-11-18", False), ("2026-11-02", False)])
def test_an_objection_that_the_mail_may_bring_after_its_day_goes_by_fax_or_by_hand(served, told):
    words = load_words("es")
    at = press(opened(EXAM_SOON.answers({"exams.0.nonmedical_on": served}), "evaluator", "es"), words.say("evaluator.to_other"))
    assert healthy(at) and (words.say("exam_letter.mail_late") in text(at)) is told


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_an_attorney_still_finds_the_plan_of_the_exam(language):
    words, case = load_words(language), EXAM_SOON.answers({"triage.lawyer": "yes"})
    for name in ("triage", "evaluator", "dispute"):
        at = press(opened(case, name, language), words.say("exam_letter.to_exam_plan"))
        assert healthy(at) and words.say("plan.attorney") in text(at), name
    assert words.say("exam_letter.to_exam_plan") not in labels(opened(BOOKED.answers({"exams": [], "triage.lawyer": "yes"}), "triage", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_details_for_a_letter_to_an_office_are_written_on_the_page_of_the_papers(language):
    words = load_words(language)
    at = opened(NAMELESS.answers({"letters": []}), "records", language)
    at = at.button(key="office.0").click().run()
    at = write_details(at, language)
    assert healthy(at) and words.say("records.letter_text") in text(at) and words.say("records.no_details") not in text(at)


def test_a_file_that_is_opened_tells_of_the_function_the_practice_and_the_evening():
    at = opened(None, "keep", "es")
    written = EXAM_SOON.answers({"exams.0.evening.asked": "Sample"})
    at.session_state["place.to_open"] = Brought(found=Saved(written))
    shown, words = text(at.run()), load_words("es")
    assert words.say("keep.many_abilities", count=len(written.function.abilities)) in shown
    assert words.say("keep.one_practice" if len(written.practice) == 1 else "keep.many_practice", count=len(written.practice)) in shown
    assert written.practice and words.say("keep.one_evenings") in shown
    at.session_state["place.to_open"] = EXAM_SOON
    assert words.say("keep.one_evenings") not in text(at.run())
