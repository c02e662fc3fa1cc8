"""What is seen on a page without reading it: only reasons to ask, and None where nothing can be known."""

import io
import re
import threading
from functools import cache

import pytest
from PIL import Image
from pypdf import PdfWriter

from qme_guide import looks
from qme_guide.looks import Look, PageNumbers, names, page_numbers, same_pages
from qme_guide.papers import Limits, Upload, check
from qme_guide.pictures import Pages, picture
from tests import hostile
from tests.hostile import letter_photo, paper

LIMITS = Limits(megabytes=100, pages=400, megapixels=64, unpacked_megabytes=100)
LONG = "The reviewer did not receive the reports of your doctor, and so the request was refused. "


def looked(data: bytes) -> tuple[Look, ...]:
    found = check("paper", data, LIMITS)
    assert isinstance(found, Upload), found
    return looks.looks(found.data)


def saying(*pages: str) -> tuple[Look, ...]:
    """The looks of pages that differ, with these words."""
    return tuple(Look(0.9, False, f"page {page}", text) for page, text in enumerate(pages))


def together(*papers: bytes) -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    for one in papers:
        writer.append(io.BytesIO(one))
    writer.write(out)
    return out.getvalue()


# Blur


@cache
def seen(blur: int, moved: int) -> Look:
    """The look of a photo of a page, taken once for all tests."""
    [look] = looked(letter_photo(blur, moved))
    return look


@pytest.mark.parametrize("blur, moved", [(0, 0), (2, 0), (0, 8)])
def test_a_photo_that_can_be_read_raises_no_question(blur, moved):
    look = seen(blur, moved)
    assert not look.blurred, look.sharpness


@pytest.mark.parametrize(("blur", "moved"), [(5, 0), (0, 30), *(pytest.param(*more, marks=pytest.mark.slow) for more in ((9, 0), (20, 0), (0, 50)))])
def test_a_photo_out_of_focus_or_of_a_hand_that_moved_is_asked_about(blur, moved):
    look = seen(blur, moved)
    assert look.blurred, look.sharpness


def test_the_more_blur_the_less_sharp():
    found = [seen(blur, 0).sharpness for blur in (0, 2, 5, 9)]
    assert found == sorted(found, reverse=True) and 0 <= found[-1] <= found[0] <= 1


@pytest.mark.parametrize("shade", [0, 0.5, 0.8])
def test_printed_words_are_never_blurred(shade):
    [look] = looked(paper(f"{shade} g ".encode() + hostile.WORDS))
    assert not look.blurred, look.sharpness


def test_lines_in_one_direction_are_not_taken_for_blur():
    lines = b" ".join(f"40 {height} m 570 {height} l S".encode() for height in range(60, 760, 24))
    assert not looked(paper(lines))[0].blurred


def test_an_empty_page_is_neither_blurred_nor_the_same_as_another():
    found = looked(paper(b"", count=3))
    assert [look.blurred for look in found] == [False] * 3 and same_pages(found) == ()


# The same page twice


def test_the_same_page_is_found_again_in_whatever_file_it_comes():
    twice = looked(together(hostile.numbered(4), hostile.numbered(2)))
    assert same_pages(twice) == ((0, 4), (1, 5))
    assert same_pages(looked(paper(count=3))) == ((0, 1), (0, 2))


def test_pages_that_differ_in_one_number_are_not_the_same():
    assert same_pages(looked(hostile.numbered(12))) == ()


# Page numbers


@pytest.mark.parametrize(
    "text",
    ["Page 2 of 4", "2/4 Página 2 de 4", "PAGE: x Page 2/4", "Pág. 2 de 4", "pagina 2 de 4", "Pg. 2 of 4", "p. 2/4", "words\n2 of 4\nwords", "- 2 / 4 -", "Page 2 out of 4"],
)
def test_a_page_number_is_read(text):
    assert page_numbers(saying(text)).there == (2,)
    assert page_numbers(saying(text)).of == 4


@pytest.mark.parametrize("text", ["", "2/4", "on 2/4/2026", "Page 5 of 4", "Page 0 of 4", "2 of 4 treatments", "webpage2of4", "Page 2"])
def test_what_is_no_page_number_is_not_read(text):
    found = page_numbers(saying(f"The date {text} and so on"))
    assert found is None


def test_a_missing_page_is_named():
    found = page_numbers(saying("Page 1 of 4", "Page 3 of 4", "Page 4 of 4"))
    assert found == PageNumbers((1, 3, 4), 4, (2,))


def test_pages_in_another_order_miss_nothing():
    assert page_numbers(saying("Page 3 of 3", "Page 1 of 3", "Page 2 of 3")).missing == ()


@pytest.mark.parametrize(
    "pages, missing",
    [
        (["", "Page 2 of 3", "Page 3 of 3"], ()),
        (["Page 1 of 4", "", "Page 3 of 4", ""], ()),
        (["a fax sheet", "Page 1 of 4", "Page 3 of 4", "Page 4 of 4"], (2,)),
        (["Page 1 of 3", "Page 2 of 3"], (3,)),
        (["Page 2 of 2"], (1,)),
    ],
)
def test_a_page_without_a_number_stands_where_it_lies(pages, missing):
    assert page_numbers(saying(*pages)).missing == missing


def test_papers_bound_together_count_on_their_own():
    found = page_numbers(saying("Page 1 of 2", "Page 2 of 2", "Page 1 of 5", "Page 2 of 5", "Page 4 of 5", "Page 5 of 5"))
    assert found == PageNumbers((1, 2, 4, 5), 5, (3,))


def test_numbers_of_a_fax_stand_beside_those_of_the_letter():
    found = page_numbers(saying(*(f"Page {n + 1} of 3\nfax p. {n + 2}/4" for n in range(3))))
    assert found.of in (3, 4) and 1 in (*found.there, *found.missing)


def test_page_numbers_are_read_from_a_real_page():
    drawing = b"BT /F 12 Tf 72 40 Td (Page 2 of 4) Tj ET"
    assert page_numbers(looked(paper(drawing))) == PageNumbers((2,), 4, (1, 3, 4))


# The claim number


@pytest.mark.parametrize("printed", ["Claim: SAMPLE-001.", "sample 001", "SAMPLE001", "(SAMPLE - 001)", "Claim\nSAMPLE-\n001"])
def test_the_claim_number_is_found_as_it_is_printed(printed):
    assert names(saying("other words", printed), "Sample-001") is True


@pytest.mark.parametrize("printed", ["SAMPLE-0012", "XSAMPLE-001", "SAMPLE-002", ""])
def test_another_claim_number_is_not_taken_for_it(printed):
    assert names(saying(LONG + printed, LONG), "SAMPLE-001") is False


@pytest.mark.parametrize("pages", [(), ("",), (LONG, ""), ("page 1",)])
def test_pages_without_words_leave_it_open(pages):
    assert names(saying(*pages), "SAMPLE-001") is None


def test_an_empty_page_does_not_leave_it_open():
    assert names((*saying(LONG), Look(0.0, False, "", "")), "SAMPLE-001") is False


@pytest.mark.parametrize("number", ["", "  ", "--"])
def test_without_a_number_there_is_nothing_to_find(number):
    assert names(saying(LONG), number) is None


def test_a_number_with_signs_of_a_pattern_is_only_a_number():
    assert names(saying(LONG + "A.1"), "(A+)[1]*") is True
    assert names(saying(LONG * 200), "1" * 200 + "(") is False


# All of it


def test_looks_come_one_at_a_time_and_tell_their_words():
    walk = looks.each_look(check("x", hostile.numbered(3), LIMITS).data)
    assert "sheet 1" in next(walk).text
    assert [re.sub(r"\D", "", look.text) for look in walk] == ["2", "3"]


def test_a_look_does_not_show_the_words_of_a_paper():
    assert "refused" not in repr(looked(paper()))


def test_a_page_of_a_million_words_is_cut_short():
    drawing = b"BT /F 1 Tf 1 TL 20 700 Td " + b"(a word and more words) ' " * 20_000 + b"ET"
    assert len(looked(paper(drawing))[0].text) <= 20_000


def test_a_page_that_is_not_there_has_no_picture():
    with Pages(paper()) as pages:
        assert len(pages) == 1
        for page in (1, -1):
            with pytest.raises(IndexError):
                pages.image(page, 1)
            with pytest.raises(IndexError):
                pages.text(page)


def test_many_visits_may_look_at_once():
    """The library that draws is not made for several threads; without taking turns it ends the whole server."""
    data, found = paper(count=3), []

    def visit():
        found.extend((looks.looks(data), picture(data, 1)) for _ in range(5))

    visits = [threading.Thread(target=visit) for _ in range(6)]
    for one in visits:
        one.start()
    for one in visits:
        one.join()
    assert len(found) == 30 and all(one == found[0] for one in found)


def test_the_picture_shows_the_whole_page():
    assert Image.open(io.BytesIO(picture(paper(), 0))).size == (918, 1188)
