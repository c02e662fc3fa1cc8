"""Taking the answers along: one button for the file; behind a fold the papers, a PDF that can also be read, a passphrase.

A locked file is made when its passphrase was typed twice, and the passphrase is let go of at once. The file waits in this
visit, in sight above the fold, until it is taken or an answer changes.
"""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from pages.parts import keeping, look, making, offer, piles, session
from qme_guide import vault
from qme_guide.documents.catalog import PAPERS
from qme_guide.savefile import Kept

JSON, PDF, LOCKED = "json", "pdf", "locked"
TYPES = {JSON: "application/json", PDF: "application/pdf", LOCKED: "application/octet-stream"}
FILES = {JSON: ("answers", "json"), PDF: ("brief", "pdf"), LOCKED: ("answers", "locked")}
# The paper that tells the case in brief: it can be read without the guide.
BRIEF = "hand-off"
SEALED, WRONG, UNFOLDED = "keep.sealed", "keep.wrong", "keep.unfolded"
Papers = tuple[Kept, ...]


def screen() -> None:
    """The button, and under it what else can be in the file."""
    words, place = session.words(), st.container()
    with st.expander(words.say("keeping.more"), expanded=bool(session.place(UNFOLDED))):
        shape, papers = _shape(), _papers()
        locked = st.checkbox(words.say("keeping.lock"), key="keep_lock", on_change=session.note, args=(UNFOLDED, True))
        file = _sealed(shape, papers) if locked else None
        if locked and not file:
            _lock(shape, papers)
    with place:
        if file:
            _take_locked(shape, papers, file)
        elif locked:
            look.show(look.notice(words.say("keeping.lock_below"), "next"))
        else:
            _take(shape, papers)


def _shape() -> str:
    words = session.words()
    return st.radio(words.say("keeping.shape"), (JSON, PDF), key="keep_shape", format_func=lambda one: words.say(f"keeping.shape_{one}"))


def _papers() -> tuple[Kept, ...]:
    """The papers, when the person wants them in the file and they fit."""
    words, papers = session.words(), piles.everything()
    if not papers:
        return ()
    large, most = keeping.weight(papers), session.law().practice.save_file_with_papers_bytes
    pages, size = sum(len(one.order) for one in papers), making.size_of(large)
    if large > most:
        look.show(look.paragraph(words.say("keeping.papers_too_big", size=size, limit=making.size_of(most))))
        return ()
    label = words.say("keeping.papers" if pages > 1 else "keeping.papers_one", pages=pages, size=size)
    return papers if st.checkbox(label, key="keep_papers") else ()


def _take(shape: str, papers: Papers) -> None:
    """A small file is made at once; one that takes a moment when it is pressed, without running the page."""
    words = session.words()
    if shape == JSON and not papers:
        label, file, pressed = words.say("keep.save"), keeping.answers(), session.saved
    else:
        key = f"keeping.take_{shape}_papers" if papers else f"keeping.take_{shape}"
        label, pressed = words.say(key, size=making.size_of(keeping.weight(papers))), "ignore"
        file = keeping.taken(_made(shape, keeping.answering(papers)), _held(papers))
    st.download_button(label, file, _name(shape), TYPES[shape], key="keep_take", type="primary", width="stretch", on_click=pressed)


def _name(kind: str) -> str:
    return keeping.name(*FILES[kind])


def _held(papers: Papers) -> Mapping[str, object]:
    """The files and pages of these papers, as this visit keeps them: unchanged, they are in the person's hands."""
    names = {one.paper for one in papers}
    return {name: held for name, held in session.papers().items() if name.removeprefix("leaves.") in names}


def _made(shape: str, answers: keeping.Build) -> keeping.Build:
    """The answers as they are, or in a PDF of the case in brief, in the language that is spoken."""
    return answers if shape == JSON else keeping.in_pdf(partial(PAPERS[BRIEF].made, offer.matter(session.language())), answers)


def _lock(shape: str, papers: Papers) -> None:
    """The passphrase, typed twice."""
    words, least = session.words(), session.law().practice.passphrase_letters
    look.show(look.notice(words.say("keeping.lock_help"), "soon"))
    if shape == PDF:
        look.show(look.paragraph(words.say("keeping.lock_pdf")))
    wrong, times = session.place(WRONG), session.place(f"{SEALED}.times", 0)
    with st.form("keep_lock_form", border=False):
        if wrong:
            look.show(look.errors(words.say("errors.summary_title"), [words.say(f"errors.{wrong}", least=least)]))
        look.show(look.paragraph(words.say("keeping.passphrase_least", least=least), soft=True))
        typed = [st.text_input(words.say(f"keeping.{name}"), key=f"{name}.{times}", type="password", autocomplete="new-password") for name in ("passphrase", "again")]
        pressed = st.form_submit_button(words.say("keeping.seal"), width="stretch")
    if pressed:
        _seal(shape, papers, *typed)
        st.rerun()


def _seal(shape: str, papers: Papers, passphrase: str, again: str) -> None:
    """Make the locked file, and move to where it stands. The fields are new after it: what was typed stays nowhere."""
    wrong = vault.flaw(passphrase, again, session.law().practice.passphrase_letters)
    session.note(WRONG, wrong)
    if not wrong:
        sealed = partial(keeping.sealed, keeping.answers(papers), passphrase)
        session.go(SEALED, (_inside(shape, papers), _made(shape, sealed)()))
        session.note(f"{SEALED}.times", session.place(f"{SEALED}.times", 0) + 1)


def _sealed(shape: str, papers: Papers) -> bytes | None:
    """The locked file, as long as what is in it is what stands here now; an older one is let go of."""
    inside, file = session.place(SEALED) or (None, None)
    if inside == _inside(shape, papers):
        return file
    session.note(SEALED, None)
    return None


def _take_locked(shape: str, papers: Papers, file: bytes) -> None:
    """That it worked, and the file."""
    words, kind = session.words(), PDF if shape == PDF else LOCKED
    look.show(look.notice(words.say("keeping.sealed"), "done", word=words.say("state.done")))
    label = words.say("keeping.take_locked", size=making.size(file))
    st.download_button(label, file, _name(kind), TYPES[kind], key="keep_take_locked", type="primary", width="stretch", on_click=session.saved, args=(_held(papers),))
    st.button(words.say("keeping.another"), key="keep_another", on_click=session.note, args=(SEALED, None), width="stretch")


def _inside(shape: str, papers: Papers) -> tuple[object, ...]:
    return shape, session.case(), session.language(), papers
