"""Pages as pictures on clean sheets of paper: upright, whole, as they look on a screen.

A face is one page as it looks: its drawing, and what its form fields and notes show. It can be laid on a sheet of any
size. This module must not know whose papers these are, how many are allowed, or any words.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pypdf import PageObject, Transformation
from pypdf.constants import AnnotationFlag
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject

from qme_guide.copyist import Box, Copyist, entry, packed
from qme_guide.layers import Unsure

LETTER = (612.0, 792.0)
"""US letter, upright: width and height in points."""

Size = tuple[float, float]
Layer = tuple[IndirectObject, Transformation]

_SHEET: Box = (0.0, 0.0, *LETTER)
_NOTHING = DictionaryObject()
_AS_IT_IS = Transformation()
_UNSEEN = AnnotationFlag.HIDDEN | AnnotationFlag.NO_VIEW


@dataclass(frozen=True)
class Face:
    """One page as it looks: `form` draws it, `turn` sets it upright, `box` is what it then covers, in points."""

    form: IndirectObject
    turn: Transformation
    box: Box

    @property
    def layer(self) -> Layer:
        """The page where it stands, upright."""
        return self.form, self.turn


def face(page: PageObject, copyist: Copyist) -> Face:
    """How a page looks, copied. Raises what `copyist.BROKEN` lists."""
    shown = _shown(page)
    # A page without a drawing is blank. A page whose drawing is not in the file must not become a blank one.
    contents = page["/Contents"] if "/Contents" in page else ArrayObject()
    form = copyist.drawing(contents, entry(page, "/Resources", _NOTHING), shown)
    if marks := tuple(_marks(page, copyist)):
        form = copyist.form(*_stacked(((form, _AS_IT_IS), *marks)), shown)
    turn = Transformation().rotate(-_number(entry(page, "/Rotate")))
    return Face(form, turn, _bounds(shown, turn))


def turned_face(face: Face, turn: Transformation) -> Face:
    """The same page, turned once more."""
    return Face(face.form, face.turn.transform(turn), _bounds(face.box, turn))


def sheet_for(face: Face) -> Size:
    """The letter sheet a page goes on: upright, or lying when the page is wider than high."""
    width, height = _size(face.box)
    return LETTER if width <= height else LETTER[::-1]


def fitted(face: Face, room: Box) -> Layer:
    """A face as large as fits into a room on a sheet, in the middle of it."""
    scale = min(room_side / side for room_side, side in zip(_size(room), _size(face.box), strict=True))
    scaled = face.turn.scale(scale)
    (x, y), (room_x, room_y) = _middle(_bounds(face.box, Transformation().scale(scale))), _middle(room)
    return face.form, scaled.translate(room_x - x, room_y - y)


def add_sheet(copyist: Copyist, size: Size, layers: Sequence[Layer]) -> None:
    """A new last page with these forms on it, the first one undermost."""
    page = copyist.writer.add_blank_page(*size)
    data, page[NameObject("/Resources")] = _stacked(layers)
    page[NameObject("/Contents")] = copyist.writer._add_object(packed(data))


def _stacked(layers: Sequence[Layer]) -> tuple[bytes, DictionaryObject]:
    """The operators that draw these forms one on another, and the resources that name them."""
    forms, lines = DictionaryObject(), []
    for place, (form, where) in enumerate(layers):
        forms[NameObject(f"/P{place}")] = form
        lines.append(f"q {' '.join(f'{number:.6f}' for number in where.ctm)} cm /P{place} Do Q")
    return "\n".join(lines).encode(), DictionaryObject({NameObject("/XObject"): forms})


def _marks(page: PageObject, copyist: Copyist) -> Iterator[Layer]:
    """What form fields, stamps and notes show on the page. Without an appearance of their own they show nothing."""
    for item in entry(page, "/Annots", ArrayObject()):
        note = item.get_object()
        look = _appearance(note) if isinstance(note, DictionaryObject) else None
        place = None if look is None else _placed(look, note)
        if place is not None:
            # Some programs show a note whose layer is hidden, others do not.
            if copyist.hides(note):
                raise Unsure
            yield copyist.copy(look.indirect_reference), place


def _appearance(note: DictionaryObject) -> StreamObject | None:
    """The drawing of a note in its present state, unless it is hidden."""
    hidden = _UNSEEN & int(_number(entry(note, "/F"))) or entry(note, "/Subtype") == "/Popup"
    look = None if hidden else entry(entry(note, "/AP", _NOTHING), "/N")
    if isinstance(look, DictionaryObject) and not isinstance(look, StreamObject):
        look = entry(look, entry(note, "/AS", "/Off"))
    return look if isinstance(look, StreamObject) else None


def _placed(look: StreamObject, note: DictionaryObject) -> Transformation | None:
    """What brings an appearance into the note's rectangle (ISO 32000-1, section 12.5.5)."""
    box, room = _rectangle(entry(look, "/BBox")), _rectangle(entry(note, "/Rect"))
    if box is None or room is None:
        return None
    own = Transformation(tuple(map(_number, entry(look, "/Matrix", _AS_IT_IS.ctm))))
    left, bottom, *_ = drawn = _bounds(box, own)
    if min(_size(drawn)) <= 0:
        return None
    room_left, room_bottom, *_ = room
    scales = (wanted / found for wanted, found in zip(_size(room), _size(drawn), strict=True))
    return Transformation().translate(-left, -bottom).scale(*scales).translate(room_left, room_bottom)


def _shown(page: PageObject) -> Box:
    """The part of a page that a screen shows; a letter sheet where the file gives no sensible size."""
    media = _rectangle(entry(page, "/MediaBox")) or _SHEET
    left, bottom, right, top = media
    crop_left, crop_bottom, crop_right, crop_top = _rectangle(entry(page, "/CropBox")) or media
    shown = (max(left, crop_left), max(bottom, crop_bottom), min(right, crop_right), min(top, crop_top))
    return shown if min(_size(shown)) > 0 else media


def _rectangle(thing: PdfObject | None) -> Box | None:
    """Four numbers that span an area, lower left corner first; None for anything else."""
    if not isinstance(thing, ArrayObject) or len(thing) != len(_SHEET):
        return None
    x, y, other_x, other_y = map(_number, thing)
    box = (min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))
    return box if min(_size(box)) > 0 else None


def _number(thing: object) -> float:
    """A number that can be counted with; 0 for anything else."""
    found = thing.get_object() if isinstance(thing, PdfObject) else thing
    return float(found) if isinstance(found, (int, float)) and math.isfinite(found) else 0.0


def _bounds(box: Box, moved: Transformation) -> Box:
    """The upright rectangle around a box that was moved or turned."""
    left, bottom, right, top = box
    corners = [moved.apply_on((x, y)) for x in (left, right) for y in (bottom, top)]
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)


def _size(box: Box) -> Size:
    left, bottom, right, top = box
    return right - left, top - bottom


def _middle(box: Box) -> Size:
    left, bottom, right, top = box
    return (left + right) * 0.5, (bottom + top) * 0.5
