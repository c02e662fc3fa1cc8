"""A word at a good moment to save: above the button that saves, one at a time, never in the way.

Each moment is told on the page where it first came, as long as something is unsaved, and nowhere else.
"""

from pages.parts import look, piles, session
from qme_guide.rules import dates, triage

# Where a date first stands, and the parts that take longer: what was saved before them is safe.
FIRST_QUESTIONS, DATED, LONG = "triage", ("", "denial"), ("timeline", "function", "practice", "evening", "report", "correct")
FIRST, DATE, PACKET, PART, INSIDE = "first", "date", "packet", "part", "inside"
DRAFT = f"{piles.MADE}draft"


def show(told: int | None = None) -> None:
    """The one word that fits now, if any.

    told: how many things this page holds, or else how many were noted about reports; from a few on and until they are
    saved, it says that closing the page or loading it again erases them.
    """
    words = session.words()
    if _many(told) and session.unsaved():
        look.show(look.notice(words.say("offer.unsaved"), "wait"))
    elif session.unsaved(also_papers=False) and (moment := _moment()) and _here(moment):
        look.show(look.notice(words.say(f"nudge.{moment}"), "next"))
    elif session.case() in session.held("taken", ()) and session.case() != session.held("saved_case") and _here(INSIDE):
        look.show(look.notice(words.say("nudge.inside"), "done"))


def _many(told: int | None) -> bool:
    noted = sum(len((*one.looked, *one.errors, *one.sendings)) for one in session.case().reports)
    return (noted if told is None else told) >= session.law().practice.unsaved_told


def _moment() -> str:
    """What just came about: a packet was made, the first questions are answered, a date stands, a longer part begins; nothing else."""
    page = session.place("page")
    if any(name.startswith(piles.MADE) and not name.startswith(DRAFT) for name in session.papers()):
        return PACKET
    if page == FIRST_QUESTIONS and not triage.next_question(session.case().triage):
        return FIRST
    if page in DATED and dates.soonest(session.case(), dates.dates(session.case(), session.law(), session.today()), session.today()):
        return DATE
    return PART if page in LONG else ""


def _here(moment: str) -> bool:
    """Whether this is the page where the moment is told: the one where it first came."""
    place, page = f"nudged.{moment}", session.place("page")
    if session.place(place) is None:
        session.note(place, page)
    return session.place(place) == page
