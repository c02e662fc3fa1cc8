"""Test pages that carry a number as black and white squares, so that it is read from a picture of the page.

A page drawn, photographed or scanned, turned by its file, by its phone or by nothing at all: whatever was done to it,
`read` says which pages a PDF shows, and fails for one that is not upright, whole and once on its sheet.
"""

import io
import random
from collections.abc import Sequence

import numpy
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter

from qme_guide.pictures import Pages
from tests.hostile import MAKER, ORIENTATION, SECRET, _stored
from tests.hostile import paper as pdf_of

ACROSS, DOWN = 6, 4
FRAME = 0.02
GPS = 0x8825
PHONE_TURNS = (1, 3, 6, 8)
SIZES = ((612, 792), (595, 842), (792, 612), (300, 400), (1000, 1300))
Box = tuple[float, float, float, float]


def squares(number: int) -> list[Box]:
    """The black areas of a page, in parts of it from its top left corner: a frame, one corner, and the bits of the number."""
    found = [(0, 0, 1, FRAME), (0, 1 - FRAME, 1, 1), (0, 0, FRAME, 1), (1 - FRAME, 0, 1, 1), _cell(0, 0)]
    bits = ((1 + at // ACROSS, at % ACROSS) for at in range(2 * ACROSS) if number >> at & 1)
    return found + [_cell(down, across) for down, across in bits]


def _cell(down: int, across: int) -> Box:
    left, top = (across + 0.25) / ACROSS, (down + 0.25) / DOWN
    return left, top, left + 0.5 / ACROSS, top + 0.5 / DOWN


def drawn(number: int, size: tuple[int, int], file_turn: int, lies: int) -> bytes:
    """A PDF page. `file_turn`: degrees that the file says it is turned. `lies`: quarter turns it lies wrong beside that."""
    width, height = size
    turn = (file_turn + 90 * lies) % 360
    ways = {0: "1 0 0 1 0 0", 90: f"0 1 -1 0 {height} 0", 180: f"-1 0 0 -1 {width} {height}", 270: f"0 -1 1 0 0 {width}"}
    areas = " ".join(f"{left * width} {(1 - bottom) * height} {(right - left) * width} {(bottom - top) * height} re f" for left, top, right, bottom in squares(number))
    box = (0, 0, width, height) if turn % 180 == 0 else (0, 0, height, width)
    page = f"/Rotate {file_turn} /AA << /O << /S /JavaScript /JS ({SECRET}) >> >>"
    return pdf_of(f"{ways[turn]} cm {areas}".encode(), box, page, f"/OpenAction << /S /JavaScript /JS ({SECRET}) >>")


def photo(number: int, size: tuple[int, int], orientation: int, lies: int, kind: str = "JPEG") -> bytes:
    """A photo as a phone stores it, with its maker and its place."""
    seen = Image.new("RGB", size, "white")
    for left, top, right, bottom in squares(number):
        ImageDraw.Draw(seen).rectangle((left * size[0], top * size[1], right * size[0] - 1, bottom * size[1] - 1), fill="black")
    exif = Image.Exif()
    exif[MAKER], exif[ORIENTATION] = SECRET, orientation
    exif.get_ifd(GPS).update({1: "N", 2: (38.0, 34.0, 0.0)})
    out = io.BytesIO()
    _stored(seen.rotate(90 * lies, expand=True), orientation).save(out, kind, exif=exif.tobytes())
    return out.getvalue()


def joined(pages: Sequence[bytes]) -> bytes:
    """One PDF of these, with its author in it and a file attached."""
    writer, out = PdfWriter(), io.BytesIO()
    for page in pages:
        writer.append(io.BytesIO(page))
    writer.add_metadata({"/Author": SECRET})
    writer.add_attachment("more.txt", SECRET.encode())
    writer.write(out)
    return out.getvalue()


def read(pdf: bytes) -> list[int | None]:
    """The number on each sheet, None on one without a frame. Fails for a page that is not upright and whole."""
    with Pages(pdf) as pages:
        return [_number(numpy.asarray(pages.image(at, 0.5, grey=True).convert("L")) < 110) for at in range(len(pages))]


def _number(dark: numpy.ndarray) -> int | None:
    upright = numpy.flatnonzero(dark.mean(0) > 0.7)
    if not upright.size:
        return None
    inside = dark[:, upright[0] : upright[-1] + 1]
    lying = numpy.flatnonzero(inside.mean(1) > 0.85)
    assert lying.size and lying[-1] - lying[0] > 0.6 * len(dark), "a page is not whole"
    page = inside[lying[0] : lying[-1] + 1]
    corners = [_is_black(page, down, across) for down in (0, DOWN - 1) for across in (0, ACROSS - 1)]
    assert corners == [True, False, False, False], "a page is not upright"
    return sum(_is_black(page, 1 + at // ACROSS, at % ACROSS) << at for at in range(2 * ACROSS))


def _is_black(page: numpy.ndarray, down: int, across: int) -> bool:
    height, width = page.shape
    middle = page[round((down + 0.4) / DOWN * height) : round((down + 0.6) / DOWN * height), round((across + 0.4) / ACROSS * width) : round((across + 0.6) / ACROSS * width)]
    assert middle.mean() < 0.1 or middle.mean() > 0.9, "a page cannot be read"
    return bool(middle.mean() > 0.5)


def secrets_in(pdf: bytes) -> set[str]:
    """What a PDF holds that nobody should get: the secret of the files, things that act, files, and notes of a phone."""
    reader, found = PdfReader(io.BytesIO(pdf)), set()
    for number in range(1, int(reader.trailer["/Size"])):
        thing = reader.get_object(number)
        whole = repr(thing).encode() + (thing._data if hasattr(thing, "_data") else b"")
        if hasattr(thing, "get_data") and "DCTDecode" not in repr(thing):
            whole += thing.get_data()
        forbidden = (SECRET, "/JavaScript", "/JS", "/EmbeddedFile", "/Filespec", "/Annots", "/AcroForm", "/AA", "/Author", "/Metadata", "Exif\0\0", "GPS")
        found |= {word for word in forbidden if word.encode() in whole}
    return found


def any_file(chance: random.Random, numbers: Sequence[int], lies: Sequence[int]) -> bytes:
    """A file of these pages, each lying so many quarter turns wrong: one page as PDF or photo, more of them as PDF."""
    if len(numbers) == 1 and chance.random() < 0.6:
        kind = chance.choice(("JPEG", "PNG", "HEIF"))
        width, height = chance.choice(SIZES[:3])
        orientation = chance.choice(PHONE_TURNS)
        return photo(numbers[0], (width, height), orientation, lies[0], kind)
    turns = [chance.choice((0, 90, 180, 270)) for _ in numbers]
    return joined([drawn(number, chance.choice(SIZES), turn, lie) for number, turn, lie in zip(numbers, turns, lies, strict=True)])
