"""The road of a medical dispute in a real browser: from "I can go back to work" to the appointment and the calendar.

On a phone in Spanish and on a wide screen in English; with an attorney the same road ends at the hand-off sheet.
"""

from collections.abc import Callable
from datetime import date

import pytest
from icalendar import Calendar
from playwright.sync_api import Page

from qme_guide.words import load_words
from tests.browser.road import Road, letter, read
from tests.personas import PANEL_HERE

SIZES = (("es", 375), ("en", 1280))
CLAIM = "SAMPLE-001"
SAYS = "Return to full duty."
DOCTORS = ("Dr. Sample One", "Dr. Sample Two", "Dr. Sample Three")
CHOSEN = DOCTORS[1]
# Asked for and given on November 20: the notice, the papers for the QME and the last day for a change follow.
FORM_110, PAPERS, CHANGE, EXAM = date(2026, 12, 1), date(2026, 12, 30), date(2027, 1, 21), date(2027, 1, 29)


@pytest.mark.slow
def test_a_panel_that_came_leads_to_the_choice_and_the_notice_on_a_phone(visit: Callable[..., Page]):
    road = Road(visit("/keep", width=375, language="es"), "es", "panel-short", every=False)
    road.bring(PANEL_HERE)
    road.open_page("choose")
    choice(road)
    notice(road)
    assert road.page.foreign == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), SIZES)
def test_without_an_attorney_the_road_leads_from_back_to_work_to_the_appointment(visit: Callable[..., Page], language: str, width: int):
    road = Road(visit("/", width=width, language=language), language, "panel")
    first_questions(road, "no")
    objection(road)
    form(road)
    specialty(road)
    request(road)
    panel(road)
    choice(road)
    notice(road)
    appointment(road)
    assert road.page.foreign == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), SIZES)
def test_with_an_attorney_the_road_ends_at_the_hand_off_sheet(visit: Callable[..., Page], language: str, width: int):
    road = Road(visit("/", width=width, language=language), language, "panel-attorney")
    first_questions(road, "yes")
    title, told = road.words.say("paper.hand-off"), road.words.passages["routes/represented"].title
    assert told in road.shown() and road.words.say("dispute.to_objection") not in road.shown()
    assert any(title in paragraph for paragraph in road.words.passages["routes/represented"].paragraphs), "the screen names the sheet as its fold does"
    road.unfold(title)
    road.look()
    assert load_words("en").letter("hand-off", "intro") in letter(road, "hand-off")
    for name in ("objection", "panel", "choose"):
        road.open_page(name)
        road.look()
        assert told in road.shown() and title in road.shown()
    assert road.page.foreign == []


def first_questions(road: Road, lawyer: str) -> None:
    road.press(road.words.say("home.dispute"))
    road.choose("triage.danger", "no")
    road.choose("triage.lawyer", lawyer)
    if lawyer == "no":
        road.choose("route.about", "work_status")
        road.choose("route.claim_form", "yes")
        road.choose("triage.exits", "none")


def objection(road: Road) -> None:
    """The report, one finding, the letter with the person's own details, and the line of the log."""
    words = road.words
    road.press(words.say("dispute.to_objection"))
    road.press(words.say("objection.add"))
    road.choose("reports.0.kind", "treating")
    road.day("2", 11, "2026")
    road.type("reports.0.author", "Dr. Sample")
    road.day("30", 10, "2026")
    road.press(words.say("objection.add_finding"))
    road.choose("reports.0.findings.0.about", "work_status")
    road.type("reports.0.findings.0.page", "3")
    road.type("reports.0.findings.0.says", SAYS)
    road.go_on()
    road.press(words.say("objection.to_letter"))
    road.press(words.say("records.add_details"))
    road.whose(CLAIM)
    road.type("claim.administrator_address", "2 Sample Street, Sample City, California")
    road.go_on()
    told = letter(road, "objection")
    assert all(fact in told for fact in ("4062", SAYS, CLAIM, "Example Insurance", "Sample Worker"))
    road.press(words.say("objection.to_send"))
    sent(road, "reports.0.sendings.0", "claims_administrator", "4")
    road.press(words.say("objection.to_panel"))


def sent(road: Road, line: str, to: str, day: str) -> None:
    """One line of a log: by fax, on a day in November; its proof can wait."""
    road.press(road.words.say("imr.add_line"))
    if to:
        road.tick(f"{line}.to", to)
    road.tick(f"{line}.how", "fax")
    road.day(day, 11, "2026")
    road.page.get_by_text(road.words.say("imr.proof_title"), exact=True).first.wait_for()
    road.go_on()
    road.page.get_by_text(road.words.say("imr.log_title"), exact=True).first.wait_for()


def form(road: Road) -> None:
    """The form came, and they asked to send it."""
    road.press(road.words.say("panel.have"))
    road.tick("panel_form.furnished_by", "claims_administrator")
    road.day("6", 11, "2026")
    road.choose("panel_form.asked_to_submit", "yes")
    road.day("6", 11, "2026")


def specialty(road: Road) -> None:
    """The specialty is asked of the doctor; then the sheet beside the form."""
    words = road.words
    assert CLAIM in letter(road, "specialty-sheet")
    road.press(words.say("panel.note_specialty"))
    road.choose("panel_form.doctor_asked", "yes")
    road.type("panel_form.specialty", "Sample field")
    road.go_on()
    title = words.say("paper.form105-sheet")
    road.unfold(title)
    told = read(road.take(words.say("offer.own", title=title)))
    assert all(fact in told for fact in (CLAIM, "Sample field", "105"))
    road.go_on()


def request(road: Road) -> None:
    """The form goes out: the ten days of the form stand there, not those of the panel."""
    words, shown = road.words, road.shown()
    assert words.clock("form105-first-10", "title") in shown and words.clock("qme-select-10", "title") not in shown
    sent(road, "panel_form.sendings.0", "medical_unit", "9")
    road.go_on()
    road.press(words.say("panel.is_here"))


def panel(road: Road) -> None:
    """Its printed date and the three doctors."""
    words = road.words
    road.press(words.say("choose.add"))
    road.day("16", 11, "2026")
    road.type("panels.0.number", "SAMPLE-PANEL-1")
    road.go_on()
    shown = road.shown()
    assert words.clock("qme-select-10", "title") in shown and words.day(date(2026, 11, 25)) in shown
    for number, name in enumerate(DOCTORS):
        road.press(words.say(f"choose.add_{('first', 'second', 'third')[number]}"))
        road.type(f"panels.0.doctors.{number}.name", name)
        road.type(f"panels.0.doctors.{number}.address", f"{number + 3} Sample Street, Sample City, California")
        road.go_on()
        road.type(f"panels.0.doctors.{number}.distance", f"{number + 12} miles")
        road.go_on()


def choice(road: Road) -> None:
    """The three side by side, free help, the choice."""
    words = road.words
    road.look()
    assert all(name in road.shown() for name in DOCTORS)
    road.press(words.say("choose.pick"))
    road.choose("panels.0.ia_called", "yes")
    road.page.locator(".stMain .st-key-pick-panel-1").get_by_text(f"2. {CHOSEN}", exact=True).click()
    road.rest()
    road.press(words.say("choose.pick_this"))


def notice(road: Road) -> None:
    """The notice names one doctor and no other, and its line ends the time to choose."""
    words = road.words
    road.look()
    told = letter(road, "selection-notice")
    assert CHOSEN in told and CLAIM in told and not any(name in told for name in (DOCTORS[0], DOCTORS[2]))
    road.press(words.say("choose.to_send"))
    sent(road, "panels.0.sendings.0", "", "20")
    road.look()
    assert words.clock("qme-select-10", "title") not in road.shown()
    road.press(words.say("choose.to_appointment"))


def appointment(road: Road) -> None:
    """The appointment with what may be asked for, its card, and every date in the calendar."""
    words = road.words
    road.press(words.say("appointment.add"))
    road.type("exams.0.at", "9:00 a.m.")
    road.day(str(EXAM.day), EXAM.month, str(EXAM.year))
    road.type("exams.0.place", "4 Sample Street, Sample City, California")
    road.go_on()
    for name in ("requested_on", "booked_on"):
        road.day_of(f"panels.0.{name}", date(2026, 11, 20))
    road.go_on()
    road.press(words.say("appointment.not_yet"))
    road.choose("exams.0.interpreter", "yes")
    road.type("exams.0.language", "Spanish")
    road.go_on()
    road.tick("exams.0.travel", "yes")
    road.choose("exams.0.lost_wages", "yes")
    road.look()
    shown = road.shown()
    assert words.day(EXAM) in shown and words.say("appointment.window_in_time", safe=date(2027, 2, 18)) in shown
    title = words.say("paper.appointment-card")
    road.unfold(title)
    card = read(road.take(words.say("offer.own", title=title)))
    assert words.day(EXAM) in card and CHOSEN in card
    days = {str(event["DTSTART"].dt)[:10] for event in Calendar.from_ical(road.take(words.say("denial.calendar"))).walk("VEVENT")}
    assert {str(day) for day in (FORM_110, PAPERS, CHANGE, EXAM)} <= days
