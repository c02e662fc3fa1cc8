"""Papers that people hand in: the honest ones come in whole, the others get one kind word, and nothing is kept."""

import io
import logging
import random
import sys

import pypdfium2
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from qme_guide.papers import Limits, Problem, Upload, check
from tests import hostile
from tests.hostile import REFUSED, SECRET, paper
from tests.sweeps import some_of

LIMITS = Limits(megabytes=25, pages=400, megapixels=64, unpacked_megabytes=40)
SHEET, LYING = (612, 792), (792, 612)
KEYS = {
    "upload_empty", "upload_not_pdf", "upload_locked", "upload_broken", "upload_too_big", "upload_too_many_pages",
    "upload_no_pages", "upload_hidden",
}  # fmt: skip


def accepted(data: bytes, limits: Limits = LIMITS) -> Upload:
    found = check("paper.pdf", data, limits)
    assert isinstance(found, Upload), found
    return found


def refused(data: bytes, limits: Limits = LIMITS) -> Problem:
    found = check("paper.pdf", data, limits)
    assert isinstance(found, Problem), "it was taken"
    assert found.key in KEYS
    return found


def picture(pdf: bytes, page: int = 0, scale: float = 0.5) -> Image.Image:
    """A page as a grey picture, form fields and notes drawn."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return document[page].render(scale=scale, may_draw_forms=True).to_pil().convert("L")


def words(pdf: bytes, page: int = 0) -> str:
    return pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_bounded()


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(io.BytesIO(pdf)).pages]


def darkness(image: Image.Image, left: float, top: float, right: float, bottom: float) -> float:
    """How dark a part of a picture is, from 0 to 1. The sides are parts of its width and height."""
    sides = (left * image.width, top * image.height, right * image.width, bottom * image.height)
    part = image.crop(tuple(map(round, sides))).tobytes()
    return 1 - sum(part) / len(part) / 255


# Honest papers


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90])
@pytest.mark.parametrize("box", [(0, 0, 612, 792), (0, 0, 595, 842), (0, 0, 612, 1008), (0, 0, 792, 612), (-40, -30, 572, 762)])
def test_a_page_looks_as_it_looked_on_its_own_screen(turn, box):
    data = paper(hostile.WORDS + b" 72 400 300 40 re f", box=box, page=f"/Rotate {turn}")
    before, after = picture(data), picture(accepted(data).data)
    scale = min(after.width / before.width, after.height / before.height)
    smaller = before.resize((round(before.width * scale), round(before.height * scale)))
    wanted = Image.new("L", after.size, 255)
    wanted.paste(smaller, ((after.width - smaller.width) // 2, (after.height - smaller.height) // 2))
    difference = ImageChops.difference(wanted, after).resize((30, 30))
    assert max(difference.tobytes()) < 40
    assert REFUSED in words(accepted(data).data)


@pytest.mark.parametrize(
    "box, sheet",
    [
        ((0, 0, 612, 792), SHEET),
        ((0, 0, 595, 842), SHEET),
        ((0, 0, 842, 595), LYING),
        ((0, 0, 20, 30), SHEET),
        ((0, 0, 90000, 14400), LYING),
        ((612, 792, 0, 0), SHEET),
        ("", SHEET),
        ("/MediaBox [0 0 0 0]", SHEET),
        ("/MediaBox [0 0 612]", SHEET),
        ("/MediaBox [(a) (b) (c) (d)]", SHEET),
        ("/MediaBox null", SHEET),
        ("/MediaBox [0 0 792 612] /CropBox [9000 9000 9900 9900]", LYING),
        ("/MediaBox [0 0 792 612] /CropBox [0 0 300 612]", SHEET),
    ],
)
def test_every_page_becomes_a_letter_sheet(box, sheet):
    assert sizes(accepted(paper(box=box)).data) == [sheet]


def test_what_a_screen_crops_stays_cropped():
    data = paper(b"0 0 612 300 re f", page="/CropBox [0 300 612 792]")
    assert darkness(picture(accepted(data).data), 0, 0, 1, 1) < 0.01


def test_many_pages_come_in_order():
    found = accepted(hostile.numbered(30))
    assert found.pages == 30
    assert [words(found.data, at).strip() for at in range(30)] == [f"sheet {n} of the original" for n in range(1, 31)]


def test_a_scan_of_a_hundred_pages_at_600_dots_an_inch_comes_in_dot_for_dot():
    data = hostile.fine_scan(100)
    found = accepted(data)
    pages = PdfReader(io.BytesIO(found.data)).pages
    images = [page["/Resources"]["/XObject"]["/P0"]["/Resources"]["/XObject"]["/image"] for page in pages]
    assert {(image["/Width"], image["/Height"], str(image["/Filter"])) for image in images} == {(5100, 6600, "['/CCITTFaxDecode']")}
    assert len({image.indirect_reference.idnum for image in images}) == found.pages == 100
    assert len(found.data) < len(data) + 1000 * found.pages


def test_three_hundred_pages_come_in_and_more_than_the_limit_get_a_kind_word():
    assert accepted(hostile.numbered(300)).pages == 300
    assert refused(hostile.numbered(401)) == Problem("upload_too_many_pages", {"pages": 401, "limit": 400})


def test_what_the_upload_says_of_itself():
    data = paper()
    found = accepted(data)
    assert (found.kind, found.pages, found.size) == ("pdf", 1, len(data))
    assert found.id == accepted(data).id != accepted(paper(count=2)).id
    assert accepted(hostile.photo()).kind == "image"
    assert str(found.data[:9]) not in repr(found)


def test_a_paper_is_judged_by_what_it_is_and_not_by_its_name():
    assert check("photo.jpg", paper(), LIMITS).kind == "pdf"
    assert check("paper.pdf", hostile.photo("PNG"), LIMITS).kind == "image"
    assert check("paper.pdf", b"<html>", LIMITS).key == "upload_not_pdf"
    assert check("../../etc/\0\ud800" * 99, paper(), LIMITS).pages == 1


def test_lines_before_the_head_and_after_the_end_do_no_harm():
    assert REFUSED in words(accepted(b"\xef\xbb\xbfFrom: the office\r\n" + paper() + b"\n" * 3000).data)


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256", "AES-256-R5"])
def test_a_paper_that_only_its_owner_may_change_opens(algorithm):
    assert REFUSED in words(accepted(hostile.locked("", algorithm)).data)
    assert not PdfReader(io.BytesIO(accepted(hostile.locked("", algorithm)).data)).is_encrypted


# Photos


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_upright(kind, orientation):
    found = accepted(hostile.photo(kind, orientation=orientation))
    seen = picture(found.data)
    assert sizes(found.data) == [SHEET]
    assert darkness(seen, 0.05, 0.04, 0.45, 0.07) > 0.9
    assert darkness(seen, 0.55, 0.04, 1, 0.07) < 0.05 and darkness(seen, 0, 0.2, 1, 1) < 0.05


@pytest.mark.parametrize("kind, mode", [("PNG", "1"), ("PNG", "L"), ("PNG", "LA"), ("PNG", "P"), ("PNG", "RGBA"), ("HEIF", "RGBA"), ("HEIF", "L"), ("JPEG", "L"), ("JPEG", "CMYK")])
def test_a_photo_of_any_colours_can_be_read(kind, mode):
    seen = picture(accepted(hostile.photo(kind, mode=mode)).data)
    assert darkness(seen, 0.05, 0.04, 0.45, 0.07) > 0.9 and darkness(seen, 0, 0.2, 1, 1) < 0.05


def test_a_photo_of_an_iphone_says_what_it_is_in_its_first_bytes():
    data = hostile.photo("HEIF", size=(1200, 1600))
    found = accepted(data)
    assert data[4:12] == b"ftypheic" and found.kind == "image" and check("IMG_0001", data, LIMITS) == found
    assert SECRET.encode() in data and SECRET.encode() not in found.data
    assert refused(data, Limits(megabytes=1, pages=1, megapixels=1, unpacked_megabytes=1)) == Problem("upload_broken")


def test_what_is_clear_in_a_photo_is_white_on_paper():
    out = io.BytesIO()
    Image.new("RGBA", (300, 400), (0, 0, 0, 0)).save(out, "PNG")
    assert darkness(picture(accepted(out.getvalue()).data), 0, 0, 1, 1) < 0.01


def test_a_scan_in_sixteen_bits_keeps_its_shades():
    out = io.BytesIO()
    Image.new("I;16", (300, 400), 32768).save(out, "PNG")
    assert 0.4 < darkness(picture(accepted(out.getvalue()).data), 0.3, 0.3, 0.7, 0.7) < 0.6


def test_a_photo_that_lies_gets_a_lying_sheet():
    assert sizes(accepted(hostile.photo(size=(800, 600))).data) == [LYING]


def test_a_photo_is_made_smaller_and_forgets_its_phone():
    found = accepted(hostile.photo(size=(2400, 3200)))
    image = PdfReader(io.BytesIO(found.data)).pages[0]["/Resources"]["/XObject"]["/P0"]["/Resources"]["/XObject"]["/image"]
    assert (image["/Width"], image["/Height"]) == (1650, 2200)
    assert SECRET.encode() not in found.data


def test_a_note_about_turning_that_nobody_can_read_is_left_alone():
    head = hostile.photo()
    at = head.index(b"Exif\0\0") + len(b"Exif\0\0")
    assert accepted(head[:at] + b"\xff" * 20 + head[at + 20 :]).pages == 1


# What people typed


@pytest.mark.parametrize("field", ["/FT /Tx /V (typed words)", "/FT /Tx /V (typed words) /MaxLen 30 /Ff 16777216", "/FT /Ch /Ff 131072 /V (typed words)"])
@pytest.mark.parametrize("drawn, need", [(None, False), (None, True), ("", True)])
def test_an_answer_that_nobody_drew_is_drawn(field, drawn, need):
    assert "typedwords" in words(accepted(hostile.form(field, drawn, need)).data).replace(" ", "").replace("\r\n", "")


def test_an_answer_is_shown_as_its_program_drew_it():
    data = hostile.form("/FT /Tx /V (typed words)", "BT /F 12 Tf 2 4 Td (drawn words) Tj ET")
    assert "drawn words" in words(accepted(data).data) and "typed" not in words(accepted(data).data)


def test_a_form_that_says_it_needs_no_program_opens():
    assert REFUSED in words(accepted(paper(root="/NeedsRendering false")).data)


def test_an_answer_in_other_letters_keeps_the_drawing_it_has():
    data = hostile.form("/FT /Tx /V <FEFF738B>", "BT /F 12 Tf 2 4 Td (drawn words) Tj ET", need=True)
    assert "drawn words" in words(accepted(data).data)


@pytest.mark.parametrize("state, seen", [("Yes", True), ("Off", False)])
def test_a_ticked_box_stays_ticked(state, seen):
    assert ("TICKED" in words(accepted(hostile.ticked(state)).data)) is seen


@pytest.mark.parametrize("kind", ["Stamp", "FreeText", "Ink", "Widget"])
def test_a_note_that_is_drawn_stays(kind):
    assert "NOTED" in words(accepted(hostile.note(kind, drawn=True)).data)


def test_words_typed_on_a_page_are_drawn_when_nobody_drew_them():
    assert "typed note" in words(accepted(hostile.note("FreeText", "/Contents (typed note) /DA (/Helv 12 Tf 0 g)")).data)


@pytest.mark.parametrize("flags", [2, 32])
def test_a_note_that_is_hidden_stays_hidden(flags):
    assert "NOTED" not in words(accepted(hostile.note("Stamp", f"/F {flags}", drawn=True)).data)


def test_a_note_turns_with_its_page():
    look = hostile.stream(b"0 0 200 20 re f", hostile.FORM)
    data = paper(page="/Rotate 90 /Annots [10 0 R]", more={10: b"<< /Subtype /Stamp /Rect [0 700 200 792] /AP << /N 11 0 R >> >>", 11: look})
    seen = picture(accepted(data).data)
    assert darkness(seen, 0.90, 0.02, 0.99, 0.3) > 0.9 and darkness(seen, 0.1, 0.5, 0.8, 0.9) < 0.05


@pytest.mark.parametrize("broken", ["/Rect [0 0 0 0]", "/Rect [1 2]", "/Rect (x)", "/AP 7 /Rect [0 0 9 9]", "/AP << /N << /On 3 0 R >> >>"])
def test_a_note_that_cannot_be_placed_does_not_cost_the_page(broken):
    data = paper(page="/Annots [10 0 R null 99 0 R 7]", more={10: f"<< /Subtype /Square /AP << /N 3 0 R >> {broken} >>".encode()})
    found = check("x", data, LIMITS)
    assert isinstance(found, Problem) or REFUSED in words(found.data)


@pytest.mark.parametrize("settings, seen", [("", True), ("/OFF [10 0 R]", False), ("/BaseState /OFF", False), ("/BaseState /OFF /ON [10 0 R]", True)])
def test_a_layer_that_is_switched_off_stays_off(settings, seen):
    assert (darkness(picture(accepted(hostile.layered(settings)).data), 0.4, 0.45, 0.6, 0.55) > 0.9) is seen


# Files that do things


ACTING = {"/A", "/AA", "/AcroForm", "/Annots", "/Author", "/EF", "/JS", "/Metadata", "/Names", "/OpenAction", "/URI", "/XFA"}


def everything(pdf: bytes) -> list[DictionaryObject]:
    """Every dictionary in a file, reached or not."""
    reader = PdfReader(io.BytesIO(pdf))
    found: list[DictionaryObject] = []

    def walk(thing):
        if isinstance(thing, DictionaryObject):
            found.append(thing)
        for inner in thing.values() if isinstance(thing, DictionaryObject) else thing if isinstance(thing, ArrayObject) else ():
            if not isinstance(inner, IndirectObject):
                walk(inner)

    for number in range(1, int(reader.trailer["/Size"])):
        walk(reader.get_object(number))
    return found


@pytest.mark.parametrize("name", hostile.ACTIONS)
def test_what_comes_out_shows_the_page_and_can_do_nothing(name):
    data = hostile.ACTIONS[name]
    assert SECRET.encode() in data
    found = accepted(data).data
    assert REFUSED in words(found)
    assert SECRET.encode() not in found
    for dictionary in everything(found):
        assert ACTING.isdisjoint(dictionary) and SECRET not in repr(dictionary), dictionary


# Files that cannot be used


def test_a_file_of_no_bytes_is_empty():
    assert refused(b"") == Problem("upload_empty")


@pytest.mark.parametrize("name", hostile.OTHERS)
def test_something_else_is_told_apart(name):
    assert refused(hostile.OTHERS[name]) == Problem("upload_not_pdf")


@pytest.mark.parametrize("name", hostile.BROKEN)
def test_a_broken_file_is_refused_rather_than_shown_in_part(name):
    assert refused(hostile.BROKEN[name]) == Problem("upload_broken")


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("name", some_of(hostile.BOMBS, hostile.BOMBS.keys() - {"one note named forty million times", "a drawing packed three times", "a drawing in slow code"}))
def test_a_file_made_to_exhaust_is_refused(name):
    assert refused(hostile.BOMBS[name]()) == Problem("upload_broken")


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256", "AES-256-R5"])
def test_a_paper_with_a_password_is_locked(algorithm):
    assert refused(hostile.locked("a password", algorithm)) == Problem("upload_locked")


def test_a_paper_locked_in_a_way_of_its_own_is_locked():
    assert refused(paper(more={10: b"<< /Filter /Sample /V 9 >>"}, trailer="/Encrypt 10 0 R")) == Problem("upload_locked")


def test_a_paper_without_pages_says_so():
    assert refused(paper(count=0)) == Problem("upload_no_pages")


def test_the_last_page_and_the_last_byte_of_the_limit_count():
    few = Limits(megabytes=1, pages=3, megapixels=1, unpacked_megabytes=10)
    assert accepted(paper(count=3), few).pages == 3
    assert refused(paper(count=4), few) == Problem("upload_too_many_pages", {"pages": 4, "limit": 3})
    data = paper()
    full = data + b"\n" * (hostile.MILLION - len(data))
    assert accepted(full, few).size == hostile.MILLION
    assert refused(full + b"\n", few) == Problem("upload_too_big", {"size": "2 MB", "limit": "1 MB"})
    assert accepted(hostile.photo(size=(1000, 1000)), few).pages == 1
    assert refused(hostile.photo(size=(1000, 1001)), few) == Problem("upload_broken")


@pytest.mark.slow
def test_ten_thousand_pages_and_sixty_megabytes_are_counted():
    assert refused(paper(count=10_000)) == Problem("upload_too_many_pages", {"pages": 10_000, "limit": 400})
    assert refused(b"%PDF-" + bytes(60 * hostile.MILLION)) == Problem("upload_too_big", {"size": "61 MB", "limit": "25 MB"})


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8, 0.95, 0.999])
def test_a_file_cut_off_is_refused_or_whole(part):
    data = hostile.numbered(12)
    found = check("x", data[: int(len(data) * part)], LIMITS)
    assert found == Problem("upload_broken") or [words(found.data, at).strip() for at in range(12)] == [f"sheet {n} of the original" for n in range(1, 13)]


# Nothing is kept, nothing is told


class Disk:
    """Notes every file that is opened for writing while it is switched on."""

    def __init__(self) -> None:
        self.on, self.written = False, []
        sys.addaudithook(self._hook)

    def _hook(self, event, args):
        if self.on and event == "open" and any(sign in str(args[1] or "") for sign in "wax+"):
            self.written.append(args[0])


DISK = Disk()


def test_nothing_is_written_to_disk_or_told_to_a_log(caplog, capsys):
    caplog.set_level(logging.INFO)
    DISK.on = True
    for data in [*hostile.OTHERS.values(), *hostile.BROKEN.values(), *hostile.ACTIONS.values(), hostile.photo(), hostile.form(f"/FT /Tx /V ({SECRET})")]:
        found = check(SECRET, data, LIMITS)
        assert SECRET not in repr(found)
    DISK.on = False
    assert DISK.written == []
    assert caplog.records == []
    assert capsys.readouterr().out == ""


def test_whatever_is_done_to_a_file_it_comes_in_or_gets_one_of_the_eight_words():
    chance = random.Random(20261121)
    seeds = [paper(count=3), hostile.form("/FT /Tx /V (Sample)"), hostile.locked(""), hostile.photo(), hostile.photo("PNG"), hostile.photo("HEIF"), hostile.ticked("Yes")]
    scraps = [b"<<", b">>", b"[", b"]", b"null", b"-1", b"9" * 30, b"1 0 R", b"3 0 R", b"/Kids", b"stream", b"endobj", b"\0"]
    for _ in range(150):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(data))
            data[at : at + chance.choice((0, 1, 30))] = chance.choice((chance.randbytes(1), chance.choice(scraps), b"x"))
        found = check("x", bytes(data), LIMITS)
        assert isinstance(found, Upload) or found.key in KEYS
