"""Worked examples in, answers out, and every place where an answer differs from what the example expects.

So that a lawyer can test the rules without the app: `python -m qme_guide examples`. One bad example never stops
the others, and an expected value is never echoed as a result. Pure: reading and printing is done by the caller.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from qme_guide.documents.working import Sayer, tell
from qme_guide.law import Clock, Law
from qme_guide.rules.deadline import Deadline, count

Answer = dict[str, object]
_MARKS = ("refused", "approximate")
_COMPARED = ("safe", "outside", "nominal", *_MARKS)


def run(examples: object, law: Law, words: Sayer) -> tuple[list[Answer], list[str]]:
    """An answer for each example, in order, and the differences from what they expect.

    examples: a list of {id, rule, inputs, and where wanted safe, outside, nominal, refused, approximate}.
    """
    if not isinstance(examples, Sequence) or isinstance(examples, str):
        return [], ["not a list of examples"]
    answers = [_answer(example, law, words) for example in examples]
    differences = [line for example, answer in zip(examples, answers, strict=True) for line in _differences(example, answer)]
    return answers, differences


def _answer(example: object, law: Law, words: Sayer) -> Answer:
    """One answer; null dates for what is not an example, names no rule, or has inputs that cannot be used."""
    said = example if isinstance(example, Mapping) else {}
    rule, inputs = said.get("rule"), said.get("inputs")
    clock = _clock(law, rule)
    found = count(law, clock.id, inputs) if clock and isinstance(inputs, Mapping) else None
    answer: Answer = {"id": _echo(said.get("id")), "rule": _echo(rule), "safe": None, "outside": None, "nominal": None}
    answer |= {"counted_from": None, "working": []}
    answer |= {"citation": clock.citation if clock else None, "status": clock.status if clock else None}
    return answer | (_told(found, words) if isinstance(found, Deadline) else {})


def _echo(name: object) -> object:
    """An id or a rule as it came; None for what JSON cannot hold (not a number, half a character)."""
    try:
        json.dumps(name, allow_nan=False, ensure_ascii=False, default=str).encode()
    except (ValueError, RecursionError):
        return None
    return name


def _clock(law: Law, rule: object) -> Clock | None:
    known = isinstance(rule, str) and (rule in law.clocks or rule in law.helpers)
    return law.clock(str(rule)) if known else None


def _told(found: Deadline, words: Sayer) -> Answer:
    days = {name: _text(getattr(found, name)) for name in ("safe", "outside", "nominal", "counted_from")}
    told: Answer = {**days, "working": list(tell(found, words))}
    if found.refused:
        told["refused"] = list(found.refused)
    if found.approximate:
        told["approximate"] = True
    return told


def _text(day: date | datetime | None) -> str | None:
    if day is None:
        return None
    return day.isoformat(timespec="minutes") if isinstance(day, datetime) else day.isoformat()


def _differences(example: object, answer: Answer) -> list[str]:
    """What is expected and did not come out. An absent key is not compared; null must be null."""
    if not isinstance(example, Mapping):
        return []
    found = [(name, example[name], answer.get(name)) for name in _COMPARED if name in example]
    return [f"{answer['id']}: {name}: expected {wanted}, computed {got}" for name, wanted, got in found if not _same(name, wanted, got)]


def _same(name: str, wanted: object, got: object) -> bool:
    """Equal. Dates may be dates or text; of a mark (refused, approximate) null, empty and false all say "none"."""
    if isinstance(wanted, date):
        return _text(wanted) == got
    if isinstance(wanted, list) and isinstance(got, list):
        return sorted(map(str, wanted)) == sorted(got)
    return wanted == got or (name in _MARKS and not wanted and not got)
