"""The page of the evening after the exam: not before the day, all of it optional, changed, deleted and brought back."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from qme_guide.case import Case, Evening, Exam
from qme_guide.fields import leaves
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EXAM_SOON, NEWCOMER, TODAY
from tests.test_pages import go_on, healthy, labels, opened, press, text

AT = "q.exams.0.evening"
DAY = "2026-11-30T20:15"


def page(monkeypatch, now: str, case: Case = EXAM_SOON, language: str = "en") -> AppTest:
    monkeypatch.setenv("QME_GUIDE_TODAY", now)
    return opened(case, "evening", language)


def log(at: AppTest) -> Evening:
    return at.session_state["case"].exams[0].evening


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_exam_the_page_says_when_to_come_back(monkeypatch, language):
    words, at = load_words(language), page(monkeypatch, TODAY.isoformat(), language=language)
    assert healthy(at) and words.say("evening.early", day=EXAM_SOON.exams[0].on) in text(at)
    assert words.say("evening.start") not in labels(at) and words.say("evening.to_day") in labels(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_evening_every_question_is_asked_and_may_stay_empty(monkeypatch, language):
    words, at = load_words(language), page(monkeypatch, DAY, language=language)
    at = press(at, words.say("evening.start"))
    asked = set()
    while words.say("ask.continue") in labels(at):
        asked |= {one.key.removeprefix(f"{AT}.") for kind in (at.text_input, at.text_area, at.radio) for one in kind if one.key.startswith(AT)}
        at = go_on(at)
    assert asked == {path.rpartition(".")[-1] for path in leaves("exams") if ".evening." in path} - {"written_on"}
    assert healthy(at) and log(at) == Evening(), "nothing was said, so nothing is kept"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_stands_exactly_as_typed_with_the_day_it_was_written(monkeypatch, language):
    words, at = load_words(language), page(monkeypatch, DAY, language=language)
    at = press(at, words.say("evening.start"))
    at.text_input(key=f"{AT}.arrived").set_value("9:40")
    at = go_on(at)
    at.text_input(key=f"{AT}.examiner").set_value("Dra. **Muestra** <i>Uno</i>")
    at = press(press(go_on(at), words.say("ask.back")), words.say("ask.back"))
    at = press(at, words.say("ask.back"))
    assert (log(at).arrived, log(at).examiner, log(at).written_on) == ("9:40", "Dra. **Muestra** <i>Uno</i>", date(2026, 11, 30))
    assert "9:40" in text(at) and "“9:40" not in text(at), "a time is no saying"
    assert "“Dra. **Muestra**" in text(at) and words.say("evening.go_on") in labels(at)


def test_one_answer_is_changed_and_leads_straight_back(monkeypatch):
    case = EXAM_SOON.answers({"exams.0.evening.unsaid": "My foot.", "exams.0.evening.arrived": "9:40"})
    at = page(monkeypatch, DAY, case)
    at = at.button(key="change.unsaid").click().run()
    at.text_area(key=f"{AT}.unsaid").set_value("My foot and my knee.")
    at = go_on(at)
    assert log(at).unsaid == "My foot and my knee." and load_words("en").say("evening.answers") in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_deleted_comes_back(monkeypatch, language):
    words, case = load_words(language), EXAM_SOON.answers({"exams.0.evening.trouble": "It was cold."})
    at = press(page(monkeypatch, DAY, case, language), words.say("evening.remove"))
    assert log(at) == Evening() and words.say("evening.removed") in text(at)
    assert log(press(at, words.say("undo.undo"))).trouble == "It was cold."


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_the_exam_the_dates_of_the_report_and_how_to_write_to_the_qme_are_told(monkeypatch, language):
    words, at = load_words(language), page(monkeypatch, "2026-12-02", language=language)
    shown = text(at)
    assert words.say("evening.past") in shown and words.say("evening.later_note") in shown
    assert words.day(date(2026, 12, 30)) in shown and words.day(date(2026, 12, 31)) in shown
    assert words.say("paper.evening-log") in [one.label for one in at.expander]


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_an_attorney_nobody_is_told_how_to_write_to_the_qme(monkeypatch, language):
    words, case = load_words(language), EXAM_SOON.answers({"triage.lawyer": "yes"})
    shown = text(page(monkeypatch, "2026-12-02", case, language))
    assert words.say("evening.later_note") not in shown and words.say("plan.to_office") in shown


def test_who_needed_no_interpreter_is_not_asked_about_one(monkeypatch):
    at = press(page(monkeypatch, DAY, EXAM_SOON.answers({"exams.0.interpreter": "no"})), "Start to write")
    assert [one.key for one in go_on(at).radio if one.key.startswith(AT)] == []


def test_five_thousand_letters_and_a_face_are_kept_and_told_about(monkeypatch):
    at = press(page(monkeypatch, DAY), "Start to write")
    at = go_on(go_on(at))
    long = "It hurt a lot. " * 333 + "\U0001f600"
    at.text_area(key=f"{AT}.asked").set_value(long)
    at = go_on(at)
    assert healthy(at) and log(at).asked == long.strip() and "\U0001f600" in text(at)


@pytest.mark.parametrize(("case", "key"), [(NEWCOMER, "exam_at.say"), (EXAM_SOON.answers({"exams": []}), "exam_at.say"), (EXAM_SOON.answers({"exams.0.on": None}), "evening.start"), (EXAM_SOON.answers({"triage.lawyer": "yes"}), "evening.start")])
def test_nobody_finds_a_dead_end(monkeypatch, case, key):
    at = page(monkeypatch, DAY, case)
    assert healthy(at) and load_words("en").say(key) in labels(at)


def test_of_two_exams_the_one_that_is_meant_is_chosen(monkeypatch):
    first = EXAM_SOON.exams[0].model_copy(update={"panel": None, "doctor": "Dr. Sample One"})
    two = EXAM_SOON.answers({"exams": [first, Exam(id="exam-2", on=date(2027, 3, 1), doctor="Dr. Sample Four")]})
    words, at = load_words("en"), page(monkeypatch, "2026-12-02", two)
    assert words.say("evening.early", day=date(2027, 3, 1)) in text(at)
    at = at.radio(key="exam_at.which").set_value("exam-1").run()
    assert words.say("evening.start") in labels(at) and words.day(date(2026, 12, 30)) in text(at)
