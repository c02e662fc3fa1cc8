"""The practice on the screen: the list of prompts, one prompt at a time, and the sheet that is for the person alone.

What was practised stands in no paper but that sheet. A prompt without words is not kept.
"""

from typing import get_args

import streamlit as st

from pages.parts import ask, letters, look, offer, recalling, session, show, undo
from qme_guide.answers import Prompt
from qme_guide.case import Practised

PROMPTS: tuple[str, ...] = get_args(Prompt)
PLACE, SHEET = "practice", "practice-sheet"


def screen() -> None:
    """The open prompt, or the list."""
    prompt = session.place(PLACE)
    if prompt in PROMPTS:
        _prompt(prompt)
    else:
        _list()


def _done() -> tuple[str, ...]:
    """The prompts that have words."""
    return tuple(one.id for one in session.case().practice if one.text)


def _list() -> None:
    words, done = session.words(), _done()
    look.show(look.paragraph(words.say("practice.intro")), look.notice(words.say("practice.private"), "next"))
    _next(done)
    tips = words.passages["pages/exam_practice"]
    look.show(look.fold(words.say("practice.tips_first"), f"<h3>{look.words(tips.title)}</h3>", show.passage("pages/exam_practice")))
    look.heading(words.say("practice.list_title"))
    for state, held in (("open", [one for one in PROMPTS if one not in done]), ("done", done)):
        if held:
            with st.expander(words.say(f"practice.fold_{state}", count=len(held))):
                for prompt in held:
                    label = words.say("practice.open", number=PROMPTS.index(prompt) + 1, name=words.say(f"practice.name_{prompt}"))
                    st.button(label, key=f"open.{prompt}", type="tertiary", on_click=_go, args=(prompt,))
    _sheet(done)
    offer.save(told=len(session.case().practice))


def _next(done: tuple[str, ...]) -> None:
    """The first prompt without words; when all have some, that this is enough."""
    words = session.words()
    first = next((prompt for prompt in PROMPTS if prompt not in done), None)
    if done:
        key = "practice.done_count" if first else "practice.all_done"
        look.show(look.paragraph(words.say(key, done=len(done), count=len(PROMPTS))))
    if first:
        label = words.say("practice.go_on", number=PROMPTS.index(first) + 1) if done else words.say("practice.start")
        st.button(label, key="practice_next", type="primary", on_click=_go, args=(first,), width="stretch")


def _sheet(done: tuple[str, ...]) -> None:
    """The sheet, with the words or to practice from paper; and the way to let go of all words."""
    words = session.words()
    look.heading(words.say("practice.sheet_title"))
    look.show(look.paragraph(words.say("practice.sheet_text")))
    offer.papers(SHEET)
    if done:
        st.button(words.say("practice.remove"), key="practice_remove", type="tertiary", on_click=_remove)


def _go(prompt: str) -> None:
    """Open a prompt; one without words is kept with its first ones."""
    letters.stop()
    session.go(PLACE, prompt)
    if prompt not in {one.id for one in session.case().practice}:
        letters.begin("practice", Practised(id=prompt))


def _to_list() -> None:
    letters.stop()
    session.go(PLACE, None)


def _prompt(prompt: str) -> None:
    """One prompt: why a doctor asks it, a tip, what was told before, and a place for own words."""
    words, number = session.words(), PROMPTS.index(prompt) + 1
    at = next((at for at, one in enumerate(letters.case().practice) if one.id == prompt), None)
    if at is None:
        _go(prompt)
        st.rerun()
    look.show(look.paragraph(words.say("practice.step", number=number, count=len(PROMPTS)), soft=True))
    told = {"label": words.say(f"practice.ask_{prompt}"), "why": words.say(f"practice.why_{prompt}"), "find": words.say("practice.tip", tip=words.say(f"practice.tip_{prompt}"))}
    went = ask.screen(f"practice.{prompt}", (f"practice.{at}.text",), optional=True, skip=words.say("ask.skip_it"), told=told, stop=words.say("practice.stop"))
    if before := recalling.told(prompt):
        look.show(look.fold(words.say("practice.told_before"), *map(look.quote, before)))
    if went:
        _after(prompt, {ask.ON: PROMPTS, ask.BACK: PROMPTS[::-1]}.get(went, (prompt,)))
        st.rerun()


def _after(prompt: str, way: tuple[str, ...]) -> None:
    """Keep the prompts with words, in order; then the next one, or the list after the last; way: the prompts still to come, this one first or among them."""
    kept = sorted((one for one in session.case().practice if one.text), key=lambda one: PROMPTS.index(one.id))
    session.answer({"practice": tuple(kept)})
    follows = way[way.index(prompt) :][1:]
    if follows:
        _go(follows[0])
    else:
        _to_list()


def _remove() -> None:
    before = session.case().practice
    session.answer({"practice": ()})
    undo.remember("practice.removed", {"practice": before})
