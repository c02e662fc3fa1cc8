"""The reports of the case: which one a page is about, what it is called, the questions about it, adding and removing one.

A report is kept with its first answer. This module must not know what may be written against a report.
"""

from collections.abc import Callable

import streamlit as st

from pages.parts import ask, letters, look, piles, session, show, undo
from pages.parts.markdown import typed
from qme_guide.case import Report
from qme_guide.documents.names import report_name
from qme_guide.paths import free_id
from qme_guide.rules.table import represented

# The screens about a report: the answers that each asks for. The last one is only for whoever reads it part by part.
ABOUT = "about"
STEPS = {"kind": ("kind",), "received": ("received_on",), "details": ("author", "printed_on"), ABOUT: ("specialty", "pages", "author_address")}
NEEDED = ("kind", "received")
MORE = "report.more"


def at() -> int:
    """The place in the list of the report that a page is about (from 0): one that is kept, also while another is only begun."""
    return min(session.place("report", 0), max(len(session.case().reports) - 1, 0))


def path(name: str) -> str:
    """Where an answer about this report stands in the case."""
    return f"reports.{at()}.{name}"


def called(report: Report) -> str:
    """The name of a report: who signed it and its date, as far as they are known, else its number."""
    return report_name(report, session.words())


def steps(more: bool) -> tuple[str, ...]:
    """The screens of the walk; `more`: with what only the reading and its letters need."""
    return tuple(name for name in STEPS if more or name != ABOUT)


def add(more: bool = False) -> None:
    """Another report; its first question opens. `more`: as in `steps`."""
    known = session.case().reports
    session.note(MORE, more)
    letters.begin("reports", Report(id=free_id("report", {one.id for one in known})))
    session.note("report", len(known))
    session.note("report.return", None)
    _go("kind")


def first(more: bool = False) -> None:
    """The button for the first report; with an attorney it is noted for that office. `more`: as in `steps`."""
    label = session.words().say("objection.for_attorney" if represented(session.case()) else "objection.add")
    st.button(label, key="add_report", on_click=add, args=(more,), type="primary", width="stretch")


def asking() -> str | None:
    """The screen of questions that is open, while its report is there."""
    name = session.place("report.step")
    return name if name in STEPS and letters.case().reports else None


def draw(report: Report | None, row_open: Callable[[Report], bool], row: Callable[[Report], None], rest: Callable[[Report | None], None]) -> None:
    """What is open on a page about a report: a question about it, one of its rows, else the rest of the page."""
    if name := asking():
        question(name)
    elif report and row_open(report):
        row(report)
    else:
        rest(report)


def question(name: str) -> None:
    """One screen of questions, and the way on: to the next one, or back to the report when one answer was changed."""
    about = min(session.place("report", 0), len(letters.case().reports[1:]))
    words, paths = session.words(), tuple(f"reports.{about}.{field}" for field in STEPS[name])
    title = words.say(f"objection.{name}") if paths[1:] else ""
    optional = name not in NEEDED
    went = ask.screen(f"reports.{about}.{name}", paths, optional, title, skip=words.say("ask.skip_it") if optional else "")
    if went:
        walk = steps(session.place(MORE) or name == ABOUT)
        order = walk if went == ask.ON else walk[::-1]
        rest = order[order.index(name) :][1:]
        _go(None if session.place("report.return") or not rest else rest[0])
        if not session.place("report.step"):
            letters.stop()
        st.rerun()


def choose(kind: str | None = None) -> None:
    """Which report the page is about, when there are several. kind: only reports of this kind are offered."""
    known, words = session.case().reports, session.words()
    able = [number for number, one in enumerate(known) if kind in (None, one.kind)]
    if able[1:] and at() in able:
        names = [typed(f"{number}. {called(one)}") for number, one in enumerate(known, start=1)]
        chosen = st.radio(words.say("objection.choose"), able, index=able.index(at()), format_func=names.__getitem__)
        if chosen != at():
            letters.stop()
            session.go("report", chosen)
            st.rerun()


def noted(report: Report, more: bool = False) -> None:
    """What was said about the report, each with a way to change it; removing it, and noting another one. `more`: as in `steps`."""
    words = session.words()
    with st.expander(words.say("objection.noted")):
        for name in steps(more):
            for field in STEPS[name]:
                label = words.say(f"objection.fact_{field}")
                look.show(look.paragraph(f"**{label}:** {show.said(path(field))}"))
                st.button(words.say("denial.change", what=label), key=f"change.{field}", type="tertiary", on_click=_change, args=(name,))
        st.button(words.say("objection.remove"), key="remove_report", type="tertiary", on_click=_remove, args=(report,))
    st.button(words.say("objection.another"), key="add_report", on_click=add, args=(more,), width="stretch")


def _go(name: str | None) -> None:
    session.go("report.step", name)


def _change(name: str) -> None:
    letters.stop()
    session.note("report.return", True)
    _go(name)


def _remove(report: Report) -> None:
    """Let go of a report with all that was noted about it; it can come back. What was made of it is made again."""
    known, places = session.case().reports, session.places(report.id)
    letters.stop()
    piles.drop_made(f".{report.id}")
    papers = {name: paper for name, paper in session.papers().items() if name.endswith(f".{report.id}")}
    for name in papers:
        session.drop_paper(name)
    session.answer({"reports": tuple(one for one in known if one.id != report.id)})
    for name in (*places, "line"):
        session.note(name, None)
    session.go("report", 0)
    undo.remember("objection.removed", {"reports": known}, papers, places, name=called(report))
