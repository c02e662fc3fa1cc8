"""The screen of the letter about what is wrong in a report: the questions, the check whose changes come back, the letter, sending it."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from qme_guide.case import Case, Disputing, Report
from qme_guide.typed import Problem, check_day
from qme_guide.words import load_words
from tests.personas import TODAY, WRONG_REPORT
from tests.sweeps import ENGLISH, SPANISH
from tests.test_pages import go_on, healthy, labels, opened, press, text

NEW = WRONG_REPORT.answers({"reports.1.disputing": Disputing()})


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case, language: str = "en") -> AppTest:
    """The letter, opened from the page of letters."""
    say = load_words(language).say
    return press(opened(case, "write", language), say("write.open", title=say("paper.dispute-letter")))


def disputing(at: AppTest) -> Disputing:
    return at.session_state["case"].reports[-1].disputing


def downloads(at: AppTest) -> list[str]:
    return [one.proto.label for one in at.get("download_button")]


@pytest.mark.parametrize("language", SPANISH)
def test_from_the_first_question_to_the_check_the_letter_and_sending_it(language):
    words = load_words(language)
    say = words.say
    at = page(NEW, language)
    assert words.passages["pages/report_dispute_qme"].title in text(at), "the report with errors was chosen, and it is a QME's"
    at = press(at, say("dispute_letter.begin"))
    at.text_area(key="q.reports.1.disputing.asks").set_value("Miren los puntos 1 y 3.")
    at = go_on(at)
    at.radio(key="q.reports.1.disputing.copy_doctor").set_value("no")
    at = go_on(at)
    assert (disputing(at).asks, disputing(at).copy_doctor) == ("Miren los puntos 1 y 3.", "no") and healthy(at)
    assert say("dispute_letter.check_title") in text(at) and "Orthopedic Surgery" in text(at) and "Miren los puntos" in text(at)
    at = press(at, say("dispute_letter.to_letter"))
    assert say("dispute_letter.law_in") in text(at) and "8 CCR 10109" in text(at)
    assert say("offer.send", title=say("paper.dispute-letter")) in downloads(at)
    at = press(at, say("dispute_letter.to_send"))
    assert healthy(at) and words.passages["pages/report_dispute_send"].paragraphs[0] in text(at) and say("imr.add_line") in labels(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_a_change_from_the_check_comes_back_to_the_check(language):
    words = load_words(language)
    say, back = words.say, load_words(language).say("dispute_letter.check_title")
    at = press(page(WRONG_REPORT, language), say("denial.change", what=say("dispute_letter.group_report")))
    at.text_input(key="q.reports.1.specialty").set_value("Pain Medicine")
    at = go_on(at)
    assert back in text(at) and at.session_state["case"].reports[-1].specialty == "Pain Medicine"
    at = press(press(at, say("denial.change", what=say("denial.claim"))), say("ask.back"))
    assert back in text(at)
    at = at.button(key="change.words.error-1").click().run()
    at.text_input(key="q.reports.1.errors.0.page").set_value("3")
    at = go_on(at)
    assert back in text(at) and at.session_state["case"].reports[-1].errors[0].page == "3"


@pytest.mark.parametrize("language", ENGLISH)
def test_with_an_attorney_or_without_any_error_there_is_no_dead_end(language):
    words = load_words(language)
    at = opened(WRONG_REPORT.answers({"triage.lawyer": "yes"}), "write", language)
    assert healthy(at) and words.say("write.open", title=words.say("paper.dispute-letter")) not in labels(at)
    at = page(NEW.answers({"reports": (Report(id="report-9", kind="unsure"),)}), language)
    assert healthy(at) and words.say("dispute_letter.no_rows") in text(at) and words.say("dispute_letter.to_report") in labels(at)


@pytest.mark.parametrize("language", SPANISH)
def test_what_the_letter_lacks_is_said_before_it(language):
    say = load_words(language).say
    case = WRONG_REPORT.answers({"reports.1.disputing.asks": None, "reports.1.disputing.reply_by": date(2026, 11, 2), "reports.1.errors.1.says": None, "reports.1.errors.1.true": None})
    shown = text(page(case, language))
    assert say("dispute_letter.no_ask") in shown and say("dispute_letter.reply_past") in shown and say("dispute_letter.silent", numbers="5") in shown


def test_the_day_for_a_reply_may_lie_ahead_and_one_that_is_past_is_only_asked_about():
    path = "reports.1.disputing.reply_by"
    assert check_day(WRONG_REPORT, path, date(2026, 12, 7), TODAY) is None and check_day(WRONG_REPORT, path, TODAY, TODAY) is None
    assert check_day(WRONG_REPORT, path, date(2026, 11, 20), TODAY) == Problem("date_reply_past", {"today": TODAY}, asks=True)


@pytest.mark.parametrize("language", SPANISH)
def test_a_row_that_is_not_decided_is_asked_about_before_the_letter(language):
    say = load_words(language).say
    at = page(WRONG_REPORT, language)
    assert say("dispute_letter.undecided", numbers="5") in text(at)
    at = press(press(at, say("dispute_letter.to_letter")), say("dispute_letter.decide", number=5))
    at.radio(key="q.reports.1.errors.4.checkable").set_value("yes")
    at = go_on(at)
    assert healthy(at) and say("dispute_letter.letter_title") in text(at) and at.session_state["case"].reports[-1].errors[4].checkable == "yes"
    assert say("dispute_letter.undecided", numbers="5") not in text(at)


@pytest.mark.parametrize("language", SPANISH)
def test_the_copy_for_the_doctor_is_asked_for_its_address_and_told_where_it_is_sent(language):
    say = load_words(language).say
    case = NEW.answers({"doctor.name": "Dr. Sample", "doctor.address": None})
    at = go_on(press(page(case, language), say("dispute_letter.begin")))
    at.radio(key="q.reports.1.disputing.copy_doctor").set_value("yes")
    at = go_on(at)
    at.text_area(key="q.doctor.address").set_value("9 Sample Street")
    at = go_on(at)
    assert say("dispute_letter.check_title") in text(at) and at.session_state["case"].doctor.address == "9 Sample Street"
    at = press(press(at, say("dispute_letter.to_letter")), say("dispute_letter.to_send"))
    assert say("dispute_letter.doctor_too", name="Dr. Sample, 9 Sample Street") in text(at)
    at = press(at, say("imr.add_line"))
    assert len(at.radio(key="q.reports.1.sendings.0.to").options) == 2
    alone = press(press(press(page(WRONG_REPORT.answers({"reports.1.disputing.copy_doctor": "no"}), language), say("dispute_letter.to_letter")), say("dispute_letter.to_send")), say("imr.add_line"))
    assert not [one for one in alone.radio if one.key == "q.reports.1.sendings.0.to"], "nobody else gets it, so nobody is asked"


@pytest.mark.parametrize("language", SPANISH)
def test_a_paper_in_own_words_becomes_a_record_whose_pages_can_be_added_with_one_tap(language):
    say, named = load_words(language).say, "Pay stub from Example Warehouse"
    at = press(press(page(WRONG_REPORT, language), say("dispute_letter.to_letter")), say("dispute_letter.to_send"))
    at = press(at, say("evaluator.add_pages", name=named))
    case = at.session_state["case"]
    new = case.records[-1]
    assert healthy(at) and (new.about, new.kind, new.state) == (named, "other", "have") and say("leaf.done") in labels(at)
    assert case.reports[-1].errors[1].proof == (new.id,) and case.reports[-1].errors[1].proof_named is None


@pytest.mark.parametrize("language", SPANISH)
def test_after_sending_the_day_to_ask_again_is_told_and_the_other_letters_are_one_tap_away(language):
    words = load_words(language)
    line = {"id": "sending-1", "to": "claims_administrator", "on": "2026-11-20", "how": "fax", "wrote": "dispute-letter"}
    at = press(press(page(WRONG_REPORT.answers({"reports.1.sendings": [line], "doctor.address": "9 Sample Street"}), language), words.say("dispute_letter.to_letter")), words.say("dispute_letter.to_send"))
    assert words.say("dispute_letter.follow", day=date(2026, 12, 8)) in text(at)
    assert words.say("dispute_letter.doctor_left", name="Dr. Sample") in text(at)
    at = press(at, words.say("write.back"))
    assert healthy(at) and words.say("write.case_claim-file") not in text(at) and words.say("write.case_objection") in text(at)
