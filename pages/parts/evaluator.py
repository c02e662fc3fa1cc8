"""Records for the evaluator on the screen: the choice, and the steps. Nothing for the QME is made before its day.

It decides nothing: how the papers stand comes from rules/evaluator, and the letters are refused by their builders too.
"""

import streamlit as st

from pages.parts import details, elsewhere, evaluator_other, evaluator_steps, exam_at, look, offer, one_paper, piles, record, sendlog, session, show
from pages.parts.evaluator_steps import LIST, OTHER, PLACE, SEND, SERVE, button, go, holder, told
from pages.parts.markdown import own, typed
from qme_guide.case import Exam, Record
from qme_guide.documents.record_names import listed_name, listed_names
from qme_guide.rules import evaluator as rules
from qme_guide.rules.records import ASKED, CANT_GET, HAVE, NOT_MINE, TO_ASK

# The papers that are not in the hand, by how they stand.
ELSEWHERE = (TO_ASK, ASKED, CANT_GET, NOT_MINE)
STEPS = {SERVE: evaluator_steps.serve, SEND: evaluator_steps.send, OTHER: evaluator_other.screen}


def screen() -> None:
    """What is open: a question, the pages of a paper, a line of the log, a step, or the list of papers."""
    exam, name = exam_at.current(), session.place(PLACE, LIST)
    if exam is None:
        exam_at.unknown()
    elif elsewhere.told():
        return
    elif name in details.DETAILS:
        details.question(PLACE, name, go, details.came_from(PLACE, SERVE))
    elif name == evaluator_steps.SERVED:
        evaluator_other.ask_served(exam)
    elif opened := one_paper.opened(holder(exam)):
        one_paper.show(opened, holder(exam))
    elif sendlog.writing(log := evaluator_steps.log(exam, rules.QME if name == SEND else rules.ADMINISTRATOR)):
        sendlog.form(log)
    elif name in STEPS and (name == OTHER or rules.chosen(session.case(), exam)):
        STEPS[name](exam)
    else:
        _list(exam)


def _list(exam: Exam) -> None:
    """How it stands, the papers to choose from, what is elsewhere, and the ways on."""
    words, case = session.words(), session.case()
    exam_at.ask_which()
    found = rules.standing(case, exam, session.law(), session.today())
    told(exam, found)
    if found.state == rules.AFTER:
        offer.step(words.say("plan.work_evening"), "evening", primary=True)
        return
    if found.state == rules.NO_DAY:
        offer.step(words.say("exam_at.say"), "appointment", primary=True)
    look.heading(words.say("evaluator.list_title"))
    closed = evaluator_steps.state_told(exam, found) == rules.CLOSED
    look.show(look.paragraph(words.say("evaluator.list_closed" if closed else "evaluator.list_text")))
    _choice(exam)
    _elsewhere(case.records)
    if rules.chosen(case, exam):
        later = found.state in (rules.WAIT, rules.READY, rules.SENT, rules.EARLY)
        button("evaluator.to_serve", SERVE, "secondary" if later else "primary")
        button("evaluator.to_send", SEND, "primary" if later else "secondary")
    button("evaluator.to_other", OTHER)
    _state_form()
    offer.save()


def _choice(exam: Exam) -> None:
    """A box for each paper in the hand; for a chosen one whether its pages are here."""
    words, known = session.words(), [one for one in session.case().records if one.state == HAVE]
    if not known:
        look.show(look.paragraph(words.say("evaluator.none_here")))
    names = listed_names(known, words)
    ticked = {one.id for one in known if _box(exam, one, names[one.id])}
    before = {one.id for one in rules.chosen(session.case(), exam)}
    if ticked != before:
        session.answer({exam_at.path(exam, "for_qme"): tuple(one.id for one in known if one.id in ticked)})
        st.rerun()


def _box(exam: Exam, one: Record, called: str) -> bool:
    """The box of one paper, and the way to its pages."""
    words, name = session.words(), piles.RECORD + one.id
    chosen = one in rules.chosen(session.case(), exam)
    with st.container(key=f"for-qme-{one.id}", gap=None):
        # After a move, such as undo, the box begins anew with what is known; else it would tick itself again.
        ticked = st.checkbox(typed(called), value=chosen, key=f"for_qme.{exam.id}.{one.id}.{session.moves()}")
        if chosen:
            pages = len(piles.pages(name, holder(exam)))
            look.show(look.paragraph(words.say("evaluator.pages_here", pages=pages) if pages else words.say("evaluator.no_pages"), soft=True))
            label = words.say("evaluator.see_pages" if pages else "evaluator.add_pages", name=record.called(one))
            st.button(label, key=f"pages.{one.id}", type="tertiary", on_click=one_paper.open_paper, args=(name, holder(exam)))
    return ticked


def _elsewhere(records: tuple[Record, ...]) -> None:
    """The papers that are not in the hand, by how they stand, and the way to ask for them."""
    words, lines = session.words(), []
    for state in ELSEWHERE:
        held = [own(listed_name(one, words)) for one in records if (one.state or TO_ASK) == state]
        if held:
            lines += [look.paragraph(words.say(f"records.group_{state}", count=len(held))), look.bullets(held)]
    look.show(look.fold(words.say("evaluator.elsewhere_title"), *lines) if lines else "")
    offer.step(words.say("evaluator.to_records"), "records")


def _state_form() -> None:
    """The form of the State for writing to a QME: until its day ours is the way, from then on ask for it first."""
    words, fact = session.words(), session.law().facts[rules.FORM]
    due = rules.form_is_due(session.law(), session.today())
    passage = "pages/exam_form_due" if due else "pages/exam_form_coming"
    source = words.say("card.source", citation=fact.citation, as_of=fact.as_of)
    pieces = (show.passage(passage, day=fact.applies_from), look.paragraph(source, soft=True))
    title = words.passages[passage].title
    look.show(look.card(f"<h2>{look.words(title)}</h2>", *pieces, tone="soon") if due else look.fold(title, *pieces))
