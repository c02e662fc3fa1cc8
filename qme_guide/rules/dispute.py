"""How far the road of a medical dispute is, from the answers alone: begun, objected, a panel asked for, a doctor chosen."""

from qme_guide.case import Case, PanelForm, Route
from qme_guide.rules import panel, route
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
