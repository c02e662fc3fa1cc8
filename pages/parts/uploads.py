"""Papers from the person's phone or computer: add one file or many, look, put in order, remove. In memory only."""

import streamlit as st

from pages.parts import letters, look, preview, session
from qme_guide import papers
from qme_guide.case import Letter
from qme_guide.papers import Problem, Upload

YES, NO = "yes", "no"
Files = tuple[Upload, ...]


def choose_letter() -> None:
    """Which letter this page is about, when there are several."""
    known, words = session.case().letters, session.words()
    if known[1:]:
        numbers = range(len(known))
        chosen = st.radio(words.say("imr.choose"), numbers, index=letters.at(), format_func=lambda at: letters.called(known[at]), horizontal=True)
        if chosen != letters.at():
            letters.choose(chosen)
            st.rerun()


def without_form(letter: Letter) -> bool:
    """The form did not come with the letter, and nobody said that it is here now.

    That it did not come stays an answer: the note on the date tells it, for the time may run from the form alone.
    """
    return letter.form_enclosed == NO and not session.place(f"has_form.{letter.id}") and not kept("form", letter)


def kept(name: str, letter: Letter) -> Files:
    """The files of one paper, in the order they will be sent."""
    return session.papers().get(f"{name}.{letter.id}", ())


def said(name: str, letter: Letter) -> bool:
    """The person said yes to this question about the papers."""
    return session.place(f"{name}.{letter.id}") == YES


def confirm(name: str, letter: Letter) -> None:
    """A yes or no about the papers in the person's hand. It is the person's word; software cannot see a signature."""
    words, key = session.words(), f"{name}.{letter.id}"
    before = session.place(key)
    answer = st.radio(
        words.say(f"imr.{name}"),
        (YES, NO),
        index=(YES, NO).index(before) if before else None,
        key=f"confirm.{key}",
        format_func=lambda value: words.choice("triage.danger", value),
        horizontal=True,
    )
    session.note(key, answer)


def add(name: str, letter: Letter) -> None:
    """One paper: what is kept of it, and a place to add files, several at once or one after the other."""
    words, key, files = session.words(), f"{name}.{letter.id}", kept(name, letter)
    look.subheading(words.say(f"imr.{name}"))
    if files:
        _list(name, key, files)
    if files and not session.place(f"more.{key}"):
        st.button(words.say("imr.add_more"), key=f"more.{key}", on_click=session.note, args=(f"more.{key}", True), width="stretch")
    else:
        _uploader(words.say("imr.add_more" if files else f"imr.{name}"), key, files)


def _uploader(label: str, key: str, files: Files) -> None:
    """New files are checked and kept; for those that cannot be used, a kind word that stays until the next ones."""
    words, times = session.words(), session.place("uploads", 0)
    for problem in session.place(f"problems.{key}") or ():
        look.show(look.notice(words.say(f"errors.{problem.key}", **problem.facts), "stop"))
    new = st.file_uploader(label, key=f"upload.{key}.{times}", accept_multiple_files=True, label_visibility="collapsed")
    if new:
        files, problems = _checked(files, [(file.name, file.getvalue()) for file in new])
        _keep(key, files)
        session.note(f"problems.{key}", problems)
        session.note(f"more.{key}", bool(problems))
        session.note("uploads", times + 1)
        st.rerun()


def _checked(files: Files, new: list[tuple[str, bytes]]) -> tuple[Files, tuple[Problem, ...]]:
    """The files with the new ones at their end, and what is wrong with those that cannot be used."""
    limits = session.law().practice.uploads
    problems: list[Problem] = []
    for name, data in new:
        found = papers.check(name, data, papers.Limits(**limits.model_dump()))
        pages = sum(one.pages for one in files)
        if isinstance(found, Problem):
            problems.append(found)
        elif found.id in {one.id for one in files}:
            problems.append(Problem("upload_twice"))
        elif pages + found.pages > limits.pages:
            problems.append(Problem("upload_too_many_pages", {"pages": pages + found.pages, "limit": limits.pages}))
        else:
            files = (*files, found)
    return files, tuple(problems)


def _list(name: str, key: str, files: Files) -> None:
    """What is kept: the whole paper in a word, then each file with its buttons."""
    words, title = session.words(), session.words().say(f"imr.{name}")
    look.show(look.notice(_pages(title, sum(one.pages for one in files)), "done", word=words.say("state.done")))
    for at, file in enumerate(files):
        if files[1:]:
            look.show(look.paragraph(_pages(words.say("imr.file", number=at + 1), file.pages)))
        _buttons(key, files, at)


def _buttons(key: str, files: Files, at: int) -> None:
    """See the pages, move up, remove; with the file's number when there are several."""
    words, file = session.words(), files[at]
    number = f" {at + 1}" if files[1:] else ""
    looks = f"{key}.{file.id}"
    if preview.opened(looks):
        preview.pages(looks, file)
    with st.container(horizontal=True, gap="small"):
        if not preview.opened(looks):
            preview.button(looks, words.say("imr.see" if number else "imr.preview") + number)
        if at:
            swapped = (*files[: at - 1], file, files[at - 1], *files[at + 1 :])
            st.button(words.say("imr.move_up") + number, key=f"up.{key}.{file.id}", on_click=_keep, args=(key, swapped), width="stretch")
        rest = (*files[:at], *files[at + 1 :])
        st.button(words.say("imr.remove") + number, key=f"drop.{key}.{file.id}", on_click=_drop, args=(key, rest), width="stretch")


def _pages(name: str, pages: int) -> str:
    words = session.words()
    return words.say("imr.pages", name=name, pages=pages) if pages > 1 else words.say("imr.one_page", name=name)


def _drop(key: str, rest: Files) -> None:
    _keep(key, rest)
    session.go(f"problems.{key}", None)


def _keep(key: str, files: Files) -> None:
    if files:
        session.keep_paper(key, files)
    else:
        session.drop_paper(key)
