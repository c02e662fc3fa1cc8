"""Papers as files: every kind says the same words in the same order, and a page is something one would sign."""

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from itertools import pairwise

import docx
import icalendar
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ContentStream

from qme_guide.documents.calendar import Entry, reminders
from qme_guide.documents.document import (
    Big,
    Blank,
    Bullets,
    Check,
    Document,
    Heading,
    Lines,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Signature,
    Table,
)
from qme_guide.render import RENDERERS, html, ics, pdf
from qme_guide.render.columns import shares
from qme_guide.render.layout import Row, paginate
from qme_guide.render.lines import wrap
from tests.sweeps import some_of

HEAD = ("Sample Worker", "Claim number: SAMPLE-001", "Date of injury: January 5, 2026")
LETTER = Document(
    name="letter",
    title="Request for review",
    language="en",
    blocks=(
        Lines(("Sample Worker", "1 Sample Street")),
        Paragraph("I ask for a review of this decision."),
        Table((), (("Claim", "SAMPLE-001"), ("Insurer", "Example Insurance"))),
        Heading("What was denied"),
        Table(("Treatment", "Decision"), (("Therapy, 12 visits", "Denied"), ("MRI – lower back", "Changed"))),
        Heading("Enclosed"),
        Bullets(("The signed form", "The decision"), numbered=True),
        Heading("Copies"),
        Bullets(("My own file", "Dr. Sample’s office"), numbered=True),
        Heading("In my own words", level=3),
        Quote("It hurts.\nI said so – in “plain” words."),
        Check("I kept a copy", checked=True),
        Check("I have proof of mailing"),
        Blank("Telephone"),
        Rule(),
        Big("Make sure it is there by", "Friday, December 4, 2026"),
        Signature("Signature", "Date signed", "Sample Worker"),
    ),
    header=HEAD,
    mark="Copy for you. Do not send.",
    foot="Information, not legal advice.",
    page_words="Page {page} of {pages}",
)


def pages(document: Document) -> list[str]:
    """What each page of the PDF says."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(document))).pages]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def said(document: Document, ending: str) -> str:
    """Everything a file of this kind says, in its own order."""
    made = RENDERERS[ending](document)
    if ending == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    if ending == ".docx":
        word = docx.Document(io.BytesIO(made))
        return "\n".join(node.text or "" for node in word.element.body.iter(qn("w:t")))
    if ending == ".html":
        return Reader.read(made.decode())
    return made.decode()


class Reader(HTMLParser):
    """A page as a screen reader meets it: its words, and its tags with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.skipping = False

    def handle_starttag(self, tag, attrs):
        self.skipping = tag in {"style", "title"}
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        self.skipping = False

    def handle_data(self, data):
        if not self.skipping:
            self.words.append(data)

    @classmethod
    def read(cls, text: str) -> str:
        reader = cls()
        reader.feed(text)
        return "\n".join(reader.words)


WORDS_IN_ORDER = (
    "Request for review", "1 Sample Street", "I ask for a review of this decision.", "SAMPLE-001", "Example Insurance",
    "What was denied", "Treatment", "Therapy, 12 visits", "MRI – lower back", "Changed", "Enclosed", "The signed form",
    "The decision", "Copies", "Dr. Sample’s office", "In my own words", "“It hurts.", "in “plain” words.”",
    "I kept a copy", "I have proof of mailing", "Telephone", "Make sure it is there by", "December 4, 2026", "Date signed",
)  # fmt: skip


@pytest.mark.parametrize("ending", RENDERERS)
def test_every_kind_of_file_says_the_same_words_in_reading_order(ending):
    text, place = squeezed(said(LETTER, ending)), 0
    for words in WORDS_IN_ORDER:
        assert squeezed(words) in text[place:], f"{ending}: {words!r} is missing or out of order"
        place = text.index(squeezed(words), place) + len(squeezed(words))


@pytest.mark.parametrize("ending", RENDERERS)
def test_what_a_person_typed_prints_as_typed_and_is_never_read_as_markup(ending):
    typed = "**bold** __under__ <script>alert(1)</script> {nb} {page} [a](b) \\(x\\) &amp; 100 % $x$ #1"
    assert squeezed(typed) in squeezed(said(replace(LETTER, blocks=(Quote(typed),)), ending))


@pytest.mark.parametrize("ending", RENDERERS)
def test_a_title_placed_by_the_builder_is_not_printed_twice(ending):
    placed = replace(LETTER, blocks=(Paragraph("First"), Heading(LETTER.title, level=1)))
    assert said(placed, ending).replace("\n", " ").count(LETTER.title) == 1


def test_every_page_carries_who_which_claim_the_mark_the_foot_and_its_number():
    long = replace(LETTER, blocks=tuple(Paragraph(f"Paragraph {number}. " + "word " * 60) for number in range(30)))
    found = pages(long)
    assert len(found) > 2
    for number, page in enumerate(found, start=1):
        for words in (*HEAD, LETTER.mark, LETTER.foot, f"Page {number} of {len(found)}"):
            assert squeezed(words) in squeezed(page)


def test_the_same_paper_gives_the_same_bytes_without_author_or_date():
    made = pdf.render(LETTER)
    assert made == pdf.render(LETTER)
    assert set(PdfReader(io.BytesIO(made)).metadata) == {"/Title"}
    assert b"CreationDate" not in made


def test_the_pdf_names_its_language_and_title_and_has_an_outline():
    reader = PdfReader(io.BytesIO(pdf.render(replace(LETTER, language="es"))))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "es"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    title, parts = reader.outline
    assert title.title == LETTER.title
    assert [part.title for part in parts] == ["What was denied", "Enclosed", "Copies", "In my own words"]


def test_everything_is_black_and_no_line_is_thinner_than_half_a_point():
    for page in PdfReader(io.BytesIO(pdf.render(LETTER))).pages:
        for operands, operator in ContentStream(page.get_contents(), None).operations:
            if operator in (b"rg", b"RG", b"g", b"G"):
                assert set(map(float, operands)) == {0.0}
            if operator == b"w":
                assert float(operands[0]) >= 0.5


def test_a_ticked_box_is_drawn_and_its_state_can_be_read_aloud():
    page = " ".join(" ".join(pages(LETTER)).split())
    assert "[x] I kept a copy" in page
    assert "[ ] I have proof of mailing" in page


@pytest.mark.parametrize("filler", some_of(range(24, 42), range(25, 42, 2)))
def test_wherever_the_page_ends_no_heading_stands_last_and_no_signature_alone(filler):
    blocks = (
        Lines(tuple(f"line {number}" for number in range(filler))),
        Heading("A heading"),
        Paragraph("The first words under it. " * 8),
        Paragraph("The last words. " * 20 + "THE END."),
        Signature("Sign here", "Date signed", "Sample Worker"),
    )
    for page in pages(Document("x", "Title", "en", blocks)):
        assert ("A heading" in page) == ("The first words" in page.split("\nThe last words")[0] and "A heading" in page)
        assert ("Sign here" in page) == ("Date signed" in page)
        assert "Sign here" not in page or "THE END." in page


@pytest.mark.parametrize("filler", some_of(range(24, 42), range(25, 42, 2)))
def test_wherever_the_page_ends_a_signature_has_more_than_a_closing_and_no_line_with_a_colon_stands_last(filler):
    blocks = (
        Lines(tuple(f"line {number}" for number in range(filler))),
        Paragraph("The report says:"),
        Quote("The words of the report."),
        Paragraph("I ask for an answer."),
        Paragraph("Sincerely,"),
        Signature("Sign here", "Date signed", "Sample Worker"),
    )
    for page in pages(Document("x", "Title", "en", blocks)):
        assert ("The report says" in page) == ("words of the report" in page)
        assert ("Sign here" in page) == ("I ask for an answer" in page)


def edges(*blocks) -> list[float]:
    """How high each line across stands on the first page, the lowest first."""
    content = ContentStream(PdfReader(io.BytesIO(pdf.render(Document("x", "T", "en", blocks)))).pages[0]["/Contents"], None)
    return sorted(float(operands[1]) for operands, name in content.operations if name == b"l")


@pytest.mark.parametrize("before", [Table((), (("Claim", "SAMPLE-001"),)), Blank("Address")])
def test_a_table_stands_apart_from_the_line_above_it(before):
    lines = edges(before, Table((), (("Claim", "SAMPLE-001"),)))
    assert min(high - low for low, high in pairwise(lines) if high - low > 1) > 12


def test_a_row_to_fill_in_has_room_for_a_hand():
    lines = edges(Table(("Day", "To whom"), (("", ""), ("Friday", "Claims administrator"))))
    foot, bottom, filled, empty, *_ = lines
    assert empty - filled > 1.6 * (filled - bottom)
    table = docx.Document(io.BytesIO(RENDERERS[".docx"](Document("x", "T", "en", (Table(("Day",), (("",), ("Friday",))),))))).tables[0]
    assert [row.height is None for row in table.rows] == [True, False, True]


def test_long_answers_lose_nothing_and_flow_over_pages():
    words = " ".join(f"w{number}" for number in range(900))
    one_word = "".join(chr(ord("a") + number % 26) for number in range(5000))
    address = tuple(f"Address line {number}" for number in range(200))
    cell = " ".join(f"c{number}" for number in range(900))
    table = Table(("Head one", "Head two"), ((cell, "short"),))
    blocks = (Quote(words), Paragraph(one_word), Lines(address), table, Blank("L" * 300), Check("c" * 2000))
    found = pages(Document("x", "Title", "en", (*blocks, Signature("Sign", "Date", "N" * 300))))
    text = squeezed("".join(re.sub(r"Head one Head two|\d+ / \d+", "", page.replace("\n", " ")) for page in found))
    for whole in (words, one_word, "".join(address), "L" * 300, "c" * 2000, "N" * 300):
        assert squeezed(whole) in text
    assert [word for word in re.findall(r"c\d+", " ".join(found))] == cell.split()


def test_a_table_repeats_its_head_on_every_page():
    table = Table(("Treatment", "Decision"), tuple((f"Visit {number}", "Denied") for number in range(90)))
    found = pages(Document("x", "Title", "en", (table,)))
    assert len(found) > 1
    assert all("Treatment" in page and "Decision" in page for page in found)
    assert [int(number) for number in re.findall(r"Visit (\d+)", " ".join(found))] == list(range(90))


def test_a_page_break_begins_a_page_and_leaves_none_empty():
    one, two = pages(Document("x", "Title", "en", (Paragraph("before"), PageBreak(), PageBreak(), Paragraph("after"), PageBreak())))
    assert "before" in one and "after" in two


@pytest.mark.parametrize("ending", RENDERERS)
def test_a_paper_with_nothing_in_it_is_still_a_paper(ending):
    empty = (Table((), ()), Table((), ((),)), Bullets(()), Lines(()), Paragraph(""), Quote(""), Big("", ""), PageBreak())
    assert "Title" in said(Document("x", "Title", "en", (Signature("", ""), *empty)), ending)


def test_lines_fit_and_lose_only_blanks():
    @settings(max_examples=60, deadline=None)
    @given(st.text(alphabet="ab é中。（\u0301-", max_size=80), st.integers(min_value=2, max_value=12))
    def holds(text, width):
        found = wrap(text, width, lambda piece: float(len(piece)))
        assert "".join(found).replace(" ", "") == text.replace(" ", "")
        assert all(len(line.rstrip("\u0301")) <= width for line in found)

    holds()


def test_chinese_lines_do_not_begin_with_a_closing_mark():
    found = wrap("我站立超过十分钟，背部就会疼痛。" * 5, 9, lambda piece: float(len(piece)))
    assert not any(line[0] in "，。" for line in found)


def test_rows_that_belong_together_go_to_the_next_page_together():
    row = Row(10.0, lambda y: None)
    glued = replace(row, glue=True)
    assert [len(page) for page in paginate([row, row, glued, row], room=35.0)] == [2, 2]
    assert [len(page) for page in paginate([glued, glued, glued, row], room=25.0)] == [2, 2]
    assert paginate([], room=10.0) == [[]]


def test_the_width_of_a_table_follows_what_its_columns_hold():
    narrow, wide = shares(Table(("No.", "Treatment"), (("1", "Physical therapy for the lower back, 12 visits"),)))
    assert narrow < wide and narrow + wide == pytest.approx(1)
    assert shares(Table(("a", "b"), (("1", "2"),), widths=(3, 1))) == (0.75, 0.25)


def test_the_word_file_has_real_headings_lists_and_a_table_head_on_every_page():
    word = docx.Document(io.BytesIO(RENDERERS[".docx"](LETTER)))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in word.paragraphs]
    assert ("Heading 1", "Request for review") in styles
    assert ("Heading 2", "Enclosed") in styles
    assert ("Heading 3", "In my own words") in styles
    numbered = [paragraph._p.pPr.numPr.numId.val for paragraph in word.paragraphs if paragraph.style.name == "List Number"]
    assert len(numbered) == 4 and len(set(numbered)) == 2, "the second list must count from one again"
    heads = [table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") for table in word.tables]
    assert [head is not None for head in heads] == [False, True]


def test_the_word_file_says_its_language_its_page_numbers_and_nothing_about_the_author():
    word = docx.Document(io.BytesIO(RENDERERS[".docx"](replace(LETTER, language="es"))))
    facts = word.core_properties
    assert (facts.title, facts.language, facts.author, facts.comments) == (LETTER.title, "es", "", "")
    assert facts.created is None and facts.modified is None
    assert {node.get(qn("w:val")) for node in word.styles.element.iter(qn("w:lang"))} == {"es-US"}
    foot = word.sections[0].footer._element
    assert [field.get(qn("w:instr")) for field in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    head = word.sections[0].header._element
    assert all(words in "".join(head.itertext()) for words in (*HEAD, LETTER.mark))


def test_the_web_page_has_headings_in_order_named_table_cells_and_no_script():
    reader = Reader()
    reader.feed(RENDERERS[".html"](LETTER).decode())
    assert [tag for tag, _ in reader.tags if re.fullmatch(r"h\d", tag)] == ["h1", "h2", "h2", "h2", "h3"]
    assert ("html", {"lang": "en"}) in reader.tags
    assert [given["scope"] for tag, given in reader.tags if tag == "th"] == ["row", "row", "col", "col"]
    assert not {tag for tag, _ in reader.tags} & {"script", "link", "img", "iframe", "object"}
    assert not [given for _, given in reader.tags if any(name.startswith("on") for name in given)]


def test_a_cell_of_a_wide_table_carries_the_name_of_its_column_and_keeps_its_place_in_the_table():
    rows = (("1", "4", "It <says> \"so\"", ""), ("2", "", "More", "Shown"))
    reader = Reader()
    reader.feed(html.fragment(replace(LETTER, blocks=(Table(("N", "Page", "Report & I", "Paper"), rows),))))
    given = [one for tag, one in reader.tags if tag == "td"]
    assert [one["data-label"] for one in given] == ["N", "Page", "Report & I", "Paper"] * 2
    assert {one["role"] for one in given} == {"cell"}
    assert [(tag, one["role"]) for tag, one in reader.tags if tag in ("table", "tr", "thead", "tbody")] == [
        ("table", "table"), ("thead", "rowgroup"), ("tr", "row"), ("tbody", "rowgroup"), ("tr", "row"), ("tr", "row"),
    ]  # fmt: skip
    assert [one["role"] for tag, one in reader.tags if tag == "th"] == ["columnheader"] * 4


def test_a_row_to_fill_in_by_hand_is_marked_so_that_a_phone_shows_it_once():
    reader = Reader()
    reader.feed(html.fragment(replace(LETTER, blocks=(Table(("A", "B"), (("1", "2"), ("", ""), ("", ""))),))))
    assert ["blank" in (one.get("class") or "") for tag, one in reader.tags if tag == "tr"] == [False, False, True, True]


def test_a_paper_shown_on_screen_begins_below_the_heading_of_the_page():
    reader = Reader()
    reader.feed(html.fragment(LETTER))
    assert [tag for tag, _ in reader.tags if re.fullmatch(r"h\d", tag)] == ["h2", "h3", "h3", "h3", "h4"]
    assert reader.tags[0] == ("article", {"lang": "en"})


STAMP = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
ENTRY = Entry(
    uid="letter-1-safe",
    day=date(2026, 12, 4),
    title="Último día seguro; revise, por favor",
    text="Mande la solicitud.\nLínea dos, con coma; y punto y coma. " + "ñ" * 90,
    alarms=(timedelta(days=7), timedelta(hours=15)),
)


def test_a_calendar_file_reads_back_as_it_was_told():
    (event,) = icalendar.Calendar.from_ical(ics.render([ENTRY], STAMP)).walk("VEVENT")
    assert (str(event["uid"]), event.decoded("dtstart"), event.decoded("dtstamp")) == (ENTRY.uid, ENTRY.day, STAMP)
    assert (str(event["summary"]), str(event["description"])) == (ENTRY.title, ENTRY.text)
    assert event["dtstart"].params["VALUE"] == "DATE"
    alarms = event.walk("VALARM")
    assert [alarm.decoded("trigger") for alarm in alarms] == [-timedelta(days=7), -timedelta(hours=15)]
    assert all(alarm["action"] == "DISPLAY" and alarm["description"] for alarm in alarms)


def test_a_reminder_rings_in_the_morning_and_never_on_a_day_that_is_over():
    day, hour = date(2026, 11, 25), timedelta(hours=8)
    weeks = [timedelta(days=days) for days in (7, 3, 1)]
    assert reminders(day, (7, 3, 1), 8, date(2026, 11, 1)) == tuple(before - hour for before in weeks)
    assert reminders(day, (7, 3, 1), 8, None) == reminders(day, (7, 3, 1), 8, date(2026, 11, 1))
    assert reminders(day, (7, 3, 1), 8, date(2026, 11, 22)) == (timedelta(days=1) - hour,)
    assert reminders(day, (7, 3, 1), 8, date(2026, 11, 24)) == (-hour,)
    (event,) = icalendar.Calendar.from_ical(ics.render([replace(ENTRY, alarms=(-hour,))], STAMP)).walk("VEVENT")
    assert [alarm.decoded("trigger") for alarm in event.walk("VALARM")] == [hour]


def test_a_calendar_file_keeps_to_the_form_that_the_standard_asks_for():
    made = ics.render([ENTRY, replace(ENTRY, uid="other")], STAMP)
    lines = made.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"VERSION:2.0" in lines and any(line.startswith(b"PRODID:") for line in lines)
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    assert made == ics.render([ENTRY, replace(ENTRY, uid="other")], STAMP)


def test_a_moment_is_told_in_utc_or_as_local_time_and_the_stamp_must_know_its_zone():
    moment = datetime(2026, 12, 4, 17, tzinfo=UTC)
    made = ics.render([replace(ENTRY, day=moment), replace(ENTRY, day=moment.replace(tzinfo=None))], STAMP)
    assert b"DTSTART:20261204T170000Z\r\n" in made and b"DTSTART:20261204T170000\r\n" in made
    with pytest.raises(ValueError, match="time zone"):
        ics.render([ENTRY], STAMP.replace(tzinfo=None))


def test_on_a_screen_a_telephone_number_and_a_line_to_write_on_stay_one_line():
    shown = html.fragment(replace(LETTER, blocks=(Paragraph("Call 1-800-736-7401."), Blank("Name"))))
    assert '<span style="white-space:nowrap">1-800-736-7401</span>' in shown
    line = shown[shown.index("Name: ") :]
    assert "white-space:nowrap" in line and "max-width:100%" in line[: line.index("____")]


def test_a_letter_that_cannot_be_one_page_loses_a_last_page_that_holds_little():
    """Grown line by line: just after it went over to a third page, a type that is hardly smaller brings it back to two."""
    def pages(lines: int, one_page: bool) -> int:
        blocks = (*(Paragraph(f"Line {number}") for number in range(lines)), Signature("Sign here", "Date", "Sample Worker"))
        paper = replace(LETTER, blocks=blocks, one_page=one_page)
        return len(PdfReader(io.BytesIO(pdf.render(paper))).pages)

    over = next(lines for lines in range(40, 120) if pages(lines, one_page=False) == 3)
    assert pages(over, one_page=True) == 2
    assert pages(over * 2, one_page=True) >= 3
