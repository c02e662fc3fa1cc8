"""A case as a file that the person keeps, and back again.

The file is JSON that a person can read: which format, which version, and the answers that were given, nothing else.
An older file is brought up to date one version at a time. A file that cannot be read gives one key for a kind
sentence, and never quotes the file. This module must not know law, words, or where a file is kept.
"""

import json
from collections.abc import Callable

from qme_guide.case import Case

FORMAT = "qme-guide"
_MARK = f'"{FORMAT}"'.encode()

Answers = dict[str, object]



def _log_of_sendings(case: Answers) -> Answers:
    """Version 2: the day and the way the request went are the first line of a log."""
    letters = [_with_log(dict(letter)) for letter in case.get("letters", [])]
    return {**case, "letters": letters} if letters else case


def _with_log(letter: Answers) -> Answers:
    went = {name: letter.pop(f"request_sent_{name}", None) for name in ("on", "how")}
    told = {name: answer for name, answer in went.items() if answer is not None}
    return {**letter, "sendings": [{"id": "sending-1", **told}]} if told else letter


def _only_more(case: Answers) -> Answers:
    """Version 3: there is more to answer (who helps, the worker's language); nothing that was there changed."""
    return case


UPGRADES: tuple[Callable[[Answers], Answers], ...] = (_log_of_sendings, _only_more)
"""The first makes a case of version 1 into one of version 2, the second that into version 3, and so on.

An upgrade stays here for good, for people keep their files. It may trust nothing: the file may have been changed.
"""


class SaveFileError(Exception):
    """A file that cannot be read. `key`: save_not_ours, save_broken, save_newer or save_too_big."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def dump(case: Case) -> bytes:
    """The answered questions of a case as UTF-8 JSON; what was not asked or not answered is left out."""
    answers = case.model_dump(mode="json", exclude_defaults=True)
    file = {"format": FORMAT, "version": _version(), "case": answers}
    return json.dumps(file, ensure_ascii=False, indent="  ").encode()


def load(data: bytes, limit: int) -> Case:
    """The case in a file, or in a bare case without the lines around it. `limit`: bytes. Raises SaveFileError.

    Everything is refused that `dump` cannot have written: unknown keys, a key given twice, numbers out of this world.
    """
    if len(data) > limit:
        raise SaveFileError("save_too_big")
    found = _parsed(data)
    if not isinstance(found, dict):
        raise SaveFileError("save_broken" if _MARK in data else "save_not_ours")
    case = _case(*_unwrapped(found))
    # Raised out here, away from the error that was caught, because that one quotes the file.
    if case is None:
        raise SaveFileError("save_broken")
    return case


def _version() -> int:
    return len(UPGRADES) + 1


def _parsed(data: bytes) -> object:
    """The JSON in a file in any Unicode encoding; None when it is none."""
    try:
        return json.loads(data, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError):
        return None


def _without_doubles(pairs: list[tuple[str, object]]) -> Answers:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _unwrapped(found: Answers) -> tuple[object, int]:
    """The answers in a file and the version they are written in. Raises SaveFileError."""
    if "format" not in found and found.keys() & Case.model_fields.keys():
        return found, _version()
    if found.get("format") != FORMAT:
        raise SaveFileError("save_not_ours")
    version = found.get("version")
    if type(version) is int and version > _version():
        raise SaveFileError("save_newer")
    if type(version) is not int or version < 1 or found.keys() != {"format", "version", "case"}:
        raise SaveFileError("save_broken")
    return found["case"], version


def _case(answers: object, version: int) -> Case | None:
    """The answers brought up to date and checked; None when they are no case."""
    try:
        for upgrade in UPGRADES[version - 1 :]:
            answers = upgrade(answers)
        return Case.model_validate(answers)
    except (ValueError, TypeError, LookupError, AttributeError):
        return None
