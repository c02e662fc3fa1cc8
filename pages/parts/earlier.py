"""Earlier problems in the same part of the body, asked kindly: whether there were any, what, and how it was shortly before."""

import streamlit as st

from pages.parts import ability_at, ask, look, session
from qme_guide.case import Earlier

KIND = "earlier"
HAD, WHAT = "had", "what"
FIELDS = {HAD: ("had",), WHAT: ("about", "just_before")}


def section() -> None:
    """What was told, with a way to change it, or the way to tell it."""
    words, told = session.words(), session.case().function.earlier
    look.heading(words.say("function.earlier_title"))
    look.show(look.paragraph(words.say("function.earlier_intro"), soft=True), *_told(told))
    label = words.say("function.earlier_change" if told != Earlier() else "function.earlier_tell")
    st.button(label, key="earlier", on_click=_go, args=(HAD,), width="stretch")


def _told(told: Earlier) -> list[str]:
    said = {"no": "function.earlier_no", "unsure": "function.earlier_unsure"}.get(told.had or "")
    own = [look.quote(one) for one in (told.about, told.just_before) if one and told.had != "no"]
    return [look.paragraph(session.words().say(said)) if said else "", *own]


def _go(step: str) -> None:
    session.go(ability_at.PLACE, (KIND, step))


def question(step: str) -> None:
    """One screen of questions; what it was is asked unless there was nothing."""
    words, first = session.words(), step == HAD
    if first:
        look.show(look.paragraph(words.say("function.earlier_intro"), soft=True))
    paths = tuple(f"function.earlier.{name}" for name in FIELDS[step])
    title = "" if first else words.say("function.ask_earlier")
    went = ask.screen(f"function.earlier.{step}", paths, optional=True, title=title, skip=words.say("ask.skip_it"))
    if went:
        had = session.case().function.earlier.had
        if first and went == ask.ON and had not in (None, "no"):
            _go(WHAT)
        elif went == ask.BACK and not first:
            _go(HAD)
        else:
            ability_at.to_list()
        st.rerun()
