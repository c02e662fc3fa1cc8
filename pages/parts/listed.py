"""Which of the person's papers a report lists: the boxes to tick, and the papers that it leaves out."""

from functools import partial
from html import escape

import streamlit as st

from pages.parts import error_row, look, offer, reports, session
from pages.parts.markdown import typed
from qme_guide.case import Report
from qme_guide.documents.record_names import listed_name, listed_names
from qme_guide.rules import errors, reading


def ask(report: Report) -> None:
    """A box for each paper in the hand: does the report list it? Then what it leaves out."""
    words, known = session.words(), reading.in_hand(session.case())
    told = words.question("reports.listed")
    look.subheading(str(told["label"]))
    if not known:
        look.show(look.paragraph(words.say("report.listed_none")))
        offer.step(words.say("report.to_records"), "records")
        return
    look.show(look.paragraph(str(told["why"]), soft=True), look.paragraph(str(told["find"])))
    with st.form(f"form.{report.id}.listed", border=False):
        ticked = error_row.ticks(f"listed.{report.id}", listed_names(known, words), report.listed or ())
        if st.form_submit_button(words.say("report.listed_keep"), width="stretch"):
            session.answer({reports.path("listed"): ticked})
            st.rerun()
    missing(report)


def missing(report: Report) -> None:
    """The papers that the report leaves out, each with the way to note it; nothing while nobody said which ones it lists."""
    words, gone = session.words(), errors.missing_records(session.case(), report)
    if report.listed is None or not reading.in_hand(session.case()):
        return
    if not gone:
        look.show(look.notice(words.say("report.listed_all"), "done"))
        return
    look.heading(words.say("report.missing_title"))
    look.show(look.paragraph(words.say("report.missing_help")))
    noted = {name for error in report.errors if error.topic == reading.RECORDS for name in error.proof}
    for one in gone:
        name = listed_name(one, words)
        if one.id in noted:
            look.show(f"<p>{look.tag(words.say('report.tag_noted'), 'done')} {escape(name)}</p>")
        else:
            press = partial(error_row.begin, report, reading.RECORDS, (one.id,))
            st.button(words.say("report.note_missing", name=typed(name)), key=f"missing.{one.id}", type="tertiary", on_click=press)
