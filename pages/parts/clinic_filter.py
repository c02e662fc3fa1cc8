"""Which rows of the board are shown: by day, by language, by what stands out, and those that something is missing for."""

from collections.abc import Callable, Sequence

import streamlit as st

from pages.parts import look, session
from qme_guide.board import FLAGS, BoardRow
from qme_guide.tables.board import Wanted, filtered

_ALL = ""
_NONE = "none"
_LISTS, _BOX = ("when", "language", "flag"), "clinic.lacking"


def wanted(rows: Sequence[BoardRow]) -> tuple[BoardRow, ...]:
    """The rows that are wanted; all of them for a board of one."""
    if not rows[1:]:
        return tuple(rows)
    words, days = session.words(), session.law().practice.clinic.soon_days
    languages = list(dict.fromkeys(row.language or _NONE for row in rows))
    flags = [name for name in FLAGS if any(name in row.flags for row in rows)]
    with st.expander(words.say("clinic.filter")):
        soon = _pick("when", [_ALL, "soon"], lambda one: words.say("clinic.within", days=days) if one else words.say("clinic.any_day"))
        language = _pick("language", [_ALL, *languages], lambda one: words.say(f"board.language.{one}") if one else words.say("clinic.any_language"))
        flag = _pick("flag", [_ALL, *flags], lambda one: words.say(f"board.flag.{one}") if one else words.say("clinic.any_flag"))
        lacking = st.checkbox(words.say("clinic.lacking"), value=bool(session.place(_BOX)), key=_BOX)
    session.note(_BOX, lacking)
    speaks = None if language == _ALL else "" if language == _NONE else language
    return filtered(rows, Wanted(days if soon else None, speaks, None, flag or None, lacking))


def offer_all(shown: int, everybody: int) -> None:
    """Says that not everybody is shown, and how to see all again."""
    words = session.words()
    look.show(look.paragraph(words.say("clinic.shown", shown=shown, all=everybody), soft=True))
    st.button(words.say("clinic.show_all"), key="clinic.show_all", on_click=_all, width="stretch")


def _all() -> None:
    for name in _LISTS:
        session.fill(f"clinic.{name}", _ALL)
    session.fill(_BOX, False)


def _pick(name: str, choices: list[str], told: Callable[[str], str]) -> str:
    """One list; what was chosen stays while the sitting lasts."""
    before = session.place(f"clinic.{name}", _ALL)
    said = st.selectbox(session.words().say(f"clinic.by_{name}"), choices, index=choices.index(before) if before in choices else 0, key=f"clinic.{name}", format_func=told)
    session.note(f"clinic.{name}", said)
    return said
