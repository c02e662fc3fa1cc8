"""The notice to the claims administrator: which doctor of the panel was chosen, and whether the appointment is booked.

It alone keeps the choice the worker's own: told in time and not yet booked, the employer books with this doctor (Lab.
Code 4062.1(c)). It holds nothing about the injury, and nothing about the two doctors that were not chosen.
"""

from collections.abc import Callable, Iterator

from qme_guide.case import Exam, Panel
from qme_guide.documents.document import Block, Document, Paragraph
from qme_guide.documents.matter import Matter, copy_note, facts, greeting, letter_head, one_line, sheet, sign
from qme_guide.documents.serving import proof_of_mailing, titled
from qme_guide.rules import logs
from qme_guide.rules import panel as rules
from qme_guide.rules.start import exact

NAME = "selection-notice"
NOTHING = Panel(id="panel-0")
Say = Callable[..., str]


def selection_notice(matter: Matter, panel: Panel | None = None) -> Document:
    """The notice about one panel; without one, about the newest."""
    say, about = matter.sayer(NAME), panel or newest(matter)
    adjuster, doctor = matter.case.claim.adjuster, rules.chosen(about)
    alone = [Paragraph(say("alone"))] if matter.case.triage.lawyer == "no" else []
    chosen = [(say("doctor"), doctor and doctor.name), (say("specialty"), doctor and doctor.specialty), (say("office"), doctor and one_line(doctor.address))]
    blocks: list[Block] = [
        *copy_note(matter),
        *letter_head(matter),
        Paragraph(say("subject"), strong=True),
        greeting(say, adjuster),
        *alone,
        *facts([(say("issued"), matter.told(about.issued_on)), *([(say("number"), about.number)] if about.number else [])], matter),
        Paragraph(say("choice"), strong=True),
        *facts([row for row in chosen if row[-1] or row == chosen[0]], matter),
        *_appointment(matter, about, say),
        Paragraph(say("keep")),
        Paragraph(say("closing")),
    ]
    return sheet(matter, NAME, [*blocks, sign(matter)], sent=True, one_page=True)


def selection_proof(matter: Matter, panel: Panel) -> Document:
    """The proof that the notice was mailed to the claims administrator."""
    return proof_of_mailing(matter, (titled(matter, NAME),), logs.lines(panel.sendings))


def newest(matter: Matter) -> Panel:
    """The newest panel of the case; an empty one when there is none."""
    return next(reversed(matter.case.panels), NOTHING)


def booked(matter: Matter, panel: Panel) -> Exam | None:
    """The appointment with the chosen doctor whose whole day is known."""
    found = _noted(matter, panel)
    return found if found and exact(found.on) else None


def _noted(matter: Matter, panel: Panel) -> Exam | None:
    """The appointment with the chosen doctor, its day known or not."""
    found = rules.exam_of(matter.case, panel)
    return found if found and found.doctor in (None, panel.chosen) else None


def _appointment(matter: Matter, panel: Panel, say: Say) -> Iterator[Block]:
    """When and where it is; or that it is not booked or has no sure day yet, and the request to book with this doctor."""
    exam = booked(matter, panel)
    if exam:
        yield Paragraph(say("booked"), strong=True)
        yield from facts([(say("day"), matter.words.day(exam.on)), (say("time"), exam.at), (say("place"), one_line(exam.place))], matter)
        return
    asked = exact(panel.requested_on) if panel.chosen else None
    # An appointment was noted without a sure day: the letter must not say that there is none.
    yield Paragraph(say("no_day" if _noted(matter, panel) else "not_booked"), strong=True)
    yield Paragraph(" ".join([*([say("asked", day=asked)] if asked else []), say("arrange")]))
    yield Paragraph(say("law"))
