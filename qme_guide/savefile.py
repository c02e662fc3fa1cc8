"""A case as a file of the person's own, and back."""

import json

from pydantic import ValidationError

from qme_guide.case import Case


class SaveFileError(Exception):
    def __init__(self, key: str):
        super().__init__(key)
        self.key = key


def dump(case: Case) -> bytes:
    return json.dumps({"format": "qme-guide", "version": 1, "case": json.loads(case.model_dump_json(exclude_defaults=True))}, ensure_ascii=False, indent=1).encode()


def load(data: bytes, limit: int) -> Case:
    try:
        found = json.loads(data)
        return Case.model_validate_json(json.dumps(found.get("case", found)))
    except (ValueError, ValidationError) as error:
        raise SaveFileError("save_broken") from None
