"""The card of one event of the timeline: what was said, part by part, each with a way to change it, and its place."""

import streamlit as st

from pages.parts import event as questions
from pages.parts import letters, look, session, undo
from pages.parts.event_name import called
from pages.parts.markdown import own, typed
from qme_guide import moments
from qme_guide.case import Event
from qme_guide.documents.record_names import record_in_full
from qme_guide.rules import timeline



def screen(event: Event) -> None:
    """Every part of an event; then the way back, its place among the others, and the way to remove it."""
    words, events = session.words(), session.case().events
    look.heading(typed(called(event)))
    if event.private == "private":
        look.show(look.tag(words.say("timeline.private"), "soon"))
    with st.container(key="card-event", gap="small"):
        for step in questions.STEPS:
            if step.name == questions.BESIDE and not (event.beside or events[1:]):
                continue
            _part(event, step)
    st.button(words.say("timeline.to_list"), key="to_list", on_click=_to_list, args=(event,), type="primary", width="stretch")
    places(event)
    st.button(words.say("timeline.remove"), key="remove_event", type="tertiary", on_click=remove, args=(event,), width="stretch")


def places(event: Event) -> None:
    """A place up or down, where its time leaves a choice."""
    words, events = session.words(), session.case().events
    for way, up in (("up", True), ("down", False)):
        if timeline.moved(events, event.id, up):
            st.button(words.say(f"timeline.move_{way}", name=typed(called(event))), key=f"{way}.{event.id}", type="tertiary", on_click=_move, args=(event.id, up), width="stretch")


def _part(event: Event, step: questions.Step) -> None:
    """What was said of one part, and the way to say or change it."""
    words, label = session.words(), session.words().say(f"timeline.part_{step.name}")
    told = list(_told(event, step))
    if not told and step.name in ("told_by", questions.PAPER) and not step.when(event):
        return
    said, way = st.columns((1, 1), gap=None, vertical_alignment="center")
    said.html(f'<p class="soft">{look.words(label)}</p>{"".join(told)}')
    change = words.say("denial.change" if told else "timeline.tell", what=label)
    way.button(change, key=f"change.{step.name}", type="tertiary", on_click=questions.go, args=(event.id, step.name, True), width="stretch")


def _told(event: Event, step: questions.Step) -> list[str]:
    """The lines of one part; nothing while nothing was said."""
    words = session.words()
    if step.name == "when":
        when = moments.told(event.on, "" if event.beside else event.near or "", words)
        return [look.paragraph(when)] if when else []
    if step.name == questions.BESIDE:
        beside = moments.when(event.model_copy(update={"on": None, "until": None}), session.case().events, words)
        return [look.paragraph(beside)] if event.beside else []
    if step.name == "pain":
        return [look.paragraph(said)] if (said := pain(event)) else []
    return [one for name in step.fields if (one := _answer(event, name))]


def pain(event: Event) -> str:
    """The numbers of pain in a sentence; nothing without one."""
    words, steps = session.words(), {name: getattr(event, name) for name in ("rest", "active", "worst")}
    told = [words.say(f"timeline.pain_{name}", step=step) for name, step in steps.items() if step]
    return words.say("timeline.pain", steps=", ".join(told)) if told else ""


def _answer(event: Event, name: str) -> str:
    """One answer: own words in quotation marks, days and choices in words."""
    words, answer = session.words(), getattr(event, name)
    if not answer:
        return ""
    if name == "until":
        return look.paragraph(moments.told(answer, "", words)) if moments.told(answer, "", words) else ""
    if name == "record":
        found = next((one for one in session.case().records if one.id == answer), None)
        return look.paragraph(own(record_in_full(found, words) or found.id)) if found else ""
    if name in ("kind", "source", "private"):
        return look.paragraph(words.choice(f"events.{name}", answer))
    return look.quote(answer)


def _to_list(event: Event) -> None:
    questions.to_list()
    session.note("timeline.near", event.id)


def _move(name: str, up: bool) -> None:
    """A place up or down, which can be taken back; the focus stays at the button."""
    before = session.case().events
    session.answer({"events": timeline.moved(before, name, up)})
    undo.remember("timeline.moved", {"events": before})


def remove(event: Event) -> None:
    """Off the timeline. What was told before or after it keeps its own date; all of it can come back."""
    before, name = session.case().events, called(event)
    rest = (one.model_copy(update={"beside": None, "near": "about" if one.on else None}) if one.beside == event.id else one for one in before if one.id != event.id)
    session.answer({"events": tuple(rest)})
    letters.stop()
    session.go(questions.PLACE, None)
    undo.remember("timeline.removed", {"events": before}, name=name)
