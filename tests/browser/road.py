"""A journey that looks at its screens, and reads the papers that it takes: shared by the tests that go a whole road."""

import io
import re
from datetime import date

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.drive import looked_at
from tests.browser.journey import Journey

BROKEN = """() => [...document.querySelectorAll('.stMain article :is(th, td)')].flatMap(cell => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode())
        for (const word of text.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map(one => Math.round(one.top))).size > 1) found.push(word[0]);
        }
    return found;
})"""


class Road(Journey):
    """A journey that looks at each screen before it leaves it, or only where it is told to: no axe finding, no way sideways."""

    def __init__(self, page: Page, language: str, name: str, every: bool = True) -> None:
        super().__init__(page, language)
        self.name, self.every, self.seen = name, every, set[str]()

    def look(self) -> None:
        """Look at this screen, unless one that differs only in its numbers was looked at before."""
        says = re.sub(r"\d+", "", self.shown())
        if says not in self.seen:
            self.seen.add(says)
            looked_at(self.page, f"{self.name}-{len(self.seen):02d}-{self.language}-{self.page.viewport_size['width']}")

    def press(self, label: str) -> None:
        if self.every:
            self.look()
        super().press(label)

    def open_page(self, name: str) -> None:
        if self.every:
            self.look()
        super().open_page(name)

    def pick(self, path: str, value: str) -> None:
        """Answer a question from its list that opens."""
        self._asked(path).get_by_role("combobox").first.click()
        self.page.get_by_role("option", name=self.words.choice(path, value), exact=True).click()
        self.rest()

    def moment(self, path: str, year: str, part: str = "") -> None:
        """Type a year, and pick a month or a season by its name."""
        if part:
            self._month(self._asked(path), part)
        self._asked(path).get_by_label(self.words.say("ask.year"), exact=True).fill(year)

    def paper(self, name: str, label: str = "offer.own") -> bytes:
        """Open the fold of a paper and take its PDF, which has this label."""
        title = self.words.say(f"paper.{name}")
        self.unfold(title)
        if self.every:
            self.look()
        return self.take(self.words.say(label, title=title))

    def broken_words(self) -> list[str]:
        """The words in tables of papers on the screen that do not stand on one line."""
        return self.page.evaluate(BROKEN)

    def days(self) -> set[str]:
        """The days of the calendar file, as they stand in it."""
        from icalendar import Calendar

        return {str(event["DTSTART"].dt)[:10] for event in Calendar.from_ical(self.take(self.words.say("denial.calendar"))).walk("VEVENT")}


def pages(data: bytes) -> list[str]:
    """What each page of a PDF says, on one line."""
    return [" ".join(one.extract_text().split()) for one in PdfReader(io.BytesIO(data)).pages]


def read(data: bytes) -> str:
    """All that a PDF says, on one line."""
    return " ".join(pages(data))


def letter(road: Road, name: str) -> str:
    """Take the paper that is the main thing of the screen and read it."""
    return read(road.take(road.words.say("offer.send", title=road.words.say(f"paper.{name}"))))


def named(*days: date) -> set[str]:
    """Days as a calendar file names them."""
    return {str(day) for day in days}
