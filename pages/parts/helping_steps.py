"""The page of a helper: a few questions, then what a helper may do, who signs, what is private, and the way back.

The injured person decides; while nobody said that they agree, the page says so before anything else.
"""

import streamlit as st

from pages.parts import ask, clients, look, offer, session, show
from pages.parts.helping import YES, helps
from qme_guide.case import Helper

# The screens in their order: the answers that each asks for, and whether they may stay empty.
STEPS = {"who": ("helper.role",), "agreed": ("helper.agreed", "helper.here"), "for": ("worker.name", "worker.language", "helper.name", "helper.office")}
OPTIONAL = ("for",)
PLACE, WALK = "helping", "helping.walk"
NEAR = ("family", "friend")


def step() -> str | None:
    """The screen of questions that is open."""
    name = session.place(PLACE)
    return name if name in STEPS else None


def begin() -> None:
    """Say that somebody helps; then who. It is an answer only with the first question, so that a curious press changes nothing."""
    if clients.several():
        look.show(look.paragraph(session.words().say("helping.only_here")))
    st.button(session.words().say("helping.begin"), key="helping_begin", on_click=walk, type="primary", width="stretch")
    offer.step(session.words().say("helping.several"), "clinic")


def walk() -> None:
    """Ask one screen after the other, from the first whose questions nobody answered yet."""
    case = session.case()
    session.note(WALK, True)
    session.go(PLACE, next((name for name, paths in STEPS.items() if not any(map(case.answer, paths))), next(iter(STEPS))))


def ask_step(name: str) -> None:
    """One screen of questions and the way on: on the first walk to the next, else back to what the guide knows."""
    title = session.words().say(f"helping.title_{name}") if STEPS[name][1:] else ""
    went = ask.screen(f"helping.{name}", STEPS[name], name in OPTIONAL, title)
    if went:
        if went == ask.ON and not helps():
            session.answer({"helper.helping": YES})
        names = list(STEPS)
        following = next(iter(names[names.index(name) + 1 :]), None) if went == ask.ON and session.place(WALK) else None
        session.note(WALK, following is not None)
        session.go(PLACE, following)
        st.rerun()


def summary() -> None:
    """Whom one helps, what one may do, who signs, what is private, and how the person goes on alone."""
    words, case = session.words(), session.case()
    _agreement(case.helper)
    look.heading(words.say("helping.by_now"))
    _known()
    offer.step(words.say("helping.go_on"), "home", primary=case.helper.agreed == YES)
    look.heading(words.passages["pages/helping_may"].title)
    look.show(show.passage("pages/helping_may"))
    folded = ("pages/helping_sign", *(["pages/helping_private"] if case.helper.role in NEAR else []))
    look.show(look.card(*(look.fold(words.passages[name].title, show.passage(name)) for name in folded)))
    look.heading(words.say("helping.hand_back_title"))
    look.show(look.paragraph(words.say("helping.hand_back")))
    st.button(words.say("helping.hand_back_button"), key="hand_back", on_click=_hand_back, width="stretch")


def _agreement(helper: Helper) -> None:
    words = session.words()
    agrees = helper.agreed == YES
    look.show(look.notice(words.say("helping.agreed" if agrees else "helping.no_agreement"), "done" if agrees else "stop"))
    if helper.here == "no":
        look.show(look.notice(words.say("helping.away"), "soon"))


def _known() -> None:
    """Each answer in a word, with a way to change it."""
    words = session.words()
    for name, paths in STEPS.items():
        with st.container(key=f"answer-helping-{name}", gap=None):
            facts = ((words.say(f"helping.fact_{path.replace('.', '_')}"), show.said(path)) for path in paths)
            look.show(look.paragraphs(f"**{label}:** {said}" for label, said in facts))
            st.button(words.say(f"helping.change_{name}"), key=f"helping_change.{name}", type="tertiary", on_click=session.go, args=(PLACE, name))


def _hand_back() -> None:
    session.answer({"helper.helping": "no"})
    session.tell("helping.handed_back")
    session.go(PLACE, None)
