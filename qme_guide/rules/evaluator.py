"""Records for the evaluator: what may go to a panel QME, and from which day.

Lab. Code 4062.3(b): what one side gives the evaluator is served on the other side 20 days before. 4062.3(e): a letter
before the exam is served 20 days before it. So there is a letter to the QME only when the log holds the serving of these
very papers, the wait after it is over, and the exam is still to come. A sending that failed, or whose day nobody is
sure of, begins no wait; a way or a place that is not known is counted with the longest extra days.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from qme_guide.case import UNSURE, Case, Exam, Record, Sending
from qme_guide.law import Law
from qme_guide.rules import logs
from qme_guide.rules.advice import records_by
from qme_guide.rules.deadline import Deadline, Missing, count
from qme_guide.rules.panel import is_over
from qme_guide.rules.records import ADMINISTRATOR, HAVE
from qme_guide.rules.start import exact
from qme_guide.rules.table import alone

SERVE, SEND, NONMEDICAL, FORM = "serve-qme-info-20", "qme-send-after-20", "object-nonmedical-10", "qme-request-form"
QME, BY_HAND, BY_MAIL = "qme", "personal", "mail"
OPEN, TIGHT, CLOSED, NO_DAY = "open", "tight", "closed", "no_day"
"""The window to serve records: our earlier day is ahead; only by hurrying; too late to reach the evaluator in time; no exam day."""
CHOOSE, CHANGED, UNDATED, WAIT, TOO_NEAR, READY, SENT, EARLY, AFTER = "choose", "changed", "undated", "wait", "too_near", "ready", "sent", "early", "after"
NOT_MEDICAL = ("job_description", "own_statement", "other")
"""Kinds of papers that are not medical, or may not be: these alone the other side can keep out by an objection."""


@dataclass(frozen=True)
class Window:
    """Whether records served today can reach the evaluator before the exam.

    by: our own day for records. by_hand, by_mail: from which day they may go to the QME when they are served today.
    """

    state: str
    by: date | None = None
    by_hand: date | None = None
    by_mail: date | None = None


@dataclass(frozen=True)
class Standing:
    """How the chosen records stand; with the serving that counts and the wait after it."""

    state: str
    serving: Sending | None = None
    wait: Deadline | None = None


def chosen(case: Case, exam: Exam) -> tuple[Record, ...]:
    """The records meant for the evaluator that the person has in the hand, in the order of the list."""
    return tuple(one for one in case.records if one.id in exam.for_qme and one.state == HAVE)


def not_medical(case: Case, exam: Exam) -> tuple[Record, ...]:
    """Those of them that are no medical papers, or may be none."""
    return tuple(one for one in chosen(case, exam) if one.kind in (None, *NOT_MEDICAL))


def window(exam: Exam | None, law: Law, today: date | None) -> Window:
    """Whether there is time to serve records before this exam. Lab. Code 4062.3(b), (e)."""
    day = exact(exam.on) if exam else None
    if day is None or today is None:
        return Window(NO_DAY)
    by_hand, by_mail = (found.safe if (found := send_from(today, how, law)) else None for how in (BY_HAND, BY_MAIL))
    line = count(law, SERVE, {law.clock(SERVE).start_input: day})
    by = None if isinstance(line, Missing) else records_by(line, law)
    if by and today <= by:
        return Window(OPEN, by, by_hand, by_mail)
    return Window(TIGHT if by_hand and by_hand < day else CLOSED, by, by_hand, by_mail)


def send_from(day: date, how: str | None, law: Law) -> Deadline | None:
    """The wait after a serving: from which day the same papers may go to the QME. Lab. Code 4062.3(b)."""
    said = {law.clock(SEND).start_input: day, "method": None if how == UNSURE else how}
    found = count(law, SEND, said)
    return None if isinstance(found, Missing) else found


def objection(exam: Exam, law: Law) -> Deadline | None:
    """By when to object to papers that are not medical; None while the day they were served is not known."""
    served = exact(exam.nonmedical_on)
    found = count(law, NONMEDICAL, {law.clock(NONMEDICAL).start_input: served}) if served else None
    return found if isinstance(found, Deadline) else None


def standing(case: Case, exam: Exam | None, law: Law, today: date | None) -> Standing:
    """How the chosen records of an exam stand on a day. The log alone moves them on."""
    time = window(exam, law, today)
    if time.state == NO_DAY:
        return Standing(NO_DAY)
    if gone := _gone(exam, law):
        return gone
    if is_over(exam, today):
        return Standing(AFTER)
    if not chosen(case, exam):
        return Standing(CHOOSE)
    lines = _went(exam, ADMINISTRATOR)
    if not lines:
        return Standing(time.state)
    covering = [line for line in lines if _covers(line, case, exam)]
    return _served(exam, law, today, covering) if covering else Standing(CHANGED)


def allowed(case: Case, exam: Exam | None, law: Law, today: date | None) -> bool:
    """A letter to the QME may be made: these papers were served, and 20 days and more lie between. Never with an attorney."""
    return alone(case) and standing(case, exam, law, today).state in (READY, SENT)


def in_time(case: Case, exam: Exam, law: Law) -> bool:
    """The chosen records were served in time to reach the evaluator before the exam."""
    day, found = exact(exam.on), tuple(_waits(exam, law, [line for line in _went(exam, ADMINISTRATOR) if _covers(line, case, exam)]))
    return bool(day and chosen(case, exam) and any(wait.safe < day for _, wait in found))


def unserved(case: Case, exam: Exam) -> tuple[Record, ...]:
    """The chosen records that stand in no serving together with the others: what the newest serving lacks."""
    lines = _went(exam, ADMINISTRATOR)
    if not lines or any(_covers(line, case, exam) for line in lines):
        return ()
    *_, newest = sorted(lines, key=lambda line: exact(line.on) or date.min)
    return tuple(one for one in chosen(case, exam) if one.id not in newest.papers)


def form_is_due(law: Law, today: date | None) -> bool:
    """The day is here by which the State is to have its own form for writing to a QME. Lab. Code 4062.4(b), (c)."""
    first = law.facts[FORM].applies_from
    return bool(today and first and today >= first)


def _served(exam: Exam, law: Law, today: date, lines: list[Sending]) -> Standing:
    """How papers stand that are in the log, from the serving whose wait ends first."""
    found = min(_waits(exam, law, lines), key=lambda one: one[1].safe, default=None)
    if found is None:
        return Standing(UNDATED, *lines[:1])
    serving, wait = found
    if wait.safe >= exam.on or today >= exam.on:
        return Standing(TOO_NEAR, serving, wait)
    return Standing(WAIT if today < wait.safe else READY, serving, wait)


def _gone(exam: Exam, law: Law) -> Standing | None:
    """The papers went to the QME: after their wait, or before it was over."""
    lines = [line for line in _went(exam, QME) if exact(line.on)]
    if not lines:
        return None
    *_, last = sorted(lines, key=lambda line: line.on)
    served = [line for line in _went(exam, ADMINISTRATOR) if set(last.papers) <= set(line.papers)]
    found = min(_waits(exam, law, served), key=lambda one: one[1].safe, default=None)
    if found is None or last.on < found[1].safe:
        return Standing(EARLY, last)
    return Standing(SENT, *found)


def _went(exam: Exam, to: str) -> tuple[Sending, ...]:
    """The lines of the log to somebody that did not fail."""
    return tuple(line for line in logs.lines(exam.sendings) if line.to == to and line.result != "failed" and line.on is not None)


def _covers(line: Sending, case: Case, exam: Exam) -> bool:
    """Every chosen record went along. Fewer papers may go to the QME than were served, never others."""
    return {one.id for one in chosen(case, exam)} <= set(line.papers)


def _waits(exam: Exam, law: Law, lines: list[Sending]) -> Iterator[tuple[Sending, Deadline]]:
    """Each serving on a whole day, with the wait after it; none that lies beyond the table of closed days."""
    for line in lines:
        wait = send_from(line.on, line.how, law) if exact(line.on) else None
        if wait and wait.safe:
            yield line, wait
