"""What can be done with one page of a paper: turn it, cut it to the sheet, move it, take it out.

Nothing is done unasked, and nothing is lost: the files stay as they came, a cut can be taken back, and so can a removal.
"""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from pages.parts import look, piles, session, taking, undo, uploads
from qme_guide import leaves
from qme_guide.case import Letter
from qme_guide.leaves import Leaf, Leaves


def place(name: str, letter: Letter) -> str:
    """Under which word the screen remembers the page of a paper that is shown."""
    return f"leaf.{piles.key(name, letter)}"


def show(name: str, letter: Letter, order: Leaves, at: int) -> None:
    """The buttons for the page at this place; moving it stands behind one fold."""
    words, leaf, large = session.words(), order[at], bool(session.place("large"))

    def button(label: str, done: Callable[..., None], *what: object) -> None:
        st.button(words.say(f"leaf.{label}"), key=f"leaf.{label}", on_click=done, args=(name, letter, *what), width="stretch")

    with st.container(key="leaf-tools", gap="small"):
        label = words.say("leaf.smaller" if large else "leaf.larger")
        st.button(label, key="leaf.large", on_click=session.note, args=("large", not large), width="stretch")
        button("turn", _put, _with(order, at, leaves.turned(leaf)))
        if leaf.crop:
            button("whole", _put, _with(order, at, replace(leaf, crop=None)))
        elif piles.source(name, letter, leaf).kind == "image":
            button("crop", _crop, order, at)
        button("remove", _remove, order, at)
    if session.place("edges_unsure") == leaf:
        look.show(look.notice(words.say("leaf.crop_unsure"), "next"))
    if order[1:]:
        with st.expander(words.say("leaf.move")):
            if at:
                button("earlier", move, order, at, at - 1)
            if order[at + 1 :]:
                button("later", move, order, at, at + 1)
            if order[1 + 1 :]:
                choose("leaf.move_to", order, at, lambda to: move(name, letter, order, at, to))


def remove_all(name: str, letter: Letter) -> None:
    """A way to take out every page at once."""
    label = session.words().say("leaf.remove_all")
    st.button(label, key="leaf.remove_all", on_click=_remove_all, args=(name, letter), width="stretch")


def for_all(places: tuple[int, ...], told: tuple[str, str], button: str, then: Callable[..., None], paper: tuple[str, Letter]) -> None:
    """What is the matter with pages of one paper, and one button for all of them; nothing for none. told: for one page, for several."""
    words, (one, several) = session.words(), told
    if places:
        pages = ", ".join(str(at + 1) for at in places)
        look.show(look.notice(words.say(several if places[1:] else one, pages=pages), "soon"))
        st.button(words.say(button), key=button, on_click=then, args=(*paper, places), width="stretch")


def choose(label: str, order: Leaves, at: int, then: Callable[[int], None]) -> None:
    """A list of all places, for papers of many pages. `then` gets the one that was chosen."""
    words, widget = session.words(), f"{label}.{at}.{session.place('reordered', 0)}.{hash(order)}"
    chosen = st.selectbox(words.say(label), range(len(order)), index=at, key=widget, format_func=lambda one: str(one + 1))
    if chosen != at:
        then(chosen)
        st.rerun()


def move(name: str, letter: Letter, order: Leaves, at: int, to: int) -> None:
    """The page goes to another place, and stays on the screen."""
    _put(name, letter, leaves.moved(order, at, to))
    session.note(place(name, letter), to)
    session.note("reordered", session.place("reordered", 0) + 1)


def replace_photo(name: str, letter: Letter, order: Leaves, at: int) -> None:
    """A better photo in the place of this page, behind a button."""
    words, begun = session.words(), replaced(name, letter)
    if not replacing(name, letter, order[at]):
        st.button(words.say("leaf.replace"), key="leaf.replace", on_click=session.note, args=(begun, order[at]), width="stretch")
        return
    before = piles.standing(name, letter)
    if taking.field(name, letter, words.say("leaf.replace")):
        new = piles.pages(name, letter)[len(order) :]
        _put(name, letter, (*order[:at], *new, *order[at + 1 :]))
        session.go(begun, None)
        undo.remember("leaf.replaced", papers=before, page=at + 1)
        st.rerun()


def replacing(name: str, letter: Letter, leaf: Leaf) -> bool:
    """A better photo of this page is being chosen now."""
    return session.place(replaced(name, letter)) == leaf


def replaced(name: str, letter: Letter) -> str:
    """Under which word the screen remembers the page that a better photo is being chosen for."""
    return f"again.{piles.key(name, letter)}"


def _put(name: str, letter: Letter, order: Leaves) -> None:
    piles.arrange(name, letter, piles.kept(name, letter), order)


def _with(order: Leaves, at: int, leaf: Leaf) -> Leaves:
    return (*order[:at], leaf, *order[at + 1 :])


def _crop(name: str, letter: Letter, order: Leaves, at: int) -> None:
    """Only when the edges of the sheet are plain to see."""
    box = leaves.crop_to_page(piles.source(name, letter, order[at]), order[at])
    if box:
        _put(name, letter, _with(order, at, replace(order[at], crop=box)))
    session.note("edges_unsure", None if box else order[at])


def _remove(name: str, letter: Letter, order: Leaves, at: int) -> None:
    before = piles.standing(name, letter)
    _put(name, letter, leaves.without(order, at))
    session.go(place(name, letter), at)
    undo.remember("leaf.removed", papers=before, page=at + 1)


def _remove_all(name: str, letter: Letter) -> None:
    before = piles.standing(name, letter)
    _put(name, letter, ())
    session.go(place(name, letter), 0)
    undo.remember("leaf.removed_all", papers=before, name=uploads.title(name, session.words()))
