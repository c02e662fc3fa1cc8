"""What a rule answers: a Deadline that shows its working, or what is Missing. Trusted, frozen, without language."""

from dataclasses import dataclass
from datetime import date, datetime

from qme_guide.law import Clock, Version

SAFE, OUTSIDE, BOTH = "safe", "outside", "both"


@dataclass(frozen=True)
class Over:
    """A closed day that was passed over: the day, and "saturday", "sunday" or the id of the named day."""

    day: date
    id: str


@dataclass(frozen=True)
class Step:
    """One move of the working. `day` is where it led (a datetime for hours); `n` and `unit` how far it went.

    kind: "start" (name = the input), "add", "back", "extra", "extra_wait", "extra_off" (days for service),
    "count", "count_back" (open days), "count_weekdays" (Monday to Friday, holidays too), "back_over",
    "forward_over" (closed days), "next_day", "day_number" (day `n` is `day`), "hours", "clock_change", "cap" (another
    limit that comes first, counted from `day`, name = its input), "cap_later" (the same, when it does not come
    first), "stays" (the date stands on a closed day and nothing moves it), "refused", "approximate" (`day` = the
    table's edge). `over`: the closed days passed over, left out or stood on. `which`: the date it belongs to,
    "safe", "outside" or "both".
    """

    kind: str
    day: date
    n: int = 0
    unit: str = ""
    over: tuple[Over, ...] = ()
    which: str = BOTH
    name: str = ""


@dataclass(frozen=True)
class Deadline:
    """The two dates of a clock and how they were found (deadlines table, section 1).

    worker: safe = be done by, outside = the law may allow until. other: due by, late after. wait: surely allowed
    from, arguably allowed from. A date is None when the clock has none or when it is in `refused` (it lies after
    the table of closed days, or needs a look there). nominal: by the count alone, without extra days and rolling.
    approximate: a day before the table was looked at. method, address, mailed_from: as used, None when the clock does
    not look at them. extra: the days that the way of service adds or takes off, None when the clock never does that.
    """

    rule: str
    kind: str
    safe: date | datetime | None
    outside: date | datetime | None
    nominal: date | None
    refused: tuple[str, ...]
    approximate: bool
    counted_from: date | datetime | None
    counted_input: str
    method: str | None
    address: str | None
    mailed_from: str | None
    extra: int | None
    steps: tuple[Step, ...]
    clock: Clock
    version: Version


@dataclass(frozen=True)
class Missing:
    """The answers still needed, or not usable as they are."""

    paths: tuple[str, ...]
