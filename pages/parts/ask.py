"""Ask: the words come from content, the widget from the field's type, the answer goes into the case.

A screen asks the questions at some paths of the case. Its Continue reads what was typed; what needs another look
is told on top and at the field, and nothing that was typed is lost. No rule, no number and no sentence lives here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import streamlit as st

from pages.parts import letters, look, session, widgets
from qme_guide.case import UNSURE
from qme_guide.fields import Field, field
from qme_guide.render.fonts import printable
from qme_guide.typed import Problem, check_day, check_page, read_choices, read_day, read_moment, read_text

ON, BACK, STOP = "on", "back", "stop"


@dataclass(frozen=True)
class Typed:
    """What stands in a widget, before it is read."""

    path: str
    field: Field
    value: object


def screen(
    name: str, paths: tuple[str, ...], optional: bool = False, title: str = "", back: bool = True, skip: str = "", on_label: str = "",
    only: Mapping[str, tuple[str, ...]] = MappingProxyType({}), told: Mapping[str, str] = MappingProxyType({}), stop: str = "",
) -> str | None:  # fmt: skip
    """One screen of questions. Returns "on" when they were answered and kept, "back", "stop", or None while it is open.

    `optional`: empty fields may stay empty. `title`: a heading for several questions together. `back`: offer a way back.
    `skip`: the words of a button that goes on without an answer, offered while there is none. `on_label`: other words
    for Continue. `only`: for a field by its last name, the choices that fit here. `told`: the words of the question, where
    one answer has several prompts. `stop`: the words of a button that keeps the answers and leaves the walk.
    """
    words = session.words()
    problems = session.place(f"problems.{name}") or {}
    if problems:
        _summary(list(problems.values()))
    if title:
        look.heading(title)
        if optional and not skip:
            look.show(look.paragraph(words.say("ask.skip"), soft=True))
    with st.form(f"form.{name}", border=False):
        typed = [_question(path, problems.get(path), only, told, alone=not title, optional=optional) for path in paths]
        went_on = st.form_submit_button(on_label or words.say("ask.continue"), type="primary", width="stretch")
        stopped = stop and st.form_submit_button(stop, width="stretch")
        skipped = skip and not any(map(_answered, paths)) and st.form_submit_button(skip, width="stretch")
        went_back = back and st.form_submit_button(words.say("ask.back"), width="stretch")
    if went_back or skipped:
        session.go(f"problems.{name}", None)
        return BACK if went_back else ON
    if stopped:
        return _read(name, typed, problems, optional) and STOP
    return _read(name, typed, problems, optional) if went_on else None


def _answered(path: str) -> bool:
    return letters.case().answer(path) not in (None, "", ())


def _summary(problems: list[Problem]) -> None:
    """What needs another look, on top; in amber when all of it is only asked about."""
    title, told = session.words().say("errors.summary_title"), [_told(problem) for problem in problems]
    if all(problem.asks for problem in problems):
        look.show(*(look.notice(sentence, "soon", title) for sentence in told))
    else:
        look.show(look.errors(title, told))


def _told(problem: Problem) -> str:
    """The sentence of a problem; a month in it by its name."""
    words = session.words()
    facts = {name: widgets.month_name(fact, words) if name == "month" else fact for name, fact in problem.facts.items()}
    return words.say(f"errors.{problem.key}", **facts)


def _question(path: str, problem: Problem | None, only: Mapping[str, tuple[str, ...]], other: Mapping[str, str], alone: bool, optional: bool) -> Typed:
    """The words of one question and the widget that its type asks for."""
    words, found = session.words(), field(path)
    found = replace(found, values=only.get(path.rpartition(".")[-1], found.values))
    told = other or words.question(path)
    label = str(told["label"])
    heading = look.heading if alone else look.subheading
    heading(label)
    look.show(look.paragraph(str(told["why"]), soft=True), look.paragraph(str(told["find"])) if "find" in told else "")
    if optional and alone:
        look.show(look.paragraph(words.say("ask.skip"), soft=True))
    if problem:
        look.show(look.notice(_told(problem), "soon") if problem.asks else look.field_error(_told(problem)))
    value = widgets.DRAW[found.kind](path, found, label, str(told.get("hint", "")), letters.case().answer(path))
    return Typed(path, found, value)


def _read(name: str, typed: list[Typed], before: dict[str, Problem], optional: bool) -> str | None:
    """Read every widget of a screen; keep the answers when all can be read."""
    read = {one.path: _answer(one, optional) for one in typed}
    problems = {path: answer for path, answer in read.items() if isinstance(answer, Problem)}
    problems = {path: problem for path, problem in problems.items() if not (problem.asks and before.get(path) == problem)}
    if problems:
        session.go(f"problems.{name}", problems)
        st.rerun()
    session.go(f"problems.{name}", None)
    letters.keep({one.path: _confirmed(one, read[one.path]) for one in typed})
    _tell_unprintable(answer for answer in read.values() if isinstance(answer, str))
    return ON


def _tell_unprintable(texts: Iterable[str]) -> None:
    """Say which characters no font of the papers has; the answer is kept as it was typed."""
    lost = dict.fromkeys(character for text in texts for character in printable(text)[1])
    if lost:
        session.tell("errors.text_unprintable", "soon", characters=" ".join(lost))


def _answer(one: Typed, optional: bool) -> object:
    """The answer in a widget, or the problem with it."""
    if one.field.kind in ("choice", "scale"):
        return one.value or (None if optional else Problem("choice_empty"))
    if one.field.kind == "choices":
        return read_choices(one.value)
    if one.field.kind in ("day", "moment"):
        answer = _read_day(one, optional)
        wrong = None if answer is None or isinstance(answer, Problem) else check_day(letters.case(), one.path, answer, session.today())
        return wrong or answer
    text = read_text(one.value, one.field.limit)
    return text if isinstance(text, Problem) else check_page(letters.case(), one.path, text) or text or None


def _read_day(one: Typed, optional: bool) -> object:
    """The day in the three fields."""
    if one.value == UNSURE:
        return UNSURE
    month = str(widgets.month_number(one.value["month"]))
    practice, read = session.law().practice, {"day": read_day, "moment": read_moment}[one.field.kind]
    answer = read(one.value["day"], month, one.value["year"], practice.first_year, practice.last_year)
    return None if optional and answer == Problem("date_empty") else answer


def _confirmed(one: Typed, answer: object) -> object:
    """A day or a page that was only asked about is kept when the person says it again."""
    if not isinstance(answer, Problem):
        return answer
    return _read_day(one, optional=False) if one.field.kind in ("day", "moment") else read_text(one.value, one.field.limit)
