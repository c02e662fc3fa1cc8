"""A case as a file that the person keeps, and back again.

The file is JSON that a person can read: which format, which version, the day, the language, the answers that were given
and, if the person wants, the papers; content/case_file/ tells it to other programs. An older file is brought up to date
one version at a time. A file that cannot be read gives one key for a kind sentence, and never quotes the file. This
module must not know law, words, or where a file is kept.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, WithJsonSchema

from qme_guide import travel
from qme_guide.answers import EXACT_DAY_SCHEMA, Part, exact_day
from qme_guide.case import Case
from qme_guide.travel import Kept, Limits, PackedPaper
from qme_guide.upgrades import UPGRADES, Answers

__all__ = ["FORMAT", "UPGRADES", "Kept", "Limits", "SaveFile", "SaveFileError", "Saved", "dump", "load", "read", "version"]

FORMAT = "qme-guide"

Language = Literal["es", "en"]
SavedOn = Annotated[date | None, BeforeValidator(exact_day), WithJsonSchema(EXACT_DAY_SCHEMA)]


class SaveFileError(Exception):
    """A file that cannot be read. `key`: save_not_ours, save_broken, save_letters, save_changed, save_newer, save_too_big."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class SaveFile(Part):
    """A save file: which format and version, the day it was saved, the language it was saved in, the answers, the papers."""

    format: Literal["qme-guide"]
    version: int
    saved_on: SavedOn = None
    language: Language | None = None
    case: Case
    papers: tuple[PackedPaper, ...] = ()


@dataclass(frozen=True)
class Saved:
    """What a save file holds. language: "es" or "en". papers: as they lay in the visit."""

    case: Case
    saved_on: date | None = None
    language: str | None = None
    papers: tuple[Kept, ...] = ()


def version() -> int:
    """The version that is written now."""
    return len(UPGRADES) + 1


def dump(case: Case, saved_on: date | None = None, language: str | None = None, papers: Iterable[Kept] = ()) -> bytes:
    """The answered questions of a case, and these papers, as UTF-8 JSON; what was not asked or not answered is left out.

    A paper of a letter, report, exam or record that is no longer in the case is left out too.
    """
    told = {"saved_on": saved_on and saved_on.isoformat(), "language": language}
    kept = [one.model_dump(mode="json", exclude_defaults=True) for one in travel.packed(papers, _ids(case))]
    beside = {name: value for name, value in told.items() if value is not None} | {"case": case.model_dump(mode="json", exclude_defaults=True)}
    file = {"format": FORMAT, "version": version(), **beside, **({"papers": kept} if kept else {})}
    return json.dumps(file, ensure_ascii=False, indent="  ").encode()


def load(data: bytes, limit: int) -> Case:
    """The case in a file without papers, or in a bare case without the lines around it. `limit`: bytes. Raises SaveFileError."""
    if len(data) > limit:
        raise SaveFileError("save_too_big")
    return _file(data).case


def read(data: bytes, limits: Limits) -> Saved:
    """Everything in a file, or in a bare case without the lines around it. Raises SaveFileError.

    Everything is refused that `dump` cannot have written: unknown keys, a key given twice, numbers out of this world, a
    paper that we would not have taken.
    """
    if travel.too_big(data, limits):
        raise SaveFileError("save_too_big")
    file = _file(data, limits.values)
    papers = travel.unpacked(file.papers, _ids(file.case), limits)
    if papers is None:
        raise SaveFileError("save_changed")
    return Saved(file.case, file.saved_on, file.language, papers)


def _ids(case: Case) -> set[str]:
    """What a paper can belong to."""
    return {one.id for group in (case.letters, case.reports, case.exams, case.records) for one in group}


def _file(data: bytes, most: int | None = None) -> SaveFile:
    """The checked file. most: how many answers, lines and lists it may hold; each takes far more memory than room in the file."""
    found = _parsed(data)
    if most is not None and _values(found) > most:
        raise SaveFileError("save_too_big")
    file = _checked(*_unwrapped(found))
    # Raised out here, away from the error that was caught, because that one quotes the file.
    if file is None:
        raise SaveFileError("save_changed")
    return file


def _parsed(data: bytes) -> Answers:
    """The object in a file in any Unicode encoding. Raises SaveFileError."""
    encoding = json.detect_encoding(data)
    found = _json(data, encoding)
    if isinstance(found, dict):
        return found
    raise SaveFileError(found if f'"{FORMAT}"' in data.decode(encoding, "replace") else "save_not_ours")


def _json(data: bytes, encoding: str) -> Answers | str:
    """The object in a file; else the word for what is wrong with it."""
    try:
        found = json.loads(data.decode(encoding), object_pairs_hook=_without_doubles, parse_constant=_refused)
    except UnicodeDecodeError:
        return "save_letters"
    except json.JSONDecodeError:
        return "save_broken"
    except (ValueError, RecursionError):
        return "save_changed"
    return found if isinstance(found, dict) else "save_changed"


def _values(found: Answers) -> int:
    """How many things stand in a file, at any depth."""
    things: list[object] = [found]
    for one in things:  # grows as it is walked
        things.extend(one.values() if isinstance(one, dict) else one if isinstance(one, list) else ())
    return len(things)


def _without_doubles(pairs: list[tuple[str, object]]) -> Answers:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _refused(constant: str) -> object:
    """NaN and Infinity, which are no JSON."""
    raise ValueError


def _unwrapped(found: Answers) -> tuple[Answers, int]:
    """The file, and the version its answers are written in. Raises SaveFileError."""
    if "format" not in found and found.keys() & Case.model_fields.keys():
        return {"format": FORMAT, "case": found}, version()
    if found.get("format") != FORMAT:
        raise SaveFileError("save_not_ours")
    written = found.get("version")
    if type(written) is int and written > version():
        raise SaveFileError("save_newer")
    if type(written) is not int or written < 1:
        raise SaveFileError("save_changed")
    return found, written


def _checked(found: Answers, written: int) -> SaveFile | None:
    """The file brought up to date and checked; None when it is not as we write it."""
    try:
        case = found["case"]
        for upgrade in UPGRADES[written - 1 :]:
            case = upgrade(case)
        return SaveFile.model_validate({**found, "version": version(), "case": case})
    except (ValueError, TypeError, LookupError, AttributeError):
        return None
