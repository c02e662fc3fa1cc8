"""What somebody alone typed into a form and did not send: it waits in the tab, through other pages and the other language, and leaves nothing."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from qme_guide.savefile import dump
from tests.browser.journey import Journey
from tests.personas import WRONG_REPORT

ASKS, FIELD = "reports.1.disputing.asks", ".st-key-q-reports-1-disputing-asks textarea"
HALF = "Pido otro inf"
CASE = WRONG_REPORT.answers({"reports.1.disputing": {}})


def question(road: Journey) -> None:
    """The screen that asks what the letter about a report asks for."""
    title = road.words.say("paper.dispute-letter")
    road.open_page("write")
    road.press(road.words.say("write.open", title=title))
    road.press(road.words.say("dispute_letter.begin"))


def stands(road: Journey, text: str) -> None:
    """The field holds this text, and Streamlit has had the moment that it needs to take it over."""
    expect(road.page.locator(FIELD)).to_have_value(text)
    road.page.wait_for_timeout(300)
    expect(road.page.locator(FIELD)).to_have_value(text)


def kept(road: Journey) -> int:
    """How many fields the tab remembers."""
    return road.page.evaluate("window.guideFrame.half.size")


def test_half_typed_text_waits_through_other_pages_and_the_other_language_and_is_sent_once(visit: Callable[..., Page]) -> None:
    road = Journey(visit("/keep", width=375, language="es"), "es")
    road.bring(CASE)
    question(road)
    road.type(ASKS, HALF)
    road.open_page("timeline")
    road.open_page("write")
    stands(road, HALF)
    road.page.locator(".st-key-bar_language button").click()
    road.page.locator("html[lang=en]").wait_for(state="attached")
    road.rest()
    stands(road, HALF)
    road = Journey(road.page, "en")
    road.open_page("dates")
    road.open_page("write")
    stands(road, HALF)

    road.go_on()
    assert kept(road) == 0
    road.press(road.words.say("ask.back"))
    stands(road, HALF)
    road.type(ASKS, "something else")
    assert kept(road) == 1 and HALF not in road.page.evaluate("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), location.href])")

    # Back is no answer: what was typed waits for the question to come again.
    road.press(road.words.say("ask.back"))
    assert kept(road) == 1
    road.press(road.words.say("dispute_letter.begin"))
    stands(road, "something else")

    # Another case, with the same question: nothing of the first one stands there.
    road.open_page("keep")
    road.add("case.json", dump(CASE.answers({"worker.name": "Other Sample", "claim.number": "SAMPLE-777"})), "application/json")
    road.page.locator(".stMain").get_by_text(road.words.choice("triage.danger", "no"), exact=True).click()
    road.rest()
    road.press(road.words.say("keep.open_yes"))
    question(road)
    stands(road, "")
    assert kept(road) == 0
