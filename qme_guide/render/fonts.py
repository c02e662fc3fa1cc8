"""Which font prints which character, and what to print when none can.

Be Vietnam Pro prints English, Spanish and Vietnamese; the others are opened only when a text needs them. Every
character is looked up in a font's own table before anything is drawn, so a paper never carries an empty box.
All fonts are under the SIL Open Font License. This module must not know documents, pages or words.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import fontpkg_be_vietnam_pro
import fontpkg_ibm_plex_sans_arabic
import manimgx_fonts
import pylopdf_fonts_ko
import pylopdf_fonts_zh_cn
from fontTools.ttLib import TTFont

from qme_guide.render.clean import clean

EMOJI, UNKNOWN = "[emoji]", "[?]"
"""Printed in place of a picture sign, and of a letter that no font here has."""

JOINERS = {"\u200c", "\u200d"}
"""Say whether the letters beside them join. They have no look of their own and belong to the letter before them."""

_FIRST_EMOJI, _BROKEN = "\U0001f000", "\ufffd"
_RIGHT_TO_LEFT = {"R", "AL"}
_PICTURES = {"So", "Sk"}
_BODY = fontpkg_be_vietnam_pro.ROOT / "files"
_NOTO = Path(manimgx_fonts.__file__).parent
_PLAIN = str.maketrans({
    "\u2010": "-", "\u2011": "-", "\u2015": "\u2014", "\u3000": " ",
    "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ", "\u2006": " ",
    "\u2007": "\u00a0", "\u2008": " ", "\u2009": " ", "\u200a": "", "\u202f": "\u00a0", "\u205f": " ",
    "\ufe0e": "", "\ufe0f": "", "\u2610": "[ ]", "\u2611": "[x]", "\u2612": "[x]", "\u2713": "[x]", "\u2714": "[x]",
})  # fmt: skip


@dataclass(frozen=True)
class Face:
    """One font file. `shaped`: its letters join or stack, so they must be set by the shaping engine."""

    name: str
    path: Path
    shaped: bool = False


def _noto(script: str, shaped: bool = False) -> Face:
    return Face(f"noto{script}".lower(), _NOTO / f"NotoSans{script}[wght].ttf", shaped)


REGULAR = Face("body", _BODY / "BeVietnamPro-Regular.ttf")
BOLD = Face("body", _BODY / "BeVietnamPro-Bold.ttf")
_JOINED = (
    "Hebrew", "Gurmukhi", "Devanagari", "Khmer", "Thai", "Lao", "Myanmar", "Bengali", "Gujarati", "Tamil", "Telugu",
    "Kannada", "Malayalam", "Oriya", "Sinhala",
)  # fmt: skip
FACES = (
    REGULAR,
    _noto(""),  # Cyrillic, Greek
    *(_noto(script) for script in ("Armenian", "Georgian", "Ethiopic")),
    Face("arabic", fontpkg_ibm_plex_sans_arabic.ROOT / "files" / "IBMPlexSansArabic-Regular.ttf", shaped=True),
    *(_noto(script, shaped=True) for script in _JOINED),
    _noto("Symbols"),
    Face("chinese", Path(pylopdf_fonts_zh_cn.sans_path())),  # also Japanese
    Face("korean", Path(pylopdf_fonts_ko.sans_path())),
)
"""Tried in this order, character by character. The last two are large: nothing before them may have the character."""


@cache
def _covered(face: Face) -> frozenset[str]:
    """Every character the font has a drawing for."""
    with TTFont(face.path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


@cache
def face_of(char: str) -> Face | None:
    """The first face that has this character; None when none has, or when it is an emoji or was never whole."""
    if char == _BROKEN or (char >= _FIRST_EMOJI and unicodedata.category(char) != "Lo"):
        return None
    return next((face for face in FACES if char in _covered(face)), None)


def plain(text: str) -> bool:
    """Whether the body font has all of it."""
    return _covered(REGULAR).issuperset(text)


def faces(text: str) -> Iterable[Face]:
    """The faces, other than the body's, that a printable text needs."""
    found = {face_of(char) for char in set(text) - _covered(REGULAR) - JOINERS}
    return [face for face in FACES if face in found and face is not REGULAR]


def direction(text: str) -> str | None:
    """None for letters that simply stand side by side; else "rtl" or "ltr", the way the shaping engine must read."""
    if not any(face.shaped for face in faces(text)) and not any(map(unicodedata.combining, text)):
        return None
    strong = (unicodedata.bidirectional(char) for char in text)
    first = next((kind for kind in strong if kind == "L" or kind in _RIGHT_TO_LEFT), "L")
    return "rtl" if first in _RIGHT_TO_LEFT else "ltr"


def printable(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as it will print, and the characters that no font here has (each once, in order of appearance).

    Those are printed as `EMOJI` or `UNKNOWN`, once for a run of them, so that a page can warn beside the field.
    """
    text = clean(text).translate(_PLAIN)
    if plain(text.replace("\n", "")):
        return text, ()
    shown: list[str] = []
    lost: dict[str, None] = {}
    for before, char in zip("\n" + text, text, strict=False):
        piece = _shown(before, char)
        if piece != char and char not in JOINERS:
            lost[char] = None
        if piece and (piece == char or piece not in shown[-1:]):
            shown.append(piece)
    return "".join(shown), tuple(lost)


def _shown(before: str, char: str) -> str:
    """What prints for one character: itself, a word that stands in for it, or nothing."""
    if char == "\n" or char in _covered(REGULAR):
        return char
    if char in JOINERS:
        face = None if before in JOINERS else face_of(before)
        return char if face and face.shaped else ""
    if face_of(char):
        return char
    if unicodedata.combining(char):
        return ""
    picture = char >= _FIRST_EMOJI or unicodedata.category(char) in _PICTURES
    return EMOJI if picture and char != _BROKEN else UNKNOWN
