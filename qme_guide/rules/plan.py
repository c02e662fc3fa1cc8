"""The plan around an exam: each task with its date, how it stands, and whether there is still a way to do it.

Lab. Code 4062.3(b), 139.2(j)(1)(A); 8 CCR 34(d), 38(a). Dates of law come from the clocks; the days before
which we advise to be ready are our own (practice.yaml). With an attorney, letters to the other side are that office's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from qme_guide import days
from qme_guide.case import Case, Exam
from qme_guide.law import Law
from qme_guide.rules import exam as exams
from qme_guide.rules import logs, objection
from qme_guide.rules.panel import is_over
from qme_guide.rules.plan_days import CLOSED, counted, papers
from qme_guide.rules.start import earliest, exact
from qme_guide.rules.table import NONMEDICAL, alone

NOW, BEFORE, EVE, ON_DAY, LATER = "now", "before", "eve", "on_day", "later"
PHASES = (NOW, BEFORE, EVE, ON_DAY, LATER)
DONE, SKIPPED, CANT = "done", "skipped", "cant"


@dataclass(frozen=True)
class Task:
    """A task of the plan: when it is for, the clock that dates it, and whose it is."""

    name: str
    phase: str
    rule: str = ""
    wanted: Callable[[Case, Exam], bool] = lambda case, exam: True


@dataclass(frozen=True)
class Step:
    """A task for one person: by when, how it stands and why, whether it was begun, whether there is still a way to do it.

    rule: the clock that `by` comes from; without one the day is our own advice. begun: something of it is there already. proven: what was written
    down elsewhere shows that it is done.
    """

    task: str
    phase: str
    by: date | None
    rule: str
    state: str | None
    reason: str | None
    begun: bool
    proven: bool
    open: bool


def _own(case: Case, exam: Exam) -> bool:
    """No attorney writes for this person, and no exit of the first questions closes this road."""
    return alone(case) and not objection.closed(case)


TASKS = (
    Task("check_notice", NOW, exams.CHANGE),
    Task("interpreter", NOW, wanted=lambda case, exam: _own(case, exam) and exam.interpreter != "no"),
    Task("travel", NOW, wanted=lambda case, exam: _own(case, exam) and exam.travel != "no"),
    Task("wages", NOW, wanted=lambda case, exam: _own(case, exam) and exam.lost_wages != "no"),
    Task("records", NOW, exams.SERVE, _own),
    Task("serve", NOW, exams.SERVE, _own),
    Task("ask_sent", NOW, wanted=_own),
    Task("nonmedical", NOW, NONMEDICAL, _own),
    *(Task(name, BEFORE) for name in ("timeline", "function", "practice", "deu100", "ride", "childcare")),
    *(Task(name, EVE) for name in ("bring", "wear", "eat", "medicine", "card")),
    Task("rights", ON_DAY),
    Task("evening", ON_DAY),
    Task("report_watch", LATER, exams.REPORT),
)


def plan(case: Case, exam: Exam, law: Law, today: date) -> tuple[Step, ...]:
    """Every task of this person's plan in order, with its date, how it stands, and whether there is still a way to do it."""
    return tuple(_step(task, case, exam, law, today) for task in TASKS if task.wanted(case, exam))


def following(steps: tuple[Step, ...]) -> Step | None:
    """The first task that is not answered and can still be done."""
    return next((step for step in steps if step.open and not step.state), None)


def _step(task: Task, case: Case, exam: Exam, law: Law, today: date) -> Step:
    mark = next((one for one in exam.plan if one.task == task.name), None)
    proven = _proven(task.name, case, exam, law)
    state = DONE if proven else mark.state if mark else None
    reason = mark.reason if mark and state in (SKIPPED, CANT) else None
    return Step(task.name, task.phase, _by(task, exam, law, today), task.rule, state, reason, _begun(task.name, case), proven, _open(task, exam, law, today))


def _by(task: Task, exam: Exam, law: Law, today: date) -> date | None:
    """The day of a task: by its clock, or our own before the exam; None for what is best done at once."""
    if task.rule == exams.SERVE:
        window = papers(exam, law, today)
        return window and (window.records if task.name == "records" else window.letter if today <= window.letter else window.hand)
    if task.rule:
        found = counted(law, task.rule, served=earliest(exam.nonmedical_on)) if task.rule == NONMEDICAL else counted(law, task.rule, exam=exam.on)
        return found and found.safe
    before = {BEFORE: law.practice.plan.prepare_days, EVE: 1, ON_DAY: 0}
    try:
        return days.add_days(exam.on, -before[task.phase]) if exact(exam.on) and task.phase in before else None
    except OverflowError:
        return None


def _open(task: Task, exam: Exam, law: Law, today: date) -> bool:
    """There is still a way to do it: before the exam all but papers whose days are over; after it, what comes after."""
    if is_over(exam, today):
        return task.name in ("evening", "report_watch")
    window = papers(exam, law, today) if task.name in ("records", "serve") else None
    return window is None or window.state != CLOSED


def _proven(name: str, case: Case, exam: Exam, law: Law) -> bool:
    """What was written down elsewhere shows that it is done."""
    if name == "serve":
        return any(one.to == "claims_administrator" and exact(one.on) and one.result != "failed" for one in logs.lines(exam.sendings))
    if name == "evening":
        return exam.evening.written
    report = counted(law, exams.REPORT, exam=exam.on) if name == "report_watch" else None
    return report is not None and exams.ended(case, exam, report, None)


def _begun(name: str, case: Case) -> bool:
    """Something of it is there already."""
    there = {"timeline": case.events, "function": case.function.abilities, "practice": case.practice}
    return bool(there.get(name))
