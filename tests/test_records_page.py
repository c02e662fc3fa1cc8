"""The page of the papers that help: suggestions, a paper's questions, its card, undo, the letters, fifty papers."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.markdown import typed
from qme_guide import flow
from qme_guide.case import Case, Report
from qme_guide.documents.record_names import record_name
from qme_guide.rules.reasons import wanted
from qme_guide.words import LANGUAGES, load_words
from tests.personas import ASSIGNED, CLAIM_DENIED, FARM_WORKER, REPRESENTED, SENT, TODAY, TWO_TRACKS, WRONG_REPORT
from tests.sweeps import ENGLISH, SPANISH
from tests.test_pages import go_on, healthy, labels, opened, press, text

EMPTY = TWO_TRACKS.answers({"records": []})


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None, language: str = "en") -> AppTest:
    return opened(case, "records", language)


def records(at: AppTest):
    return at.session_state["case"].records


def open_one(at: AppTest, number: int) -> AppTest:
    """Open the card of the record at this place of the list."""
    return at.button(key=f"open.{records(at)[number].id}").click().run()


@pytest.mark.parametrize("language", ENGLISH)
def test_the_reasons_suggest_their_papers_and_a_listed_kind_is_not_suggested_again(language):
    words = load_words(language)
    named = {kind: words.say("records.add_kind", kind=words.choice("records.kind", kind)) for kind in wanted(EMPTY.letters)}
    at = page(EMPTY, language)
    assert set(named.values()) <= set(labels(at)) and words.say("records.empty") in text(at)
    shown = labels(page(TWO_TRACKS, language))
    assert named["therapy_notes"] not in shown and named["visit_notes"] in shown


@pytest.mark.parametrize("language", SPANISH)
def test_who_comes_from_a_report_is_not_sent_to_a_denial_letter_and_finds_the_way_back(language):
    words, case = load_words(language), Case(reports=(Report(id="report-1", kind="qme", received_on=date(2026, 11, 9)),))
    at = page(case, language)
    assert words.say("records.intro_report") in text(at) and words.say("road.denial") not in labels(at)
    at = press(at, words.say("records.to_report"))
    assert [title.value for title in at.title] == [words.say("report.title")]
    assert words.say("records.intro_report") in text(page(WRONG_REPORT, language)) and words.say("records.to_report") in labels(page(WRONG_REPORT, language))
    assert words.say("records.to_report") in labels(page(FARM_WORKER.answers({"reports": case.reports}), language))


@pytest.mark.parametrize("language", SPANISH)
def test_without_a_reason_the_way_to_say_it_is_offered(language):
    words, at = load_words(language), page(FARM_WORKER, language)
    assert words.say("records.no_reasons") in text(at)
    at = press(at, words.say("records.to_reasons"))
    assert [title.value for title in at.title] == [words.say("doctor.title")]


@pytest.mark.parametrize("language", ENGLISH)
def test_a_suggested_paper_is_told_on_one_screen_and_its_office_on_another_and_can_be_asked_for_at_once(language):
    words = load_words(language)
    at = press(page(EMPTY, language), words.say("records.add_kind", kind=words.choice("records.kind", "visit_notes")))
    assert words.question("records.state")["label"] in text(at)
    at.text_input(key="q.records.0.about").set_value("Right shoulder")
    at.radio(key="q.records.0.holder").set_value("hospital")
    at = go_on(at)
    at.text_input(key="q.records.0.holder_name").set_value("Example Hospital")
    at = go_on(at)
    (one,) = records(at)
    assert (one.kind, one.about, one.state, one.holder, one.holder_name) == ("visit_notes", "Right shoulder", None, "hospital", "Example Hospital")
    assert words.say("records.kept", name=record_name(one, words)) in text(at)
    assert words.say("records.letter_to", holder="Example Hospital") in labels(at)


@pytest.mark.parametrize("language", SPANISH)
def test_another_paper_needs_only_its_kind_and_nothing_is_kept_when_the_person_goes_back(language):
    words = load_words(language)
    at = go_on(press(page(EMPTY, language), words.say("records.add_other")))
    assert words.say("errors.choice_empty") in text(at)
    at.radio(key="q.records.0.kind").set_value("imaging")
    at = go_on(at)
    at.radio(key="q.records.0.state").set_value("have")
    at = go_on(at)
    assert [(one.kind, one.state) for one in records(at)] == [("imaging", "have")]
    at = press(press(at, words.say("records.add_other")), words.say("ask.back"))
    assert len(records(at)) == 1 and words.say("records.list_title") in text(at)


def test_the_clinic_of_the_treating_doctor_is_filled_in_and_not_asked_for_again():
    words = load_words("en")
    at = press(page(EMPTY), words.say("records.add_kind", kind=words.choice("records.kind", "visit_notes")))
    at.radio(key="q.records.0.holder").set_value("clinic")
    at = go_on(at)
    assert at.text_input(key="q.records.0.holder_name").value == "Example Clinic"
    assert at.text_area(key="q.records.0.holder_address").value == TWO_TRACKS.doctor.address
    at = press(at, "Back")
    at.radio(key="q.records.0.holder").set_value("hospital")
    assert go_on(at).text_input(key="q.records.0.holder_name").value == ""


@pytest.mark.parametrize("language", ENGLISH)
def test_saying_that_it_was_asked_for_asks_for_the_day(language):
    words, at = load_words(language), open_one(page(listed(3, state=None), language), 0)
    at = press(at, words.say("denial.change", what=words.say("records.short_state")))
    at.radio(key="q.records.0.state").set_value("asked")
    at = go_on(at)
    assert words.question("records.asked_on")["label"] in text(at)
    at.text_input(key="q.records.0.asked_on.day").set_value("19")
    month = at.selectbox(key="q.records.0.asked_on.month")
    month.set_value(month.options[11])
    at.text_input(key="q.records.0.asked_on.year").set_value("2026")
    at = go_on(at)
    assert records(at)[0].asked_on == date(2026, 11, 19)
    assert words.say("records.to_list") in labels(at)


def listed(count: int, **answers: object) -> Case:
    """A case with so many papers, all of one office."""
    one = {"kind": "report", "holder": "hospital", "holder_name": "Example Hospital", **answers}
    return TWO_TRACKS.answers({"records": [{"id": f"record-{at}", "about": f"Paper {at}", **one} for at in range(1, count + 1)]})


@pytest.mark.parametrize("language", SPANISH)
def test_each_answer_can_be_changed_and_leads_straight_back_to_the_card(language):
    words, at = load_words(language), open_one(page(TWO_TRACKS, language), 0)
    at = press(at, words.say("denial.change", what=words.say("records.short_about")))
    at.text_input(key="q.records.0.about").set_value("Left knee")
    at = go_on(at)
    assert records(at)[0].about == "Left knee"
    assert words.say("records.remove") in labels(at)


def test_a_wrong_state_can_be_taken_back_to_not_asked_for():
    words, at = load_words("en"), open_one(page(TWO_TRACKS), 1)
    at = press(press(at, words.say("denial.change", what=words.say("records.short_state"))), words.say("records.not_asked"))
    assert (records(at)[1].state, records(at)[1].asked_on) == (None, None)


@pytest.mark.parametrize("language", ENGLISH)
def test_a_removed_paper_comes_back_with_its_pages_and_its_place_on_the_insurers_list(language):
    words, at = load_words(language), page(ASSIGNED, language)
    at.session_state["papers"] = {"record.record-1": ("pages",), "form.letter-1": ("form",), "made.packet.letter-1": "packet"}
    places = {"leaf.record.record-1": 1, "leafing.letter-1": "record.record-1"}
    for name, value in places.items():
        at.session_state[f"place.{name}"] = value
    before = at.session_state["case"]
    at = press(open_one(at.run(), 0), words.say("records.remove"))
    assert [one.id for one in records(at)] == ["record-2", "record-3"]
    assert at.session_state["case"].letters[0].review.listed == ()
    assert set(at.session_state["papers"]) == {"form.letter-1"}, "no file that was made may still hold its pages"
    assert not any(at.session_state[f"place.{name}"] for name in places), "the next paper may get the same id"
    assert words.say("records.removed", name=words.choice("records.kind", "rfa")) in text(at)
    at = press(at, words.say("undo.undo"))
    assert at.session_state["case"] == before
    assert at.session_state["papers"]["record.record-1"] == ("pages",)
    assert all(at.session_state[f"place.{name}"] == value for name, value in places.items())
    assert words.say("undo.done") in text(at) and words.say("undo.undo") not in labels(at)


def test_undo_is_no_longer_offered_after_anything_else_so_that_nothing_newer_is_lost():
    words = load_words("en")
    at = press(open_one(page(TWO_TRACKS), 0), words.say("records.remove"))
    assert words.say("undo.undo") in labels(at)
    at = press(press(at, words.say("records.add_other")), words.say("ask.back"))
    assert words.say("undo.undo") not in labels(at) and at.session_state["place.undo"] is None
    at = press(open_one(page(TWO_TRACKS), 0), words.say("records.remove"))
    at.session_state["case"] = at.session_state["case"].answers({"records": []})
    assert words.say("undo.undo") not in labels(at.run()) and at.session_state["place.undo"] is None, "nothing is kept that cannot come back"


@pytest.mark.parametrize("language", SPANISH)
def test_the_letter_to_an_office_names_its_papers_and_sending_it_is_noted_and_can_be_taken_back(language):
    words, at = load_words(language), page(listed(3), language)
    at = press(at, words.say("records.letter_to", holder="Example Hospital"))
    shown = text(at)
    assert all(f"Paper {number}" in shown for number in (1, 2, 3))
    first, *others = [button.proto for button in at.get("download_button")]
    assert first.type == "primary" and words.say("paper.records-request") in first.label
    assert len(others) >= len(LANGUAGES)
    at = press(at, words.say("records.note_asked"))
    assert {(one.state, one.asked_on) for one in records(at)} == {("asked", TODAY)}
    assert words.say("records.noted", day=TODAY) in text(at)
    at = press(at, words.say("undo.undo"))
    assert {(one.state, one.asked_on) for one in records(at)} == {(None, None)}


def test_noting_a_second_letter_keeps_the_day_of_the_first_asking():
    words, case = load_words("en"), listed(2).answers({"records.0.state": "asked", "records.0.asked_on": date(2026, 11, 2)})
    at = press(page(case), words.say("records.letter_to", holder="Example Hospital"))
    at = press(at, words.say("records.note_asked"))
    assert [one.asked_on for one in records(at)] == [date(2026, 11, 2), TODAY]
    at = press(at, words.say("records.letter_to", holder="Example Hospital"))
    assert words.say("records.note_asked") not in labels(at)


@pytest.mark.parametrize("language", ENGLISH)
@pytest.mark.parametrize("named", [True, False])
def test_a_letter_without_the_workers_name_says_so_and_leads_to_where_it_is_told(named, language):
    case = listed(1) if named else listed(1).answers({"worker.name": None})
    words, at = load_words(language), page(case, language)
    at = press(at, words.say("records.letter_to", holder="Example Hospital"))
    assert (words.say("records.add_details") in labels(at)) is not named
    if not named:
        assert words.question("worker.name")["label"] in text(press(at, words.say("records.add_details")))


@pytest.mark.parametrize("language", SPANISH)
def test_the_pages_of_a_paper_in_the_hand_are_added_at_the_request(language):
    words, at = load_words(language), open_one(page(TWO_TRACKS, language), 0)
    at = press(at, words.say("records.add_files"))
    assert [title.value for title in at.title] == [words.say("imr.title")]
    assert at.session_state["place.imr"] == "add"
    assert at.session_state["place.leafing.letter-1"] == f"record.{TWO_TRACKS.records[0].id}"
    assert words.say("leaf.done") in labels(at)


def test_what_was_removed_here_is_not_offered_on_another_page():
    words, at = load_words("en"), page(TWO_TRACKS)
    at = press(open_one(at, 0), words.say("records.remove"))
    assert words.say("undo.undo") in labels(at)
    for step in ("add", "send"):
        at.session_state["place.imr"] = step
        assert words.say("undo.undo") not in labels(at.switch_page(flow.page("imr")).run())
    assert words.say("undo.undo") not in labels(at.switch_page(flow.page("denial")).run())
    assert words.say("undo.undo") in labels(at.switch_page(flow.page("records")).run())


@pytest.mark.parametrize("language", ENGLISH)
@pytest.mark.parametrize(("answers", "key"), [({"state": "cant_get"}, "cant_get_help"), ({"holder": "me"}, "own_help"), ({}, "make_letter")])
def test_the_card_says_what_to_do_next_about_each_paper(answers, key, language):
    words = load_words(language)
    assert words.say(f"records.{key}") in text(open_one(page(listed(1, **answers), language), 0))


@pytest.mark.parametrize("language", SPANISH)
def test_fifty_papers_are_all_reachable_and_make_one_letter(language):
    at = page(listed(50), language)
    assert healthy(at)
    assert len([button for button in at.button if button.key.startswith("open.")]) == 50
    assert len([button for button in at.button if button.key.startswith("office.")]) == 1
    at = open_one(at, 49)
    assert "Paper 50" in text(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_a_newcomer_is_led_to_the_letter_and_may_still_list_papers(language):
    words, at = load_words(language), page(None, language)
    assert words.say("road.denial") in labels(at) and words.say("records.add_other") in labels(at)
    at = press(at, words.say("records.add_other"))
    at.radio(key="q.records.0.kind").set_value("report")
    at = go_on(at)
    assert healthy(at) and records(at)[0].kind == "report"


@pytest.mark.parametrize("language", SPANISH)
@pytest.mark.parametrize("case", [REPRESENTED, CLAIM_DENIED])
def test_where_no_request_is_made_the_page_says_whom_to_talk_to(case, language):
    words, at = load_words(language), page(case, language)
    assert words.say("outcome.who") in text(at) and words.say("records.add_other") not in labels(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_the_date_and_not_to_wait_stand_first_until_the_request_was_sent(language):
    words = load_words(language)
    before, after = text(page(TWO_TRACKS, language)), text(page(SENT, language))
    wait, date_line = words.say("records.intro").replace("**", ""), words.say("denial.date_line", safe=date(2026, 11, 25))
    assert wait in before and date_line in before
    assert wait not in after and date_line not in after
    assert words.say("records.intro_sent", phone="1-800-736-7401") in after


@pytest.mark.parametrize("language", SPANISH)
def test_among_several_letters_the_soonest_date_is_shown(language):
    (first,) = TWO_TRACKS.letters
    later = first.model_copy(update={"id": "letter-0", "printed_on": TODAY, "postmarked_on": TODAY, "received_on": TODAY})
    shown = text(page(TWO_TRACKS.model_copy(update={"letters": (later, first)}), language))
    assert load_words(language).say("denial.date_line", safe=date(2026, 11, 25)) in shown


def test_own_words_are_kept_and_shown_as_typed():
    own = "<b>Ñandú</b> **bold** {name} 王小明"
    at = page(listed(1, about=own))
    assert load_words("en").fill("{own}", own=typed(own)) in " ".join(labels(at))
    at = open_one(at, 0)
    assert healthy(at) and "<b>" not in " ".join(element.proto.body for element in at.get("html"))


@pytest.mark.parametrize("language", ENGLISH)
def test_changing_the_language_half_way_keeps_the_screen_and_the_answers(language):
    at = open_one(page(TWO_TRACKS, language), 1)
    before = at.session_state["case"]
    at = at.button(key="bar_language").click().run()
    other = load_words(next(one for one in LANGUAGES if one != language))
    assert at.session_state["case"] == before and other.say("records.remove") in labels(at)
