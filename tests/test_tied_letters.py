"""Every sentence of a paper is tied to an answer: without the answer it goes, and nothing that is broken or untold comes.

tests/golden/tied/ says for each letter and language which words of ours go and come with each answer, by their keys: `line` is a line
to fill in by hand, another `+` is the sentence for somebody who did not say it. After a change of a letter:
QME_GUIDE_GOLDEN=write python -m pytest -m slow tests/test_tied_letters.py, then read the difference.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from qme_guide.case import Case
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.claim_papers import claim_file_proof
from qme_guide.documents.correction_reply import reply_proof
from qme_guide.documents.dispute_letter import dispute_proof
from qme_guide.documents.document import Document
from qme_guide.documents.factual_correction import correction_proof
from qme_guide.documents.late_report import late_report_proof
from qme_guide.documents.matter import Matter
from qme_guide.documents.objection import objection_proof
from qme_guide.documents.panel_copy import panel_copy_proof
from qme_guide.documents.rating_reconsider import rating_proof
from qme_guide.documents.selection_notice import selection_proof
from qme_guide.documents.supplemental_request import supplemental_copy, supplemental_proof
from qme_guide.law import load_law
from qme_guide.rules.correspondence import KINDS, LETTERS
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EVERYBODY, EXAM_SOON, TODAY, WRONG_REPORT
from tests.sweeps import some_of
from tests.taking_away import Less, broken, listening, said_by, still_there, without
from tests.test_letters import FITTING, GOLDEN

Build = Callable[[Matter], Document]
LAW = load_law()
ADJUSTER = {"claim.adjuster": "Pat Sample"}
SERVED = {"id": "sending-1", "to": "claims_administrator", "on": "2026-10-20", "how": "fax", "papers": ["record-1"], "result": "arrived"}
# The letters for which the people of the tests have not said all that they can hold.
FULL = {
    "objection": EVERYBODY["objector"].answers({"reports.0.late_reason": "I was in hospital."}),
    "factual-correction": WRONG_REPORT.answers({"reports.1.late_reason": "I was in hospital."}),
    "correction-reply": WRONG_REPORT.answers({"reports.1.correction": {"theirs_served_on": "2026-11-19", "answer": "partly", "reply": "Only the date is right."}}),
    "late-report": WRONG_REPORT.answers({"reports": [WRONG_REPORT.reports[0]], "exams.0.report_came": "no"}),
    "supplemental-request": WRONG_REPORT.answers({"reports.1.question": "How long is each break?", "reports.1.question_rating": "no"}),
    "serve-records": EXAM_SOON.answers({"exams.0.on": "2027-01-29", "exams.0.for_qme": ["record-1", "record-2"]}),
    "qme-letter": EXAM_SOON.answers({"exams.0.on": "2027-01-29", "exams.0.for_qme": ["record-1"], "exams.0.sendings": [SERVED]}),
    "object-nonmedical": EXAM_SOON.answers({"exams.0.on": "2027-01-29", "exams.0.nonmedical_on": "2026-11-18"}),
    "follow-up": WRONG_REPORT.answers(
        {"reports.1.sendings": [{"id": "sending-1", "to": "claims_administrator", "on": "2026-11-10", "how": "mail", "number": "SAMPLE-9", "wrote": "dispute-letter", "result": "sent"}]}
    ),
}  # fmt: skip
NAMES = tuple(KINDS)
QUICK = ("objection", "correction-reply", "late-report", "rating-reconsider", "interpreter-request", "selection-notice", "form-missing", "imr-authorize", "records-request", "follow-up")
# Open cells for a hand: known only when the paper is sent.
OPEN = {(language, load_words(language).letter("imr-cover", block)) for language in LANGUAGES for block in ("fax_number", "sent_on")}
OF_REPORT = {"objection": objection_proof, "dispute": dispute_proof, "correction": correction_proof, "reply": reply_proof, "copy": supplemental_copy, "question": supplemental_proof}
OTHERS: dict[str, Build] = {
    **{name: (lambda matter, build=build: build(matter, matter.case.reports[-1])) for name, build in OF_REPORT.items()},
    "late": lambda matter: late_report_proof(matter, matter.case.exams[0]),
    "selection": lambda matter: selection_proof(matter, matter.case.panels[0]),
    "claim": claim_file_proof, "rating": rating_proof, "panel": panel_copy_proof,
}  # fmt: skip
"""What goes with a letter and is no paper of the catalog."""


def full(name: str) -> Case:
    """The case for a letter in which as much as can be was told."""
    case = FULL.get(name) or EVERYBODY[next(one for one in FITTING[name] if one != "newcomer")]
    return case.answers(ADJUSTER)


def built(build: Build, case: Case, language: str) -> tuple[Document, dict[str, bool]]:
    """A paper, and which words of ours stand in it."""
    words = listening(language)
    document = build(Matter(case, next(iter(case.letters), None), LAW, words, TODAY))
    return document, said_by(document, words)


def faults(document: Document) -> list[str]:
    return [fault for fault in broken(document) if not any(document.language == language and f"'{label}', ''" in fault for language, label in OPEN)]


def ties(name: str, language: str, only: Iterable[tuple[str, str]] | None = None) -> list[str]:
    """Which words go and come with each answer. Fails for a broken sentence, and where what was taken away is still told."""
    case = full(name)
    whole, said = built(PAPERS[name].build, case, language)
    assert not faults(whole)
    found: dict[tuple[str, str], list[str]] = {}
    for less in without(case, only):
        document, now = built(PAPERS[name].build, less.case, language)
        if document != whole:
            _sound(name, less, document, language)
            gone = [f"- {key}" for key in sorted({*said} - {*now} - COPY)]
            come = [f"+ {'line ' if now[key] else ''}{key}" for key in sorted({*now} - {*said} - COPY)]
            found.setdefault((less.path, ", ".join((*gone, *come)) or "only what was said"), []).append(less.how)
    return [f"{path} ({', '.join(hows)}): {change}" for (path, change), hows in found.items()]


# Stands on every reading copy, and on no other paper.
COPY = {"common.copy_explain", "common.copy_mark"}


def _sound(name: str, less: Less, document: Document, language: str) -> None:
    wrong = [*faults(document), *(f"still told: {one}" for one in still_there(less, document, load_words(language)))]
    assert not wrong, (name, less.path, less.how, wrong)


def agreed(name: str, language: str) -> list[str]:
    return (GOLDEN / "tied" / f"{name}-{language}.txt").read_text(encoding="utf-8").splitlines()


def ways(line: str) -> list[tuple[str, str]]:
    """The answers of a line of the table: the path, and each way in which it is missing."""
    path, _, rest = line.partition(" (")
    return [(path, how) for how in rest.partition("): ")[0].split(", ")]


@pytest.mark.parametrize("name", some_of(NAMES, QUICK))
def test_without_an_answer_its_sentences_go_and_a_line_to_fill_in_or_an_agreed_one_comes(name):
    """One way for each line of the table, in Spanish."""
    rows = [line for line in agreed(name, "es") if "nothing" in dict(map(reversed, ways(line)))]
    found = ties(name, "es", [(path, "nothing") for path, *_ in (ways(line)[0] for line in rows)])
    told = {(ways(line)[0][0], line.partition("): ")[2]) for line in rows}
    assert {(ways(line)[0][0], line.partition("): ")[2]) for line in found} == told


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_each_sentence_of_a_letter_is_tied_to_its_answers(name, language):
    found, path = ties(name, language), GOLDEN / "tied" / f"{name}-{language}.txt"
    if os.environ.get("QME_GUIDE_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
    assert found == agreed(name, language)


def test_every_letter_has_its_table_of_ties():
    tables = {(name, language): " ".join(agreed(name, language)) for name in NAMES for language in LANGUAGES}
    assert {path.stem for path in (GOLDEN / "tied").iterdir()} == {"-".join(one) for one in tables}
    assert all("worker.name" in tables[one.name, language] and "claim.number" in tables[one.name, language] for one in LETTERS for language in LANGUAGES)


ALL_THE_WAY = "rated"
PEOPLE = tuple(dict.fromkeys(one for people in FITTING.values() for one in people if one != "newcomer"))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", PEOPLE)
def test_no_paper_of_anybody_breaks_when_any_one_answer_is_missing(person, language):
    """Every paper that fits a person; for one who went all the way, also what goes with the letters."""
    case = EVERYBODY[person].answers(ADJUSTER)
    papers = {name: PAPERS[name].build for name, people in FITTING.items() if person in people}
    others = OTHERS if person == ALL_THE_WAY else {}
    for less in without(case):
        for name, build in (papers | others).items():
            if name in others and not (less.case.reports and less.case.exams and less.case.panels):
                continue
            _sound(name, less, build(Matter(less.case, next(iter(less.case.letters), None), LAW, load_words(language), TODAY)), language)
