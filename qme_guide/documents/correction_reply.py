"""The worker's answer to the claims administrator's request to correct facts in a QME's report.

It goes to the QME and, at the same time, to the claims administrator (8 CCR 37(b)): the letter itself names the copy.
Each sentence stands only when its answer was given; the worker's words stand exactly as typed.
"""

from collections.abc import Callable, Iterator

from qme_guide.case import Report
from qme_guide.documents.document import Blank, Block, Document, Paragraph
from qme_guide.documents.matter import Matter, addressed, case_facts, copy_note, facts, greeting, joined, own_words, party, sheet, sign
from qme_guide.documents.serving import Receiver, proof_for, titled
from qme_guide.rules.replying import ADMINISTRATOR, NAME, QME, first, lines
from qme_guide.rules.start import exact

NOTHING = Report(id="report-0", kind="qme")
AGREE = "agree"
Say = Callable[..., str]


def correction_reply(matter: Matter, report: Report | None = None) -> Document:
    """The letter about one report; without one, about the first that their request is about."""
    say, one = matter.sayer(NAME), report or first(matter.case) or NOTHING
    claim = matter.case.claim
    _, *told, _ = case_facts(matter)
    printed = matter.words.day(one.printed_on) if exact(one.printed_on) else None
    blocks: list[Block] = [
        *copy_note(matter),
        *addressed(matter, one.author, one.author_address),
        Paragraph(say("subject"), strong=True),
        *facts([*told, (say("report_on"), printed)], matter),
        greeting(say, one.author),
        *_asked(matter, one, say),
        *_answer(one, say),
        Paragraph(say("copy")),
        Paragraph(say("closing")),
        sign(matter),
        Paragraph(say("copy_to")),
        *party(matter, "name", claim.claims_administrator, claim.administrator_address),
    ]
    return sheet(matter, NAME, blocks, sent=True, one_page=True)


def reply_proof(matter: Matter, report: Report) -> Document:
    """The proof that the same letter was mailed to both."""
    claim = matter.case.claim
    both = Receiver(QME, report.author, report.author_address), Receiver(ADMINISTRATOR, claim.claims_administrator, claim.administrator_address)
    return proof_for(matter, (titled(matter, NAME),), lines(report), both)


def _asked(matter: Matter, report: Report, say: Say) -> Iterator[Block]:
    """What is answered, its day, and by which rule."""
    day = exact(report.correction.theirs_served_on)
    alone = [say("alone")] if matter.case.triage.lawyer == "no" else []
    served = [say("served", day=day)] if day else []
    yield from joined([say("asked"), *served, *alone, say("law")])
    if not day:
        yield Blank(say("blank_served"))


def _answer(report: Report, say: Say) -> Iterator[Block]:
    """Agreed or not, and the worker's own words; who agrees may leave it at that."""
    said = report.correction
    yield Paragraph(say(said.answer), strong=True) if said.answer else Blank(say("blank_answer"))
    if said.reply:
        yield Paragraph(say("mine"))
        yield from own_words(said.reply)
    elif said.answer != AGREE:
        yield Blank(say("blank_mine"))
