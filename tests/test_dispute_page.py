"""The page that finds the road of a medical dispute: every road is reached on the screen, every answer can be changed."""

from datetime import date

import pytest

from qme_guide.case import Case, Claim, Panel, Report, Route, Triage
from qme_guide.rules import route
from qme_guide.words import LANGUAGES, load_words
from tests.personas import CLAIM_DENIED, OBJECTOR, PANEL_HERE, PANEL_REPRESENTED, PANEL_WAIT, REPRESENTED, TODAY
from tests.test_pages import choose, healthy, labels, opened, text, tick

KINDS = {"route.about": tick, "triage.exits": tick}
ROADS: dict[str, dict[str, str]] = {
    "imr": {"route.about": "treatment"},
    "mpn_opinion": {"route.about": "network_doctor", "route.network": "yes"},
    "compensability_4060": {"route.about": "claim", "route.claim_stands": "denied"},
    "wait_60": {"route.about": "claim", "route.claim_stands": "undecided"},
    "permanent_4061": {"route.about": "permanent"},
    "other_4062": {"route.about": "work_status"},
    "both": {"route.about": "permanent work_status"},
    "claim_form_first": {"route.about": "work_status", "route.claim_form": "no"},
    "represented": {"triage.lawyer": "yes"},
    "unsure": {"route.about": "unsure"},
    **{name: {"route.about": "treatment", "triage.exits": name} for name in route.EXIT_ORDER},
}
PLAIN = {"triage.danger": "no", "triage.lawyer": "no", "route.claim_form": "yes", "triage.exits": "none"}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def answered(name: str) -> Case:
    """The answers of a road as a case."""
    said = {**PLAIN, **ROADS[name]}
    lists = {path: tuple(said[path].split()) for path in ("route.about", "triage.exits") if path in said}
    return Case(claim=Claim(form_filed_on=date(2026, 11, 2) if name == "wait_60" else None)).answers({**said, **lists})


def shows(at, name: str, language: str) -> None:
    told, shown = load_words(language).passages[f"routes/{name}"], text(at)
    assert healthy(at)
    assert at.title[0].value == told.title
    for part in ("who", "say", "number", "date"):
        assert str(told.front[part]).replace("*", "") in shown


def test_a_way_is_written_for_every_road():
    assert set(ROADS) == set(route.OUTCOMES)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", route.OUTCOMES)
def test_every_road_is_reached_question_by_question(name, language):
    at, said = opened(None, "dispute", language), {**PLAIN, **ROADS[name]}
    for path in ("triage.danger", "triage.lawyer", "route.about", "route.claim_stands", "route.network", "route.claim_form"):
        if load_words(language).question(path)["label"] in text(at):
            at = tick(at, path, *said[path].split()) if path in KINDS else choose(at, path, said[path])
    if load_words(language).question("claim.form_filed_on")["label"] in text(at):
        at.checkbox(key="q.claim.form_filed_on.unsure").set_value(True)
        at = next(button for button in at.button if button.label == load_words(language).say("ask.continue")).click().run()
    if name != "represented":
        at = tick(at, "triage.exits", said["triage.exits"])
    shows(at, name, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["represented", "unsure"])
def test_a_road_without_papers_says_whom_to_talk_to(name, language):
    shows(opened(answered(name), "dispute", language), name, language)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", route.OUTCOMES)
def test_every_road_is_shown_in_both_languages(name, language):
    shows(opened(answered(name), "dispute", language), name, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worker_who_is_told_to_go_back_to_work_comes_to_the_objection(language):
    at, words = opened(answered("other_4062"), "dispute", language), load_words(language)
    assert words.say("dispute.to_objection") in labels(at)
    assert words.say("dispute.law", sections=words.say("dispute.section", number="4062")) in text(at)
    assert words.passages["pages/qme_facts"].title in text(at)


def test_the_wait_shows_its_day_and_without_a_day_asks_for_it():
    words = load_words("es")
    assert words.day(date(2027, 1, 2)) in text(opened(answered("wait_60"), "dispute", "es"))
    at = opened(answered("wait_60").answers({"claim.form_filed_on": "unsure"}), "dispute", "es")
    label = str(words.question("claim.form_filed_on")["label"])
    next(button for button in at.button if button.label == words.say("denial.change", what=label)).click()
    assert label in text(at.run()) and "q.claim.form_filed_on.day" in {field.key for field in at.text_input}


def test_several_disputes_show_every_road_in_order():
    words = load_words("es")
    at = opened(answered("claim_form_first").answers({"route.about": ("treatment", "work_status")}), "dispute", "es")
    assert at.title[0].value == words.passages["routes/imr"].title
    assert [head.value for head in at.header][:2] == [words.passages[f"routes/{name}"].title for name in ("claim_form_first", "other_4062")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_switching_the_lawyer_on_the_screen_changes_the_road_and_keeps_the_answers(language):
    words, case = load_words(language), answered("other_4062").answers({"reports": (Report(id="report-1", received_on=TODAY),)})
    at = opened(case, "dispute", language)
    at = choose(at.button(key="change.triage-lawyer").click().run(), "triage.lawyer", "yes")
    assert at.title[0].value == words.passages["routes/represented"].title
    assert words.say("dispute.to_objection") not in labels(at)
    assert words.say("paper.hand-off") in [fold.label for fold in at.expander]
    at = choose(at.button(key="change.triage-lawyer").click().run(), "triage.lawyer", "no")
    assert at.title[0].value == words.passages["routes/other_4062"].title
    kept = at.session_state["case"]
    assert kept == case


def test_back_goes_through_the_questions_and_danger_gets_help_first():
    words = load_words("en")
    at = choose(opened(None, "dispute"), "triage.danger", "yes")
    assert words.passages["outcomes/danger"].title in text(at)
    next(button for button in at.button if button.label == words.say("triage.go_on")).click()
    at = tick(choose(at.run(), "triage.lawyer", "unsure"), "route.about", "network_doctor")
    for path in ("route.network", "route.about", "triage.lawyer", "triage.danger"):
        assert words.question(path)["label"] in text(at)
        if path != "triage.danger":
            at = next(button for button in at.button if button.label == words.say("ask.back")).click().run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_questions_and_home_lead_to_the_disputes(language):
    words = load_words(language)
    assert words.say("home.dispute") in labels(opened(None, "home", language))
    for case in (CLAIM_DENIED, REPRESENTED, Case(triage=Triage(danger="no", lawyer="no", denied="other"))):
        assert words.say("triage.to_dispute") in labels(opened(case, "triage", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_shows_the_road_of_a_dispute_and_its_date_by_name(language):
    case = answered("other_4062").answers({"triage.denied": "other", "panels": (Panel(id="panel-1", issued_on=date(2026, 11, 16)),)})
    at, words = opened(case, "home", language), load_words(language)
    assert words.passages["routes/other_4062"].title in text(at) and words.say("home.to_road") in labels(at)
    assert words.passages["outcomes/other"].title not in text(at)
    assert words.clock("qme-select-10", "title") in text(at) and words.day(date(2026, 11, 25)) in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_sends_a_represented_worker_to_the_attorney_and_to_no_generator(language):
    case = answered("other_4062").answers({"triage.lawyer": "yes", "route": Route(about=("work_status",)).model_dump()})
    at, words = opened(case, "home", language), load_words(language)
    assert words.say("home.attorney") in text(at) and words.say("road.attorney_dispute") in text(at)
    for gone in ("objection", "panel", "choose", "appointment"):
        assert words.say(f"road.{gone}") not in text(at)


OUR_LETTERS = ("objection", "form105-request", "panel-copy", "selection-notice", "replacement-sheet")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["dispute", "objection", "panel", "choose"])
def test_with_a_lawyer_every_page_of_the_road_ends_at_the_hand_off_and_makes_no_letter(name, language):
    words = load_words(language)
    at = opened(PANEL_REPRESENTED, name, language)
    folds, shown = [fold.label for fold in at.expander], text(at)
    assert words.say("paper.hand-off") in folds
    assert words.passages["routes/represented"].paragraphs[0].replace("*", "") in shown
    letters = [words.sayings[f"paper.{paper}"] for paper in OUR_LETTERS if f"paper.{paper}" in words.sayings]
    assert letters and not [label for label in letters if any(label in fold for fold in (*folds, *labels(at)))]
    without = opened(PANEL_REPRESENTED.answers({"triage.lawyer": "no"}), name, language)
    assert words.passages["routes/represented"].paragraphs[0] not in text(without)
    assert without.session_state["case"] == PANEL_HERE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_represented_road_names_the_hand_off_sheet_as_its_fold_does(language):
    words = load_words(language)
    assert words.say("paper.hand-off") in " ".join(words.passages["routes/represented"].paragraphs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dispute_whose_objection_went_leads_on_to_the_next_step(language):
    words = load_words(language)
    assert words.say("dispute.to_objection") in labels(opened(OBJECTOR, "dispute", language))
    for case, step in ((PANEL_WAIT, "road.panel_sent"), (PANEL_HERE, "road.choose")):
        shown = labels(opened(case, "dispute", language))
        assert words.say(step) in shown and words.say("dispute.to_objection") not in shown
