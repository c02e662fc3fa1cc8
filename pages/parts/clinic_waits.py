"""The files of a sitting that wait: for their password, or for what to do because their person seems to be open already."""

from dataclasses import dataclass, field
from itertools import count

from pages.parts import clinic_people, session
from qme_guide.savefile import Saved


@dataclass(frozen=True)
class Waiting:
    """A file that waits. number: tells it from the others. data: as it came, while it is locked; found: once it was read."""

    number: int
    name: str = field(repr=False)
    data: bytes = field(repr=False, default=b"")
    found: Saved | None = field(repr=False, default=None)
    wrong: bool = False


def waiting() -> tuple[Waiting, ...]:
    """The files that wait for an answer."""
    return session.place(clinic_people.WAITING, ())


def following() -> int:
    """A number that no file has which waits."""
    taken = {one.number for one in waiting()}
    return next(number for number in count(1) if number not in taken)


def put(one: Waiting) -> None:
    """It waits, or waits with what is new about it."""
    session.note(clinic_people.WAITING, (*(other for other in waiting() if other.number != one.number), one))


def done(number: int) -> None:
    """A file waits no more."""
    session.note(clinic_people.WAITING, tuple(one for one in waiting() if one.number != number))
