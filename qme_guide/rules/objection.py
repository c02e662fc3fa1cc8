"""The objection to a treating doctor's report: which findings go into it, and which sections of the Labor Code it names.

Lab. Code 4060(a), 4061, 4062(a). A finding about permanent disability or future care is for 4061, any other for 4062;
denied treatment, a network doctor's diagnosis and the cause of a claim that nobody accepted have roads of their own
(`route`). A Qualified Medical Evaluator's report is not objected to this way. This module counts nothing.
"""

from qme_guide.answers import Dispute
from qme_guide.case import UNSURE, Case, Finding, Report
from qme_guide.rules import route
from qme_guide.rules.table import alone, stands
from qme_guide.rules.triage import EXIT_ORDER

QME, TREATING = "qme", "treating"
# What a finding can be about, as it is asked: what goes into the letter, what has another road, and a doubt.
MATTERS: tuple[Dispute, ...] = (
    "work_status", "restrictions", "permanent_date", "body_part", "permanent", "future_care", "other_finding",
    "treatment", "network_doctor", "claim", UNSURE,
)  # fmt: skip
NOBODY_ACCEPTED = ("denied", "undecided")


def closed(case: Case) -> str | None:
    """The exit of the first questions under which none of this law may hold; None when the road is open."""
    return next((name for name in EXIT_ORDER if name in (case.triage.exits or ()) and name not in route.GOES_ON), None)


def own(case: Case, finding: Finding) -> tuple[str, ...]:
    """The section for one finding; empty when it has another road, and when nobody knows what it is about."""
    if finding.about == "body_part" and stands(case) in NOBODY_ACCEPTED:
        return ()
    if finding.about == "network_doctor":
        return route.SECTIONS[route.OTHER] if case.route.network == "no" else ()
    return route.sections((finding.about,))


def goes_in(case: Case, finding: Finding) -> bool:
    """The finding belongs into the letter; a doubt does too, so that no day is lost."""
    return finding.about in (None, UNSURE) or bool(own(case, finding))


def findings(case: Case, report: Report) -> tuple[Finding, ...]:
    """What the letter lists."""
    return tuple(one for one in report.findings if goes_in(case, one))


def sections(case: Case, report: Report) -> tuple[str, ...]:
    """The sections that the letter names: "4061", "4062" or both; both when a finding leaves it open; none without findings."""
    listed = findings(case, report)
    if any(not own(case, one) for one in listed):
        return route.SECTIONS[route.BOTH]
    named = {section for one in listed for section in own(case, one)}
    return tuple(section for section in route.SECTIONS[route.BOTH] if section in named)


def unsettled(case: Case, report: Report) -> bool:
    """A finding of the letter does not say by itself which section it is for."""
    return any(not own(case, one) for one in findings(case, report))


def asks_form(case: Case) -> bool:
    """The panel form is owed at once to somebody without an attorney who does not have it yet. Lab. Code 4061(c), 4062(a)."""
    return alone(case) and case.panel_form.furnished_on in (None, UNSURE)


def for_letter(case: Case) -> Report | None:
    """The report that a letter is for when none is named: the first with findings for it, else the first that may have some."""
    able = [one for one in case.reports if one.kind != QME]
    return next((one for one in able if findings(case, one)), next(iter(able), None))

