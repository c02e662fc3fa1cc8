"""Which lines of two cases are the same thing: the same letter, the same call, the same event.

An id alone does not tell: ids are counted up, so two copies of one case can each have got a "letter-2" of its own, about
another letter. This module must not know law, words, or what becomes of lines that are the same.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count, product
from operator import eq
from typing import get_args

from qme_guide.answers import Id, Part
from qme_guide.case import Case, Exam
from qme_guide.folded import plain, put_right


@dataclass(frozen=True)
class Kind:
    """Lines of one list. prefix: of their ids. telling: the answers by which a person tells one of them from another.

    common: those of them that many lines share, so that they alone do not make two lines one. among_kin: answers that tell
    a line only among those that got the same number in one lineage: an appointment that was moved is still that doctor's.
    """

    prefix: str
    telling: tuple[str, ...]
    common: tuple[str, ...] = ()
    among_kin: tuple[str, ...] = ()


KINDS: Mapping[str, Kind] = {
    "letters": Kind("letter", ("printed_on", "served_on", "received_on", "decided_on", "treatments", "reason")),
    "records": Kind("record", ("kind", "about", "dated_on", "holder_name"), ("kind", "holder_name")),
    "reports": Kind("report", ("author", "printed_on", "received_on"), ("author",)),
    "panels": Kind("panel", ("number", "issued_on", "received_on")),
    "exams": Kind("exam", ("on", "place", "notice_on"), among_kin=("doctor",)),
    "events": Kind("event", ("what", "on", "told_by")),
    "sendings": Kind("sending", ("to", "on", "number", "wrote"), ("to", "wrote")),
    "doctors": Kind("doctor", ("name", "phone", "address")),
    "calls": Kind("call", ("on", "who", "said"), ("who",)),
    "findings": Kind("finding", ("page", "says", "mine")),
    "errors": Kind("error", ("page", "says", "true")),
    "tasks": Kind("task", ("what", "often")),
    "abilities": Kind("ability", ("what",)),
}
"""Every list whose lines have an id that was counted up, by its name in the case."""

OF_CASE = ("letters", "records", "reports", "panels", "exams", "events")
"""The lists whose ids are one row of names: no letter has the id of a record."""

Names = dict[str, str]
Marks = dict[str, Hashable]


def names(mine: Part, theirs: Part, lists: Iterable[str], kin: bool) -> Names:
    """What each line of theirs is called beside mine: the id of the same line in mine, or an id that nothing has.

    lists: names of lists that share one row of ids. kin: both grew out of one case, so the same id mostly is the same line.
    """
    lists = tuple(lists)
    here = {line.id for name in lists for line in getattr(mine, name)}
    same = {name: _matched(getattr(mine, name), getattr(theirs, name), KINDS[name], kin) for name in lists}
    new = {name: [line.id for line in getattr(theirs, name) if line.id not in same[name]] for name in lists}
    taken = here.union(*new.values())
    found = {told: called for names_of in same.values() for told, called in names_of.items()}
    for name, ids in new.items():
        free = (one for number in count(1) if (one := f"{KINDS[name].prefix}-{number}") not in taken)
        found |= {one: next(free) if one in here else one for one in ids}
        taken |= set(found.values())
    return found


def _matched(mine: Sequence[Part], theirs: Sequence[Part], kind: Kind, kin: bool) -> Names:
    """The id in mine of each line of theirs that is the same: first by id, then by what the lines tell."""
    here = {line.id: _marks(line, kind.telling) for line in mine}
    told = {line.id: _marks(line, kind.telling) for line in theirs}
    lines = {line.id: line for line in mine} if kin else {}
    found = {one.id: one.id for one in theirs if one.id in lines and not _clash(lines[one.id], one, kind)}
    alike = _Index(mine, here, set(found.values()))
    for line in theirs:
        if line.id not in found and (same := alike.taken_out(line, told[line.id])):
            found[line.id] = same
    return found


class _Index:
    """Lines of one list, to be found by what they tell without comparing each with each."""

    def __init__(self, lines: Sequence[Part], told: Mapping[str, Marks], used: set[str]) -> None:
        self._told, self._used = told, used
        self._whole: dict[str, list[str]] = {}
        self._by_mark: dict[tuple[str, Hashable], list[str]] = {}
        for line in lines:
            self._whole.setdefault(_whole(line), []).append(line.id)
        for one, marks in told.items():
            for mark in marks.items():
                self._by_mark.setdefault(mark, []).append(one)

    def taken_out(self, line: Part, marks: Marks) -> str | None:
        """The id of the same line, which is then no other's: it says exactly the same, or more than one thing that tells
        it is alike and none is not."""
        shared = Counter(one for mark in marks.items() for one in self._by_mark.get(mark, ()))
        near = [one for one, times in shared.most_common() if times > 1 and all(_both(self._told[one], marks))]
        wanted = (*self._whole.get(_whole(line), ()), *near)
        if same := next((one for one in wanted if one not in self._used), None):
            self._used.add(same)
        return same


def _clash(mine: Part, theirs: Part, kind: Kind) -> bool:
    """Nothing by which a person would tell the line is alike, or was only put right: it is another one that got the same number."""
    telling = (*kind.telling, *kind.among_kin)
    own = (name for name in telling if name not in kind.common)
    both = _nearly_both(mine, theirs, tuple(own)) or _nearly_both(mine, theirs, telling)
    return bool(both) and not any(both)


def _both(mine: Marks, theirs: Marks, same: Callable[[Hashable, Hashable], bool] = eq) -> list[bool]:
    """Of each telling answer that both gave: is it alike?"""
    return [same(mine[name], theirs[name]) for name in mine.keys() & theirs.keys()]


def _nearly_both(mine: Part, theirs: Part, telling: tuple[str, ...]) -> list[bool]:
    return _both(_marks(mine, telling), _marks(theirs, telling), _nearly)


def _nearly(mine: Hashable, theirs: Hashable) -> bool:
    """Alike, or words that were put right; of several names, one of them."""
    if isinstance(mine, frozenset) and isinstance(theirs, frozenset):
        return mine == theirs or any(put_right(*names) for names in product(mine, theirs))
    return mine == theirs or (isinstance(mine, str) and isinstance(theirs, str) and put_right(mine, theirs))


def _marks(line: Part, telling: tuple[str, ...]) -> Marks:
    """The telling answers as they are compared: words without accents and capitals, treatments by their names."""
    said = {name: getattr(line, name) for name in telling}
    return {name: comparable(value) for name, value in said.items() if value}


def comparable(value: object) -> Hashable:
    """An answer as it is compared."""
    if isinstance(value, tuple):
        return frozenset(plain(one.name or "") for one in value)
    return plain(value) if isinstance(value, str) else value


def _whole(line: Part) -> str:
    """All that a line says, but what it is called and which other lines it names."""
    return repr(_said(line))


def _said(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_said(one) for one in value)
    if not isinstance(value, Part):
        return value
    kept = (name for name in type(value).model_fields if name != "id" and not names_a_line(type(value), name))
    return tuple((name, _said(getattr(value, name))) for name in kept)


@cache
def names_a_line(part: type[Part], name: str) -> bool:
    """Whether an answer is the id of a line, or several of them; the doctor of an exam may be one."""
    return (part, name) == (Exam, "doctor") or name != "id" and _holds_id(part.model_fields[name].annotation)


def _holds_id(kind: object) -> bool:
    return kind == Id or any(_holds_id(one) for one in get_args(kind))


def kin(mine: Case, theirs: Case) -> bool:
    """Whether both grew out of one case."""
    return bool(mine.key) and mine.key == theirs.key
