"""Names of answers and of things: dotted paths such as "letters.0.served_on", ids such as "letter-1"."""

from collections.abc import Collection
from itertools import count


def plain_path(path: str) -> str:
    """"letters.0.treatments.1.name" without its indexes: "letters.treatments.name"."""
    return ".".join(step for step in path.split(".") if not step.isdigit())


def free_id(prefix: str, taken: Collection[str | None]) -> str:
    """The first id with this prefix that nothing has: "letter-1", or "letter-2" when that is taken."""
    return next(name for number in count(1) if (name := f"{prefix}-{number}") not in taken)


def is_id(prefix: str, text: str) -> bool:
    """Whether a text is an id with this prefix, and so no name that anybody typed."""
    first, _, number = text.partition("-")
    return first == prefix and number.isdecimal()
