"""What a browser tells lies on the device. Nothing of it is trusted: what makes no sense is left out."""

import re
from dataclasses import dataclass
from datetime import datetime

# All that a mark can be: it stands in sentences and on buttons.
_INITIALS = re.compile(r"([^\W\d_]{1,3}\.( (?=.)|$))+")


@dataclass(frozen=True)
class Kept:
    """What lies on the device: the key of a case, when it was kept, and the initials of the worker, if there are any."""

    key: str
    on: datetime
    mark: str


def listed(heard: object) -> list[Kept]:
    """What a browser told, the newest first."""
    found = heard.get("kept") if isinstance(heard, dict) else None
    known = [_entry(one) for one in found] if isinstance(found, list) else []
    return sorted((one for one in known if one), key=lambda one: one.on, reverse=True)


def _entry(told: object) -> Kept | None:
    if not isinstance(told, dict) or not all(isinstance(told.get(name), str) for name in ("key", "on", "mark")):
        return None
    try:
        mark = told["mark"] if _INITIALS.fullmatch(told["mark"]) else ""
        return Kept(told["key"], datetime.fromisoformat(told["on"]).replace(tzinfo=None), mark)
    except ValueError:
        return None
