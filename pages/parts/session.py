"""The visit: the one file that touches Streamlit's session state and the clock.

It keeps the answers, the language, the papers a person added and small screen positions, in memory and nowhere else.
It must not know any rule of law, any sentence and anything about how a screen looks.
"""

import os
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from secrets import token_hex
from zoneinfo import ZoneInfo

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from qme_guide import flow
from qme_guide.case import Case
from qme_guide.law import Law, load_law
from qme_guide.words import LANGUAGES, Words, load_words

CALIFORNIA = ZoneInfo("America/Los_Angeles")
_DEFAULT_LANGUAGE, *_ = LANGUAGES


def case() -> Case:
    """The answers given so far."""
    if "case" not in st.session_state:
        st.session_state["case"] = Case(key=token_hex())
    return st.session_state["case"]


def answer(new: Mapping[str, object]) -> None:
    """Write answers (dotted path to value) into the case. Raises pydantic's ValidationError for a value that cannot be."""
    st.session_state["case"] = case().answers(dict(new))


def open_case(found: Case) -> None:
    """Go on with a case from a file. All else of this visit is forgotten, also what stood in its fields."""
    erase()
    st.session_state["case"] = found
    saved()


def language() -> str:
    """ "en" or "es": what was chosen, else what the address asks for (?lang=es), else what the browser speaks."""
    if "language" not in st.session_state:
        wished = st.query_params.get("lang", ""), (st.context.locale or "").partition("-")[0]
        st.session_state["language"] = next((one for one in wished if one in LANGUAGES), _DEFAULT_LANGUAGE)
    return st.session_state["language"]


def set_language(new: str) -> None:
    """Speak this language from now on; the address keeps it, so that a reload does too. KeyError if there is none."""
    st.session_state["language"] = {one: one for one in LANGUAGES}[new]
    st.session_state["language_chosen"] = True


def keep_language_in_address() -> None:
    """Streamlit clears the address on each change of page: write the chosen language into it again."""
    if st.session_state.get("language_chosen") and st.query_params.get("lang") != language():
        st.query_params["lang"] = language()


def words() -> Words:
    """All words of the visit's language. Shared by all visits and never changed."""
    return load_words(language())


@cache
def law() -> Law:
    """All numbers of law. Read once, shared by all visits and never changed."""
    return load_law()


def now() -> datetime:
    """The time in California, without a time zone. QME_GUIDE_TODAY (2026-11-21, or 2026-11-21T15:00) stands in for it."""
    return datetime.fromisoformat(day) if (day := os.environ.get("QME_GUIDE_TODAY")) else datetime.now(CALIFORNIA).replace(tzinfo=None)


def today() -> date:
    """The day in California."""
    return now().date()


def place(name: str, default: object = None) -> object:
    """Where the person is on a screen (which question, which part): what `go` last said, else the default."""
    return st.session_state.get(f"place.{name}", default)


def places(about: str) -> Mapping[str, object]:
    """Every place that belongs to this thing: those that have its id in their name ("signed.letter-1.seen")."""
    known = {str(name).removeprefix("place."): value for name, value in st.session_state.items() if str(name).startswith("place.")}
    return {name: value for name, value in known.items() if about in name.split(".")}


def note(name: str, value: object) -> None:
    """Remember a place without moving there: the keyboard focus stays where it is."""
    st.session_state[f"place.{name}"] = value


def go(name: str, value: object) -> None:
    """Move to another place on a screen. The keyboard focus follows to the heading (see frame)."""
    note(name, value)
    st.session_state["moves"] = moves() + True


def came_to(page: str) -> None:
    """This page is open. What was asked again on another one is over: what was typed there is gone too."""
    if place("page") != page:
        forget_places("problems.")
    note("page", page)


def forget_places(those: str = "") -> None:
    """Every screen opens again where its visit begins; `those`: only places whose names begin so. Answers and papers stay."""
    for name in [name for name in st.session_state if str(name).startswith(f"place.{those}")]:
        del st.session_state[name]


def fill(field: str, value: str) -> None:
    """Put a value into a field of a screen, by the name of its widget. Only from a button's `on_click`."""
    st.session_state[field] = value


def moves() -> int:
    """How often this visit moved: a change tells the frame to move the focus."""
    return st.session_state.get("moves", 0)


def papers() -> Mapping[str, object]:
    """The papers a person added, by id, in the order they came. In memory only."""
    return dict(st.session_state.get("papers", {}))


def keep_paper(name: str, paper: object) -> None:
    """Keep a paper under this id; the same id again puts the new one in the old one's place."""
    st.session_state["papers"] = {**papers(), name: paper}


def drop_paper(name: str) -> None:
    """Let go of a paper. Nothing happens when it is not there."""
    st.session_state["papers"] = {key: paper for key, paper in papers().items() if key != name}


def tell(key: str, tone: str = "done", **facts: object) -> None:
    """Show this saying once, at the top of the next screen. Tones: done, next, soon, stop."""
    st.session_state["notice"] = key, tone, facts


def told() -> tuple[str, str, Mapping[str, object]] | None:
    """The notice that waits (key, tone, facts), which then waits no more."""
    return st.session_state.pop("notice", None)


def unsaved() -> bool:
    """Whether leaving loses something: answers that no file of the person's holds yet, or papers, which no file holds."""
    return flow.started(case()) and case() != st.session_state.get("saved_case") or bool(papers())


def saved() -> None:
    """The person has just taken the answers along as a file, or brought them back."""
    st.session_state["saved_case"] = case()


def let_go(files: Iterable[UploadedFile]) -> None:
    """Forget files as they came from the person's device; the upload widget would hold them until the visit ends."""
    run = get_script_run_ctx()
    for file in files if run else ():
        run.uploaded_file_mgr.remove_file(run.session_id, file.file_id)


def erase() -> None:
    """Forget everything of this visit, also what the upload widgets hold. Only the language stays."""
    spoken = language()
    if run := get_script_run_ctx():
        run.uploaded_file_mgr.remove_session_files(run.session_id)
    st.session_state.clear()
    set_language(spoken)
