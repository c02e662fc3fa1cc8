"""The questions about QME Form 105 and the request made with it, and the details of its papers: each comes back to its step."""

from collections.abc import Callable

import streamlit as st

from pages.parts import ask, details, look, session, show
from qme_guide.case import PanelForm

# The screens: the answers that each asks for, and whether they may stay empty.
CAME, ASKED, ASKED_DAY, REQUESTED, DOCTOR, SPECIALTY, THERE, RETURNED = "came", "asked", "asked_day", "requested", "doctor", "specialty", "there", "returned"
SCREENS = {
    CAME: ("furnished_by", "furnished_on"),
    ASKED: ("asked_to_submit",),
    ASKED_DAY: ("asked_on",),
    REQUESTED: ("asked_for_on",),
    DOCTOR: ("doctor_asked",),
    SPECIALTY: ("specialty", "code"),
    THERE: ("medical_unit_on",),
    RETURNED: ("returned_on",),
}
OPTIONAL = (REQUESTED, SPECIALTY, THERE, RETURNED)
# What is asked next, while it was not answered.
AFTER: dict[str, tuple[str, Callable[[PanelForm], bool]]] = {
    CAME: (ASKED, lambda form: form.asked_to_submit is None),
    ASKED: (ASKED_DAY, lambda form: form.asked_to_submit == "yes" and form.asked_on is None),
    DOCTOR: (SPECIALTY, lambda form: form.doctor_asked == "yes" and not (form.specialty or form.code)),
}
PLACE = "form105.ask"


def asking() -> str | None:
    """The screen of questions that is open."""
    name = session.place(PLACE)
    return name if name in SCREENS or name in details.DETAILS else None


def go(name: str | None) -> None:
    """Open a screen of questions, or go back to the step."""
    session.go(PLACE, name)


def question(name: str) -> None:
    """One screen of questions, and the way on: to the next open one, or back to the step."""
    if name in details.DETAILS:
        details.question("panel_form", name, go)
        return
    words, optional = session.words(), name in OPTIONAL
    paths = tuple(f"panel_form.{field}" for field in SCREENS[name])
    title = words.say(f"panel.ask_{name}") if paths[1:] else ""
    went = ask.screen(f"panel_form.{name}", paths, optional, title, skip=words.say("ask.skip_it") if optional else "")
    if went:
        following, needed = AFTER.get(name, ("", lambda form: False))
        go(following if went == ask.ON and needed(session.case().panel_form) else None)
        st.rerun()


def button(key: str, name: str, kind: str = "secondary") -> None:
    """A button that opens a screen of questions."""
    st.button(session.words().say(key), key=key, on_click=go, args=(name,), type=kind, width="stretch")


def noted(*names: str) -> None:
    """What was answered on these screens, each with a way to change it; nothing while nothing was."""
    words, form = session.words(), session.case().panel_form
    found = [(name, field) for name in names for field in SCREENS[name] if getattr(form, field)]
    if not found:
        return
    with st.expander(words.say("panel.noted")):
        for name, field in found:
            label = words.say(f"panel.fact_{field}")
            look.show(look.paragraph(f"**{label}:** {show.said(f'panel_form.{field}')}"))
            st.button(words.say("denial.change", what=label), key=f"change.{field}", type="tertiary", on_click=go, args=(name,))
