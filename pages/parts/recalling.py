"""What a person told this guide before that helps with a practice prompt, in their own words: nothing has to be told twice."""

from collections.abc import Iterable

from pages.parts import session
from qme_guide.answers import EventKind
from qme_guide.case import Ability, Case
from qme_guide.rules import function as rules

def told(prompt: str) -> tuple[str, ...]:
    """What was told and belongs to this prompt: of many events, the first injury and the newest symptom."""
    case = session.case()
    abilities = case.function.abilities
    found: dict[str, Iterable[str | None]] = {
        "injury": _events(case, "injury")[:1],
        "now": _events(case, "symptom")[-1:],
        "good_day": (one.good_day for one in abilities),
        "bad_day": (one.bad_day for one in abilities),
        "work_tasks": (task.what for task in case.function.job.tasks),
        "home_tasks": _examples(abilities, rules.DAILY),
        "sleep": _examples(abilities, ("sleep",)),
        "earlier": (case.function.earlier.about, case.function.earlier.just_before),
        "body_parts": dict.fromkeys(event.body_part for event in case.events),
    }
    return tuple(filter(None, found.get(prompt, ())))


def _events(case: Case, kind: EventKind) -> list[str | None]:
    return [event.what for event in case.events if event.kind == kind]


def _examples(abilities: Iterable[Ability], of: tuple[str, ...]) -> Iterable[str | None]:
    return (one.example for one in abilities if one.what in of)
