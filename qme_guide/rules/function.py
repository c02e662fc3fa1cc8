"""What a person can and cannot do: the parts of daily life and of work in order, and how each stands so far.

The headings are ours. Nothing here judges, adds up or compares; it knows no law and no words.
"""

from typing import get_args

from qme_guide.answers import WhatOfLife
from qme_guide.case import Ability, Function, Job

# The eight groups of daily life come first in the list of answers, then the functions of work.
ALL: tuple[str, ...] = get_args(WhatOfLife)
DAILY = ALL[: ALL.index("lift")]
WORK = ALL[ALL.index("lift") :]
# Asked each on a screen of its own, which says who would see the answer.
SENSITIVE = ("self_care", "closeness")
# What is asked about together in the quick pass, work first: it is the easiest to tell.
GROUPS = (
    ("lift", "carry", "push", "pull"),
    ("stand", "sit", "walk", "climb", "drive"),
    ("bend", "kneel", "twist", "reach"),
    ("grasp", "fine_work", "keyboard"),
    tuple(what for what in DAILY if what not in SENSITIVE),
    *((what,) for what in SENSITIVE),
)
# Where a time or an amount would not fit the question.
NO_LIMITS = ("self_care", "senses", "closeness", "sleep")

OPEN, AS_BEFORE, CHANGED, TOLD, SKIPPED = "open", "as_before", "changed", "told", "skipped"


def ability(function: Function, what: str) -> Ability | None:
    """What was told about this part; None while nothing was."""
    return next((one for one in function.abilities if one.what == what), None)


def detailed(one: Ability) -> bool:
    """More was said than that it is as before, or that it changed: something would be lost without it."""
    return one != Ability(id=one.id, what=one.what, now=one.now if one.now == AS_BEFORE else None)


def standing(function: Function, what: str) -> str:
    """How this part stands: open, as before, changed (and not told yet how), told, or skipped."""
    one = ability(function, what)
    if one is None:
        return SKIPPED if what in function.skipped else OPEN
    if one.now == AS_BEFORE:
        return AS_BEFORE
    return TOLD if detailed(one) else CHANGED


def those(function: Function, state: str) -> tuple[str, ...]:
    """The parts that stand so, in order."""
    return tuple(what for what in ALL if standing(function, what) == state)


def own_words(function: Function) -> bool:
    """Something stands there as the person typed it."""
    return bool(function.job != Job() or function.earlier.about or function.earlier.just_before or any(map(detailed, function.abilities)))
