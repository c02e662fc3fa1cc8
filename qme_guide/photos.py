"""A photo of a paper becomes a PDF page: turned upright, made smaller, still readable; cut to the paper when asked.

One photo is unpacked at a time and let go again, for a phone photo is large. Nothing that the phone wrote about the
photo (place, time, owner) is kept. This module must not know whose paper it is, what fits on a page, or any words.
"""

import io
import struct

import numpy
import pillow_heif
from PIL import Image, ImageFilter, ImageOps

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

# A photo is looked for its paper in this size; a stroke of print is thinner than this many dots then.
_SMALL, _STROKE = (440, 440), 11
# The paper is at least so much lighter than the table (of 255), and a dot nearer than this to the paper is paper.
_DARKER, _NEARER = 40, 0.4
# Parts of the whole: how much the paper covers at least and at most, fills of its box, and may be bright outside it.
_LEAST, _MOST, _FULL, _ASTRAY = 0.2, 0.96, 0.85, 0.1
# Room left around the paper, as a part of the whole: nothing at its edge is lost.
_ROOM = 0.01

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


def paper_in(photo: bytes) -> Box | None:
    """Where the sheet of paper is in a JPEG, in parts of the whole; None when that is not clear.

    Clear is: one bright area in the middle, nearly a rectangle, on something darker that shows around it.
    """
    with Image.open(io.BytesIO(photo), formats=_KINDS) as whole:
        whole.draft("L", _SMALL)
        small = whole.convert("L")
    small.thumbnail(_SMALL)
    # Print on the paper is filled up with the white around it.
    filled = small.filter(ImageFilter.MaxFilter(_STROKE)).filter(ImageFilter.MinFilter(_STROKE))
    shades = numpy.asarray(filled).astype(float)
    edge = numpy.concatenate((shades[0], shades[-1], shades[:, 0], shades[:, -1]))
    table, paper = numpy.median(edge), numpy.median(_middle(shades))
    if paper - table < _DARKER:
        return None
    bright = shades > table + _NEARER * (paper - table)
    return _around(_grown(bright), bright)


def _middle(shades: numpy.ndarray) -> numpy.ndarray:
    """The middle of a picture."""
    down, across = (slice(round(side * 0.35), round(side * 0.65)) for side in shades.shape)
    return shades[down, across]


def _grown(bright: numpy.ndarray) -> numpy.ndarray:
    """The bright area that the middle of the picture belongs to."""
    area = numpy.zeros_like(bright)
    _middle(area)[:] = _middle(bright)
    size = -1
    while area.sum() > size:
        size = area.sum()
        area[1:] |= area[:-1]
        area[:-1] |= area[1:]
        area[:, 1:] |= area[:, :-1]
        area[:, :-1] |= area[:, 1:]
        area &= bright
    return area


def _around(area: numpy.ndarray, bright: numpy.ndarray) -> Box | None:
    """The box around an area with a little room, when the area fills it, and little else is bright."""
    (rows,), (columns,) = numpy.nonzero(area.any(1)), numpy.nonzero(area.any(0))
    if not rows.size:
        return None
    down, across = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    box, rest = area[down, across], bright.sum() - bright[down, across].sum()
    share = box.size / area.size
    if not _LEAST < share < _MOST or box.mean() < _FULL or rest > _ASTRAY * (area.size - box.size):
        return None
    (height, width), room = area.shape, _ROOM
    left, right = across.start / width - room, across.stop / width + room
    bottom, top = 1 - down.stop / height - room, 1 - down.start / height + room
    return max(float(left), 0.0), max(float(bottom), 0.0), min(float(right), 1.0), min(float(top), 1.0)


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
