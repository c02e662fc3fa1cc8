"""The questions about one denial letter, in order, one idea a screen.

A screen asks one field, or a few that stand together on the letter (who you are). Whether a screen is asked
depends only on the answers. After the first two answers the date card is shown; the rest makes it exact.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from qme_guide.case import Case, Letter
from qme_guide.flow import dated


@dataclass(frozen=True)
class Screen:
    """A screen: its name, the fields it asks (in the letter, or in the case), and when it is asked.

    optional: it may stay empty and is never open. group: under which heading the check tells its answers.
    """

    name: str
    fields: tuple[str, ...]
    when: Callable[[Letter], bool] = lambda letter: True
    optional: bool = False
    group: str = "dates"


def _letter(*names: str) -> tuple[str, ...]:
    return tuple(f"letters.{{at}}.{name}" for name in names)


def _mailed(letter: Letter) -> bool:
    return letter.served_how in ("mail", "unsure")


BEFORE_THE_DATE = ("printed_on", "drug")
GROUPS = ("dates", "treatments", "form", "details")
SCREENS = (
    Screen("printed_on", _letter("printed_on")),
    Screen("drug", _letter("drug"), group="treatments"),
    Screen("card", ()),
    Screen("served_how", _letter("served_how")),
    Screen("proof_of_service", _letter("proof_of_service")),
    Screen("served_on", _letter("served_on"), lambda letter: letter.proof_of_service == "yes"),
    Screen("postmarked_on", _letter("postmarked_on"), lambda letter: _mailed(letter) and letter.proof_of_service != "yes"),
    Screen("served_where", _letter("served_where"), lambda letter: letter.served_how == "mail"),
    Screen("received_on", _letter("received_on")),
    Screen("treatments", _letter("treatments"), group="treatments"),
    Screen("reason", _letter("reason"), optional=True, group="treatments"),
    Screen("urgent", _letter("urgent"), group="treatments"),
    Screen("conditional", _letter("conditional"), group="treatments"),
    Screen("liability_disputed", _letter("liability_disputed"), group="treatments"),
    Screen("liability_notice_on", _letter("liability_notice_on"), lambda letter: letter.liability_disputed == "yes", optional=True),
    Screen("form_enclosed", _letter("form_enclosed"), group="form"),
    Screen("envelope_enclosed", _letter("envelope_enclosed"), group="form"),
    Screen("recommended_on", _letter("recommended_on"), optional=True),
    Screen("rfa_received_on", _letter("rfa_received_on"), optional=True),
    Screen("decided_on", _letter("decided_on"), optional=True),
    Screen("worker", ("worker.name", "worker.address", "worker.phone"), optional=True, group="details"),
    Screen("claim", ("claim.number", "claim.injured_on", "claim.claims_administrator"), optional=True, group="details"),
    Screen("administrator", ("claim.administrator_address", "claim.adjuster", "claim.employer"), optional=True, group="details"),
    Screen("check", ()),
)


def screens(case: Case, at: int) -> tuple[Screen, ...]:
    """The screens that apply to letter number `at` (from 0), with their paths filled in."""
    letter = case.letters[at]
    return tuple(
        replace(screen, fields=tuple(path.format(at=at) for path in screen.fields))
        for screen in SCREENS
        if screen.when(letter) and (screen.name != "card" or dated(letter))
    )


def first_open(case: Case, at: int) -> str:
    """The screen to start on: the first with an unanswered field that is not optional, else the check."""
    for screen in screens(case, at):
        if not screen.optional and any(unanswered(case, path) for path in screen.fields):
            return screen.name
    return "check"


def beginning(case: Case, at: int) -> str:
    """Where a visit to the letter begins: on the date card once there is a date and questions are open."""
    name = first_open(case, at)
    return "card" if dated(case.letters[at]) and name not in (*BEFORE_THE_DATE, "check") else name


def step(case: Case, at: int, name: str) -> tuple[int, int] | None:
    """Which question this is and how many there are (from 1): of those that give the date, or of those after it.

    None for the card and the check, which ask nothing.
    """
    early = name in BEFORE_THE_DATE
    names = [screen.name for screen in screens(case, at) if screen.fields and (screen.name in BEFORE_THE_DATE) == early]
    return (names.index(name) + 1, len(names)) if name in names else None


def unanswered(case: Case, path: str) -> bool:
    """Nothing was said there yet."""
    return case.answer(path) in (None, "", ())


def after(case: Case, at: int, name: str) -> str:
    """The screen after this one; the last stays where it is."""
    return _neighbour([screen.name for screen in screens(case, at)], name)


def before(case: Case, at: int, name: str) -> str:
    """The screen before this one; the first stays where it is."""
    return _neighbour([screen.name for screen in reversed(screens(case, at))], name)


def _neighbour(names: list[str], name: str) -> str:
    rest = names[names.index(name) :] if name in names else names
    return next(iter(rest[1:]), name)
