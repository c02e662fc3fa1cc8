"""A second press while the app still runs: nothing is half written, nothing is done twice, and no question is passed over."""

import tomllib

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import StopException
from streamlit.runtime.state import SafeSessionState, SessionState

from pages.parts import clinic_board, clinic_files, device_store, opening, process
from qme_guide.savefile import dump
from tests.personas import FARM_WORKER, TODAY
from tests.test_clinic_page import ANA, BEN, sitting
from tests.test_device import CASE, ENTRY, told
from tests.test_device import opened as asks_device
from tests.test_house import ROOT
from tests.test_keep_page import OTHER, bring, keep
from tests.test_pages import healthy


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def test_a_press_in_between_breaks_nothing_off_that_is_being_noted():
    """Several values that belong together are noted one after the other: a case with its papers, one person after another."""
    def pressed() -> None:
        raise StopException

    process.settle()
    state = SafeSessionState(SessionState(), pressed)
    state["case"], state["papers"] = "a case", "its papers"
    del state["case"]
    assert "papers" in state and state["papers"] == "its papers"


def test_the_next_run_never_begins_while_the_last_one_still_notes_something():
    """Otherwise Streamlit starts it beside the one that is being stopped, which meanwhile has another person's case laid out."""
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert told["runner"]["fastReruns"] is False


@pytest.fixture
def twice(monkeypatch):
    """What a button does, done again before the screen without it was there: as by two quick touches."""
    def twice(module, name: str) -> None:
        once = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *what: (once(*what), once(*what)))

    return twice


def test_removing_a_file_twice_is_removing_it_once_and_can_be_undone(twice):
    twice(opening, "_remove")
    at = bring(keep(FARM_WORKER), dump(OTHER)).button(key="open_no").click().run()
    assert at.button(key="undo.undo").click().run().session_state["place.to_open"].found.case == OTHER


def test_taking_a_person_off_the_list_twice_takes_off_one(twice):
    twice(clinic_board, "_remove")
    at = sitting(ANA, BEN).button(key="clinic.remove.1").click().run()
    assert healthy(at) and list(at.session_state["sitting.people"]) == [BEN.key]
    assert list(at.button(key="undo.undo").click().run().session_state["sitting.people"]) == [ANA.key, BEN.key]


def test_leaving_a_file_out_twice_can_be_undone_and_opening_one_apart_twice_opens_one(twice):
    twice(clinic_files, "_leave_out")
    twice(clinic_files, "_settle")
    two = sitting(ANA, ANA.answers({"claim.number": "SAMPLE-777"}))
    at = two.button(key="clinic.keep.1").click().run().button(key="undo.undo").click().run()
    assert len(at.session_state["place.clinic.waiting"]) == 1
    at = at.button(key="clinic.apart.1").click().run()
    assert healthy(at) and len(at.session_state["sitting.people"]) == 2


def test_two_quick_touches_do_not_answer_the_question_before_the_kept_answers_replace_others(twice):
    twice(device_store, "bring")
    at = asks_device(offers=False, case=CASE.model_copy(update={"key": "cd34"}), device__heard={"kept": [ENTRY], "trouble": ""})
    at = at.button(key="on_device.bring.ab12").click().run()
    assert told(at)["order"] is None
