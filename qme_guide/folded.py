"""Text made plain for comparing: small letters, no accents, every space one space, no sign that is not seen.

Each sign of the plain text knows its place in the text it came from, so that what is found can be shown as it was
written. This module must not know what is looked for, or why.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

# Hyphens that only break a word at the end of a line, and signs without width.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
# How much of two words is the same in the same order, when one is the other with a slip of the hand in it.
_NEARLY = 0.8
_ALIKE = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "-"})


@dataclass(frozen=True)
class Folded:
    """Plain text, and for each of its signs the place (from 0) in the text it came from."""

    plain: str
    places: tuple[int, ...]

    def origin(self, start: int, end: int) -> slice:
        """Where a part of the plain text (at least one sign) stands in the text it came from."""
        return slice(self.places[start], self.places[end - 1] + 1)


def plain(text: str) -> str:
    """The plain text alone: the same as `folded(text).plain`, and much faster."""
    return _SPACES.sub(" ", text.lower()) if text.isascii() else folded(text).plain


def put_right(one: str, other: str) -> bool:
    """Whether one plain text can be the other with its writing put right: the same words in any order, words added, or
    slips of the hand in words. Numbers are never nearly the same, and no word at all is like nothing."""
    words, others = _WORD.findall(one), _WORD.findall(other)
    if not words or not others:
        return False
    few, many = sorted((set(words), set(others)), key=len)
    if few <= many or "".join(words) == "".join(others):
        return True
    return len(words) == len(others) and all(map(_near, words, others))


def _near(word: str, other: str) -> bool:
    if word == other or not (word.isalpha() and other.isalpha()):
        return word == other
    return SequenceMatcher(None, word, other, autojunk=False).ratio() >= _NEARLY


def folded(text: str) -> Folded:
    """The plain text with the places of its signs."""
    pairs = tuple(_signs(text))
    return Folded("".join(sign for sign, _ in pairs), tuple(place for _, place in pairs))


def _signs(text: str) -> Iterator[tuple[str, int]]:
    """Each plain sign with the place it came from; of several spaces only the first."""
    before = ""
    for place, sign in enumerate(text):
        for one in _plain_sign(sign):
            if not (one == before == " "):
                yield one, place
            before = one


@lru_cache(maxsize=4096)
def _plain_sign(sign: str) -> str:
    """One sign as small letters without accents; nothing for a sign that is not seen or is an accent of its own."""
    if sign.isspace():
        return " "
    apart = unicodedata.normalize("NFKD", _UNSEEN.sub("", sign)).translate(_ALIKE).lower()
    return "".join(one for one in unicodedata.normalize("NFKD", apart) if not unicodedata.combining(one))
