"""The columns of a table of events: their order, their names in both languages, and the words that stand for a choice."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from qme_guide.words import LANGUAGES, Words, load_words

COLUMNS = (
    "on", "near", "kind", "what", "body_part", "until", "beside", "source", "told_by", "rest", "active", "worst", "often", "lasts", "stops",
    "good_day", "bad_day", "record", "proof", "private", "id",
)  # fmt: skip
CHOICES = ("kind", "near", "source", "private")
_SHORTEST = len("mar")


def heading(column: str, words: Words) -> str:
    """The name of a column in this language."""
    return words.say(f"table.column.{column}")


def choice(column: str, value: str, words: Words) -> str:
    """How a choice stands in a cell."""
    return words.say(f"table.{column}.{value}")


@cache
def named() -> Mapping[str, str]:
    """Every name of a column that is understood, made plain, and its column."""
    found = {plain(column): column for column in COLUMNS}
    for words in map(load_words, LANGUAGES):
        for column in COLUMNS:
            found |= {plain(name): column for name in (heading(column, words), *_list(words.say(f"table.also.{column}")))}
    return found


@cache
def values(column: str) -> Mapping[str, str]:
    """Every word for a choice of this column that is understood, made plain, and the choice."""
    keys = [key for key in load_words(LANGUAGES[0]).sayings if key.startswith(f"table.{column}.")]
    found = {key.rpartition(".")[-1]: key.rpartition(".")[-1] for key in keys}
    also = [key for key in load_words(LANGUAGES[0]).sayings if key.startswith(f"table.also_{column}.")]
    found |= {plain(name): key.rpartition(".")[-1] for words in map(load_words, LANGUAGES) for key in also for name in _list(words.say(key))}
    return found | {plain(words.say(key)): key.rpartition(".")[-1] for words in map(load_words, LANGUAGES) for key in keys}


def known(column: str, words: Words) -> str:
    """The words for a choice of this column in this language, for a message."""
    return "; ".join(words.say(key) for key in words.sayings if key.startswith(f"table.{column}."))


@cache
def unsure() -> frozenset[str]:
    """The words for "I do not know the day"."""
    return frozenset(("unsure", *(plain(words.say("table.unsure")) for words in map(load_words, LANGUAGES))))


@cache
def months() -> Mapping[str, int]:
    """The months by each name of at least three letters that they can be cut to: "jan", "enero"."""
    found = {}
    for words in map(load_words, LANGUAGES):
        for number, name in enumerate(map(plain, words.month_names()), 1):
            found |= {name[:end]: number for end in range(_SHORTEST, len(name) + 1)}
    return found


@cache
def seasons() -> Mapping[str, str]:
    """The seasons by their names."""
    keys = [key for key in load_words(LANGUAGES[0]).sayings if key.startswith("table.season.")]
    return {plain(name): key.rpartition(".")[-1] for words in map(load_words, LANGUAGES) for key in keys for name in _list(words.say(key))}


@cache
def small_words() -> frozenset[str]:
    """The words that stand in a date and say nothing: "de", "of"."""
    return frozenset(name for words in map(load_words, LANGUAGES) for name in map(plain, _list(words.say("table.small_words"))))


def plain(text: str) -> str:
    """Small letters without accents, and one space for all that is no letter and no digit."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(one for one in letters if not unicodedata.combining(one)).replace("_", " ")))


def _list(text: str) -> Iterable[str]:
    return text.split(";")
