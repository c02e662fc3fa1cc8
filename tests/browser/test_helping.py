"""Helping someone in a real browser: the band stays in sight with the sign and the name, and the questions speak of the person."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from qme_guide.case import Case, Helper, Worker
from qme_guide.words import HELPING, load_words
from tests.browser.drive import looked_at
from tests.browser.journey import Journey


def helping(page: Page, language: str, name: str = "") -> Journey:
    """Say on Home that one helps somebody, and answer what is asked about it."""
    road = Journey(page, language)
    road.words = load_words(language, HELPING)
    road.press(road.words.say("helping.start"))
    road.press(road.words.say("helping.begin"))
    if name:
        looked_at(page, f"{name}-who")
    road.choose("helper.role", "family")
    road.tick("helper.agreed", "yes")
    road.choose("helper.here", "yes")
    road.type("worker.name", "Sample Worker")
    road.choose("worker.language", "es")
    return road


def in_sight(page: Page) -> bool:
    """The band stands under the bar, also where the page was moved down."""
    band, bar = page.locator(".st-key-band").bounding_box(), page.locator(".st-key-bar").bounding_box()
    return bar["y"] + bar["height"] - 1 <= band["y"] < 200


HELPED = Case(helper=Helper(helping="yes", role="family", agreed="yes", here="yes"), worker=Worker(name="Sample Worker", language="es"))


@pytest.mark.slow
def test_the_band_of_a_case_that_was_brought_stays_in_sight_over_a_question_about_the_injured_person(visit: Callable[..., Page]):
    road = Journey(visit("/keep", width=375, language="es"), "es")
    road.bring(HELPED)
    road.words = load_words("es", HELPING)
    road.open_page("triage")
    page = road.page
    page.locator(".stMain").evaluate("main => main.scrollTo(0, 700)")
    assert in_sight(page) and "Sample Worker" in page.locator(".st-key-band").inner_text()
    assert str(road.words.question("triage.danger")["label"]) in road.shown()
    looked_at(page, "helping-brought-es-375")


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), [("es", 375), ("en", 1280), ("es", 320)])
def test_a_helper_sees_whose_case_it_is_on_each_screen_and_reads_of_the_injured_person(visit: Callable[..., Page], language: str, width: int):
    page = visit("/", width=width, language=language)
    name = f"helping-{language}-{width}"
    road = helping(page, language, name)
    looked_at(page, f"{name}-summary")
    page.locator(".stMain").evaluate("main => main.scrollTo(0, 700)")
    assert in_sight(page) and "Sample Worker" in page.locator(".st-key-band").inner_text()
    road.press(road.words.say("helping.go_on"))
    road.press(road.words.say("home.start"))
    assert str(road.words.question("triage.danger")["label"]) in page.locator(".stMain").inner_text()
    assert in_sight(page)
    looked_at(page, f"{name}-question")
