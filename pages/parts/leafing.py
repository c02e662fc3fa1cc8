"""Step two: the papers of this request. Each says whether it is there, and opens to its pages.

What is needed stands first, with a place to add it at once; then the doctor's letter, and the records the person has.
"""

import streamlit as st

from pages.parts import covering, look, offer, one_paper, piles, session, tables, taking, undo, uploads
from pages.parts.markdown import own, typed
from qme_guide.case import Letter
from qme_guide.documents.names import apart

# More rows than this fold away those without pages.
_FEW = 4


def add(letter: Letter) -> str | None:
    """The pages of the paper that is open, else all papers. Gives the kind of the button to the next step, or none."""
    name = one_paper.opened(letter)
    if name:
        one_paper.show(name, letter)
        return None
    _all(letter)
    return "primary"


def _all(letter: Letter) -> None:
    words = session.words()
    limits = words.say("add.limits", megabytes=session.law().practice.uploads.megabytes)
    look.show(look.paragraph(limits), look.paragraph(words.say("add.help"), soft=True), look.paragraph(words.say("add.cover"), soft=True))
    undo.offer("leaf")
    for name in uploads.needed(letter):
        _needed(name, letter)
    look.subheading(words.say("add.others"))
    look.show(look.paragraph(words.say("add.others_help"), soft=True))
    _others(letter)


def _needed(name: str, letter: Letter) -> None:
    """A paper that must not be missing: a place to add it, or what is there and the way to its pages."""
    words, called = session.words(), uploads.title(name, session.words())
    if piles.pages(name, letter):
        look.show(look.road([_row(name, letter)]))
        _open(name, letter)
        return
    look.subheading(called)
    look.show(look.paragraph(words.say(f"add.{name}_help"), soft=True))
    taking.told(name, letter)
    if taking.field(name, letter, called):
        one_paper.open_paper(name, letter)
        st.rerun()


def _others(letter: Letter) -> None:
    """The doctor's letter and each record as a row; one list and one button lead to any of them."""
    words, names = session.words(), uploads.others()
    added = [name for name in names if piles.pages(name, letter)]
    folded = [name for name in names if name not in added] if names[_FEW:] else []
    open_rows = [_row(name, letter) for name in names if name not in folded]
    folds = [look.fold(words.say("add.rest", count=len(folded)), look.road(_row(name, letter) for name in folded))] if folded else []
    look.show(*([look.road(open_rows)] if open_rows else []), *folds)
    at = 0
    if names[1:]:
        called = apart([uploads.title(one, words) for one in names], words)
        at = st.selectbox(words.say("add.which"), range(len(names)), key=f"which.{letter.id}.{hash(names)}", format_func=lambda one: called[one])
    _open(names[at], letter)
    offer.step(words.say("add.to_records"), "records")


def _open(name: str, letter: Letter) -> None:
    """The way to the pages of a paper."""
    words, there = session.words(), bool(piles.pages(name, letter))
    label = words.say("add.see" if there else "add.add", name=typed(uploads.title(name, words)))
    st.button(label, key=f"open.{piles.key(name, letter)}", on_click=one_paper.open_paper, args=(name, letter), width="stretch")


def _row(name: str, letter: Letter) -> look.Row:
    """What a paper is called, how many pages it has, and whether something in it is worth a look."""
    words, count = session.words(), len(piles.pages(name, letter))
    if not count:
        return look.Row(words.say("add.not_here"), "wait", own(uploads.title(name, words)))
    pages = words.say("add.pages", pages=count) if count > 1 else words.say("add.one_page")
    asks = _asks(name, letter)
    state, tone = ("add.look", "soon") if asks else ("state.done", "done")
    return look.Row(words.say(state), tone, own(uploads.title(name, words)), f"{pages} {words.say(f'add.{asks}')}" if asks else pages)


def _asks(name: str, letter: Letter) -> str:
    """Why the person may want to look at this paper again."""
    reasons = {
        "unanswered": uploads.unanswered(name, letter),
        "blurred": uploads.blurred(name, letter) or uploads.unreadable(name, letter),
        "covered": covering.shown(name, letter),
        "short": name == piles.DECISION and one_paper.short(letter),
        "gaps": name == piles.DECISION and uploads.missing_numbers(letter),
        "twice": uploads.doubles(name, letter),
        "tables": tables.shown(name, letter),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")
