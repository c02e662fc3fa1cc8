"""A panel and its doctors: which panel the page is about, the questions about both, adding one.

Each thing is kept with its first answer, and every field may stay empty. A doctor is told apart by an id, never by a name.
"""

import streamlit as st

from pages.parts import ask, letters, look, session, show
from qme_guide.case import Panel, PanelDoctor, Sending
from qme_guide.paths import free_id
from qme_guide.rules import panel as rules

# The screens of questions: the answers each asks for, whether they may stay empty, and the screen that follows.
ISSUED, CAME, DOCTOR, DETAILS, HELP, REQUESTED, GROUNDS = "issued", "came", "doctor", "details", "help", "requested", "grounds"
SCREENS = {
    ISSUED: ("issued_on",),
    CAME: ("received_on", "number"),
    DOCTOR: ("doctors.{number}.name", "doctors.{number}.specialty", "doctors.{number}.phone", "doctors.{number}.address"),
    DETAILS: ("doctors.{number}.distance", "doctors.{number}.earliest_on", "doctors.{number}.languages", "doctors.{number}.note"),
    HELP: ("ia_called",),
    REQUESTED: ("requested_on",),
    GROUNDS: ("grounds",),
}
NEEDED = (ISSUED, HELP)
OF_PANEL = (ISSUED, CAME, HELP, REQUESTED)
AFTER = {ISSUED: CAME, DOCTOR: DETAILS}
# A panel has three doctors.
SEATS = ("first", "second", "third")
PLACE = "choose.ask"


def at() -> int:
    """The place in the list of the panel that the page is about (from 0): where the person went, else the newest."""
    known = letters.case().panels
    went = session.place("panel")
    return min(len(known) if went is None else went, max(len(known) - 1, 0))


def path(name: str) -> str:
    """Where an answer about this panel stands in the case."""
    return f"panels.{at()}.{name}"


def asking() -> tuple[str, int] | None:
    """The screen of questions that is open, and the number (from 0) of its doctor; None when it is gone."""
    name, number = session.place(PLACE) or ("", 0)
    known = letters.case().panels
    gone = (session.place("panel") or 0) >= len(known)
    there = not gone and (name not in (DOCTOR, DETAILS) or number < len(known[at()].doctors))
    return (name, number) if name in SCREENS and there else None


def go(name: str | None, number: int = 0) -> None:
    """Open a screen of questions, or go back to where the page was."""
    session.go(PLACE, (name, number) if name else None)


def question(name: str, number: int) -> None:
    """One screen of questions, and the way on."""
    words, optional = session.words(), name not in NEEDED
    paths = tuple(path(field.format(number=number)) for field in SCREENS[name])
    title = words.say(f"choose.ask_{name}", number=number + 1) if paths[1:] else ""
    went = ask.screen(f"choose.{at()}.{name}.{number}", paths, optional, title, skip=words.say("ask.skip_it") if optional else "")
    if name == HELP:
        phone = str(session.law().contacts.ia_phone)
        look.show(show.passage("pages/choose_before"), look.call_button(words.say("outcome.call", phone=phone), phone, quiet=True))
    if went:
        order = AFTER if went == ask.ON else {after: before for before, after in AFTER.items()}
        go(order.get(name) if not session.place("choose.return") else None, number)
        if not session.place(PLACE):
            letters.stop()
        st.rerun()


def button(key: str, name: str, number: int = 0, kind: str = "secondary", **facts: object) -> None:
    """A button that opens a screen of questions."""
    st.button(session.words().say(key, **facts), key=f"{key}.{name}.{number}", on_click=open_screen, args=(name, number), type=kind, width="stretch")


def begin() -> None:
    """Another panel; its first question opens."""
    case = session.case()
    taken = {one.id for one in case.panels} | {one.panel for one in case.exams}
    letters.begin("panels", Panel(id=free_id("panel", taken)))
    session.note("panel", len(case.panels))
    session.note("choose.return", None)
    go(ISSUED)


def add(panel: Panel) -> None:
    """Another doctor of this panel. The id of one that was removed is not given again: calls and appointments name it."""
    case = session.case()
    taken = {one.id for one in panel.doctors} | {one.doctor for one in (*panel.calls, *panel.sendings, *case.exams)} | {panel.chosen}
    letters.begin(path("doctors"), PanelDoctor(id=free_id("doctor", taken)))
    session.note("choose.return", None)
    go(DOCTOR, len(panel.doctors))


def called(panel: Panel, doctor: PanelDoctor) -> str:
    """A doctor by number and name: two of one name stay apart."""
    number = panel.doctors.index(doctor) + 1
    return f"{number}. {doctor.name}" if doctor.name else session.words().say("choose.unnamed", number=number)


def named(panel: Panel, line: Sending) -> str:
    """Whom a notice named: as its name stood then, else as the doctor is called now; nothing when that was not kept."""
    if line.doctor is None:
        return ""
    known = next((called(panel, one) for one in panel.doctors if one.id == line.doctor), session.words().say("choose.gone"))
    return line.named or known


def other_named(panel: Panel) -> None:
    """That the notice which went out names another doctor than the one chosen now, and that a new one is needed."""
    words, line, doctor = session.words(), rules.other_named(panel), rules.chosen(panel)
    if line and doctor:
        facts = {"day": words.told(line.on), "name": named(panel, line), "chosen": doctor.name or called(panel, doctor)}
        look.show(look.notice(words.say("choose.named_other", **facts), "soon"))


def open_screen(name: str, number: int = 0) -> None:
    """Change one answer; the doctor's two screens follow each other, any other one leads straight back."""
    letters.stop()
    session.note("choose.return", name not in (DOCTOR, DETAILS))
    go(name, number)
