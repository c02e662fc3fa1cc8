"""Answers on the person's own device, without a browser: what the server asks of it, and what it makes of what comes back."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import device_store, process
from pages.parts.clinic_client import Client
from qme_guide.case import Case
from qme_guide.flow import page
from qme_guide.savefile import dump
from qme_guide.words import load_words
from tests.test_pages import text

APP = str(Path(__file__).resolve().parents[1] / "app.py")
SAY = load_words("es").say
CASE = Case(key="ab12").answers({"worker.name": "Sample Worker", "triage.danger": "no"})
ENTRY = {"key": "ab12", "on": "2026-11-20T15:05", "mark": "S. W."}
# What the frame and the page that saves do about the device, without all the rest.
SMALL = """
import streamlit as st
from pages.parts import device, script, session
st.title("A page")
device.found()
if session.held("offers"):
    device.offer()
script.run(session.language(), str(session.moves()), session.unsaved(), True)
device.run()
"""
# A page on which "take" stands for the browser handing over what was asked for: AppTest cannot do that.
TAKES = """
import streamlit as st
from pages.parts import device, device_back, session
st.title("A page")
text = st.text_area("text")
st.button("take", key="take", on_click=lambda: st.session_state.update(wrong=device_back.opened(st.session_state["taken"])))
device.found()
session.fill("unsaved", session.unsaved())
"""


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QME_GUIDE_TODAY", "2026-11-21T15:00")


def opened(name: str = "", offers: bool = True, **held: object) -> AppTest:
    """A page of the app, or the small one."""
    at = AppTest.from_file(APP, default_timeout=30) if name else AppTest.from_string(SMALL, default_timeout=30)
    at.session_state["language"], at.session_state["offers"] = "es", offers
    for field, value in held.items():
        at.session_state[field.replace("__", ".")] = value
    return at.run().switch_page(page(name)).run() if name else at.run()


def told(at: AppTest) -> dict[str, object]:
    """What the last run told the browser."""
    data = [json.loads(one.proto.mixed.json or one.proto.json) for one in at.get("bidi_component")]
    found, = [one for one in data if "order" in one]
    return found


def says(at: AppTest, key: str, **facts: object) -> bool:
    """This saying is on the screen."""
    return SAY(key, **facts) in "".join(element.body for element in at.get("html"))


def press(at: AppTest, key: str) -> AppTest:
    return next(one for one in at.button if one.key == key or (one.key or "").startswith(f"{key}.")).click().run()


def test_nothing_is_kept_unless_the_person_wants_it_and_the_warning_stands_before_the_button():
    at = opened(case=CASE)

    assert told(at)["keep"] is None and told(at)["order"] is None
    assert says(at, "device.warning") and says(at, "device.limits")
    at = press(at, "on_device.keep")
    kept = told(at)["keep"]
    assert kept == {"key": "ab12", "on": "2026-11-21T15:00", "mark": "S. W.", "file": dump(CASE).decode()}
    assert says(at, "device.on") and says(at, "device.warning_on")


def test_the_page_that_saves_does_not_say_that_nothing_is_kept_while_it_is():
    first, *_ = load_words("es").passages["pages/save_help"].paragraphs
    at = opened("keep", case=CASE)
    assert first in text(at)
    at = press(at, "on_device.keep")
    assert first not in text(at) and says(at, "keeping.also_kept")


def test_an_empty_case_and_the_example_are_never_kept():
    at = press(opened(), "on_device.keep")
    assert told(at)["keep"] is None
    assert [one.key for one in opened(case=CASE.answers({"sample": True})).button if one.key == "on_device.keep"] == []


def test_what_is_kept_is_not_lost_by_leaving_and_papers_are_not_kept():
    at = press(opened(case=CASE), "on_device.keep")
    assert _unsaved(at) is False
    at.session_state["device.trouble"] = "full"
    assert _unsaved(at.run()) is True
    at.session_state["device.trouble"], at.session_state["papers"] = "", {"form.letter-1": (object(),)}
    assert _unsaved(at.run()) is True


def _unsaved(at: AppTest) -> bool:
    data = [json.loads(one.proto.mixed.json or one.proto.json) for one in at.get("bidi_component")]
    return next(one["unsaved"] for one in data if "unsaved" in one)


def test_what_lies_on_the_device_is_told_on_each_page_and_asked_for_with_one_click():
    at = opened("imr", device__heard={"kept": [ENTRY], "trouble": ""})

    at = press(at, "on_device.bring")
    order = told(at)["order"]
    assert (order["what"], order["key"]) == ("give", "ab12")
    assert told(at.run())["order"] == order, "the browser does one order once, by its id"


def test_who_says_not_now_is_not_asked_again_and_still_finds_it_where_files_are_opened():
    at = press(opened(offers=False, device__heard={"kept": [ENTRY], "trouble": ""}), "on_device.later")
    assert not [one for one in at.button if (one.key or "").startswith("on_device.")]
    at.session_state["offers"] = True
    at = at.run()
    assert [one.key for one in at.button if (one.key or "").startswith("on_device.listed.bring")] == ["on_device.listed.bring.ab12"]


def test_the_page_that_opens_files_lists_all_that_is_kept_also_while_the_newest_is_told_above():
    more = {"key": "cd34", "on": "2026-11-19T09:00", "mark": ""}
    at = opened(device__heard={"kept": [more, ENTRY], "trouble": ""})
    assert not at.exception and says(at, "device.more")
    assert [one.key for one in at.button if "bring" in one.key] == ["on_device.bring.ab12", "on_device.listed.bring.ab12", "on_device.listed.bring.cd34"]
    at = press(at, "on_device.listed.forget")
    assert told(at)["order"]["key"] == "ab12" and says(at, "device.forgotten_of", which=SAY("device.of", mark="S. W.", on=datetime(2026, 11, 20, 15, 5)))


def test_two_kept_cases_are_told_apart_on_their_buttons_also_when_initials_and_time_are_the_same():
    heard = {"kept": [{**ENTRY, "key": key, "mark": mark} for key, mark in (("1", ""), ("2", ""), ("3", "E. E."))], "trouble": ""}
    labels = [one.label for one in opened(device__heard=heard, device__later=True).button if "listed" in (one.key or "")]
    assert len(labels) == len(set(labels)) == 6 and any("E. E." in one for one in labels)


def test_in_a_sitting_nobody_is_offered_who_is_in_it_already():
    at = opened("clinic", device__heard={"kept": [ENTRY], "trouble": ""}, case=CASE).run()
    assert not [one.key for one in at.button if (one.key or "").startswith("on_device.bring")]


def test_answers_of_now_that_nobody_saved_are_not_replaced_without_a_question():
    case = CASE.model_copy(update={"key": "cd34"})
    at = press(opened(offers=False, case=case, device__heard={"kept": [ENTRY], "trouble": ""}), "on_device.bring")
    assert told(at)["order"] is None and says(at, "device.replaces")
    at = press(at, "on_device.bring_no")
    assert not says(at, "device.replaces") and at.session_state["case"] == case and told(at)["order"] is None
    at.session_state["device.ask"] = "ab12"
    assert told(press(at.run(), "on_device.bring_yes"))["order"]["what"] == "give"


def test_the_kept_case_opens_and_a_damaged_one_changes_nothing():
    at = AppTest.from_string(TAKES, default_timeout=30)
    at.session_state["language"], at.session_state["taken"] = "es", dump(CASE).decode()[:-9]
    at.session_state["device.heard"] = {"kept": [ENTRY], "trouble": ""}
    at = press(at.run(), "take")
    assert at.session_state["wrong"] in {key.removeprefix("errors.") for key in load_words("es").sayings}
    assert "case" not in at.session_state or at.session_state["case"].worker.name is None
    for text in ("", "null", "[]", "\ud800", "{" * 5000):
        at.session_state["taken"] = text
        assert press(at, "take").session_state["wrong"] and not at.exception
    at.session_state["taken"] = dump(CASE).decode()
    at = press(at, "take")
    assert not at.exception
    assert at.session_state["case"] == CASE and at.session_state["notice"][0] == "device.back"


@pytest.mark.parametrize(
    "heard",
    [{"kept": "x"}, {"kept": [1, None, {}]}, {"kept": [{**ENTRY, "on": "soon"}]}, {"kept": [{**ENTRY, "key": 7}]}, {"trouble": ["x"]}, {"kept": [{"on": "x" * 9999}]}],
)
def test_nonsense_from_a_browser_shows_nothing_and_breaks_nothing(heard: dict[str, object]):
    at = opened(offers=False, device__heard=heard)
    assert not at.exception and not [one for one in at.button if (one.key or "").startswith("on_device.")]


def test_forgetting_tells_the_browser_and_can_be_undone():
    at = press(press(opened(case=CASE), "on_device.keep"), "on_device.forget")
    assert told(at)["keep"] is None and told(at)["order"]["what"] == "forget" and says(at, "device.forgotten")
    assert at.session_state["case"] == CASE
    at = press(at, "on_device.undo")
    assert told(at)["order"]["what"] == "back" and told(at)["keep"]["key"] == "ab12"
    at = press(at, "on_device.forget")
    at.session_state["moves"] += 1
    assert not says(at.run(), "device.forgotten")


@pytest.mark.parametrize(("trouble", "saying"), [("full", "device.full"), ("blocked", "device.blocked"), ("gone", "device.gone"), ("nonsense", "device.blocked")])
def test_why_nothing_is_kept_is_told_kindly(trouble: str, saying: str):
    at = opened(offers=False, case=CASE, device__keys={"ab12"}, device__trouble=trouble)
    assert says(at, saying)
    at = press(at, "on_device.stop")
    assert not says(at, saying) and told(at)["keep"] is None


def test_a_change_in_another_window_is_never_written_over_before_the_person_chose():
    heard = {"kept": [ENTRY], "trouble": "other"}
    at = opened(offers=False, case=CASE, device__keys={"ab12"}, device__trouble="other", device__heard=heard)
    at = press(at, "on_device.keep_mine")
    assert (told(at)["order"]["what"], told(at)["order"]["key"]) == ("force", "ab12")
    at = opened(offers=False, case=CASE, device__keys={"ab12"}, device__trouble="other", device__heard=heard)
    assert told(press(at, "on_device.bring_other"))["order"]["what"] == "give"


def test_erase_asks_when_something_lies_on_the_device_and_then_clears_it_and_goes_to_the_neutral_page(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(process, "_NEUTRAL", [lambda: "/guide/left"])
    at = press(opened("about", device__heard={"kept": [ENTRY], "trouble": ""}), "bar_erase")
    assert says(at, "device.erase_others") and not says(at, "device.erase_text")
    at = press(at, "erase_yes")
    order = told(at)["order"]
    assert (order["what"], order["to"], order["keys"]) == ("clear", "/guide/left#es", None)
    assert told(at)["keep"] is None and not at.query_params


def test_erase_can_leave_what_others_kept_on_the_device_and_asks_nothing_else_meanwhile(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(process, "_NEUTRAL", [lambda: "/guide/left"])
    other = {**ENTRY, "key": "cd34"}
    at = press(opened("about", case=CASE, device__keys={"ab12"}, device__heard={"kept": [other], "trouble": ""}), "bar_erase")
    assert not [one.key for one in at.button if (one.key or "").startswith("on_device.")]
    order = told(press(at, "erase_own"))["order"]
    assert (order["what"], order["to"], order["keys"]) == ("clear", "/guide/left#es", ["ab12"])
    at = press(opened("about", case=CASE, device__keys={"ab12"}), "bar_erase")
    assert says(at, "device.erase_text") and not [one.key for one in at.button if one.key == "erase_own"]


def test_without_our_own_server_a_screen_of_the_guide_stands_in_for_the_neutral_page(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(process, "_NEUTRAL", [])
    at = press(opened("about"), "bar_erase")
    assert told(at)["order"]["to"] is None
    assert [title.value for title in at.title] == [load_words("es").passages["pages/erase_done"].title]


def test_each_case_has_initials_and_nothing_else_of_the_person_beside_it():
    at = press(opened(case=CASE.answers({"worker.name": "José  pérez-Ruiz 3rd"})), "on_device.keep")
    assert told(at)["keep"]["mark"] == "J. P."
    assert device_store.WIDGET not in json.dumps({name: value for name, value in told(at)["keep"].items() if name != "file"})


def handed_over(text: str, key: str = "ab12", **held: object) -> AppTest:
    """The browser gave back what was asked for; the page says whether leaving would lose something."""
    at = AppTest.from_string(TAKES, default_timeout=30)
    at.session_state["language"], at.session_state["taken"] = "es", text
    for field, value in held.items():
        at.session_state[field.replace("__", ".")] = value
    return press(at.run(), "take")


def test_what_only_the_device_held_is_unsaved_once_the_device_forgets_it():
    at = handed_over(dump(CASE).decode(), device__keys={"ab12"}, offers=True)
    assert at.session_state["unsaved"] is False
    at.session_state["device.keys"] = set()
    assert at.run().session_state["unsaved"] is True


def test_another_copy_of_the_same_case_leaves_the_papers_that_are_here():
    papers = {"form.letter-1": ("a paper",)}
    at = handed_over(dump(CASE.answers({"claim.number": "SAMPLE-777"})).decode(), case=CASE, papers=papers)
    assert at.session_state["case"].claim.number == "SAMPLE-777" and at.session_state["papers"] == papers
    assert at.session_state["notice"][0] == "device.back_papers"
    at = handed_over(dump(CASE).decode(), case=CASE.model_copy(update={"key": "cd34"}), papers=papers)
    assert "papers" not in at.session_state or not at.session_state["papers"]


def test_that_answers_are_kept_is_not_said_while_they_are_not():
    at = opened(case=CASE, device__keys={"ab12"}, device__trouble="full")
    assert says(at, "device.full") and not says(at, "device.on")


def test_unsaved_answers_of_a_row_are_not_replaced_without_a_question_and_among_several_not_at_all():
    other = CASE.model_copy(update={"key": "cd34"})
    people = {"ab12": Client("ab12", 1, {"case": CASE}, unsaved=True), "cd34": Client("cd34", 2, {"case": other, "saved_case": other})}
    at = opened(case=other, saved_case=other, sitting__people=people, sitting__open="cd34", device__heard={"kept": [ENTRY], "trouble": ""})
    assert not [one.key for one in at.button if "bring" in (one.key or "")]
    at = opened(case=CASE, sitting__people={"ab12": people["ab12"]}, sitting__open="ab12", device__heard={"kept": [ENTRY], "trouble": ""})
    at = press(at, "on_device.listed.bring")
    assert told(at)["order"] is None and at.button(key="on_device.bring_yes.ab12") and at.session_state["case"] == CASE


def test_a_person_alone_does_not_become_one_of_several_by_looking_at_pages():
    at = opened("about", case=CASE, device__heard={"kept": [{**ENTRY, "key": "cd34"}], "trouble": ""})
    assert "sitting.people" not in at.session_state or not at.session_state["sitting.people"]


def test_what_is_brought_back_in_a_sitting_is_a_row_of_its_own_and_is_not_kept_on():
    ones = {key: CASE.model_copy(update={"key": key}) for key in ("cd34", "ef56")}
    people = {key: Client(key, number, {"case": one, "saved_case": one}) for number, (key, one) in enumerate(ones.items(), start=1)}
    at = handed_over(dump(CASE).decode(), case=ones["cd34"], saved_case=ones["cd34"], sitting__people=people, sitting__open="cd34")
    assert list(at.session_state["sitting.people"]) == ["cd34", "ef56", "ab12"] and at.session_state["sitting.open"] == "ab12"
    assert not ("device.keys" in at.session_state and at.session_state["device.keys"])
    assert at.session_state["notice"][0] == "device.back_row"
