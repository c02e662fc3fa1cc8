"""Bringing several files at once: each is opened by itself, and what needs an answer first waits in its own card.

A file as it came is let go of at once. One with a password waits for it; one that looks like the same person as an open
case waits until the helper says what is to happen. Nothing of what is open changes before that.
"""

from dataclasses import replace

import streamlit as st

from pages.parts import clients, clinic_people, clinic_waits, comparing, incoming, keeping, look, session, undo
from pages.parts.clinic_client import Client, laid
from pages.parts.clinic_waits import Waiting, waiting
from pages.parts.markdown import own
from qme_guide import anyfile, merge
from qme_guide.savefile import Saved, SaveFileError

LOCKED = "save_locked"
_FIELD, _PROBLEMS = "clinic.files", "clinic.problems"


def field_for_files(label: str) -> None:
    """A place for the files of this sitting; what could not be opened is told under it, by the name of the file."""
    words, times = session.words(), session.place(f"{_FIELD}.times", 0)
    new = st.file_uploader(label, key=f"{_FIELD}.{times}", accept_multiple_files=True)
    if new:
        given = [(one.name, one.getvalue()) for one in new]
        incoming.let_go(new)
        session.note(f"{_FIELD}.times", times + 1)
        _tell(tuple(problem for name, data in given if (problem := _take(name, data))))
        st.rerun()
    moves, problems = session.place(_PROBLEMS) or (0, ())
    if problems and moves == session.moves():
        told = [f"{own(name)}: {words.say(f'errors.{key}')}" for name, key in problems]
        look.show(look.errors(words.say("errors.summary_title"), told))


def _tell(problems: tuple[tuple[str, str], ...]) -> None:
    """What could not be opened is told until the next move: the focus goes there, and would each time that the list is opened."""
    session.go("clinic", None)
    session.note(_PROBLEMS, (session.moves(), problems))


def ask() -> None:
    """Each file that waits, with what it waits for; of those that look like somebody who is open, one after the other."""
    doubles = [one for one in waiting() if one.found]
    for one in (*doubles[:1], *(one for one in waiting() if not one.found)):
        with st.container(key=f"card-waiting-{one.number}"):
            _same_person(one) if one.found else _password(one)


def asks(found: Saved) -> bool:
    """For a file that was opened on another page: it waits for an answer here when it seems to be somebody who has a row.

    Not the one who is open, with the same key: of both files of that case the other page asks.
    """
    same = _like(found) if clinic_people.known() else None
    if same is None or same.key == found.case.key == clients.opened():
        return False
    _enter("", found)
    return True


def _take(name: str, data: bytes) -> tuple[str, str] | None:
    """Open one file; gives back its name and the word for what is wrong with it."""
    try:
        _enter(name, anyfile.opened(data, None, keeping.limits()))
    except SaveFileError as error:
        if error.key != LOCKED:
            return name, error.key
        clinic_waits.put(Waiting(clinic_waits.following(), name, data))
    return None


def _enter(name: str, found: Saved) -> None:
    """Beside the others, when nobody who is open is the same person."""
    if same := _like(found):
        clinic_waits.put(Waiting(clinic_waits.following(), name, found=found)) if same.case != found.case else session.tell("clinic.already", "next")
    else:
        clients.add(found, apart=found.case.key in clients.open_cases())


def _like(found: Saved) -> Client | None:
    """Who of the open ones seems to be the same person: by name, claim number and birth date, or by the key of the case."""
    return next((one for one in clients.open_cases().values() if merge.person(one.case, found.case) == "same"), None)


def _leave_out(number: int) -> None:
    """A file waits no more and is not opened; it can come back."""
    before = waiting()
    if number in {one.number for one in before}:
        clinic_waits.done(number)
        session.go("clinic", None)
        undo.remember("clinic.left_out", places={clinic_people.WAITING: before})


def _password(one: Waiting) -> None:
    """A locked file: its password, or leave it out."""
    words = session.words()
    look.show(look.paragraph(words.say("clinic.locked")), look.own(one.name))
    if one.wrong:
        look.show(look.field_error(words.say("errors.save_wrong_passphrase")))
    with st.form(f"clinic.unlock.{one.number}", border=False, clear_on_submit=True):
        said = st.text_input(words.say("clinic.password"), key=f"clinic.password.{one.number}", type="password", autocomplete="off")
        pressed = st.form_submit_button(words.say("clinic.unlock"), type="primary", width="stretch")
    if pressed and said:
        _unlock(one, said)
        st.rerun()
    st.button(words.say("clinic.leave_out"), key=f"clinic.leave_out.{one.number}", on_click=_leave_out, args=(one.number,), width="stretch")


def _unlock(one: Waiting, said: str) -> None:
    try:
        found = anyfile.opened(one.data, said, keeping.limits())
    except SaveFileError as error:
        if error.key == "save_wrong_passphrase":
            clinic_waits.put(replace(one, wrong=True))
        else:
            clinic_waits.done(one.number)
            _tell(((one.name, error.key),))
        return
    clinic_waits.done(one.number)
    _enter(one.name, found)


def _same_person(one: Waiting) -> None:
    """The file and an open case seem to be one person: what each has alone, and what to do."""
    words, same = session.words(), _like(one.found)
    if same is None:
        clinic_waits.done(one.number)
        clients.add(one.found, apart=one.found.case.key in clients.open_cases())
        st.rerun()
    saved = words.say("keeping.saved_on", day=one.found.saved_on) if one.found.saved_on else words.say("clinic.file_undated")
    look.show(look.paragraph(words.say("clinic.same")), clinic_people.who(same), look.own(one.name) if one.name else "", look.paragraph(saved))
    prefer = comparing.show(merge.compare(same.case, one.found.case))
    for way in ("merge", "replace", "keep", "apart"):
        kind = "primary" if way == "merge" else "secondary"
        st.button(words.say(f"clinic.same_{way}"), key=f"clinic.{way}.{one.number}", type=kind, on_click=_settle, args=(way, one, same.key, prefer), width="stretch")


def _settle(way: str, one: Waiting, key: str, prefer: merge.Side) -> None:
    """Do what the helper chose with a file of somebody who is open; what it changes can be taken back."""
    if one not in waiting():
        return
    if way == "keep":
        _leave_out(one.number)
        return
    clinic_waits.done(one.number)
    before = clients.open_cases()[key]
    if way == "apart":
        clients.add(one.found, apart=True)
    elif way == "replace":
        clients.change(key, one.found.case.model_copy(update={"key": key}), laid(one.found.papers))
    elif way == "merge":
        clients.change(key, merge.merged(before.case, one.found.case, prefer), clinic_people.joined(before, one.found))
    if way in ("replace", "merge"):
        session.go("clinic", None)
        undo.remember("clinic.changed", places={clinic_people.BACK: before}, name=clinic_people.called(before))
