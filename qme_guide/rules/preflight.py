"""Preflight: would this request be refused? Lights from the answers and from the papers that lie in the hand.

Red: it would be refused, or nobody can know yet, and there is a step that mends it. Amber: it can be sent, and may be
held or asked about. A red light that no step can mend for sure turns amber when the person asked somebody about it.
What cannot be looked at yet has no light. 8 CCR 9792.10.3(a) and the State's list of reasons
(imr-refusal-reasons, SECONDARY); which light is red or amber is our own (DESIGN). This module opens no paper and knows
no words: a signature cannot be seen by software, so the person's answer stands for it.
"""

from collections.abc import Callable
from datetime import date

from qme_guide.case import Case, Letter
from qme_guide.law import Law
from qme_guide.rules import letter_lights
from qme_guide.rules.handed import ADD, AMBER, CALL, CHECK, DENIAL, DOCTOR, FIXES, GREEN, NO, RED, SIGN, YES, Handed, Light, Sight

__all__ = ["AMBER", "FIXES", "GREEN", "RED", "Handed", "Light", "preflight", "ready"]


def preflight(case: Case, letter: Letter, handed: Handed, law: Law, today: date) -> tuple[Light, ...]:
    """Every light of one request, in the order of the packet."""
    sight = Sight(case, letter, handed, law, today)
    return tuple(light for look in _LOOKS if (light := look(sight)))


def ready(lights: tuple[Light, ...]) -> bool:
    """There are lights, and none of them is red."""
    return bool(lights) and all(light.state != RED for light in lights)


def _form(sight: Sight) -> Light:
    if sight.handed.form_pages:
        return Light("form", GREEN)
    absent = sight.letter.form_enclosed == NO and not sight.handed.form_here
    return Light("form", RED, SIGN, why="absent") if absent else Light("form", RED, ADD)


def _one_form(sight: Sight) -> Light | None:
    """The same form for two decisions; the person may have seen that it names both."""
    if not (sight.handed.form_pages and sight.handed.same_form):
        return None
    return Light("one_form", AMBER if sight.handed.matches == YES else RED, ADD)


def _seen(name: str, no: tuple[str, str], needs: str = "form_pages") -> Callable[[Sight], Light | None]:
    """The light of an answer beside a picture; `no`: the reason and the step when the answer is no."""

    def look(sight: Sight) -> Light | None:
        if not getattr(sight.handed, needs):
            return None
        said = getattr(sight.handed, name)
        if said == YES:
            return Light(name, GREEN)
        return Light(name, RED, no[-1], why=no[0]) if said == NO else Light(name, RED, ADD)

    return look


def _claim_number(sight: Sight) -> Light:
    number = sight.case.claim.number
    if not number:
        return Light("claim_number", AMBER, DENIAL, why="absent")
    if sight.handed.claim_number_seen is False:
        return Light("claim_number", AMBER if sight.handed.matches == YES else RED, ADD, {"number": number})
    return Light("claim_number", GREEN, facts={"number": number})


def _decision(sight: Sight) -> Light:
    return Light("decision", GREEN) if sight.handed.decision_pages else Light("decision", RED, ADD)


def _complete(sight: Sight) -> Light | None:
    """Fewer pages than the decision says it has is red; a gap in their numbers, until the person looked and said that all are there."""
    gaps, said, here = sight.handed.missing_numbers, sight.handed.pages_said, sight.handed.decision_pages
    if here and said and here < said:
        return Light("complete", RED, ADD, {"pages": here, "said": said}, "short")
    if here and gaps:
        missing = {"missing": ", ".join(map(str, gaps))}
        return Light("complete", AMBER, ADD, missing) if sight.handed.complete == YES else Light("complete", RED, ADD, missing, "gaps")
    return _seen("complete", ("part", ADD), "decision_pages")(sight)


def _readable(sight: Sight) -> Light | None:
    handed = sight.handed
    if handed.unreadable:
        return Light("readable", RED, ADD, {"pages": handed.unreadable})
    if handed.blurred_open:
        return Light("readable", RED, ADD, {"pages": handed.blurred_open}, "blurred")
    return Light("readable", GREEN) if handed.form_pages or handed.decision_pages else None


def _doubles(sight: Sight) -> Light | None:
    return Light("doubles", AMBER, ADD, {"pages": sight.handed.doubles}) if sight.handed.doubles else None


_LOOKS: tuple[Callable[[Sight], Light | None], ...] = (
    _form, _seen("signed", ("unsigned", SIGN)), _seen("filled", ("wrong", CALL)), _seen("matches", ("differs", ADD)), _one_form,
    letter_lights.old_form, letter_lights.designation, _decision, _complete, _claim_number, letter_lights.in_time, letter_lights.said("conditional", DENIAL, (RED, DOCTOR)),
    letter_lights.said("asked_before", CHECK, (RED, CALL)), letter_lights.liability, letter_lights.listed, letter_lights.urgent, _readable, _doubles,
)  # fmt: skip
