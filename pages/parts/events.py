"""The screen of the timeline: the open question, the card of one event, the drawing, papers or table, or the list by year."""

from collections.abc import Sequence

import streamlit as st

from pages.parts import ask, chart, event, event_asks, event_card, importing, look, offer, session, timeline_papers
from pages.parts.event_name import called, short
from pages.parts.markdown import own, typed
from qme_guide import moments
from qme_guide.case import Event
from qme_guide.rules import timeline
from qme_guide.rules.timeline import years

PLACE, NEAR, HIDE = "timeline", "timeline.near", "timeline.hide"
TOOLS = {"papers": timeline_papers.screen, "chart": chart.screen, "table": importing.screen}
# Two days that an ask can be about, and that no event holds.
FACTS = ("worker.born_on", "claim.injured_on")


def screen() -> None:
    """A question about one event, its card, one of the tools, or the list."""
    one, tool = event.opened(), session.place(PLACE)
    if one and (step := event.step_open()):
        event.question(one, step)
    elif one:
        event_card.screen(one)
    elif tool in TOOLS:
        TOOLS[tool]()
        st.button(session.words().say("timeline.to_list"), key="to_list", on_click=event.to_list, width="stretch")
    elif tool in FACTS:
        if ask.screen("timeline.fact", (tool,), optional=True):
            event.to_list()
            st.rerun()
    else:
        _list()


def _list() -> None:
    words, case = session.words(), session.case()
    if not case.events:
        look.show(look.paragraph(words.say("timeline.intro")))
    look.heading(words.say("timeline.add_title"))
    with st.container(key="event-kinds"):
        for kind in event.KINDS:
            st.button(words.choice("events.kind", kind), key=f"add.{kind}", on_click=event.add, args=(kind,), width="stretch")
    event_asks.show()
    if case.events:
        look.heading(words.say("timeline.list_title"))
        _years(_shown(case.events))
    look.heading(words.say("timeline.more_title"))
    for name in TOOLS:
        kind = "primary" if name == "papers" and case.events else "secondary"
        st.button(words.say(f"timeline.{name}"), key=f"tool.{name}", on_click=session.go, args=(PLACE, name), type=kind, width="stretch")
    st.button(words.say("timeline.add_born"), key="add_born", type="tertiary", on_click=session.go, args=(PLACE, FACTS[0]), width="stretch")
    offer.save(told=len(session.case().events))


def _shown(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events of the list; without the private ones when the person hides them here."""
    private = sum(one.private == "private" for one in events)
    shows = not private or st.checkbox(session.words().say("timeline.show_private", count=private), value=not session.place(HIDE), key="show_private")
    session.note(HIDE, not shows)
    return timeline.open_to(events, shows)


def _years(events: Sequence[Event]) -> None:
    """All of a short timeline under its years; of a long one a year, and of a long year a part."""
    words, groups, most = session.words(), years(events), session.law().practice.timeline.events_shown
    if not events:
        look.show(look.paragraph(words.say("timeline.only_private"), soft=True))
        return
    if len(events) <= most:
        for year, some in groups.items():
            look.subheading(_named(year))
            _rows(some, events)
        return
    listed = list(groups)
    opened = session.place(NEAR)
    here = next((year for year, some in groups.items() if any(one.id == opened for one in some)), listed[0])
    names = {year: words.say("timeline.year_named", year=_named(year), count=len(some)) for year, some in groups.items()}
    year = st.selectbox(words.say("timeline.year"), listed, index=listed.index(here), format_func=names.__getitem__, key=f"timeline.year.{opened}")
    _part(groups[year], events, most)


def _named(year: int | None) -> str:
    return str(year) if year else session.words().say("timeline.no_year")


def _part(some: Sequence[Event], events: Sequence[Event], most: int) -> None:
    """A part of a long year, and the ways to the parts before and after it."""
    words, opened = session.words(), session.place(NEAR)
    at = next((number for number, one in enumerate(some) if one.id == opened), 0)
    start = at - at % most
    end = min(start + most, len(some))
    if some[most:]:
        look.show(look.paragraph(words.say("timeline.part", first=start + 1, last=end, count=len(some)), soft=True))
    if start:
        st.button(words.say("timeline.earlier"), key="earlier", on_click=session.go, args=(NEAR, some[start - 1].id), width="stretch")
    _rows(some[start:end], events)
    if some[end:]:
        st.button(words.say("timeline.later"), key="later", on_click=session.go, args=(NEAR, some[end].id), width="stretch")


def _rows(some: Sequence[Event], events: Sequence[Event]) -> None:
    for one in some:
        with st.container(key=f"event-{one.id}", gap=None):
            label = session.words().say("timeline.open", name=typed(called(one)))
            st.button(label, key=f"open.{one.id}", type="tertiary", on_click=event.go, args=(one.id, event.CARD))
            look.show(*_told(one, events))


def _told(one: Event, events: Sequence[Event]) -> list[str]:
    """What the list says of an event: the time in full where its name does not say it, its words, its pain, what it is."""
    words = session.words()
    time = moments.when(one, events, words) if one.beside or one.until else ""
    quote = look.quote(short(one.what)) if one.what and moments.told(one.on, "", words) else ""
    private = look.tag(words.say("timeline.private"), "soon") if one.private == "private" else ""
    lines = [look.paragraph(own(line), soft=True) if line else "" for line in (time, one.body_part, event_card.pain(one))]
    return [*lines[:1], quote, *lines[1:], private]
