"""Two screens about an event where something known is picked: the event it stands beside, the paper that shows it."""

from collections.abc import Callable, Mapping

import streamlit as st

from pages.parts import ask, letters, look, session
from pages.parts.event_name import called
from qme_guide.case import Event
from qme_guide.documents.names import apart
from qme_guide.documents.record_names import listed_names
from qme_guide.fields import field
from qme_guide.rules.timeline import in_order
from qme_guide.typed import Problem, read_text

NEAR = ("before", "on", "after")


def beside(event: Event, place: str) -> str | None:
    """Before, after or at the same time as which other event. `place`: where the event stands in the case ("events.0.")."""
    words = session.words()
    others = [one for one in in_order(letters.case().events) if one.id != event.id]
    names = {near: words.say(f"timeline.beside_{near}") for near in NEAR}
    with st.form(f"form.{event.id}.beside", border=False):
        names_of = zip(others, apart([called(one) for one in others], words), strict=True)
        other = _pick(f"{place}beside", {one.id: name for one, name in names_of}, event.beside, words.say("timeline.beside_none"), look.heading)
        look.subheading(words.say("timeline.beside_near"))
        index = NEAR.index(event.near) if event.near in NEAR else 0
        near = st.radio(words.say("timeline.beside_near"), NEAR, index=index, format_func=names.__getitem__, key=f"q.{place}near", label_visibility="collapsed")
        went = _buttons()
    if went == ask.ON:
        kept = near if other else event.near if event.near != "on" and not event.beside else None
        letters.keep({f"{place}beside": other, f"{place}near": kept})
    return went


def paper(event: Event, place: str) -> str | None:
    """Which paper of the list shows it, or another one in words. `place` as above."""
    words, known = session.words(), session.case().records
    wrong = session.place(f"problems.{event.id}.paper")
    with st.form(f"form.{event.id}.paper", border=False):
        record = _pick(f"{place}record", listed_names(known, words), event.record, words.say("timeline.no_record"), look.subheading) if known else event.record
        told = words.question("events.proof")
        (look.subheading if known else look.heading)(str(told["label"]))
        look.show(look.paragraph(str(told["why"]), soft=True), look.paragraph(str(told["hint"]), soft=True))
        if wrong:
            look.show(look.field_error(words.say(f"errors.{wrong.key}", **wrong.facts)))
        proof = st.text_input(str(told["label"]), value=event.proof or "", key=f"q.{place}proof", label_visibility="collapsed", autocomplete="off")
        went = _buttons()
    if went == ask.ON:
        read = read_text(proof, field("events.proof").limit)
        session.note(f"problems.{event.id}.paper", read if isinstance(read, Problem) else None)
        if isinstance(read, Problem):
            st.rerun()
        letters.keep({f"{place}record": record, f"{place}proof": read or None})
    return went


def _pick(path: str, known: Mapping[str, str], now: str | None, none: str, heading: Callable[[str], None]) -> str | None:
    """A list that opens, with a first line for none of them."""
    told, ids = session.words().question(path), ("", *known)
    heading(str(told["label"]))
    look.show(look.paragraph(str(told["why"]), soft=True))
    index = ids.index(now) if now in ids else 0
    return st.selectbox(str(told["label"]), ids, index=index, format_func={"": none, **known}.__getitem__, key=f"q.{path}", label_visibility="collapsed") or None


def _buttons() -> str | None:
    """Continue and Back, as under every question."""
    words = session.words()
    went_on = st.form_submit_button(words.say("ask.continue"), type="primary", width="stretch")
    went_back = st.form_submit_button(words.say("ask.back"), width="stretch")
    return ask.ON if went_on else ask.BACK if went_back else None
