"""Typed names in the labels of buttons, choices and headings: they show as they were typed and are never Markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.markdown import typed
from qme_guide.case import Case
from qme_guide.rules.records import offices
from qme_guide.words import load_words
from tests.personas import ASSIGNED, BOOKED, FARM_WORKER, OBJECTOR, TODAY, TWO_TRACKS
from tests.test_objection_page import press
from tests.test_pages import healthy, opened

HOSTILE = "[x](http://e.example) *a* $b$ :red[c] <b>"
BARE = re.compile(r"(?<!\\)[*_\[\]$<>~`#]")


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def shown(label: str) -> str:
    """What a reader sees of a label: an escaped sign is itself, and a sign without width is nothing."""
    return re.sub(r"\\(?=[\W_])", "", label.replace("\u2060", ""))


def starred(label: str) -> str:
    """A label without the sign that follows the star of a typed word in a sentence of ours: it has no width."""
    return label.replace("*\u2060", "*")


def labels(at) -> list[str]:
    """Every label that Streamlit reads as Markdown."""
    single = [one.proto.label for kind in ("button", "checkbox", "radio", "expander", "download_button") for one in at.get(kind)]
    return [*single, *(one for radio in at.radio for one in radio.options), *(one.value for one in (*at.title, *at.header, *at.subheader))]


@given(st.text(alphabet="ab1. :/@-<>=*_[]()$~`#&|!w", max_size=30).filter(lambda own: "\\" not in own))
def test_typed_words_show_as_they_were_typed_and_no_sign_of_them_is_markdown(own):
    assert shown(typed(own)) == own and not BARE.search(typed(own))


@pytest.mark.parametrize("own", ["http://e.example", "www.e.example", "a@e.example", "1. Dr. Sample", "- one", "# one", ":red[c]", ":smile:", "a -> b", "a -- b"])
def test_what_would_be_a_link_a_list_a_colour_or_an_arrow_is_parted(own):
    assert typed(own) != own and "://" not in typed(own)
    assert not re.search(r"^\d+[.)]|^[-+#]|www\.|:\w|->|--", typed(own))


def test_plain_names_stay_as_they_are():
    assert [typed(own) for own in ("Dr. Sample", "O’Neil, Ñandú 王小明", "MRI: knee (right)")] == ["Dr. Sample", "O’Neil, Ñandú 王小明", "MRI: knee (right)"]


CASES = {
    "choose": BOOKED.answers({"panels.0.doctors.0.name": HOSTILE}),
    "objection": OBJECTOR.model_copy(update={"reports": tuple(OBJECTOR.reports[0].model_copy(update={"id": f"report-{n}", "author": HOSTILE}) for n in "12")}),
    "records": TWO_TRACKS.answers({"records.0.about": HOSTILE, "records.1.holder_name": HOSTILE}),
    "review": ASSIGNED.answers({"records.0.about": HOSTILE}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_name_shows_as_typed_on_every_page_that_shows_it(name):
    at = opened(CASES[name], name)
    named = [one for one in labels(at) if HOSTILE in shown(one)]
    assert healthy(at) and named and all(typed(HOSTILE) in starred(one) for one in named)
    assert "<b>" not in " ".join(element.proto.body for element in at.get("html"))


@pytest.mark.parametrize(("key", "case"), [("choose.to_calls", CASES["choose"]), ("choose.pick_other", CASES["choose"])])
def test_a_hostile_name_of_a_doctor_shows_as_typed_in_the_calls_and_the_choice(key, case):
    at = press(opened(case, "choose"), load_words("en").say(key))
    named = [one for one in labels(at) if HOSTILE in shown(one)]
    assert named and all(typed(HOSTILE) in starred(one) for one in named)


def test_a_hostile_name_of_a_record_and_its_holder_shows_as_typed_on_its_card_and_its_letter():
    words, case = load_words("en"), CASES["records"]
    at = opened(case, "records")
    at = at.button(key="open.record-1").click().run()
    assert any(typed(HOSTILE) in starred(one.value) for one in at.header)
    office = next(at for at, one in enumerate(offices(case)) if one.name == HOSTILE)
    at = opened(case, "records").button(key=f"office.{office}").click().run()
    assert [one.value for one in at.header] == [words.say("records.letter_to", holder=typed(HOSTILE))]


def hostile_treatment() -> Case:
    return FARM_WORKER.answers({"letters.0.treatments.0.name": HOSTILE})


def test_a_hostile_name_of_a_treatment_shows_as_typed_on_its_buttons():
    at = opened(hostile_treatment(), "denial")
    at.session_state["place.denial"] = "treatments"
    at = at.run()
    named = [one for one in labels(at) if HOSTILE in shown(one)]
    assert named and all(typed(HOSTILE) in starred(one) for one in named)
