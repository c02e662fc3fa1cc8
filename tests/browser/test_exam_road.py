"""The road to a QME exam in a real browser: nine days before it, the day itself, and the evening after.

On a phone in Spanish and on a wide screen in English: from the date of the exam to the plan, the letters, the timeline
and its papers, what a person can and cannot do, the card for the pocket, the log of the evening and the saved answers.
"""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from playwright.sync_api import Page

from qme_guide.words import load_words
from tests.browser.drive import ROOT, Server, start
from tests.browser.road import Road, letter, named, pages, read
from tests.personas import EVENTS, EXAM_SOON

SIZES = (("es", 375), ("en", 1280))
EXAM, REPORT = date(2026, 11, 30), date(2026, 12, 30)
# The last days on which papers for the QME could be served: a letter by mail, and by hand.
LAST_LETTER, LAST_HAND = date(2026, 10, 30), date(2026, 11, 10)
DOCTOR, PLACE, AT = "Dr. Sample One", "4 Sample Street, Sample City, California", "10:00 a.m."
# One word each: a line of a table may end anywhere between words.
TOLD, BROUGHT, PRIVATE, THEIRS = "Staircase", "Physiotherapy", "Quarrel", "argue"
ABOUT = "about the"
REASON = "Sample reason"


@pytest.fixture(scope="module")
def that_evening(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Server]:
    """The guide on the day of the exam."""
    found, process = start(ROOT, tmp_path_factory.mktemp("evening") / "log.txt", QME_GUIDE_TODAY=str(EXAM))
    yield found
    process.terminate()
    process.wait()


@pytest.mark.slow
def test_nine_days_before_the_exam_the_plan_leads_to_the_papers_on_a_phone(visit: Callable[..., Page]):
    assert all(THEIRS in one.what for one in EVENTS if one.private == "private")
    road = Road(visit("/keep", width=375, language="es"), "es", "exam-short", every=False)
    road.bring(EXAM_SOON)
    road.open_page("plan")
    band(road)
    leave(road, 0)
    road.open_page("timeline")
    papers(road, told=False)
    road.open_page("function")
    statement(road)
    road.open_page("exam_day")
    card(road)
    assert road.page.foreign == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), SIZES)
def test_the_road_from_the_appointment_to_the_evening_after_the_exam(visit: Callable[..., Page], that_evening: Server, language: str, width: int):
    road = Road(visit("/", width=width, language=language), language, "exam")
    appointment(road)
    band(road)
    tick(road)
    leave(road, 1)
    requests(road)
    asked(road)
    timeline(road)
    chart(road)
    table(road)
    papers(road, told=True)
    function(road)
    practice(road)
    card(road)
    dates(road)
    saved = road.save()
    assert road.page.foreign == []

    road = Road(visit("/keep", width=width, language=language, address=that_evening.address), language, "exam-day")
    road.add("my-answers.json", saved, "application/json")
    road.press(road.words.say("keep.open_yes"))
    the_day(road)
    evening(road)
    assert road.page.foreign == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), SIZES)
def test_each_screen_of_a_full_case_before_the_exam(visit: Callable[..., Page], language: str, width: int):
    road = Road(visit("/keep", width=width, language=language), language, "exam-full")
    road.bring(EXAM_SOON)
    road.open_page("home")
    for name in ("plan", "appointment", "function", "practice", "exam_day", "evening", "dates", "timeline"):
        road.open_page(name)
        road.look()
    chart(road)
    papers(road, told=False)
    asked(road)
    no_letter(road)
    assert road.page.foreign == []


def appointment(road: Road) -> None:
    """From the first page to the day of the exam, with an interpreter and the way paid."""
    words = road.words
    road.press(words.say("home.exam"))
    road.type("exams.0.at", AT)
    road.day(str(EXAM.day), EXAM.month, str(EXAM.year))
    road.type("exams.0.doctor", DOCTOR)
    road.go_on()
    road.type("exams.0.place", PLACE)
    road.go_on()
    road.press(words.say("appointment.not_yet"))
    road.choose("exams.0.interpreter", "yes")
    road.type("exams.0.language", "Spanish")
    road.go_on()
    road.tick("exams.0.travel", "yes")
    road.choose("exams.0.lost_wages", "yes")
    road.open_page("plan")


def band(road: Road) -> None:
    """The plan of nine days: papers for the QME can no longer be served, and what can be done instead."""
    words = road.words
    road.look()
    shown = road.shown()
    assert words.day(EXAM) in shown and words.say("plan.band_window") in shown
    assert words.say("plan.window_closed", hand=LAST_HAND, letter=LAST_LETTER) in shown
    assert not any(words.say(f"plan.band_{name}") in shown for name in ("over_20", "soon", "last", "day", "after"))


def tick(road: Road) -> None:
    """A task is done."""
    row = road.page.locator(".stMain .st-key-task-ride").first
    row.locator("label").first.click()
    road.rest()
    assert road.words.say("plan.tag_done").casefold() in row.inner_text().casefold()


def leave(road: Road, marks: int) -> None:
    """A task is left with a reason. `marks`: how many tasks have a mark already."""
    words = road.words
    road.press(words.say("plan.title_childcare"))
    road.press(words.say("plan.leave_it"))
    road.tick(f"exams.0.plan.{marks}.state", "skipped")
    road.type(f"exams.0.plan.{marks}.reason", REASON)
    road.go_on()
    row = road.page.locator(".stMain .st-key-task-childcare").first.inner_text()
    assert words.say("plan.because", reason=REASON) in row and words.say("plan.tag_skipped").casefold() in row.casefold()


def requests(road: Road) -> None:
    """The letters about an interpreter, and about the way and the wages."""
    words = road.words
    for task, name, says in (("interpreter", "interpreter-request", "Spanish"), ("travel", "travel-request", "4600(e)")):
        road.press(words.say(f"plan.title_{task}"))
        told = letter(road, name)
        assert all(fact in told for fact in (says, load_words("en").day(EXAM), DOCTOR))
        road.press(words.say("plan.done_it"))


def asked(road: Road) -> None:
    """Papers can no longer go to the QME; the letter asks what the claims administrator sent."""
    words = road.words
    road.open_page("evaluator")
    road.look()
    assert words.say("evaluator.state_closed", days=20) in road.shown()
    road.press(words.say("evaluator.to_other"))
    assert load_words("en").day(EXAM) in letter(road, "ask-sent")
    road.press(words.say("evaluator.to_list"))


def no_letter(road: Road) -> None:
    """What is chosen goes to the claims administrator alone: there is no letter to the QME before the wait is over."""
    words = road.words
    road.page.locator(".stMain .st-key-for-qme-record-1 label").first.click()
    road.rest()
    road.press(words.say("evaluator.to_serve"))
    road.look()
    assert "4062.3" in letter(road, "serve-records")
    road.press(words.say("evaluator.to_send"))
    road.look()
    assert words.say("evaluator.not_yet") in road.shown() and words.say("paper.qme-letter") not in road.shown()


def timeline(road: Road) -> None:
    """An injury on its day, a symptom about summer, and one that is private."""
    words = road.words
    road.open_page("timeline")
    road.press(words.choice("events.kind", "injury"))
    road.day("12", 1, "2026")
    road.type("events.0.what", "Sample words about a box.")
    road.type("events.0.body_part", "Lower back")
    road.go_on()
    road.pick("events.0.worst", "8")
    road.go_on()
    road.choose("events.0.source", "paper")
    road.type("events.0.proof", "Sample paper")
    road.go_on()
    road.choose("events.0.private", "open")
    symptom(road, 1, private=False)
    symptom(road, 2, private=True)


def symptom(road: Road, at: int, private: bool) -> None:
    """A symptom about the summer; the other one, which is private, has no season."""
    words, path, says = road.words, f"events.{at}", PRIVATE if private else TOLD
    road.press(words.choice("events.kind", "symptom"))
    road.moment(f"{path}.on", "2026", "" if private else words.say("season.name_summer"))
    road.tick(f"{path}.near", "about")
    road.go_on()
    road.type(f"{path}.what", says)
    road.type(f"{path}.body_part", "Right leg")
    road.go_on()
    if not private:
        road.pick(f"{path}.active", "6")
        road.pick(f"{path}.worst", "7")
    road.go_on()
    if not private:
        road.type(f"{path}.stops", "Standing in a line.")
    road.go_on()
    if not private:
        road.type(f"{path}.good_day", "I walk about 20 minutes.")
    road.go_on()
    road.choose(f"{path}.source", "memory")
    road.choose(f"{path}.private", "private" if private else "open")
    assert says in road.shown()


def chart(road: Road) -> None:
    """The drawing has a text for those who do not see it, and a table; nothing private is in either."""
    words = road.words
    road.press(words.say("timeline.chart"))
    drawn = road.page.locator(".stMain [data-testid=stVegaLiteChart]").first
    drawn.locator("canvas, svg").first.wait_for()
    road.unfold(words.say("timeline.chart_table"))
    road.look()
    alone = words.sayings["table.chart.told_time"].partition("{")[0]
    assert alone in drawn.evaluate("e => [e, ...e.querySelectorAll('[aria-label]')].map(one => one.getAttribute('aria-label') || '').join(' ')")
    assert PRIVATE not in road.page.content() and THEIRS not in road.page.content()
    road.press(words.say("timeline.to_list"))


def table(road: Road) -> None:
    """The timeline as a table: out without what is private, and in again with one row more."""
    words = road.words
    road.press(words.say("timeline.table"))
    rows = list(csv.reader(io.StringIO(road.take(words.say("timeline.table_get")).decode("utf-8-sig"))))
    assert len(rows) == 3 and not any(PRIVATE in cell for row in rows for cell in row)
    head, new = rows[0], dict.fromkeys(rows[0], "")
    new |= {words.say(f"table.column.{name}"): said for name, said in (("kind", words.say("table.kind.care")), ("on", "2026-05"), ("what", BROUGHT))}
    out = io.StringIO()
    csv.writer(out).writerows([*rows, [new[name] for name in head]])
    road.add("timeline.csv", out.getvalue().encode(), "text/csv")
    road.look()
    assert words.say("timeline.preview_new", count=1) in road.shown()
    road.press(words.say("timeline.take"))
    assert all(says in road.shown() for says in (TOLD, PRIVATE, BROUGHT))


def papers(road: Road, told: bool) -> None:
    """The page for the exam is one page, says "about", and nothing private; the full one the same; the private one all."""
    words = road.words
    road.press(words.say("timeline.papers"))
    road.look()
    one = pages(road.paper("timeline-exam", "offer.give"))
    assert len(one) == 1 and load_words("en").letters["timeline-exam"]["title"] in one[0]
    assert "about " in one[0] and PRIVATE not in one[0] and THEIRS not in one[0]
    assert road.broken_words() == []
    if told:
        full, private = read(road.paper("timeline-full", "offer.give")), read(road.paper("timeline-private"))
        assert TOLD in one[0] and ABOUT in one[0]
        assert all(says in full for says in (TOLD, BROUGHT)) and PRIVATE not in full
        assert all(says in private for says in (TOLD, BROUGHT, PRIVATE))


def function(road: Road) -> None:
    """The job and one task of it, the quick pass, how one thing changed, and earlier problems."""
    words = road.words
    road.open_page("function")
    road.press(words.say("function.job_tell"))
    road.type("function.job.title", "Sample job")
    road.type("function.job.hours", "10 hours a day")
    road.go_on()
    road.type("function.job.tasks.0.what", "Lift boxes")
    road.type("function.job.tasks.0.weight", "20 to 60 pounds")
    road.go_on()
    road.press(words.say("function.start"))
    quick_pass(road)
    road.press(words.say("function.tell_next", name=words.choice("function.abilities.what", "lift")))
    road.tick("function.abilities.0.now", "less")
    road.type("function.abilities.0.before", "Everything")
    road.go_on()
    road.type("function.abilities.0.amount", "Little")
    road.go_on()
    road.type("function.abilities.0.good_day", "More")
    road.type("function.abilities.0.bad_day", "Nothing")
    road.go_on()
    road.page.locator(".stMain").get_by_text("Lift boxes", exact=True).last.click()
    road.go_on()
    road.press(words.say("function.earlier_tell"))
    road.choose("function.earlier.had", "yes")
    road.type("function.earlier.about", "A sore back in about 2019.")
    road.go_on()
    told = statement(road)
    assert all(says in told for says in ("Everything", "Little", "More", "Nothing", "Lift boxes", "A sore back in about 2019."))


def quick_pass(road: Road) -> None:
    """Lifting changed, the rest is as before, and of the two personal ones nothing is said."""
    words, changed = road.words, False
    while words.say("function.quick_to_list") in road.shown():
        personal = words.say("function.quick_skip") in road.shown()
        if not changed:
            road.page.locator(".stMain .st-key-short-answers-lift").get_by_text(words.say("function.quick_changed"), exact=True).click()
            changed = True
        road.press(words.say("function.quick_skip" if personal else "function.quick_rest"))
    road.press(words.say("function.quick_yes"))


def statement(road: Road) -> str:
    """What a person can and cannot do: one page, and no word of it broken on the screen."""
    (only,) = pages(road.paper("function-statement", "offer.give"))
    assert load_words("en").letters["function-statement"]["title"] in only and PRIVATE not in only
    assert road.broken_words() == []
    return only


def practice(road: Road) -> None:
    """One prompt in own words; the sheet is for the person alone."""
    words = road.words
    road.open_page("practice")
    road.press(words.say("practice.start"))
    road.type("practice.0.text", PRIVATE)
    road.go_on()
    road.look()
    for _ in range(2):
        road.press(words.say("ask.back"))
    assert words.say("practice.done_count", done=1, count=15) in road.shown()
    assert PRIVATE in read(road.paper("practice-sheet"))
    road.open_page("exam_day")


def card(road: Road) -> None:
    """The card for the pocket: one page, in both languages."""
    words = road.words
    road.look()
    (only,) = pages(road.paper("pocket-card"))
    for language in ("en", "es"):
        assert load_words(language).day(EXAM) in only and load_words(language).letter("pocket-card", "questions") in only
    assert words.say("exam_day.rights_title") in road.shown()


def dates(road: Road) -> None:
    """Before the exam its evening says when to come back; the exam and the report stand among the dates."""
    words = road.words
    road.open_page("evening")
    road.look()
    assert words.say("evening.early", day=EXAM) in road.shown()
    road.open_page("dates")
    road.look()
    assert words.day(REPORT) in road.shown()
    assert named(EXAM, REPORT) <= road.days()
    road.open_page("home")
    road.look()
    assert words.day(EXAM) in road.shown()


def the_day(road: Road) -> None:
    """On the day: the plan is short, and the times are noted with one tap."""
    words = road.words
    road.open_page("plan")
    road.look()
    assert words.say("plan.band_day") in road.shown()
    road.open_page("exam_day")
    for name in ("arrived", "seen", "ended"):
        road.press(words.say(f"exam_day.tap_{name}"))
    road.press(words.say("exam_day.to_evening"))


def evening(road: Road) -> None:
    """The questions of the evening, the log with the answers, and the date of the report."""
    words, path = road.words, "exams.0.evening"
    road.press(words.say("evening.go_on"))
    road.type(f"{path}.examiner", DOCTOR)
    road.tick(f"{path}.interpreter", "yes")
    road.go_on()
    for name in ("asked", "tests", "trouble", "unsaid"):
        road.type(f"{path}.{name}", f"Sample {name}.")
        road.go_on()
    shown = road.shown()
    assert words.day(REPORT) in shown and DOCTOR in shown
    told = read(road.paper("evening-log"))
    assert all(says in told for says in (DOCTOR, "Sample asked.", "Sample tests.", "Sample trouble.", "Sample unsaid."))
    road.open_page("plan")
    road.look()
    road.open_page("dates")
    road.look()
    assert road.words.day(REPORT) in road.shown()
