"""The pages of one paper: one page large, beside it what can be done with it and the questions about it.

However many pages a paper has, the screen stays the same. What the software sees on a page is told as a reason to look;
the person says how it is.
"""

from collections.abc import Iterable, Mapping

import streamlit as st

from pages.parts import covering, leaf_tools, letters, look, piles, preview, session, tables, taking, undo, uploads
from pages.parts.markdown import typed
from qme_guide.case import Letter
from qme_guide.leaves import Leaves
from qme_guide.rules.handed import count
from qme_guide.typed import Problem, read_count


def place(letter: Letter) -> str:
    """Under which word the screen remembers the paper of this letter that is open."""
    return f"leafing.{letter.id}"


def opened(letter: Letter) -> str | None:
    """The paper of this letter whose pages are on the screen."""
    name = session.place(place(letter))
    return name if name in uploads.names(letter) else None


def where_open(name: str) -> Mapping[str, object]:
    """The places, one for each letter, that have this paper open."""
    return {word: name for word in map(place, session.case().letters) if session.place(word) == name}


def open_paper(name: str, letter: Letter, at: int = 0) -> None:
    """Show the pages of this paper, from this one on."""
    session.note(leaf_tools.place(name, letter), at)
    session.go(place(letter), name)


def close(name: str, letter: Letter) -> None:
    """Back to all papers; what was begun here is over."""
    for begun in ("large", taking.problems(name, letter), leaf_tools.replaced(name, letter)):
        session.note(begun, None)
    session.go(place(letter), None)


def show(name: str, letter: Letter) -> None:
    """The screen of one paper: what is worth a look, the page, more pages, and the way back."""
    words, order = session.words(), piles.pages(name, letter)
    look.subheading(typed(uploads.title(name, words)))
    undo.offer("leaf")
    taking.told(name, letter)
    if order:
        at = min(session.place(leaf_tools.place(name, letter), 0), len(order) - 1)
        _told(name, letter, at)
        covering.offer(name, letter)
        tables.offer(name, letter)
        _page(name, letter, order, at)
    if not (order and leaf_tools.replacing(name, letter, order[at])):
        _more(name, letter, order)
    st.button(words.say("leaf.done"), key="leaf.done", on_click=close, args=(name, letter), type="primary", width="stretch")


def _page(name: str, letter: Letter, order: Leaves, at: int) -> None:
    """The picture, and beside it (on a phone under it) the tools and the questions; one under the other when it is large."""
    words, large = session.words(), bool(session.place("large"))
    says = words.say("leaf.place", page=at + 1, pages=len(order))
    picture, beside = (st.container(), st.container()) if large else st.columns([1.6, 1.0], gap="medium")
    with picture:
        look.show(look.paragraph(f"**{says}**"))
        _ways(name, letter, order, at)
        preview.show(order[at], piles.kept(name, letter), says, words.say("leaf.move_picture") if large else "")
        preview.row(name, letter, order, at)
    with beside:
        _blurred(name, letter, order, at)
        leaf_tools.show(name, letter, order, at)
        with st.container(key="leaf-answers-paper"):
            if name == piles.DECISION:
                _pages_said()
            for question in piles.ASKED.get(name, ()):
                uploads.confirm(question, letter)


def _ways(name: str, letter: Letter, order: Leaves, at: int) -> None:
    """To the page before, to the next one; and in a paper of many pages to any."""
    words, page = session.words(), leaf_tools.place(name, letter)
    if order[1:]:
        with st.container(key="leaf-ways", gap="small"):
            st.button(words.say("leaf.before"), key="leaf.before", on_click=session.note, args=(page, at - 1), disabled=not at)
            st.button(words.say("leaf.after"), key="leaf.after", on_click=session.note, args=(page, at + 1), disabled=not order[at + 1 :])
    if order[1 + 1 :]:
        leaf_tools.choose("leaf.go", order, at, lambda to: session.note(page, to))


def _pages_said() -> None:
    """How many pages the decision says it has; what is no such number is told, and not kept."""
    path, words = f"letters.{letters.at()}.pages_said", session.words()
    told, before = words.question(path), session.case().answer(path)
    look.show(look.paragraph(f"**{told['label']}**"), look.paragraph(str(told["find"]), soft=True), look.paragraph(str(told["hint"]), soft=True))
    written = st.text_input(str(told["label"]), value=before or "", key=f"q.{path}", label_visibility="collapsed", autocomplete="off")
    found = read_count(written, session.law().practice.uploads.pages)
    if isinstance(found, Problem):
        look.show(look.field_error(words.say(f"errors.{found.key}", **found.facts)))
    elif (said := str(found) if found else None) != before:
        session.answer({path: said})
        st.rerun()


def _blurred(name: str, letter: Letter, order: Leaves, at: int) -> None:
    """The question whether this page can be read, when it looks blurred; and what to do when it cannot."""
    leaf = order[at]
    if not piles.looked(name, letter)[at].blurred:
        return
    words, before = session.words(), uploads.readable(leaf)
    with st.container(key="leaf-answers-page"):
        answer = uploads.ask(words.say("leaf.blurred"), before, f"readable.{leaf.paper}.{leaf.page}")
    if answer != before:
        uploads.say_readable(leaf, answer)
        session.note(leaf_tools.replaced(name, letter), None)
        st.rerun()
    if answer in (uploads.NO, uploads.UNSURE):
        look.show(look.notice(words.say("leaf.again"), "soon"))
        leaf_tools.replace_photo(name, letter, order, at)


def _told(name: str, letter: Letter, at: int) -> None:
    """What is worth a look in this paper, and the way to the next such page."""
    words, twice = session.words(), tuple(later for _, later in uploads.doubles(name, letter))
    found = {"blurred_pages": uploads.blurred(name, letter), "unreadable_pages": uploads.unreadable(name, letter), "double_pages": twice}
    for said, places in found.items():
        if places:
            one_or_more = said if places[1:] else f"{said}_one"
            look.show(look.notice(words.say(f"leaf.{one_or_more}", pages=_listed(one + 1 for one in places)), "soon"))
    if name == piles.DECISION and short(letter):
        look.show(look.notice(words.say("light.complete_short", said=letter.pages_said, pages=len(piles.pages(name, letter))), "soon"))
    missing = uploads.missing_numbers(letter) if name == piles.DECISION else ()
    if missing:
        look.show(look.notice(words.say("leaf.missing_pages", pages=_listed(missing)), "soon"))
    elsewhere = sorted({one for places in found.values() for one in places} - {at}, key=lambda one: (one < at, one))
    for one in elsewhere[:1]:
        st.button(words.say("leaf.look", page=one + 1), key="leaf.look", on_click=session.note, args=(leaf_tools.place(name, letter), one), width="stretch")


def short(letter: Letter) -> bool:
    """The decision says that it has more pages than are here."""
    here = len(piles.pages(piles.DECISION, letter))
    return bool(here) and here < (count(letter.pages_said) or here)


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))


def _more(name: str, letter: Letter, order: Leaves) -> None:
    """A place to add files; behind a button when there are pages already."""
    words, more = session.words(), f"more.{piles.key(name, letter)}"
    if order and not session.place(more):
        st.button(words.say("leaf.add_more"), key="leaf.more", on_click=session.note, args=(more, True), width="stretch")
        if order[1:]:
            leaf_tools.remove_all(name, letter)
        return
    look.show(look.paragraph(words.say("add.cover"), soft=True))
    if taking.field(name, letter, words.say("leaf.add_more")):
        session.note(more, None)
        session.note(leaf_tools.place(name, letter), len(order))
        st.rerun()
