"""What a person can and cannot do, on one page: objective, tied to the job, nothing cut without saying so; and the practice sheet."""

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qme_guide.answers import Level, Prompt, WhatOfLife
from qme_guide.case import Ability, Case, Earlier, Function, Job, JobTask
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.document import Table
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EXAM_SOON
from tests.test_letters import matter, text
from tests.test_timeline_papers import LONG_NAMES, files, line, long_text, pages

PAGE, FULL = "function-statement", "function-full"
WORDS = load_words("en")
LONG = "W" * 300


def with_function(function: Function, base: Case = EXAM_SOON) -> Case:
    return base.model_copy(update={"function": function})


def ability(what: str, **more: object) -> Ability:
    return Ability(id=f"ability-{what.replace('_', '-')}", what=what, **{"now": "less", **more})


LONGEST = Function(
    job=Job(title=LONG, hours=LONG, tasks=[JobTask(id=f"task-{number}", what=LONG, often=LONG, weight=LONG) for number in range(12)]),
    abilities=[
        ability(what, before=LONG, minutes=LONG, amount=LONG, example="I try and stop. " * 310, good_day=LONG, bad_day=LONG, task=f"task-{number % 12}")
        for number, what in enumerate(get_args(WhatOfLife))
    ],
    earlier=Earlier(had="yes", about="A sore back. " * 380, just_before="W" * 5000),
)
ALL_AS_BEFORE = Function(abilities=[ability(what, now="as_before", before=LONG, example=LONG) for what in get_args(WhatOfLife)])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("function", [LONGEST, ALL_AS_BEFORE], ids=["all of it long", "all as before"])
def test_the_statement_is_one_page_for_a_full_case_with_long_text(function, language):
    assert pages(PAGE, with_function(function, EXAM_SOON.answers(LONG_NAMES)), language) == 1


@st.composite
def functions(draw):
    some = draw(st.lists(st.sampled_from(get_args(WhatOfLife)), unique=True))
    tasks = [JobTask(id=f"task-{number}", what=draw(line), often=draw(line), weight=draw(line)) for number in range(draw(st.integers(0, 8)))]
    levels = st.sampled_from((None, *get_args(Level)))
    told = [
        ability(what, now=draw(levels), before=draw(line), minutes=draw(line), amount=draw(line), example=draw(long_text), good_day=draw(line),
                bad_day=draw(line), task=f"task-{draw(st.integers(0, 8))}")
        for what in some
    ]  # fmt: skip
    earlier = Earlier(had=draw(st.sampled_from([None, "yes", "no", "unsure"])), about=draw(long_text), just_before=draw(long_text))
    return Function(job=Job(title=draw(line), hours=draw(line), tasks=tasks), abilities=told, earlier=earlier)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(functions(), st.sampled_from(LANGUAGES), st.booleans())
def test_the_statement_is_one_page_whatever_is_told(function, language, long_names):
    assert pages(PAGE, with_function(function, EXAM_SOON.answers(LONG_NAMES) if long_names else EXAM_SOON), language) == 1


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(functions())
def test_the_full_sheet_holds_every_word(function):
    told = text(FULL, with_function(function), "en")
    clean = "".join(told.split())
    job, earlier = function.job, function.earlier
    said = [job.title, job.hours, earlier.about, earlier.just_before, *(one.what for one in job.tasks)]
    said += [text for one in function.abilities for text in (one.before, one.minutes, one.amount, one.example, one.good_day, one.bad_day)]
    assert [one for one in said if one and "".join(one.split()) not in clean] == []


def rows(case: Case, language: str = "en") -> tuple[tuple[str, ...], ...]:
    tables = [block for block in PAPERS[PAGE].build(matter(case, language)).blocks if isinstance(block, Table) and block.head]
    return tables[0].rows if tables else ()


def test_what_the_page_has_no_room_for_is_counted_and_what_is_short_says_that_there_is_more():
    told, shown = text(PAGE, with_function(LONGEST), "en"), rows(with_function(LONGEST))
    assert len(shown) > 2
    named = {WORDS.choice("function.abilities.what", one.what) for one in LONGEST.abilities}
    hidden = named - {cells[0].partition(" (task")[0] for cells in shown}
    assert set(told.partition("told on my full sheet: ")[-1].partition(".")[0].split("; ")) == hidden
    assert all(now.endswith(WORDS.letter(PAGE, "sign")) for *_, now in shown) and WORDS.letter(PAGE, "short") in told


def test_the_statement_and_its_reading_copy_hold_the_same_activities():
    for function in (EXAM_SOON.function, LONGEST):
        english, spanish = (rows(with_function(function), language) for language in LANGUAGES)
        assert len(english) == len(spanish)


def test_what_the_job_asks_for_comes_first_with_the_number_of_its_task():
    first = [cells[0] for cells in rows(EXAM_SOON)]
    assert first[:4] == ["Lifting (task 1)", "Pushing (task 2)", "Standing (task 3)", "Walking (task 3)"]
    assert "1. “Lift boxes from the floor and from shelves”, “About 200 times a day”, “20 to 60 pounds”" in text(PAGE, EXAM_SOON, "en")


def test_good_and_bad_days_earlier_problems_and_examples_are_told_in_the_own_words():
    told = text(PAGE, EXAM_SOON, "en")
    for said in ("A good day: “15 pounds, a few times”", "A bad day: “Nothing from the floor”", "“A gallon of milk with both hands.”", "Shortly before the injury: “No pain."):
        assert said in told
    assert "I had problems. “A sore back in about 2019" in told


def test_what_somebody_chose_not_to_speak_about_is_not_even_named():
    assert "closeness" in EXAM_SOON.function.skipped
    for name in (PAGE, FULL):
        assert WORDS.choice("function.abilities.what", "closeness") not in text(name, EXAM_SOON, "en")


@pytest.mark.parametrize(("path", "sentence"), {
    "job.title": "Warehouse order picker", "job.hours": "Hours:", "earlier.about": "about 2019", "earlier.had": "I had problems",
    "earlier.just_before": "Shortly before", "abilities.0.minutes": "ten minutes", "abilities.0.amount": "About 10 pounds",
    "abilities.0.good_day": "a few times", "abilities.0.bad_day": "Nothing from the floor", "abilities.0.task": "Lifting (task 1)",
    "abilities.0.now": "Less than before. Without stopping: “ten minutes”",
}.items())  # fmt: skip
def test_no_sentence_stands_without_its_answer(path, sentence):
    full = EXAM_SOON.answers({"function.abilities": [{**EXAM_SOON.function.abilities[0].model_dump(), "minutes": "ten minutes"}]})
    assert sentence in text(PAGE, full, "en")
    assert sentence not in text(PAGE, full.answers({f"function.{path}": None}), "en")


@pytest.mark.parametrize("answer", ["yes", "no", "unsure"])
def test_earlier_problems_read_as_they_were_answered(answer):
    assert WORDS.letter(PAGE, f"earlier_{answer}") in text(PAGE, Case().answers({"function.earlier.had": answer}), "en")


def test_without_any_answer_the_page_is_one_to_fill_in_by_hand():
    told = text(PAGE, Case(), "en")
    assert told.count("Activity: ____") > 3 and "My job: ____" in told


def test_a_page_on_which_nothing_changed_has_no_empty_table():
    case = with_function(Function(abilities=[ability("reach", now="as_before", before="All day")]))
    assert rows(case) == () and "Reaching (“All day”)" in text(PAGE, case, "en")


@pytest.mark.parametrize("name", [PAGE, FULL])
def test_the_practice_and_private_events_are_in_no_file_of_the_statement(name):
    told = files(name, EXAM_SOON, "en")
    assert "felt a pull" not in told and "I feel sad" not in told and "A gallon of milk" in told


def test_the_practice_sheet_holds_what_was_answered_and_without_an_answer_every_prompt():
    told, empty = text("practice-sheet", EXAM_SOON, "en"), text("practice-sheet", Case(), "en")
    asked = {prompt: WORDS.say(f"practice.ask_{prompt}") for prompt in get_args(Prompt)}
    assert all(question in empty for question in asked.values())
    assert {prompt for prompt, question in asked.items() if question in told} == {"injury", "bad_day"}
    assert "“I lifted a heavy box and felt a pull in my back.”" in told


def test_what_is_as_before_says_that_there_is_more_only_where_something_is_left_out():
    plain = Function(abilities=[ability(what, now="as_before") for what in get_args(WhatOfLife)])

    assert "[+]" not in text(PAGE, with_function(plain), "en")


def test_a_sentence_that_has_no_room_is_left_out_whole_where_a_half_of_it_would_say_more_than_it_does():
    told = " ".join(text(PAGE, EXAM_SOON, "en").split())

    assert "My wife ties my shoes on bad days." in told or "My wife ties my shoes" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_for_a_hand_leave_the_page_one_page_also_under_a_head_of_many_lines(language):
    tasks = (JobTask(id="task-0"), JobTask(id="task-1", weight=" ".join("I cannot lift." for _ in range(19))))
    told = Function(job=Job(hours="@", tasks=tasks), earlier=Earlier(had="yes"))
    assert pages(PAGE, with_function(told, EXAM_SOON.answers(LONG_NAMES)), language) == 1
