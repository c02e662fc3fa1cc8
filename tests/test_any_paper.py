"""Every paper and page of any valid case at all: also with mistyped years, and days and texts that nobody would tell."""

import pytest
from hypothesis import HealthCheck, given, settings

from qme_guide import board
from qme_guide.case import Case
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.matter import Matter
from qme_guide.flow import PAGES
from qme_guide.law import load_law
from qme_guide.rules.dates import dates
from qme_guide.words import LANGUAGES, load_words
from tests.any_case import cases
from tests.far_days import all_far, one_far
from tests.full_case import full
from tests.personas import EVERYBODY, TODAY
from tests.sweeps import some_of
from tests.test_pages import healthy, opened

LAW = load_law()
# Also somebody who told when the request for treatment came, and who told everything that can be told.
TOLD = EVERYBODY | {"asked": EVERYBODY["farm-worker"].answers({"letters.0.rfa_received_on": "2026-10-26"}), "full": full()}
WORDS = {language: load_words(language) for language in LANGUAGES}


def papers_and_dates(case: Case) -> None:
    """Everything that is told of a case; none of it may break, whatever was typed into a field that takes it."""
    dates(case, LAW, TODAY)
    board.row(case, LAW, TODAY, None)
    board.flags(case, LAW, TODAY)
    for words in WORDS.values():
        for letter in (None, *case.letters[:1]):
            for paper in PAPERS.values():
                assert paper.build(Matter(case, letter, LAW, words, TODAY)).title


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_a_few_cases_of_any_kind_have_all_their_papers(case):
    papers_and_dates(case)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_cases_of_any_kind_have_all_their_papers(case):
    papers_and_dates(case)


@pytest.mark.parametrize("person", some_of(TOLD, ("asked", "sent")))
def test_with_all_days_mistyped_every_paper_can_still_be_made(person):
    for case in all_far(TOLD[person]):
        papers_and_dates(case)


@pytest.mark.slow
@pytest.mark.parametrize("person", ["asked", "many", "sent", "wrong-report"])
def test_with_any_one_day_mistyped_every_paper_can_still_be_made(person):
    for case in one_far(TOLD[person]):
        papers_and_dates(case)


@pytest.mark.slow
@pytest.mark.parametrize("person", ["asked", "many", "sent", "wrong-report", "full"])
def test_with_all_days_mistyped_every_page_opens(person, monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())
    for case in all_far(TOLD[person]):
        for one in PAGES:
            assert healthy(opened(case, one.name)), one.name
