"""All that goes to each of the three who get the request to correct facts, as one file; the signed form and papers are added here.

A paper that may be new to the QME is not offered; bundle refuses it too.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from pages.parts import details, look, making, offer, one_paper, piles, record, reports, session, tone, uploads
from pages.parts.correct_at import go, holder, named
from pages.parts.making import Recipe
from pages.parts.markdown import own, typed
from qme_guide import bundle
from qme_guide.bundle import Files
from qme_guide.case import Record, Report
from qme_guide.documents import factual_correction as papers
from qme_guide.documents.error_table import is_long
from qme_guide.documents.matter import SENT_LANGUAGE
from qme_guide.documents.record_names import listed_name
from qme_guide.packet import Progress
from qme_guide.rules import correction as rules

MADE = "correction"


def enclosed(report: Report) -> tuple[Record, ...]:
    """The papers that go along: those that the report lists already, whose pages were added here."""
    return tuple(one for one in rules.known(session.case(), report) if piles.pages(piles.RECORD + one.id, holder(report)))


def signed(report: Report) -> bool:
    """The pages of the State's signed form were added here."""
    return bool(piles.pages(piles.FORM37, holder(report)))


def packet(report: Report) -> None:
    """All that goes to each of the three as one file, what is in it and who gets it; papers that the report names can be added."""
    words, known = session.words(), rules.known(session.case(), report)
    look.subheading(words.say("correct.packet_title"))
    look.show(look.paragraph(words.say("correct.packet_text")), look.bullets(_inside(report)), look.paragraph(words.say("correct.packet_to", names=named(rules.SERVICE))))
    if known:
        look.show(look.paragraph(f"**{words.say('correct.pages_title')}**"), look.paragraph(words.say("correct.pages_text")))
    for one in known:
        pages(piles.RECORD + one.id, listed_name(one, words), report, record.called(one))
    at = [one.id for one in report.errors]
    tone.told(*(reports.path(f"errors.{at.index(one.id)}.true") for _, one in rules.rows(report)), reports.path("late_reason"))
    details.own_words()
    if whose := details.whose(partial(go, report), "primary"):
        details.rest(partial(go, report))
    making.offer(_recipe(report), holder(report), "primary" if whose else "secondary")


def _inside(report: Report) -> list[str]:
    """What the one file holds, in its order."""
    words = session.words()
    long = is_long(offer.matter(SENT_LANGUAGE), report, papers.FACTS)
    held = {"form_name": signed(report), "in_letter": not long, "in_letter_short": long, "in_table": long}
    return [*(words.say(f"correct.{name}") for name, holds in held.items() if holds), *(own(listed_name(one, words)) for one in enclosed(report))]


def pages(name: str, told: str, report: Report, called: str = "") -> None:
    """How many pages of a paper are here, and the way to add or see them."""
    words, count = session.words(), len(piles.pages(name, holder(report)))
    if count or called:
        look.show(look.paragraph(f"{own(told)}. {words.say('evaluator.pages_here', pages=count) if count else ''}".strip(), soft=True))
    label = words.say("evaluator.see_pages" if count else "evaluator.add_pages", name=typed(called or told))
    st.button(label, key=f"pages.{name}", type="tertiary", on_click=one_paper.open_paper, args=(name, holder(report)))


def _recipe(report: Report) -> Recipe:
    """How the file is made."""
    matter, whose = offer.matter(SENT_LANGUAGE), holder(report)

    def build(exhibits: Mapping[str, Files], tell: Progress) -> bytes:
        return bundle.correction_packet(matter, report, uploads.files(piles.FORM37, whose), exhibits, tell)

    made = making.of_records(MADE, f"{papers.NAME}.pdf", whose, enclosed(report), build)
    return replace(made, inputs=(*made.inputs, repr(piles.pages(piles.FORM37, whose)).encode()))
