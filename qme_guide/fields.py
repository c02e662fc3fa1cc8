"""What kind of answer a path of the case takes, read from the Case itself, so that a type stands in one place.

Kinds: "day", "moment" (a day, month, season or year), "choice" (one of some values), "scale" (one of the steps of a
scale), "choices" (any of some values), "list" (of several things), "id" (the name of another line), "line" and "text" (own words).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Literal, Union, get_args, get_origin

from qme_guide.answers import Id
from qme_guide.case import Case, Day, Line, Moment, Part
from qme_guide.paths import plain_path



@dataclass(frozen=True)
class Field:
    """The kind of an answer, its possible values, and the longest text it takes (characters)."""

    kind: str
    values: tuple[str, ...] = ()
    limit: int = 0


def field(path: str) -> Field:
    """The field at a path such as "letters.0.served_on". KeyError where the case has no such field."""
    model: type[Part] = Case
    *way, last = plain_path(path).split(".")
    for step in way:
        model = _inner(model.model_fields[step].annotation)
    found = model.model_fields[last]
    return _kind(found.annotation, found.metadata)


def leaves(part: str) -> tuple[str, ...]:
    """Every path inside a part of the case ("letters"), without indexes, down to single answers. KeyError if there is none."""
    return tuple(_leaves(_inner(Case.model_fields[part].annotation), part))


def _leaves(model: type[Part], way: str) -> Iterator[str]:
    for name, found in model.model_fields.items():
        inner, path = _inner(_not_none(found.annotation)), f"{way}.{name}"
        if isinstance(inner, type) and issubclass(inner, Part):
            yield from _leaves(inner, path)
        else:
            yield path


def _inner(annotation: object) -> type[Part]:
    """The model inside `Worker` or `tuple[Letter, ...]`."""
    return get_args(annotation)[0] if get_origin(annotation) is tuple else annotation


def _kind(annotation: object, metadata: list[object]) -> Field:
    for kind, answer in (("day", Day), ("moment", Moment)):
        if set(get_args(answer)) & set(metadata):
            return Field(kind)
    wanted = _not_none(annotation)
    if get_origin(wanted) is Literal:
        values = get_args(wanted)
        return Field("scale" if all(map(str.isdecimal, values)) else "choice", values)
    if get_origin(wanted) is tuple:
        inner = get_args(wanted)[0]
        return Field("choices", get_args(inner)) if get_origin(inner) is Literal else Field("list")
    if wanted == Id:
        return Field("id")
    return Field("line" if wanted is Line else "text", limit=_limit(wanted))


def _not_none(annotation: object) -> object:
    """The one real type inside `X | None`; the type itself otherwise."""
    if get_origin(annotation) in (Union, UnionType):
        return next(option for option in get_args(annotation) if option is not type(None))
    return annotation


def _limit(wording: object) -> int:
    """The longest text a Line or a Text takes."""
    constraint = get_args(wording)[-1]
    return next(mark.max_length for mark in constraint.metadata)
