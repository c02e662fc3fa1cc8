"""The letters before an appointment: to ask for an interpreter, and for travel costs and lost wages.

They go to the claims administrator, never to the doctor. Each sentence stands only when its answer was given; what the
law gives is named with its section, and no amount is claimed.
"""

from collections.abc import Callable, Sequence

from qme_guide.case import Exam
from qme_guide.documents.appointment_card import coming
from qme_guide.documents.document import Blank, Block, Bullets, Document, Paragraph
from qme_guide.documents.matter import Matter, copy_note, facts, letter_head, one_line, sheet, sign
from qme_guide.rules.exam import doctor_name
from qme_guide.rules.start import exact

INTERPRETER, TRAVEL = "interpreter-request", "travel-request"
Say = Callable[..., str]


def interpreter_request(matter: Matter, exam: Exam | None = None) -> Document:
    """Please arrange and pay a qualified interpreter. Lab. Code 4600(f), 4620(d)."""
    one, say = exam or coming(matter), matter.sayer(INTERPRETER)
    asks = [Paragraph(say("ask", language=one.language)) if one.language else Paragraph(say("ask_line"))]
    line = [] if one.language else [Blank(say("language"))]
    law = [Paragraph(say(block)) for block in ("law", "confirm", "notice")]
    return _letter(matter, INTERPRETER, one, [*asks, *line, *law])


def travel_request(matter: Matter, exam: Exam | None = None) -> Document:
    """Please pay the travel before the exam, and the wages lost on that day. Lab. Code 4062.1(c), 4600(e), 4621(d)."""
    one, say = exam or coming(matter), matter.sayer(TRAVEL)
    wages = one.lost_wages in ("yes", "unsure", None)
    asked = [say("ask_travel")] if one.travel != "no" else []
    asked += [say("ask_wages")] if wages else []
    body: list[Block] = [Paragraph(say("ask")), Bullets(tuple(asked), numbered=True)]
    body += [Blank(say(name)) for name in ("miles", "other")] if one.travel != "no" else []
    body += [Blank(say("hours"))] if wages else []
    law = ["law_notice", "law_travel"] if one.travel != "no" else []
    law += ["law_wages"] if wages else []
    return _letter(matter, TRAVEL, one, [*body, Paragraph(" ".join(say(block) for block in (*law, "answer")))])


def _letter(matter: Matter, name: str, exam: Exam, body: Sequence[Block]) -> Document:
    """Head, the appointment, the request, the signature."""
    say = matter.sayer(name)
    told = [(say("day"), _day(matter, exam)), (say("doctor"), doctor_name(matter.case, exam)), (say("place"), one_line(exam.place))]
    blocks: list[Block] = [*copy_note(matter), *letter_head(matter), Paragraph(say("subject"), strong=True), *facts(told, matter)]
    return sheet(matter, name, [*blocks, *body, Paragraph(say("closing")), sign(matter)], sent=True, one_page=True)


def _day(matter: Matter, exam: Exam) -> str | None:
    """The day and the time, as far as they are known."""
    day = exact(exam.on)
    return f"{matter.words.day(day)}, {exam.at}" if day and exam.at else day and matter.words.day(day)
