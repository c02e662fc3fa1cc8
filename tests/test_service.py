"""Who gets a letter, shown on the built papers: nothing reaches a QME alone, and some people get no letter of ours at all.

Lab. Code 4062.3(e); 8 CCR 37(b). With an attorney that office writes; under an exit of the first questions other rules may
hold. rules/correspondence says it of every letter; here the papers, the pages and the command line are held to it.
"""

import pytest

from qme_guide.__main__ import main
from qme_guide.case import Case
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.correction_reply import reply_proof
from qme_guide.documents.document import Blank, Document, Lines, Signature, Table
from qme_guide.documents.factual_correction import correction_proof
from qme_guide.documents.supplemental_request import supplemental_copy, supplemental_proof
from qme_guide.flow import PAGES
from qme_guide.law import load_law
from qme_guide.rules.correspondence import AFTER_WAIT, ATTORNEY, CLOSED, EVERYBODY, KINDS, LETTERS, NEVER, SAME_DAY
from qme_guide.rules.plan import plan
from qme_guide.savefile import dump
from qme_guide.words import LANGUAGES, load_words
from tests.awkward import AWKWARD, awkward
from tests.personas import BOOKED, EXAM_SOON, OVERTURNED, RATED, TODAY
from tests.personas import EVERYBODY as PERSONS
from tests.sweeps import some_of
from tests.taking_away import strings
from tests.test_letters import matter
from tests.test_pages import healthy, opened
from tests.test_tied_letters import full

NAMES = tuple(one.name for one in LETTERS)
SHUT = {ATTORNEY: {"triage.lawyer": "yes"}, CLOSED: {"triage.lawyer": "no", "triage.exits": ["union"]}}
PROOFS = {"factual-correction": correction_proof, "correction-reply": reply_proof, "supplemental-request": supplemental_proof}


def evaluators(case: Case) -> set[str]:
    """Every QME of a case by name: who signed a report, and whom the panels name."""
    signed = {one.author for one in case.reports if one.kind == "qme"}
    return {*signed, *(one.name for panel in case.panels for one in panel.doctors)} - {None, *(one.author for one in case.reports if one.kind != "qme")}


def written_to(document: Document) -> set[str]:
    """Whose names stand over an address: the first lines of address blocks, and of cells that hold several lines."""
    blocks = {block.lines[0] for block in document.blocks if isinstance(block, Lines)}
    return blocks | {cell.splitlines()[0] for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row if "\n" in cell}


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_that_never_goes_to_a_qme_is_addressed_to_none_in_any_case(name):
    """And one that does names the claims administrator, who has the same, or the day on which that office was served."""
    for case in (full(name), awkward(name), *PERSONS.values()):
        document = PAPERS[name].build(matter(case, "en"))
        if evaluators(case) & written_to(document):
            assert KINDS[name].qme != NEVER
            served = case.claim.claims_administrator if KINDS[name].qme == SAME_DAY else load_words("en").letter("qme-letter", "served_on")
            assert any(served in text for text in strings(document))


@pytest.mark.parametrize("name", [one.name for one in LETTERS if one.qme == SAME_DAY])
def test_a_letter_to_a_qme_names_all_who_get_it_and_so_does_its_proof_of_mailing(name):
    case = full(name)
    report, claim = case.reports[1], case.claim
    known = {"qme": report.author, "claims_administrator": claim.claims_administrator, "deu": (report.correction.deu_office or "").partition("\n")[0]}
    letter, proof = PAPERS[name].build(matter(case, "en")), PROOFS[name](matter(case, "en"), report)
    for document in (letter, proof):
        told = "\n".join(strings(document))
        assert all(known[one] in told for one in (*KINDS[name].to, *KINDS[name].served)), document.name
    assert evaluators(case) & written_to(letter)


def test_the_letter_before_the_exam_is_made_only_when_its_papers_were_served_and_the_wait_is_over():
    name, case = "qme-letter", full("qme-letter")
    assert KINDS[name].qme == AFTER_WAIT
    not_yet = load_words("en").letter(name, "not_yet_mark")
    for less in ({"exams.0.sendings": []}, {"exams.0.sendings.0.on": "2026-11-20"}, {"exams.0.sendings.0.to": "qme"}, {"exams.0.sendings.0.papers": []}, {"exams.0.sendings.0.result": "failed"}):
        assert PAPERS[name].build(matter(case.answers(less), "en")).mark == not_yet, less
    assert PAPERS[name].build(matter(case, "en")).mark is None


def test_the_copy_that_is_served_is_the_same_letter_with_a_mark():
    case = full("supplemental-request")
    letter, copy = (build(matter(case, "en"), case.reports[1]) for build in (PAPERS["supplemental-request"].build, supplemental_copy))
    assert letter.blocks == copy.blocks and copy.mark == load_words("en").letter("supplemental-request", "copy_mark")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", SHUT)
@pytest.mark.parametrize("name", NAMES)
def test_with_an_attorney_or_in_another_system_a_sheet_without_a_recipient_stands_in_the_place_of_each_letter(name, why, language):
    words, case = load_words(language), full(name).answers(SHUT[why])
    document = PAPERS[name].made(matter(case, language))
    if name in EVERYBODY:
        assert document == PAPERS[name].build(matter(case, language))
        return
    assert words.letter("common", "not_made_mark") in document.mark and words.letter("common", f"not_made_{why}") in strings(document)
    assert not [block for block in document.blocks if isinstance(block, Lines | Signature | Blank | Table)]


@pytest.mark.parametrize("name", NAMES)
def test_for_everybody_else_the_letter_is_the_letter(name):
    for case in (full(name), awkward(name)):
        assert PAPERS[name].made(matter(case, "en")) == PAPERS[name].build(matter(case, "en"))


def test_the_command_line_makes_no_letter_either(tmp_path):
    file, out = tmp_path / "case.json", tmp_path / "letter.txt"
    for why, said in SHUT.items():
        file.write_bytes(dump(full("objection").answers(said)))
        assert main(["paper", "objection", str(file), "-o", str(out), "--today", "2026-11-21"]) == 0
        assert load_words("en").letter("common", f"not_made_{why}") in " ".join(out.read_text(encoding="utf-8").split())


ALL = AWKWARD.answers({"rating": RATED.rating, "exams": [*AWKWARD.exams, {**BOOKED.exams[0].model_dump(mode="json"), "id": "exam-2"}]})
CASES = {"all": ALL, "exam": EXAM_SOON, "letter": OVERTURNED}


@pytest.mark.parametrize("name", some_of([page.name for page in PAGES], ["write"]))
def test_no_page_offers_a_letter_to_somebody_with_an_attorney_or_in_another_system(name, monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", "2026-11-21")
    words = load_words("en")
    ours = {words.say(f"paper.{one}") for one in NAMES if one not in EVERYBODY}
    for case in CASES.values():
        for said in SHUT.values():
            at = opened(case.answers(said), name)
            assert healthy(at)
            offered = [*(fold.label for fold in at.expander), *(one.proto.label for one in at.get("download_button"))]
            assert not [label for label in offered if any(paper in label for paper in ours)], said


@pytest.mark.parametrize("why", SHUT)
def test_the_plan_of_an_exam_has_no_task_with_a_letter_for_them(why):
    case = EXAM_SOON.answers(SHUT[why])
    tasks = {step.task for step in plan(case, case.exams[0], load_law(), TODAY)}
    assert not tasks & {"interpreter", "travel", "wages", "records", "serve", "ask_sent", "nonmedical"} and "timeline" in tasks
