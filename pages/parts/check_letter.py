"""The check before a letter about a report: every answer in groups, each with a way to change it that comes back here.

It must not know which letter it is. The page that shows it says what opens a question and which questions there are.
"""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from pages.parts import look, session, show

# A screen of questions by its name, with the paths that it asks for.
Screens = Mapping[str, Sequence[str]]
Open = Callable[[str], None]


def group(title: str, screens: Screens, open_: Open, called: Mapping[str, str]) -> None:
    """One group: under each screen's name its answers, and the way to change them. called: each screen in a few words."""
    words = session.words()
    with st.container(key=f"card-check-{'-'.join(screens)}", gap="small"):
        look.subheading(title)
        for name, paths in screens.items():
            with st.container(key=f"answer-check-{name}", gap=None):
                look.show(*(_said(path) for path in paths))
                label = words.say("denial.change", what=called[name])
                st.button(label, key=f"check.{name}", type="tertiary", on_click=open_, args=(name,))


def _said(path: str) -> str:
    """An answer behind its short name; that it is empty while nothing was said."""
    words = session.words()
    label = words.say(f"dispute_letter.short_{path.rpartition('.')[-1]}")
    return f'<p><span class="soft">{look.words(label)}:</span> {look.words(show.said(path))}</p>'
