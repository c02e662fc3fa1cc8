"""The word files of one language, read as they lie: several files of labels as one, nested mappings as dotted keys.

And how a sentence takes in its facts.
"""

from collections.abc import Mapping
from pathlib import Path

from qme_guide.content import ContentError, name_of, read_yaml


def several(folder: Path, name: str) -> dict[str, object]:
    """The words of labels.yaml and of each file in labels/, and the same for questions.

    Raises ContentError when two files hold the same group or question.
    """
    found: dict[str, object] = {}
    for path in (folder / f"{name}.yaml", *sorted((folder / name).glob("*.yaml"))):
        more = read_yaml(path)
        if twice := sorted(found.keys() & more.keys()):
            raise ContentError([f"{name_of(path)}: {key}: stands in another file too: keep one" for key in twice])
        found |= more
    return found


def flat(data: object, prefix: str) -> dict[str, str]:
    """A nested mapping as dotted keys, each behind the prefix."""
    found: dict[str, str] = {}
    for key, value in data.items():
        name = f"{prefix}{key}"
        found |= flat(value, f"{name}.") if isinstance(value, Mapping) else {name: str(value)}
    return found


def filled(text: str, facts: Mapping[str, str]) -> str:
    """A sentence with its facts. One that ends with a stop ("M.D.", "Inc.") and ends the sentence brings no second stop."""
    for name, fact in facts.items():
        text = text.replace(f"{{{name}}}.", f"{{{name}}}") if fact.endswith(".") else text
    return text.format_map(facts)
