"""The road with a QME's report that is wrong, in a real browser: from the day it came to the letter that asks again.

On a phone in Spanish and on a wide screen in English: reading by parts, five errors, the one request to correct facts, the
letter to the claims administrator; weeks later the rating. With an attorney it ends at the sheet for that office.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from typing import get_args

import pytest
from playwright.sync_api import Page

from qme_guide.answers import Topic
from qme_guide.case import Case, Claim, Correction, Looked, Record, Report, ReportError, Sending, Triage, Worker
from qme_guide.documents.record_names import listed_name
from qme_guide.savefile import load
from qme_guide.words import load_words
from tests.browser.drive import ROOT, Server, start
from tests.browser.journey import paper
from tests.browser.keyboard import steps, tab_to, tab_to_role
from tests.browser.road import Road, letter, named, pages, read
from tests.personas import WRONG_REPORT

SIZES = (("es", 375), ("en", 1280))
ENGLISH = load_words("en")
TODAY, LATER = date(2026, 11, 21), date(2026, 12, 15)
CAME, PRINTED, CORRECT = date(2026, 11, 9), date(2026, 11, 5), date(2026, 12, 9)
# The QME's ten days, the day the letter wishes for, the day the rating came and the last one to ask for another look.
ANSWER, WISH, RATED, AGAIN = date(2026, 12, 1), date(2026, 12, 7), date(2026, 12, 14), date(2027, 1, 13)
MEGABYTE = 1 << 20
CLAIM, DOCTOR, DEU = "SAMPLE-001", "Dr. Sample One", "Sample Rating Office"
AT = "4 Sample Street, Sample City, California"
MRI = Record(id="record-1", kind="imaging", state="have", about="Sample scan", dated_on=date(2026, 4, 20))
PICTURE = "Words on the scan"
# The part, the page, what the report says, what is right, could a stranger check it, the paper in own words.
ERRORS = (
    ("dates", "2", "The injury was on May 16.", "It was on March 16.", "yes", "Claim form"),
    ("history", "", "A football injury in 2019.", "I never played.", "unsure", ""),
    ("job", "2", "He is an office clerk.", "I load trucks.", "yes", "Pay stub"),
    ("records", "3", "No imaging was done.", "There is a scan of April.", "yes", ""),
    ("conclusions", "4", "He can lift fifty pounds.", "It hurts from ten on.", "no", ""),
)
FACTS, OTHERS = [one for one in ERRORS if one[4] == "yes"], [one for one in ERRORS if one[4] != "yes"]
PLAIN = "This is a made-up report of a medical evaluation, with words enough for a page of text."
REPORT = paper(*(" ".join((f"Page {number} of 4.", PLAIN, *(one[2] for one in ERRORS if one[1] == str(number)))) for number in range(1, 5)))
ASKS, CHANGED = "Look at points 1 and 3.", "Look at points 1, 3 and 5 again."
WHY = "The rating names office clerk as the job."
WORD = re.compile(r"\w+")
TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
NO_LAWYER = ENGLISH.letter("common", "not_lawyer_sent")


@pytest.fixture(scope="module")
def weeks_later(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Server]:
    """The guide on a day when the QME has answered and the rating came."""
    found, process = start(ROOT, tmp_path_factory.mktemp("weeks-later") / "log.txt", QME_GUIDE_TODAY=str(LATER))
    yield found
    process.terminate()
    process.wait()


def test_a_wrong_report_leads_from_home_to_the_request_its_log_and_the_calendar_on_a_phone(visit: Callable[..., Page]):
    road = Road(visit("/keep", width=375, language="es"), "es", "report-short", every=False)
    words, noted = road.words, WRONG_REPORT.reports[-1].errors
    road.bring(WRONG_REPORT)
    road.open_page("home")
    assert words.day(CORRECT) in road.shown()
    road.press(words.say("road.report"))
    road.press(words.say("report.go_on", name=words.choice("reports.errors.topic", "body_parts")))
    road.press(words.choice("reports.looked.state", "right"))
    road.open_page("correct")
    road.press(words.say("correct.to_letter"))
    told = read(road.paper("factual-correction", "offer.send"))
    assert all(says(told, one.says, one.true) == (one.checkable == "yes") for one in noted)
    assert all(name in told for name in (DOCTOR, "Example Insurance", "Disability Evaluation Unit", "SAMPLE-002", NO_LAWYER))
    road.press(words.say("correct.to_send"))
    to_all_three(road, "reports.1.sendings")
    road.look()
    assert words.day(ANSWER) in road.shown() and words.day(CORRECT) not in road.shown()
    assert named(ANSWER) <= road.days()
    assert road.page.foreign == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), SIZES)
def test_the_road_from_the_day_the_report_came_to_the_one_request_that_all_three_get(visit: Callable[..., Page], language: str, width: int):
    road = Road(visit("/", width=width, language=language), language, "report")
    came(road)
    reading(road)
    whole(road)
    request(road)
    sent_to_all(road)
    saved = load(road.save(), MEGABYTE).reports[0]
    assert [one.model_dump(exclude={"id"}) for one in saved.errors] == [one.model_dump(exclude={"id"}) for one in noted().reports[0].errors]
    assert [(one.to, one.on, one.wrote) for one in saved.sendings] == [(one.to, one.on, one.wrote) for one in noted().reports[0].sendings]
    assert road.page.foreign == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), SIZES)
def test_the_letter_about_the_report_goes_to_the_claims_administrator_with_its_papers(visit: Callable[..., Page], language: str, width: int):
    road = Road(visit("/keep", width=width, language=language), language, "report-letter")
    road.bring(noted())
    dispute(road)
    packet(road)
    assert road.page.foreign == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), SIZES)
def test_weeks_later_the_rating_is_looked_at_and_the_letter_asks_again(visit: Callable[..., Page], weeks_later: Server, language: str, width: int):
    road = Road(visit("/keep", width=width, language=language, address=weeks_later.address), language, "report-later")
    road.bring(noted("dispute-letter"))
    answered(road)
    rating(road)
    asked_again(road)
    assert road.page.foreign == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), SIZES)
def test_with_an_attorney_the_road_ends_at_the_sheet_for_that_office(visit: Callable[..., Page], language: str, width: int):
    road = Road(visit("/", width=width, language=language), language, "report-attorney")
    words = road.words
    came(road, "yes")
    road.press(words.say("report.start"))
    road.press(words.choice("reports.looked.state", "right"))
    error(road, 0)
    road.open_page("correct")
    road.look()
    attorney = words.passages["pages/attorney_report"].title
    table, hand_off = (read(road.paper(name, "offer.send")) for name in ("error-table", "hand-off"))
    assert says(table, *ERRORS[0][2:4])
    whole = read(road.take(words.say("offer.send", title=words.say("paper.hand-off-full"))))
    assert ENGLISH.letter("hand-off", "intro") in hand_off and says(hand_off, DOCTOR) and says(whole, DOCTOR, *ERRORS[0][2:4])
    for name in ("report", "correct", "write", "rating", "sent", "home"):
        road.open_page(name)
        road.look()
        shown = road.shown()
        assert words.say("correct.to_letter") not in shown and words.say("rating.again") not in shown
        assert attorney in shown or name in ("report", "sent", "home")
    assert road.page.foreign == []


@pytest.mark.slow
def test_the_first_error_is_noted_with_the_keyboard_alone(visit: Callable[..., Page]):
    """Tab, arrows, space and Enter only, from the page of the report to the first error of its table."""
    page = visit("/report")
    road = Road(page, "en", "report-keys")
    words = road.words

    def enter(name: str) -> None:
        tab_to(page, name)
        page.keyboard.press("Enter")
        road.rest()

    def pick(path: str, value: str) -> None:
        tab_to_role(page, "radio")
        for _ in range(steps(path, value)):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Space")
        enter(words.say("ask.continue"))

    enter(words.say("objection.add"))
    pick("reports.kind", "qme")
    tab_to_role(page, "combobox")
    for key in ("November", "9", "2026"):
        page.keyboard.type(key)
        page.keyboard.press("Enter" if key != "9" else "Tab")
        if key == "November":
            page.keyboard.press("Tab")
    road.rest()
    for _ in range(2):
        enter(words.say("ask.continue"))
    pick("triage.lawyer", "no")
    enter(words.say("report.start"))
    enter(words.choice("reports.looked.state", "wrong"))
    for name, said in (("page", "1"), ("says", ERRORS[0][2]), ("true", ERRORS[0][3])):
        tab_to(page, str(words.question(f"reports.errors.{name}")["label"]))
        page.keyboard.type(said)
    enter(words.say("ask.continue"))
    pick("reports.errors.checkable", "yes")
    enter(words.say("ask.continue"))
    road.look()
    shown = road.shown()
    assert ERRORS[0][2] in shown and ERRORS[0][3] in shown and words.say("report.sort_fact").casefold() in shown.casefold()


def noted(*wrote: str) -> Case:
    """What the first road leaves behind: the report, its errors, the request that went to all three; then these letters to the claims administrator."""
    errors = tuple(
        ReportError(
            id=f"error-{number}", topic=topic, page=page or None, place="line 14" if number == 1 else None, says=said, true=right,
            left_out="yes" if topic == "records" else None, proof=(MRI.id,) if topic == "records" else (), proof_named=proof or None, checkable=checkable,
        )  # fmt: skip
        for number, (topic, page, said, right, checkable, proof) in enumerate(ERRORS, start=1)
    )
    went = [(to, "factual-correction") for to in ("qme", "claims_administrator", "deu")] + [("claims_administrator", one) for one in wrote]
    sendings = tuple(Sending(id=f"sending-{number}", to=to, on=TODAY, how="mail", wrote=one) for number, (to, one) in enumerate(went, start=1))
    report = Report(
        id="report-1", kind="qme", author=DOCTOR, specialty="Sample field", author_address=AT, printed_on=PRINTED, received_on=CAME, pages="4",
        looked=tuple(Looked(id=one, state="wrong" if one in {error.topic for error in errors} else "right") for one in get_args(Topic)),
        errors=errors, listed=(), correction=Correction(deu_office=DEU), sendings=sendings,
    )  # fmt: skip
    worker = Worker(name="Sample Worker", address="1 Sample Street, Sample City, California")
    claim = Claim(number=CLAIM, claims_administrator="Example Insurance", injured_on=date(2026, 3, 16), administrator_address="2 Sample Street, Sample City, California")
    return Case(triage=Triage(lawyer="no"), worker=worker, claim=claim, records=(MRI,), reports=(report,))


def says(text: str, *own: str) -> bool:
    """All these words stand there; in a column of a table other columns stand between them."""
    return set(WORD.findall(" ".join(own))) <= set(WORD.findall(text))


def came(road: Road, lawyer: str = "no") -> None:
    """From an empty visit: a QME's report came on Monday, November 9; then the date to ask for a correction stands there at once.

    With an attorney it does not: that office counts it.
    """
    words = road.words
    road.press(words.say("home.report"))
    road.press(words.say("objection.add"))
    road.choose("reports.0.kind", "qme")
    road.day(str(CAME.day), CAME.month, str(CAME.year))
    road.type("reports.0.author", DOCTOR)
    road.day(str(PRINTED.day), PRINTED.month, str(PRINTED.year))
    road.type("reports.0.specialty", "Sample field")
    road.type("reports.0.pages", "4")
    road.type("reports.0.author_address", AT)
    road.go_on()
    road.choose("triage.lawyer", lawyer)
    assert (words.day(CORRECT) in road.shown()) == (lawyer == "no")


def reading(road: Road) -> None:
    """Every part in its order; where something is wrong, its error; at the papers, the one that the report leaves out."""
    words, number = road.words, 0
    wrong = {one[0]: at for at, one in enumerate(ERRORS)}
    road.press(words.say("report.start"))
    for topic in get_args(Topic):
        if topic == "records":
            record(road)
        elif topic not in wrong:
            road.press(words.choice("reports.looked.state", "right"))
            continue
        error(road, number)
        number += 1
        if topic == "records":
            road.press(words.choice("reports.looked.state", "wrong"))
        road.press(words.say("report.next_part"))
    assert words.say("report.all_read") in road.shown()


def error(road: Road, number: int) -> None:
    """One error, from the part it is in: its words, with the report's own text beside the first; fact or opinion; the paper."""
    words, path = road.words, f"reports.0.errors.{number}"
    topic, page, says, right, checkable, proof = ERRORS[number]
    road.press(words.choice("reports.looked.state", "wrong") if topic != "records" else words.say("report.note_missing", name=listed_name(MRI, words)))
    if not number:
        beside(road)
    elif page:
        road.type(f"{path}.page", page)
    road.type(f"{path}.place", "line 14" if not number else "")
    road.type(f"{path}.says", says)
    road.type(f"{path}.true", right)
    road.go_on()
    road.choose(f"{path}.checkable", checkable)
    road.type(f"{path}.proof_named", proof)
    road.go_on()


def beside(road: Road) -> None:
    """The PDF of the report beside the questions: its words are searched, and the page goes into the error."""
    words = road.words
    road.unfold(words.say("report_text.open"))
    road.add("report.pdf", REPORT)
    road.page.get_by_label(words.say("report_text.search"), exact=True).fill("may 16")
    road.press(words.say("report_text.search_do"))
    road.page.locator(".stMain [class*='st-key-text_hit'] button").first.click()
    road.rest()
    assert words.say("report_text.place", page=2, pages=4) in road.shown()
    road.press(words.say("report_text.this_page", page=2))
    assert road.page.locator(".stMain [class*='st-key-q-reports-0-errors-0-page'] input").input_value() == "2"


def record(road: Road) -> None:
    """The report names no paper of the person: one is noted on the list, then which ones the report names: none."""
    words = road.words
    road.press(words.say("report.to_records"))
    road.press(words.say("records.add_other"))
    road.choose("records.0.kind", MRI.kind)
    road.tick("records.0.state", MRI.state)
    road.type("records.0.about", MRI.about)
    road.day(str(MRI.dated_on.day), MRI.dated_on.month, str(MRI.dated_on.year))
    road.press(words.say("records.to_report"))
    road.press(words.say("report.listed_keep"))


def whole(road: Road) -> None:
    """The table with five errors: three facts, an opinion, one to decide; the table and the questions as papers."""
    words = road.words
    road.look()
    shown = road.shown()
    assert words.say("report.counted", n=3, number=1, count=1) in shown and words.say("report.lacks_page") in shown
    assert all(one[2] in shown and one[3] in shown for one in ERRORS)
    table, questions = (read(road.paper(name, label)) for name, label in (("error-table", "offer.send"), ("question-list", "offer.give")))
    assert all(says(table, *one[2:4]) for one in ERRORS)
    assert all(says(questions, one[2]) == (one in OTHERS) for one in ERRORS)
    assert road.broken_words() == []


def request(road: Road) -> None:
    """The one request: no attorney, whose it is and where the three are; the State's form beside it, the letter, one file."""
    words = road.words
    road.press(words.say("report.to_correct"))
    road.press(words.say("correct.to_letter"))
    road.press(words.say("correct.say_deu"))
    road.type("reports.0.correction.deu_office", DEU)
    road.go_on()
    road.press(words.say("records.add_details"))
    road.whose(CLAIM)
    road.type("claim.administrator_address", "2 Sample Street, Sample City, California")
    road.go_on()
    road.look()
    sheet, told = (read(road.paper(name, label)) for name, label in (("form37-sheet", "offer.own"), ("factual-correction", "offer.send")))
    assert words.day(CORRECT) in sheet and all(says(sheet, *one[2:4]) for one in FACTS)
    whole_file = pages(road.make("correction"))
    for text in (told, " ".join(whole_file)):
        assert all(name in text for name in (DOCTOR, AT, "Example Insurance", DEU, CLAIM, "4061(d)", NO_LAWYER))
        assert all(says(text, *one[2:4]) == (one in FACTS) for one in ERRORS)
    assert PICTURE not in " ".join(whole_file) and all(CLAIM in text for text in whole_file)
    assert ENGLISH.day(CAME) in told and "Pay stub" in told
    table = read(road.paper("error-table", "offer.send"))
    assert all(says(table, *one[2:4]) == (one in FACTS) for one in ERRORS)
    road.press(words.say("correct.to_send"))


def sent_to_all(road: Road) -> None:
    """The proof of mailing names three; one line and its twins; then the QME's ten days, and the calendar."""
    words = road.words
    proof = read(road.paper("proof-of-service", "offer.send"))
    assert all(name in proof for name in (DOCTOR, AT, "Example Insurance", DEU))
    to_all_three(road, "reports.0.sendings")
    road.look()
    shown = road.shown()
    assert words.clock("factual-qme-10", "title") in shown and words.day(ANSWER) in shown and words.day(CORRECT) not in shown
    assert named(ANSWER) <= road.days()


def to_all_three(road: Road, path: str) -> None:
    """One line of the log, by mail to the QME today; the others with one press."""
    line(road, path, 0, "qme", TODAY)
    road.press(road.words.say("correct.same", day=TODAY))


def line(road: Road, path: str, number: int, to: str, day: date, more: bool = False) -> None:
    """One line of a log: by mail; its proof can wait."""
    words = road.words
    road.press(words.say("imr.add_line_more" if more else "imr.add_line"))
    if to:
        road.tick(f"{path}.{number}.to", to)
    road.tick(f"{path}.{number}.how", "mail")
    road.day(str(day.day), day.month, str(day.year))
    road.page.get_by_text(words.say("imr.proof_title"), exact=True).first.wait_for()
    road.go_on()
    road.page.get_by_text(words.say("imr.proof_title"), exact=True).first.wait_for(state="detached")


def dispute(road: Road) -> None:
    """The letter to the claims administrator: its questions, the check and a change that comes back to it, its four files."""
    words, say, title = road.words, road.words.say, road.words.say("paper.dispute-letter")
    road.open_page("write")
    road.press(say("write.open", title=title))
    road.press(say("dispute_letter.begin"))
    road.type("reports.0.disputing.asks", ASKS)
    road.go_on()
    road.day_of("reports.0.disputing.reply_by", WISH)
    road.choose("reports.0.disputing.copy_doctor", "no")
    road.look()
    assert say("dispute_letter.check_title") in road.shown() and ASKS in road.shown()
    road.press(say("denial.change", what=say("dispute_letter.short_asks")))
    road.type("reports.0.disputing.asks", CHANGED)
    road.go_on()
    shown = road.shown()
    assert say("dispute_letter.check_title") in shown and CHANGED in shown and ASKS not in shown
    road.press(say("dispute_letter.to_letter"))
    road.unfold(title)
    road.look()
    files = {
        "screen": road.page.locator(".stMain article").first.inner_text(),
        "pdf": read(road.take(say("offer.send", title=title))),
        "docx": words_of_docx(road.take(say("offer.other", title=title, format=say("offer.docx")))),
        "txt": road.take(say("offer.other", title=title, format=say("offer.txt"))).decode(),
    }
    for kind, told in files.items():
        plain = " ".join(told.split())
        assert all(says(plain, *one[2:4]) for one in ERRORS), kind
        assert all(fact in plain for fact in (CHANGED, CLAIM, "Example Insurance", DOCTOR)), kind
        assert kind == "screen" or (ENGLISH.day(WISH) in plain and "10109" in plain and NO_LAWYER in plain), kind
    if road.language == "es":
        copy = read(road.take(say("offer.read")))
        assert words.letter("common", "own_mark") in copy and CHANGED in copy and words.day(WISH) in copy


def words_of_docx(data: bytes) -> str:
    """All that a Word file says: its body and the foot of its pages."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [file.read(name).decode() for name in file.namelist() if name.startswith("word/") and name.endswith(".xml")]
    return unescape(" ".join(one.group(1) for part in parts for one in TEXT.finditer(part)))


def packet(road: Road) -> None:
    """The pages of the paper that an error names; the letter with it as one file; the proof of mailing; the log."""
    words, say = road.words, road.words.say
    road.press(say("dispute_letter.to_send"))
    road.press(say("evaluator.add_pages", name=listed_name(MRI, words)))
    road.hand_in("scan.pdf", paper(PICTURE))
    told = pages(road.make("dispute"))
    exhibit = ENGLISH.letter("common", "exhibit", mark="A")
    assert PICTURE in told[-1] and exhibit in told[-2] and all(CLAIM in one for one in told)
    assert all(f"Page {number} of {len(told)}" in one for number, one in enumerate(told, start=1))
    proof = read(road.paper("proof-of-service", "offer.send"))
    assert "Example Insurance" in proof and DOCTOR not in proof.partition(ENGLISH.letter("proof-of-service", "to_title"))[2]
    line(road, "reports.0.sendings", 3, "", TODAY)
    road.press(say("dispute_letter.to_sent"))
    road.look()
    assert road.shown().count(say("paper.factual-correction")) >= 3 and say("paper.dispute-letter") in road.shown()


def answered(road: Road) -> None:
    """Weeks later: the day on which the QME's answer came."""
    words = road.words
    road.open_page("correct")
    road.press(words.say("correct.decided"))
    road.day(str(ANSWER.day), ANSWER.month, str(ANSWER.year))
    road.look()
    assert words.passages["pages/report_correct_answered"].title in road.shown()


def rating(road: Road) -> None:
    """The rating came: thirty days to ask for another look; its reasons, the letter, the log of both who get it."""
    words = road.words
    road.open_page("rating")
    road.press(words.say("rating.note_received_on"))
    road.day(str(RATED.day), RATED.month, str(RATED.year))
    road.day("11", 12, "2026")
    road.look()
    assert words.day(AGAIN) in road.shown()
    road.press(words.say("rating.again"))
    road.page.locator(".stMain [class*='st-key-q-rating-grounds'] label").first.click()
    road.rest()
    road.go_on()
    road.type("rating.why", WHY)
    road.go_on()
    road.look()
    told = letter(road, "rating-reconsider")
    reasons = [ENGLISH.letter("rating-reconsider", f"ground_{one}") for one in ("calculation", "not_addressed", "not_complete", "procedure")]
    assert [one in told for one in reasons] == [True, False, False, False]
    assert all(fact in told for fact in (WHY, CLAIM, "4061(g)", "Administrative Director", "Example Insurance", ENGLISH.day(RATED), NO_LAWYER))
    road.press(words.say("rating.to_send"))
    proof = read(road.paper("proof-of-service", "offer.send"))
    assert "Example Insurance" in proof
    for number, to in enumerate(("administrative_director", "claims_administrator")):
        line(road, "rating.sendings", number, to, LATER, more=bool(number))
    road.look()
    assert words.passages["pages/rating_next"].title in road.shown()


def asked_again(road: Road) -> None:
    """Nobody answered the letter about the report: the one that asks again, its line, and the log of everything."""
    words, title = road.words, road.words.say("paper.follow-up")
    road.open_page("sent")
    road.look()
    shown = road.shown()
    (number,) = [one for one in range(1, 10) if words.say("sent.follow", number=one) in shown]
    assert words.say("sent.do_answer", number=number).casefold() in shown.casefold()
    road.press(words.say("sent.follow", number=number))
    road.look()
    told = letter(road, "follow-up")
    assert all(fact in told for fact in (ENGLISH.letter("dispute-letter", "title"), ENGLISH.day(TODAY), DOCTOR, "Example Insurance", CLAIM, NO_LAWYER))
    line(road, "reports.0.sendings", 4, "", LATER)
    road.press(words.say("sent.back"))
    road.look()
    assert title in road.shown() and words.say("sent.follow", number=number) not in road.shown()
    log = read(road.paper("sending-log-all", "offer.own"))
    assert all(says(log, words.say(f"paper.{one}")) for one in ("dispute-letter", "factual-correction", "rating-reconsider", "follow-up"))
