"""The main job in a real browser: from the first screen to the date, the packet and the calendar, on a phone, in Spanish."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from icalendar import Calendar
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.drive import looked_at
from tests.browser.journey import Journey, paper
from tests.browser.keyboard import steps, tab_to, tab_to_role
from tests.personas import EVERYBODY, FARM_WORKER
from tests.sweeps import some_of

FORM = paper("DWC Form IMR (a made-up stand-in for the worker's own form). Signed.")
DECISION = paper(*(f"Utilization review decision, page {number}. DENIED." for number in (1, 2, 3)))


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("es", 375)])
def test_persona_one_gets_the_date_after_seven_answers_and_leaves_with_a_packet(visit: Callable[..., Page], language: str, width: int):
    page = visit("/", width=width, language=language)
    road = Journey(page, language)
    words, name = road.words, f"persona-1-{language}-{width}"
    looked_at(page, f"{name}-01-home")
    road.press(words.say("home.start"))
    for path, value in (("danger", "no"), ("lawyer", "no"), ("denied", "treatment"), ("own_doctor", "yes"), ("exits", "none")):
        looked_at(page, f"{name}-02-{path}")
        road.choose(f"triage.{path}", value)
    looked_at(page, f"{name}-03-outcome")
    road.press(words.say("triage.to_denial"))
    looked_at(page, f"{name}-04-date-question")
    road.day("30", 10, "2026")
    road.choose("letters.0.drug", "no")
    looked_at(page, f"{name}-05-date-card")
    assert road.answers <= 8
    assert words.day(date(2026, 11, 25)) in road.shown()

    calendar = Calendar.from_ical(road.take(words.say("denial.calendar")))
    assert date(2026, 11, 25) in {event["DTSTART"].dt for event in calendar.walk("VEVENT")}

    road.press(words.say("denial.to_papers"))
    looked_at(page, f"{name}-06-sign")
    page.locator(".stMain").get_by_text(words.choice("letters.signer", "worker"), exact=True).click()
    road.go_on()
    road.hand_in("form.pdf", FORM)
    road.hand_in("decision.pdf", DECISION)
    looked_at(page, f"{name}-07-papers")
    road.go_on()
    looked_at(page, f"{name}-08-check")
    page.locator(".stMain").get_by_text(words.choice("letters.asked_before", "no"), exact=True).click()
    road.rest()
    road.press(words.say("light.to_denial", what=words.say("fact.short_conditional")))
    road.choose("letters.0.conditional", "no")
    road.open_page("imr")
    road.go_on()
    packet, copy = (PdfReader(io.BytesIO(road.make(one))) for one in ("packet", "copy"))
    looked_at(page, f"{name}-09-packet")
    told = [one.extract_text() for one in packet.pages]
    assert sum("DENIED" in text for text in told) == 3
    assert f"Page 1 of {len(told)}" in told[0]
    assert not any("DENIED" in one.extract_text() for one in copy.pages)
    assert page.foreign == []

    road.go_on()
    looked_at(page, f"{name}-10-send")
    road.press(words.say("imr.add_line"))
    road.go_on()
    assert words.say("errors.date_empty") in road.shown()
    road.press(words.say("ask.back"))
    road.press(words.say("imr.not_sent"))
    assert words.say("denial.date_line", safe=date(2026, 11, 25)) in road.shown()


@pytest.mark.parametrize("person", some_of(["claim-denied", "late-drug", "represented"], ["late-drug"]))
def test_the_other_roads_end_at_their_exits(visit: Callable[..., Page], person: str):
    page = visit("/keep", width=375, language="es")
    road = Journey(page, "es")
    road.bring(EVERYBODY[person])
    looked_at(page, f"{person}-home-es-375")
    road.open_page("triage")
    looked_at(page, f"{person}-triage-es-375")
    expected = {"claim-denied": "claim_denied", "late-drug": "imr", "represented": "attorney"}[person]
    assert road.words.passages[f"outcomes/{expected}"].title in road.shown()
    if person == "late-drug":
        road.open_page("home")
        assert road.words.say("card.today_label") in road.shown()


@pytest.mark.slow
def test_a_file_that_was_saved_brings_everything_back(visit: Callable[..., Page]):
    road = Journey(visit("/keep", width=375), "en")
    road.bring(FARM_WORKER)
    road.open_page("keep")
    saved = road.take(road.words.say("keep.save"))
    again = Journey(visit("/keep", width=375), "en")
    again.add("my-answers.json", saved, "application/json")
    again.press(again.words.say("keep.open_yes"))
    assert again.words.day(date(2026, 11, 25)) in again.shown()


def test_the_date_can_be_reached_with_the_keyboard_alone(visit: Callable[..., Page]):
    """Tab, arrows, space and Enter only, from the first screen to the date card."""
    page = visit("/")
    road = Journey(page, "en")
    tab_to(page, road.words.say("home.start"))
    page.keyboard.press("Enter")
    road.rest()
    for name, value in (("danger", "no"), ("lawyer", "no"), ("denied", "treatment"), ("own_doctor", "yes")):
        tab_to_role(page, "radio")
        for _ in range(steps(f"triage.{name}", value)):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Space")
        tab_to(page, road.words.say("ask.continue"))
        page.keyboard.press("Enter")
        road.rest()
    tab_to(page, road.words.choice("triage.exits", "none"))
    page.keyboard.press("Space")
    tab_to(page, road.words.say("ask.continue"))
    page.keyboard.press("Enter")
    road.rest()
    tab_to(page, road.words.say("triage.to_denial"))
    page.keyboard.press("Enter")
    road.rest()
    tab_to_role(page, "combobox")
    page.keyboard.type("October")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("30")
    page.keyboard.press("Tab")
    page.keyboard.type("2026")
    page.keyboard.press("Enter")
    road.rest()
    tab_to_role(page, "radio")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    tab_to(page, road.words.say("ask.continue"))
    page.keyboard.press("Enter")
    road.rest()
    assert road.words.day(date(2026, 11, 25)) in road.shown()


HOSTILE = {
    "upload_empty": b"",
    "upload_not_pdf": b"<html>not a PDF</html>",
    "upload_broken": b"%PDF-1.7\nbroken",
}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_paper_that_cannot_be_used_gets_a_kind_word_and_nothing_is_lost(visit: Callable[..., Page], language: str):
    road = Journey(visit("/keep", width=375, language=language), language)
    road.bring(FARM_WORKER)
    road.open_page("imr")
    road.go_on()
    for key, data in HOSTILE.items():
        road.add("form.pdf", data)
        assert road.words.sayings[f"errors.{key}"].partition("{")[0].strip() in road.shown(), key
    looked_at(road.page, f"bad-upload-{language}-375")
    road.hand_in("form.pdf", FORM)
    assert road.words.say("add.see", name=road.words.say("add.form")) in road.shown()


PHOTOS = [{"name": f"{number}.pdf", "mimeType": "application/pdf", "buffer": paper(f"DENIED, photo {number}")} for number in (1, 2, 3)]


@pytest.mark.slow
def test_a_decision_of_several_files_is_added_at_once_put_in_order_and_looked_at(visit: Callable[..., Page]):
    page = visit("/keep", width=375, language="es")
    road = Journey(page, "es")
    words, main = road.words, page.locator(".stMain")
    road.bring(FARM_WORKER.answers({"letters.0.signer": "worker", "letters.0.asked_before": "no"}))
    road.open_page("imr")
    road.go_on()
    road.hand_in("form.pdf", FORM)
    page.locator("input[type=file]").first.set_input_files(PHOTOS)
    main.get_by_text(words.say("leaf.place", page=1, pages=3), exact=True).wait_for()
    road.rest()
    looked_at(page, "several-files-es-375")
    road.press(words.say("leaf.after"))
    road.unfold(words.say("leaf.move"))
    road.press(words.say("leaf.later"))
    road.say_yes()
    road.press(words.say("leaf.done"))
    road.go_on()
    road.go_on()
    told = [one.extract_text() for one in PdfReader(io.BytesIO(road.make("packet"))).pages]
    assert [text.partition("photo ")[2].split()[0] for text in told if "DENIED" in text] == ["1", "3", "2"]


@pytest.mark.slow
def test_without_the_form_the_letter_that_asks_for_it_comes_first(visit: Callable[..., Page]):
    road = Journey(visit("/keep", width=375), "en")
    road.bring(EVERYBODY["no-form"])
    road.open_page("imr")
    looked_at(road.page, "no-form-imr-en-375")
    title = road.words.say("paper.form-missing")
    assert b"%PDF" in road.take(road.words.say("offer.send", title=title))
    road.press(road.words.say("imr.has_form"))
    assert road.words.say("imr.sign_title") in road.shown()
