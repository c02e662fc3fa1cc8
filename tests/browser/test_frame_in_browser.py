"""The frame as a person meets it: first screen, language, erasing, breaking, the way by keyboard, and no trace."""

import json
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from qme_guide import flow
from qme_guide.words import load_words
from tests.browser.drive import LARGEST_FILE, ROOT, Server, advice, axe, changed, overflow, resized, screenshot, settled
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
        assert "frame-ancestors 'none'" in policy and "object-src 'none'" in policy and "http" not in policy, path
        assert all(f"{one}=()" in headers["permissions-policy"] for one in ("camera", "microphone", "geolocation", "display-capture", "browsing-topics")), path
        assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin", path


def test_the_neutral_page_has_no_script_and_nothing_of_the_guide_behind_it(server: Server) -> None:
    answer = urllib.request.urlopen(server.address + "/left")
    shown = answer.read().decode()
    assert answer.headers["content-security-policy"].startswith("default-src 'none'") and answer.headers["cache-control"] == "no-store"
    assert "<script" not in shown and "http" not in shown.replace("http-equiv", "")
    for language in ("en", "es"):
        assert load_words(language).passages["pages/left"].title in shown and f'href="/?lang={language}"' in shown
    assert not [word for word in ("QME", "doctor", "médic", "injur", "lesi", "lawyer", "abogad", "claim") if word in shown]


@pytest.mark.parametrize("path", some_of(PAGES, ("", "imr", "keep", "letter")))
def test_a_page_stands_on_a_small_phone_in_spanish_and_all_that_can_be_pressed_is_large_enough_for_a_finger(visit: Callable[..., Page], path: str) -> None:
    page = visit(f"/{path}", width=320, language="es")

    assert page.evaluate("document.documentElement.lang") == "es"
    assert overflow(page) == 0
    assert page.locator("h1").count() == 1
    assert axe(page) == []
    screenshot(page, f"320-es-{path or 'home'}")
    assert page.foreign == []

    resized(page, 375)
    sizes = page.evaluate(
        "[...document.querySelectorAll('.stApp :is(button, .phone, summary)')].filter(e => e.checkVisibility({visibilityProperty: true}) && e.offsetWidth)"
        ".map(e => [e.innerText, Math.round(e.getBoundingClientRect().height)])"
    )
    assert sizes
    assert not [size for size in sizes if size[1] < 44]


@pytest.fixture(scope="module")
def home(stay: Callable[..., Page]) -> Page:
    """The first page on a wide screen: the tests that share it stand in their order."""
    return stay("/")


def test_the_first_page_stands_on_a_wide_screen(home: Page) -> None:
    assert overflow(home) == 0
    assert axe(home) == []
    screenshot(home, "1280-en-home")


def test_the_first_page_stands_in_spanish_and_in_the_dark(visit: Callable[..., Page]) -> None:
    page = visit("/", language="es", dark=True)

    assert overflow(page) == 0
    assert axe(page) == []
    screenshot(page, "1280-es-home-dark")


def test_the_font_is_our_own(home: Page) -> None:
    assert home.evaluate("document.fonts.check('700 18px \"Atkinson Hyperlegible\"')")
    zero = "[...document.fonts].filter(font => font.unicodeRange === 'U+30' && font.status === 'loaded').length"
    assert home.evaluate(zero), "the zero without a slash"
    assert "Atkinson Hyperlegible" in home.locator("h1").evaluate("e => getComputedStyle(e).fontFamily")


def test_the_help_stands_once_on_a_wide_screen(home: Page) -> None:
    assert [one.is_visible() for one in home.locator(".help").all()].count(True) == 1


def test_the_keyboard_reaches_everything_and_is_never_held(home: Page) -> None:
    seen = []
    for _ in range(60):
        home.keyboard.press("Tab")
        seen.append(home.evaluate("document.activeElement.innerText || document.activeElement.tagName"))
        if home.evaluate("document.activeElement === document.body"):
            break

    assert load_words("en").say("builtin.skip") in seen[0]
    assert home.evaluate("document.activeElement === document.body")


def test_the_page_itself_is_no_stop_for_the_keyboard(home: Page) -> None:
    assert home.locator("main").get_attribute("tabindex") == "-1"
    home.locator("main").focus()
    assert home.locator("main").evaluate("e => getComputedStyle(e).outlineStyle") == "none"


def test_another_page_puts_the_focus_on_its_heading(home: Page) -> None:
    home.locator("[data-testid=stSidebarNavLink]").last.click()
    home.locator("h1", has_text=load_words("en").passages["pages/about"].title).wait_for()
    settled(home)

    assert home.evaluate("document.activeElement.tagName") == "H1"


def test_changing_the_language_keeps_the_page_and_a_reload_keeps_the_language(visit: Callable[..., Page]) -> None:
    page = visit("/about", language="en")

    page.locator(".st-key-bar_language button").click()
    page.locator("html[lang=es]").wait_for(state="attached")
    settled(page)

    assert page.url.split("?")[0].endswith("/about")
    assert "lang=es" in page.url
    assert page.locator(".st-key-bar_language").inner_text() == load_words("es").say("frame.other_language")

    page.reload()
    settled(page)

    assert page.evaluate("document.documentElement.lang") == "es"


def test_streamlits_own_words_are_spanish(visit: Callable[..., Page]) -> None:
    page = visit("/keep", language="es")

    theirs = json.loads((ROOT / "pages/parts/streamlit_words.json").read_text(encoding="utf-8")).values()
    shown = page.evaluate("[...document.querySelectorAll('[aria-label]')].map(e => e.getAttribute('aria-label'))") + page.locator("body").inner_text().splitlines()
    assert not [text for text in shown if text in theirs]


def test_the_list_of_pages_is_a_list_for_each_heading_in_the_language_of_the_screen(visit: Callable[..., Page]) -> None:
    page = visit("/about", language="en")
    page.locator(".st-key-bar_language button").click()
    page.locator("html[lang=es]").wait_for(state="attached")
    settled(page)

    lists = page.locator("[data-testid=stSidebarNav]").get_by_role("list")
    told = {one.get_attribute("aria-label"): one.get_by_role("listitem").count() for one in lists.all()}
    assert told == Counter(load_words("es").say(f"nav_group.{one.folder}") for one in flow.PAGES)
    assert page.locator("[data-testid=stNavSectionHeader]").first.evaluate("e => getComputedStyle(e).pointerEvents") == "none"


def test_the_button_of_the_list_has_room_beside_the_name_of_the_guide(visit: Callable[..., Page]) -> None:
    page = visit("/about", width=700, language="es")
    button, brand = (page.locator(one).bounding_box() for one in ("[data-testid=stExpandSidebarButton]", ".brand"))
    assert button["x"] + button["width"] < brand["x"]


def test_on_a_phone_the_example_begins_at_its_top(visit: Callable[..., Page]) -> None:
    page = visit("/", width=375, language="es")
    page.get_by_role("button", name=load_words("es").say("keep.example"), exact=True).click()
    page.locator(".st-key-sample").wait_for()
    settled(page)
    expect(page.locator("h1")).to_be_in_viewport()
    assert page.evaluate("document.activeElement.tagName") == "H1"


@pytest.fixture(scope="module")
def phone(stay: Callable[..., Page]) -> Page:
    """A page on a phone whose list of pages is opened and closed again."""
    return stay("/keep", width=375, language="es")


@pytest.mark.parametrize("way", ["the page one is on", "a touch beside the list", "its close button"])
def test_on_a_phone_the_list_of_pages_closes_in_every_way(phone: Page, way: str) -> None:
    say = load_words("es").say
    phone.get_by_role("button", name=say("builtin.open_pages")).click()
    phone.locator(".stSidebar[data-collapsed=false]").wait_for()
    phone.wait_for_timeout(400)

    if way == "the page one is on":
        phone.locator("[data-testid=stSidebarNavLink][aria-current=page]").click()
    elif way == "a touch beside the list":
        phone.mouse.click(370, 400)
    else:
        phone.get_by_role("button", name=say("builtin.close_pages")).click()

    phone.locator(".stSidebar[data-collapsed=true]").wait_for(state="attached")
    assert urllib.parse.urlsplit(phone.url).path == "/keep"


def test_on_a_phone_the_list_of_pages_closes_when_a_page_is_chosen(phone: Page) -> None:
    phone.get_by_role("button", name=load_words("es").say("builtin.open_pages")).click()
    screenshot(phone, "375-es-list-of-pages")
    phone.locator("[data-testid=stSidebarNavLink]").last.click()
    phone.locator(".stSidebar[data-collapsed=true]").wait_for(state="attached")
    settled(phone)

    assert phone.evaluate("document.activeElement.tagName") == "H1"

    phone.get_by_role("button", name=load_words("es").say("builtin.open_pages")).click()
    expect(phone.locator("[data-testid=stSidebarNavLink][aria-current=page]")).to_be_in_viewport()
    expect(phone.get_by_role("button", name=load_words("es").say("builtin.close_pages"))).to_be_in_viewport()


@pytest.fixture(scope="module")
def kept(stay: Callable[..., Page]) -> Page:
    """The page that opens files, in the dark."""
    return stay("/keep", dark=True)


def test_a_printed_page_holds_the_content_and_nothing_around_it(kept: Page) -> None:
    kept.emulate_media(media="print")

    shown = kept.locator(".st-key-bar, .stSidebar, .stAppHeader, .stMain button, footer")
    assert not [one for one in shown.all() if one.is_visible()]
    assert kept.locator("h1").is_visible()
    assert kept.locator("h1").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    kept.emulate_media(media="screen")


def test_our_own_buttons_keep_their_words(kept: Page) -> None:
    kept.evaluate("document.querySelector('.stMain .stButton p').firstChild.nodeValue = 'Close'")
    kept.wait_for_timeout(200)

    assert kept.locator(".stMain .stButton").first.inner_text() == "Close"


def test_a_large_upload_stays_in_memory(kept: Page, server: Server) -> None:
    large = {"name": "paper.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 " + b"x" * (20 * LARGEST_FILE)}

    with kept.expect_response(lambda response: "upload_file" in response.url and response.request.method == "PUT") as put:
        kept.locator("input[type=file]").first.set_input_files(large)
    settled(kept)

    assert put.value.status == 204
    opened = [entry.readlink() for entry in Path(f"/proc/{server.process}/fd").iterdir() if entry.is_symlink()]
    assert not [path for path in opened if "deleted" in str(path)]


def test_erase_and_leave_goes_to_the_neutral_page_which_says_that_it_is_done(visit: Callable[..., Page]) -> None:
    page = visit("/about")

    page.locator(".st-key-bar_erase button").click()
    page.wait_for_url("**/left*")
    assert page.get_by_role("heading", name=load_words("en").passages["pages/left"].title).is_visible()
    assert axe(page) == []

    page.get_by_role("link", name=load_words("en").say("frame.start_again"), exact=True).click()
    settled(page)
    assert urllib.parse.urlsplit(page.url).path == "/"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Server]:
    """The guide with a page that breaks when it opens and one whose button breaks; both name a secret."""
    folder = tmp_path_factory.mktemp("broken")
    with changed(folder, folder / "log.txt", {"pages/learn/about.py": BREAKS, "pages/start/dates.py": BREAKS_LATER}) as found:
        yield found


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
