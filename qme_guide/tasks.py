"""The steps of the road: for each its page, whom it is for, and what counts as done. Whether one is next is for `flow`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from qme_guide.case import Case, Letter, Report
from qme_guide.rules import correction, exam, function, imr, panel, rating, reading, replying, review, route, triage
from qme_guide.rules.dispute import attorneys, dispute_begun, evaluated, objected, panel_road, qme_reports, told_of_choice
from qme_guide.rules.objection import closed
from qme_guide.rules.start import earliest
from qme_guide.rules.table import alone


@dataclass(frozen=True)
class Task:
    """A step of the road: its page, whether it applies, is done, or on a day is over, and the clocks whose date it carries."""

    name: str
    page: str
    needed: Callable[[Case], bool]
    done: Callable[[Case], bool]
    rules: tuple[str, ...] = ()
    over: Callable[[Case, date], bool] = lambda case, today: False


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


def function_told(case: Case) -> bool:
    """Something is told of what the person can do, and of nothing that changed the details are still open."""
    return bool(case.function.abilities) and not function.those(case.function, function.CHANGED)


def report_read(case: Case) -> bool:
    """Every part of each QME report was looked at, or that is behind."""
    return all(reading.done(one) or one.correction.decided_on is not None or rating.rated(case, one) for one in qme_reports(case))


def correction_road(case: Case) -> bool:
    """A QME report is there, for somebody who writes without an attorney and whom no exit leads elsewhere."""
    return bool(qme_reports(case)) and alone(case) and not closed(case)


def corrected(case: Case) -> bool:
    """No report has a wrong fact that did not go out before its rating, and no request of the other side waits for an answer."""
    return not any(replying.open_(one) if _too_late(case, one) else replying.waiting(one) for one in qme_reports(case))


def _too_late(case: Case, report: Report) -> bool:
    """A rating came before any request about this report went out."""
    return rating.rated(case, report) and not correction.lines(report)


def _evaluated(case: Case, today: date) -> bool:
    """The report came: the way to it is behind."""
    return evaluated(case)


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
    Task("objection", "objection", route.objection_road, objected, ("objection-4062-20", "objection-4062-30", "objection-4061-target"), _evaluated),
    Task("panel", "panel", panel_road, panel.panel_came, (panel.FORM_FIRST, panel.WAIT_60), _evaluated),
    Task("choose", "choose", panel_road, told_of_choice, (panel.SELECT,), _evaluated),
    Task("appointment", "appointment", panel_road, exam.dated, over=_evaluated),
)
EXAM = (
    Task("exam_plan", "plan", exam.known, _open, over=exam.all_over),
    Task("timeline", "timeline", exam.known, lambda case: bool(case.events), over=exam.all_over),
    Task("function", "function", exam.known, function_told, over=exam.all_over),
    Task("exam_day", "exam_day", exam.known, _open, over=exam.all_over),
    Task("evening", "evening", exam.known, exam.written_down),
)
REPORT = (
    Task("report", "report", lambda case: bool(qme_reports(case)), report_read, (correction.CLOCK,)),
    Task("correct", "correct", correction_road, corrected, (replying.CLOCK, correction.CLOCK)),
    Task("rating", "rating", correction_road, _open, ("deu-reconsider-30", "recon-20")),
)
