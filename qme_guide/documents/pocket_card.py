"""The card for the pocket on the day of the exam: both languages on one sheet, in large type.

When and where, room for the times and the names, and the rights in words to say. It works without a telephone. The
language of the visit comes first. Sources of the rights: the facts exam-rights, exam-wait-hour and exam-interpreter.
"""

from collections.abc import Sequence
from dataclasses import replace

from qme_guide.case import Exam
from qme_guide.documents.appointment_card import coming
from qme_guide.documents.document import Blank, Block, Document, Lines, Paragraph, Table
from qme_guide.documents.matter import Matter, one_line, sheet
from qme_guide.rules.exam import doctor_name
from qme_guide.rules.start import exact
from qme_guide.words import LANGUAGES, Words, load_words

NAME, WAIT = "pocket-card", "exam-wait-hour"
TIMES = ("arrived", "seen", "ended")
TO_WRITE = (TIMES, ("examiner", "tests", "interpreter"))
_THREE, _TWO = (32, 28, 39), (1, 1)
_DOT = " \u00b7 "


def pocket_card(matter: Matter, exam: Exam | None = None) -> Document:
    """The card of one exam; without one named, of the next that is to come."""
    one = exam or coming(matter)
    both = (matter.words, *(load_words(name) for name in LANGUAGES if name != matter.words.language))
    blocks = [*_where(matter, one, both), *_to_write(both), _rights(matter, one, both)]
    return replace(sheet(matter, NAME, blocks, sent=False, large=True), title=_together("title", both), one_page=True)


def _together(block: str, both: Sequence[Words]) -> str:
    """The same words in both languages."""
    return _DOT.join(words.letter(NAME, block) for words in both)


def _where(matter: Matter, exam: Exam, both: Sequence[Words]) -> list[Block]:
    """The day, the time, the doctor and the place; a line to fill in for a day or a doctor that is not known."""
    day, doctor = exact(exam.on), doctor_name(matter.case, exam)
    known = ", ".join(filter(None, (exam.at, doctor, one_line(exam.place))))
    return [
        Paragraph(_DOT.join(words.day(day) for words in both), strong=True) if day else Blank(_together("day", both)),
        *((Lines((known,)),) if known else ()),
        *(() if doctor else (Blank(_together("doctor", both)),)),
    ]


def _to_write(both: Sequence[Words]) -> list[Block]:
    """Room for the three times, and for who examined, which tests, and the interpreter."""
    return [Table(tuple(_together(name, both) for name in row), (tuple("" for _ in row),), _THREE) for row in TO_WRITE]


def _rights(matter: Matter, exam: Exam, both: Sequence[Words]) -> Table:
    """The rights, in both languages beside each other; the interpreter unless none is needed."""
    hours = matter.law.facts[WAIT].values["hours"]
    names = ("questions", "stop", "hour", *(() if exam.interpreter == "no" else ("language",)), "silence")
    rows = tuple(tuple(words.letter(NAME, name, n=hours) for words in both) for name in names)
    return Table(tuple(words.letter(NAME, "rights") for words in both), rows, _TWO)
