"""Everything that a screen sends to the browser, and what the browser would make of it. No page is known here by name.

A text goes out as HTML (`st.html`), as Markdown (labels, headings, choices) or as it stands (what lies in a field, what a
thing is called inside the program). A field of Streamlit's messages that is not listed as one of the others counts as Markdown.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html.parser import HTMLParser

from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from pages.parts.markdown import typed
from qme_guide.case import Case
from qme_guide.render.clean import clean
from tests.markup import MARK, places

# What Streamlit shows as it stands or does not show: message and field. A list that opens shows its lines as they stand.
AS_IT_STANDS = {
    ("TextInput", "default"), ("TextInput", "value"), ("TextInput", "set_value"), ("TextArea", "default"), ("TextArea", "value"), ("TextArea", "set_value"),
    ("Selectbox", "options"), ("Selectbox", "value"), ("Selectbox", "raw_value"), ("Selectbox", "set_value"),
    # What our own scripts are told: they put none of it into the page.
    ("BidiComponent", "json"), ("BidiComponent", "mixed.json"),
}  # fmt: skip
# Where HTML holds a text that is read out or shown, and never followed or run.
TEXT_ATTRIBUTES = {"alt", "aria-label", "data-label"}
ATTRIBUTES = {*TEXT_ATTRIBUTES, "class", "role", "dir", "lang", "scope", "href", "src", "target", "rel", "tabindex", "aria-current", "aria-hidden", "style", "open", "id", "start", "value", "for", "aria-labelledby", "data-lines"}
TAGS = set(
    "p div span section article header footer main aside nav h1 h2 h3 h4 ul ol li dl dt dd table caption thead tbody tr th td "
    "a strong em b i small br hr img blockquote details summary figure figcaption style abbr time sup sub cite q bdi".split()
)
# Two cells side by side never read as one typed text.
CELLS, BETWEEN = {"td", "th"}, "\u241e"
# Lines of an address, parts of a body: one line, with other marks between them.
_SPACE = re.compile(r"[\s\x00,;]+")
# What says that more was typed, and what then stands behind the head of a text that is cut short.
_CUT = {"\u2026": r"\[?\u2026", "[+]": r"\.|\)(?=\[\+)"}
# A star that a sentence of ours took in (word_files.filled): what follows it has no width.
_STAR = re.compile("\\*\u2060+")


class _Page(HTMLParser):
    """A piece of HTML: its words, and what should not be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.faults: list[str] = []
        self.style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.style = tag == "style"
        if tag in CELLS:
            self.words.append(BETWEEN)
        if tag not in TAGS or self.style and MARK in str(attrs):
            self.faults.append(f"tag {tag}")
        for name, value in attrs:
            if name in TEXT_ATTRIBUTES:
                self.words.append(f" {value} ")
            elif name not in ATTRIBUTES or MARK in (value or "") or (name == "href" and not re.match(r"https://|tel:\d", value or "")):
                self.faults.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        self.style = False

    def handle_data(self, data: str) -> None:
        if self.style and MARK in data:
            self.faults.append(f"style {data}")
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"declaration {decl}")

    handle_pi = unknown_decl = handle_decl


def own_words(case: Case) -> tuple[str, ...]:
    """What was typed in a case and holds the mark, the longest first."""
    said = {case.answer(path) for path in places(case)}
    return tuple(sorted((one for one in said if isinstance(one, str) and MARK in one), key=lambda one: (len(one), one), reverse=True))


def faults_of_html(body: str, own: tuple[str, ...]) -> list[str]:
    """What a piece of HTML holds that none of ours does: a tag or an address of a typed text, or half of one in its words.

    The twin of a paper on the screen shows it as the paper does: without the signs that hide or reverse others.
    """
    page = _Page()
    page.feed(body)
    page.close()
    words = "".join(page.words)
    return [*page.faults, *(_rest(clean(words), _cleaned(own)) if MARK in words else ())]


def faults_of_markdown(label: str, own: tuple[str, ...]) -> list[str]:
    """What a label holds of typed texts that are not made safe, at its head or further on."""
    return _rest(_STAR.sub("*", label), _labels(own)) if MARK in label else []


@cache
def _cleaned(own: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(squeezed(clean(one)) for one in own)


@cache
def _labels(own: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(squeezed(_STAR.sub("*", way)) for one in own for way in (typed(one), typed(f"x{one}")[1:]))


def _rest(text: str, known: tuple[str, ...]) -> list[str]:
    """The mark where it stands outside of every known text; nothing when each stands there whole, or its head before a sign of more.

    Two texts beside each other may hold a third across them ("{zonk", "}zonk{"): of equal length each may be the first to be found.
    """
    first = _outside(squeezed(text), known)
    return first and _outside(squeezed(text), sorted(reversed(known), key=len, reverse=True))


def _outside(left: str, known: Sequence[str]) -> list[str]:
    """The mark where it stands outside of these texts, looked for in this order."""
    for one in known:
        if MARK in left:
            left = left.replace(one, "")
    for ends in (ends for more, ends in _CUT.items() if more in left):
        left = _without_heads(left, known, ends)
    return [f"not as typed: {left[max(0, left.index(MARK) - 60) :][:160]!r}"] if MARK in left else []


def _without_heads(text: str, known: Sequence[str], ends: str) -> str:
    """The text without the first parts of typed ones that are cut short, the longest that can stand there."""
    for end in re.finditer(ends, text) if MARK in text else ():
        found = ((text.rfind(one[: len(MARK)], 0, end.start()), one) for one in known)
        begins = [at for at, one in found if at >= 0 and one.startswith(text[at : end.start()])]
        if begins:
            return _without_heads(text[: min(begins)] + text[end.end() :], known, ends)
    return text


def squeezed(text: str) -> str:
    """A text without blanks and without the marks that another way of putting it may add or leave out."""
    return _SPACE.sub("", text)


def sent(at: AppTest) -> Iterator[tuple[str, str, str]]:
    """Every text on the screen: the message that holds it, its field, and the text."""
    for node in at._tree:
        proto = getattr(node, "proto", None)
        if isinstance(proto, Message):
            yield from ((type(proto).__name__, name, text) for name, text in _texts(proto))


def _texts(message: Message, way: str = "") -> Iterator[tuple[str, str]]:
    for found, value in message.ListFields():
        name, many = f"{way}{found.name}", value if found.is_repeated else [value]
        if found.type == found.TYPE_STRING:
            yield from ((name, one) for one in many)
        elif found.type == found.TYPE_BYTES:
            yield from ((name, one.decode("utf-8", "replace")) for one in many)
        elif found.type == found.TYPE_MESSAGE and found.message_type.GetOptions().map_entry:
            yield name, repr(dict(value))
        elif found.type == found.TYPE_MESSAGE:
            for one in many:
                yield from _texts(one, f"{name}.")


def faults(at: AppTest, own: tuple[str, ...]) -> list[str]:
    """What is wrong with typed texts on this screen; empty when each stands there as it was typed."""
    found = [f"{one.message}: {one.stack_trace[-4:]}" for one in at.exception]
    for message, name, text in sent(at):
        if message == "Html":
            found += [f"{message}.{name}: {one}" for one in faults_of_html(text, own)]
        elif MARK in text and (message, name) not in AS_IT_STANDS:
            found += [f"{message}.{name}: {one}" for one in faults_of_markdown(text, own)]
    return found
