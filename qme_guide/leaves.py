"""The leaves of a paper, as a person puts them in order: moved, turned, cut to the page, taken out.

A leaf is one sheet of an upload. Arranging changes no upload: `sheets` makes the new PDF from the uploads as they are,
so everything can be undone. This module must not know which paper it is, the case or any words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pypdf import PageObject, Transformation
from pypdf.generic import DictionaryObject

from qme_guide import photos
from qme_guide.copyist import Box, Copyist, entry, opened
from qme_guide.papers import Upload
from qme_guide.sheets import add_sheet, face, fitted, sheet_for, turned_face

_QUARTER = Transformation((0, -1, 1, 0, 0, 0))
_TURNS = (Transformation(), _QUARTER, _QUARTER.transform(_QUARTER), _QUARTER.transform(_QUARTER).transform(_QUARTER))
QUARTERS = len(_TURNS)
"""So many quarter turns bring a page back to where it was."""


@dataclass(frozen=True)
class Leaf:
    """One sheet of an upload. `paper`: the upload's id. `page`: from 0. `turn`: quarter turns clockwise, below QUARTERS.

    `crop`: the part of a photo that is shown, as parts of the whole (left, bottom, right, top; 0 to 1) before it is
    turned. What is cut off is not in the new PDF. Only a photo can be cropped.
    """

    paper: str
    page: int
    turn: int = 0
    crop: Box | None = None


Leaves = tuple[Leaf, ...]


def leaves(upload: Upload) -> Leaves:
    """Every sheet of an upload, as it came."""
    return tuple(Leaf(upload.id, page) for page in range(upload.pages))


def turned(leaf: Leaf) -> Leaf:
    """The leaf a quarter turn further, clockwise."""
    return replace(leaf, turn=(leaf.turn + 1) % QUARTERS)


def moved(leaves: Leaves, at: int, to: int) -> Leaves:
    """The leaves with the one at place `at` (from 0) taken to place `to`."""
    rest = without(leaves, at)
    return (*rest[:to], leaves[at], *rest[to:])


def without(leaves: Leaves, at: int) -> Leaves:
    """The leaves without the one at place `at`."""
    return (*leaves[:at], *leaves[at + 1 :])


def sheets(leaves: Iterable[Leaf], uploads: Mapping[str, Upload]) -> bytes:
    """One PDF of exactly these leaves in this order, each upright on a letter sheet. `uploads`: by their ids.

    The same leaves give the same bytes. KeyError when an upload is not there, IndexError when it has no such page.
    """
    copyist, readers = Copyist(), {}
    for leaf in leaves:
        if leaf.paper not in readers:
            readers[leaf.paper] = opened(uploads[leaf.paper].data)
            copyist.reads(readers[leaf.paper].root_object)
        page = readers[leaf.paper].pages[leaf.page]
        looks = turned_face(face(_cut(page, leaf.crop), copyist), _TURNS[leaf.turn])
        sheet = sheet_for(looks)
        add_sheet(copyist, sheet, [fitted(looks, (0.0, 0.0, *sheet))])
    return copyist.finished()


def crop_to_page(upload: Upload, leaf: Leaf) -> Box | None:
    """The part of a photo that is the sheet of paper, as `Leaf.crop` wants it; None when it is not clearly to be seen.

    For use when the person asks for it; the person then looks at what it did.
    """
    if upload.kind != "image":
        return None
    return photos.paper_in(photo(opened(upload.data).pages[leaf.page]))


def _cut(page: PageObject, crop: Box | None) -> PageObject:
    """The page; of a photo only the part that is shown."""
    return page if crop is None else opened(photos.cut(photo(page), crop)).pages[0]


def photo(page: PageObject) -> bytes:
    """The photo on a sheet, as a JPEG. KeyError when the sheet is not one of a photo."""
    thing: DictionaryObject = page
    while entry(thing, "/Subtype") != "/Image":
        thing = next(iter(thing["/Resources"]["/XObject"].values())).get_object()
    return thing._data
