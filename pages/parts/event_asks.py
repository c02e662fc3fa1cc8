"""What is worth a second look on the timeline: kind questions, each with ways to mend it, or "it is right so" with one tap.

They stop nobody. What was said to be right is not asked again in this visit.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.parts import event, event_card, look, session
from pages.parts.event_name import called
from pages.parts.markdown import typed
from qme_guide.case import Event
from qme_guide.rules.asks import Ask, asks

RIGHT = "timeline.right"
ONE_BY_ONE = ("first", "second")


@dataclass(frozen=True)
class Way:
    """A button that mends: its words, and what it does."""

    label: str
    press: Callable[..., None]
    args: tuple[object, ...]


def show() -> None:
    """The first few questions; how many more there are."""
    words, right = session.words(), session.place(RIGHT) or frozenset()
    found = [one for one in asks(session.case(), session.law(), session.today()) if one.key not in right]
    if not found:
        return
    most = len(ONE_BY_ONE)
    look.heading(words.say("timeline.asks_title"))
    look.show(look.paragraph(words.say("timeline.asks_intro"), soft=True))
    for one in found[:most]:
        _ask(one)
    if found[most:]:
        look.show(look.paragraph(words.say("timeline.asks_more", count=len(found[most:])), soft=True))


def _ask(one: Ask) -> None:
    """One question with its buttons."""
    words, by_id = session.words(), {event.id: event for event in session.case().events}
    about = tuple(by_id[name] for name in one.events)
    facts = {name: words.told(fact) for name, fact in one.facts.items()}
    named = {place: called(event) for place, event in zip(ONE_BY_ONE, about, strict=False)}
    with st.container(key=f"card-ask-{one.key.replace(':', '-')}", gap="small"):
        look.show(look.paragraph(words.say(f"timeline.ask_{sort(one, about)}", **named, **facts)))
        for number, way in enumerate(_ways(one, about)):
            st.button(way.label, key=f"mend.{one.key}.{number}", on_click=way.press, args=way.args, width="stretch")
        st.button(words.say("timeline.right_so"), key=f"right.{one.key}", on_click=_right, args=(one.key,), width="stretch")


def sort(one: Ask, about: tuple[Event, ...]) -> str:
    """The sentence of an ask: "two_stories" and "gap" have several."""
    if one.name == "gap":
        return "gap" if about[1:] else "gap_now"
    if one.name != "two_stories":
        return one.name
    if one.facts:
        return "two_claim"
    return "two_pains" if about[0].on == about[1].on else "two_days"


def _ways(one: Ask, about: tuple[Event, ...]) -> list[Way]:
    """What mends it: to look at each event, to tell what is missing, or to take the second of two away."""
    words = session.words()
    if one.name == "no_injury":
        return [Way(words.say("timeline.ask_injury"), event.add, ("injury",))]
    if one.name == "gap":
        return [Way(words.say("timeline.ask_fill"), event.add, ("symptom",))]
    ways = [Way(words.say("timeline.ask_mend", name=typed(called(each))), event.go, (each.id, event.CARD)) for each in about]
    if one.name == "double":
        return [Way(words.say("timeline.ask_remove"), event_card.remove, about[1:])]
    if one.name == "born":
        ways.append(Way(words.say("timeline.add_born"), session.go, ("timeline", "worker.born_on")))
    if one.name == "two_stories" and one.facts:
        ways.append(Way(words.say("timeline.ask_claim"), session.go, ("timeline", "claim.injured_on")))
    return ways


def _right(key: str) -> None:
    session.note(RIGHT, (session.place(RIGHT) or frozenset()) | {key})
