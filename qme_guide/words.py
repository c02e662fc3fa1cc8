"""Everything a person reads, typed, one language at a time. No rule and no number lives here.

Words are YAML mappings (labels, questions, errors, letters, clocks) and Markdown passages with front matter.
The two language folders are mirror images: the same files, the same keys, the same placeholders.
Each language has two voices: one speaks to the injured person, one to whoever helps that person (`voices`).
`load_words` refuses a folder that is not so, and names every problem at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from babel.dates import format_date, format_time

from qme_guide.content import CONTENT, ContentError
from qme_guide.paths import plain_path
from qme_guide.voices import HELPING, OWN, laid_over, overlay_problems, twin_problems
from qme_guide.word_files import filled, read, read_overlay

LANGUAGES = ("en", "es")
VOICES = (OWN, HELPING)
_LOCALES = {"en": "en_US", "es": "es_US"}
_DATES = {"en": "EEEE, MMMM d, y", "es": "EEEE d 'de' MMMM 'de' y"}
_BRIEF = {"en": "MMMM d, y", "es": "d 'de' MMMM 'de' y"}
_SHORT = {"en": "EEEE, MMMM d", "es": "EEEE d 'de' MMMM"}


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
    """All words of one language in one voice. Build it with `load_words`."""

    language: str
    voice: str
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


def load_words(language: str, voice: str = OWN, folder: Path = CONTENT) -> Words:
    """The words of a language ("en" or "es") in a voice ("own", "helping"). Raises ContentError with every difference between the twins."""
    return _all(folder)[language, voice]


@cache
def _all(folder: Path) -> Mapping[tuple[str, str], Words]:
    """Both languages in both voices."""
    plain = {name: read(folder / name) for name in LANGUAGES}
    over = {name: read_overlay(folder / name) for name in LANGUAGES}
    problems = twin_problems(plain), twin_problems(over), *(overlay_problems(name, plain[name], over[name]) for name in LANGUAGES)
    if found := tuple(problem for one in problems for problem in one):
        raise ContentError(found)
    spoken = {(name, voice): laid_over(plain[name], over[name] if voice == HELPING else {}) for name in LANGUAGES for voice in VOICES}
    return {(name, voice): _words(name, voice, groups) for (name, voice), groups in spoken.items()}


def _words(language: str, voice: str, groups: Mapping[str, Mapping[str, object]]) -> Words:
    passages = {name: Passage(told, str(told["body"])) for name, told in groups["passages"].items()}
    return Words(language, voice, **{**groups, "passages": passages})
