"""Which road does a medical dispute take? The questions that are needed to know it are in `route_questions`.

Pure: the answers go in, the roads come out, the first thing to do first. Several disputes may need several roads.
Product rules (DESIGN) after Lab. Code 4060, 4061, 4062, 4062.2, 4610.5, 4616.3, 4621 and 5401(d). Not being sure
never closes a road: it leads to the State's free help, and the dates stay.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from qme_guide import days
from qme_guide.answers import Dispute
from qme_guide.case import Case
from qme_guide.law import Law, NotInForce
from qme_guide.rules.deadline import Deadline, count
from qme_guide.rules.start import earliest
from qme_guide.rules.route_questions import ABOUT_CAUSE, ABOUT_OTHER, ABOUT_PERMANENT, claim_form, next_question
from qme_guide.rules.table import represented, stands
from qme_guide.rules.triage import EXIT_ORDER

IMR, MPN, CAUSE, WAIT, PERMANENT, OTHER, BOTH = "imr", "mpn_opinion", "compensability_4060", "wait_60", "permanent_4061", "other_4062", "both"
CLAIM_FORM, REPRESENTED, UNSURE = "claim_form_first", "represented", "unsure"
OUTCOMES = (IMR, MPN, CAUSE, WAIT, PERMANENT, OTHER, BOTH, CLAIM_FORM, REPRESENTED, UNSURE, *EXIT_ORDER)
# Roads that end in an objection to a report, and roads on which a panel is asked for (by someone without an attorney).
OBJECTION = (PERMANENT, OTHER, BOTH)
PANEL = (CAUSE, WAIT, *OBJECTION)
# A health plan's own review takes the place of these two roads only.
TREATMENT = (IMR, MPN)
# An exit that leaves the roads behind it open.
GOES_ON = ("public_safety", "health_plan")

SECTIONS = {
    IMR: ("4610.5",), MPN: ("4616.3", "4616.4"), CAUSE: ("4060",), WAIT: ("4060", "4621"), PERMANENT: ("4061",), OTHER: ("4062",),
    BOTH: ("4061", "4062"), CLAIM_FORM: ("5401",), REPRESENTED: ("4062.2",),
}  # fmt: skip
WAIT_RULE = "medlegal-60-wait"


@dataclass(frozen=True)
class Found:
    """A road. name: one of OUTCOMES. statutes: sections of the Labor Code.

    about: the disputes that led here. wait: the clock before an exam about the cause may be paid for (wait_60).
    """

    name: str
    statutes: tuple[str, ...] = ()
    about: tuple[Dispute, ...] = ()
    wait: Deadline | None = None

    @property
    def passage(self) -> str:
        """The name of its passage."""
        return f"routes/{self.name}"

    @property
    def panel(self) -> bool:
        """A panel is asked for on this road."""
        return self.name in PANEL

    @property
    def objection(self) -> bool:
        """This road begins with an objection to a report."""
        return self.name in OBJECTION


def sections(about: tuple[Dispute | None, ...]) -> tuple[str, ...]:
    """The sections an objection to findings about these matters names: "4061", "4062" or both; empty for other matters."""
    asked = ((SECTIONS[PERMANENT], ABOUT_PERMANENT), (SECTIONS[OTHER], (*ABOUT_OTHER, "body_part")))
    return tuple(section for named, matters in asked if set(matters) & set(about) for section in named)


def ways(case: Case) -> tuple[Found, ...]:
    """The roads without a look at the calendar (a wait counts as 4060); empty while a question is open."""
    if next_question(case):
        return ()
    if represented(case):
        about = case.route.about or ()
        return (Found(REPRESENTED, (*SECTIONS[REPRESENTED], *sections(about)), about),)
    exits = [name for name in EXIT_ORDER if name in (case.triage.exits or ())]
    closing = next((name for name in exits if name not in GOES_ON), None)
    return (Found(closing),) if closing else _open_roads(case, exits)


def _open_roads(case: Case, exits: list[str]) -> tuple[Found, ...]:
    """First what has the hardest date, then what comes before a panel, then the panel, then the rest."""
    by_road = _by_road(case)
    roads = [_found(name, by_road) for name in (IMR, CAUSE, PERMANENT, OTHER, BOTH, MPN, UNSURE) if name in by_road]
    if "health_plan" in exits and any(one.name in TREATMENT for one in roads):
        roads = [Found("health_plan"), *(one for one in roads if one.name not in TREATMENT)]
    at = next((number for number, one in enumerate(roads) if one.panel), None)
    if at is not None and claim_form(case) != "yes":
        roads.insert(at, Found(CLAIM_FORM, SECTIONS[CLAIM_FORM]))
    return (*([Found("public_safety")] if "public_safety" in exits else []), *roads)


def _found(name: str, by_road: dict[str, tuple[Dispute, ...]]) -> Found:
    return Found(name, SECTIONS.get(name, ()), by_road[name])


def _by_road(case: Case) -> dict[str, tuple[Dispute, ...]]:
    """Each road of these disputes with the disputes that led to it."""
    found: dict[str, list[Dispute]] = {}
    for dispute in case.route.about or ():
        found.setdefault(_road(case, dispute), []).append(dispute)
    if PERMANENT in found and OTHER in found:
        found[BOTH] = found.pop(PERMANENT) + found.pop(OTHER)
    if stands(case) == "denied" and {PERMANENT, OTHER, BOTH} & set(found):
        found.setdefault(CAUSE, [])
    return {name: tuple(disputes) for name, disputes in found.items()}


def _road(case: Case, dispute: Dispute) -> str:
    """The road of one dispute. One part of the body accepted and another disputed: 4062, not 4060 (4060(a))."""
    if dispute == "network_doctor":
        return {"yes": MPN, "no": OTHER}.get(case.route.network or "", UNSURE)
    if dispute in ABOUT_CAUSE:
        return {"accepted": OTHER, "part": OTHER, "denied": CAUSE, "undecided": CAUSE}.get(stands(case) or "", UNSURE)
    if dispute in ABOUT_PERMANENT:
        return PERMANENT
    return OTHER if dispute in ABOUT_OTHER else IMR if dispute == "treatment" else UNSURE


def routes(case: Case, law: Law, today: date | None) -> tuple[Found, ...]:
    """Every road of these answers, what comes first first; empty while a question is open."""
    return tuple(_waited(case, one, law, today) if one.name == CAUSE else one for one in ways(case))


def route(case: Case, law: Law, today: date | None) -> Found | None:
    """The road that comes first, or None while a question is open."""
    return next(iter(routes(case, law, today)), None)


def _waited(case: Case, cause: Found, law: Law, today: date | None) -> Found:
    """A claim that is not rejected yet waits for the first days to pass; no day of filing: the wait has no date."""
    if stands(case) == "denied":
        return cause
    wait = waiting(case, law)
    if wait and wait.safe and today and wait.safe <= today:
        return Found(CAUSE, SECTIONS[CAUSE], cause.about, wait)
    return Found(WAIT, SECTIONS[WAIT], cause.about, wait)


def waiting(case: Case, law: Law) -> Deadline | None:
    """From when an exam about the cause may be asked for; a month counts from its last day. Lab. Code 4621(b), (c)."""
    first = earliest(case.claim.form_filed_on)
    if first is None:
        return None
    try:
        day = first if first == case.claim.form_filed_on else days.add_months(first, 1) - timedelta(days=1)
        found = count(law, WAIT_RULE, {law.clock(WAIT_RULE).start_input: day}, in_force=True)
    except (NotInForce, OverflowError):
        return None
    return found if isinstance(found, Deadline) else None


def panel_road(case: Case) -> bool:
    """This person may ask for a panel without an attorney: the answers lead there."""
    return any(one.panel for one in ways(case))


def objection_road(case: Case) -> bool:
    """The road begins with an objection to a report (4061, 4062), and no attorney makes it."""
    return any(one.objection for one in ways(case))
