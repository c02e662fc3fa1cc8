"""Texts that would be markup, in a real browser: nothing runs, nothing is fetched, and what shows is what was typed.

One page shows each text in each kind of piece that the guide puts screens together from; then the pages themselves, with
texts in every field. That every page uses only these pieces is proved without a browser: tests/test_markup_pages.py.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page

from qme_guide.case import Case
from qme_guide.flow import PAGES
from tests.browser.drive import Server, changed, settled
from tests.browser.journey import Journey
from tests.browser.marked import bring, turn_to
from tests.markup import CORPUS, FULLEST, MARK, shifted
from tests.personas import EVERYBODY
from tests.sweeps import some_of

PART = 24
# A page of our own with every piece; which texts of the corpus it shows stands in its box.
PIECES = '''import streamlit as st
from pages.parts import look
from pages.parts.markdown import own, plain, typed
from qme_guide.words import load_words
from tests_markup import CORPUS
st.title("Pieces")
first = int(st.text_input("first", value="0"))
words = load_words("en")
for at, text in list(enumerate(CORPUS))[first:first + PART]:
    text = text.strip()[:900]
    said = words.fill("before {what} after", what=text)
    with st.container(key=f"text-{at}"):
        look.show(look.paragraph(said), look.bullets([own(text)]), look.quote(text), look.own(text), look.notice(said, "soon"))
        look.show(look.fold(own(text), look.paragraph(said)), look.card(look.paragraph(said)))
        look.heading(typed(text))
        look.subheading(words.fill("Open: {what}", what=typed(text)))
        st.button(words.fill("Open: {what}", what=typed(text)), key=f"button{at}")
        st.checkbox(typed(text), key=f"check{at}")
        st.radio(words.fill("Which? {what}", what=typed(text)), [typed(f"1. {text}"), "no"], key=f"radio{at}")
        st.text_input(typed(text), value=text[:300], key=f"input{at}")
        st.text_area(typed(text), value=text, key=f"area{at}")
        st.selectbox("which", [text, "no"], key=f"select{at}")
        st.expander(typed(text)).write("inside")
st.write("all of it")
'''.replace("PART]", f"{PART}]")
# What a text became, if it became anything: seen in the page, not in the words of it.
BECAME = f"""() => {{
    const found = [];
    // A heading has its own words as its id, and the browser names it after that: an element is no number.
    if (window.{MARK} === 1) found.push("a script ran");
    const inside = ".stMain *";
    for (const one of document.querySelectorAll(inside)) {{
        for (const {{name, value}} of one.attributes) {{
            const text = ["value", "aria-label", "alt", "title", "placeholder", "data-label", "data-baseweb"].includes(name);
            if (/^on/i.test(name) || (!text && !["class", "id"].includes(name) && value.includes("{MARK}"))) found.push(`${{one.tagName}} ${{name}}=${{value}}`);
        }}
        if (["SCRIPT", "IFRAME", "OBJECT", "EMBED", "BASE", "META", "LINK", "MATH", "VIDEO"].includes(one.tagName) && !one.closest(".stIFrame")) found.push(one.tagName);
    }}
    for (const one of document.querySelectorAll(".stMain :is(.katex, blockquote blockquote, [data-testid=stMarkdownContainer] :is(a, img, code, pre, table, em, strong, del, h4, ul, ol, input, hr, sup))")) {{
        if (one.closest(".st-key-sample, .st-key-bar, [data-ours]")) continue;
        // Our own: on a phone the name on these buttons is only read aloud (look.css). One in each, and nothing in it.
        const said = one.tagName === "EM" && one.closest("[class*='st-key-ways-'] :is(button, summary)");
        if (said && said.querySelectorAll("em, strong, del, code, a").length === 1) continue;
        if (one.innerText.includes("{MARK}") || one.tagName === "IMG") found.push(`${{one.tagName}} ${{one.className}}: ${{one.innerText.slice(0, 80)}}`);
    }}
    return found;
}}"""
SHOWN = "key => [...document.querySelectorAll(`.st-key-${key} :is(.stHtml p, li, blockquote, .notice, summary, h2, h3, [data-testid=stMarkdownContainer])`)].map(one => one.innerText)"


class Watched:
    """A page and what it tells of itself: dialogs, broken rules, requests to others."""

    def __init__(self, page: Page) -> None:
        self.page, self.heard = page, []
        page.on("dialog", lambda dialog: (self.heard.append(f"dialog {dialog.type}"), dialog.dismiss()))
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.heard.append(f"error {error}"))
        page.on("popup", lambda other: self.heard.append(f"window {other.url}"))

    def _hear(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or MARK in message.text:
            self.heard.append(message.text)

    def became(self) -> list[str]:
        """Everything that a text became other than text."""
        return [*self.heard, *self.page.foreign, *self.page.evaluate(BECAME)]


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Server]:
    """The guide with a page of pieces in the place of one of its own."""
    folder = tmp_path_factory.mktemp("pieces")
    with changed(folder, folder / "log.txt", {"pages/learn/about.py": PIECES, "tests_markup.py": f"CORPUS = {CORPUS!r}\n"}) as found:
        yield found


def looks(text: str) -> str:
    """A text as it can be read from a screen: without what has no width, and blanks as they fall."""
    return "".join(one for one in text if not one.isspace() and one.isprintable() and one not in "\u2060\u034f\ufffd")


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, len(CORPUS), PART))
def test_each_text_in_each_piece_of_a_screen_shows_as_it_was_typed_and_does_nothing(visit: Callable[..., Page], pieces: Server, first: int) -> None:
    page = visit("/about", address=pieces.address)
    watched = Watched(page)
    page.get_by_label("first").fill(str(first))
    page.keyboard.press("Enter")
    last = min(first + PART, len(CORPUS)) - 1
    page.locator(f".st-key-area{last}").wait_for(timeout=60_000)
    settled(page)

    assert not (became := watched.became()), "\n".join(became)
    for at in range(first, last + 1):
        wanted = looks(CORPUS[at].strip()[:900])
        shown = [looks(one) for one in page.evaluate(SHOWN, f"text-{at}")]
        assert len(shown) > 12
        assert not [one for one in shown if wanted not in one and one not in ("no", "which", "inside", "")], CORPUS[at]
    assert pieces.logged().count(MARK) == 0


def toured(page: Page, case: Case, language: str) -> Iterator[tuple[str, list[str]]]:
    """Open a case file, go to each page: what the texts became there."""
    journey, watched = Journey(page, language), Watched(page)
    bring(journey, case)
    for one in PAGES:
        turn_to(journey, one.name)
        yield one.name, watched.became()


@pytest.mark.slow
@pytest.mark.parametrize("by", range(0, len(CORPUS), 71))
def test_a_case_file_full_of_markup_does_nothing_on_any_page(visit: Callable[..., Page], server: Server, by: int) -> None:
    case = {0: FULLEST, 1: EVERYBODY["exam-soon"], 2: EVERYBODY["upheld"]}[by % 3]
    for name, became in toured(visit("/", language="es"), shifted(case, by), "es"):
        assert not became, "\n".join((name, *became))
    assert MARK not in server.logged()
