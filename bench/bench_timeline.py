"""What a long timeline costs, as ratios within one run on one machine: `make bench`.

The page with 500 events, as a list and as a drawing, against a page that has only a title, all inside the app's frame; and the full timeline of 500
events as a PDF against that of 50. Prints JSON and ends with 1 when a ratio is over its limit.
"""

import json
import os
import statistics
import time
from datetime import date, timedelta

from streamlit.testing.v1 import AppTest

from bench.bench_pages import ENVIRONMENT, FRAMED, app, measure
from qme_guide.case import Case
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.matter import Matter
from qme_guide.flow import PAGES
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.words import load_words
from tests.personas import EXAM_SOON, TODAY

MANY, SOME = 500, 50
PAGE_LIMIT, PAPER_LIMIT = 8, 12
PAPER = "timeline-full"
ROUNDS = 5


def main() -> int:
    """Measure, print, judge."""
    os.environ.update(ENVIRONMENT)
    [page] = [page for page in PAGES if page.name == "timeline"]
    pages = measure({"list": app(told(MANY), page.path), "chart": chart(page.path), "framed": AppTest.from_string(FRAMED)})
    papers = {str(count): paper(told(count)) for count in (MANY, SOME)}
    ratios = {name: round(pages[name] / pages["framed"], 2) for name in ("list", "chart")}
    ratios["paper"] = round(papers[str(MANY)] / papers[str(SOME)], 2)
    print(json.dumps({"milliseconds": pages | papers, "ratios": ratios}, indent=1))
    return int(max(ratios["list"], ratios["chart"]) > PAGE_LIMIT or ratios["paper"] > PAPER_LIMIT)


def chart(path: str) -> AppTest:
    """The page with its drawing open."""
    test = app(told(MANY), path).run()
    return test.button(key="tool.chart").click().run()


def told(count: int) -> Case:
    """The warehouse worker with so many events: those of the persona again and again, each with a number of its own."""
    events = [EXAM_SOON.events[at % len(EXAM_SOON.events)] for at in range(count)]
    many = [one.model_copy(update={"id": f"many-{at}", "on": earlier(one.on, at), "beside": None, "what": f"{one.what} ({at})"}) for at, one in enumerate(events)]
    return EXAM_SOON.model_copy(update={"events": tuple(many)})


def earlier(moment: date | str | None, days: int) -> date | str | None:
    """An exact day so many days earlier, so that the events do not share a few days; other times as they are."""
    return moment - timedelta(days) if isinstance(moment, date) else moment


def paper(case: Case) -> float:
    """The median time, in milliseconds, of the full timeline as a PDF."""
    matter, times = Matter(case, None, load_law(), load_words("en"), TODAY), []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        RENDERERS[".pdf"](PAPERS[PAPER].build(matter))
        times.append(time.perf_counter() - start)
    return round(statistics.median(times) * 1000, 1)


if __name__ == "__main__":
    raise SystemExit(main())
