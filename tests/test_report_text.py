"""The text of a report: read in memory from whatever file comes, searched whatever the accents, and never a duty to bring."""

import io
import tempfile
import time
from functools import cache
from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from qme_guide.looks import printed
from qme_guide.papers import Limits, Problem
from qme_guide.report_text import ReportText, find, places, read
from tests.hostile import ACTIONS, BROKEN, OTHERS, SECRET, locked, photo

LIMITS = Limits(megabytes=20, pages=60, megapixels=64, unpacked_megabytes=20)
HISTORY = "The patient, Mr. José Núñez-Peña, states that he fell from a truck on February 12, 2019."


def report(*pages: str, pictures: int = 0) -> bytes:
    """A PDF with these pages of text, and after them so many that are a picture only."""
    pdf = FPDF(format="letter")
    pdf.set_font("Helvetica", size=12)
    for page in pages:
        pdf.add_page()
        pdf.multi_cell(0, 7, page)
    for _ in range(pictures):
        pdf.add_page()
        pdf.image(io.BytesIO(photo()), w=150)
    return bytes(pdf.output())


@cache
def known() -> ReportText:
    return read(report(f"Page 1 of 3\n{HISTORY}", f"Page 2 of 3\nHe works as an office clerk. {HISTORY}", "Page 3 of 3\nNo imaging of the lumbar spine was available to me."), LIMITS)


def test_the_words_of_each_page_come_with_their_accents_in_their_order():
    assert [page.splitlines()[0] for page in known().pages] == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert "José Núñez-Peña" in known().pages[0] and "office clerk" in known().pages[1] and not known().pictures


def test_a_scan_and_a_photo_hold_no_words_and_are_said_to_be_pictures():
    for data in (photo(), report(pictures=3)):
        found = read(data, LIMITS)
        assert found.pictures and not any(found.pages) and not find(found, "a", 5)
    assert read(report(HISTORY, pictures=2), LIMITS).pictures
    assert not read(report(HISTORY, HISTORY, pictures=1), LIMITS).pictures


def test_a_page_with_only_a_stamp_holds_no_text():
    assert read(report("Page 1 of 2", HISTORY), LIMITS).pages[0] == ""


@pytest.mark.parametrize("wanted", ["jose nunez", "JOSÉ  NÚÑEZ", "José\nNúñez", " jose nunez-pena "])
def test_a_search_cares_for_no_accents_capitals_or_spaces(wanted):
    found = find(known(), wanted, 9)
    assert [hit.page for hit in found] == [1, 2] and all(hit.found.startswith("José") for hit in found)


def test_a_hit_says_where_it_stands_and_what_is_around_it():
    hit = find(known(), "FEBRUARY 12", 1)[0]
    place, page = places(known().pages[0], "FEBRUARY 12")[0], known().pages[0]
    assert page[place] == hit.found == "February 12" and page.replace(hit.before + hit.found + hit.after, "") != page
    assert hit.after.startswith(", 2019") and len(hit.before) < len(page) and set(hit.before.split()) <= set(page.split())


def test_each_page_comes_once_with_how_often_no_more_pages_than_asked_for_and_none_for_nothing():
    many = ReportText(("fall " * 500,) * 9, False)
    assert [(hit.page, hit.times) for hit in find(many, "fall", 2)] == [(1, 500), (2, 500)]
    assert not find(many, "", 7) and not find(many, "  \u0301\u200b ", 7) and not find(many, "fell", 7)


@pytest.mark.parametrize("wanted", ["<b>", "a.c", "(", "\\", "[x]*", "\u202efall"])
def test_signs_of_any_kind_are_searched_as_they_are(wanted):
    found = find(ReportText(("A <b> a.c ( \\ [x]* fall abc",), False), wanted, 9)
    assert len(found) == 1


def test_a_word_broken_at_the_end_of_a_line_and_joined_letters_are_found():
    broken = read(report("The patient has an in-\njury to the lumbar spine and to both of his hands."), LIMITS)
    assert find(broken, "injury to the", 1)
    joined = ReportText(("The \ufb01rst \ufb02oor was wet.",), False)
    assert find(joined, "first floor", 1)[0].found == "\ufb01rst \ufb02oor"


def test_right_to_left_text_is_found_as_it_was_typed():
    text = ReportText(("قال المريض إنه سقط في عام 2019", "הדוח אומר שנפלתי"), False)
    assert find(text, "سقط", 1)[0].found == "سقط" and find(text, "שנפלתי", 1)[0].page == 2


@pytest.mark.parametrize("name", [*BROKEN, *OTHERS])
def test_a_broken_or_foreign_file_gets_its_word_and_never_raises(name):
    found = read({**BROKEN, **OTHERS}[name], LIMITS)
    assert isinstance(found, Problem | ReportText) and SECRET not in repr(found)


def test_locked_empty_and_long_files_are_told_apart():
    keys = [read(data, LIMITS).key for data in (locked("password"), b"", report(*[HISTORY] * 61))]
    assert keys == ["upload_locked", "upload_empty", "upload_too_many_pages"]
    assert isinstance(read(locked(""), LIMITS), ReportText)


def test_a_script_in_a_file_is_not_read_as_its_text():
    for data in ACTIONS.values():
        assert SECRET not in str(read(data, LIMITS).pages)


def test_nothing_of_the_report_stands_in_what_a_log_would_print():
    shown = repr(known()) + repr(find(known(), "truck", 1))
    assert "truck" not in shown and "José" not in shown


def test_more_text_than_any_page_holds_is_cut_and_a_long_report_is_searched_fast():
    assert len(read(report("word " * 500), LIMITS).pages[0]) < 20_001
    long, began = ReportText(("The patient states that he fell. " * 90,) * 400, False), time.process_time()
    assert not find(long, "zebra", 9)
    assert time.process_time() - began < 2.0


@pytest.mark.parametrize(("text", "number"), [("Page 4 of 41", (4, 41)), ("Text\n4/41\nText", (4, 41)), ("Page 4 of 41 see page 9 of 12", None), ("none", None)])
def test_the_number_printed_on_a_page_is_read_when_it_is_clear(text, number):
    assert printed(text) == number


def test_reading_leaves_no_file_on_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert read(report(HISTORY), LIMITS).pages and not list(Path(tmp_path).iterdir())


def test_a_file_with_an_owner_password_only_is_read():
    writer = PdfWriter(PdfReader(io.BytesIO(report(HISTORY))))
    writer.encrypt("", "owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    assert "José" in read(out.getvalue(), LIMITS).pages[0]
