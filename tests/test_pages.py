"""The pages through Streamlit's AppTest: each opens for everybody in both languages, and the road from letter to date."""

import re
from datetime import date
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from qme_guide.case import Case
from qme_guide.flow import PAGES, page
from qme_guide.rules.triage import EXIT_ORDER, OUTCOMES
from qme_guide.words import LANGUAGES, load_words
from tests.personas import CLAIM_DENIED, EVERYBODY, FARM_WORKER, TODAY, WRONG_REPORT
from tests.sweeps import in_turn

APP = "../app.py"
# Each road told to its end, and the hand-off. Where nothing is told: test_frame.
TOLD_MOST = ("represented", "many", "not-eligible", "panel-here", "exam-soon")


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def opened(case: Case | None = None, name: str = "home", language: str = "en") -> AppTest:
    """The app with this case, on this page."""
    at = AppTest.from_file(APP, default_timeout=30)
    at.session_state["language"] = language
    if case:
        at.session_state["case"] = case
    at.run()
    return at.switch_page(page(name)).run() if name != "home" else at


def text(at: AppTest) -> str:
    """Everything on the screen, as words."""
    pieces = [element.proto.body for element in at.get("html")]
    pieces += [element.value for kind in (at.title, at.header, at.subheader, at.markdown) for element in kind]
    pieces += [element.label for kind in (at.button, at.radio, at.checkbox, at.text_input, at.selectbox) for element in kind]
    plain = re.sub(r"</?(a|em|strong)\b[^>]*>", "", " ".join(pieces))
    # Without the sign that follows the star of a typed word: it has no width.
    return unescape(re.sub(r"<style.*?</style>|<[^>]+>", " ", plain, flags=re.DOTALL)).replace("\u2060", "")


def healthy(at: AppTest) -> bool:
    broken = load_words("en").say("errors.page_broken"), load_words("es").say("errors.page_broken")
    return not at.exception and not any(sentence in text(at) for sentence in broken)


def labels(at: AppTest) -> list[str]:
    """The words on every button."""
    return [button.label for button in at.button]


def press(at: AppTest, label: str) -> AppTest:
    """Press the button with these words."""
    return next(button for button in at.button if button.label == label).click().run()


def go_on(at: AppTest) -> AppTest:
    """Press Continue."""
    labels = {load_words(language).say("ask.continue") for language in LANGUAGES}
    return next(button for button in at.button if button.label in labels).click().run()


def choose(at: AppTest, path: str, value: str) -> AppTest:
    at.radio(key=f"q.{path}").set_value(value)
    return go_on(at)


def tick(at: AppTest, path: str, *values: str) -> AppTest:
    for value in values:
        at.checkbox(key=f"q.{path}.{value}").set_value(True)
    return go_on(at)


def type_day(at: AppTest, path: str, day: str, month: int | None, year: str) -> AppTest:
    at.text_input(key=f"q.{path}.day").set_value(day)
    if month:
        box = at.selectbox(key=f"q.{path}.month")
        box.set_value(box.options[month])
    at.text_input(key=f"q.{path}.year").set_value(year)
    return go_on(at)


@pytest.mark.parametrize(("person", "language"), [pytest.param(*one.values, marks=one.marks if one.values[0] in TOLD_MOST else pytest.mark.slow) for one in in_turn(EVERYBODY)])
def test_every_page_opens_for_everybody(person, language):
    at = opened(EVERYBODY[person], "home", language)
    for one in PAGES:
        at = at.switch_page(page(one.name)).run()
        assert healthy(at), one.name
        assert len(at.title) == 1, one.name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["home", "denial", "dates", "imr"])
def test_the_same_day_stands_on_every_page_about_it(name, language):
    assert load_words(language).day(date(2026, 11, 25)) in text(opened(FARM_WORKER, name, language))


def answered(language: str) -> tuple[AppTest, int]:
    """Persona one from the first screen to the date card, and how many answers it took."""
    at = opened(None, "triage", language)
    for path, value in (("danger", "no"), ("lawyer", "no"), ("denied", "treatment"), ("own_doctor", "yes")):
        at = choose(at, f"triage.{path}", value)
    at = tick(at, "triage.exits", "none")
    at = at.switch_page(page("denial")).run()
    at = type_day(at, "letters.0.printed_on", "30", 10, "2026")
    return choose(at, "letters.0.drug", "no"), 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_seven_answers_give_the_date_card(language):
    at, answers = answered(language)
    words = load_words(language)
    assert answers <= 8
    assert words.day(date(2026, 11, 25)) in text(at)
    assert words.short_day(date(2026, 11, 23)) in text(at)
    assert words.say("near.days", days=4) in text(at)
    assert at.session_state["case"].letters[0].printed_on == date(2026, 10, 30)


@pytest.mark.parametrize("language", LANGUAGES)
def test_changing_the_language_keeps_every_answer(language):
    at, _ = answered(language)
    before = at.session_state["case"]
    at.button(key="bar_language").click().run()
    assert at.session_state["case"] == before
    other = next(one for one in LANGUAGES if one != language)
    assert load_words(other).day(date(2026, 11, 25)) in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_denied_claim_ends_at_its_exit_with_dates_to_ask_about(language):
    at = opened(CLAIM_DENIED, "triage", language)
    told = load_words(language).passages["outcomes/claim_denied"]
    assert told.title in text(at) and str(told.front["say"]) in text(at)
    assert load_words(language).day(date(2027, 3, 16)) in text(opened(CLAIM_DENIED, "dates", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_worker_with_a_lawyer_ends_at_the_lawyers_exit_after_two_answers(language):
    at = opened(None, "triage", language)
    at = choose(choose(at, "triage.danger", "no"), "triage.lawyer", "yes")
    assert load_words(language).passages["outcomes/attorney"].title in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answers", [{"lawyer": "yes"}, {"exits": ("union",)}, {"exits": ("elsewhere",)}, {"own_doctor": "no"}])
def test_no_packet_is_made_where_it_would_be_the_wrong_paper(answers, language):
    case = FARM_WORKER.answers({f"triage.{name}": value for name, value in answers.items()})
    at, words = opened(case, "imr", language), load_words(language)
    assert words.say("imr.sign_title") not in text(at)
    assert words.say("outcome.who") in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_danger_gets_help_first_and_the_questions_go_on(language):
    at = choose(opened(None, "triage", language), "triage.danger", "yes")
    words = load_words(language)
    assert words.passages["outcomes/danger"].title in text(at)
    assert "911" in text(at) and "988" in text(at)
    next(button for button in at.button if button.label == words.say("triage.go_on")).click()
    assert words.question("triage.lawyer")["label"] in text(at.run())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_late_medicine_denial_is_sent_today_and_never_hopeless(language):
    shown = text(opened(EVERYBODY["late-drug"], "home", language))
    words = load_words(language)
    assert words.say("card.today_label") in shown
    assert words.passages["pages/late"].title in shown
    assert "1-800-736-7401" in shown


UNKNOWN_MEDICINE = FARM_WORKER.answers({"letters": [{"id": "letter-1", "printed_on": "2026-09-01", "served_on": "2026-09-01", "served_how": "mail", "proof_of_service": "yes"}]})


@pytest.mark.parametrize(("name", "language"), [("home", "es"), ("dates", "en")])
def test_while_nobody_knows_of_a_medicine_one_card_tells_both_dates_that_are_past_the_earlier_first(name, language):
    words, shown = load_words(language), text(opened(UNKNOWN_MEDICINE, name, language))
    asks, _, _ = words.clock("imr-request-30", "missed", call="@").partition("@")
    assert shown.count(asks) == 1
    early, late = words.say("card.counted_date", safe=date(2026, 9, 11)), words.say("denial.was_no_medicine", day=date(2026, 10, 1))
    assert 0 < shown.find(early) < shown.find(late)
    assert "4610.5(h)(1)(B)" in shown, "the working of the later date stands in the fold"


def test_both_dates_keep_a_card_of_their_own_while_one_of_them_is_to_come(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", "2026-09-20")
    words, shown = load_words("es"), text(opened(UNKNOWN_MEDICINE, "dates", "es"))
    assert all(words.clock(rule, "title") in shown for rule in ("imr-request-10-drug", "imr-request-30"))
    assert words.say("denial.was_no_medicine", day=date(2026, 10, 1)) not in shown


BAD_DAYS = [
    (("", None, ""), "date_empty"),
    (("29", 2, "2026"), "date_not_real"),
    (("31", 9, "2026"), "date_not_real"),
    (("x", 9, "2026"), "date_not_real"),
    (("3", 9, "26"), "date_year_two_digits"),
    (("3", 9, "1066"), "date_year_range"),
    (("3", None, "2026"), "date_month_missing"),
    (("22", 11, "2026"), "date_future"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("typed", "key"), BAD_DAYS)
def test_a_day_that_cannot_be_is_told_kindly_on_top_and_at_the_field_and_stays_as_typed(typed, key, language):
    at = type_day(opened(FARM_WORKER.answers({"letters": ({"id": "letter-1"},)}), "denial", language), "letters.0.printed_on", *typed)
    sentence = load_words(language).sayings[f"errors.{key}"].partition("{")[0].strip()
    assert text(at).count(sentence) == 2
    assert at.text_input(key="q.letters.0.printed_on.day").value == typed[0]
    assert at.text_input(key="q.letters.0.printed_on.year").value == typed[2]
    assert at.session_state["case"].letters[0].printed_on is None


def test_what_was_asked_again_is_over_when_the_person_leaves_the_page():
    at = type_day(opened(Case(), "denial"), "letters.0.printed_on", "31", 2, "2026")
    told = load_words("en").say("errors.summary_title")
    assert told in text(at) and told in text(at.run())
    assert told not in text(at.switch_page(page("dates")).run().switch_page(page("denial")).run())


def test_only_the_month_is_an_answer():
    at = type_day(opened(FARM_WORKER.answers({"letters": ({"id": "letter-1"},)}), "denial"), "letters.0.printed_on", "", 10, "2026")
    assert at.session_state["case"].letters[0].printed_on == "2026-10"


def test_an_odd_day_is_asked_about_once_and_kept_when_it_is_said_again():
    case = FARM_WORKER.answers({"letters": ({"id": "letter-1", "printed_on": date(2026, 10, 30), "drug": "no"},), "claim.injured_on": date(2026, 11, 10)})
    at = opened(case, "denial")
    at.session_state["place.denial"] = "printed_on"
    at = type_day(at.run(), "letters.0.printed_on", "29", 10, "2026")
    assert at.session_state["case"].letters[0].printed_on == date(2026, 10, 30)
    at = go_on(at)
    assert at.session_state["case"].letters[0].printed_on == date(2026, 10, 29)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["triage.danger", "letters.0.drug"])
def test_no_answer_is_asked_for_again_and_not_being_sure_is_one(path, language):
    case = Case() if path.startswith("triage") else FARM_WORKER.answers({"letters": ({"id": "letter-1", "printed_on": date(2026, 10, 30)},)})
    at = go_on(opened(case, "triage" if path.startswith("triage") else "denial", language))
    assert load_words(language).say("errors.choice_empty") in text(at)
    at = choose(at, path, "unsure")
    assert at.session_state["case"].answer(path) == "unsure"


def test_a_long_answer_and_every_script_are_kept_whole():
    long = "Nguyễn Ñandú 王小明 مريم 😀 <script>alert(1)</script> " + "x" * 5000
    at = opened(FARM_WORKER, "denial")
    at.session_state["place.denial"] = "reason"
    at = at.run()
    at.text_area(key="q.letters.0.reason").set_value(long)
    at = go_on(at)
    assert at.session_state["case"].letters[0].reason == long
    assert healthy(at)


def test_an_answer_that_is_longer_than_the_field_stays_on_the_screen():
    at = opened(FARM_WORKER, "denial")
    at.session_state["place.denial"] = "reason"
    at = at.run()
    at.text_area(key="q.letters.0.reason").set_value("y" * 20_001)
    at = go_on(at)
    assert at.text_area(key="q.letters.0.reason").value == "y" * 20_001
    assert at.session_state["case"].letters[0].reason == FARM_WORKER.letters[0].reason


def test_one_answer_is_changed_from_the_check_and_the_check_comes_back():
    at = opened(FARM_WORKER.answers({"letters.0.recommended_on": "unsure", "letters.0.rfa_received_on": "unsure"}), "denial")
    at.button(key="change.drug").click().run()
    at = choose(at, "letters.0.drug", "yes")
    assert at.session_state["case"].letters[0].drug == "yes"
    assert load_words("en").say("denial.check") in text(at)


def test_the_clock_moves_and_the_page_says_so(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", "2027-01-02")
    assert load_words("en").passages["pages/stale"].paragraphs[1].split(".")[0] in text(opened(FARM_WORKER, "dates"))


ROADS = {
    "imr": {"denied": "treatment", "own_doctor": "yes", "exits": "none"},
    "unsure_letter": {"denied": "unsure", "own_doctor": "unsure", "exits": "unsure"},
    "attorney": {"lawyer": "yes"},
    "claim_denied": {"denied": "claim"},
    "body_part": {"denied": "body_part"},
    "delay": {"denied": "delay"},
    "other": {"denied": "other"},
    "mpn_opinion": {"denied": "treatment", "own_doctor": "no"},
    **{one: {"denied": "treatment", "own_doctor": "yes", "exits": one} for one in EXIT_ORDER},
}


def test_a_road_is_written_for_every_outcome():
    assert set(ROADS) == set(OUTCOMES)


@pytest.mark.parametrize(("name", "language"), in_turn(OUTCOMES))
def test_every_outcome_is_reached_on_the_screen_and_offers_a_next_step(name, language):
    at, words = opened(None, "triage", language), load_words(language)
    for path in ("danger", "lawyer", "denied", "own_doctor", "exits"):
        value = ROADS[name].get(path, "no")
        if f"q.triage.{path}" in {radio.key for radio in at.radio}:
            at = choose(at, f"triage.{path}", value)
        elif path == "exits" and path in ROADS[name]:
            at = tick(at, "triage.exits", value)
    told, shown = words.passages[f"outcomes/{name}"], text(at)
    for part in ("who", "say", "number", "date"):
        assert str(told.front[part]).replace("*", "") in shown
    steps = {words.say("triage.to_denial"), words.say("triage.to_letter")}
    assert steps & {button.label for button in at.button}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_of_the_whole_case_that_is_past_says_what_it_is_about_and_that_nothing_is_called_lost(language):
    words = load_words(language)
    whole, missed = words.say("card.whole_case"), words.clock("case-open-1y", "missed", call="@").split("@")[0]
    past = text(opened(WRONG_REPORT.answers({"claim.injured_on": "2024-10-12"}), "dates", language))
    assert past.index(words.clock("case-open-1y", "title")) < past.index(whole) < past.index(missed) < past.index(words.clock("factual-correction-30", "title"))
    ahead = text(opened(WRONG_REPORT, "dates", language))
    assert words.clock("case-open-1y", "title") in ahead and whole not in ahead


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_beyond_the_table_is_refused_in_words_and_never_shown_as_a_date(language):
    shown = text(opened(FARM_WORKER, "dates", language))
    words = load_words(language)
    refusal = words.passages["pages/refused"].paragraphs[0]
    assert words.fill(refusal, nominal=words.day(date(2031, 3, 16))) in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_says_when_its_rules_were_read_last_and_when_they_are_checked_again(language):
    shown, words = text(opened(None, "about", language)), load_words(language)
    assert words.day(date(2026, 11, 21)) in shown
    assert words.day(date(2027, 1, 1)) in shown
    assert "2013" not in shown
