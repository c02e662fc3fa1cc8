"""Builders of papers, honest and hostile, for tests. Every file is made here from code; none is kept.

An honest builder gives a paper as an office, a scanner or a phone makes it. A hostile one gives a file that is
broken, is not what it says it is, does things when it is opened, or is made to exhaust whoever opens it.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence

from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject, TextStringObject

LETTER = (0, 0, 612, 792)
A4 = (0, 0, 595, 842)
ORIENTATION = 0x0112
WORDS = b"BT /F 24 Tf 72 700 Td (Your request was refused) Tj ET 5 5 m 607 5 l S"


def stream(data: bytes, entries: str = "", packed: bool = False) -> bytes:
    """A PDF stream object."""
    data = zlib.compress(data) if packed else data
    filtered = "/Filter /FlateDecode " if packed else ""
    return f"<< /Length {len(data)} {filtered}{entries} >>\nstream\n".encode() + data + b"\nendstream"


def raw_pdf(objects: Mapping[int, bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """A PDF from numbered objects, with a true table of contents."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d %05d %s \n" % (places.get(number, 0), 0 if number in places else 65535, b"n" if number in places else b"f")
    return bytes(out) + f"trailer\n<< /Size {size} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def paper(
    contents: bytes = WORDS,
    box: Sequence[float] = LETTER,
    page: str = "",
    root: str = "",
    resources: str = "",
    more: Mapping[int, bytes] | None = None,
    count: int = 1,
) -> bytes:
    """A PDF of `count` like pages. Objects 1 to 4 are the catalog, the pages, the drawing and the font; pages from 100."""
    kids = " ".join(f"{100 + n} 0 R" for n in range(count))
    font = "/Font << /F 4 0 R >>" if "/Font" not in resources else ""
    leaf = f"<< /Type /Page /Parent 2 0 R /MediaBox [{' '.join(map(str, box))}] /Contents 3 0 R "
    leaf += f"/Resources << {font} {resources} >> {page} >>"
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {root} >>".encode(),
        2: f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        3: stream(contents),
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        **{100 + n: leaf.encode() for n in range(count)},
        **(more or {}),
    }
    return raw_pdf(dict(sorted(objects.items())))


def saved(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def locked(user: str, algorithm: str = "AES-256") -> bytes:
    """A paper with an owner's password, and with a user's password unless that is empty."""
    writer = PdfWriter(clone_from=io.BytesIO(paper()))
    writer.encrypt(user, "the owner's", algorithm=algorithm)
    return saved(writer)


def form(field: str, appearance: str | None = None, need: bool = False) -> bytes:
    """A page with one form field. `appearance`: operators of its drawing, None when it has none."""
    drawn = "/AP << /N 11 0 R >>" if appearance is not None else ""
    look = stream((appearance or "").encode(), "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F 4 0 R >> >>")
    widget = f"<< /Type /Annot /Subtype /Widget /Rect [100 500 300 520] /F 4 /T (name) {drawn} {field} >>"
    acro = f"/AcroForm << /Fields [10 0 R] /DA (/F 12 Tf 0 g) /DR << /Font << /F 4 0 R >> >> /NeedAppearances {str(need).lower()} >>"
    return paper(page="/Annots [10 0 R]", root=acro, more={10: widget.encode(), 11: look})


def photo(kind: str = "JPEG", size: tuple[int, int] = (600, 800), orientation: int | None = None, mode: str = "RGB") -> bytes:
    """A photo of a paper: dark words near its top left corner. Stored turned when an orientation says so."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((20, 20, size[0] // 2, 60), fill="black")
    exif = Image.Exif()
    exif[0x010F] = "Phone of Sample Worker"
    if orientation is not None:
        exif[ORIENTATION] = orientation
    out = io.BytesIO()
    image.convert(mode).save(out, kind, exif=exif)
    return out.getvalue()


def png_of_size(width: int, height: int, body: bytes = b"") -> bytes:
    """A PNG that only claims to be this large."""
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")


def zipped(name: str = "word/document.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, "<w:document/>")
    return out.getvalue()
