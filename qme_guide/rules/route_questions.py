"""Which questions a medical dispute needs, in order, and what earlier answers tell already. The roads are in `route`."""

from qme_guide.answers import Dispute
from qme_guide.case import Case
from qme_guide.rules.start import earliest
from qme_guide.rules.table import represented, stands

ORDER = (
    "triage.danger", "triage.lawyer", "route.about", "route.claim_stands", "route.network", "route.claim_form", "claim.form_filed_on",
    "triage.exits",
)  # fmt: skip
ABOUT_PERMANENT: tuple[Dispute, ...] = ("permanent", "future_care")
ABOUT_OTHER: tuple[Dispute, ...] = ("work_status", "permanent_date", "restrictions", "other_finding")
ABOUT_CAUSE: tuple[Dispute, ...] = ("claim", "body_part")


def next_question(case: Case) -> str | None:
    """The path of the question that is needed next, or None when the roads are known."""
    return next((path for path in ORDER if needed(case, path) and not _known(case, path)), None)


def needed(case: Case, path: str) -> bool:
    """The answer at this path of ORDER counts for this case."""
    about = set(case.route.about or ())
    if path in ("triage.danger", "triage.lawyer"):
        return True
    if represented(case):
        return False
    qme = bool(about & {*ABOUT_PERMANENT, *ABOUT_OTHER, *ABOUT_CAUSE}) or ("network_doctor" in about and case.route.network == "no")
    return {
        "route.claim_stands": bool(about & set(ABOUT_CAUSE)),
        "route.network": "network_doctor" in about,
        "route.claim_form": qme and not _filed(case),
        "claim.form_filed_on": qme and (_filed(case) or (bool(about & set(ABOUT_CAUSE)) and stands(case) == "undecided" and claim_form(case) == "yes")),
    }.get(path, True)


def _known(case: Case, path: str) -> bool:
    return case.answer(path) not in (None, ())


def claim_form(case: Case) -> str | None:
    """Whether the claim form was handed in: a day of filing says yes."""
    return "yes" if _filed(case) else case.route.claim_form


def _filed(case: Case) -> bool:
    return earliest(case.claim.form_filed_on) is not None


def answered(case: Case, until: str | None = None) -> tuple[str, ...]:
    """The paths whose answers led to the roads, in order; up to the question `until`, or to the one that is still open."""
    still = until or next_question(case)
    asked = ORDER[: ORDER.index(still)] if still else ORDER
    return tuple(path for path in asked if needed(case, path) and _known(case, path))


def before(case: Case, path: str) -> str | None:
    """The question before this one, or None at the first."""
    return next(iter(reversed(answered(case, path))), None)
