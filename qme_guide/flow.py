"""The table of contents of the product, and how each task stands for one person on one day.

Navigation always lists every page; the road only tells which task is next, which is due and which is done.
Everything is derived from the answers; nothing is remembered. A new journey is a new Page and a new Task here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from qme_guide.case import Case, Letter, Triage
from qme_guide.law import Law
from qme_guide.rules import dates, exam, imr, panel, review, route, triage
from qme_guide.rules.dispute import attorneys, dispute_begun, objected, panel_road, told_of_choice
from qme_guide.rules.start import earliest
from qme_guide.sitemap import PAGES, Page, page

__all__ = ["PAGES", "Page", "page"]

DONE, NEXT, SOON, LATER, STOP = "done", "next", "soon", "later", "stop"


@dataclass(frozen=True)
class Task:
    """A step of the road: its page, whether it applies, is done, or on a day is over, and the clocks whose date it carries."""

    name: str
    page: str
    needed: Callable[[Case], bool]
    done: Callable[[Case], bool]
    rules: tuple[str, ...] = ()
    over: Callable[[Case, date], bool] = lambda case, today: False


@dataclass(frozen=True)
class Standing:
    """How a task stands: done, next, soon (it carries the date), later or stop."""

    task: Task
    state: str
    row: dates.Row | None = None


@dataclass(frozen=True)
class Road:
    """What a home screen needs: the tasks, the soonest date, and what is parked and why."""

    standings: tuple[Standing, ...]
    outcome: triage.Outcome | None
    soonest: dates.Row | None
    parked: tuple[tuple[str, str], ...]

    @property
    def next(self) -> Standing | None:
        return next((standing for standing in self.standings if standing.state == NEXT), None)

    @property
    def away_step(self) -> Standing | None:
        """Where the first questions led away: the first open step about the letter, else the next one of a dispute."""
        about_letter = (standing for standing in self.standings if standing.task.name in ("denial", "form", "send") and standing.state != DONE)
        return next(about_letter, self.next if self.next and self.next.task in (*PANEL, *EXAM) else None)


def started(case: Case) -> bool:
    """Something to come back to: more than the question about danger, and more than an empty letter."""
    nothing = Case(key=case.key, sample=case.sample, triage=Triage(danger=case.triage.danger))
    return case.model_copy(update={"letters": tuple(filter(begun, case.letters))}) != nothing


def begun(letter: Letter) -> bool:
    """Anything was said about this letter."""
    return letter != Letter(id=letter.id)


def letter_told(letter: Letter) -> bool:
    """Enough is known about a letter to prepare its papers."""
    asked = ("served_how", "proof_of_service", "reason", "liability_disputed", "form_enclosed")
    return dated(letter) and bool(letter.treatments) and all(getattr(letter, name) is not None for name in asked)


def dated(letter: Letter) -> bool:
    """The two answers that give the first date."""
    return letter.drug is not None and bool(letter.printed_on or letter.served_on)


def letter_road(case: Case) -> bool:
    """A letter is there, or the first questions led to independent medical review."""
    found = triage.outcome(case.triage)
    return any(map(begun, case.letters)) or bool(found and found.packet and not found.other_letter)


def packet_road(case: Case) -> bool:
    """The same, where this person may send a request of their own."""
    found = triage.outcome(case.triage)
    return letter_road(case) and (found is None or found.packet)


def told(case: Case) -> bool:
    """Enough is known about every letter."""
    return any(map(begun, case.letters)) and all(map(letter_told, filter(begun, case.letters)))


def sent(case: Case) -> bool:
    """Every letter's request is on its way."""
    return bool(case.letters) and all(map(imr.sent, case.letters))


def doctor_told(case: Case) -> bool:
    """The doctor has the sheet about every letter."""
    return bool(case.letters) and all(earliest(letter.doctor_told_on) for letter in case.letters)


def _led_to(*names: str) -> Callable[[Case], bool]:
    """The first questions led to one of these outcomes."""
    return lambda case: (found := triage.outcome(case.triage)) is not None and found.name in names


def _open(case: Case) -> bool:
    """What is done outside the guide: it never hears of it."""
    return False


FIRST = (Task("triage", "triage", lambda case: True, lambda case: bool(triage.outcome(case.triage) or route.ways(case))),)
AWAY = (
    Task("attorney", "triage", lambda case: _led_to("attorney")(case) and (not attorneys(case) or any(map(begun, case.letters))), _open),
    Task("call", "triage", _led_to("claim_denied"), _open),
    Task("talk", "triage", lambda case: _led_to(*triage.TALK_FIRST)(case) and not panel_road(case), _open),
    Task("keep", "triage", _led_to("claim_denied", "body_part", "delay", "other"), _open),
    Task("open", "dates", _led_to("claim_denied"), _open, ("case-open-1y",)),
    Task("lawyer", "triage", _led_to("claim_denied"), _open),
)
LETTER = (
    Task("denial", "denial", letter_road, told),
    Task("form", "imr", packet_road, sent),
    Task("send", "imr", packet_road, sent, imr.RULES),
    Task("doctor", "doctor", packet_road, doctor_told),
    Task("review", "review", sent, _open, review.WORKER_RULES),
)
PANEL = (
    Task("dispute", "dispute", dispute_begun, lambda case: bool(route.ways(case))),
    Task("attorney_dispute", "dispute", attorneys, _open, ("objection-4062-20",)),
    Task("objection", "objection", route.objection_road, objected, ("objection-4062-20", "objection-4062-30", "objection-4061-target")),
    Task("panel", "panel", panel_road, panel.panel_came, (panel.FORM_FIRST, panel.WAIT_60)),
    Task("choose", "choose", panel_road, told_of_choice, (panel.SELECT,)),
    Task("appointment", "appointment", panel_road, exam.dated),
)
EXAM = (
    Task("exam_plan", "plan", exam.known, _open, over=exam.all_over),
    Task("timeline", "timeline", exam.known, lambda case: bool(case.events), over=exam.all_over),
    Task("function", "function", exam.known, lambda case: bool(case.function.abilities), over=exam.all_over),
    Task("exam_day", "exam_day", exam.known, _open, over=exam.all_over),
    Task("evening", "evening", exam.known, exam.written_down),
)


def _tasks(case: Case) -> tuple[Task, ...]:
    """The tasks of this case in order: a request that still has to go out, then a medical dispute and its exam, then talks."""
    to_send = packet_road(case) and not sent(case)
    if dispute_begun(case):
        order = (*FIRST, *LETTER, *PANEL, *EXAM, *AWAY) if to_send else (*FIRST, *PANEL, *EXAM, *LETTER, *AWAY)
    else:
        order = (*FIRST, *AWAY, *LETTER, *EXAM) if to_send else (*FIRST, *EXAM, *AWAY, *LETTER)
    return tuple(task for task in order if task.needed(case))


def road(case: Case, law: Law, today: date) -> Road:
    """How every task stands for this case on this day, in order."""
    rows = dates.dates(case, law, today)
    tasks = _tasks(case)
    open_tasks = [task for task in tasks if not (task.done(case) or task.over(case, today))]
    standings = tuple(_standing(task, open_tasks, rows) for task in tasks)
    parked = tuple((letter.id, why) for letter in case.letters for why in imr.parked(letter))
    return Road(standings, triage.outcome(case.triage), dates.soonest(rows, today), parked)


def _standing(task: Task, open_tasks: list[Task], rows: tuple[dates.Row, ...]) -> Standing:
    if task not in open_tasks:
        return Standing(task, DONE)
    row = next((row for row in rows if row.deadline.rule in task.rules and row.deadline.safe), None)
    return Standing(task, NEXT if task is open_tasks[0] else SOON if row else LATER, row)
