"""The sheet for an attorney or an I&A officer: one page where the case allows, nothing lost, names as everywhere else."""

import io

import pytest
from pypdf import PdfReader

from pages.parts.markdown import typed
from qme_guide.case import UNSURE, Case, Letter, Report, Triage
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.names import letter_name, report_name
from qme_guide.documents.working import tell, tell_first
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.rules.dates import WORKER, dates
from qme_guide.words import LANGUAGES, load_words
from tests.personas import BOOKED, EVERYBODY, MANY, OBJECTOR, PANEL_HERE, TODAY
from tests.sweeps import in_turn
from tests.test_letters import matter, text
from tests.test_pages import opened
from tests.test_pages import text as screen

LAW = load_law()
# Many dates, or many papers: these need more than a page, and lose nothing for it.
LONG = {"booked": 2, "exam-soon": 2, "many": 3, "wrong-report": 3, "rated": 3}


def told(case: Case, language: str = "en") -> str:
    return " ".join(text("hand-off", case, language).split())


@pytest.mark.parametrize("person", ["panel-here", "booked", *(pytest.param(one, marks=pytest.mark.slow) for one in EVERYBODY if one not in ("panel-here", "booked"))])
def test_the_sheet_is_one_page_in_english_where_the_case_allows(person):
    pdf = RENDERERS[".pdf"](PAPERS["hand-off"].build(matter(EVERYBODY[person], "en")))
    assert len(PdfReader(io.BytesIO(pdf)).pages) <= LONG.get(person, 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", [BOOKED, MANY, PANEL_HERE])
def test_every_date_stands_there_with_its_law_and_the_workers_own_with_how_it_came_out(case, language):
    words, found = load_words(language), told(case, language)
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


def test_with_several_papers_each_date_names_its_own():
    found = told(MANY)
    for letter in MANY.letters:
        assert f"{load_words('en').clock('imr-request-30', 'title')}. {letter_name(letter, load_words('en'))}" in found
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
@pytest.mark.parametrize("paper", ["hand-off", "specialty-sheet"])
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
