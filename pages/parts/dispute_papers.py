"""The papers that go with the letter about a report: the pages of each, and all of it as one file.

A paper that a row names in the person's own words is on no list; to add its pages puts it on the list of records.
"""

from functools import partial

import streamlit as st

from pages.parts import look, making, offer, one_paper, piles, reports, session
from pages.parts.making import Recipe
from pages.parts.markdown import typed
from qme_guide import bundle
from qme_guide.case import Letter, Record, Report
from qme_guide.documents.dispute_letter import NAME
from qme_guide.documents.matter import SENT_LANGUAGE
from qme_guide.documents.record_names import OTHER, listed_name
from qme_guide.paths import free_id
from qme_guide.rules import disputing as rules
from qme_guide.rules.records import HAVE

MADE = "dispute"


def holder(report: Report) -> Letter:
    """Whose papers they are, where the screens of pages ask for a letter: records belong to nobody's letter, so only the id counts."""
    return Letter(id=report.id)


def section(report: Report) -> None:
    """Each paper that the rows name with the way to its pages; when all pages are here, one file with the letter."""
    words, found, named = session.words(), rules.enclosed(session.case(), report), rules.to_enclose(report)
    look.subheading(words.say("dispute_letter.group_papers"))
    if not (found or named):
        look.show(look.paragraph(words.say("dispute_letter.no_papers"), soft=True))
    for one in found:
        name = piles.RECORD + one.id
        here, called = piles.pages(name, holder(report)), typed(listed_name(one, words))
        label = words.say("evaluator.see_pages" if here else "evaluator.add_pages", name=called)
        st.button(label, key=f"pages.{one.id}", type="tertiary", on_click=one_paper.open_paper, args=(name, holder(report)))
    for at, name in enumerate(named):
        st.button(words.say("evaluator.add_pages", name=typed(name)), key=f"named.{at}", type="tertiary", on_click=_list, args=(report, name))
    if named:
        look.show(look.paragraph(words.say("dispute_letter.to_enclose", names="; ".join(named))))
    lacking = [listed_name(one, words) for one in found if not piles.pages(piles.RECORD + one.id, holder(report))]
    if lacking:
        look.show(look.notice(words.say("dispute_letter.lacking", names="; ".join(lacking)), "next"))
    elif found:
        making.offer(_recipe(report), holder(report))


def _list(report: Report, name: str) -> None:
    """Put a paper that was named in own words on the list of records, in each row that names it; its pages open."""
    known = session.case().records
    new = Record(id=free_id("record", {one.id for one in known}), kind=OTHER, about=name, state=HAVE)
    rows = tuple(one.model_copy(update={"proof_named": None, "proof": (*one.proof, new.id)}) if one.proof_named == name else one for one in report.errors)
    session.answer({"records": (*known, new), reports.path("errors"): rows})
    one_paper.open_paper(piles.RECORD + new.id, holder(report))


def _recipe(report: Report) -> Recipe:
    """How the file is made."""
    build = partial(bundle.dispute_packet, offer.matter(SENT_LANGUAGE), report)
    return making.of_records(MADE, f"{NAME}.pdf", holder(report), rules.enclosed(session.case(), report), build)
