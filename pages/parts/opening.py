"""Opening a file of the person's own: what it holds is told before it replaces anything.

The file as it came is let go of at once; one that is locked waits, as it is, for its passphrase. What was read of it
waits in this visit until the person opens it, puts it together with the answers of now, or removes it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

import streamlit as st

from pages.parts import clients, clinic_files, comparing, device_store, holding, keeping, look, offer, piles, session, undo, widgets
from qme_guide import anyfile, flow, merge
from qme_guide.savefile import Saved, SaveFileError

PLACE = "to_open"
# What waits only until the next step, and is no part of what an undo brings back.
PASSING = ("undo", PLACE)
LOCKED, WRONG = "save_locked", "save_wrong_passphrase"


@dataclass(frozen=True)
class Brought:
    """A file that waits. problem: why it cannot be read (yet). data: as it came, while it is locked. found: what was read."""

    problem: str = ""
    data: bytes = field(repr=False, default=b"")
    found: Saved | None = field(repr=False, default=None)


def screen() -> None:
    """A place for the file; then what it holds, or a kind sentence when it cannot be read, or its passphrase."""
    words = session.words()
    data = widgets.one_file(f"{PLACE}.field", words.say("keep.open"))
    if data is not None:
        with st.spinner(words.say("keeping.reading")):
            brought = _read(data, None)
        _waits_here(brought)
    brought = session.place(PLACE) or Brought()
    if brought.found:
        _ask(brought.found)
    elif brought.data:
        _unlock(brought)
    elif brought.problem:
        look.show(look.errors(words.say("errors.summary_title"), [words.say(f"errors.{brought.problem}")]))


def waits() -> bool:
    """A file was read, or is locked, and the person has not said yet what is to happen with it."""
    brought = session.place(PLACE)
    return bool(brought and (brought.found or brought.data))


def _read(data: bytes, passphrase: str | None) -> Brought:
    """What is in a file, or the word for what is wrong with it."""
    try:
        return Brought(found=anyfile.opened(data, passphrase, keeping.limits()))
    except SaveFileError as error:
        return Brought(error.key, data if error.key in (LOCKED, WRONG) else b"")


def _waits_here(brought: Brought) -> None:
    """What was read is asked about here; of somebody who has a row in the sitting already, the list asks."""
    if brought.found and clinic_files.asks(brought.found):
        st.switch_page(offer.page(clients.PAGE))
    session.go(PLACE, brought)
    st.rerun()


def _unlock(brought: Brought) -> None:
    """The passphrase of a locked file, as often as it takes; what was typed stays nowhere."""
    words = session.words()
    with st.form("keep_unlock", border=False, clear_on_submit=True):
        told = words.say(f"errors.{brought.problem}")
        look.show(look.errors(words.say("errors.summary_title"), [told]) if brought.problem == WRONG else look.notice(told, "next"))
        typed = st.text_input(words.say("keeping.passphrase"), key="keep_passphrase", type="password", autocomplete="off")
        pressed = st.form_submit_button(words.say("keeping.unlock"), type="primary", width="stretch")
    if pressed:
        _waits_here(_read(brought.data, typed))
    _drop()


def _drop() -> None:
    st.button(session.words().say("keep.drop"), key="open_no", on_click=_remove, width="stretch")


def _remove() -> None:
    """Let go of the file; it can come back."""
    if brought := session.place(PLACE):
        session.go(PLACE, None)
        undo.remember("keep.dropped", places={PLACE: brought})


def _ask(found: Saved) -> None:
    """What the file holds, how it differs from what is here, and what is to happen with it."""
    words, mine = session.words(), session.case()
    look.show(look.card(f"<h3>{escape(holding.whose(found.case))}</h3>", look.paragraphs(holding.holds(found))))
    if keeping.empty(mine):
        _stays_helped(found)
        _button("keep.open_yes", "open_yes", _open, found, merge.person(mine, found.case) != "other", primary=True)
    elif mine == found.case and not found.papers:
        look.show(look.notice(words.say("keeping.same_answers"), "done"))
    else:
        _beside(found, merge.compare(mine, found.case))
    _drop()


def _beside(found: Saved, differs: merge.Comparison) -> None:
    """There are answers here already: of the same person both can be put together; else the file only replaces them."""
    words, same = session.words(), differs.person == "same"
    if not same:
        look.show(look.notice(words.say(f"keeping.person_{differs.person}"), "stop" if differs.person == "other" else "soon"))
        names = ("yes", "no")
        said = st.radio(words.say("keeping.same_person"), names, index=None, key="open_same", format_func=lambda one: words.choice("triage.danger", one), horizontal=True)
        if said is None:
            return
        same = said == "yes"
    if same:
        prefer = comparing.show(differs)
        look.show(look.paragraph(words.say("keeping.join_help"), soft=True))
        _button("keeping.join", "open_join", _join, found, prefer, primary=True)
    beside = _sits_beside(found)
    look.show(look.paragraph(words.say("keeping.beside" if beside else "keep.replaces")))
    if not beside:
        _stays_helped(found)
    if (session.unsaved() or device_store.keeps()) and not beside:
        offer.save("open_save")
    then, *what = (_open_beside, found) if beside else (_open, found, same)
    _button("keep.open_yes", "open_yes", then, *what, primary=not same)


def _stays_helped(found: Saved) -> None:
    """A line where somebody helps and the file says nothing of it."""
    if merge.with_helper(session.case(), found.case, same=True) != found.case:
        look.show(look.paragraph(session.words().say("keeping.helper_stays")))


def _sits_beside(found: Saved) -> bool:
    """Several people are open in this sitting, and this file is of somebody else than the one who is open now."""
    return clients.opened() not in (None, found.case.key)


def _open_beside(found: Saved) -> None:
    """One more person of the sitting; the others stay as they are."""
    clients.switch(clients.add(found, apart=found.case.key in clients.open_cases()))


def _button(label: str, key: str, then: Callable[..., None], *what: object, primary: bool) -> None:
    """A button that changes the answers, and leads to what is next."""
    if st.button(session.words().say(label), key=key, type="primary" if primary else "secondary", width="stretch"):
        then(*what)
        st.switch_page(flow.page("home"))


def _open(found: Saved, same: bool) -> None:
    """The file in place of what is here; that can come back until the next step. same: it is of the same person."""
    before, unsaved, papers, places = session.case(), keeping.in_no_file(), session.papers(), _places()
    session.open_case(found.case)
    piles.bring(found.papers)
    session.saved(session.papers())
    session.put_case(merge.with_helper(before, found.case, same))
    if keeping.empty(before):
        session.tell("keep.opened_papers" if found.papers else "keep.opened")
    else:
        undo.remember_case("keep.replaced", before, unsaved, papers, places)


def _join(found: Saved, prefer: merge.Side) -> None:
    """Both in one; that can be taken back until the next step."""
    before, unsaved, papers, places = session.case(), keeping.in_no_file(), session.papers(), _places()
    session.put_case(merge.with_helper(before, merge.merged(before, found.case, prefer, although_other=True), same=True))
    keeping.bring(found, merge.renamed(before, found.case))
    session.note(PLACE, None)
    undo.remember_case("keep.joined", before, unsaved, papers, places)


def _places() -> dict[str, object]:
    return {name: value for name, value in session.places().items() if name not in PASSING}
