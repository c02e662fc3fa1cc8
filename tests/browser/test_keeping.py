"""Nothing is lost and nothing is left, in a real browser: a killed server, two windows, erasing, and what stays behind."""

import json
import os
import signal
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from qme_guide.words import load_words
from tests.browser.conftest import LOCALES
from tests.browser.drive import ROOT, Server, axe, free_port, looked_at, overflow, settled, start
from tests.browser.journey import Journey, paper
from tests.personas import TWO_TRACKS

STORED = "JSON.stringify(Object.entries(localStorage))"
SECRET = "SAMPLE-SECRET-001"


class Guide:
    """A server that can be killed and started again under the same address."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.process = folder, free_port(), None

    def start(self) -> Server:
        server, self.process = start(ROOT, self.folder / "log.txt", self.port)
        return server

    def kill(self) -> None:
        """As when the power goes: no farewell, nothing written."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Guide]:
    found = Guide(tmp_path_factory.mktemp("killed"))
    found.start()
    yield found
    found.kill()


@pytest.fixture
def person(browser: Browser, guide: Guide) -> Iterator[Callable[..., Journey]]:
    """A person with a browser of their own, on a page of that server."""
    contexts = []

    def come(path: str, language: str = "es", width: int = 375) -> Journey:
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, locale=LOCALES[language], accept_downloads=True))
        page = contexts[-1].new_page()
        page.set_default_timeout(60_000)  # a server that starts again, on a busy machine
        page.goto(f"http://127.0.0.1:{guide.port}{path}")
        settled(page)
        return Journey(page, language)

    yield come
    for context in contexts:
        context.close()


def answer_two(road: Journey) -> None:
    for name in ("danger", "lawyer"):
        road.choose(f"triage.{name}", "no")


def keep(road: Journey) -> None:
    """Switch keeping on, on the page that saves."""
    road.open_page("keep")
    road.press(road.words.say("device.keep"))


def reloaded(road: Journey) -> None:
    road.page.reload()
    settled(road.page)


def bring(road: Journey) -> None:
    """The one click; what is kept is told a moment after the page is there."""
    button = road.page.locator(".stMain").get_by_role("button", name=road.words.say("device.bring"), exact=True).first
    button.click()
    road.page.locator(".notice", has_text=road.words.say("device.back")).wait_for()
    settled(road.page)


def case_of(file: bytes) -> dict[str, object]:
    return json.loads(file)["case"]


def kept_file(road: Journey) -> dict[str, object]:
    """What lies in the storage of the browser, as a case."""
    (_, entry), = [(name, value) for name, value in json.loads(road.page.evaluate(STORED)) if name.startswith("guide.kept.")]
    return case_of(json.loads(entry)["file"])


def saved_pdf(road: Journey) -> bytes:
    """The answers in a PDF that can also be read."""
    road.open_page("keep")
    road.unfold(road.words.say("keeping.more"))
    road.page.locator(".stMain").get_by_text(road.words.say("keeping.shape_pdf"), exact=True).first.click()
    road.rest()
    with road.page.expect_download() as waiting:
        road.page.locator(".st-key-keep_take button").click()
    return Path(waiting.value.path()).read_bytes()


def test_a_killed_server_loses_nothing_with_the_device_one_click_without_it_the_saved_pdf(guide: Guide, person: Callable[..., Journey]) -> None:
    with_device, without = person("/triage"), person("/triage", "en", 1280)
    for road in (with_device, without):
        answer_two(road)
    keep(with_device)
    with_device.open_page("triage")
    with_device.choose("triage.denied", "treatment")
    pdf = saved_pdf(without)

    guide.kill()
    guide.start()

    reloaded(with_device)
    bring(with_device)
    with_device.choose("triage.own_doctor", "yes")
    assert kept_file(with_device)["triage"] == {"danger": "no", "lawyer": "no", "denied": "treatment", "own_doctor": "yes"}

    reloaded(without)
    assert not without.page.locator("[class*=st-key-on_device-bring] button").count(), "nothing was kept without being asked"
    without.add("my-copy.pdf", pdf)
    without.press(without.words.say("keep.open_yes"))
    assert case_of(without.save())["triage"] == {"danger": "no", "lawyer": "no"}


@pytest.mark.slow
def test_the_connection_breaks_off_and_the_page_that_stayed_open_finds_what_was_kept(guide: Guide, person: Callable[..., Journey]) -> None:
    road = person("/triage")
    answer_two(road)
    keep(road)
    guide.kill()
    guide.start()
    # Streamlit tries to connect again ever more rarely.
    road.page.locator("[data-test-connection-state=CONNECTED]").wait_for(timeout=90_000)
    bring(road)
    assert case_of(road.save())["triage"] == {"danger": "no", "lawyer": "no"}


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), [("es", 375), ("en", 1280)])
def test_a_rich_case_comes_back_whole_and_its_screens_stand(person: Callable[..., Journey], language: str, width: int) -> None:
    road = person("/keep", language, width)
    road.bring(TWO_TRACKS)
    keep(road)
    looked_at(road.page, f"device-on-{language}-{width}")
    before = case_of(road.save())
    reloaded(road)
    road.page.locator("[class*=st-key-on_device-bring]").first.wait_for()
    looked_at(road.page, f"device-found-{language}-{width}")
    bring(road)
    assert case_of(road.save()) == before


@pytest.mark.slow
def test_a_new_visit_writes_over_nothing_and_two_windows_never_write_over_each_other(person: Callable[..., Journey]) -> None:
    one = person("/triage")
    answer_two(one)
    keep(one)
    page = one.page.context.new_page()
    page.goto(one.page.url.replace("/keep", "/triage"))
    settled(page)
    two = Journey(page, "es")
    two.choose("triage.danger", "no")
    two.choose("triage.lawyer", "unsure")
    assert kept_file(two)["triage"]["lawyer"] == "no", "a new visit"
    bring_anyway(two)
    two.open_page("triage")
    two.choose("triage.denied", "treatment")
    one.open_page("triage")
    one.choose("triage.denied", "body_part")
    one.page.locator(".notice", has_text=two.words.say("device.other", on="").split(":")[0]).wait_for()
    assert kept_file(one)["triage"]["denied"] == "treatment"
    looked_at(one.page, "device-two-windows")
    one.press(one.words.say("device.keep_mine"))
    assert kept_file(one)["triage"]["denied"] == "body_part"
    one.open_page("keep")
    one.press(one.words.say("device.forget"))
    assert "guide.kept" not in one.page.evaluate(STORED)
    one.press(one.words.say("undo.undo"))
    assert kept_file(one)["triage"]["denied"] == "body_part"


def bring_anyway(road: Journey) -> None:
    road.press(road.words.say("device.bring"))
    road.press(road.words.say("device.bring_yes"))
    road.page.locator(".notice", has_text=road.words.say("device.back")).wait_for()
    settled(road.page)


@pytest.mark.slow
@pytest.mark.parametrize(("broken", "saying"), [("QuotaExceededError", "device.full"), ("SecurityError", "device.blocked")])
def test_storage_that_is_full_or_blocked_is_told_kindly(person: Callable[..., Journey], broken: str, saying: str) -> None:
    road = person("/triage")
    answer_two(road)
    road.page.evaluate(f"() => {{ Storage.prototype.setItem = () => {{ throw new DOMException('no', '{broken}') }} }}")
    keep(road)
    road.page.locator(".notice", has_text=road.words.say(saying)).wait_for()
    looked_at(road.page, f"device-{broken}")
    road.press(road.words.say("device.stop"))
    expect(road.page.locator(".notice", has_text=road.words.say(saying))).to_have_count(0)


@pytest.mark.slow
def test_erase_and_leave_leaves_nothing_in_the_browser_nor_in_the_server_nor_behind_the_button_back(person: Callable[..., Journey]) -> None:
    road = person("/triage?lang=es")
    page, say, asked = road.page, road.words.say, []
    road.page.goto(road.page.url.replace("/triage", "/keep"))
    settled(page)
    road.bring(TWO_TRACKS.answers({"claim.number": SECRET}))
    keep(road)
    assert SECRET in page.evaluate(STORED)
    with page.expect_download() as waiting:
        page.locator(".st-key-keep_take button").click()
    file = waiting.value.url
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".st-key-bar_erase button").click()
    road.rest()
    looked_at(page, "erase-asks")
    page.get_by_role("button", name=say("frame.erase_yes"), exact=True).click()
    page.wait_for_url("**/left*")

    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert "?" not in page.url and "triage" not in page.url
    assert page.title() == "Listo / Done"
    assert page.locator("script").count() == 0
    assert axe(page) == [] and page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert not [url for url in asked if not url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "blob:"))]
    assert page.request.get(file).status == 404, "the file that was made to be downloaded"

    page.go_back()
    settled(page)
    assert SECRET not in page.content() and not page.locator("[class*=st-key-on_device-bring] button").count()
    assert page.locator("h1").count() == 1 and overflow(page) == 0


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), [("es", 375), ("en", 1280)])
def test_without_a_connection_the_browser_erases_alone(guide: Guide, person: Callable[..., Journey], language: str, width: int) -> None:
    road = person(f"/keep?lang={language}", language, width)
    page, say, asked = road.page, road.words.say, []
    road.bring(TWO_TRACKS.answers({"claim.number": SECRET}))
    keep(road)
    page.evaluate("localStorage.setItem('guide.kept.another', '{}')")
    button = page.locator(".st-key-bar_erase").get_by_role("button", name=say("frame.erase"), exact=True)
    # A connection that comes back takes our button away again.
    guide.kill()
    expect(button).to_be_enabled()
    guide.start()
    page.locator("[data-test-connection-state=CONNECTED]").wait_for(timeout=90_000)
    expect(page.locator(".st-key-bar_erase button")).to_have_count(1)
    bring(road)
    guide.kill()
    try:
        answers = iter([False, True])
        page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept() if next(answers) else dialog.dismiss()))
        expect(button).to_be_enabled()
        button.focus()
        page.keyboard.press("Enter")
        assert asked == [say("device.away_ask")] and SECRET in page.evaluate(STORED), "no is no"
        page.keyboard.press("Enter")
        page.wait_for_url("blob:**")

        assert asked[1:] == [say("device.away_ask")]
        assert [name for name, _ in json.loads(page.evaluate(STORED))] == ["guide.kept.another"], "what another visit kept stays"
        assert page.title() == say("frame.left") and page.evaluate("document.documentElement.lang") == language
        assert page.locator("h1").inner_text() == say("device.away_title") and say("device.away_done") in page.locator("main").inner_text()
        assert SECRET not in page.content() and "**" not in page.content() and not page.locator("script").count()
        assert page.evaluate("[sessionStorage.length, document.documentElement.scrollWidth - innerWidth <= 0]") == [0, True]
        assert axe(page) == []
        page.screenshot(path=f"screenshots/away-{language}-{width}.png") if os.environ.get("QME_GUIDE_PICTURES") else None
    finally:
        guide.start()


@pytest.mark.slow
def test_a_second_window_does_not_put_back_what_was_erased_in_the_first(person: Callable[..., Journey]) -> None:
    one = person("/triage")
    answer_two(one)
    keep(one)
    page = one.page.context.new_page()
    page.goto(one.page.url)
    settled(page)
    two = Journey(page, "es")
    bring(two)
    one.page.locator(".st-key-bar_erase button").click()
    one.rest()
    one.page.get_by_role("button", name=one.words.say("frame.erase_yes"), exact=True).click()
    one.page.wait_for_url("**/left*")
    two.open_page("triage")
    two.choose("triage.denied", "treatment")
    page.locator(".notice", has_text=two.words.say("device.gone")).wait_for()
    assert "guide.kept" not in page.evaluate(STORED)
    two.press(two.words.say("device.stop"))
    assert "guide.kept" not in page.evaluate(STORED)


@pytest.mark.slow
def test_the_neutral_page_stands_in_each_size_and_colour(person: Callable[..., Journey], visit: Callable[..., Page], server: Server) -> None:
    for language, width, dark in (("es", 320, False), ("en", 1280, True), ("en", 375, False)):
        page = visit("/", width=width, language=language, dark=dark)
        page.locator(".st-key-bar_erase button").click()
        page.wait_for_url("**/left*")
        assert axe(page) == [] and page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.screenshot(path=f"screenshots/left-{language}-{width}.png") if os.environ.get("QME_GUIDE_PICTURES") else None
        again = load_words(language).say("frame.start_again")
        page.get_by_role("link", name=again, exact=True).click()
        settled(page)
        assert page.evaluate("document.documentElement.lang") == language


@pytest.mark.slow
def test_a_visit_that_was_only_closed_is_forgotten_though_nobody_else_comes(browser: Browser, tmp_path: Path) -> None:
    server, process = start(ROOT, tmp_path / "log.txt", STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL="5")
    try:
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.address)
        settled(page)
        there = held_in_memory(server)
        context.close()
        for _ in range(60):
            time.sleep(0.5)
            if held_in_memory(server) < there:
                break
        assert there and held_in_memory(server) == 0
    finally:
        process.kill()


def held_in_memory(server: Server) -> int:
    """How many bytes all visits hold, as Streamlit itself counts them."""
    told = urllib.request.urlopen(f"{server.address}/_stcore/metrics").read().decode()
    return sum(int(line.rpartition(" ")[-1]) for line in told.splitlines() if "st_session_state" in line and not line.startswith("#"))
