"""A file may say any day that there is: papers and dates of the first and the last day of the calendar do not break."""

import re

import pytest

from qme_guide.case import Case
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.entries import calendar
from qme_guide.documents.listing import listing
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.rules.oddities import about_exam, about_panel
from qme_guide.rules.plan import plan
from qme_guide.rules.route import waiting
from qme_guide.words import load_words
from tests.personas import EVERYBODY, TODAY


ENDS = ["0001-01-01", "9999-12-31", *(pytest.param(month, marks=pytest.mark.slow) for month in ("0001-01", "9999-12"))]


def at(day: str, who: str) -> Case:
    return Case.model_validate_json(re.sub(r'"\d{4}-\d{2}-\d{2}"', f'"{day}"', EVERYBODY[who].model_dump_json()))


@pytest.mark.parametrize("day", ENDS)
def test_the_plan_the_road_and_what_is_odd_about_a_panel_stand_there_too(day):
    case = at(day, "wrong-report")
    law = load_law()
    assert plan(case, case.exams[0], law, TODAY)
    assert waiting(case, law) is None or waiting(case, law).safe is None
    assert all(one.name for one in (*about_panel(case, case.panels[0], law, TODAY), *about_exam(case, case.exams[0], law, TODAY)))


@pytest.mark.parametrize("day", ENDS)
def test_every_paper_and_every_date_stands_at_the_ends_of_the_calendar(day):
    case = at(day, "wrong-report")
    matter = Matter(case, next(iter(case.letters), None), load_law(), load_words("es"), TODAY)
    assert listing(matter) and all(paper.made(matter).blocks for paper in PAPERS.values())
    calendar(matter)
