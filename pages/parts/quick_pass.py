"""The quick pass: what is as before and what changed, one tap each, a few to a screen. Personal ones stand alone.

What was told in full is not asked again. What stays untouched stays without an answer.
"""

import streamlit as st

from pages.parts import ability_at, look, session
from qme_guide.case import Ability
from qme_guide.rules import function as rules

KIND, CHECK, SURE = "quick", "quick_check", "function.sure"
CHOICES = (rules.AS_BEFORE, rules.CHANGED)


def to_ask(at: int) -> tuple[str, ...]:
    """The parts of this group that one tap can answer."""
    function = session.case().function
    return tuple(what for what in rules.GROUPS[at] if rules.standing(function, what) != rules.TOLD)


def open_groups() -> list[int]:
    """The groups in which something has no answer yet."""
    function = session.case().function
    return [at for at, group in enumerate(rules.GROUPS) if any(rules.standing(function, what) == rules.OPEN for what in group)]


def begin() -> None:
    """Open the first group without an answer."""
    session.go(ability_at.PLACE, (KIND, next(iter(open_groups()), 0)))


def screen(at: int) -> None:
    """One group: a row for each part, then on, the rest as before, or back."""
    words, asked = session.words(), to_ask(at)
    personal = rules.GROUPS[at][0] in rules.SENSITIVE
    look.show(look.paragraph(words.say("function.quick_step", number=at + 1, count=len(rules.GROUPS)), soft=True))
    with st.form(f"form.quick.{at}", border=False):
        look.heading(words.say("function.quick_ask_one" if personal else "function.quick_ask"))
        look.show(look.notice(words.say("function.sensitive"), "next") if personal else look.paragraph(words.say("function.quick_help"), soft=True))
        taps = {what: _row(what) for what in asked}
        went_on = st.form_submit_button(words.say("ask.continue"), type="primary", width="stretch")
        other = st.form_submit_button(words.say("function.quick_skip" if personal else "function.quick_rest"), key="quick_other", width="stretch")
        went_back = st.form_submit_button(words.say("ask.back"), width="stretch")
    if other and personal:
        _keep({}, skipped=asked)
    elif other or went_on:
        _keep({what: tap or (rules.AS_BEFORE if other else "") for what, tap in taps.items()})
    if other or went_on or went_back:
        _move(at, back=went_back)
    st.button(words.say("function.quick_to_list"), key="to_list", on_click=ability_at.to_list, width="stretch")


def _row(what: str) -> str | None:
    """One part, what it is like, and its two answers side by side."""
    words, state = session.words(), rules.standing(session.case().function, what)
    look.subheading(ability_at.named(what))
    look.show(look.paragraph(words.say(f"function.like_{what}"), soft=True))
    with st.container(key=f"short-answers-{what}"):
        at = CHOICES.index(state) if state in CHOICES else None
        return st.radio(ability_at.named(what), CHOICES, index=at, key=f"q.quick.{what}", format_func=lambda tap: words.say(f"function.quick_{tap}"), label_visibility="collapsed", horizontal=True)


def _keep(taps: dict[str, str], skipped: tuple[str, ...] = ()) -> None:
    """Keep what was tapped; what was tapped is not skipped any more, and what is skipped was not told."""
    function = session.case().function
    for what, tap in taps.items():
        if tap and tap != rules.standing(function, what):
            one = rules.ability(function, what) or ability_at.new(function, what)
            others = tuple(other for other in function.abilities if other.what != what)
            told = Ability(id=one.id, what=what, now=rules.AS_BEFORE if tap == rules.AS_BEFORE else None, before=one.before, task=one.task)
            function = function.model_copy(update={"abilities": (*others, told)})
    left = {what for what, tap in taps.items() if tap}
    kept = tuple(one for one in function.abilities if one.what not in skipped)
    passed = tuple(dict.fromkeys((*(what for what in function.skipped if what not in left), *skipped)))
    session.answer({"function": function.model_copy(update={"abilities": kept, "skipped": passed})})


def check() -> None:
    """At the end, once for each list: is what stayed as before so on a bad day too? It is easy to pass over."""
    words, same = session.words(), _as_before()
    look.heading(words.say("function.quick_sure", count=len(same)))
    look.show(look.bullets(ability_at.named(what) for what in same))
    st.button(words.say("function.quick_yes"), key="quick_yes", type="primary", on_click=_sure, width="stretch")
    st.button(words.say("function.quick_again"), key="quick_again", on_click=_again, width="stretch")


def _as_before() -> tuple[str, ...]:
    return rules.those(session.case().function, rules.AS_BEFORE)


def _sure() -> None:
    session.note(SURE, _as_before())
    ability_at.to_list()


def _again() -> None:
    """From the first group in which something is as before."""
    groups = [at for at, group in enumerate(rules.GROUPS) if set(group) & set(_as_before())]
    session.go(ability_at.PLACE, (KIND, groups[0]))


def _move(at: int, back: bool) -> None:
    """To the next group that has something to tap, or the one before; from the first to the list, from the last to the check."""
    groups = [one for one, _ in enumerate(rules.GROUPS) if to_ask(one)]
    ways = [one for one in groups if one < at][::-1] if back else [one for one in groups if one > at]
    asks = not back and _as_before()[1:] and _as_before() != session.place(SURE)
    session.go(ability_at.PLACE, (KIND, ways[0]) if ways else (CHECK, "") if asks else None)
    st.rerun()
