"""Where one of several things is chosen, no two of them read alike: a person must be able to tell which one they choose."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from qme_guide.case import Event, Exam, JobTask, Letter, Record, Treatment
from qme_guide.documents.names import apart
from qme_guide.folded import plain
from qme_guide.words import load_words
from tests.any_case import WORDS
from tests.personas import WRONG_REPORT
from tests.test_pages import opened

LANGUAGES = ("es", "en")


@settings(max_examples=30)
@given(st.lists(WORDS | st.sampled_from(["Exam", "exam", "Exam (number 1)", "Exam (number 2)", "Exam (number 1) (number 1)"]), max_size=8), st.sampled_from(LANGUAGES))
def test_names_of_one_list_always_differ_and_one_that_differs_stays_as_it_is(names, language):
    told = apart(names, load_words(language))
    assert len(set(map(plain, told))) == len(names)
    assert all(name in said for name, said in zip(names, told, strict=True))
    if len(set(map(plain, names))) == len(names):
        assert told == names


TWICE = WRONG_REPORT.answers(
    {
        "letters": [Letter(id=f"letter-{at}", drug="no", treatments=(Treatment(name="Surgery"), Treatment(name="Surgery"))).model_dump() for at in (1, 2)]
        + [Letter(id=f"letter-{at}").model_dump() for at in (3, 4)],
        "exams": [Exam(id=f"exam-{at}", panel="panel-1", doctor="doctor-1").model_dump() for at in (1, 2)] + [Exam(id=f"exam-{at}").model_dump() for at in (3, 4)],
        "records": [Record(id=f"record-{at}", kind="report", state="have", dated_on=date(2026, 5, 1)).model_dump() for at in (1, 2)] + [Record(id=f"record-{at}", state="have").model_dump() for at in (3, 4)],
        "events": [Event(id=f"event-{at}", what="Saw the doctor").model_dump() for at in (1, 2, 3)],
        "reports": [{**one.model_dump(), "author": None, "printed_on": None, "exam": None, "id": f"report-{at}", "kind": "qme"} for at, one in enumerate((WRONG_REPORT.reports[1],) * 2, start=1)],
        "function.job.tasks": [JobTask(id=f"task-{at}", what="Lifting").model_dump() for at in (1, 2)] + [JobTask(id="task-3").model_dump()],
    }
)

# Each place where one of several lines of the case is chosen: the page, and what is open there.
PLACES = {
    "exam of the plan": ("plan", {}),
    "exam of a report": ("report", {}),
    "papers that a report lists": ("report", {"reading.report-1": "records"}),
    "papers that show an error": ("report", {"error": ("report-1", 0, "paper", "only")}),
    "letters": ("denial", {"denial": "letters"}),
    "treatments": ("denial", {"denial": "treatments"}),
    "letter of the packet": ("imr", {}),
    "papers for the evaluator": ("evaluator", {}),
    "event beside an event": ("timeline", {"event": ("event-1", "beside")}),
    "paper of an event": ("timeline", {"event": ("event-1", "paper")}),
    "task of an ability": ("function", {"function": ("ability", "lift", "task")}),
}


def lists(at: AppTest) -> list[list[str]]:
    """The words of each choice on a page; boxes, and buttons that open or remove a line, are one choice."""
    lines = [one.label for one in at.button if one.key and one.key.startswith(("open.letter", "remove.letter", "edit.", "remove.0"))]
    return [*(list(one.options) for one in (*at.radio, *at.selectbox)), [one.label for one in at.checkbox if one.key.startswith(("tick.", "listed.", "for_qme."))], lines]


FAST = ("exam of a report", "letters", "paper of an event")


@pytest.mark.parametrize("place", [pytest.param(one, marks=() if one in FAST else pytest.mark.slow) for one in PLACES])
def test_no_two_lines_of_a_choice_read_alike(place):
    name, held = PLACES[place]
    at = opened(TWICE, name, "es")
    for key, value in held.items():
        at.session_state[f"place.{key}"] = value
    found = lists(at.run())
    assert not at.exception
    assert any("(número 2)" in one for words in found for one in words), "nothing here stands twice: the test looks at nothing"
    for words in found:
        assert len(set(map(plain, words))) == len(words), words
