"""The calls to the doctors' offices of a panel: the card to hold, and the log with a way to change and remove each line."""

from functools import partial
from html import escape

import streamlit as st

from pages.parts import abreast, ask, doctors, letters, look, offer, place, session, show, undo
from pages.parts.markdown import typed
from qme_guide.case import Call, Panel, PanelDoctor
from qme_guide.documents.booking_call import NAME, booking_call
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.paths import free_id

CALLED, TOLD = "called", "told"
FIELDS = {CALLED: ("on", "who"), TOLD: ("said", "offered_on")}


def button(panel: Panel) -> None:
    """The way to the calls; nothing while there is nobody to call."""
    if panel.doctors:
        place.button("choose.to_calls", panel, place.CALLS)


def screen(panel: Panel, name: str) -> bool:
    """The calls, when they are the open step. While a line is open, only that line."""
    if name != place.CALLS:
        return False
    if _writing(panel):
        _form(panel)
    else:
        _log(panel)
    return True


def _log(panel: Panel) -> None:
    words = session.words()
    look.heading(words.say("choose.calls_title"))
    look.show(show.passage("pages/choose_calls"))
    for one in panel.doctors:
        label = words.say("choose.add_call", name=typed(doctors.called(panel, one)))
        st.button(label, key=f"add_call.{one.id}", on_click=_begin, args=(panel, one), width="stretch")
    for number, call in enumerate(panel.calls):
        _line(panel, number, call)
    offer.paper(Paper(NAME, partial(booking_call, panel=panel), PAPERS[NAME].sent), None)
    if panel.calls:
        doctors.button("choose.say_requested", doctors.REQUESTED)
    place.button("ask.back", panel, place.LIST)
    offer.save()


def _line(panel: Panel, number: int, call: Call) -> None:
    """A call in a card: whom, when, what was said, whether the offered day is in time."""
    words, shown = session.words(), number + 1
    one = next((one for one in panel.doctors if one.id == call.doctor), None)
    name = doctors.called(panel, one) if one else words.say("choose.gone")
    at = doctors.path(f"calls.{number}")
    told = [(field, show.said(f"{at}.{field}")) for field in ("on", "who", "offered_on") if getattr(call, field)]
    with st.container(key=f"card-{panel.id}-{call.id}", gap="xsmall"):
        look.show(f"<p><strong>{escape(name)}</strong></p>", *(look.paragraph(f"**{words.say(f'choose.call_{field}')}:** {said}") for field, said in told))
        look.show(look.quote(call.said) if call.said else "", look.paragraph(abreast.fits(panel, call.offered_on), soft=True))
        for key, press in (("edit", _edit), ("remove", _remove)):
            st.button(words.say(f"choose.{key}_call", number=shown), key=f"{key}.{call.id}", type="tertiary", on_click=press, args=(panel, number))


def _place() -> tuple[str, int, str] | None:
    """The panel, the number (from 0) and the part of the call that is open."""
    return session.place("call")


def _writing(panel: Panel) -> bool:
    name, number, _ = _place() or ("", 0, "")
    return name == panel.id and number < len(letters.case().answer(doctors.path("calls")))


def _form(panel: Panel) -> None:
    """The open call: first when and who, then what was said. A new one is kept with its first part."""
    words, (_, number, part) = session.words(), _place()
    at = doctors.path(f"calls.{number}")
    title = words.say(f"choose.call_{part}")
    went = ask.screen(f"call.{panel.id}.{number}.{part}", tuple(f"{at}.{name}" for name in FIELDS[part]), optional=True, title=title)
    if not went:
        return
    if (went, part) == (ask.ON, CALLED):
        session.go("call", (panel.id, number, TOLD))
    elif (went, part) == (ask.BACK, TOLD):
        session.go("call", (panel.id, number, CALLED))
    else:
        letters.stop()
        session.go("call", None)
    st.rerun()


def _begin(panel: Panel, doctor: PanelDoctor) -> None:
    name = free_id("call", {one.id for one in panel.calls})
    letters.begin(doctors.path("calls"), Call(id=name, doctor=doctor.id))
    session.go("call", (panel.id, len(panel.calls), CALLED))


def _edit(panel: Panel, number: int) -> None:
    letters.stop()
    session.go("call", (panel.id, number, CALLED))


def _remove(panel: Panel, number: int) -> None:
    listed = doctors.path("calls")
    session.answer({listed: panel.calls[:number] + panel.calls[number + 1 :]})
    undo.remember("choose.call_removed", {listed: panel.calls}, number=number + 1)
