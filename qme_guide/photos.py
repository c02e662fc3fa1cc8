"""A photo of a paper becomes a PDF page: turned upright, made smaller, still readable.

One photo is unpacked at a time and let go again, for a phone photo is large. Nothing that the phone wrote about the
photo (place, time, owner) is kept. This module must not know whose paper it is, what fits on a page, or any words.
"""

import io
import struct

from PIL import Image, ImageOps

_KINDS = ("JPEG", "PNG")
# The longer side of a letter sheet at 200 dots an inch: small print stays readable, also after a fax.
_LONGER_SIDE = 2200
_SIXTEEN_BITS, _FEW_COLOURS = "I;16", ("1", "P")

# What Pillow lets through when a photo is not what it says it is.
BROKEN = (
    Image.DecompressionBombError, ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, OSError,
    RuntimeError, SyntaxError, TypeError, ValueError, struct.error,
)  # fmt: skip


def as_page(data: bytes, most: int) -> bytes:
    """A JPEG or PNG photo as a PDF of one page.

    `most`: how many pixels the photo may have; it is measured before it is unpacked. Raises what BROKEN lists.
    """
    with Image.open(io.BytesIO(data), formats=_KINDS) as photo:
        if photo.width * photo.height > most:
            raise Image.DecompressionBombError
        small = _in_shades(photo)
        small.thumbnail((_LONGER_SIDE, _LONGER_SIDE))
        page = io.BytesIO()
        _on_white(_upright(small)).save(page, "PDF")
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
