"""Words that may hurt a letter: threats, insults, capitals, guesses at medicine, "always" and "never".

Only a reason to look again: the person can keep every word. The words come from the caller, in both languages, for a
person may write in either. Words about hurting oneself (CRISIS) come first: they say nothing about the letter, they
call for help. This module must not know what is said about them, and never changes a text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from qme_guide.folded import Folded, folded, plain

Lists = Sequence[Mapping[str, Sequence[str]]]
CRISIS = "crisis"
THREAT, INSULT, CAPITALS, MEDICINE, ALWAYS_NEVER = "threat", "insult", "capitals", "medicine", "always_never"
KINDS = (CRISIS, THREAT, INSULT, CAPITALS, MEDICINE, ALWAYS_NEVER)
# Lists that are no kind of their own: what hurts nothing, how a guess begins, what is felt and how a cause is named for it,
# and what makes either a word about a paper.
USUAL, GUESS, FELT, CAUSE, PAPERS = "usual", "guess", "felt", "cause", "papers"
# A run of capitals is shouting from so many signs on, and with an ordinary word in it; a name or an office has none.
_SHOUT = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ'’]+(?:[\s,;:.!?¡¿\-–—]+[A-ZÀ-ÖØ-Þ'’]+)+(?![\w])")
_LOUD = 11
# How much of one sentence may stand between how a guess begins and its medicine.
_BETWEEN = r"[^.!?;]{0,60}?"
# How much may stand between what is felt and its cause.
_NEAR = r"[^.!?;]{0,30}?"
_ENDS = ".!?;"
_TITLE = re.compile(r"\b(dra?|mr|mrs|ms|sra?|srta|prof|don|dona|doctora?)\.? $")
_SENTENCE_ENDS = tuple(".!?:;\"'(¿¡")


@dataclass(frozen=True)
class Flag:
    """One thing worth a second look. kind: one of KINDS; found: the person's own words, exactly as they stand there."""

    kind: str
    found: str


def flags(text: str | None, lists: Lists) -> tuple[Flag, ...]:
    """What is worth a second look in a text, each thing once, kind by kind. lists: `Words.tone` of each language."""
    own = text or ""
    read = _without_usual(folded(own), lists)
    found = (Flag(kind, own[where]) for kind in KINDS for where in _LOOK.get(kind, _phrases)(kind, own, read, lists))
    once: dict[tuple[str, str], Flag] = {}
    for flag in found:
        once.setdefault((flag.kind, plain(flag.found)), flag)
    return tuple(once.values())


def _phrases(kind: str, own: str, read: Folded, lists: Lists) -> Iterator[slice]:
    """Where a word of this list stands."""
    for hit in _pattern(_joined(kind, lists)).finditer(read.plain):
        yield read.origin(*hit.span())


def _insults(kind: str, own: str, read: Folded, lists: Lists) -> Iterator[slice]:
    """Where a word of the list stands that is not somebody's name."""
    for hit in _pattern(_joined(kind, lists)).finditer(read.plain):
        where = read.origin(*hit.span())
        if not _name(own[where], read.plain[: hit.start()]):
            yield where


def _guesses(kind: str, own: str, read: Folded, lists: Lists) -> Iterator[slice]:
    """Where a guess, or a cause that is named, gets to medicine within its sentence, and does not speak of a paper."""
    papers, medicine = _pattern(_joined(PAPERS, lists)), _joined(kind, lists)
    for hit in _guess(_joined(GUESS, lists), medicine).finditer(read.plain):
        if not papers.search(hit.group()):
            yield read.origin(*hit.span())
    for hit in _cause(_joined(FELT, lists), _joined(CAUSE, lists), medicine).finditer(read.plain):
        begins = max(read.plain.rfind(sign, 0, hit.start()) for sign in _ENDS) + 1
        if not papers.search(read.plain, begins, hit.end()):
            yield read.origin(*hit.span())


def _shouted(kind: str, own: str, read: Folded, lists: Lists) -> Iterator[slice]:
    """Where several words in a row are in capitals, at least one of them no name."""
    ordinary = frozenset(_joined(kind, lists))
    for hit in _SHOUT.finditer(own):
        signs = sum(map(str.isalpha, hit.group()))
        if signs >= _LOUD and not ordinary.isdisjoint(re.findall(r"[\w']+", plain(hit.group()))):
            yield slice(*hit.span())


_LOOK = {INSULT: _insults, CAPITALS: _shouted, MEDICINE: _guesses}


def _name(found: str, before: str) -> bool:
    """A word with a capital in the middle of a sentence, or after a title, is a name: "Dr. Morón"."""
    if not found[0].isupper() or found.isupper():
        return False
    return bool(_TITLE.search(before)) or bool(before.strip()) and not before.rstrip().endswith(_SENTENCE_ENDS)


def _without_usual(read: Folded, lists: Lists) -> Folded:
    """The same text, with each phrase that hurts nothing blotted out; every place stays what it was."""
    return Folded(_pattern(_joined(USUAL, lists)).sub(lambda hit: "_" * len(hit.group()), read.plain), read.places)


def _joined(name: str, lists: Lists) -> tuple[str, ...]:
    """One list of all languages."""
    return tuple(phrase for one in lists for phrase in one[name])


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these phrases, as whole words."""
    return re.compile(rf"(?<!\w){_any(phrases)}(?!\w)")


@cache
def _guess(begins: tuple[str, ...], medicine: tuple[str, ...]) -> re.Pattern[str]:
    """How a guess begins, a few words, and medicine."""
    return re.compile(rf"(?<!\w){_any(begins)}(?!\w){_BETWEEN}(?<!\w){_any(medicine)}(?!\w)")


@cache
def _cause(felt: tuple[str, ...], cause: tuple[str, ...], medicine: tuple[str, ...]) -> re.Pattern[str]:
    """Medicine that has a cause of any kind, or what is felt with medicine as its cause."""
    named = rf"{_NEAR}(?<!\w){_any(cause)}(?!\w)"
    return re.compile(rf"(?<!\w)(?:{_any(medicine)}(?!\w){named}(?: \w+)?|{_any(felt)}(?!\w){named}{_NEAR}(?<!\w){_any(medicine)}(?!\w))")


def _any(phrases: tuple[str, ...]) -> str:
    """The longest first, so that the whole of a phrase is found."""
    ways = (re.escape(plain(one)).replace(r"\*", r"\w*") for one in sorted(phrases, key=len, reverse=True))
    return f"(?:{'|'.join(ways)})"
