"""Reading the inputs of a clock. What cannot be used is None or raises Unusable; nothing is guessed.

A day is a date or text YYYY-MM-DD, a moment is a datetime or text YYYY-MM-DDTHH:MM (Pacific wall clock); no
other shape counts, because a shape that can be read in two ways would give a wrong date (section 5.3).
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeVar

from qme_guide.law import ServiceDays, ServicePolicy

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(rf"{_DAY.pattern}T([01][0-9]|2[0-3]):[0-5][0-9]")
Inputs = Mapping[str, object]
Moment = TypeVar("Moment", bound=date)


class Unusable(Exception):
    """An input that is missing or cannot be used. `name`: which."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


def read_day(inputs: Inputs, name: str) -> date:
    """The day under this name. Raises Unusable when it is missing or not a plain day."""
    value = inputs.get(name)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return _from_text(date, _DAY, value, name)


def read_moment(inputs: Inputs, name: str) -> datetime:
    """The moment under this name, without a zone. Raises Unusable for a day without its hour."""
    value = inputs.get(name)
    if isinstance(value, datetime) and value.tzinfo is None:
        return value
    return _from_text(datetime, _MOMENT, value, name)


def _from_text(kind: type[Moment], shape: re.Pattern[str], value: object, name: str) -> Moment:
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise Unusable(name)
    try:
        return kind.fromisoformat(value)
    except ValueError:
        raise Unusable(name) from None


def is_given(inputs: Inputs, name: str) -> bool:
    """An answer stands under this name."""
    return inputs.get(name) is not None


def extra_days(inputs: Inputs, policy: ServicePolicy, service: ServiceDays) -> int:
    """The days this way of service adds under this policy (section 3). Raises Unusable for an unknown value."""
    method = _choice(inputs, "method", service.methods, service)
    places = [policy.address[_choice(inputs, "address", service.places, service)]]
    if policy.mailed_from:
        places.append(policy.mailed_from[_choice(inputs, "mailed_from", service.mailing_places, service)])
    unsure = method == service.if_missing["method"]
    counts = policy.unknown_method == "as-mail" if unsure else method in policy.methods
    return max(places) if counts else 0


def way_of_service(inputs: Inputs, name: str, service: ServiceDays) -> str:
    """The method or the address as it is used: what was said, or what a missing answer means."""
    return str(inputs.get(name) or service.if_missing[name])


def _choice(inputs: Inputs, name: str, choices: tuple[str, ...], service: ServiceDays) -> str:
    value = inputs.get(name)
    if value is None:
        return service.if_missing[name]
    if not isinstance(value, str) or value not in choices:
        raise Unusable(name)
    return value
