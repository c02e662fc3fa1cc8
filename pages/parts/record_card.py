"""The card of one paper of the list: every answer with a way to change it, and what this paper calls for."""

import streamlit as st

from pages.parts import letters, look, offer, one_paper, piles, session, show, undo
from pages.parts import record as questions
from pages.parts.markdown import typed
from pages.parts.reasons import TONES
from qme_guide.case import Record
from qme_guide.rules.records import CANT_GET, HAVE, ME, TO_ASK, offices, to_come


def screen(record: Record) -> None:
    """Every answer with a way to change it, then what this paper calls for."""
    words = session.words()
    look.heading(typed(questions.called(record)))
    state = record.state or TO_ASK
    look.show(look.tag(words.say(f"records.state_{state}"), TONES[state]))
    with st.container(key="card-record", gap="small"):
        for step in questions.STEPS:
            if step.when(record):
                for name in step.fields:
                    _row(record, step, name)
    _calls_for(record)
    st.button(words.say("records.to_list"), key="to_list", on_click=questions.to_list, width="stretch")
    st.button(words.say("records.remove"), key="remove_record", type="tertiary", on_click=_remove, args=(record,), width="stretch")


def _row(record: Record, step: questions.Step, name: str) -> None:
    words, label = session.words(), session.words().say(f"records.short_{name}")
    told, way = st.columns((1, 1), gap=None, vertical_alignment="center")
    told.html(f'<p><span class="soft">{look.words(label)}:</span> {look.words(show.said(questions.path(record, name)))}</p>')
    way.button(words.say("denial.change", what=label), key=f"change.{name}", type="tertiary", on_click=_change, args=(record.id, step.name), width="stretch")


def _change(record: str, step: str) -> None:
    session.note("record.return", questions.CARD)
    questions.go(record, step)


def _calls_for(record: Record) -> None:
    """The next thing to do about a paper: add its pages, see the letter, or what to do when it cannot be had."""
    words = session.words()
    office = next((one for one in offices(session.case()) if record in one.records), None)
    if record.state == HAVE:
        add_files(record)
    elif record.state == CANT_GET:
        look.show(look.notice(words.say("records.cant_get_help"), "soon"))
    elif to_come(record) and record.holder == ME:
        look.show(look.notice(words.say("records.own_help"), "next"))
    elif office:
        st.button(words.say("records.make_letter"), key="make_letter", type="primary", on_click=questions.to_letter, args=(office,), width="stretch")


def add_files(record: Record | None = None) -> None:
    """The way to where the pages are added to the request: those of this paper, or of any."""
    known = session.case().letters
    if known and st.button(session.words().say("records.add_files"), key="add_files", type="primary", width="stretch"):
        if record:
            one_paper.open_paper(piles.RECORD + record.id, known[letters.at()])
        session.go("imr", "add")
        st.switch_page(offer.page("imr"))


def _remove(record: Record) -> None:
    """Off the list, with its pages and its place on the insurer's list; all of it can come back."""
    case, name = session.case(), questions.called(record)
    listed = {f"letters.{at}.review.listed": one.review.listed for at, one in enumerate(case.letters) if one.review.listed and record.id in one.review.listed}
    places = {**session.places(record.id), **one_paper.where_open(piles.RECORD + record.id)}
    rest = {path: tuple(one for one in ids if one != record.id) for path, ids in listed.items()}
    session.answer({"records": tuple(one for one in case.records if one != record), **rest})
    for place in places:
        session.note(place, None)
    session.go("record", None)
    undo.remember("records.removed", {"records": case.records, **listed}, piles.remove_record(record.id), places, name=name)
