"""The card of one part of daily life or work: every answer with a way to change it, and what can be done with the whole."""

import streamlit as st

from pages.parts import ability, ability_at, look, offer, session, show
from pages.parts.markdown import own
from qme_guide.case import Ability
from qme_guide.rules import function as rules


def screen(one: Ability) -> None:
    """Every answer with a way to change it; as before, not to speak about, remove."""
    words, function = session.words(), session.case().function
    look.heading(ability_at.named(one.what))
    with st.container(key="card-ability", gap="small"):
        for step in ability.STEPS:
            if step.when(one, function):
                for name in step.fields:
                    _row(one, step.name, name)
    st.button(words.say("function.to_list"), key="to_list", type="primary", on_click=ability_at.to_list, width="stretch")
    if one.now != rules.AS_BEFORE:
        st.button(words.say("function.mark_as_before"), key="as_before", on_click=ability_at.as_before, args=(one.what,), width="stretch")
    if one.what in rules.DAILY:
        st.button(words.say("function.not_speak"), key="not_speak", type="tertiary", on_click=ability_at.skip, args=(one.what,))
    st.button(words.say("function.remove"), key="remove_ability", type="tertiary", on_click=ability_at.remove, args=(one.what,))
    offer.save()


def _row(one: Ability, step: str, name: str) -> None:
    words, label = session.words(), session.words().say(f"function.short_{name}")
    told, way = st.columns((1, 1), gap=None, vertical_alignment="center")
    said = _task(one) if name == ability.TASK else show.said(ability.path(one, name))
    told.html(f'<p><span class="soft">{look.words(label)}:</span> {look.words(said)}</p>')
    way.button(words.say("denial.change", what=label), key=f"change.{name}", type="tertiary", on_click=ability.change, args=(one.what, step), width="stretch")


def _task(one: Ability) -> str:
    """The name of the task that asks for it."""
    task = next((task for task in session.case().function.job.tasks if task.id == one.task), None)
    return task and own(task.what or "") or session.words().say("denial.empty")
