"""What tells the lines of each list of a case apart. A field is called by the place of its line ("reports.1.author"), and
another line has that place once one before it is removed: whatever waits for its field must know whether it is still there.
"""

from collections.abc import Iterator, Mapping

from qme_guide.aligned import holds_lines
from qme_guide.answers import Part
from qme_guide.case import Case

# What a line is called of which nothing was said yet.
NEW = ""


def lines(case: Case) -> Mapping[str, list[str]]:
    """The ids of the lines of each list, by its path; of lines without ids a number for what they say."""
    return dict(_below(case, ""))


def moved(before: Case, after: Case) -> tuple[str, ...]:
    """The lists, by their paths, that do not hold the same lines in the same places."""
    was, now = lines(before), lines(after)
    return tuple(path for path in {**was, **now} if was.get(path) != now.get(path))


def _below(part: Part, way: str) -> Iterator[tuple[str, list[str]]]:
    for name, value in part:
        if isinstance(value, Part):
            yield from _below(value, f"{way}{name}.")
        elif holds_lines(value):
            yield f"{way}{name}", [str(dict(one).get("id") or (hash(one) if one.model_dump(exclude_defaults=True) else NEW)) for one in value]
            for at, one in enumerate(value):
                yield from _below(one, f"{way}{name}.{at}.")
