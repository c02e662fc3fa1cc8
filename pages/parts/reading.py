"""Reading a report on the screen: how far it is, one part at a time with what the person already said beside it, all errors.

It decides nothing: the parts and their order come from rules/reading. What is written with the errors is told elsewhere.
"""

from functools import partial

import streamlit as st

from pages.parts import ask, beside, cards, error_row, error_rows, exam_at, listed, look, objecting, offer, onward, report_text, reports, session, show
from qme_guide.case import Report
from qme_guide.rules import reading as rules
from qme_guide.rules.dispute import qme_reports
from qme_guide.rules.table import represented

# The parts of a report, and the passage that says what to look at.
PASSAGES = {
    "who": "report_who", "dates": "report_dates", "body_parts": "report_body_parts", "history": "report_history", "job": "report_job",
    "earlier": "report_earlier", "records": "report_records", "tests": "report_tests", "times": "report_times",
    "conclusions": "report_conclusions", "apportionment": "report_apportionment", "future_care": "report_future_care",
    "restrictions": "report_restrictions", "signature": "report_signature", "other": "report_other",
}  # fmt: skip
TAGS = {rules.RIGHT: ("report.tag_right", "done"), rules.WRONG: ("report.tag_wrong", "soon"), rules.LATER: ("report.tag_later", "wait"), None: ("report.tag_open", "next")}


def current() -> Report | None:
    """The report that the page is about: the one chosen, else the newest one of a QME, else the first."""
    known, of_qmes = session.case().reports, qme_reports(session.case())
    if of_qmes and session.place("report") is None:
        session.note("report", known.index(of_qmes[-1]))
    return known[reports.at()] if known else None


def screen(report: Report | None) -> None:
    """No report yet; whether there is an attorney, who would do all of this; the open part of the report; or all of it."""
    topic = report and session.place(_place(report))
    if report is None:
        look.show(show.passage("pages/report_intro", n=_minutes()))
        reports.first(more=True)
    elif session.case().triage.lawyer is None:
        if ask.screen("report.lawyer", ("triage.lawyer",), back=False):
            st.rerun()
    elif topic in rules.topics(report):
        _topic(report, topic)
    else:
        _whole(report)


def _minutes() -> int:
    return session.law().practice.report.reading_minutes


def _place(report: Report) -> str:
    return f"reading.{report.id}"


def _open(report: Report, topic: str | None) -> None:
    session.go(_place(report), topic)


def _named(topic: str) -> str:
    return session.words().choice("reports.errors.topic", topic)


def _whole(report: Report) -> None:
    """Its dates, how far it was read, the errors, what the report leaves out, the papers, what was noted; once read, what to do first."""
    reports.choose()
    _dates(report)
    _progress(report)
    _which_exam(report)
    read = rules.done(report)
    if read:
        onward.section(report)
    error_rows.section(report)
    listed.missing(report)
    if not read:
        onward.section(report)
    onward.papers(report)
    reports.noted(report, more=True)
    offer.save()


def _dates(report: Report) -> None:
    """By when something must be done about it; an attorney counts the dates of an attorney's client."""
    found = [] if represented(session.case()) else objecting.rows(report)
    if found:
        look.show(cards.line(found[0]))
    elif report.received_on is None and not represented(session.case()):
        look.show(look.notice(session.words().say("report.day_needed"), "soon"))


def _progress(report: Report) -> None:
    words, left, parts = session.words(), rules.left(report), rules.topics(report)
    look.show(look.paragraph(words.say("report.progress", number=len(parts) - len(left), count=len(parts))))
    if left:
        look.show(look.paragraph(words.say("report.time", n=_minutes()), soft=True))
        label = words.say("report.go_on", name=_named(left[0])) if report.looked else words.say("report.start")
        st.button(label, key="read_on", type="primary", on_click=_open, args=(report, left[0]), width="stretch")
    else:
        look.show(look.notice(words.say("report.all_read"), "done"))
    with st.expander(words.say("report.parts")):
        for topic in parts:
            key, tone = TAGS[rules.state(report, topic)]
            with st.container(key=f"part-{topic}", gap=None):
                look.show(look.tag(words.say(key), tone))
                st.button(words.say("report.open_part", name=_named(topic)), key=f"part.{topic}", type="tertiary", on_click=_open, args=(report, topic))


def _which_exam(report: Report) -> None:
    """Which exam a QME's report is about, when there are several."""
    words, known = session.words(), session.case().exams
    if report.kind == rules.TREATING or not known[1:]:
        return
    names = exam_at.names()
    index = list(names).index(report.exam) if report.exam in names else None
    label = str(words.question("reports.exam")["label"])
    chosen = st.radio(label, list(names), index=index, format_func=names.__getitem__, key=f"which_exam.{report.id}")
    look.show(look.paragraph(str(words.question("reports.exam")["why"]), soft=True))
    if chosen != report.exam:
        session.answer({reports.path("exam"): chosen})


def _topic(report: Report, topic: str) -> None:
    """One part: what to look at, what the person said about it, its errors, how it reads; and the text of the report."""
    words, parts = session.words(), rules.topics(report)
    told = words.passages[f"pages/{PASSAGES[topic]}"]
    look.show(look.paragraph(f"{words.say('report.part', number=parts.index(topic) + 1, count=len(parts))}: {_named(topic)}", soft=True))
    with st.container(key="beside"):
        with st.container(key="beside-ask"):
            look.heading(told.title)
            look.show(look.paragraphs(told.paragraphs))
            beside.show(report, topic)
            if topic == rules.RECORDS:
                listed.ask(report)
            error_rows.some(report, topic)
            _answers(report, topic)
            st.button(words.say("report.to_report"), key="to_report", type="tertiary", on_click=_open, args=(report, None))
            offer.save()
        with st.container(key="beside-text"):
            report_text.beside(report)


def _answers(report: Report, topic: str) -> None:
    """How this part reads, each answer as good as the other; where something is wrong, another error, or on with the reading."""
    words, follows = session.words(), rules.following(report, topic)
    if rules.state(report, topic) != rules.WRONG:
        for how in (rules.RIGHT, rules.WRONG, rules.LATER):
            _button(words.choice("reports.looked.state", how), f"say.{how}", partial(_say, report, topic, how))
        return
    on_with_it = words.say("report.next_part" if follows else "report.last_part"), "next_part", partial(_open, report, follows)
    note = "note", partial(error_row.begin, report, topic)
    if rules.of_topic(report, topic):
        _button(*on_with_it, primary=True)
        _button(words.say("report.another_here"), *note)
    else:
        _button(words.say("report.note_here"), *note, primary=True)
        _button(*on_with_it)
        _button(words.say("report.fix"), "fix", partial(_say, report, topic, rules.RIGHT))


def _button(label: str, key: str, press: partial, primary: bool = False) -> None:
    st.button(label, key=key, type="primary" if primary else "secondary", on_click=press, width="stretch")


def _say(report: Report, topic: str, how: str) -> None:
    """Keep how this part reads, and go on: where something is wrong, to its first error unless one is noted; else to the next part."""
    session.answer({reports.path("looked"): rules.looked(report, topic, how)})
    if how == rules.WRONG and not rules.of_topic(report, topic):
        error_row.begin(report, topic)
    elif how != rules.WRONG:
        _open(report, rules.following(report, topic))
