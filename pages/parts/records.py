"""The papers that help: the list by state, the letters that ask for copies, and what the reasons call for."""

from functools import partial

import streamlit as st

from pages.parts import cards, details, letters, look, offer, record, record_card, session, undo
from pages.parts.markdown import own, typed
from qme_guide import flow
from qme_guide.case import UNSURE, Record
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.counted import requests
from qme_guide.documents.matter import SENT_LANGUAGE
from qme_guide.documents.record_names import record_in_full
from qme_guide.documents.records_request import NAME, records_request
from qme_guide.rules import reasons
from qme_guide.rules.exam import all_over
from qme_guide.rules.records import ASKED, CANT_GET, HAVE, ME, NOT_MINE, TO_ASK, Office, offices, to_come
from qme_guide.rules.table import alone

# What is still to do comes first.
GROUPS = (TO_ASK, ASKED, CANT_GET, HAVE, NOT_MINE)
# Where the details for a letter are asked for, when they are not told with a denial letter.
DETAILS = "records.details"


def screen() -> None:
    """A question about one paper or its card, the letter to one office, or the list."""
    one = record.opened()
    office = next((held for held in offices(session.case()) if held.key == session.place("office")), None)
    if (name := session.place(DETAILS)) in details.DETAILS:
        details.question("records", name, partial(session.go, DETAILS))
    elif one and (step := record.step_open()):
        record.question(one, step)
    elif one:
        record_card.screen(one)
    elif office:
        _office(office)
    else:
        _list()


def for_exam() -> bool:
    """The list is for an exam: one is known, and no attorney decides what the evaluator gets."""
    return bool(session.case().exams) and alone(session.case())


def _list() -> None:
    words, case = session.words(), session.case()
    waiting = requests(offer.matter(words.language))
    if waiting:
        cards.strip(waiting[0].letter)
    told, report = any(map(flow.begun, case.letters)), bool(case.reports)
    to_exam = for_exam() and not told and not (report and all_over(case, session.today()))
    other = "records.intro_sent" if flow.sent(case) else "records.intro" if told or not report else "records.intro_report"
    look.show(look.paragraph(words.say("exam_letter.records" if to_exam else other, phone=session.law().contacts.ia_phone)))
    if report:
        offer.step(words.say("records.to_report"), "report", primary=bool(case.records) and not (told or to_exam))
    if for_exam():
        offer.step(words.say("exam_letter.to_qme_papers"), "evaluator")
    elif not (case.letters or report):
        offer.step(words.say("road.denial"), "denial", primary=True)
    _letters()
    _groups(case.records)
    _suggestions()
    st.button(words.say("records.add_other"), key="add_other", on_click=record.add, width="stretch")
    offer.save()


def _letters() -> None:
    """A button for each office that holds a paper not here yet."""
    words, found = session.words(), offices(session.case())
    if found:
        look.heading(words.say("records.letters_title"))
        for at, office in enumerate(found):
            label = words.say("records.letter_to", holder=typed(_holder(office)))
            st.button(label, key=f"office.{at}", on_click=record.to_letter, args=(office,), width="stretch")


def _holder(office: Office | Record) -> str:
    """Who holds it: the name, else which kind of holder."""
    name = office.name if isinstance(office, Office) else office.holder_name
    return name or session.words().choice("records.holder", office.holder)


def _groups(known: tuple[Record, ...]) -> None:
    """The list: what is still to come is open, the rest is folded."""
    words = session.words()
    look.heading(words.say("records.list_title"))
    if not known:
        look.show(look.paragraph(words.say("records.empty")))
    for state in GROUPS:
        held = [one for one in known if (one.state or TO_ASK) == state]
        if held:
            with st.expander(words.say(f"records.group_{state}", count=len(held)), expanded=to_come(held[0])):
                for one in held:
                    _row(one)
                if state == HAVE:
                    record_card.add_files()


def _row(one: Record) -> None:
    """A paper on the list: the way to its screen, and who has it."""
    with st.container(key=f"record-{one.id}", gap=None):
        label = session.words().say("records.open", name=typed(record.called(one)))
        st.button(label, key=f"open.{one.id}", type="tertiary", on_click=record.go, args=(one.id, record.CARD))
        if told := _told(one):
            look.show(look.paragraph(" ".join(told), soft=True))


def _told(one: Record) -> list[str]:
    """Its date; and while it is not here, the day it was asked for and who has it."""
    words = session.words()
    lines = [words.say("records.of_day", day=words.told(one.dated_on))] if one.dated_on not in (None, UNSURE) else []
    if one.state == ASKED and one.asked_on not in (None, UNSURE):
        lines.append(words.say("records.asked_day", day=words.told(one.asked_on)))
    if to_come(one) and one.holder != ME:
        lines.append(words.say("records.held_by", holder=_holder(one)) if one.holder else words.say("records.no_holder"))
    return lines


def _suggestions() -> None:
    """The kinds of papers that the reasons call for and the list does not hold; without a reason, the way to say it."""
    words, case = session.words(), session.case()
    listed = {one.kind for one in case.records}
    missing = [kind for kind in reasons.wanted(case.letters) if kind not in listed]
    if missing:
        look.heading(words.say("records.suggested"))
        for kind in missing:
            label = words.say("records.add_kind", kind=words.choice("records.kind", kind))
            st.button(label, key=f"add.{kind}", on_click=record.add, args=(kind,), width="stretch")
    elif case.letters and not any(one.reasons for one in case.letters):
        look.show(look.notice(words.say("records.no_reasons"), "next"))
        offer.step(words.say("records.to_reasons"), "doctor", primary=True)


def _office(office: Office) -> None:
    """The letter to one office: what it asks for, the letter itself, and a note that it was sent."""
    words, case = session.words(), session.case()
    paper = Paper(NAME, partial(records_request, office=office), PAPERS[NAME].sent)
    letter = case.letters[letters.at()] if case.letters else None
    look.heading(words.say("records.letter_to", holder=typed(_holder(office))))
    names = (own(record_in_full(one, words)) for one in office.records)
    look.show(look.paragraph(words.say("records.letter_text")), look.bullets(filter(None, names)))
    if words.language != SENT_LANGUAGE and not case.sample and any(one.about for one in office.records):
        look.show(look.notice(words.say("imr.own_words"), "soon"))
    offer.send_paper(paper, letter)
    _details()
    look.show(look.paragraph(words.say("records.letter_next")))
    if office.unasked:
        st.button(words.say("records.note_asked"), key="note_asked", on_click=_note_asked, args=(office,), width="stretch")
    offer.paper(paper, letter)
    st.button(words.say("records.to_list"), key="to_list", on_click=record.to_list, width="stretch")


def _details() -> None:
    """The letter needs to say who asks and where to send the copies: the way to where that is told."""
    words, worker = session.words(), session.case().worker
    if not (worker.name and worker.address):
        look.show(look.notice(words.say("records.no_details"), "soon"))
        if not st.button(words.say("records.add_details"), key="add_details", width="stretch"):
            return
        if for_exam() and not session.case().letters:
            session.go(DETAILS, next(iter(details.DETAILS)))
            st.rerun()
        else:
            letters.change("worker")
            st.switch_page(offer.page("denial"))


def _note_asked(office: Office) -> None:
    """All papers of this letter that nobody asked for were asked for today."""
    before, today = session.case().records, session.today()
    new = {"state": ASKED, "asked_on": today}
    session.answer({"records": tuple(one.model_copy(update=new) if one in office.unasked else one for one in before)})
    record.to_list()
    undo.remember("records.noted", {"records": before}, day=today)
