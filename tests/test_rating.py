"""The rating after a report: how far it is, the four reasons, the letter that asks for another look, the card."""

import re
from datetime import date

import pytest

from qme_guide.answers import RatingGround
from qme_guide.case import Case, Rating, Sending
from qme_guide.documents.document import Big, Blank, Check
from qme_guide.documents.rating_card import rating_card
from qme_guide.documents.rating_reconsider import rating_proof, rating_reconsider
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.rules import rating as rules
from qme_guide.words import LANGUAGES, load_words
from tests.personas import NEWCOMER, RATED, TODAY, WRONG_REPORT
from tests.sweeps import SPANISH
from tests.test_letters import matter

LAW = load_law()
AFTER_WINDOW = date(2026, 12, 28)


def stage(case: Case, today: date | None = TODAY) -> str:
    return rules.stage(case, LAW, today)


def sent(*to: str, on: date = date(2026, 11, 20), wrote: str = rules.NAME, result: str = "sent") -> tuple[Sending, ...]:
    return tuple(Sending(id=f"sending-{number}", to=one, on=on, wrote=wrote, result=result) for number, one in enumerate(to, start=1))


def flat(paper) -> str:
    return " ".join(RENDERERS[".txt"](paper).decode().split())


def letter(case: Case, language: str = "en") -> str:
    return flat(rating_reconsider(matter(case, language)))


def test_the_road_from_the_report_to_a_judge_goes_step_by_step():
    corrected = WRONG_REPORT.answers({"reports.1.sendings": RATED.reports[1].sendings})
    answered = corrected.answers({"reports.1.correction.decided_on": date(2026, 11, 16)})
    judge = answered.answers({"rating.apportions": "yes", "rating.judge_sent_on": date(2026, 11, 17)})
    back = judge.answers({"rating.judge_back_on": date(2026, 11, 18)})
    asked = RATED.answers({"rating.sendings": sent(*rules.SERVICE)})
    found = [NEWCOMER, WRONG_REPORT, corrected, answered, judge, back, RATED, asked, asked.answers({"rating.decision_served_on": TODAY})]
    names = (rules.NO_REPORT, rules.CORRECT, rules.PENDING, rules.WAITING, rules.JUDGE, rules.BACK, rules.RATED, rules.ASKED, rules.DECIDED)
    assert tuple(map(stage, found)) == names


def test_when_the_time_to_correct_is_over_the_state_works_out_the_rating():
    assert stage(WRONG_REPORT, date(2026, 12, 9)) == rules.CORRECT
    assert stage(WRONG_REPORT, AFTER_WINDOW) == rules.WAITING


def test_a_treating_doctors_report_that_went_to_the_state_is_waited_for_too():
    assert stage(NEWCOMER.answers({"rating.evaluation_on": date(2026, 11, 2)})) == rules.WAITING


def test_a_rating_whose_day_nobody_knows_is_there_all_the_same():
    assert stage(NEWCOMER.answers({"rating.received_on": "unsure"})) == rules.RATED


def test_the_road_marks_what_is_behind_and_nothing_that_never_happened():
    def road(case: Case) -> dict[str, str]:
        return rules.road(case, LAW, TODAY)

    judge = road(WRONG_REPORT.answers({"rating.apportions": "yes", "rating.judge_sent_on": date(2026, 11, 17)}))
    assert (judge["report"], judge["correct"], judge["judge"], judge["rating"]) == (rules.BEHIND, rules.NEXT, rules.NEXT, rules.LATER)
    assert "judge" not in road(RATED) and road(RATED)["again"] == rules.NEXT
    untold = RATED.answers({"rating.apportions": None})
    assert "judge" not in road(untold)
    assert road(untold.answers({"rating.judge_back_on": date(2026, 11, 18)}))["judge"] == rules.BEHIND
    decided = RATED.answers({"rating.decision_served_on": TODAY})
    assert road(decided)["again"] == rules.LATER and road(decided)["end"] == rules.NEXT
    assert road(decided.answers({"rating.sendings": sent(*rules.SERVICE)}))["again"] == rules.BEHIND


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ((), rules.SERVICE),
        (sent(rules.DIRECTOR), (rules.ADMINISTRATOR,)),
        (sent(rules.ADMINISTRATOR), (rules.DIRECTOR,)),
        (sent(*rules.SERVICE, result="failed"), rules.SERVICE),
        (sent(*rules.SERVICE, wrote="follow-up"), rules.SERVICE),
        (sent(*rules.SERVICE, on=date(2026, 11, 18)), rules.SERVICE),
    ],
)
def test_the_request_is_out_only_when_both_have_this_letter_about_this_rating(lines, left):
    assert rules.unserved(RATED.answers({"rating.sendings": lines}).rating) == left


def test_there_are_exactly_the_four_reasons_of_the_law_and_each_is_said_in_both_languages():
    assert set(rules.GROUNDS) == set(RatingGround.__args__)
    for language in LANGUAGES:
        words = load_words(language)
        assert set(words.question("rating.grounds")["choices"]) == set(rules.GROUNDS)
        assert {key for key in words.letters[rules.NAME] if key.startswith("ground_")} == {f"ground_{one}" for one in rules.GROUNDS}


def test_no_letter_with_an_attorney_and_none_before_a_rating_came():
    assert rules.refused(RATED) is None
    assert rules.refused(RATED.answers({"triage.lawyer": "yes"})) == rules.ATTORNEY
    assert rules.refused(WRONG_REPORT) == rules.NOT_RATED


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ground", rules.GROUNDS)
def test_a_letter_names_the_marked_reason_and_asks_for_what_the_law_gives_for_it(ground, language):
    told, say = letter(RATED.answers({"rating.grounds": (ground,)}), language), load_words(language).letter
    assert [one for one in rules.GROUNDS if say(rules.NAME, f"ground_{one}") in told] == [ground]
    assert (say(rules.NAME, "ask_again") in told) == (ground == "calculation")
    assert (say(rules.NAME, "ask_more") in told) == (ground != "calculation")


def test_without_a_reason_the_letter_has_all_four_to_mark_by_hand():
    paper = rating_reconsider(matter(RATED.answers({"rating.grounds": None, "rating.why": None}), "en"))
    checks = [block for block in paper.blocks if isinstance(block, Check)]
    grounds = [load_words("en").letter(rules.NAME, f"ground_{one}") for one in rules.GROUNDS]
    assert [one.text for one in checks][: len(grounds)] == grounds and not any(one.checked for one in checks)
    assert load_words("en").letter(rules.NAME, "blank_why") in [block.label for block in paper.blocks if isinstance(block, Blank)]


def test_the_address_of_the_office_is_a_line_to_fill_in_and_never_ours():
    labels = [block.label for block in rating_reconsider(matter(RATED, "en")).blocks if isinstance(block, Blank)]
    assert labels == [load_words("en").letter("common", "address")]


def test_of_two_reports_of_evaluators_none_is_named_as_the_one_that_was_rated():
    other = RATED.reports[1].model_copy(update={"id": "report-3", "author": "Dr. Sample Two"})
    told = letter(RATED.answers({"reports": (*RATED.reports, other)}))
    assert "Dr. Sample One" in letter(RATED) and "Dr. Sample" not in told


AWKWARD = 'José Ñandú-García "el Güero" <b>no</b> مرحبا'
LACKING = {
    "rating.received_on": (None, "unsure", "2026-11"), "rating.printed_on": (None, "unsure"), "rating.grounds": (None, ()), "rating.why": (None, AWKWARD, "w" * 400),
    "reports": ((),), "reports.1.author": (None, AWKWARD), "reports.1.printed_on": (None, "2026-11"), "worker.name": (None, AWKWARD), "worker.address": (None,),
    "worker.phone": (None,), "claim.number": (None,), "claim.injured_on": (None, "unsure"), "claim.claims_administrator": (None, AWKWARD),
    "claim.administrator_address": (None,), "triage.lawyer": (None, "unsure"),
}  # fmt: skip


@pytest.mark.parametrize("language", SPANISH)
def test_taking_away_any_one_answer_never_leaves_a_broken_sentence(language):
    cases = {f"{path}={value}": RATED.answers({path: value}) for path, values in LACKING.items() for value in values}
    for name, case in cases.items():
        for paper in (rating_reconsider, rating_proof, rating_card):
            found = paper(matter(case, language))
            told = flat(found)
            assert not re.search(r"None|\{|\}|“”|\(\)|\s[,.;:](?=\s|$)|,\s*,|\.\.(?!\.)", told), (name, paper.__name__, told)
            assert all(block.label.strip() for block in found.blocks if isinstance(block, Blank))


@pytest.mark.parametrize("language", SPANISH)
def test_own_words_print_exactly_in_quotation_marks(language):
    assert f"“{AWKWARD}”" in letter(RATED.answers({"rating.why": AWKWARD}), language)


def test_the_proof_is_for_the_state_and_the_claims_administrator_and_names_the_letter_and_what_goes_with_it():
    told, say = flat(rating_proof(matter(RATED, "en"))), load_words("en").letter
    assert all(one in told for one in (say(rules.NAME, "title"), say(rules.NAME, "enclosed_rating"), say(rules.NAME, "enclosed_report"), "Example Insurance"))
    assert say("proof-of-service", "who_administrative_director") in told and say("proof-of-service", "mailed_each") in told


def test_the_card_shows_the_next_date_large_and_says_of_a_past_one_to_do_it_today():
    before, after = (rating_card(matter(RATED, "en", day)) for day in (TODAY, AFTER_WINDOW))
    bigs = [block.text for block in before.blocks if isinstance(block, Big)]
    assert bigs == ["Friday, December 18, 2026"]
    today = load_words("en").letter("rating-card", "today")
    assert today not in flat(before) and today in flat(after)


def test_the_card_of_an_attorneys_case_has_no_date_and_that_of_a_decision_no_reasons():
    assert not [block for block in rating_card(matter(RATED.answers({"triage.lawyer": "yes"}), "en")).blocks if isinstance(block, Big)]
    decided = flat(rating_card(matter(RATED.answers({"rating.decision_served_on": date(2026, 11, 20)}), "en")))
    assert load_words("en").letter("rating-card", "ground_procedure") not in decided


def test_nothing_in_the_words_of_a_rating_says_what_it_will_be_or_that_it_is_over():
    for language in LANGUAGES:
        words = load_words(language)
        told = " ".join(text for name, passage in words.passages.items() if name.startswith("pages/rating_") for text in passage.paragraphs).lower()
        assert not re.search(r"too late|lost|demasiado tarde|perdi[óo]|calculadora|calculator|9785\.|4062\.4", told)


def test_the_numbers_that_stand_in_the_words_are_those_of_the_law_files():
    for language in LANGUAGES:
        passages = load_words(language).passages
        assert str(LAW.facts["rating-parts"].values["factor"]) in passages["pages/rating_parts"].body
        assert str(LAW.facts["rating-form"].year) in passages["pages/rating_send"].body
        assert f"{len(rules.GROUNDS)} " in load_words(language).question("rating.grounds")["why"] and f"{len(rules.GROUNDS)} " in load_words(language).say("rating.no_grounds")


def test_an_empty_rating_is_no_rating():
    assert not rules.came(Rating()) and rules.asked(Rating()) is False and rules.asks_more(Rating()) is False
