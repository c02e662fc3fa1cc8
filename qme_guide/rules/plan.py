"""The plan around an exam: how many days are left, whether papers for the QME can still be served, each task with its date.

Lab. Code 4062.3(b), (e), 139.2(j)(1)(A); 8 CCR 34(d), 35(c), 38(a). Dates of law come from the clocks; the days before
which we advise to be ready are our own (practice.yaml). With an attorney, letters to the other side are that office's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from qme_guide import days
from qme_guide.case import Case, Evening, Exam
from qme_guide.law import Law, NotInForce
from qme_guide.rules import exam as exams
from qme_guide.rules.advice import records_by
from qme_guide.rules.deadline import Deadline, Missing, count
from qme_guide.rules.panel import is_over
from qme_guide.rules.start import earliest, exact
from qme_guide.rules.table import NONMEDICAL, alone

OVER_20, WINDOW, SOON, LAST, DAY, AFTER = "over_20", "window", "soon", "last", "day", "after"
NOW, BEFORE, EVE, ON_DAY, LATER = "now", "before", "eve", "on_day", "later"
PHASES = (NOW, BEFORE, EVE, ON_DAY, LATER)
OPEN, LETTER, BY_HAND, CLOSED = "open", "letter", "hand", "closed"
DONE, SKIPPED, CANT = "done", "skipped", "cant"
PERSONAL = "personal"


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

    rule: the clock that `by` comes from; without one the day is our own advice. begun: something of it is there already.
    """

    task: str
    phase: str
    by: date | None
    rule: str
    state: str | None
    reason: str | None
    begun: bool
    open: bool


@dataclass(frozen=True)
class Papers:
    """Whether papers for the QME can still be served: state, and the last days for records, for a letter, and by hand."""

    state: str
    records: date
    letter: date
    hand: date


def _own(case: Case, exam: Exam) -> bool:
    """No attorney writes for this person."""
    return alone(case)


TASKS = (
    Task("check_notice", NOW, exams.CHANGE),
    Task("interpreter", NOW, wanted=lambda case, exam: alone(case) and exam.interpreter != "no"),
    Task("travel", NOW, wanted=lambda case, exam: alone(case) and exam.travel != "no"),
    Task("wages", NOW, wanted=lambda case, exam: alone(case) and exam.lost_wages != "no"),
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


def left(exam: Exam, today: date) -> int | None:
    """How many calendar days are left until the exam; None while its day is not known. Negative once it is over."""
    return (exam.on - today).days if exact(exam.on) else None


def band(left_days: int, law: Law) -> str:
    """Which plan fits the days left: over 20, the twenty days before, the last week, the day before, the day, after it."""
    if left_days < 0:
        return AFTER
    if not left_days:
        return DAY
    if left_days == 1:
        return LAST
    if left_days <= law.practice.plan.soon_days:
        return SOON
    return WINDOW if left_days <= law.clock(exams.SERVE).newest.n else OVER_20


def papers(exam: Exam, law: Law, today: date) -> Papers | None:
    """Whether papers for the QME can still be served on the other side; None without a day for the exam.

    Records wait another twenty days before they go to the QME, so our day for them is earlier. By hand, no days for the
    mail come off. After the last of the three, nothing new goes to the QME before the exam. Lab. Code 4062.3(b), (e).
    """
    safe, hand = _counted(law, exams.SERVE, exam=exam.on), _counted(law, exams.SERVE, exam=exam.on, method=PERSONAL)
    if not (safe and hand):
        return None
    records = records_by(safe, law)
    by = {OPEN: records, LETTER: safe.safe, BY_HAND: hand.safe}
    state = next((name for name, day in by.items() if today <= day), CLOSED)
    return Papers(state, records, safe.safe, hand.safe)


def plan(case: Case, exam: Exam, law: Law, today: date) -> tuple[Step, ...]:
    """Every task of this person's plan in order, with its date, how it stands, and whether there is still a way to do it."""
    return tuple(_step(task, case, exam, law, today) for task in TASKS if task.wanted(case, exam))


def following(steps: tuple[Step, ...]) -> Step | None:
    """The first task that is not answered and can still be done."""
    return next((step for step in steps if step.open and not step.state), None)


def _step(task: Task, case: Case, exam: Exam, law: Law, today: date) -> Step:
    mark = next((one for one in exam.plan if one.task == task.name), None)
    state = mark.state if mark and mark.state else DONE if _proven(task.name, case, exam, law) else None
    by = _by(task, exam, law)
    reason = mark.reason if mark and state in (SKIPPED, CANT) else None
    return Step(task.name, task.phase, by, task.rule, state, reason, _begun(task.name, case), _open(task, exam, law, today))


def _by(task: Task, exam: Exam, law: Law) -> date | None:
    """The day of a task: by its clock, or our own before the exam; None for what is best done at once."""
    if task.rule == NONMEDICAL:
        found = _counted(law, task.rule, served=earliest(exam.nonmedical_on))
    elif task.rule:
        found = _counted(law, task.rule, exam=exam.on)
    else:
        before = {BEFORE: law.practice.plan.prepare_days, EVE: 1, ON_DAY: 0}
        return days.add_days(exam.on, -before[task.phase]) if exact(exam.on) and task.phase in before else None
    if found and task.name == "records":
        return records_by(found, law)
    return found.safe if found else None


def _open(task: Task, exam: Exam, law: Law, today: date) -> bool:
    """There is still a way to do it: before the exam all but papers whose days are over; after it, what comes after."""
    if is_over(exam, today):
        return task.name in ("evening", "report_watch")
    window = papers(exam, law, today) if task.name in ("records", "serve") else None
    return window is None or window.state != CLOSED


def _proven(name: str, case: Case, exam: Exam, law: Law) -> bool:
    """What was written down elsewhere shows that it is done."""
    if name == "serve":
        return any(one.to == "claims_administrator" and exact(one.on) and one.result != "failed" for one in exam.sendings)
    if name == "evening":
        return exam.evening != Evening()
    report = _counted(law, exams.REPORT, exam=exam.on) if name == "report_watch" else None
    return report is not None and exams.ended(case, exam, report, None)


def _begun(name: str, case: Case) -> bool:
    """Something of it is there already."""
    there = {"timeline": case.events, "function": case.function.abilities, "practice": case.practice}
    return bool(there.get(name))


def _counted(law: Law, rule: str, **inputs: date | str | None) -> Deadline | None:
    """A clock from these inputs; None when its start is not a whole day, or its wording was another one then."""
    if not all(inputs.values()) or not isinstance(next(iter(inputs.values())), date):
        return None
    try:
        found = count(law, rule, inputs, in_force=True)
    except NotInForce:
        return None
    return None if isinstance(found, Missing) or not found.safe else found
