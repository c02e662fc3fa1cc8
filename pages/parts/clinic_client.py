"""One person of a sitting, as all that belongs to them lies in one piece. It must not know where that piece comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from qme_guide.case import Case
from qme_guide.savefile import Kept
from qme_guide.sign import Sign, apart, sign

State = Mapping[str, object]


@dataclass(frozen=True)
class Client:
    """One person of the sitting. key: of the case. number: in the order they came. page: where they were.

    state: all that belongs to the case. unsaved: clearing would lose something of it. used: how long it was open before;
    since: from when on it is open now. drawn: its sign in this sitting. spoken: the language their file was saved in.
    """

    key: str
    number: int
    state: State = field(repr=False)
    page: str = "home"
    unsaved: bool = False
    used: timedelta = timedelta()
    since: datetime | None = None
    drawn: Sign | None = None
    spoken: str | None = None

    @property
    def case(self) -> Case:
        """The answers of this person."""
        return self.state["case"]

    @property
    def sign(self) -> Sign:
        """The sign of the case, in colours that nobody else of the sitting has."""
        return self.drawn or sign(self.key)

    @property
    def papers(self) -> State:
        """The papers of this person and what was made of them, as the guide keeps them."""
        return self.state.get("papers", {})

    def used_until(self, now: datetime) -> timedelta:
        """How long this case was open on the screen."""
        return self.used + (now - self.since if self.since else timedelta())


def laid(papers: Iterable[Kept]) -> State:
    """The papers of a file as the guide keeps them."""
    return {name: held for one in papers for name, held in ((one.paper, one.files), (f"leaves.{one.paper}", one.order))}


def entered(case: Case, more: State, people: Iterable[Client], spoken: str | None = None) -> Client:
    """One more person beside these: with the next number, and two colours of their own."""
    there = list(people)
    number = max((one.number for one in there), default=0) + 1
    return Client(case.key, number, {"case": case, **more}, drawn=apart(case.key, [one.sign for one in there]), spoken=spoken)
