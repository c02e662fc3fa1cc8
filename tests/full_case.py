"""A case in which every answer of the model is given, and the files that tell its shape to the world.

`python -m tests.full_case` writes them after the model got a new version: the schema and the example for other programs,
the fingerprint of the shape, and a save file of this version that must open for good.
"""

import json
import sys
from datetime import date
from pathlib import Path
from types import NoneType
from typing import Literal, get_args, get_origin

from qme_guide import papers, savefile, schema
from qme_guide.answers import Id, Part
from qme_guide.alike import KINDS, names_a_line
from qme_guide.case import Case
from qme_guide.leaves import Leaf
from qme_guide.savefile import Kept
from tests.any_case import LIMITS
from tests.hostile import numbered, photo
from tests.personas import TWO_TRACKS

ROOT = Path(__file__).resolve().parents[1]
PUBLISHED = ROOT / "content" / "case_file"
SAVED = ROOT / "tests" / "saved"
SHAPES = SAVED / "shapes.json"
DAYS = ("2026-10-30", "2026-10", "unsure", "2026-11-03")
NAMED = {"beside": "event-1", "exam": "exam-1", "panel": "panel-1", "doctor": "doctor-1", "chosen": "doctor-1", "task": "task-1"}
NEW_VERSION = (
    "The shape of a save file changed, and version {version} has another shape already: files of it are in people's hands. "
    "Add a step to UPGRADES in qme_guide/upgrades.py that makes a case of version {version} into one of the new shape "
    "(_only_more, when nothing that was there changed). Then run `python -m tests.full_case`, which writes the schema, "
    "the example and a save file to keep. (Was version {version} never given to anybody? Then take its line out of "
    "tests/saved/shapes.json and run the same.)"
)
NO_SHAPE = "Version {version} has no shape on record. Run `python -m tests.full_case`, which writes the schema, the example and a save file to keep."


def wrong(fingerprint: str, version: int, shapes: dict[str, str]) -> str | None:
    """What to do when the shape of a save file is not the one on record for its version; None when it is."""
    known = shapes.get(str(version))
    if known is None:
        return NO_SHAPE.format(version=version)
    return None if known == fingerprint else NEW_VERSION.format(version=version)


def full() -> Case:
    """Every answer given, every choice of a list of choices taken, as many lines as a list needs to show each choice."""
    return Case.model_validate({**_part(Case, "", 0), "key": "0f" * 16, "sample": True})


def example() -> bytes:
    """The example for other programs: an invented person with two papers."""
    case = TWO_TRACKS.model_copy(update={"sample": True, "key": "0f" * 16})
    return savefile.dump(case, date(2026, 11, 21), "es", _papers(case))


def _papers(case: Case) -> tuple[Kept, ...]:
    """A decision of two pages and a photo."""
    pdf, image = (papers.check("", data, LIMITS.paper) for data in (numbered(2), photo(size=(60, 80))))
    pages = Leaf(pdf.id, 1, 1), Leaf(pdf.id, 0)
    decision = Kept(f"decision.{case.letters[0].id}", (pdf,), pages)
    return decision, Kept(f"record.{case.records[0].id}", (image,), (Leaf(image.id, 0, 0, (0.1, 0.1, 0.9, 0.9)),))


def _part(model: type[Part], where: str, turn: int) -> dict[str, object]:
    return {name: _answer(model, name, f"{where}{name}", turn) for name in model.model_fields if name not in ("id", "key", "sample")}


def _answer(model: type[Part], name: str, where: str, turn: int) -> object:
    kind = model.model_fields[name].annotation
    line, choices = _of_list(kind), _choices(kind)
    if line is not None and issubclass(line, Part):
        most = max(len(_choices(one.annotation)) for one in line.model_fields.values())
        return [_line(line, name, at) for at in range(max(most, 1))]
    if line is not None:
        return list(choices) or ["record-1", "record-2"]
    if isinstance(kind, type) and issubclass(kind, Part):
        return _part(kind, f"{where}.", turn)
    if choices:
        return choices[turn % len(choices)]
    if date in get_args(kind):
        return DAYS[len(where) % len(DAYS)]
    return NAMED.get(name, "record-1") if names_a_line(model, name) else f"Sample {where} ñ"


def _line(model: type[Part], name: str, at: int) -> dict[str, object]:
    """The first line of a list is full; each further one shows the next choice of every answer that has choices."""
    few = {one: field for one, field in model.model_fields.items() if one != "id" and _choices(field.annotation) and _of_list(field.annotation) is None}
    answers = {one: _answer(model, one, f"{name}.{one}", at) for one in few} if at else _part(model, f"{name}.", 0)
    ids = _choices(model.model_fields["id"].annotation) if "id" in model.model_fields else ()
    named = KINDS[name].prefix if name in KINDS else name
    told = {"id": ids[at % len(ids)] if ids else f"{named}-{at + 1}"} if "id" in model.model_fields else {}
    return {**told, **answers}


def _of_list(kind: object) -> type | None:
    """What a list holds; None when an answer is no list."""
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        return inner if isinstance(inner, type) else str
    return next((one for one in map(_of_list, get_args(kind)) if one), None) if get_origin(kind) is not Literal else None


def _choices(kind: object) -> tuple[str, ...]:
    if get_origin(kind) is Literal:
        return get_args(kind)
    return next((found for one in get_args(kind) if one not in (NoneType, Id) and (found := _choices(one))), ())


def write() -> int:
    """Write everything that goes with a new version. Returns the exit code."""
    version, shapes = savefile.version(), json.loads(SHAPES.read_text())
    shapes.setdefault(str(version), schema.fingerprint())
    if problem := wrong(schema.fingerprint(), version, shapes):
        print(problem, file=sys.stderr)
        return 1
    SHAPES.write_text(json.dumps(shapes, indent=2) + "\n")
    (PUBLISHED / "schema.json").write_text(json.dumps(schema.schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    (PUBLISHED / "example.json").write_bytes(example())
    case = full()
    (SAVED / f"{version}-1.json").write_bytes(savefile.dump(case, date(2026, 11, 21), "en", _papers(case)))
    return 0


if __name__ == "__main__":
    sys.exit(write())
