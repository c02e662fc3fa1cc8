"""What the browser tests share: start the guide, wait for it, look at it with axe, take its picture."""

import os
import re
import resource
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "screenshots"
TODAY = "2026-11-21"
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
# The server may write no file larger than this: an upload that went to the disk would fail.
LARGEST_FILE = 256 * 1024


@dataclass(frozen=True)
class Server:
    """A started guide: where it answers, its process, and what it has logged."""

    address: str
    process: int
    log: Path

    def logged(self) -> str:
        return self.log.read_text(encoding="utf-8")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def start(folder: Path, log: Path, port: int = 0, **environment: str) -> tuple[Server, subprocess.Popen]:
    """Start the guide that lies in a folder, on this port or a free one, and wait until it says that it is ready."""
    port = port or free_port()
    env = {**os.environ, "QME_GUIDE_TODAY": TODAY, "QME_GUIDE_PORT": str(port), **environment}
    env.pop("QME_GUIDE_DEVELOP", None)
    command = [sys.executable, "-m", "deploy.serve"]
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=out, stderr=subprocess.STDOUT, preexec_fn=_write_little)
    server = Server(f"http://127.0.0.1:{port}", process.pid, log)
    for _ in range(1200):
        if "is ready" in server.logged():
            return server, process
        if process.poll() is not None:
            break
        time.sleep(0.1)
    process.kill()
    pytest.fail(f"The server did not start: {server.logged()}")


@contextmanager
def changed(folder: Path, log: Path, files: Mapping[str, str]) -> Iterator[Server]:
    """The guide copied into an empty folder and started there, with these files, by their paths, in the place of its own."""
    for name in ("app.py", "pages", "qme_guide", "content", "static", "deploy", ".streamlit"):
        source = ROOT / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder / name)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    found, process = start(folder, log)
    try:
        yield found
    finally:
        process.terminate()
        process.wait()


def _write_little() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))


def settled(page: Page) -> None:
    """Wait until the app has run, its heading is there, and the screen has come to rest."""
    page.locator("h1").first.wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator("[data-testid=stSkeleton]").first.wait_for(state="detached")
    # However busy the machine: the last drawing is done when the page has nothing left to do.
    page.evaluate("""() => new Promise(done => {
        const idle = then => requestIdleCallback(then, {timeout: 1000});
        idle(() => setTimeout(() => idle(done), 150));
    })""")


def axe(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, one line each: must be empty."""
    return _findings(page, WCAG)


def advice(page: Page) -> list[str]:
    """What axe finds against best practice: worth a look, no failure."""
    return _findings(page, ("best-practice",))


def _findings(page: Page, tags: tuple[str, ...]) -> list[str]:
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": list(tags)}, "resultTypes": ["violations"]})
    return [f"{one['id']}: {node['html'][:200]}" for one in found.response["violations"] for node in one["nodes"]]


def resized(page: Page, width: int) -> None:
    """The same screen in a window of this width."""
    page.set_viewport_size({"width": width, "height": 800})
    settled(page)


def overflow(page: Page) -> int:
    """By how many pixels the screen can be moved sideways: must be zero."""
    return page.evaluate(
        "() => { const main = document.querySelector('.stMain');"
        " return Math.max(document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth) }"
    )


CROSSED = """() => [...document.querySelectorAll(".road li")].filter(row => {
    const [tag, told] = [...row.children].map(one => one.getBoundingClientRect());
    const beside = told && tag.top < told.bottom && told.top < tag.bottom;
    return beside && Math.max(tag.right, tag.left + row.firstElementChild.scrollWidth) > told.left - 6;
}).map(row => row.innerText)"""


def crossed(page: Page) -> list[str]:
    """Rows of steps in which the status word runs into what stands beside it."""
    return page.evaluate(CROSSED)


def looked_at(page: Page, name: str) -> None:
    """A screen has no axe finding, does not move sideways, and no word runs into another."""
    screenshot(page, name)
    assert axe(page) == []
    assert overflow(page) == 0
    assert crossed(page) == []


def screenshot(page: Page, name: str) -> None:
    """The whole page as a picture under screenshots/ (not in git), for a person to look at, when QME_GUIDE_PICTURES is set.

    Streamlit scrolls inside the page, so the window grows first.
    """
    if not os.environ.get("QME_GUIDE_PICTURES"):
        return
    SHOTS.mkdir(exist_ok=True)
    path = SHOTS / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower())}.png"
    before = page.viewport_size
    high = page.evaluate("() => document.querySelector('.stMain').scrollHeight")
    page.set_viewport_size({"width": before["width"], "height": max(before["height"], high)})
    page.wait_for_timeout(200)
    page.screenshot(path=path)
    page.set_viewport_size(before)
