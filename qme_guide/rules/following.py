"""What to look at again about everything that went out: what failed, whose proof is missing, what to track, who has not answered.

The days are our own advice (DESIGN, `follow_up` in content/law/practice.yaml). No rule obliges anybody to answer a letter
by a day, so a letter without an answer is never called late: from a day on, one may ask again. About what went to a QME
there is nothing to ask the QME; the clocks of the case tell what is due there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from qme_guide.case import Case
from qme_guide.days import DAY
from qme_guide.law import Law
from qme_guide.rules import panel
from qme_guide.rules.outbox import Sent, everything, waits
from qme_guide.rules.panel import is_over
from qme_guide.rules.sending import AGAIN, PROOF, after, follow_ups
from qme_guide.rules.start import earliest, exact

TRACK, ANSWER = "track", "answer"
IMR, IMR_KINDS = ("imr-request", "claims-copy"), ("again", "proof", "arrived", "copy")


@dataclass(frozen=True)
class Due:
    """One thing to look at: what (again, proof, arrived, copy, track, answer), about which sending, from which day."""

    kind: str
    sent: Sent
    day: date


def due(case: Case, law: Law, today: date | None) -> tuple[Due, ...]:
    """Everything still open about what went out: first what has to go again, then the soonest day."""
    return tuple(sorted((*_requests(case, law), *_others(case, law, today)), key=lambda one: (one.kind != AGAIN, one.day)))


def answer_from(case: Case, one: Sent, law: Law) -> date | None:
    """From which day to ask again: the day after the one that the letter itself named, else some open days after it went."""
    if not waits(case, one):
        return None
    named = _named(case, one)
    return named + DAY if named and named >= one.day else after(one.day, law.practice.follow_up.answer_open_days, law)


def _requests(case: Case, law: Law) -> Iterator[Due]:
    """What is open about the requests for review."""
    for number, letter in enumerate(case.letters):
        for one in follow_ups(letter, law):
            yield Due(one.kind, Sent(letter.id, f"letters.{number}.sendings", one.sending), one.day)


def _others(case: Case, law: Law, today: date | None) -> Iterator[Due]:
    sent = [one for one in everything(case) if one.paper not in IMR and not _settled(case, one, today)]
    for one in sent:
        day = earliest(one.line.on)
        if day and one.line.result == "failed" and not _again(one, sent):
            yield Due(AGAIN, one, day)
        if one.day and one.line.result != "failed":
            yield from _looks(case, one, law)


def _looks(case: Case, one: Sent, law: Law) -> Iterator[Due]:
    days = law.practice.follow_up
    if one.line.proof in (None, "none") and (day := after(one.day, days.proof_open_days, law)):
        yield Due(PROOF, one, day)
    if one.line.proof == "tracking" and one.line.result != "arrived" and (day := after(one.day, days.mail_open_days, law)):
        yield Due(TRACK, one, day)
    if day := answer_from(case, one, law):
        yield Due(ANSWER, one, day)


def _again(failed: Sent, sent: list[Sent]) -> bool:
    """The same paper went to the same one on that day or later, and nobody says that it failed."""
    same = (one for one in sent if (one.path, one.paper, one.line.to) == (failed.path, failed.paper, failed.line.to))
    return any(one.day and one.day >= earliest(failed.line.on) for one in same)


def _named(case: Case, one: Sent) -> date | None:
    """The day by which the letter itself asks for an answer: a wish, no duty."""
    report = next((report for report in case.reports if report.id == one.about), None)
    return exact(report.disputing.reply_by) if report and one.paper == "dispute-letter" else None


def _settled(case: Case, one: Sent, today: date | None) -> bool:
    """What came since shows that it arrived: an answer, the form, a panel, an appointment, a decision."""
    if one.line.answered_on is not None:
        return True
    report = next((report for report in case.reports if report.id == one.about), None)
    over = any(is_over(exam, today) for exam in case.exams if exam.id == one.about)
    checks = {
        "factual-correction": report is not None and report.correction.decided_on is not None,
        "objection": bool(case.panel_form.furnished_on or case.panels),
        "form105": panel.panel_came(case) or case.panel_form.medical_unit_on is not None,
        "panel-copy": panel.panel_came(case),
        "selection-notice": bool(case.exams),
        "rating-reconsider": case.rating.decision_served_on is not None,
        "serve-records": over,
        "qme-letter": over,
    }
    return checks.get(one.paper, False)
