"""Texts that would be markup, in every field of the case, in every file that we make: nothing breaks, nothing runs, the text is there.

PDF, Word, text, web page, calendar, table, and the packets with their bookmarks. The screens: test_markup_pages.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import icalendar
import pytest
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from qme_guide import bundle, tables
from qme_guide.bundle import Enclosed
from qme_guide.case import Case
from qme_guide.documents.calendar import Entry
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.document import Document
from qme_guide.documents.entries import calendar
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.render import RENDERERS, ics
from qme_guide.render.clean import clean
from qme_guide.words import load_words
from tests.awkward import MORE
from tests.browser.journey import paper as sheet
from tests.markup import CORPUS, FULLEST, MARK, everywhere, shifted
from tests.personas import TODAY
from tests.screens import faults_of_html, own_words
from tests.sweeps import some_of
from tests.taking_away import strings
from tests.test_render import said

LAW, NOW = load_law(), datetime(2026, 11, 21, tzinfo=ZoneInfo("America/Los_Angeles"))
ALL, QUICK = range(0, len(CORPUS), 3), (0, 150)
# What a PDF or a Word file of ours never holds.
DOES = {"/JS", "/JavaScript", "/AA", "/Launch", "/URI", "/EmbeddedFiles", "/AF", "/Annots", "/SubmitForm", "/RichMedia", "/XFA", "/AcroForm"}
RUNS = ("instrText", "fldSimple", "altChunk", "object", "OLEObject", "attachedTemplate", "hyperlink")
CALENDAR = {"BEGIN", "END", "PRODID", "VERSION", "METHOD", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP", "ACTION", "TRIGGER"}


def matter(case: Case, language: str = "en") -> Matter:
    return Matter(case, case.letters[0], LAW, load_words(language), TODAY)


def hostile(name: str, by: int) -> Case:
    """The hostile case for a paper. Those that need no more than the fullest case share one."""
    return _told(name if name in MORE else "", by)[0]


def typed_in(name: str, by: int) -> tuple[str, ...]:
    """What was typed there."""
    return _told(name if name in MORE else "", by)[1]


@cache
def _told(name: str, by: int) -> tuple[Case, tuple[str, ...]]:
    case = shifted(FULLEST.answers(MORE.get(name, {})), by)
    return case, own_words(case)


def built(name: str, by: int) -> tuple[Document, tuple[str, ...]]:
    """A paper of the hostile case, and the typed texts that it holds."""
    document = PAPERS[name].made(matter(hostile(name, by), "es" if by % 2 else "en"))
    whole = "\n".join(strings(document))
    return document, tuple(one for one in typed_in(name, by) if one in whole)


@cache
def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", clean(text))


def missing(text: str, own: tuple[str, ...]) -> list[str]:
    """The typed texts that a file does not hold, neither in one piece nor, where a page ends in it, in its words."""
    whole = squeezed(text)
    return [one for one in own if squeezed(one) not in whole and not all(squeezed(word) in whole for word in one.split())]


def letters(text: str) -> str:
    """Its signs that every font has."""
    return "".join(one for one in clean(text) if "!" <= one <= "~")


def keys(reader: PdfReader) -> set[str]:
    """Every name under which a PDF holds something."""
    found: set[str] = set()
    for number in reader.xref[0] if 0 in reader.xref else ():
        thing = reader.get_object(IndirectObject(number, 0, reader))
        found |= set(thing) if isinstance(thing, DictionaryObject) else set()
    root = reader.trailer["/Root"]
    # Where it opens is no action: a page and how it fits the window.
    return found | set(root) | ({"/AA"} if isinstance(root.get("/OpenAction"), DictionaryObject) else set())


def few(name: str) -> range:
    """Some of the shifts for a paper; for each paper others."""
    step = 58
    return range(list(PAPERS).index(name) % step, len(CORPUS), step)


def parts(data: bytes) -> dict[str, etree._Element]:
    """The XML parts of a Word file; raises for one that is not well formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return {name: etree.fromstring(file.read(name), parser) for name in file.namelist() if name.endswith((".xml", ".rels"))}


def runs(tree: dict[str, etree._Element]) -> list[str]:
    """What a Word file would do or fetch by itself."""
    found = [f"{name}: {one.tag}" for name, root in tree.items() for one in root.iter(etree.Element) if etree.QName(one).localname in RUNS]
    return found + [f"{name}: {one.get('Target')}" for name, root in tree.items() for one in root.iter() if one.get("TargetMode") == "External"]


CUTS = {name for name in PAPERS if name.startswith(("timeline", "hand-off", "supervisor"))}


@pytest.mark.parametrize("by", some_of(ALL, QUICK[:1]))
def test_every_paper_as_text_and_as_a_web_page_holds_what_was_typed_and_makes_no_tag_of_it(by):
    seen = 0
    for name in PAPERS:
        document, own = built(name, by)
        seen += len(own)
        assert not missing(said(document, ".txt"), own), name
        # Also what is cut short or broken in two is nothing but a piece of what was typed.
        faults = faults_of_html(RENDERERS[".html"](document).decode().partition("<body>")[2].removesuffix("</html>\n").removesuffix("</body>"), typed_in(name, by))
        # A page that cuts long texts in its own words shows heads that this check does not know; no tag and no address comes of them.
        assert not [one for one in faults if name not in CUTS or not one.startswith("not as typed")], name
    assert seen > 300


@pytest.mark.parametrize("name", some_of(PAPERS, ("factual-correction",)))
def test_a_paper_as_a_pdf_opens_does_nothing_and_says_what_was_typed(name):
    for by in QUICK if name == "factual-correction" else few(name):
        document, own = built(name, by)
        reader = PdfReader(io.BytesIO(RENDERERS[".pdf"](document)), strict=True)
        text = "\n".join(page.extract_text() for page in reader.pages)
        assert not keys(reader) & DOES, by
        assert set(reader.metadata or {}) == {"/Title"} and MARK not in str(reader.metadata)
        # Narrow columns tear a text apart for whoever reads the file line by line: then each of its letters is there.
        torn = missing(text, tuple(one for one in own if one.isascii() and one.isprintable()))
        assert not torn or not Counter(letters("".join(one for one in strings(document) if MARK in one))) - Counter(letters(text)), (by, torn)


@pytest.mark.parametrize("name", some_of(PAPERS, ("factual-correction",)))
def test_a_paper_as_a_word_file_is_well_formed_does_nothing_and_says_what_was_typed(name):
    plain = runs(parts(RENDERERS[".docx"](PAPERS[name].made(matter(everywhere(FULLEST.answers(MORE.get(name, {})), "plain"))))))
    for by in QUICK if name == "factual-correction" else few(name):
        document, own = built(name, by)
        tree = parts(RENDERERS[".docx"](document))
        assert set(runs(tree)) <= set(plain), by
        assert not missing("\n".join(node.text or "" for root in tree.values() for node in root.iter(qn("w:t"))), own), by


def sound(entries: Sequence[Entry]) -> bytes:
    """These entries as a file: each line and each name in it is one of a calendar, and what is read again is what was written."""
    data = ics.render(entries, NOW)
    lines = data.split(b"\r\n")
    assert lines[-1] == b"" and all(len(line) <= 75 and not set(line) & {10, 13} for line in lines)
    names = {re.match(rb"[A-Z-]+", line)[0].decode() for line in lines if line and not line.startswith(b" ")}
    assert names <= CALENDAR, names - CALENDAR
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert [(str(one["summary"]), str(one["description"])) for one in events] == [(clean(one.title), clean(one.text)) for one in entries]
    return data


@pytest.mark.parametrize("by", some_of(ALL, QUICK))
def test_the_calendar_keeps_its_entries_its_lines_and_its_words(by):
    entries = calendar(matter(hostile("calendar", by), "es"))
    assert len(calendar(matter(everywhere(FULLEST, "plain"), "es"))) == len(entries) > 3
    assert sound(entries)


@pytest.mark.parametrize("by", some_of(ALL, QUICK))
def test_the_table_of_events_runs_nothing_and_comes_back_whole(by):
    events, words = hostile("table", by).events, load_words("es")
    data = tables.to_csv(events, words)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(events) + 1 and {len(row) for row in rows} == {len(rows[0])}
    for separator in (",", ";", "\t"):
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator):
            assert not [cell for cell in row if re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]", cell)], separator
    practice = LAW.practice
    limits = tables.Limits(practice.timeline.table_rows, practice.timeline.table_megabytes, practice.first_year, practice.last_year)
    back = tables.read_csv(data, None, limits, {one.id for one in events})
    assert [one.what for one in back.events] == [(one.what or "").replace("\0", "") for one in events]


@pytest.mark.parametrize("by", some_of(range(0, len(CORPUS), 41), (0,)))
def test_a_packet_of_a_hostile_case_opens_and_its_bookmarks_do_nothing(by):
    case = hostile("packet", by)
    reader = PdfReader(io.BytesIO(bundle.request_packet(matter(case), Enclosed([sheet("FORM")], [sheet("DECISION")]))), strict=True)
    assert len(reader.pages) > 2 and not (keys(reader) - {"/Annots"}) & DOES
    assert not [one for page in reader.pages for one in page.get("/Annots", ())]
