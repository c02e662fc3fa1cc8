"""One part of daily life or work as a whole: opened, let go of, as before, not to speak about, removed.

What goes with the details of a part can come back. It must not know what is asked about a part, nor how it looks.
"""

from pages.parts import letters, session, undo
from qme_guide.case import Ability, Function
from qme_guide.paths import free_id
from qme_guide.rules import function as rules

PLACE, ONE, CARD = "function", "ability", "card"
MAIN = "main"


def named(what: str | None) -> str:
    """What a part is called."""
    return session.words().choice("function.abilities.what", what) if what else ""


def begin(what: str) -> None:
    """Open a part: its card where it was told, else its first questions."""
    function = session.case().function
    state = rules.standing(function, what)
    letters.stop()
    session.note("function.back", False)
    session.go(PLACE, (ONE, what, CARD if state in (rules.TOLD, rules.AS_BEFORE) else MAIN))
    if rules.ability(function, what) is None:
        letters.begin("function.abilities", new(function, what))


def new(function: Function, what: str) -> Ability:
    """A part of which nothing was said yet."""
    return Ability(id=free_id("ability", {one.id for one in function.abilities}), what=what)


def to_list() -> None:
    """Back to the list; what was begun and not answered is let go of."""
    letters.stop()
    session.go(PLACE, None)


def keep_no_empty(what: str) -> None:
    """A new part of which nothing was said is not kept yet: what was only looked at did not change."""
    function = session.case().function
    kept = rules.ability(function, what)
    if kept and kept == Ability(id=kept.id, what=what):
        session.answer({"function.abilities": tuple(one for one in function.abilities if one != kept)})
        letters.begin("function.abilities", kept)


def speak(what: str) -> None:
    """What is told of is not skipped any more."""
    function = session.case().function
    if what in function.skipped and rules.ability(function, what):
        session.answer({"function.skipped": tuple(other for other in function.skipped if other != what)})


def as_before(what: str) -> None:
    """It is as before the injury: the details go, and can come back."""
    before = session.case().function
    one = rules.ability(before, what) or new(before, what)
    plain = Ability(id=one.id, what=what, now=rules.AS_BEFORE, before=one.before, task=one.task)
    others = tuple(other for other in before.abilities if other.what != what)
    session.answer({"function.abilities": (*others, plain)})
    to_list()
    if plain != one.model_copy(update={"now": rules.AS_BEFORE}):
        undo.remember("function.now_as_before", {"function": before}, name=named(what))


def skip(what: str) -> None:
    """The person prefers not to speak about it: what was told of it goes, and can come back."""
    before = session.case().function
    others = tuple(other for other in before.abilities if other.what != what)
    session.answer({"function.abilities": others, "function.skipped": tuple(dict.fromkeys((*before.skipped, what)))})
    to_list()
    undo.remember("function.skipped", {"function": before}, name=named(what))


def remove(what: str) -> None:
    """What was told of it goes, and can come back."""
    before = session.case().function
    session.answer({"function.abilities": tuple(other for other in before.abilities if other.what != what)})
    to_list()
    undo.remember("function.removed", {"function": before}, name=named(what))
