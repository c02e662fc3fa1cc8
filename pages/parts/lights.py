"""The lights of the preflight on the screen: what stands in the way first, what is good folded; then the ways to mend it."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages.parts import letters, look, offer, session, when
from qme_guide.rules.handed import CALL
from qme_guide.rules.preflight import AMBER, GREEN, RED, Light

TONES = {RED: "stop", AMBER: "soon", GREEN: "done"}
# Where a light is mended that goes back to the letter: the screen that asks for it, and its short name.
ASKED = {
    "claim_number": ("claim", "number"),
    "in_time": ("printed_on", "printed_on"),
    "conditional": ("conditional", "conditional"),
    "liability": ("liability_disputed", "liability_disputed"),
    "listed": ("treatments", "treatments"),
    "designation": ("decided_on", "decided_on"),
}
STEPS = ("sign", "add", "check")


def show(lights: Sequence[Light]) -> None:
    """Red, then amber, each with what mends it; green in a fold."""
    words = session.words()
    for state in (RED, AMBER):
        if rows := [_row(light) for light in lights if light.state == state]:
            look.show(look.road(rows))
    if fine := [_row(light) for light in lights if light.state == GREEN]:
        look.show(look.fold(words.say("light.fine", count=len(fine)), look.road(fine)))


def _row(light: Light) -> look.Row:
    words = session.words()
    title, state = words.say(f"light.{light.words}", **light.facts), words.say(f"light.state_{light.state}")
    return look.Row(state, TONES[light.state], title, words.say(f"light.{light.words}_fix", **light.facts) if light.fix else "")


def buttons(lights: Sequence[Light], here: str = "check") -> None:
    """One button for each place that mends something, what is red first; only that can be the main one. `here`: the step that is open; it gets none.

    The call comes after what can be done on the screen, and is the main one only when nothing else is red.
    """
    open_ones = [light for state in (RED, AMBER) for light in lights if light.state == state]
    found = dict.fromkeys((light.fix, light.name if light.fix == "denial" else "") for light in open_ones if light.fix != here)
    ways = sorted(found, key=lambda way: way[0] == CALL)
    red = {light.fix for light in open_ones if light.state == RED}
    red = red - {CALL} or red
    kind = "primary"
    for fix, name in ways:
        _button(fix, name, kind if fix in red else "secondary")
        kind = "secondary"


def _button(fix: str, name: str, kind: str) -> None:
    """A step of this page, another page, a question about the letter, or the call."""
    words = session.words()
    if fix == CALL:
        phone = str(session.law().contacts.ia_phone)
        call = words.say("outcome.call", phone=phone)
        look.show(look.call_button(call, phone) if kind == "primary" else look.paragraph(call), look.paragraphs(filter(None, [when.closed_today()])))
        return
    label = words.say("light.to_denial", what=words.say(f"fact.short_{ASKED[name][-1]}")) if name else words.say(f"light.to_{fix}")
    to_step = partial(session.go, "imr", fix) if fix in STEPS else None
    if st.button(label, key=f"mend.{fix}.{name}", on_click=to_step, type=kind, width="stretch") and not to_step:
        if name:
            letters.change(ASKED[name][0])
        st.switch_page(offer.page(fix))
