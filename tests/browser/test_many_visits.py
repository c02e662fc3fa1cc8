"""Many visits at once: none ever sees a word of another, on its pages or in its files."""

import asyncio
import io
import re
import zlib
from concurrent.futures import ThreadPoolExecutor
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from qme_guide.case import Case
from qme_guide.flow import PAGES
from qme_guide.savefile import dump
from tests.browser.drive import Server
from tests.browser.journey import Journey
from tests.browser.marked import press, turn_to
from tests.browser.visits import Visit
from tests.markup import FULLEST, everywhere
from tests.personas import EXAM_SOON, FARM_WORKER

MANY, AT_ONCE = 50, 10
PLACES = ("dates", "records", "timeline", "denial", "sent")
TOKEN = re.compile(r"Visit(\d{4})Token")


def token(number: int) -> str:
    return f"Visit{number:04d}Token"


def tokens(raw: bytes) -> set[str]:
    """Every visit that is named in something the server sent."""
    return set(TOKEN.findall(raw.decode("utf-8", "replace")))


def tokens_in_pdf(data: bytes) -> set[str]:
    """Every visit that a PDF names: on its pages, in its own file inside it, anywhere in its bytes."""
    reader = PdfReader(io.BytesIO(data))
    text = "".join(page.extract_text() for page in reader.pages)
    inside = b"".join(one for files in reader.attachments.values() for one in files)
    streams = b"".join(_open(one) for one in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL))
    return set(TOKEN.findall("".join(text.split()))) | tokens(data) | tokens(inside) | tokens(streams)


def _open(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


def mine(number: int) -> Case:
    """A case with the token of its visit in every field."""
    base = (FULLEST, EXAM_SOON, FARM_WORKER)[number % 3]
    return everywhere(base, token(number)).answers({"key": f"{number:064x}"})


async def _visited(address: str, number: int, room: asyncio.Semaphore) -> dict[str, set[str]]:
    """One visit: it opens its own file, goes through its pages and takes its own paper. What each step named."""
    async with room:
        visit = await Visit(address).open()
    await visit.go("keep")
    await visit.upload(dump(mine(number)), "case.json")
    await visit.press("open_yes")
    named = {}
    for name in PLACES:
        async with room:
            await visit.go(name)
        named[name] = tokens(b"".join(one.SerializeToString() for one in visit.elements.values()))
    async with room:
        await visit.go("dates")
        named["pdf"] = tokens_in_pdf(await visit.take(next(one for one in visit.downloads() if ".pdf" in one)))
    named["all"] = tokens(b"".join(visit.told))
    await visit.close()
    return named


@pytest.mark.slow
def test_fifty_visits_at_once_each_see_their_own_words_and_nobody_elses(server: Server) -> None:
    async def all_of_them() -> list[dict[str, set[str]]]:
        room = asyncio.Semaphore(AT_ONCE)
        return await asyncio.gather(*(_visited(server.address, number, room) for number in range(MANY)))

    # In a thread of its own: beside a browser test this one already has a loop.
    with ThreadPoolExecutor(1) as thread:
        seen = thread.submit(asyncio.run, all_of_them()).result()
    for number, named in enumerate(seen):
        own = {f"{number:04d}"}
        assert named["all"] == own, (number, named)
        assert named["pdf"] == own, (number, named)
        assert sum(named[name] == own for name in PLACES) >= 3, (number, named)
    assert not tokens(server.logged().encode())


@pytest.fixture
def two(visit: Callable[..., Page]) -> Iterator[tuple[Journey, Journey]]:
    """Two people with a browser of their own each, one in Spanish."""
    yield Journey(visit("/", language="es", width=375), "es"), Journey(visit("/"), "en")


@pytest.mark.slow
def test_two_people_who_take_turns_never_see_each_other(two: tuple[Journey, Journey]) -> None:
    for number, journey in enumerate(two):
        turn_to(journey, "keep")
        journey.add("case.json", dump(mine(number)), "application/json")
    for journey in two:
        press(journey, "open_yes")
    seen = [0, 0]
    for one in PAGES:
        for journey in two:
            turn_to(journey, one.name)
        for number, journey in enumerate(two):
            named = tokens(journey.page.content().encode())
            assert named <= {f"{number:04d}"}, (one.name, number)
            seen[number] += bool(named)
    assert min(seen) > 8
    for number, journey in enumerate(two):
        turn_to(journey, "keep")
        with journey.page.expect_download() as waiting:
            journey.page.locator(".stMain [data-testid=stDownloadButton] button:visible").first.click()
        data = Path(waiting.value.path()).read_bytes()
        assert (tokens_in_pdf(data) if data.startswith(b"%PDF") else tokens(data)) == {f"{number:04d}"}
