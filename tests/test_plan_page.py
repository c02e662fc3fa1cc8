"""The page of the plan: a tick, a task left with its reason, undo, the day itself, the day after, no exam, an attorney."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from qme_guide.case import Case, Evening, Exam
from qme_guide.words import load_words
from tests.personas import EXAM_SOON, FARM_WORKER, NEWCOMER, PANEL_REPRESENTED, TODAY
from tests.sweeps import ENGLISH, SPANISH
from tests.test_pages import go_on, healthy, labels, opened, press, text, type_day


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None = EXAM_SOON, language: str = "en") -> AppTest:
    return opened(case, "plan", language)


def on(day: date | str | None, **more: object) -> Case:
    return EXAM_SOON.answers({"exams.0.on": day, **more})


def marks(at: AppTest) -> dict[str, tuple[str | None, str | None]]:
    return {one.task: (one.state, one.reason) for one in at.session_state["case"].exams[0].plan}


def tick(at: AppTest, task: str, value: bool = True) -> AppTest:
    box = next(one for one in at.checkbox if one.key.startswith(f"tick.exam-1.{task}."))
    return (box.check() if value else box.uncheck()).run()


@pytest.mark.parametrize("language", ENGLISH)
def test_nine_days_before_the_plan_says_what_is_closed_and_what_comes_next(language):
    words, at = load_words(language), page(language=language)
    assert healthy(at)
    told = {"records": date(2026, 10, 20), "letter": date(2026, 10, 30), "hand": date(2026, 11, 10)}
    assert words.say("plan.window_closed", **told) in text(at) and words.say("plan.band_window") in text(at)
    assert words.passages["pages/exam_closed"].title in text(at)
    at = press(at, words.say("plan.show"))
    assert healthy(at) and words.say("plan.title_check_notice") in text(at) and words.clock("exam-change-6bd", "title") in text(at)


@pytest.mark.parametrize("language", SPANISH)
@pytest.mark.parametrize(
    ("day", "band"),
    [("2026-12-12", "over_20"), ("2026-12-11", "window"), ("2026-11-28", "window"), ("2026-11-27", "soon"), ("2026-11-23", "soon"), ("2026-11-22", "last"), ("2026-11-21", "day"), ("2026-11-20", "after")],
)
def test_each_band_of_days_has_its_own_words(day, band, language):
    words, at = load_words(language), page(on(day), language)
    others = {"over_20", "window", "soon", "last", "day", "after"} - {band}
    assert healthy(at) and words.say(f"plan.band_{band}") in text(at)
    assert not [one for one in others if words.say(f"plan.band_{one}") in text(at)]


def test_a_tick_is_kept_and_taken_off():
    at = tick(page(), "interpreter")
    assert healthy(at) and marks(at)["interpreter"] == ("done", None)
    at = tick(at, "interpreter", False)
    assert "interpreter" not in marks(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_a_task_is_left_with_a_reason_and_comes_back(language):
    words = load_words(language)
    at = press(page(language=language), words.say("plan.title_ride"))
    at = press(at, words.say("plan.leave_it"))
    assert set(at.radio(key="q.exams.0.plan.0.state").options) == {words.choice("exams.plan.state", name) for name in ("skipped", "cant")}
    at.radio(key="q.exams.0.plan.0.state").set_value("cant")
    at.text_input(key="q.exams.0.plan.0.reason").set_value("No <b>car</b>")
    at = go_on(at)
    assert healthy(at) and marks(at)["ride"] == ("cant", "No <b>car</b>")
    assert words.say("plan.because", reason="No <b>car</b>") in text(at) or "No <b>car</b>" in str([one.proto.body for one in at.get("html")]).replace("&lt;", "<").replace("&gt;", ">")
    assert words.say("plan.marked", task=words.say("plan.title_ride")) in text(at)
    at = press(at, words.say("undo.undo"))
    assert healthy(at) and marks(at) == {}


def test_leaving_the_question_without_an_answer_keeps_nothing():
    words = load_words("en")
    at = press(press(page(), words.say("plan.title_ride")), words.say("plan.leave_it"))
    at = press(go_on(at), words.say("ask.back"))
    assert healthy(at) and marks(at) == {} and words.say("plan.title_ride") in text(at)


def test_done_left_changed_and_taken_off_on_its_screen():
    words = load_words("en")
    at = press(press(page(), words.say("plan.title_bring")), words.say("plan.done_it"))
    assert marks(at)["bring"] == ("done", None)
    at = press(press(at, words.say("plan.title_bring")), words.say("plan.unmark"))
    assert marks(at) == {}
    at = press(at, words.say("undo.undo"))
    assert marks(at)["bring"] == ("done", None)
    at = tick(at, "bring", False)
    assert healthy(at) and marks(at) == {}


@pytest.mark.parametrize("language", SPANISH)
def test_every_task_opens_with_what_to_do(language):
    words, at = load_words(language), page(on("2026-12-24"), language)
    for task in ("check_notice", "interpreter", "wages", "records", "serve", "ask_sent", "nonmedical", "timeline", "deu100", "childcare", "bring", "card", "rights", "evening", "report_watch"):
        at = press(at, words.say(f"plan.title_{task}"))
        assert healthy(at) and words.say(f"plan.help_{task}").rstrip(".") not in labels(at), task
        at = press(at, words.say("plan.to_plan"))


@pytest.mark.parametrize("language", ENGLISH)
def test_the_day_of_the_other_sides_papers_gives_the_date_to_object(language):
    words = load_words(language)
    at = press(press(page(language=language), words.say("plan.title_nonmedical")), words.say("plan.say_nonmedical"))
    at = type_day(at, "exams.0.nonmedical_on", "18", 11, "2026")
    assert healthy(at) and at.session_state["case"].exams[0].nonmedical_on == date(2026, 11, 18)
    assert words.day(date(2026, 11, 25)) in text(at) and words.clock("object-nonmedical-10", "title") in text(at)
    assert words.day(date(2026, 11, 25)) in text(opened(on("2026-11-30", **{"exams.0.nonmedical_on": "2026-11-18"}), "dates", language))


@pytest.mark.parametrize("language", SPANISH)
def test_on_the_day_and_after_it_the_page_leads_on(language):
    words = load_words(language)
    today, after = page(on(TODAY), language), page(on("2026-11-20"), language)
    assert words.say("plan.work_exam_day") in labels(today) and words.say("plan.work_evening") not in labels(today)
    assert words.say("plan.work_evening") in labels(after) and words.clock("qme-report-30", "title") in text(after)
    assert words.say("odd.exam_past", exam=date(2026, 11, 20)) in text(after)
    written = page(on("2026-11-20", **{"exams.0.evening.written_on": "2026-11-20"}), language)
    assert healthy(written) and words.say("plan.work_evening") not in labels(written)


@pytest.mark.parametrize("language", ENGLISH)
@pytest.mark.parametrize("case", [None, NEWCOMER, PANEL_REPRESENTED])
def test_without_an_exam_the_page_leads_kindly_to_the_appointment(case, language):
    words, at = load_words(language), page(case, language)
    assert healthy(at) and words.say("exam_at.unknown") in text(at)
    assert healthy(press(at, words.say("exam_at.say")))


@pytest.mark.parametrize("day", ["unsure", "2026-12", None])
def test_without_the_day_the_plan_stands_without_dates(day):
    words, at = load_words("en"), page(on(day))
    assert healthy(at) and words.say("plan.band_no_day") in text(at) and words.say("exam_at.say") in labels(at)
    assert words.say("plan.papers_title") not in text(at) and words.say("plan.title_timeline") in labels(at)


@pytest.mark.parametrize("language", SPANISH)
def test_with_an_attorney_the_letters_are_that_offices(language):
    words, at = load_words(language), page(EXAM_SOON.answers({"triage.lawyer": "yes"}), language)
    assert healthy(at) and words.say("plan.attorney") in text(at)
    assert not {words.say(f"plan.title_{task}") for task in ("interpreter", "travel", "serve", "ask_sent", "nonmedical")} & set(labels(at))
    at = press(at, words.say("plan.title_check_notice"))
    assert words.say("plan.to_office") in text(at)


def test_one_of_two_exams_is_chosen_and_marked_alone():
    two = EXAM_SOON.answers({"exams": [*EXAM_SOON.exams, Exam(id="exam-2", on=date(2027, 3, 1))]})
    at = page(two)
    assert load_words("en").day(date(2026, 11, 30)) in text(at)
    at = at.radio(key="exam_at.which").set_value("exam-2").run()
    assert healthy(at) and load_words("en").say("plan.band_over_20") in text(at)
    box = next(one for one in at.checkbox if one.key.startswith("tick.exam-2.bring."))
    at = box.check().run()
    assert [len(one.plan) for one in at.session_state["case"].exams] == [0, 1]


@pytest.mark.parametrize("language", ENGLISH)
def test_home_shows_the_exam_and_leads_to_its_plan(language):
    words, at = load_words(language), opened(EXAM_SOON, "home", language)
    assert healthy(at) and words.day(date(2026, 11, 30)) in text(at) and words.say("home.go_plan") in labels(at)
    at = press(opened(None, "home", language), words.say("home.exam"))
    assert healthy(at) and words.question("exams.on")["label"] in text(at), "the first page leads to the question itself"


def primary(at: AppTest) -> list[str]:
    """The large buttons of the page."""
    return [button.label for button in at.button if button.proto.type == "primary"]


@pytest.mark.parametrize("language", SPANISH)
@pytest.mark.parametrize(("day", "button"), [("2026-11-30", "home.go_plan"), ("2026-11-21", "plan.work_exam_day"), ("2026-11-20", "plan.work_evening"), (None, "home.go_plan")])
def test_with_an_exam_and_no_letter_home_leads_to_the_exam_and_the_first_questions_wait(day, button, language):
    words, at = load_words(language), opened(Case(exams=(Exam(id="exam-1", on=day),)), "home", language)
    assert healthy(at) and primary(at) == [words.say(button)]
    shown = text(at)
    assert words.say("state.optional") in shown and shown.rindex(words.say("road.triage")) > shown.rindex(words.say("road.evening"))
    assert words.say("appointment.label") in shown


def test_once_the_exam_ended_home_leads_to_the_evening_and_after_that_to_the_plan_again():
    words, on_day = load_words("en"), Case(exams=(Exam(id="exam-1", on=TODAY, evening=Evening(ended="11:20 AM")),))
    assert primary(opened(on_day, "home")) == [words.say("plan.work_evening")]
    over = Case(exams=(Exam(id="exam-1", on=date(2026, 11, 20), evening=Evening(written_on=TODAY)),))
    assert primary(opened(over, "home")) == [words.say("home.go_plan")]


def test_a_letter_that_was_told_comes_before_the_exam():
    at = opened(Case(exams=EXAM_SOON.exams, letters=FARM_WORKER.letters), "home")
    assert load_words("en").say("home.go_plan") not in primary(at)


def test_home_says_started_while_the_details_of_what_changed_are_open():
    lift = Case(exams=EXAM_SOON.exams, function={"abilities": [{"id": "a", "what": "lift"}]})
    words = load_words("en")
    assert words.say("plan.tag_begun") in text(opened(lift, "home"))
    assert words.say("plan.tag_begun") not in text(opened(EXAM_SOON, "home"))
