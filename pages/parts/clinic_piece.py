"""All that belongs to the open case, taken away as one piece and laid back: the second file that touches the session state.

Answers, papers and places lie under names of their own. What stands in the fields of a page is noted at the end of each
run, because Streamlit forgets it as soon as another page opens. This file must not know how many people there are.
"""

from collections.abc import Iterable, Mapping

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts import session

_LEFT, _TOLD = "sitting.left", "sitting.told"
# Of the visit and not of one person. How often a place for files was used is counted on: its number must not come again.
_OF_VISIT = ("language", "sitting.", "clinic.", "device", "place.clinic")
_ALONE, _COUNTED = ("moves", "place.page", "place.erase", "place.uploads"), ".times"
# What is remembered only until the next step.
_PASSING = ("place.undo", "place.to_open")
_OF_CASE = ("case", "papers", "saved", "taken", "place.")
# Fields whose content can be laid back, and what was told about them.
_FIELDS = ("q.", "text_search.")
_TYPED = (*_FIELDS, "place.problems.")

Piece = Mapping[str, object]


def names(those: tuple[str, ...] = _OF_CASE) -> list[str]:
    """The names of what is kept for one person and begins so."""
    return [name for name in map(str, st.session_state) if name.startswith(those) and not _of_visit(name)]


def _of_visit(name: str) -> bool:
    counted = name.endswith(_COUNTED) and isinstance(st.session_state[name], int)
    return counted or name in _ALONE or name.startswith(_OF_VISIT)


def piece(whole: bool = False) -> Piece:
    """All that belongs to the open case but the content of fields; `whole`: also what only holds until the next step."""
    return {name: st.session_state[name] for name in names() if whole or not name.startswith((*_PASSING, *_TYPED))}


def still_typed(found: Piece, lists: Iterable[str]) -> Piece:
    """The same without what was typed for lines of these lists, by their paths, and what was told about it: they stand elsewhere now."""
    gone = tuple(f"q.{path}." for path in lists)
    return {name: value for name, value in found.items() if not name.startswith((*gone, "place.problems.") if gone else ())}


def lists_moved(lists: Iterable[str]) -> None:
    """The same for the open case."""
    page, typed = left()
    session.fill(_TOLD, None)
    session.fill(_LEFT, (page, still_typed(typed, lists)))


def lay_out(found: Piece, instead: Iterable[str] = ()) -> None:
    """Lay a piece where the guide looks for it, in place of what lies under these names. Fields come with their page."""
    for name in instead:
        del st.session_state[name]
    st.session_state.update({name: value for name, value in found.items() if not name.startswith(_FIELDS)})


def put_away() -> None:
    """Nothing of the open case stays where the guide looks for it."""
    for name in names(("",)):
        del st.session_state[name]
    session.fill(_LEFT, None)
    session.fill(_TOLD, None)


def glance(page: str) -> None:
    """Note the page and what stands in its fields. One that was laid back and is not drawn is let go, so that it never
    comes up behind a newer answer."""
    if not (run := get_script_run_ctx()):
        return
    drawn = run.shared.widget_user_keys_this_run
    typed = {str(name): value for name, value in st.session_state.items() if str(name).startswith(_TYPED)}
    for name in [name for name in typed if name.startswith(_FIELDS) and name not in drawn]:
        del st.session_state[name], typed[name]
    session.fill(_LEFT, (page, typed))


def left(page: str = "home") -> tuple[str, Piece]:
    """The page where the open case was left, and what stood in its fields; `page`: where nothing was noted. What was told of a
    field that is no longer there is over."""
    page, typed = session.held(_LEFT) or (page, {})
    where, told = session.held(_TOLD) or ("", {})
    return page, {name: told.get(name, value) for name, value in typed.items()} if where == page else typed


def told(page: str, typed: Piece) -> None:
    """What the browser says stands in the fields of this page and was not sent yet."""
    session.fill(_TOLD, (page, typed))


def come_back(page: str, typed: Piece) -> None:
    """What stood in the fields of this page stands there again when it opens."""
    session.fill(_TOLD, None)
    session.fill(_LEFT, (page, {name: value for name, value in typed.items() if name.startswith(_TYPED)}))
    st.session_state.update(left()[-1])
    session.note("page", page)
