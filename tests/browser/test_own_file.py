"""A file of the person's own in a real browser: a locked one, a copy of a paper that opens again, two files put together."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from qme_guide.law import load_law
from qme_guide.leaves import leaves
from qme_guide.papers import check
from qme_guide.savefile import Kept, dump
from qme_guide.travel import limits
from tests.browser.drive import looked_at
from tests.browser.journey import Journey, paper
from tests.personas import EXAM_SOON, FARM_WORKER, MANY

SECRET = "cuatro palabras que nadie sabe"
MINE = FARM_WORKER.model_copy(update={"key": "ab" * 32})


class Keeper(Journey):
    """A visit to the page that saves and opens."""

    def say(self, key: str, **facts: object) -> str:
        return self.words.say(key, **facts)

    def fill(self, label: str, typed: str) -> None:
        self.page.locator(".stMain").get_by_label(self.say(label), exact=True).fill(typed)

    def tick_box(self, label: str) -> None:
        self.page.locator(".stMain").get_by_text(label, exact=True).first.click()
        self.rest()

    def lock(self) -> bytes:
        """Lock the file, and take it."""
        self.tick_box(self.say("keeping.lock"))
        self.fill("keeping.passphrase", SECRET)
        self.fill("keeping.again", SECRET)
        self.press(self.say("keeping.seal"))
        return self.take(self.words.sayings["keeping.take_locked"].partition(" (")[0], exact=False)

    def own_copy(self, title: str, label: str) -> bytes:
        """Take the own copy of a paper from its fold."""
        fold = self.page.locator(".stMain [data-testid=stExpander]", has_text=title).first
        fold.locator("summary").click()
        self.rest()
        with self.page.expect_download() as waiting:
            fold.get_by_role("button", name=label, exact=True).click()
        return Path(waiting.value.path()).read_bytes()


@pytest.mark.slow
def test_a_locked_file_brings_everything_back_on_another_phone(visit: Callable[..., Page]):
    road = Keeper(visit("/keep", width=375, language="es"), "es")
    road.bring(FARM_WORKER)
    road.open_page("keep")
    road.unfold(road.say("keeping.more"))
    locked = road.lock()
    looked_at(road.page, "keep-locked-es-375")
    again = Keeper(visit("/keep", width=375, language="es"), "es")
    again.add("mi-archivo", locked, "application/octet-stream")
    for typed in ("no es esta", SECRET):
        again.fill("keeping.passphrase", typed)
        again.press(again.say("keeping.unlock"))
        shown = again.say("errors.save_wrong_passphrase") if typed != SECRET else again.say("keeping.case_of", name="Sample Worker")
        # The key takes a moment, longer on a busy machine.
        again.page.locator(".stMain").get_by_text(shown).first.wait_for()
        looked_at(again.page, f"keep-unlock-{'open' if typed == SECRET else 'wrong'}-es-375")
    again.press(again.say("keep.open_yes"))
    assert again.words.day(date(2026, 11, 25)) in again.shown()


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width", "label"), [("es", 375, "offer.read"), ("en", 1280, "offer.mine")])
def test_a_copy_of_a_paper_opens_again(visit: Callable[..., Page], language: str, width: int, label: str):
    road = Keeper(visit("/keep", width=width, language=language), language)
    road.bring(FARM_WORKER)
    road.open_page("denial")
    copy = road.own_copy(road.say("paper.hand-off"), road.say(label))
    looked_at(road.page, f"keep-own-copy-{language}-{width}")
    again = Keeper(visit("/keep", width=width, language=language), language)
    looked_at(again.page, f"keep-newcomer-{language}-{width}")
    again.add("x.pdf", copy)
    assert again.say("keeping.case_of", name="Sample Worker") in again.shown()
    again.press(again.say("keep.open_yes"))
    assert again.words.day(date(2026, 11, 25)) in again.shown()


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width", "dark"), [("es", 375, False), ("en", 1280, False), ("es", 320, True)])
def test_two_files_of_one_person_and_one_of_another(visit: Callable[..., Page], language: str, width: int, dark: bool):
    name = f"{language}-{width}{'-dark' if dark else ''}"
    road = Keeper(visit("/keep", width=width, language=language, dark=dark), language)
    road.bring(MINE.answers({"worker.phone": "555-0199", "claim.adjuster": "Sample Adjuster"}))
    road.open_page("keep")
    looked_at(road.page, f"keep-save-{name}")
    road.unfold(road.say("keeping.more"))
    form = check("x.pdf", paper("the form"), limits(load_law().practice).paper)
    events = [event.model_dump(mode="json") for event in EXAM_SOON.events]
    theirs = MINE.answers({"worker.phone": "555-0100", "claim.adjuster": "Another Adjuster", "letters.0.served_how": "fax", "events": events})
    road.add("x.json", dump(theirs, papers=[Kept("form.letter-1", (form,), leaves(form))]), "application/json")
    looked_at(road.page, f"keep-differs-{name}")
    road.press(road.say("keeping.join"))
    assert road.say("keep.joined") in road.shown()
    looked_at(road.page, f"keep-joined-{name}")
    road.open_page("keep")
    road.unfold(road.say("keeping.more"))
    looked_at(road.page, f"keep-papers-{name}")
    road.tick_box(road.say("keeping.papers_one", size="0.1 MB"))
    whole = road.take(road.say("keeping.take_json_papers", size="0.1 MB"))
    again = Keeper(visit("/keep", width=width, language=language, dark=dark), language)
    again.add("x.json", whole, "application/json")
    assert again.say("keeping.holds_papers_one", size="0.1 MB") in again.shown()
    road.add("x.json", dump(MANY.answers({"worker.name": "Another Sample", "claim.number": "SAMPLE-777"})), "application/json")
    looked_at(road.page, f"keep-other-{name}")
    road.press(road.say("keep.drop"))
    assert road.say("keep.dropped") in road.shown()
    looked_at(road.page, f"keep-dropped-{name}")
