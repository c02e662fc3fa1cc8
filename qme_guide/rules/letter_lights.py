"""The lights that come from the answers about the letter: in time, conditional, asked before, on hold, who signs.

Each look takes what there is to see and gives its light, or None where there is nothing to look at.
"""

from collections.abc import Callable

from qme_guide.law import NotInForce
from qme_guide.rules import imr
from qme_guide.rules.deadline import Missing
from qme_guide.rules.handed import ADD, ADVISED, AMBER, CALL, CHECK, DENIAL, DOCTOR, GREEN, NO, RED, SIGN, YES, Light, Sight
from qme_guide.rules.start import earliest, exact

NEW_RULES = "law-ur-regs-2026"


def in_time(sight: Sight) -> Light:
    """The day the request went, or today, against the SAFE date; past it, the note on the date goes along."""
    found, advised = _counted(sight), "in_time" in sight.handed.advised
    if not isinstance(found, imr.Request):
        return _asked_about("in_time") if advised else Light("in_time", RED, DENIAL if found else CALL, why="undated" if found else "uncounted")
    safe = found.first.safe
    went = imr.request_sent(sight.letter)
    day = exact(went.on) if went else None
    if (day or sight.today) <= safe:
        return Light("in_time", GREEN, facts={"safe": safe})
    return Light("in_time", AMBER if sight.handed.late_noted else RED, CHECK, {"safe": safe})


def _counted(sight: Sight) -> imr.Request | Missing | None:
    """The dates of the request; what is missing for them; None when no date can be given, whatever is answered."""
    try:
        found = imr.request(sight.letter, sight.law, sight.today)
    except NotInForce:
        return None
    return None if isinstance(found, imr.Request) and found.first.safe is None else found


def _asked_about(name: str) -> Light:
    """The person asked somebody, and sends it as it is."""
    return Light(name, AMBER, CALL, why=ADVISED)


def said(name: str, step: str, yes: tuple[str, str]) -> Callable[[Sight], Light]:
    """The light of an answer about the letter whose yes is `yes` (state and step); not asked yet goes to `step`.

    Who is not sure answers again at `step`, or calls where the question stands on the same screen.
    """
    again = CALL if step == CHECK else step

    def look(sight: Sight) -> Light:
        answer = getattr(sight.letter, name)
        if answer is None:
            return Light(name, RED, step, why="unanswered")
        if answer == YES and name in sight.handed.advised:
            return _asked_about(name)
        return {YES: Light(name, *yes), NO: Light(name, GREEN)}.get(answer, Light(name, AMBER, again))

    return look


def liability(sight: Sight) -> Light:
    """On hold while the employer also disputes that it owes anything. Lab. Code 4610.5(h)(2), (k)."""
    answer = sight.letter.liability_disputed
    if answer == NO or answer == YES and earliest(sight.letter.liability_notice_on):
        return Light("liability", GREEN, why="over" if answer == YES else "")
    return Light("liability", AMBER, CALL) if answer == YES else Light("liability", AMBER, DENIAL, why="unanswered")


def listed(sight: Sight) -> Light:
    """The cover names every treatment that was told; a medicine that the letter denies must be among them."""
    treatments = sight.letter.treatments
    if imr.unnamed_medicine(sight.letter):
        return Light("listed", AMBER, DENIAL, why="medicine")
    return Light("listed", GREEN) if treatments and all(one.name for one in treatments) else Light("listed", AMBER, DENIAL)


def designation(sight: Sight) -> Light | None:
    """Another person may sign only when named after the decision. Lab. Code 4610.5(j)."""
    letter, named = sight.letter, exact(sight.letter.designated_on)
    if letter.signer != "other":
        return None if letter.signer == "worker" else Light("designation", AMBER, SIGN)
    if not sight.handed.designation_pages:
        return Light("designation", RED, ADD)
    decided = imr.decided(letter)
    if not named or not decided:
        return Light("designation", RED, SIGN, why="undated") if decided else Light("designation", RED, DENIAL, why="undecided")
    return Light("designation", GREEN) if named > decided else Light("designation", RED, SIGN, {"decided": decided}, "early")


def old_form(sight: Sight) -> Light | None:
    """A form printed before the rules of today may tell old dates. law-ur-regs-2026."""
    if not sight.handed.form_pages:
        return None
    revised, since = earliest(sight.letter.form_revised_on), sight.law.facts[NEW_RULES].applies_from
    if not revised:
        return Light("old_form", AMBER, SIGN, why="unread")
    return Light("old_form", GREEN) if revised >= since else Light("old_form", AMBER, CALL, {"since": since})


def urgent(sight: Sight) -> Light | None:
    """Urgent needs the doctor's signed paper, else the request goes as an ordinary one. Lab. Code 4610.6(d)(1)(C)."""
    if sight.letter.urgent != YES:
        return None
    return Light("urgent", GREEN) if sight.handed.certification_pages else Light("urgent", AMBER, DOCTOR)
