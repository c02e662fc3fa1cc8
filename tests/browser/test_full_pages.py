"""Every page with a full case in it: no axe finding, nothing moves sideways. The empty pages are swept elsewhere."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from qme_guide.flow import PAGES
from tests.browser.drive import axe, overflow, screenshot
from tests.browser.journey import Journey
from tests.personas import EVERYBODY


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("person", ["farm-worker", "late-drug", "claim-denied", "many", "no-form"])
def test_each_page_of_a_full_case_stands(visit: Callable[..., Page], person: str, width: int, language: str) -> None:
    road = Journey(visit("/keep", width=width, language=language), language)
    road.bring(EVERYBODY[person])
    for page in PAGES:
        road.open_page(page.name)
        screenshot(road.page, f"full-{person}-{page.name}-{language}-{width}")
        assert axe(road.page) == [], page.name
        assert overflow(road.page) == 0, page.name
    assert road.page.foreign == []
