"""The reasons of a letter: every one has its words, its papers and its source; and the papers of the second track."""

import io
import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from qme_guide.answers import Reason, RecordKind, RecordState
from qme_guide.case import Case, Letter, Record, Treatment
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.rules import reasons
from qme_guide.rules.reasons import ASK, BEST, DOCTOR, GROUPS, LIABILITY, ROWS, chosen, likely, standing, wanted
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EVERYBODY, FARM_WORKER, NEWCOMER, SENT, TODAY, TWO_TRACKS
from tests.sweeps import SPANISH

LAW, REASONS, KINDS = load_law(), get_args(Reason), get_args(RecordKind)
PARTS = ("name", "on_letter", "means", "ask")
MINE = ("doctor-sheet", "clinic-call", "search-card")
SOME = st.lists(st.sampled_from(REASONS), unique=True).map(tuple)


def matter(case: Case, language: str = "en", today=TODAY) -> Matter:
    return Matter(case, next(iter(case.letters), None), LAW, load_words(language), today)


def text(paper: str, case: Case, language: str = "en", today=TODAY) -> str:
    return " ".join(RENDERERS[".txt"](PAPERS[paper].build(matter(case, language, today))).decode().split())


def pages(paper: str, case: Case, language: str) -> int:
    return len(PdfReader(io.BytesIO(RENDERERS[".pdf"](PAPERS[paper].build(matter(case, language))))).pages)


def test_there_is_a_row_for_every_reason_and_for_nothing_else():
    assert set(ROWS) == set(REASONS)
    assert {row.group for row in ROWS.values()} == set(GROUPS)
    assert {row.way for row in ROWS.values()} == {DOCTOR, ASK, LIABILITY}


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_has_words_in_both_languages_and_the_english_ones_are_the_same(reason):
    for part in PARTS:
        assert all(load_words(language).say(f"reasons.{reason}.{part}") for language in LANGUAGES)
    english, spanish = (load_words(language).say(f"reasons.{reason}.on_letter") for language in LANGUAGES)
    assert english == spanish and re.fullmatch(r"(\*[^*,]+\*(, |$))+", english)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", REASONS)
def test_what_is_asked_is_a_question(reason, language):
    assert "?" in load_words(language).say(f"reasons.{reason}.ask")


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_names_papers_that_exist_and_its_law_was_read(reason):
    row = ROWS[reason]
    assert set(row.papers) <= set(KINDS) and len(set(row.papers)) == len(row.papers)
    assert row.facts and all(LAW.facts[name].status == "PRIMARY" for name in row.facts)
    assert bool(row.papers) == (row.way == DOCTOR)


NUMBERS = {"old_papers": ("rfa-form-2026", "papers_days"), "visit_limit": ("visit-cap", "visits")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("reason", "place"), NUMBERS.items())
def test_a_number_of_law_in_these_words_is_the_one_in_the_law_file(reason, place, language):
    fact, name = place
    assert re.findall(r"\d+", load_words(language).say(f"reasons.{reason}.means"))[0] == str(LAW.facts[fact].values[name])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_months_and_the_day_in_these_words_are_the_ones_in_the_law_file(language):
    words = load_words(language)
    assert str(LAW.clock("repeat-rfa-12m").newest.n) in words.say("reasons.done_before.means")
    day = LAW.facts["rfa-form-2026"].applies_from
    assert re.search(rf"\b{day.day}\b.*\b{day.year}\b", words.say("reasons.form_faulty.means"))


@given(SOME, SOME)
def test_the_papers_wanted_are_those_of_the_reasons_each_once(first, second):
    letters = (Letter(id="letter-1", reasons=first), Letter(id="letter-2", reasons=second))
    found = wanted(letters)
    assert len(set(found)) == len(found)
    assert set(found) == {kind for reason in {*first, *second} for kind in ROWS[reason].papers}


@given(SOME)
def test_reasons_come_in_the_order_of_the_table_whatever_the_order_of_the_answers(said):
    assert chosen(Letter(id="letter-1", reasons=said)) == tuple(reason for reason in ROWS if reason in said)


def test_no_reason_wants_no_paper_and_a_dispute_about_who_pays_wants_none_either():
    assert wanted(FARM_WORKER.letters) == () and wanted(()) == ()
    assert wanted((Letter(id="letter-1", reasons=("not_work", "unclear")),)) == ()


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from((None, *get_args(RecordState))))))
def test_of_several_papers_of_a_kind_the_best_state_counts(said):
    case = Case(records=tuple(Record(id=f"record-{at}", kind=kind, state=state) for at, (kind, state) in enumerate(said)))
    for kind in KINDS:
        states = [state for one, state in said if one == kind and state]
        assert standing(case, kind) == (min(states, key=BEST.index) if states else None)


def test_best_is_a_paper_in_the_hand():
    assert BEST[0] == "have" and BEST[-1] == "not_mine"


def full(**answers: object) -> Case:
    return TWO_TRACKS.answers({f"letters.0.{name}": value for name, value in answers.items()})


def test_the_sheet_says_what_was_denied_what_the_reviewer_said_and_what_is_asked_for():
    shown, words = text("doctor-sheet", TWO_TRACKS), load_words("en")
    for piece in ("Dr. Sample, Example Clinic", "Friday, October 30, 2026", "Example Insurance", "Physical therapy, 8 visits (right shoulder)"):
        assert piece in shown
    for reason in ("few_facts", "no_progress"):
        assert words.say(f"reasons.{reason}.name") in shown and words.say(f"reasons.{reason}.ask") in shown
    assert f"\u201c{TWO_TRACKS.letters[0].reason}\u201d" in shown
    assert "Form RFA" in shown and "30 days" in shown and "12 months" in shown
    assert "Wednesday, November 25, 2026" in shown


@pytest.mark.parametrize("reason", REASONS)
def test_a_question_stands_on_the_sheet_only_when_its_reason_was_chosen_and_is_for_the_doctor(reason):
    asked, words = text("doctor-sheet", full(reasons=(reason,))), load_words("en")
    assert (words.say(f"reasons.{reason}.ask") in asked) == (ROWS[reason].way != LIABILITY)
    for other in set(REASONS) - {reason}:
        assert words.say(f"reasons.{other}.ask") not in asked


def test_the_sheet_asks_only_for_papers_that_are_still_to_come_and_not_for_the_workers_own():
    case = full(reasons=("few_facts", "no_progress"))
    copies = text("doctor-sheet", case).partition("copy of: ")[2].partition(".")[0]
    names = {kind: load_words("en").choice("records.kind", kind) for kind in KINDS}
    assert names["visit_notes"] in copies and names["therapy_notes"] in copies
    assert names["own_statement"] not in copies
    for state in ("have", "cant_get", "not_mine"):
        told = text("doctor-sheet", case.answers({"records.1.state": state}))
        assert names["therapy_notes"] not in told.partition("copy of: ")[2].partition(".")[0]


def test_urgency_stands_on_the_sheet_only_when_the_doctor_says_so_and_something_was_not_given_yet():
    words = "imminent and serious threat"
    assert words not in text("doctor-sheet", TWO_TRACKS)
    assert words not in text("doctor-sheet", full(urgent="unsure"))
    assert words in text("doctor-sheet", full(urgent="yes")) and "4610.6(d)(1)(C)" in text("doctor-sheet", full(urgent="yes"))
    assert words not in text("doctor-sheet", full(urgent="yes", treatments=(Treatment(name="Surgery", given="yes"),)))
    both = (Treatment(name="Surgery", given="yes"), Treatment(name="Therapy", given="no"))
    assert words in text("doctor-sheet", full(urgent="yes", treatments=both))


def test_what_the_letter_says_is_missing_is_asked_for_only_when_it_says_so():
    assert "says is missing" not in text("doctor-sheet", TWO_TRACKS)
    shown = text("doctor-sheet", full(conditional="yes"))
    assert "says is missing" in shown and "4610(j)(2)" in shown


def test_the_date_on_the_sheet_is_to_come_or_not_named_and_a_request_that_went_out_says_its_day():
    assert "must arrive by Wednesday, November 25, 2026" in text("doctor-sheet", TWO_TRACKS)
    assert "November 25" not in text("doctor-sheet", EVERYBODY["late-drug"]) and "at once" in text("doctor-sheet", EVERYBODY["late-drug"])
    assert "went out: Saturday, November 21, 2026" in text("doctor-sheet", SENT) and "must arrive" not in text("doctor-sheet", SENT)
    assert "must arrive" not in text("doctor-sheet", NEWCOMER) and "None" not in text("doctor-sheet", NEWCOMER)


@pytest.mark.parametrize("name", MINE)
@pytest.mark.parametrize("person", EVERYBODY)
def test_no_paper_of_the_second_track_promises_or_predicts(person, name):
    banned = r"\b(will be (approved|granted)|success|likely|guarantee|win|chances?|%)\b"
    assert not re.search(banned, text(name, EVERYBODY[person]), re.IGNORECASE)


BUSY = {
    "reasons": ("few_facts", "old_papers", "guideline_against", "no_progress"),
    "urgent": "yes",
    "treatments": tuple(Treatment(name=f"Physical therapy, {number} visits", body_part="right shoulder", decision="changed") for number in range(2)),
    "reason": "The request does not say how the earlier visits helped. " * 3,
}


# Spanish is the longer.
@pytest.mark.parametrize("language", SPANISH)
@pytest.mark.parametrize("name", MINE)
@pytest.mark.parametrize("person", ["farm-worker", "two-tracks", "late-drug", "newcomer", "many"])
def test_each_of_these_papers_is_one_page(person, name, language):
    assert pages(name, EVERYBODY[person], language) == 1


def test_also_a_sheet_with_four_reasons_two_treatments_and_urgency_is_one_page():
    assert pages("doctor-sheet", full(**BUSY), "en") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_own_words_stand_whole_on_a_second_page_and_the_first_stays_complete(language):
    long = "The reviewer wrote a long text. " * 60
    case = full(reason=long)
    assert long.strip() in text("doctor-sheet", case, language)
    file = PdfReader(io.BytesIO(RENDERERS[".pdf"](PAPERS["doctor-sheet"].build(matter(case, language)))))
    first = " ".join(file.pages[0].extract_text().split())
    assert load_words(language).letter("doctor-sheet", "answer") in first and "long text" not in first


def test_all_reasons_at_once_lose_nothing():
    shown = text("doctor-sheet", full(reasons=REASONS))
    for reason in chosen(full(reasons=REASONS).letters[0], DOCTOR, ASK):
        assert load_words("en").say(f"reasons.{reason}.ask") in shown


def test_the_call_names_the_doctor_and_the_date_and_asks_what_fits():
    shown = text("clinic-call", TWO_TRACKS)
    assert "My doctor is Dr. Sample" in shown and "November 25, 2026" in shown
    assert "sign a paper today" not in shown and "sign a paper today" in text("clinic-call", full(urgent="yes"))
    assert "patient of your clinic" in text("clinic-call", FARM_WORKER)
    assert "must arrive" not in text("clinic-call", SENT) and "must arrive" not in text("clinic-call", EVERYBODY["late-drug"])
    assert "000-1111" in text("clinic-call", TWO_TRACKS.answers({"doctor.phone": "000-1111"}))


def test_the_words_to_type_are_the_persons_own_and_the_english_ones_of_the_reasons():
    for language in LANGUAGES:
        shown = text("search-card", TWO_TRACKS, language)
        for piece in ("Physical therapy, 8 visits", "right shoulder", "no functional improvement", "Overturned"):
            assert piece in shown
        assert "contraindicated" not in shown and "*" not in shown and "http" not in shown and "www" not in shown


@pytest.mark.parametrize("name", MINE)
def test_a_private_fact_that_the_paper_does_not_need_stays_out(name):
    case = TWO_TRACKS.answers({"worker.address": "SECRET STREET", "claim.adjuster": "SECRET NAME", "claim.employer": "SECRET FARM"})
    assert "SECRET" not in text(name, case)


def test_the_rules_name_no_reason_that_the_words_lack():
    told = {key.split(".")[1] for key in load_words("es").sayings if key.startswith("reasons.")}
    assert told == set(reasons.ROWS)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("There is no documentation of functional improvement from prior therapy.", "no_progress"),
        ("The requested 24 visits exceeds guidelines.", "too_much"),
        ("Insufficient documentation to support the request.", "few_facts"),
        ("The drug is NON-EXEMPT under the formulary.", "medicine_list"),
        ("The body part is not accepted.", "not_work"),
    ],
)
def test_the_words_typed_from_the_letter_suggest_their_reason(typed, reason):
    on_letter = {one: load_words("es").say(f"reasons.{one}.on_letter") for one in ROWS}
    assert reason in likely(typed, on_letter)
    assert likely("", on_letter) == () == likely("Terapia para el hombro", on_letter)
