"""Everything a person reads, typed, one language at a time. No rule and no number lives here.

Words are YAML mappings (labels, questions, errors, letters, clocks) and Markdown passages with front matter.
The two language folders are mirror images: the same files, the same keys, the same placeholders.
`load_words` refuses a folder that is not, and names every problem at once.
"""

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from babel.dates import format_date, format_time

from qme_guide.content import CONTENT, ContentError, read_passage, read_yaml
from qme_guide.paths import plain_path
from qme_guide.word_files import filled, flat, several

LANGUAGES = ("en", "es")
_LOCALES = {"en": "en_US", "es": "es_US"}
_DATES = {"en": "EEEE, MMMM d, y", "es": "EEEE d 'de' MMMM 'de' y"}
_BRIEF = {"en": "MMMM d, y", "es": "d 'de' MMMM 'de' y"}
_SHORT = {"en": "EEEE, MMMM d", "es": "EEEE d 'de' MMMM"}
_SAYINGS = ("labels", "errors", "working", "closed_days", "reasons")


@dataclass(frozen=True)
class Passage:
    """A passage: its front matter (title, sources, review date ...) and its paragraphs."""

    front: Mapping[str, object]
    body: str

    @property
    def title(self) -> str:
        return str(self.front["title"])

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.body.split("\n\n") if part.strip())


@dataclass(frozen=True)
class Words:
    """All words of one language. Build it with `load_words`."""

    language: str
    sayings: Mapping[str, str]
    questions: Mapping[str, Mapping[str, object]]
    clocks: Mapping[str, Mapping[str, str]]
    letters: Mapping[str, Mapping[str, str]]
    passages: Mapping[str, Passage]
    picture: Mapping[str, object]
    tone: Mapping[str, Sequence[str]]

    def say(self, key: str, /, **facts: object) -> str:
        """The saying under this key with its placeholders filled; dates in full. KeyError if unknown."""
        return self._fill(self.sayings[key], facts)

    def letter(self, name: str, block: str, /, **facts: object) -> str:
        """One block of a letter with its facts. KeyError if the letter or the block is unknown."""
        return self._fill(self.letters[name][block], facts)

    def clock(self, rule: str, part: str, /, **facts: object) -> str:
        """One part (title, label, second, who, start, missed, tell) of a clock's words."""
        return self._fill(self.clocks[rule][part], facts)

    def question(self, path: str) -> Mapping[str, object]:
        """The words of a question: label, why, find, hint, choices. List indexes are left out of the path."""
        return self.questions[plain_path(path)]

    def choice(self, path: str, value: str) -> str:
        """How one choice of a question reads."""
        return str(self.question(path)["choices"][value])

    def fill(self, text: str, /, **facts: object) -> str:
        """Any text of this language with its placeholders filled."""
        return self._fill(text, facts)

    def day(self, day: date) -> str:
        """A day in full: "Wednesday, November 25, 2026", "miércoles 25 de noviembre de 2026"."""
        return format_date(day, _DATES[self.language], locale=_LOCALES[self.language])

    def short_day(self, day: date) -> str:
        """A day without its year, for a line under a full date."""
        return format_date(day, _SHORT[self.language], locale=_LOCALES[self.language])

    def told(self, answer: date | str, brief: bool = False) -> str:
        """An answered day: the day in full (`brief`: without its weekday), or the month ("2026-10"), season ("2026-summer") or year when only that is known."""
        if isinstance(answer, date):
            return format_date(answer, _BRIEF[self.language], locale=_LOCALES[self.language]) if brief else self.day(answer)
        year, _, part = answer.partition("-")
        if part.isdecimal():
            return self.month(date.fromisoformat(f"{answer}-{date.min.day:02d}"))
        return self.say(f"season.{part}", year=year) if part else year

    def paper(self, about: str) -> str:
        """What a date or an answer belongs to: "letter-2" reads "Letter 2"; an id of another shape reads as it is."""
        kind, _, number = about.partition("-")
        return self.say(f"about.{kind}", number=number) if f"about.{kind}" in self.sayings else about

    def month(self, first: date) -> str:
        """A month and its year: "October 2026", "octubre de 2026"."""
        return format_date(first, {"en": "MMMM y", "es": "MMMM 'de' y"}[self.language], locale=_LOCALES[self.language])

    def month_names(self) -> tuple[str, ...]:
        """The twelve months, for a list."""
        first = date(date.min.year, date.min.month, date.min.day)
        months = (first.replace(month=number) for number in range(first.month, date.max.month + first.month))
        return tuple(format_date(month, "LLLL", locale=_LOCALES[self.language]) for month in months)

    def moment(self, moment: datetime) -> str:
        """A day with its hour."""
        return f"{self.day(moment)}, {format_time(moment, 'short', locale=_LOCALES[self.language])}"

    def _fill(self, text: str, facts: Mapping[str, object]) -> str:
        return filled(text, {name: self._shown(fact) for name, fact in facts.items()})

    def _shown(self, fact: object) -> str:
        if isinstance(fact, datetime):
            return self.moment(fact)
        return self.day(fact) if isinstance(fact, date) else str(fact)


def placeholders(text: str) -> frozenset[str]:
    """The facts a text asks for."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


@cache
def load_words(language: str, folder: Path = CONTENT) -> Words:
    """The words of a language ("en" or "es"). Raises ContentError with every difference between the twins."""
    found = {name: _read(folder / name) for name in LANGUAGES}
    if problems := _twin_problems(found):
        raise ContentError(problems)
    return found[language]


def _read(folder: Path) -> Words:
    sayings: dict[str, str] = {}
    for name in _SAYINGS:
        sayings |= flat(several(folder, name), "" if name == "labels" else f"{name}.")
    return Words(
        language=folder.name,
        sayings=sayings,
        questions=several(folder, "questions"),
        clocks=read_yaml(folder / "clocks.yaml"),
        letters={path.stem: _letter(read_yaml(path)) for path in sorted((folder / "letters").glob("*.yaml"))},
        passages={str(path.relative_to(folder).with_suffix("")): Passage(*read_passage(path)) for path in sorted(folder.rglob("*.md"))},
        picture=read_yaml(folder / "letter.yaml"),
        tone=read_yaml(folder / "tone.yaml"),
    )


def _letter(data: Mapping[str, object]) -> dict[str, str]:
    return {"title": data["title"], **data["blocks"]}


def _twin_problems(found: Mapping[str, Words]) -> tuple[str, ...]:
    """Every key or placeholder that one language has and its twin has not."""
    texts = {language: _texts(words) for language, words in found.items()}
    problems = []
    for language, other in zip(LANGUAGES, reversed(LANGUAGES), strict=True):
        for key in sorted(texts[language].keys() - texts[other].keys()):
            problems.append(f"content/{other}: {key}: missing: add the twin of content/{language}")
    for key in sorted(texts["en"].keys() & texts["es"].keys()):
        if texts["en"][key] != texts["es"][key]:
            problems.append(f"content/es: {key}: its placeholders differ from the English twin: use the same facts")
    return tuple(problems)


def _texts(words: Words) -> dict[str, frozenset[str]]:
    """Each text's key and its placeholders."""
    groups = {"sayings": words.sayings, "questions": flat(words.questions, ""), "clocks": flat(words.clocks, "")}
    groups |= {"letters": flat(words.letters, ""), "picture": flat(words.picture, ""), "tone": dict.fromkeys(words.tone, "")}
    groups["passages"] = {name: passage.body for name, passage in words.passages.items()}
    return {f"{group}: {key}": placeholders(text) for group, texts in groups.items() for key, text in texts.items()}

