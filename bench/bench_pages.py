"""How long a page takes, as ratios within one run on one machine: `make bench`.

The heaviest page of the example case against a page that has only a title, both inside the app's frame; that title
page in the frame against the same page bare; and all clocks of a full case against the title page. Prints JSON and ends
with 1 when a ratio is over its limit.
No server, no browser: Streamlit's AppTest reruns the app.
"""

import json
import os
import statistics
import time
from collections.abc import Mapping
from pathlib import Path

from streamlit.testing.v1 import AppTest

from qme_guide import savefile
from qme_guide.case import Case
from qme_guide.flow import PAGES
from qme_guide.law import load_law
from qme_guide.rules.dates import dates
from tests.personas import MANY, TODAY

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "content" / "example.json"
ENVIRONMENT = {"QME_GUIDE_TODAY": "2026-11-21", "QME_GUIDE_DEVELOP": "yes"}
PAGE_LIMIT, FRAME_LIMIT, CLOCKS_LIMIT = 8, 4, 1
RUNS = 25
BARE = "import streamlit as st\nst.title('Title')\n"
FRAMED = """
from types import SimpleNamespace
import streamlit as st
from pages.parts import frame
from qme_guide.flow import PAGES

def page(name):
    def title():
        st.title("Title")
    title.__name__ = name
    return SimpleNamespace(name=name, path=title)

frame.run([page(one.name) for one in PAGES])
"""


def main() -> int:
    """Measure, print, judge."""
    os.environ.update(ENVIRONMENT)
    case = savefile.load(EXAMPLE.read_bytes(), load_law().practice.save_file_bytes)
    tests = {page.name: app(case, page.path) for page in PAGES}
    tests |= {"bare": AppTest.from_string(BARE), "framed": AppTest.from_string(FRAMED)}
    taken = measure(tests)
    heaviest = max(tests.keys() - {"bare", "framed"}, key=taken.__getitem__)
    taken["all clocks"] = clocks()
    ratios = {
        "page": round(taken[heaviest] / taken["framed"], 2),
        "frame": round(taken["framed"] / taken["bare"], 2),
        "clocks": round(taken["all clocks"] / taken["framed"], 2),
    }
    print(json.dumps({"milliseconds": taken, "heaviest": heaviest, "ratios": ratios}, indent=1))
    return int(ratios["page"] > PAGE_LIMIT or ratios["frame"] > FRAME_LIMIT or ratios["clocks"] >= CLOCKS_LIMIT)


def clocks() -> float:
    """The median time, in milliseconds, of all clocks of a full case: three letters, two reports, an exam, a claim."""
    full = MANY.answers({"claim.injured_on": TODAY.replace(month=3), "claim.form_filed_on": TODAY.replace(month=8)})
    law, times = load_law(), []
    for _ in range(RUNS):
        start = time.perf_counter()
        dates(full, law, TODAY)
        times.append(time.perf_counter() - start)
    return round(statistics.median(times) * 1000, 2)


def app(case: Case, page: str = "") -> AppTest:
    """The app with this case, on this page (home when none is named)."""
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    test.session_state["case"] = case
    test.run()
    return test.switch_page(page) if page else test


def measure(tests: Mapping[str, AppTest]) -> dict[str, float]:
    """The median time of a rerun of each, in milliseconds. They take turns, so that a busy machine slows all alike."""
    times: dict[str, list[float]] = {name: [] for name in tests}
    for _ in range(RUNS):
        for name, test in tests.items():
            times[name].append(rerun(name, test))
    return {name: round(statistics.median(some[1:]) * 1000, 1) for name, some in times.items()}


def rerun(name: str, test: AppTest) -> float:
    """The seconds of one rerun. RuntimeError when the page breaks."""
    start = time.perf_counter()
    test.run(timeout=60)
    taken = time.perf_counter() - start
    if test.exception:
        raise RuntimeError(name, test.exception[0].message)
    return taken


if __name__ == "__main__":
    raise SystemExit(main())
