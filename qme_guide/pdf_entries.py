"""Reading a PDF: the file, the entries of its dictionaries, and which of those that lie ready for a page its operators name.

Pages of one file often share everything that any of them shows. A page that is sent alone must not take along the
picture of one that stays at home. This module must not know whose pages these are, or any words.
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from pypdf import PdfReader, filters
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject, PdfObject, StreamObject, is_null_or_none

_NOT_DRAWN = set("/Action /Annot /Catalog /EmbeddedFile /Filespec /Metadata /Page /Pages /Sig /StructElem /StructTreeRoot".split())
_OF_PAGES = {"/Kids", "/MediaBox"}
_KINDS = ("/XObject", "/Font", "/ExtGState", "/Pattern", "/Shading", "/ColorSpace", "/Properties")
_PACKING = ("/Filter", "/DecodeParms", "/Length")
_LENT = ("/XObject", "/Font")
_NAME = re.compile(rb"/[^\x00\s()<>\[\]{}/%]*")
# These colours count where no operator names them.
_UNNAMED = frozenset(("/DefaultGray", "/DefaultRGB", "/DefaultCMYK"))
# When the table of a file is broken, pypdf looks at each of these, one by one; a paper of 400 pages has a tenth of so many.
_LANDMARKS, _MOST = (b" obj", b"trailer"), 100_000
# It looks for the end line by line from behind.
_END, _AFTER_END = b"%%EOF", 1_000_000
# Unpacking ASCII85 takes eighty times its size in memory.
_LONG_TEXT = 1_000_000
Entry = TypeVar("Entry")
Box = tuple[float, float, float, float]
_NO_ROOM: Box = (0.0, 0.0, 0.0, 0.0)
Ready = dict[str, dict[str, PdfObject]]
"""What lies ready, by kind ("/XObject") and name."""


def _short_text(decode: Callable[..., bytes]) -> Callable[..., bytes]:
    """The same, for little: it is the one way of packing that pypdf sets no bound to, wherever it stands in a file."""

    def decoded(data: str | bytes, *what: object, **named: object) -> bytes:
        if len(data) > _LONG_TEXT:
            raise LimitReachedError
        return decode(data, *what, **named)

    return decoded


filters.ASCII85Decode.decode = staticmethod(_short_text(filters.ASCII85Decode.decode))


class Unusable(Exception):
    """A file lacks something that its pages show, or takes more work than the caller is willing to do."""


def opened(pdf: bytes) -> PdfReader:
    """A file, ready to be copied from. Read this way pypdf makes no copy of the whole file. Raises what copyist.BROKEN lists."""
    if any(pdf.count(word) > _MOST for word in _LANDMARKS) or len(pdf) - pdf.rfind(_END) > _AFTER_END:
        raise Unusable
    return PdfReader(io.BufferedReader(io.BytesIO(pdf)))


def packed(data: bytes) -> StreamObject:
    """Bytes as a compressed PDF stream."""
    plain = DecodedStreamObject()
    plain.set_data(data)
    return plain.flate_encode()


def entry(dictionary: DictionaryObject, key: str, otherwise: Entry = None) -> PdfObject | Entry:
    """What a dictionary holds under a key, its reference followed; `otherwise` where there is nothing."""
    found = dictionary[key] if key in dictionary else None
    return otherwise if is_null_or_none(found) else found


def as_form(data: bytes, resources: PdfObject, box: Box = _NO_ROOM) -> StreamObject:
    """A form (a drawing that can be drawn by name) from operators, what they use, and the box it shows."""
    form, kinds = packed(data), {"/Type": NameObject("/XObject"), "/Subtype": NameObject("/Form")}
    form.update(dictionary({**kinds, "/Resources": resources, "/BBox": ArrayObject(map(FloatObject, box))}))
    return form


def repacked(stream: StreamObject, data: bytes) -> StreamObject:
    """The same stream with other bytes."""
    new = packed(data)
    new.update({key: value for key, value in stream.items() if key not in _PACKING})
    return new


def dictionary(entries: Mapping[str, PdfObject]) -> DictionaryObject:
    """A dictionary of a PDF with these entries."""
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def is_drawn(thing: DictionaryObject) -> bool:
    """Whether a thing can be part of a drawing."""
    return entry(thing, "/Type") not in _NOT_DRAWN and _OF_PAGES.isdisjoint(thing)


def named(resources: DictionaryObject, kind: str, name: bytes) -> PdfObject | None:
    """What lies ready under a name that operators use, its reference not followed; None when nothing does."""
    table, key = entry(resources, kind), _read(name)
    return table.raw_get(key) if isinstance(table, DictionaryObject) and key in table else None


def lends(resources: DictionaryObject, operators: bytes) -> bool:
    """Whether these operators use a drawing that borrows from its page, so that it cannot be told what that uses."""
    names = _names(operators)
    return any(_borrows(table.raw_get(name)) for kind, table in _tables(resources) if kind in _LENT for name in names if name in table)


def needed(resources: DictionaryObject, operators: bytes) -> Ready:
    """What these operators use of the resources; all of it when they use a drawing that borrows from its page."""
    names = _names(operators)
    found = {kind: {name: table.raw_get(name) for name in names if name in table} for kind, table in _tables(resources)}
    if any(_borrows(thing) for kind in _LENT for thing in found.get(kind, {}).values()):
        return {kind: {str(name): table.raw_get(name) for name in table} for kind, table in _tables(resources)}
    return {kind: named for kind, named in found.items() if named}


def _tables(resources: DictionaryObject) -> Iterator[tuple[str, DictionaryObject]]:
    for kind in _KINDS:
        table = entry(resources, kind)
        if isinstance(table, DictionaryObject):
            yield kind, table


def _names(operators: bytes) -> frozenset[str]:
    """Every name in the operators, read as the keys of a dictionary are read; perhaps some that are only part of a text."""
    return _UNNAMED.union(map(_read, set(_NAME.findall(operators))))


def _read(name: bytes) -> str:
    if name.isascii() and b"#" not in name:
        return name.decode()
    return str(NameObject.read_from_stream(io.BytesIO(name), None))


def _borrows(thing: PdfObject) -> bool:
    """A form or a font drawn in operators that has no resources of its own: it uses those of whoever draws it."""
    found = thing.get_object()
    drawn = isinstance(found, DictionaryObject) and "/Resources" not in found
    return drawn and (isinstance(found, StreamObject) and entry(found, "/Subtype") == "/Form" or entry(found, "/Subtype") == "/Type3")
