"""The page after sending: each answer walked question by question, each outcome told in words, in both languages."""

from datetime import date

import pytest

from qme_guide.case import Case
from qme_guide.rules import review
from qme_guide.words import load_words
from tests.personas import ASSIGNED, EVERYBODY, FARM_WORKER, LIABILITY, MANY, NEWCOMER, NOT_ELIGIBLE, OVERTURNED, REPRESENTED, SENT, UPHELD
from tests.sweeps import ENGLISH, SPANISH
from tests.test_pages import choose, healthy, opened, press, text, type_day
from tests.test_review import MORE, STAGES, THEIRS, changed, two

LATER = date(2026, 12, 28)
TOLD = {
    "not_sent": "after_not_sent", "waiting": "after_waiting", "more": "after_more", "not_eligible": "after_not_eligible", "eligible": "after_eligible",
    "assigned": "after_assigned", "decided": "after_decided", "upheld": "after_upheld", "overturned": "after_overturned", "mixed": "after_mixed", "done": "after_done",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", LATER.isoformat())


def on(case: Case, language: str = "en"):
    return opened(case, "review", language)


def folds(at) -> list[str]:
    return [fold.label for fold in at.expander]


def skip(at, words):
    return press(at, words.say("ask.skip_it"))


def noted(at):
    return at.session_state["case"].letters[0]


@pytest.mark.parametrize("language", ENGLISH)
@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_tells_what_it_means_and_what_comes_next(stage, language):
    at, words = on(STAGES[stage], language), load_words(language)
    told = words.passages[f"pages/{TOLD[stage]}"]
    shown = text(at)
    assert healthy(at) and told.title in shown
    assert all(part.replace("*", "").format(n=12) in shown for part in told.paragraphs)
    assert words.say("review.road_title") in shown


@pytest.mark.parametrize("language", SPANISH)
def test_the_road_of_someone_who_was_found_not_eligible(language):
    words, at = load_words(language), on(SENT, language)
    at = choose(press(at, words.say("review.note_answer")), "letters.0.review.answer", "not_eligible")
    at = type_day(at, "letters.0.review.answered_on", "4", 12, "2026")
    assert (noted(at).review.answer, noted(at).review.answered_on) == ("not_eligible", date(2026, 12, 4))
    shown = text(at)
    assert words.day(date(2026, 12, 31)) in shown and words.say("review.not_eligible") in shown
    assert words.say("paper.appeal-sheet") in folds(at)
    call = words.say("outcome.call", phone="1-800-736-7401")
    assert call in shown


@pytest.mark.parametrize("language", ENGLISH)
def test_a_request_found_not_eligible_before_its_date_goes_again_first_and_is_appealed_second(language, monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", "2026-11-24")
    words = load_words(language)
    at = on(NOT_ELIGIBLE.answers({"letters.0.review.answered_on": date(2026, 11, 23)}), language)
    shown = text(at)
    again = words.say("review.again", safe=date(2026, 11, 25))
    assert again in shown and shown.index(again) < shown.index(words.clock(review.APPEAL, "label"))
    assert [button.label for button in at.button if button.proto.type == "primary"] == [words.say("review.mend")]
    assert again in text(opened(at.session_state["case"], "home", language))
    at = press(at, words.say("review.mend"))
    assert [title.value for title in at.title] == [words.say("imr.title")] and at.session_state["place.imr"] == "add"


@pytest.mark.parametrize("language", SPANISH)
def test_after_sending_the_copy_and_the_look_whether_it_arrived_come_first(language, monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", "2026-11-23")
    words, sent = load_words(language), [{"id": "sending-1", "to": "reviewer", "on": "2026-11-20", "how": "fax"}]
    at = on(SENT.answers({"letters.0.sendings": sent}), language)
    shown = text(at)
    places = [shown.index(words.say(key)) for key in ("imr.next_copy", "imr.next_arrived")]
    assert max(places) < shown.index(words.passages["pages/after_waiting"].title)
    kinds = {button.label: button.proto.type for button in at.button}
    assert kinds[words.say("review.to_send")] == "primary" and kinds[words.say("review.note_answer")] == "secondary"
    assert words.say("review.to_log") not in kinds, "both would lead to the same step"
    assert words.say("review.to_log") in [button.label for button in on(ASSIGNED, language).button]


@pytest.mark.parametrize("language", ENGLISH)
def test_questions_of_the_state_are_answered_by_their_date(language):
    words, at = load_words(language), on(SENT, language)
    at = choose(press(at, words.say("review.note_answer")), "letters.0.review.answer", "more")
    at = type_day(at, "letters.0.review.more_on", "22", 12, "2026")
    assert words.day(date(2026, 12, 29)) in text(at)
    assert words.say("paper.more-facts") in folds(at)


@pytest.mark.parametrize("language", SPANISH)
def test_without_the_day_it_came_no_date_is_made_up_and_it_is_urgent(language):
    words = load_words(language)
    assert words.say("review.no_day_more") in text(on(changed(MORE, more_on="unsure"), language))
    urgent = words.say("review.no_day_appeal", phone="1-800-736-7401")
    for case in (changed(NOT_ELIGIBLE, answered_on="unsure"), changed(UPHELD, decided_on=None)):
        assert urgent in text(on(case, language))
    assert urgent not in text(on(UPHELD, language)) and urgent not in text(on(OVERTURNED, language))


@pytest.mark.parametrize("language", ENGLISH)
def test_from_eligible_to_assigned_to_the_list_of_records(language):
    words, at = load_words(language), on(STAGES["eligible"], language)
    assert words.clock(review.ASSIGN_NOTICE, "title") in text(at)
    at = type_day(press(at, words.say("review.note_assigned")), "letters.0.review.assigned_on", "7", 12, "2026")
    at = skip(at, words)
    assert words.clock(review.RECORDS, "title") in text(at)
    assert words.say("review.no_list") in text(at) and words.say("paper.records-missing") in folds(at)
    at = choose(press(at, words.say("review.note_list")), "letters.0.review.list_received", "yes")
    assert words.clock(review.RECORDS, "title") not in text(at)
    assert words.say("review.compare_help") in text(at) and words.say("paper.records-missing") not in folds(at)
    assert words.say("review.compare_missing") not in text(at)
    at.checkbox(key="listed.letter-1.record-1").set_value(True)
    at = press(at, words.say("review.compare_keep"))
    assert noted(at).review.listed == ("record-1",)
    assert words.say("review.compare_missing") in text(at) and words.say("paper.records-missing") in folds(at)
    for record in ("record-2", "record-3"):
        at.checkbox(key=f"listed.letter-1.{record}").set_value(True)
    assert words.say("review.compare_all") in text(press(at, words.say("review.compare_keep")))


def test_nothing_ticked_is_an_answer_too_and_without_records_there_is_a_way_to_them():
    words, at = load_words("en"), on(changed(ASSIGNED, listed=None))
    assert noted(press(at, words.say("review.compare_keep"))).review.listed == ()
    at = on(ASSIGNED.answers({"records": []}))
    assert words.say("review.no_records") in text(at) and words.say("review.add_records") in text(at)


def decide(at, words, *results: str, given: tuple[str, ...] = ()):
    """Note a decision of December 21: the outcome of each treatment, then what was given already."""
    at = type_day(press(at, words.say("review.note_decision")), "letters.0.review.decided_on", "21", 12, "2026")
    at = skip(at, words)
    for number, result in enumerate(results):
        at = choose(at, f"letters.0.treatments.{number}.result", result)
    approved = [number for number, result in enumerate(results) if result in ("overturned", "partly")]
    for number, answer in zip(approved, given, strict=True):
        at = choose(at, f"letters.0.treatments.{number}.given", answer)
    return at


@pytest.mark.parametrize("language", SPANISH)
def test_a_denial_that_stands_leads_to_the_appeal_and_to_the_doctor(language):
    words = load_words(language)
    at = decide(on(changed(UPHELD, decided_on=None, received_on=None, result_0=None), language), words, "upheld")
    shown = text(at)
    assert noted(at).treatments[0].result == "upheld"
    assert words.say("review.means_upheld") in shown and words.day(date(2027, 1, 20)) in shown
    assert words.clock(review.REPEAT, "title") in shown
    assert {words.say(f"paper.{name}") for name in ("appeal-sheet", "new-request", "hand-off")} <= set(folds(at))
    assert words.say("paper.imr-authorize") not in folds(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_an_approval_runs_on_the_administrators_receipt_and_ends_with_the_authorization(language):
    words = load_words(language)
    at = decide(on(changed(UPHELD, decided_on=None, received_on=None, result_0=None), language), words, "overturned", given=("no",))
    at = type_day(at, "letters.0.review.administrator_received_on", "23", 12, "2026")
    shown = text(at)
    assert words.say("review.means_overturned") in shown and words.day(date(2026, 12, 31)) in shown
    assert words.say("review.ask_running") in shown and words.say("paper.imr-authorize") in folds(at)
    assert words.clock(review.APPEAL, "title") not in shown and words.say("paper.appeal-sheet") not in folds(at)
    at = type_day(press(at, words.say("review.note_authorized")), "letters.0.treatments.0.authorized_on", "28", 12, "2026")
    assert words.passages["pages/after_done"].title in text(at)
    assert words.say("review.means_authorized", day=words.told(LATER)) in text(at)


@pytest.mark.parametrize("language", SPANISH)
def test_each_treatment_of_a_letter_is_told_on_its_own(language):
    words = load_words(language)
    case = changed(two(UPHELD, None, None), decided_on=None, received_on=None)
    at = decide(on(case, language), words, "upheld", "partly", given=("yes",))
    at = skip(at, words)
    shown = text(at)
    assert words.say("review.means_upheld") in shown and words.say("review.means_partly") in shown
    assert words.passages["pages/after_mixed"].title in shown
    assert words.clock(review.APPEAL, "title") in shown and words.clock(review.REIMBURSE, "title") in shown
    assert words.say("review.no_receipt") in shown
    assert {words.say(f"paper.{name}") for name in ("appeal-sheet", "new-request", "imr-reimburse")} <= set(folds(at))
    assert words.say("paper.imr-authorize") not in folds(at)


@pytest.mark.parametrize(("today", "said"), [("2026-12-31", "ask_running"), ("2027-01-01", "ask_late")])
def test_the_letter_that_asks_says_late_only_after_the_last_day(today, said, monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", today)
    words, shown = load_words("en"), text(on(OVERTURNED))
    assert words.say(f"review.{said}") in shown
    monkeypatch.setenv("QME_GUIDE_TODAY", "2027-06-01")
    assert words.say("review.ask_due") in text(on(changed(OVERTURNED, administrator_received_on=None)))


@pytest.mark.parametrize("language", ENGLISH)
def test_the_fine_is_told_with_its_source_and_whose_money_it_is(language):
    at, words = on(OVERTURNED, language), load_words(language)
    assert words.say("review.fines") in text(at) and "$5,000" in text(at) and "4610.6(k)" in text(at)


@pytest.mark.parametrize("language", SPANISH)
def test_while_they_dispute_that_they_owe_it_they_may_wait_and_no_letter_is_offered(language):
    words = load_words(language)
    at = on(OVERTURNED.answers({"letters.0.liability_disputed": "yes"}), language)
    assert words.say("review.may_wait") in text(at)
    assert words.say("paper.imr-authorize") not in folds(at) and words.clock(review.AUTHORIZE, "title") not in text(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_a_request_on_hold_says_so_and_its_notice_gives_a_new_date(language):
    words = load_words(language)
    held = LIABILITY.answers({"letters.0.sendings": [{"id": "sending-1", "on": "2026-11-20"}]})
    at = on(held, language)
    assert words.passages["pages/after_hold"].title in text(at) and words.say("review.add_notice") in text(at)
    over = on(held.answers({"letters.0.liability_notice_on": "2026-12-15"}), language)
    assert words.say("review.hold_over") in text(over) and words.day(date(2027, 1, 14)) in text(over)


def test_one_noted_answer_is_changed_and_the_rest_stays():
    words, at = load_words("en"), on(ASSIGNED)
    at = press(at, words.say("denial.change", what=words.say("review.fact_answer")))
    at = press(at, words.say("ask.back"))
    assert noted(at) == ASSIGNED.letters[0]
    at = choose(press(at, words.say("denial.change", what=words.say("review.fact_list_received"))), "letters.0.review.list_received", "no")
    assert noted(at).review.list_received == "no" and noted(at).review.assigned_on == ASSIGNED.letters[0].review.assigned_on


def test_a_day_in_the_future_is_asked_again():
    words, at = load_words("en"), on(STAGES["eligible"])
    at = type_day(press(at, words.say("review.note_assigned")), "letters.0.review.assigned_on", "30", 12, "2026")
    assert words.say("errors.date_future", today=LATER) in text(at) and noted(at).review.assigned_on is None


@pytest.mark.parametrize("language", SPANISH)
def test_a_letter_without_treatments_leads_to_them_before_a_decision_is_noted(language):
    words = load_words(language)
    at = on(SENT.answers({"letters.0.treatments": []}), language)
    assert words.say("review.no_treatments") in text(at) and words.say("review.add_treatments") in text(at)
    at = press(at, words.say("review.note_decision"))
    at = type_day(at, "letters.0.review.decided_on", "21", 12, "2026")
    assert words.clock(review.APPEAL, "title") in text(skip(at, words))


@pytest.mark.parametrize("language", ENGLISH)
def test_the_page_makes_sense_to_a_newcomer_a_represented_worker_and_someone_with_three_letters(language):
    words = load_words(language)
    assert words.say("imr.no_letter") in text(on(NEWCOMER, language))
    assert words.passages["outcomes/attorney"].title in text(on(REPRESENTED, language))
    three = on(MANY, language)
    assert words.say("imr.choose") in [one.label for one in three.radio]
    assert words.say("review.to_imr") in text(three)


def test_each_letter_keeps_its_own_answers():
    words, at = load_words("en"), on(MANY)
    at = at.radio[0].set_value(1).run()
    at = choose(press(at, words.say("review.note_answer")), "letters.1.review.answer", "not_eligible")
    at = type_day(at, "letters.1.review.answered_on", "4", 12, "2026")
    letters = at.session_state["case"].letters
    assert [one.review.answer for one in letters] == [None, "not_eligible", None]
    assert words.day(date(2026, 12, 31)) in text(at)
    assert words.day(date(2026, 12, 31)) not in text(at.radio[0].set_value(0).run())


@pytest.mark.parametrize("language", SPANISH)
@pytest.mark.parametrize("case", [NOT_ELIGIBLE, UPHELD])
def test_home_shows_the_date_of_the_appeal_and_not_that_of_a_request_already_sent(case, language):
    words, shown = load_words(language), text(opened(case, "home", language))
    assert words.clock(review.APPEAL, "label") in shown
    assert words.clock("imr-request-30", "label") not in shown


@pytest.mark.parametrize("language", ENGLISH)
@pytest.mark.parametrize("name", ["not-eligible", "overturned", "upheld"])
def test_the_page_and_all_dates_show_the_same_day(name, language):
    words, rule = load_words(language), review.AUTHORIZE if name == "overturned" else review.APPEAL
    day = {"not-eligible": date(2026, 12, 31), "overturned": date(2026, 12, 31), "upheld": date(2027, 1, 20)}[name]
    for page in ("review", "dates"):
        shown = text(opened(EVERYBODY[name], page, language))
        assert words.clock(rule, "title") in shown and words.day(day) in shown


@pytest.mark.parametrize("language", SPANISH)
@pytest.mark.parametrize("rule", THEIRS)
def test_each_date_of_the_other_side_stands_on_the_page_of_all_dates_as_theirs(rule, language):
    (case, day), words = THEIRS[rule], load_words(language)
    shown = text(opened(case, "dates", language))
    title = shown.index(words.clock(rule, "title"))
    assert words.say("dates.theirs") in shown and words.day(day) in shown[title:] and words.clock(rule, "label") in shown[title:]


def test_the_button_before_sending_leads_to_the_papers():
    at = press(on(FARM_WORKER), load_words("en").say("review.to_imr"))
    assert [title.value for title in at.title] == [load_words("en").say("imr.title")]
