"""The page of the exam day: the card before it, the times and the rights on it, the log after it; nothing to give away with no exam."""

import pytest
from streamlit.testing.v1 import AppTest

from qme_guide.case import Case, Exam
from qme_guide.law import load_law
from qme_guide.rules.exam import written_down
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EXAM_SOON, NEWCOMER, TODAY
from tests.test_pages import healthy, labels, opened, press, text


def page(monkeypatch, now: str, case: Case = EXAM_SOON, language: str = "en") -> AppTest:
    monkeypatch.setenv("QME_GUIDE_TODAY", now)
    return opened(case, "exam_day", language)


def plain(shown: str) -> str:
    return shown.replace("*", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_day_there_is_the_card_and_no_button_for_the_times(monkeypatch, language):
    words, at = load_words(language), page(monkeypatch, TODAY.isoformat(), language=language)
    assert healthy(at) and words.day(EXAM_SOON.exams[0].on) in text(at)
    assert words.say("paper.pocket-card") in [one.label for one in at.expander]
    assert not {words.say(f"exam_day.tap_{name}") for name in ("arrived", "seen", "ended")} & set(labels(at))


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_day_each_tap_notes_the_time_and_the_next_one_becomes_the_large_button(monkeypatch, language):
    words, at = load_words(language), page(monkeypatch, "2026-11-30T09:41", language=language)
    press(at, words.say("exam_day.tap_arrived"))
    assert at.session_state["case"].exams[0].evening.arrived == "9:41 AM"
    assert words.say("exam_day.noted_arrived", time="9:41 AM") in text(at)
    assert words.say("exam_day.tap_arrived") not in labels(at) and words.say("evening.title") not in labels(at)
    monkeypatch.setenv("QME_GUIDE_TODAY", "2026-11-30T13:05")
    press(press(at, words.say("exam_day.tap_seen")), words.say("exam_day.tap_ended"))
    log = at.session_state["case"].exams[0].evening
    assert (log.seen, log.ended) == ("1:05 PM", "1:05 PM") and words.say("exam_day.to_evening") in labels(at)


def test_a_tap_by_mistake_is_taken_back_at_once(monkeypatch):
    at = page(monkeypatch, "2026-11-30T09:41")
    press(press(at, "I arrived now"), load_words("en").say("undo.undo"))
    assert at.session_state["case"].exams[0].evening.arrived is None and "I arrived now" in labels(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_right_stands_with_its_number_and_its_source(monkeypatch, language):
    words, facts, shown = load_words(language), load_law().facts, text(page(monkeypatch, "2026-11-30", language=language))
    told = {name: words.say(f"exam_day.right_{name}", n=facts["exam-wait-hour"].values["hours"]) for name in ("questions", "stop", "silence", "hour", "interpreter")}
    told["minutes"] = words.say("exam_day.right_minutes", first=facts["exam-minutes"].values["heart"], n=facts["exam-minutes"].values["psychiatry"])
    assert [name for name, said in told.items() if plain(said) not in " ".join(shown.split())] == []
    for name in ("exam-rights", "exam-wait-hour", "exam-interpreter", "exam-minutes", "exam-examiner", "exam-remote", "exam-refusal"):
        assert facts[name].citation in shown and words.day(facts[name].as_of) in shown


def test_the_law_says_no_other_least_minutes_than_the_two_that_were_read():
    assert set(load_law().facts["exam-minutes"].values) == {"heart", "psychiatry"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_folds_tell_what_to_take_what_is_asked_what_not_to_do_and_who_is_who(monkeypatch, language):
    words, shown = load_words(language), text(page(monkeypatch, TODAY.isoformat(), language=language))
    for name in ("exam_questions", "exam_avoid", "exam_qme_side", "exam_who"):
        assert words.passages[f"pages/{name}"].title in shown
    assert words.say("plan.title_bring") in shown and "{n}" not in shown
    report = load_law().clock("qme-report-30").newest.n
    assert f"{report} days from the exam" in shown or f"{report} días desde el examen" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_the_day_the_evening_comes_first(monkeypatch, language):
    words, at = load_words(language), page(monkeypatch, "2026-12-01", language=language)
    assert words.say("exam_day.over") in text(at) and words.say("exam_day.to_evening") in labels(at)
    assert words.say("exam_day.leave_title") not in text(at) and words.say("paper.pocket-card") not in [one.label for one in at.expander]


def test_who_needs_no_interpreter_is_not_told_about_one(monkeypatch):
    at = page(monkeypatch, TODAY.isoformat(), EXAM_SOON.answers({"exams.0.interpreter": "no"}))
    assert plain(load_words("en").say("exam_day.right_interpreter")) not in " ".join(text(at).split())


@pytest.mark.parametrize("case", [NEWCOMER, EXAM_SOON.answers({"exams": []})], ids=["newcomer", "no-exam"])
def test_without_an_exam_the_page_leads_to_the_appointment(monkeypatch, case):
    at = page(monkeypatch, TODAY.isoformat(), case)
    assert healthy(at) and load_words("en").say("exam_at.say") in labels(at)


@pytest.mark.parametrize("exam", [Exam(id="exam-1"), Exam(id="exam-1", on="2026-12"), Exam(id="exam-1", on="unsure")], ids=["empty", "month", "unsure"])
def test_an_exam_without_a_whole_day_gets_the_card_and_is_asked_for_its_day(monkeypatch, exam):
    at = page(monkeypatch, TODAY.isoformat(), EXAM_SOON.answers({"exams": [exam]}))
    assert healthy(at) and load_words("en").say("appointment.need_day") in text(at)


def test_somebody_with_an_attorney_has_the_same_page(monkeypatch):
    at = page(monkeypatch, "2026-11-30", EXAM_SOON.answers({"triage.lawyer": "yes"}))
    assert healthy(at) and "I arrived now" in labels(at)


def test_the_times_alone_do_not_make_the_evening_done(monkeypatch):
    at = page(monkeypatch, "2026-11-30T09:41")
    case = press(at, "I arrived now").session_state["case"]
    assert not written_down(case) and written_down(case.answers({"exams.0.evening.written_on": TODAY}))
