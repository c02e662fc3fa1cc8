"""The page of what a person can and cannot do: the quick pass, the questions, the personal parts, the job, undo, the one page."""

import pytest
from streamlit.testing.v1 import AppTest

from qme_guide.case import Ability, Case, Function
from qme_guide.case_exam import Practised
from qme_guide.rules import function as rules
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EXAM_SOON, NEWCOMER, PANEL_REPRESENTED, TODAY
from tests.test_letters import text as paper_text
from tests.test_pages import go_on, healthy, labels, opened, press, text

# One language with every run, the other with the slow tests.
SPANISH, ENGLISH = ["es", pytest.param("en", marks=pytest.mark.slow)], ["en", pytest.param("es", marks=pytest.mark.slow)]
LONG = "One bag at a time 😀 <b>" + "x" * 5000
EMPTY = EXAM_SOON.answers({"function": {}})


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None, language: str = "en") -> AppTest:
    return opened(case, "function", language)


def function(at: AppTest) -> Function:
    return at.session_state["case"].function


def tap(at: AppTest, what: str, answer: str) -> None:
    at.radio(key=f"q.quick.{what}").set_value(answer)


def ability(at: AppTest, what: str) -> Ability | None:
    return rules.ability(function(at), what)


def open_part(at: AppTest, what: str) -> AppTest:
    return at.button(key=f"open.{what}").click().run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quick_pass_takes_one_tap_each_and_asks_the_personal_parts_alone(language):
    words, at = load_words(language), press(page(EMPTY, language), load_words(language).say("function.start"))
    tap(at, "lift", rules.CHANGED)
    at = press(at, words.say("function.quick_rest"))
    assert {what: rules.standing(function(at), what) for what in rules.GROUPS[0]} == {"lift": rules.CHANGED, "carry": rules.AS_BEFORE, "push": rules.AS_BEFORE, "pull": rules.AS_BEFORE}
    for _ in rules.GROUPS[1:-2]:
        at = press(at, words.say("function.quick_rest"))
    for what in rules.SENSITIVE:
        assert {radio.key for radio in at.radio} == {f"q.quick.{what}"} and words.say("function.sensitive") in text(at)
        assert at.radio(key=f"q.quick.{what}").value is None and words.say("function.quick_rest") not in labels(at)
        at = press(at, words.say("function.quick_skip"))
    at = press(at, words.say("function.quick_yes"))
    assert healthy(at) and function(at).skipped == rules.SENSITIVE
    assert words.say("function.tell_next", name=words.choice("function.abilities.what", "lift")) in labels(at)
    assert words.say("function.go_on") not in labels(at), "everything has its answer"


@pytest.mark.parametrize("language", SPANISH)
def test_what_stayed_as_before_is_asked_about_once_for_each_list(language):
    words, same = load_words(language), [Ability(id="a-" + what.replace("_", "-"), what=what, now=rules.AS_BEFORE) for what in rules.ALL if what != rules.SENSITIVE[-1]]
    case = EMPTY.answers({"function.abilities": tuple(same)})
    sure = words.say("function.quick_sure", count=len(same))
    at = press(press(page(case, language), words.say("function.go_on")), words.say("function.quick_skip"))
    assert healthy(at) and sure in text(at) and words.say("function.like_lift") not in text(at)
    again = press(at, words.say("function.quick_again"))
    assert again.radio(key="q.quick.lift").value == rules.AS_BEFORE, "the list is looked at from its beginning"
    at = press(press(page(case, language), words.say("function.go_on")), words.say("function.quick_skip"))
    at = press(at, words.say("function.quick_yes"))
    assert sure not in text(at) and words.say("function.sheet_title") in text(at)
    at.session_state["place.function"] = ("quick", len(rules.GROUPS) - 1)
    at = press(at.run(), words.say("function.quick_skip"))
    assert sure not in text(at), "the same list is not asked about again"


def test_what_stays_untouched_in_the_quick_pass_stays_without_an_answer():
    at = press(page(EMPTY), "Start the quick pass")
    tap(at, "carry", rules.AS_BEFORE)
    at = go_on(at)
    assert [one.what for one in function(at).abilities] == ["carry"]
    at = press(press(at, "See my list"), "Go on with the quick pass")
    assert at.radio(key="q.quick.carry").value == rules.AS_BEFORE and at.radio(key="q.quick.lift").value is None


def test_the_quick_pass_does_not_ask_again_what_was_told_in_full():
    at = press(page(EXAM_SOON), "Go on with the quick pass")
    assert {radio.key for radio in at.radio} == {"q.quick.carry", "q.quick.pull"}
    before = function(at).abilities
    at = press(at, "The rest here, as before")
    assert function(at).abilities[: len(before)] == before


@pytest.mark.parametrize("language", SPANISH)
def test_a_part_is_told_in_small_screens_and_tied_to_a_task_of_the_job(language):
    words = load_words(language)
    at = open_part(page(EXAM_SOON, language), "carry")
    at.radio(key="q.function.abilities.7.now").set_value("less")
    at.text_input(key="q.function.abilities.7.before").set_value("60 pounds")
    at = go_on(at)
    at.text_input(key="q.function.abilities.7.minutes").set_value("About 10 minutes")
    at = go_on(at)
    at.text_area(key="q.function.abilities.7.example").set_value(LONG)
    at = go_on(at)
    at.radio(key="q.ability-8.task").set_value("task-1")
    at = go_on(at)
    told = ability(at, "carry")
    assert (told.now, told.before, told.minutes, told.task, told.example) == ("less", "60 pounds", "About 10 minutes", "task-1", LONG)
    assert healthy(at) and words.say("function.told_title") in text(at) and words.say("function.minutes_told", said="About 10 minutes") in text(at)


def test_without_tasks_no_task_is_asked_for_and_sleep_is_not_asked_for_a_time():
    at = open_part(page(EMPTY), "sleep")
    at.radio(key="q.function.abilities.0.now").set_value("changes")
    at = go_on(at)
    assert at.text_area(key="q.function.abilities.0.example").label == "Do you have an example from a usual day?"
    assert "What changed" in text(go_on(at)) and ability(at, "sleep").now == "changes"


@pytest.mark.parametrize("way", ["back", "nothing said", "nothing typed"])
def test_nothing_is_kept_of_a_part_of_which_nothing_was_said(way):
    at = open_part(page(EMPTY), "sit")
    if way == "back":
        at = press(at, "Back")
    elif way == "nothing said":
        at = press(press(press(at, "Go on without an answer"), "Go on without an answer"), "Go on without an answer")
    else:
        at = go_on(go_on(go_on(at)))
    assert function(at).abilities == () and "Your job" in text(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_each_answer_of_a_card_can_be_changed_and_leads_back_to_the_card(language):
    words, at = load_words(language), open_part(page(EXAM_SOON, language), "lift")
    at = at.button(key="change.amount").click().run()
    at.text_input(key="q.function.abilities.0.amount").set_value("About 5 pounds")
    at = go_on(at)
    assert "About 5 pounds" in text(at) and words.say("function.remove") in labels(at)
    assert "Lift boxes from the floor and from shelves" in text(at), "the task by its name"


@pytest.mark.parametrize("language", SPANISH)
@pytest.mark.parametrize("label", ["mark_as_before", "remove"])
def test_details_that_go_come_back_with_undo(label, language):
    words, at = load_words(language), open_part(page(EXAM_SOON, language), "lift")
    at = press(at, words.say(f"function.{label}"))
    told = ability(at, "lift")
    assert told is None if label == "remove" else (told.now, told.amount, told.example, told.task) == ("as_before", None, None, "task-1")
    at = press(at, words.say("undo.undo"))
    assert function(at) == EXAM_SOON.function


@pytest.mark.parametrize("language", ENGLISH)
def test_a_personal_part_says_who_would_see_it_and_can_be_passed_over_and_told_later(language):
    words, at = load_words(language), open_part(page(EXAM_SOON, language), "closeness")
    assert words.say("function.sensitive") in text(at)
    at.radio(key="q.function.abilities.7.now").set_value("less")
    at = go_on(at)
    assert function(at).skipped == () and ability(at, "closeness").now == "less"
    at = press(open_part(page(EXAM_SOON, language), "self_care"), words.say("function.not_speak"))
    assert ability(at, "self_care") is None and set(function(at).skipped) == {"closeness", "self_care"}
    assert function(press(at, words.say("undo.undo"))) == EXAM_SOON.function


def test_work_is_not_offered_to_be_passed_over():
    assert "I prefer not to say" not in labels(open_part(page(EXAM_SOON), "lift"))


@pytest.mark.parametrize("language", SPANISH)
def test_the_job_is_told_with_its_first_task(language):
    words, at = load_words(language), press(page(EMPTY, language), load_words(language).say("function.job_tell"))
    at.text_input(key="q.function.job.title").set_value("Order picker")
    at = go_on(at)
    at.text_input(key="q.function.job.tasks.0.what").set_value("Lift boxes")
    at = go_on(at)
    (task,) = function(at).job.tasks
    assert (task.id, task.what, function(at).job.title) == ("task-1", "Lift boxes", "Order picker")
    at = go_on(press(at, words.say("function.task_add")))
    assert len(function(at).job.tasks) == 1, "an empty task is not kept"
    assert words.say("function.task_open", name="Lift boxes") in labels(at)


def test_a_removed_task_is_tied_to_nothing_and_all_of_it_comes_back():
    at = press(page(EXAM_SOON), "Change the task: Lift boxes from the floor and from shelves")
    at = press(at, "Remove this task")
    assert [task.id for task in function(at).job.tasks] == ["task-2", "task-3", "task-4"] and ability(at, "lift").task is None
    assert function(press(at, load_words("en").say("undo.undo"))) == EXAM_SOON.function


@pytest.mark.parametrize("language", ENGLISH)
def test_earlier_problems_are_optional_and_asked_in_detail_only_where_there_were_any(language):
    words, label = load_words(language), load_words(language).say("function.earlier_tell")
    at = press(page(EMPTY, language), label)
    assert words.say("function.earlier_intro") in text(at) and words.say("ask.skip_it") in labels(at)
    at.radio(key="q.function.earlier.had").set_value("no")
    at = go_on(at)
    assert function(at).earlier.had == "no" and words.say("function.earlier_no") in text(at)
    at = press(at, words.say("function.earlier_change"))
    at.radio(key="q.function.earlier.had").set_value("yes")
    at = go_on(at)
    at.text_area(key="q.function.earlier.about").set_value("A sore back in 2019")
    at = go_on(at)
    assert function(at).earlier.about == "A sore back in 2019" and "A sore back in 2019" in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_one_page_is_offered_to_everybody_and_the_rest_as_soon_as_something_was_told(language):
    words, told = load_words(language), EXAM_SOON.function.model_dump(mode="json")
    for case, something in ((NEWCOMER, False), (EMPTY, False), (EXAM_SOON, True), (PANEL_REPRESENTED.answers({"function": told}), True)):
        at = page(case, language)
        offered = [one.label for one in at.expander]
        assert healthy(at) and words.say("paper.function-statement") in offered
        assert (words.say("paper.function-full") in offered) is something
        assert (words.say("function.sheet_empty") in text(at)) is not something
        assert (words.say("function.to_evaluator") in labels(at)) is something


def test_each_part_of_life_is_asked_about_in_one_group_and_has_its_words():
    assert sorted(what for group in rules.GROUPS for what in group) == sorted(rules.ALL)
    assert set(rules.DAILY) | set(rules.WORK) == set(rules.ALL) and not set(rules.DAILY) & set(rules.WORK)
    for language in LANGUAGES:
        assert all(load_words(language).say(f"function.like_{what}") for what in rules.ALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_that_was_only_tapped_as_changed_says_so_on_the_one_page(language):
    case = EXAM_SOON.answers({"function": {"abilities": [{"id": "ability-1", "what": "lift"}]}})
    words, shown = load_words(language), paper_text("function-statement", case, language)
    assert words.letter("function-statement", "changed") in shown and words.choice("function.abilities.what", "lift") in shown


@pytest.mark.parametrize("language", SPANISH)
@pytest.mark.parametrize("name", ["function", "timeline", "practice"])
def test_three_things_told_and_not_saved_are_said_to_be_lost_with_the_page(name, language):
    words, few = load_words(language), {"function.abilities": EXAM_SOON.function.abilities[:2], "events": EXAM_SOON.events[:2], "practice": EXAM_SOON.practice[:2]}
    assert words.say("offer.unsaved") not in text(opened(EXAM_SOON.answers(few), name, language))
    many = {"practice": tuple(Practised(id=one, text="x") for one in ("injury", "now", "sleep"))}
    at = opened(EXAM_SOON.answers(many), name, language)
    assert healthy(at) and words.say("offer.unsaved") in text(at)
    at.session_state["saved_case"] = at.session_state["case"]
    assert words.say("offer.unsaved") not in text(at.run())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_asks_whose_sheet_it_is_while_that_is_not_known(language):
    words = load_words(language)
    at = page(NEWCOMER, language)
    assert words.say("timeline.whose") in text(at)
    at = press(at, words.say("records.add_details"))
    at.text_input(key="q.worker.name").set_value("Sample Worker")
    at.text_input(key="q.claim.number").set_value("SAMPLE-001")
    at = go_on(at)
    assert at.session_state["case"].worker.name == "Sample Worker"
    assert words.say("timeline.whose") not in text(at) and words.say("function.sheet_title") in text(at)
