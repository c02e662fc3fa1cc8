"""The letter that asks an office for papers: whose papers it names, how it is worded for each holder, what it never says."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from qme_guide.case import Case, Record
from qme_guide.documents.matter import SENT_LANGUAGE
from qme_guide.documents.record_names import record_in_full, record_name
from qme_guide.documents.records_request import records_request
from qme_guide.render import RENDERERS
from qme_guide.rules.records import likely, offices
from qme_guide.words import LANGUAGES, load_words
from tests.personas import FARM_WORKER, TODAY, TWO_TRACKS
from tests.test_letters import golden, matter

HOSPITAL = {"kind": "emergency", "holder": "hospital", "holder_name": "Example Hospital", "dated_on": "2026-03"}
INSURER = {"kind": "earlier_decision", "holder": "claims_administrator"}
JOB = {"kind": "job_description", "holder": "employer"}


def listed(*records: dict[str, object], case: Case = FARM_WORKER) -> Case:
    """A case with these papers on its list, each with an id of its own."""
    return case.answers({"records": [{"id": f"record-{at}", **record} for at, record in enumerate(records, start=1)]})


def letter(case: Case, language: str = "en", at: int = 0, today: date | None = TODAY) -> str:
    found = offices(case)
    return RENDERERS[".txt"](records_request(matter(case, language, today), found[at] if found else None)).decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("holder", "record"), [("hospital", HOSPITAL), ("insurer", INSURER), ("employer", JOB)])
def test_the_text_of_the_letter_to_each_kind_of_holder_is_what_was_read_and_agreed(holder, record, language):
    golden(f"records-request-{holder}-{language}", letter(listed(record), language))


def test_each_office_gets_a_letter_of_its_own_with_its_papers_only():
    case = listed(HOSPITAL, INSURER, {**HOSPITAL, "kind": "imaging"})
    hospital, insurer = offices(case)
    assert [one.kind for one in hospital.records] == ["emergency", "imaging"]
    assert [one.kind for one in insurer.records] == ["earlier_decision"]
    assert "Emergency room papers" in letter(case, at=0) and "Earlier decision" not in letter(case, at=0)
    assert "Emergency room papers" not in letter(case, at=1) and "Earlier decision" in letter(case, at=1)


@pytest.mark.parametrize(("state", "asked"), [(None, True), ("asked", True), ("have", False), ("cant_get", False), ("not_mine", False)])
def test_only_papers_that_can_still_come_are_asked_for(state, asked):
    assert bool(offices(listed({**HOSPITAL, "state": state}))) is asked


@pytest.mark.parametrize("holder", [None, "me"])
def test_nobody_is_asked_for_a_paper_that_nobody_else_is_said_to_hold(holder):
    assert offices(listed({"kind": "own_statement", "holder": holder})) == ()


def test_one_office_typed_in_two_ways_gets_one_letter_with_its_first_address():
    case = listed({**HOSPITAL, "holder_name": "Example  HOSPITAL"}, {**HOSPITAL, "holder_address": "3 Sample Street"}, {**HOSPITAL, "holder": "laboratory"})
    (office,) = offices(case)
    assert len(office.records) == len(case.records)
    assert office.name == "Example  HOSPITAL" and office.address == "3 Sample Street"


def test_two_offices_without_a_name_are_told_apart_by_their_kind():
    assert [one.holder for one in offices(listed({"holder": "hospital"}, {"holder": "pharmacy"}, {"holder": "hospital"}))] == ["hospital", "pharmacy"]


def test_what_the_case_tells_elsewhere_is_not_asked_again():
    case = listed({"kind": "report", "holder": "doctor"}, INSURER, case=TWO_TRACKS)
    doctor, insurer = offices(case)
    assert (doctor.name, doctor.address) == ("Dr. Sample", "Example Clinic\n2 Sample Street\nSample City, California")
    assert insurer.name == "Example Insurance"


def test_the_address_of_the_treating_doctor_is_not_put_on_the_letter_to_another_one():
    (office,) = offices(listed({"kind": "report", "holder": "doctor", "holder_name": "Dr. Example"}, case=TWO_TRACKS))
    assert (office.name, office.address) == ("Dr. Example", "")


def test_the_last_hospital_typed_is_the_likely_one_but_is_never_put_on_a_letter_unseen():
    case = listed({**HOSPITAL, "holder_address": "3 Sample Street"}, {"kind": "imaging", "holder": "hospital"})
    assert likely(case, case.records[1]) == ("Example Hospital", "3 Sample Street")
    assert [one.name for one in offices(case)] == ["Example Hospital", ""]


def test_an_employer_and_an_insurer_are_not_told_a_day_of_birth_and_a_hospital_gets_no_second_claim_number():
    assert "Date of birth" in letter(listed(HOSPITAL))
    assert "SAMPLE-001" not in letter(listed(HOSPITAL)).partition("Example Hospital")[-1]
    for record in (INSURER, JOB):
        assert "Date of birth" not in letter(listed(record))
        assert "Claim number: SAMPLE-001" in letter(listed(record)).partition("Example")[-1]


@pytest.mark.parametrize("record", [HOSPITAL, INSURER, JOB, {"kind": "report", "holder": "clinic"}])
def test_the_letter_that_is_sent_for_a_few_papers_is_one_page_with_its_signature(record):
    case = listed(*({**record, "about": f"Shoulder {at}"} for at in range(3)), case=TWO_TRACKS)
    pdf = RENDERERS[".pdf"](records_request(matter(case, SENT_LANGUAGE), offices(case)[0]))
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1


def test_the_day_of_the_first_asking_stands_in_the_letter_only_when_it_is_known():
    asked = {**HOSPITAL, "state": "asked"}
    assert "I first asked for it on Thursday, November 19, 2026" in letter(listed({**asked, "asked_on": date(2026, 11, 19)}))
    for day in (None, "unsure", "2026-11"):
        assert "first asked" not in letter(listed({**asked, "asked_on": day}))


@pytest.mark.parametrize("today", [date(2026, 11, 26), None])
def test_the_date_of_the_request_is_named_only_while_it_lies_ahead(today):
    assert "to arrive by Wednesday, November 25, 2026" in letter(listed(HOSPITAL))
    assert "to arrive by" not in letter(listed(HOSPITAL), today=today)
    sent = FARM_WORKER.answers({"letters.0.sendings": [{"id": "sending-1", "on": TODAY}]})
    assert "to arrive by" not in letter(listed(HOSPITAL, case=sent))
    assert "was denied" not in letter(listed(HOSPITAL, case=Case()))


def test_an_employer_hears_nothing_of_the_treatment():
    shown = letter(listed(JOB))
    assert "denied" not in shown and "review" not in shown and "November 25" not in shown


@pytest.mark.parametrize("record", [HOSPITAL, INSURER, JOB, {"holder": "pharmacy", "kind": "medicine_list"}])
def test_the_letter_asks_and_names_no_law_no_penalty_and_no_reason_of_the_reviewer(record):
    case = listed(record, case=TWO_TRACKS)
    assert not re.search(r"\bCode\b|section|law|must send|penalt|within \d|legal|earlier visits helped", letter(case).replace("not a lawyer", ""), re.IGNORECASE)


def test_a_paper_is_called_by_its_kind_its_subject_and_its_date():
    words = load_words("en")
    one = Record(id="record-1", kind="imaging", about="Right shoulder", dated_on=date(2026, 10, 20))
    assert record_name(one, words) == "X-ray, MRI or other image: Right shoulder"
    assert record_in_full(one, words).endswith("Right shoulder, Tuesday, October 20, 2026")
    assert record_name(one.model_copy(update={"kind": "other"}), words) == "Right shoulder"
    assert record_in_full(Record(id="record-1", dated_on="unsure", kind="rfa"), words) == words.choice("records.kind", "rfa")
    assert record_in_full(Record(id="record-1", dated_on="2026-10"), words) == ""


def test_the_own_words_print_exactly_as_typed():
    typed = "Ñandú <b>**bold**</b> {braces} 王小明"
    assert typed in " ".join(letter(listed({**HOSPITAL, "about": typed})).split())


def test_a_letter_with_fifty_papers_names_each_once():
    shown = letter(listed(*({**HOSPITAL, "about": f"Paper-{at}."} for at in range(50))))
    assert all(shown.count(f"Paper-{at}.") == 1 for at in range(50))


def test_the_builder_needs_no_office_and_no_answer():
    shown = letter(Case(), today=None)
    assert all(f"{line}: ___" in shown for line in ("From", "To", "Date", "Paper", "Date of birth"))
