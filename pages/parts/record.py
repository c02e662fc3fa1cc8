"""The questions about one paper of the list, one idea a screen, and moving among them, its card and the list."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.parts import ask, look, session
from qme_guide.case import Record
from qme_guide.documents.record_names import record_name
from qme_guide.paths import free_id
from qme_guide.rules.records import ADMINISTRATOR, ASKED, HAVE, ME, NOT_MINE, Office, likely, remembered

CARD = "card"
NO_OFFICE = (None, ME, ADMINISTRATOR)


@dataclass(frozen=True)
class Step:
    """A screen: its name, the answers it asks for, and for which papers."""

    name: str
    fields: tuple[str, ...]
    when: Callable[[Record], bool] = lambda record: True


def _elsewhere(record: Record) -> bool:
    """Somebody else has it, so that it matters who."""
    return record.state not in (HAVE, NOT_MINE)


STEPS = (
    Step("kind", ("kind",)),
    Step("main", ("state", "holder", "dated_on", "about")),
    Step("asked_on", ("asked_on",), lambda record: record.state == ASKED),
    Step("office", ("holder_name", "holder_address"), lambda record: _elsewhere(record) and record.holder not in NO_OFFICE),
)


def opened() -> Record | None:
    """The paper whose screen is open."""
    at, _ = session.place("record") or ("", "")
    return next((one for one in session.case().records if one.id == at), None)


def add(kind: str | None = None) -> None:
    """A new paper on the list; without a kind, that is the first question."""
    known = session.case().records
    new = Record(id=free_id("record", {one.id for one in known} | remembered(session.case())), kind=kind)
    session.answer({"records": (*known, new)})
    session.note("record.return", None)
    go(new.id, "main" if kind else "kind")


def go(record: str, step: str) -> None:
    """Open a screen of a paper."""
    session.go("record", (record, step))


def to_list() -> None:
    """Back to the list; a paper about which nothing was said is not kept."""
    session.answer({"records": tuple(one for one in session.case().records if one != Record(id=one.id))})
    session.note("record.return", None)
    session.note("office", None)
    session.go("record", None)


def to_letter(office: Office) -> None:
    """Open the letter to an office."""
    session.note("record", None)
    session.go("office", office.key)


def called(record: Record) -> str:
    """The name of a paper, or its number on the list."""
    words, known = session.words(), session.case().records
    return record_name(record, words) or words.say("records.unnamed", number=known.index(record) + 1)


def step_open() -> Step | None:
    """The question that is open about the open paper; None for its card."""
    _, name = session.place("record")
    return next((one for one in STEPS if one.name == name), None)


def path(record: Record, name: str) -> str:
    """Where an answer about a paper stands in the case."""
    return f"records.{session.case().records.index(record)}.{name}"


def question(record: Record, step: Step) -> None:
    """One screen of questions, and the way on from it."""
    words, paths = session.words(), tuple(path(record, name) for name in step.fields)
    if step.name != "kind":
        look.show(look.paragraph(called(record), soft=True))
    title = words.say(f"records.ask_{step.name}") if step.fields[1:] else ""
    went = ask.screen(f"{record.id}.{step.name}", paths, optional=step.name != "kind", title=title)
    if step.name == "main" and record.state:
        st.button(words.say("records.not_asked"), key="not_asked", on_click=_not_asked, args=(record,), width="stretch")
    if went:
        _after(record, step, STEPS if went == ask.ON else STEPS[::-1])
        st.rerun()


def _not_asked(record: Record) -> None:
    """Nobody asked for it yet: that is no answer of its own, but an empty one."""
    session.answer({path(record, "state"): None, path(record, "asked_on"): None})
    go(record.id, CARD)


def _after(record: Record, step: Step, way: tuple[Step, ...]) -> None:
    """From this screen to the next, or back to the card when only one answer was changed; from the last to the list."""
    if step.name == "main":
        _begin_with_the_likely(record)
    now = next(one for one in session.case().records if one.id == record.id)
    rest = [one.name for one in way[way.index(step) :][1:] if one.when(now)]
    if session.place("record.return"):
        follows = _belongs(record, now) if way is STEPS else ""
        go(record.id, follows if follows in rest else CARD)
    elif rest:
        go(record.id, rest[0])
    else:
        to_list()
        if way is STEPS:
            session.tell("records.kept", name=called(now))


def _belongs(before: Record, now: Record) -> str:
    """The screen that belongs to an answer that was just changed; nothing when none does."""
    if now.state == ASKED != before.state:
        return "asked_on"
    return "office" if now.holder != before.holder else ""


def _begin_with_the_likely(before: Record) -> None:
    """Another holder has another name and address: begin with what is known of it, for the person to look at."""
    now = next(one for one in session.case().records if one.id == before.id)
    if now.holder != before.holder:
        name, address = ("", "") if now.holder in NO_OFFICE else likely(session.case(), now)
        session.answer({path(now, "holder_name"): name or None, path(now, "holder_address"): address or None})
