"""What a person can do as rows of a table: the activity with the task of the job (by its number) that asks for it, before, now.

The person's own words stand in quotation marks, exactly as typed. No numbers of impairment, no medicine.
"""

from collections.abc import Sequence

from qme_guide.case import Ability, JobTask
from qme_guide.documents.fitting import Telling, different, quoted
from qme_guide.documents.matter import Matter
from qme_guide.documents.names import choice_name

NAME = "function-statement"
COLUMNS, WIDTHS = ("what", "before", "now"), (23, 23, 54)
AS_BEFORE = "as_before"
DETAILS = ("minutes", "amount", "example", "good_day", "bad_day")
# How much of each answer the two shorter rows hold, in type sizes.
_SHORTEST, SHORT = 12.0, 28.0


def telling(ability: Ability, matter: Matter, lead: bool = False) -> Telling:
    """An activity in three lengths: one measure; all that was told, but shorter; and in full."""
    measure = cells(ability, matter, _measure(ability), _SHORTEST)
    details = cells(ability, matter, DETAILS, SHORT)
    short = ((*told[:-1], f"{told[-1]} {matter.sayer(NAME)('sign')}".strip()) for told in (measure, details))
    return Telling(ability.id, different((*short, cells(ability, matter))), lead)


def cells(ability: Ability, matter: Matter, details: Sequence[str] = DETAILS, ems: float | None = None) -> tuple[str, ...]:
    """The activity, how it was before and how it is now."""
    say, number = matter.sayer(NAME), task_number(ability, matter)
    first = say("task", name=named(ability, matter), number=number).strip() if number else named(ability, matter)
    level = f"{choice_name('function.abilities.now', ability.now, matter.words)}." if ability.now else ""
    return first, quoted(ability.before, ems), " ".join(filter(None, (level, *detailed(ability, matter, details, ems)))) or say("changed")


def detailed(ability: Ability, matter: Matter, details: Sequence[str] = DETAILS, ems: float | None = None) -> list[str]:
    """What was told of an activity beside how it was and how it is."""
    return [matter.sayer(NAME)(name, said=quoted(text, ems)) for name in details if (text := getattr(ability, name))]


def _measure(ability: Ability) -> list[str]:
    """The first answer that says how much or how long, where it fits whole: half a sentence may say more than the person did."""
    first = [(name, text) for name in DETAILS if (text := getattr(ability, name))][:1]
    return [name for name, text in first if quoted(text, _SHORTEST) == quoted(text)]


def named(ability: Ability, matter: Matter) -> str:
    return choice_name("function.abilities.what", ability.what, matter.words) if ability.what else ""


def task_number(ability: Ability, matter: Matter) -> int:
    """Which task of the job, counted from one, asks for this activity; zero for none."""
    ids = [task.id for task in matter.case.function.job.tasks]
    return ids.index(ability.task) + 1 if ability.task in ids else 0


def said_task(task: JobTask, ems: float | None) -> str:
    """A task in the person's words: what, how often, how heavy."""
    return ", ".join(quoted(text, ems) for text in (task.what, task.often, task.weight) if text)
