"""Two files of one person made into one case: what they have in common, what only one has, what both answer differently.

Lines of a list that are the same are put together; all others stay, under an id that nothing else has, and what names
them is renamed. This module must not know law, words, or where a file is kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from qme_guide import aligned, alike
from qme_guide.alike import Names
from qme_guide.answers import Part
from qme_guide.case import Case, Helper
from qme_guide.folded import plain

Side = Literal["mine", "theirs"]
Person = Literal["same", "unknown", "other"]
_WORD = re.compile(r"\w+")
_OF_THE_FILE = ("id", "key", "sample")


@dataclass(frozen=True)
class Difference:
    """One question that both files answer, and not alike. path: where it stands; the answers as they are kept."""

    path: str
    mine: object
    theirs: object


@dataclass(frozen=True)
class Comparison:
    """How a file differs from what is here. Every path is one of the merged case.

    kin: both grew out of one case (the same key). person: by name, claim number and birth date: the same; another one, or
    another claim; or nothing can be compared. only_theirs, only_mine: answers that only one has; a whole line of a list
    counts once. different: what both answer differently.
    """

    kin: bool
    person: Person
    only_theirs: tuple[str, ...]
    only_mine: tuple[str, ...]
    different: tuple[Difference, ...]


class OtherPerson(Exception):
    """Two cases that are clearly of two people, or of two claims, are not mixed unless told."""


def compare(mine: Case, theirs: Case) -> Comparison:
    """How the case of a file differs from the one that is here."""
    found = tuple(_differences(*aligned.both(mine, theirs), ""))
    theirs_alone = tuple(one.path for one in found if one.mine is None)
    mine_alone = tuple(one.path for one in found if one.theirs is None)
    both = tuple(one for one in found if one.mine is not None and one.theirs is not None)
    return Comparison(alike.kin(mine, theirs), person(mine, theirs), theirs_alone, mine_alone, both)


def merged(mine: Case, theirs: Case, prefer: Side, although_other: bool = False) -> Case:
    """Both cases in one. prefer: whose answer stays where both answer differently. Raises OtherPerson.

    The key stays mine, so that calendar entries stay the same ones.
    """
    if not although_other and person(mine, theirs) == "other":
        raise OtherPerson
    return Case.model_validate(_joined(*aligned.both(mine, theirs), prefer).model_dump(mode="json"))


def with_helper(mine: Case, theirs: Case, same: bool) -> Case:
    """The case of a file, helped as in this visit where the file names no helper. same: it is the same person, so that it also
    holds that they agree, and what was said of their name and language; else only who helps."""
    now = mine.helper
    if now.helping != "yes" or mine.sample or theirs.helper.helping == "yes":
        return theirs
    if not same:
        return theirs.model_copy(update={"helper": Helper(helping="yes", role=now.role, name=now.name, office=now.office)})
    said = {"name": theirs.worker.name or mine.worker.name, "language": theirs.worker.language or mine.worker.language}
    return theirs.model_copy(update={"helper": now, "worker": theirs.worker.model_copy(update=said)})


def renamed(mine: Case, theirs: Case) -> Names:
    """What each letter, record, report, panel, exam and event of theirs is called in the merged case, by its id in theirs.

    Papers that travel with theirs are called so too.
    """
    return aligned.of_case(mine, theirs)


def person(mine: Case, theirs: Case) -> Person:
    """Whether two cases are of the same person and the same claim, as far as they say."""
    if mine.sample != theirs.sample:
        return "other"
    name = _same_name(mine.worker.name or "", theirs.worker.name or "")
    number = _alike(_signs(mine.claim.number), _signs(theirs.claim.number))
    born = _alike(mine.worker.born_on, theirs.worker.born_on)
    if alike.kin(mine, theirs):
        return "other" if name is False else "same"
    told = [one for one in (name, number, born) if one is not None]
    return ("same" if all(told) else "other") if told else "unknown"


def _alike(one: object, other: object) -> bool | None:
    return one == other if one and other else None


def _signs(text: str | None) -> str:
    return "".join(sign for sign in plain(text or "") if sign.isalnum())


def _same_name(one: str, other: str) -> bool | None:
    """One name has all words of the other: a second surname or a middle name may be missing."""
    words, others = (set(_WORD.findall(plain(name).replace("'", ""))) for name in (one, other))
    return words <= others or others <= words if words and others else None


def _given(part: Part, name: str) -> bool:
    """Whether a question was answered: it says something else than when nobody touched it."""
    return getattr(part, name) not in (type(part).model_fields[name].default, "")


def _joined(mine: Part, theirs: Part, prefer: Side) -> Part:
    return mine.model_copy(update={name: _joined_value(name, mine, theirs, prefer) for name in type(mine).model_fields})


def _joined_value(name: str, mine: Part, theirs: Part, prefer: Side) -> object:
    value, other = getattr(mine, name), getattr(theirs, name)
    if name in _OF_THE_FILE:
        return value
    if isinstance(value, Part):
        return _joined(value, other, prefer)
    if aligned.holds_lines(value) or aligned.holds_lines(other):
        return tuple(_joined(one, same, prefer) if one and same else one or same for one, same in aligned.pairs(name, value, other))
    takes_other = _given(theirs, name) and (prefer == "theirs" or not _given(mine, name))
    return other if takes_other else value


def _differences(mine: Part, theirs: Part, way: str) -> Iterator[Difference]:
    """Every answer that is not alike, with its path in the merged case; a line that one side lacks is one of them."""
    for name in type(mine).model_fields:
        value, other, path = getattr(mine, name), getattr(theirs, name), f"{way}{name}"
        if value == other or name in _OF_THE_FILE:
            continue
        if isinstance(value, Part):
            yield from _differences(value, other, f"{path}.")
        elif aligned.holds_lines(value) or aligned.holds_lines(other):
            for at, (one, same) in enumerate(aligned.pairs(name, value, other)):
                whole = (Difference(f"{path}.{at}", one, same),)
                yield from _differences(one, same, f"{path}.{at}.") if one and same else whole
        elif _given(mine, name) or _given(theirs, name):
            yield Difference(path, value if _given(mine, name) else None, other if _given(theirs, name) else None)
