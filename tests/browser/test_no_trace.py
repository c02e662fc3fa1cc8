"""A whole visit with a marked word in every field: afterwards it is nowhere, on no disk, in no log, in no address, on no device.

The server has a home and a place for temporary files of its own here, and the browser a folder; all of them are searched,
and what changed anywhere else where the server may write. What the person downloaded is where downloads go.
"""

import os
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from qme_guide.flow import PAGES
from tests.browser.conftest import FLAGS
from tests.browser.drive import ROOT, Server, settled, start
from tests.browser.journey import Journey, paper
from tests.browser.marked import bring, press, turn_to
from tests.markup import FULLEST, everywhere

# Where any program may write.
SHARED = tuple(Path(one) for one in ("/tmp", "/var/tmp", "/dev/shm"))
LARGEST = 64_000_000
STORED = """async () => {
    const databases = indexedDB.databases ? (await indexedDB.databases()).map(one => one.name) : [];
    const caches_ = window.caches ? await caches.keys() : [];
    return JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href, history.state, databases, caches_, window.name]);
}"""


@dataclass
class Trail:
    """What a browser asked for, said and was told, as far as it may hold a word: addresses, the heads of requests, its console."""

    own: str
    addresses: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on("request", self._asked)
        page.on("websocket", lambda socket: self.addresses.append(socket.url))
        page.on("framenavigated", lambda frame: self.addresses.append(frame.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("popup", lambda other: self.addresses.append(other.url))

    def _asked(self, request: Request) -> None:
        self.addresses.append(request.url)
        self.heads.append(str(request.headers))
        if not request.url.startswith((self.own, self.own.replace("http", "ws"), "data:", "blob:")):
            self.others.append(request.url)


@dataclass
class Scene:
    """One visit: its token, the server with its folders, the browser with its own."""

    token: str
    server: Server
    folder: Path
    began: float
    context: BrowserContext
    page: Page
    trail: Trail


@pytest.fixture
def scene(tmp_path: Path, browser: Browser, chromium: str) -> Iterator[Scene]:
    token, began = f"Trace{secrets.token_hex(8)}", time.time()
    places = {name: tmp_path / "server" / name for name in ("home", "temporary", "cache")}
    for place in places.values():
        place.mkdir(parents=True)
    server, process = start(ROOT, tmp_path / "server" / "log.txt", HOME=str(places["home"]), TMPDIR=str(places["temporary"]), XDG_CACHE_HOME=str(places["cache"]), PYTHONDONTWRITEBYTECODE="1")
    (tmp_path / "downloads").mkdir()
    context = browser.browser_type.launch_persistent_context(
        tmp_path / "browser", executable_path=chromium, args=list(FLAGS), locale="es-MX", accept_downloads=True, downloads_path=tmp_path / "downloads", viewport={"width": 1280, "height": 800},
    )  # fmt: skip
    page, trail = context.pages[0], Trail(server.address)
    trail.follow(page)
    page.goto(server.address)
    settled(page)
    yield Scene(token, server, tmp_path, began, context, page, trail)
    context.close()
    process.terminate()
    process.wait()


def holds(path: Path, token: str) -> bool:
    """Whether a file holds the token, as it is written or with two bytes for each letter."""
    try:
        data = path.read_bytes() if path.is_file() and not path.is_symlink() and path.stat().st_size < LARGEST else b""
    except OSError:
        return False
    return token.encode() in data or token.encode("utf-16-le") in data


def found_under(folder: Path, token: str, since: float = 0.0, but: tuple[Path, ...] = ()) -> list[Path]:
    """The files below a folder, changed since then, that hold the token."""
    found = []
    for where, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if Path(where, one) not in but]
        found += [path for name in names if (path := Path(where, name)).exists() and path.stat().st_mtime >= since and holds(path, token)]
    return found


def open_files(server: Server, token: str) -> list[str]:
    """Files that the server has open, also deleted ones, and that hold the token."""
    found = []
    for entry in Path(f"/proc/{server.process}/fd").iterdir():
        try:
            target = os.readlink(entry)
            if target.startswith("/") and not target.startswith(("/dev", "/proc")) and token.encode() in entry.read_bytes()[:LARGEST]:
                found.append(target)
        except OSError:
            continue
    return found


def told(scene: Scene) -> Journey:
    """The visit: a file with the token in every field, papers with it, words typed by hand, every page, files taken."""
    journey, token = Journey(scene.page, "es"), scene.token
    bring(journey, everywhere(FULLEST, token), f"{token}.json")
    scene.trail.addresses.append(scene.page.url)
    seen = 0
    for one in PAGES:
        turn_to(journey, one.name)
        scene.trail.addresses.append(scene.page.url)
        scene.trail.addresses.append(scene.page.title())
        seen += token in scene.page.content()
        assert not open_files(scene.server, token), one.name
    assert seen > len(PAGES) / 2, "the visit did not show what it was given"
    turn_to(journey, "imr")
    if scene.page.locator("input[type=file]").count():
        journey.add(f"{token}.pdf", paper(token, token))
        assert not open_files(scene.server, token)
    turn_to(journey, "dates")
    scene.page.locator(".stMain summary").first.click()
    journey.rest()
    for button in scene.page.locator(".stMain [data-testid=stDownloadButton] button:visible").all()[:2]:
        with scene.page.expect_download() as waiting:
            button.click()
        name = waiting.value.suggested_filename
        assert token not in name and token not in waiting.value.url
    return journey


@pytest.mark.slow
def test_a_marked_word_in_every_field_is_nowhere_after_the_visit(scene: Scene) -> None:
    token, page, journey = scene.token, scene.page, told(scene)
    turn_to(journey, "keep")
    press(journey, "on_device.keep")
    page.wait_for_function(f"JSON.stringify({{...localStorage}}).includes('{token}')")

    page.locator(".st-key-bar_erase button").click()
    page.locator(".st-key-erase_yes button").click()
    page.wait_for_url("**/left*")
    page.locator("h1").first.wait_for()
    assert token not in page.content() and token not in page.title()
    assert token not in page.evaluate(STORED)
    page.go_back()
    page.wait_for_timeout(1500)
    assert token not in page.content() and token not in page.evaluate(STORED)

    trail = scene.trail
    assert not trail.others
    assert not [one for one in (*trail.addresses, *trail.heads, *trail.said) if token in one]
    assert len(trail.addresses) > 60
    assert token not in scene.server.logged()
    assert not found_under(scene.folder / "server", token)
    assert not found_under(ROOT, token, scene.began, (ROOT / ".git", ROOT / ".venv"))
    for place in SHARED:
        assert not found_under(place, token, scene.began, (scene.folder / "browser", scene.folder / "downloads", *_of_the_test(place)))
    scene.context.close()
    kept = [path for path in found_under(scene.folder / "browser", token) if "Local Storage" not in path.parts]
    assert not kept, kept


def _of_the_test(place: Path) -> list[Path]:
    """What the test itself keeps: the downloads as the browser driver holds them for it."""
    return [one for one in place.glob("playwright*")]
