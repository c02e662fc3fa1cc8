"""The road on the screen: each step with its status word and one line of help, then what is on hold. It decides nothing."""

from collections.abc import Callable
from datetime import date

from pages.parts import cards, exam_at, letters, look, offer, session
from pages.parts import show as shown
from qme_guide import flow
from qme_guide.flow import DONE, EXAM, LATER, NEXT, PANEL, REPORT, SOON, STOP, Road, Standing
from qme_guide.rules import exam, imr, panel, restart, review
from qme_guide.rules.dates import WAIT, Row, safe_day
from qme_guide.rules.start import exact
from qme_guide.rules.triage import Outcome

FORM = "form"
# What the button to a step says, where it is shorter than the step itself.
BUTTONS = {"exam_plan": "home.go_plan", "exam_day": "plan.work_exam_day", "evening": "plan.work_evening"}
TONES = {DONE: "done", NEXT: "next", SOON: "soon", STOP: "stop"}


def title(standing: Standing) -> str:
    """What a step is called."""
    return session.words().say(f"road.{_name(standing)}")


def _name(standing: Standing) -> str:
    """The name of its words: once the panel form is on its way, what is left of that step is to see if the panel came."""
    name = standing.task.name
    return "panel_sent" if name == "panel" and standing.state != DONE and panel.form_sent(session.case().panel_form) else name


def ahead() -> None:
    """The way on from the first questions: to the letter, or to the next step when all about it is told."""
    found = flow.road(session.case(), session.law(), session.today()).next if flow.told(session.case()) else None
    if found:
        button(found)
    else:
        offer.step(session.words().say("triage.to_denial"), "denial", primary=True)


def button(standing: Standing, primary: bool = True) -> None:
    """The way to a step. First questions that can wait are never the one thing to do: then the plan is."""
    words, name = session.words(), standing.task.name
    if _waits(standing):
        offer.step(words.say(BUTTONS["exam_plan"]), "plan", primary)
    else:
        offer.step(words.say(BUTTONS[name]) if name in BUTTONS else title(standing), standing.task.page, primary)


def nearest(found: Road, away: Outcome | None, then: Callable[[], None]) -> None:
    """The soonest date with the button of `then`, and where it is past the first one ahead, which a line at the top names already.

    `away`: where the first questions led away, which a letter's date tells first.
    """
    words, row = session.words(), found.soonest
    look.heading(words.say("home.date_title"))
    if found.ahead:
        look.show(look.notice(words.say("home.date_ahead_line", day=safe_day(found.ahead)), "soon"))
    if away and any(letter.id == row.about for letter in session.case().letters):
        shown.only_for(away)
    cards.soonest(session.case(), row, then)
    if found.ahead:
        look.heading(words.say("home.date_ahead"))
        look.show(cards.line(found.ahead))


def exam_card(found: Road) -> None:
    """The day of the exam, where the next step is about it."""
    one = exam.coming(session.case(), session.today())
    if one and found.next and (found.next.task in EXAM or _waits(found.next)):
        look.show(exam_at.head(one))


def _waits(standing: Standing) -> bool:
    """The first questions, when an exam comes before them."""
    return standing.task.name == "triage" and flow.optional(session.case())


def show(found: Road) -> None:
    """The steps, each with its status word; then what is on hold and why. What is done folds once it is more than what is open."""
    words, done = session.words(), [standing for standing in found.standings if standing.state == DONE]
    ahead = [standing for standing in found.standings if standing.state != DONE]
    folds = len(done) > len(ahead) > 0
    rows = [_step(standing, found.outcome) for standing in (ahead if folds else found.standings)]
    for about, why in found.parked:
        if why != FORM:
            rows.append(look.Row(words.say("state.parked"), "wait", words.say(f"road.parked_{why}"), words.say("road.parked_help", paper=letters.about(about))))
    look.show(look.road([*rows, *_not_enclosed(found)]))
    if folds:
        look.show(look.fold(words.say("home.done", count=len(done)), look.road(_step(standing, found.outcome) for standing in done)))


def _not_enclosed(found: Road) -> list[look.Row]:
    """What did not come with a letter; not for the letter whose card tells it above, and not once its request went."""
    words, told = session.words(), found.soonest.about if found.soonest else ""
    lacking = [letter for letter in session.case().letters if imr.not_enclosed(letter) and letter.id != told and not imr.sent(letter)]
    names = [(f"road.lacks_{imr.not_enclosed(letter)}", letters.called(letter)) for letter in lacking]
    return [look.Row(words.say("state.missing"), "soon", words.say(key), words.say(f"{key}_help", paper=paper)) for key, paper in names]


def _step(standing: Standing, found: Outcome | None) -> look.Row:
    word, tone = _word(standing)
    return look.Row(word, tone, title(standing), _help(standing, found))


def _word(standing: Standing) -> tuple[str, str]:
    """How a step stands, and its tone. Sending begins today, and the doctor goes along with it."""
    words, name = session.words(), standing.task.name
    if _waits(standing):
        return words.say("state.optional"), "wait"
    if name == "function" and standing.state == LATER and session.case().function.abilities:
        return words.say("plan.tag_begun"), TONES[NEXT]
    if name == "send" and _mail_by(standing):
        return words.say("state.from_today"), TONES[SOON]
    if name == "doctor" and standing.state == LATER and any(map(flow.dated, session.case().letters)):
        return words.say("state.today_too"), TONES[NEXT]
    word = cards.near(standing.row.deadline.safe, "soon") if standing.state == SOON else words.say(f"state.{standing.state}")
    return word, TONES.get(standing.state, "wait")


def _again() -> date | None:
    """By when a request that was found not eligible can still go out complete; the soonest of all letters."""
    back = (letter for letter in session.case().letters if review.stage(letter) == review.NOT_ELIGIBLE)
    days = (restart.again_by(letter, session.law(), session.today()) for letter in back)
    return min(filter(None, days), default=None)


def _mail_by(standing: Standing) -> date | None:
    """By when the request of this step is to be mailed, while it may still go out in time."""
    row = standing.row if standing.state in (SOON, NEXT) else None
    letter = next((one for one in session.case().letters if row and one.id == row.about), None)
    return cards.mail_by(letter) if letter else None


def _help(standing: Standing, found: Outcome | None) -> str:
    """The line of help under a step: its date, whom to talk to, or how long it takes."""
    words, name, row = session.words(), standing.task.name, standing.row
    if standing.state == DONE:
        return ""
    if row and standing.task in (*PANEL, *REPORT):
        return _clock(row)
    if row and cards.overdue(row.deadline):
        return cards.missed(row.deadline.rule) if name == "open" else words.say("road.arrive_today")
    if name == "review" and (again := _again()):
        return words.say("review.again", safe=again)
    if name == "send" and (mail := _mail_by(standing)):
        return words.say("road.arrive_mail", mail=mail, safe=row.deadline.safe)
    if row:
        return words.say("road.open_by" if name == "open" else "road.arrive", safe=row.deadline.safe)
    if name == "exam_plan" and (coming := exam.coming(session.case(), session.today())) and exact(coming.on):
        return words.say("road.exam_plan_on", day=coming.on, near=cards.near(coming.on))
    if name == "talk" and found:
        return str(words.passages[f"outcomes/{found.name}"].front["who"])
    law = session.law()
    return words.say(f"road.{_name(standing)}_help", phone=law.contacts.ia_phone, minutes=law.practice.clinic.minutes.get(name, 0))


def _clock(row: Row) -> str:
    """The clock of a step by its own name, so that two of the same length are never taken for one."""
    words, deadline = session.words(), row.deadline
    if cards.overdue(deadline) and deadline.kind != WAIT:
        return words.say("road.clock_today", title=words.clock(deadline.rule, "title"))
    return words.say("road.clock", title=words.clock(deadline.rule, "title"), label=words.clock(deadline.rule, "label"), safe=deadline.safe)
