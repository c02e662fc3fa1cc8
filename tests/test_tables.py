"""The timeline as a table: out and in without loss, what a spreadsheet makes of it, bad files, and the chart with its text."""

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from qme_guide import tables
from qme_guide.answers import EventKind, Scale, Source
from qme_guide.case import Event
from qme_guide.fields import field
from qme_guide.law import load_law
from qme_guide.rules import timeline
from qme_guide.tables import columns, formulas
from qme_guide.tables.cells import read_cell
from qme_guide.voices import placeholders
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EVENTS
from tests.test_when import DAYS, MOMENTS, NEARS

PRACTICE = load_law().practice
LIMITS = tables.Limits(PRACTICE.timeline.table_rows, PRACTICE.timeline.table_megabytes, PRACTICE.first_year, PRACTICE.last_year)
YEARS = (PRACTICE.first_year, PRACTICE.last_year)
NASTY = ("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "''=1", " =1", "＝1", "a;=1", "a\n=1", "a\n\nb", 'say "no"', "a,b", "no lo sé", "2026-05", "5", "ñ á 🙂", "'", "\u00a0=1")
WORDINGS = some.one_of(some.sampled_from(NASTY), some.text(some.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=30))
NAMES = some.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True)


def kinds(annotation: object) -> some.SearchStrategy:
    return some.one_of(some.none(), some.sampled_from(annotation.__args__))


@some.composite
def full_timelines(draw) -> tuple[Event, ...]:
    """Events with anything at all in their answers."""
    names = draw(some.lists(NAMES, max_size=5, unique=True))
    fill = some.one_of(some.none(), WORDINGS.filter(str.strip))
    return tuple(
        Event(
            id=name,
            kind=draw(kinds(EventKind)),
            on=draw(MOMENTS),
            near=draw(NEARS),
            until=draw(MOMENTS),
            beside=draw(some.one_of(some.none(), some.sampled_from(names))),
            source=draw(kinds(Source)),
            private=draw(some.sampled_from((None, "private", "open"))),
            record=draw(some.one_of(some.none(), NAMES)),
            **{scale: draw(kinds(Scale)) for scale in ("rest", "active", "worst")},
            **{text: draw(fill) for text in ("told_by", "body_part", "what", "often", "lasts", "stops", "good_day", "bad_day", "proof")},
        )
        for name in names
    )


def sheet(text: str, order: str | None = None, encoding: str = "utf-8", limits: tables.Limits = LIMITS) -> tables.Sheet:
    return tables.read_csv(text.encode(encoding), order, limits)


def told(found: tables.Sheet) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, problem.key) for problem in found.problems]


@settings(max_examples=25, deadline=None)
@given(full_timelines(), some.sampled_from(LANGUAGES))
@example(tuple(Event(id=f"e-{at}", what=text, body_part=text) for at, text in enumerate(NASTY)), "es")
def test_a_table_that_went_out_comes_back_the_same(events, language):
    comes_back(events, language)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(full_timelines(), some.sampled_from(LANGUAGES))
def test_tables_of_every_kind_that_went_out_come_back_the_same(events, language):
    comes_back(events, language)


def comes_back(events: tuple[Event, ...], language: str) -> None:
    made = tables.to_csv(events, load_words(language))
    found = tables.read_csv(made, None, LIMITS)
    said = tuple(event for event in events if event != Event(id=event.id))
    assert found.problems == () or not said
    assert found.events == said and found.doubles == ()


@settings(max_examples=100, deadline=None)
@given(WORDINGS)
def test_a_cell_that_would_run_gets_an_apostrophe_that_is_taken_away_again(text):
    harmless = formulas.harmless(text)
    assert formulas.as_it_was(harmless) == text
    assert not harmless.strip("\u00a0 ").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("text", [text for text in NASTY if text.strip("' \t\u00a0")[:1] in "=+-@＝" or ";=" in text or "\n=" in text])
def test_no_cell_of_the_file_runs_whatever_program_splits_it(text, separator):
    made = tables.to_csv((Event(id="e", what=text, proof=text),), load_words("en")).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(made, newline=""), delimiter=separator) for line in row for cell in line.split(separator)]
    assert not [cell for cell in cells if cell.strip("\u00a0 ").startswith(("=", "+", "-", "@", "＝", "\t"))]


def test_the_file_opens_in_a_spreadsheet_with_headings_of_the_language():
    for language in LANGUAGES:
        words = load_words(language)
        made = tables.to_csv(EVENTS, words)
        assert made.startswith(b"\xef\xbb\xbf")
        first, *rows = csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""))
        assert first == [columns.heading(column, words) for column in columns.COLUMNS] and len(rows) == len(EVENTS)


def test_every_answer_of_an_event_has_a_column_and_every_name_one_meaning():
    assert set(columns.COLUMNS) == set(Event.model_fields)
    for column in columns.CHOICES:
        assert set(columns.values(column).values()) == set(field(f"events.{column}").values)
    names = [(columns.plain(name), column) for words in map(load_words, LANGUAGES) for column in columns.COLUMNS for name in (columns.heading(column, words), *words.say(f"table.also.{column}").split(";"))]
    assert {name for name, _ in names} <= columns.named().keys() and len({name for name, _ in names}) == len(set(names))


def test_a_table_of_another_program_is_read_in_either_language():
    spanish = sheet('Fecha;Tipo;Descripción;Peor dolor;Privado\n16/03/2026;síntoma;"Dolor; fuerte";7;sí\n', encoding="cp1252")
    english = sheet("date\ttype\tdescription\tworst pain\tprivate\n03/16/26\tSymptom\tDolor; fuerte\t7/10\tYES\n", encoding="utf-16")
    assert spanish.events == english.events == (Event(id="event-1", on=date(2026, 3, 16), kind="symptom", what="Dolor; fuerte", worst="7", private="private"),)
    assert sheet("sep=;\nFecha;Qué pasó\n2026;Algo\n").events == (Event(id="event-1", on="2026", what="Algo"),)
    assert sheet("Qué pasó,Fecha\rAlgo,2026\r").events == (Event(id="event-1", on="2026", what="Algo"),)
    assert sheet("\ufeffqué paso , CUÁNDO\n\n Algo , verano 2025 \n").events == (Event(id="event-1", on="2025-summer", what="Algo"),)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("2026-03-16", {"on": date(2026, 3, 16)}),
        ("2026-03-16 00:00:00", {"on": date(2026, 3, 16)}),
        ("16/3/2026", {"on": date(2026, 3, 16)}),
        ("3.16.26", {"on": date(2026, 3, 16)}),
        ("4/4/25", {"on": date(2025, 4, 4)}),
        ("2026/3/4", {"on": date(2026, 3, 4)}),
        ("March 16, 2026", {"on": date(2026, 3, 16)}),
        ("16 de marzo de 2026", {"on": date(2026, 3, 16)}),
        ("16-mar-99", {"on": date(1999, 3, 16)}),
        ("ene-26", {"on": "2026-01"}),
        ("Jan 2026", {"on": "2026-01"}),
        ("3/2026", {"on": "2026-03"}),
        ("autumn 2024", {"on": "2024-fall"}),
        ("primavera de 2024", {"on": "2024-spring"}),
        ("about March 2026", {"on": "2026-03", "near": "about"}),
        ("antes de 2019", {"on": "2019", "near": "before"}),
        ("No lo sé", {"on": "unsure"}),
        ("", {}),
    ],
)
def test_dates_are_read_as_people_and_spreadsheets_write_them(text, answers):
    assert read_cell("on", text, None, YEARS) == answers


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("hoy", "table_date"),
        ("45678", "table_date"),
        ("16 march", "table_date"),
        ("31/2/2025", "table_date_not_real"),
        ("2025-13", "table_date_not_real"),
        ("2025-00-10", "table_date_not_real"),
        ("1/1/1950", "table_date_year"),
        ("marzo 2099", "table_date_year"),
        ("March May 2026", "table_date"),
        ("1/2/3/2026", "table_date"),
        ("³", "table_date"),
    ],
)
def test_a_date_that_cannot_be_read_is_said_and_not_guessed(text, key):
    [problem] = sheet(f"Date,What happened\n{text},Something\n").problems
    assert (problem.row, problem.column, problem.key) == (2, "Date", key) and text in str(problem.facts["value"])


def test_a_date_that_can_be_two_days_is_asked_about():
    text = "Date,What happened\n13/4/25,One\n3/4/25,Two\n"
    which = sheet(text).needs_order
    assert (which.text, which.day_first, which.month_first) == ("3/4/25", date(2025, 4, 3), date(2025, 3, 4)) and sheet(text).events == ()
    assert [event.on for event in sheet(text, "day_first").events] == [date(2025, 4, 13), date(2025, 4, 3)]
    assert [event.on for event in sheet(text, "month_first").events] == [date(2025, 4, 13), date(2025, 3, 4)]


def test_what_cannot_be_read_is_told_by_row_and_column_and_the_rest_is_taken():
    long = "x" * (field("events.often").limit + 1)
    found = sheet(f"Date,What kind,Worst pain (0-10),How often,Next to which (number),Paper on the list (number),Colour,Day\n2026,blub,11,{long},nine,A paper,red,2025\n2026,care,6-7,,,,,,,more\n2025,Care,7.0,,,,,\n")
    assert told(found) == [
        (1, "Colour", "table_column_unknown"),
        (1, "Day", "table_column_twice"),
        (2, "How often", "text_too_long"),
        (2, "Worst pain (0-10)", "table_scale"),
        (2, "What kind", "table_choice"),
        (2, "Next to which (number)", "table_beside"),
        (2, "Paper on the list (number)", "table_record"),
        (3, "", "table_extra"),
    ]
    assert found.events == (Event(id="event-1", on="2026"), Event(id="event-2", on="2025", kind="care", worst="7"))
    for words in map(load_words, LANGUAGES):
        assert all(placeholders(words.sayings[f"errors.{problem.key}"]) <= problem.facts.keys() for problem in found.problems)


def test_letters_that_cannot_be_read_are_told():
    found = tables.read_csv(b"Date,What happened\n2026,Dolor en la mu\x81eca\n", None, LIMITS)
    assert told(found) == [(0, "", "table_letters")] and found.events[0].on == "2026"


def test_what_is_private_is_not_in_a_file_made_without_it():
    shown = timeline.open_to((*EVENTS, Event(id="event-99", near="before", beside="event-11")), private=False)
    made = tables.to_csv(shown, load_words("en")).decode()
    assert "sad" not in made and "event-11" not in made and "event-99" in made


def test_events_are_joined_by_their_number_or_their_own_words():
    found = sheet("Number,What happened,Next to which (number)\nA,Surgery,\nevent-2,One,surgery\nevent-2,Two,event-2\n,Three,A\n")
    assert found.problems == ()
    by_words = {event.what: event for event in found.events}
    assert by_words["One"].beside == by_words["Three"].beside == by_words["Surgery"].id
    assert by_words["Two"].beside == by_words["One"].id == "event-2"
    assert len({event.id for event in found.events}) == 4


def test_rows_that_say_the_same_are_taken_once_and_told():
    found = sheet("Date,What happened\n2026,One\n\n2026,One\n2025,One\n2026,One\n")
    assert found.doubles == ((4, 2), (6, 2)) and [event.on for event in found.events] == ["2026", "2025"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "table_empty"),
        (b"\n \n", "table_empty"),
        (b"Date,What happened\n", "table_empty"),
        (b"Date,What happened\n,,\n", "table_empty"),
        (b"Number,Date\nevent-1,\n", "table_empty"),
        (b"Colour,Size\nred,4\n", "table_columns"),
        (b"PK\x03\x04rest", "table_not_csv"),
        (b"%PDF-1.7", "table_not_csv"),
        (b'{"case": 1}', "table_not_csv"),
        (b"Date,What\x00happened\n2026,x\n", "table_not_csv"),
        (b'Date,What happened\n2026,"' + b"x" * 200_000, "table_not_csv"),
        (b"Date\n" + b"2026\n" * 50_000, "table_too_many"),
        (b"Date\n" + b"2026" * 2_000_000, "table_too_big"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_with_a_reason(data, key):
    found = tables.read_csv(data, None, LIMITS)
    assert found.events == () and found.problems[-1].key == key
    for words in map(load_words, LANGUAGES):
        assert words.say(f"errors.{key}", **found.problems[-1].facts)


def test_a_table_at_the_limit_is_taken():
    assert len(sheet("Date,What happened\n" + "".join(f"2026,{number}\n" for number in range(LIMITS.rows))).events) == LIMITS.rows


@settings(max_examples=50, deadline=None)
@given(some.binary(max_size=300) | some.text(max_size=200).map(lambda text: f"Date,What happened,Next to which (number),Number\n{text}".encode(errors="replace")))
def test_no_file_breaks_the_reading(data):
    found = tables.read_csv(data, "day_first", LIMITS)
    assert found.events or found.problems or found.doubles is not None
    assert len({event.id for event in found.events}) == len(found.events)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chart_has_a_text_and_a_table_of_all_events(language):
    words, shown = load_words(language), timeline.open_to(EVENTS, private=False)
    text = tables.chart_told(shown, words)
    head, rows = tables.chart_rows(shown, words)
    assert len(rows) == len(shown) == len(EVENTS) - 1 and {len(row) for row in rows} == {len(head)}
    assert words.month(date(2026, 11, 1)) in text and f"{words.say('table.kind.denial')} 1" in text
    assert words.say("table.chart.told_undated", count=2) in text and words.say("table.chart.told_early", count=1) in text
    spec = json.dumps(tables.chart(shown, words, "#15202b"), ensure_ascii=False)
    assert all(words.say(f"table.lane.{kind}") in spec for kind in ("injury", "care", "work", "denial", "other")) and words.say("table.lane.exam") not in spec
    assert all(words.say(f"table.chart.{pain}") in spec for pain in ("worst", "active", "rest"))


def test_what_is_private_is_not_in_the_drawing_its_text_or_its_table():
    words = load_words("en")
    secret = Event(id="secret", on=date(2024, 2, 29), kind="exam", body_part="Marker", worst="10", private="private")
    shown = timeline.open_to((*EVENTS, secret), private=False)
    said = json.dumps(tables.chart(shown, words, "#000")) + tables.chart_told(shown, words) + str(tables.chart_rows(shown, words))
    assert "2024" not in said and "Marker" not in said and words.say("table.kind.exam") not in said


def test_bars_and_arrows_are_explained_where_there_are_any():
    words, exact = load_words("en"), Event(id="a", on=date(2026, 3, 16))
    for event, explained in ((exact, False), (Event(id="b", on="2026-03"), True), (exact.model_copy(update={"near": "before"}), True), (exact.model_copy(update={"until": "2026-05"}), True)):
        assert (words.say("table.chart.told_bars") in tables.chart_told((event,), words)) is explained


def test_without_a_dated_event_there_is_no_chart():
    words = load_words("en")
    for events in ((), (Event(id="a", what="Something"), Event(id="b", near="before", beside="a"))):
        assert tables.chart(events, words, "#000") == {} and tables.chart_told(events, words) == ""


def test_many_numbers_are_thinned_to_the_highest_of_their_time_and_that_is_told():
    words = load_words("en")
    many = tuple(Event(id=f"e-{number}", on=date(2026, 1 + number // 28, 1 + number % 28), worst="9" if number % 28 == 5 else "4") for number in range(280))
    [line] = [layer for layer in tables.chart(many, words, "#000")["layer"] if layer["mark"]["type"] == "line"]
    assert [row["pain"] for row in line["data"]["values"]] == [9.0] * 10
    assert words.say("table.chart.told_many") in tables.chart_told(many, words)
    assert words.say("table.chart.told_many") not in tables.chart_told(many[:40], words)


@settings(max_examples=12, deadline=None)
@given(full_timelines(), some.lists(some.dates().map(lambda day: Event(id="far", kind="injury", on=day, worst="3")), max_size=1))
@example((), [Event(id="far", kind="injury", on=date.min, until=date.max, worst="3")])
def test_every_timeline_has_a_drawing_that_can_be_sent_to_the_browser(events, far):
    row = tuple(event for event in events if event.id != "far") + tuple(far)
    words = load_words("es")
    assert json.dumps(tables.chart(row, words, "#000"), allow_nan=False)
    assert bool(tables.chart_told(row, words)) == bool(tables.chart(row, words, "#000"))
    assert len(tables.frame(row, words)) == len(row)


@settings(max_examples=5, deadline=None)
@given(DAYS)
def test_noon_keeps_the_day_in_every_time_zone_of_the_state(day):
    spec = tables.chart((Event(id="a", on=day),), load_words("en"), "#000")
    [mark] = [layer for layer in spec["layer"] if layer["mark"].get("shape") == "stroke"]
    assert mark["data"]["values"][0]["at"] == f"{day.isoformat()}T12:00:00"


@pytest.mark.parametrize("word", ["Cita", "consulta", "Visita", "clinica", "terapia", "appointment", "Visit", "clinic", "therapy"])
def test_everyday_words_for_care_are_understood(word):
    assert [one.kind for one in sheet(f"Fecha;Qué pasó;Qué clase\n2025-05;Fui;{word}\n").events] == ["care"]
