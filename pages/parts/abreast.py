"""The doctors of a panel side by side, and everything noted about the panel with the ways to change and to remove it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from html import escape

import streamlit as st

from pages.parts import doctors, letters, look, session, show, undo
from pages.parts.markdown import own, typed
from qme_guide.case import Exam, Panel, PanelDoctor
from qme_guide.rules import exam
from qme_guide.rules import panel as rules
from qme_guide.rules.deadline import Deadline
from qme_guide.rules.start import exact

COMPARED = ("specialty", "distance", "earliest_on", "fits", "languages", "phone", "address", "note")


def side_by_side(panel: Panel) -> None:
    """The doctors as columns of a table, on a phone as cards. A row that nobody filled in is left out."""
    words = session.words()
    names = [doctors.called(panel, one) for one in panel.doctors]
    rows = [(words.say(f"choose.row_{field}"), [_cell(panel, number, field) for number, _ in enumerate(names)]) for field in COMPARED]
    told = rules.other_named(panel)
    marks = {**({told.doctor: "choose.tag_named"} if told else {}), panel.chosen: "choose.tag_chosen"}
    tags = [words.say(marks[one.id]) if one.id in marks else "" for one in panel.doctors]
    look.show(_compared(words.say("choose.doctors_title"), names, tags, [row for row in rows if any(row[-1])]))


def window(panel: Panel) -> Deadline | None:
    """The days 90 and 120: from the first request, else as if it were made today."""
    return exam.window(panel, session.law()) or exam.window_from(session.today(), session.law())


def fits(panel: Panel, day: date | str | None) -> str:
    """Where an offered day lies, as a sentence; nothing while no whole day was said."""
    sure = panel.requested_on is None or exact(panel.requested_on) is not None
    return session.words().say(f"choose.fits_{exam.fits(day, window(panel), sure)}") if exact(day) else ""


def changes(panel: Panel) -> None:
    """Each doctor and the panel itself, with the ways to change and to remove them; then another panel."""
    words = session.words()
    with st.expander(words.say("choose.noted")):
        for number, one in enumerate(panel.doctors):
            name = doctors.called(panel, one)
            look.show(look.paragraph(f"**{own(name)}**"))
            _button(words.say("denial.change", what=typed(name)), f"edit.{one.id}", partial(doctors.open_screen, doctors.DOCTOR, number))
            _button(words.say("choose.remove_doctor", name=typed(name)), f"remove.{one.id}", partial(_remove_doctor, panel, one))
        for name, fields in doctors.SCREENS.items():
            for field in fields if name in doctors.OF_PANEL else ():
                label = words.say(f"choose.fact_{field}")
                look.show(look.paragraph(f"**{label}:** {show.said(doctors.path(field))}"))
                _button(words.say("denial.change", what=label), f"change.{field}", partial(doctors.open_screen, name))
        _button(words.say("choose.remove"), "remove_panel", partial(_remove_panel, panel))
    st.button(words.say("choose.another"), key="add_panel", on_click=doctors.begin, width="stretch")


def _cell(panel: Panel, number: int, field: str) -> str:
    """What was said of a doctor; nothing when nothing was."""
    if field == "fits":
        return fits(panel, panel.doctors[number].earliest_on)
    place = doctors.path(f"doctors.{number}.{field}")
    return ", ".join(show.said(place).splitlines()) if session.case().answer(place) else ""


def _button(label: str, key: str, press: Callable[[], None]) -> None:
    st.button(label, key=key, type="tertiary", on_click=press, width="stretch")


def _remove_doctor(panel: Panel, doctor: PanelDoctor) -> None:
    """Let go of a doctor, and of the choice when it was this one."""
    listed, chosen, name = doctors.path("doctors"), doctors.path("chosen"), doctors.called(panel, doctor)
    known = {listed: panel.doctors, chosen: panel.chosen, "exams": session.case().exams}
    rest = tuple(one for one in panel.doctors if one != doctor)
    session.answer({listed: rest, chosen: panel.chosen if panel.chosen != doctor.id else None, "exams": _named(panel, (doctor,))})
    undo.remember("choose.doctor_removed", known, name=name)


def _remove_panel(panel: Panel) -> None:
    """Let go of a panel with all that was noted about it."""
    letters.stop()
    case = session.case()
    session.answer({"panels": tuple(one for one in case.panels if one != panel), "exams": _named(panel, panel.doctors)})
    for name in ("panel", "line", "call"):
        session.note(name, None)
    session.go(doctors.PLACE, None)
    undo.remember("choose.removed", {"panels": case.panels, "exams": case.exams})


def _named(panel: Panel, gone: tuple[PanelDoctor, ...]) -> tuple[Exam, ...]:
    """The appointments; one with a doctor who goes keeps the doctor's name in place of the id."""
    case, names = session.case(), {one.id: one.name for one in gone}
    ours = [one.id for one in case.exams if one.doctor in names and rules.panel_of(case, one) == panel]
    return tuple(one.model_copy(update={"doctor": names[one.doctor or ""]}) if one.id in ours else one for one in case.exams)


def _compared(name: str, heads: Sequence[str], tags: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Things side by side: columns of a table on a wide screen, cards under each other on a phone."""
    titles = [escape(head) + (f" {look.tag(mark, 'done')}" if mark else "") for head, mark in zip(heads, tags, strict=True)]
    top = "".join(f'<th scope="col">{title}</th>' for title in titles)
    body = "".join(f'<tr><th scope="row">{look.words(label)}</th>{"".join(f"<td>{look.words(own(cell))}</td>" for cell in cells)}</tr>' for label, cells in rows)
    table = f'<table class="compare" aria-label="{escape(name)}"><thead><tr><td></td>{top}</tr></thead><tbody>{body}</tbody></table>'
    told = ("".join(look.paragraph(f"**{label}:** {own(cells[at])}") for label, cells in rows if cells[at]) for at, _ in enumerate(titles))
    return table + "".join(f'<section class="card compared"><h3>{title}</h3>{one}</section>' for title, one in zip(titles, told, strict=True))
