"""Two sheets after a review that did not approve everything: for an attorney about the appeal, for the doctor about a new request.

The reasons of the law are told, and none is picked; nothing is said about how an appeal may end for this person.
"""

from collections.abc import Callable

from qme_guide.case import Letter, Treatment
from qme_guide.documents.after import approved_items
from qme_guide.documents.document import Big, Blank, Block, Bullets, Check, Document, Heading, Paragraph
from qme_guide.documents.matter import Matter, case_facts, copy_note, facts, item, own_words, sheet
from qme_guide.rules import review
from qme_guide.rules.dates import Row, dates
from qme_guide.rules.start import exact

GROUNDS = ("ground_powers", "ground_fraud", "ground_conflict", "ground_bias", "ground_fact")
NEEDS = ("need_caption", "need_numbers", "need_grounds", "need_signed", "need_served")
CHANGES = ("changed_exam", "changed_test", "changed_tried", "changed_life", "changed_paper", "changed_other")
Say = Callable[..., str]


def appeal_sheet(matter: Matter) -> Document:
    """The dates to appeal, the five grounds, what the petition needs, and questions. Lab. Code 4610.6(g)-(i); 8 CCR 10575."""
    say, letter = matter.sayer("appeal-sheet"), matter.letter
    refused = letter is not None and letter.review.answer == review.NOT_ELIGIBLE
    blocks: list[Block] = [*copy_note(matter), Paragraph(say("intro")), *_dates(matter, say), Heading(say("facts_title")), *_facts(matter, say)]
    if refused:
        blocks += [Heading(say("eligible_title")), Paragraph(say("eligible"))]
    if not refused or (letter and review.decided(letter)):
        blocks += [Heading(say("grounds_title")), Paragraph(say("grounds_intro")), Bullets(tuple(map(say, GROUNDS)), numbered=True)]
        blocks += [Paragraph(say("not_grounds"), strong=True), Heading(say("result_title")), Paragraph(say("result"))]
    blocks += [Heading(say("needs_title")), Bullets(tuple(map(say, NEEDS)))]
    blocks += [Heading(say("questions_title")), Bullets(tuple(map(say, _questions(matter))), numbered=True)]
    return sheet(matter, "appeal-sheet", blocks, sent=True)


def _dates(matter: Matter, say: Say) -> list[Block]:
    """The SAFE date of each paper that can be appealed, large, and what its count rests on; a line when there is none."""
    blocks: list[Block] = [Heading(say("date_title"))]
    found = [row for row in _rows(matter, review.APPEAL) if row.deadline.safe]
    for row in found:
        kind = "date_answer" if row.start.field.endswith("answered_on") else "date_decision"
        blocks += [Big(say(kind), matter.words.day(row.deadline.safe)), Paragraph(say("counted", day=row.deadline.counted_from))]
        if not row.exact:
            blocks.append(Paragraph(say("month")))
        if matter.today and row.deadline.safe < matter.today:
            blocks.append(Paragraph(say("past"), strong=True))
    return blocks if found else [*blocks, Blank(say("no_date"))]


def _rows(matter: Matter, rule: str) -> list[Row]:
    about = matter.letter.id if matter.letter else ""
    return [row for row in dates(matter.case, matter.law, matter.today) if row.about == about and row.deadline.rule == rule]


def _facts(matter: Matter, say: Say) -> list[Block]:
    """The claim, the days, and how each treatment ended; lines for the two case numbers."""
    letter = matter.letter
    rows = [*_not_in_the_head(matter), *(_days(matter, say, letter) if letter else ())]
    ended = tuple(say("item", name=item(one), result=say(one.result or "unsure")) for one in letter.treatments if one.name) if letter else ()
    told = [Bullets(ended)] if ended and review.decided(letter) else []
    return [*facts(rows, matter), *told, Blank(say("imr_number")), Blank(say("adj_number"))]


def _not_in_the_head(matter: Matter) -> list[tuple[str, str | None]]:
    """The facts of the claim that the head of each page does not print already."""
    return [(label, value) for label, value in case_facts(matter) if not value or value == matter.case.claim.claims_administrator]


def _days(matter: Matter, say: Say, letter: Letter) -> list[tuple[str, str | None]]:
    came = letter.review
    refused = came.answered_on if came.answer == review.NOT_ELIGIBLE else None
    days = [("printed", letter.printed_on), ("answered", refused), ("decided", came.decided_on)]
    return [(say(name), matter.told(day)) for name, day in days if matter.told(day)]


def _questions(matter: Matter) -> list[str]:
    letter = matter.letter
    checks = {
        "q_ground": letter is None or review.decided(letter),
        "q_mail": True,
        "q_case": True,
        "q_copies": True,
        "q_records": letter is not None and bool(review.missing(matter.case, letter)),
        "q_liability": letter is not None and letter.liability_disputed == "yes",
        "q_new": True,
    }
    return [name for name, holds in checks.items() if holds]


def new_request(matter: Matter) -> Document:
    """For the doctor: what the denial means for a new request, and what may have changed. Lab. Code 4610(k)."""
    say, letter, to = matter.sayer("new-request"), matter.letter, _doctor(matter)
    blocks: list[Block] = [*copy_note(matter), *([] if to else [Blank(say("to"))]), *facts([*([(say("to"), to)] if to else []), *_not_in_the_head(matter)], matter)]
    blocks.append(Paragraph(say("subject"), strong=True))
    blocks += _told(matter, say)
    blocks += approved_items(say, _still_denied(letter))
    blocks += [Heading(say("law_title")), Bullets(tuple(_law(matter, say)))]
    blocks += [Heading(say("changed_title")), *(Check(say(name)) for name in CHANGES)]
    blocks.append(Blank(say("said")))
    if letter and letter.reason:
        blocks += [Paragraph(say("reason")), *own_words(letter.reason)]
    asked = tuple(say(name) for name in ("ask_request", "ask_instead", "ask_day"))
    blocks += [Heading(say("ask_title")), Bullets(asked, numbered=True)]
    return sheet(matter, "new-request", blocks, sent=True, one_page=True)


def _doctor(matter: Matter) -> str | None:
    doctor = matter.case.doctor
    return ", ".join(line for line in (doctor.name, doctor.clinic) if line) or None


def _still_denied(letter: Letter | None) -> tuple[Treatment, ...]:
    """What was not approved; before a decision is known, everything the letter denied."""
    return (review.standing(letter) if review.decided(letter) else letter.treatments) if letter else ()


def _told(matter: Matter, say: Say) -> list[Block]:
    printed, decided = (exact(matter.letter.printed_on), exact(matter.letter.review.decided_on)) if matter.letter else (None, None)
    told = [*([say("about", printed=printed)] if printed else []), *([say("decided", decided=decided)] if decided else [])]
    return [Paragraph(" ".join(told))] if told else []


def _law(matter: Matter, say: Say) -> list[str]:
    """The twelve months, from which day it is allowed for sure (when that was counted), and what a request needs."""
    sure = next((row.deadline.safe for row in _rows(matter, review.REPEAT) if row.deadline.safe), None)
    months, days = matter.law.clock(review.REPEAT).newest.n, matter.law.facts["rfa-form-2026"].values["papers_days"]
    day = [say("law_day", safe=sure)] if sure else []
    return [say("law_months", n=months), *day, say("law_form", days=days)]
