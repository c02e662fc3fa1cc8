"""The preflight: one light for each reason to refuse a request and for each extra, and no way to ready past a red one."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qme_guide.answers import Signer, YesNo
from qme_guide.case import Case, Treatment
from qme_guide.fields import field
from qme_guide.law import NotInForce, load_law
from qme_guide.rules import imr
from qme_guide.rules.handed import ADVISABLE
from qme_guide.rules.preflight import AMBER, FIXES, GREEN, RED, Handed, Light, preflight, ready
from qme_guide.sitemap import PAGES
from qme_guide.voices import placeholders
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EVERYBODY, FARM_WORKER, TODAY

LAW = load_law()
GOOD_CASE = FARM_WORKER.answers(
    {"letters.0.asked_before": "no", "letters.0.signer": "worker", "letters.0.form_revised_on": date(2026, 5, 1)},
)
GOOD_HAND = Handed(form_pages=1, decision_pages=4, signed="yes", filled="yes", matches="yes", complete="yes", claim_number_seen=True)


def lights(case: Case = GOOD_CASE, today: date = TODAY, **handed) -> tuple[Light, ...]:
    return preflight(case, case.letters[0], replace(GOOD_HAND, **handed), LAW, today)


def said(today: date = TODAY, handed: Handed = GOOD_HAND, **answers) -> tuple[Light, ...]:
    case = GOOD_CASE.answers({f"letters.0.{name}": value for name, value in answers.items()})
    return preflight(case, case.letters[0], handed, LAW, today)


def one(found: tuple[Light, ...], name: str) -> Light | None:
    return next((light for light in found if light.name == name), None)


def standing(found: tuple[Light, ...], name: str) -> tuple[str, str, str]:
    light = one(found, name)
    return light.state, light.words.removeprefix(f"{name}_"), light.fix


OTHER = {"signer": "other", "designated_on": date(2026, 11, 2)}
NAMED = replace(GOOD_HAND, designation_pages=1)
NAMES = sorted({name for name, _ in ADVISABLE})
ADVISED = replace(GOOD_HAND, advised=frozenset(NAMES))
# What is wrong, the light, its state, which words and the step that mends it.
CASES = {
    # the reasons the State names
    "not signed": (lights(signed="no"), "signed", RED, "unsigned", "sign"),
    "signature not looked at": (lights(signed=None), "signed", RED, "red", "add"),
    "not sure about the signature": (lights(signed="unsure"), "signed", RED, "red", "add"),
    "past its date": (lights(today=date(2026, 11, 26)), "in_time", RED, "red", "check"),
    "past its date, note read": (lights(today=date(2026, 11, 26), late_noted=True), "in_time", AMBER, "amber", "check"),
    "no date": (said(printed_on="unsure", served_on=None), "in_time", RED, "undated", "denial"),
    "older than the rule": (said(printed_on=date(2012, 1, 2), postmarked_on=None, received_on=None), "in_time", RED, "uncounted", "call"),
    "beyond the table of closed days": (said(printed_on=date(2029, 3, 30), postmarked_on=None, received_on=None), "in_time", RED, "uncounted", "call"),
    "no decision": (lights(decision_pages=0), "decision", RED, "red", "add"),
    "decision not complete": (lights(complete="no"), "complete", RED, "part", "add"),
    "decision not counted": (lights(complete=None), "complete", RED, "red", "add"),
    "fewer pages than the letter says": (lights(pages_said=5), "complete", RED, "short", "add"),
    "fewer pages than the letter says, and gaps": (lights(pages_said=5, missing_numbers=(2,)), "complete", RED, "short", "add"),
    "page 2 of 4 missing": (lights(missing_numbers=(2,), complete=None), "complete", RED, "gaps", "add"),
    "page 2 of 4 missing, and the person looked": (lights(missing_numbers=(2,)), "complete", AMBER, "amber", "add"),
    "only conditional": (said(conditional="yes"), "conditional", RED, "red", "doctor"),
    "only conditional, and somebody was asked": (said(handed=ADVISED, conditional="yes"), "conditional", AMBER, "advised", "call"),
    "asked before, and somebody was asked": (said(handed=ADVISED, asked_before="yes"), "asked_before", AMBER, "advised", "call"),
    "no date, and somebody was asked": (said(handed=ADVISED, printed_on="unsure", served_on=None), "in_time", AMBER, "advised", "call"),
    "not sure if conditional": (said(conditional="unsure"), "conditional", AMBER, "amber", "denial"),
    "conditional not asked": (said(conditional=None), "conditional", RED, "unanswered", "denial"),
    "asked before": (said(asked_before="yes"), "asked_before", RED, "red", "call"),
    "not sure if asked before": (said(asked_before="unsure"), "asked_before", AMBER, "amber", "call"),
    "asked before not asked": (said(asked_before=None), "asked_before", RED, "unanswered", "check"),
    "liability disputed": (said(liability_disputed="yes"), "liability", AMBER, "amber", "call"),
    "liability not known": (said(liability_disputed="unsure"), "liability", AMBER, "unanswered", "denial"),
    "form not complete": (lights(filled="no"), "filled", RED, "wrong", "call"),
    "form not compared": (lights(filled=None), "filled", RED, "red", "add"),
    # the extras
    "no form": (lights(form_pages=0), "form", RED, "red", "add"),
    "no form came": (said(handed=replace(GOOD_HAND, form_pages=0), form_enclosed="no"), "form", RED, "absent", "sign"),
    "no form came with the letter, but later": (
        said(handed=replace(GOOD_HAND, form_pages=0, form_here=True), form_enclosed="no"), "form", RED, "red", "add",
    ),
    "another claim or decision": (lights(matches="no"), "matches", RED, "differs", "add"),
    "claim and decision not looked at": (lights(matches="unsure"), "matches", RED, "red", "add"),
    "the same form for two letters": (lights(same_form=True, matches=None), "one_form", RED, "red", "add"),
    "one form that names both": (lights(same_form=True), "one_form", AMBER, "amber", "add"),
    "the number does not stand in the decision": (lights(claim_number_seen=False, matches=None), "claim_number", RED, "red", "add"),
    "the number was not found, and the person looked": (lights(claim_number_seen=False), "claim_number", AMBER, "amber", "add"),
    "no claim number": (lights(GOOD_CASE.answers({"claim.number": None})), "claim_number", AMBER, "absent", "denial"),
    "named before the decision": (said(handed=NAMED, signer="other", designated_on=date(2026, 10, 29)), "designation", RED, "early", "sign"),
    "named on the day of the decision": (said(handed=NAMED, signer="other", designated_on=date(2026, 10, 30)), "designation", RED, "early", "sign"),
    "named on a day nobody knows": (said(handed=NAMED, signer="other", designated_on="2026-11"), "designation", RED, "undated", "sign"),
    "decided on a day nobody knows": (said(handed=NAMED, **OTHER, decided_on=None, printed_on="2026-10"), "designation", RED, "undecided", "denial"),
    "no paper that names the other person": (said(**OTHER), "designation", RED, "red", "add"),
    "nobody said who signs": (said(signer=None), "designation", AMBER, "amber", "sign"),
    "an old form": (said(form_revised_on=date(2026, 3, 31)), "old_form", AMBER, "amber", "call"),
    "a form of a month before": (said(form_revised_on="2014-03"), "old_form", AMBER, "amber", "call"),
    "a form without a date": (said(form_revised_on="unsure"), "old_form", AMBER, "unread", "sign"),
    "urgent without the doctor's paper": (said(urgent="yes"), "urgent", AMBER, "amber", "doctor"),
    "a treatment without a name": (said(treatments=(Treatment(name="One"), Treatment())), "listed", AMBER, "amber", "denial"),
    "no treatment told": (said(treatments=()), "listed", AMBER, "amber", "denial"),
    "a medicine that nobody named": (said(drug="yes"), "listed", AMBER, "medicine", "denial"),
    "pages that cannot be read": (lights(unreadable=2), "readable", RED, "red", "add"),
    "blurred pages nobody answered about": (lights(blurred_open=1), "readable", RED, "blurred", "add"),
    "a page that is there twice": (lights(doubles=1), "doubles", AMBER, "amber", "add"),
}  # fmt: skip


@pytest.mark.parametrize("what", CASES)
def test_what_is_wrong_has_its_light_its_words_and_its_step(what):
    found, name, *expected = CASES[what]
    assert standing(found, name) == tuple(expected)
    assert ready(found) == all(light.state != RED for light in found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", CASES)
def test_each_light_is_told_in_both_languages_with_what_mends_it(what, language):
    found, name, *_ = CASES[what]
    light, words = one(found, name), load_words(language)
    title, fix = f"light.{light.words}", f"light.{light.words}_fix"
    assert words.say(title, **light.facts) and words.say(fix, **light.facts)
    assert placeholders(words.sayings[title]) | placeholders(words.sayings[fix]) <= set(light.facts)


GREENS = {
    "the good case": lights(),
    "the last day": lights(today=date(2026, 11, 25)),
    "sent in time, looked at later": said(today=date(2026, 12, 20), sendings=[{"id": "sending-1", "on": TODAY}]),
    "named the day after": said(handed=NAMED, signer="other", designated_on=date(2026, 10, 31)),
    "urgent with the doctor's paper": said(handed=replace(GOOD_HAND, certification_pages=1), urgent="yes"),
    "as many pages as the letter says": lights(pages_said=4),
    "more pages than the letter says": lights(pages_said=2),
    "liability over": said(liability_disputed="yes", liability_notice_on=date(2026, 11, 16)),
    "no text to look for the number in": lights(claim_number_seen=None),
    "the first month of the new rules": said(form_revised_on="2026-04"),
}


@pytest.mark.parametrize("what", GREENS)
def test_what_is_right_is_green_and_ready(what):
    assert [light for light in GREENS[what] if light.state != GREEN] == []
    assert ready(GREENS[what])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_about_a_light_can_come_up_and_none_is_missing(language):
    sayings = load_words(language).sayings
    seen = {light.words for found in (*(found for found, *_ in CASES.values()), *GREENS.values()) for light in found}
    fixes = {f"{light.words}_fix" for found, *_ in CASES.values() for light in found if light.fix}
    frame = {"fine", *(f"ask_{name}" for name in NAMES), *(f"state_{state}" for state in (RED, AMBER, GREEN)), *(f"to_{step}" for step in FIXES if step != "call")}
    assert {key.removeprefix("light.") for key in sayings if key.startswith("light.")} == seen | fixes | frame


def test_a_request_sent_after_its_date_is_not_called_in_time():
    late = said(today=date(2026, 12, 20), sendings=[{"id": "sending-1", "on": date(2026, 12, 1)}])
    assert standing(late, "in_time")[0] == RED
    failed = said(today=date(2026, 12, 20), sendings=[{"id": "sending-1", "on": TODAY, "result": "failed"}])
    assert standing(failed, "in_time")[0] == RED


def test_a_medicine_makes_the_date_of_the_light_earlier():
    drug = (Treatment(name="A medicine", drug="yes"),)
    assert standing(said(drug="yes", treatments=drug), "in_time")[0] == RED
    assert one(lights(), "in_time").facts == {"safe": date(2026, 11, 25)}


def test_what_cannot_be_looked_at_yet_has_no_light():
    names = {light.name for light in lights(form_pages=0, decision_pages=0)}
    assert not names & {"signed", "filled", "matches", "one_form", "old_form", "complete", "readable"}
    assert {"form", "decision", "in_time"} <= names


@pytest.mark.parametrize("person", [name for name, case in EVERYBODY.items() if case.letters])
def test_nobody_is_ready_with_empty_hands(person):
    case = EVERYBODY[person]
    assert all(not ready(preflight(case, letter, Handed(), LAW, TODAY)) for letter in case.letters)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["asked_before", "signer", "designated_on", "form_revised_on"])
def test_each_answer_that_only_the_preflight_needs_is_asked_with_all_its_choices(name, language):
    told = load_words(language).question(f"letters.0.{name}")
    assert told["label"] and told["why"]
    assert set(told.get("choices", {})) == set(field(f"letters.0.{name}").values)


def test_every_step_that_mends_is_a_step_of_the_papers_a_page_or_the_call():
    assert set(FIXES) - {"sign", "add", "check", "call"} <= {page.name for page in PAGES}


DAYS = st.one_of(st.none(), st.just("unsure"), st.sampled_from(["2026-10", "2026-11", "2014-03"]), st.dates(TODAY - timedelta(60), TODAY))
YES_NO = st.sampled_from([None, *get_args(YesNo)])
COUNT = st.integers(0, 4)


def some(kinds: dict[str, st.SearchStrategy]) -> st.SearchStrategy:
    """Any few of these things, each changed to anything: near enough to a good case that some are ready."""
    return st.lists(st.one_of(*(st.tuples(st.just(name), values) for name, values in kinds.items())), max_size=5).map(dict)


ANSWERS = some(
    {
        **dict.fromkeys(("printed_on", "served_on", "received_on", "decided_on", "designated_on", "form_revised_on", "liability_notice_on"), DAYS),
        **dict.fromkeys(("drug", "urgent", "conditional", "liability_disputed", "asked_before", "form_enclosed", "proof_of_service"), YES_NO),
        "signer": st.sampled_from([None, *get_args(Signer)]),
        "treatments": st.lists(st.fixed_dictionaries({"name": st.sampled_from([None, "One"]), "drug": YES_NO}), max_size=2),
    }
)
HANDS = some(
    {
        **{one.name: COUNT for one in fields(Handed) if one.type is int},
        **dict.fromkeys(("signed", "filled", "matches", "complete"), YES_NO),
        "pages_said": st.none() | COUNT,
        "missing_numbers": st.sampled_from([(), (2,), (2, 3)]),
        "claim_number_seen": st.sampled_from([None, True, False]),
        **dict.fromkeys(("same_form", "form_here", "late_noted"), st.booleans()),
        "advised": st.frozensets(st.sampled_from(NAMES)),
    }
).map(lambda changes: replace(GOOD_HAND, **changes))


def must_hold(letter, hand: Handed) -> dict[str, bool]:
    """What any request called ready has, told without the lights."""
    try:
        found = None if letter.printed_on in (None, "unsure") and letter.served_on in (None, "unsure") else imr.request(letter, LAW, TODAY)
    except NotInForce:
        found = None
    safe = found.first.safe if isinstance(found, imr.Request) else None
    named = letter.designated_on
    return {
        "form": hand.form_pages > 0,
        "decision": hand.decision_pages > 0,
        "whole decision": hand.complete == "yes",
        "as many pages as it says": not hand.pages_said or hand.decision_pages >= hand.pages_said,
        "signed": hand.signed == "yes",
        "filled": hand.filled == "yes",
        "right form": hand.matches == "yes",
        "in time, or the note was read": safe is not None and (safe >= TODAY or hand.late_noted) or safe is None and "in_time" in hand.advised,
        "not conditional": letter.conditional in ("no", "unsure") or letter.conditional == "yes" and "conditional" in hand.advised,
        "not asked before": letter.asked_before in ("no", "unsure") or letter.asked_before == "yes" and "asked_before" in hand.advised,
        "readable": not hand.unreadable and not hand.blurred_open,
        "named after": letter.signer != "other" or hand.designation_pages > 0 and isinstance(named, date) and all(
            named > day for day in (letter.decided_on, letter.printed_on) if isinstance(day, date)
        ),
    }  # fmt: skip


@given(ANSWERS, HANDS)
def test_no_path_leads_to_ready_past_a_red_light_and_each_red_light_names_a_step(answers, hand):
    case = GOOD_CASE.answers({f"letters.0.{name}": value for name, value in answers.items()})
    found = preflight(case, case.letters[0], hand, LAW, TODAY)
    assert ready(found) == (RED not in {light.state for light in found})
    assert all(light.fix in FIXES for light in found if light.state != GREEN)
    assert all(light.fix == "" for light in found if light.state == GREEN)
    assert len({light.name for light in found}) == len(found)
    if ready(found):
        assert [what for what, holds in must_hold(case.letters[0], hand).items() if not holds] == []


@pytest.mark.parametrize("answers", [{"conditional": None}, {"asked_before": None}])
def test_asking_somebody_does_not_stand_for_an_answer_that_was_never_given(answers):
    assert not ready(said(handed=ADVISED, **answers))


def test_asking_somebody_about_the_date_does_not_stand_for_the_note_on_a_date_that_is_past():
    assert not ready(said(handed=ADVISED, today=date(2026, 11, 26)))


@given(ANSWERS)
def test_no_answer_about_the_letter_is_a_dead_end(answers):
    """Papers, answers beside them, and asking somebody: what is still red then is a question that nobody answered yet."""
    case = GOOD_CASE.answers({f"letters.0.{name}": value for name, value in answers.items()})
    hand = replace(ADVISED, designation_pages=1, late_noted=True, form_here=True)
    left = {(light.name, light.why) for light in preflight(case, case.letters[0], hand, LAW, TODAY) if light.state == RED}
    assert left <= {("conditional", "unanswered"), ("asked_before", "unanswered"), *(("designation", why) for why in ("undated", "undecided", "early"))}


@given(HANDS)
def test_a_letter_that_is_answered_well_becomes_ready_with_the_hand_alone(hand):
    """Nothing but the papers and the answers beside them stands in the way, so each red light can be mended."""
    mended = replace(
        hand, form_pages=1, decision_pages=max(1, hand.pages_said or 1), signed="yes", filled="yes", matches="yes", complete="yes", missing_numbers=(), unreadable=0, blurred_open=0
    )
    assert ready(lights(**{one.name: getattr(mended, one.name) for one in fields(Handed)}))
