"""Copies the drawing of a page from one PDF into another, and nothing that is not drawn.

A drawing needs its operators, fonts, images and colours. Scripts, actions, links, form fields, attached files, notes
about the author and hidden old versions are none of these, so they are never fetched. What two pages share is copied
once. This module must not know what a sheet of paper looks like, whose papers these are, or any words.
"""

import io
import logging
import math
from collections.abc import Collection
from typing import TypeVar

from pypdf import PdfWriter
from pypdf.errors import DependencyError, DeprecationError, PyPdfError
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NullObject, PdfObject, StreamObject, TextStringObject, is_null_or_none

from qme_guide.layers import Layers, Unsure
from qme_guide.pdf_entries import Box, Unusable, as_form, dictionary, entry, is_drawn, lends, named, needed, opened, packed, repacked
from qme_guide.unlayered import names_a_layer, without_hidden

__all__ = ["BROKEN", "Box", "Copyist", "Unusable", "entry", "opened", "packed"]

# Its warnings quote the file they are about; a person's paper does not belong in a log.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)
# What pypdf raises when a file is not what it says it is. It promises no list; hostile files found these.
BROKEN = (
    PyPdfError, DependencyError, DeprecationError, Unusable, ArithmeticError, AssertionError, AttributeError,
    LookupError, MemoryError, OSError, RuntimeError, TypeError, ValueError,
)  # fmt: skip

_LEFT_BEHIND = set("/AF /F /FDecodeParms /FFilter /LastModified /Length /Metadata /OPI /PieceInfo /PS /Ref /Resources /StructParent /StructParents".split())
# All that a form or an image needs to be drawn; nothing can hide beside it. What a form uses is copied apart.
_DRAWINGS = ("/Form", "/Image")
_ALIKE, _OF_FORMS = "/DecodeParms /Filter /OC /Subtype /Type", "/BBox /FormType /Group /Matrix"
_OF_DRAWINGS = set(f"{_ALIKE} {_OF_FORMS} /BitsPerComponent /ColorSpace /Decode /Height /ImageMask /Intent /Interpolate /Mask /SMask /SMaskInData /Width".split())
# What a layer is called, and by whom it was made, shows on no page.
_LAYER = {NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("")}
_MUST_EXIST = ("/XObject", "/Font")
# Packed bytes, more than which cannot be packed nothing.
_NOTHING = 64
# Some old programs end a name with it, and pypdf then reads the name wrong.
_NO_SIGN = "\0"
# A small file can name one thing a million times. Looking at it again costs as much as unpacking so many bytes.
_ONE_LOOK = 512

Entries = TypeVar("Entries", bound=DictionaryObject)


class Copyist:
    """Copies drawings into a new file. `most`: how many bytes they may unpack to, images aside, before it is Unusable.

    `writer`: the new file. `copied`: what stands there for each thing of the old files.
    """

    def __init__(self, most: float = math.inf) -> None:
        self.writer = PdfWriter()
        self.writer.metadata = None
        self.writer.pdf_header = "%PDF-1.7"
        self.copied: dict[IndirectObject, IndirectObject] = {}
        self._left, self._layers = most, Layers()
        self._resources: dict[tuple[int, frozenset[str]], tuple[PdfObject, IndirectObject]] = {}
        self._entries: dict[tuple[int, str], tuple[PdfObject, PdfObject]] = {}

    def reads(self, root: DictionaryObject) -> None:
        """A file that is copied from, before its first page: what its layers hide is left out. `root`: its catalog."""
        self._layers.read(root)

    def hides(self, thing: DictionaryObject) -> bool:
        """Whether a thing of a page belongs to a hidden layer. Raises layers.Unsure."""
        return "/OC" in thing and self._layers.hides(thing.raw_get("/OC"))

    def drawing(self, contents: PdfObject | None, resources: DictionaryObject, box: Box) -> IndirectObject:
        """A page's operators and all that they use, as one form that shows what is inside the box.

        Raises Unusable, or what pypdf raises: catch BROKEN.
        """
        pieces = contents if isinstance(contents, ArrayObject) else [contents]
        operators = self._seen(b"\n".join(map(self._operators, pieces)), resources)
        return self.form(operators, self._used(resources, operators), box)

    def form(self, data: bytes, resources: PdfObject, box: Box) -> IndirectObject:
        """A form (a drawing that can be drawn by name) from operators, copied resources and the box it shows."""
        return self.writer._add_object(as_form(data, resources, box))

    def copy(self, thing: PdfObject) -> PdfObject:
        """A copy of anything a drawing uses; what is not drawn becomes null."""
        if isinstance(thing, IndirectObject):
            return self._copy_once(thing)
        if isinstance(thing, DictionaryObject) and not is_drawn(thing):
            return NullObject()
        if isinstance(thing, DictionaryObject) and entry(thing, "/Type") == _LAYER["/Type"]:
            return DictionaryObject(_LAYER)
        if isinstance(thing, StreamObject):
            return self._copy_stream(thing)
        if isinstance(thing, DictionaryObject):
            return self._copy_entries(thing, DictionaryObject())
        if isinstance(thing, ArrayObject):
            return ArrayObject(map(self.copy, thing))
        if isinstance(thing, NameObject) and _NO_SIGN in thing:
            raise Unusable
        return thing

    def finished(self) -> bytes:
        """The new file."""
        self._layers.keep(self.writer.root_object, self.copied)
        file = io.BytesIO()
        self.writer.write(file)
        return file.getvalue()

    def _copy_once(self, reference: IndirectObject) -> IndirectObject:
        if reference not in self.copied:
            # A place first, then the copy: a drawing may lead back to itself.
            self.copied[reference] = self.writer._add_object(NullObject())
            found = reference.get_object()
            self.writer._replace_object(self.copied[reference], NullObject() if found is None else self.copy(found))
        return self.copied[reference]

    def _copy_stream(self, stream: StreamObject) -> StreamObject:
        if self.hides(stream):
            return as_form(b"", DictionaryObject())
        own, operators = entry(stream, "/Resources"), b"" if entry(stream, "/Subtype") == "/Image" else self._unpacked(stream)
        seen = self._seen(operators, own)
        copied = self._copy_entries(stream, StreamObject(), stream.keys() - _OF_DRAWINGS if entry(stream, "/Subtype") in _DRAWINGS else _LEFT_BEHIND)
        if isinstance(own, DictionaryObject):
            copied[NameObject("/Resources")] = self._used(own, seen)
        # The bytes as they are, unless something is left out; an image is never unpacked here.
        copied._data = stream._data
        return copied if seen is operators else repacked(copied, seen)

    def _seen(self, operators: bytes, resources: PdfObject | None) -> bytes:
        """The operators without what hidden layers draw. Raises layers.Unsure."""
        known = resources if isinstance(resources, DictionaryObject) else DictionaryObject()
        if not self._layers or not (known is resources or names_a_layer(operators)):
            return operators
        seen = without_hidden(operators, lambda name: self._layers.hides(named(known, "/Properties", name)), self._layers.spend)
        if known is not resources or (seen is not operators and lends(known, seen)):
            raise Unsure
        return seen

    def _copy_entries(self, source: DictionaryObject, into: Entries, without: Collection[str] = ()) -> Entries:
        into.update({NameObject(key): self.copy(value) for key, value in source.items() if key not in without})
        return into

    def _used(self, resources: DictionaryObject, operators: bytes) -> IndirectObject:
        """The copy of what the operators use. Pages often share one set of resources; each thing in it is copied once.

        Unusable, if an image or a font that they name is not in the file.
        """
        found = needed(resources, operators)
        if any(is_null_or_none(thing.get_object()) for kind in _MUST_EXIST for thing in found.get(kind, {}).values()):
            raise Unusable
        key = id(resources), frozenset(kind + name for kind, named in found.items() for name in named)
        if key not in self._resources:
            tables = {kind: {name: self._own(resources, kind, name, thing) for name, thing in named.items()} for kind, named in found.items()}
            self._resources[key] = resources, self.writer._add_object(dictionary({kind: dictionary(named) for kind, named in tables.items()}))
        return self._resources[key][-1]

    def _own(self, resources: DictionaryObject, kind: str, name: str, thing: PdfObject) -> PdfObject:
        """The copy of one thing in a set of resources, to be referred to from each page that uses it."""
        key = id(resources), kind + name
        if key not in self._entries:
            copied = self.copy(thing)
            self._entries[key] = resources, copied if isinstance(copied, IndirectObject) else self.writer._add_object(copied)
        return self._entries[key][-1]

    def _operators(self, piece: PdfObject | None) -> bytes:
        stream = None if piece is None else piece.get_object()
        if not isinstance(stream, StreamObject):
            raise Unusable
        return self._unpacked(stream)

    def _unpacked(self, stream: StreamObject) -> bytes:
        """What a stream holds. Unusable when it is damaged, or made to exhaust whoever unpacks it."""
        data = decode_stream_data(stream) if entry(stream, "/Filter") else stream._data
        self._left -= _ONE_LOOK + len(data)
        if self._left < 0 or (not data and len(stream._data) > _NOTHING):
            raise Unusable
        return data
