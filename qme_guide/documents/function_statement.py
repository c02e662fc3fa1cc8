"""What a person can and cannot do: one page with objective examples, tied to the tasks of the job, and the same in full.

Only what was told stands on it, and nothing of what the person chose not to speak about. What the page has no room for
is named on it and stands on the full sheet.
"""

from collections.abc import Mapping, Sequence

from qme_guide.case import Ability
from qme_guide.documents import ability_rows as rows
from qme_guide.documents.document import Blank, Block, Document, Table
from qme_guide.documents.event_rows import notes
from qme_guide.documents.fitting import agreed, fitted, quoted, within
from qme_guide.documents.matter import Matter, joined, sheet, twins
from qme_guide.documents.room import left

ONE_PAGE, FULL = "function-statement", "function-full"
FACTS = (22, 78)
WORK = ("lift", "carry", "push", "pull", "stand", "sit", "walk", "climb", "bend", "kneel", "twist", "reach", "grasp", "fine_work", "keyboard", "drive")
# How much of the answers over the table the one page holds: of a text in type sizes; of a list in lines of so many of them.
_OPENING, _ACROSS, _LINES, _TASK_LINES = 70.0, 36.0, 3.0, 7.0


def function_statement(matter: Matter) -> Document:
    """One page: the job, earlier problems, what is as before, and what changed, most telling first."""
    ranked = foremost(matter)
    shown = agreed([_fitting(twin) for twin in twins(matter)])
    return _page(matter, {one.id: rows.telling(one, matter).forms[shown[one.id]] for one in ranked if one.id in shown})


def function_full(matter: Matter) -> Document:
    """The same with everything that was told, as many pages as it needs."""
    told = [rows.cells(one, matter) for one in foremost(matter)]
    return sheet(matter, FULL, [*notes(matter, matter.sayer(ONE_PAGE)("intro")), *_facts(matter, whole=True), *_table(matter, told)], sent=True)


def _fitting(matter: Matter) -> Mapping[str, int]:
    """Which activities the one page in this language has room for, and how long each can be."""
    ranked = foremost(matter)
    lead = ranked[: len(rows.COLUMNS)]
    return fitted([rows.telling(one, matter, one in lead) for one in ranked], rows.WIDTHS, left(_page(matter, {})))


def foremost(matter: Matter) -> tuple[Ability, ...]:
    """What changed, what the job asks for first, then other work functions, then daily life."""
    changed = [one for one in matter.case.function.abilities if one.now != rows.AS_BEFORE]
    return tuple(sorted(changed, key=lambda one: (not rows.task_number(one, matter), one.what not in WORK)))


def _page(matter: Matter, told: Mapping[str, tuple[str, ...]]) -> Document:
    """The page with these rows, and under them what it leaves to the full sheet; rows for a hand where one more would fit too."""
    fits = (count for count in range(len(rows.DETAILS), 0, -1) if left(_drawn(matter, told, count + 1)) >= 0)
    return _drawn(matter, told, next(fits, 1))


def _drawn(matter: Matter, told: Mapping[str, tuple[str, ...]], blanks: int) -> Document:
    """The page with so many rows for a hand while nothing is told."""
    say = matter.sayer(ONE_PAGE)
    hidden = [rows.named(one, matter) for one in foremost(matter) if one.id not in told]
    blocks = [*notes(matter, matter.sayer(ONE_PAGE)("intro")), *_facts(matter, whole=False), *_table(matter, list(told.values()), blanks)]
    short = hidden or any(say("sign") in str(block) for block in blocks)
    more = [*([say("short")] if short else []), *([say("more", names="; ".join(hidden))] if hidden else [])]
    return sheet(matter, ONE_PAGE, [*blocks, *joined(more)], sent=True, one_page=True)


def _facts(matter: Matter, whole: bool) -> list[Block]:
    """The job, its tasks, earlier problems and what is as before: each that was told; a line for an unknown job."""
    say, known = matter.sayer(ONE_PAGE), {"job": _job, "tasks": _tasks, "earlier": _earlier, "as_before": _as_before}
    told = [(say(name), tell(matter, whole)) for name, tell in known.items()]
    table = tuple(row for row in told if row[-1])
    return [*([Table((), table, FACTS)] if table else []), *([] if matter.case.function.job.title else [Blank(say("job"))])]


def _job(matter: Matter, whole: bool) -> str:
    say, job = matter.sayer(ONE_PAGE), matter.case.function.job
    title, hours = (quoted(text, None if whole else rows.SHORT) for text in (job.title, job.hours))
    told = (title and f"{title}.", hours and say("hours", said=hours))
    cut = (title, hours) != (quoted(job.title), quoted(job.hours))
    return " ".join(filter(None, (*told, say("sign") if cut else "")))


def _tasks(matter: Matter, whole: bool) -> str:
    """The tasks of the job by their numbers; on the one page shorter when they are long, with a word that there is more."""
    tasks = list(enumerate(matter.case.function.job.tasks, start=1))
    told, brief = ([f"{number}. {rows.said_task(task, ems)}" for number, task in tasks] for ems in (None, rows.SHORT))
    if whole or within(told, _ACROSS, _TASK_LINES, "\n") == told:
        return "\n".join(told)
    return "\n".join([*within(brief, _ACROSS, _TASK_LINES, "\n"), matter.sayer(ONE_PAGE)("sign")])


def _as_before(matter: Matter, whole: bool) -> str:
    """What did not change, with all that was told of it where that fits."""
    same = [one for one in matter.case.function.abilities if one.now == rows.AS_BEFORE and one.what]
    told = {rows.named(one, matter): " ".join(filter(None, _details(one, matter))) for one in same}
    in_full = [f"{name} ({more})" if more else name for name, more in told.items()]
    if whole or not any(told.values()) or within(in_full, _ACROSS, _LINES) == in_full:
        return "; ".join(in_full)
    return f"{'; '.join(told)} {matter.sayer(ONE_PAGE)('sign')}"


def _details(ability: Ability, matter: Matter) -> tuple[str, ...]:
    """What was told of an activity beside that it did not change."""
    return quoted(ability.before), *rows.detailed(ability, matter)


def _earlier(matter: Matter, whole: bool) -> str:
    """Earlier problems, said plainly."""
    say, earlier = matter.sayer(ONE_PAGE), matter.case.function.earlier
    about, just_before = (quoted(text, None if whole else _OPENING) for text in (earlier.about, earlier.just_before))
    cut = (about, just_before) != (quoted(earlier.about), quoted(earlier.just_before))
    known = say(f"earlier_{earlier.had}") if earlier.had else ""
    told = (known, about, just_before and say("just_before", said=just_before), say("sign") if cut else "")
    return " ".join(filter(None, told))


def _table(matter: Matter, told: Sequence[tuple[str, ...]], blanks: int = len(rows.DETAILS)) -> list[Block]:
    """What changed; so many empty rows to fill in while nothing is told."""
    say, begun = matter.sayer(ONE_PAGE), matter.case.function.abilities
    head = tuple(say(f"column_{name}") for name in rows.COLUMNS)
    empty = () if begun else (("",) * len(head),) * blanks
    return [Table(head, (*told, *empty), rows.WIDTHS)] if told or empty else []
