"""The table of contents of the product, and how each task stands for one person on one day.

Navigation always lists every page; the road only tells which task is next, which is due and which is done.
Everything is derived from the answers; nothing is remembered. A new journey is a new Page (`sitemap`) and a new Task (`tasks`).
"""

from dataclasses import dataclass
from datetime import date

from qme_guide.case import Case, Exam, Triage, Worker
from qme_guide.law import Law
from qme_guide.rules import dates, exam, imr, triage
from qme_guide.rules.dispute import dispute_begun, qme_reports
from qme_guide.sitemap import PAGES, Page, page
from qme_guide.tasks import (
    AWAY, EXAM, FIRST, LETTER, PANEL, REPORT, Task, begun, dated, doctor_told, letter_road, letter_told, packet_road, sent, told,
)  # fmt: skip

__all__ = ["EXAM", "PAGES", "PANEL", "REPORT", "Page", "Task", "begun", "dated", "doctor_told", "letter_road", "letter_told", "packet_road", "page", "sent", "told"]

DONE, NEXT, SOON, LATER, STOP = "done", "next", "soon", "later", "stop"


@dataclass(frozen=True)
class Standing:
    """How a task stands: done, next, soon (it carries the date), later or stop."""

    task: Task
    state: str
    row: dates.Row | None = None


@dataclass(frozen=True)
class Road:
    """What a home screen needs: the tasks, the soonest date, the first one ahead where that is past, and what is parked and why."""

    standings: tuple[Standing, ...]
    outcome: triage.Outcome | None
    soonest: dates.Row | None
    ahead: dates.Row | None
    parked: tuple[tuple[str, str], ...]

    @property
    def next(self) -> Standing | None:
        return next((standing for standing in self.standings if standing.state == NEXT), None)

    @property
    def away_step(self) -> Standing | None:
        """Where the first questions led away: the first open step about the letter, else the next one of a dispute."""
        about_letter = (standing for standing in self.standings if standing.task.name in ("denial", "form", "send") and standing.state != DONE)
        return next(about_letter, self.next if self.next and self.next.task in (*PANEL, *EXAM, *REPORT) else None)


def started(case: Case) -> bool:
    """Something to come back to: more than the question about danger, more than an empty letter, and more than who helps whom."""
    whose = Worker(name=case.worker.name, language=case.worker.language) if case.helper.helping == "yes" else Worker()
    nothing = Case(key=case.key, sample=case.sample, helper=case.helper, worker=whose, triage=Triage(danger=case.triage.danger))
    return case.model_copy(update={"letters": tuple(filter(begun, case.letters))}) != nothing


def optional(case: Case) -> bool:
    """The first questions can wait: an exam or its report is known, and neither a letter nor an answer of theirs asks for another step."""
    return (exam.known(case) or bool(qme_reports(case))) and not any(map(begun, case.letters)) and not FIRST[0].done(case)


def _exam(case: Case, today: date) -> tuple[Task, ...]:
    """The steps around an exam. On its day that day comes first; once the exam ended, the evening."""
    now = exam.coming(case, today)
    if now is None or now.on != today:
        return EXAM
    first = "evening" if now.evening.ended else "exam_day"
    return tuple(sorted(EXAM, key=lambda task: task.name != first))


def _tasks(case: Case, today: date) -> tuple[Task, ...]:
    """The tasks of this case in order: a request that still has to go out, then a medical dispute with its exam and report, then talks."""
    to_send, around = packet_road(case) and not sent(case), _exam(case, today)
    if dispute_begun(case):
        order = (*LETTER, *PANEL, *around, *REPORT, *AWAY) if to_send else (*PANEL, *around, *REPORT, *LETTER, *AWAY)
    else:
        order = (*AWAY, *LETTER, *around, *REPORT) if to_send else (*around, *REPORT, *AWAY, *LETTER)
    order = (*order, *FIRST) if optional(case) else (*FIRST, *order)
    return tuple(task for task in order if task.needed(case))


def road(case: Case, law: Law, today: date) -> Road:
    """How every task stands for this case on this day, in order."""
    rows = dates.dates(case, law, today)
    tasks = _tasks(case, today)
    open_tasks = [task for task in tasks if not (task.done(case) or task.over(case, today))]
    first = _first(open_tasks, rows, exam.coming(case, today), today)
    standings = tuple(_standing(task, open_tasks, first, rows) for task in tasks)
    parked = tuple((letter.id, why) for letter in case.letters for why in imr.parked(letter))
    nearest, ahead = dates.soonest(case, rows, today), dates.ahead(case, rows, today)
    return Road(standings, triage.outcome(case.triage), nearest, ahead if ahead != nearest else None, parked)


def _first(open_tasks: list[Task], rows: tuple[dates.Row, ...], around: Exam | None, today: date) -> Task | None:
    """The step that is next. A report to read and correct comes before another panel and exam while its days run, or nobody
    knows whether they do; not on an exam's own day."""
    *dated_steps, _ = REPORT
    reading = [task for task in dated_steps if task in open_tasks]
    days = [row.deadline.safe for row in rows for task in reading if row.deadline.rule in task.rules and row.deadline.safe]
    runs = bool(reading) and (not days or max(days) >= today)
    before = (*PANEL, *EXAM) if runs and not (around and around.on == today) else ()
    return next((task for task in open_tasks if task not in before), None)


def _standing(task: Task, open_tasks: list[Task], first: Task | None, rows: tuple[dates.Row, ...]) -> Standing:
    if task not in open_tasks:
        return Standing(task, DONE)
    row = next((row for row in rows if row.deadline.rule in task.rules and row.deadline.safe), None)
    return Standing(task, NEXT if task is first else SOON if row else LATER, row)
