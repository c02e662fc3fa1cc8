"""The whole road on a phone, in Spanish, from photos: from the first question to the packet, the log, and what comes after.

The first visit is on the day of the other tests; its answers are saved, and opened again when the review has ended.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from icalendar import Calendar
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.drive import ROOT, Server, looked_at, start
from tests.browser.journey import Journey
from tests.browser.photos import photo, upright

LATER = "2027-01-15"
CLAIM = "SAMPLE-001"
FORM = photo("orange", "DWC Form IMR (a made-up stand-in). Signed.", kind="HEIF")
DECISION = {
    "IMG_0001.jpg": photo("red", "Utilization review decision. Page 1 of 4"),
    "IMG_0002.jpg": photo("green", "Utilization review decision. Page 2 of 4", sensor_lies=True),
    "IMG_0003.png": photo("blue", "Utilization review decision. Page 3 of 4", kind="PNG"),
    "IMG_0004.jpg": photo("violet", "Utilization review decision. Page 4 of 4", held_sideways=True),
}
ORDER = ["orange", "red", "green", "blue", "violet"]


@pytest.fixture
def weeks_later(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Server]:
    """The guide on a day when the review has ended."""
    found, process = start(ROOT, tmp_path_factory.mktemp("later") / "log.txt", QME_GUIDE_TODAY=LATER)
    yield found
    process.terminate()
    process.wait()


@pytest.mark.slow
def test_the_whole_road_from_photos_on_a_phone_in_spanish(visit: Callable[..., Page], weeks_later: Server):
    road = Journey(visit("/", width=375, language="es"), "es")
    first_questions(road)
    the_letter(road)
    sign(road)
    add_photos(road)
    check(road)
    make(road)
    doctor(road)
    send(road)
    saved = road.save()
    assert road.page.foreign == []

    road = Journey(visit("/keep", width=375, language="es", address=weeks_later.address), "es")
    road.add("my-answers.json", saved, "application/json")
    road.press(road.words.say("keep.open_yes"))
    after(road)
    assert road.page.foreign == []


def shot(road: Journey, name: str, moved: bool = True) -> None:
    """A new screen: no axe finding, no way sideways, and the keyboard stands on its heading."""
    looked_at(road.page, f"whole-{name}-es-375")
    if moved:
        road.page.wait_for_function("['H1', 'H2'].includes(document.activeElement.tagName)", timeout=5000)


def first_questions(road: Journey) -> None:
    road.press(road.words.say("home.start"))
    for path, value in (("danger", "no"), ("lawyer", "no"), ("denied", "treatment"), ("own_doctor", "yes"), ("exits", "none")):
        if path in ("danger", "exits"):
            shot(road, f"01-{path}")
        road.choose(f"triage.{path}", value)
    shot(road, "02-outcome")
    road.press(road.words.say("triage.to_denial"))


def the_letter(road: Journey) -> None:
    """The date after two answers, then all the letter says."""
    words = road.words
    shot(road, "03-printed-on")
    road.day("30", 10, "2026")
    road.choose("letters.0.drug", "no")
    shot(road, "04-date")
    assert words.day(date(2026, 11, 25)) in road.shown()
    road.press(words.say("denial.more"))
    road.choose("letters.0.served_how", "mail")
    road.choose("letters.0.proof_of_service", "no")
    road.day("30", 10, "2026")
    road.choose("letters.0.served_where", "ca")
    road.day("3", 11, "2026")
    shot(road, "05-treatment")
    road.type("letters.0.treatments.0.name", "Physical therapy, 8 visits")
    road.type("letters.0.treatments.0.body_part", "right shoulder")
    road.choose("letters.0.treatments.0.decision", "denied")
    road.press(words.say("treat.done"))
    shot(road, "06-reason")
    road.type("letters.0.reason", "The request does not say how the earlier visits helped.")
    road.go_on()
    for name in ("urgent", "conditional", "liability_disputed"):
        road.choose(f"letters.0.{name}", "no")
    for name in ("form_enclosed", "envelope_enclosed"):
        road.choose(f"letters.0.{name}", "yes")
    for _ in ("recommended_on", "rfa_received_on"):
        road.press(words.say("ask.skip_it"))
    road.day("30", 10, "2026")
    shot(road, "07-worker")
    road.whose(CLAIM)
    road.press(words.say("ask.skip_it"))
    shot(road, "08-check")
    assert words.day(date(2026, 11, 25)) in road.shown()


def sign(road: Journey) -> None:
    road.press(road.words.say("denial.to_papers"))
    shot(road, "09-sign")
    road.tick("letters.0.signer", "worker")
    road.go_on()


def add_photos(road: Journey) -> None:
    """The form as the phone of one maker stores it; the decision as four photos at once, the last one lying."""
    words, main = road.words, road.page.locator(".stMain")
    shot(road, "10-add")
    road.give(("IMG_0000.HEIC", FORM))
    main.get_by_role("button", name=words.say("leaf.done"), exact=True).wait_for()
    shot(road, "11-form-page")
    road.say_yes()
    road.press(words.say("leaf.done"))
    road.give(*DECISION.items())
    main.get_by_text(words.say("leaf.place", page=1, pages=4), exact=True).wait_for()
    road.rest()
    for _ in range(3):
        road.press(words.say("leaf.after"))
    assert words.say("leaf.place", page=4, pages=4) in road.shown()
    road.press(words.say("leaf.turn"))
    shot(road, "12-decision-page", moved=False)
    road.say_yes()
    road.press(words.say("leaf.done"))
    shot(road, "13-papers")
    road.go_on()


def check(road: Journey) -> None:
    """One question, then no light is red."""
    words = road.words
    shot(road, "14-check")
    assert words.say("light.state_red") in road.shown()
    road.tick("letters.0.asked_before", "no")
    assert words.say("light.state_red") not in road.shown()
    assert words.say("light.state_green") in road.page.locator(".stMain").evaluate("e => e.textContent")
    shot(road, "15-lights", moved=False)
    road.go_on()


def make(road: Journey) -> None:
    """The packet with its progress; every file is read back."""
    shot(road, "16-get")
    road.page.evaluate(
        "() => { window.progress = new Set(); new MutationObserver(() => document.querySelectorAll('[data-testid=stProgress]')"
        ".forEach(e => window.progress.add(e.innerText.trim()))).observe(document.body, { childList: true, subtree: true, characterData: true }) }"
    )
    files = {name: road.make(name) for name in ("packet", "copy", "fax", "parts")}
    told = set(road.page.evaluate("[...window.progress]"))
    shot(road, "17-files", moved=False)
    packet, copy, fax = (PdfReader(io.BytesIO(files[name])) for name in ("packet", "copy", "fax"))
    texts = [one.extract_text() for one in packet.pages]
    pages = len(texts)
    assert told & {road.words.say("imr.making", page=page, pages=pages) for page in range(1, pages + 1)}
    assert upright(files["packet"]) == ORDER
    assert all(CLAIM in text for text in texts)
    assert all(f"Page {number} of {pages}" in text for number, text in enumerate(texts, start=1))
    assert packet.outline
    assert upright(files["copy"]) == ORDER[:1]
    assert all(CLAIM in one.extract_text() for one in copy.pages)
    assert len(fax.pages) == pages
    parts = zipfile.ZipFile(io.BytesIO(files["parts"]))
    assert sum(len(PdfReader(io.BytesIO(parts.read(name))).pages) for name in parts.namelist()) == pages
    assert [colour for name in sorted(parts.namelist()) for colour in upright(parts.read(name))] == ORDER


def doctor(road: Journey) -> None:
    """The second track: the reasons, the doctor, the sheet."""
    words = road.words
    road.open_page("doctor")
    shot(road, "18-reasons")
    for reason in ("few_facts", "no_progress"):
        road.page.locator(f".st-key-reason-{reason} label").first.click()
    road.go_on()
    shot(road, "19-doctor")
    road.type("doctor.name", "Dr. Sample")
    road.type("doctor.clinic", "Example Clinic")
    road.go_on()
    shot(road, "20-sheet")
    sheet = PdfReader(io.BytesIO(road.take(words.say("offer.send", title=words.say("paper.doctor-sheet")))))
    told = " ".join(" ".join(one.extract_text() for one in sheet.pages).split())
    assert len(sheet.pages) == 1
    assert all(fact in told for fact in ("Dr. Sample", "Physical therapy, 8 visits", CLAIM, "The request does not say how the earlier visits helped."))


def send(road: Journey) -> None:
    """A fax that did not go, then one that did; both stand in the log, and the dates go into the calendar."""
    words = road.words
    road.open_page("imr")
    road.go_on()
    shot(road, "21-send")
    for number, result in enumerate(("failed", "sent")):
        line = f"letters.0.sendings.{number}"
        road.press(words.say("imr.add_line_more" if number else "imr.add_line"))
        if not number:
            shot(road, "22-line")
        road.tick(f"{line}.to", "reviewer")
        road.tick(f"{line}.how", "fax")
        road.day("21", 11, "2026")
        road.tick(f"{line}.proof", "none" if result == "failed" else "fax_page")
        if result == "sent":
            road.type(f"{line}.number", "SAMPLE-FAX-1")
        road.choose(f"{line}.result", result)
    shot(road, "23-log")
    shown = road.shown()
    assert all(words.say(f"imr.result_{result}") in shown for result in ("failed", "sent"))
    assert "SAMPLE-FAX-1" in shown and words.say("imr.next_arrived") in shown
    days = {event["DTSTART"].dt for event in Calendar.from_ical(road.take(words.say("denial.calendar"))).walk("VEVENT")}
    assert days and min(days) > date(2026, 11, 21)


def after(road: Journey) -> None:
    """What came back, paper by paper, and the letter that asks for what was approved."""
    words = road.words
    road.open_page("review")
    shot(road, "24-waiting")
    road.press(words.say("review.note_answer"))
    shot(road, "25-answer")
    road.choose("letters.0.review.answer", "eligible")
    road.day("4", 12, "2026")
    road.unfold(words.say("review.another"))
    road.press(words.say("review.note_decision"))
    road.day("21", 12, "2026")
    road.day("24", 12, "2026")
    shot(road, "26-result")
    road.choose("letters.0.treatments.0.result", "overturned")
    road.choose("letters.0.treatments.0.given", "no")
    road.day("23", 12, "2026")
    shot(road, "27-overturned")
    assert words.say("review.result_overturned") in road.shown()
    assert words.say("review.ask_late") in road.shown()
    title = words.say("paper.imr-authorize")
    road.unfold(title)
    letter = PdfReader(io.BytesIO(road.take(words.say("offer.send", title=title))))
    told = " ".join(" ".join(one.extract_text() for one in letter.pages).split())
    assert all(fact in told for fact in ("Physical therapy, 8 visits", CLAIM, "December 21, 2026", "December 23, 2026"))
