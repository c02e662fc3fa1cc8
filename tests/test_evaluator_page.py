"""The page of the records for the evaluator: choose, serve, wait, send; never a letter to the QME before its day."""

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from qme_guide import bundle
from qme_guide.case import Case
from qme_guide.documents import evaluator as papers
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.entries import calendar
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.render import RENDERERS, pdf
from qme_guide.rules.dates import dates
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EXAM_SOON, NEWCOMER, TODAY
from tests.test_bundle import paper
from tests.test_letters import golden
from tests.test_pages import healthy, opened, text

LAW = load_law()
CHOSEN = ("record-1", "record-2")
FAR = EXAM_SOON.answers({"exams.0.on": "2027-01-29", "exams.0.for_qme": CHOSEN})
SERVED = FAR.answers({"exams.0.sendings": [{"id": "sending-1", "to": "claims_administrator", "on": "2026-12-07", "how": "personal", "papers": CHOSEN}]})
READY = date(2026, 12, 28)
FILES = {"record-1": [paper("REPORT of August")], "record-2": [paper("MRI of April")]}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    on(monkeypatch, TODAY)


def on(monkeypatch, day: date) -> None:
    monkeypatch.setenv("QME_GUIDE_TODAY", day.isoformat())


def page(case: Case | None, language: str = "en") -> AppTest:
    return opened(case, "evaluator", language)


def press(at: AppTest, label: str) -> AppTest:
    return next(button for button in at.button if button.label == label).click().run()


def labels(at: AppTest) -> list[str]:
    return [button.label for button in at.button] + [one.label for one in at.expander]


def matter(case: Case, today: date = TODAY, language: str = "en") -> Matter:
    return Matter(case, None, LAW, load_words(language), today)


def told(document) -> str:
    return " ".join(RENDERERS[".txt"](document).decode().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_are_chosen_served_waited_for_and_then_sent(language, monkeypatch):
    words = load_words(language)
    say = words.say
    at = page(EXAM_SOON.answers({"exams.0.on": "2027-01-29"}), language)
    assert healthy(at) and say("evaluator.to_serve") not in labels(at), "first the papers are chosen"
    at = at.checkbox(key=next(one.key for one in at.checkbox if "record-1" in one.key)).check().run()
    assert at.session_state["case"].exams[0].for_qme == ("record-1",)
    at = press(at, say("evaluator.to_serve"))
    assert say("paper.serve-records") in labels(at) and say("paper.qme-letter-copy") in labels(at) and say("paper.qme-letter") not in labels(at)
    at = press(at, say("imr.add_line"))
    assert healthy(at)
    at = page(SERVED, language)
    assert words.day(READY) in text(at)
    at = press(at, say("evaluator.to_send"))
    assert say("paper.qme-letter") not in labels(at) and say("evaluator.not_yet") in text(at)
    on(monkeypatch, READY)
    at = press(page(SERVED, language), say("evaluator.to_send"))
    assert say("paper.qme-letter") in labels(at) and healthy(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_of_the_log_keeps_which_papers_went_along(language):
    say = load_words(language).say
    at = press(press(page(FAR, language), say("evaluator.to_serve")), say("imr.add_line"))
    at.text_input(key="q.exams.0.sendings.0.on.day").set_value("20")
    month = at.selectbox(key="q.exams.0.sendings.0.on.month")
    month.set_value(month.options[11])
    at.text_input(key="q.exams.0.sendings.0.on.year").set_value("2026")
    at.radio(key="q.exams.0.sendings.0.how").set_value("personal")
    at = next(button for button in at.button if button.label == say("ask.continue")).click().run()
    (kept,) = at.session_state["case"].exams[0].sendings
    assert (kept.to, kept.on, kept.papers) == ("claims_administrator", date(2026, 11, 20), CHOSEN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nine_days_before_the_exam_the_page_says_what_can_still_be_done(language):
    words = load_words(language)
    at = page(EXAM_SOON.answers({"exams.0.for_qme": CHOSEN}), language)
    assert words.say("evaluator.state_closed", days=20) in text(at)
    at = press(at, words.say("evaluator.to_serve"))
    assert words.say("paper.qme-letter-copy") not in labels(at), "no letter to a QME who gets nothing"
    letter = told(papers.serve_records(matter(EXAM_SOON.answers({"exams.0.for_qme": CHOSEN}))))
    assert "So I do not send these papers to the evaluator" in letter and "do not object" in letter


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_added_after_the_serving_are_named_and_can_be_left_out(language, monkeypatch):
    on(monkeypatch, READY)
    words = load_words(language)
    at = page(SERVED.answers({"exams.0.for_qme": (*CHOSEN, "record-4")}), language)
    at = press(at, words.say("evaluator.leave_out"))
    assert at.session_state["case"].exams[0].for_qme == CHOSEN
    assert words.say("evaluator.state_ready", exam=date(2027, 1, 29)) in text(at)
    assert press(at, words.say("undo.undo")).session_state["case"].exams[0].for_qme == (*CHOSEN, "record-4")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_side_is_asked_and_non_medical_papers_are_objected_to(language):
    words = load_words(language)
    at = press(page(EXAM_SOON, language), words.say("evaluator.to_other"))
    assert words.say("paper.ask-sent") in labels(at) and words.say("paper.object-nonmedical") not in labels(at)
    at = press(page(EXAM_SOON.answers({"exams.0.nonmedical_on": "2026-11-18"}), language), words.say("evaluator.to_other"))
    assert words.say("paper.object-nonmedical") in labels(at) and words.day(date(2026, 11, 25)) in text(at) and healthy(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_exam_with_an_attorney_and_after_the_exam(language, monkeypatch):
    words = load_words(language)
    assert words.say("exam_at.say") in labels(page(NEWCOMER, language))
    at = page(SERVED.answers({"triage.lawyer": "yes"}), language)
    assert words.say("paper.hand-off") in labels(at) and words.say("evaluator.to_serve") not in labels(at)
    assert words.say("exam_at.say") in labels(page(FAR.answers({"exams.0.on": "unsure"}), language))
    on(monkeypatch, date(2027, 1, 30))
    at = page(SERVED, language)
    assert words.say("evaluator.to_send") not in labels(at) and healthy(at)


def test_the_form_of_the_state_is_told_before_and_after_its_day(monkeypatch):
    words = load_words("en")
    titles = [words.passages[f"pages/exam_form_{name}"].title for name in ("coming", "due")]
    for day, (shown, hidden) in ((date(2026, 12, 31), titles), (date(2027, 1, 1), titles[::-1])):
        on(monkeypatch, day)
        found = text(page(FAR))
        assert shown in found and hidden not in found


def test_the_letter_to_the_evaluator_exists_only_when_the_log_allows_it():
    for case, day in ((Case(), TODAY), (FAR, READY), (SERVED, date(2026, 12, 27)), (SERVED, None), (SERVED, date(2027, 1, 29))):
        letter = PAPERS["qme-letter"].build(matter(case, day))
        assert "Do not send" in letter.mark and "enclosed" not in told(letter)
    letter = PAPERS["qme-letter"].build(matter(SERVED, READY))
    assert letter.mark is None and "December 7, 2026" in told(letter)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_the_letter_that_may_go_is_what_was_read_and_agreed(language):
    for name in ("qme-letter", "serve-records", "qme-index"):
        golden(f"{name}-served-{language}", RENDERERS[".txt"](PAPERS[name].build(matter(SERVED, READY, language))).decode())


def test_the_copy_that_is_served_says_the_same_and_is_marked():
    copy, letter = papers.qme_letter_copy(matter(FAR, date(2026, 12, 7)), FAR.exams[0]), PAPERS["qme-letter"].build(matter(SERVED, READY))
    assert "Not sent to the evaluator yet" in copy.mark
    # Only the day of service is a line to fill in on the copy.
    unmarked = told(replace(copy, mark=None))
    assert told(letter).split("Served on")[0] in unmarked and told(letter).split("Dear ")[1] in unmarked


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_is_one_page_also_in_the_copy_to_read(language):
    case = SERVED.answers({"exams.0.nonmedical_on": "2026-11-02"})
    for name in ("serve-records", "qme-letter", "ask-sent", "object-nonmedical"):
        assert len(PdfReader(io.BytesIO(pdf.render(PAPERS[name].build(matter(case, READY, language))))).pages) == 1


def pages(packet: bytes) -> list[str]:
    return [" ".join(one.extract_text().split()) for one in PdfReader(io.BytesIO(packet)).pages]


def test_both_sides_get_the_same_papers_with_the_same_numbers():
    served = pages(bundle.serving_packet(matter(FAR, date(2026, 12, 7)), FAR.exams[0], FILES))
    sent = pages(bundle.evaluator_packet(matter(SERVED, READY), SERVED.exams[0], FILES))
    assert len(served) == len(sent) == 6 and served[1:] == sent[1:], "the letter differs by its mark and the day of service alone"
    assert "Pages in all" in sent[1] and "6" in sent[1] and "MRI of April" in sent[-1] and "Page 6 of 6" in sent[-1]


def test_a_packet_for_the_evaluator_is_refused_before_its_day_and_without_the_serving():
    for case, day in ((FAR, READY), (SERVED, date(2026, 12, 27)), (SERVED, date(2027, 1, 29))):
        with pytest.raises(bundle.NotServed):
            bundle.evaluator_packet(matter(case, day), case.exams[0], FILES)


def test_when_nothing_can_reach_the_evaluator_the_packet_holds_no_letter_to_the_evaluator():
    case = EXAM_SOON.answers({"exams.0.for_qme": CHOSEN})
    assert len(pages(bundle.serving_packet(matter(case), case.exams[0], FILES))) == 5


def test_a_paper_that_was_objected_to_is_left_out_and_the_others_keep_their_letters():
    case = SERVED.answers({"exams.0.for_qme": ("record-2",)})
    assert [(mark, one.id) for mark, one in papers.marked(matter(case, READY), case.exams[0])] == [("B", "record-2")]


def test_the_wait_stands_among_the_dates_and_in_the_calendar_and_the_serving_does_not_any_more():
    rules = {row.deadline.rule: row for row in dates(SERVED, LAW, TODAY)}
    assert rules["qme-send-after-20"].deadline.safe == READY and "serve-qme-info-20" not in rules
    assert "serve-qme-info-20" in {row.deadline.rule for row in dates(FAR, LAW, TODAY)}
    assert READY in [entry.day for entry in calendar(matter(SERVED))]
