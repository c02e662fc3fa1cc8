"""The errors of a report as cards: the number, the part, the page, the words, the paper, fact or opinion, what is missing.

Long tables are shown a part at a time. It decides nothing: numbers and sorts come from rules/errors.
"""

from functools import partial

import streamlit as st

from pages.parts import error_row, look, reports, session, tone, undo
from qme_guide.case import Report, ReportError
from qme_guide.documents.record_names import listed_name
from qme_guide.rules import errors, reading

SORTS = {errors.FACT: ("report.sort_fact", "next"), errors.OPINION: ("report.sort_opinion", "wait"), errors.OPEN: ("report.sort_open", "soon")}
WAYS = {error_row.WORDS: "report.change_words", error_row.SORT: "report.change_sort", error_row.PAPER: "report.change_paper", error_row.TOPIC: "report.change_topic"}


def section(report: Report) -> None:
    """All errors with how many of each sort, and the way to note one."""
    words = session.words()
    look.heading(words.say("report.errors_title"))
    if report.errors:
        n, number, count = (len(errors.rows(report, sort)) for sort in SORTS)
        look.show(look.paragraph(words.say("report.counted", n=n, number=number, count=count)))
        if report.errors[1:] and reading.left(report):
            look.show(look.paragraph(words.say("report.numbers"), soft=True))
    else:
        look.show(look.paragraph(words.say("report.errors_help")))
    _part(report)
    st.button(words.say("report.add_error"), key="add_error", on_click=error_row.begin, args=(report,), width="stretch")


def some(report: Report, topic: str) -> None:
    """The errors of one part of the report."""
    found = reading.of_topic(report, topic)
    if found:
        look.heading(session.words().say("report.here_title"))
    for number, error in found:
        _card(report, number, error)


def _part(report: Report) -> None:
    """The cards; of a long table a part, and the ways to the parts before and after it."""
    words, rows, most = session.words(), errors.numbered(report), session.law().practice.report.rows_shown
    place = f"errors.{report.id}.from"
    start = min(session.place(place, 0), max(len(rows) - 1, 0))
    start -= start % most
    end = min(start + most, len(rows))
    if rows[most:]:
        look.show(look.paragraph(words.say("report.shown_part", first=start + 1, last=end, count=len(rows)), soft=True))
    if start:
        st.button(words.say("report.earlier"), key="earlier", on_click=session.go, args=(place, start - most), width="stretch")
    for number, error in rows[start:end]:
        _card(report, number, error)
    if rows[end:]:
        st.button(words.say("report.later"), key="later", on_click=session.go, args=(place, end), width="stretch")


def _card(report: Report, number: int, error: ReportError) -> None:
    """One error: what was noted, what it lacks, a gentle word about its tone, and its buttons."""
    words = session.words()
    topic = words.choice("reports.errors.topic", error.topic) if error.topic else words.say("report.no_topic")
    key, tone_of = SORTS[errors.sort(error)]
    with st.container(key=f"card-{error.id}", gap="xsmall"):
        head = f"<p><strong>{number}. {look.words(topic)}</strong> {look.tag(words.say(key), tone_of)}</p>"
        look.show(head, *_said(error), *_lacks(report, error))
        tone.told(f"{reports.path('errors')}.{report.errors.index(error)}.true")
        if errors.sort(error) == errors.OPEN:
            _button(words.say("report.decide"), f"decide.{error.id}", partial(error_row.edit, report, error, error_row.SORT))
        with st.expander(words.say("report.change", number=number)):
            for part, label in _ways(error).items():
                _button(words.say(label), f"change.{part}.{error.id}", partial(error_row.edit, report, error, part))
            _button(words.say("report.remove", number=number), f"remove.{error.id}", partial(_remove, report, number, error))


def _ways(error: ReportError) -> dict[str, str]:
    """What can be changed; whether the report leaves it out only while there are no words of it."""
    return WAYS | ({error_row.OMITTED: "report.change_omitted"} if error.true and not error.says else {})


def _said(error: ReportError) -> list[str]:
    """Its page, the words of the report, what is right, and the papers, as they were typed."""
    words = session.words()
    where = ", ".join(filter(None, (words.say("report.page", page=error.page) if error.page else "", error.place)))
    papers = [*(listed_name(one, words) for one in errors.proofs(session.case(), error)), *filter(None, (error.proof_named,))]
    says = [look.paragraph(words.say("report.says"), soft=True), look.quote(error.says)] if error.says else []
    left_out = [look.paragraph(words.say("report.left_out"), soft=True)] if errors.omitted(error) else []
    right = [look.paragraph(words.say("report.right"), soft=True), look.quote(error.true)] if error.true else []
    paper = look.own(words.say("report.paper", papers="; ".join(papers))) if papers else ""
    return [look.own(where) if where else "", *says, *left_out, *right, paper]


def _lacks(report: Report, error: ReportError) -> list[str]:
    """What it lacks, and a page that the report does not have."""
    words, doubt = session.words(), reading.doubtful_page(report, error.page)
    odd = [look.notice(words.say(f"report.page_{doubt}", pages=errors.page_number(report.pages)), "soon")] if doubt else []
    missing = [words.say(f"report.lacks_{name}") for name in reading.lacks(error)]
    return [*odd, look.paragraph(" ".join(missing), soft=True) if missing else ""]


def _button(label: str, key: str, press: partial) -> None:
    st.button(label, key=key, type="tertiary", on_click=press)


def _remove(report: Report, number: int, error: ReportError) -> None:
    known = reports.path("errors")
    session.answer({known: tuple(one for one in report.errors if one != error)})
    undo.remember("report.removed", {known: report.errors}, number=number)
