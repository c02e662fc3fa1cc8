"""Telling about a letter: nothing is made before the first answer, no typed month is lost, and no date frightens."""

from datetime import date

import pytest

from qme_guide import interview
from qme_guide.case import Case, Letter, Treatment
from qme_guide.flow import page
from qme_guide.law import load_law
from qme_guide.rules import imr, offices
from qme_guide.words import HELPING, LANGUAGES, OWN, load_words
from tests.personas import FARM_WORKER, LATE_DRUG, MANY, TODAY
from tests.sweeps import ENGLISH, SPANISH, in_turn
from tests.test_pages import choose, go_on, healthy, labels, opened, press, text, type_day

LAW = load_law()
OPEN_DAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def with_letter(**said: object) -> Case:
    return FARM_WORKER.answers({"letters": ({"id": "letter-1", **said},)})


@pytest.mark.parametrize("language", ENGLISH)
def test_opening_the_letter_makes_none_and_the_first_answer_does(language):
    at = opened(Case(), "denial", language)
    assert at.session_state["case"].letters == ()
    assert at.session_state["case"] == Case()
    at = type_day(at, "letters.0.printed_on", "30", 10, "2026")
    assert at.session_state["case"].letters == (Letter(id="letter-1", printed_on=date(2026, 10, 30)),)


@pytest.mark.parametrize(("month", "language"), in_turn(range(date.min.month, date.max.month + 1)))
def test_a_typed_day_survives_a_change_of_the_language(language, month):
    """The browser holds what was typed until Continue: the month is then still named in the language before."""
    at = opened(Case(), "denial", language).button(key="bar_language").click().run()
    path = "q.letters.0.printed_on"
    at.text_input(key=f"{path}.day").set_value("3")
    at.selectbox(key=f"{path}.month").set_value(load_words(language).month_names()[month - date.min.month])
    at.text_input(key=f"{path}.year").set_value("2025")
    assert go_on(at).session_state["case"].letters[0].printed_on == date(2025, month, 3)


@pytest.mark.parametrize("language", SPANISH)
def test_a_day_that_does_not_exist_is_told_with_the_name_of_its_month(language):
    at = type_day(opened(Case(), "denial", language), "letters.0.printed_on", "31", 2, "2026")
    words = load_words(language)
    assert words.say("errors.date_not_real", day="31", month=words.month_names()[1], year="2026") in text(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_several_letters_begin_with_a_choice_by_their_dates(language):
    at, words = opened(MANY, "denial", language), load_words(language)
    name = words.say("about.letter_of", day=9, month=words.month_names()[10], year=2026)
    assert name in text(at) and words.say("denial.which") in text(at)
    at = press(at, words.say("denial.open", name=name))
    assert at.title[0].value == name
    assert words.say("denial.more") in labels(at)


@pytest.mark.parametrize("language", SPANISH)
def test_a_letter_is_removed_only_after_asking(language):
    at, words = opened(MANY, "denial", language), load_words(language)
    at = at.button(key="remove.letter-9").click().run()
    assert at.session_state["case"] == MANY and words.say("denial.remove_ask") in text(at)
    at = press(at, words.say("denial.remove_no"))
    assert at.session_state["case"] == MANY
    at = press(at.button(key="remove.letter-9").click().run(), words.say("denial.remove_yes"))
    assert [letter.id for letter in at.session_state["case"].letters] == ["letter-2", "letter-16"]


@pytest.mark.parametrize("language", ENGLISH)
def test_a_removed_letter_takes_its_papers_and_places_with_it_and_comes_back_with_them(language):
    at, words = opened(MANY, "denial", language), load_words(language)
    papers = {"form.letter-9": ("form",), "looks.form.letter-9": {}, "made.packet.letter-9": "packet", "form.letter-2": ("form",), "record.record-9": ("x",)}
    places = {"signed.letter-9": "yes", "signed.letter-9.seen": 1, "review.letter-9": ("answer", "review.answer"), "advised.conditional.letter-9": ("yes",), "leaf.form.letter-9": 1}
    other = {"signed.letter-2": "yes", "signed.letter-99": "yes"}
    at.session_state["papers"] = papers
    for name, value in {**places, **other, "line": ("letter-9", 0, "went")}.items():
        at.session_state[f"place.{name}"] = value
    at = press(at.run().button(key="remove.letter-9").click().run(), words.say("denial.remove_yes"))
    assert set(at.session_state["papers"]) == {"form.letter-2", "record.record-9"}
    assert all(at.session_state[f"place.{name}"] is None for name in (*places, "line"))
    assert all(at.session_state[f"place.{name}"] == value for name, value in other.items())
    name = words.say("about.letter_of", day=9, month=words.month_names()[10], year=2026)
    assert words.say("denial.removed", name=name) in text(at)
    at = press(at, words.say("undo.undo"))
    assert at.session_state["case"] == MANY and at.session_state["papers"] == papers
    assert all(at.session_state[f"place.{name}"] == value for name, value in places.items())


def test_a_new_letter_in_the_place_of_a_removed_one_begins_without_anything_of_it():
    (first,) = FARM_WORKER.letters
    at, words = opened(FARM_WORKER.answers({"letters": (first, first.model_copy(update={"id": "letter-2"}))}), "denial"), load_words("en")
    at.session_state["place.review.letter-1"] = "answer", "review.answer"
    at = press(at.run().button(key="remove.letter-1").click().run(), words.say("denial.remove_yes"))
    at = press(at, words.say("denial.another"))
    assert {letter.id for letter in at.session_state["case"].letters} == {"letter-1", "letter-2"}
    assert at.session_state["place.review.letter-1"] is None


@pytest.mark.parametrize("left", [{"place.denial": "printed_on", "place.denial.return": "check"}, {"place.denial": "treatments", "place.treatment": 1}])
def test_what_was_left_half_way_about_one_letter_says_nothing_of_another(left):
    """One answer, or one treatment, of the first letter was being changed when the person went on to the second."""
    words, (first,) = load_words("en"), FARM_WORKER.letters
    at = opened(FARM_WORKER.answers({"letters": (first, Letter(id="letter-2"))}), "imr")
    for place, value in left.items():
        at.session_state[place] = value
    at = at.run().radio[0].set_value(1).run().switch_page(page("denial")).run()
    at = press(at, words.say("denial.open", name=words.say("about.letter_undated")))
    asked = at.session_state["place.denial"]
    at = type_day(at, f"letters.1.{asked}", "9", 11, "2026")
    assert at.session_state["place.denial"] == interview.after(at.session_state["case"], 1, asked) != "check"
    at.session_state["place.denial"] = "treatments"
    assert healthy(at.run()) and words.say("treat.title", number=1) in text(at)


def test_a_treatment_is_kept_with_its_first_answer_and_one_that_was_only_begun_is_never_in_the_case():
    words, at = load_words("en"), opened(FARM_WORKER, "denial")
    at.session_state["place.denial"] = "treatments"
    at = press(at.run(), words.say("treat.add"))
    number = len(FARM_WORKER.letters[0].treatments)
    at = at.switch_page(page("imr")).run().switch_page(page("denial")).run()
    assert words.say("treat.title", number=number + 1) in text(at) and at.session_state["case"] == FARM_WORKER
    at.text_input(key=f"q.letters.0.treatments.{number}.name").set_value("A second one")
    at = press(go_on(at), words.say("treat.add"))
    assert [one.name for one in at.session_state["case"].letters[0].treatments[number:]] == ["A second one"]
    at.session_state["place.begun"] = None
    assert healthy(at.run()) and words.say("treat.heading") in text(at)


@pytest.mark.parametrize("language", SPANISH)
def test_without_a_date_the_way_leads_to_the_proof_of_service_and_no_date_is_offered(language):
    at, words = opened(with_letter(printed_on="unsure", drug="no"), "denial", language), load_words(language)
    assert words.say("denial.no_date") in text(at)
    assert words.say("denial.to_papers") not in labels(at)
    assert words.say("paper.date-sheet") not in {fold.label for fold in at.expander}
    at = press(at, words.say("denial.look_for"))
    assert words.question("letters.proof_of_service")["label"] in text(at)


@pytest.mark.parametrize("language", ENGLISH)
@pytest.mark.parametrize("page", ["home", "denial", "dates"])
def test_a_month_alone_never_reads_as_late(page, language):
    shown, words = text(opened(with_letter(printed_on="2026-10", drug="no"), page, language)), load_words(language)
    assert words.say("denial.month_label") in shown and words.say("denial.month_text") in shown
    assert words.clock(imr.ORDINARY, "missed", call=words.say("card.call_open")) not in shown
    assert words.passages["pages/late"].title not in shown


@pytest.mark.parametrize("language", SPANISH)
def test_a_doubt_about_a_medicine_shows_the_other_date_too(language):
    shown, words = text(opened(with_letter(printed_on=date(2026, 10, 30), drug="unsure"), "denial", language)), load_words(language)
    assert words.say("denial.if_no_medicine", day=words.short_day(date(2026, 11, 25))) in shown


@pytest.mark.parametrize("language", ENGLISH)
def test_a_medicine_that_is_not_on_the_list_is_asked_about(language):
    at, words = opened(LATE_DRUG, "denial", language), load_words(language)
    assert words.say("denial.which_medicine") in text(at)
    at = at.button(key="mend.drug").click().run()
    at = choose(at, "letters.0.drug", "no")
    assert words.say("denial.which_medicine") not in text(at)


@pytest.mark.parametrize("language", SPANISH)
def test_on_a_closed_day_the_card_says_when_to_call(language, monkeypatch):
    words, monday = load_words(language), date(2026, 11, 23)
    assert words.say("card.closed_today", day=monday) in text(opened(LATE_DRUG, "home", language))
    monkeypatch.setenv("QME_GUIDE_TODAY", OPEN_DAY.isoformat())
    assert words.sayings["card.closed_today"].partition(".")[0] not in text(opened(LATE_DRUG, "home", language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("helper", [{}, {"helper": {"helping": "yes", "agreed": "yes"}}])
@pytest.mark.parametrize(("page", "today"), [("home", TODAY), ("denial", TODAY), ("home", OPEN_DAY)])
def test_what_stands_below_a_late_date_names_the_same_day_to_call_as_its_card(language, helper, page, today, monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", today.isoformat())
    words, monday = load_words(language, HELPING if helper else OWN), date(2026, 11, 23)
    shown, call = text(opened(LATE_DRUG.answers(helper), page, language)), words.say("card.call_today") if today == OPEN_DAY else words.say("card.call_on_day", day=monday)
    (told,) = [one for one in words.passages["pages/late"].paragraphs if "{call}" in one]
    assert words.fill(told, call=call) in shown
    assert today == OPEN_DAY or words.fill(told, call=words.say("card.call_today")) not in shown


@pytest.mark.parametrize("language", ENGLISH)
def test_the_card_says_that_offices_close_after_the_date(language):
    assert load_words(language).say("card.closed_days", days=4) in text(opened(FARM_WORKER, "denial", language))


def test_offices_are_open_or_closed_as_the_table_says_and_nothing_is_said_beyond_it():
    assert offices.next_open(OPEN_DAY, LAW) is None
    assert offices.next_open(date(2026, 11, 26), LAW) == date(2026, 11, 30)
    assert offices.closed_after(date(2026, 11, 25), LAW) == len(("Thanksgiving", "Friday", "Saturday", "Sunday"))
    assert offices.closed_after(OPEN_DAY, LAW) == 0
    assert offices.closed_after(LAW.calendar.ends, LAW) == 0 and offices.reopen(LAW.calendar.ends, LAW) is None


@pytest.mark.parametrize("language", SPANISH)
@pytest.mark.parametrize("name", ["liability_notice_on", "recommended_on", "rfa_received_on", "decided_on"])
def test_a_day_that_few_people_know_may_be_passed_over(name, language):
    at = opened(FARM_WORKER.answers({"letters.0.liability_disputed": "yes", "letters.0.decided_on": None}), "denial", language)
    before = at.session_state["case"]
    at.session_state["place.denial"] = name
    words = load_words(language)
    at = press(at.run(), words.say("denial.not_yet" if name == "liability_notice_on" else "ask.skip_it"))
    assert at.session_state["case"] == before
    assert at.session_state["place.denial"] != name and healthy(at)


def test_an_odd_day_is_asked_about_in_amber():
    at = opened(with_letter(printed_on=date(2026, 10, 30), drug="no", served_how="mail", proof_of_service="yes"), "denial")
    at.session_state["place.denial"] = "served_on"
    at = type_day(at.run(), "letters.0.served_on", "28", 10, "2026")
    bodies = " ".join(element.proto.body for element in at.get("html") if "<style" not in element.proto.body)
    assert load_words("en").sayings["errors.date_served_before_printed"].partition(":")[0] in bodies
    assert "notice soon" in bodies and "notice stop" not in bodies and "field-error" not in bodies


def test_a_question_says_which_one_it_is_of_those_that_apply():
    case = with_letter(printed_on=date(2026, 10, 30), drug="no")
    asked = [screen.name for screen in interview.screens(case, 0) if screen.fields]
    early, later = asked[:2], asked[2:]
    assert tuple(early) == interview.BEFORE_THE_DATE
    for names in (early, later):
        assert [interview.step(case, 0, name) for name in names] == [(number, len(names)) for number, _ in enumerate(names, start=1)]
    assert interview.step(case, 0, "card") is None and interview.step(case, 0, "check") is None


@pytest.mark.parametrize("language", ENGLISH)
def test_the_check_tells_every_answer_once_and_what_is_open_apart(language):
    at, words = opened(FARM_WORKER, "denial", language), load_words(language)
    paths = [path for screen in interview.screens(FARM_WORKER, 0) for path in screen.fields]
    changes = [button.label for button in at.button if button.key and button.key.startswith("change.")]
    assert sorted(changes) == sorted(words.say("denial.change", what=words.say(f"fact.short_{path.rpartition('.')[-1]}")) for path in paths)
    assert words.say("denial.unanswered") in {fold.label for fold in at.expander}


@pytest.mark.parametrize(("said", "asked"), [("no", False), ("yes", True), ("unsure", True)])
def test_each_treatment_is_asked_about_medicine_only_when_the_letter_may_deny_one(said, asked):
    at = opened(FARM_WORKER.answers({"letters.0.drug": said, "letters.0.treatments": (Treatment(name="Gel").model_dump(),)}), "denial")
    at.session_state["place.denial"] = "treatments"
    at = at.run().button(key="edit.0.0").click().run()
    assert ("q.letters.0.treatments.0.drug" in {radio.key for radio in at.radio}) == asked
