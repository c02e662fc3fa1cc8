"""Which clocks run after a QME's report, which day starts each, and what ends it.

Lab. Code 4061(d)-(g), 4063; 8 CCR 10159, 10162, 10164, 37, 38(h). The request to correct facts is open until all three
have it. The rating has three possible starts, and waits while a correction is pending or a judge looks at the report:
its day is shown only as the day it is due, for nobody knows the last of them for sure. Nobody is called late from a day
that is not sure. A longer time that two sides agreed on is never taken for granted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from qme_guide.case import Case, Report, Sending
from qme_guide.law import Law
from qme_guide.rules import asking_more, correction, rating, replying
from qme_guide.rules.deadline import Deadline, count
from qme_guide.rules.dispute import qme_reports
from qme_guide.rules.panel import sent_to
from qme_guide.rules.start import Start, earliest, exact, receipt
from qme_guide.rules.table import alone

REVIEW, SUPPLEMENT = "factual-qme-10", "qme-supplemental-60"
_PERMANENT = "permanent"


@dataclass(frozen=True)
class Running:
    """A clock that runs: what it belongs to, the rule, the day that starts it, and other days it looks at."""

    about: str
    rule: str
    start: Start
    also: Mapping[str, date] = field(default_factory=dict)


def running(case: Case, law: Law) -> Iterator[Running]:
    """Every clock after a QME's report and after a rating that the answers start and nothing has ended."""
    if alone(case):
        for report in qme_reports(case):
            yield from _correction(report)
            yield from _questions(report)
        yield from _rating(case, law)
    if start := _said(case.rating.decision_served_on, "rating.decision_served_on"):
        yield Running(rating.ABOUT, rating.DECISION_CLOCK, start)


def _correction(report: Report) -> Iterator[Running]:
    """The worker's own request, the answer to the other side's, and the QME's review. Over once the QME has answered.

    When the other side asked too, the QME's time was not read (8 CCR 37): it is not counted.
    """
    start, theirs = receipt(report), _said(report.correction.theirs_served_on, "correction.theirs_served_on")
    if theirs and replying.open_(report):
        yield Running(report.id, replying.CLOCK, theirs)
    if report.correction.decided_on is not None:
        return
    if correction.unserved(report) and isinstance(start, Start):
        yield Running(report.id, correction.CLOCK, start)
    if not replying.asked(report) and (went := _first(report, correction.NAME)):
        yield Running(report.id, REVIEW, _of(went))


def _questions(report: Report) -> Iterator[Running]:
    """A question to the QME that nobody has answered."""
    went = _first(report, asking_more.NAME)
    if went and went.answered_on is None:
        yield Running(report.id, SUPPLEMENT, _of(went))


def _rating(case: Case, law: Law) -> Iterator[Running]:
    """The rating that is to come, or the request to look again at the one that came; neither after a judge's decision."""
    own = case.rating
    if own.decision_served_on is not None:
        return
    if rating.came(own):
        start = _came(case)
        if start and not rating.asked(own):
            yield Running(rating.ABOUT, rating.CLOCK, start)
    elif own.judge_sent_on is not None or own.judge_back_on is not None:
        sent = _said(own.judge_sent_on, "rating.judge_sent_on")
        if sent and own.judge_back_on is None:
            yield Running(rating.ABOUT, rating.JUDGE_CLOCK, sent)
    elif own.apportions != "yes":
        yield from _due(case, law)


def sent_back(case: Case, law: Law) -> Deadline | None:
    """By when the QME answers a judge who sent the report back; None while it did not come back. 8 CCR 10162(c)."""
    back, rule = exact(case.rating.judge_back_on), law.clock(rating.JUDGE_CLOCK)
    if back is None or rating.came(case.rating) or not alone(case):
        return None
    index, other = next((at, one) for at, one in enumerate(rule.newest.alternatives) if one.start_input != rule.start_input)
    found = count(law, rating.JUDGE_CLOCK, {other.start_input: back}, alternative=index)
    return found if isinstance(found, Deadline) else None


def _due(case: Case, law: Law) -> Iterator[Running]:
    """When the rating is due. Lab. Code 4061(e): from the evaluation; 8 CCR 10159: from the later of two other days."""
    start, received = _window(case, law), earliest(case.rating.evaluation_on)
    if start and received:
        yield Running(rating.ABOUT, rating.DUE, start, {law.clock(rating.DUE).newest.due_input: received})
    elif start and _for_rating(case):
        yield Running(rating.ABOUT, rating.DUE, start)
    elif received and not qme_reports(case):
        yield Running(rating.ABOUT, rating.DUE, Start(received, "rating.evaluation_on", exact=False))


def _window(case: Case, law: Law) -> Start | None:
    """The time to correct facts ended, or the QME answered, whichever is later; None while a request is pending.

    Never exact: the other side has a time of its own, and the day the office got the answer is not known.
    """
    report = rating.rated_report(case)
    by = correction.deadline(report, law) if report else None
    if by is None:
        return None
    answered, asked = report.correction.decided_on, correction.lines(report) or report.correction.theirs_served_on
    if asked and answered is None:
        return None
    last = by.outside or by.safe
    later = exact(answered)
    if later and (last is None or later > last):
        return Start(later, "correction.decided_on", exact=False)
    return Start(last, "correction.window", exact=False) if last else None


def _for_rating(case: Case) -> bool:
    """Something says that the report goes to the Disability Evaluation Unit (DEU): its office, a line of the log, the dispute."""
    report = rating.rated_report(case)
    sent = report and any(one.to == correction.DEU for one in report.sendings)
    return bool(sent or (report and report.correction.deu_office) or _PERMANENT in (case.route.about or ()) or case.rating.apportions)


def _came(case: Case) -> Start | None:
    """The day the rating came; its printed date stands in for it."""
    own = case.rating
    if exact(own.received_on):
        return Start(own.received_on, "rating.came_on", exact=True)
    printed = earliest(own.printed_on)
    return Start(printed, "rating.printed_on", exact=False) if printed else _said(own.received_on, "rating.came_on")


def _first(report: Report, wrote: str) -> Sending | None:
    """The first time that a letter went to the QME."""
    return next(iter(sent_to(correction.QME, report.sendings, wrote)), None)


def _of(line: Sending) -> Start:
    return Start(earliest(line.on), "sendings.on", exact(line.on) is not None)


def _said(answer: date | str | None, name: str) -> Start | None:
    """A start from one answer; none while no day can be read from it."""
    day = earliest(answer)
    return Start(day, name, exact(answer) is not None) if day else None
