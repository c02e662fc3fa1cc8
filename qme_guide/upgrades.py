"""How the answers of an older save file become those of the next version, one step at a time.

This module must not know how a file is read, or the shape of today: what was, was. It imports nothing that can change.
"""

from collections.abc import Callable

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
    """There is more to answer; nothing that was there changed.

    Version 3: who helps, the worker's language. Version 4: beside the case stand its day, its language, its papers.
    """
    return case


UPGRADES: tuple[Callable[[Answers], Answers], ...] = (_log_of_sendings, _only_more, _only_more)
"""The first makes a case of version 1 into one of version 2, the second that into version 3, and so on.

An upgrade stays here for good, for people keep their files. It may trust nothing: the file may have been changed.
"""
