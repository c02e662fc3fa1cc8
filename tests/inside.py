"""What is inside a file beside what a reader sees: attached files, notes, scripts, old versions, names and dates.

Nothing here knows a paper. Each function gives a list of findings, empty for a clean file.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, IndirectObject, NullObject, PdfObject, StreamObject, TextStringObject

ROOT = {"/Type", "/Pages", "/Lang", "/ViewerPreferences", "/PageLayout", "/PageMode", "/OpenAction", "/Outlines", "/OCProperties"}
PAGE = {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/CropBox", "/Rotate", "/Group"}
# What carries, does or tells something that no page shows.
HIDING = {
    "/EmbeddedFiles", "/EmbeddedFile", "/EF", "/AF", "/AFRelationship", "/Filespec", "/FileAttachment", "/Annots", "/Annot", "/Names", "/JavaScript",
    "/JS", "/AA", "/Launch", "/URI", "/SubmitForm", "/GoToR", "/AcroForm", "/XFA", "/Metadata", "/XMP", "/PieceInfo", "/LastModified", "/Author",
    "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Keywords", "/Subject", "/Collection", "/RichMedia", "/Movie", "/Sound", "/Perms", "/DSS", "/Ref", "/OPI",
}  # fmt: skip
_FIT = ["/FitH", "/Fit", "/XYZ"]
_OBJECT = re.compile(rb"(?<!\d)(\d{1,7})\s+\d+\s+obj")
_UNSEEN_TYPE = re.compile(rb"(?<![\d.])[37] Tr\b")


def pdf(data: bytes, attached: bool = False) -> list[str]:
    """A PDF that we made. attached: one attached file is as it should be."""
    reader, found = PdfReader(io.BytesIO(data)), []
    root, allowed = reader.root_object, ROOT | ({"/Names", "/AF"} if attached else set())
    found += [f"catalog: {key}" for key in set(root) - allowed]
    found += [f"trailer: {key}" for key in set(reader.trailer) - {"/Size", "/Root", "/Info", "/ID"}]
    found += [f"about the file: {key}" for key in set(reader.trailer.get("/Info", {})) - {"/Title"}]
    found += [] if _plain_opening(root.get("/OpenAction")) else ["it does something when it opens"]
    found += [f"page {page.page_number}: {key}" for page in reader.pages for key in set(page) - PAGE]
    things = dict(_things(reader))
    if not attached:
        found += [f"object {number}: {word}" for number, thing in things.items() for word in _words(thing) & HIDING]
    found += [f"object {number} belongs to nothing" for number in set(_numbers(reader)) - set(things)]
    found += [] if data.count(b"%%EOF") == data.count(b"startxref") == 1 and data.rstrip().endswith(b"%%EOF") else ["an older version, or more after the end"]
    return found


def strings(data: bytes) -> str:
    """Everything in a PDF that is text and is not drawn on a page: its title, bookmarks, names, notes, attached files."""
    reader = PdfReader(io.BytesIO(data))
    told = [str(reader.metadata or "")]
    for _, thing in _things(reader):
        told += [str(text) for text in _texts(thing)]
        if isinstance(thing, StreamObject) and b" Tj" not in (unpacked := thing.get_data()):
            told.append(unpacked.decode("latin-1"))
    return "\n".join(told)


def unseen(data: bytes) -> list[bytes]:
    """The pieces of a PDF that are drawn so that nobody sees them: each shows text without ink."""
    drawn = [thing.get_data() for _, thing in _things(PdfReader(io.BytesIO(data))) if isinstance(thing, StreamObject)]
    return [piece for one in drawn for piece in re.findall(rb"BT[^\n]*", one) if _UNSEEN_TYPE.search(piece)]


def docx(data: bytes) -> list[str]:
    """A Word file that we made."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found += ["a comment of the archive"] if archive.comment else []
        for part in archive.infolist():
            if re.search(r"comment|custom|people|thumbnail|embed|media|vba|activeX|attached", part.filename, re.IGNORECASE):
                found.append(part.filename)
            if part.date_time != (1980, 1, 1, 0, 0, 0) or part.comment or part.extra:
                found.append(f"{part.filename}: when it was made")
            text = archive.read(part).decode("utf-8", "replace")
            if "<!--" in text:
                found.append(f"{part.filename}: a comment")
            found += [f"{part.filename}: {word}" for word in re.findall(r"<w:(vanish|ins|del|comment\w*|rsid\w*|webHidden|attachedTemplate|docVars)\b", text)]
            if part.filename.startswith("docProps/") and part.filename.endswith(".xml"):
                found += [f"{part.filename}: {tag} {value}" for tag, value in _told(text) if (tag, value) != ("revision", "1") and tag not in ("title", "language")]
    return found


def docx_strings(data: bytes) -> str:
    """Every part of a Word file, as it is written."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join([*archive.namelist(), *(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())])


def archive(data: bytes) -> list[str]:
    """A ZIP that we made: what it tells beside its files."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        told = [one.filename for one in file.infolist() if one.comment or one.extra or one.date_time != (1980, 1, 1, 0, 0, 0)]
        return [*told, *(["a comment"] if file.comment else [])]


class _Page(HTMLParser):
    """What a page of HTML holds beside what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_comment(self, data: str) -> None:
        self.found.append("a comment")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [tag] if tag in ("script", "iframe", "object", "embed", "form", "input", "img", "link", "template", "a") else []
        for name, value in attrs:
            wrong = name.startswith("on") or (name.startswith("data-") and name != "data-label") or name in ("hidden", "href", "src", "title", "alt") or "display:none" in (value or "").replace(" ", "")
            self.found += [f"{tag} {name}"] if wrong else []
        if tag == "meta" and dict(attrs).get("name") not in (None, "viewport", "referrer", "robots"):
            self.found.append(f"meta {attrs}")


def html(data: bytes) -> list[str]:
    """A page of HTML that we made."""
    page = _Page()
    page.feed(data.decode())
    return page.found


def ics(data: bytes) -> list[str]:
    """A calendar that we made: the names of its lines that tell more than a date with its words."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    usual = {"BEGIN", "END", "PRODID", "VERSION", "METHOD", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP", "ACTION", "TRIGGER"}
    return [line for line in lines if line and re.split("[:;]", line)[0] not in usual]


def _plain_opening(action: PdfObject | None) -> bool:
    """Nothing, or only which page is shown how."""
    action = action.get_object() if action is not None else None
    return action is None or isinstance(action, ArrayObject) and any(one in _FIT for one in action)


def _numbers(reader: PdfReader) -> Iterator[int]:
    """Every object that the file holds, but for those that only say where the others are."""
    reader.stream.seek(0)
    # Those in its table, and those that stand there though no table says so.
    told = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm) | {int(one) for one in _OBJECT.findall(reader.stream.read())}
    for number in sorted(told & set(range(1, int(reader.trailer["/Size"])))):
        thing = reader.get_object(number)
        if thing is not None and not isinstance(thing, NullObject) and not (isinstance(thing, DictionaryObject) and thing.get("/Type") in ("/XRef", "/ObjStm")):
            yield number


def _things(reader: PdfReader) -> Iterator[tuple[int, PdfObject]]:
    """Every object that the file leads to, with its number."""
    seen: set[int] = set()
    waiting: list[PdfObject] = [*reader.trailer.values()]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, IndirectObject):
            if thing.idnum in seen:
                continue
            seen.add(thing.idnum)
            thing, number = thing.get_object(), thing.idnum
            yield number, thing
        if isinstance(thing, DictionaryObject):
            waiting += [dict.__getitem__(thing, key) for key in thing]
        if isinstance(thing, ArrayObject):
            waiting += list(thing)


def _words(thing: PdfObject) -> set[str]:
    """The keys and names that an object uses, not those of what it refers to."""
    if isinstance(thing, DictionaryObject):
        return {str(key) for key in thing}.union(*(_words(dict.__getitem__(thing, key)) for key in thing))
    if isinstance(thing, ArrayObject):
        return set().union(*map(_words, thing))
    return {str(thing)} if isinstance(thing, str) else set()


def _texts(thing: PdfObject) -> Iterator[object]:
    if isinstance(thing, DictionaryObject):
        for key in thing:
            yield from _texts(dict.__getitem__(thing, key))
    elif isinstance(thing, ArrayObject):
        for one in thing:
            yield from _texts(one)
    elif isinstance(thing, (TextStringObject, ByteStringObject)):
        yield thing


def _told(text: str) -> list[tuple[str, str]]:
    """The values of a small XML file, by the last part of their names."""
    return [(one.tag.rpartition("}")[-1], one.text.strip()) for one in ElementTree.fromstring(text).iter() if one.text and one.text.strip()]
