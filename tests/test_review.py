"""After the request was sent: how far a review is, which clock runs from which day, and what its papers may say."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qme_guide import flow
from qme_guide.case import Case, Letter
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.counted import working
from qme_guide.documents.entries import calendar
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.rules import came, imr, restart, review
from qme_guide.rules.dates import Row, dates, soonest
from qme_guide.words import LANGUAGES, load_words
from tests.personas import ASSIGNED, FARM_WORKER, LIABILITY, NEWCOMER, NOT_ELIGIBLE, OVERTURNED, SENT, TODAY, UPHELD

LAW = load_law()
LATER = date(2026, 12, 28)
OWN = "letters.0.review."


def changed(case: Case, **answers: object) -> Case:
    """The case with these answers: of the review, or of a treatment ("result_0")."""
    paths = {}
    for name, value in answers.items():
        word, _, number = name.rpartition("_")
        paths[f"letters.0.treatments.{number}.{word}" if number.isdigit() else f"{OWN}{name}"] = value
    return case.answers(paths)


def two(case: Case, first: str | None, second: str | None) -> Case:
    """The same letter with two treatments, each with its own outcome."""
    one = case.letters[0].treatments[0].model_dump()
    return case.answers({"letters.0.treatments": [{**one, "result": first}, {**one, "name": "MRI", "result": second}]})


def row(case: Case, rule: str, today: date = LATER) -> Row | None:
    return next((one for one in dates(case, LAW, today) if one.deadline.rule == rule), None)


def running(case: Case, today: date = LATER) -> set[str]:
    """The clocks of the review that run."""
    return {one.deadline.rule for one in dates(case, LAW, today) if one.start and one.start.field.startswith("review.")}


def text(paper: str, case: Case, language: str = "en", today: date = LATER) -> str:
    letter = next(iter(case.letters), None)
    return " ".join(RENDERERS[".txt"](PAPERS[paper].build(Matter(case, letter, LAW, load_words(language), today))).decode().split())


MORE = changed(SENT, answer="more", more_on=date(2026, 11, 23))
ELIGIBLE = changed(SENT, answer="eligible", answered_on=date(2026, 12, 4))
STAGES = {
    "not_sent": FARM_WORKER,
    "waiting": SENT,
    "more": MORE,
    "not_eligible": NOT_ELIGIBLE,
    "eligible": ELIGIBLE,
    "assigned": ASSIGNED,
    "decided": changed(UPHELD, result_0=None),
    "upheld": UPHELD,
    "overturned": OVERTURNED,
    "mixed": two(UPHELD, "upheld", "overturned"),
    "done": changed(OVERTURNED, authorized_on_0=date(2026, 12, 28)),
}


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_is_told_from_the_answers(stage):
    assert review.stage(STAGES[stage].letters[0]) == stage


@pytest.mark.parametrize("answer", ["waiting", "unsure", None])
def test_no_answer_yet_and_a_doubt_keep_the_review_waiting(answer):
    assert review.stage(changed(SENT, answer=answer).letters[0]) == review.WAITING


def test_an_answer_counts_also_when_nobody_noted_that_the_request_was_sent():
    assert review.stage(changed(FARM_WORKER, answer="eligible").letters[0]) == review.ELIGIBLE


def test_a_part_that_was_approved_makes_the_outcome_mixed_and_a_doubt_keeps_it_open():
    assert review.stage(changed(UPHELD, result_0="partly").letters[0]) == review.MIXED
    assert review.stage(two(UPHELD, "overturned", "unsure").letters[0]) == review.DECIDED


# The vectors of the law notes, reached through answers.
VECTORS = [
    (changed(MORE, more_on=date(2026, 11, 23)), review.ANSWER_STATE, date(2026, 11, 30), date(2026, 12, 2)),
    (changed(MORE, more_on=date(2026, 11, 19)), review.ANSWER_STATE, date(2026, 11, 25), date(2026, 11, 30)),
    (changed(MORE, more_on=date(2026, 10, 5)), review.ANSWER_STATE, date(2026, 10, 9), date(2026, 10, 12)),
    (changed(ASSIGNED, list_received="no", assigned_on=date(2026, 12, 18)), review.RECORDS, date(2026, 12, 28), date(2027, 1, 4)),
    (changed(ASSIGNED, complete_on=date(2026, 11, 20)), review.DECISION, date(2026, 12, 20), date(2026, 12, 23)),
    (changed(ASSIGNED.answers({"letters.0.drug": "yes"}), complete_on=date(2026, 12, 3)), review.DRUG_DECISION, date(2026, 12, 10), date(2026, 12, 14)),
    (changed(OVERTURNED, administrator_received_on=date(2026, 12, 21)), review.AUTHORIZE, date(2026, 12, 29), date(2026, 12, 29)),
]


@pytest.mark.parametrize(("case", "rule", "safe", "outside"), VECTORS)
def test_the_vectors_of_the_law_notes_come_out_of_the_answers(case, rule, safe, outside):
    found = row(case, rule).deadline
    assert (found.safe, found.outside) == (safe, outside)


def test_a_notice_of_assignment_is_expected_the_next_business_day_and_only_until_it_is_there():
    assert row(ELIGIBLE, review.ASSIGN_NOTICE).deadline.safe == date(2026, 12, 7)
    assert review.ASSIGN_NOTICE not in running(ASSIGNED)


def test_a_finding_of_not_eligible_has_an_appeal_of_its_own_counted_from_its_mailing():
    found = row(NOT_ELIGIBLE, review.APPEAL)
    assert found.deadline.counted_from == date(2026, 12, 4)
    # Day 30 is Sunday, January 3; the Saturday, New Year's Day and its eve: SAFE is Thursday, December 31.
    assert (found.deadline.safe, found.deadline.outside) == (date(2026, 12, 31), date(2027, 1, 4))
    assert soonest(NOT_ELIGIBLE, dates(NOT_ELIGIBLE, LAW, LATER), LATER) == found


def test_the_appeal_of_a_decision_counts_from_its_mailing_never_from_its_arrival():
    assert row(UPHELD, review.APPEAL).deadline.counted_from == date(2026, 12, 21)
    sooner = changed(UPHELD, received_on=date(2026, 12, 19))
    assert row(sooner, review.APPEAL).deadline.counted_from == date(2026, 12, 19)


def test_two_papers_can_be_appealed_and_each_has_a_date_and_a_calendar_entry_of_its_own():
    both = changed(UPHELD, answer="not_eligible")
    found = [one for one in dates(both, LAW, LATER) if one.deadline.rule == review.APPEAL]
    assert [one.deadline.counted_from for one in found] == [date(2026, 12, 4), date(2026, 12, 21)]
    uids = [entry.uid for entry in calendar(Matter(both, both.letters[0], LAW, load_words("es"), LATER))]
    assert len(uids) == len(set(uids)) and sum("imr-appeal-30" in uid for uid in uids) == len(found)


@pytest.mark.parametrize(("first", "second", "appeals", "implements"), [
    ("upheld", "upheld", True, False),
    ("overturned", "overturned", False, True),
    ("upheld", "overturned", True, True),
    ("partly", "overturned", True, True),
    ("overturned", None, True, True),
])  # fmt: skip
def test_each_treatment_starts_its_own_clocks(first, second, appeals, implements):
    found = running(two(OVERTURNED, first, second))
    assert (review.APPEAL in found, review.AUTHORIZE in found) == (appeals, implements)


@pytest.mark.parametrize(("given", "clocks"), [
    ("no", {review.AUTHORIZE}),
    (None, {review.AUTHORIZE}),
    ("yes", {review.REIMBURSE}),
    ("unsure", {review.AUTHORIZE, review.REIMBURSE}),
])  # fmt: skip
def test_what_was_given_is_paid_and_what_was_not_is_authorized(given, clocks):
    assert running(changed(OVERTURNED, given_0=given)) == clocks


def test_the_clock_to_pay_is_counted_from_the_administrators_receipt():
    found = row(changed(OVERTURNED, given_0="yes"), review.REIMBURSE)
    assert found.deadline.counted_from == date(2026, 12, 23) and found.deadline.safe == date(2027, 1, 12)


def test_without_their_day_of_receipt_the_mailing_stands_in_and_nobody_is_called_late():
    found = row(changed(OVERTURNED, administrator_received_on="unsure"), review.AUTHORIZE)
    assert found.deadline.counted_from == date(2026, 12, 21) and not found.exact
    assert found.deadline.safe and found.deadline.outside is None
    assert review.progress(found.deadline, date(2030, 1, 1)) == review.DUE
    assert "claims administrator" in working(Matter(OVERTURNED, None, LAW, load_words("en"), LATER), found.deadline, found.start)[0]


def test_late_is_said_only_after_the_second_date():
    found = row(changed(ASSIGNED, list_received="no"), review.RECORDS).deadline
    assert (found.safe, found.outside) == (date(2026, 12, 17), date(2026, 12, 22))
    told = [review.progress(found, day) for day in (date(2026, 12, 17), date(2026, 12, 18), date(2026, 12, 22), date(2026, 12, 23))]
    assert told == [review.RUNNING, review.DUE, review.DUE, review.LATE]


ENDS = [
    (ASSIGNED, review.RECORDS, {}),
    (changed(ASSIGNED, complete_on=date(2026, 12, 10), decided_on=date(2026, 12, 21)), review.DECISION, {}),
    (OVERTURNED, review.AUTHORIZE, {"authorized_on_0": date(2026, 12, 28)}),
    (changed(OVERTURNED, given_0="yes"), review.REIMBURSE, {"paid_on_0": "2027-01"}),
    (MORE, review.ANSWER_STATE, {"answer": "eligible"}),
    (MORE, review.ANSWER_STATE, {"assigned_on": date(2026, 12, 1)}),
]


@pytest.mark.parametrize(("case", "rule", "answers"), ENDS)
def test_a_clock_ends_when_its_answer_is_there(case, rule, answers):
    assert rule not in running(changed(case, **answers))


def test_an_unsure_authorization_does_not_end_the_clock():
    assert review.AUTHORIZE in running(changed(OVERTURNED, authorized_on_0="unsure"))


@pytest.mark.parametrize(("drug", "items", "urgent", "rules"), [
    ("no", ("no",), "no", {review.DECISION}),
    ("yes", ("yes",), "no", {review.DRUG_DECISION}),
    ("yes", ("yes", "no"), "no", {review.DRUG_DECISION, review.DECISION}),
    ("unsure", ("unsure",), "no", {review.DECISION}),
    ("no", ("no",), "yes", {review.URGENT_DECISION, review.DECISION}),
])  # fmt: skip
def test_the_decision_is_due_by_its_kind_and_a_doubt_takes_the_longer_clock(drug, items, urgent, rules):
    one = ASSIGNED.letters[0].treatments[0].model_dump()
    case = ASSIGNED.answers({"letters.0.drug": drug, "letters.0.urgent": urgent, "letters.0.treatments": [{**one, "drug": item} for item in items]})
    assert running(changed(case, complete_on=date(2026, 12, 10))) == rules


def test_an_authorization_before_the_decision_is_reported_and_ends_nothing_else():
    found = row(changed(ASSIGNED, authorized_on_0=date(2026, 12, 14)), review.END_NOTICE)
    assert (found.deadline.safe, found.deadline.outside) == (date(2026, 12, 19), date(2026, 12, 21))
    assert review.END_NOTICE not in running(changed(OVERTURNED, authorized_on_0=date(2026, 12, 28)))


def test_while_they_dispute_that_they_owe_it_no_time_to_authorize_is_counted():
    disputed = OVERTURNED.answers({"letters.0.liability_disputed": "yes"})
    assert review.AUTHORIZE not in running(disputed)
    assert review.AUTHORIZE in running(disputed.answers({"letters.0.liability_notice_on": date(2026, 12, 1)}))


def test_the_notice_that_ends_a_dispute_gives_a_request_on_hold_a_new_date():
    held = LIABILITY.answers({"letters.0.sendings": [{"id": "sending-1", "on": "2026-11-20"}]})
    assert imr.AFTER_LIABILITY not in running(held)
    over = held.answers({"letters.0.liability_notice_on": date(2026, 12, 15)})
    assert row(over, imr.AFTER_LIABILITY).deadline.safe == date(2027, 1, 14)
    assert imr.AFTER_LIABILITY not in running(changed(over, answer="eligible"))
    drug = over.answers({"letters.0.drug": "yes"})
    assert [row(drug, rule).deadline.safe for rule in (imr.DRUG, imr.AFTER_LIABILITY)] == [date(2026, 12, 24), date(2027, 1, 14)]


def test_a_request_found_not_eligible_in_time_may_still_be_asked_about_again():
    letter = NOT_ELIGIBLE.letters[0]
    assert restart.again_by(letter, LAW, TODAY) == date(2026, 11, 25)
    assert restart.again_by(letter, LAW, LATER) is None


def test_the_twelve_months_stay_as_long_as_a_denial_stands():
    for case in (SENT, UPHELD, two(UPHELD, "overturned", "upheld")):
        assert row(case, review.REPEAT).deadline.safe == date(2027, 10, 31)
    assert row(OVERTURNED, review.REPEAT) is None


def test_the_road_carries_the_date_of_the_appeal():
    step = next(one for one in flow.road(NOT_ELIGIBLE, LAW, LATER).standings if one.task.name == "review")
    assert step.row and step.row.deadline.safe == date(2026, 12, 31)


EXACT = st.dates(date(2026, 4, 1), date(2028, 6, 1))


@given(day=EXACT)
def test_a_month_never_gives_a_later_date_than_its_day_and_no_second_date(day):
    month = f"{day:%Y-%m}"
    for case, field, rule in ((NOT_ELIGIBLE, "answered_on", review.APPEAL), (UPHELD, "decided_on", review.APPEAL), (MORE, "more_on", review.ANSWER_STATE)):
        case = changed(case, received_on=None)
        known, careful = (row(changed(case, **{field: said}), rule).deadline for said in (day, month))
        assert careful.safe <= known.safe and careful.outside is None


@given(day=EXACT)
def test_the_safe_date_to_appeal_is_an_open_day_in_time(day):
    found = row(changed(UPHELD, decided_on=day, received_on=None), review.APPEAL).deadline
    assert not LAW.calendar.is_bad(found.safe) and found.safe <= found.nominal <= found.outside


@pytest.mark.parametrize("answer", [None, "unsure"])
def test_without_the_day_of_mailing_no_date_to_appeal_is_made_up(answer):
    assert review.APPEAL not in running(changed(UPHELD, decided_on=answer))
    assert review.APPEAL not in running(changed(NOT_ELIGIBLE, answered_on=answer))


# The questions about a paper that came.


def test_the_questions_about_a_paper_follow_its_answers():
    letter = changed(SENT, answer="more").letters[0]
    assert came.questions(came.ANSWER, letter) == ("review.answer", "review.more_on")
    assert came.questions(came.ANSWER, changed(SENT, answer="not_eligible").letters[0]) == ("review.answer", "review.answered_on")
    assert came.questions(came.ANSWER, changed(SENT, answer="waiting").letters[0]) == ("review.answer",)


def test_whether_it_was_given_is_asked_only_of_what_was_approved():
    asked = came.questions(came.DECISION, two(UPHELD, "upheld", "overturned").letters[0])
    assert "treatments.0.given" not in asked and "treatments.1.given" in asked
    assert asked[-1] == "review.administrator_received_on"


def test_every_question_after_another_ends_and_every_paper_has_one():
    for case in STAGES.values():
        letter = case.letters[0]
        for paper in came.expected(letter):
            path: str | None = came.questions(paper, letter)[0]
            seen = []
            while path:
                seen.append(path)
                path = came.after(paper, letter, path)
            assert tuple(seen) == came.questions(paper, letter)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_has_words_and_every_noted_answer_a_name(language):
    words = load_words(language)
    letter = two(OVERTURNED, "overturned", "partly").letters[0]
    for one in (letter, MORE.letters[0], ASSIGNED.letters[0]):
        for paper in came.PAPERS:
            for path in came.questions(paper, one):
                assert words.question(f"letters.0.{path}")["label"]
                assert f"review.fact_{path.rpartition('.')[-1]}" in words.sayings


# Comparing the list of records.


def test_what_is_missing_is_what_was_not_ticked_and_nothing_before_that():
    assert [one.id for one in review.missing(ASSIGNED, ASSIGNED.letters[0])] == ["record-2", "record-3"]
    assert review.missing(ASSIGNED, changed(ASSIGNED, listed=None).letters[0]) == ()
    nothing = ASSIGNED.answers({"records.1.state": "not_mine"})
    assert [one.id for one in review.missing(nothing, nothing.letters[0])] == ["record-3"]


def test_the_letter_about_records_tells_what_is_enclosed_from_what_is_asked_for():
    have = ASSIGNED.answers({"records.1.state": "have"})
    told = text("records-missing", have)
    sent, asked = told.index("I send them with this letter"), told.index("I do not have them")
    assert sent < told.index("Therapy notes") < asked < told.index("Right shoulder")
    assert "Request for the treatment" not in told
    assert "4610.5(o)" in text("records-missing", changed(ASSIGNED, list_received="no", listed=None))


# What the papers may say.

REACHED = (NEWCOMER, NOT_ELIGIBLE, ASSIGNED, OVERTURNED, UPHELD, STAGES["mixed"], MORE)
AFTER = ("imr-authorize", "imr-reimburse", "records-missing", "more-facts", "appeal-sheet", "new-request")


@pytest.mark.parametrize("name", AFTER)
@pytest.mark.parametrize("case", REACHED)
def test_no_paper_threatens_predicts_or_leaves_a_hole(case, name):
    for language in LANGUAGES:
        told = text(name, case, language)
        assert not re.search(r"\bNone\b|\{|penalt(y|ies)(?! of perjury)|\b(multa|fined?|late|retraso|tarde|chance|probable)\b", told)


def test_a_letter_to_the_insurer_names_only_what_it_asks_for():
    mixed = two(OVERTURNED, "upheld", "partly")
    told = text("imr-authorize", mixed)
    assert "MRI (right shoulder), the part that was approved" in told and "Physical therapy" not in told
    paid = changed(OVERTURNED, given_0="yes")
    assert "Physical therapy" in text("imr-reimburse", paid) and "Physical therapy" not in text("imr-authorize", paid)


def test_the_letters_name_the_number_that_the_law_file_holds():
    assert f"gives {LAW.clock(review.AUTHORIZE).newest.n} working days" in text("imr-authorize", OVERTURNED)
    assert f"gives {LAW.clock(review.REIMBURSE).newest.n} days" in text("imr-reimburse", OVERTURNED)
    assert f"for {LAW.clock(review.REPEAT).newest.n} months" in text("new-request", UPHELD)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_appeal_sheet_tells_the_safe_date_the_five_reasons_and_what_is_none(language):
    words, told = load_words(language), text("appeal-sheet", UPHELD, language)
    assert words.day(date(2027, 1, 20)) in told
    for block in ("ground_powers", "ground_fraud", "ground_conflict", "ground_bias", "ground_fact", "not_grounds", "need_served"):
        assert words.letter("appeal-sheet", block) in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reasons_of_the_law_are_not_told_as_those_of_a_finding_of_not_eligible(language):
    words, told = load_words(language), text("appeal-sheet", NOT_ELIGIBLE, language)
    assert words.letter("appeal-sheet", "eligible") in told and words.day(date(2026, 12, 31)) in told
    assert words.letter("appeal-sheet", "grounds_intro") not in told and words.letter("appeal-sheet", "result") not in told
    both = text("appeal-sheet", changed(UPHELD, answer="not_eligible"), language)
    assert words.letter("appeal-sheet", "eligible") in both and words.letter("appeal-sheet", "grounds_intro") in both


def test_the_appeal_sheet_says_when_only_the_month_is_known_and_when_the_date_is_past():
    words = load_words("en")
    assert words.letter("appeal-sheet", "month") in text("appeal-sheet", changed(UPHELD, decided_on="2026-12"))
    assert words.letter("appeal-sheet", "past") in text("appeal-sheet", UPHELD, today=date(2027, 1, 21))
    assert words.letter("appeal-sheet", "no_date") in text("appeal-sheet", changed(UPHELD, decided_on=None))


def test_a_new_request_is_only_about_what_was_not_approved():
    told = text("new-request", two(UPHELD, "overturned", "upheld"))
    assert "MRI" in told and "Physical therapy" not in told


def test_an_empty_letter_has_no_review():
    assert not list(review.running(Letter(id="letter-1")))


# Each clock of the other side: the case in which it runs, and the day that is told.
THEIRS = {
    review.ASSIGN_NOTICE: (ELIGIBLE, date(2026, 12, 7)),
    review.RECORDS: (changed(ASSIGNED, list_received="no"), date(2026, 12, 17)),
    review.DECISION: (changed(ASSIGNED, complete_on=date(2026, 12, 10)), date(2027, 1, 9)),
    review.AUTHORIZE: (OVERTURNED, date(2026, 12, 31)),
    review.REIMBURSE: (changed(OVERTURNED, given_0="yes"), date(2027, 1, 12)),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", THEIRS)
def test_the_calendar_tells_what_the_other_side_does_and_what_only_becomes_possible(rule, language):
    (case, day), words = THEIRS[rule], load_words(language)
    entries = {entry.title: entry for entry in calendar(Matter(case, case.letters[0], LAW, words, date(2026, 12, 5)))}
    theirs = entries[words.letter("calendar", "other_title", what=words.clock(rule, "title"))]
    assert theirs.day == day and not theirs.alarms
    titles = {kind: words.letter("calendar", f"{kind}_title", what=words.clock(review.REPEAT, "title")) for kind in ("wait", "other")}
    assert titles["other"] not in entries
    if row(case, review.REPEAT):
        assert words.letter("calendar", "wait_text") in entries[titles["wait"]].text
