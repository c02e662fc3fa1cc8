"""The case of a file with the ids that its lines will have beside another case, and every name of a line changed with them.

This module must not know law, words, or whose answer stays.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from qme_guide import alike
from qme_guide.alike import Names, names_a_line
from qme_guide.answers import Part
from qme_guide.case import Case
from qme_guide.folded import plain, put_right

# By which answer a line without an id is known.
TOLD_BY = {"treatments": "name", "plan": "task"}
# Where a person wrote that answer, so that it can have been put right since.
WRITTEN = ("treatments",)
CASE = "case"
# In which list the line stands that such an answer names; all others stand in the case itself.
WHOSE = {"task": "tasks", "doctor": "doctors", "chosen": "doctors"}
Told = tuple[str, int]
Tables = Mapping[str, Names]
"""What lines are called in the merged case, by the list that they stand in: ids of different lists may be alike."""


def both(mine: Case, theirs: Case) -> tuple[Case, Case]:
    """Mine, and theirs with the ids that its lines have in the merged case."""
    kin, found = alike.kin(mine, theirs), of_case(mine, theirs)
    several = len({*(one.id for one in mine.panels), *(found[one.id] for one in theirs.panels)}) > 1
    mine, theirs = (_tied(mine), _tied(theirs)) if several else (mine, theirs)
    doctors = {panel.id: _doctors(mine, panel, found, kin) for panel in theirs.panels}
    # An exam names the doctor of a panel from outside, or holds a name as it was typed.
    exams = tuple(one.model_copy(update={"doctor": doctors.get(one.panel, {}).get(one.doctor, one.doctor)}) for one in theirs.exams)
    job = mine.function.job
    tables = {
        CASE: {**_nothing(mine, alike.OF_CASE, kin), **found},
        "tasks": {**_nothing(job, ("tasks",), kin), **alike.names(job, theirs.function.job, ("tasks",), kin)},
    }
    return mine, _part(mine, theirs.model_copy(update={"exams": exams}), tables, kin)


def _tied(case: Case) -> Case:
    """Each exam names the only panel: once there are several, nobody could tell whose it was."""
    only, *others = case.panels or (None,)
    if only is None or others:
        return case
    exams = tuple(one if one.panel else one.model_copy(update={"panel": only.id}) for one in case.exams)
    return case.model_copy(update={"exams": exams})


def _nothing(mine: Part, lists: Iterable[str], kin: bool) -> Names:
    """Ids of mine, which mean nothing in a case of another lineage: a name of a line that theirs no longer has must not name mine."""
    return {} if kin else {line.id: "" for name in lists for line in getattr(mine, name)}


def of_case(mine: Case, theirs: Case) -> Names:
    """What each line of the case itself is called in the merged case, by its id in theirs."""
    return alike.names(mine, theirs, alike.OF_CASE, alike.kin(mine, theirs))


def holds_lines(value: object) -> bool:
    """Whether an answer is a list of parts."""
    return isinstance(value, tuple) and any(isinstance(one, Part) for one in value[:1])


def pairs(name: str, mine: Iterable[Part], theirs: Iterable[Part]) -> Iterator[tuple[Part | None, Part | None]]:
    """The lines of a merged list: each of mine beside the same one of theirs, then those that only theirs has."""
    own, left = _told(name, mine), _told(name, theirs)
    same = {told: left.pop(told) for told in own if told in left}
    if name in WRITTEN:
        for told, one in _renamed(_once(own), _once({**same, **left}), frozenset(same)):
            same[told] = left.pop(one)
    yield from ((line, same.get(told)) for told, line in own.items())
    yield from ((None, line) for line in left.values())


def _renamed(mine: list[Told], theirs: list[Told], same: frozenset[Told]) -> Iterator[tuple[Told, Told]]:
    """Lines of mine and of theirs that are not the same by name, where one name can be the other put right. Each is taken once."""
    free = [one for one in theirs if one not in same]
    for told in (one for one in mine if one not in same):
        near = next((one for one in free if put_right(told[0], one[0])), None)
        if near:
            free.remove(near)
            yield told, near


def _once(lines: Iterable[Told]) -> list[Told]:
    """The names that only one line has."""
    many = Counter(name for name, _ in lines)
    return [told for told in lines if many[told[0]] == 1]


def _told(name: str, lines: Iterable[Part]) -> dict[Told, Part]:
    """Each line of a list by what tells it from the others: its id, or its name and how often that came before."""
    seen: Counter[str] = Counter()
    found: dict[Told, Part] = {}
    for line in lines:
        told = str(getattr(line, "id" if "id" in type(line).model_fields else TOLD_BY[name]) or "")
        told = told if name in alike.KINDS else plain(told)
        found[told, seen[told]] = line
        seen[told] += 1
    return found


def _doctors(mine: Case, theirs: Part, found: Names, kin: bool) -> Names:
    """What the doctors of one panel of theirs are called."""
    same = next((one for one in mine.panels if one.id == found[theirs.id]), None)
    return alike.names(same, theirs, ("doctors",), kin) if same else {}


def _part(mine: Part | None, theirs: Part, tables: Tables, kin: bool) -> Part:
    """One part of theirs beside the same part of mine. tables: what lines are called that may be named here."""
    of_case = alike.OF_CASE if isinstance(theirs, Case) else ()
    own = {name: tables[CASE] if name in of_case else _own(mine, theirs, name, kin) for name in type(theirs).model_fields.keys() & alike.KINDS.keys()}
    here = {**tables, "doctors": own["doctors"]} if "doctors" in own else tables
    new: dict[str, object] = {}
    for name, value in theirs:
        beside = getattr(mine, name) if mine is not None else None
        if isinstance(value, Part):
            new[name] = _part(beside, value, here, kin)
        elif holds_lines(value):
            new[name] = _list(name, beside or (), value, own.get(name), here, kin)
        elif names_a_line(type(theirs), name):
            new[name] = _named(value, here.get(WHOSE.get(name, CASE), {}))
    return theirs.model_copy(update=new)


def _named(value: str | tuple[str, ...] | None, called: Names) -> str | tuple[str, ...] | None:
    """The name of a line, or several, as they are called now; a name of nothing is left out."""
    if isinstance(value, tuple):
        return tuple(filter(None, (called.get(one, one) for one in value)))
    return (called.get(value, value) or None) if value else value


def _own(mine: Part | None, theirs: Part, name: str, kin: bool) -> Names:
    return alike.names(mine, theirs, (name,), kin) if mine is not None else {}


def _list(name: str, mine: Iterable[Part], theirs: Iterable[Part], called: Names | None, tables: Tables, kin: bool) -> tuple[Part, ...]:
    """The lines of one list. called: their new ids, where they have ids that were counted up."""
    lines = [one if called is None else one.model_copy(update={"id": called.get(one.id, one.id)}) for one in theirs]
    return tuple(_part(beside, line, tables, kin) for beside, line in pairs(name, mine, lines) if line is not None)
