"""The road on the screen: each step with its status word and one line of help, then what is on hold. It decides nothing."""

from pages.parts import cards, letters, look, session
from qme_guide.flow import DONE, NEXT, SOON, STOP, Road, Standing
from qme_guide.rules.triage import Outcome

TONES = {DONE: "done", NEXT: "next", SOON: "soon", STOP: "stop"}


def show(found: Road) -> None:
    """The steps, each with its status word; then what is on hold and why."""
    words = session.words()
    rows = [_step(standing, found.outcome) for standing in found.standings]
    for about, why in found.parked:
        rows.append(look.Row(words.say("state.parked"), "wait", words.say(f"road.parked_{why}"), words.say("road.parked_help", paper=letters.about(about))))
    look.show(look.road(rows))


def _step(standing: Standing, found: Outcome | None) -> look.Row:
    words, name = session.words(), standing.task.name
    word = cards.near(standing.row.deadline.safe, "soon") if standing.state == SOON else words.say(f"state.{standing.state}")
    return look.Row(word, TONES.get(standing.state, "wait"), words.say(f"road.{name}"), _help(standing, found))


def _help(standing: Standing, found: Outcome | None) -> str:
    """The line of help under a step: its date, whom to talk to, or how long it takes."""
    words, name, row = session.words(), standing.task.name, standing.row
    if standing.state == DONE:
        return ""
    if row and cards.overdue(row.deadline):
        return words.clock(row.deadline.rule, "missed") if name == "open" else words.say("road.arrive_today")
    if row:
        return words.say("road.open_by" if name == "open" else "road.arrive", safe=row.deadline.safe)
    if name == "talk" and found:
        return str(words.passages[f"outcomes/{found.name}"].front["who"])
    return words.say(f"road.{name}_help", phone=session.law().contacts.ia_phone)
