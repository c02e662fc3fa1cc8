"""A paper that a person hands in: is it one we can use, and what is in it?

A paper is judged by its content, never by its name. What comes out is a new PDF of clean letter sheets that shows
what the paper shows and can do nothing. Everything happens in memory; a refusal says which rule, and never quotes the
paper. The limits come from the caller. This module must not know the case, the law or any words.
"""

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from pypdf import PasswordType, PdfReader, PdfWriter, apply_configuration

from qme_guide import photos
from qme_guide.copyist import BROKEN, Copyist, Unusable, entry, opened
from qme_guide.forms import YES, with_answers
from qme_guide.layers import Unsure
from qme_guide.sheets import add_sheet, face, fitted, sheet_for

MEGA = 1_000_000
_PDF = b"%PDF-"
# Old mail programs put a few lines before a PDF; readers look for its first words this far into the file.
_HEAD = slice(1024)
# No single piece of a file may unpack to more than a whole file may weigh.
_ONE_STREAM = (
    "array_based_stream_maximum_output_length",
    "lzw_maximum_output_length",
    "run_length_maximum_output_length",
    "stream_decoding_work_maximum_length",
    "zlib_maximum_output_length",
)


@dataclass(frozen=True)
class Limits:
    """What we are willing to take: `megabytes` and `pages` of one file as it comes, `megapixels` of one photo.

    `unpacked_megabytes`: how much the drawings of one file may unpack to. A file made to do harm unpacks to far more.
    """

    megabytes: int
    pages: int
    megapixels: int
    unpacked_megabytes: int


@dataclass(frozen=True)
class Upload:
    """A paper we can use. `data`: letter sheets as PDF. `kind`: pdf or image. `size`: bytes of the file as it came."""

    id: str
    kind: str
    data: bytes = field(repr=False)
    pages: int
    size: int


@dataclass(frozen=True)
class Problem:
    """Why a paper cannot be used: the key of its message, and what the message names."""

    key: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


def check(name: str, data: bytes, limits: Limits) -> Upload | Problem:
    """The paper, cleaned; or the one reason why it cannot be used. Nothing that is in a file makes it raise.

    `name` is what the person calls the file; it proves nothing and is not kept. Keys: upload_empty, upload_too_big
    (size, limit: with their unit), upload_not_pdf, upload_broken, upload_hidden, upload_locked, upload_no_pages,
    upload_too_many_pages (pages, limit).
    """
    most = limits.megabytes * MEGA
    if not data:
        return Problem("upload_empty")
    if len(data) > most:
        return Problem("upload_too_big", {"size": _in_megabytes(len(data)), "limit": f"{limits.megabytes} MB"})
    try:
        with apply_configuration(**bounds(limits)):
            return _checked(data, limits)
    except Unsure:
        return Problem("upload_hidden")
    except (*BROKEN, *photos.BROKEN):
        return Problem("upload_broken")


def bounds(limits: Limits) -> dict[str, int]:
    """How much pypdf may unpack of one paper."""
    return unpacking(limits.megabytes * MEGA)


def unpacking(most: int) -> dict[str, int]:
    """Settings of pypdf for a file of which no single piece may unpack to more than so many bytes."""
    return {"zlib_maximum_recovery_input_length": MEGA, **dict.fromkeys(_ONE_STREAM, most)}


def _checked(data: bytes, limits: Limits) -> Upload | Problem:
    if photos.is_photo(data):
        kind, pdf = "image", photos.as_page(data, limits.megapixels * MEGA)
    elif _PDF in data[_HEAD]:
        kind, pdf = "pdf", data
    else:
        return Problem("upload_not_pdf")
    reader = unlocked(pdf)
    if reader is None:
        return Problem("upload_locked")
    pages = _page_count(reader)
    if not pages:
        return Problem("upload_no_pages")
    if pages > limits.pages:
        return Problem("upload_too_many_pages", {"pages": pages, "limit": limits.pages})
    cleaned = _cleaned(with_answers(reader), limits.unpacked_megabytes * MEGA)
    return Upload(hashlib.sha256(data).hexdigest(), kind, cleaned, pages, len(data))


def unlocked(pdf: bytes) -> PdfReader | None:
    """The file, opened without a password; None when it needs one. Many files only forbid to change them."""
    try:
        reader = opened(pdf)
    except NotImplementedError:  # locked in a way of its own
        return None
    locked = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
    return None if locked else reader


def _page_count(reader: PdfReader) -> int:
    """How many pages there are. Unusable when some are missing, or wait for a program that draws them."""
    root, found = reader.root_object, len(reader.pages)
    if int(entry(root["/Pages"], "/Count", 0)) > found or entry(root, "/NeedsRendering") == YES:
        raise Unusable
    return found


def _cleaned(paper: PdfReader | PdfWriter, most: int) -> bytes:
    """Every page as it looks, on a letter sheet of its own."""
    copyist = Copyist(most)
    copyist.reads(paper.root_object)
    for page in paper.pages:
        looks = face(page, copyist)
        sheet = sheet_for(looks)
        add_sheet(copyist, sheet, [fitted(looks, (0.0, 0.0, *sheet))])
    return copyist.finished()


def _in_megabytes(size: int) -> str:
    return f"{math.ceil(size / MEGA)} MB"
