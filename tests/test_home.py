"""Home and the first questions on the screen: where they lead away, what may be changed, what no longer is offered."""

from datetime import date

import pytest

from qme_guide import flow, interview
from qme_guide.case import Case, Letter, Triage
from qme_guide.law import load_law
from qme_guide.rules.triage import OUTCOMES
from qme_guide.tasks import AWAY, EXAM, FIRST, LETTER, PANEL, REPORT
from qme_guide.typed import Problem, read_choices
from qme_guide.words import HELPING, LANGUAGES, OWN, load_words
from tests.personas import CLAIM_DENIED, FARM_WORKER, LIABILITY, OBJECTOR, PANEL_HERE, PANEL_REPRESENTED, PANEL_WAIT, REPRESENTED, SENT, TODAY, TWO_TRACKS, WRONG_REPORT
from tests.sweeps import ENGLISH, SPANISH, in_turn
from tests.test_pages import ROADS, choose, go_on, labels, opened, text, tick

LAW = load_law()


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def road(case: Case) -> dict[str, str]:
    """The steps of the road and how they stand."""
    return {standing.task.name: standing.state for standing in flow.road(case, LAW, TODAY).standings}


def triage(name: str) -> Triage:
    """The answers that lead to an outcome."""
    said = {"danger": "no", "lawyer": "no", **ROADS[name]}
    return Triage(**{key: (value,) if key == "exits" else value for key, value in said.items()})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("voice", [OWN, HELPING])
def test_a_step_takes_as_long_on_home_as_on_the_board_of_a_clinic(voice, language):
    words, minutes = load_words(language, voice), LAW.practice.clinic.minutes
    timed = {task.name for tasks in (FIRST, AWAY, LETTER, PANEL, EXAM, REPORT) for task in tasks if "minut" in words.sayings.get(f"road.{task.name}_help", "")}
    assert {"triage", "denial", "form", "doctor", "objection", "report"} <= timed <= set(minutes)
    assert all("{minutes}" in words.sayings[f"road.{name}_help"] for name in timed)
    assert minutes["report"] == LAW.practice.report.reading_minutes
    helper = {"helper": {"helping": "yes", "agreed": "yes"}} if voice == HELPING else {}
    assert words.say("road.form_help", minutes=minutes["form"]) in text(opened(FARM_WORKER.answers(helper), "home", language))


@pytest.mark.parametrize("injured_on", [date(2023, 5, 1), date(2019, 5, 1)])
def test_the_lapsed_year_of_a_claim_that_nobody_disputes_never_stands_before_a_letter(injured_on):
    found = flow.road(FARM_WORKER.answers({"claim.injured_on": injured_on}), LAW, TODAY)
    assert found.soonest.deadline.rule == "imr-request-30" and found.ahead is None
    denied = flow.road(CLAIM_DENIED.answers({"claim.injured_on": injured_on}), LAW, TODAY)
    assert denied.soonest.deadline.rule == "case-open-1y"


@pytest.mark.parametrize("language", LANGUAGES)
def test_behind_a_date_that_is_past_home_shows_the_first_one_ahead(language):
    words, long_past = load_words(language), {"id": "letter-9", "printed_on": "2026-03-02", "treatments": [{"name": "MRI"}]}
    both = FARM_WORKER.answers({"letters": [*FARM_WORKER.letters, long_past]})
    found, at = flow.road(both, LAW, TODAY), opened(both, "home", language)
    assert (found.soonest.about, found.ahead.about) == ("letter-9", "letter-1")
    shown = [html.proto.body for html in at.get("html")]
    assert words.say("home.date_ahead") in text(at) and sum("day small" in one and words.day(date(2026, 11, 25)) in one for one in shown) == 1
    line = words.say("home.date_ahead_line", day=date(2026, 11, 25))
    assert next(number for number, one in enumerate(shown) if line in one) < next(number for number, one in enumerate(shown) if "card edge date" in one)
    assert words.say("home.date_ahead") not in text(opened(FARM_WORKER, "home", language))


@pytest.mark.parametrize("language", ENGLISH)
def test_the_help_for_a_denied_claim_stays_above_the_date_of_a_letter(language):
    case = FARM_WORKER.answers({"triage.denied": "claim"})
    shown, words = text(opened(case, "home", language)), load_words(language)
    order = [words.passages["outcomes/claim_denied"].title, words.say("home.only_claim_denied"), words.day(date(2026, 11, 25))]
    assert [shown.index(one) for one in order] == sorted(shown.index(one) for one in order)
    assert "1-800-736-7401" in shown


@pytest.mark.parametrize(("name", "language"), in_turn(name for name in OUTCOMES if name not in ("imr", "unsure_letter", "attorney")))
def test_home_keeps_every_outcome_that_leads_away_with_or_without_a_letter(name, language):
    words = load_words(language)
    told = words.passages[f"outcomes/{name}"]
    for case in (Case(triage=triage(name)), FARM_WORKER.model_copy(update={"triage": triage(name)})):
        at = opened(case, "home", language)
        assert told.title in text(at) and str(told.front["who"]) in text(at)
        assert words.say("home.whole") in labels(at)
    said = words.sayings.get(f"home.only_{name}", str(told.front["date"]))
    assert said in text(at)


def test_a_denied_claim_has_a_road_of_its_own_with_the_date_to_open_a_case():
    steps = road(CLAIM_DENIED)
    assert list(steps) == ["triage", "call", "keep", "open", "lawyer"]
    assert (steps["call"], steps["open"]) == (flow.NEXT, flow.SOON)
    row = next(one.row for one in flow.road(CLAIM_DENIED, LAW, TODAY).standings if one.task.name == "open")
    assert row.deadline.safe == date(2027, 3, 16)
    assert road(CLAIM_DENIED.answers({"claim.injured_on": None}))["open"] == flow.LATER


@pytest.mark.parametrize("language", SPANISH)
def test_a_worker_with_a_lawyer_is_sent_to_that_office_first_and_never_told_to_send(language):
    at, words = opened(REPRESENTED, "home", language), load_words(language)
    shown = text(at)
    assert shown.index(words.say("home.attorney")) < shown.index(words.day(date(2026, 11, 25)))
    for gone in ("road.form", "road.send"):
        assert words.say(gone) not in shown
    assert road(REPRESENTED)["attorney"] == flow.NEXT


@pytest.mark.parametrize("name", OUTCOMES)
def test_signing_and_sending_stand_on_the_road_only_where_a_packet_may_be_made(name):
    case = FARM_WORKER.model_copy(update={"triage": triage(name)})
    assert ({"form", "send"} <= set(road(case))) == flow.road(case, LAW, TODAY).outcome.packet


@pytest.mark.parametrize("name", OUTCOMES)
def test_every_outcome_leaves_an_open_step(name):
    assert flow.road(Case(triage=triage(name)), LAW, TODAY).next is not None


@pytest.mark.parametrize("language", ENGLISH)
def test_home_welcomes_until_something_real_is_answered(language):
    words = load_words(language)
    for case in (Case(triage=Triage(danger="yes")), Case(letters=(Letter(id="letter-1"),))):
        assert not flow.started(case)
        assert words.say("home.start") in labels(opened(case, "home", language))
    for case in (Case(letters=(Letter(id="letter-1", printed_on=TODAY),)), CLAIM_DENIED, Case(triage=triage("attorney"))):
        assert flow.started(case)
        assert words.say("home.start") not in labels(opened(case, "home", language))


@pytest.mark.parametrize("language", SPANISH)
def test_any_first_answer_can_be_changed_and_the_next_open_question_follows(language):
    at, words = opened(FARM_WORKER, "triage", language), load_words(language)
    for path in ("danger", "lawyer", "denied", "own_doctor", "exits"):
        question = str(words.question(f"triage.{path}")["label"])
        assert text(at).count(question) == 1 and words.say("denial.change", what=words.say(f"fact.short_{path}")) in labels(at)
    at = choose(at.button(key="change.triage-denied").click().run(), "triage.denied", "claim")
    assert words.passages["outcomes/claim_denied"].title in [title.value for title in at.title]
    at = opened(Case(triage=triage("attorney")), "triage", language)
    at = choose(at.button(key="change.triage-lawyer").click().run(), "triage.lawyer", "no")
    assert words.question("triage.denied")["label"] in text(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_back_goes_through_every_question_that_was_answered(language):
    words = load_words(language)
    at = opened(Case(triage=without_exits()), "triage", language)
    for path in ("exits", "own_doctor", "denied", "lawyer", "danger"):
        assert words.question(f"triage.{path}")["label"] in text(at)
        if path != "danger":
            at = next(button for button in at.button if button.label == words.say("ask.back")).click().run()


def without_exits() -> Triage:
    """All but the last question answered."""
    return FARM_WORKER.triage.model_copy(update={"exits": None})


@pytest.mark.parametrize("language", SPANISH)
def test_none_and_another_answer_are_asked_about_and_not_being_sure_gives_way(language):
    at = tick(opened(Case(triage=without_exits()), "triage", language), "triage.exits", "union", "none")
    assert load_words(language).say("errors.choice_none_and_more") in text(at)
    at.checkbox(key="q.triage.exits.none").set_value(False)
    at.checkbox(key="q.triage.exits.unsure").set_value(True)
    assert go_on(at).session_state["case"].triage.exits == ("union",)


def test_several_choices_are_read():
    assert read_choices(("union", "minor")) == ("union", "minor")
    assert read_choices(("none",)) == ("none",) and read_choices(("unsure",)) == ("unsure",)
    assert read_choices(("none", "unsure")) == Problem("choice_none_and_more")
    assert read_choices(()) == Problem("choice_empty")


@pytest.mark.parametrize("language", ENGLISH)
def test_danger_offers_both_numbers_to_tap(language):
    at = choose(opened(None, "triage", language), "triage.danger", "yes")
    pieces = " ".join(element.proto.body for element in at.get("html"))
    for phone in ("911", "988"):
        assert f'href="tel:{phone}"' in pieces
        assert load_words(language).say("outcome.call", phone=phone) in pieces


@pytest.mark.parametrize("language", SPANISH)
def test_sending_begins_today_by_its_mailing_day_and_the_doctor_goes_along(language):
    words, shown = load_words(language), text(opened(FARM_WORKER, "home", language))
    days = {"mail": date(2026, 11, 23), "safe": date(2026, 11, 25)}
    send, doctor = shown.index(words.say("road.send")), shown.index(words.say("road.doctor"))
    assert words.say("road.arrive_mail", **days) in shown[send:doctor]
    assert shown[:send].rstrip().endswith(words.say("state.from_today"))
    assert shown[:doctor].rstrip().endswith(words.say("state.today_too"))


@pytest.mark.parametrize("language", ENGLISH)
@pytest.mark.parametrize(("form", "envelope", "lack", "other"), [("yes", "no", "envelope", "form"), ("no", "yes", "form", "envelope")])
def test_only_what_is_missing_is_named_once_and_nothing_says_to_wait(form, envelope, lack, other, language):
    words = load_words(language)
    case = FARM_WORKER.answers({"letters.0.form_enclosed": form, "letters.0.envelope_enclosed": envelope})
    shown = text(opened(case, "home", language))
    assert shown.count(words.passages[f"pages/special_no_{lack}"].title) == 1
    assert words.passages[f"pages/special_no_{other}"].title not in shown and words.say("state.parked") not in shown
    two = case.model_copy(update={"letters": (FARM_WORKER.letters[0], case.letters[0].model_copy(update={"id": "letter-2", "printed_on": TODAY}))})
    assert words.say(f"road.lacks_{lack}") in text(opened(two, "home", language))


@pytest.mark.parametrize("language", SPANISH)
def test_a_question_after_the_date_promises_no_number_of_questions(language):
    """Answers change how many there are."""
    words, at = load_words(language), opened(FARM_WORKER, "denial", language)
    at.session_state["place.denial"] = "served_how"
    number, count = interview.step(FARM_WORKER, 0, "served_how")
    shown = text(at.run())
    assert words.say("dispute.step", number=number) in shown and words.say("triage.step", number=number, count=count) not in shown


@pytest.mark.parametrize("language", ENGLISH)
def test_what_is_on_hold_says_why_first(language):
    at, words = opened(LIABILITY, "home", language), load_words(language)
    pieces = " ".join(element.proto.body for element in at.get("html"))
    assert f"<strong>{words.say('road.parked_liability')}</strong>" in pieces


@pytest.mark.parametrize("language", SPANISH)
def test_the_first_questions_lead_past_a_letter_that_is_told(language):
    words = load_words(language)
    assert words.say("triage.to_denial") in labels(opened(Case(triage=FARM_WORKER.triage), "triage", language))
    after = labels(opened(TWO_TRACKS, "triage", language))
    assert words.say("road.form") in after and words.say("triage.to_denial") not in after


@pytest.mark.parametrize("language", ENGLISH)
def test_a_panel_form_that_was_sent_is_not_asked_for_again(language):
    words = load_words(language)
    assert words.say("road.panel_sent") in labels(opened(PANEL_WAIT, "home", language))
    sent = text(opened(PANEL_WAIT, "home", language))
    assert words.say("road.panel_sent_help") in sent and words.say("road.panel_help") not in sent
    here = text(opened(PANEL_HERE, "home", language))
    assert words.say("road.panel") in here and words.say("road.panel_sent") not in here


@pytest.mark.parametrize("language", SPANISH)
def test_on_the_road_of_a_dispute_the_date_and_the_next_step_come_before_what_the_road_is(language):
    at, words = opened(OBJECTOR, "home", language), load_words(language)
    shown, buttons = text(at), labels(at)
    assert shown.index(words.day(date(2026, 12, 10))) < shown.index(words.passages["routes/other_4062"].title)
    assert buttons.index(words.say("road.objection")) < buttons.index(words.say("home.to_road"))


@pytest.mark.parametrize("language", ENGLISH)
def test_home_has_one_main_button_also_for_a_dispute_with_an_attorney(language):
    at, words = opened(PANEL_REPRESENTED, "home", language), load_words(language)
    assert [button.label for button in at.button if button.proto.type == "primary"] == [words.say("road.attorney_dispute")]


@pytest.mark.parametrize("language", SPANISH)
def test_a_letter_whose_request_went_shows_no_date_to_keep_and_leads_on(language, monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", "2026-12-05")
    at, words = opened(SENT, "denial", language), load_words(language)
    assert words.say("denial.sent") in text(at) and words.say("card.today_label") not in text(at)
    assert [button.label for button in at.button if button.proto.type == "primary"] == [words.say("road.review")]


@pytest.mark.parametrize("language", ENGLISH)
def test_what_is_done_folds_once_it_is_more_than_what_is_open(language):
    words = load_words(language)
    found = flow.road(WRONG_REPORT, LAW, TODAY).standings
    done = [one for one in found if one.state == flow.DONE]
    assert len(done) > len(found) - len(done)
    shown = text(opened(WRONG_REPORT, "home", language))
    fold = words.say("home.done", count=len(done))
    assert shown.index(words.say("road.report")) < shown.index(fold) < shown.index(words.say("road.triage"))
    assert words.say("home.done", count=0).partition(":")[0] not in text(opened(FARM_WORKER, "home", language))
