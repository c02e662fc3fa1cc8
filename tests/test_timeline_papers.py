"""The timeline on paper: one page is one page, what is private stays private, and nothing is cut without saying so."""

import io
import zipfile
from functools import cache
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from qme_guide.answers import EventKind, Near, Scale, Source
from qme_guide.case import Case, Event
from qme_guide.documents import room
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.fitting import opening
from qme_guide.render import RENDERERS, pdf
from qme_guide.rules.foremost import foremost, leading
from qme_guide.rules.timeline import open_to
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EVENTS, EVERYBODY, EXAM_SOON
from tests.test_letters import matter, text

ONE_PAGE = ("timeline-exam", "function-statement")
OTHERS = ("timeline-exam", "timeline-full", "timeline-doctor")
SECRET = "Quetzal"
LETTERS = "aeiou nrst lmW@M.,\n ñÁ’“ 中文 ابج कखग 😀 ဩ ௵ Ш"
long_text = st.one_of(
    st.none(),
    st.text(LETTERS, max_size=60),
    st.builds(lambda piece, times: (piece * times)[:5000], st.sampled_from(["I cannot lift. ", "W" * 30, "a\n", "a b ", "Nguyễn đau lưng ", "背中が痛い。", "😀"]), st.integers(1, 900)),
)
line = long_text.map(lambda said: said and said[:300])
moment = st.one_of(st.none(), st.sampled_from(["2026-01-12", "2026-03", "2025-winter", "2019", "unsure"]), st.dates().map(str))


@st.composite
def events(draw, most=40):
    many = draw(st.integers(0, most))
    return [
        Event(
            id=f"event-{number}", kind=draw(st.sampled_from((None, *get_args(EventKind)))), on=draw(moment), until=draw(moment),
            near=draw(st.sampled_from((None, *get_args(Near)))), beside=draw(st.sampled_from([None, f"event-{number // 2}"])),
            source=draw(st.sampled_from((None, *get_args(Source)))), told_by=draw(line), body_part=draw(line), what=draw(long_text),
            rest=draw(st.sampled_from((None, *get_args(Scale)))), worst=draw(st.sampled_from((None, *get_args(Scale)))),
            often=draw(line), lasts=draw(line), stops=draw(long_text), good_day=draw(long_text), bad_day=draw(long_text),
            record=draw(st.sampled_from([None, "record-4"])), proof=draw(line),
        )
        for number in range(many)
    ]  # fmt: skip


def with_events(some, base=EXAM_SOON) -> Case:
    return base.model_copy(update={"events": tuple(some)})


def pages(name: str, case: Case, language: str) -> int:
    return len(PdfReader(io.BytesIO(pdf.render(PAPERS[name].build(matter(case, language))))).pages)


def long_event(number: int, what: str = "The pain went down my leg and I had to sit. " * 110, **more: object) -> Event:
    return Event(id=f"event-{number}", on=f"{2024 + number // 200}-{number % 12 + 1:02d}", what=what[:20_000], **{"kind": "symptom", **more})


FULL_CASES = {
    "five hundred": [long_event(number) for number in range(500)],
    "every answer long": [
        long_event(number, kind="injury" if number < 4 else "symptom", body_part="W" * 300, often="W" * 300, lasts="W" * 300, stops="W " * 2500, told_by="W" * 300,
                   source="told", proof="W" * 300, worst="10")
        for number in range(30)
    ],
    "a line for each word": [long_event(number, "a\n" * 2500, source="memory") for number in range(30)],
    "emoji": [long_event(number, "😀a" * 2500) for number in range(30)],
    "Chinese": [long_event(number, "我的背很痛。" * 800) for number in range(30)],
    "one": [long_event(1)],
}  # fmt: skip
LONG_NAMES = {"worker.name": "W" * 300, "claim.number": "W" * 300}


@pytest.mark.parametrize("full", ["five hundred", "every answer long"])
def test_the_page_for_the_exam_is_one_page_for_a_full_case_with_long_text(full):
    assert pages("timeline-exam", with_events(FULL_CASES[full], EXAM_SOON.answers(LONG_NAMES)), "en") == 1


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("full", FULL_CASES)
def test_the_page_for_the_exam_is_one_page_for_every_full_case_in_both_languages(full, language):
    for case in (EXAM_SOON, EXAM_SOON.answers(LONG_NAMES)):
        assert pages("timeline-exam", with_events(FULL_CASES[full], case), language) == 1


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(events(), st.sampled_from(LANGUAGES), st.booleans())
def test_the_page_for_the_exam_is_one_page_whatever_is_told(some, language, long_names):
    case = EXAM_SOON.answers(LONG_NAMES) if long_names else EXAM_SOON
    assert pages("timeline-exam", with_events(some, case), language) == 1


@pytest.mark.parametrize("full", ["five hundred", "every answer long"])
def test_what_the_page_has_no_room_for_is_counted_and_what_is_short_says_that_there_is_more(full):
    some = FULL_CASES[full]
    told = text("timeline-exam", with_events(some), "en")
    rows = told.count("\nWhen: ")
    assert rows > 3
    assert load_words("en").letter("timeline-exam", "more", count=len(some) - rows) in told
    assert told.count(f"{load_words('en').letter('timeline-rows', 'sign')}\n") == rows
    assert load_words("en").letter("timeline-exam", "short") in told


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(events(12))
def test_the_full_timeline_holds_every_word_and_the_page_for_the_exam_all_or_its_beginning(some):
    whole = str(PAPERS["timeline-full"].build(matter(with_events(some), "en")).blocks)
    for event in some:
        for said in (event.what, event.stops, event.often, event.lasts, event.good_day, event.bad_day):
            assert not said or repr(f"“{said}”")[1:-1] in whole or f"“{said}”" in whole


def test_the_page_and_its_reading_copy_hold_the_same_events_in_the_same_length():
    for some in (EVENTS, FULL_CASES["five hundred"], FULL_CASES["every answer long"]):
        english, spanish = (text("timeline-exam", with_events(some), language) for language in LANGUAGES)
        assert english.count("\nWhen: ") == spanish.count("\nCuándo: ")
        assert english.count("[+]") == spanish.count("[+]")


def files(name: str, case: Case, language: str) -> str:
    """All that the four kinds of file of a paper say."""
    document = PAPERS[name].build(matter(case, language))
    with zipfile.ZipFile(io.BytesIO(RENDERERS[".docx"](document))) as word:
        told = [word.read(part).decode("utf-8", "ignore") for part in word.namelist()]
    data = RENDERERS[".pdf"](document)
    told += [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages] + [data.decode("latin-1")]
    return "".join([*told, RENDERERS[".txt"](document).decode(), RENDERERS[".html"](document).decode()])


def all_secret(event: Event) -> Event:
    """The event with the same secret word in each answer of words."""
    said = dict.fromkeys(("what", "stops", "good_day", "bad_day", "often", "lasts", "body_part", "told_by", "proof"), SECRET)
    return event.model_copy(update={**said, "kind": "exam", "on": "1999", "private": "private", "worst": "10"})


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(events(6), st.sets(st.integers(0, 5), min_size=1), st.sampled_from(LANGUAGES))
def test_what_is_private_is_on_no_paper_but_the_private_one(some, hidden, language):
    private_stays_private(some, hidden, language)


@pytest.mark.slow
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(events(12), st.sets(st.integers(0, 11), min_size=1), st.sampled_from(LANGUAGES))
def test_what_is_private_is_on_no_other_paper_in_many_cases(some, hidden, language):
    private_stays_private(some, hidden, language)


def private_stays_private(some, hidden, language):
    case = with_events([all_secret(event) if number in hidden else event for number, event in enumerate(some)])
    secret = any(event.private for event in case.events)
    for name in OTHERS:
        built = str(PAPERS[name].build(matter(case, language)))
        assert SECRET not in built and "1999" not in built
    assert (SECRET in str(PAPERS["timeline-private"].build(matter(case, language)))) == secret


@pytest.mark.parametrize(("name", "language"), [("timeline-exam", "es"), ("timeline-full", "en"), ("timeline-doctor", "es")])
def test_no_file_of_another_paper_holds_a_private_word(name, language):
    case = with_events([all_secret(event) if event.id in ("event-1", "event-6", "event-11") else event for event in EVENTS])
    told = files(name, case, language)
    assert SECRET not in told and "Standing for more than about 15 minutes" in told.replace("\n", " ")


@pytest.mark.parametrize("name", [name for name in PAPERS if name != "timeline-private"])
def test_no_paper_but_the_private_one_tells_the_private_event_and_none_but_its_sheet_the_practice(name):
    told = text(name, EXAM_SOON, "en")
    assert "I feel sad" not in told
    assert ("felt a pull" in told) == (name == "practice-sheet")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["timeline-private", "practice-sheet"])
def test_a_private_paper_says_on_every_page_that_it_is_for_the_person_alone(name, language):
    mark = load_words(language).letter("common", "private_mark")
    reader = PdfReader(io.BytesIO(pdf.render(PAPERS[name].build(matter(EXAM_SOON, language)))))
    assert all(mark in page.extract_text() for page in reader.pages)
    assert not PAPERS[name].sent


def test_the_private_event_is_marked_where_it_prints():
    assert "about September 2026\n(private)" in text("timeline-private", EXAM_SOON, "en")


@pytest.mark.parametrize("name", OTHERS)
def test_about_prints_as_about_and_own_words_in_quotation_marks_in_any_language(name):
    told = text(name, EXAM_SOON, "en")
    assert "about January 2026" in told and "Sentí un jalón en la espalda and could not stand up straight.”" in told
    assert "alrededor de enero de 2026" in text(name, EXAM_SOON, "es")


def test_the_doctor_gets_no_denial_and_is_told_so_and_everything_else():
    told = text("timeline-doctor", EXAM_SOON, "en")
    assert "visits of therapy were denied" not in told and load_words("en").letter("timeline-doctor", "denials") in told
    for event in open_to(EVENTS, private=False):
        assert event.kind == "denial" or not event.what or event.what in told


def test_a_timeline_without_events_is_one_to_fill_in_by_hand():
    for name in (*OTHERS, "timeline-private"):
        assert text(name, Case(), "en").count("When: ____") > 3


def test_the_most_telling_come_first_each_once():
    row = open_to(EVENTS, private=False)
    assert [event.id for event in leading(row)] == ["event-1", "event-12", "event-3"]
    assert sorted(event.id for event in foremost(row)) == sorted(event.id for event in row)
    assert foremost(row)[:3] == leading(row)
    kinds = [event.kind for event in foremost(row)[:8]]
    assert {"work", "denial", "care", "other"} & set(kinds) and "work" in kinds
    assert foremost(()) == ()


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(events(12))
def test_foremost_loses_and_doubles_none(some):
    row = open_to(some, private=False)
    assert sorted(event.id for event in foremost(row)) == sorted(event.id for event in row)


def test_an_opening_is_the_beginning_of_the_text_and_ends_with_a_sentence_or_a_word():
    assert opening("Short.", 20) == "Short."
    assert opening("I fell. I could not stand up again. Then more words and more.", 24) == "I fell. I could not stand up again."
    assert opening("I fell and could not stand up again and more", 12) == "I fell and could not"
    assert opening("W" * 100, 20.8) == "W" * 20
    assert opening("First line\nsecond line", 40) == "First line"
    assert opening("", 40) == ""


@given(st.text(max_size=400), st.floats(1.5, 80))
def test_an_opening_is_always_a_beginning(said, most):
    assert said.startswith(opening(said, most))


@cache
def real_height(name: str, language: str, person: str) -> float:
    from qme_guide.render.blocks import Composer
    from qme_guide.render.sheet import Sheet

    document = PAPERS[name].build(matter(EVERYBODY[person], language))
    return sum(row.height + row.gap for row in Composer(Sheet("test", "en"), room.SIZE).rows(document.flow))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*ONE_PAGE, "timeline-full", "practice-sheet"])
def test_the_estimate_of_the_room_is_never_less_than_what_it_takes_and_not_far_above(name, language):
    document = PAPERS[name].build(matter(EXAM_SOON, language))
    estimate, real = sum(map(room.height, document.flow)), real_height(name, language, "exam-soon")
    assert real <= estimate <= real * 1.25


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["timeline-exam", "timeline-full", "timeline-doctor", "function-statement", "function-full"])
def test_a_sheet_says_whose_it_is_or_leaves_lines_for_it_and_names_the_exam(name, language):
    blank = {"worker.name": None, "claim.number": None}
    labels = [load_words(language).letter("common", label) for label in ("name", "claim_number")]
    bare = text(name, EXAM_SOON.answers(blank), language)
    assert all(f"{label}: ____" in bare for label in labels)
    known = text(name, EXAM_SOON, language)
    assert not any(f"{label}: ____" in known for label in labels)
    (exam,) = EXAM_SOON.exams
    assert load_words(language).letter("timeline-rows", "exam", told=f"{load_words(language).day(exam.on)}, Dr. Sample One") in known


def test_each_part_of_the_body_stands_once_though_several_were_named_together():
    some = [Event(id=f"event-{at}", kind="symptom", body_part=part) for at, part in enumerate(("espalda", "espalda baja", "Espalda baja, pierna derecha; espalda"))]
    assert "Partes del cuerpo: espalda; espalda baja; pierna derecha." in text("timeline-full", with_events(some), "es")


@pytest.mark.parametrize(("language", "day"), [("en", "January 13, 2026"), ("es", "13 de enero de 2026")])
def test_a_day_in_the_narrow_column_has_no_weekday(language, day):
    one = Event(id="event-1", kind="injury", on="2026-01-13", until="2026-01-13", near="about")
    shown = text("timeline-full", with_events([one]), language)
    assert shown.count(day) == 2 and load_words(language).day(one.on) not in shown
