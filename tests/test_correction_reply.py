"""The answer to the claims administrator's request for a correction: every sentence has its answer, and both sides get it."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from qme_guide.case import Case
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.render import RENDERERS, pdf
from qme_guide.rules import replying
from qme_guide.words import LANGUAGES, load_words
from tests.personas import TODAY, WRONG_REPORT
from tests.test_letters import golden

LAW = load_law()
ASKED = WRONG_REPORT.answers(
    {
        "reports.1.correction.theirs_served_on": date(2026, 11, 19),
        "reports.1.correction.answer": "partly",
        "reports.1.correction.reply": "Page 4: the date of hire is right. Page 7: I did not work in May 2026; see my pay stub.",
    }
)
HELD = ("theirs_served_on", "answer", "reply")


def text(case: Case, language: str = "en") -> str:
    return RENDERERS[".txt"](PAPERS["correction-reply"].build(Matter(case, None, LAW, load_words(language), TODAY))).decode()


def flat(case: Case, language: str = "en") -> str:
    return " ".join(text(case, language).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_the_full_answer_is_what_was_read_and_agreed(language):
    golden(f"correction-reply-asked-{language}", text(ASKED, language))


@pytest.mark.parametrize("answer", ["agree", "disagree", "partly"])
def test_it_says_what_was_answered_and_nothing_else(answer):
    words = load_words("en")
    told = flat(ASKED.answers({"reports.1.correction.answer": answer}))
    assert [one for one in ("agree", "disagree", "partly") if words.letter("correction-reply", one) in told] == [answer]


def test_who_agrees_may_leave_it_at_that_and_who_does_not_has_a_line_to_say_why():
    line = load_words("en").letter("correction-reply", "blank_mine")
    assert line not in flat(ASKED.answers({"reports.1.correction.answer": "agree", "reports.1.correction.reply": None}))
    assert line in flat(ASKED.answers({"reports.1.correction.reply": None})) and line not in flat(ASKED)


@pytest.mark.parametrize(
    "without", [*(f"reports.1.correction.{name}" for name in HELD), "reports.1.author", "reports.1.author_address", "reports.1.printed_on", "triage.lawyer"]
)
def test_without_one_answer_no_sentence_is_broken(without):
    told = flat(ASKED.answers({without: None}))
    assert not [broken for broken in ("None", "“”", "  ", " .", " ,", "{") if broken in told]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_the_copy_for_the_other_side_and_goes_to_nobody_alone(language):
    words = load_words(language)
    told = flat(ASKED, language)
    assert words.letter("correction-reply", "copy") in told and told.index(words.letter("correction-reply", "copy_to")) < told.rindex("Example Insurance")
    assert replying.SERVICE == ("qme", "claims_administrator")


def test_a_sending_of_another_letter_or_one_that_failed_answers_nothing():
    line = {"id": "sending-1", "to": "qme", "on": "2026-11-20", "how": "mail"}
    for wrote, result, open_ones in (("factual-correction", "sent", 2), ("correction-reply", "failed", 2), ("correction-reply", "sent", 1)):
        (report,) = ASKED.answers({"reports.1.sendings": [{**line, "wrote": wrote, "result": result}]}).reports[1:]
        assert len(replying.unserved(report)) == open_ones


def test_words_of_any_length_and_kind_stay_whole():
    for own in ("<b>Página 3</b> “así”", "تاريخ الإصابة خطأ", "The date is wrong. " * 300):
        case = ASKED.answers({"reports.1.correction.reply": own, "reports.1.author": "Dra. María José Núñez-O'Brien <b>"})
        assert own.strip() in " ".join(text(case).split()) or own.strip() in flat(case)
        assert PdfReader(io.BytesIO(pdf.render(PAPERS["correction-reply"].build(Matter(case, None, LAW, load_words("en"), TODAY))))).pages
