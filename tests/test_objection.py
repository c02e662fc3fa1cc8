"""The objection letter: which sections it names, what goes in, the worker's words, more time, the form, the proof."""

from datetime import date
from typing import get_args

import pytest

from qme_guide.answers import Dispute
from qme_guide.case import Case, Finding, Sending
from qme_guide.documents.objection import objection, objection_proof
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.rules import objection as rules
from qme_guide.rules.dates import dates
from qme_guide.words import LANGUAGES, load_words
from tests.personas import OBJECTOR, TODAY
from tests.test_letters import golden, matter, text

REPORT = OBJECTOR.reports[0]


def about(*matters: str | None, **answers: object) -> Case:
    """The objector with one finding about each of these matters."""
    noted = tuple(Finding(id=f"finding-{number}", about=one, says=f"Says {number}.") for number, one in enumerate(matters, start=1))
    return OBJECTOR.answers({"reports.0.findings": noted, **answers})


def letter(case: Case, language: str = "en", today: date | None = TODAY) -> str:
    found = RENDERERS[".txt"](objection(matter(case, language, today), case.reports[0])).decode()
    return " ".join(found.split())


def named(case: Case) -> tuple[str, ...]:
    return rules.sections(case, case.reports[0])


def test_each_matter_is_asked_about_and_none_twice():
    assert set(rules.MATTERS) == set(get_args(Dispute)) and len(rules.MATTERS) == len(set(rules.MATTERS))


@pytest.mark.parametrize("matter_of", ["permanent", "future_care"])
def test_permanent_disability_and_future_care_are_for_4061(matter_of):
    assert named(about(matter_of)) == ("4061",)


@pytest.mark.parametrize("matter_of", ["work_status", "restrictions", "permanent_date", "body_part", "other_finding"])
def test_any_other_finding_of_the_treating_doctor_is_for_4062(matter_of):
    assert named(about(matter_of)) == ("4062",)


def test_both_kinds_name_both_sections_and_each_finding_its_own():
    told = letter(about("permanent", "work_status"))
    assert "under Labor Code sections 4061 and 4062." in told and "sections 4061(c) and 4062(a) say" in told
    assert "1. Permanent disability" in told and told.index("Labor Code section 4061. The report") < told.index("Labor Code section 4062. The report")


@pytest.mark.parametrize("matter_of", [None, "unsure"])
def test_a_doubt_goes_in_and_leaves_the_section_open(matter_of):
    assert "under Labor Code section 4061 or 4062, whichever applies" in letter(about(matter_of))


@pytest.mark.parametrize("matter_of", ["treatment", "claim", "network_doctor"])
def test_what_has_another_road_stays_out_of_the_letter(matter_of):
    case = about(matter_of, "work_status", **{"route.network": "yes"})
    assert "Says 1." not in letter(case) and "1. Work status" in letter(case) and named(case) == ("4062",)
    assert rules.findings(about(matter_of, **{"route.network": "yes"}), about(matter_of).reports[0]) == ()


def test_the_cause_of_a_body_part_goes_in_only_where_a_part_is_accepted():
    for stands, sections in (("accepted", ("4062",)), ("part", ("4062",)), ("denied", ()), ("undecided", ())):
        assert named(about("body_part", **{"route.claim_stands": stands})) == sections


def test_a_diagnosis_outside_a_network_goes_in():
    assert named(about("network_doctor", **{"route.network": "no"})) == ("4062",)


def test_words_and_pages_print_exactly_as_typed_in_their_order():
    case = about("work_status").answers(
        {"reports.0.findings": [Finding(id="finding-1", about="work_status", page="3 y 4", says="He’s <b>fine</b> {ok}", mine="Ñandú **no**"), Finding(id="finding-2")]}
    )
    told = letter(case)
    assert "Page of the report: 3 y 4." in told and "“He’s <b>fine</b> {ok}”" in told and "“Ñandú **no**”" in told
    assert told.index("1. Work status") < told.index("2. A finding of the report")


ANSWERS = {
    "reports.0.author": "Dr. Sample",
    "reports.0.printed_on": "November 6",
    "reports.0.received_on": "November 10",
    "reports.0.kind": "my treating doctor",
    "triage.lawyer": "I am not represented",
    "reports.0.findings.0.page": "Page of the report",
    "reports.0.findings.0.mine": "In my own words",
}


@pytest.mark.parametrize(("path", "sentence"), ANSWERS.items())
def test_no_sentence_stands_without_its_answer(path, sentence):
    assert sentence in letter(OBJECTOR) and sentence not in letter(OBJECTOR.answers({path: None}))


@pytest.mark.parametrize("path", ["reports.0.received_on", "reports.0.printed_on"])
def test_a_day_that_is_not_sure_is_a_line_to_fill_in(path):
    name = {"reports.0.received_on": "Day it reached me:", "reports.0.printed_on": "Date of the report:"}[path]
    assert name not in letter(OBJECTOR)
    for answer in ("unsure", "2026-11"):
        assert name in letter(OBJECTOR.answers({path: answer}))


def test_the_letter_goes_to_the_claims_administrator_and_names_no_number_of_days():
    told = letter(OBJECTOR)
    assert "3 Sample Street" in told and told.index("Example Insurance") < told.index("Dr. Sample") and "Example Clinic" not in told
    assert " days" not in told and "30" not in told and "4062.2" not in told


def test_more_time_is_asked_for_only_after_the_last_day_or_with_a_reason():
    late = OBJECTOR.answers({"reports.0.printed_on": "2026-09-28", "reports.0.received_on": "2026-10-01"})
    assert "needs more time" not in letter(OBJECTOR) and "needs more time" in letter(late) and "in my own words: “" not in letter(late)
    told = letter(late.answers({"reports.0.late_reason": "It went to my old address."}))
    assert "for good cause or by agreement" in told and "“It went to my old address.”" in told
    assert "late" not in told.replace("late_reason", "").split()
    assert "needs more time" not in letter(late, today=None)
    assert "needs more time" not in letter(late.answers({"reports.0.findings.0.about": "permanent"})), "4061 has no last day"


def test_a_day_of_receipt_that_nobody_knows_never_says_that_a_last_day_is_past():
    case = OBJECTOR.answers({"reports.0.printed_on": "2026-09-01", "reports.0.received_on": "unsure"})
    assert "needs more time" not in letter(case)


def test_the_panel_form_is_asked_for_until_it_is_there_and_never_by_a_represented_worker():
    asked = "Please send me now the form to request a panel"
    assert asked in letter(OBJECTOR) and "section 4062(a) says that the employer immediately provides it" in letter(OBJECTOR)
    here = letter(OBJECTOR.answers({"panel_form.furnished_on": "2026-11-12"}))
    assert asked not in here and "I already have the form" in here and "Request for" not in here
    assert asked in letter(OBJECTOR.answers({"panel_form.furnished_on": "unsure"}))
    represented = letter(OBJECTOR.answers({"triage.lawyer": "yes"}))
    assert asked not in represented and "not represented" not in represented and "already have" not in represented


def test_without_a_name_the_first_report_with_findings_is_meant_and_never_that_of_a_qme():
    other = REPORT.model_copy(update={"id": "report-2", "findings": (), "author": "Dr. Sample Two"})
    qme = REPORT.model_copy(update={"id": "report-3", "kind": "qme"})
    for reports, meant in (((qme, other, REPORT), REPORT), ((qme, other), other), ((qme,), None)):
        assert rules.for_letter(OBJECTOR.model_copy(update={"reports": reports})) == meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_proof_is_for_this_letter_and_prints_the_day_of_mailing_alone(language):
    line = Sending(id="sending-1", to="claims_administrator", on=date(2026, 11, 20), how="mail")
    case = OBJECTOR.answers({"reports.0.sendings": (line,)})
    told = RENDERERS[".txt"](objection_proof(matter(case, language), case.reports[0])).decode()
    assert load_words("en").letter("objection", "title") in told and load_words(language).day(line.on) in told
    assert "IMR" not in told
    golden(f"objection-proof-{language}", told)
    faxed = case.answers({"reports.0.sendings.0.how": "fax"})
    assert load_words(language).day(line.on) not in RENDERERS[".txt"](objection_proof(matter(faxed, language), faxed.reports[0])).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_findings_of_both_kinds_with_more_time_read_as_agreed(language):
    case = about("work_status", "body_part", "permanent", "unsure", "treatment").answers(
        {"reports.0.received_on": "2026-10-01", "reports.0.printed_on": "2026-09-28", "reports.0.late_reason": "It went to my old address."}
    )
    golden(f"objection-several-{language}", text("objection", case, language))


def test_the_report_counts_to_the_careful_date_and_mail_adds_no_day():
    (row,) = (row for row in dates(OBJECTOR, load_law(), TODAY) if row.about == "report-1")
    assert (row.deadline.rule, row.deadline.safe) == ("objection-4062-30", date(2026, 12, 10))
    mailed = OBJECTOR.answers({"reports.0.served_how": "mail", "reports.0.served_where": "ca"})
    assert [row.deadline.safe for row in dates(mailed, load_law(), TODAY) if row.about == "report-1"] == [date(2026, 12, 10)]
    permanent = dates(about("permanent"), load_law(), TODAY)
    (target,) = (row for row in permanent if row.about == "report-1")
    assert target.deadline.rule == "objection-4061-target" and target.deadline.clock.show == "target"
