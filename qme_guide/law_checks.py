"""What must agree between the law files. Each check gives sentences "file: problem: what to do"; none stops the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from qme_guide.days import DAY
from qme_guide.law_calendar import WEEKDAYS, ClosedDays, PastDay, Span
from qme_guide.law_models import Checked, Clock, Source, Version
from qme_guide.law_product import ServiceDays

_OPEN_DAYS = ("business days", "working days", "normal business days")
_UNITS = {
    "hours": ("hours",),
    "years": ("years",),
    "wait-months": ("months",),
    "none": ("none",),
    "business-days": _OPEN_DAYS,
    "back-business-days": _OPEN_DAYS,
    "wait-after-working-days": _OPEN_DAYS,
}
_FITS = {"mail": ("days",), "any": ("days",), "back-any": ("back-days",), "longest": ("wait-days", "wait-first-working-day")}
Sources = Mapping[str, Source]
Clocks = Mapping[str, Clock]


def unknown_sources(name: str, where: str, keys: Iterable[str], sources: Sources) -> Iterator[str]:
    """Keys that are not in sources.yaml."""
    for key in keys:
        if key not in sources:
            yield f"{name}: {where}: the source {key} is not in sources.yaml: add it there or mend the key"


def stamps(name: str, sources: Sources) -> Iterator[str]:
    """Every source says from when it is, or that it does not say."""
    for key, source in sources.items():
        if source.undated == bool(source.as_of):
            both = "both as_of and undated: keep one" if source.undated else "neither as_of nor undated: give one of them"
            yield f"{name}: {key}: has {both}"


def checked(name: str, where: str, entry: Checked, sources: Sources, read_on: date) -> Iterator[str]:
    """Sources present and known, as_of the oldest stamp among them, check_by after it."""
    if not entry.sources:
        yield f"{name}: {where}: no source: add at least one key of sources.yaml"
    yield from unknown_sources(name, where, entry.sources, sources)
    oldest = _oldest([sources[key] for key in entry.sources if key in sources], read_on)
    if entry.as_of != oldest:
        yield f"{name}: {where}: as_of is {entry.as_of}, the oldest stamp among its sources is {oldest}: mend one of them"
    if entry.check_by <= entry.as_of:
        yield f"{name}: {where}: check_by {entry.check_by} is not after as_of {entry.as_of}: give a later day"


def _oldest(found: list[Source], read_on: date) -> date:
    """The oldest stamp among texts of law; without any, of all sources; the day of reading when none has a stamp."""
    law = [source for source in found if source.kind == "law"]
    stamps = [source.as_of for source in law or found if source.as_of]
    return min(stamps, default=read_on)


def clock_alone(name: str, clock: Clock, sources: Sources) -> Iterator[str]:
    """What one clock must keep on its own."""
    where = clock.id
    if clock.rests_on == "UNCONFIRMED" and clock.show != "no-date":
        yield f"{name}: {where}: rests only on UNCONFIRMED facts and would show a {clock.show}: set show: no-date"
    if clock.calc == "none" and clock.show != "no-date":
        yield f"{name}: {where}: computes nothing and would show a {clock.show}: set show: no-date"
    if clock.calc != "none" and clock.start_input is None:
        yield f"{name}: {where}: counts from nothing: add start_input"
    pages = [source.section_page for key in clock.sources if (source := sources.get(key)) and source.section_page]
    if pages and not any((clock.link or "").startswith(page) for page in pages):
        yield f"{name}: {where}: its link does not lead to the section page of its source: add or mend link"
    if clock.calc not in _FITS.get(clock.service_extension, (clock.calc,)):
        yield f"{name}: {where}: calc {clock.calc} does not use service_extension {clock.service_extension}: mend one of them"
    for version in clock.versions:
        yield from _numbers(name, clock, version)
    for earlier, later in pairwise(clock.versions):
        if earlier.until is None or later.from_ is None or earlier.until >= later.from_:
            yield f"{name}: {where}: versions overlap or are out of order: end the one before {later.from_} earlier, oldest first"


def _numbers(name: str, clock: Clock, version: Version) -> Iterator[str]:
    """The number and the unit a way of counting needs."""
    if clock.group == "helpers":
        return
    if (version.n is None) != (clock.calc == "none"):
        yield f"{name}: {clock.id}: n and calc do not fit: calc none has no n, every other calc has one"
    if version.unit not in _UNITS.get(clock.calc, ("calendar days",)):
        yield f"{name}: {clock.id}: the unit {version.unit} does not fit calc {clock.calc}: mend one of them"
    if (version.second_n is None) == (clock.calc == "exam-window"):
        yield f"{name}: {clock.id}: second_n belongs to calc exam-window and only to it: add it or remove it"
    if version.from_ and version.until and version.until < version.from_:
        yield f"{name}: {clock.id}: a version ends before it begins: mend from or until"


def clock_among(name: str, clock: Clock, clocks: Clocks) -> Iterator[str]:
    """Caps and alternatives name clocks that exist."""
    for version in clock.versions:
        for rule in (one.rule for one in (version.cap, *version.alternatives) if one and one.rule):
            if rule not in clocks:
                yield f"{name}: {clock.id}: names the clock {rule}, which does not exist: mend the name"
        cap = version.cap
        if cap and cap.rule in clocks and clocks[cap.rule].start_input != cap.input:
            yield f"{name}: {clock.id}: the cap counts from {cap.input}, its clock from {clocks[cap.rule].start_input}: use the same"


def closed_days(name: str, closed: ClosedDays) -> Iterator[str]:
    """In order, inside their span, on the right weekday; the history ends where the table begins."""
    parts: tuple[tuple[str, Sequence[PastDay], Span], ...] = (
        ("days", closed.days, closed.covers),
        ("history", closed.history.days, closed.history.covers),
    )
    for part, lines, span in parts:
        for earlier, later in pairwise(lines):
            if later.day < earlier.day:
                yield f"{name}: {part}: {later.day} stands after {earlier.day}: put the days in order"
        for line in lines:
            if not span.from_ <= line.day <= span.to:
                yield f"{name}: {part}: {line.day} is outside {span.from_} to {span.to}: move it or mend covers"
    for line in closed.days:
        if (weekday := WEEKDAYS[line.day.weekday()]) != line.weekday:
            yield f"{name}: days: {line.day} is a {weekday}, not a {line.weekday}: mend the day or the weekday"
    if closed.history.covers.to + DAY != closed.covers.from_:
        yield f"{name}: history: ends on {closed.history.covers.to}, the table begins on {closed.covers.from_}: leave no gap"


def service_days(name: str, service: ServiceDays, sources: Sources) -> Iterator[str]:
    """Every policy is there, knows every place and names only known ways."""
    if missing := set(_FITS) - set(service.policies):
        yield f"{name}: policies: {', '.join(sorted(missing))} missing: add it"
    if unknown := {"method", "address", "mailed_from"} ^ set(service.if_missing):
        yield f"{name}: if_missing: {', '.join(sorted(unknown))}: name method, address and mailed_from"
    for key, policy in service.policies.items():
        yield from unknown_sources(name, key, policy.sources, sources)
        if unknown := set(policy.methods) - set(service.methods):
            yield f"{name}: {key}: unknown methods {sorted(unknown)}: mend them"
        for table, places in ((policy.address, service.places), (policy.mailed_from, service.mailing_places)):
            if table is not None and set(table) != set(places):
                yield f"{name}: {key}: its places are not {', '.join(places)}: give each exactly once"
