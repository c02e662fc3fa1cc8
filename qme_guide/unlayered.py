"""A drawing without what its hidden layers draw. All else is byte for byte as it was.

What is hidden may still set where and how the next things are drawn, so that is kept; words, lines, pictures and notes
are not. Where they cannot be told apart for sure the drawing is refused. This module must not know which layers are
hidden, or what a drawing shows.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from qme_guide.layers import Unsure

Hides = Callable[[bytes], bool]
Step = tuple[bytes, list[bytes], bytes]
"""An operator, what stands before it, and all of that as it stands in the drawing."""

_BLANK, _NO_WORD = rb"\x00\t\n\f\r ", rb"\x00\t\n\f\r ()<>\[\]{}/%"
_TOKEN = re.compile(
    rb"[%s]+|%%[^\r\n]*|(?P<text>\()|(?P<operand><<|>>|<[^<>]*>|[\[\]{}]|/[^%s]*|[-+.\d][^%s]*|(?:true|false|null)(?![^%s]))|(?P<word>[^%s]+)"
    % (_BLANK, _NO_WORD, _NO_WORD, _NO_WORD, _NO_WORD)
)
# How a mark for a layer begins; a name may be written in numbers.
_MARK = re.compile(rb"/(?:O|#4[fF])(?:C|#43)(?![^%s])" % _NO_WORD)
_MARKED = re.compile(rb"/(?:O|#4[fF])(?:C|#43)[%s]*/[^%s]+[%s]+BDC" % (_BLANK, _NO_WORD, _BLANK))
_IN_TEXT = re.compile(rb"[()]|\\.", re.DOTALL)
# Where the bytes of a picture in the drawing end: what follows must be operators again.
_PICTURE_ENDS = re.compile(rb"[%s]EI(?=[%s]|\Z)(?=[\t\n\f\r\x20-\x7e]{0,24}(?:\Z|[\t\n\f\r\x20-\x7e]))" % (_BLANK, _BLANK))

_BEGINS, _ENDS = {b"BDC", b"BMC"}, b"EMC"
_PATH = set(b"m l c v y h re".split())
_CLIPS, _PAINTS = {b"W", b"W*"}, set(b"S s f F f* B B* b b* n".split())
_SHOWS, _SHOWS_BELOW = {b"Tj", b"TJ"}, {b"'", b'"'}
_PLACES = set(b"Td TD Tm T* BT ET ' \"".split())
_DRAWS = set(b"sh Do EI MP DP".split())
_SETS = set(b"q Q cm w J j M d ri i gs CS cs SC SCN sc scn G g RG rg K k d0 d1 Tc Tw Tz TL Tf Tr Ts BX EX".split())
_KNOWN = {*_BEGINS, _ENDS} | _PATH | _CLIPS | _PAINTS | _SHOWS | _SHOWS_BELOW | _PLACES | _DRAWS | _SETS
# From this way of drawing on, words also cut out what is drawn after them.
_WORDS_CUT = b"4"


def names_a_layer(drawing: bytes) -> bool:
    """Whether something in a drawing is marked as part of a layer."""
    return bool(_MARKED.search(drawing))


def without_hidden(drawing: bytes, hides: Hides, spend: Callable[[int], None]) -> bytes:
    """The drawing without what is hidden. hides: told the name by which the drawing calls a layer. spend: told how many
    bytes are read; it may raise. Raises Unsure."""
    if not _MARK.search(drawing):
        return drawing
    spend(len(drawing))
    kept = _Kept(hides)
    for step in _steps(drawing):
        kept.take(step)
    return b"".join(kept.pieces) if kept.found else drawing


@dataclass
class _Kept:
    """What is kept so far. inside: how many marks are open since a layer hid them. apart: what is set there ends there."""

    hides: Hides
    found: bool = False
    pieces: list[bytes] = field(default_factory=list)
    inside: int = 0
    apart: int = 0
    path: list[bytes] = field(default_factory=list)
    path_open: bool = False
    clips: bool = False
    lost_place: bool = False
    cuts: bool = False

    def take(self, step: Step) -> None:
        operator, operands, whole = step
        if operator == b"Tr":
            self.cuts = operands[-1:] >= [_WORDS_CUT]
        if self.inside:
            self._hidden(operator, operands, whole)
        elif operator == b"BDC" and operands[1:] and _MARK.fullmatch(operands[0]) and self.hides(operands[1]):
            if self.path_open:
                raise Unsure
            self.found, self.inside = True, 1
        else:
            self._seen(operator, whole)

    def _seen(self, operator: bytes, whole: bytes) -> None:
        if operator in _PLACES:
            self.lost_place = False
        if operator in _SHOWS and self.lost_place:
            raise Unsure
        self.path_open = operator in _PATH | _CLIPS or (self.path_open and operator not in _PAINTS)
        self.pieces.append(whole)

    def _hidden(self, operator: bytes, operands: list[bytes], whole: bytes) -> None:
        if operator in _BEGINS:
            self.inside += 1
        elif operator == _ENDS:
            self._ended()
        elif operator == b"q" or (operator == b"Q" and self.apart):
            self.apart += 1 if operator == b"q" else -1
        elif not self.apart:
            self._set(operator, operands, whole)

    def _ended(self) -> None:
        self.inside -= 1
        if not self.inside and (self.apart or self.path):
            raise Unsure

    def _set(self, operator: bytes, operands: list[bytes], whole: bytes) -> None:
        """Keep what sets how later things are drawn."""
        if operator in _SHOWS | _SHOWS_BELOW:
            if self.cuts:
                raise Unsure
            self.lost_place = True
            self.pieces.append(_moves_on(operator, operands))
        elif operator in _PATH | _CLIPS:
            self.path.append(whole)
            self.clips = self.clips or operator in _CLIPS
        elif operator in _PAINTS:
            self.pieces += [*self.path, b" n"] if self.clips else []
            self.path, self.clips = [], False
        elif operator not in _DRAWS:
            self.lost_place = self.lost_place and operator not in _PLACES
            self.pieces.append(whole)


def _moves_on(operator: bytes, operands: list[bytes]) -> bytes:
    """What an operator that shows words does beside that."""
    if operator == b'"':
        words, signs, *_ = operands
        return b" %s Tw %s Tc T*" % (words, signs)
    return b" T*" if operator == b"'" else b""


def _steps(drawing: bytes) -> Iterator[Step]:
    """Every operator with what stands before it. Raises Unsure at anything that is none."""
    at, start = 0, 0
    operands: list[bytes] = []
    while at < len(drawing):
        found = _TOKEN.match(drawing, at)
        if found is None:
            raise Unsure
        at = _text_end(drawing, found.end()) if found["text"] else found.end()
        if found["text"] or found["operand"]:
            operands.append(drawing[found.start() : at])
        elif word := found["word"]:
            if word == b"BI":
                continue
            if word == b"ID":
                at, word = _picture_end(drawing, at), b"EI"
            if word not in _KNOWN:
                raise Unsure
            yield word, operands, drawing[start:at]
            start, operands = at, []


def _text_end(drawing: bytes, at: int) -> int:
    """Where a text ends; there may be brackets in it."""
    depth = 1
    for found in _IN_TEXT.finditer(drawing, at):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if not depth:
            return found.end()
    raise Unsure


def _picture_end(drawing: bytes, at: int) -> int:
    found = _PICTURE_ENDS.search(drawing, at)
    if found is None:
        raise Unsure
    return found.end()
