"""The request to correct facts: facts alone, to all three at once, nothing new for the QME, and no date that closes the road."""

import io
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from qme_guide import bundle
from qme_guide.case import Case, Report, ReportError, Sending
from qme_guide.documents import factual_correction as letters
from qme_guide.documents.dispute_letter import dispute_letter
from qme_guide.documents.document import Bullets, Check, Document, Table
from qme_guide.documents.error_table import error_table, is_long
from qme_guide.documents.form37_sheet import form37_sheet
from qme_guide.documents.question_list import question_list
from qme_guide.documents.serving import Receiver, proof_for, proof_of_mailing
from qme_guide.law import load_law
from qme_guide.render import RENDERERS, pdf
from qme_guide.rules import correction as rules
from qme_guide.rules import errors
from qme_guide.words import LANGUAGES, load_words
from tests.browser.journey import paper
from tests.personas import NEWCOMER, RATED, TODAY, WRONG_REPORT
from tests.test_letters import golden, matter

LAW = load_law()
HERE = "reports.1"
LAST_DAY = date(2026, 12, 9)
DAY = timedelta(days=1)
BUILDERS = (letters.factual_correction, form37_sheet, question_list, error_table)
WILD = "Ñandú «García Peña» \"quoted\" <b>bold</b> {brace} مرحبا"


def about(case: Case) -> Report:
    return case.reports[-1]


def state(case: Case, today: date = TODAY) -> str:
    return rules.standing(case, about(case), LAW, today).state


def line(to: str, wrote: str | None = rules.NAME, on: date | None = TODAY, **more: object) -> dict:
    return {"id": f"sending-{to}".replace("_", "-"), "to": to, "on": on, "how": "mail", "wrote": wrote, **more}


def sent(*lines: dict, case: Case = WRONG_REPORT) -> Case:
    return case.answers({f"{HERE}.sendings": [Sending(**one) for one in lines]})


def told(document: Document) -> str:
    return " ".join(RENDERERS[".txt"](document).decode().split())


def letter(case: Case, language: str = "en", today: date | None = TODAY) -> str:
    return told(letters.factual_correction(matter(case, language, today), about(case)))


def many(rows: int) -> Case:
    found = tuple(ReportError(id=f"error-{n}", page=str(n), says=f"Wrong {n}.", true=f"Right {n}.", checkable="yes") for n in range(1, rows + 1))
    return WRONG_REPORT.answers({f"{HERE}.errors": found, f"{HERE}.pages": "300"})


def pages(file: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(file)).pages]


ALL_THREE = tuple(line(to) for to in rules.SERVICE)


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({}, rules.OPEN),
        ({"triage.lawyer": "yes"}, rules.ATTORNEY),
        ({f"{HERE}.kind": "treating"}, rules.NOT_QME),
        ({f"{HERE}.kind": "unsure"}, rules.NOT_QME),
        ({f"{HERE}.errors": ()}, rules.NO_FACTS),
        ({f"{HERE}.errors": (ReportError(id="error-1", says="He is fine.", checkable="no"),)}, rules.NO_FACTS),
        ({f"{HERE}.errors": (ReportError(id="error-1", page="4", checkable="yes"),)}, rules.NO_FACTS),
        ({f"{HERE}.received_on": None, f"{HERE}.printed_on": None}, rules.NO_RECEIVED),
        ({f"{HERE}.received_on": "unsure"}, rules.OPEN),
    ],
)
def test_how_the_request_stands(answers, found):
    assert state(WRONG_REPORT.answers(answers)) == found


@pytest.mark.parametrize(("today", "found", "late"), [(LAST_DAY, rules.OPEN, False), (LAST_DAY + DAY, rules.LATE, True)])
def test_the_thirty_days_from_receipt_on_both_sides_of_the_edge(today, found, late):
    """Received on Monday, November 9: 30 days are Wednesday, December 9."""
    standing = rules.standing(WRONG_REPORT, about(WRONG_REPORT), LAW, today)
    assert (standing.by.safe, standing.state, standing.late) == (LAST_DAY, found, late)


def test_without_a_sure_day_of_receipt_the_count_begins_with_the_date_of_the_report_and_has_no_second_date():
    case = WRONG_REPORT.answers({f"{HERE}.received_on": "unsure"})
    by = rules.deadline(about(case), LAW)
    assert by.safe == date(2026, 12, 4), "30 days from November 5 are Saturday, December 5: the day before"
    assert by.outside is None


def test_only_the_log_of_this_letter_moves_it_on_and_only_all_three_end_it():
    two = sent(*ALL_THREE[:-1])
    assert (state(two), rules.unserved(about(two))) == (rules.PART_SENT, ("deu",))
    assert rules.standing(two, about(two), LAW, LAST_DAY + DAY).late
    assert state(sent(*ALL_THREE)) == rules.SENT and not rules.standing(sent(*ALL_THREE), about(sent(*ALL_THREE)), LAW, LAST_DAY + DAY).late
    for other in (line("qme", "dispute-letter"), line("qme", None), line("qme", result="failed"), line("qme", on=None)):
        assert state(sent(other)) == rules.OPEN
    assert state(RATED) == rules.ANSWERED


def test_one_exam_has_one_request():
    other = Report(id="report-3", kind="qme", exam="exam-1", errors=about(WRONG_REPORT).errors)
    case = sent(*ALL_THREE)
    case = case.answers({"reports": (*case.reports, other)})
    assert rules.standing(case, other, LAW, TODAY).state == rules.SECOND
    elsewhere = other.model_copy(update={"exam": None, "received_on": TODAY})
    assert rules.standing(case, elsewhere, LAW, TODAY).state == rules.OPEN


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_holds_facts_alone_under_their_numbers_and_names_all_three(language):
    case = WRONG_REPORT.answers({f"{HERE}.errors.3.page": "1"})
    found = letter(case, language)
    for number, error in errors.numbered(about(case)):
        assert (f"“{error.says}”" in found) == (errors.sort(error) == errors.FACT)
        assert ((f"{number} " in found) or f": {number}" in found) or errors.sort(error) != errors.FACT
    assert "Dr. Sample One 4 Sample Street" in found and "Example Insurance" in found and "7 Sample Street" in found
    assert "2, line 14" in found and "Pay stub from Example Warehouse" in found


def test_a_row_that_says_nothing_stays_out_and_half_a_row_goes_in():
    case = WRONG_REPORT.answers({f"{HERE}.errors.0.says": None, f"{HERE}.errors.1.says": None, f"{HERE}.errors.1.true": None})
    assert [number for number, _ in rules.rows(about(case))] == [1, 2]
    assert "The injury was on January 12" in letter(case) and "Pay stub" not in letter(case)
    alone = WRONG_REPORT.answers({f"{HERE}.errors.0.says": "wrong", f"{HERE}.errors.0.true": None})
    assert "“wrong”" not in letter(alone), "one word alone waits until it says more"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_row_does_not_say_is_a_line_to_fill_in_and_nothing_is_said_to_be_left_out_unasked(language):
    words, rows = load_words(language), {"page": None, "place": None, "says": None}
    case = WRONG_REPORT.answers({f"{HERE}.errors.0.{name}": said for name, said in rows.items()} | {f"{HERE}.errors.1.true": None})
    left_out, line = words.letter("error-table", "left_out"), words.letter("error-table", "line")
    for build in (letters.factual_correction, error_table, dispute_letter):
        found = told(build(matter(case, language), about(case)))
        assert left_out not in found and f"{words.letter('error-table', 'says')}: {line}" in found
        said = told(build(matter(case.answers({f"{HERE}.errors.0.left_out": "yes"}), language), about(case.answers({f"{HERE}.errors.0.left_out": "yes"}))))
        assert left_out in said and f"{words.letter('error-table', 'says')}: {line}" not in said


def test_own_words_print_exactly_as_typed():
    case = WRONG_REPORT.answers({f"{HERE}.errors.0.says": WILD, f"{HERE}.errors.0.true": "wrong", f"{HERE}.errors.0.proof_named": "<i>stub</i>"})
    for build in (letters.factual_correction, error_table):
        found = RENDERERS[".html"](build(matter(case, "en"), about(case))).decode()
        assert "&lt;b&gt;bold&lt;/b&gt;" in found and "<b>bold" not in found and "&lt;i&gt;stub" in found
        assert f"“{WILD}”" in told(build(matter(case, "en"), about(case)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_past_its_date_the_letter_has_room_for_why_and_nothing_says_that_it_is_lost(language):
    words, late = load_words(language), LAST_DAY + DAY
    blank = f"{words.letter(rules.NAME, 'late_blank')}: __"
    assert blank in letter(WRONG_REPORT, language, late) and blank not in letter(WRONG_REPORT, language)
    explained = WRONG_REPORT.answers({f"{HERE}.late_reason": "I was in hospital."})
    assert "“I was in hospital.”" in letter(explained, language, late) and blank not in letter(explained, language, late)
    shown = told(form37_sheet(matter(WRONG_REPORT, language, late)))
    assert words.letter("form37-sheet", "days_late") in shown
    assert words.letter("form37-sheet", "days_late") not in told(form37_sheet(matter(WRONG_REPORT, language, LAST_DAY)))


@pytest.mark.parametrize("theirs", [date(2026, 11, 19), "unsure"])
def test_the_evaluators_days_are_told_only_while_the_other_side_did_not_ask_too(theirs):
    words, both = load_words("en"), WRONG_REPORT.answers({f"{HERE}.correction.theirs_served_on": theirs})
    review, sheet = words.letter(rules.NAME, "review", days=10), words.letter("form37-sheet", "after_review", days=10)
    assert review in letter(WRONG_REPORT) and sheet in told(form37_sheet(matter(WRONG_REPORT, "en")))
    assert review not in letter(both) and sheet not in told(form37_sheet(matter(both, "en")))


@pytest.mark.parametrize(
    ("answers", "why"), [({"triage.lawyer": "yes"}, "attorney"), ({f"{HERE}.kind": "treating"}, "not_qme"), ({f"{HERE}.errors": ()}, "no_facts")]
)
def test_where_the_request_is_the_wrong_road_a_sheet_says_why_and_holds_no_letter(answers, why):
    case = WRONG_REPORT.answers(answers)
    found, words = letter(case), load_words("en")
    assert words.letter(rules.NAME, f"not_{why}") in found and words.letter(rules.NAME, "not_mark") in found
    assert "Dear" not in found and "7 Sample Street" not in found
    with pytest.raises(bundle.NotServed):
        bundle.correction_packet(matter(case, "en"), about(case))


def test_no_letter_of_ours_to_the_qme_leaves_out_the_other_side():
    for to in rules.SERVICE:
        assert to in {one.to for one in letters.receivers(matter(WRONG_REPORT, "en"), about(WRONG_REPORT))}


ANSWERS = (
    *(f"{HERE}.{name}" for name in ("author", "author_address", "specialty", "printed_on", "received_on", "exam", "listed", "correction.deu_office")),
    *(f"{HERE}.errors.0.{name}" for name in ("page", "place", "says", "true", "topic", "proof_named")),
    "worker.name", "worker.address", "worker.phone", "claim.number", "claim.injured_on", "claim.claims_administrator", "claim.administrator_address",
    "triage.lawyer",
)  # fmt: skip


@pytest.mark.parametrize("path", ANSWERS)
def test_without_any_one_answer_no_sentence_is_broken(path):
    case = WRONG_REPORT.answers({path: None})
    for build in BUILDERS:
        found = RENDERERS[".txt"](build(matter(case, "en"), about(case))).decode()
        assert not [part for part in ("None", "“”", "()", " ,", "{", " ." , ": \n") if part in found], path
        assert not [row for row in found.splitlines() if "  " in row.strip()], path


def test_ten_rows_stand_in_the_letter_and_eleven_in_a_table_of_their_own():
    most = LAW.practice.report.letter_rows
    for rows in (most, most + 1):
        case = many(rows)
        here = matter(case, "en")
        assert is_long(here, about(case), letters.FACTS) == (rows > most)
        assert (letters.correction_table(here, about(case)) is None) == (rows <= most)
        assert (f"Wrong {rows}." in letter(case)) == (rows <= most)


def test_a_long_text_is_told_across_the_page_whole_and_every_row_keeps_its_number():
    most = LAW.practice.report.cell_letters
    long, short = ({f"{HERE}.errors.0.true": "word " * (most // 5) + end} for end in ("and more.", ""))
    for answers, across in ((long, True), (short, False)):
        case = WRONG_REPORT.answers(answers)
        paper = error_table(matter(case, "en"), about(case))
        assert any(isinstance(block, Table) and block.head for block in paper.blocks) != across
        assert f"“{about(case).errors[0].true}”" in told(paper) and "“I load trucks in a warehouse.”" in told(paper)
    case = WRONG_REPORT.answers({**long, f"{HERE}.errors.1.page": "p. 3", f"{HERE}.errors.4.place": "line 5"})
    for head in ("1. fact, page 2, line 14", "2. fact, p. 3, paragraph 2", "5. open, line 5"):
        assert head in told(error_table(matter(case, "en")))


@pytest.fixture(scope="module")
def whole_table() -> list[str]:
    case = many(200)
    return pages(pdf.render(letters.correction_table(matter(case, "en"), about(case))))


def test_two_hundred_rows_are_all_there_numbered_in_order_with_the_head_on_every_page(whole_table):
    text = " ".join(whole_table)
    assert [number for number in range(1, 201) if f"{number} {number} “Wrong {number}.” “Right {number}.”" not in text] == []
    assert all("The report says" in page for page in whole_table)
    assert "200 rows" in letter(many(200))


def test_a_proof_for_several_names_each_and_prints_a_day_only_when_all_went_on_it():
    here, three = matter(WRONG_REPORT, "en"), letters.receivers(matter(WRONG_REPORT, "en"), about(WRONG_REPORT))
    logs = [Sending(**line(to)) for to in rules.SERVICE]
    day = load_words("en").day(TODAY)
    assert f"left it in the mail: {day}" in told(proof_for(here, ("A letter",), logs, three))
    assert day not in told(proof_for(here, ("A letter",), logs[:2], three)), "one of them is still to be mailed"
    apart = [*logs[:2], logs[-1].model_copy(update={"on": TODAY - DAY})]
    assert day not in told(proof_for(here, ("A letter",), apart, three))
    by_hand = [logs[0].model_copy(update={"how": "personal"}), *logs[1:]]
    found = told(proof_for(here, ("A letter",), by_hand, three))
    assert "Dr. Sample One" not in found and "7 Sample Street" in found and day in found
    assert "Dr. Sample One" in told(proof_for(here, ("A letter",), [one.model_copy(update={"how": "fax"}) for one in logs], three))


def test_what_is_not_known_of_a_receiver_is_a_line_to_fill_in():
    found = told(proof_for(matter(NEWCOMER, "en"), ("A letter",), (), (Receiver("qme"), Receiver("deu"))))
    assert "Qualified Medical Evaluator (QME): name:" in found and "Qualified Medical Evaluator (QME): address:" in found
    assert "DEU office: address:" in found and "DEU office: name" not in found


def test_a_proof_for_the_claims_administrator_alone_is_the_one_there_was():
    claim = WRONG_REPORT.claim
    one = (Receiver("claims_administrator", claim.claims_administrator, claim.administrator_address),)
    old, new = (told(found) for found in (proof_of_mailing(matter(WRONG_REPORT, "en"), ("A",), ()), proof_for(matter(WRONG_REPORT, "en"), ("A",), (), one)))
    assert new.replace("Claims administrator: ", "") == old


MRI = {"record-2": [paper("MRI one", "MRI two")]}
LISTED = WRONG_REPORT.answers({f"{HERE}.listed": ("record-1", "record-2")})


def test_the_packet_is_the_form_the_letter_and_papers_that_the_report_lists_behind_their_sheets():
    found = pages(bundle.correction_packet(matter(LISTED, "en"), about(LISTED), form=[paper("FORM signed")], exhibits=MRI))
    assert "FORM signed" in found[0] and "Request to correct facts" in found[1]
    at = next(number for number, page in enumerate(found) if "Exhibit A" in page and "Pages that follow: 2" in page or "Pages that follow 2" in page)
    assert "MRI one" in found[at + 1] and "MRI two" in found[at + 2] and len(found) == at + 3
    assert any("Exhibit A: " in page for page in found[1:at])
    assert all(f"Page {number} of {len(found)}" in page for number, page in enumerate(found, start=1))
    assert bundle.correction_packet(matter(LISTED, "en"), about(LISTED), exhibits=MRI) == bundle.correction_packet(matter(LISTED, "en"), about(LISTED), exhibits=MRI)


def test_a_paper_that_may_be_new_to_the_qme_does_not_go_along():
    assert [one.id for one in rules.known(LISTED, about(LISTED))] == ["record-2"] and rules.known(WRONG_REPORT, about(WRONG_REPORT)) == ()
    with pytest.raises(bundle.NotServed):
        bundle.correction_packet(matter(WRONG_REPORT, "en"), about(WRONG_REPORT), exhibits=MRI)


def test_many_rows_go_along_as_a_table_behind_the_letter():
    case = many(LAW.practice.report.letter_rows + 1)
    found = pages(bundle.correction_packet(matter(case, "en"), about(case)))
    assert "Table of errors in the report" in " ".join(found[1:]) and "Wrong 11." in " ".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_questions_holds_what_is_no_fact_and_says_what_is_held_back(language):
    words = load_words(language)
    found = told(question_list(matter(WRONG_REPORT, language)))
    for _, error in errors.numbered(about(WRONG_REPORT)):
        assert (f"“{error.says}”" in found) == (errors.sort(error) != errors.FACT)
    assert words.letter("question-list", "blocked") in found and "MRI" in found
    office = told(question_list(matter(WRONG_REPORT.answers({"triage.lawyer": "yes"}), language)))
    assert words.letter("question-list", "blocked_office") in office and words.letter("question-list", "roads_title") not in office
    treating = told(question_list(matter(WRONG_REPORT.answers({f"{HERE}.kind": "treating"}), language)))
    for other in (office, treating):
        assert all(f"“{error.says}”" in other for error in about(WRONG_REPORT).errors) and words.letter("question-list", "why") not in other
    assert words.letter("question-list", "blocked_title") not in treating


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_of_a_long_late_part_sent_and_awkward_case_are_what_was_read(language):
    awkward = sent(ALL_THREE[0], case=LISTED).answers(
        {f"{HERE}.errors.0.says": WILD, f"{HERE}.errors.1.true": "Long. " * 60, f"{HERE}.late_reason": "I was in hospital.", f"{HERE}.question": "Why no limits?"}
    )
    here = matter(awkward, language, LAST_DAY + DAY)
    enclosed = rules.known(awkward, about(awkward))
    golden(f"factual-correction-awkward-{language}", RENDERERS[".txt"](letters.factual_correction(here, about(awkward), enclosed)).decode())
    golden(f"factual-correction-proof-{language}", RENDERERS[".txt"](letters.correction_proof(here, about(awkward), enclosed)).decode())
    golden(f"form37-sheet-awkward-{language}", RENDERERS[".txt"](form37_sheet(here)).decode())
    golden(f"question-list-awkward-{language}", RENDERERS[".txt"](question_list(here)).decode())


def test_the_form_sheet_between_both_days_explains_no_lateness_and_an_unsure_day_is_never_late():
    words, week = load_words("en"), WRONG_REPORT.answers({f"{HERE}.received_on": date(2026, 11, 12)})
    by = rules.deadline(about(week), LAW)
    assert by.safe < by.outside, "December 12 is a Saturday"
    between = told(form37_sheet(matter(week, "en", by.outside)))
    assert words.letter("form37-sheet", "days_still", day=words.day(by.outside)) in between
    unsure = WRONG_REPORT.answers({f"{HERE}.received_on": "unsure"})
    shown = told(form37_sheet(matter(unsure, "en", LAST_DAY)))
    assert words.letter("form37-sheet", "days_still_unsure") in shown
    for found in (between, shown):
        assert words.letter("form37-sheet", "days_late") not in found
    assert state(unsure, LAST_DAY) == rules.OPEN and f"{words.letter(rules.NAME, 'late_blank')}: __" not in letter(unsure, "en", LAST_DAY)


def test_the_form_sheet_says_that_the_other_side_asked_already():
    both = WRONG_REPORT.answers({f"{HERE}.correction.theirs_served_on": date(2026, 11, 19)})
    words, shown = load_words("en"), told(form37_sheet(matter(both, "en")))
    assert words.letter("form37-sheet", "after_asked", days=5) in shown and words.letter("form37-sheet", "after_theirs", days=5) not in shown


def test_the_proof_states_the_form_only_when_it_is_there_else_it_is_a_box():
    named = load_words("en").letter(rules.NAME, "with_form")
    for form in (False, True):
        proof = letters.correction_proof(matter(WRONG_REPORT, "en"), about(WRONG_REPORT), form=form)
        boxes = [block.text for block in proof.blocks if isinstance(block, Check)]
        listed = [item for block in proof.blocks if isinstance(block, Bullets) for item in block.items]
        assert (named in boxes, named in listed) == (not form, form)


def test_the_one_file_names_all_three_holds_the_table_and_has_one_foot():
    case = many(LAW.practice.report.letter_rows + 1)
    found = pages(bundle.correction_packet(matter(case, "en"), about(case)))
    first, foot = found[0], load_words("en").letter("common", "not_lawyer_sent")
    for one in letters.receivers(matter(case, "en"), about(case)):
        assert " ".join((one.address or "").split()) in first.replace(",", "") or one.address.split()[0] in first
    assert all(page.count(foot) == 1 and page.count(f"Claim number: {case.claim.number}") == 1 for page in found)


def test_a_paper_in_the_table_has_its_date_without_a_weekday():
    (table,) = [block for block in error_table(matter(WRONG_REPORT, "en"), about(WRONG_REPORT)).blocks if isinstance(block, Table)][-1:]
    shown = " ".join(cell for row in table.rows for cell in row)
    assert "2026" in shown and not any(day in shown for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"))
