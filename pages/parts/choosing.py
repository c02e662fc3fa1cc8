"""Choosing one doctor of a panel, in steps: the three side by side, the choice, the notice, sending it.

It decides nothing: what went out comes from rules/panel. Without an attorney nobody takes a
name off; one doctor is chosen.
"""

import streamlit as st

from pages.parts import abreast, calls, doctors, look, noticing, oddities, offer, replacing, session, show
from pages.parts.markdown import typed
from pages.parts.place import LIST, NOTICE, PICK, button, go, step
from qme_guide.case import Panel
from qme_guide.rules import panel as rules


def empty() -> None:
    """No panel yet: what comes, and the button for it."""
    words, law = session.words(), session.law()
    look.show(show.passage("pages/choose_intro", days=law.clock(rules.SELECT).newest.n))
    st.button(words.say("choose.add"), key="add_panel", on_click=doctors.begin, type="primary", width="stretch")
    offer.step(words.say("choose.no_panel"), "panel")


def screen(panel: Panel) -> None:
    """The open step of this panel."""
    name = step(panel)
    if name == PICK and panel.doctors:
        _pick(panel)
    elif not (noticing.screen(panel, name) or calls.screen(panel, name) or replacing.screen(panel, name)):
        _list(panel)


def _list(panel: Panel) -> None:
    words = session.words()
    _which()
    noticing.date_card(panel)
    oddities.panel(panel)
    _next(panel)
    if panel.doctors:
        look.heading(words.say("choose.doctors_title"))
        abreast.side_by_side(panel)
    if panel.doctors and (seat := next(iter(doctors.SEATS[len(panel.doctors) :]), None)):
        st.button(words.say(f"choose.add_{seat}"), key="add_doctor", on_click=doctors.add, args=(panel,), width="stretch")
    look.show(look.fold(words.passages["pages/choose_check"].title, show.passage("pages/choose_check")))
    calls.button(panel)
    if panel.doctors:
        replacing.button(panel)
    abreast.changes(panel)
    offer.calendar()
    offer.save()


def _next(panel: Panel) -> None:
    """The one thing to do now, as the main button; the notice stays at hand."""
    words = session.words()
    if not panel.doctors:
        st.button(words.say("choose.add_first"), key="add_doctor", on_click=doctors.add, args=(panel,), type="primary", width="stretch")
    elif not rules.chosen(panel):
        st.button(words.say("choose.pick"), key="choose.pick", on_click=_begin_pick, args=(panel,), type="primary", width="stretch")
    elif not rules.told(panel):
        button("choose.to_notice", panel, NOTICE, "primary")
        _again(panel)
    else:
        booked = rules.exam_of(session.case(), panel)
        offer.step(words.say("choose.see_appointment" if booked else "choose.to_appointment"), "appointment", primary=True)
        button("choose.see_notice", panel, NOTICE)
        _again(panel)


def _again(panel: Panel) -> None:
    words = session.words()
    st.button(words.say("choose.pick_other"), key="choose.pick", on_click=_begin_pick, args=(panel,), width="stretch")


def _begin_pick(panel: Panel) -> None:
    """To the choice; first, once, free help."""
    go(panel, PICK)
    if panel.ia_called is None:
        doctors.open_screen(doctors.HELP)


def _pick(panel: Panel) -> None:
    """One of the doctors, with what was noted beside it."""
    words = session.words()
    look.heading(words.say("choose.pick_title"))
    if rules.told(panel):
        look.show(look.notice(words.say("choose.pick_again"), "soon"))
    abreast.side_by_side(panel)
    names = {one.id: typed(doctors.called(panel, one)) for one in panel.doctors}
    at = list(names).index(panel.chosen) if panel.chosen in names else None
    chosen = st.radio(words.say("choose.pick_label"), list(names), index=at, format_func=names.__getitem__, key=f"pick.{panel.id}")
    if st.button(words.say("choose.pick_this"), key="choose.pick_this", type="primary", width="stretch"):
        if chosen:
            session.answer({doctors.path("chosen"): chosen})
            go(panel, NOTICE)
            st.rerun()
        look.show(look.field_error(words.say("choose.pick_none")))
    look.show(look.fold(words.passages["pages/choose_before"].title, show.passage("pages/choose_before")))
    button("ask.back", panel, LIST)


def _which() -> None:
    """Which panel the page is about, when there are several."""
    words, known = session.words(), session.case().panels
    if known[1:]:
        names = [one.number and f"{words.paper(one.id)}: {typed(one.number)}" or words.paper(one.id) for one in known]
        at = st.radio(words.say("choose.which"), range(len(known)), index=doctors.at(), format_func=names.__getitem__)
        if at != doctors.at():
            session.go("panel", at)
            st.rerun()
