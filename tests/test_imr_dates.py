"""The date of an IMR request, from the answers of a case: which day starts it, which clock runs, what is shown first."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qme_guide import flow
from qme_guide.case import Letter, Treatment
from qme_guide.law import NotInForce, load_law
from qme_guide.rules import imr
from qme_guide.rules.dates import dates, soonest
from qme_guide.rules.deadline import Missing
from qme_guide.rules.start import Start, receipt, service
from tests.personas import CLAIM_DENIED, FARM_WORKER, LIABILITY, LIABILITY_OVER, MANY, NO_FORM, REPRESENTED, TODAY

LAW = load_law()
DENIAL = FARM_WORKER.letters[0]


def letter(**answers) -> Letter:
    return Letter(id="letter-1", **answers)


def first(one: Letter, today: date = TODAY):
    return imr.request(one, LAW, today).first


def test_persona_one_the_farm_worker_before_thanksgiving():
    found = imr.request(DENIAL, LAW, TODAY)
    assert found.first.safe == date(2026, 11, 25)
    assert found.first.outside == date(2026, 12, 4)
    assert found.fax_by == date(2026, 11, 25)
    assert found.mail_by == date(2026, 11, 23)


def test_two_answers_give_a_date():
    assert first(letter(printed_on=date(2026, 10, 30), drug="no")).safe == date(2026, 11, 25)


@pytest.mark.parametrize("drug", ["yes", "unsure", None])
def test_a_medicine_or_a_doubt_about_it_runs_on_the_short_clock(drug):
    assert first(letter(printed_on=date(2026, 11, 16), drug=drug)).rule == imr.DRUG


def test_one_medicine_among_the_treatments_is_enough_also_when_the_letter_was_said_to_have_none():
    mixed = letter(printed_on=date(2026, 11, 16), drug="no", treatments=(Treatment(name="MRI", drug="no"), Treatment(name="Tablets", drug="yes")))
    assert first(mixed).rule == imr.DRUG


def test_when_nobody_is_sure_of_a_medicine_both_dates_are_told_and_the_short_one_first():
    found = imr.request(letter(printed_on=date(2026, 11, 16), drug="unsure"), LAW, TODAY)
    assert [found.first.rule, *(other.rule for other in found.others)] == [imr.DRUG, imr.ORDINARY]


def test_the_proof_of_service_counts_when_there_is_one():
    said = letter(printed_on=date(2026, 10, 30), served_on=date(2026, 11, 2), proof_of_service="yes", drug="no")
    assert service(said) == Start(date(2026, 11, 2), "served_on", exact=True)


@pytest.mark.parametrize("proof", ["no", "unsure"])
def test_without_a_sure_proof_of_service_the_earlier_of_letter_and_postmark_counts(proof):
    said = letter(printed_on=date(2026, 10, 30), served_on=date(2026, 11, 2), postmarked_on=date(2026, 11, 3), proof_of_service=proof, drug="no")
    assert imr.served(said).day == date(2026, 10, 30)


def test_only_the_month_counts_from_its_first_day():
    assert imr.served(letter(printed_on="2026-10")) == Start(date(2026, 10, 1), "printed_on", exact=False)


def test_a_month_of_service_does_not_beat_the_exact_day_on_the_letter():
    assert imr.served(letter(printed_on=date(2026, 10, 30), served_on="2026-10", proof_of_service="yes")).day == date(2026, 10, 30)


def test_without_the_date_of_the_letter_there_is_no_date_only_a_question():
    assert imr.request(letter(printed_on="unsure", received_on=date(2026, 11, 3), drug="no"), LAW, TODAY) == Missing(("printed_on",))


def test_a_letter_older_than_the_rule_is_not_counted():
    assert first(letter(printed_on=date(2017, 1, 1), drug="no")).approximate
    with pytest.raises(NotInForce):
        first(letter(printed_on=date(2016, 12, 31), drug="no"))


def test_a_dispute_about_the_claim_parks_the_clock_and_leaves_the_date_first():
    assert imr.parked(LIABILITY.letters[0]) == ("liability",)
    assert first(LIABILITY.letters[0]).safe == date(2026, 11, 25)


def test_the_notice_that_ended_the_dispute_is_shown_beside_the_date_and_first_once_that_is_past():
    over = LIABILITY_OVER.letters[0]
    assert first(over).rule == imr.ORDINARY
    assert first(over, date(2026, 11, 30)).rule == imr.AFTER_LIABILITY
    assert first(over, date(2026, 11, 30)).safe == date(2026, 12, 16)


def test_a_missing_form_parks_the_clock_and_leaves_the_date_first():
    assert imr.parked(NO_FORM.letters[0]) == ("form",)
    assert first(NO_FORM.letters[0]).safe == date(2026, 11, 25)


def test_a_late_ur_decision_is_seen_only_when_every_day_is_exact():
    on_time = letter(rfa_received_on=date(2026, 10, 26), decided_on=date(2026, 11, 2), drug="no")
    late = on_time.model_copy(update={"decided_on": date(2026, 11, 3)})
    assert imr.ur_was_late(on_time, LAW) is None
    assert imr.ur_was_late(late, LAW).rule == "ur-decision-5nbd"
    assert imr.ur_was_late(late.model_copy(update={"decided_on": "2026-11"}), LAW) is None
    assert imr.ur_was_late(late.model_copy(update={"liability_disputed": "yes"}), LAW) is None


@pytest.mark.parametrize("drug", ["yes", "no"])
def test_for_a_request_before_the_law_of_today_the_guide_cannot_say_that_its_decision_was_late(drug):
    long_ago = letter(rfa_received_on=date(2000, 1, 1), decided_on=date(2000, 3, 1), drug=drug)
    assert imr.ur_was_late(long_ago, LAW) is None


def test_three_letters_with_five_treatments_each_have_a_clock_of_their_own_earliest_first():
    rows = dates(MANY, LAW, TODAY)
    requests = [row for row in rows if row.deadline.rule == imr.ORDINARY]
    assert [row.about for row in requests] == ["letter-2", "letter-9", "letter-16"]
    assert all(len(one.treatments) == 5 for one in MANY.letters)
    assert soonest(MANY, rows, TODAY).about == "letter-2"
    assert len({row.uid for row in rows}) == len(rows)


def test_a_lawyer_changes_which_objection_clock_runs():
    alone = {row.deadline.rule for row in dates(MANY, LAW, TODAY)}
    represented = {row.deadline.rule for row in dates(MANY.answers({"triage.lawyer": "yes"}), LAW, TODAY)}
    assert "objection-4062-30" in alone and "objection-4062-20" not in alone
    assert "objection-4062-20" in represented and "factual-correction-30" not in represented


def test_a_denied_claim_shows_its_own_dates():
    rules = {row.deadline.rule: row.deadline for row in dates(CLAIM_DENIED, LAW, TODAY)}
    assert rules["case-open-1y"].safe == date(2027, 3, 16)
    assert rules["claim-decision-90"].safe == date(2026, 11, 1)


def test_an_unsure_receipt_counts_from_the_printed_date_and_shows_the_first_date_only():
    report = MANY.reports[0].model_copy(update={"received_on": "unsure", "printed_on": date(2026, 11, 5)})
    assert receipt(report) == Start(date(2026, 11, 5), "printed_on", exact=False)
    rows = [row for row in dates(MANY.model_copy(update={"reports": (report,)}), LAW, TODAY) if row.about == report.id]
    assert rows and all(row.deadline.outside is None for row in rows)


def test_a_request_that_was_sent_has_no_clock_any_more():
    sent = FARM_WORKER.answers({"letters.0.sendings": [{"id": "sending-1", "on": "2026-11-20"}]})
    assert not [row for row in dates(sent, LAW, TODAY) if row.deadline.rule in imr.RULES]
    assert REPRESENTED.letters == FARM_WORKER.letters


DAYS = st.dates(date(2026, 4, 1), date(2028, 6, 1))


@given(printed=DAYS, later=st.integers(0, 9), posted=st.integers(0, 9), drug=st.sampled_from(["yes", "no"]))
def test_an_unknown_never_gives_a_later_date_than_a_known_answer(printed, later, posted, drug):
    """Whatever day of service turns out to be true, the date shown without it was not later."""
    served = date.fromordinal(printed.toordinal() + later)
    postmark = date.fromordinal(printed.toordinal() + posted)
    known = letter(printed_on=printed, served_on=served, proof_of_service="yes", postmarked_on=postmark, served_how="mail", served_where="ca", drug=drug)
    for unknown in (
        {"proof_of_service": "unsure"},
        {"served_on": "unsure"},
        {"served_on": f"{served:%Y-%m}"},
        {"drug": "unsure"},
        {"served_how": "unsure"},
        {"served_where": "unsure"},
        {"printed_on": f"{printed:%Y-%m}", "proof_of_service": "no"},
    ):
        careful, sure = first(known.model_copy(update=unknown), printed), first(known, printed)
        assert careful.safe <= sure.safe
        assert careful.outside <= sure.outside


def test_not_being_sure_of_the_day_it_was_sent_does_not_end_the_clock():
    unsure = FARM_WORKER.answers({"letters.0.sendings": [{"id": "sending-1", "on": "unsure"}]})
    assert [row.deadline.safe for row in dates(unsure, LAW, TODAY) if row.deadline.rule in imr.RULES] == [date(2026, 11, 25)]
    assert not flow.sent(unsure)
    assert flow.sent(FARM_WORKER.answers({"letters.0.sendings": [{"id": "sending-1", "on": "2026-11"}]}))
