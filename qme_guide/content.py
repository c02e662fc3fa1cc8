"""Read one content file, and say everything that is wrong with it.

YAML for data, Markdown with front matter for passages. Duplicate keys are refused, because YAML would
silently keep the last one; only true and false are booleans, so that "yes" and "no" stay words.
This module does not know what the files mean.
"""

import re
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

CONTENT = Path(__file__).resolve().parent.parent / "content"
Model = TypeVar("Model", bound=BaseModel)
_FIRST_LINE = 1  # people count lines from one, the parser from zero
_FRONT = re.compile(r"---\n(?P<front>.*?\n)---\n(?P<body>.*)", re.DOTALL)


class ContentError(Exception):
    """Content that cannot be used. `problems`: every one found, each "file: problem: what to do"."""

    def __init__(self, problems: tuple[str, ...] | list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class Entry(BaseModel):
    """A frozen piece of content that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class _Loader(yaml.CSafeLoader):
    """The fast safe loader, without duplicate keys and without yes/no/on/off as booleans."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} stands twice", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


_BOOL = "tag:yaml.org,2002:bool"
_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOL]
    for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOL, re.compile(r"true|false"), ["t", "f"])


def name_of(path: Path) -> str:
    """How a problem names a file: from the content folder on, never with the machine's own path."""
    _, inside, rest = path.as_posix().rpartition(f"/{CONTENT.name}/")
    return f"{CONTENT.name}/{rest}" if inside else path.name


def read_yaml(path: Path) -> object:
    """The data of a YAML file. Raises ContentError when it is missing, not YAML, or says a key twice."""
    return _parse(_text(path), path)


def read_passage(path: Path) -> tuple[dict[str, object], str]:
    """The front matter and the body of a Markdown passage. Raises ContentError without front matter."""
    parts = _FRONT.fullmatch(_text(path))
    if not parts:
        raise ContentError([f"{name_of(path)}: no front matter: begin with a line ---, then title and sources, then ---"])
    front = _parse(parts["front"], path)
    if not isinstance(front, dict):
        raise ContentError([f"{name_of(path)}: the front matter is not a list of keys: write title: ..., one a line"])
    return front, parts["body"].strip()


def read_as(model: type[Model], path: Path, problems: list[str]) -> Model | None:
    """A file as a model; None, with its problems added to the list, when it does not fit."""
    try:
        return model.model_validate(read_yaml(path))
    except ContentError as error:
        problems.extend(error.problems)
    except ValidationError as error:
        problems.extend(_sentences(error, name_of(path)))
    return None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError([f"{name_of(path)}: the file is missing: put it back"]) from None
    except UnicodeDecodeError:
        raise ContentError([f"{name_of(path)}: not plain UTF-8 text: save it again as UTF-8"]) from None


def _parse(text: str, path: Path) -> object:
    try:
        return yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as error:
        where = f"line {error.problem_mark.line + _FIRST_LINE}: " if error.problem_mark else ""
        raise ContentError([f"{name_of(path)}: {where}{error.problem}: mend this line"]) from None


def _sentences(error: ValidationError, name: str) -> Iterator[str]:
    """Each problem pydantic found, as "file: where: what: what to do"."""
    for found in error.errors(include_url=False, include_input=False):
        where = ".".join(str(step) for step in found["loc"])
        todo = {"missing": "add it", "extra_forbidden": "remove it or mend its name"}.get(found["type"], "mend it")
        yield f"{name}: {where}: {found['msg']}: {todo}"
