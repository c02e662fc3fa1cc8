"""The visit: the one file that touches Streamlit's session state and the clock.

It keeps the answers, the language, the papers a person added and small screen positions, in memory and nowhere else.
It must not know any rule of law, any sentence and anything about how a screen looks.
"""

import os
from collections import deque
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, partial
from secrets import token_hex
from types import MappingProxyType
from zoneinfo import ZoneInfo

import streamlit as st

from pages.parts import incoming
from qme_guide import flow
from qme_guide.case import Case
from qme_guide.law import load_law
from qme_guide.words import HELPING, LANGUAGES, OWN, Words, load_words

CALIFORNIA = ZoneInfo("America/Los_Angeles")
_DEFAULT_LANGUAGE, *_ = LANGUAGES
law = cache(load_law)  # all numbers of law: read once, shared by all visits and never changed


def case() -> Case:
    """The answers given so far."""
    if "case" not in st.session_state:
        st.session_state["case"] = Case(key=token_hex())
    return st.session_state["case"]


def answer(new: Mapping[str, object]) -> None:
    """Write answers (dotted path to value) into the case. Raises pydantic's ValidationError for a value that cannot be."""
    st.session_state["case"] = case().answers(dict(new))


def put_case(found: Case) -> None:
    """Go on with this case; all else of this visit stays."""
    st.session_state["case"] = found


def open_case(found: Case) -> None:
    """Go on with a case from a file: a move. All else is forgotten, also fields; not the other people of a sitting, nor what the device keeps."""
    stays = {name: value for name, value in st.session_state.items() if str(name).startswith(("sitting.", "device."))} | {"moves": moves() + True}
    erase()
    st.session_state.update(stays | {"case": found})
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


def words() -> Words:
    """All words of the visit's language, to the worker or to a helper (so too where several people's cases are open)."""
    return load_words(language(), HELPING if case().helper.helping == "yes" or len(held("sitting.people", ())) > 1 else OWN)


def now() -> datetime:
    """The time in California, without a time zone. QME_GUIDE_TODAY (2026-11-21, or 2026-11-21T15:00) stands in for it."""
    return datetime.fromisoformat(day) if (day := os.environ.get("QME_GUIDE_TODAY")) else datetime.now(CALIFORNIA).replace(tzinfo=None)


def today() -> date:
    """The day in California."""
    return now().date()


def place(name: str, default: object = None) -> object:
    """Where the person is on a screen (which question, which part): what `go` last said, else the default."""
    return st.session_state.get(f"place.{name}", default)


def places(about: str = "") -> Mapping[str, object]:
    """Every place, or those that belong to this thing: that have its id in their name ("signed.letter-1.seen")."""
    known = {str(name).removeprefix("place."): value for name, value in st.session_state.items() if str(name).startswith("place.")}
    return {name: value for name, value in known.items() if not about or about in name.split(".")}


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


def fill(field: str, value: object) -> None:
    """Put a value into a field of a screen, by the name of its widget. Only from a button's `on_click`."""
    st.session_state[field] = value


def held(field: str, default: object = None) -> object:
    """What a field of a screen holds, by the name of its widget, or what was put under a name of its own."""
    return st.session_state.get(field, default)


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


def unsaved(also_papers: bool = True) -> bool:
    """Whether leaving loses something: answers that neither a file nor the device of the person holds, or papers that no file holds."""
    kept = case().key in held("device.keys", ()) and not held("device.trouble")
    papers_open = also_papers and any(paper not in [one.get(name) for one in (held("saved_papers", {}), *held("taken_papers", ()))] for name, paper in papers().items() if isinstance(paper, tuple))
    return flow.started(case()) and case() not in (held("saved_case"), *held("taken", ())) and not kept or papers_open


def saved(papers: Mapping[str, object] = MappingProxyType({})) -> None:
    """The person has just taken the answers along as a file, or brought them back; and these papers with them."""
    st.session_state["saved_case"], st.session_state["saved_papers"] = case(), papers or held("saved_papers", {})


def taker(name: str, what: object) -> Callable[[], None]:
    """For a file that is made when it is pressed, outside the runs of this visit: called then, it notes what was "taken" along, or "taken_papers"."""
    return partial(st.session_state.setdefault(name, deque(maxlen=1)).append, what)


def erase() -> None:
    """Forget everything of this visit, also what the upload widgets hold. Only the language stays."""
    spoken = language()
    incoming.let_go_all()
    st.session_state.clear()
    set_language(spoken)
