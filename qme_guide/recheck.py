"""A paper that was cleaned before and comes back in a file of the person's own: trusted as little as a new one.

Sheets that lie there as we lay them are copied as they lie, so that no round trip makes a page smaller or its drawing
deeper; what they draw is copied as carefully as the first time. Anything else goes through the first check again. This
module must not know the case or any words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pypdf import PageObject, PdfReader, Transformation, apply_configuration
from pypdf.generic import StreamObject

from qme_guide import papers, photos
from qme_guide.copyist import BROKEN, Copyist, entry, opened
from qme_guide.leaves import photo
from qme_guide.papers import Limits, Upload
from qme_guide.sheets import LETTER, Size, add_sheet

_LAID = re.compile(rb"q ((?:-?\d+\.\d{6} ){6})cm /P0 Do Q")
# What our sheets and their drawings have, and nothing else.
_SHEET = {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}
_FORM = {"/Type", "/Subtype", "/Resources", "/BBox"}
_PACKING = {"/Filter", "/Length"}

Laid = tuple[Size, StreamObject, Transformation]


class NotOurs(Exception):
    """A paper that cannot have been written by us."""


def again(upload: Upload, limits: Limits) -> Upload:
    """The same paper, its drawing copied anew; its id, kind, pages and size must be true of it. Raises NotOurs."""
    try:
        with apply_configuration(**papers.bounds(limits)):
            found = _again(upload, limits)
    except (*BROKEN, *photos.BROKEN):
        found = None
    # Raised out here, away from the error that was caught, because that one may quote the paper.
    if found is None:
        raise NotOurs
    return found


def _again(upload: Upload, limits: Limits) -> Upload | None:
    if len(upload.data) > limits.megabytes * papers.MEGA:
        return None
    reader = opened(upload.data)
    if reader.is_encrypted or len(reader.pages) != upload.pages or upload.pages > limits.pages:
        return None
    if upload.kind == "image" and not _is_photo(reader.pages, limits):
        return None
    laid = [_as_laid(page) for page in reader.pages]
    if all(laid):
        return replace(upload, data=_copied(reader, [one for one in laid if one], limits))
    found = papers.check("", upload.data, limits)
    same = isinstance(found, Upload) and (found.kind, found.pages) == (upload.kind, upload.pages)
    return replace(found, id=upload.id, size=upload.size) if same else None


def _copied(reader: PdfReader, laid: Sequence[Laid], limits: Limits) -> bytes:
    # What passed the first time passes again, although what lies on a sheet is counted with the sheet now.
    copyist = Copyist((limits.unpacked_megabytes + limits.megabytes) * papers.MEGA)
    copyist.reads(reader.root_object)
    for size, form, where in laid:
        box = tuple(float(side) for side in form["/BBox"])
        add_sheet(copyist, size, [(copyist.drawing(form, entry(form, "/Resources"), box), where)])
    return copyist.finished()


def _as_laid(page: PageObject) -> Laid | None:
    """The sheet and what lies on it, when it is a sheet as we lay them: one drawing on letter paper, and nothing else."""
    size = tuple(float(side) for side in page["/MediaBox"])[len(LETTER) :]
    contents, drawings = entry(page, "/Contents"), entry(entry(page, "/Resources"), "/XObject")
    if not page.keys() <= _SHEET or size not in (LETTER, LETTER[::-1]) or not isinstance(contents, StreamObject):
        return None
    told = _LAID.fullmatch(contents.get_data())
    form = entry(drawings, "/P0") if told and drawings.keys() == {"/P0"} else None
    if told is None or not isinstance(form, StreamObject) or not _FORM <= form.keys() <= _FORM | _PACKING or form["/Subtype"] != "/Form":
        return None
    return size, form, Transformation(tuple(float(number) for number in told[1].split()))


def _is_photo(pages: Sequence[PageObject], limits: Limits) -> bool:
    """One page that shows one photo, no larger than we take one."""
    return len(pages) == 1 and photos.pixels(photo(pages[0])) <= limits.megapixels * papers.MEGA
