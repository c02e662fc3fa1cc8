"""What can be done with the errors of a report: the correction of facts, a letter, the table and the list of questions.

With an attorney there is no letter of ours: the table is for that office.
"""

from dataclasses import replace
from functools import partial

from pages.parts import look, offer, session
from qme_guide.case import UNSURE, Report
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.error_table import NAME, error_table
from qme_guide.documents.question_list import NAME as QUESTIONS
from qme_guide.documents.question_list import question_list
from qme_guide.rules import errors, reading
from qme_guide.rules.table import represented

SHEETS = {NAME: error_table, QUESTIONS: question_list}


def section(report: Report) -> None:
    """The ways onward, the next one first; nothing of it while no error was noted."""
    words = session.words()
    if represented(session.case()):
        look.heading(words.say("report.next_title"))
        look.show(look.paragraph(words.say("report.attorney")))
        offer.papers("hand-off")
    elif report.errors:
        look.heading(words.say("report.next_title"))
        _ways(report)


def _ways(report: Report) -> None:
    """By whose report it is: the correction, or the objection; then the letters."""
    words, ready = session.words(), reading.done(report)
    if report.kind == UNSURE:
        look.show(look.notice(words.say("objection.kind_unsure", phone=session.law().contacts.ia_phone), "soon"))
    if report.kind == reading.TREATING:
        look.show(look.paragraph(words.say("report.treating")))
        offer.step(words.say("report.to_objection"), "objection", primary=ready)
    else:
        look.show(look.paragraph(words.say("report.sorts")))
        offer.step(words.say("report.to_correct"), "correct", primary=ready and bool(errors.rows(report, errors.FACT)))
    offer.step(words.say("report.to_write"), "write")


def papers(report: Report) -> None:
    """The table and the questions, as papers; nothing while no error was noted."""
    if not report.errors:
        return
    look.heading(session.words().say("report.papers"))
    for name, build in SHEETS.items():
        offer.paper(replace(PAPERS[name], build=partial(build, report=report)), None)
