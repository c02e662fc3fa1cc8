"""The reasons for which the State gives another QME or another panel, and the fact in the law files that each rests on.

Only reasons whose text was read, or told by a source that says so. 8 CCR 31.5(a), 41(f); Lab. Code 4062.3(g). This
module must not know whether a reason is there, or decide anything: that is for the Medical Unit or a judge.
"""

from collections.abc import Iterable

from qme_guide.answers import Ground

JUDGE, ADDITIONAL = "replacement-judge", "additional-specialty"
_LISTED, _MORE = "replacement-grounds", "replacement-more"
FACTS: dict[Ground, str] = {
    "wrong_specialty": _LISTED,
    "not_in_time": _LISTED,
    "moved": _LISTED,
    "same_group": _LISTED,
    "unavailable": _LISTED,
    "earlier_gone": _LISTED,
    "treated_you": _LISTED,
    "work_area": _MORE,
    "medical_cause": _MORE,
    "late_report": "replacement-late",
    "waited_hour": "exam-wait-hour",
    "other_contact": "contact-new-exam",
}


def facts(grounds: Iterable[Ground]) -> tuple[str, ...]:
    """The facts that these reasons rest on, each once, in the order of the reasons."""
    return tuple(dict.fromkeys(FACTS[one] for one in grounds))
