"""A real server, a real browser: the fixtures of the browser tests.

The server is the one `make run` starts, on a free port, on a day that does not change. Without Chromium these tests
are skipped, and fail instead when QME_REQUIRE_BROWSER is set.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.drive import ROOT, Server, settled, start

LOCALES = {"en": "en-US", "es": "es-MX"}
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Server]:
    """The guide as `make run` starts it."""
    found, process = start(ROOT, tmp_path_factory.mktemp("server") / "log.txt")
    yield found
    process.terminate()
    process.wait()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found:
        return found
    message = "no Chromium on this machine: install it (Debian: apt-get install chromium) to run the browser tests"
    if os.environ.get("QME_REQUIRE_BROWSER"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    expect.set_options(timeout=30_000)  # a busy machine; what is right ends the wait at once
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """visit(path, width=..., language=..., dark=...): a new visit on that page, settled. `page.foreign` lists requests to others."""
    yield from _visits(browser, server)


@pytest.fixture(scope="module")
def stay(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """A visit that several tests of a file share, one after the other: a page opens once for all that is looked at on it."""
    yield from _visits(browser, server)


def _visits(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    contexts = []

    def go(path: str = "/", width: int = 1280, language: str = "en", dark: bool = False, address: str = "") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            locale=LOCALES[language],
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        own = address or server.address
        page.foreign = []
        page.on("request", lambda request: _own(request.url, own) or page.foreign.append(request.url))
        page.goto(own + path)
        settled(page)
        return page

    yield go
    for context in contexts:
        context.close()


def _own(url: str, address: str) -> bool:
    return url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))
