"""The page of the timeline: an event told in small screens, its card, order and undo, second looks, private things, papers, drawing, table."""

from datetime import date
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from qme_guide import tables
from qme_guide.answers import EventKind
from qme_guide.case import Case, Event
from qme_guide.law import load_law
from qme_guide.rules.asks import asks
from qme_guide.rules.timeline import in_order
from qme_guide.tables.columns import known
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EVENTS, EXAM_SOON, NEWCOMER, REPRESENTED, TODAY
from tests.sweeps import in_turn
from tests.test_pages import go_on, healthy, labels, opened, press, text

KINDS = EventKind.__args__
PRIVATE = next(one for one in EVENTS if one.private == "private")
BARE = EXAM_SOON.answers({"events": EVENTS[:1]})


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None, language: str = "en") -> AppTest:
    return opened(case, "timeline", language)


def events(at: AppTest) -> tuple[Event, ...]:
    return at.session_state["case"].events


def tap(at: AppTest, key: str) -> AppTest:
    return at.button(key=key).click().run()


def keys(at: AppTest) -> list[str]:
    return [str(button.key) for button in at.button]


def many(count: int, **answers: object) -> Case:
    """A case with so many events, one a day from 2024 on."""
    told = [{"id": f"e-{at}", "kind": "symptom", "on": date.fromordinal(date(2024, 1, 1).toordinal() + at), "what": f"Event number {at}.", **answers} for at in range(count)]
    return EXAM_SOON.answers({"events": told})


@pytest.mark.parametrize(("kind", "language"), in_turn(dict.fromkeys(KINDS)))
def test_one_tap_begins_an_event_of_each_kind_with_its_date(kind, language):
    at = tap(page(NEWCOMER, language), f"add.{kind}")
    assert healthy(at) and load_words(language).question("events.on")["label"] in text(at)
    assert events(at) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_symptom_is_told_screen_by_screen_and_kept_with_every_answer(language):
    words, at = load_words(language), tap(page(NEWCOMER, language), "add.symptom")
    month = at.selectbox(key="q.events.0.on.month")
    month.set_value(month.options[-2])
    at.text_input(key="q.events.0.on.year").set_value("2026")
    at.radio(key="q.events.0.near").set_value("about")
    at = go_on(at)
    at.text_area(key="q.events.0.what").set_value("Me duele la espalda.")
    at.text_input(key="q.events.0.body_part").set_value("Espalda baja")
    at = go_on(at)
    at.selectbox(key="q.events.0.worst").set_value("8")
    at = go_on(at)
    at.text_input(key="q.events.0.often").set_value("A diario")
    at = go_on(at)
    at.text_area(key="q.events.0.bad_day").set_value("Me quedo acostado.")
    at = go_on(at)
    at.radio(key="q.events.0.source").set_value("told")
    at = go_on(at)
    at.text_input(key="q.events.0.told_by").set_value("Mi esposa")
    at = go_on(at)
    at.radio(key="q.events.0.private").set_value("private")
    at = go_on(at)
    (one,) = events(at)
    assert one == Event(
        id="event-1", kind="symptom", on="2026-summer", near="about", what="Me duele la espalda.", body_part="Espalda baja", worst="8",
        often="A diario", bad_day="Me quedo acostado.", source="told", told_by="Mi esposa", private="private",
    )  # fmt: skip
    assert words.say("timeline.list_title") in text(at) and "Me duele la espalda." in text(at)


@pytest.mark.slow
def test_only_a_symptom_is_asked_how_it_comes_and_only_what_lasts_when_it_ended():
    def asked(kind: str) -> set[str]:
        at, found = tap(page(NEWCOMER), f"add.{kind}"), set()
        for _ in range(9):
            found |= {str(one.key).rpartition(".")[-1] for one in (*at.text_input, *at.text_area, *at.selectbox, *at.radio)}
            if not any(button.label == "Continue" for button in at.button):
                break
            at = go_on(at)
        return found

    assert {"often", "stops", "good_day", "worst"} <= asked("symptom")
    assert {"worst"} <= asked("injury") and "often" not in asked("injury")
    assert "worst" not in asked("care") and "unsure" not in asked("denial")


def test_an_event_of_which_nothing_was_said_is_not_kept_and_going_back_keeps_nothing():
    at = go_on(tap(page(BARE), "add.other"))
    for _ in range(3):
        at = go_on(at)
    assert events(at) == EVENTS[:1]
    assert events(press(tap(page(BARE), "add.other"), "Back")) == EVENTS[:1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_date_an_event_can_be_told_as_before_another(language):
    at = tap(tap(page(BARE, language), "add.symptom"), "only_beside")
    at.selectbox(key="q.events.1.beside").select_index(1)
    at.radio(key="q.events.1.near").set_value("before")
    at = go_on(at)
    new = events(at)[-1]
    assert (new.beside, new.near, new.on) == ("event-1", "before", None)
    assert in_order(events(at))[0] == new


def test_a_paper_of_the_list_is_picked_and_another_one_is_named():
    at = tap(tap(page(EXAM_SOON), "open.event-10"), "change.paper")
    at.selectbox(key="q.events.9.record").select_index(1)
    at.text_input(key="q.events.9.proof").set_value("Letter of August 10")
    at = go_on(at)
    assert (events(at)[9].record, events(at)[9].proof) == ("record-1", "Letter of August 10")
    at = tap(at, "change.paper")
    at.text_input(key="q.events.9.proof").set_value("x" * 301)
    assert load_words("en").say("errors.text_too_long", limit=300, count=301) in text(go_on(at))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_part_can_be_changed_from_the_card_and_leads_back_to_it(language):
    words, at = load_words(language), tap(page(EXAM_SOON, language), "open.event-5")
    for part in ("kind", "when", "until", "what", "pain", "course", "days", "source", "private"):
        at = tap(at, f"change.{part}")
        assert healthy(at), part
        at = press(at, words.say("ask.back"))
        assert words.say("timeline.to_list") in labels(at), part
    at = tap(at, "change.what")
    at.text_area(key="q.events.4.what").set_value("*Otra* <b>cosa</b>")
    at = go_on(at)
    assert "“*Otra* <b>cosa</b>”" in text_of_quotes(at)


def text_of_quotes(at: AppTest) -> str:
    return unescape(" ".join(element.proto.body for element in at.get("html")))


def test_an_end_before_the_start_is_asked_about_and_kept_when_said_again_and_asked_once_more_on_the_list():
    at = tap(tap(page(EXAM_SOON), "open.event-9"), "change.until")
    at.text_input(key="q.events.8.until.year").set_value("2025")
    at = go_on(at)
    assert events(at) == EVENTS and load_words("en").say("errors.date_end_before_start", start=EVENTS[8].on) in text(at)
    at = go_on(at)
    assert events(at)[8].until == "2025"
    assert "end_before_start" in {one.name for one in asks(at.session_state["case"], load_law(), TODAY)}


def test_an_event_is_removed_from_its_card_and_can_come_back_with_what_stood_beside_it():
    at = tap(tap(page(EXAM_SOON), "open.event-6"), "remove_event")
    left = {one.id: one for one in events(at)}
    assert "event-6" not in left and left["event-7"].beside is None and left["event-7"].near is None
    assert events(tap(at, "undo.undo")) == EVENTS


def test_a_place_is_offered_only_where_time_leaves_a_choice_and_moving_changes_the_order():
    same = EXAM_SOON.answers({"events": [{"id": "a", "on": "2026-05", "what": "First."}, {"id": "b", "on": "2026-05", "what": "Second."}, {"id": "c", "on": "2026-06", "what": "Third."}]})
    at = tap(page(same), "open.b")
    assert "up.b" in keys(at) and "down.b" not in keys(at)
    assert [one.id for one in in_order(events(tap(at, "up.b")))] == ["b", "a", "c"]
    moved = tap(tap(page(same), "open.b"), "up.b")
    assert load_words("en").say("timeline.moved") in text(moved) and events(tap(moved, "undo.undo")) == same.events
    assert not {"up.c", "down.c"} & set(keys(tap(page(same), "open.c")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_worth_a_second_look_is_asked_kindly_and_one_tap_says_it_is_right_so(language):
    words = load_words(language)
    twice = EXAM_SOON.answers({"events": (*EVENTS, EVENTS[0].model_copy(update={"id": "event-20"}))})
    at = page(twice, language)
    assert words.say("timeline.asks_title") in text(at)
    (key,) = [one for one in keys(at) if one.startswith("right.double")]
    at = tap(at, key)
    assert key not in keys(at) and events(at) == twice.events
    removed = tap(page(twice, language), f"mend.{key.removeprefix('right.')}.0")
    assert events(removed) == EVENTS


SECOND_LOOKS = {
    "no_injury": [{"id": "a", "kind": "care", "on": date(2026, 10, 1)}],
    "future": [{"id": "a", "kind": "care", "on": date(2030, 1, 1)}],
    "end_before_start": [{"id": "a", "kind": "care", "on": date(2026, 10, 1), "until": date(2026, 9, 1)}],
    "scale": [{"id": "a", "kind": "symptom", "on": date(2026, 10, 1), "rest": "9", "worst": "2"}],
    "two_claim": [{"id": "a", "kind": "injury", "on": date(2026, 10, 1)}],
    "two_days": [{"id": "a", "kind": "injury", "on": date(2026, 1, 12)}, {"id": "b", "kind": "injury", "on": date(2026, 10, 1)}],
    "gap": [{"id": "a", "kind": "injury", "on": date(2025, 1, 1)}, {"id": "b", "kind": "care", "on": date(2026, 10, 1)}, {"id": "c", "kind": "work", "on": date(2026, 10, 2)}],
    "gap_now": [{"id": "a", "kind": "injury", "on": date(2026, 1, 12)}, *({"id": kind, "kind": kind, "on": date(2026, 1, 13)} for kind in ("care", "work"))],
    "born": [{"id": "a", "kind": "other", "on": "1980"}],
}


@pytest.mark.parametrize(("name", "language"), in_turn(SECOND_LOOKS))
def test_every_kind_of_second_look_has_its_sentence_and_its_way_to_mend(name, language):
    at = page(EXAM_SOON.answers({"events": SECOND_LOOKS[name], "worker.born_on": date(1990, 1, 1)}), language)
    beginning = load_words(language).sayings[f"timeline.ask_{name}"].partition("{")[0]
    assert healthy(at) and beginning in text(at)
    mend = next(one for one in keys(at) if one.startswith("mend."))
    assert healthy(tap(at, mend))


def test_the_day_of_birth_and_the_day_of_the_injury_can_be_mended_from_here():
    at = tap(page(EXAM_SOON), "add_born")
    at.text_input(key="q.worker.born_on.year").set_value("1990")
    at.text_input(key="q.worker.born_on.day").set_value("2")
    at.selectbox(key="q.worker.born_on.month").select_index(1)
    at = go_on(at)
    assert at.session_state["case"].worker.born_on == date(1990, 1, 2)
    assert "Injury" in text(at)


def test_private_events_are_marked_and_can_be_hidden_here_and_leave_only_when_chosen():
    at = page(EXAM_SOON)
    assert PRIVATE.what in text(at) and load_words("en").say("timeline.private") in text(at)
    assert PRIVATE.what not in text(at.checkbox(key="show_private").uncheck().run())
    for tool in ("chart", "table"):
        shown = tap(page(EXAM_SOON), f"tool.{tool}")
        assert not shown.checkbox[0].value
    papers = tap(page(EXAM_SOON), "tool.papers")
    before, _, after = text_of_quotes(papers).partition(load_words("en").say("timeline.papers_private", count=1))
    assert PRIVATE.what not in before and PRIVATE.what in after


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawing_has_an_alternative_text_and_a_table(language):
    words, at = load_words(language), tap(page(EXAM_SOON, language), "tool.chart")
    (drawn,) = at.get("arrow_vega_lite_chart") or at.get("vega_lite_chart")
    shown = [one for one in in_order(EVENTS) if one.private != "private"]
    assert tables.chart_told(shown, words) in text(at)
    assert drawn.proto.alt == tables.chart_named(shown, words) and drawn.proto.alt in tables.chart_told(shown, words)
    assert len(drawn.proto.alt) < len(tables.chart_told(shown, words)) and '"actions":false' in drawn.proto.spec.replace(" ", "")
    assert text_of_quotes(at).count("<tr>") == len(shown) + 1


SEMICOLONS = "\ufeffFecha;Qué pasó;Qué clase\n2025-05;Terapia;Atención médica\n2025-06;Caí;Brujería\n2025-06;Caí;Brujería\n".encode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_shown_before_it_is_added_with_what_could_not_be_read_and_can_be_taken_back(language):
    words, at = load_words(language), tap(page(EXAM_SOON, language), "tool.table")
    at = at.file_uploader[0].upload("mine.csv", SEMICOLONS, "text/csv").run()
    assert words.say("timeline.preview_new", count=2) in text(at)
    assert words.say("errors.table_choice", value="Brujería", words=known("kind", words)) in text(at) and words.say("table.kind.care") in text(at) and words.say("timeline.double", row=4, earlier=3) in text(at)
    assert events(at) == EVENTS
    at = tap(at, "take")
    assert [one.what for one in events(at)[len(EVENTS) :]] == ["Terapia", "Caí"] and events(at)[: len(EVENTS)] == EVENTS
    assert events(tap(at, "undo.undo")) == EVENTS


def test_a_date_that_can_be_two_days_is_asked_about_and_nothing_is_added_before():
    at = tap(page(BARE), "tool.table")
    at = at.file_uploader[0].upload("mine.csv", b"Date,What happened\n3/4/25,Fell\n", "text/csv").run()
    assert {"order.day_first", "order.month_first"} <= set(keys(at)) and "take" not in keys(at)
    at = tap(tap(at, "order.month_first"), "take")
    assert events(at)[-1].on == date(2025, 3, 4)


BROKEN = {"empty": b"", "columns": b"a,b\n1,2\n", "picture": b"\x89PNG\r\n\x1a\n", "long": b"Date,What happened\n" + b"2025,x\n" * 50_000}


@pytest.mark.parametrize(("name", "language"), in_turn(BROKEN))
def test_a_file_that_is_no_table_is_refused_kindly(name, language):
    at = tap(page(BARE, language), "tool.table")
    at = at.file_uploader[0].upload("mine.csv", BROKEN[name], "text/csv").run()
    assert healthy(at) and load_words(language).say("timeline.preview_none") in text(at)
    assert "take" not in keys(at) and events(tap(at, "leave")) == EVENTS[:1]


def test_our_own_table_comes_back_without_a_change():
    at = tap(page(EXAM_SOON), "tool.table")
    at = at.file_uploader[0].upload("mine.csv", tables.to_csv(EVENTS, load_words("es")), "text/csv").run()
    assert load_words("en").say("timeline.preview_changed", count=len(EVENTS)) in text(at)
    assert events(tap(at, "take")) == EVENTS


@pytest.mark.slow
def test_five_hundred_events_show_a_part_of_one_year_and_every_event_can_be_reached():
    case = many(500)
    at, seen = page(case), set()
    for year in at.selectbox[0].options:
        at.selectbox[0].set_value(year).run()
        while True:
            here = {one.removeprefix("open.") for one in keys(at) if one.startswith("open.")}
            assert 0 < len(here) <= 20
            seen |= here
            if "later" not in keys(at):
                break
            at = tap(at, "later")
    assert seen == {one.id for one in case.events}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", [None, NEWCOMER, REPRESENTED])
def test_the_page_and_its_tools_open_without_an_event(person, language):
    at = page(person, language)
    for tool in ("papers", "chart", "table"):
        at = tap(at, f"tool.{tool}")
        assert healthy(at) and load_words(language).say("timeline.to_list") in labels(at)
        at = tap(at, "to_list")


@pytest.mark.slow
def test_five_thousand_characters_and_an_emoji_stay_as_they_were_typed():
    at = tap(tap(page(BARE), "open.event-1"), "change.what")
    long = "🙂 dolor " * 600
    at.text_area(key="q.events.0.what").set_value(long)
    at = go_on(at)
    assert events(at)[0].what == long.strip() and healthy(tap(at, "to_list"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_ask_whose_they_are_and_one_screen_writes_it(language):
    words, bare = load_words(language), EXAM_SOON.answers({"worker.name": None, "claim.number": None, "sample": False})
    at = tap(page(bare, language), "tool.papers")
    assert words.say("timeline.whose") in text(at)
    assert (words.say("imr.own_words") in text(at)) == (language == "es")
    at = tap(at, "whose")
    at.text_input(key="q.worker.name").set_value("Sample Worker")
    at.text_input(key="q.claim.number").set_value("SAMPLE-001")
    at = go_on(at)
    case = at.session_state["case"]
    assert (case.worker.name, case.claim.number) == ("Sample Worker", "SAMPLE-001")
    assert words.say("timeline.papers_title") in text(at) and words.say("timeline.whose") not in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_months_says_that_it_holds_the_seasons_and_a_screen_of_numbers_that_it_may_stay_empty(language):
    words, at = load_words(language), tap(page(NEWCOMER, language), "add.injury")
    assert at.selectbox(key="q.events.0.on.month").label == words.say("ask.moment_month")
    at.text_area(key="q.events.0.what").set_value("x") if at.text_area else None
    at = go_on(go_on(at))
    assert at.selectbox(key="q.events.0.worst") and words.say("ask.skip") in text(at)
