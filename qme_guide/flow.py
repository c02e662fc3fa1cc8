"""The table of contents of the product, and how each task stands for one person on one day.

Navigation always lists every page; the road only tells which task is next, which is due and which is done.
Everything is derived from the answers; nothing is remembered. A new journey is a new Page and a new Task here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from qme_guide.case import Case, Letter
from qme_guide.law import Law
from qme_guide.rules import dates, imr, triage


@dataclass(frozen=True)
class Page:
    """A page of the app: `name` is its file, its address, and the key of its title."""

    name: str
    folder: str

    @property
    def path(self) -> str:
        return f"pages/{self.folder}/{self.name}.py"


PAGES = (
    Page("home", "start"),
    Page("triage", "start"),
    Page("denial", "treatment"),
    Page("imr", "treatment"),
    Page("dates", "start"),
    Page("keep", "keep"),
    Page("letter", "learn"),
    Page("about", "learn"),
)


def page(name: str) -> str:
    """The file of a page. StopIteration when there is none by that name."""
    return next(one.path for one in PAGES if one.name == name)


DONE, NEXT, SOON, LATER, STOP = "done", "next", "soon", "later", "stop"


@dataclass(frozen=True)
class Task:
    """A step of the road: its page, whether it applies, and whether it is done."""

    name: str
    page: str
    needed: Callable[[Case], bool]
    done: Callable[[Case], bool]


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


def started(case: Case) -> bool:
    """Any answer at all."""
    return case != Case(key=case.key, sample=case.sample)


def letter_told(letter: Letter) -> bool:
    """Enough is known about a letter to prepare its papers."""
    asked = ("served_how", "proof_of_service", "reason", "liability_disputed", "form_enclosed")
    return dated(letter) and bool(letter.treatments) and all(getattr(letter, name) is not None for name in asked)


def dated(letter: Letter) -> bool:
    """The two answers that give the first date."""
    return letter.drug is not None and bool(letter.printed_on or letter.served_on)


def on_imr_road(case: Case) -> bool:
    """A letter is there, or the first questions led to independent medical review."""
    found = triage.outcome(case.triage)
    return bool(case.letters) or bool(found and found.goes_on)


def sent(case: Case) -> bool:
    """Every letter's request is on its way."""
    return bool(case.letters) and all(letter.request_sent_on for letter in case.letters)


TASKS = (
    Task("triage", "triage", lambda case: True, lambda case: triage.outcome(case.triage) is not None),
    Task("denial", "denial", on_imr_road, lambda case: bool(case.letters) and all(map(letter_told, case.letters))),
    Task("form", "imr", on_imr_road, sent),
    Task("send", "imr", on_imr_road, sent),
)


def road(case: Case, law: Law, today: date) -> Road:
    """How every task stands for this case on this day, in order."""
    rows = dates.dates(case, law, today)
    first = dates.soonest(rows)
    open_tasks = [task for task in TASKS if task.needed(case) and not task.done(case)]
    standings = tuple(_standing(task, case, open_tasks, first) for task in TASKS if task.needed(case))
    parked = tuple((letter.id, why) for letter in case.letters for why in imr.parked(letter))
    return Road(standings, triage.outcome(case.triage), first, parked)


def _standing(task: Task, case: Case, open_tasks: list[Task], first: dates.Row | None) -> Standing:
    if task not in open_tasks:
        return Standing(task, DONE)
    if task is open_tasks[0]:
        return Standing(task, NEXT, first if task.name == "send" else None)
    if task.name == "send" and first:
        return Standing(task, SOON, first)
    return Standing(task, LATER)
