"""The packet for a fax machine: every sheet as one picture in pure black and white, as small as it gets.

A machine makes its own black and white and turns the photo of a page into a black blot. Here a dot is black when it is
clearly darker than the paper around it, so that writing stays readable in shadow. A table that shows around the sheet in
a photo becomes white, for its grain would be dots all over. One sheet is unpacked at a time.
This module must not know what the packet holds, or any words.
"""

import io
from collections.abc import Mapping, Sequence

from PIL import Image, ImageChops, ImageFilter, TiffImagePlugin
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import BooleanObject, Destination, DictionaryObject, IndirectObject, NameObject, NumberObject
from pypdf.generic import StreamObject, TextStringObject

from qme_guide import edges
from qme_guide.copyist import Copyist, entry
from qme_guide.packet import PacketError, Progress, unbroken
from qme_guide.pictures import Pages
from qme_guide.sheets import Size, add_sheet

_POINTS, _DOTS = 72.0, 200.0
"""An inch in points, and in dots at the fine setting of a fax machine."""

# A dot is ink when it is so much darker than the mean of the dots around it, so many dots far; or when it is so dark
# that no photo of paper is: then the middle of a black bar stays black.
_INK, _AROUND, _DARK = 0.88, 16, 23
_WHITE = 255


def black_and_white(packet: bytes, progress: Progress | None = None) -> bytes:
    """The same sheets, each as one picture in pure black and white, 200 dots an inch. The same packet gives the same bytes.

    Size of the sheets, bookmarks, title and language stay; words become dots. progress: told after each page; it may
    raise, to stop. Raises PacketError when the file is not a PDF with pages.
    """
    reader = unbroken(lambda: PdfReader(io.BytesIO(packet)))
    sizes = unbroken(lambda: [(float(page.mediabox.width), float(page.mediabox.height)) for page in reader.pages])
    if not sizes:
        raise PacketError
    copyist = Copyist()
    with Pages(packet) as pages:
        for at, size in enumerate(sizes):
            _add(copyist, _inked(pages.image(at, _DOTS / _POINTS, grey=True)), size)
            if progress:
                progress(at + 1, len(sizes))
    copy_bookmarks(copyist.writer, reader, reader.outline)
    copy_name(copyist.writer, reader)
    return copyist.finished()


def _inked(grey: Image.Image) -> Image.Image:
    """A picture in shades of grey as ink on paper: black on white, whatever the light was."""
    mean = grey.filter(ImageFilter.BoxBlur(_AROUND)).point(lambda shade: max(round(shade * _INK), _DARK))
    inked = ImageChops.subtract(mean, grey).point(lambda darker: 0 if darker else _WHITE)
    if table := edges.table(grey):
        inked.paste(_WHITE, mask=table)
    return inked.convert("1", dither=Image.Dither.NONE)


def _add(copyist: Copyist, sheet: Image.Image, size: Size) -> None:
    """The picture as a page of this size, in points."""
    form = copyist.writer._add_object(_packed(sheet))
    add_sheet(copyist, size, [(form, Transformation().scale(*size))])


def _packed(sheet: Image.Image) -> StreamObject:
    """A picture in black and white in the code of fax machines (CCITT group 4)."""
    file = io.BytesIO()
    # In one strip, for a PDF holds one; the file around the strip is left behind.
    sheet.save(file, "TIFF", compression="group4", strip_size=sheet.width * sheet.height)
    with Image.open(file) as written:
        (start,), (length,) = (written.tag_v2[tag] for tag in (TiffImagePlugin.STRIPOFFSETS, TiffImagePlugin.STRIPBYTECOUNTS))
    sides = {"/Width": sheet.width, "/Height": sheet.height, "/BitsPerComponent": 1}
    code = {"/K": -1, "/Columns": sheet.width, "/Rows": sheet.height}
    stream = StreamObject()
    stream._data = file.getvalue()[start : start + length]
    stream.update(_numbers(sides) | _names({"/Type": "/XObject", "/Subtype": "/Image", "/ColorSpace": "/DeviceGray", "/Filter": "/CCITTFaxDecode"}))
    stream[NameObject("/DecodeParms")] = DictionaryObject(_numbers(code) | {NameObject("/BlackIs1"): BooleanObject(True)})
    return stream


def _numbers(entries: Mapping[str, int]) -> dict[NameObject, NumberObject]:
    return {NameObject(key): NumberObject(value) for key, value in entries.items()}


def _names(entries: Mapping[str, str]) -> dict[NameObject, NameObject]:
    return {NameObject(key): NameObject(value) for key, value in entries.items()}


def copy_bookmarks(writer: PdfWriter, reader: PdfReader, outline: Sequence[Destination | list], parent: IndirectObject | None = None) -> None:
    """The bookmarks of the packet, one under another as they are there. A list holds what stands under the one before it."""
    last = parent
    for item in outline:
        if isinstance(item, list):
            copy_bookmarks(writer, reader, item, last)
        else:
            page = reader.get_destination_page_number(item)
            last = writer.add_outline_item(title=str(item.title), page_number=page, parent=parent)


def copy_name(writer: PdfWriter, reader: PdfReader) -> None:
    """The title and the language of the packet."""
    writer.add_metadata({"/Title": str(reader.metadata.title) if reader.metadata else ""})
    writer.create_viewer_preferences().display_doctitle = True
    writer.root_object[NameObject("/Lang")] = TextStringObject(entry(reader.root_object, "/Lang", ""))
