"""The objection that a QME's report is late, to the claims administrator. It goes out from day 31 on, also after the report came.

Lab. Code 4062.5, 139.2(j)(1)(A). Whether the report came stands only as the person said it.
"""

from collections.abc import Callable
from dataclasses import replace

from qme_guide.case import Exam
from qme_guide.documents.document import Blank, Block, Document, Paragraph
from qme_guide.documents.evaluator import about
from qme_guide.documents.matter import Matter, copy_note, facts, greeting, joined, letter_head, sheet, sign
from qme_guide.documents.serving import proof_of_mailing, titled
from qme_guide.rules import late_report as rules
from qme_guide.rules.exam import REPORT, doctor_name
from qme_guide.rules.start import exact

NAME = rules.NAME
Say = Callable[..., str]


def late_report(matter: Matter, exam: Exam | None = None) -> Document:
    """The letter about one exam; without one, about the next or the last. Before its time, a sheet that says so."""
    say, one = matter.sayer(NAME), exam or about(matter)
    found, adjuster = rules.standing(matter.case, one, matter.law, matter.today), matter.case.claim.adjuster
    if found.state in rules.REFUSED:
        return _refused(matter, found)
    known = _late(matter, one)
    told = [(say("exam"), matter.words.day(one.on) if exact(one.on) else None), (say("evaluator"), doctor_name(matter.case, one))]
    blocks: list[Block] = [
        *copy_note(matter),
        *letter_head(matter),
        Paragraph(say("subject" if known else "subject_open"), strong=True),
        *facts(told, matter),
        greeting(say, adjuster),
        Paragraph(say("due", n=matter.law.clock(REPORT).newest.n)),
        _came(matter, one, say),
        *joined([say("object" if known else "object_open"), say("law")]),
        *joined([say("extension"), say("answer")]),
        Paragraph(say("closing")),
        sign(matter),
    ]
    paper = sheet(matter, NAME, blocks, sent=True, one_page=True)
    return paper if known else replace(paper, title=say("title_open"))


def late_report_proof(matter: Matter, exam: Exam) -> Document:
    """The proof that the letter was mailed to the claims administrator."""
    title = titled(matter, NAME, "title" if _late(matter, exam) else "title_open")
    return proof_of_mailing(matter, (title,), rules.lines(exam))


def _refused(matter: Matter, found: rules.Standing) -> Document:
    """No letter: why not, and from which day."""
    say = matter.sayer(NAME)
    why = say(f"why_{found.state}", day=found.first.safe) if found.first else say(f"why_{found.state}")
    paper = sheet(matter, NAME, [Paragraph(say("refused"), strong=True), Paragraph(why)], sent=True)
    return replace(paper, title=say("refused_title"), mark=" ".join(filter(None, (say("refused_mark"), paper.mark))))


def _late(matter: Matter, exam: Exam) -> bool:
    """The answers say that it did not come in time: it came after, on a day that is known, or it is not here today."""
    if rules.standing(matter.case, exam, matter.law, matter.today).state not in rules.TO_WRITE:
        return False
    report = rules.report_of(matter.case, exam)
    return exact(report.received_on) is not None if report else exam.report_came == "no" and matter.today is not None


def _came(matter: Matter, exam: Exam, say: Say) -> Block:
    """That the report came, on its day; that it did not; or a line to fill in."""
    report = rules.report_of(matter.case, exam)
    day = exact(report.received_on) if report else None
    if day:
        return Paragraph(say("here", day=day))
    if rules.is_here(matter.case, exam):
        return Blank(say("here_on"))
    if exam.report_came == "no" and matter.today:
        return Paragraph(say("not_here", day=matter.today))
    return Blank(say("unknown"))
