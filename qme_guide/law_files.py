"""The law folder as it lies on disk: which file holds what. Reads every file, collects every problem of shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import RootModel, model_validator

from qme_guide.content import Entry, name_of, read_as
from qme_guide.law_calendar import ClosedDays
from qme_guide.law_models import Clock, Day, Fact, Filled, Source
from qme_guide.law_product import Contacts, Practice, ServiceDays


class ClockFile(Entry):
    """A file of clocks: one group, each clock under its id."""

    group: Filled
    clocks: Mapping[str, Clock]

    @model_validator(mode="before")
    @classmethod
    def _named(cls, data: object) -> object:
        """Each clock is told its id and its group, which stand outside of it."""
        if not isinstance(data, dict) or not isinstance(data.get("clocks"), dict):
            return data
        place = {"group": data.get("group")}
        clocks = {id_: {**clock, **place, "id": id_} if isinstance(clock, dict) else clock for id_, clock in data["clocks"].items()}
        return {**data, "clocks": clocks}


class SourceFile(Entry):
    """The sources, and the day on which the law pages were written from them."""

    read_on: Day
    sources: Mapping[str, Source]


class Facts(RootModel[Mapping[str, Fact]]):
    """The facts by id."""


@dataclass(frozen=True)
class Files:
    """Every law file by its content; None where it could not be read."""

    clocks: Mapping[str, ClockFile]
    all_clocks_read: bool
    helpers: ClockFile | None
    sources: SourceFile | None
    closed_days: ClosedDays | None
    service_days: ServiceDays | None
    practice: Practice | None
    contacts: Contacts | None
    facts: Facts | None


def read_files(folder: Path, problems: list[str]) -> Files:
    """All law files; what does not fit is added to the problems. `clocks` maps a file's name to its content."""
    read = {path: read_as(ClockFile, path, problems) for path in sorted((folder / "clocks").glob("*.yaml"))}
    return Files(
        clocks={name_of(path): file for path, file in read.items() if file},
        all_clocks_read=all(read.values()),
        helpers=read_as(ClockFile, folder / "helpers.yaml", problems),
        sources=read_as(SourceFile, folder / "sources.yaml", problems),
        closed_days=read_as(ClosedDays, folder / "closed_days.yaml", problems),
        service_days=read_as(ServiceDays, folder / "service_days.yaml", problems),
        practice=read_as(Practice, folder / "practice.yaml", problems),
        contacts=read_as(Contacts, folder / "contacts.yaml", problems),
        facts=read_as(Facts, folder / "facts.yaml", problems),
    )
