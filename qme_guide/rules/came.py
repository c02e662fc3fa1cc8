"""Which papers can come after a request was sent, and which questions each one calls for, one by one.

Paths are counted from the letter ("review.answer", "treatments.0.result"). A question stands only when the answers
before it call for it.
"""

from qme_guide.case import Letter
from qme_guide.rules import review

ANSWER, ASSIGNED, LIST, DECISION, AUTHORIZED = "answer", "assigned", "list", "decision", "authorized"
PAPERS = (ANSWER, ASSIGNED, LIST, DECISION, AUTHORIZED)
# What is needed; every other question may be left open.
NEEDED = ("review.answer", "review.list_received", "result", "given")
_EXPECTED = {
    review.ELIGIBLE: (ASSIGNED, DECISION, AUTHORIZED),
    review.ASSIGNED: (LIST, DECISION, AUTHORIZED),
    review.DECIDED: (DECISION,),
    review.UPHELD: (),
    review.OVERTURNED: (AUTHORIZED,),
    review.MIXED: (AUTHORIZED,),
    review.DONE: (),
}
_FIRST = (ANSWER, ASSIGNED, DECISION, AUTHORIZED)


def expected(letter: Letter) -> tuple[str, ...]:
    """The papers that may come next, the likeliest first. An authorization can come at any time (Lab. Code 4610.5(g))."""
    found = _EXPECTED.get(review.stage(letter), _FIRST)
    there = {LIST: letter.review.list_received == "yes"}
    return tuple(name for name in found if not there.get(name) and questions(name, letter))


def questions(paper: str, letter: Letter) -> tuple[str, ...]:
    """The questions about one paper, in order."""
    return {ANSWER: _answer, ASSIGNED: _assigned, LIST: _list, DECISION: _decision, AUTHORIZED: _authorized}[paper](letter)


def after(paper: str, letter: Letter, path: str) -> str | None:
    """The question after this one, by the answers as they are now; None after the last."""
    paths = questions(paper, letter)
    rest = paths[paths.index(path) :] if path in paths else ()
    return next(iter(rest[1:]), None)


def needed(path: str) -> bool:
    """The question must be answered; "I'm not sure" is an answer."""
    return path.endswith(NEEDED)


def noted(letter: Letter) -> tuple[tuple[str, str], ...]:
    """Every question that has an answer, with its paper, in the order in which papers come."""
    asked = ((paper, path) for paper in PAPERS for path in questions(paper, letter))
    return tuple((paper, path) for paper, path in asked if _said(letter, path) is not None)


def _said(letter: Letter, path: str) -> object:
    place, _, name = path.rpartition(".")
    kind, _, number = place.partition(".")
    return getattr(letter.treatments[int(number)] if kind == "treatments" else letter.review, name)


def _answer(letter: Letter) -> tuple[str, ...]:
    answer = letter.review.answer
    days = {review.MORE: ("review.more_on",), review.ELIGIBLE: ("review.answered_on",), review.NOT_ELIGIBLE: ("review.answered_on",)}
    return ("review.answer", *days.get(answer or "", ()))


def _assigned(letter: Letter) -> tuple[str, ...]:
    return "review.assigned_on", "review.complete_on"


def _list(letter: Letter) -> tuple[str, ...]:
    return ("review.list_received",)


def _decision(letter: Letter) -> tuple[str, ...]:
    """The days, how each treatment ended, and for what was approved whether it was given already."""
    results = tuple(f"treatments.{number}.result" for number, _ in enumerate(letter.treatments))
    given = tuple(f"treatments.{number}.given" for number, one in enumerate(letter.treatments) if one in review.approved(letter))
    theirs = ("review.administrator_received_on",) if given else ()
    return ("review.decided_on", "review.received_on", *results, *given, *theirs)


def _authorized(letter: Letter) -> tuple[str, ...]:
    """Before a decision any treatment may be authorized; after it, what was approved is authorized or paid."""
    paths: list[str] = []
    for number, one in enumerate(letter.treatments):
        approved = one in review.approved(letter)
        if (approved and one.given != "yes") or not review.decided(letter):
            paths.append(f"treatments.{number}.authorized_on")
        if approved and one.given in ("yes", "unsure"):
            paths.append(f"treatments.{number}.paid_on")
    return tuple(paths)
