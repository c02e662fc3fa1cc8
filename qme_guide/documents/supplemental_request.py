"""A question to the QME after the report, with the copy that is served on the claims administrator at the same time.

Lab. Code 4062.3(e). It encloses nothing. Where rules/asking_more refuses it there is no letter, only a sheet that says why.
"""

from dataclasses import replace

from qme_guide.case import Report
from qme_guide.documents.document import Block, Document, Paragraph
from qme_guide.documents.matter import Matter, addressed, case_facts, copy_note, facts, greeting, joined, own_words, party, sheet, sign
from qme_guide.documents.serving import Receiver, proof_for, titled
from qme_guide.rules import asking_more as rules
from qme_guide.rules.exam import of_report
from qme_guide.rules.start import exact

NAME = rules.NAME
NOTHING = Report(id="report-0", kind="qme")


def supplemental_request(matter: Matter, report: Report | None = None) -> Document:
    """The letter about one report; without one, about the first of a QME that has a question."""
    one = report or rules.for_question(matter.case) or NOTHING
    state = rules.standing(matter.case, one)
    return _letter(matter, one) if state in rules.TO_WRITE else _refused(matter, state)


def supplemental_copy(matter: Matter, report: Report) -> Document:
    """The same letter as it is served on the claims administrator, marked."""
    letter, mark = supplemental_request(matter, report), matter.sayer(NAME)("copy_mark")
    if rules.standing(matter.case, report) not in rules.TO_WRITE:
        return letter
    return replace(letter, mark=" ".join(filter(None, (mark, letter.mark))))


def supplemental_proof(matter: Matter, report: Report) -> Document:
    """The proof that the letter was mailed to both."""
    claim = matter.case.claim
    both = (
        Receiver(rules.QME, report.author, report.author_address),
        Receiver(rules.ADMINISTRATOR, claim.claims_administrator, claim.administrator_address),
    )
    return proof_for(matter, (titled(matter, NAME),), rules.lines(report), both)


def _letter(matter: Matter, report: Report) -> Document:
    """What is asked, in the person's own words, and who has the same letter."""
    say, claim = matter.sayer(NAME), matter.case.claim
    _, *about, _ = case_facts(matter)
    printed = matter.words.day(report.printed_on) if exact(report.printed_on) else None
    told = [(say("exam"), _exam_day(matter, report)), (say("report_on"), printed)]
    alone = [say("alone")] if matter.case.triage.lawyer == "no" else []
    blocks: list[Block] = [
        *copy_note(matter),
        *addressed(matter, report.author, report.author_address),
        Paragraph(say("subject"), strong=True),
        *facts([*about, *told], matter),
        greeting(say, report.author),
        *joined([*alone, say("about"), *([say("not_rating")] if report.question_rating == "no" else [])]),
        Paragraph(say("question")),
        *own_words(report.question),
        *joined([say("ask"), say("nothing_new")]),
        Paragraph(say("same")),
        Paragraph(say("closing")),
        sign(matter),
        Paragraph(say("copy_to")),
        *party(matter, "name", claim.claims_administrator, claim.administrator_address),
    ]
    return sheet(matter, NAME, blocks, sent=True, one_page=True)


def _exam_day(matter: Matter, report: Report) -> str | None:
    """The day of the exam that the report is about."""
    found = of_report(matter.case, report)
    return matter.words.day(found.on) if found and exact(found.on) else None


def _refused(matter: Matter, state: str) -> Document:
    """No letter: why not."""
    say = matter.sayer(NAME)
    paper = sheet(matter, NAME, [Paragraph(say("not_yet"), strong=True), Paragraph(say(f"why_{state}"))], sent=True)
    return replace(paper, title=say("not_yet_title"), mark=" ".join(filter(None, (say("not_yet_mark"), paper.mark))))
