"""One client of a clinic as one row: the soonest day, the next step, what is missing for it, and how long the work takes.

The order is our own (DESIGN): the soonest day first, past or today before all; where the paper is there and its day is not,
the days may be running, so it stands with today's. The minutes are estimates (practice.yaml), never a promise.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from qme_guide import flow
from qme_guide.answers import Speaks
from qme_guide.board.flags import flags
from qme_guide.board.missing import missing
from qme_guide.case import Case, Letter, Panel
from qme_guide.flow import Standing
from qme_guide.law import Law, NotInForce
from qme_guide.rules import exam, imr, panel
from qme_guide.rules.dates import Row, dates, safe_day, soonest
from qme_guide.rules.deadline import Missing
from qme_guide.rules.panel_clocks import issued
from qme_guide.rules.start import exact, receipt
from qme_guide.rules.table import alone
from qme_guide.tasks import EXAM, FIRST, LETTER, PANEL, REPORT, begun, letter_road

ROADS = ("first", "letter", "panel", "exam", "report", "away", "done")
"""Where the next step lies, for a tally: nothing more is said of a client."""
_ROADS = {task.name: road for road, tasks in zip(ROADS, (FIRST, LETTER, PANEL, EXAM, REPORT), strict=False) for task in tasks}
EXAM_DAY = "exam-day"
"""In place of a clock where the soonest day is the exam itself."""
_PAST, _TODAY, _AHEAD, _NONE = "1-past", "2-today", "3-ahead", "4-none"


@dataclass(frozen=True)
class BoardRow:
    """A client on the board.

    key: of the case. name: as typed, else None. language: what the worker reads best. day: the soonest day on which the
    worker must act (SAFE), or the exam where that is sooner; rule: its clock, or EXAM_DAY; about: the paper it belongs to.
    left: days until then, below zero when it is past. undated: a paper is there for which no day could be counted, so a clock may run.
    step, page, road: the next step (`tasks`), its page, its part of the road; empty, empty and "done" when none is open.
    missing: keys of what that step needs (MISSING). minutes: our estimate of the work that can be done now.
    flags: keys of what a supervisor looks at (FLAGS). met, late: requests for review that went out by their SAFE date, or after it.
    """

    key: str
    name: str | None = field(repr=False)
    language: Speaks | None
    day: date | None
    rule: str
    about: str
    left: int | None
    undated: bool
    step: str
    page: str
    road: str
    missing: tuple[str, ...]
    minutes: int
    flags: tuple[str, ...]
    met: int
    late: int
    sample: bool

    @property
    def unknown(self) -> bool:
        """Whether a date may run that nobody knows yet: a paper has no day, or nobody asked the first questions."""
        unasked, *_ = ROADS
        return self.undated or (self.day is None and self.road == unasked)

    @property
    def urgency(self) -> tuple[str, int]:
        """What the board is sorted by, soonest first. Where a day may run that nobody knows, it may be today."""
        if self.left is not None and self.left < 0:
            return _PAST, self.left
        if self.unknown or self.left == 0:
            return _TODAY, 0 if self.undated or self.left == 0 else 1
        return (_NONE, 0) if self.left is None else (_AHEAD, self.left)


def row(case: Case, law: Law, today: date, papers: Collection[str] | None = ()) -> BoardRow:
    """The row of one client on one day. papers: keys of those that lie there with pages ("form.letter-1", "record.record-2"); None:
    that is not known."""
    road = flow.road(case, law, today)
    found, step = dates(case, law, today), road.next
    day, rule, about = _soonest(case, found, today) or (None, "", "")
    met, late = _sent(case, law)
    return BoardRow(
        key=case.key, name=case.worker.name, language=case.worker.language,
        day=day, rule=rule, about=about, left=(day - today).days if day else None, undated=_undated(case, found),
        step=step.task.name if step else "", page=step.task.page if step else "", road=_ROADS.get(step.task.name, "away") if step else "done",
        missing=missing(case, step.task.name, papers) if step else (), minutes=_minutes(road.standings, case, law, today),
        flags=flags(case, law, today), met=met, late=late, sample=case.sample,
    )  # fmt: skip


def rows(cases: Iterable[Case], law: Law, today: date, papers: Mapping[str, Collection[str]] | None = None) -> tuple[BoardRow, ...]:
    """The rows of all clients, most urgent first; where that is equal, in the order given. papers: by key of the case."""
    held = papers or {}
    return tuple(sorted((row(case, law, today, held.get(case.key, ())) for case in cases), key=lambda one: one.urgency))


def initials(name: str | None) -> str:
    """The first letter of each name, for a paper that lies on a table: "S. W."; empty without a name."""
    return " ".join(f"{part[:1].upper()}." for part in (name or "").split() if part[:1].isalpha())


def _soonest(case: Case, found: tuple[Row, ...], today: date) -> tuple[date, str, str] | None:
    """The soonest day with its clock and its paper. An exam that is ahead is a day on which the worker must act."""
    days, first, next_exam = [], soonest(case, found, today), exam.coming(case, today)
    if first:
        days.append((safe_day(first), first.deadline.rule, first.about))
    if next_exam and exact(next_exam.on) and next_exam.on >= today:
        days.append((next_exam.on, EXAM_DAY, next_exam.id))
    return min(days, default=None, key=lambda one: one[0])


def _undated(case: Case, found: tuple[Row, ...]) -> bool:
    """A letter that waits for its request, a report to answer, or a panel to choose from, for which no day could be counted."""
    counted = {one.about for one in found if one.deadline.rule in imr.RULES and one.deadline.safe}
    letters = [one.id for one in case.letters if begun(one) and not imr.sent(one)]
    unread = letter_road(case) and not any(map(begun, case.letters))
    reports = [one for one in case.reports if not panel.objected(one) and one.correction.decided_on is None]
    return unread or not counted.issuperset(letters) or any(isinstance(receipt(one), Missing) for one in reports) or any(_unread(case, one) for one in case.panels)


def _unread(case: Case, one: Panel) -> bool:
    """A panel is there, nobody chose from it yet, and the day printed on it is not known."""
    waits = one != Panel(id=one.id) and not (panel.told(one) or panel.exam_of(case, one))
    return waits and alone(case) and isinstance(issued(one), Missing)


def _minutes(standings: Iterable[Standing], case: Case, law: Law, today: date) -> int:
    """The estimates of the steps that can be done now: of a dispute only the first open one, for each waits for the one before.

    The evening waits for the exam, and a panel that was asked for needs no work.
    """
    names = [one.task.name for one in standings if one.state != flow.DONE]
    waiting = set([name for name in names if _ROADS.get(name) == "panel"][1:])
    waiting |= {"evening"} if not exam.all_over(case, today) else set()
    waiting |= {"panel"} if panel.form_sent(case.panel_form) else set()
    return sum(law.practice.clinic.minutes.get(name, 0) for name in names if name not in waiting)


def _sent(case: Case, law: Law) -> tuple[int, int]:
    """How many requests for review went out by their SAFE date, and how many after it; without a day of its own none counts."""
    told = [(exact(went.on), letter) for letter in case.letters if (went := imr.request_sent(letter))]
    known = [(day, safe) for day, letter in told if day and (safe := _safe(letter, law, day))]
    met = sum(day <= safe for day, safe in known)
    return met, len(known) - met


def _safe(letter: Letter, law: Law, day: date) -> date | None:
    """By when the request had to be there, as it stood on the day it went."""
    try:
        found = imr.request(letter, law, day)
    except NotInForce:
        return None
    return None if isinstance(found, Missing) or not isinstance(found.first.safe, date) else found.first.safe
