"""For an attorney or an I&A officer, in full: the facts given, the dates with their working, the open questions.

The same on one page is `brief`. What the worker typed is never cut here, however many pages it takes.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from qme_guide.case import Letter
from qme_guide.documents.counted import in_short
from qme_guide.documents.dispute_facts import Facts, dispute_facts, dispute_questions, exam_facts, findings, noted_errors, sentences
from qme_guide.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph, Quote, Table
from qme_guide.documents.matter import Matter, case_facts, copy_note, item, sheet
from qme_guide.documents.names import letter_name, paper_name
from qme_guide.rules import imr
from qme_guide.rules.dates import OTHER, WAIT, WORKER, Row, dates
from qme_guide.rules.table import represented, stands
from qme_guide.words import HELPING, load_words

NAME, FULL = "hand-off", "hand-off-full"
COLUMNS = (22, 78)
DAYS = ("printed_on", "served_on", "postmarked_on", "received_on")


def hand_off_full(matter: Matter) -> Document:
    """What is known in one table, the worker's own words, the dates, the questions."""
    matter = about_the_worker(matter)
    say = matter.sayer(NAME)
    blocks: list[Block] = [
        *copy_note(matter),
        Paragraph(say("intro")),
        Heading(say("facts_title")),
        Table((), tuple(row for row in fact_rows(matter) if row[-1]), COLUMNS),
        *(Blank(label) for label in untold(matter)),
        *_own_words(matter),
        *_counted(matter),
        Heading(say("questions_title")),
        Bullets(tuple(say(name) for name in questions(matter)), numbered=True),
    ]
    return sheet(matter, FULL, blocks, sent=True, one_page=True)


def fact_rows(matter: Matter, days: Sequence[str] = DAYS) -> list[tuple[str, str]]:
    """The claim, each exam, each letter with these of its days, the dispute, each report and panel: its name, and what was said of it;
    the claim may be empty."""
    rest = _told(matter)[len(case_facts(matter)) - 1 :]
    claim = sentences(rest)
    letters = [_letter_facts(matter, letter, days) for letter in matter.case.letters]
    return [(matter.sayer(NAME)("claim"), claim), *exam_facts(matter), *letters, *dispute_facts(matter)]


def untold(matter: Matter) -> list[str]:
    """The facts that name the claim and are not known."""
    return [label for label, value in _told(matter) if not value]


def _told(matter: Matter) -> Facts:
    return [*case_facts(matter), (matter.shared("employer"), matter.case.claim.employer), *_claim_days(matter)]


def _claim_days(matter: Matter) -> Facts:
    """The two days that the dates of a claim rest on, unknown ones left out."""
    say, claim = matter.sayer(NAME), matter.case.claim
    days = [(say("form_filed"), matter.told(claim.form_filed_on)), (say("denied"), matter.told(claim.denied_on))]
    return [(label, day) for label, day in days if day]


def _letter_facts(matter: Matter, letter: Letter, days: Sequence[str]) -> tuple[str, str]:
    """What was said about one letter, whether its request went out, and whether the review was decided; what it denied is the last that is cut."""
    words, say, went = matter.words, matter.sayer(NAME), imr.request_sent(letter)
    told = [(words.say(f"fact.{name}"), matter.told(getattr(letter, name))) for name in days]
    items = "; ".join(item(one) for one in letter.treatments if one.name)
    after = [(say("request_sent"), matter.told(went.on) if went else None), (say("review_decided"), matter.told(letter.review.decided_on))]
    return letter_name(letter, words), sentences([(words.say("fact.treatment"), items), *after, *told]) or say("bare")


def _own_words(matter: Matter) -> list[Block]:
    """The reason of each letter, the findings of each report and its errors, exactly as they were typed."""
    words, blocks = matter.words, []
    for letter in matter.case.letters:
        if letter.reason:
            blocks += [Paragraph(f"{letter_name(letter, words)}. {words.say('fact.reason')}"), Quote(letter.reason)]
    return [*blocks, *findings(matter), *noted_errors(matter)]


def _counted(matter: Matter) -> list[Block]:
    """Every date: the worker's own each with how it came out, those of the others together, then the waits."""
    say, told, began = matter.sayer(NAME), [], ""
    for row in dated(matter, WORKER):
        start, *steps = in_short(matter, row)
        told.append((what(matter, row), " ".join((day(matter, row), *([start] if start != began else []), *steps, law(row)))))
        began = start
    for block, kind in (("counted_others", OTHER), ("counted_waits", WAIT)):
        theirs = [f"{what(matter, row)}. {day(matter, row)} {law(row)}" for row in dated(matter, kind)]
        told += [(say(block), " ".join(theirs))] if theirs else []
    return [Heading(say("counted_title")), Table((), tuple(told), COLUMNS)] if told else []


def dated(matter: Matter, kind: str) -> list[Row]:
    """The dates of this kind that were counted, soonest first."""
    return [row for row in dates(matter.case, matter.law, matter.today) if row.deadline.safe and row.deadline.kind == kind]


def day(matter: Matter, row: Row) -> str:
    """A date in a sentence."""
    words, deadline = matter.words, row.deadline
    return f"{words.clock(deadline.rule, 'label')} {words.fill('{safe}', safe=deadline.safe)}."


def law(row: Row) -> str:
    """The sections that a date rests on."""
    return f"{row.deadline.clock.shown_citation}."


def what(matter: Matter, row: Row) -> str:
    """What has its date; and whose paper it belongs to where that could be several."""
    title, case = matter.words.clock(row.deadline.rule, "title"), matter.case
    several = bool(case.letters[1:] or case.reports[1:])
    return f"{title}. {paper_name(row.about, case, matter.words)}" if several else title


def questions(matter: Matter) -> list[str]:
    """The blocks of what is open, who does what first."""
    case, letters, claim = matter.case, matter.case.letters, stands(matter.case)
    checks = {
        "q_claim_90": claim == "denied",
        "q_claim_year": claim in ("denied", "undecided", "part"),
        "q_liability": any(letter.liability_disputed == "yes" for letter in letters),
        "q_form": any("form" in imr.parked(letter) for letter in letters),
        "q_late": any(late(matter, row) for row in _own(matter)),
        "q_ur_late": any(imr.ur_was_late(letter, matter.law) for letter in letters),
        "q_panel": claim in ("denied", "part"),
    }
    first = "q_office" if represented(case) else "q_attorney"
    return [first, *(name for name, holds in checks.items() if holds), *dispute_questions(case)]


def late(matter: Matter, row: Row) -> bool:
    """A date that is past and that the guide still asks to act on; what can no longer be done keeps its date, and only tells."""
    return bool(matter.today) and row.deadline.safe < matter.today and not over(matter, row)


def over(matter: Matter, row: Row) -> bool:
    """A date of something that could only be done before it."""
    return bool(matter.today) and row.deadline.safe < matter.today and row.deadline.rule in matter.law.practice.keeps_its_date


def about_the_worker(matter: Matter) -> Matter:
    """The same with dates that speak about the worker: who reads the sheet is somebody else."""
    words = load_words(matter.words.language, HELPING)
    said = {key: words.sayings[key] if key.startswith(("about.", "start.", "appointment.label")) else text for key, text in matter.words.sayings.items()}
    return replace(matter, words=replace(matter.words, clocks=words.clocks, sayings=said))


def _own(matter: Matter) -> list[Row]:
    return [row for row in dated(matter, WORKER) if isinstance(row.deadline.safe, date)]
