"""The letter that asks the State to look at a summary rating again, and the proof that the other side has it too.

Lab. Code 4061(g); 8 CCR 10164(a): in writing, with reasons, exactly four kinds of them, served on the other side. The
reasons print in the worker's own words. No address of an office is ours: it is copied from the worker's papers.
"""

from collections.abc import Callable, Iterator

from qme_guide.case import Rating
from qme_guide.documents.document import Blank, Block, Bullets, Check, Document, Paragraph
from qme_guide.documents.matter import Matter, addressed, case_facts, copy_note, facts, joined, own_words, sheet, sign
from qme_guide.documents.serving import Receiver, proof_for, titled
from qme_guide.rules import rating as rules
from qme_guide.rules.start import exact

NAME = rules.NAME
ENCLOSED = ("rating", "report")
Say = Callable[..., str]


def rating_reconsider(matter: Matter) -> Document:
    """The letter to the Administrative Director, with its copy to the claims administrator."""
    say, rating = matter.sayer(NAME), matter.case.rating
    alone = [say("alone")] if matter.case.triage.lawyer == "no" else []
    other = matter.case.claim.claims_administrator
    blocks: list[Block] = [
        *copy_note(matter),
        *addressed(matter, say("director"), None),
        Paragraph(say("subject"), strong=True),
        *facts(_facts(matter, say), matter),
        Paragraph(say("greeting")),
        *_about(say, rating),
        *_reasons(say, rating, alone),
        *joined(_asks(say, rating)),
        Paragraph(" ".join((say("copy_named", name=other) if other else say("copy"), say("answer"), say("enclosed")))),
        Check(say("enclosed_both")),
        Check(say("enclosed_proof")),
        Paragraph(say("closing")),
        sign(matter),
    ]
    return sheet(matter, NAME, blocks, sent=True, one_page=True)


def rating_proof(matter: Matter) -> Document:
    """The proof that the letter and what goes with it were mailed to the State, whose date it has, and to the claims administrator."""
    say = matter.sayer(NAME)
    maybe = [say(f"enclosed_{one}") for one in ENCLOSED]
    claim = matter.case.claim
    both = (Receiver(rules.DIRECTOR), Receiver(rules.ADMINISTRATOR, claim.claims_administrator, claim.administrator_address))
    return proof_for(matter, (titled(matter, NAME),), rules.lines(matter.case.rating), both, maybe)


def _facts(matter: Matter, say: Say) -> list[tuple[str, str | None]]:
    """The claim, and the report when there is only one that can be meant; no name that the letter's head has already."""
    report = rules.rated_report(matter.case)
    told = [(say("evaluator"), report and report.author), (say("report_day"), report and matter.told(report.printed_on))]
    _, *claim, _ = case_facts(matter)
    return [*claim, *told]


def _about(say: Say, rating: Rating) -> Iterator[Block]:
    """Which rating, its date and its arrival, as far as they are known; lines to fill in for the rest."""
    days = {"printed": exact(rating.printed_on), "received": exact(rating.received_on)}
    yield Paragraph(" ".join((say("about"), *(say(name, **{name: day}) for name, day in days.items() if day))))
    yield from (Blank(say(f"blank_{name}")) for name, day in days.items() if not day)


def _reasons(say: Say, rating: Rating, alone: list[str]) -> Iterator[Block]:
    """The marked reasons, which issue they are about, and what is wrong in own words; all four to mark by hand, and lines, where nothing was said."""
    if rating.grounds:
        yield Paragraph(" ".join((*alone, say("reasons"))))
        yield Bullets(tuple(say(f"ground_{one}") for one in rules.GROUNDS if one in rating.grounds), numbered=True)
    else:
        yield Paragraph(" ".join((*alone, say("reasons_tick"))))
        yield from (Check(say(f"ground_{one}")) for one in rules.GROUNDS)
    if rules.about_issue(rating) or not rating.grounds:
        yield from [Paragraph(say("issue")), *own_words(rating.issue)] if rating.issue else [Blank(say("blank_issue"))]
    if rating.why:
        yield Paragraph(say("why"))
        yield from own_words(rating.why)
    else:
        yield Blank(say("blank_why"))


def _asks(say: Say, rating: Rating) -> list[str]:
    """What each kind of reason calls for: to calculate again, or to get more from the evaluator."""
    wanted = {"ask_again": rules.GROUNDS[0] in (rating.grounds or ()), "ask_more": rules.asks_more(rating)}
    return [say(name) for name, holds in wanted.items() if holds]
