"""The road of a medical dispute in a real browser: from "I can go back to work" to the appointment and the calendar.

On a phone in Spanish and on a wide screen in English; with an attorney the same road ends at the hand-off sheet.
"""

import io
from collections.abc import Callable
from datetime import date

import pytest
from icalendar import Calendar
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.drive import looked_at
from tests.browser.journey import Journey
from tests.personas import PANEL_WAIT

CLAIM = "SAMPLE-001"
SAYS = "Return to full duty."
DOCTORS = ("Dr. Sample One", "Dr. Sample Two", "Dr. Sample Three")
CHOSEN = DOCTORS[1]
EXAM = date(2027, 1, 29)


def test_a_panel_that_came_leads_to_the_notice_the_appointment_and_the_calendar_on_a_phone(visit: Callable[..., Page]):
    road = Journey(visit("/keep", width=375, language="es"), "es")
    road.bring(PANEL_WAIT)
    road.open_page("choose")
    panel(road)
    notice(road)
    appointment(road)
    assert road.page.foreign == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), [("es", 375), ("en", 1280)])
def test_without_an_attorney_the_road_leads_from_back_to_work_to_the_appointment(visit: Callable[..., Page], language: str, width: int):
    road = Journey(visit("/", width=width, language=language), language)
    first_questions(road, "no")
    objection(road)
    form(road)
    specialty(road)
    request(road)
    panel(road)
    notice(road)
    appointment(road)
    assert road.page.foreign == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), [("es", 375), ("en", 1280)])
def test_with_an_attorney_the_road_ends_at_the_hand_off_sheet(visit: Callable[..., Page], language: str, width: int):
    road = Journey(visit("/", width=width, language=language), language)
    first_questions(road, "yes")
    title, told = road.words.say("paper.hand-off"), road.words.passages["routes/represented"].title
    assert told in road.shown() and road.words.say("dispute.to_objection") not in road.shown()
    road.unfold(title)
    shot(road, "attorney-hand-off")
    sheet = read(road.take(road.words.say("offer.own", title=title)))
    assert road.words.letter("hand-off", "title") in sheet
    assert any(title in paragraph for paragraph in road.words.passages["routes/represented"].paragraphs), "the screen names the sheet as its fold does"
    for name in ("objection", "panel", "choose"):
        road.open_page(name)
        shot(road, f"attorney-{name}")
        assert told in road.shown() and title in road.shown()
    assert road.page.foreign == []


def shot(road: Journey, name: str) -> None:
    """A new screen: no axe finding, no way sideways."""
    looked_at(road.page, f"panel-{name}-{road.language}")


def read(data: bytes) -> str:
    """All that a PDF says, on one line."""
    return " ".join(" ".join(one.extract_text() for one in PdfReader(io.BytesIO(data)).pages).split())


def date_at(road: Journey, path: str, day: date) -> None:
    """Type a day where a screen asks for several."""
    field = road.page.locator(f".stMain [class*='st-key-q-{path.replace('.', '-')}']")
    field.get_by_label(road.words.say("ask.day"), exact=True).fill(str(day.day))
    field.get_by_role("combobox").first.click()
    road.page.get_by_role("option", name=road.words.month_names()[day.month - 1], exact=True).click()
    field.get_by_label(road.words.say("ask.year"), exact=True).fill(str(day.year))


def letter(road: Journey, name: str) -> str:
    """Take the paper that is the main thing of the screen and read it."""
    return read(road.take(road.words.say("offer.send", title=road.words.say(f"paper.{name}"))))


def first_questions(road: Journey, lawyer: str) -> None:
    shot(road, "01-home")
    road.press(road.words.say("home.dispute"))
    road.choose("triage.danger", "no")
    road.choose("triage.lawyer", lawyer)
    if lawyer == "no":
        shot(road, "02-about")
        road.choose("route.about", "work_status")
        road.choose("route.claim_form", "yes")
        road.choose("triage.exits", "none")
    shot(road, "03-road")


def objection(road: Journey) -> None:
    """The report, one finding, the letter with the person's own details, and the line of the log."""
    words = road.words
    road.press(words.say("dispute.to_objection"))
    road.press(words.say("objection.add"))
    road.choose("reports.0.kind", "treating")
    road.day("2", 11, "2026")
    road.type("reports.0.author", "Dr. Sample")
    road.day("30", 10, "2026")
    shot(road, "04-report")
    road.press(words.say("objection.add_finding"))
    road.choose("reports.0.findings.0.about", "work_status")
    road.type("reports.0.findings.0.page", "3")
    road.type("reports.0.findings.0.says", SAYS)
    road.go_on()
    road.press(words.say("objection.to_letter"))
    shot(road, "05-letter")
    road.press(words.say("records.add_details"))
    road.type("worker.name", "Sample Worker")
    road.type("worker.address", "1 Sample Street, Sample City, California")
    road.go_on()
    road.type("claim.number", CLAIM)
    road.type("claim.claims_administrator", "Example Insurance")
    road.day("16", 3, "2026")
    road.type("claim.administrator_address", "2 Sample Street, Sample City, California")
    road.go_on()
    told = letter(road, "objection")
    assert all(fact in told for fact in ("4062", SAYS, CLAIM, "Example Insurance", "Sample Worker"))
    road.go_on()
    shot(road, "06-send-objection")
    sent(road, "reports.0.sendings.0", "claims_administrator", "4")
    shot(road, "07-objection-sent")
    road.press(words.say("objection.to_panel"))


def sent(road: Journey, line: str, to: str, day: str) -> None:
    """One line of a log: by fax, on a day in November; its proof can wait."""
    road.press(road.words.say("imr.add_line"))
    if to:
        road.tick(f"{line}.to", to)
    road.tick(f"{line}.how", "fax")
    road.day(day, 11, "2026")
    road.go_on()


def form(road: Journey) -> None:
    """The form came, and they asked to send it: both clocks stand on the screen by name."""
    shot(road, "08-form")
    road.press(road.words.say("panel.have"))
    road.tick("panel_form.furnished_by", "claims_administrator")
    road.day("6", 11, "2026")
    road.choose("panel_form.asked_to_submit", "yes")
    road.day("6", 11, "2026")
    shot(road, "09-specialty")


def specialty(road: Journey) -> None:
    """The specialty is asked of the doctor; then the sheet beside the form."""
    words = road.words
    assert CLAIM in letter(road, "specialty-sheet")
    road.press(words.say("panel.note_specialty"))
    road.choose("panel_form.doctor_asked", "yes")
    road.type("panel_form.specialty", "Sample field")
    road.go_on()
    title = words.say("paper.form105-sheet")
    road.unfold(title)
    shot(road, "10-fill")
    told = read(road.take(words.say("offer.own", title=title)))
    assert all(fact in told for fact in (CLAIM, "Sample field", "105"))
    road.go_on()


def request(road: Journey) -> None:
    shot(road, "11-send-form")
    sent(road, "panel_form.sendings.0", "medical_unit", "9")
    road.go_on()
    shot(road, "12-wait")
    road.press(road.words.say("panel.is_here"))


def panel(road: Journey) -> None:
    """Its printed date, the three doctors, free help, the choice."""
    words = road.words
    shot(road, "13-no-panel")
    road.press(words.say("choose.add"))
    road.day("16", 11, "2026")
    road.type("panels.0.number", "SAMPLE-PANEL-1")
    road.go_on()
    assert words.day(date(2026, 11, 25)) in road.shown()
    for number, name in enumerate(DOCTORS):
        road.press(words.say(f"choose.add_{('first', 'second', 'third')[number]}"))
        road.type(f"panels.0.doctors.{number}.name", name)
        road.type(f"panels.0.doctors.{number}.address", f"{number + 3} Sample Street, Sample City, California")
        road.go_on()
        road.type(f"panels.0.doctors.{number}.distance", f"{number + 12} miles")
        road.go_on()
    shot(road, "14-three-doctors")
    assert all(name in road.shown() for name in DOCTORS)
    road.press(words.say("choose.pick"))
    shot(road, "15-free-help")
    road.choose("panels.0.ia_called", "yes")
    shot(road, "16-pick")
    road.page.locator(".stMain .st-key-pick-panel-1").get_by_text(f"2. {CHOSEN}", exact=True).click()
    road.rest()
    road.press(words.say("choose.pick_this"))


def notice(road: Journey) -> None:
    """The notice names one doctor and no other, and its line ends the time to choose."""
    words = road.words
    shot(road, "17-notice")
    told = letter(road, "selection-notice")
    assert CHOSEN in told and CLAIM in told and not any(name in told for name in (DOCTORS[0], DOCTORS[2]))
    road.go_on()
    sent(road, "panels.0.sendings.0", "", "20")
    shot(road, "18-notice-sent")
    assert words.clock("qme-select-10", "title") not in road.shown()
    road.press(words.say("choose.to_appointment"))


def appointment(road: Journey) -> None:
    """The appointment with what may be asked for, its card, and every date in the calendar."""
    words = road.words
    road.press(words.say("appointment.add"))
    road.type("exams.0.at", "9:00 a.m.")
    road.day(str(EXAM.day), EXAM.month, str(EXAM.year))
    road.go_on()
    for name in ("requested_on", "booked_on"):
        date_at(road, f"panels.0.{name}", date(2026, 11, 20))
    shot(road, "19-asked")
    road.go_on()
    road.press(words.say("appointment.not_yet"))
    road.choose("exams.0.interpreter", "yes")
    road.type("exams.0.language", "Spanish")
    road.go_on()
    road.tick("exams.0.travel", "yes")
    road.choose("exams.0.lost_wages", "yes")
    shot(road, "20-appointment")
    shown = road.shown()
    assert words.day(EXAM) in shown and words.say("appointment.window_in_time", safe=date(2027, 2, 18)) in shown
    title = words.say("paper.appointment-card")
    road.unfold(title)
    card = read(road.take(words.say("offer.own", title=title)))
    assert words.day(EXAM) in card and CHOSEN in card
    days = {event["DTSTART"].dt for event in Calendar.from_ical(road.take(words.say("denial.calendar"))).walk("VEVENT")}
    assert EXAM in {getattr(day, "date", lambda day=day: day)() for day in days}
