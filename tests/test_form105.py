"""The papers around QME Form 105: its dates and facts on the worker's sheet, the letters, the sheet for the doctor, the call."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from qme_guide.case import Case, Sending
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.panel_copy import panel_copy_proof
from qme_guide.render import RENDERERS
from qme_guide.rules.panel import FORM_FIRST
from qme_guide.rules.panel_clocks import form_given
from qme_guide.words import LANGUAGES, load_words
from tests.personas import CLAIM_DENIED, NEWCOMER, OBJECTOR, PANEL_WAIT, TODAY
from tests.test_letters import golden, matter, text

GIVEN = PANEL_WAIT.answers(
    {"panel_form.sendings": (), "panel_form.medical_unit_on": None, "panel_form.furnished_on": date(2026, 11, 18), "panel_form.asked_on": date(2026, 11, 19)}
)
MINE = ("form105-request", "form105-sheet", "specialty-sheet", "panel-copy", "unit-call")


def told(name: str, case: Case, language: str = "en") -> str:
    """A paper as one line of words."""
    return " ".join(text(name, case, language).split())


def says(name: str, block: str, language: str = "en", **facts: object) -> str:
    return " ".join(load_words(language).letter(name, block, **facts).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_with_dates_reads_as_it_was_agreed(language):
    golden(f"form105-sheet-given-{language}", text("form105-sheet", GIVEN, language))
    golden(f"specialty-sheet-given-{language}", text("specialty-sheet", GIVEN, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_counts_from_the_earlier_day_and_warns_from_the_later_one(language):
    words, found = load_words(language), told("form105-sheet", GIVEN, language)
    assert form_given(GIVEN.panel_form).day == date(2026, 11, 18)
    # Ten days from November 18 end on Saturday 28; Friday 27 and Thanksgiving are closed, so the safe date is the 25th.
    assert f"{says('form105-sheet', 'day_first', language)}: {words.day(date(2026, 11, 25))}" in found
    # Ten days after November 19 end on Sunday 29; the employer may from the day after.
    assert f"{says('form105-sheet', 'day_employer', language)}: {words.day(date(2026, 11, 30))}" in found
    assert says("form105-sheet", "days_missed", language) in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_suggests_no_specialty_and_names_only_the_codes_that_were_seen(language):
    found = told("form105-sheet", GIVEN, language)
    assert says("form105-sheet", "specialty_none", language) in found
    codes = {word.strip(".,:") for word in found.split() if word.strip(".,:").isupper() and len(word.strip(".,:")) == 3}
    assert codes - {"QME", "DWC"} == {"ACA", "DCH", "DEN", "OPT", "PHY", "POD"}


@pytest.mark.parametrize("name", MINE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_paper_holds_an_address_of_the_state_or_says_that_a_panel_is_lost(name, language):
    found = told(name, GIVEN, language).lower()
    for word in ("oakland", "71010", "286-3700", "794-6900", "p.o. box", "lost", "perdió", "strike", "tachar"):
        assert word not in found


def test_the_sheet_prints_the_specialty_and_code_that_were_noted_and_a_line_for_what_was_not():
    noted = GIVEN.answers({"panel_form.specialty": "Sample field", "panel_form.code": "XXX"})
    found = told("form105-sheet", noted)
    assert "Specialty your doctor named: Sample field" in found and "Code, from the list on your form: XXX" in found
    assert "Specialty your doctor named: ____" in told("form105-sheet", GIVEN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_that_came_back_is_told_first_and_its_time_runs_again(language):
    back = PANEL_WAIT.answers({"panel_form.returned_on": date(2026, 11, 19)})
    words = load_words(language)
    assert says("form105-sheet", "returned", language, day=date(2026, 11, 19)) in told("form105-sheet", back, language)
    assert says("form105-sheet", "days_title", language) in told("form105-sheet", back, language)
    call = told("unit-call", back, language)
    assert says("unit-call", "q_mend", language) in call and says("unit-call", "say_returned", language, day=words.day(date(2026, 11, 19))) in call
    again = back.answers({"panel_form.sendings": (*back.panel_form.sendings, Sending(id="sending-3", to="medical_unit", on=date(2026, 11, 20)))})
    assert says("form105-sheet", "returned", language, day=date(2026, 11, 19)) not in told("form105-sheet", again, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_names_only_the_sections_by_which_the_form_is_owed(language):
    def law(case: Case) -> set[str]:
        found = told("form105-request", case, language)
        return {name for name in ("4060", "4061", "4062", "both") if says("form105-request", f"law_{name}", language) in found}

    assert law(NEWCOMER) == set() and law(OBJECTOR) == set()
    assert law(PANEL_WAIT) == {"4062"}
    assert law(PANEL_WAIT.answers({"reports.0.findings.0.about": "permanent"})) == {"4061"}
    two = (*PANEL_WAIT.reports[0].findings, PANEL_WAIT.reports[0].findings[0].model_copy(update={"id": "finding-2", "about": "future_care"}))
    assert law(PANEL_WAIT.answers({"reports.0.findings": two})) == {"both"}
    failed = PANEL_WAIT.answers({"reports.0.sendings.0.result": "failed"})
    assert law(failed) == set() and says("form105-request", "ask", language) in told("form105-request", failed, language)
    denied = CLAIM_DENIED.answers({"route.about": ("claim",), "route.claim_stands": "denied", "route.claim_form": "yes", "triage.exits": ("none",)})
    assert law(denied) == {"4060"}


def test_asking_again_names_the_day_of_the_first_time_and_only_then():
    assert "I asked for it before" not in told("form105-request", PANEL_WAIT)
    again = PANEL_WAIT.answers({"panel_form.asked_for_on": date(2026, 11, 12)})
    assert "I asked for it before, on Thursday, November 12, 2026." in told("form105-request", again)
    assert "I asked for it before" not in told("form105-request", PANEL_WAIT.answers({"panel_form.asked_for_on": TODAY}))


def test_no_letter_says_that_there_is_no_attorney_when_nobody_said_so():
    for name in ("form105-request", "panel-copy", "specialty-sheet"):
        sentence = says(name, "alone")
        assert sentence in told(name, PANEL_WAIT) and sentence not in told(name, PANEL_WAIT.answers({"triage.lawyer": "unsure"}))


def test_the_copy_says_the_day_the_form_went_and_its_proof_lists_the_letter_and_the_form():
    assert "I sent QME Form 105 to the Medical Unit on Friday, November 13, 2026." in told("panel-copy", PANEL_WAIT)
    assert "I am sending QME Form 105" in told("panel-copy", OBJECTOR)
    proof = " ".join(RENDERERS[".txt"](Paper("proof-of-service", panel_copy_proof, sent=True).build(matter(PANEL_WAIT, "en"))).decode().split())
    assert "“Copy of my QME panel request”" in proof and "“QME Form 105”, signed" in proof
    assert "Friday, November 13, 2026" in proof and "Example Insurance" in proof and "Medical Unit" not in proof


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_for_the_doctor_asks_and_says_by_when_without_a_suggestion(language):
    words = load_words(language)
    found = told("specialty-sheet", GIVEN, language)
    assert says("specialty-sheet", "date_open", language, safe=date(2026, 11, 25)) in found
    assert words.letter("objection", "matter_work_status") in found and says("specialty-sheet", "not_choose", language) in found
    late = GIVEN.answers({"panel_form.furnished_on": date(2026, 11, 2), "panel_form.asked_on": date(2026, 11, 2)})
    assert says("specialty-sheet", "date_late", language) in told("specialty-sheet", late, language)
    assert says("specialty-sheet", "date_unknown", language) in told("specialty-sheet", OBJECTOR, language)


def addressed(case: Case) -> str:
    """To whom the sheet for the doctor goes: what stands between the title and the claim."""
    return told("specialty-sheet", case).partition("=== ")[-1].partition("Name:")[0].strip()


def test_the_sheet_for_the_doctor_goes_to_the_author_of_the_treating_report_never_to_a_qme():
    report = OBJECTOR.reports[0]
    bare = OBJECTOR.answers({"doctor": {}})
    assert addressed(OBJECTOR) == "Dr. Sample Example Clinic" and addressed(bare) == "Dr. Sample"
    other = OBJECTOR.answers({"doctor.name": "Dr. Sample Two"})
    assert addressed(other) == "Dr. Sample" and "Dear Dr. Sample:" in told("specialty-sheet", other)
    disputed_last = (report.model_copy(update={"author": "Dr. Sample Three", "findings": ()}), report.model_copy(update={"id": "report-2"}))
    assert addressed(bare.model_copy(update={"reports": disputed_last})) == "Dr. Sample"
    for kind in ("qme", "unsure", None):
        assert addressed(other.answers({"reports.0.kind": kind})) == "Dr. Sample Two Example Clinic"
        assert addressed(bare.answers({"reports.0.kind": kind})).startswith("To: ____")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_call_speaks_of_any_qme_as_a_right_only_after_the_wait_is_surely_over(language):
    days = {"days": 20}
    later, now = (says("unit-call", name, language, **days) for name in ("any_later", "any_now"))
    assert later in told("unit-call", PANEL_WAIT, language)
    for received, over in ((date(2026, 10, 21), True), (date(2026, 11, 17), False), ("2026-10", False)):
        found = told("unit-call", PANEL_WAIT.answers({"panel_form.medical_unit_on": received}), language)
        assert (now in found) == over and (later in found) != over
        assert (says("unit-call", "q_none", language, **days) in found) == over


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "pages"), [("form105-sheet", 2), ("specialty-sheet", 1), ("unit-call", 1), ("panel-copy", 1), ("form105-request", 1)])
def test_each_paper_keeps_to_its_pages(name, pages, language):
    full = GIVEN.answers({"panel_form.asked_for_on": date(2026, 11, 11)}) if name != "unit-call" else PANEL_WAIT
    pdf = RENDERERS[".pdf"](PAPERS[name].build(matter(full, language)))
    assert len(PdfReader(io.BytesIO(pdf)).pages) == pages


def test_the_days_of_the_sheet_come_from_the_law():
    law = matter(GIVEN, "en").law
    assert f"{law.clock(FORM_FIRST).newest.n} days to send it first" in told("form105-sheet", GIVEN)
