"""What somebody alone typed into a form and did not send: it waits in the tab, through other pages and the other language, and leaves nothing."""

from collections.abc import Callable

import pytest
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


def stands(road: Journey, text: str, field: str = FIELD) -> None:
    """The field holds this text, and Streamlit has had the moment that it needs to take it over."""
    expect(road.page.locator(field)).to_have_value(text)
    road.page.wait_for_timeout(300)
    expect(road.page.locator(field)).to_have_value(text)


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


@pytest.mark.slow
def test_half_typed_text_follows_its_line_when_a_line_before_it_is_removed(visit: Callable[..., Page]) -> None:
    one = CASE.reports[1]
    three = tuple(one.model_copy(update={"id": f"report-{number}", "author": f"Dr. {name}"}) for number, name in enumerate(("First", "Second", "Third"), start=1))
    road = Journey(visit("/keep", width=1280, language="en"), "en")
    road.bring(CASE.answers({"reports": [report.model_dump() for report in three]}))
    report_of(road, "Dr. Second")
    question(road)
    road.type(ASKS, HALF)

    report_of(road, "Dr. First")
    road.unfold(road.words.say("objection.noted"))
    road.press(road.words.say("objection.remove"))
    report_of(road, "Dr. Third")
    road.open_page("write")
    road.press(road.words.say("dispute_letter.begin"))
    stands(road, "")
    report_of(road, "Dr. Second")
    road.open_page("write")
    stands(road, HALF, FIELD.replace("-1-", "-0-"))

    # Its own line goes: the text goes with it, and does not wait for another line that gets its number.
    report_of(road, "Dr. Second")
    road.unfold(road.words.say("objection.noted"))
    road.press(road.words.say("objection.remove"))
    assert kept(road) == 0


def report_of(road: Journey, author: str) -> None:
    """The page about a report, with the one that this doctor signed."""
    road.open_page("report")
    road.page.locator(".stMain label", has_text=author).first.click()
    road.rest()
