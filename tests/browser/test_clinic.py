"""A clinic of several saved cases in a real browser: the board, switching in the middle of a form, and nothing left at the end."""

import io
from collections.abc import Callable
from datetime import date
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from pages.parts.markdown import plain
from qme_guide import anyfile, vault
from qme_guide.case import Case
from qme_guide.savefile import dump
from qme_guide.words import HELPING, load_words
from tests.browser.drive import looked_at
from tests.browser.journey import Journey
from tests.personas import CLAIM_DENIED, EXAM_SOON, FARM_WORKER, LATE_DRUG, NEWCOMER, WRONG_REPORT
from tests.test_clinic_page import PASSWORD, named
from tests.test_keep_page import LIMITS

SAVED = date(2026, 11, 20)
DAY = "letters.0.printed_on"
ANA, BEN = named(FARM_WORKER.answers({"letters": ({"id": "letter-1"},)}), "Ana Sample", "a1"), named(LATE_DRUG, "Ben Sample", "b2")
SIX = (
    named(FARM_WORKER, "Ana Sample López", "a1"), BEN, named(EXAM_SOON, "Cleo Sample", "c3"), named(CLAIM_DENIED, "Dora Sample", "d4"),
    named(WRONG_REPORT, "Eva Sample", "e5"), named(NEWCOMER.answers({"triage.lawyer": "yes"}), "Fay Sample", "f6"),
)  # fmt: skip


def sit(road: Journey, *cases: Case, locked: Case | None = None) -> None:
    """Bring the files of these people at once. From then on the guide speaks to a helper."""
    files = [(f"file-{number}.json", dump(one, SAVED, "es")) for number, one in enumerate(cases, start=1)]
    files += [("locked.sealed", vault.seal(dump(locked, SAVED, "es"), PASSWORD))] if locked else []
    road.page.locator("input[type=file]").first.set_input_files([{"name": name, "mimeType": "application/json", "buffer": data} for name, data in files])
    road.words = load_words(road.language, HELPING)
    stands_there(road, cases[-1].worker.name)


def way_in(road: Journey, name: str, again: bool = False) -> str:
    """What the button into a case says; on a phone the name is only read aloud there, for it stands above."""
    return plain(road.words.say("clinic.go_on" if again else "clinic.open", name=name))


def stands_there(road: Journey, name: str) -> None:
    """Wait until this person has a row."""
    road.page.locator(".stMain").get_by_role("button", name=way_in(road, name), exact=True).wait_for()
    road.rest()


def turn_to(road: Journey, name: str, again: bool = False) -> None:
    road.press(way_in(road, name, again))
    road.page.locator(".st-key-band", has_text=name).wait_for()
    road.rest()


def typed(road: Journey) -> list[str]:
    """What stands in the three fields of the day and in the box beside them."""
    fields = road.page.locator(".stMain .stForm")
    labels = [road.words.say(f"ask.{name}") for name in ("day", "year")]
    return [*(fields.get_by_label(label, exact=True).input_value() for label in labels), fields.get_by_role("combobox").first.input_value()]


@pytest.mark.slow
def test_what_is_half_typed_in_a_form_waits_for_its_person(visit: Callable[..., Page]) -> None:
    road = Journey(visit("/clinic", width=375, language="es"), "es")
    sit(road, ANA, BEN)
    turn_to(road, "Ana Sample")
    road.open_page("denial")
    fields, month = road.page.locator(".stMain .stForm"), road.words.month_names()[9]
    fields.get_by_label(road.words.say("ask.day"), exact=True).fill("30")
    road._month(fields, month)
    fields.get_by_label(road.words.say("ask.year"), exact=True).fill("20")
    road.press(road.words.say("clinic.to_all"))
    turn_to(road, "Ben Sample")
    assert "Ana" not in road.shown() and "Ben Sample" in road.shown()
    road.press(road.words.say("clinic.to_all"))
    turn_to(road, "Ana Sample")
    assert typed(road) == ["30", "20", month]
    looked_at(road.page, "clinic-half-typed-es-375")


@pytest.mark.slow
@pytest.mark.parametrize(("width", "language", "dark"), [(375, "es", False), (1280, "en", False), (320, "es", True)])
def test_an_afternoon_of_six_people_is_never_mixed_and_leaves_nothing(visit: Callable[..., Page], width: int, language: str, dark: bool) -> None:
    road = Journey(visit("/clinic", width=width, language=language, dark=dark), language)
    name = f"clinic-{language}-{width}"
    looked_at(road.page, f"{name}-empty")
    sit(road, *SIX, locked=named(NEWCOMER, "Gil Sample", "99"))
    looked_at(road.page, f"{name}-board")
    road.page.locator(".stMain").get_by_label(road.words.say("clinic.password"), exact=True).fill(PASSWORD)
    road.press(road.words.say("clinic.unlock"))
    stands_there(road, "Gil Sample")
    everybody = [*(one.worker.name for one in SIX), "Gil Sample"]
    if width == 375:
        at_one_glance(road, screens=2)
    in_order(road, "Ben Sample", "Fay Sample", "Ana Sample López", "Cleo Sample", "Eva Sample", "Dora Sample")
    for who in everybody:
        turn_to(road, who)
        shown = road.page.locator(".stMain").inner_text()
        assert who in shown and not [other for other in everybody if other != who and other in shown]
        looked_at(road.page, f"{name}-{who}")
        road.press(road.words.say("clinic.to_all"))
    papers_are_apart(road)
    road.unfold(road.words.say("clinic.tally_title"))
    assert road.page.get_by_role("region", name=road.words.say("clinic.tally_title")).is_visible()
    looked_at(road.page, f"{name}-after")
    road.press(road.words.say("clinic.clear"))
    looked_at(road.page, f"{name}-clear")
    road.press(road.words.say("clinic.clear_yes"))
    looked_at(road.page, f"{name}-cleared")
    assert road.words.say("clinic.cleared") in road.shown() and not [who for who in everybody if who in road.page.content()]
    assert road.page.foreign == []


def at_one_glance(road: Journey, screens: int) -> None:
    """On a phone the first six people, whoever is first on top, take no more than so many screens; for a reader they are one table."""
    rows = road.page.locator("[class*=st-key-card-client]")
    assert rows.nth(len(SIX) - 1).bounding_box()["y"] + rows.nth(len(SIX) - 1).bounding_box()["height"] <= screens * road.page.viewport_size["height"]
    assert road.page.get_by_role("table").get_by_role("row").count() == rows.count() + 1


@pytest.mark.slow
def test_a_button_in_a_fold_takes_the_first_press_however_soon_it_comes(visit: Callable[..., Page]) -> None:
    road = Journey(visit("/clinic", width=375, language="es"), "es")
    sit(road, ANA, BEN)
    page, fold = road.page, road.page.locator(".st-key-card-client-1 summary")
    page.set_viewport_size({"width": 375, "height": 2600})
    where = fold.bounding_box()
    page.mouse.click(where["x"] + where["width"] / 2, where["y"] + where["height"] / 2)
    where = page.locator(".st-key-clinic-remove-1 button").bounding_box()
    page.mouse.move(where["x"] + where["width"] / 2, where["y"] + where["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(80)  # a finger rests a moment
    page.mouse.up()
    page.get_by_role("button", name=road.words.say("undo.undo"), exact=True).wait_for()
    assert page.locator(".st-key-card-client-1").count() == 0


def in_order(road: Journey, *names: str) -> None:
    shown = road.shown()
    assert sorted(names, key=shown.index) == list(names)


def papers_are_apart(road: Journey) -> None:
    """The files of everybody, and their papers behind a cover each: nobody's name stands in another one's folder."""
    with ZipFile(io.BytesIO(road.take(road.words.say("clinic.saves", count=len(SIX) + 1)))) as saved:
        found = [anyfile.opened(saved.read(one), None, LIMITS).case for one in saved.namelist()]
    assert found[: len(SIX)] == list(SIX)
    road.press(road.words.say("clinic.make_zip"))
    label = road.words.sayings["clinic.take_zip"].partition("(")[0].strip()
    road.page.locator(".stMain").get_by_role("button", name=label).first.wait_for(timeout=120_000)
    with ZipFile(io.BytesIO(road.take(label, exact=False))) as papers:
        for number, one in enumerate(SIX, start=1):
            inside = "".join(page.extract_text() for name in papers.namelist() if name.startswith(f"client-{number:02d}/") for page in PdfReader(io.BytesIO(papers.read(name))).pages)
            assert one.worker.name in inside and not [other for other in SIX if other != one and other.worker.name in inside]
