"""Undo: what was just removed, in a word, with a button that brings it back. It must not know what was removed.

The page that shows the list calls `offer` under its title. The button that removes something calls `remember` last,
after the change and after any move on the screen. The offer ends with the next move or change, so that pressing it
never takes back anything newer.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from pages.parts import look, session


@dataclass(frozen=True)
class _Removed:
    """The saying and its facts; answers, papers and places as they were before, and as they are since; the moves at that time."""

    key: str
    facts: Mapping[str, object]
    answers: Mapping[str, object]
    papers: Mapping[str, object]
    places: Mapping[str, object]
    since: tuple[object, ...]
    moves: int


Before = Mapping[str, object] | None


def remember(key: str, answers: Before = None, papers: Before = None, places: Before = None, **facts: object) -> None:
    """Something was just removed. `key`: the saying ("records.removed"), with its facts.

    answers, papers, places: what stood before the change, by path of the case, by id of the paper and by name of the
    place, to be put back as it was.
    """
    answers, papers = answers or {}, papers or {}
    session.note("undo", _Removed(key, facts, answers, papers, places or {}, _standing(answers, papers), session.moves()))


def offer(kind: str, path: str = "") -> None:
    """The notice and its button, as long as nothing else was done. `kind`: the first word of the sayings of this list.

    path: where the list stands in the case, when several lists share their sayings.

    Nothing on any other page: there the notice would speak of something that nobody sees.
    """
    removed, words = session.place("undo"), session.words()
    if removed and (removed.moves != session.moves() or removed.since != _standing(removed.answers, removed.papers)):
        # It cannot come back any more: then nothing of it stays in memory either.
        session.note("undo", None)
        return
    if not removed or removed.key.partition(".")[0] != kind or (path and path not in removed.answers):
        return
    with st.container(key="undo", gap="small"):
        look.show(look.notice(words.say(removed.key, **removed.facts), "done"))
        st.button(words.say("undo.undo"), key="undo.undo", on_click=_put_back, args=(removed,), width="stretch")


def _standing(answers: Mapping[str, object], papers: Mapping[str, object]) -> tuple[object, ...]:
    """What stands now at these places."""
    case, kept = session.case(), session.papers()
    return (*(case.answer(path) for path in answers), *(kept.get(name) for name in papers))


def _put_back(removed: _Removed) -> None:
    if removed.answers:
        session.answer(removed.answers)
    for name, paper in removed.papers.items():
        session.keep_paper(name, paper)
    for name, value in removed.places.items():
        session.note(name, value)
    session.tell("undo.done")
    session.go("undo", None)
