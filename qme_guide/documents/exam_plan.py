"""The list of tasks before an exam, to print: each with a box and its date, then what is better not to do.

How a task reads is told here for the screen too: its name, its line of help, its day, its status word.
"""

from collections.abc import Callable, Sequence

from datetime import date

from qme_guide.case import Exam
from qme_guide.documents.appointment_card import coming
from qme_guide.documents.document import Block, Bullets, Check, Document, Heading, PageBreak, Paragraph, Quote
from qme_guide.documents.matter import Matter, facts, sheet
from qme_guide.rules import exam as exams
from qme_guide.rules.panel import is_over
from qme_guide.rules.plan import BEFORE, DONE, EVE, NOW, PHASES, Step, plan
from qme_guide.rules.plan_days import CLOSED, papers
from qme_guide.rules.start import exact
from qme_guide.rules.table import represented
from qme_guide.words import Words

NAME = "exam-plan"
Say = Callable[..., str]


def title(step: Step, words: Words) -> str:
    """What a task is called."""
    return words.say(f"plan.title_{step.task}")


def help_of(step: Step, words: Words) -> str:
    """Its line of help, as a sentence."""
    return f"{words.say(f'plan.help_{step.task}').rstrip('.')}."


def tag(step: Step, today: date) -> str:
    """Its status word: done, skipped, cant, closed, begun, today; empty while only its date matters."""
    if step.state:
        return step.state
    if not step.open:
        return "closed"
    if step.begun:
        return "begun"
    return "today" if step.by and step.by <= today else ""


def when(step: Step, words: Words, today: date) -> str:
    """By when, of a task with a clock of its own, as a sentence; nothing for a day that is past: then it is for today."""
    if not (step.rule and step.by) or step.by < today:
        return ""
    key = "ready_by" if step.task == "records" else {exams.CHANGE: "change_by", exams.REPORT: "report_by"}.get(step.rule, "by")
    return words.say(f"plan.{key}", day=step.by)


def ready(steps: Sequence[Step], words: Words, today: date) -> str:
    """When the tasks of one part of the plan are for, as a sentence about all of them; our own days are told as such."""
    phase, by = next(((step.phase, step.by) for step in steps if not step.rule), ("", None))
    if phase == NOW:
        return words.say("plan.as_soon")
    if by is None or by < today:
        return ""
    return words.say("plan.ready_by" if phase == BEFORE else "plan.on_that_day", day=by)


def exam_plan(matter: Matter, exam: Exam | None = None) -> Document:
    """The list of one exam; without one named, of the next that is to come."""
    say, words, today = matter.sayer(NAME), matter.words, matter.today or date.min
    one = exam or coming(matter)
    day = exact(one.on)
    blocks: list[Block] = [
        *facts([(say("day"), words.day(day) if day else None), (say("time"), one.at), (say("doctor"), exams.doctor_name(matter.case, one)), (say("place"), one.place)], matter),
        *_papers(matter, one, today),
    ]
    steps = plan(matter.case, one, matter.law, today)
    for phase in PHASES:
        found = [step for step in steps if step.phase == phase and (step.open or step.state)]
        turn = [PageBreak()] if phase == EVE and not is_over(one, today) else []
        blocks += [*turn, *_part(matter, phase, found, say, today)] if found else []
    if not is_over(one, today):
        blocks += [Heading(words.passages["pages/exam_avoid"].title), _points(matter, "pages/exam_avoid")]
    return sheet(matter, NAME, blocks, sent=False, one_page=True)


def _papers(matter: Matter, exam: Exam, today: date) -> Sequence[Block]:
    """Whether papers for the QME can still be served; with an attorney, that the office does it."""
    words, found = matter.words, papers(exam, matter.law, today)
    if represented(matter.case):
        return (Paragraph(words.say("plan.attorney"), strong=True),)
    if found is None or is_over(exam, today):
        return ()
    told = Paragraph(words.say(f"plan.window_{found.state}", records=found.records, letter=found.letter, hand=found.hand), strong=True)
    return (told, _points(matter, "pages/exam_closed")) if found.state == CLOSED else (told,)


def _points(matter: Matter, passage: str) -> Bullets:
    """The paragraphs of a passage as points, without the marks of bold type."""
    return Bullets(tuple(text.replace("*", "") for text in matter.words.passages[passage].paragraphs))


def _part(matter: Matter, phase: str, steps: Sequence[Step], say: Say, today: date) -> list[Block]:
    """One part of the plan: when it is for, and its tasks."""
    words, told = matter.words, ready(steps, matter.words, today)
    return [
        Heading(words.say(f"plan.phase_{phase}")),
        *([Paragraph(told)] if told else []),
        *(block for step in steps for block in _task(matter, step, say, today)),
    ]


def _task(matter: Matter, step: Step, say: Say, today: date) -> list[Block]:
    """A task with its box and date; what was begun or left says so."""
    words = matter.words
    word = tag(step, today)
    told = "" if word in ("", DONE) else say("begun") if word == "begun" else f"{words.say(f'plan.tag_{word}')}."
    date_told = "" if step.state else when(step, words, today)
    text = " ".join(filter(None, (f"{title(step, words)}.", help_of(step, words), date_told, told)))
    return [Check(text, checked=step.state == DONE), *((Quote(step.reason),) if step.reason else ())]
