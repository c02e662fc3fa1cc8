"""Answers inside a PDF: the worker's own copy of a paper is also the file that opens again.

They lie in it as an attached file under a fixed name, where every PDF reader shows it; nothing is hidden on a page.
Only a worker's own copy gets them (`documents/own_copy` marks it). A PDF that comes back may come from anywhere: it is
read within a limit, nothing in it acts, and a refusal never quotes it. This module must not know what the answers are,
or any words.
"""

import io
from collections.abc import Iterator

from pypdf import PdfWriter, apply_configuration
from pypdf.errors import LimitReachedError
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject, PdfObject, StreamObject, TextStringObject

from qme_guide.copyist import BROKEN, entry, opened, packed
from qme_guide.papers import unlocked, unpacking
from qme_guide.savefile import SaveFileError

NAME = "qme-guide-answers.json"
"""What the attached file is called, in each language."""

_PDF = b"%PDF-"
_HEAD = slice(1024)  # as in papers: readers look for its first words this far into a file
_JSON = b"{"
_VERSION = "%PDF-1.7"
_SPARE = 1_000_000  # pypdf counts packed and unpacked bytes together; ours are counted again, alone


def carry(pdf: bytes, save: bytes) -> bytes:
    """This PDF, which must be one that we made, with a save file or a sealed one in it; it is then the only file in there.

    The same PDF and the same save file give the same bytes.
    """
    writer = PdfWriter(clone_from=opened(pdf))
    writer.pdf_header = _VERSION
    file = packed(save)
    _put(file, {"/Type": NameObject("/EmbeddedFile"), "/Subtype": NameObject("/application/json")})
    _put(file, {"/Params": _put(DictionaryObject(), {"/Size": NumberObject(len(save))})})
    name, stream = TextStringObject(NAME), writer._add_object(file)
    inner = _put(DictionaryObject(), {"/F": stream, "/UF": stream})
    about = {"/Type": NameObject("/Filespec"), "/F": name, "/UF": name, "/EF": inner, "/AFRelationship": NameObject("/Data")}
    told = writer._add_object(_put(DictionaryObject(), about))
    tree = writer._add_object(_put(DictionaryObject(), {"/Names": ArrayObject([name, told])}))
    names = _put(DictionaryObject(_table(writer.root_object, "/Names")), {"/EmbeddedFiles": tree})
    _put(writer.root_object, {"/Names": names, "/AF": ArrayObject([told])})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def is_pdf(data: bytes) -> bool:
    """Whether a file says that it is a PDF. Answers that speak of one are none."""
    before, said, _ = data[_HEAD].partition(_PDF)
    return bool(said) and _JSON not in before


def carried(pdf: bytes, limit: int) -> bytes:
    """The save file in a PDF. `limit`: how many bytes it may have. Raises SaveFileError.

    Keys: save_pdf_bare (no answers in it), save_pdf_damaged, save_pdf_locked (a password of its own), save_pdf_several
    (answers of several copies), save_too_big.
    """
    found = _found(pdf, limit)
    # Raised out here, away from the error that was caught, because that one quotes the file.
    if isinstance(found, str):
        raise SaveFileError(found)
    if len(found) > limit:
        raise SaveFileError("save_too_big")
    return found


def _found(pdf: bytes, limit: int) -> bytes | str:
    """The answers, or the key that says why there are none to have."""
    try:
        with apply_configuration(**unpacking(limit + limit + _SPARE), maximum_declared_stream_length=limit + _SPARE):
            reader = unlocked(pdf)
            return "save_pdf_locked" if reader is None else _only(_ours(reader.root_object))
    except BROKEN:
        return "save_pdf_damaged"


def _only(streams: Iterator[StreamObject]) -> bytes | str:
    """What the attached files under our name hold. They are unpacked only when they are one and the same."""
    different = {bytes(stream._data): stream for stream in streams}
    match list(different.values()):
        case []:
            return "save_pdf_bare"
        case [stream]:
            return _unpacked(stream)
        case _:
            return "save_pdf_several"


def _unpacked(stream: StreamObject) -> bytes | str:
    try:
        return decode_stream_data(stream) if "/Filter" in stream else bytes(stream._data)
    except LimitReachedError:
        return "save_too_big"


def _ours(root: DictionaryObject) -> Iterator[StreamObject]:
    """Every attached file that has our name, wherever the program that wrote the PDF last has put it."""
    listed = [(None, one) for one in _list(root, "/AF")]
    for name, one in (*_leaves(_table(_table(root, "/Names"), "/EmbeddedFiles"), set()), *listed):
        file = one.get_object()
        if not isinstance(file, DictionaryObject):
            continue
        known = (name, entry(file, "/UF"), entry(file, "/F"))
        streams = [entry(_table(file, "/EF"), key) for key in ("/UF", "/F")]
        if any(NAME in one for one in known if isinstance(one, str)):
            yield from [stream for stream in streams if isinstance(stream, StreamObject)][:1]


def _leaves(node: PdfObject | None, seen: set[IndirectObject]) -> Iterator[tuple[PdfObject, PdfObject]]:
    """Name and file of each entry in a tree of names. A branch that leads back to itself is walked once."""
    if not isinstance(node, DictionaryObject):
        return
    pairs = _list(node, "/Names")
    yield from zip(pairs[0::2], pairs[1::2], strict=False)
    for kid in _list(node, "/Kids"):
        if isinstance(kid, IndirectObject) and kid not in seen:
            seen.add(kid)
            yield from _leaves(kid.get_object(), seen)


def _table(inside: DictionaryObject, key: str) -> DictionaryObject:
    """The dictionary under a key; an empty one where there is something else."""
    found = entry(inside, key)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _list(inside: DictionaryObject, key: str) -> list[PdfObject]:
    found = entry(inside, key)
    return list(found) if isinstance(found, ArrayObject) else []


def _put(into: DictionaryObject, entries: dict[str, PdfObject]) -> DictionaryObject:
    """The same dictionary with these entries."""
    into.update({NameObject(key): value for key, value in entries.items()})
    return into
