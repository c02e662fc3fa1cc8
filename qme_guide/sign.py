"""A sign for each case, so that two people's cases are not mixed: two colours and two letters, from the case's own random key.

It says nothing about anybody, and stays the same for one case. This module knows no screen: the colours are names.
"""

from dataclasses import dataclass

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
