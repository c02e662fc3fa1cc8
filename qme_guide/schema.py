"""The shape of a save file as other programs are told it (JSON Schema), made from the model itself.

This module must not know any words but those of the model's own descriptions.
"""

import hashlib
import json

from qme_guide import savefile
from qme_guide.answers import DAY_SCHEMA, MOMENT_SCHEMA

_NAMED = {"Day": DAY_SCHEMA, "Moment": MOMENT_SCHEMA}
# Made of the name, which stands beside it.
_TITLE, _DESCRIPTION = "title", "description"


def schema() -> dict[str, object]:
    """The JSON Schema of the save file of today's version."""
    found = savefile.SaveFile.model_json_schema()
    found["properties"]["version"] = {"const": savefile.version()}
    shape = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{savefile.FORMAT}:case-file:{savefile.version()}",
        **_with_names(_without(found, {_TITLE})),
    }
    return {**shape, "$defs": {**_NAMED, **shape["$defs"]}}


def _with_names(found: object) -> object:
    """The same shape, in which days are told by name instead of again and again."""
    if isinstance(found, list):
        return [_with_names(one) for one in found]
    if not isinstance(found, dict):
        return found
    for name, shape in _NAMED.items():
        if found.keys() >= shape.keys() and all(found[key] == value for key, value in shape.items()):
            return {"$ref": f"#/$defs/{name}", **{key: value for key, value in found.items() if key not in shape}}
    return {key: _with_names(value) for key, value in found.items()}


def fingerprint() -> str:
    """A checksum of the shape alone: the same when only descriptions change."""
    return hashlib.sha256(json.dumps(_without(schema(), {_DESCRIPTION}), sort_keys=True).encode()).hexdigest()


def _without(found: object, words: set[str]) -> object:
    """The same shape without these sayings. An answer may have the same name, and is no text."""
    if isinstance(found, list):
        return [_without(one, words) for one in found]
    if not isinstance(found, dict):
        return found
    return {key: _without(value, words) for key, value in found.items() if key not in words or not isinstance(value, str)}
