"""Reading a report part by part: which parts there are, how far it was read, and what of the case to hold beside each part.

The order is our own, easy parts first. Who signed at the end of a report, and how long the doctor took, belong to the
report of an examination for the dispute (Lab. Code 4628(j)), so those parts are left out for the doctor who treats.
Nothing here says that a report is wrong: that is the worker's answer. This module knows no words.
"""

from typing import get_args

from qme_guide.answers import Line, ReadState, Topic
from qme_guide.case import Ability, Case, Event, Looked, Record, Report, ReportError
from qme_guide.rules import errors
from qme_guide.rules.exam import of_report
from qme_guide.rules.function import AS_BEFORE
from qme_guide.rules.records import HAVE
from qme_guide.rules.timeline import open_to

TREATING = "treating"
RIGHT, WRONG, LATER = "right", "wrong", "later"
RECORDS = "records"
_OF_AN_EXAM = ("times", "signature")
_OF_THE_INJURY = ("injury", "care", "symptom")
EVENTS, BODY_PARTS, ABILITIES = "events", "body_parts", "abilities"
"""What is known as a list: what happened, the parts of the body, what changed in daily life and work."""
_BESIDE = {
    "who": ("worker.name", "worker.born_on", "claim.number", "claim.employer", "claim.claims_administrator"),
    "dates": ("claim.injured_on", "exam.on", EVENTS),
    "body_parts": (BODY_PARTS, "exam.evening.parts"),
    "history": ("claim.injured_on", "exam.evening.asked", EVENTS),
    "job": ("claim.employer", "function.job.title", "function.job.hours", "function.job.tasks"),
    "earlier": ("function.earlier.had", "function.earlier.about", "function.earlier.just_before"),
    "records": ("exam.evening.papers",),
    "tests": ("exam.evening.tests", "exam.evening.parts"),
    "times": ("exam.evening.arrived", "exam.evening.seen", "exam.evening.ended", "exam.evening.examiner", "exam.evening.interpreter"),
    "apportionment": ("function.earlier.had", "function.earlier.about", "function.earlier.just_before"),
    "restrictions": ("function.job.tasks", ABILITIES),
    "other": ("exam.evening.unsaid", "exam.evening.trouble"),
}


def topics(report: Report) -> tuple[Topic, ...]:
    """The parts of this report, in the order in which they are read."""
    return tuple(one for one in get_args(Topic) if not (report.kind == TREATING and one in _OF_AN_EXAM))


def state(report: Report, topic: Topic) -> ReadState | None:
    """How this part reads; None while nobody looked. With an error noted since, it does not read right any more."""
    said = next((one.state for one in report.looked if one.id == topic), None)
    return WRONG if said == RIGHT and of_topic(report, topic) else said


def left(report: Report) -> tuple[Topic, ...]:
    """The parts still to read: first those that nobody looked at, then those left for later."""
    parts = topics(report)
    return (*(one for one in parts if state(report, one) is None), *(one for one in parts if state(report, one) == LATER))


def done(report: Report) -> bool:
    """Every part was read."""
    return not left(report)


def following(report: Report, topic: Topic) -> Topic | None:
    """The part to read after this one: the next open one of the order, else the first that is left; None at the end."""
    parts, rest = topics(report), [one for one in left(report) if one != topic]
    after = parts[parts.index(topic) :] if topic in parts else ()
    return next((one for one in rest if one in after and state(report, one) is None), next(iter(rest), None))


def looked(report: Report, topic: Topic, how: ReadState) -> tuple[Looked, ...]:
    """What was looked at, with this part now, in the order of the parts."""
    known = {one.id: one for one in report.looked} | {topic: Looked(id=topic, state=how)}
    return tuple(known[one] for one in get_args(Topic) if one in known)


def beside(case: Case, report: Report, topic: Topic) -> tuple[str, ...]:
    """What the person already said that belongs beside this part: paths of answers, and names of lists, in order.

    Only what was said: an empty answer is not there.
    """
    exam = of_report(case, report)
    at = f"exams.{case.exams.index(exam)}" if exam else ""
    paths = (name.replace("exam", at, 1) if name.startswith("exam.") else name for name in _BESIDE.get(topic, ()) if exam or not name.startswith("exam."))
    return tuple(path for path in paths if _said(case, topic, path))


def body_parts(case: Case) -> tuple[str, ...]:
    """Every part of the body that was named for a treatment or on the timeline, once."""
    named = [one.body_part for letter in case.letters for one in letter.treatments] + [one.body_part for one in open_to(case.events, False)]
    found: dict[str, str] = {}
    for name in filter(None, named):
        found.setdefault(name.casefold(), name)
    return tuple(found.values())


def happened(case: Case, topic: Topic) -> tuple[Event, ...]:
    """What happened, for this part: all of it for the history, injury and care for the dates; nothing private."""
    return tuple(one for one in open_to(case.events, False) if topic == "history" or one.kind in _OF_THE_INJURY)


def changed(case: Case) -> tuple[Ability, ...]:
    """What is not as before the injury."""
    return tuple(one for one in case.function.abilities if one.now not in (None, AS_BEFORE))


def of_topic(report: Report, topic: Topic) -> tuple[tuple[int, ReportError], ...]:
    """The numbered errors of this part."""
    return tuple((number, one) for number, one in errors.numbered(report) if one.topic == topic)


def lacks(error: ReportError) -> tuple[str, ...]:
    """What a row still lacks so that others can follow it: words, says, true, page, sort, paper.

    Without words it stays out of every letter; without the others it can stand. What the report leaves out has no page.
    """
    told, paper = errors.told(error), error.proof or error.proof_named
    found = {
        "words": not told,
        "says": told and not error.says and not errors.omitted(error),
        "true": told and not error.true,
        "page": errors.page_number(error.page) is None and not errors.omitted(error),
        "sort": error.checkable is None,
        "paper": errors.sort(error) == errors.FACT and not paper,
    }
    return tuple(name for name, missing in found.items() if missing)


def in_hand(case: Case) -> tuple[Record, ...]:
    """The papers that the person has."""
    return tuple(one for one in case.records if one.state == HAVE)


def doubtful_page(report: Report, page: Line | None) -> str | None:
    """What is odd about a page: "zero", "beyond" the last page of the report, or None."""
    number, last = errors.page_number(page), errors.page_number(report.pages)
    if number == 0:
        return "zero"
    return "beyond" if number and last and number > last else None


def _said(case: Case, topic: Topic, path: str) -> bool:
    """Something was answered at this path or stands on this list."""
    lists = {EVENTS: happened(case, topic), BODY_PARTS: body_parts(case), ABILITIES: changed(case)}
    return bool(lists[path] if path in lists else case.answer(path))
