"""The selection notice: whom it names, booked or not, what it leaves out, its proof; and the card for the booking call."""

from datetime import date

import pytest

from qme_guide.case import Case, PanelDoctor
from qme_guide.documents.booking_call import booking_call
from qme_guide.documents.selection_notice import selection_notice, selection_proof
from qme_guide.render import RENDERERS
from qme_guide.words import LANGUAGES, load_words
from tests.personas import BOOKED, PANEL_HERE
from tests.test_letters import golden, matter

CHOSEN = PANEL_HERE.answers({"panels.0.chosen": "doctor-2"})


def notice(case: Case, language: str = "en", number: int | None = None) -> str:
    found = selection_notice(matter(case, language), case.panels[number] if number is not None else None)
    return " ".join(RENDERERS[".txt"](found).decode().split())


def card(case: Case) -> str:
    return " ".join(RENDERERS[".txt"](booking_call(matter(case, "en"))).decode().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_that_goes_out_before_the_appointment_reads_as_agreed(language):
    golden(f"selection-notice-chosen-{language}", RENDERERS[".txt"](selection_notice(matter(CHOSEN, language))).decode())


def test_not_booked_it_asks_them_to_book_with_this_doctor_and_names_the_section():
    told = notice(CHOSEN)
    assert "From this panel I select: Doctor: Dr. Sample Two Office: 5 Sample Street" in told
    assert "The appointment is not made yet." in told and "arrange the appointment with this doctor" in told and "4062.1(c)" in told
    assert "Dr. Sample One" not in told and "Dr. Sample Three" not in told


def test_booked_it_says_when_and_where_and_asks_for_nothing():
    told = notice(BOOKED)
    assert "The appointment is made: Day: Friday, January 29, 2027 Time: 9:00 a.m. Place: 5 Sample Street" in told
    assert "not made" not in told and "arrange" not in told


@pytest.mark.parametrize("day", ["2027-01", "unsure", None])
def test_an_appointment_without_a_sure_day_is_called_neither_booked_nor_missing(day):
    told = notice(BOOKED.answers({"exams.0.on": day}))
    assert "I do not have a sure day for the appointment yet." in told and "Please arrange" in told
    assert "not made yet" not in told and "is made" not in told


def test_an_appointment_with_another_doctor_is_not_called_booked():
    assert "not made yet" in notice(BOOKED.answers({"exams.0.doctor": "doctor-1"}))


def test_the_day_of_asking_stands_only_when_it_is_sure():
    assert "I asked for the appointment on Friday, November 20, 2026." in notice(CHOSEN.answers({"panels.0.requested_on": date(2026, 11, 20)}))
    for day in (None, "unsure", "2026-11"):
        assert "I asked" not in notice(CHOSEN.answers({"panels.0.requested_on": day}))


def test_it_names_the_section_for_a_worker_without_an_attorney_and_no_striking_and_nothing_about_the_injury():
    told = notice(CHOSEN).lower()
    assert "4062.2" not in told and "strike" not in told and "shoulder" not in told and "work_status" not in told
    assert "tach" not in notice(CHOSEN, "es").lower()


def test_notes_and_calls_of_the_worker_stay_at_home():
    case = BOOKED.answers({"panels.0.doctors.1.note": "A friend liked him.", "panels.0.calls.0.said": "Rude on the phone."})
    assert "friend" not in notice(case) and "Rude" not in notice(case)


def test_two_doctors_of_one_name_are_told_apart_by_office_and_specialty():
    twins = (
        PanelDoctor(id="doctor-1", name="Dr. Sample", specialty="Spine", address="4 Sample Street"),
        PanelDoctor(id="doctor-2", name="Dr. Sample", specialty="Hand", address="5 Sample Street"),
    )
    told = notice(PANEL_HERE.answers({"panels.0.doctors": twins, "panels.0.chosen": "doctor-2"}))
    assert "Specialty: Hand" in told and "5 Sample Street" in told and "Spine" not in told and "4 Sample Street" not in told


def test_a_doctor_of_whom_nothing_is_known_is_a_line_to_fill_in():
    told = notice(PANEL_HERE.answers({"panels.0.doctors": (PanelDoctor(id="doctor-1"),), "panels.0.chosen": "doctor-1"}))
    assert "I select: Doctor: ____" in told and "Office" not in told


def test_without_a_name_the_newest_panel_is_meant():
    second = CHOSEN.panels[0].model_copy(update={"id": "panel-2", "number": "SAMPLE-PANEL-2"})
    case = CHOSEN.model_copy(update={"panels": (*CHOSEN.panels, second)})
    assert "SAMPLE-PANEL-2" in notice(case) and "SAMPLE-PANEL-1" in notice(case, number=0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_proof_names_the_notice_and_prints_the_day_of_mailing_alone(language):
    words = load_words(language)
    mailed = BOOKED.answers({"panels.0.sendings.0.how": "mail"})
    told = RENDERERS[".txt"](selection_proof(matter(mailed, language), mailed.panels[0])).decode()
    assert f"“{load_words('en').letter('selection-notice', 'title')}”" in told and words.day(date(2026, 11, 20)) in told
    golden(f"selection-proof-{language}", told)
    assert words.day(date(2026, 11, 20)) not in RENDERERS[".txt"](selection_proof(matter(BOOKED, language), BOOKED.panels[0])).decode()


def test_the_card_for_the_call_names_all_three_until_one_is_chosen():
    assert "Dr. Sample One: 000-0001" in card(PANEL_HERE) and "Dr. Sample Three: 000-0003" in card(PANEL_HERE)
    assert "Dr. Sample Two: 000-0002" in card(CHOSEN) and "Dr. Sample One" not in card(CHOSEN)


def test_the_card_counts_from_the_first_request_else_as_if_it_were_today():
    assert "If you ask for the appointment today" in card(PANEL_HERE) and "Friday, February 19, 2027" in card(PANEL_HERE)
    assert "If you ask for the appointment today" not in card(BOOKED) and "The doctor has to have a day for you by" in card(BOOKED)
    assert "has to have" not in card(Case())


def test_the_card_keeps_the_call_to_the_appointment():
    assert "Talk about the appointment only." in card(PANEL_HERE)
