"""Offer: a way to another page, a paper as files, the calendar, the example. Files are built when they are asked for."""

from functools import partial

import streamlit as st

from pages.parts import keeping, look, nudging, session
from qme_guide import flow, savefile
from qme_guide.case import Letter
from qme_guide.content import CONTENT
from qme_guide.documents.catalog import CALENDAR, PAPERS, Paper
from qme_guide.documents.counted import counted
from qme_guide.documents.entries import calendar as calendar_entries
from qme_guide.documents.matter import SENT_LANGUAGE, Matter
from qme_guide.render import RENDERERS, html, ics
from qme_guide.rules import imr
from qme_guide.rules.start import exact
from qme_guide.words import HELPING, load_words

FORMATS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain",
    "ics": "text/calendar",
}
EXAMPLE = CONTENT / "example.json"


def page(name: str) -> str:
    """The file of a page."""
    return flow.page(name)


def step(label: str, name: str, primary: bool = False) -> None:
    """A button that opens another page."""
    if st.button(label, key=f"step.{name}.{label}", type="primary" if primary else "secondary", width="stretch"):
        st.switch_page(flow.page(name))


def matter(language: str, letter: Letter | None = None) -> Matter:
    """What papers are built from, in a language."""
    return Matter(session.case(), letter, session.law(), load_words(language), session.today())


def papers(*names: str, letter: Letter | None = None) -> None:
    """Each paper in a fold: as files to send or keep, and to read on the screen."""
    for name in names:
        paper(PAPERS[name], letter)


def send(name: str, letter: Letter) -> None:
    """The first thing to do on a screen: one paper to send, as a file."""
    send_paper(PAPERS[name], letter)


def send_paper(paper: Paper, letter: Letter | None, kind: str = "primary") -> None:
    """The same for a paper that the page put together itself; `kind` "secondary" where something else comes first."""
    words = session.words()
    label = words.say("offer.send", title=words.say(f"paper.{paper.name}"))
    _file(paper, letter, SENT_LANGUAGE, "pdf", label, kind)


def save(key: str = "save", told: int | None = None) -> None:
    """The answers as a file of the person's own, for another day. Nothing for a newcomer or in the example.

    told: how many things this page holds; see `nudging`, which may say above it why this is a good moment.
    """
    if keeping.can_carry():
        nudging.show(told)
        st.download_button(session.words().say("offer.save"), keeping.answers(), keeping.name("answers", "json"), "application/json", key=key, on_click=session.saved, width="stretch")


def paper(paper: Paper, letter: Letter | None, label: str = "") -> None:
    """One paper in a fold; `label`: other words for its file, where it is only a part of what goes out."""
    words = session.words()
    title = words.say(f"paper.{paper.name}")
    language = SENT_LANGUAGE if paper.sent else words.language
    with st.expander(title):
        if words.voice == HELPING:
            look.show(look.paragraph(words.say("helping.on_paper"), soft=True))
        look.show(html.fragment(paper.made(matter(words.language, letter))))
        if paper.sent:
            _file(paper, letter, language, "pdf", label or words.say("offer.give" if paper.handed else "offer.send", title=title))
        else:
            _own(paper, letter, label or words.say("offer.own", title=title))
        if paper.whole:
            _file(PAPERS[paper.whole], letter, language, "pdf", words.say("offer.send", title=words.say(f"paper.{paper.whole}")))
        for ending in ("docx", "txt"):
            _file(paper, letter, language, ending, words.say("offer.other", title=title, format=words.say(f"offer.{ending}")))
        if paper.sent:
            _own(paper, letter, words.say("offer.mine" if language == words.language else "offer.read"))


def _own(paper: Paper, letter: Letter | None, label: str) -> None:
    """The worker's own copy, in the language that is spoken: it carries the answers, unless the person takes it without."""
    words, key = session.words(), f"{paper.name}.{letter.id if letter else ''}"
    inside = keeping.can_carry() and st.checkbox(words.say("offer.inside"), value=True, key=f"inside.{key}")
    if inside:
        look.show(look.paragraph(words.say("offer.inside_help"), soft=True))
    if inside or not paper.sent or words.language != SENT_LANGUAGE:  # in English, what is sent and a copy without answers are the same
        _file(paper, letter, words.language, "pdf", label, inside=inside)


def _file(paper: Paper, letter: Letter | None, language: str, ending: str, label: str, kind: str = "", inside: bool = False) -> None:
    """A button that builds one file when it is pressed; with a `kind` it stands on its screen, else in the paper's fold.

    inside: the worker's own copy, with the answers in it; its name says whose it is, so that no other file is mistaken for it.
    """
    key = f"{paper.name}.{letter.id if letter else ''}.{language}.{ending}{'.first' if kind else '.inside' if inside else ''}"
    told = matter(language, letter)
    name = f"{told.words.say('file.own') if inside else ''}{told.words.say(f'file.{paper.name}')}-{language}.{ending}"
    build = keeping.taken(keeping.in_pdf(partial(paper.made, told), keeping.answering())) if inside else partial(_built, paper, told, ending)
    st.download_button(label, build, name, FORMATS[ending], key=key, on_click="ignore", type=kind or "secondary", width="stretch")


def _built(paper: Paper, told: Matter, ending: str) -> bytes:
    return RENDERERS[f".{ending}"](paper.made(told))


def calendar() -> None:
    """The dates as a calendar file."""
    words = session.words()
    st.download_button(words.say("denial.calendar"), partial(_entries, matter(words.language)), f"{words.say(f'file.{CALENDAR}')}.ics", FORMATS["ics"], on_click="ignore", width="stretch")


def fitting(letter: Letter) -> tuple[str, ...]:
    """The papers beside the packet that this letter calls for."""
    found, went = counted(letter, matter(SENT_LANGUAGE)), imr.request_sent(letter)
    day = went and exact(went.on) or session.today()
    late = bool(found and found.first.safe and found.first.safe < day)
    names = {"claims-copy": True, "imr-cover": True, "late-note": late, "hand-off": True}
    return tuple(name for name, fits in names.items() if fits)


def _entries(told: Matter) -> bytes:
    return ics.render(calendar_entries(told), stamp=session.now().replace(tzinfo=session.CALIFORNIA))


def own_words(letter: Letter) -> bool:
    """The papers of this letter print something exactly as the person typed it."""
    return bool(letter.late_reason or letter.reason or any(one.name for one in letter.treatments))


def example() -> None:
    """A plainly fictional case to look around in; it never replaces answers that nobody saved."""
    if st.button(session.words().say("keep.example"), key="example", width="stretch", disabled=session.unsaved()):
        session.open_case(savefile.load(EXAMPLE.read_bytes(), session.law().practice.save_file_bytes))
        st.switch_page(flow.page("home"))
