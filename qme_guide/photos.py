"""A photo of a paper becomes a PDF page: turned upright, made smaller, still readable; cut to the paper when asked.

One photo is unpacked at a time and let go again, for a phone photo is large. Nothing that the phone wrote about the
photo (place, time, owner) is kept. This module must not know whose paper it is, what fits on a page, or any words.
"""

import io
import struct

import pillow_heif
from PIL import Image, ImageOps

from qme_guide import edges
from qme_guide.copyist import Box

pillow_heif.register_heif_opener(thumbnails=False)
_KINDS = ("JPEG", "PNG", "HEIF")
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
# A HEIC names itself after four bytes that tell a length.
_NAME = len(b"long")
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypheim", b"ftypheis", b"ftypmif1", b"ftypmsf1")
# The longer side of a letter sheet at 200 dots an inch: small print stays readable, also after a fax.
_LONGER_SIDE = 2200
_SIXTEEN_BITS, _FEW_COLOURS = "I;16", ("1", "P")

# Of 100; a photo that is cut is packed a second time, and must not look it.
_QUALITY = 85

# What Pillow lets through when a photo is not what it says it is.
BROKEN = (
    Image.DecompressionBombError, ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError,
    OSError, RuntimeError, SyntaxError, TypeError, ValueError, struct.error,
)  # fmt: skip


def is_photo(data: bytes) -> bool:
    """Whether a file begins like a JPEG, a PNG or a HEIC."""
    return data.startswith(_BEGINNINGS) or data.startswith(_HEIC, _NAME)


def as_page(data: bytes, most: int) -> bytes:
    """A JPEG, PNG or HEIC photo as a PDF of one page.

    `most`: how many pixels the photo may have; it is measured before it is unpacked. Raises what BROKEN lists.
    """
    with Image.open(io.BytesIO(data), formats=_KINDS) as photo:
        if photo.width * photo.height > most:
            raise Image.DecompressionBombError
        small = _in_shades(photo)
        # Both sides are told, so that of a very large JPEG only a smaller picture is unpacked.
        smaller = _LONGER_SIDE / max(photo.size)
        small.thumbnail(tuple(round(side * smaller) for side in photo.size))
        return _pdf(_on_white(_upright(small)))


def cut(photo: bytes, part: Box) -> bytes:
    """A part of a JPEG as a PDF of one page. `part`: left, bottom, right, top as parts of the whole, 0 to 1."""
    with Image.open(io.BytesIO(photo), formats=_KINDS) as whole:
        left, bottom, right, top = part
        sides = (left * whole.width, (1 - top) * whole.height, right * whole.width, (1 - bottom) * whole.height)
        return _pdf(whole.crop(tuple(map(round, sides))))


def pixels(photo: bytes) -> int:
    """How many pixels a JPEG says it has; it is not unpacked."""
    with Image.open(io.BytesIO(photo), formats=_KINDS[:1]) as whole:
        return whole.width * whole.height


def paper_in(photo: bytes) -> Box | None:
    """Where the sheet of paper is in a JPEG, in parts of the whole; None when that is not clear."""
    with Image.open(io.BytesIO(photo), formats=_KINDS) as whole:
        whole.draft("L", edges.SMALL)
        return edges.sheet(whole.convert("L"))


def _pdf(photo: Image.Image) -> bytes:
    page = io.BytesIO()
    photo.save(page, "PDF", quality=_QUALITY)
    return page.getvalue()


def _in_shades(photo: Image.Image) -> Image.Image:
    """A photo of few colours gets all shades before it is made smaller; without them thin lines would be lost."""
    if photo.mode.startswith(_SIXTEEN_BITS):
        return photo.point(lambda value: value / 256).convert("L")
    if photo.mode in _FEW_COLOURS:
        return photo.convert("RGBA" if photo.has_transparency_data else "RGB")
    return photo


def _upright(photo: Image.Image) -> Image.Image:
    """The photo as the person held it; as it is, where the phone's note about that cannot be read."""
    try:
        return ImageOps.exif_transpose(photo)
    except BROKEN:
        return photo


def _on_white(photo: Image.Image) -> Image.Image:
    """The photo on white paper, where it lets paper through."""
    if not photo.has_transparency_data:
        return photo.convert("RGB")
    paper = Image.new("RGBA", photo.size, "white")
    paper.alpha_composite(photo.convert("RGBA"))
    return paper.convert("RGB")
