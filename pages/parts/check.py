"""The check: every answer about a letter with its short name, in groups, each with a link to change it.

It must not know any rule: which screens apply comes from the interview.
"""

import streamlit as st

from pages.parts import letters, look, session, show
from qme_guide import interview
from qme_guide.case import Letter
from qme_guide.rules import imr


def answers(at: int) -> None:
    """The answers of letter number `at` (from 0): what was said by group, then what was not said yet."""
    words, case = session.words(), session.case()
    pairs = [(screen, path) for screen in interview.screens(case, at) for path in screen.fields]
    with st.container(key="card-check", gap="small"):
        for group in interview.GROUPS:
            said = [(screen, path) for screen, path in pairs if screen.group == group and not interview.unanswered(case, path)]
            if said:
                look.subheading(words.say(f"denial.group_{group}"))
                for screen, path in said:
                    _row(screen, path)
    open_ones = [(screen, path) for screen, path in pairs if interview.unanswered(case, path)]
    if open_ones:
        with st.expander(words.say("denial.unanswered")):
            for screen, path in open_ones:
                _row(screen, path)


def _row(screen: interview.Screen, path: str) -> None:
    """Short name, answer, and the way to change it."""
    words, name = session.words(), path.rpartition(".")[-1]
    label = words.say(f"fact.short_{name}")
    with st.container(key=f"answer-{name}"):
        told, way = st.columns((1, 1), gap=None, vertical_alignment="center")
        told.html(f'<p><span class="soft">{look.words(label)}:</span> {look.words(show.said(path))}</p>')
        change = words.say("denial.change", what=label)
        way.button(change, key=f"change.{name}", type="tertiary", on_click=letters.change, args=(screen.name,), width="stretch")


def medicine(letter: Letter) -> None:
    """The letter is said to deny a medicine, but none is on the list: ask which one, with a way to both answers."""
    words = session.words()
    if imr.unnamed_medicine(letter):
        look.show(look.notice(words.say("denial.which_medicine"), "soon"))
        for name in ("treatments", "drug"):
            st.button(words.say("denial.change", what=words.say(f"fact.short_{name}")), key=f"mend.{name}", on_click=letters.change, args=(name,), width="stretch")
