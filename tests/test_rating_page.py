"""The page after the report: where the rating stands, noting what came, the letter for another look, what the words mean."""

from datetime import date

import pytest

from pages.parts.rating import TOLD
from pages.parts.rating_asks import EVENTS
from pages.parts.rating_words import EXPLAINED
from qme_guide.case import Case
from qme_guide.law import load_law
from qme_guide.rules import rating as rules
from qme_guide.typed import check_day
from qme_guide.words import load_words
from tests.personas import EXAM_SOON, NEWCOMER, RATED, TODAY, WRONG_REPORT
from tests.sweeps import ENGLISH, SPANISH, in_turn
from tests.test_objection_page import labels, main, press, say_day
from tests.test_pages import go_on, healthy, opened, text
from tests.test_rating import sent

LAW = load_law()


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None, language: str = "en"):
    at = opened(case, "rating", language)
    assert healthy(at)
    return at


def rating(at):
    return at.session_state["case"].rating


STAGES = {
    rules.NO_REPORT: NEWCOMER,
    rules.CORRECT: WRONG_REPORT,
    rules.JUDGE: WRONG_REPORT.answers({"rating.judge_sent_on": date(2026, 11, 17)}),
    rules.BACK: WRONG_REPORT.answers({"rating.judge_back_on": date(2026, 11, 18)}),
    rules.RATED: RATED,
    rules.PART_SENT: RATED.answers({"rating.sendings": sent(rules.DIRECTOR)}),
    rules.ASKED: RATED.answers({"rating.sendings": sent(*rules.SERVICE)}),
    rules.DECIDED: RATED.answers({"rating.decision_served_on": date(2026, 11, 20)}),
}


@pytest.mark.parametrize(("stage", "language"), in_turn(STAGES))
def test_each_stage_tells_where_it_stands_and_what_the_words_mean(stage, language):
    words, case = load_words(language), STAGES[stage]
    assert rules.stage(case, LAW, TODAY) == stage
    shown = text(page(case, language))
    assert words.passages[f"pages/{TOLD[stage]}"].title in shown
    assert all(words.passages[f"pages/{name}"].title in shown for name in EXPLAINED)
    assert all(LAW.facts[fact].citation in shown for fact in EXPLAINED.values())
    assert "{" not in shown


@pytest.mark.parametrize("language", SPANISH)
def test_a_rating_that_came_is_noted_asked_about_and_its_letter_made(language):
    words, start = load_words(language), RATED.answers({"rating": {}, "reports.1.correction.decided_on": date(2026, 11, 16)})
    at = page(start.answers({"reports.1.received_on": date(2026, 10, 1)}), language)
    assert main(at) == [words.say("rating.note_received_on")]
    at = say_day(press(at, words.say("rating.note_received_on")), "rating.received_on", date(2026, 11, 19))
    at = say_day(at, "rating.printed_on", date(2026, 11, 17))
    assert main(at) == [words.say("rating.again")] and words.day(date(2026, 12, 18)) in text(at)
    at = press(at, words.say("rating.again"))
    at.checkbox(key="q.rating.grounds.procedure").set_value(True)
    at = go_on(at)
    at.text_area(key="q.rating.why").set_value("No times are stated.")
    at = go_on(at)
    assert (rating(at).grounds, rating(at).why) == (("procedure",), "No times are stated.")
    assert words.say("rating.letter_title") in text(at) and "No times are stated." in text(at)
    at = press(at, words.say("rating.to_send"))
    assert words.passages["pages/rating_send"].paragraphs[0] in text(at)


def test_a_reason_about_an_issue_asks_which_one_and_the_letter_has_it_or_a_line():
    words = load_words("en")
    at = press(page(RATED.answers({"rating.grounds": None, "rating.why": None, "rating.issue": None})), words.say("rating.again"))
    at.checkbox(key="q.rating.grounds.not_complete").set_value(True)
    at = go_on(at)
    at.text_area(key="q.rating.issue").set_value("Standing and walking.")
    at = go_on(at)
    assert "q.rating.why" in {one.key for one in at.text_area} and rating(at).issue == "Standing and walking."
    at = go_on(at)
    assert "Standing and walking." in text(at) and words.letter(rules.NAME, "issue") in text(at)
    without = page(RATED.answers({"rating.issue": None}))
    assert words.say("rating.no_issue") in text(press(without, words.say("rating.to_letter")))
    calculation = RATED.answers({"rating.grounds": ("calculation",)})
    assert words.letter(rules.NAME, "issue") not in text(press(page(calculation), words.say("rating.to_letter")))


def test_the_name_of_a_box_for_a_screen_reader_has_no_signs_of_emphasis():
    at = press(page(RATED.answers({"rating.grounds": None})), load_words("en").say("rating.to_letter"))
    at = press(at, load_words("en").say("rating.change_grounds"))
    assert at.checkbox and not [one.label for one in at.checkbox if "*" in one.label]


def test_while_a_judge_looks_at_it_the_facts_can_still_be_corrected():
    words = load_words("en")
    assert words.say("rating.to_correct") in labels(page(STAGES[rules.JUDGE]))
    corrected = STAGES[rules.JUDGE].answers({"reports.1.correction.decided_on": date(2026, 11, 16)})
    assert words.say("rating.to_correct") not in labels(page(corrected))


def test_the_reasons_may_be_left_for_later_and_the_letter_says_what_it_lacks():
    words = load_words("en")
    at = press(page(RATED.answers({"rating.grounds": None, "rating.why": None})), words.say("rating.again"))
    at = press(press(at, words.say("ask.skip_it")), words.say("ask.skip_it"))
    assert words.say("rating.no_grounds") in text(at) and words.say("rating.no_why") in text(at)


def test_the_log_holds_lines_of_this_letter_to_both_and_says_who_is_missing():
    words = load_words("en")
    at = press(page(STAGES[rules.PART_SENT]), words.say("rating.to_log"))
    assert words.say("rating.part_sent", who=words.say("rating.who_claims_administrator")) in text(at)
    at = press(at, words.say("imr.add_line_more"))
    assert {option for option in at.radio(key="q.rating.sendings.1.to").options} == {words.choice("rating.sendings.to", one) for one in rules.SERVICE}
    at.radio(key="q.rating.sendings.1.to").set_value(rules.ADMINISTRATOR)
    at.radio(key="q.rating.sendings.1.how").set_value("mail")
    at = say_day(at, "rating.sendings.1.on", date(2026, 11, 20))
    assert rules.stage(at.session_state["case"], LAW, TODAY) == rules.ASKED
    assert rating(at).sendings[1].wrote == rules.NAME


@pytest.mark.parametrize("language", ENGLISH)
def test_with_an_attorney_there_is_no_letter_and_the_words_are_still_explained(language):
    words = load_words(language)
    at = page(RATED.answers({"triage.lawyer": "yes"}), language)
    assert words.say("rating.again") not in labels(at) and words.say("rating.to_letter") not in labels(at)
    assert words.say("rating.attorney") in text(at) and words.passages["pages/rating_settle"].title in text(at)


def test_an_exit_of_the_first_questions_closes_the_page():
    at = page(RATED.answers({"triage.exits": ("union",)}))
    assert load_words("en").say("rating.to_letter") not in labels(at) and load_words("en").passages["pages/rating_ps"].title not in text(at)


def test_a_decision_of_a_judge_is_for_an_attorney_today_and_no_letter_is_made():
    words = load_words("en")
    at = page(STAGES[rules.DECIDED])
    shown = text(at)
    assert words.clock(rules.DECISION_CLOCK, "title") in shown and words.say("rating.again") not in labels(at) and words.say("rating.to_letter") not in labels(at)
    assert words.say("rating.no_decision_day", phone=LAW.contacts.ia_phone) in text(page(RATED.answers({"rating.decision_served_on": "unsure"})))


def test_a_rating_without_a_day_asks_for_it_and_makes_no_date_up():
    words = load_words("en")
    shown = text(page(RATED.answers({"rating.received_on": "unsure", "rating.printed_on": None})))
    assert words.say("rating.no_day", phone=LAW.contacts.ia_phone) in shown and words.clock(rules.CLOCK, "title") not in shown


def test_a_date_that_is_past_is_shown_as_today_and_another_way_is_named(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", "2026-12-28")
    words = load_words("en")
    at = page(RATED)
    assert words.say("card.today_do") in text(at)
    at = press(at, words.say("rating.to_letter"))
    assert words.say("rating.past", call=words.say("card.call_today"), phone=LAW.contacts.ia_phone) in text(at) and words.say("rating.to_send") in labels(at)


def test_what_was_noted_is_changed_removed_and_comes_back():
    words = load_words("en")
    at = page(RATED)
    label = words.say("rating.fact_received_on")
    at = press(at, words.say("rating.remove", what=label))
    assert rating(at).received_on is None and words.say("rating.removed", what=label) in text(at)
    at = press(at, words.say("undo.undo"))
    assert rating(at) == RATED.rating
    at = press(at, words.say("denial.change", what=label))
    at = say_day(at, "rating.received_on", date(2026, 11, 18))
    assert rating(at).received_on == date(2026, 11, 18) and words.passages["pages/rating_rated"].title in text(at)


def test_a_day_that_is_not_yet_or_no_day_is_asked_again_and_nothing_is_lost():
    words = load_words("en")
    at = press(page(RATED), words.say("denial.change", what=words.say("rating.fact_received_on")))
    at = say_day(at, "rating.received_on", date(2027, 11, 18))
    assert words.say("errors.date_future", today=TODAY) in text(at) and rating(at) == RATED.rating
    assert at.text_input(key="q.rating.received_on.year").value == "2027"


def test_a_rating_that_came_before_it_was_written_is_asked_about_and_kept_when_said_again():
    words, day = load_words("en"), date(2026, 11, 16)
    at = press(page(RATED), words.say("denial.change", what=words.say("rating.fact_received_on")))
    at = say_day(at, "rating.received_on", day)
    assert words.say("errors.date_received_before_printed", printed=RATED.rating.printed_on) in text(at) and rating(at) == RATED.rating
    assert rating(go_on(at)).received_on == day


def test_a_judge_who_sent_it_back_before_it_came_is_asked_about():
    sent_on, back = date(2026, 11, 18), date(2026, 11, 17)
    one = RATED.answers({"rating.judge_sent_on": sent_on})
    assert check_day(one, "rating.judge_back_on", back, TODAY).facts == {"judge_sent": sent_on}
    assert check_day(one, "rating.printed_on", date(2026, 11, 20), TODAY).key == "date_printed_after_received"
    assert check_day(one, "rating.judge_back_on", date(2026, 11, 19), TODAY) is None
    assert "18" in load_words("es").say("errors.date_back_before_sent", judge_sent=sent_on)


@pytest.mark.slow
@pytest.mark.parametrize("name", EVENTS)
def test_every_question_about_what_happened_can_be_left_again(name):
    words = load_words("en")
    case = EXAM_SOON.answers({"reports": WRONG_REPORT.reports, "rating.apportions": None})
    at = page(case.answers({"rating.received_on": date(2026, 11, 18)}) if name == "printed_on" else case)
    at.session_state["place.rating.step"] = name
    at = press(at.run(), words.say("ask.back"))
    assert healthy(at) and at.session_state["place.rating.step"] in (None, "received_on")
