"""Worked examples in, answers out, and every place where an answer differs from what the example expects.

So that a lawyer can test the rules without the app: `python -m qme_guide examples`. One bad example never stops
the others, and an expected value is never echoed as a result. Pure: reading and printing is done by the caller.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from qme_guide.documents.working import Sayer, tell
from qme_guide.law import Clock, Law
from qme_guide.rules.deadline import Deadline, count

Answer = dict[str, object]
_COMPARED = ("safe", "outside", "nominal", "refused", "approximate")


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
    answer: Answer = {"id": said.get("id"), "rule": rule, "safe": None, "outside": None, "nominal": None}
    answer |= {"counted_from": None, "working": []}
    answer |= {"citation": clock.citation if clock else None, "status": clock.status if clock else None}
    return answer | (_told(found, words) if isinstance(found, Deadline) else {})


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
    return [f"{answer['id']}: {name}: expected {wanted}, computed {got}" for name, wanted, got in found if not _same(wanted, got)]


def _same(wanted: object, got: object) -> bool:
    """Equal, where nothing, an empty list and false all say "none" and dates may be dates or text."""
    if isinstance(wanted, date):
        return _text(wanted) == got
    return (wanted or None) == (got or None)
