"""The packet for a fax: the same sheets and bookmarks, in pure black and white, readable also from a dark photo."""

import io
import random
from functools import cache

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont
from pypdf import PdfReader

from qme_guide.fax import black_and_white
from qme_guide.law import load_law
from qme_guide.packet import PacketError, Part, Stamp, build
from qme_guide.papers import check
from qme_guide.render.fonts import REGULAR
from tests.hostile import BROKEN, numbered, paper
from tests.sweeps import some_of
from tests.test_bundle import bookmarks, whole
from tests.test_papers import LYING, SHEET, darkness, picture, sizes

STAMP = Stamp("Claim SAMPLE-001", "Page {page} of {pages}", "Request for review", "en")
LINES = ("Your request was refused", "on October 30, 2026", "Claim SAMPLE-001")


@cache
def photographed(light: tuple[int, int]) -> bytes:
    """A photo of a written page: the light falls from one side to the other, paper and camera are grainy."""
    size = width, height = 1275, 1650
    page = Image.new("L", size, 255)
    font = ImageFont.truetype(str(REGULAR.path), 34)
    for at, line in enumerate(LINES):
        ImageDraw.Draw(page).text((150, 300 + at * 90), line, fill=30, font=font)
    dark, bright = light
    fall = Image.frombytes("L", (width, 1), bytes(round(dark + (bright - dark) * x / width) for x in range(width))).resize(size)
    grain, tile, chance = Image.new("L", size), (255, 275), random.Random(1)
    grains = Image.frombytes("L", tile, bytes(max(0, min(255, round(chance.gauss(128, 1.5)))) for _ in range(tile[0] * tile[1])))
    for x in range(0, width, tile[0]):
        for y in range(0, height, tile[1]):
            grain.paste(grains, (x, y))
    file = io.BytesIO()
    ImageChops.add(ImageChops.multiply(page, fall), grain, offset=-128).save(file, "JPEG", quality=80)
    return check("photo.jpg", file.getvalue(), load_law().practice.uploads).data


def images(pdf: bytes) -> list[dict]:
    """The one picture of each page."""
    found = [list(page["/Resources"]["/XObject"].values()) for page in PdfReader(io.BytesIO(pdf)).pages]
    return [image.get_object() for (image,) in found]


def seen(pdf: bytes, page: int = 0) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[page].render(scale=200 / 72).to_pil().convert("L")


def inside(pdf: bytes) -> Image.Image:
    """The first page without its edge, where a dark photo ends and the white sheet begins."""
    sheet = seen(pdf)
    return sheet.crop((160, 100, sheet.width - 160, sheet.height - 200))


@cache
def faxed() -> bytes:
    return black_and_white(whole())


def test_sheets_bookmarks_title_and_language_stay():
    fax = faxed()
    assert bookmarks(fax) == bookmarks(whole())
    assert sizes(fax) == sizes(whole()) and len(sizes(fax)) == 18
    reader = PdfReader(io.BytesIO(fax))
    assert dict(reader.metadata) == {"/Title": "Request for Independent Medical Review (IMR)"} and reader.root_object["/Lang"] == "en"


def test_every_sheet_is_one_picture_in_the_code_of_fax_machines_at_two_hundred_dots_an_inch():
    lying = Part("Lying", paper(box=(0, 0, 792, 612)))
    found = images(black_and_white(build([Part("One", numbered(2)), lying], STAMP)))
    assert [(image["/Width"], image["/Height"]) for image in found] == [(1700, 2200), (1700, 2200), (2200, 1700)]
    for image in found:
        assert image["/BitsPerComponent"] == 1 and image["/Filter"] == "/CCITTFaxDecode" and image["/DecodeParms"]["/K"] == -1


def test_pages_stay_upright_whole_and_in_order():
    bars = [f"{100 * at + 50} 100 60 600 re f".encode() for at in range(5)]
    packet = build([*(Part("Bar", paper(bar)) for bar in bars), Part("Lying", paper(b"0 0 792 40 re f", box=(0, 0, 792, 612)))], STAMP)
    fax = black_and_white(packet)
    assert sizes(fax) == [SHEET] * 5 + [LYING]
    for at in range(6):
        before, after = picture(packet, at), picture(fax, at)
        columns = [(darkness(one, part / 20, 0.2, (part + 1) / 20, 0.8)) for part in range(20) for one in (before, after)]
        assert max(abs(one - other) for one, other in zip(columns[::2], columns[1::2], strict=True)) < 0.05


@pytest.mark.parametrize("light", some_of([(230, 255), (120, 220), (60, 130), (35, 80)], [(120, 220), (35, 80)]), ids=lambda light: f"{light[0]} to {light[1]}")
def test_the_photo_of_a_page_is_writing_on_white_and_no_black_blot(light):
    sheet = inside(black_and_white(build([Part("Photo", photographed(light))], STAMP)))
    assert darkness(sheet, 0.1, 0.5, 0.9, 0.9) < 0.01, "the empty half of the page is not white"
    # The same page in full light, with a plain threshold, shows where the ink is.
    written = inside(build([Part("Photo", photographed((250, 255)))], STAMP)).point(lambda shade: 255 if shade < 128 else 0)
    ink = sheet.point(lambda shade: 255 if shade < 128 else 0)
    wanted, found, both = (one.histogram()[255] for one in (written, ink, ImageChops.multiply(written, ink)))
    assert wanted > 10_000
    assert both > 0.9 * wanted, "writing is lost"
    assert found < 1.8 * wanted, "there is more ink than writing"


def test_a_black_bar_stays_black_and_a_grey_one_lets_its_words_be_read():
    bars = b"50 500 500 150 re f 0.75 g 50 200 500 150 re f 0 g 100 270 m 500 270 l 2 w S"
    sheet = seen(black_and_white(build([Part("Bars", paper(bars))], STAMP)))
    assert darkness(sheet, 0.15, 0.2, 0.85, 0.34) > 0.99
    assert darkness(sheet, 0.15, 0.6, 0.85, 0.7) < 0.05
    assert max(darkness(sheet, 0.3, at / 400, 0.7, (at + 1) / 400) for at in range(200, 320)) > 0.5, "the line on grey is lost"


def test_a_thin_signature_in_blue_stays():
    signature = b"0.1 0.2 0.8 RG 0.7 w 100 200 m 200 260 300 140 400 220 c S"
    sheet = seen(black_and_white(build([Part("Signed", paper(signature))], STAMP)))
    assert sheet.crop((250, 1400, 1150, 1800)).point(lambda shade: 255 if shade < 128 else 0).histogram()[255] > 500


def test_a_page_of_writing_takes_few_bytes_and_a_grainy_photo_not_many():
    assert len(faxed()) < 18 * 15_000
    photo = build([Part("Photo", photographed((60, 130)))], STAMP)
    assert len(black_and_white(photo)) < 60_000


def test_progress_is_told_after_each_sheet_and_can_stop_the_work():
    packet, told = build([Part("One", numbered(4))], STAMP), []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 3:
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        black_and_white(packet, stop)
    assert told == [(1, 4), (2, 4), (3, 4)]


def test_the_same_packet_gives_the_same_bytes():
    packet = build([Part("One", numbered(2)), Part("Photo", photographed((60, 130)))], STAMP)
    assert black_and_white(packet) == black_and_white(packet)


@pytest.mark.parametrize("source", [b"", b"no PDF", paper(count=0), *list(BROKEN.values())[:4]])
def test_what_is_no_packet_is_an_error_that_quotes_nothing(source):
    with pytest.raises(PacketError) as caught:
        black_and_white(source)
    assert str(caught.value) == "" and caught.value.__context__ is None


def lying_on(table: Image.Image) -> bytes:
    """A fax of a photo of a written sheet, with a dark bar at its head, that lies askew on a table."""
    sheet = Image.new("L", (800, 1035), 225)
    draw, font = ImageDraw.Draw(sheet), ImageFont.truetype(str(REGULAR.path), 34)
    draw.rectangle((40, 40, 760, 130), fill=30)
    for at, line in enumerate(LINES * 8):
        draw.text((60, 170 + at * 34), line, fill=30, font=font)
    whole, askew = table.copy(), sheet.rotate(4, expand=True)
    whole.paste(askew, (220, 300), Image.new("L", sheet.size, 255).rotate(4, expand=True))
    file = io.BytesIO()
    whole.save(file, "JPEG", quality=85)
    data = check("photo.jpg", file.getvalue(), load_law().practice.uploads).data
    return black_and_white(build([Part("Photo", data)], STAMP))


def grained(shade: int) -> Image.Image:
    return ImageChops.add(Image.new("L", (1275, 1650), shade), Image.effect_noise((1275, 1650), 30), offset=-128)


@pytest.mark.parametrize("shade", some_of([20, 50, 80], [80]))
def test_the_table_around_a_sheet_is_white_and_all_of_the_sheet_stays(shade):
    on_table, on_white = seen(lying_on(grained(shade))), seen(lying_on(Image.new("L", (1275, 1650), 225)))
    for part in ((0.05, 0.02, 0.95, 0.12), (0.02, 0.1, 0.12, 0.9), (0.88, 0.1, 0.98, 0.9), (0.05, 0.84, 0.95, 0.95)):
        assert darkness(on_table, *part) < 0.01, part
    assert darkness(on_table, 0.2, 0.2, 0.8, 0.8) == pytest.approx(darkness(on_white, 0.2, 0.2, 0.8, 0.8), abs=0.01)


def test_a_part_of_the_sheet_in_deep_shadow_is_not_taken_for_the_table():
    light = Image.new("L", (1275, 1650), 255)
    light.paste(130, (0, 1000, 1275, 1650))
    file = io.BytesIO()
    sheet = grained(60)
    sheet.paste(225, (200, 250, 1075, 1400))
    ImageDraw.Draw(sheet).text((300, 1250), LINES[0], fill=30, font=ImageFont.truetype(str(REGULAR.path), 34))
    ImageChops.multiply(sheet, light).save(file, "JPEG", quality=85)
    data = check("photo.jpg", file.getvalue(), load_law().practice.uploads).data
    fax = seen(black_and_white(build([Part("Photo", data)], STAMP)))
    assert darkness(fax, 0.22, 0.74, 0.6, 0.78) > 0.02
