"""How a file differs from the answers of now: what only one of them has, and side by side what both answer differently."""

from collections import Counter

import streamlit as st

from pages.parts import look, session
from pages.parts.show import told
from qme_guide.answers import Part
from qme_guide.merge import Comparison, Side

MINE, THEIRS = "mine", "theirs"
# The lists whose lines have a name of their own on this page ("2 letters").
NAMED = ("letters", "records", "reports", "panels", "exams", "events", "practice", "abilities", "treatments")


def show(differs: Comparison) -> Side:
    """Everything that differs. Gives back whose answer stays where both answer differently."""
    words = session.words()
    for side, paths in ((THEIRS, differs.only_theirs), (MINE, differs.only_mine)):
        if paths:
            look.show(look.paragraph(words.say(f"keeping.only_{side}", things=", ".join(_counted(paths)))))
    if not differs.different:
        return MINE
    _table(differs)
    return st.radio(words.say("keeping.prefer"), (MINE, THEIRS), key="open_prefer", format_func=lambda side: words.say(f"keeping.prefer_{side}"))


def _counted(paths: tuple[str, ...]) -> list[str]:
    """Lines by their kind, single answers together."""
    words, many = session.words(), Counter(_kind(path) for path in paths)
    return [words.say(f"keep.many_{kind}", count=count) if count > 1 else words.say(f"keep.one_{kind}") for kind, count in many.items()]


def _kind(path: str) -> str:
    *way, last = path.split(".")
    return way[-1] if last.isdecimal() and way[-1] in NAMED else "answers"


def _table(differs: Comparison) -> None:
    """Each question with both answers: the first ones at once, the rest in a fold."""
    words, most = session.words(), session.law().practice.timeline.events_shown
    look.subheading(words.say("keeping.different", count=len(differs.different)) if differs.different[1:] else words.say("keeping.different_one"))
    rows = [(_label(one.path), _said(one.path, one.mine), _said(one.path, one.theirs)) for one in differs.different]
    head = [words.say(f"keeping.column_{name}") for name in ("question", MINE, THEIRS)]
    rest = look.fold(words.say("keeping.different_more", count=len(rows[most:])), look.table(head[0], head, rows[most:])) if rows[most:] else ""
    look.show(look.table(head[0], head, rows[:most]), rest)


def _label(path: str) -> str:
    """The question at this path; what no question asks is another answer."""
    try:
        return str(session.words().question(path)["label"])
    except KeyError:
        return session.words().say("keeping.other_answer")


def _said(path: str, answer: object) -> str:
    """An answer in words, as short as a cell needs."""
    if isinstance(answer, tuple) and any(isinstance(one, Part) for one in answer):
        return str(len(answer))
    return told(path, answer)
