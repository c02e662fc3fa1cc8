"""Opening a file of the person's own: what it holds is told before it replaces anything.

The file as it came is let go of at once. What was read of it waits in this visit until the person opens or removes it.
"""

import streamlit as st

from pages.parts import look, session, widgets
from qme_guide import flow, savefile
from qme_guide.case import Case, Evening

PLACE = "to_open"


def screen() -> None:
    """A place for the file; then what it holds, or a kind sentence when it cannot be read."""
    words = session.words()
    data = widgets.one_file(f"{PLACE}.field", words.say("keep.open"))
    if data is not None:
        session.note(PLACE, _read(data))
        st.rerun()
    found = session.place(PLACE)
    if isinstance(found, Case):
        _ask(found)
    elif found:
        look.show(look.notice(words.say(f"errors.{found}"), "stop"))


def _read(data: bytes) -> Case | str:
    """The answers in a file, or the word for what is wrong with it."""
    try:
        return savefile.load(data, session.law().practice.save_file_bytes)
    except savefile.SaveFileError as error:
        return error.key


def _ask(found: Case) -> None:
    """What the file holds, and whether to open it."""
    words = session.words()
    look.show(look.card(look.paragraphs(_holds(found))))
    if st.button(words.say("keep.open_yes"), key="open_yes", type="primary", width="stretch"):
        session.open_case(found)
        session.tell("keep.opened")
        st.switch_page(flow.page("home"))
    st.button(words.say("keep.drop"), key="open_no", on_click=session.note, args=(PLACE, None), width="stretch")


def _holds(found: Case) -> list[str]:
    """Whose file it is, what is in it, and that it replaces what is here."""
    words = session.words()
    many = {"letters": found.letters, "records": found.records, "reports": found.reports, "panels": found.panels, "exams": found.exams, "events": found.events}
    written = [one for one in found.exams if one.evening != Evening()]
    many |= {"abilities": found.function.abilities, "practice": found.practice, "evenings": written}
    things = [words.say(f"keep.many_{name}", count=len(known)) if known[1:] else words.say(f"keep.one_{name}") for name, known in many.items() if known]
    counts = words.say("keep.holds", things=", ".join(things)) if things else words.say("keep.holds_little")
    name = [words.say("keep.name", name=found.worker.name)] if found.worker.name else []
    replaced = [words.say("keep.replaces")] if flow.started(session.case()) else []
    return [*name, counts, *replaced]
