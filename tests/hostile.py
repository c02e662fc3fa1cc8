"""Builders of papers, honest and hostile, for tests. Every file is made here from code; none is kept.

An honest builder gives a paper as an office, a scanner or a phone makes it. A hostile one gives a file that is broken,
is not what it says it is, does things when it is opened, or is made to exhaust whoever opens it.
"""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from functools import cache

import numpy
import pillow_heif
import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from pypdf import PdfWriter

pillow_heif.register_heif_opener()

SECRET = "Sample Worker Secret"
LETTER = (0, 0, 612, 792)
ORIENTATION, MAKER = 0x0112, 0x010F
REFUSED = "Your request was refused"
WORDS = f"BT /F 24 Tf 72 570 Td ({REFUSED}) Tj ET 5 5 m 607 5 l S".encode()
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F 4 0 R >> >>"
MILLION = 1_000_000
# The encoder of HEIC takes seconds for a photo when nobody hurries it.
FAST = {"HEIF": {"enc_params": {"preset": "ultrafast"}}}


# Building blocks


def stream(data: bytes, entries: str = "") -> bytes:
    """A PDF stream object."""
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def packed(data: bytes, times: int = 1, entries: str = "") -> bytes:
    """A PDF stream object, compressed one or more times over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, f"/Filter [{'/FlateDecode ' * times}] {entries}")


def raw_pdf(objects: Mapping[int, bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """A PDF from numbered objects, with a true table of where they are."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    return bytes(out) + f"trailer\n<< /Size {max(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def paper(
    contents: bytes = WORDS,
    box: Sequence[float] | str = LETTER,
    page: str = "",
    root: str = "",
    resources: str = "",
    more: Mapping[int, bytes] | None = None,
    count: int = 1,
    trailer: str = "",
) -> bytes:
    """A PDF of like pages. Object 1 is the catalog, 2 the pages, 3 the drawing, 4 the font; pages from 1000 on."""
    kids = " ".join(f"{1000 + n} 0 R" for n in range(count))
    media = box if isinstance(box, str) else f"/MediaBox [{' '.join(map(str, box))}]"
    leaf = f"<< /Type /Page /Parent 2 0 R {media} /Contents 3 0 R /Resources << /Font << /F 4 0 R >> {resources} >> {page} >>"
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {root} >>".encode(),
        2: f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        3: stream(contents),
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        **{1000 + n: leaf.encode() for n in range(count)},
    }
    return raw_pdf({**objects, **(more or {})}, f"/Root 1 0 R {trailer}")


# Honest papers


def numbered(count: int, box: Sequence[float] = LETTER) -> bytes:
    """Pages that say their number."""
    pages = {
        1000 + n: f"<< /Type /Page /Parent 2 0 R /MediaBox [{' '.join(map(str, box))}] /Contents {5000 + n} 0 R "
        f"/Resources << /Font << /F 4 0 R >> >> >>".encode()
        for n in range(count)
    }
    drawings = {5000 + n: stream(f"BT /F 24 Tf 72 500 Td (sheet {n + 1} of the original) Tj ET".encode()) for n in range(count)}
    return paper(count=count, more={**pages, **drawings})


def locked(user: str, algorithm: str = "AES-256") -> bytes:
    """A paper with an owner's password, and with a user's password unless that is empty."""
    writer, out = PdfWriter(clone_from=io.BytesIO(paper())), io.BytesIO()
    writer.encrypt(user, "the owner's", algorithm=algorithm)
    writer.write(out)
    return out.getvalue()


def form(field: str, drawn: str | None = None, need: bool = False, flags: int = 4) -> bytes:
    """A page with one form field. `drawn`: the operators it shows, None when nobody drew it."""
    appearance = "/AP << /N 11 0 R >>" if drawn is not None else ""
    widget = f"<< /Type /Annot /Subtype /Widget /Rect [100 500 300 520] /F {flags} /T (name) {appearance} {field} >>"
    answers = "/Fields [10 0 R] /DA (/F 12 Tf 0 g) /DR << /Font << /F 4 0 R >> >>"
    root = f"/AcroForm << {answers} /NeedAppearances {str(need).lower()} >>"
    return paper(page="/Annots [10 0 R]", root=root, more={10: widget.encode(), 11: stream((drawn or "").encode(), FORM)})


def ticked(state: str) -> bytes:
    """A page with a box to tick; ticked, it shows the word TICKED."""
    states = "/AP << /N << /Yes 11 0 R /Off 12 0 R >> >>"
    box = f"<< /Type /Annot /Subtype /Widget /FT /Btn /T (box) /V /{state} /AS /{state} /Rect [100 500 300 520] {states} >>"
    looks = {11: stream(b"BT /F 12 Tf 2 4 Td (TICKED) Tj ET", FORM), 12: stream(b"", FORM)}
    return paper(page="/Annots [10 0 R]", root="/AcroForm << /Fields [10 0 R] >>", more={10: box.encode(), **looks})


def note(kind: str, entries: str = "", drawn: bool = False) -> bytes:
    """A page with a note of some kind on it; drawn, it shows the word NOTED."""
    look = "/AP << /N 11 0 R >>" if drawn else ""
    body = f"<< /Type /Annot /Subtype /{kind} /Rect [100 500 300 520] {look} {entries} >>"
    return paper(page="/Annots [10 0 R]", more={10: body.encode(), 11: stream(b"BT /F 12 Tf 2 4 Td (NOTED) Tj ET", FORM)})


def layered(settings: str) -> bytes:
    """A page with a black square in the middle, on a layer of its own."""
    drawing = b"/OC /L BDC 206 296 200 200 re f EMC"
    root = f"/OCProperties << /OCGs [10 0 R] /D << {settings} >> >>"
    return paper(drawing, root=root, resources="/Properties << /L 10 0 R >>", more={10: b"<< /Type /OCG /Name (draft) >>"})


def photo(kind: str = "JPEG", size: tuple[int, int] = (600, 800), orientation: int | None = None, mode: str = "RGB") -> bytes:
    """A photo of a paper, as the phone stores it: the person sees a dark bar near the top left corner."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((20, 20, size[0] // 2, 60), fill="black")
    exif = Image.Exif()
    exif[MAKER] = SECRET
    if orientation:
        exif[ORIENTATION] = orientation
        image = _stored(image, orientation)
    out = io.BytesIO()
    image.convert(mode).save(out, kind, exif=exif.tobytes(), **FAST.get(kind, {}))
    return out.getvalue()


def _stored(image: Image.Image, orientation: int) -> Image.Image:
    """The picture as a camera with this orientation stores it (the way back from what a viewer does)."""
    back = Image.Transpose
    ways = {
        2: back.FLIP_LEFT_RIGHT, 3: back.ROTATE_180, 4: back.FLIP_TOP_BOTTOM, 5: back.TRANSPOSE, 6: back.ROTATE_90,
        7: back.TRANSVERSE, 8: back.ROTATE_270,
    }  # fmt: skip
    return image.transpose(ways[orientation]) if orientation in ways else image


def fine_scan(count: int) -> bytes:
    """A scan in black and white at 600 dots an inch, each page an image of its own."""
    image, one, writer, out = Image.new("1", (5100, 6600), 1), io.BytesIO(), PdfWriter(), io.BytesIO()
    ImageDraw.Draw(image).rectangle((600, 600, 2000, 700), fill=0)
    image.save(one, "PDF", resolution=600)
    for _ in range(count):
        writer.append(io.BytesIO(one.getvalue()))
    writer.write(out)
    return out.getvalue()


def table_photo(
    paper_at: tuple[float, float, float, float] = (0.15, 0.15, 0.85, 0.85),
    paper: int = 230,
    table: int = 90,
    turned: float = 0,
    light: float = 1,
    more: Sequence[tuple[float, float, float, float]] = (),
) -> bytes:
    """A photo of a paper on a table, with a dark bar near the paper's top left corner and lines of print.

    Places are parts of the photo, from its top left corner. `light`: how much of it is left at the right edge.
    """
    size = (1650, 2200)
    image = Image.new("L", size, table)
    for place in (*more, paper_at):
        left, top, right, bottom = (round(part * side) for part, side in zip(place, size * 2, strict=True))
        sheet = Image.new("L", (right - left, bottom - top), paper)
        draw = ImageDraw.Draw(sheet)
        draw.rectangle((sheet.width * 0.1, sheet.height * 0.08, sheet.width * 0.45, sheet.height * 0.12), fill=20)
        for height in range(round(sheet.height * 0.55), round(sheet.height * 0.9), 34):
            draw.line((sheet.width * 0.1, height, sheet.width * 0.9, height), fill=paper // 2, width=6)
        whole = Image.new("L", sheet.size, 255).rotate(turned, expand=True)
        image.paste(sheet.rotate(turned, expand=True), ((left + right - whole.width) // 2, (top + bottom - whole.height) // 2), whole)
    shade = Image.linear_gradient("L").rotate(90).resize(size).point(lambda value: 255 - (255 - value) * (1 - light))
    out = io.BytesIO()
    ImageChops.multiply(image, shade).convert("RGB").save(out, "JPEG", quality=90)
    return out.getvalue()


@cache
def letter_photo(blur: float = 0, moved: int = 0) -> bytes:
    """A photo of a page of print as a phone takes it. `blur`: out of focus; `moved`: how far the hand moved. In dots."""
    chance, lines = random.Random(11), []
    for _ in range(52):
        lines.append(" ".join("".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 9))) for _ in range(13)))
    drawing = "BT /F 11 Tf 13 TL 60 740 Td " + " ".join(f"({line}) '" for line in lines) + " ET"
    page = pypdfium2.PdfDocument(paper(drawing.encode()))[0].render(scale=3.6).to_pil().convert("L")
    photo = Image.new("L", (2400, 3100), 90)
    photo.paste(page.point(lambda shade: shade * 0.8 + 20), (100, 120))
    photo = photo.filter(ImageFilter.GaussianBlur(blur))
    if moved:
        photo = Image.fromarray((sum(numpy.roll(numpy.asarray(photo, "uint32"), step, 1) for step in range(moved)) // moved).astype("uint8"))
    noise = Image.effect_noise(photo.size, 14)
    out = io.BytesIO()
    ImageChops.add(photo, noise, offset=-128).save(out, "JPEG", quality=88)
    return out.getvalue()


# Files that do things


ACTIONS = {
    "a script at opening": paper(root=f"/OpenAction << /S /JavaScript /JS ({SECRET}) >>"),
    "a script in the names": paper(root=f"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS ({SECRET}) >>] >> >>"),
    "a script on the page": paper(page=f"/AA << /O << /S /JavaScript /JS ({SECRET}) >> >>"),
    "a program to start": paper(root=f"/OpenAction << /S /Launch /F ({SECRET}) >>"),
    "a form to send": form(f"/FT /Btn /A << /S /SubmitForm /F ({SECRET}) >>", "0 0 9 9 re f"),
    "a script in a field": form(f"/FT /Tx /AA << /K << /S /JavaScript /JS ({SECRET}) >> >>", "0 0 9 9 re f"),
    "a link": note("Link", f"/A << /S /URI /URI ({SECRET}) >>"),
    "a film": note("Movie", f"/Movie << /F ({SECRET}) >>", drawn=True),
    "an attached file": paper(
        root="/Names << /EmbeddedFiles << /Names [(a) 10 0 R] >> >>",
        more={10: b"<< /Type /Filespec /F (a) /EF << /F 11 0 R >> >>", 11: stream(SECRET.encode(), "/Type /EmbeddedFile")},
    ),
    "a file attached to a note": note("FileAttachment", f"/FS << /Type /Filespec /F ({SECRET}) >>", drawn=True),
    "an XML form": paper(root="/AcroForm << /Fields [] /XFA 10 0 R >>", more={10: stream(SECRET.encode())}),
    "who wrote it": paper(more={10: f"<< /Author ({SECRET}) /Title ({SECRET}) >>".encode()}, trailer="/Info 10 0 R"),
    "more about who wrote it": paper(root="/Metadata 10 0 R", more={10: stream(SECRET.encode(), "/Type /Metadata /Subtype /XML")}),
    "a picture with notes about its maker": paper(
        WORDS + b" q 9 0 0 9 0 0 cm /I Do Q",
        resources="/XObject << /I 10 0 R >>",
        more={
            10: stream(b"\0", "/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Metadata 11 0 R"),
            11: stream(SECRET.encode(), "/Type /Metadata /Subtype /XML"),
        },
    ),
    "a drawing that leads to another page": paper(
        WORDS + b" /X Do",
        resources="/XObject << /X 10 0 R >>",
        more={
            10: stream(b"", f"{FORM} /Private << /Back 11 0 R /Untyped 12 0 R >>"),
            11: f"<< /Type /Page /Annots [<< /Subtype /Link /A << /URI ({SECRET}) >> >>] >>".encode(),
            12: f"<< /Kids [] /Words ({SECRET}) >>".encode(),
        },
    ),
    "a drawing kept in a file elsewhere": paper(
        WORDS + b" /X Do",
        resources="/XObject << /X 10 0 R >>",
        more={10: stream(b"", f"{FORM} /F ({SECRET}) /Ref << /F ({SECRET}) /Page 0 >> /OPI << /F ({SECRET}) >>")},
    ),
    "an older version of the page": paper(more={50: stream(f"BT ({SECRET}) Tj ET".encode())}),
}


# Files that are broken, or something else


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, f"<w:document>{SECRET}</w:document>")
    return out.getvalue()


def picture_claiming(width: int, height: int, body: bytes = b"") -> bytes:
    """A PNG that claims to be this large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")


OTHERS = {
    "zeros": bytes(900),
    "noise": bytes(range(1, 256)) * 4,
    "a web page": f"<!doctype html><html><body>{SECRET}</body></html>".encode(),
    "plain words": SECRET.encode(),
    "a zip": zipped("a.txt"),
    "a Word file": zipped("word/document.xml"),
    "a GIF": b"GIF89a" + bytes(40),
    "a TIFF": b"II*\0" + bytes(40),
    "a film from a phone": b"\0\0\0\x18ftypqt  " + bytes(40),
    "the head of a HEIC in a later place": b"\0" * 40 + b"ftypheic" + bytes(40),
    "the head of a PDF far down": b" " * 5000 + paper(),
}

BROKEN = {
    "only the head of a PDF": b"%PDF-1.7\n",
    "words under the head of a PDF": b"%PDF-1.7\n" + SECRET.encode() * 50,
    "no pages object": raw_pdf({1: b"<< /Type /Catalog >>"}),
    "a pages object that is a number": raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"7"}),
    "pages that go round": raw_pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
    }),
    "pages in themselves": raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}),
    "fewer pages than promised": paper(more={2: b"<< /Type /Pages /Kids [1000 0 R 1001 0 R] /Count 2 >>"}),
    "a drawing that is not there": paper(page="", more={3: b"null"}),
    "a part of a drawing that is not there": paper(more={3: b"[10 0 R 11 0 R]", 10: stream(WORDS)}),
    "a picture that is not there": paper(b"/I Do", resources="/XObject << /I 99 0 R >>"),
    "a font that is not there": paper(more={4: b"null"}),
    "a name that ends with a zero": paper(WORDS + b" /C cs", resources="/ColorSpace << /C [/Indexed /DeviceGray\x001 <00FF>] >>"),
    "a drawing packed in nonsense": paper(more={3: stream(b"\1\2\3\4" * 300, "/Filter /FlateDecode")}),
    "a drawing packed in an unknown way": paper(more={3: stream(WORDS, "/Filter /Sample")}),
    "a form that only its program can draw": paper(root="/NeedsRendering true"),
    "ink that nobody drew": note("Ink", "/InkList [[100 500 200 520]]"),
    "an answer in letters that nobody drew": form("/FT /Tx /V <FEFF738B>"),
    "a field that is its own parent": form("/Parent 10 0 R"),
    "half a JPEG": photo()[:2000],
    "the head of a JPEG": b"\xff\xd8\xff\xe0",
    "half a PNG": photo("PNG")[:900],
    "the head of a PNG": b"\x89PNG\r\n\x1a\n",
    "the head of a HEIC": b"\0\0\0\x18ftypheic" + bytes(40),
    "half a HEIC": photo("HEIF")[:-99],
    "a JPEG under the head of a HEIC": b"\0\0\0\x18ftypheic" + photo(),
}


# Files made to exhaust


def _many_pages_in_few_lines() -> bytes:
    """Twelve levels of pages, each ten times the next: a million million pages in a thousand bytes."""
    levels = {2 + n: f"<< /Type /Pages /Count 1 /Kids [{f'{3 + n} 0 R ' * 10}] >>".encode() for n in range(12)}
    return raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", **levels, 14: b"<< /Type /Page >>"})


def _table(entries: str, data: bytes) -> bytes:
    """A PDF that begins with a table of where its objects are, as a stream."""
    return b"%PDF-1.7\n7 0 obj\n" + packed(data, 1, f"/Type /XRef /Root 1 0 R {entries}") + b"\nendobj\nstartxref\n9\n%%EOF\n"


def _spread(drawing: bytes, count: int) -> bytes:
    """Pages with a drawing each, all of them large when unpacked."""
    return paper(
        count=count,
        more={
            **{1000 + n: f"<< /Type /Page /Parent 2 0 R /Contents {5000 + n} 0 R >>".encode() for n in range(count)},
            **{5000 + n: drawing for n in range(count)},
        },
    )


def _heic_claiming(width: int, height: int) -> bytes:
    """A HEIC whose table of contents claims to be this large."""
    data = photo("HEIF")
    at = data.index(b"ispe") + len(b"ispe....")
    return data[:at] + struct.pack(">II", width, height) + data[at + 8 :]


# Made when asked for: together they are large.
BOMBS = {
    "a drawing of 30 MB": lambda: paper(more={3: packed(b" " * 30 * MILLION)}),
    "six drawings of 8 MB": lambda: _spread(packed(b" " * 8 * MILLION), 6),
    "a drawing packed three times": lambda: paper(more={3: packed(b" " * 30 * MILLION, 3)}),
    "a drawing inside a drawing": lambda: paper(b"/X Do", resources="/XObject << /X 10 0 R >>", more={10: packed(b" " * 30 * MILLION, 1, FORM)}),
    "a drawing in slow code": lambda: paper(more={3: stream(b"z" * 3 * MILLION + b"~>", "/Filter /ASCII85Decode")}),
    "a drawing in slow code that was packed": lambda: paper(more={3: stream(zlib.compress(b"z" * 3 * MILLION + b"~>"), "/Filter [/FlateDecode /ASCII85Decode]")}),
    "rows of one byte": lambda: paper(more={3: packed(b"\2\1" * 15 * MILLION, 1, "/DecodeParms << /Predictor 12 /Columns 1 >>")}),
    "a million million pages": _many_pages_in_few_lines,
    "one note named forty million times": lambda: paper(
        count=400,
        page="/Annots 10 0 R",
        more={10: f"[{'11 0 R ' * 99_000}]".encode(), 11: b"<< /Type /Annot /Subtype /Stamp /F 2 /Rect [0 0 9 9] /AP << /N 3 0 R >> >>"},
    ),
    "one drawing named forty million times": lambda: paper(count=400, more={3: f"[{'10 0 R ' * 99_000}]".encode(), 10: stream(b"")}),
    "nests of a hundred thousand": lambda: paper(b"/X gs", resources="/ExtGState << /X " + "<</A " * 100_000 + "1" + ">>" * 100_001),
    "a table of two thousand million": lambda: _table("/Size 2000000000 /Index [0 2000000000] /W [1 1 1]", bytes(30 * MILLION)),
    "a table of nothing": lambda: _table("/Size 2000000000 /Index [0 2000000000] /W [0 0 0]", b""),
    "a million things without a table": lambda: b"%PDF-1.7\n" + b"1 0 obj\n<<>>\nendobj\n" * MILLION,
    "nothing for many megabytes after the end": lambda: paper() + b" " * 20 * MILLION,
    "a million tables of nothing": lambda: b"%PDF-1.7\n" + b"trailer\n<< /A 1 >>\n" * MILLION,
    "a picture of 2,500 megapixels": lambda: picture_claiming(50_000, 50_000),
    "a HEIC of 2,500 megapixels": lambda: _heic_claiming(50_000, 50_000),
    "a picture of 120 megapixels": lambda: picture_claiming(12_000, 10_000, bytes(3 * MILLION)),
}
