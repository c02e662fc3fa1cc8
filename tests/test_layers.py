"""What a file hides on a layer that is switched off is in no copy, and what it shows looks as it did.

Each file is made here. The word SECRET stands only on hidden layers, SHOWN only where everybody sees it; both are looked
for in every unpacked piece of the new file.
"""

import io

import pytest
from PIL import ImageChops
from pypdf import PdfReader
from pypdf.generic import StreamObject

from qme_guide import bundle, leaves
from qme_guide.layers import Layers, Unsure
from qme_guide.papers import Upload, check
from qme_guide.unlayered import without_hidden
from tests.hostile import paper, stream
from tests.personas import TWO_TRACKS
from tests.test_bundle import matter
from tests.test_papers import LIMITS, picture

HIDDEN, SHOWN = b"/OC /H BDC ", b"/OC /S BDC "
LAYERS = {10: b"<< /Type /OCG /Name (draft) >>", 11: b"<< /Type /OCG /Name (print) >>"}
OFF = "/OFF [10 0 R]"
FONT = "/Resources << /Font << /F 4 0 R >> %s >>"
OF_FORM = "/Type /XObject /Subtype /Form /BBox [0 0 612 792] "
PICTURE = "/Type /XObject /Subtype /Image /Width 6 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
BOTH = "/Properties << /H 10 0 R /S 11 0 R %s >>"
AT = b"BT /F 18 Tf 72 600 Td "


def layered(drawing: bytes, settings: str = OFF, properties: str = "", resources: str = "", page: str = "", more=()) -> bytes:
    """A page with a hidden layer H and a shown layer S."""
    root = f"/OCProperties << /OCGs [10 0 R 11 0 R] /D << {settings} >> >>"
    return paper(drawing, root=root, resources=BOTH % properties + resources, page=page, more={**LAYERS, **dict(more)})


def form(drawing: bytes, layer: str = "", properties: str = BOTH % "") -> bytes:
    return stream(drawing, OF_FORM + FONT % properties + layer)


IMAGE = b"BI /W 6 /H 1 /CS /G /BPC 8 ID SECRET EI "
FILES = {
    "words": layered(HIDDEN + AT + b"(SECRET) Tj ET EMC " + AT + b"0 -30 Td (SHOWN) Tj ET"),
    "words apart": layered(HIDDEN + b"q 1 0 0 rg " + AT + b"(SECRET) Tj ET Q EMC " + AT + b"0 -30 Td (SHOWN) Tj ET"),
    "words between words": layered(AT + b"(SHOWN) Tj 0 -30 Td " + HIDDEN + b"(SECRET) Tj EMC 0 -30 Td (SHOWN) Tj ET"),
    "type that stays set": layered(HIDDEN + b"BT /F 30 Tf 0 0 1 rg 72 500 Td [(SEC) -20 (SECRET)] TJ ET EMC BT 72 400 Td (SHOWN) Tj ET"),
    "lines below each other": layered(AT + b"20 TL " + HIDDEN + b"(SECRET) ' 3 1 (SECRET) \" EMC (SHOWN) ' ET"),
    "a layer in a layer": layered(HIDDEN + SHOWN + AT + b"(SECRET) Tj ET EMC /Span << /ActualText (SECRET) >> BDC EMC EMC " + AT + b"(SHOWN) Tj ET"),
    "a shown layer": layered(SHOWN + AT + b"(SHOWN) Tj ET EMC " + HIDDEN + AT + b"(SECRET) Tj ET EMC"),
    "a mark that never ends": layered(AT + b"(SHOWN) Tj ET " + HIDDEN + AT + b"(SECRET) Tj ET"),
    "brackets and signs in words": layered(HIDDEN + AT + rb"(SECRET \) EMC \( (SECRET) \\) Tj <534543> Tj ET EMC " + AT + b"(SHOWN \\( EMC) Tj ET"),
    "lines": layered(HIDDEN + b"100 100 m 300 300 l 5 w S 50 50 80 80 re f EMC 200 400 m 400 400 l S " + AT + b"(SHOWN) Tj ET"),
    "a clip": layered(HIDDEN + b"0 0 300 700 re W f EMC 1 0 0 rg 0 590 612 30 re f 0 g " + AT + b"(SHOWN) Tj ET"),
    "a picture in the drawing": layered(HIDDEN + b"q 90 0 0 90 72 400 cm " + IMAGE + b"Q EMC " + AT + b"(SHOWN) Tj ET"),
    "a picture": layered(HIDDEN + b"q 90 0 0 90 72 400 cm /I Do Q EMC " + AT + b"(SHOWN) Tj ET", resources="/XObject << /I 20 0 R >>", more={20: stream(b"SECRET", PICTURE)}),
    "a picture on a layer": layered(b"q 90 0 0 90 72 400 cm /I Do Q " + AT + b"(SHOWN) Tj ET", resources="/XObject << /I 20 0 R >>", more={20: stream(b"SECRET", PICTURE + " /OC 10 0 R")}),
    "a drawing on a layer": layered(b"/D Do " + AT + b"(SHOWN) Tj ET", resources="/XObject << /D 20 0 R >>", more={20: form(AT + b"(SECRET) Tj ET", "/OC 10 0 R")}),
    "in a drawing": layered(b"/D Do", resources="/XObject << /D 20 0 R >>", more={20: form(HIDDEN + AT + b"(SECRET) Tj ET EMC " + AT + b"0 -40 Td (SHOWN) Tj ET")}),
    "a group": layered(b"/OC /G BDC " + AT + b"(SECRET) Tj ET EMC " + AT + b"(SHOWN) Tj ET", properties="/G 20 0 R", more={20: b"<< /Type /OCMD /OCGs [10 0 R] >>"}),
    "a group of which one is shown": layered(b"/OC /G BDC " + AT + b"(SHOWN) Tj ET EMC", properties="/G << /Type /OCMD /OCGs [10 0 R 11 0 R] >>"),
    "a group that wants all": layered(b"/OC /G BDC " + AT + b"(SECRET) Tj ET EMC " + AT + b"(SHOWN) Tj ET", properties="/G 20 0 R", more={20: b"<< /Type /OCMD /P /AllOn /OCGs [10 0 R 11 0 R] >>"}),
    "a name in numbers": layered(b"/#4FC /#48 BDC " + AT + b"(SECRET) Tj ET EMC " + AT + b"(SHOWN) Tj ET"),
    "all but one are off": layered(SHOWN + AT + b"(SHOWN) Tj ET EMC " + HIDDEN + AT + b"(SECRET) Tj ET EMC", "/BaseState /OFF /ON [11 0 R]"),
}  # fmt: skip
UNSURE = {
    "a note that some programs show": layered(AT + b"(SHOWN) Tj ET", page="/Annots [20 0 R]", more={20: b"<< /Subtype /Stamp /OC 10 0 R /Rect [0 0 612 792] /AP << /N 21 0 R >> >>", 21: form(AT + b"(SECRET) Tj ET")}),
    "the layer says otherwise": layered(HIDDEN + b"EMC", more={10: b"<< /Type /OCG /Name () /Usage << /View << /ViewState /ON >> >> >>"}),
    "the layer is for another use": layered(HIDDEN + b"EMC", more={10: b"<< /Type /OCG /Name () /Intent /Design >>"}),
    "a rule of its own": layered(b"/OC /G BDC EMC", properties="/G 20 0 R", more={20: b"<< /Type /OCMD /VE [/Not 10 0 R] /OCGs 10 0 R >>"}),
    "the next word follows a hidden one": layered(AT + HIDDEN + b"(SECRET) Tj EMC (SHOWN) Tj ET"),
    "words that cut": layered(HIDDEN + AT + b"7 Tr (SECRET) Tj ET EMC"),
    "a line half hidden": layered(b"100 100 m " + HIDDEN + b"300 300 l S EMC"),
    "no operator": layered(HIDDEN + b"nothing EMC"),
    "set apart on one side only": layered(HIDDEN + b"q EMC Q"),
    "a picture without an end": layered(HIDDEN + b"BI /W 6 /H 1 /CS /G /BPC 8 ID SECRET EMC"),
    "a drawing that borrows": layered(HIDDEN + b"1 w EMC /D Do", resources="/XObject << /D 20 0 R >>", more={20: stream(b"", OF_FORM)}),
    "a drawing without names of its own": layered(b"/D Do", resources="/XObject << /D 20 0 R >>", more={20: stream(HIDDEN + b"EMC", OF_FORM)}),
}  # fmt: skip


def pieces(pdf: bytes) -> bytes:
    """All that is in a file, unpacked."""
    reader = PdfReader(io.BytesIO(pdf))
    every = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    return b"\n".join(one.get_data() if isinstance(one, StreamObject) else str(one).encode() for one in every)


def taken(data: bytes) -> Upload:
    found = check("", data, LIMITS)
    assert isinstance(found, Upload), found
    return found


@pytest.mark.parametrize("name", FILES)
def test_what_is_hidden_is_gone_and_what_is_seen_looks_as_it_did(name):
    before, after = FILES[name], taken(FILES[name]).data
    assert b"SECRET" not in pieces(after) and b"SHOWN" in pieces(after)
    assert ImageChops.difference(picture(before, scale=1), picture(after, scale=1)).getbbox() is None


@pytest.mark.parametrize("name", UNSURE)
def test_what_cannot_be_taken_out_for_sure_is_refused_with_a_word_of_its_own(name):
    assert check("", UNSURE[name], LIMITS).key == "upload_hidden"


@pytest.mark.parametrize("name", ["the next word follows a hidden one", "no operator", "a line half hidden"])
def test_the_same_drawing_with_nothing_hidden_is_taken(name):
    data = UNSURE[name].replace(OFF.encode(), b" " * len(OFF))
    assert taken(data).pages == 1


def test_an_older_copy_loses_what_it_hides_wherever_its_pages_go():
    """A file of the person's own may hold a paper as it was taken in before."""
    one = Upload("a", "pdf", FILES["words"], 1, 1)
    assert b"SECRET" in pieces(one.data)
    for made in (leaves.sheets(leaves.leaves(one), {"a": one}), bundle.administrator_packet(matter(TWO_TRACKS), [one.data])):
        assert b"SECRET" not in pieces(made) and b"SHOWN" in pieces(made)


def test_drawings_too_long_to_read_are_refused_and_one_without_layers_is_not_read():
    long = b"0 0 m 9 9 l S " * 900_000
    with pytest.raises(Unsure):
        without_hidden(HIDDEN + b"EMC " + long, lambda _: True, Layers().spend)
    assert without_hidden(long, lambda _: True, Layers().spend) is long


def test_marks_that_open_and_never_close_cost_no_time():
    assert check("", layered(HIDDEN * 20_000 + b"EMC " * 20_000), LIMITS).pages == 1
