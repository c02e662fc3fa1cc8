"""The case of a file with the ids that its lines will have beside another case, and every name of a line changed with them.

This module must not know law, words, or whose answer stays.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from qme_guide import alike
from qme_guide.alike import Names, names_a_line
from qme_guide.answers import Part
from qme_guide.case import Case
from qme_guide.folded import plain

# By which answer a line without an id is known.
TOLD_BY = {"treatments": "name", "plan": "task"}


def aligned(mine: Case, theirs: Case) -> Case:
    """Theirs with the ids that its lines have in the merged case."""
    kin, found = alike.kin(mine, theirs), of_case(mine, theirs)
    doctors = {panel.id: _doctors(mine, panel, found, kin) for panel in theirs.panels}
    # An exam names the doctor of a panel from outside, or holds a name as it was typed.
    exams = tuple(one.model_copy(update={"doctor": doctors.get(one.panel, {}).get(one.doctor, one.doctor)}) for one in theirs.exams)
    tasks = alike.names(mine.function.job, theirs.function.job, ("tasks",), kin)
    return _part(mine, theirs.model_copy(update={"exams": exams}), {**tasks, **found}, kin)


def of_case(mine: Case, theirs: Case) -> Names:
    """What each line of the case itself is called in the merged case, by its id in theirs."""
    return alike.names(mine, theirs, alike.OF_CASE, alike.kin(mine, theirs))


def holds_lines(value: object) -> bool:
    """Whether an answer is a list of parts."""
    return isinstance(value, tuple) and any(isinstance(one, Part) for one in value[:1])


def told_lines(name: str, lines: Iterable[Part]) -> Iterator[tuple[tuple[str, int], Part]]:
    """Each line of a list with what tells it from the others: its id, or its name and how often that came before."""
    seen: Counter[str] = Counter()
    for line in lines:
        told = str(getattr(line, "id" if "id" in type(line).model_fields else TOLD_BY[name]) or "")
        told = told if name in alike.KINDS else plain(told)
        yield (told, seen[told]), line
        seen[told] += 1


def _doctors(mine: Case, theirs: Part, found: Names, kin: bool) -> Names:
    """What the doctors of one panel of theirs are called."""
    same = next((one for one in mine.panels if one.id == found[theirs.id]), None)
    return alike.names(same, theirs, ("doctors",), kin) if same else {}


def _part(mine: Part | None, theirs: Part, found: Mapping[str, str], kin: bool) -> Part:
    """One part of theirs beside the same part of mine. found: what lines are called that may be named here."""
    own = {name: found if isinstance(theirs, Case) else _own(mine, theirs, name, kin) for name in type(theirs).model_fields.keys() & alike.KINDS.keys()}
    here = {**found, **own.get("doctors", {})}
    new: dict[str, object] = {}
    for name, value in theirs:
        beside = getattr(mine, name) if mine is not None else None
        if isinstance(value, Part):
            new[name] = _part(beside, value, here, kin)
        elif holds_lines(value):
            new[name] = _list(name, beside or (), value, own.get(name), here, kin)
        elif names_a_line(type(theirs), name):
            new[name] = tuple(here.get(one, one) for one in value) if isinstance(value, tuple) else here.get(value, value)
    return theirs.model_copy(update=new)


def _own(mine: Part | None, theirs: Part, name: str, kin: bool) -> Names:
    return alike.names(mine, theirs, (name,), kin) if mine is not None else {}


def _list(name: str, mine: Iterable[Part], theirs: Iterable[Part], called: Names | None, found: Mapping[str, str], kin: bool) -> tuple[Part, ...]:
    """The lines of one list. called: their new ids, where they have ids that were counted up."""
    same = dict(told_lines(name, mine))
    lines = [one if called is None else one.model_copy(update={"id": called.get(one.id, one.id)}) for one in theirs]
    return tuple(_part(same.get(told), line, found, kin) for told, line in told_lines(name, lines))
