"""The word files of one language, read as they lie: several files of labels as one, nested mappings as dotted keys.

And how a sentence takes in its facts. The words for a helper lie in a folder of their own, `helping`, in the same files
under the same keys, but only those that differ.
"""

from collections.abc import Mapping
from pathlib import Path

from qme_guide.content import ContentError, name_of, read_passage, read_yaml

OVERLAY = "helping"
_SAYINGS = ("labels", "errors", "working", "closed_days", "reasons")
# What may speak in a second voice. Letters may not: a paper is the injured person's own.
_SPOKEN = ("labels", "questions", "errors", "reasons", "clocks", "letter", "passages")


def read(folder: Path) -> dict[str, Mapping[str, object]]:
    """All words of a language by their group: sayings, questions, clocks, letters, passages (front matter and "body"), picture, tone."""
    sayings: dict[str, str] = {}
    for name in _SAYINGS:
        sayings |= _sayings(name, several(folder, name))
    passages = {path: read_passage(path) for path in sorted(folder.rglob("*.md"))}
    return {
        "sayings": sayings,
        "questions": several(folder, "questions"),
        "clocks": read_yaml(folder / "clocks.yaml"),
        "letters": {path.stem: _letter(read_yaml(path)) for path in sorted((folder / "letters").glob("*.yaml"))},
        "passages": {str(path.relative_to(folder).with_suffix("")): {**front, "body": body} for path, (front, body) in passages.items()},
        "picture": read_yaml(folder / "letter.yaml"),
        "tone": read_yaml(folder / "tone.yaml"),
    }


def read_overlay(folder: Path) -> dict[str, Mapping[str, object]]:
    """The words of a language for a helper, by the same groups; only those that differ. Raises ContentError for a file that is not known."""
    place = folder / OVERLAY
    if strangers := [path for path in sorted(place.rglob("*.*")) if _name(path, place) not in _SPOKEN or path.suffix != ".yaml"]:
        raise ContentError([f"{name_of(path)}: no such file of words for a helper: name it like one of {', '.join(_SPOKEN)}" for path in strangers])
    found = {name: several(place, name, whole=False) for name in _SPOKEN}
    sayings = {key: text for name in _SAYINGS for key, text in _sayings(name, found.pop(name, {})).items()}
    return {"sayings": sayings, "picture": found.pop("letter"), **found}


def several(folder: Path, name: str, whole: bool = True) -> dict[str, object]:
    """The words of labels.yaml and of each file in labels/, and the same for questions. `whole`: labels.yaml must be there.

    Raises ContentError when two files hold the same group or question.
    """
    found: dict[str, object] = {}
    first = folder / f"{name}.yaml"
    for path in (*([first] if whole or first.exists() else []), *sorted((folder / name).glob("*.yaml"))):
        more = read_yaml(path)
        if twice := sorted(found.keys() & more.keys()):
            raise ContentError([f"{name_of(path)}: {key}: stands in another file too: keep one" for key in twice])
        found |= more
    return found


def flat(data: Mapping[str, object], prefix: str) -> dict[str, str]:
    """A nested mapping as dotted keys, each behind the prefix."""
    found: dict[str, str] = {}
    for key, value in data.items():
        name = f"{prefix}{key}"
        found |= flat(value, f"{name}.") if isinstance(value, Mapping) else {name: str(value)}
    return found


def filled(text: str, facts: Mapping[str, str]) -> str:
    """A sentence with its facts. One that ends with a stop ("M.D.", "Inc.") and ends the sentence brings no second stop.

    The stars of a fact are no emphasis of ours: a sign without width follows each, which no paper prints (render/clean.py).
    """
    for name, fact in facts.items():
        text = text.replace(f"{{{name}}}.", f"{{{name}}}") if fact.endswith(".") else text
    return text.format_map({name: fact.replace("*", "*\u2060") for name, fact in facts.items()})


def _sayings(name: str, data: Mapping[str, object]) -> dict[str, str]:
    return flat(data, "" if name == "labels" else f"{name}.")


def _name(path: Path, place: Path) -> str:
    """Which file of words it is: labels.yaml and each file in labels/ are "labels"."""
    first, *_ = path.relative_to(place).with_suffix("").parts
    return first


def _letter(data: Mapping[str, object]) -> dict[str, str]:
    return {"title": data["title"], **data["blocks"]}
