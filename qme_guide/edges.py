"""Where a sheet of paper ends in a picture that also shows the table around it: to cut a photo, or to fax without the table.

Clear is: one bright area in the middle, nearly a rectangle, on something darker that shows around it. What is not clear
gets no answer. This module must not know where the picture comes from, who asks, or any words.
"""

from dataclasses import dataclass

import numpy
from PIL import Image, ImageFilter

from qme_guide.copyist import Box

# A picture is looked at in this size; a stroke of print is thinner than this many dots then.
SMALL, _STROKE = (440, 440), 11
# The paper is at least so much lighter than the table (of 255), and a dot nearer than this to the paper is paper.
_DARKER, _NEARER = 40, 0.4
# Parts of the whole: how much the paper covers at least and at most, fills of its box, and may be bright outside it. A sheet
# that lies askew fills less of its box: good enough to tell the table from it, not to cut the photo.
_LEAST, _MOST, _ASTRAY = 0.2, 0.96, 0.1
_FULL, _ASKEW = 0.85, 0.7
# How far a sheet may lie askew (of a circle's radius) and how finely that is tried; its height by its width. A sheet
# of which more than a margin lies in deep shadow has not this shape, and no part of it must be taken for the table.
_LEANS, _SHAPES = numpy.linspace(-0.2, 0.2, 41), (1.22, 1.45)
# The table shows so many dots within the rectangle around a sheet, for its edge is no ruler.
_HEM = 1.5
# Room left around the paper, as a part of the whole: nothing at its edge is lost.
_ROOM = 0.01
# Lighter than any photo: here nothing was drawn, and the photo ends. Above the other, half of a dot is table.
_EMPTY, _HALF, _WHITE = 248, 127, 255


@dataclass(frozen=True)
class _Seen:
    """The area of the sheet, and everything that is as bright."""

    area: numpy.ndarray
    bright: numpy.ndarray


def sheet(picture: Image.Image) -> Box | None:
    """Where the sheet of paper is, in parts of the whole (left, bottom, right, top); None when that is not clear.

    picture: a photo, in shades of grey.
    """
    seen = _seen(numpy.asarray(_filled(_small(picture))).astype(float), _FULL)
    return _box(seen.area) if seen else None


def table(picture: Image.Image) -> Image.Image | None:
    """White where the table around the sheet is, black elsewhere, in the size of the picture; None when that is not clear.

    picture: a page with a photo on it, in shades of grey. Only what is surely table counts: outside the whole shape of
    the sheet, dark, and dark all the way to the end of the photo.
    """
    small = _small(picture)
    # Most of a page without a photo is empty: no need to look closer, which takes long.
    if numpy.median(numpy.asarray(small)) >= _EMPTY:
        return None
    small = _filled(small)
    photo = small.point(lambda shade: _WHITE if shade < _EMPTY else 0).getbbox()
    if photo is None:
        return None
    shades = numpy.asarray(small.crop(photo)).astype(float)
    seen = _seen(shades, _ASKEW)
    whole = _shape(seen.area) if seen else None
    if seen is None or whole is None:
        return None
    # Grains and lights on the table are filled up; the sheet stays as it is.
    around = _filled(Image.fromarray(_reached(_edge(whole), ~seen.bright)).convert("L"))
    mask = Image.new("L", small.size)
    mask.paste(Image.fromarray((numpy.asarray(around) * ~whole).astype("uint8")), photo)
    return mask.resize(picture.size, Image.Resampling.BILINEAR).point(lambda shade: _WHITE if shade > _HALF else 0)


def _small(picture: Image.Image) -> Image.Image:
    small = picture.copy()
    small.thumbnail(SMALL)
    return small


def _filled(picture: Image.Image) -> Image.Image:
    """A picture, with the print on its paper filled up with the white around it."""
    return picture.filter(ImageFilter.MaxFilter(_STROKE)).filter(ImageFilter.MinFilter(_STROKE))


def _seen(shades: numpy.ndarray, full: float) -> _Seen | None:
    """The sheet in the middle of these shades, when it is clear. full: how much of its box it fills at least."""
    edge = numpy.concatenate((shades[0], shades[-1], shades[:, 0], shades[:, -1]))
    table, paper = float(numpy.median(edge)), float(numpy.median(_middle(shades)))
    if not paper - table >= _DARKER:
        return None
    bright = shades > table + _NEARER * (paper - table)
    start = numpy.zeros_like(bright)
    _middle(start)[:] = True
    seen = _Seen(_reached(start, bright), bright)
    return seen if _clear(seen, full) else None


def _clear(seen: _Seen, full: float) -> bool:
    """The area fills its box, the box is neither small nor everything, and little else is bright."""
    if not seen.area.any():
        return False
    down, across = _span(seen.area)
    box, rest = seen.area[down, across], seen.bright.sum() - seen.bright[down, across].sum()
    fits = _LEAST < box.size / seen.area.size < _MOST
    return bool(fits and box.mean() >= full and rest <= _ASTRAY * (seen.area.size - box.size))


def _middle(shades: numpy.ndarray) -> numpy.ndarray:
    """The middle of a picture."""
    down, across = (slice(round(side * 0.35), round(side * 0.65)) for side in shades.shape)
    return shades[down, across]


def _edge(within: numpy.ndarray) -> numpy.ndarray:
    """The outermost dots, and nothing else."""
    edge = numpy.ones_like(within)
    edge[1:-1, 1:-1] = False
    return edge


def _reached(start: numpy.ndarray, within: numpy.ndarray) -> numpy.ndarray:
    """What can be reached from a start without leaving an area."""
    area, size = start & within, -1
    while area.sum() > size:
        size = area.sum()
        area[1:] |= area[:-1]
        area[:-1] |= area[1:]
        area[:, 1:] |= area[:, :-1]
        area[:, :-1] |= area[:, 1:]
        area &= within
    return area


def _span(area: numpy.ndarray) -> tuple[slice, slice]:
    """The rows and the columns that an area takes."""
    (rows,), (columns,) = numpy.nonzero(area.any(1)), numpy.nonzero(area.any(0))
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def _shape(area: numpy.ndarray) -> numpy.ndarray | None:
    """The smallest rectangle around an area, straight or askew, as an area; None when it has not the shape of an upright sheet."""
    places = numpy.argwhere(area)
    boxes = [_turned(places, lean) for lean in _LEANS]
    lean, box = min(zip(_LEANS, boxes, strict=True), key=lambda one: numpy.prod(numpy.ptp(one[-1], axis=0)))
    height, width = numpy.ptp(box, axis=0)
    if not width or not _SHAPES[0] <= height / width <= _SHAPES[-1]:
        return None
    everywhere = _turned(numpy.argwhere(numpy.ones_like(area)), lean)
    return ((everywhere >= box.min(0) + _HEM) & (everywhere <= box.max(0) - _HEM)).all(1).reshape(area.shape)


def _turned(places: numpy.ndarray, lean: float) -> numpy.ndarray:
    """Places (row and column) as seen by somebody who leans so far."""
    sine, cosine = numpy.sin(lean), numpy.cos(lean)
    return places @ numpy.array(((cosine, sine), (-sine, cosine)))


def _box(area: numpy.ndarray) -> Box:
    """The box around an area, with a little room."""
    (height, width), (down, across) = area.shape, _span(area)
    left, right = across.start / width - _ROOM, across.stop / width + _ROOM
    bottom, top = 1 - down.stop / height - _ROOM, 1 - down.start / height + _ROOM
    return max(float(left), 0.0), max(float(bottom), 0.0), min(float(right), 1.0), min(float(top), 1.0)
