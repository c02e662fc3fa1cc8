"""The people of one sitting: their cases lie side by side in memory, and one of them is open.

What belongs to the open case lies where the whole guide looks for it. When another case is opened, all of it is taken
away as one piece and laid back when its turn comes (`clinic_piece`); nothing else stays between two people but the
language. This file must not know rules, words or how a screen looks.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from secrets import token_hex
from types import MappingProxyType

from pages.parts import clinic_piece, session, standing
from pages.parts.clinic_client import Client, State, entered, laid
from qme_guide import flow
from qme_guide.case import Case
from qme_guide.savefile import Saved

PAGE = "clinic"
_PEOPLE, _OPEN = "sitting.people", "sitting.open"


def open_cases() -> Mapping[str, Client]:
    """Everybody of this sitting by the key of the case, in the order they came; the open one as it stands now."""
    mine = _mine()
    return {key: replace(one, state=clinic_piece.piece(), unsaved=session.unsaved()) if key == mine else one for key, one in _people().items()}


def opened() -> str | None:
    """The key of the case that is open now; None when none of the sitting is."""
    return session.held(_OPEN)


def several() -> bool:
    """One of several people is open."""
    return opened() is not None and len(_people()) > 1


def add(saved: Saved, apart: bool = False) -> str:
    """Lay a case from a file beside the others, with its papers; gives back its key. The open one stays open.

    apart: a key of its own, for it belongs to another person than the case with the same one. KeyError when the key is
    there and it is not apart.
    """
    people, papers = open_cases(), laid(saved.papers)
    case = saved.case.model_copy(update={"key": token_hex()}) if apart or not saved.case.key else saved.case
    if case.key in people:
        raise KeyError
    _enter(case, {"saved_case": case, "papers": papers, "saved_papers": papers}, saved.language)
    return case.key


def begin(case: Case) -> None:
    """Somebody without a file: an empty case, or what is the same for everybody (who helps). It is open from now on."""
    open_cases()
    _enter(case)
    switch(case.key)


def change(key: str, case: Case, papers: State) -> None:
    """Another case under the same key in this one's place: what two files of one person hold together."""
    one = open_cases()[key]
    moved = standing.moved(one.case, case)
    state = {**clinic_piece.still_typed(one.state, moved), "case": case, "papers": papers}
    if key == opened():
        clinic_piece.lists_moved(moved)
        clinic_piece.lay_out(state)
    _keep(replace(one, state=state, unsaved=True))


def switch(key: str) -> str:
    """Open another person's case; what belongs to the one that was open goes with it. Gives back the page where they were.

    KeyError when nobody has this key.
    """
    target = open_cases()[key]
    page, typed = clinic_piece.left(target.page) if key == opened() else (target.page, target.state)
    if key != opened():
        _park()
        clinic_piece.put_away()
        clinic_piece.lay_out(target.state)
        _opens(key)
    clinic_piece.come_back(page, typed)
    return page


def drop(key: str) -> Client:
    """Let go of one person; gives back what was there, so that it can come back."""
    gone = open_cases()[key]
    if key == opened():
        page, typed = clinic_piece.left(gone.page)
        gone = replace(gone, state={**gone.state, **typed}, page=page, used=gone.used_until(session.now()))
        clinic_piece.put_away()
        session.fill(_OPEN, None)
    session.fill(_PEOPLE, {one: client for one, client in _people().items() if one != key})
    return replace(gone, since=None)


def put_back(client: Client) -> None:
    """Somebody who was let go of a moment ago is there again, where they were in the row."""
    if client.key == opened():
        clinic_piece.lay_out(client.state)
    everybody = sorted([*_people().values(), client], key=lambda one: one.number)
    session.fill(_PEOPLE, {one.key: one for one in everybody})


@contextmanager
def as_if(key: str) -> Iterator[None]:
    """For work on the case of somebody who is not open: meanwhile all of it lies where the guide looks. Draws nothing.

    What was found out about the papers on the way stays with them.
    """
    if key == opened():
        yield
        return
    mine = clinic_piece.piece(whole=True)
    clinic_piece.lay_out(_people()[key].state, mine)
    try:
        yield
    finally:
        _keep(replace(_people()[key], state={**_people()[key].state, "papers": session.papers()}))
        clinic_piece.lay_out(mine, clinic_piece.names())


def saved_all(with_papers: bool) -> None:
    """The answers of everybody have just been taken along, with their papers or without."""
    for one in open_cases().values():
        noted = {"saved_case": one.case, **({"saved_papers": one.papers} if with_papers else {})}
        if one.key == opened():
            clinic_piece.lay_out(noted)
        _keep(replace(one, state={**one.state, **noted}, unsaved=bool(one.papers) and not with_papers))


def unsaved() -> bool:
    """Whether leaving loses something of anybody."""
    return session.unsaved() or any(one.unsaved for key, one in _people().items() if key != opened())


def glance(page: str) -> None:
    """For the end of each page: note where the open case is, and what stands there."""
    if opened() and opened() == session.case().key and page != PAGE:
        clinic_piece.glance(page)
        _keep(replace(_people()[opened()], state=clinic_piece.piece(), unsaved=session.unsaved()))


def _mine() -> str | None:
    """The key of the open case; a case that was opened on another page, or begun before the sitting, is one of it from now on."""
    case = session.case()
    if opened() != case.key and flow.started(case):
        if case.key in _people() or not case.key:
            session.answer({"key": token_hex()})
        _enter(session.case())
        _opens(session.case().key)
    return opened() if opened() == session.case().key else None


def _people() -> Mapping[str, Client]:
    return session.held(_PEOPLE, {})


def _keep(client: Client) -> None:
    session.fill(_PEOPLE, {**_people(), client.key: client})


def _enter(case: Case, more: State = MappingProxyType({}), spoken: str | None = None) -> None:
    _keep(entered(case, more, _people().values(), spoken))


def _opens(key: str) -> None:
    session.fill(_OPEN, key)
    _keep(replace(_people()[key], since=session.now()))


def _park() -> None:
    """Take away all of the open case as one piece."""
    if (key := opened()) in _people():
        one = open_cases()[key]
        page, typed = clinic_piece.left(one.page)
        _keep(replace(one, state={**one.state, **typed}, page=page, used=one.used_until(session.now()), since=None))
