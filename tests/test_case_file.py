"""The save file as it is told to other programs, and the files of every version that was ever in people's hands."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from qme_guide import __main__ as command
from qme_guide import savefile, schema
from qme_guide.answers import Part
from qme_guide.case import Case
from qme_guide.savefile import dump, read
from tests import any_case, full_case
from tests.any_case import LIMITS
from tests.full_case import PUBLISHED, SAVED, SHAPES

FILES = sorted(SAVED.glob("*-*.json"))
EXAMPLE = PUBLISHED / "example.json"
SCHEMA = json.loads((PUBLISHED / "schema.json").read_text(encoding="utf-8"))
CHECKER = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def written(path: Path) -> dict:
    return json.loads(path.read_bytes())


def told(part: object, way: str = "") -> list[tuple[str, object]]:
    """Every answer in a file with its path."""
    steps = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else None
    return [(way, part)] if steps is None else [one for step, inner in steps for one in told(inner, f"{way}.{step}")]


def without_sheets(data: bytes) -> list[tuple[str, object]]:
    """A file without the drawings of its papers, which are copied anew each time."""
    return [(way, answer) for way, answer in told(json.loads(data)) if not way.endswith(".data")]


# The published description


def test_the_published_schema_is_that_of_the_model():
    assert SCHEMA == schema.schema(), "content/case_file/schema.json is not of today's model: run `python -m tests.full_case` and read what it says"


def test_a_changed_shape_has_a_new_version():
    problem = full_case.wrong(schema.fingerprint(), savefile.version(), json.loads(SHAPES.read_text()))
    assert problem is None, problem


def test_who_changes_the_shape_without_a_new_version_is_told_what_to_do(monkeypatch):
    class More(Case):
        shoe: str | None = None

    class File(savefile.SaveFile):
        case: More

    before = schema.fingerprint()
    monkeypatch.setattr(savefile, "SaveFile", File)
    shapes = {str(savefile.version()): before}
    said = full_case.wrong(schema.fingerprint(), savefile.version(), shapes)
    assert "Add a step to UPGRADES in qme_guide/upgrades.py" in said and "python -m tests.full_case" in said
    assert "python -m tests.full_case" in full_case.wrong(before, savefile.version() + 1, shapes)


def test_new_words_about_an_answer_are_no_new_shape(monkeypatch):
    class File(savefile.SaveFile):
        """Other words."""

    before = schema.fingerprint()
    monkeypatch.setattr(savefile, "SaveFile", File)
    assert schema.fingerprint() == before and schema.schema()["description"] == "Other words."


def test_the_schema_is_a_schema_and_the_example_is_one_of_its_files():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    CHECKER.validate(written(EXAMPLE))
    found = read(EXAMPLE.read_bytes(), LIMITS)
    assert found.case.sample and [one.paper for one in found.papers] == ["decision.letter-1", "record.record-1"]
    assert without_sheets(dump(found.case, found.saved_on, found.language, found.papers)) == without_sheets(EXAMPLE.read_bytes())


@settings(max_examples=10)
@given(any_case.saved())
def test_whatever_is_saved_is_a_file_of_the_schema(told_):
    CHECKER.validate(json.loads(dump(*told_)))


REFUSED_BY_BOTH = {
    "an unknown answer": {"worker": {"shoe": "x"}},
    "proto": {"__proto__": {}},
    "a number for a day": {"claim": {"injured_on": 20260216}},
    "a day of another shape": {"claim": {"injured_on": "16.02.2026"}},
    "a word for yes": {"sample": "yes"},
    "a choice that there is not": {"triage": {"denied": "x"}},
    "a line that is too long": {"worker": {"name": "x" * 301}},
    "a letter without an id": {"letters": [{}]},
    "an id of another shape": {"letters": [{"id": "Letter 1"}]},
}


@pytest.mark.parametrize("name", REFUSED_BY_BOTH)
def test_what_the_guide_refuses_the_schema_refuses_too(name):
    file = {"format": "qme-guide", "version": savefile.version(), "case": REFUSED_BY_BOTH[name]}
    assert not CHECKER.is_valid(file)
    with pytest.raises(savefile.SaveFileError):
        read(json.dumps(file).encode(), LIMITS)


def test_the_command_line_prints_the_schema_and_reads_the_example(capsys):
    assert command.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA
    assert command.main(["dates", str(EXAMPLE), "--today", "2026-11-21"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_the_older_example_of_the_guide_stays_readable():
    path = PUBLISHED.parent / "example.json"
    assert written(path)["version"] == 1 and read(path.read_bytes(), LIMITS).case.letters[0].treatments


def test_the_description_names_every_version_and_every_kind_of_paper():
    text = (PUBLISHED / "README.md").read_text(encoding="utf-8")
    assert all(f"| {version} |" in text for version in range(1, savefile.version() + 1))
    assert all(f"`{kind}`" in text for kind in savefile.travel.KINDS)


# Files of every version


def test_there_is_a_file_of_every_version():
    assert {written(path)["version"] for path in FILES} == set(range(1, savefile.version() + 1))
    assert all(path.name.startswith(f"{written(path)['version']}-") for path in FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_an_older_version_opens_and_loses_nothing(path):
    file = written(path)
    found = read(path.read_bytes(), LIMITS)
    now = json.loads(dump(found.case, found.saved_on, found.language, found.papers))
    moved = {f".letters.{at}.request_sent_{name}": f".letters.{at}.sendings.0.{name}" for at in range(9) for name in ("on", "how")} if file["version"] == 1 else {}
    answers = dict(told(now["case"]))
    lost = [way for way, answer in told(file["case"]) if answers.get(moved.get(way, way)) != answer]
    assert not lost and (file["version"] == 1 or now["case"] == file["case"])
    assert [len(one["files"]) for one in now.get("papers", [])] == [len(one["files"]) for one in file.get("papers", [])]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_kept_files_are_invented_and_name_no_machine(path):
    text = path.read_text(encoding="utf-8")
    assert len(text) < 100_000 and not any(sign in text for sign in ("/home", "/tmp", "/work", "/Users", "C:\\"))
    names = {answer for way, answer in told(written(path)["case"]) if way.endswith("name")}
    assert all(name.startswith("Sample ") for name in names)


def unanswered(part: Part, way: str = "") -> list[str]:
    """Every answer of the model that nobody gave here."""
    missing = []
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if isinstance(value, Part):
            missing += unanswered(value, f"{way}{name}.")
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            missing += unanswered(value[0], f"{way}{name}.")
        elif value == field.default and name != "to":
            missing.append(f"{way}{name}")
    return missing


def test_the_file_of_todays_version_gives_every_answer_that_there_is():
    path = SAVED / f"{savefile.version()}-1.json"
    assert not unanswered(read(path.read_bytes(), LIMITS).case), "run `python -m tests.full_case`"
    assert not unanswered(full_case.full())


def test_nobody_is_told_a_day_on_which_an_old_file_was_saved():
    assert read((SAVED / "2-1.json").read_bytes(), LIMITS).saved_on is None
    assert read((SAVED / f"{savefile.version()}-1.json").read_bytes(), LIMITS).saved_on == date(2026, 11, 21)
