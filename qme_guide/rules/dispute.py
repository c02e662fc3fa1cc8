"""How far the road of a medical dispute is, from the answers alone: begun, objected, a panel asked for, a doctor chosen."""

from datetime import date

from qme_guide.case import Case, PanelForm, Report, Route
from qme_guide.rules import panel, route
from qme_guide.rules.objection import QME
from qme_guide.rules.start import earliest
from qme_guide.rules.table import alone, represented


def dispute_begun(case: Case) -> bool:
    """A medical dispute was told, or a paper of its road is there."""
    return case.route != Route() or _panel_begun(case)


def panel_road(case: Case) -> bool:
    """A panel is asked for without an attorney: the answers lead there, or a paper of that road came before the answers."""
    return route.panel_road(case) if route.ways(case) else alone(case) and _panel_begun(case)


def _panel_begun(case: Case) -> bool:
    return case.panel_form != PanelForm() or bool(case.panels)


def objected(case: Case) -> bool:
    """The objection went out, or a panel is there already."""
    return any(map(panel.objected, case.reports)) or panel.panel_came(case)


def told_of_choice(case: Case) -> bool:
    """The selection notice went out."""
    return any(map(panel.told, case.panels))


def attorneys(case: Case) -> bool:
    """A dispute in the hands of an attorney."""
    return represented(case) and dispute_begun(case)


def qme_reports(case: Case) -> tuple[Report, ...]:
    """The reports of a Qualified Medical Evaluator (QME)."""
    return tuple(one for one in case.reports if one.kind == QME)


def evaluated(case: Case) -> bool:
    """The report of a QME is there, and nothing that is newer begins a road of its own: a report to object to, a panel, an exam."""
    came = max(filter(None, map(_day, qme_reports(case))), default=date.min)
    others = [_day(one) for one in case.reports if one.kind != QME and not panel.objected(one)]
    newer = [*others, *(earliest(one.issued_on) for one in case.panels), *(earliest(one.on) for one in case.exams)]
    return bool(qme_reports(case)) and not any(day and day > came for day in newer)


def _day(report: Report) -> date | None:
    return earliest(report.received_on) or earliest(report.printed_on)
