"""Words under a dark box are found on every kind of box, and dark things that hide nothing raise no question."""

import pytest

from qme_guide import looks
from qme_guide.papers import Upload, check
from tests import hostile
from tests.hostile import paper, stream
from tests.test_papers import LIMITS

TEXT = b"BT /F 11 Tf 72 600 Td (The diagnosis is private) Tj 0 -40 Td (Nothing else is here) Tj ET "
SQUARE = b"<< /Subtype /Square /Rect [60 590 260 620] /AP << /N 21 0 R >> >>"
LOOK = "/Type /XObject /Subtype /Form /BBox [0 0 200 30]"
BLOT = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
HIDING = {
    "a box": paper(TEXT + b"60 590 200 30 re f"),
    "a grey box over one word": paper(TEXT + b"0.4 g 90 595 52 20 re f"),
    "a coloured box": paper(TEXT + b"0 0 0.6 rg 60 590 200 30 re f"),
    "a thick line": paper(TEXT + b"16 w 60 603 m 260 603 l S"),
    "a square put on the page": paper(TEXT, page="/Annots [20 0 R]", more={20: SQUARE, 21: stream(b"0 0 200 30 re f", LOOK)}),
    "a picture": paper(TEXT + b"q 200 0 0 30 60 590 cm /I Do Q", resources="/XObject << /I 20 0 R >>", more={20: stream(b"\0", BLOT)}),
    "a box on a page that lies": paper(TEXT + b"60 590 200 30 re f", page="/Rotate 90"),
    "black words on a black box": paper(b"60 550 300 80 re f " + TEXT),
    "words that a scanner read": paper(b"0 g 60 590 200 30 re f BT 3 Tr /F 11 Tf 72 600 Td (The diagnosis is private) Tj ET"),
}
OPEN = {
    "no box": paper(TEXT),
    "white words on a dark row": paper(b"60 590 400 30 re f 1 g " + TEXT),
    "words on a grey row": paper(b"0.6 g 60 590 400 30 re f 0 g " + TEXT),
    "a box beside the words": paper(TEXT + b"300 590 200 30 re f"),
    "a box under a few signs": paper(b"BT /F 11 Tf 72 600 Td (No) Tj ET 60 590 200 30 re f"),
    "large thick words": paper(b"BT /F 60 Tf 2 Tr 6 w 40 600 Td (MILLION) Tj ET"),
    "very small words": paper(b"BT /F 3 Tf 40 600 Td (Conditions that nobody can read and that are only seen as dots) Tj ET"),
    "lines around words": paper(TEXT + b"3 w 60 590 200 30 re S"),
    "a photo": hostile.photo(),
}


def seen(data: bytes) -> bool:
    found = check("", data, LIMITS)
    assert isinstance(found, Upload), found
    return any(one.covered for one in looks.looks(found.data))


@pytest.mark.parametrize("name", HIDING)
def test_words_under_a_dark_box_are_found(name):
    assert seen(HIDING[name])


@pytest.mark.parametrize("name", OPEN)
def test_dark_things_that_hide_no_words_raise_no_question(name):
    assert not seen(OPEN[name])
