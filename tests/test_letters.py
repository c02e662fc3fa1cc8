"""The papers: golden text for each person and language, and what must never be in them.

After a change of words: QME_GUIDE_GOLDEN=write python -m pytest tests/test_letters.py, then read the difference.
"""

import os
from pathlib import Path

import pytest

from qme_guide.case import Case
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.entries import calendar
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EVERYBODY, FARM_WORKER, TODAY

GOLDEN = Path(__file__).parent / "golden"
FITTING = {
    "imr-cover": ("farm-worker", "late-drug", "newcomer"),
    "claims-copy": ("farm-worker", "newcomer"),
    "form-missing": ("no-form", "newcomer"),
    "late-note": ("late-drug", "no-form", "liability-over"),
    "designation": ("farm-worker", "newcomer"),
    "form-sheet": ("farm-worker", "no-form", "newcomer"),
    "sending-log": ("farm-worker", "sent", "newcomer"),
    "sending-log-all": ("sent", "booked", "rated", "newcomer"),
    "follow-up": ("wrong-report", "newcomer"),
    "records-index": ("two-tracks", "newcomer"),
    "copies": ("farm-worker", "sent"),
    "proof-of-service": ("farm-worker", "sent"),
    "mail-slip": ("farm-worker", "late-drug", "newcomer"),
    "date-sheet": ("farm-worker", "late-drug", "many"),
    "call-card": ("farm-worker", "late-drug", "claim-denied", "no-form"),
    "records-request": ("two-tracks", "newcomer"),
    "hand-off": ("farm-worker", "represented", "claim-denied", "many", "booked", "panel-represented", "wrong-report", "newcomer"),
    "hand-off-full": ("farm-worker", "represented", "claim-denied", "many", "booked", "panel-represented", "wrong-report"),
    "supervisor-sheet": ("farm-worker", "late-drug", "represented", "claim-denied", "many", "wrong-report", "newcomer"),
    "doctor-sheet": ("farm-worker", "two-tracks", "late-drug", "sent", "newcomer"),
    "clinic-call": ("two-tracks", "newcomer"),
    "search-card": ("two-tracks", "newcomer"),
    "imr-authorize": ("overturned", "newcomer"),
    "imr-reimburse": ("overturned", "newcomer"),
    "records-missing": ("assigned", "newcomer"),
    "more-facts": ("sent", "newcomer"),
    "appeal-sheet": ("upheld", "not-eligible", "newcomer"),
    "new-request": ("upheld", "newcomer"),
    "appointment-card": ("booked", "newcomer"),
    "exam-plan": ("exam-soon", "booked", "newcomer"),
    "interpreter-request": ("booked", "newcomer"),
    "travel-request": ("booked", "newcomer"),
    "serve-records": ("exam-soon", "newcomer"),
    "qme-letter": ("exam-soon", "newcomer"),
    "qme-index": ("exam-soon", "newcomer"),
    "ask-sent": ("exam-soon", "newcomer"),
    "object-nonmedical": ("exam-soon", "newcomer"),
    "objection": ("objector", "newcomer"),
    "dispute-letter": ("wrong-report", "newcomer"),
    "correction-reply": ("wrong-report", "newcomer"),
    "form105-request": ("objector", "panel-wait", "newcomer"),
    "form105-sheet": ("objector", "panel-wait", "newcomer"),
    "specialty-sheet": ("objector", "newcomer"),
    "panel-copy": ("panel-wait", "newcomer"),
    "unit-call": ("panel-wait", "newcomer"),
    "selection-notice": ("panel-here", "booked", "newcomer"),
    "booking-call": ("panel-here", "booked", "newcomer"),
    "replacement-sheet": ("booked", "newcomer"),
    "pocket-card": ("exam-soon", "newcomer"),
    "evening-log": ("exam-soon", "newcomer"),
    "timeline-exam": ("exam-soon", "newcomer"),
    "timeline-full": ("exam-soon", "newcomer"),
    "timeline-doctor": ("exam-soon", "newcomer"),
    "timeline-private": ("exam-soon", "newcomer"),
    "function-statement": ("exam-soon", "newcomer"),
    "function-full": ("exam-soon", "newcomer"),
    "practice-sheet": ("exam-soon", "newcomer"),
    "error-table": ("wrong-report", "newcomer"),
    "factual-correction": ("wrong-report", "newcomer"),
    "form37-sheet": ("wrong-report", "rated", "newcomer"),
    "question-list": ("wrong-report", "newcomer"),
    "rating-reconsider": ("rated", "newcomer"),
    "rating-card": ("rated", "wrong-report", "newcomer"),
    "late-report": ("rated", "newcomer"),
    "supplemental-request": ("wrong-report", "newcomer"),
    "claim-file": ("wrong-report", "newcomer"),
    "ur-complaint-sheet": ("farm-worker", "newcomer"),
}
CASES = [(paper, person, language) for paper, persons in FITTING.items() for person in persons for language in LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_that_asks_names_only_what_is_missing(language):
    told = {}
    for lack in ("form", "envelope"):
        case = FARM_WORKER.answers({f"letters.0.{one}_enclosed": "no" if one == lack else "yes" for one in ("form", "envelope")})
        told[lack] = " ".join(RENDERERS[".txt"](PAPERS["form-missing"].build(matter(case, language))).decode().split())
    subjects = {lack: load_words(language).letter("form-missing", f"subject_{lack}") for lack in told}
    assert all((subjects[lack] in told[other]) == (lack == other) for lack in told for other in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_about_missing_records_asks_to_weigh_only_what_it_encloses(language):
    words, told = load_words(language), {}
    for state in ("have", "asked"):
        records = [{"id": "record-1", "kind": "report", "state": state}]
        case = EVERYBODY["assigned"].answers({"records": records, "letters.0.review.listed": [], "letters.0.review.list_received": "yes"})
        told[state] = " ".join(RENDERERS[".txt"](PAPERS["records-missing"].build(matter(case, language))).decode().split())
    now, later = (words.letter("records-missing", name) for name in ("please", "please_later"))
    assert now in told["have"] and later not in told["have"]
    assert later in told["asked"] and now not in told["asked"]


def matter(case: Case, language: str, today=TODAY) -> Matter:
    return Matter(case, next(iter(case.letters), None), load_law(), load_words(language), today)


def text(paper: str, case: Case, language: str) -> str:
    return RENDERERS[".txt"](PAPERS[paper].build(matter(case, language))).decode()


def golden(name: str, found: str) -> None:
    """The text is the one that was kept under this name."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("QME_GUIDE_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("paper", "person", "language"), CASES)
def test_the_text_of_a_paper_is_what_was_read_and_agreed(paper, person, language):
    golden(f"{paper}-{person}-{language}", text(paper, EVERYBODY[person], language))


def test_every_paper_has_golden_text():
    assert set(FITTING) == set(PAPERS)


@pytest.mark.parametrize("name", [name for name, paper in PAPERS.items() if paper.sent])
def test_the_spanish_copy_of_a_paper_that_is_sent_says_not_to_send_it_and_the_english_one_does_not(name):
    mark = {language: load_words(language).letter("common", "copy_mark") for language in LANGUAGES}
    assert mark["es"] in text(name, FARM_WORKER, "es")
    assert mark["en"] not in text(name, FARM_WORKER, "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_says_that_we_are_no_lawyers_and_a_sample_says_that_it_is_one(name, language):
    words = load_words(language)
    block = "not_lawyer_sent" if PAPERS[name].sent and name != "supervisor-sheet" else "not_lawyer"
    assert words.letter("common", block) in text(name, FARM_WORKER, language)
    assert words.letter("common", "sample_mark") in text(name, FARM_WORKER.model_copy(update={"sample": True}), language)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_about_nobody_holds_no_fact_only_lines_to_fill_in(name):
    """No sentence without its answer: an empty case gives a paper without a date, a name or a number."""
    found = text(name, Case(), "en").replace("Saturday, November 21, 2026", "")
    for fact in load_law().facts.values():
        found = found.replace(fact.citation, "")
        for day in filter(None, (fact.as_of, fact.applies_from)):
            found = found.replace(load_words("en").day(day), "")
    assert "2026" not in found
    assert "None" not in found


SENTENCES = {
    "letters.0.printed_on": "October 30",
    "letters.0.received_on": "November 3",
    "letters.0.form_enclosed": "without the form",
    "letters.0.liability_notice_on": "notice that it was resolved",
    "letters.0.late_reason": "In my own words",
}


@pytest.mark.parametrize(("path", "sentence"), SENTENCES.items())
def test_no_sentence_of_the_note_on_the_date_stands_without_its_answer(path, sentence):
    full = EVERYBODY["no-form"].answers(
        {"letters.0.liability_disputed": "yes", "letters.0.liability_notice_on": TODAY, "letters.0.late_reason": "I was in hospital."}
    )
    without = full.answers({path: None, **({"letters.0.envelope_enclosed": None} if path.endswith("form_enclosed") else {})})
    assert sentence in text("late-note", full, "en")
    assert sentence not in text("late-note", without, "en")


def test_own_words_print_exactly_as_typed_and_all_of_them():
    typed = "Ñandú, Nguyễn Văn Ánh, 王小明, مريم, <script>alert(1)</script> **bold** " + "a long story. " * 350
    case = FARM_WORKER.answers({"letters.0.reason": typed, "letters.0.late_reason": typed})
    assert typed.strip() in " ".join(text("hand-off-full", case, "en").split())
    assert typed.strip() in " ".join(text("late-note", case, "en").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_proof_of_service_names_the_letter_by_its_exact_english_title(language):
    """Code Civ. Proc. 1013a(1): the exact title of what was mailed."""
    title = load_words("en").letter("claims-copy", "title")
    assert f"“{title}”" in text("proof-of-service", FARM_WORKER, language)


def test_the_calendar_has_stable_ids_of_its_own_and_no_private_word_in_a_title():
    case = FARM_WORKER.model_copy(update={"key": "ab12"})
    entries = calendar(matter(case, "en"))
    assert [entry.uid for entry in entries] == [entry.uid for entry in calendar(matter(case, "es"))]
    assert len({entry.uid for entry in entries}) == len(entries)
    assert all(entry.uid.startswith("ab12-") for entry in entries)
    private = ("Sample", "SAMPLE", "shoulder", "Example")
    assert not [entry.title for entry in entries if any(word in entry.title for word in private)]
    assert [str(entry.day) for entry in entries if entry.uid.endswith("imr-request-safe")] == ["2026-11-25"]


def test_the_copy_says_when_and_how_the_request_went_only_when_that_was_said():
    assert "sent my" not in text("claims-copy", FARM_WORKER, "en") and "at the same time" not in text("claims-copy", FARM_WORKER, "en")
    sent = FARM_WORKER.answers({"letters.0.sendings": [{"id": "sending-1", "on": TODAY}]})
    assert "on Saturday, November 21, 2026" in text("claims-copy", sent, "en") and "Way of sending" not in text("claims-copy", sent, "en")
    assert "Way of sending: fax." in text("claims-copy", sent.answers({"letters.0.sendings.0.how": "fax"}), "en")


def test_an_urgent_answer_alone_puts_no_word_of_urgency_on_the_cover():
    urgent = FARM_WORKER.answers({"letters.0.urgent": "yes"})
    assert text("imr-cover", urgent, "en") == text("imr-cover", FARM_WORKER, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_denied_claim_is_told_with_the_days_its_dates_rest_on_and_in_its_own_words(language):
    words, case = load_words(language), EVERYBODY["claim-denied"]
    brief, whole = text("hand-off", case, language), text("hand-off-full", case, language)
    for day in (case.claim.form_filed_on, case.claim.denied_on):
        assert words.told(day, brief=True) in brief and words.day(day) in whole
    shown = " ".join(text("call-card", case, language).split())
    assert str(words.passages["outcomes/claim_denied"].front["say"]) in shown
    assert words.letter("call-card", "say_intro") not in shown
