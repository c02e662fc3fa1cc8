"""The widgets of the questions, one for each kind of answer. Each shows what is known and gives back what is typed."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from pages.parts import incoming, look, session
from pages.parts.markdown import plain
from qme_guide.answers import SEASONS, UNSURE
from qme_guide.fields import Field
from qme_guide.words import LANGUAGES, Words, load_words

MONTHS = ("", *range(date.min.month, date.max.month + 1))


def _choice(path: str, found: Field, label: str, hint: str, answer: object) -> object:
    _hint(hint)
    index = found.values.index(answer) if answer in found.values else None
    return st.radio(label, found.values, index=index, key=f"q.{path}", format_func=_reader(path), label_visibility="collapsed")


def _choices(path: str, found: Field, label: str, hint: str, answer: object) -> object:
    _hint(hint)
    with st.container(key=f"choices-{path.replace('.', '-')}", gap="small"):
        said = {one: st.checkbox(plain(_reader(path)(one)), value=one in (answer or ()), key=f"q.{path}.{one}") for one in found.values}
    return tuple(one for one in found.values if said[one])


def _line(path: str, found: Field, label: str, hint: str, answer: object) -> object:
    _hint(hint)
    return st.text_input(label, value=answer or "", key=f"q.{path}", label_visibility="collapsed", autocomplete="off")


def _text(path: str, found: Field, label: str, hint: str, answer: object) -> object:
    _hint(hint)
    return st.text_area(label, value=answer or "", key=f"q.{path}", label_visibility="collapsed")


def _day(
    path: str, found: Field, label: str, hint: str, answer: object,
    months: tuple[int | str, ...] = MONTHS, told: str = "ask.month_only", named: str = "ask.month",
) -> object:  # fmt: skip
    """Three fields of our own (Streamlit's date field speaks English only), and a box for not being sure."""
    words = session.words()
    day, month, year = _parts(answer)
    draw = {
        "day": lambda: st.text_input(words.say("ask.day"), value=day, key=f"q.{path}.day", width=76, autocomplete="off"),
        "month": lambda: st.selectbox(words.say(named), months, index=months.index(month), key=f"q.{path}.month", width=150, placeholder="", format_func=partial(month_name, words=words)),
        "year": lambda: st.text_input(words.say("ask.year"), value=year, key=f"q.{path}.year", width=90, autocomplete="off"),
    }
    _hint(hint)
    with st.container(key=f"day-{path.replace('.', '-')}", horizontal=True, gap="xsmall"):
        typed = {name: draw[name]() for name in words.say("ask.day_order").split()}
    look.show(look.paragraph(words.say(told), soft=True))
    unsure = st.checkbox(words.say("ask.unsure"), value=answer == UNSURE, key=f"q.{path}.unsure")
    return UNSURE if unsure and not typed["day"] else typed


def _moment(path: str, found: Field, label: str, hint: str, answer: object) -> object:
    """As a day; the list of months also holds the seasons, and the year alone is enough."""
    return _day(path, found, label, hint, answer, months=(*MONTHS, *SEASONS), told="ask.moment_parts", named="ask.moment_month")


def _scale(path: str, found: Field, label: str, hint: str, answer: object) -> object:
    """One of some steps, in a list that opens: eleven buttons are too many for a thumb."""
    _hint(hint)
    index = found.values.index(answer) if answer in found.values else None
    return st.selectbox(label, found.values, index=index, key=f"q.{path}", format_func=lambda one: plain(_reader(path)(one)), label_visibility="collapsed", placeholder=session.words().say("ask.pick"))


def one_file(name: str, label: str) -> bytes | None:
    """A place for one file: its bytes, once. As it came it is let go of; the next run shows an empty place."""
    times = session.place(f"{name}.times", 0)
    new = st.file_uploader(label, key=f"{name}.{times}")
    if not new:
        return None
    data = new.getvalue()
    incoming.let_go([new])
    session.note(f"{name}.times", times + 1)
    return data


def month_name(month: int | str, words: Words) -> str:
    """How a month or a season reads; nothing for the empty line."""
    if month in SEASONS:
        return words.say(f"season.name_{month}")
    number = month_number(month)
    return words.month_names()[number - date.min.month] if number else ""


def month_number(month: int | str) -> int | str:
    """The number of a month, or a season. The browser keeps the name it showed last: after a change of language the old one."""
    if month in MONTHS or month in SEASONS:
        return month
    spoken = [load_words(language) for language in LANGUAGES]
    names = {name: number for words in spoken for number, name in enumerate(words.month_names(), start=date.min.month)}
    names |= {words.say(f"season.name_{season}"): season for words in spoken for season in SEASONS}
    return names.get(month, "")


def _parts(answer: object) -> tuple[str, int | str, str]:
    """Day, month (a number or a season; "" for the empty line) and year of an answer, as the fields show them."""
    if isinstance(answer, date):
        return str(answer.day), answer.month, str(answer.year)
    if isinstance(answer, str) and answer != UNSURE:
        year, _, month = answer.partition("-")
        return "", int(month) if month.isdecimal() else month, year
    return "", "", ""


def _hint(hint: str) -> None:
    if hint:
        look.show(look.paragraph(hint, soft=True))


def _reader(path: str) -> Callable[[str], str]:
    """How a choice of this question reads."""
    words = session.words()
    return lambda value: words.choice(path, value)


DRAW = {"day": _day, "moment": _moment, "scale": _scale, "choice": _choice, "choices": _choices, "line": _line, "text": _text}
