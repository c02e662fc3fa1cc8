"""Every page with a full case in it: no axe finding, nothing moves sideways. The empty pages are swept elsewhere."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from qme_guide.flow import PAGES
from tests.browser.drive import looked_at, resized
from tests.browser.journey import Journey
from tests.personas import EVERYBODY

SECOND_TRACK = ("doctor", "records", "review", "imr")
WIDTHS = (320, 375, 1280)


@pytest.mark.slow
@pytest.mark.parametrize(("width", "language"), [(375, "es"), (1280, "en")])
@pytest.mark.parametrize("person", ["farm-worker", "late-drug", "claim-denied", "many", "no-form", "booked", "exam-soon"])
def test_each_page_of_a_full_case_stands(visit: Callable[..., Page], person: str, width: int, language: str) -> None:
    road = Journey(visit("/keep", width=width, language=language), language)
    road.bring(EVERYBODY[person])
    for page in PAGES:
        road.open_page(page.name)
        looked_at(road.page, f"full-{person}-{page.name}-{language}-{width}")
    assert road.page.foreign == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("person", "dark", "language"),
    [("two-tracks", False, "es"), ("sent", True, "en"), ("not-eligible", True, "es"), ("overturned", False, "en")],
)
def test_the_second_track_the_log_and_what_comes_after_stand_in_each_size_and_colour(visit: Callable[..., Page], person: str, dark: bool, language: str) -> None:
    road = Journey(visit("/keep", language=language, dark=dark), language)
    road.bring(EVERYBODY[person])
    for name in SECOND_TRACK:
        resized(road.page, max(WIDTHS))
        road.open_page(name)
        in_each_size(road, f"{person}-{name}-{'dark' if dark else 'light'}")
    for step in ("add", "check", "get", "send"):
        resized(road.page, max(WIDTHS))
        road.go_on()
        in_each_size(road, f"{person}-imr-{step}-{'dark' if dark else 'light'}")
    assert road.page.foreign == []


def in_each_size(road: Journey, name: str) -> None:
    for width in WIDTHS:
        resized(road.page, width)
        looked_at(road.page, f"{name}-{road.language}-{width}")


def test_a_page_of_the_second_track_stands(visit: Callable[..., Page]) -> None:
    road = Journey(visit("/keep", width=min(WIDTHS), dark=True), "en")
    road.bring(EVERYBODY["sent"])
    road.open_page("doctor")
    looked_at(road.page, "full-sent-doctor-en-320")
