"""The letter that goes with QME Form 37: it asks a QME to correct facts, and goes to all three who must have it.

It holds only rows that the worker called facts. How long the QME has is told only while the other side did not ask too:
that time was not read. It argues nothing, and takes no paper along that may be new to the QME.
While it may not be made, a sheet says so and why. Lab. Code 4061(d)(1); 8 CCR 37(a)-(c).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from qme_guide.case import Record, Report
from qme_guide.documents.document import Blank, Block, Bullets, Check, Document, Paragraph
from qme_guide.documents.error_table import error_rows, error_table, is_long, marks_of, report_facts
from qme_guide.documents.matter import Matter, case_facts, copy_note, facts, greeting, joined, own_words, party, sheet, sign
from qme_guide.documents.record_names import listed_name
from qme_guide.documents.serving import Receiver, proof_for, received, titled
from qme_guide.rules import correction as rules
from qme_guide.rules import errors
from qme_guide.rules.replying import asked
from qme_guide.rules.exam import of_report
from qme_guide.rules.start import exact

NAME = rules.NAME
REVIEW = "factual-qme-10"
NOTHING = Report(id="report-0")
FACTS = (errors.FACT,)
Say = Callable[..., str]


def factual_correction(matter: Matter, report: Report | None = None, enclosed: Sequence[Record] = (), form: bool = False) -> Document:
    """The letter about one report; without one, about the last of a QME. As long as it must not go, a sheet that says why.

    enclosed: papers that go along, each of which the report lists (rules/correction.known). form: the signed form is there.
    """
    one = report or rules.for_letter(matter.case) or NOTHING
    found = rules.standing(matter.case, one, matter.law, matter.today)
    if found.state in rules.REFUSED:
        return _no_letter(matter, found.state)
    say, worker = matter.sayer(NAME), matter.case.worker
    blocks: list[Block] = [
        *copy_note(matter),
        *party(matter, "from", worker.name, worker.address, worker.phone),
        Paragraph(matter.words.day(matter.today)) if matter.today else Blank(matter.shared("date")),
        Paragraph(say("to_all"), strong=True),
        *received(matter, receivers(matter, one)),
        Paragraph(say("subject"), strong=True),
        *facts([*case_facts(matter)[1:-1], *report_facts(matter, one), *_exam(matter, one, say)], matter),
        greeting(say, one.author),
        *joined([*([say("alone")] if matter.case.triage.lawyer == "no" else []), say("ask"), say("only_facts")]),
        *_late(one, found, say),
        *_rows(matter, one, enclosed, say),
        *_papers(matter, one, enclosed, form, say),
        *([] if asked(one) else [Paragraph(say("review", days=matter.law.clock(REVIEW).newest.n))]),
        Paragraph(say("closing")),
    ]
    return sheet(matter, NAME, [*blocks, sign(matter)], sent=True, one_page=True)


def correction_table(matter: Matter, report: Report, enclosed: Sequence[Record] = ()) -> Document | None:
    """The table of wrong facts that goes along with a letter that is too short for it; None when the letter holds it."""
    return error_table(matter, report, FACTS, enclosed) if is_long(matter, report, FACTS) else None


def correction_proof(matter: Matter, report: Report, enclosed: Sequence[Record] = (), form: bool = False) -> Document:
    """The proof that the same papers were mailed to all three, each paper named; the form is one to tick unless it is there."""
    table = [titled(matter, "error-table")] if is_long(matter, report, FACTS) else []
    signed = (matter.sayer(NAME)("with_form"),)
    papers = (*(signed if form else ()), titled(matter, NAME), *table, *(listed_name(one, matter.words) for one in enclosed))
    return proof_for(matter, papers, rules.lines(report), receivers(matter, report), () if form else signed)


def receivers(matter: Matter, report: Report) -> tuple[Receiver, ...]:
    """The three who get the same papers at the same time. 8 CCR 37(b)."""
    claim = matter.case.claim
    known = {
        rules.QME: (report.author, report.author_address),
        rules.ADMINISTRATOR: (claim.claims_administrator, claim.administrator_address),
        rules.DEU: (None, report.correction.deu_office),
    }
    return tuple(Receiver(to, *known[to]) for to in rules.SERVICE)


def _exam(matter: Matter, report: Report, say: Say) -> list[tuple[str, str | None]]:
    """The day of the exam, when it is known which exam the report is about."""
    found = of_report(matter.case, report)
    return [(say("exam"), matter.words.day(found.on))] if found and exact(found.on) else []


def _late(report: Report, found: rules.Standing, say: Say) -> list[Block]:
    """Past its date, why it goes now; a line for it while nobody said."""
    if report.late_reason:
        return [Paragraph(say("late")), *own_words(report.late_reason)]
    return [Blank(say("late_blank"))] if found.late else []


def _rows(matter: Matter, report: Report, enclosed: Sequence[Record], say: Say) -> list[Block]:
    """The wrong facts, or, when they are many, how many the table has that goes along."""
    if is_long(matter, report, FACTS):
        return [Paragraph(say("enclosed_table", count=len(rules.rows(report))))]
    return [Paragraph(say("numbers")), *error_rows(matter, report, FACTS, enclosed)]


def _papers(matter: Matter, report: Report, enclosed: Sequence[Record], form: bool, say: Say) -> list[Block]:
    """What goes along: the form, to tick by hand while nobody said that it is there, the table, and papers that the report lists already."""
    named = any(one.proof_named or errors.proofs(matter.case, one) for _, one in rules.rows(report))
    marks = marks_of(enclosed)
    lines = tuple(matter.shared("exhibit_named", mark=marks[one.id], name=listed_name(one, matter.words)) for one in enclosed)
    return [
        *([Paragraph(say("papers_named"))] if named else []),
        Paragraph(say("with_title")),
        Check(say("with_form"), checked=form),
        *([Check(say("with_table"), checked=True)] if is_long(matter, report, FACTS) else []),
        *([Paragraph(say("papers_title")), Bullets(lines)] if lines else []),
    ]


def _no_letter(matter: Matter, state: str) -> Document:
    """No letter: why."""
    say = matter.sayer(NAME)
    paper = sheet(matter, NAME, [Paragraph(say("not_yet"), strong=True), Paragraph(say(f"not_{state}"))], sent=True)
    return replace(paper, title=say("not_title"), mark=" ".join(filter(None, (say("not_mark"), paper.mark))))
