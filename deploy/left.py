"""The page that stands in the place of the guide after "erase and leave": both languages, no script, nothing behind it.

It says nothing about health, law or the person, and its address and title do not either. Made once, from the word files.
"""

import re
from functools import cache
from html import escape

import streamlit as st
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.parts import device_away
from qme_guide.words import LANGUAGES, Words, load_words

PASSAGE = "pages/left"
# Nothing may load or run here: the page is its words and this style.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
STYLE = f"""{device_away.STYLE}
section + section {{ margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid #6b7775; }}
a {{ display: inline-block; padding: .75rem 1rem; border: 2px solid; border-radius: 8px; font-weight: 700; text-decoration: none; color: #0b4f57; }}
a:focus-visible {{ outline: 3px solid; outline-offset: 2px; }}
@media (prefers-color-scheme: dark) {{ a {{ color: #8fd6d9; }} }}
"""


class LeftPage:
    """Answers at the path of this page, and lets every other request through."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == path():
            await HTMLResponse(page(path()), headers={"content-security-policy": POLICY})(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def path() -> str:
    """Where the page is: beside the first page of the guide."""
    base = st.get_option("server.baseUrlPath").strip("/")
    return f"/{base}/left" if base else "/left"


@cache
def page(here: str) -> str:
    """The page as HTML; `here`: its own path."""
    # Spanish first, as the guide is written; each language is marked as what it is.
    spoken = [load_words(one) for one in reversed(LANGUAGES)]
    first, *_ = spoken
    title = " / ".join(words.say("frame.left") for words in spoken)
    parts = "".join(_part(words, here.removesuffix("left"), "h1" if words is first else "h2") for words in spoken)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>{escape(title)}</title><style>{STYLE}</style>'
    return f'<!doctype html><html lang="{first.language}"><head>{head}</head><body><main>{parts}</main></body></html>'


def _part(words: Words, home: str, heading: str) -> str:
    """The words of one language, with the way back to its first page."""
    passage = words.passages[PASSAGE]
    paragraphs = "".join(f"<p>{_strong(escape(one))}</p>" for one in passage.paragraphs)
    again = f'<p><a href="{home}?lang={words.language}">{escape(words.say("frame.start_again"))}</a></p>'
    return f'<section id="{words.language}" lang="{words.language}"><{heading}>{escape(passage.title)}</{heading}>{paragraphs}{again}</section>'


def _strong(text: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
