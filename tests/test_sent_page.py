"""Everything that went out on one page: each sending, what to look at now, the answer, the letter that asks again."""

from datetime import date

import pytest

from qme_guide.case import Case
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.entries import calendar
from qme_guide.documents.follow_up import follow_up
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.rules.outbox import everything
from qme_guide.words import LANGUAGES, load_words
from tests.personas import NEWCOMER, OBJECTOR, RATED, TODAY, WRONG_REPORT
from tests.test_pages import go_on, healthy, opened, press, text, type_day

LAW, ENGLISH, SPANISH = load_law(), load_words("en"), load_words("es")
CORRECTION = [{"id": f"sending-{at}", "to": to, "on": "2026-11-12", "how": "mail", "proof": "tracking", "number": f"SAMPLE-{at}", "wrote": "factual-correction"} for at, to in enumerate(("qme", "claims_administrator", "deu"))]
ASKED = {"id": "sending-9", "to": "claims_administrator", "on": "2026-11-02", "how": "mail", "proof": "receipt", "result": "sent", "wrote": "dispute-letter"}
# Three letters about the report, one of them not answered, and its own day is past; a request for the file, by fax, that failed.
WAITING = WRONG_REPORT.answers(
    {
        "reports.1.sendings": [*CORRECTION, ASKED],
        "reports.1.disputing.reply_by": "2026-11-16",
        "sendings": [{"id": "sending-1", "to": "claims_administrator", "on": "2026-11-20", "how": "fax", "proof": "failed_page", "result": "failed", "wrote": "claim-file"}],
    }
)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def shown(case: Case, language: str = "es"):
    at = opened(case, "sent", language)
    assert healthy(at)
    return at


def letter_about(case: Case) -> str:
    """The letter about the dispute letter, as plain words."""
    one = next(one for one in everything(case) if one.paper == "dispute-letter")
    return " ".join(RENDERERS[".txt"](follow_up(Matter(case, None, LAW, ENGLISH, TODAY), one)).decode().split())


def told(case: Case, name: str, language: str = "en") -> str:
    return " ".join(RENDERERS[".txt"](PAPERS[name].build(Matter(case, None, LAW, load_words(language), TODAY))).decode().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_went_out_stands_on_one_page_with_what_is_due(language):
    words, at = load_words(language), shown(WAITING, language)
    page = text(at)
    for name in ("dispute-letter", "factual-correction", "claim-file", "selection-notice", "objection"):
        assert words.say(f"paper.{name}") in page
    assert words.say("sent.what_form105") in page and page.count(words.say("paper.factual-correction")) >= len(CORRECTION)
    for kind, number in (("again", 1), ("answer", 5), ("track", 2)):
        assert words.say(f"sent.do_{kind}", number=number) in page
    assert words.say("sent.theirs_title") in page and words.clock("factual-qme-10", "title") in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newcomer_is_told_what_comes_here_and_where_to_write(language):
    words, at = load_words(language), shown(NEWCOMER, language)
    assert words.say("sent.none") in text(at) and words.say("sent.next_title") not in text(at)
    assert words.say("sent.to_write") in [one.label for one in at.button]


def test_a_line_is_changed_removed_and_brought_back_here():
    at = shown(WAITING)
    at = at.button(key="edit.report-2.sending-9").click().run()
    at.radio(key="q.reports.1.sendings.3.how").set_value("fax")
    at = go_on(go_on(at))
    assert [one.how for one in at.session_state["case"].reports[1].sendings] == ["mail", "mail", "mail", "fax"]
    at = at.button(key="remove.report-2.sending-1").click().run()
    assert [one.id for one in at.session_state["case"].reports[1].sendings] == ["sending-0", "sending-2", "sending-9"]
    at = press(at, SPANISH.say("undo.undo"))
    assert len(at.session_state["case"].reports[1].sendings) == 4


def test_a_line_that_is_open_on_another_page_is_closed_when_the_log_changes_here():
    """The open line is known by its number: with a line before it gone, another letter's line would be open there."""
    at = shown(RATED)
    at.session_state["place.line"] = ("report-2.factual-correction", 1, "went")
    at = at.button(key="remove.report-2.sending-1").click().run()
    assert at.session_state["place.line"] is None


def test_a_letter_that_was_open_here_stays_that_of_its_report_when_another_report_is_gone():
    other = WAITING.reports[1].model_copy(update={"id": "report-9", "author": "Dr. Sample Nine"})
    three = WAITING.model_copy(update={"reports": (*WAITING.reports, other)})
    at = shown(three, "en").button(key="follow.report-2.sending-9").click().run()
    at.session_state["case"] = three.model_copy(update={"reports": three.reports[1:]})
    assert "Dr. Sample Nine" not in text(at.run()) and load_words("en").say("sent.letter_title") in text(at)


def test_an_answer_ends_the_question_and_can_be_taken_back():
    at = shown(WAITING)
    assert SPANISH.say("sent.do_answer", number=5) in text(at)
    at = at.button(key="answer.report-2.sending-9").click().run()
    at = type_day(at, "reports.1.sendings.3.answered_on", "18", 11, "2026")
    assert at.session_state["case"].reports[1].sendings[3].answered_on == date(2026, 11, 18)
    assert SPANISH.say("sent.answered", day=date(2026, 11, 18)) in text(at) and SPANISH.say("sent.do_answer", number=5) not in text(at)
    at = at.button(key="answer.report-2.sending-9").click().run()
    at.selectbox(key="q.reports.1.sendings.3.answered_on.month").set_value(at.selectbox(key="q.reports.1.sendings.3.answered_on.month").options[0])
    at = type_day(at, "reports.1.sendings.3.answered_on", "", None, "")
    assert at.session_state["case"].reports[1].sendings[3].answered_on is None and SPANISH.say("sent.do_answer", number=5) in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_that_asks_again_is_offered_from_its_day_on_and_its_log_ends_it(language):
    words, at = load_words(language), shown(WAITING, language)
    at = at.button(key="follow.report-2.sending-9").click().run()
    assert healthy(at) and words.say("sent.letter_title") in text(at) and words.say("sent.letter_early", day=date(2026, 11, 17)) not in text(at)
    at = press(at, words.say("imr.add_line"))
    assert "q.reports.1.sendings.4.to" not in [one.key for one in at.radio]
    at.radio(key="q.reports.1.sendings.4.how").set_value("fax")
    at = go_on(type_day(at, "reports.1.sendings.4.on", "21", 11, "2026"))
    line = at.session_state["case"].reports[1].sendings[4]
    assert (line.to, line.wrote) == ("claims_administrator", "follow-up")
    at = press(at, words.say("sent.back"))
    assert words.say("sent.do_answer", number=6) not in text(at) and "follow.report-2.sending-9" not in [one.key for one in at.button]


def test_before_its_day_the_letter_is_there_and_says_that_waiting_is_advised():
    at = shown(WAITING.answers({"reports.1.disputing.reply_by": "2026-12-07"}))
    assert SPANISH.say("sent.no_answer_yet", day=date(2026, 12, 8)) in text(at)
    at = at.button(key="follow.report-2.sending-9").click().run()
    assert SPANISH.say("sent.letter_early", day=date(2026, 12, 8)) in text(at)


def test_with_an_attorney_the_list_stays_and_no_letter_is_made():
    at = shown(WAITING.answers({"triage.lawyer": "yes"}))
    assert SPANISH.say("paper.dispute-letter") in text(at)
    at = at.button(key="follow.report-2.sending-9").click().run()
    assert healthy(at) and SPANISH.say("sent.letter_title") not in text(at)
    assert SPANISH.say("paper.hand-off") in [one.label for one in at.expander] and SPANISH.say("paper.follow-up") not in [one.label for one in at.expander]
    assert SPANISH.say("sent.list_title") in text(press(at, SPANISH.say("sent.back")))


def test_details_are_asked_and_lead_back_to_the_letter():
    at = shown(WAITING.answers({"worker.name": None, "claim.number": None}))
    at = at.button(key="follow.report-2.sending-9").click().run()
    at = press(at, SPANISH.say("records.add_details"))
    at.text_input(key="q.worker.name").set_value("Ana María Núñez de la O")
    for _ in range(3):
        at = go_on(at)
    assert SPANISH.say("sent.letter_title") in text(at) and "Ana María Núñez de la O" in text(at)


def test_the_letter_says_only_what_the_log_says():
    page = told(WAITING, "follow-up")
    assert "Monday, November 2, 2026" in page and "Dr. Sample One" in page and "How I sent it: mail" in page
    assert load_words("en").letter("dispute-letter", "title") in page and "number" not in page.replace("Claim number", "")
    for said in ({"how": None}, {"how": "unsure"}):
        assert "How I sent it" not in letter_about(WAITING.answers({f"reports.1.sendings.3.{name}": value for name, value in said.items()}))
    assert "Tracking or fax number: SAMPLE-7" in letter_about(WAITING.answers({"reports.1.sendings.3.number": "SAMPLE-7"}))
    nobody = letter_about(WAITING.answers({"reports.1.author": None, "reports.1.printed_on": None, "claim.adjuster": None}))
    assert "It is about this report" not in nobody and "None" not in nobody
    undated = letter_about(WAITING.answers({"reports.1.sendings.3.on": "2026-11"}))
    assert "I sent it on: November 2026" in undated
    bare = told(NEWCOMER, "follow-up")
    assert "None" not in bare and "()" not in bare and "It is about this report" not in bare


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_log_of_everything_has_a_row_for_each_sending_and_no_row_twice(language):
    words, page = load_words(language), told(WAITING, "sending-log-all", language)
    assert page.count(words.say("paper.factual-correction")) >= len(CORRECTION) and "SAMPLE-2" in page
    assert words.letter("sending-log-all", "next_title") in page and words.letter("sending-log-all", "theirs_title") in page
    assert words.letter("sending-log-all", "none") in told(NEWCOMER, "sending-log-all", language)


def test_the_days_to_look_again_stand_in_the_calendar_without_private_words():
    entries = calendar(Matter(WAITING.answers({"key": "aaa", "reports.1.disputing.reply_by": "2026-12-07"}), None, LAW, SPANISH, TODAY))
    found = {one.uid: one for one in entries if one.title == SPANISH.letter("calendar", "follow_answer_title")}
    assert [(uid, one.day) for uid, one in found.items()] == [("aaa-report-2-sending-9-answer", date(2026, 12, 8))]
    assert len({one.uid for one in entries}) == len(entries) and not any("Sample" in one.title for one in entries)


def test_nothing_of_a_report_that_is_gone_stays_and_odd_words_do_no_harm():
    odd = WAITING.answers({"reports.1.author": "<b>José</b> \"Núñez\" ابن", "reports.1.sendings.0.number": "<script>1</script>", "reports.1.sendings.3.on": "unsure"})
    at = shown(odd)
    assert "<script>" not in str([element.proto.body for element in at.get("html")])
    assert SPANISH.say("paper.dispute-letter") in text(at)
    without = odd.model_copy(update={"reports": odd.reports[:1]})
    assert SPANISH.say("paper.dispute-letter") not in text(shown(without))
    assert healthy(shown(OBJECTOR)) and healthy(shown(RATED, "en"))
