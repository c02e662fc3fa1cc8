"""A case with one answer less, in every way an answer can be missing, and what a paper then must never show.

Missing: not there, a list without one of its lines, "unsure", a month where a day was. No paper is known here by name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Literal, get_args, get_origin

from pydantic import ValidationError

from qme_guide.answers import UNSURE, Part
from qme_guide.case import Case
from qme_guide.documents.document import Big, Blank, Bullets, Check, Document, Heading, Lines, PageBreak, Paragraph, Quote, Rule, Signature, Table, leads
from qme_guide.words import LANGUAGES, Words, load_words

MONTHS = {language: load_words(language).month_names() for language in LANGUAGES}
NOT_ANSWERS = ("id", "key", "sample")
WRONG = {
    "a word of Python": re.compile(r"\bNone\b(?! yet)|[{}]|\bFalse\b|\bTrue\b"),
    "a name of the program": re.compile(r"\bunsure\b|[a-z]_[a-z]|\b(record|letter|report|exam|panel|doctor|event|error|sending|task|ability|finding|call)-\d"),
    "a day as the program writes it": re.compile(r"\b\d{4}-(0\d|1[0-2])\b"),
    "empty quotation marks or brackets": re.compile(r"“\s*”|‘\s*’|\"\"|\(\s*\)"),
    "a space too many": re.compile(r"\S {2,}\S|^\s|\s$|\s[,.;:)?](?=\s|$)|[(“]\s"),
    "a month told as a day": re.compile(rf"\bon ({'|'.join(MONTHS['en'])}) \d{{4}}\b|\b(el|al|del) ({'|'.join(MONTHS['es'])})\b"),
    "marks that follow each other": re.compile(r"[,;:]\s*[,;.]|\.\.(?!\.)|,\s*\)|\(\s*,"),
}


@dataclass(frozen=True)
class Less:
    """One answer less. gone: the answer as it was. how: what stands in its place."""

    path: str
    how: str
    case: Case
    gone: object
    typed: bool = False


def leaves(part: Part, way: str = "") -> Iterator[tuple[str, object, object]]:
    """Every answer that was given, in the case or a part of it: its path, its kind, the answer."""
    for name, said in part:
        path = f"{way}{name}"
        if name in NOT_ANSWERS or said is None or said == ():
            continue
        if isinstance(said, Part):
            yield from leaves(said, f"{path}.")
            continue
        yield path, type(part).model_fields[name].annotation, said
        if isinstance(said, tuple):
            for at, one in enumerate(said):
                yield from leaves(one, f"{path}.{at}.") if isinstance(one, Part) else ()


def _listed(kind: object) -> tuple[str, ...]:
    """The choices of an answer that is one of a list."""
    return tuple(choice for one in get_args(kind) if get_origin(one) is Literal for choice in get_args(one))


def _ways(kind: object, said: object) -> Iterator[tuple[str, object]]:
    """What may stand in the place of an answer."""
    may_be_open = type(None) in get_args(kind) or date in get_args(kind)
    yield ("nothing", () if isinstance(said, tuple) and not may_be_open else None)
    if isinstance(said, tuple):
        yield from [("empty", ())] if may_be_open else []
        yield from ((f"without {at}", (*said[:at], *said[at + 1 :])) for at in range(len(said)) if said[1:])
        return
    if said != UNSURE and (date in get_args(kind) or UNSURE in _listed(kind)):
        yield "unsure", UNSURE
    if isinstance(said, date):
        yield "month", f"{said:%Y-%m}"


def without(case: Case, only: Iterable[tuple[str, str]] | None = None) -> Iterator[Less]:
    """The case with one answer less, each in turn. only: these paths and ways of missing, else all of them."""
    wanted = None if only is None else set(only)
    for path, kind, said in leaves(case):
        for how, new in _ways(kind, said):
            if wanted is None or (path, how) in wanted:
                try:
                    yield Less(path, how, case.answers({path: new}), said, typed=isinstance(said, str) and not _listed(kind))
                except ValidationError:
                    assert not isinstance(said, date), f"{path}: every day may be missing"


def strings(document: Document) -> list[str]:
    """Every text of a paper, with its head."""
    found = [document.title, *document.header, document.mark or "", document.foot]
    for block in document.flow:
        match block:
            case Bullets():
                found += block.items
            case Table():
                found += [cell for line in block.lines for cell in line]
            case Lines():
                found += block.lines
            case Blank():
                found.append(block.label)
            case Big():
                found += [block.label, block.text]
            case Signature():
                found += [block.name_label, block.date_label, block.name]
            case Quote():
                found.append(f"“{block.text}”")
            case Heading() | Paragraph() | Check():
                found.append(block.text)
    return [text for text in found if text]


def broken(document: Document) -> list[str]:
    """What is wrong with the sentences of a paper, whoever it is about."""
    found = [f"{what}: {text}" for text in strings(document) for line in text.split("\n") for what, bad in WRONG.items() if bad.search(line)]
    return [*found, *_dangling(document)]


def _dangling(document: Document) -> Iterator[str]:
    """Words that lead to nothing: a label, a heading, a sentence with a colon, an empty list. A greeting leads to the letter."""
    blocks, greetings = document.flow, _greetings(document.language)
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Paragraph) and leads(block.text) and (after is None or isinstance(after, Heading | PageBreak | Rule | Signature | Paragraph)):
            if not block.text.startswith(greetings):
                yield f"it leads to nothing: {block.text}"
        if isinstance(block, Heading) and (after is None or isinstance(after, PageBreak | Signature) or (isinstance(after, Heading) and after.level <= block.level)):
            yield f"nothing stands under it: {block.text}"
        if isinstance(block, Bullets) and not all(map(str.strip, block.items or ("",))):
            yield "an empty list, or an empty line of one"
        if isinstance(block, Table) and not block.rows:
            yield "an empty table"
        if isinstance(block, Table) and not block.head:
            yield from (f"a label without what it names: {row}" for row in block.rows if not all(map(str.strip, row)))
        if isinstance(block, Blank) and not block.label.strip():
            yield "a line to fill in without its label"
        if isinstance(block, Quote | Big | Heading | Paragraph) and not block.text.strip():
            yield f"an empty {type(block).__name__}"


@cache
def _greetings(language: str) -> tuple[str, ...]:
    """How letters begin, up to a name."""
    return tuple(text.partition("{")[0] for letter in load_words(language).letters.values() for key, text in letter.items() if key.startswith("greeting"))


def still_there(less: Less, document: Document, words: Words) -> list[str]:
    """The parts of the answer that stand in the paper though no other answer and no words of ours say them."""
    others = [said for _, _, said in leaves(less.case)]
    if isinstance(less.gone, date):
        told = () if less.gone in others else (words.day(less.gone), words.told(less.gone, brief=True))
    else:
        told = () if not less.typed else tuple(filter(lambda line: len(line) > 3, less.gone.splitlines()))
    known = "\n".join(one for one in others if isinstance(one, str)).lower()
    text = "\n".join(strings(document)).lower()
    return [one for one in told if re.search(rf"(?<!\w){re.escape(one.lower())}(?!\w)", text) and one.lower() not in f"{known}\n{ours(words.language)}"]


@cache
def ours(language: str) -> str:
    """All that a paper may say by itself."""
    words = load_words(language)
    told = [*words.sayings.values(), *(text for letter in words.letters.values() for text in letter.values()), *(one.body for one in words.passages.values())]
    asked = [str(text) for one in words.questions.values() for text in dict(one.get("choices", {})).values()]
    return "\n".join((*told, *asked)).lower()


@dataclass(frozen=True)
class Heard(Words):
    """Words that note which of them were asked for, and what they said."""

    heard: list[tuple[str, str]] = field(default_factory=list)

    def say(self, key: str, /, **facts: object) -> str:
        return self._noted(key, super().say(key, **facts))

    def letter(self, name: str, block: str, /, **facts: object) -> str:
        return self._noted(f"{name}.{block}", super().letter(name, block, **facts))

    def _noted(self, key: str, text: str) -> str:
        self.heard.append((key, text))
        return text


def listening(language: str) -> Heard:
    """The words of a language, and an empty note of what they said."""
    return Heard(**vars(load_words(language)))


def said_by(document: Document, words: Heard) -> dict[str, bool]:
    """Which words of ours stand in the paper, by their keys; true for the label of a line to fill in."""
    lines, texts = {block.label for block in document.flow if isinstance(block, Blank)}, strings(document)
    return {key: text in lines for key, text in words.heard if text in texts or (text.count(" ") > 1 and any(text in one for one in texts))}
