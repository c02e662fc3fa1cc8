"""Undo: what was just removed, in a word, with a button that brings it back. It must not know what was removed.

The page that shows the list calls `offer` under its title. The button that removes something calls `remember` last,
after the change and after any move on the screen. The offer ends with the next move or change, so that pressing it
never takes back anything newer.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from pages.parts import look, session
from qme_guide.case import Case


@dataclass(frozen=True)
class _Removed:
    """The saying and its facts; answers, papers and places as they were before, and as they are since; the moves at that time.

    case: all answers as they were before, where another case took their place; unsaved: nothing held them yet.
    """

    key: str
    facts: Mapping[str, object]
    answers: Mapping[str, object]
    papers: Mapping[str, object]
    places: Mapping[str, object]
    since: tuple[object, ...]
    moves: int
    case: Case | None = None
    unsaved: bool = False


Before = Mapping[str, object] | None
HOME = ""


def remember(key: str, answers: Before = None, papers: Before = None, places: Before = None, **facts: object) -> None:
    """Something was just removed. `key`: the saying ("records.removed"), with its facts.

    answers, papers, places: what stood before the change, by path of the case, by id of the paper and by name of the
    place, to be put back as it was.
    """
    answers, papers = answers or {}, papers or {}
    places = places or {}
    session.note("undo", _Removed(key, facts, answers, papers, places, _standing(answers, papers, places), session.moves()))


def remember_case(key: str, before: Case, unsaved: bool, papers: Mapping[str, object], places: Mapping[str, object]) -> None:
    """Another case just took the place of this one, which lay here with these papers and places. The undo is offered on Home."""
    session.note("undo", _Removed(key, {}, {}, papers, places, (session.case(), HOME), session.moves(), before, unsaved))


def settle() -> None:
    """What cannot come back any more does not stay in memory either. For the frame, on each page."""
    removed = session.place("undo")
    if removed and (removed.moves != session.moves() or removed.since != _since(removed)):
        session.note("undo", None)


def offer(kind: str, path: str = "") -> None:
    """The notice and its button, as long as nothing else was done. `kind`: the first word of the sayings of this list.

    path: where the list stands in the case, when several lists share their sayings.

    Nothing on any other page: there the notice would speak of something that nobody sees.
    """
    settle()
    removed, words = session.place("undo"), session.words()
    if not removed or removed.key.partition(".")[0] != kind or (path and path not in removed.answers):
        return
    with st.container(key="undo", gap="small"):
        look.show(look.notice(words.say(removed.key, **removed.facts), "done"))
        st.button(words.say("undo.undo"), key="undo.undo", on_click=_put_back, args=(removed,), width="stretch")


def _since(removed: _Removed) -> tuple[object, ...]:
    """What stands now where something was removed; of a whole case, that case and that nobody left Home."""
    return (session.case(), session.place("page")) if removed.case else _standing(removed.answers, removed.papers, removed.places)


def _standing(answers: Mapping[str, object], papers: Mapping[str, object], places: Mapping[str, object]) -> tuple[object, ...]:
    """What stands now at these places."""
    case, kept = session.case(), session.papers()
    return (*(case.answer(path) for path in answers), *(kept.get(name) for name in papers), *(session.place(name) for name in places))


def _put_back(removed: _Removed) -> None:
    if removed.case:
        session.open_case(removed.case)
        session.fill("saved_case", None if removed.unsaved else removed.case)
    if removed.answers:
        session.answer(removed.answers)
    for name, paper in removed.papers.items():
        session.keep_paper(name, paper)
    for name, value in removed.places.items():
        session.note(name, value)
    session.tell("undo.done")
    session.go("undo", None)
