"""The papers that travel in a save file: which they are, how they are written down, and how they are checked on the way in.

A paper from a file is trusted as little as one from a phone (see `recheck`). Everything happens in memory. This module
must not know what was answered, the law or any words.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from qme_guide import papers, recheck
from qme_guide.answers import Part
from qme_guide.law_product import Practice
from qme_guide.leaves import QUARTERS, Leaf, Leaves
from qme_guide.papers import Upload

KINDS = ("form", "form37", "decision", "certification", "designation", "doctor", "record")
"""The kinds of papers that a person adds; a paper is named by its kind and the id of what it belongs to."""

_PHOTO = "image"
# A run of signs without any bracket, comma or space: packed paper, or at worst one long word.
_BULK = re.compile(rb"[A-Za-z0-9+/=]{64,}")


@dataclass(frozen=True)
class Limits:
    """What we are willing to read of a save file.

    answers: bytes without the papers. file: bytes with them. values: answers, lines and lists in it. paper: of one file.
    all_pages: of all papers of a visit together, as they will be sent. lying: those that were taken out among them.
    """

    answers: int
    file: int
    values: int
    paper: papers.Limits
    all_pages: int
    lying: int


@dataclass(frozen=True)
class Kept:
    """One paper of a visit. paper: "form.letter-1", "record.record-2". order: its pages as they will be sent."""

    paper: str
    files: tuple[Upload, ...]
    order: Leaves


def limits(practice: Practice) -> Limits:
    """The limits that our product numbers set."""
    large = practice.uploads
    paper = papers.Limits(large.megabytes, large.pages, large.megapixels, large.unpacked_megabytes)
    return Limits(practice.save_file_bytes, practice.save_file_with_papers_bytes, practice.save_file_values, paper, large.all_pages, practice.save_file_pages)


def too_big(data: bytes, limits: Limits) -> bool:
    """Whether a file is larger than we read. Only packed papers may make it larger than answers are.

    Looked at before the file is read: a few million brackets would take a hundred times their size in memory.
    """
    return len(data) > limits.file or len(data) - sum(len(run[0]) for run in _BULK.finditer(data)) > limits.answers


def _unpacked(value: object) -> object:
    return b64decode(value, validate=True) if isinstance(value, str) else None


def _packed(value: bytes) -> str:
    return b64encode(value).decode()


_FileId = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Count = Annotated[int, Field(strict=True, ge=0)]
_Share = Annotated[float, Field(strict=True, ge=0, le=1)]
_Sheets = Annotated[
    bytes,
    BeforeValidator(_unpacked),
    PlainSerializer(_packed, when_used="json"),
    WithJsonSchema({"type": "string", "contentEncoding": "base64", "contentMediaType": "application/pdf"}),
]


class PackedFile(Part):
    """One file of a paper. id: a checksum of the file as it came. size: its bytes then. data: its pages as a PDF, in base64."""

    id: _FileId
    kind: Literal["pdf", "image"]
    pages: Annotated[_Count, Field(ge=1)]
    size: _Count
    data: _Sheets


class PackedSheet(Part):
    """One page of a paper as it will be sent. file: the id of its file. page: from 0. turn: quarter turns clockwise.

    crop: of a photo, the part that is shown: left, bottom, right, top, as parts of the whole.
    """

    file: _FileId
    page: _Count
    turn: Annotated[_Count, Field(lt=QUARTERS)] = 0
    crop: tuple[_Share, _Share, _Share, _Share] | None = None


class PackedPaper(Part):
    """One paper. paper: what it is, and the id of the letter, report, exam or record that it belongs to."""

    paper: Annotated[str, Field(pattern=rf"^({'|'.join(KINDS)})\.[a-z0-9-]{{1,40}}$")]
    files: Annotated[tuple[PackedFile, ...], Field(min_length=1)]
    order: Annotated[tuple[PackedSheet, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _order_fits_the_files(self) -> Self:
        """Each page of the order is there; only a photo is cut, and something of it stays."""
        files = {one.id: one for one in self.files}
        for sheet in self.order:
            file = files.get(sheet.file)
            if file is None or sheet.page >= file.pages:
                raise ValueError("a page is not there")
            if sheet.crop is not None and (file.kind != _PHOTO or not _leaves_something(sheet.crop)):
                raise ValueError("a page cannot be cut so")
        return self


def _leaves_something(crop: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = crop
    return left < right and bottom < top


def packed(kept: Iterable[Kept], ids: Collection[str]) -> tuple[PackedPaper, ...]:
    """The papers as a file holds them; those that belong to nothing of the case (`ids`) nobody could see or take out."""
    return tuple(_one_packed(one) for one in kept if _belongs(one.paper, ids))


def _one_packed(kept: Kept) -> PackedPaper:
    files = tuple(PackedFile.model_construct(id=one.id, kind=one.kind, pages=one.pages, size=one.size, data=one.data) for one in kept.files)
    order = tuple(PackedSheet(file=leaf.paper, page=leaf.page, turn=leaf.turn, crop=leaf.crop) for leaf in kept.order)
    return PackedPaper.model_construct(paper=kept.paper, files=files, order=order)


def joined(here: Kept, more: Kept) -> Kept:
    """One paper with the pages of both, each once; those that are here come first, and as they lie here."""
    files = {one.id: one for one in (*here.files, *more.files, *here.files)}
    order = {(leaf.paper, leaf.page): leaf for leaf in (*here.order, *more.order, *here.order)}
    return Kept(more.paper, tuple(files.values()), tuple(order.values()))


def unpacked(found: Iterable[PackedPaper], ids: Collection[str], limits: Limits) -> tuple[Kept, ...] | None:
    """The papers of a file, checked as if they had just come from a phone; None when one of them is not as we wrote it."""
    wanted = [one for one in found if _belongs(one.paper, ids)]
    if len({one.paper for one in wanted}) < len(wanted) or _too_many(wanted, limits):
        return None
    try:
        return tuple(_kept(one, limits.paper) for one in wanted)
    except recheck.NotOurs:
        return None


def _too_many(found: Collection[PackedPaper], limits: Limits) -> bool:
    """More pages than a visit holds, or more files than could have brought them: each is looked at again, so each takes its time."""
    files = [file for one in found for file in one.files]
    return max(len(files), sum(len(one.order) for one in found)) > limits.all_pages or sum(file.pages for file in files) > limits.lying


def _kept(paper: PackedPaper, limits: papers.Limits) -> Kept:
    files = tuple(recheck.again(Upload(one.id, one.kind, one.data, one.pages, one.size), limits) for one in paper.files)
    return Kept(paper.paper, files, tuple(Leaf(sheet.file, sheet.page, sheet.turn, sheet.crop) for sheet in paper.order))


def _belongs(paper: str, ids: Collection[str]) -> bool:
    """Whether it is a paper that a person added to something of the case; a visit keeps other things beside them."""
    kind, _, owner = paper.partition(".")
    return kind in KINDS and owner in ids
