"""The list of what a person can and cannot do: what comes next, the job, what changed, the rest folded, the one page."""

import streamlit as st

from pages.parts import ability, ability_at, ability_card, earlier, job, look, offer, quick_pass, session, whose
from pages.parts.markdown import own
from qme_guide.case import Ability, Function
from qme_guide.documents.matter import SENT_LANGUAGE
from qme_guide.rules import function as rules

SHEETS = ("function-statement", "function-full")
FOLDED = (rules.OPEN, rules.AS_BEFORE, rules.SKIPPED)


def screen() -> None:
    """The open screen of questions, the card of one part, or the list."""
    kind, what, *_ = session.place(ability_at.PLACE) or ("", "")
    one = ability.opened()
    if one and (step := ability.step_open()):
        ability.question(one, step)
    elif one:
        ability_card.screen(one)
    elif kind == quick_pass.KIND:
        quick_pass.screen(what)
    elif kind == quick_pass.CHECK:
        quick_pass.check()
    elif kind == job.JOB:
        job.question()
    elif kind == job.TASK:
        job.task_question(what)
    elif kind == earlier.KIND:
        earlier.question(what)
    elif not whose.question("function"):
        _list()


def _list() -> None:
    words, function = session.words(), session.case().function
    look.show(look.paragraph(words.say("function.intro")), look.notice(words.say("function.honest"), "next"))
    _next(function)
    job.section()
    _changed(function)
    for state in FOLDED:
        _folded(function, state)
    earlier.section()
    _sheet(function)
    offer.save(told=len(function.abilities))


def _next(function: Function) -> None:
    """The one thing to do now: the quick pass, or how something changed."""
    words, waiting = session.words(), rules.those(function, rules.CHANGED)
    if waiting:
        look.show(look.paragraph(words.say("function.tell_count", count=len(waiting)), soft=True))
        label = words.say("function.tell_next", name=ability_at.named(waiting[0]))
        st.button(label, key="tell_next", type="primary", on_click=ability_at.begin, args=(waiting[0],), width="stretch")
    if quick_pass.open_groups():
        started = function.abilities or function.skipped
        if not started:
            look.show(look.paragraph(words.say("function.start_help"), soft=True))
        kind = "secondary" if waiting else "primary"
        st.button(words.say("function.go_on" if started else "function.start"), key="quick", type=kind, on_click=quick_pass.begin, width="stretch")


def _changed(function: Function) -> None:
    """What is not as before, in the order of the list, with what was told of it."""
    words = session.words()
    look.heading(words.say("function.told_title"))
    told = [one for what in rules.ALL if (one := rules.ability(function, what)) and one.now != rules.AS_BEFORE]
    if not told:
        look.show(look.paragraph(words.say("function.told_empty"), soft=True))
    for one in told:
        with st.container(key=f"answer-{one.id}", gap=None):
            _open(one.what)
            look.show(look.paragraph(_told(one, function), soft=True))


def _open(what: str) -> None:
    label = session.words().say("function.open", name=ability_at.named(what))
    st.button(label, key=f"open.{what}", type="tertiary", on_click=ability_at.begin, args=(what,))


def _told(one: Ability, function: Function) -> str:
    """How it is now, how much and how long, in one line."""
    words = session.words()
    if rules.standing(function, one.what) == rules.CHANGED:
        return words.say("function.changed_told")
    parts = [words.choice("function.abilities.now", one.now)] if one.now else []
    parts += [own(said) for said in (one.amount,) if said]
    parts += [words.say("function.minutes_told", said=one.minutes)] if one.minutes else []
    return "; ".join(parts or [said for said in (one.example, one.good_day, one.bad_day, one.before) if said][:1])


def _folded(function: Function, state: str) -> None:
    """The parts that stand alike, in a fold: each opens its own questions."""
    found = rules.those(function, state)
    if found:
        with st.expander(session.words().say(f"function.fold_{state}", count=len(found))):
            for what in found:
                _open(what)


def _sheet(function: Function) -> None:
    """The one page, with what was told or to fill in by hand; all of it in full; how a paper reaches the doctor."""
    words, empty = session.words(), function == Function(skipped=function.skipped)
    look.heading(words.say("function.sheet_title"))
    look.show(look.paragraph(words.say("function.sheet_empty" if empty else "function.sheet_text")))
    if words.language != SENT_LANGUAGE and rules.own_words(function) and not session.case().sample:
        look.show(look.notice(words.say("imr.own_words"), "soon"))
    whose.missing("function")
    offer.papers(*SHEETS[:1] if empty else SHEETS)
    if not empty:
        offer.step(words.say("function.to_evaluator"), "evaluator")
