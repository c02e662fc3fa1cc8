"""Two letters to the claims administrator before an exam: what did you send to the evaluator, and keep non-medical papers out.

They hold no opinion about any paper. Lab. Code 4062.3(b); 8 CCR 35(c).
"""

from collections.abc import Callable

from datetime import date

from qme_guide.case import Exam
from qme_guide.documents.document import Blank, Block, Document, Paragraph
from qme_guide.documents.evaluator import about
from qme_guide.documents.matter import Matter, copy_note, facts, greeting, joined, letter_head, sheet, sign
from qme_guide.documents.serving import proof_of_mailing, titled
from qme_guide.rules import evaluator as rules
from qme_guide.rules.exam import doctor_name
from qme_guide.rules.start import exact

ASK, OBJECT = "ask-sent", "object-nonmedical"
_LINES = ("first", "second", "third")
Say = Callable[..., str]


def ask_sent(matter: Matter, exam: Exam | None = None) -> Document:
    """Which papers did you send, or will you send, to the evaluator; please send me a copy of each."""
    say, one = matter.sayer(ASK), exam or about(matter)
    body = [*joined([say("ask"), say("copy")]), Paragraph(say("law")), *joined([say("days"), say("answer")])]
    return _to_administrator(matter, ASK, one, say, body)


def object_nonmedical(matter: Matter, exam: Exam | None = None) -> Document:
    """Please keep these papers, which are not medical, from the evaluator. Past its date, a line to say why it goes now."""
    say, one = matter.sayer(OBJECT), exam or about(matter)
    served, found = exact(one.nonmedical_on), rules.objection(one, matter.law)
    late = bool(found and found.outside and matter.today and found.outside < matter.today)
    body: list[Block] = [
        *([Paragraph(say("served", day=served))] if served else [Blank(say("served_on"))]),
        Paragraph(say("object")),
        Paragraph(say("which")),
        *(Blank(say("paper")) for _ in _LINES),
        *([Blank(say("late"))] if late else []),
        *joined([say("medical"), say("answer")]),
    ]
    return _to_administrator(matter, OBJECT, one, say, body)


def letter_proof(matter: Matter, name: str) -> Document:
    """The proof that one of these letters was mailed; its day stays a line to fill in."""
    return proof_of_mailing(matter, (titled(matter, name),), ())


def _to_administrator(matter: Matter, name: str, exam: Exam, say: Say, body: list[Block]) -> Document:
    """Head, the exam, the text, the signature."""
    adjuster, day = matter.case.claim.adjuster, exact(exam.on)
    told = [(say("exam"), _told(matter, day)), (say("evaluator"), doctor_name(matter.case, exam))]
    blocks: list[Block] = [
        *copy_note(matter),
        *letter_head(matter),
        Paragraph(say("subject"), strong=True),
        *facts(told, matter),
        greeting(say, adjuster),
        *body,
        Paragraph(say("closing")),
    ]
    return sheet(matter, name, [*blocks, sign(matter)], sent=True, one_page=True)


def _told(matter: Matter, day: date | None) -> str | None:
    return matter.words.day(day) if day else None
