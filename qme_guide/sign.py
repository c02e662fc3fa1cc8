"""A sign for each case, so that two people's cases are not mixed: two colours and two letters, from the case's own random key.

It says nothing about anybody, and stays the same for one case. This module knows no screen: the colours are names.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

COLOURS = ("blue", "amber", "plum", "green", "red", "grey")
# Letters that sound and look unlike one another.
LETTERS = "ABCDEFHKLMNPRTXYZ"


@dataclass(frozen=True)
class Sign:
    """Two colours by name, never the same twice, and two letters to say aloud."""

    first: str
    second: str
    letters: str


def sign(key: str) -> Sign:
    """The sign of the case with this key (`Case.key`, hexadecimal; an empty one has a sign too)."""
    rest = int(f"0x{key or 0}", 0)
    rest, at = divmod(rest, len(COLOURS))
    others = [one for one in COLOURS if one != COLOURS[at]]
    rest, other = divmod(rest, len(others))
    rest, letter = divmod(rest, len(LETTERS))
    return Sign(COLOURS[at], others[other], LETTERS[letter] + LETTERS[rest % len(LETTERS)])


def apart(key: str, others: Iterable[Sign]) -> Sign:
    """The sign of a case that lies beside these others: its own, or with the next two colours that none of them has. The letters stay.

    Where every two colours are taken it is its own.
    """
    mine, taken = sign(key), [{one.first, one.second} for one in others]
    pairs = [pair for pair in product(COLOURS, COLOURS) if len(set(pair)) == len(pair)]
    at = pairs.index((mine.first, mine.second))
    first, second = next((pair for pair in (*pairs[at:], *pairs[:at]) if set(pair) not in taken), (mine.first, mine.second))
    return Sign(first, second, mine.letters)
