"""Photos of papers as a phone takes them, and what became of them: each photo has a bar of its own colour at its top."""

import io

import pypdfium2
from PIL import Image, ImageDraw, ImageFont
from pillow_heif import register_heif_opener

from tests.browser.drive import ROOT

register_heif_opener()

SIZE = (1275, 1650)
BAR = (150, 110, 1125, 190)
COLOURS = {"red": (200, 30, 30), "green": (30, 150, 30), "blue": (30, 60, 200), "violet": (150, 30, 170), "orange": (230, 130, 20)}
ORIENTATION = 0x0112
# How a camera that was held upright says so, when its sensor lies: to be turned a quarter clockwise.
QUARTER = 6
# The encoder of HEIC takes half a minute for a photo when nobody hurries it.
FAST = {"HEIF": {"enc_params": {"preset": "ultrafast"}}}


def photo(colour: str, *lines: str, kind: str = "JPEG", sensor_lies: bool = False, held_sideways: bool = False) -> bytes:
    """A photo of a page with these lines at its head.

    sensor_lies: the pixels lie and the file says so. held_sideways: they lie and nothing says so.
    """
    image = Image.new("RGB", SIZE, (238, 236, 230))
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(ROOT / "static/AtkinsonHyperlegible-Regular.ttf", 30)
    draw.rectangle(BAR, fill=COLOURS[colour])
    for number, line in enumerate((*lines, *["The reviewer read the request and the reports that came with it."] * 28)):
        draw.text((150, 230 + 44 * number), line, fill=(25, 25, 30), font=font)
    exif = Image.Exif()
    if sensor_lies:
        exif[ORIENTATION] = QUARTER
    out = io.BytesIO()
    (image.transpose(Image.Transpose.ROTATE_90) if sensor_lies or held_sideways else image).save(out, kind, exif=exif, **FAST.get(kind, {}))
    return out.getvalue()


def upright(paper: bytes) -> list[str]:
    """The colours of the photos in a paper, in the order of its pages. A photo that does not stand upright is "lying"."""
    pages = pypdfium2.PdfDocument(paper)
    found = (_bar(page.render(scale=0.25).to_pil().convert("RGB")) for page in pages)
    return [name for name in found if name]


def _bar(page: Image.Image) -> str:
    """Whose bar is on this page."""
    for name, colour in COLOURS.items():
        box = _like(page, colour).getbbox()
        if box and (box[2] - box[0]) * (box[3] - box[1]) > 100:
            left, top, right, bottom = box
            return name if right - left > 4 * (bottom - top) and bottom < page.height / 3 else "lying"
    return ""


def _like(page: Image.Image, colour: tuple[int, int, int]) -> Image.Image:
    """White where the page has nearly this colour."""
    near = [band.point(lambda shade, wanted=wanted: 255 * (abs(shade - wanted) < 25)) for band, wanted in zip(page.split(), colour, strict=True)]
    return Image.composite(Image.composite(near[2], Image.new("L", page.size), near[1]), Image.new("L", page.size), near[0])
