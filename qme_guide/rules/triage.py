"""The first questions: which road is this person's, and which question is still needed?

Pure: the answers go in, one outcome comes out, or the path of the next question. "I'm not sure" never
sends anybody away from the road of a treatment denial, so that no date is missed for lack of an answer.
Product rules (DESIGN) after imr.md sections 2 and 5 and product.md rows 1-7.
"""

from dataclasses import dataclass

from qme_guide.case import Triage

ORDER = ("triage.danger", "triage.lawyer", "triage.denied", "triage.own_doctor", "triage.exits")
EXIT_ORDER = ("death", "minor", "union", "elsewhere", "health_plan", "public_safety", "old_injury")
_BY_DENIED = {"claim": "claim_denied", "body_part": "body_part", "delay": "delay", "other": "other"}
# Roads on which a packet of ours would be the wrong paper: it is explained, and handed to the right people.
NO_PACKET = ("attorney", "mpn_opinion", "union", "health_plan", "elsewhere", "minor", "death")
# Roads that begin at a letter which denied no treatment, or that no letter of this guide's law fits.
OTHER_LETTER = (*_BY_DENIED.values(), "mpn_opinion", "elsewhere", "death")
# Roads on which talking to somebody comes first; a denied claim and an attorney have steps of their own.
TALK_FIRST = ("body_part", "delay", "other", "mpn_opinion", "union", "health_plan", "elsewhere", "minor", "death")
# Roads on which a medical dispute may be open, with a road of its own.
DISPUTE = (*_BY_DENIED.values(), "mpn_opinion", "attorney")
OUTCOMES = ("imr", "unsure_letter", "attorney", "mpn_opinion", *_BY_DENIED.values(), *EXIT_ORDER)


@dataclass(frozen=True)
class Outcome:
    """Where the first questions lead. `name` is also the name of its passage; `goes_on`: the road stays open."""

    name: str
    goes_on: bool = False
    danger: bool = False

    @property
    def passage(self) -> str:
        """The name of its passage."""
        return f"outcomes/{self.name}"

    @property
    def packet(self) -> bool:
        """Whether a packet may be made on this road."""
        return self.name not in NO_PACKET

    @property
    def other_letter(self) -> bool:
        """A letter that denied a treatment would be another one than the letter told about."""
        return self.name in OTHER_LETTER

    @property
    def dispute(self) -> bool:
        """A medical dispute may stand behind it (rules/route.py)."""
        return self.name in DISPUTE


def next_question(triage: Triage) -> str | None:
    """The path of the question that is needed next, or None when an outcome is known."""
    for path in ORDER:
        if getattr(triage, path.removeprefix("triage.")) is None:
            return None if path != ORDER[0] and _settled(triage) else path
    return None


def before(path: str) -> str | None:
    """The question before this one, or None at the first."""
    return next((one for one, after in zip(ORDER, ORDER[1:], strict=False) if after == path), None)


def answered(triage: Triage) -> tuple[str, ...]:
    """The paths of the questions that led to the outcome; what was said after a settled one does not count."""
    said: list[str] = []
    so_far = Triage()
    for path in ORDER:
        name = path.removeprefix("triage.")
        if next_question(so_far) != path or getattr(triage, name) is None:
            break
        so_far = so_far.model_copy(update={name: getattr(triage, name)})
        said.append(path)
    return tuple(said)


def outcome(triage: Triage) -> Outcome | None:
    """The outcome of these answers, or None while a question is open."""
    if next_question(triage):
        return None
    name = _settled(triage) or _exit(triage) or _road(triage)
    return Outcome(name, goes_on=name in ("imr", "unsure_letter"), danger=in_danger(triage))


def in_danger(triage: Triage) -> bool:
    """Danger is taken as possible unless the person said no."""
    return triage.danger in ("yes", "unsure")


def _settled(triage: Triage) -> str | None:
    """An outcome that makes the questions after it needless."""
    if triage.lawyer == "yes":
        return "attorney"
    if triage.denied in _BY_DENIED:
        return _BY_DENIED[triage.denied]
    return "mpn_opinion" if triage.own_doctor == "no" else None


def _exit(triage: Triage) -> str | None:
    """The first exit that was named, gravest first."""
    return next((name for name in EXIT_ORDER if name in (triage.exits or ())), None)


def _road(triage: Triage) -> str:
    return "unsure_letter" if triage.denied == "unsure" else "imr"
