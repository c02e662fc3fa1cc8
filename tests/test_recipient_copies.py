"""What goes to somebody else holds what its pages show, and nothing more: no attached file, no hidden answer, no name
of a program, no author, no date of making. For every paper, every packet, every kind of file, in both languages.
"""

import io
import json
import re
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from qme_guide import acroform, batch, bundle, carry, fax
from qme_guide.batch import Client, Packet
from qme_guide.bundle import Enclosed, Exhibit
from qme_guide.case import Case
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.entries import calendar
from qme_guide.documents.matter import Matter
from qme_guide.fields import field
from qme_guide.law import load_law
from qme_guide.leaves import leaves, sheets
from qme_guide.papers import Upload, check
from qme_guide.render import RENDERERS, ics
from qme_guide.savefile import FORMAT, dump
from qme_guide.travel import limits
from qme_guide.words import LANGUAGES, load_words
from tests import hostile, inside
from tests.hostile import SECRET
from tests.personas import EXAM_SOON, NEWCOMER, OVERTURNED, RATED, TODAY, TWO_TRACKS, WRONG_REPORT
from tests.test_acroform import ANSWERS, TEXT, blank

LAW = load_law()
LIMITS = limits(LAW.practice).paper
RICH = RATED.answers({"letters": OVERTURNED.letters, "helper": {"helping": "yes", "name": "Sample Helper", "role": None}})
FEW = 17
TOKEN = re.compile(r"Zq\d{3}x")


def _walk(said: object, path: str) -> Iterator[tuple[str, str]]:
    """Every text of a case, with its path."""
    if isinstance(said, dict):
        for name, inner in said.items():
            yield from _walk(inner, f"{path}.{name}".lstrip("."))
    elif isinstance(said, list):
        for at, inner in enumerate(said):
            yield from _walk(inner, f"{path}.{at}")
    elif isinstance(said, str) and path.rpartition(".")[-1] not in ("id", "key") and field(path).kind in ("line", "text"):
        yield path, said


@cache
def marked() -> Case:
    """The richest case, with a word of its own in the place of each text."""
    told = json.loads(RICH.model_dump_json(exclude_defaults=True))
    texts = [path for path, _ in _walk(told, "")]
    assert len(texts) > 60
    return RICH.answers({path: f"Zq{number:03d}x" for number, path in enumerate(texts)})


def matter(case: Case, language: str = "en", today: object = TODAY) -> Matter:
    return Matter(case, next(iter(case.letters), None), LAW, load_words(language), today)


def hidden_in_pdf(data: bytes) -> set[str]:
    """The words of a case that are in the file and on none of its pages."""
    beside = inside.strings(data)
    found = set(TOKEN.findall(beside)) | ({FORMAT} if FORMAT in beside or FORMAT.encode() in data else set())
    shown = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages) if found else ""
    return {one for one in found if one not in shown}


def hidden_in_docx(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", name)]
    shown = " ".join(one.text for part in parts for one in ElementTree.fromstring(part).iter() if one.tag.endswith("}t") and one.text)
    everything = inside.docx_strings(data)
    # The name of a file is its title, which the paper shows.
    return {one for one in (*TOKEN.findall(everything), *re.findall(FORMAT, everything)) if one not in shown}


def hidden_in_html(data: bytes) -> set[str]:
    shown = re.sub(r"<style.*?</style>|<[^>]*>", " ", data.decode(), flags=re.DOTALL)
    return {one for one in (*TOKEN.findall(data.decode()), *re.findall(FORMAT, data.decode())) if one not in shown}


def findings(ending: str, data: bytes) -> list[object]:
    """Everything about a file that should not be so."""
    match ending:
        case ".pdf":
            return [*inside.pdf(data), *hidden_in_pdf(data), *(piece for piece in inside.unseen(data) if not only_a_box(piece))]
        case ".docx":
            return [*inside.docx(data), *hidden_in_docx(data)]
        case ".html":
            return [*inside.html(data), *hidden_in_html(data)]
        case _:
            return [word for word in (FORMAT, "\0", "\u200b", "\ufeff") if word in data.decode()]


def only_a_box(piece: bytes) -> bool:
    """The unseen words beside a box to tick, which tell a screen reader its state: three signs, two bytes each."""
    (drawn,) = re.findall(rb"\((.*)\) Tj", piece)
    return len(re.sub(rb"\\(.)", rb"\1", drawn)) == len("[x]") * 2


def made(paper: Paper, case: Case, language: str, ending: str) -> bytes:
    return RENDERERS[ending](paper.made(matter(case, language)))


def kinds() -> list:
    """Each paper as a PDF and as a Word file in both languages; some of each with every run, for no paper has a way of its own into a file."""
    papers = [(one, language, ending) for ending in (".pdf", ".docx") for language in LANGUAGES for one in PAPERS]
    return [pytest.param(*one, marks=() if at % FEW == 0 else pytest.mark.slow) for at, one in enumerate(papers)]


@pytest.mark.parametrize(("name", "language", "ending"), kinds())
def test_every_paper_holds_what_its_pages_show_and_nothing_more(name, language, ending):
    assert not findings(ending, made(PAPERS[name], marked(), language, ending))


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_nothing_in_a_file_tells_when_it_was_made(ending, monkeypatch):
    """The same words give the same bytes, also at another time."""
    first = made(PAPERS["date-sheet"], RICH, "es", ending)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert made(PAPERS["date-sheet"], RICH, "es", ending) == first


@pytest.mark.slow
@pytest.mark.parametrize("case", [NEWCOMER, EXAM_SOON, WRONG_REPORT], ids=["newcomer", "exam soon", "wrong report"])
def test_every_paper_of_other_people_holds_nothing_more_either(case):
    for paper in PAPERS.values():
        for language in LANGUAGES:
            for ending in RENDERERS:
                assert not findings(ending, made(paper, case, language, ending)), (paper.name, language, ending)


@pytest.mark.parametrize("language", ["es", pytest.param("en", marks=pytest.mark.slow)])
def test_every_paper_as_a_page_and_as_plain_text_holds_what_is_shown(language):
    for paper in PAPERS.values():
        for ending in (".html", ".txt"):
            assert not findings(ending, made(paper, marked(), language, ending)), (paper.name, ending)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_holds_dates_and_their_words_and_nothing_more(language):
    for case in (marked(), NEWCOMER):
        data = ics.render(calendar(matter(case, language)), datetime(2026, 11, 21, tzinfo=UTC))
        assert not inside.ics(data) and FORMAT.encode() not in data


@cache
def bad_papers() -> tuple[Upload, ...]:
    """Papers as they come, each with something in it that must not go on: scripts, attached files, authors, old versions."""
    carrying = carry.carry(hostile.paper(), dump(RICH))
    files = [*hostile.ACTIONS.values(), carrying, hostile.photo(orientation=6), hostile.photo("PNG")]
    checked = [check("", data, LIMITS) for data in files]
    assert all(isinstance(one, Upload) for one in checked)
    return tuple(checked)


def test_what_comes_with_a_paper_is_gone_when_it_has_been_taken():
    raw = [*hostile.ACTIONS.values()]
    assert sum(SECRET.encode() in one for one in raw) == len(raw), "each of them holds the secret as it comes"
    for upload in bad_papers():
        assert not inside.pdf(upload.data) and SECRET not in inside.strings(upload.data) and SECRET.encode() not in upload.data
        assert not hidden_in_pdf(upload.data)


def test_the_name_of_a_layer_of_a_paper_is_gone_a_shown_one_stays_and_a_hidden_one_does_not():
    for settings, stays in (("/OFF [10 0 R]", False), ("", True)):
        paper = check("", hostile.layered(settings), LIMITS)
        packet = bundle.administrator_packet(matter(TWO_TRACKS), [paper.data])
        assert b"draft" in hostile.layered(settings) and "draft" not in inside.strings(paper.data) + inside.strings(packet)
        assert (b"/OCG" in packet) is stays


def picture_of(word: bytes) -> bytes:
    return hostile.stream(word * 3, "/Type /XObject /Subtype /Image /Width 3 /Height 7 /ColorSpace /DeviceGray /BitsPerComponent 8")


FONT = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /Encoding << >> /CharProcs << >> %s >>"
# Two pages that share what lies ready for both, each in its own way of naming it: the operators of the first, those of the second.
SHARING = {
    "each names its own": (b"/A Do", b"/B Do", {}),
    "a name with a sign in it": (b"/#41 Do", b"/#42 Do", {}),
    "a form that has its own": (b"/X Do", b"/B Do", {22: hostile.stream(b"/A Do", "/Subtype /Form /BBox [0 0 9 9] /Resources 9 0 R")}),
}
BORROWING = {
    "a form that borrows from its page": (b"/X Do", b"/B Do", {22: hostile.stream(b"/A Do", "/Subtype /Form /BBox [0 0 9 9]")}),
    "a font that borrows from its page": (b"/T 9 Tf (a) Tj", b"/B Do", {23: FONT % b""}),
}


def two_pages(first: bytes, second: bytes, more: dict[int, bytes]) -> Upload:
    leaf = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R /Resources 9 0 R >>"
    shared = b"<< /XObject << /A 20 0 R /B 21 0 R /X 22 0 R >> /Font << /T 23 0 R >> /Private << /Words 24 0 R >> >>"
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [5 0 R 6 0 R] /Count 2 >>", 5: leaf.format(7).encode(), 6: leaf.format(8).encode()}
    drawings = {7: hostile.stream(first), 8: hostile.stream(second), 9: shared, 20: picture_of(b"PUBLIC."), 21: picture_of(b"PRIVATE")}
    usual = {22: hostile.stream(b"", "/Subtype /Form /BBox [0 0 9 9] /Resources << >>"), 23: FONT % b"/Resources << >>", 24: hostile.stream(SECRET.encode())}
    taken = check("", hostile.raw_pdf({**objects, **drawings, **usual, **more}), LIMITS)
    assert isinstance(taken, Upload) and taken.pages == 2
    return taken


@pytest.mark.parametrize("way", SHARING)
def test_a_page_that_is_taken_out_leaves_no_picture_behind(way):
    """The other page may name it among what lies ready for both; what it does not draw does not go along."""
    taken = two_pages(*SHARING[way])
    assert b"PRIVATE" in taken.data and SECRET.encode() not in taken.data
    first, second = leaves(taken)
    sent = bundle.administrator_packet(matter(TWO_TRACKS), [sheets([first], {taken.id: taken})])
    assert b"PUBLIC." in sent and b"PRIVATE" not in sent
    other = sheets([second], {taken.id: taken})
    assert b"PRIVATE" in other and b"PUBLIC." not in other


@pytest.mark.parametrize("way", BORROWING)
def test_a_drawing_that_borrows_from_its_page_still_has_what_it_draws(way):
    taken = two_pages(*BORROWING[way])
    assert b"PUBLIC." in sheets(leaves(taken)[:1], {taken.id: taken})


def everything() -> list[bytes]:
    return [one.data for one in bad_papers()]


def exhibits(records, files: list[bytes]) -> dict[str, list[bytes]]:
    return {one.id: files for one in records}


def clinic(bad: list[bytes]) -> list[Client]:
    """Two clients of an afternoon, one with a packet that is ready."""
    return [Client(1, TWO_TRACKS, [Packet(TWO_TRACKS.letters[0], Enclosed(bad, bad[:1]))]), Client(2, RICH)]


def packets(language: str, bad: list[bytes]) -> dict[str, Callable[[], bytes]]:
    """Every packet that there is, made of papers with something hidden in them."""
    one, told = bad[:1], matter(TWO_TRACKS, language)
    soon = EXAM_SOON.answers({"exams.0.on": "2027-01-29", "exams.0.for_qme": [record.id for record in EXAM_SOON.records[:1]]})
    served = soon.answers({"exams.0.sendings": [{"id": "sending-1", "to": "claims_administrator", "on": "2026-10-20", "how": "fax", "papers": [soon.records[0].id], "result": "arrived"}]})
    records, report = exhibits(soon.records[:1], bad), WRONG_REPORT.reports[-1]
    whole = {"form": bad, "decision": one, "certification": one, "designation": one, "doctor": one, "exhibits": [Exhibit("typed", bad, TWO_TRACKS.records[0])]}
    script = blank(("Employee_Name", TEXT), root=f"/Metadata 10 0 R /OpenAction << /S /JavaScript /JS ({SECRET}) >>", more={10: hostile.stream(SECRET.encode())})
    return {
        "request": lambda: bundle.request_packet(told, Enclosed(**whole, with_late_note=True)),
        "request, in parts": lambda: bundle.separate(told, Enclosed(**whole, with_late_note=True)),
        "for a fax": lambda: fax.black_and_white(bundle.administrator_packet(told, bad[-3:])),
        "claims administrator": lambda: bundle.administrator_packet(told, bad),
        "records, to the claims administrator": lambda: bundle.serving_packet(matter(soon, language), soon.exams[0], records),
        "records, to the evaluator": lambda: bundle.evaluator_packet(matter(served, language), served.exams[0], records),
        "correction": lambda: bundle.correction_packet(matter(WRONG_REPORT, language), report, one),
        "dispute": lambda: bundle.dispute_packet(matter(WRONG_REPORT, language), report, exhibits(bundle.disputing.enclosed(WRONG_REPORT, report), one)),
        "a clinic, as one ZIP": lambda: batch.all_packets(clinic(bad), LAW, TODAY, language),
        "a clinic, to print": lambda: batch.to_print(clinic(bad), LAW, TODAY, language),
        "a form that we filled in": lambda: acroform.filled(script, ANSWERS, LIMITS).pdf,
    }  # fmt: skip


def unpacked(made: bytes) -> list[bytes]:
    """The papers of a packet that goes in parts; else the one file that it is."""
    if not made.startswith(b"PK"):
        return [made]
    assert not inside.archive(made)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return [archive.read(name) for name in archive.namelist()]


EVERY = tuple(packets("en", [hostile.paper()]))
QUICK = ("claims administrator", "a form that we filled in")


@pytest.mark.parametrize(("language", "name"), [pytest.param(one, name, marks=() if one == "en" and name in QUICK else pytest.mark.slow) for one in LANGUAGES for name in EVERY])
def test_every_packet_holds_what_its_pages_show_and_nothing_more(language, name):
    for data in unpacked(packets(language, everything())[name]()):
        assert not inside.pdf(data)
        assert SECRET not in inside.strings(data) and SECRET.encode() not in data
        assert not hidden_in_pdf(data)


def test_the_check_sees_what_it_must_see():
    """A copy with answers, a paper with a script, an author, an older version: each is found."""
    plain = made(PAPERS["date-sheet"], RICH, "en", ".pdf")
    assert not findings(".pdf", plain)
    own = carry.carry(plain, dump(RICH))
    assert any("EmbeddedFile" in str(one) for one in findings(".pdf", own)) and hidden_in_pdf(own) == {FORMAT}
    assert all(inside.pdf(data) for data in hostile.ACTIONS.values())
    assert findings(".pdf", plain + b"BT (old) Tj ET")
    word = made(PAPERS["date-sheet"], RICH, "en", ".docx")
    with_more = io.BytesIO(word)
    with zipfile.ZipFile(with_more, "a") as archive:
        archive.writestr("word/comments.xml", "<w:comments/>")
    assert findings(".docx", with_more.getvalue()) and not findings(".docx", word)
    assert findings(".html", b"<p>a</p><!-- hidden -->") and findings(".html", b'<p hidden title="Zq001x">a</p>')
    assert inside.ics(b"BEGIN:VCALENDAR\r\nATTACH;VALUE=BINARY:aGk=\r\nEND:VCALENDAR\r\n")
