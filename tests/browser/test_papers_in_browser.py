"""Every paper with a table, as the screen of a phone shows it: no word in two pieces, nothing wider than the screen.

The paper stands alone under the style sheet, without the server: only its tables are measured.
"""

import pytest
from playwright.sync_api import Browser, Page

from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.document import Document, Table
from qme_guide.render import html
from qme_guide.words import LANGUAGES
from tests.browser.drive import ROOT
from tests.browser.road import BROKEN
from tests.personas import EVERYBODY
from tests.test_letters import FITTING, matter

STYLE = (ROOT / "pages/parts/look.css").read_text(encoding="utf-8")
PHONE, SMALL = 375, 320
WIDER = "() => { const paper = document.querySelector('article'); return paper.scrollWidth > paper.clientWidth }"


def tables(language: str, least: int) -> list[tuple[str, Document]]:
    """The papers that hold a table of so many columns, of each person they fit."""
    made = [(f"{name} {who}", paper.made(matter(EVERYBODY[who], language))) for name, paper in PAPERS.items() for who in FITTING.get(name, ("newcomer",))]
    return [(name, one) for name, one in made if any(isinstance(block, Table) and len(block.lines[0]) >= least for block in one.flow)]


def put(page: Page, paper: Document) -> None:
    inside = f'<div class="stApp"><div class="stMain"><div class="stExpander" style="padding: 0 1.8rem"><div class="stHtml">{html.fragment(paper)}</div></div></div></div>'
    page.set_content(f'<!doctype html><html lang="en"><style>{STYLE}</style><body style="margin:0;font:18px/1.5 sans-serif">{inside}</body></html>')


@pytest.mark.slow
@pytest.mark.parametrize("width", (PHONE, SMALL))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_of_a_paper_breaks_a_word_on_a_phone(browser: Browser, language: str, width: int):
    page, found = browser.new_page(viewport={"width": width, "height": 800}), {}
    for name, paper in tables(language, least=2):
        put(page, paper)
        if page.evaluate(BROKEN) or page.evaluate(WIDER):
            found[name] = page.evaluate(BROKEN)
    page.close()
    assert found == {}


def test_on_a_phone_a_wide_table_stands_in_rows_under_each_other_and_is_still_a_table(browser: Browser):
    page = browser.new_page(viewport={"width": PHONE, "height": 800})
    put(page, dict(tables("es", least=5))["error-table wrong-report"])
    cells = page.get_by_role("row").nth(-1).get_by_role("cell").all()
    heads = page.get_by_role("columnheader").all_inner_texts()
    told = [one.evaluate("cell => getComputedStyle(cell, '::before').content.split(' / ')[0]") for one in cells]
    assert [one.bounding_box()["x"] for one in cells] == [cells[0].bounding_box()["x"]] * len(heads)
    assert told == [f'"{name}"' for name in heads] and len(heads) == len(cells) == 5
    page.close()
