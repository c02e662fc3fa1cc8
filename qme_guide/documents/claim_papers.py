"""Two papers about the claim: the letter that asks for its papers, and the worker's own sheet for a complaint about UR.

The letter names no law: no rule about such copies stands in the law files. The sheet is no look-alike of the State's
form, which was not seen.
"""


from qme_guide.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph
from qme_guide.documents.matter import Matter, case_facts, copy_note, facts, greeting, item, joined, letter_head, sheet, sign
from qme_guide.documents.serving import proof_of_mailing, titled
from qme_guide.rules import logs

FILE, COMPLAINT, FACT = "claim-file", "ur-complaint-sheet", "ur-complaint"
ITEMS = ("item_form", "item_reports", "item_notices", "item_decisions", "item_payments", "item_wages", "item_evaluators")


def claim_file(matter: Matter) -> Document:
    """Please send copies of the papers of my claim."""
    say, adjuster = matter.sayer(FILE), matter.case.claim.adjuster
    blocks: list[Block] = [
        *copy_note(matter),
        *letter_head(matter),
        Paragraph(say("subject"), strong=True),
        greeting(say, adjuster),
        Paragraph(say("ask")),
        Bullets(tuple(map(say, ITEMS)), numbered=True),
        *joined([say("soon"), say("cost")]),
        Paragraph(say("left_out")),
        Paragraph(say("closing")),
        sign(matter),
    ]
    return sheet(matter, FILE, blocks, sent=True, one_page=True)


def claim_file_proof(matter: Matter) -> Document:
    """The proof that the letter was mailed to the claims administrator."""
    return proof_of_mailing(matter, (titled(matter, FILE),), logs.lines(matter.case.sendings, FILE))


def ur_complaint_sheet(matter: Matter) -> Document:
    """What the complaint is, what to copy onto the form, and what to add. DWC FAQ."""
    say, letter, fact = matter.sayer(COMPLAINT), matter.letter, matter.law.facts[FACT]
    named = "; ".join(item(one) for one in letter.treatments if one.name) if letter else ""
    days = ((name, matter.told(getattr(letter, f"{name}_on")) if letter else None) for name in ("printed", "received"))
    told = [*case_facts(matter), *((say(name), day) for name, day in days), (say("asked"), named)]
    blocks: list[Block] = [
        Paragraph(say("intro"), strong=True),
        Heading(say("what_title")),
        Bullets(tuple(map(say, ("what_form", "what_not", "what_time", "what_late")))),
        Heading(say("facts_title")),
        *facts(told, matter),
        Heading(say("happened_title")),
        *(Blank(say(name)) for name in ("happened", "day", "who")),
        Heading(say("proof_title")),
        Bullets(tuple(map(say, ("proof_decision", "proof_letters")))),
        Paragraph(say("source", citation=fact.citation, as_of=fact.as_of)),
    ]
    return sheet(matter, COMPLAINT, blocks, sent=False, one_page=True)
