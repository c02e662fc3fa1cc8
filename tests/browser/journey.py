"""What a person does in the guide, step by step, in a real browser: answer, type a day, add a paper, take a file."""

import io
import json
from contextlib import suppress
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError

from qme_guide.case import Case
from qme_guide.savefile import dump
from qme_guide.words import Words, load_words
from tests.browser.drive import settled


class Journey:
    """A visit in one language, by what stands on the screen."""

    def __init__(self, page: Page, language: str) -> None:
        self.page, self.language, self.answers = page, language, 0
        self.words: Words = load_words(language)

    def press(self, label: str) -> None:
        self.page.locator(".stMain").get_by_role("button", name=label, exact=True).first.click()
        self.rest()

    def rest(self) -> None:
        """Wait until what was just done has been answered: give the app a moment to begin, then let it end."""
        with suppress(TimeoutError):
            self.page.locator("[data-testid=stApp][data-test-script-state=running]").wait_for(timeout=500)
        settled(self.page)

    def go_on(self) -> None:
        self.press(self.words.say("ask.continue"))

    def choose(self, path: str, value: str) -> None:
        """Answer a question with one of its choices, and go on."""
        self.tick(path, value)
        self.answers += 1
        self.go_on()

    def tick(self, path: str, value: str) -> None:
        """Choose one of the choices of a question."""
        self._asked(path).get_by_text(self.words.choice(path, value), exact=True).first.click()
        self.rest()

    def type(self, path: str, text: str) -> None:
        """Type a text into the field of a question."""
        self._asked(path).locator("input, textarea").first.fill(text)

    def _asked(self, path: str) -> Locator:
        """What stands on the screen for a question of the case."""
        return self.page.locator(f".stMain [class*='st-key-q-{path.replace('.', '-')}']")

    def unfold(self, title: str) -> None:
        """Open a fold by its title."""
        self.page.locator(".stMain summary", has_text=title).first.click()
        self.rest()

    def day(self, day: str, month: int, year: str) -> None:
        """Type a day into the three fields."""
        self._day(self.page.locator(".stMain"), day, month, year)
        self.answers += 1
        self.go_on()

    def day_of(self, path: str, day: date) -> None:
        """Type a day into the fields of one question, where a screen asks for several days."""
        self._day(self._asked(path), str(day.day), day.month, str(day.year))

    def _day(self, where: Locator, day: str, month: int, year: str) -> None:
        where.get_by_label(self.words.say("ask.day"), exact=True).fill(day)
        self._month(where, self.words.month_names()[month - 1])
        where.get_by_label(self.words.say("ask.year"), exact=True).fill(year)

    def _month(self, where: Locator, name: str) -> None:
        """Choose the month; again when the list was closed by the focus that just moved to the question."""
        option = self.page.get_by_role("option", name=name, exact=True)
        for _ in range(3):
            where.get_by_role("combobox").first.click()
            try:
                return option.click(timeout=5000)
            except TimeoutError:
                self.rest()
        option.click()

    def unsure(self) -> None:
        """Say that a day is not known."""
        self.page.locator(".stMain").get_by_text(self.words.say("ask.unsure"), exact=True).click()
        self.go_on()

    def open_page(self, name: str) -> None:
        """Follow a link of the list of pages."""
        self.follow(self.page.get_by_role("link", name=self.words.say(f"nav.{name}"), exact=True).first)

    def follow(self, link: Locator) -> None:
        """Follow this link of the list of pages; again when the list was closed by a page that came late, as on a phone."""
        for _ in range(3):
            if self.page.locator(".stSidebar[data-collapsed=false]").count() == 0:
                self.page.locator("[data-testid=stExpandSidebarButton]").first.click()
            try:
                link.click(timeout=5000)
                return self.rest()
            except TimeoutError:
                self.rest()
        link.click()
        self.rest()

    def bring(self, case: Case) -> None:
        """Open a case file on the page that opens files."""
        self.add("case.json", dump(case), "application/json")
        self.press(self.words.say("keep.open_yes"))

    def save(self) -> bytes:
        """Take the answers along as a file."""
        self.open_page("keep")
        return self.take(self.words.say("keep.save"))

    def whose(self, number: str) -> None:
        """Answer whose paper it is, where a page asks for it: name and address, then the claim."""
        self.type("worker.name", "Sample Worker")
        self.type("worker.address", "1 Sample Street, Sample City, California")
        self.go_on()
        self.type("claim.number", number)
        self.type("claim.claims_administrator", "Example Insurance")
        self.day("16", 3, "2026")

    def add(self, name: str, data: bytes, kind: str = "application/pdf", at: int = 0) -> None:
        """Add a file to one of the screen's uploaders."""
        self.page.locator("input[type=file]").nth(at).set_input_files({"name": name, "mimeType": kind, "buffer": data})
        self.page.wait_for_timeout(700)
        self.rest()

    def give(self, *files: tuple[str, bytes]) -> None:
        """Choose several files at once for the first paper that is asked for."""
        kinds = {"HEIC": "image/heic", "png": "image/png", "jpg": "image/jpeg", "pdf": "application/pdf"}
        given = [{"name": name, "mimeType": kinds[name.rpartition(".")[-1]], "buffer": data} for name, data in files]
        self.page.locator("input[type=file]").first.set_input_files(given)

    def say_yes(self) -> None:
        """Answer every question on the screen with yes."""
        said = self.page.locator(".stMain").get_by_text(self.words.choice("triage.danger", "yes"), exact=True)
        for at in range(said.count()):
            said.nth(at).click()
            self.rest()

    def hand_in(self, name: str, *files: bytes) -> None:
        """Add the next paper that is needed, answer what is asked beside its pages, and go back to the papers."""
        for data in files:
            self.add(name, data)
        self.page.locator(".stMain").get_by_role("button", name=self.words.say("leaf.done"), exact=True).first.wait_for()
        self.say_yes()
        self.press(self.words.say("leaf.done"))

    def make(self, name: str) -> bytes:
        """Make one of the files of the packet and take it."""
        label = self.words.sayings[f"imr.made_{name}"].partition("(")[0].strip()
        self.press(self.words.say(f"imr.make_{name}"))
        self.page.locator(".stMain").get_by_role("button", name=label).first.wait_for(timeout=60_000)
        return self.take(label, exact=False)

    def take(self, label: str, exact: bool = True) -> bytes:
        """Press a download button and read the file."""
        with self.page.expect_download() as waiting:
            self.page.locator(".stMain").get_by_role("button", name=label, exact=exact).first.click()
        return Path(waiting.value.path()).read_bytes()

    def shown(self) -> str:
        return self.page.locator(".stMain").inner_text()


def paper(*pages: str) -> bytes:
    """A PDF with these pages, each a line of text: stands for a form or a decision."""
    from fpdf import FPDF

    pdf = FPDF(format="letter")
    pdf.set_font("Helvetica", size=14)
    for text in pages:
        pdf.add_page()
        pdf.multi_cell(0, 8, text)
    out = io.BytesIO()
    pdf.output(out)
    return out.getvalue()


def as_file(case: Case) -> dict[str, object]:
    """A case as the guide saves it."""
    return json.loads(dump(case))
