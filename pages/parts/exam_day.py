"""The screen of the exam day, for one thumb in a waiting room: on the day itself the times and the rights come first.

A tap notes the time in the log of the evening; it can be taken back at once. Everything else is folded under what it is.
"""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from pages.parts import exam_at, look, offer, session, show, undo
from qme_guide.case import Exam
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.pocket_card import NAME, TIMES, WAIT, pocket_card
from qme_guide.rules.exam import REPORT
from qme_guide.rules.panel import is_over

# What a right says, and the fact in the law files that it stands on.
RIGHTS = {"questions": "exam-rights", "stop": "exam-rights", "silence": "exam-rights", "hour": WAIT, "interpreter": "exam-interpreter"}
MORE = {
    "examiner": "exam-examiner",
    "conduct": "exam-conduct",
    "minutes": "exam-minutes",
    "psychiatric": "exam-psych-copy",
    "remote": "exam-remote",
    "refusal": "exam-refusal",
}
# What to get ready, in the words of the plan.
LEAVE = ("bring", "wear", "eat", "medicine", "ride")
SUPPLEMENT = "qme-supplemental-60"


def screen(exam: Exam) -> None:
    """Everything for the day of this exam, the most useful now first."""
    undo.offer("exam_day")
    today, over = exam.on == session.today(), is_over(exam, session.today())
    if today:
        _times(exam)
    look.show(exam_at.head(exam))
    if over:
        look.show(look.notice(session.words().say("exam_day.over"), "next"))
    if over or (today and exam.evening.ended):
        offer.step(session.words().say("exam_day.to_evening"), "evening", primary=True)
    if not (today or over):
        _card(exam)
    _rights(exam)
    if today:
        _card(exam)
    _folds(today, over)
    offer.step(session.words().say("exam_day.to_plan"), "plan")
    offer.save()


def _times(exam: Exam) -> None:
    """The three times of the day, each noted with one tap; only the next one is the large button."""
    words, log = session.words(), exam.evening
    look.heading(words.say("exam_day.times_title"))
    open_now = [name for name in TIMES if not getattr(log, name)]
    noted = [words.say(f"exam_day.noted_{name}", time=getattr(log, name)) for name in TIMES if name not in open_now]
    if noted:
        look.show(look.card(look.paragraphs(noted), tone="done"))
    if open_now:
        look.show(look.paragraph(words.say("exam_day.times_text")))
    for name in open_now:
        kind = "primary" if name == open_now[0] else "secondary"
        st.button(words.say(f"exam_day.tap_{name}"), key=f"tap.{name}", type=kind, on_click=_note, args=(exam, name), width="stretch")


def _note(exam: Exam, name: str) -> None:
    """The time now, as a clock on the wall shows it."""
    path, time = f"{exam_at.path(exam, 'evening')}.{name}", session.now().strftime("%I:%M %p").lstrip("0")
    session.answer({path: time})
    undo.remember("exam_day.taken", {path: None}, time=time)


def _card(exam: Exam) -> None:
    """The card for the pocket, as a file and to read."""
    words = session.words()
    look.heading(words.say("exam_day.card_title"))
    look.show(look.paragraph(words.say("exam_day.card_text")))
    offer.paper(Paper(NAME, partial(pocket_card, exam=exam), PAPERS[NAME].sent), None)


def _rights(exam: Exam) -> None:
    """What a person may ask for at the exam; the sections of the law in a fold."""
    words = session.words()
    look.heading(words.say("exam_day.rights_title"))
    shown = [name for name in RIGHTS if not (name == "interpreter" and exam.interpreter == "no")]
    hours = session.law().facts[WAIT].values["hours"]
    told = [words.say(f"exam_day.right_{name}", n=hours) for name in shown]
    look.show(look.card(look.paragraphs(told), _sources(RIGHTS[name] for name in shown), tone="next"))


def _sources(facts: Iterable[str]) -> str:
    """Where each of these facts stands, and how old our copy is."""
    words, known = session.words(), session.law().facts
    lines = (words.say("card.source", citation=known[name].citation, as_of=known[name].as_of) for name in dict.fromkeys(facts))
    return look.fold(words.say("exam_day.sources"), look.bullets(lines))


def _folds(today: bool, over: bool) -> None:
    """What to take, what the doctor asks, what not to do, how long it is, how the doctor sees it, who is who."""
    leave, asked = "" if over else _leave(), _passage("exam_questions")
    law = session.law()
    days = {"n": law.clock(REPORT).newest.n, "last": law.clock(SUPPLEMENT).newest.n}
    rest = (_passage("exam_avoid"), _more(), _passage("exam_qme_side", **days), _passage("exam_who"))
    look.show(look.card(*((asked, leave) if today else (leave, asked)), *rest))


def _passage(name: str, **facts: object) -> str:
    passage = f"pages/{name}"
    return look.fold(session.words().passages[passage].title, show.passage(passage, **facts))


def _leave() -> str:
    """What to pack, wear, eat and take, and the ride, as the plan says it."""
    words = session.words()
    parts = (f"<h3>{look.words(words.say(f'plan.title_{name}'))}</h3>{look.bullets(words.say(f'plan.text_{name}').splitlines())}" for name in LEAVE)
    return look.fold(words.say("exam_day.leave_title"), *parts)


def _more() -> str:
    """Who examines, what it is about, the least times, and what refusing means."""
    words, least = session.words(), session.law().facts[MORE["minutes"]].values
    told = [words.say(f"exam_day.right_{name}", first=least["heart"], n=least["psychiatry"]) for name in MORE]
    return look.fold(words.say("exam_day.more_rights"), look.paragraphs(told), _sources(MORE.values()))
