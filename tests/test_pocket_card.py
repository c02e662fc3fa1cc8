"""The card for the pocket and the log of the evening: one sheet in large type and both languages; own words as they were typed."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from qme_guide.case import Case, Exam
from qme_guide.documents.document import Blank, Document, Table
from qme_guide.documents.evening_log import OWN_WORDS, evening_log
from qme_guide.documents.matter import Matter
from qme_guide.documents.pocket_card import TO_WRITE, pocket_card
from qme_guide.law import load_law
from qme_guide.render import RENDERERS, pdf
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EXAM_SOON, TODAY

LARGE, SMALLEST = 14.0, 11.0
OFFICE = "12345 Wilshire Boulevard, Suite 4000\nSan Juan Capistrano, California"
LONG = {"exams.0.place": OFFICE, "exams.0.doctor": "Dr. María de los Ángeles Hernández-Sepúlveda, M.D., Orthopedic Surgery", "exams.0.panel": None}


def matter(case: Case, language: str = "en") -> Matter:
    return Matter(case, None, load_law(), load_words(language), TODAY)


def sizes(document: Document) -> tuple[int, float]:
    """How many pages, and the size in which most of it is set."""
    found: dict[float, int] = {}
    reader = PdfReader(io.BytesIO(pdf.render(document)))
    for page in reader.pages:
        page.extract_text(visitor_text=lambda text, cm, tm, font, size: found.update({size: found.get(size, 0) + len(text.strip())}))
    return len(reader.pages), max(found, key=found.get)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("changed", [{}, {"exams.0.place": OFFICE}, {"exams": []}], ids=["persona", "long-address", "nothing-known"])
def test_the_card_is_one_page_in_fourteen_points(language, changed):
    assert sizes(pocket_card(matter(EXAM_SOON.answers(changed), language))) == (1, LARGE)


@pytest.mark.parametrize("sample", [False, True])
def test_a_card_with_much_to_say_is_still_one_page_and_says_all_of_it(sample):
    case = EXAM_SOON.answers(LONG).model_copy(update={"sample": sample})
    pages, size = sizes(pocket_card(matter(case)))
    assert pages == 1 and size >= SMALLEST
    told = " ".join(RENDERERS[".txt"](pocket_card(matter(case))).decode().split())
    assert "Hernández-Sepúlveda" in told and "San Juan Capistrano" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_of_the_card_stands_in_both_languages_and_the_own_one_first(language):
    told = " ".join(RENDERERS[".txt"](pocket_card(matter(EXAM_SOON, language))).decode().split())
    other = next(one for one in LANGUAGES if one != language)
    for block in load_words("en").letters["pocket-card"]:
        if block in ("day", "doctor"):
            continue
        mine, theirs = (load_words(one).letter("pocket-card", block, n=1) for one in (language, other))
        assert told.index(mine) < told.index(theirs), block
    for one in LANGUAGES:
        assert load_words(one).day(EXAM_SOON.exams[0].on) in told


@pytest.mark.parametrize("format", [".txt", ".html", ".docx"])
def test_every_form_of_the_card_has_room_for_the_times_and_the_names(format):
    tables = [block for block in pocket_card(matter(EXAM_SOON)).blocks if isinstance(block, Table)]
    assert [len(table.head) for table in tables[:2]] == [len(row) for row in TO_WRITE]
    assert all(not any(row) for table in tables[:2] for row in table.rows)
    assert RENDERERS[format](pocket_card(matter(EXAM_SOON)))


def test_who_needs_no_interpreter_gets_no_line_about_asking_for_one_and_who_did_not_say_does():
    line = load_words("en").letter("pocket-card", "language")
    for answer, there in (("yes", True), ("unsure", True), (None, True), ("no", False)):
        told = RENDERERS[".txt"](pocket_card(matter(EXAM_SOON.answers({"exams.0.interpreter": answer})))).decode()
        assert (line in told) is there, answer


def test_an_unknown_day_or_doctor_is_a_line_to_fill_in():
    labels = [block.label for block in pocket_card(matter(Case(exams=(Exam(id="exam-1"),)))).blocks if isinstance(block, Blank)]
    assert labels == ["Day · Día", "Doctor · Médico"]
    assert not [block for block in pocket_card(matter(EXAM_SOON)).blocks if isinstance(block, Blank)]


def test_the_hours_on_the_card_are_those_of_the_law_files():
    hours = load_law().facts["exam-wait-hour"].values["hours"]
    told = " ".join(RENDERERS[".txt"](pocket_card(matter(EXAM_SOON))).decode().split())
    assert f"in {hours} hour" in told and f"en {hours} hora" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_log_prints_own_words_exactly_and_a_line_for_what_was_left_empty(language):
    typed = "Me dobló la rodilla <b>fuerte</b> & dijo: «ya casi». **No** paró."
    case = EXAM_SOON.answers({"exams.0.evening.trouble": typed, "exams.0.evening.arrived": "9:40", "exams.0.evening.interpreter": "unsure"})
    document, words = evening_log(matter(case, language)), load_words(language)
    told = " ".join(RENDERERS[".txt"](document).decode().split())
    assert f"“{typed}”" in told and "9:40" in told and words.choice("exams.evening.interpreter", "unsure") in told
    open_lines = {block.label for block in document.blocks if isinstance(block, Blank)}
    assert {words.say(f"evening.short_{name}") for name in ("seen", "ended", "asked", "after")} <= open_lines
    assert words.say("evening.short_trouble") not in open_lines


@settings(max_examples=15, deadline=None)
@given(st.dictionaries(st.sampled_from(OWN_WORDS), st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "Zs")), min_size=1, max_size=400)))
def test_nothing_of_the_log_is_cut(answers):
    case = EXAM_SOON.answers({f"exams.0.evening.{name}": said for name, said in answers.items()})
    told = "".join(RENDERERS[".txt"](evening_log(matter(case))).decode().split())
    log = case.exams[0].evening
    assert all("".join(getattr(log, name).split()) in told for name in answers)


def test_the_log_of_a_long_evening_goes_over_as_many_pages_as_it_needs():
    case = EXAM_SOON.answers({"exams.0.evening.asked": "A long answer. " * 600})
    assert sizes(evening_log(matter(case)))[0] > 2
    assert sizes(evening_log(matter(EXAM_SOON)))[0] == 1


def test_the_log_carries_the_dates_of_the_report_of_its_own_exam():
    told = " ".join(RENDERERS[".txt"](evening_log(matter(EXAM_SOON))).decode().split())
    assert "Wednesday, December 30, 2026" in told and "Thursday, December 31, 2026" in told
    assert "2026" not in RENDERERS[".txt"](evening_log(matter(Case()))).decode()
