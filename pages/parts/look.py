"""The look: the style sheet, and the pieces of HTML that screens are put together from.

Each piece takes plain words, escapes them and gives back HTML; `show` puts pieces on the screen. Nothing here knows a
case, a rule or the session. A piece holds no link within the guide: it would load the app anew and lose the visit.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import streamlit as st

TONES = {tone: tone for tone in ("done", "next", "soon", "stop", "wait")}
_STRONG = re.compile(r"\*\*(?!\u2060)(.+?)\*\*(?!\u2060)")
_EMPHASIS = re.compile(r"\*(?!\u2060)(.+?)\*(?!\u2060)")
_PHONE = re.compile(r"\b\d-\d{3}-\d{3}-\d{4}\b")


@dataclass(frozen=True)
class Row:
    """One line of a road or a check: a status word in its tone, what it is about, and one line of help."""

    word: str
    tone: str
    title: str
    help: str = ""


def style() -> None:
    """Put the style sheet on the page."""
    st.html(Path(__file__).with_name("look.css"))


def show(*pieces: str) -> None:
    """Show pieces, one under the other; nothing when all of them are empty."""
    if body := "".join(pieces):
        st.html(body)


def title(words: str) -> None:
    """The one h1 of a screen."""
    st.title(words, anchor=False)


def heading(words: str) -> None:
    """An h2."""
    st.header(words, anchor=False)


def subheading(words: str) -> None:
    """An h3."""
    st.subheader(words, anchor=False)


def words(plain: str) -> str:
    """Plain words as HTML, with **strong** and *emphasis* (not where a sign without width follows: that star was typed); a telephone number can be tapped."""
    called = _PHONE.sub(r'<a class="phone" href="tel:\g<0>">\g<0></a>', escape(plain))
    strong = _STRONG.sub(r"<strong>\1</strong>", called)
    return _EMPHASIS.sub(r"<em>\1</em>", strong)


def whole_day(plain: str) -> str:
    """A day in full as HTML: where it needs two lines, it breaks after the weekday and not inside the date."""
    weekday, _, date = plain.partition(" ")
    return f"{words(weekday)} <strong>{words(date)}</strong>"


def paragraph(plain: str, soft: bool = False) -> str:
    """A paragraph; `soft` for second text."""
    return f'<p class="soft">{words(plain)}</p>' if soft else f"<p>{words(plain)}</p>"


def paragraphs(many: Iterable[str]) -> str:
    """Several paragraphs."""
    return "".join(paragraph(one) for one in many)


def bullets(items: Iterable[str], numbered: bool = False) -> str:
    """A list of points, or of numbered steps."""
    kind = "ol" if numbered else "ul"
    return f"<{kind}>{''.join(f'<li>{words(item)}</li>' for item in items)}</{kind}>"


def quote(own: str) -> str:
    """What a person typed, exactly as it stands, in quotation marks."""
    return f'<blockquote dir="auto">\u201c{escape(own)}\u201d</blockquote>'


def own(line: str) -> str:
    """A line of second text with own words in it: they show as they were typed."""
    return f'<p class="soft" dir="auto">{escape(line)}</p>'


def link(text: str, address: str) -> str:
    """A link to a page outside; it opens beside the guide, so that no answer is lost, and tells nobody where from."""
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{words(text)}</a>'


def tag(word: str, tone: str) -> str:
    """A status: always a word, in the colour of its tone. KeyError for a tone that does not exist."""
    return f'<span class="tag {TONES[tone]}">{words(word)}</span>'


def strip(text: str) -> str:
    """One line that stays in sight: the date on screens that make it exact."""
    return f'<p class="strip">{words(text)}</p>'


def image(address: str, says: str, hint: str = "") -> str:
    """A picture, and in words what it shows. With small print it gets a `hint`: on a phone it is large and moves sideways."""
    picture, told = f'<img class="picture" src="{escape(address)}" alt="{escape(says)}">', escape(hint)
    return f'<p class="soft closer-hint">{told}</p><div class="closer" role="group" aria-label="{told}" tabindex="0">{picture}</div>' if hint else picture


def pictures(pages: Iterable[tuple[str, str]], at: int, says: str) -> str:
    """Small pictures in a row, each with its number; the one at place `at` is marked. A long row moves sideways."""
    drawn = (f'<li{" aria-current=true" if one == at else ""}><img src="{escape(address)}" alt="">{escape(number)}</li>' for one, (address, number) in enumerate(pages))
    return f'<ol class="pictures" tabindex="0" role="list" aria-label="{escape(says)}">{"".join(drawn)}</ol>'


def fold(summary: str, *pieces: str) -> str:
    """A part that opens on demand."""
    return f"<details><summary>{words(summary)}</summary>{''.join(pieces)}</details>"


def card(*pieces: str, tone: str = "") -> str:
    """A white card; with a tone, its left edge has the tone's colour."""
    edge = f" edge {TONES[tone]}" if tone else ""
    return f'<section class="card{edge}">{"".join(pieces)}</section>'


def notice(text: str, tone: str, title: str = "", word: str = "") -> str:
    """A sentence in a box of its tone, with or without a title, or with a status word."""
    head = f"<strong>{words(title)}</strong> " if title else f"{tag(word, tone)} " if word else ""
    return f'<div class="notice {TONES[tone]}" role="status">{head}{words(text)}</div>'


def errors(title: str, problems: Iterable[str]) -> str:
    """The summary on top of a screen whose answers need another look. The frame moves the focus to it."""
    return f'<div class="notice stop errors" role="alert" tabindex="-1"><strong>{words(title)}</strong>{bullets(problems)}</div>'


def field_error(problem: str) -> str:
    """What is asked again, right at its field."""
    return f'<p class="field-error">{words(problem)}</p>'


def boxes(pairs: Iterable[tuple[str, str]]) -> str:
    """Small boxes side by side, each a label and a text: by when to fax, by when to mail."""
    return f'<div class="boxes">{"".join(f"<div><strong>{words(label)}</strong>{words(text)}</div>" for label, text in pairs)}</div>'


def date_card(label: str, day: str, near: str, pairs: Iterable[tuple[str, str]] = (), *pieces: str, tone: str = "next") -> str:
    """The date: its label, the day in full (the largest thing on the screen), how near it is, boxes, and folded parts."""
    head = f'<p class="label">{words(label)}</p><p class="day">{whole_day(day)}</p><p class="near">{words(near)}</p>'
    return f'<section class="card edge date {TONES[tone]}">{head}{boxes(pairs) if pairs else ""}{"".join(pieces)}</section>'


def road(rows: Iterable[Row]) -> str:
    """Steps or checks in a card, the status words in one column."""
    return f'<ul class="card road">{"".join(_row(row) for row in rows)}</ul>'


def _row(row: Row) -> str:
    about = f'<span class="about"><strong>{words(row.title)}</strong>{f"<span>{words(row.help)}</span>" if row.help else ""}</span>'
    return f"<li>{tag(row.word, row.tone)}{about}</li>"


def table(name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A plain table, moved sideways where it is wider than the screen; `name` tells what it holds."""
    top = "".join(f'<th scope="col">{words(cell)}</th>' for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f'<div class="wide" role="region" tabindex="0" aria-label="{escape(name)}"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'


def call_button(label: str, phone: str, quiet: bool = False) -> str:
    """A telephone number as a large button; `quiet`: outlined, where another button is the main one of the screen."""
    return f'<a class="call{" quiet" if quiet else ""}" href="tel:{escape(phone)}">{escape(label)}</a>'
