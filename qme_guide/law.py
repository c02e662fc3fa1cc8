"""The law: every number, its history, its source, when it was checked. Read once, never changed.

`load_law` reads content/law, checks it, and raises ContentError with every problem at once. This room knows no
case, no rule and no words; how a clock is counted is told in `rules`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from qme_guide import law_checks as checks
from qme_guide.content import CONTENT, ContentError, name_of
from qme_guide.law_calendar import BeyondTable, Calendar, ClosedDays, build_calendar
from qme_guide.law_files import ClockFile, Files, SourceFile, read_files
from qme_guide.law_models import Alternative, Cap, Clock, Fact, NotInForce, Source, Version
from qme_guide.law_product import Contact, Contacts, Practice, ServiceDays, ServicePolicy

__all__ = [
    "Alternative", "BeyondTable", "Calendar", "Cap", "Clock", "Contact", "Contacts", "Fact", "Law", "NotInForce",
    "Practice", "ServiceDays", "ServicePolicy", "Source", "Version", "load_law",
]  # fmt: skip


@dataclass(frozen=True)
class Law:
    """All law files. `read`: the day on which a person read the sources last. `clocks`: the clocks of people; `helpers`: two questions asked like clocks."""

    clocks: Mapping[str, Clock]
    helpers: Mapping[str, Clock]
    calendar: Calendar
    closed_days: ClosedDays
    service_days: ServiceDays
    sources: Mapping[str, Source]
    practice: Practice
    contacts: Contacts
    facts: Mapping[str, Fact]
    read: date

    def read_on(self, clock: Clock) -> date:
        """The as-of date for people: the oldest stamp of the law texts behind `shown_citation`."""
        texts = [self.sources[key] for key in clock.sources if self.sources[key].kind == "law"]
        stamps = [text.as_of for text in texts if text.as_of and not text.replaced]
        return min(stamps, default=clock.as_of)

    def clock(self, id_: str) -> Clock:
        """The clock or helper with this id. KeyError when there is none."""
        return self.clocks[id_] if id_ in self.clocks else self.helpers[id_]


@cache
def load_law(folder: Path = CONTENT / "law") -> Law:
    """The law in this folder. Raises ContentError with every problem of every file."""
    problems: list[str] = []
    files = read_files(folder, problems)
    problems.extend(_problems(files, folder))
    if problems or not (
        files.helpers and files.closed_days and files.service_days and files.sources
        and files.practice and files.contacts and files.facts
    ):  # fmt: skip
        raise ContentError(problems)
    return Law(
        clocks=_by_id(files),
        helpers=files.helpers.clocks,
        calendar=build_calendar(files.closed_days),
        closed_days=files.closed_days,
        service_days=files.service_days,
        sources=files.sources.sources,
        practice=files.practice,
        contacts=files.contacts,
        read=files.sources.read_on,
        facts=files.facts.root,
    )


def _by_id(files: Files) -> dict[str, Clock]:
    return {id_: clock for file in files.clocks.values() for id_, clock in file.clocks.items()}


def _problems(files: Files, folder: Path) -> Iterator[str]:
    """What the readable files get wrong together."""
    if not files.clocks:
        yield f"{name_of(folder / 'clocks')}: no clocks: put the clock files back"
    named = {**files.clocks} | ({name_of(folder / "helpers.yaml"): files.helpers} if files.helpers else {})
    yield from _clock_problems(named, files.sources)
    if files.all_clocks_read:
        clocks = _by_id(files)
        for name, file in files.clocks.items():
            yield from (problem for clock in file.clocks.values() for problem in checks.clock_among(name, clock, clocks))
    if files.closed_days:
        yield from checks.closed_days(name_of(folder / "closed_days.yaml"), files.closed_days)
    if files.sources:
        yield from _source_problems(files, files.sources, folder)


def _clock_problems(files: Mapping[str, ClockFile], sources: SourceFile | None) -> Iterator[str]:
    """Each clock once, and right in itself."""
    homes: dict[str, str] = {}
    for name, file in files.items():
        for id_, clock in file.clocks.items():
            if id_ in homes:
                yield f"{name}: {id_}: stands in {homes[id_]} too: keep it once"
            homes[id_] = name
            if sources:
                yield from checks.checked(name, id_, clock, sources.sources, sources.read_on)
                yield from checks.clock_alone(name, clock, sources.sources)


def _source_problems(files: Files, sources: SourceFile, folder: Path) -> Iterator[str]:
    """Sources of everything that is not a clock."""
    known = sources.sources
    yield from checks.stamps(name_of(folder / "sources.yaml"), known)
    if files.service_days:
        yield from checks.service_days(name_of(folder / "service_days.yaml"), files.service_days, known)
    if files.closed_days:
        yield from checks.checked(name_of(folder / "closed_days.yaml"), "days", files.closed_days, known, sources.read_on)
    for id_, fact in (files.facts.root if files.facts else {}).items():
        yield from checks.checked(name_of(folder / "facts.yaml"), id_, fact, known, sources.read_on)
    for id_, contact in (files.contacts or {}):
        yield from checks.unknown_sources(name_of(folder / "contacts.yaml"), id_, contact.sources, known)
