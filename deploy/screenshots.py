"""Takes the pictures that README.md shows: `python -m deploy.screenshots`. Needs requirements-dev.txt and Chromium.

It starts the guide as the browser tests do, on a day that does not change, walks through the made-up case of
content/example.json in English and Spanish, and writes deploy/pictures/. No real person's answers are ever in them.
"""

import io
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS, LOCALES
from tests.browser.drive import ROOT, settled, start
from tests.browser.journey import Journey, paper

EXAMPLE = ROOT / "content" / "example.json"
PICTURES = ROOT / "deploy" / "pictures"
PHONE, DESK, HIGH = 375, 1280, 800
COLOURS = 64
LARGEST = 60_000


def home(road: Journey) -> None:
    """What a newcomer sees first: nothing to do."""


def question(road: Journey) -> None:
    """The first question about a letter."""
    road.open_page("denial")


def date_card(road: Journey) -> None:
    """The date of the example's letter."""
    bring_example(road)
    road.open_page("denial")


def papers(road: Journey) -> None:
    """The packet, made of two stand-ins for a signed form and a decision."""
    bring_example(road)
    road.open_page("imr")
    road.go_on()
    road.hand_in("form.pdf", paper("A made-up stand-in for a signed form."))
    road.hand_in("decision.pdf", paper("A made-up stand-in for a decision."))
    road.go_on()
    road.page.locator(".stMain").get_by_text(road.words.choice("letters.asked_before", "no"), exact=True).click()
    road.rest()
    road.go_on()
    road.make("packet")


def all_dates(road: Journey) -> None:
    """Every date of the example."""
    bring_example(road)
    road.open_page("dates")


def bring_example(road: Journey) -> None:
    """Open the example as a person opens a saved file."""
    road.open_page("keep")
    road.add("example.json", EXAMPLE.read_bytes(), "application/json")
    road.press(road.words.say("keep.open_yes"))


# file name -> the way to the screen, the language, the width
SHOTS: Mapping[str, tuple[Callable[[Journey], None], str, int]] = {
    "home-es-375": (home, "es", PHONE),
    "question-es-375": (question, "es", PHONE),
    "date-card-es-375": (date_card, "es", PHONE),
    "papers-es-375": (papers, "es", PHONE),
    "home-en-1280": (home, "en", DESK),
    "date-card-en-1280": (date_card, "en", DESK),
    "dates-en-1280": (all_dates, "en", DESK),
    "dates-en-375": (all_dates, "en", PHONE),
}


def take(browser: Browser, address: str, name: str) -> bytes:
    """One screen as a PNG, one pixel to a pixel."""
    way, language, width = SHOTS[name]
    size = {"width": width, "height": HIGH}
    context = browser.new_context(viewport=size, locale=LOCALES[language], device_scale_factor=1, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    settled(page)
    way(Journey(page, language))
    page.evaluate("document.activeElement.blur(); document.querySelector('.stMain').scrollTo(0, 0)")
    page.wait_for_timeout(300)
    picture = page.screenshot()
    context.close()
    return small(picture)


def small(picture: bytes) -> bytes:
    """The same picture with few colours. ValueError when it is still too large for a README."""
    found = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(found, "PNG", optimize=True)
    if len(found.getvalue()) > LARGEST:
        raise ValueError(f"a picture has {len(found.getvalue())} bytes; {LARGEST} are allowed")
    return found.getvalue()


def main() -> int:
    """Take them all. Returns the exit code."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        print("Chromium is needed (Debian: apt-get install chromium)", file=sys.stderr)
        return 1
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server, process = start(ROOT, Path(folder) / "log.txt")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        try:
            for name in SHOTS:
                (PICTURES / f"{name}.png").write_bytes(take(browser, server.address, name))
                print(name)
        finally:
            browser.close()
            process.terminate()
            process.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
