"""The frame as a person meets it: first screen, language, erasing, breaking, the way by keyboard, and no trace."""

import json
import shutil
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from qme_guide import flow
from qme_guide.words import load_words
from tests.browser.drive import LARGEST_FILE, ROOT, Server, advice, axe, overflow, resized, screenshot, settled, start
from tests.sweeps import some_of

PAGES = tuple("" if one.name == "home" else one.name for one in flow.PAGES)
SECRET = "SAMPLE-SECRET-001"
BREAKS = f'raise ValueError("{SECRET} was typed")\n'
BREAKS_LATER = f"""import streamlit as st
def fail(): raise ValueError("{SECRET} was typed")
st.title("Breaks later")
st.button("Press", on_click=fail)
"""


def test_a_cold_deep_link_shows_its_page_and_no_dialog(visit: Callable[..., Page]) -> None:
    page = visit("/dates")

    assert page.locator("[role=dialog]").count() == 0
    assert page.locator("nav [aria-current=page], [data-testid=stSidebarNavLink][aria-current=page]").get_attribute("href").endswith("/dates")


def test_every_answer_of_the_server_has_strict_headers(server: Server) -> None:
    for path in ("/", "/dates", "/_stcore/health", "/app/static/AtkinsonHyperlegible-Regular.ttf"):
        headers = urllib.request.urlopen(server.address + path).headers
        policy = headers["content-security-policy"]
        assert "unsafe-eval" not in policy and "script-src 'self' blob:;" in policy, path
        assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY", path
        assert headers["referrer-policy"] == "no-referrer" and headers["cache-control"], path


@pytest.mark.parametrize("path", some_of(PAGES, ("", "denial", "imr", "choose", "timeline")))
def test_a_page_stands_on_a_small_phone_in_spanish(visit: Callable[..., Page], path: str) -> None:
    page = visit(f"/{path}", width=320, language="es")

    assert page.evaluate("document.documentElement.lang") == "es"
    assert overflow(page) == 0
    assert page.locator("h1").count() == 1
    assert axe(page) == []
    screenshot(page, f"320-es-{path or 'home'}")
    assert page.foreign == []


@pytest.mark.parametrize("width, language, dark", [(375, "en", False), (1280, "es", True), (1280, "en", False)])
def test_the_first_page_stands_in_other_sizes_and_colours(visit: Callable[..., Page], width: int, language: str, dark: bool) -> None:
    page = visit("/", width=width, language=language, dark=dark)

    assert overflow(page) == 0
    assert axe(page) == []
    screenshot(page, f"{width}-{language}-home{'-dark' if dark else ''}")


def test_the_font_is_our_own(visit: Callable[..., Page]) -> None:
    page = visit("/")

    assert page.evaluate("document.fonts.check('700 18px \"Atkinson Hyperlegible\"')")
    zero = "[...document.fonts].filter(font => font.unicodeRange === 'U+30' && font.status === 'loaded').length"
    assert page.evaluate(zero), "the zero without a slash"
    assert "Atkinson Hyperlegible" in page.locator("h1").evaluate("e => getComputedStyle(e).fontFamily")


def test_changing_the_language_keeps_the_page(visit: Callable[..., Page]) -> None:
    page = visit("/about", language="en")

    page.locator(".st-key-bar_language button").click()
    page.locator("html[lang=es]").wait_for(state="attached")
    settled(page)

    assert page.url.split("?")[0].endswith("/about")
    assert "lang=es" in page.url
    assert page.locator(".st-key-bar_language").inner_text() == load_words("es").say("frame.other_language")


def test_a_reload_keeps_the_chosen_language(visit: Callable[..., Page]) -> None:
    page = visit("/about", language="en")
    page.locator(".st-key-bar_language button").click()
    page.locator("html[lang=es]").wait_for(state="attached")
    settled(page)

    page.reload()
    settled(page)

    assert page.evaluate("document.documentElement.lang") == "es"


def test_streamlits_own_words_are_spanish(visit: Callable[..., Page]) -> None:
    page = visit("/keep", language="es")

    theirs = json.loads((ROOT / "pages/parts/streamlit_words.json").read_text(encoding="utf-8")).values()
    shown = page.evaluate("[...document.querySelectorAll('[aria-label]')].map(e => e.getAttribute('aria-label'))") + page.locator("body").inner_text().splitlines()
    assert not [text for text in shown if text in theirs]


def test_another_page_puts_the_focus_on_its_heading(visit: Callable[..., Page]) -> None:
    page = visit("/")

    page.locator("[data-testid=stSidebarNavLink]").last.click()
    page.locator("h1", has_text=load_words("en").passages["pages/about"].title).wait_for()
    settled(page)

    assert page.evaluate("document.activeElement.tagName") == "H1"


def test_on_a_phone_the_list_of_pages_closes_when_a_page_is_chosen(visit: Callable[..., Page]) -> None:
    page = visit("/", width=375, language="es")

    page.get_by_role("button", name=load_words("es").say("builtin.open_pages")).click()
    screenshot(page, "375-es-list-of-pages")
    page.locator("[data-testid=stSidebarNavLink]").last.click()
    page.locator(".stSidebar[data-collapsed=true]").wait_for(state="attached")
    settled(page)

    assert page.evaluate("document.activeElement.tagName") == "H1"


@pytest.mark.parametrize("way", ["the page one is on", "a touch beside the list", "its close button"])
def test_on_a_phone_the_list_of_pages_closes_in_every_way(visit: Callable[..., Page], way: str) -> None:
    page = visit("/keep", width=375)
    page.get_by_role("button", name=load_words("en").say("builtin.open_pages")).click()
    page.locator(".stSidebar[data-collapsed=false]").wait_for()
    page.wait_for_timeout(400)

    if way == "the page one is on":
        page.locator("[data-testid=stSidebarNavLink][aria-current=page]").click()
    elif way == "a touch beside the list":
        page.mouse.click(370, 400)
    else:
        page.get_by_role("button", name=load_words("en").say("builtin.close_pages")).click()

    page.locator(".stSidebar[data-collapsed=true]").wait_for(state="attached")
    assert urllib.parse.urlsplit(page.url).path == "/keep"


def test_our_own_buttons_keep_their_words(visit: Callable[..., Page]) -> None:
    page = visit("/keep")

    page.evaluate("document.querySelector('.stMain .stButton p').firstChild.nodeValue = 'Close'")
    page.wait_for_timeout(200)

    assert page.locator(".stMain .stButton").first.inner_text() == "Close"


def test_the_page_itself_is_no_stop_for_the_keyboard(visit: Callable[..., Page]) -> None:
    page = visit("/")

    assert page.locator("main").get_attribute("tabindex") == "-1"
    page.locator("main").focus()
    assert page.locator("main").evaluate("e => getComputedStyle(e).outlineStyle") == "none"


def test_a_printed_page_holds_the_content_and_nothing_around_it(visit: Callable[..., Page]) -> None:
    page = visit("/keep", dark=True)

    page.emulate_media(media="print")

    shown = page.locator(".st-key-bar, .stSidebar, .stAppHeader, .stMain button, footer")
    assert not [one for one in shown.all() if one.is_visible()]
    assert page.locator("h1").is_visible()
    assert page.locator("h1").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("path", ["", "keep", "letter"])
def test_what_can_be_pressed_is_large_enough_for_a_finger(visit: Callable[..., Page], path: str) -> None:
    page = visit(f"/{path}", width=375, language="es")

    sizes = page.evaluate(
        "[...document.querySelectorAll('.stApp :is(button, .phone, summary)')].filter(e => e.checkVisibility({visibilityProperty: true}) && e.offsetWidth)"
        ".map(e => [e.innerText, Math.round(e.getBoundingClientRect().height)])"
    )
    assert sizes
    assert not [size for size in sizes if size[1] < 44]


def test_the_help_stands_once_on_a_wide_screen(visit: Callable[..., Page]) -> None:
    page = visit("/")

    assert [one.is_visible() for one in page.locator(".help").all()].count(True) == 1


def test_the_keyboard_reaches_everything_and_is_never_held(visit: Callable[..., Page]) -> None:
    page = visit("/")
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.innerText || document.activeElement.tagName"))
        if page.evaluate("document.activeElement === document.body"):
            break

    assert load_words("en").say("builtin.skip") in seen[0]
    assert page.evaluate("document.activeElement === document.body")


def test_erase_and_leave_says_that_it_is_done(visit: Callable[..., Page]) -> None:
    page = visit("/about")

    page.locator(".st-key-bar_erase button").click()
    page.locator(".st-key-start_again button").wait_for()
    settled(page)
    assert axe(page) == []
    screenshot(page, "erased")

    page.locator(".st-key-start_again button").click()
    page.locator(".st-key-start_again").wait_for(state="detached")
    settled(page)
    assert urllib.parse.urlsplit(page.url).path == "/"


def test_a_large_upload_stays_in_memory(visit: Callable[..., Page], server: Server) -> None:
    page = visit("/keep")
    large = {"name": "paper.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 " + b"x" * (20 * LARGEST_FILE)}

    with page.expect_response(lambda response: "upload_file" in response.url and response.request.method == "PUT") as put:
        page.locator("input[type=file]").first.set_input_files(large)
    settled(page)

    assert put.value.status == 204
    opened = [entry.readlink() for entry in Path(f"/proc/{server.process}/fd").iterdir() if entry.is_symlink()]
    assert not [path for path in opened if "deleted" in str(path)]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Server]:
    """The guide with a page that breaks when it opens and one whose button breaks; both name a secret."""
    folder = tmp_path_factory.mktemp("broken")
    for name in ("app.py", "pages", "qme_guide", "content", "static", "deploy", ".streamlit"):
        source = ROOT / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder / name)
    (folder / "pages/learn/about.py").write_text(BREAKS)
    (folder / "pages/start/dates.py").write_text(BREAKS_LATER)
    found, process = start(folder, folder / "log.txt")
    yield found
    process.terminate()
    process.wait()


def test_a_page_that_breaks_is_kind_and_tells_nothing(visit: Callable[..., Page], broken: Server) -> None:
    page = visit("/about", address=broken.address)

    assert page.locator(".errors").inner_text()
    assert SECRET not in page.content() and "Traceback" not in page.content()
    assert axe(page) == []
    screenshot(page, "broken-page")
    page.locator(".st-key-broken_home button").click()
    page.locator(".errors").wait_for(state="detached")
    settled(page)
    assert "ValueError on page about" in broken.logged()
    assert SECRET not in broken.logged() and "Traceback" not in broken.logged()


def test_a_button_that_breaks_is_kind_and_tells_nothing(visit: Callable[..., Page], broken: Server) -> None:
    page = visit("/dates", address=broken.address)

    page.get_by_role("button", name="Press").click()
    page.locator(".errors").wait_for()

    assert SECRET not in page.content()
    assert "ValueError in a callback" in broken.logged()
    assert SECRET not in broken.logged() and "Traceback" not in broken.logged()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("path", PAGES)
def test_each_page_stands_in_each_size_language_and_colour(visit: Callable[..., Page], path: str, language: str) -> None:
    for dark in (False, True):
        page = visit(f"/{path}", width=320, language=language, dark=dark)
        for width in (320, 375, 768, 1280):
            resized(page, width)
            assert overflow(page) == 0, width
            assert axe(page) == [], width
            screenshot(page, f"{width}-{language}-{path or 'home'}{'-dark' if dark else ''}")
        print(*advice(page), sep="\n")
