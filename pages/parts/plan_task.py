"""One task of the plan: its line with a box to tick, its screen with what to do and why, and the way to leave it."""

from functools import partial

import streamlit as st

from pages.parts import ask, cards, details, exam_at, late_report, letters, look, offer, session, show, undo
from qme_guide.case import Exam, PlanMark
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.exam_letters import interpreter_request, travel_request
from qme_guide.documents.exam_plan import help_of, tag, title, when
from qme_guide.rules.dates import dates
from qme_guide.rules.plan import CANT, DONE, SKIPPED, Step
from qme_guide.rules.table import NONMEDICAL, represented

PLACE, ASK = "plan", "plan.ask"
WHY, SERVED = "why", "served"
LEFT = (SKIPPED, CANT)
# Where the work of a task is done; the letter it needs; the fact behind it; the tasks whose text is a list.
WORK = {
    "check_notice": "appointment", "records": "evaluator", "serve": "evaluator", "ask_sent": "evaluator", "nonmedical": "evaluator",
    "timeline": "timeline", "function": "function", "practice": "practice", "card": "exam_day", "rights": "exam_day", "evening": "evening",
    "report_watch": "dates",
}  # fmt: skip
REQUESTS = {"interpreter": ("interpreter-request", interpreter_request), "travel": ("travel-request", travel_request), "wages": ("travel-request", travel_request)}
FACTS = {
    "check_notice": "exam-notice", "interpreter": "exam-interpreter", "travel": "exam-travel", "wages": "exam-travel", "ask_sent": "exam-log",
    "deu100": "exam-deu100", "rights": "exam-rights",
}  # fmt: skip
LISTS = ("bring",)
TONES = {"done": "done", "skipped": "wait", "cant": "soon", "closed": "wait", "begun": "next", "today": "soon"}


def opened(steps: tuple[Step, ...]) -> Step | None:
    """The task whose screen is open."""
    return next((step for step in steps if step.task == session.place(PLACE)), None)


def go(task: str | None) -> None:
    """Open the screen of a task, or go back to the plan."""
    letters.stop()
    session.note(ASK, None)
    session.go(PLACE, task)


def row(exam: Exam, step: Step) -> None:
    """A line of the plan: the box, the task, its status word and date. What is proved elsewhere cannot be unticked here."""
    words, name = session.words(), title(step, session.words())
    with st.container(key=f"task-{step.task}", gap=None):
        with st.container(key=f"ticks-{step.task}", horizontal=True, vertical_alignment="center", gap="xsmall"):
            # After a move, such as undo, the box begins anew with what is known; else it would tick itself again.
            key = f"tick.{exam.id}.{step.task}.{session.moves()}"
            ticked = st.checkbox(words.say("plan.tick", task=name), value=step.state == DONE, key=key, label_visibility="collapsed", disabled=step.proven)
            st.button(name, key=f"task.{step.task}", type="tertiary", on_click=go, args=(step.task,))
        look.show(f'<p class="soft">{_told(step, help_of(step, words))}</p>')
    if not step.proven and ticked != (step.state == DONE):
        _mark(exam, step.task, DONE if ticked else None)
        st.rerun()


def _told(step: Step, more: str = "") -> str:
    """The status word, by when, and why it was left, else `more`."""
    words, today = session.words(), session.today()
    word = tag(step, today)
    shown = look.tag(words.say(f"plan.tag_{word}"), TONES[word]) if word else ""
    because = words.say("plan.because", reason=step.reason) if step.reason else ""
    date = "" if step.state or word == "closed" else when(step, words, today)
    return " ".join(filter(None, (shown, look.words(date), look.words(because or more))))


def screen(exam: Exam, step: Step) -> None:
    """Everything about one task: a question that is open, or what to do, where to do it, and how it stands."""
    asked = session.place(ASK)
    if asked in details.DETAILS:
        details.question(PLACE, asked, partial(session.go, ASK))
        return
    if asked in (WHY, SERVED):
        _ask(exam, step, asked)
        return
    words = session.words()
    look.heading(title(step, words))
    lines = words.say(f"plan.text_{step.task}", n=session.law().clock(NONMEDICAL).newest.n).splitlines()
    if told := _told(step):
        look.show(f"<p>{told}</p>")
    look.show(look.bullets(lines) if step.task in LISTS else look.paragraphs(lines))
    if step.task in ("check_notice", "deu100") and represented(session.case()):
        look.show(look.notice(words.say("plan.to_office"), "next"))
    if step.task in ("records", "serve") and not step.open:
        look.show(look.card(show.passage("pages/exam_closed"), tone="soon"))
    for found in dates(session.case(), session.law(), session.today()):
        if (found.about, found.deadline.rule) == (exam.id, step.rule):
            look.show(look.fold(words.say("plan.to_change"), cards.line(found)) if step.task == "check_notice" else cards.line(found))
    _work(exam, step)
    _answers(exam, step)
    if fact := session.law().facts.get(FACTS.get(step.task, "")):
        look.show(look.paragraph(words.say("card.source", citation=fact.citation, as_of=fact.as_of), soft=True))
    st.button(words.say("plan.to_plan"), key="plan.back", on_click=go, args=(None,), width="stretch")


def _work(exam: Exam, step: Step) -> None:
    """The letter of a task, or the page where its work is done."""
    words = session.words()
    if step.task in REQUESTS:
        name, build = REQUESTS[step.task]
        paper = Paper(name, partial(build, exam=exam), PAPERS[name].sent)
        known = details.of_exam(partial(session.go, ASK), "primary", typed=step.task == "interpreter" and bool(exam.language))
        offer.send_paper(paper, None, "primary" if known else "secondary")
        offer.paper(paper, None)
        if known:
            details.rest(partial(session.go, ASK))
    elif step.task == "nonmedical":
        label = words.say("plan.change_nonmedical" if exam.nonmedical_on else "plan.say_nonmedical")
        st.button(label, key="plan.served", on_click=session.go, args=(ASK, SERVED), type="secondary" if exam.nonmedical_on else "primary", width="stretch")
    if step.task in WORK:
        page = WORK[step.task]
        offer.step(words.say(f"plan.work_{page}"), page, primary=not step.state and step.task != "nonmedical")
    if step.task == "report_watch":
        late_report.way(exam)


def _answers(exam: Exam, step: Step) -> None:
    """Done, left with a reason, or the mark taken off again."""
    words = session.words()
    if step.proven:
        return
    if step.state != DONE:
        main = "secondary" if step.task in (*WORK, *REQUESTS) else "primary"
        st.button(words.say("plan.done_it"), key="plan.done", on_click=_finish, args=(exam, step, DONE), type=main, width="stretch")
        label = words.say("plan.change_mark" if step.state else "plan.leave_it")
        st.button(label, key="plan.leave", on_click=_begin, args=(exam, step), width="stretch")
    if step.state:
        st.button(words.say("plan.unmark"), key="plan.unmark", on_click=_finish, args=(exam, step, None), width="stretch")


def _mark(exam: Exam, task: str, state: str | None) -> None:
    """How a task stands, kept; None takes the mark off."""
    kept = tuple(one for one in exam.plan if one.task != task)
    session.answer({exam_at.path(exam, "plan"): (*kept, *((PlanMark(task=task, state=state),) if state else ()))})


def _finish(exam: Exam, step: Step, state: str | None) -> None:
    """Mark it on its screen and go back to the plan, where it can be undone."""
    _mark(exam, step.task, state)
    go(None)
    _can_undo(exam, step)


def _can_undo(exam: Exam, step: Step) -> None:
    """Said last: `exam` is as it was before the mark."""
    undo.remember("plan.marked", {exam_at.path(exam, "plan"): exam.plan}, task=title(step, session.words()))


def _begin(exam: Exam, step: Step) -> None:
    """The questions about leaving a task; its mark is kept with the answer."""
    if all(one.task != step.task for one in exam.plan):
        letters.begin(exam_at.path(exam, "plan"), PlanMark(task=step.task))
    session.go(ASK, WHY)


def _ask(exam: Exam, step: Step, asked: str) -> None:
    """Why a task is left, or the day the other side's papers came."""
    words, path, optional = session.words(), exam_at.path(exam, "plan"), False
    if asked == SERVED:
        paths, heading = (exam_at.path(exam, "nonmedical_on"),), ""
    else:
        marks = letters.case().answer(path)
        at = next(number for number, one in enumerate(marks) if one.task == step.task)
        paths, heading = (f"{path}.{at}.state", f"{path}.{at}.reason"), title(step, words)
    went = ask.screen(f"plan.{exam.id}.{step.task}.{asked}", paths, optional, heading, only={"state": LEFT})
    if not went:
        return
    if went == ask.ON and asked == WHY:
        go(None)
        _can_undo(exam, step)
    else:
        letters.stop()
        session.go(ASK, None)
    st.rerun()
