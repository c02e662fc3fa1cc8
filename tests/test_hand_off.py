"""The sheet for an attorney or an I&A officer: always one page, counted where it is not all; in full nothing lost, names as everywhere else."""

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

from pages.parts.markdown import typed
from qme_guide.case import UNSURE, Case, Claim, Finding, Helper, Letter, Report, Route, Treatment, Triage, Worker
from qme_guide.documents.brief import tellings
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.document import Paragraph, Table
from qme_guide.documents.names import letter_name, report_name
from qme_guide.documents.own_copy import own_copy
from qme_guide.documents.reading_time import count
from qme_guide.documents.working import tell, tell_first
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.rules import imr
from qme_guide.rules.dates import WORKER, dates
from qme_guide.words import HELPING, LANGUAGES, load_words
from tests.any_case import cases
from tests.personas import BOOKED, EVERYBODY, EXAM_SOON, FARM_WORKER, MANY, OBJECTOR, PANEL_HERE, TODAY
from tests.sweeps import in_turn
from tests.test_letters import matter, text
from tests.test_pages import opened
from tests.test_pages import text as screen

LAW = load_law()
# Many dates, or many papers: these need more than a page, and lose nothing for it.
LONG = {"booked": 2, "exam-soon": 2, "many": 3, "wrong-report": 3, "rated": 3}


def told(case: Case, language: str = "en") -> str:
    return " ".join(text("hand-off-full", case, language).split())


@pytest.mark.parametrize("person", ["panel-here", "booked", *(pytest.param(one, marks=pytest.mark.slow) for one in EVERYBODY if one not in ("panel-here", "booked"))])
def test_the_full_sheet_is_one_page_in_english_where_the_case_allows(person):
    pdf = RENDERERS[".pdf"](PAPERS["hand-off-full"].build(matter(EVERYBODY[person], "en")))
    assert len(PdfReader(io.BytesIO(pdf)).pages) <= LONG.get(person, 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", [BOOKED, MANY, PANEL_HERE])
def test_every_date_stands_there_with_its_law_and_the_workers_own_with_how_it_came_out(case, language):
    words, found = load_words(language, HELPING), told(case, language)
    for row in dates(case, LAW, TODAY):
        deadline = row.deadline
        if not deadline.safe:
            continue
        assert f"{words.clock(deadline.rule, 'label')} {words.fill('{safe}', safe=deadline.safe)}." in found
        assert deadline.clock.shown_citation in found
        _, *steps = tell_first(deadline, words)
        assert all(step in found for step in steps) or deadline.kind != WORKER


def test_the_short_working_is_the_long_one_without_the_closed_days_and_the_second_date():
    words = load_words("en")
    for row in dates(PANEL_HERE, LAW, TODAY):
        if row.deadline.safe:
            short = tell_first(row.deadline, words)
            assert set(short) <= set(tell(row.deadline, words)) and "Thanksgiving" not in " ".join(short)
            assert words.fill("{safe}", safe=row.deadline.safe) in short[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_says_of_each_notice_whom_it_named(language):
    words = load_words(language)
    lines = [{"id": f"sending-{number}", "to": "claims_administrator", "on": TODAY, "doctor": f"doctor-{number}", "named": name} for number, name in ((2, "Dr. Sample Two"), (1, "Dr. Sample One"))]
    found = told(BOOKED.answers({"panels.0.sendings": lines}), language)
    for line in lines:
        assert words.letter("hand-off", "panel_named", day=TODAY, name=line["named"]) in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_of_which_nothing_is_known_is_still_there(language):
    words = load_words(language)
    found = told(Case(letters=(Letter(id="letter-1"),), reports=(Report(id="report-1"),)), language)
    bare = words.letter("hand-off", "bare")
    assert f"{words.say('about.letter_undated')}: {bare}" in found and f"{words.paper('report-1')}: {bare}" in found


def test_the_exam_that_is_ahead_and_what_can_still_be_done_stand_before_what_is_over():
    for name in ("hand-off", "supervisor-sheet"):
        found = " ".join(text(name, EXAM_SOON, "en").split())
        assert "The exam with a QME" in found and "November 30, 2026, 10:00 a.m." in found
    brief = " ".join(text("hand-off", EXAM_SOON, "en").split())
    assert brief.index("January 12, 2027.") < brief.index("October 30, 2026.")
    assert load_words("en").letter("hand-off", "q_late") not in brief


@pytest.mark.parametrize("case", [EXAM_SOON, BOOKED, MANY, PANEL_HERE])
def test_nobody_who_reads_the_sheet_is_spoken_to_as_the_worker(case):
    dated = [line for line in told(case).split(". ") if any(row.deadline.safe and load_words("en").day(row.deadline.safe) in line for row in dates(case, LAW, TODAY) if isinstance(row.deadline.safe, date))]
    assert dated and not [line for line in dated if "your" in line.lower().split()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", ["farm-worker", "late-drug", "sent", "overturned"])
def test_however_short_a_letter_is_told_what_it_denied_stands_there(person, language):
    case = EVERYBODY[person]
    named = case.letters[0].treatments[0].name
    found = [one.forms[0] for one in tellings(matter(case, language)) if letter_name(case.letters[0], load_words(language)) == one.forms[0][0]]
    assert named and found and all(named in text for _, text in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_who_is_asked_and_where_the_full_sheet_is_to_be_had(language):
    words = load_words(language)
    brief, lawyer = (" ".join(text("hand-off", case, language).split()) for case in (MANY, EVERYBODY["represented"]))
    assert words.letter("hand-off", "q_attorney") in brief and words.letter("hand-off", "q_office") in lawyer
    assert {"es": "A un abogado: ", "en": "To an attorney: "}[language] in brief
    assert {"es": "A la oficina de mi abogado", "en": "To my attorney’s office"}[language] in lawyer
    assert {"es": "Pida la hoja «Mi caso completo»", "en": "Ask for the sheet “My whole case”"}[language] in brief
    assert words.letter("hand-off-full", "title") in words.letters["hand-off"]["more"]


def test_with_several_papers_each_date_names_its_own():
    found = told(MANY)
    for letter in MANY.letters:
        assert f"{load_words('en', HELPING).clock('imr-request-30', 'title')}. {letter_name(letter, load_words('en'))}" in found
    assert letter_name(PANEL_HERE.reports[0], load_words("en")) not in told(OBJECTOR)


@pytest.mark.parametrize(("day", "language"), in_turn([None, UNSURE, "2026-11", OBJECTOR.reports[0].printed_on]))
def test_a_report_has_one_name_on_the_page_of_dates_its_own_page_and_the_sheet(day, language, monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())
    words, case = load_words(language), OBJECTOR.answers({"reports.0.printed_on": day})
    two = case.model_copy(update={"reports": (*case.reports, Report(id="report-2", kind="treating"))})
    name = report_name(two.reports[0], words)
    assert "Dr. Sample" in name and name in told(two, language)
    dates_page = screen(opened(two, "dates", language))
    assert name in dates_page and words.paper("report-1") not in dates_page
    assert typed(f"1. {name}") in opened(two, "objection", language).radio[0].options


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["hand-off", "hand-off-full", "supervisor-sheet", "specialty-sheet"])
def test_no_mark_of_emphasis_is_printed(paper, language):
    every = [str(one) for one in load_words("en").question("route.about")["choices"]]
    case = OBJECTOR.answers({"route.about": every, "reports": ()})
    assert "*" not in text(paper, case, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_attorney_is_asked_what_that_office_does_first_and_who_sends_the_objection(language):
    words = load_words(language)
    office, take, objection = (words.letter("hand-off", f"q_{name}") for name in ("office", "attorney", "objection"))
    bare = told(Case(triage=Triage(lawyer="yes")), language)
    assert office in bare and objection in bare and take not in bare
    assert take in told(OBJECTOR, language) and office not in told(OBJECTOR, language)
    assert objection not in told(EVERYBODY["represented"], language), "a denied treatment has no objection"


@pytest.mark.parametrize(("stands", "asked"), [("denied", True), ("accepted", False)])
def test_whether_the_claim_is_denied_is_asked_of_the_later_answer_too(stands, asked):
    words = load_words("en")
    case = OBJECTOR.answers({"triage.denied": "other" if asked else "claim", "route.claim_stands": stands})
    assert (words.letter("hand-off", "q_claim_90") in told(case)) == asked
    assert (words.letter("call-card", "q_claim_denied_90") in " ".join(text("call-card", case, "en").split())) == asked


# Every field as long as it may be, many papers, several scripts: still one page that is read in three minutes.
WIDE = "王小明医生的姓名很长，"
LONGEST = Case(
    triage=Triage(lawyer="no", denied="claim"),
    worker=Worker(name=("Ñandú Nguyễn " * 23)[:300]),
    helper=Helper(helping="yes", role="volunteer"),
    claim=Claim(number=("W " * 150)[:299], injured_on=date(2026, 1, 1), form_filed_on=date(2026, 2, 1), denied_on=date(2026, 9, 1), claims_administrator=(WIDE * 40)[:300], employer="مريم " * 60),
    letters=tuple(
        Letter(id=f"letter-{at}", printed_on=date(2026, 11, at), drug="yes", reason="A long story. " * 1400, signer="other", liability_disputed="yes", form_enclosed="no", treatments=(Treatment(name="M" * 300, body_part=(WIDE * 40)[:300]),) * 9)
        for at in range(1, 21)
    ),
    route=Route(about=("permanent", "work_status"), claim_stands="part", claim_form="no"),
    reports=tuple(
        Report(id=f"report-{at}", kind="treating", author=(WIDE * 40)[:300], received_on=date(2026, 11, at), findings=(Finding(id="finding-1", says="word " * 4000, page="x" * 300),)) for at in range(1, 12)
    ),
)  # fmt: skip
BRIEF = ("hand-off", "supervisor-sheet")


def pages(document) -> int:
    return len(PdfReader(io.BytesIO(RENDERERS[".pdf"](document))).pages)


@pytest.mark.parametrize("paper", BRIEF)
@pytest.mark.parametrize("case", [LONGEST, MANY, *(pytest.param(one, marks=pytest.mark.slow) for one in EVERYBODY.values())])
def test_the_page_is_one_page_read_in_three_minutes_in_every_kind_of_copy(paper, case):
    words = load_words("en")
    document = PAPERS[paper].build(matter(case, "en"))
    assert pages(document) == pages(own_copy(document, words)) == 1
    assert count(document) <= LAW.practice.clinic.brief_words == 3 * LAW.practice.clinic.words_a_minute
    assert len(RENDERERS[".txt"](document).decode().split()) <= LAW.practice.clinic.brief_words


@pytest.mark.parametrize("paper", BRIEF)
@pytest.mark.parametrize("person", ["farm-worker", "late-drug", "many", "booked", "panel-here", "wrong-report", "claim-denied", "rated"])
def test_the_soonest_date_stands_on_the_page_with_its_working_and_its_law(paper, person):
    words, case = load_words("en"), EVERYBODY[person]
    row = next(row for row in dates(case, LAW, TODAY) if row.deadline.kind == WORKER and row.deadline.safe)
    found = " ".join(text(paper, case, "en").split())
    assert words.day(row.deadline.safe) in found and row.deadline.clock.shown_citation in found
    # The working leaves the days of the week to the date itself.
    weekday = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, ")
    _, *steps = tell_first(row.deadline, words)
    assert all(weekday.sub("", step) in weekday.sub("", found) for step in steps)


@pytest.mark.parametrize("paper", BRIEF)
@pytest.mark.parametrize("case", [LONGEST, MANY, BOOKED, FARM_WORKER, Case()])
def test_what_has_no_room_is_counted_and_stands_on_the_full_sheet(paper, case):
    words = load_words("en", "helping" if paper == "supervisor-sheet" else "own")
    here = replace(matter(case, "en"), words=words)
    document, rows = PAPERS[paper].build(here), tellings(here)
    told = {row for block in document.blocks if isinstance(block, Table) for row in block.rows}
    hidden = [one for one in rows if not set(one.forms) & told]
    said = " ".join(" ".join(block.text for block in document.blocks if isinstance(block, Paragraph)).split())
    more = words.letter("hand-off", "more", count=len(hidden))
    assert (more in said) == bool(hidden)
    assert "[…]" not in RENDERERS[".txt"](document).decode() or more in said or words.letter("hand-off", "cut") in said


def test_short_answers_stand_whole_on_the_page():
    found = " ".join(text("hand-off", FARM_WORKER, "en").split())
    assert "[…]" not in found and "“The request does not say how the earlier visits helped.”" in found
    assert load_words("en").letter("hand-off", "cut") not in found


@pytest.mark.parametrize("paper", BRIEF)
def test_a_reading_copy_holds_the_same_rows(paper):
    found = {language: PAPERS[paper].build(matter(BOOKED, language)) for language in LANGUAGES}
    tables = {language: [len(block.rows) for block in document.blocks if isinstance(block, Table)] for language, document in found.items()}
    assert tables["en"] == tables["es"]


def test_the_labels_are_english_whatever_was_typed_and_typed_words_stay_as_they_are():
    case = FARM_WORKER.answers({"letters.0.reason": "La solicitud no explica cómo ayudaron las visitas.", "worker.language": "es"})
    found = " ".join(text("hand-off", case, "en").split())
    assert "“La solicitud no explica cómo ayudaron las visitas.”" in found and load_words("en").letter("hand-off", "reason_brief") in found


HELPED = FARM_WORKER.answers({"helper": {"helping": "yes", "role": "volunteer", "name": "Sample Helper", "office": "Example Clinic", "agreed": "no", "here": "yes"}, "worker.language": "es"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_supervisor_sees_who_decides_what_stands_out_and_never_a_helpers_name(language):
    words = load_words(language, "helping")
    found = " ".join(text("supervisor-sheet", HELPED, language).split())
    for block in ("agreed_no", "here_yes"):
        assert words.letter("supervisor-sheet", block) in found
    for block in ("ask_list", "leave_list"):
        boxes = re.findall(r"\[ ] ([^[]+?\.)", found)
        assert set(words.letter("supervisor-sheet", block).removesuffix(".").split(". ")) <= {one.removesuffix(".") for one in boxes}
    assert words.say("board.flag.not_agreed") in found and words.say("board.language.es") in found
    assert "Sample Helper" not in found and "Example Clinic" not in found


def test_the_supervisor_sees_another_signer_with_the_two_days_that_matter():
    named = FARM_WORKER.answers({"letters.0.signer": "other", "letters.0.designated_on": "2026-10-29"})
    found = " ".join(text("supervisor-sheet", named, "en").split())
    assert "October 29, 2026" in found and "4610.5(j)" in found and load_words("en").say("board.flag.named_early") in found
    assert load_words("en").letter("supervisor-sheet", "signer_more", count=18) in " ".join(text("supervisor-sheet", LONGEST, "en").split())


def test_without_a_day_of_writing_the_sheet_tells_what_needs_none_and_never_that_nothing_stands_out():
    none, on_hold = load_words("en").letter("supervisor-sheet", "no_flags"), load_words("en").say("board.flag.on_hold")
    sheets = [RENDERERS[".txt"](PAPERS["supervisor-sheet"].build(matter(EVERYBODY[one], "en", today=None))).decode() for one in ("late-drug", "no-form")]
    assert not any(none in one for one in sheets) and [on_hold in one for one in sheets] == [False, True]
    assert none in text("supervisor-sheet", FARM_WORKER, "en")


def test_the_supervisor_is_told_of_missing_answers_and_of_no_paper_that_may_lie_there():
    bare, words = FARM_WORKER.answers({"claim.number": None}), load_words("en")
    found = text("supervisor-sheet", bare, "en")
    assert words.say("board.missing.claim_number") in found
    assert not [name for name in ("form_paper", "decision_paper") if words.say(f"board.missing.{name}") in found]
    assert words.letter("supervisor-sheet", "missing") not in text("supervisor-sheet", FARM_WORKER, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_attorney_sees_that_the_request_went_out_and_that_its_decision_came(language):
    words = load_words(language)
    upheld, waiting = EVERYBODY["upheld"], told(FARM_WORKER, language)
    for block, day in (("request_sent", imr.request_sent(upheld.letters[0]).on), ("review_decided", upheld.letters[0].review.decided_on)):
        label = words.letter("hand-off", block)
        assert f"{label}: {words.told(day)}" in told(upheld, language) and label not in waiting
    assert words.letter("hand-off", "request_sent") in " ".join(text("hand-off", EVERYBODY["sent"], language).split())


@pytest.mark.parametrize("paper", BRIEF)
def test_where_a_letter_is_cut_the_treatment_stands_before_its_days(paper):
    found = " ".join(text(paper, FARM_WORKER, "en").split())
    assert "Physical therapy, 8 visits (right shoulder)" in found


def test_where_the_page_is_offered_the_full_sheet_is_too(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())
    words, at = load_words("es"), opened(EVERYBODY["panel-represented"], "dispute", "es")
    labels = [one.proto.label for one in at.get("download_button")]
    assert {words.say("offer.send", title=words.say(f"paper.{name}")) for name in ("hand-off", "hand-off-full")} <= set(labels)


@pytest.mark.slow
@pytest.mark.parametrize("paper", BRIEF)
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_of_any_case_the_page_is_one_page(paper, case):
    document = PAPERS[paper].build(matter(case, "en"))
    assert pages(document) == 1 and count(document) <= LAW.practice.clinic.brief_words
