"""The letter to the claims administrator about what is wrong in a report, and the proof that it was mailed.

Every row stands in it with its number, its page and its kind, facts and opinions alike; many rows stand behind the letter
as its last pages. It is no objection and no request to the evaluator: those are papers of their own. It asks for an answer
and never says that one is owed: no rule about that stands in the law files. 8 CCR 10109 is named only with facts to look into.
"""

from collections.abc import Callable

from qme_guide.case import Report, ReportError
from qme_guide.documents.document import PART_LEVEL, Blank, Block, Bullets, Check, Document, Heading, PageBreak, Paragraph, Table
from qme_guide.documents.error_table import Marks, about, error_rows, is_long, marks_of, report_facts, right, says, told_rows, where
from qme_guide.documents.matter import Matter, copy_note, greeting, joined, letter_head, own_words, sheet, sign
from qme_guide.documents.record_names import listed_name
from qme_guide.documents.serving import Receiver, proof_for, proof_of_mailing, titled
from qme_guide.rules import disputing as rules
from qme_guide.rules import errors

NAME = rules.NAME
_LINES = ("first", "second", "third")
_WIDTHS, _MARKS = (26, 74), (16, 84)
Say = Callable[..., str]


def dispute_letter(matter: Matter, report: Report | None = None) -> Document:
    """The letter about one report; without one, about the last in which something is wrong."""
    say, one = matter.sayer(NAME), report or about(matter)
    adjuster, long = matter.case.claim.adjuster, is_long(matter, one)
    blocks: list[Block] = [
        *copy_note(matter),
        *letter_head(matter, report_facts(matter, one)),
        Paragraph(say("subject_named", author=one.author) if one.author else say("subject"), strong=True),
        greeting(say, adjuster),
        *joined([*_alone(matter, say), say("disagree")]),
        *([Paragraph(say("behind", count=len(told_rows(one))))] if long else _points(matter, one, say)),
        *_missing(matter, one, say),
        *_asks(one, say),
        *joined([*_law(matter, one, say), *_corrected(one, say)]),
        *joined([say("answer"), *_acknowledge(matter, one, say)]),
        *_enclosed(matter, one, say),
        Paragraph(say("closing")),
        sign(matter),
        *_copies(matter, one, say),
        *([PageBreak(), Heading(say("rows_title")), *_kinds(one, say), *error_rows(matter, one, enclosed=rules.enclosed(matter.case, one), decided=True)] if long else []),
    ]
    return sheet(matter, NAME, blocks, sent=True, one_page=True)


def dispute_proof(matter: Matter, report: Report) -> Document:
    """The proof that the letter and the papers with it were mailed to the claims administrator, and to the doctor who gets a copy."""
    case, sent, maybe = matter.case, rules.lines(report), rules.to_enclose(report)
    papers = (titled(matter, NAME), *(listed_name(one, matter.words) for one in rules.enclosed(case, report)))
    if rules.DOCTOR not in rules.receivers(report):
        return proof_of_mailing(matter, papers, sent, maybe)
    to = {rules.ADMINISTRATOR: (case.claim.claims_administrator, case.claim.administrator_address), rules.DOCTOR: (case.doctor.name, case.doctor.address)}
    return proof_for(matter, papers, sent, [Receiver(one, *to[one]) for one in rules.receivers(report)], maybe)


def _alone(matter: Matter, say: Say) -> list[str]:
    return [say("alone")] if matter.case.triage.lawyer == "no" else []


def _kinds(report: Report, say: Say) -> list[Block]:
    """What the kinds of rows mean that stand in the letter."""
    return joined([say(f"means_{kind}") for kind in rules.kinds(report)])


def _points(matter: Matter, report: Report, say: Say) -> list[Block]:
    """Every row under its number and its kind; lines to fill in without any."""
    marks, told = marks_of(rules.enclosed(matter.case, report)), told_rows(report)
    points = [block for number, one in told for block in _point(matter, number, one, marks, say)]
    return [*_kinds(report, say), *points] if told else [Blank(say("blank_point")) for _ in _LINES]


def _point(matter: Matter, number: int, error: ReportError, marks: Marks, say: Say) -> list[Block]:
    """One row: where it stands, what the report says, what is correct, the papers that show it, as far as they are known."""
    at = where(error)
    told = {"says": says(matter, error), "true": right(matter, error), "paper": "\n".join(_papers(matter, error, marks, say))}
    rows = tuple((say(name), text) for name, text in told.items() if text)
    return [Heading(_title(number, error, say), PART_LEVEL + 1), *([] if at or errors.omitted(error) else [Blank(say("blank_page"))]), Table((), rows, _WIDTHS)]


def _title(number: int, error: ReportError, say: Say) -> str:
    """The number with its kind, if that is decided, and the place, if it is known."""
    sort, at = errors.sort(error), where(error)
    if sort == errors.OPEN:
        return say("open_at", number=number, where=at) if at else say("open", number=number)
    kind = say(f"kind_{sort}")
    return say("point_at", number=number, kind=kind, where=at) if at else say("point", number=number, kind=kind)


def _papers(matter: Matter, error: ReportError, marks: Marks, say: Say) -> list[str]:
    """The papers of one row: an enclosed one by its letter, one that is elsewhere by its name, and what was typed."""
    found = ((marks.get(one.id), one) for one in errors.proofs(matter.case, error))
    named = [matter.shared("exhibit", mark=mark) if mark else say("elsewhere", name=listed_name(one, matter.words)) for mark, one in found]
    return [*named, *([error.proof_named] if error.proof_named else [])]


def _missing(matter: Matter, report: Report, say: Say) -> list[Block]:
    """The papers in the hand that the report does not list; of those that go along, the list of these says it."""
    along = rules.enclosed(matter.case, report)
    names = tuple(listed_name(one, matter.words) for one in errors.missing_records(matter.case, report) if one not in along)
    return [Paragraph(say("missing"), strong=True), Bullets(names)] if names else []


def _asks(report: Report, say: Say) -> list[Block]:
    """What the worker asks for, as it was typed; lines to fill in while nothing was."""
    asked = own_words(report.disputing.asks) or [Blank(say("blank_ask")) for _ in _LINES]
    return [Paragraph(say("ask_title"), strong=True), *asked]


def _law(matter: Matter, report: Report, say: Say) -> list[str]:
    """8 CCR 10109: a fair investigation, also of what is learned later."""
    return [say("law")] if rules.to_look_into(matter.case, report) else []


def _corrected(report: Report, say: Say) -> list[str]:
    """That the evaluator was asked to correct the facts, when the log says so."""
    went = rules.asked_correction(report)
    return [say("corrected", day=went)] if went else []


def _acknowledge(matter: Matter, report: Report, say: Say) -> list[str]:
    """Please confirm that it arrived: by a day that is not past, a wish and no duty."""
    day = rules.reply_by(report, matter.today)
    return [say("confirm_by", day=day), say("wish")] if day else [say("confirm")]


def _enclosed(matter: Matter, report: Report, say: Say) -> list[Block]:
    """Each paper that goes along, under the letter that the rows name; with a box to mark, what they name in own words."""
    found, unlisted = rules.enclosed(matter.case, report), errors.missing_records(matter.case, report)
    marks = marks_of(found)
    named = ((one, matter.shared("exhibit", mark=marks[one.id]), listed_name(one, matter.words)) for one in found)
    rows = tuple((mark, say("not_listed", name=name) if one in unlisted else name) for one, mark, name in named)
    boxes = [Check(name) for name in rules.to_enclose(report)]
    return [Paragraph(say("enclosed"), strong=True), *([Table((), rows, _MARKS)] if rows else []), *boxes] if rows or boxes else []


def _copies(matter: Matter, report: Report, say: Say) -> list[Block]:
    """Who else gets a copy: the treating doctor, when the worker wants it."""
    if report.disputing.copy_doctor != "yes":
        return []
    name = matter.case.doctor.name
    return [Paragraph(say("copy_named", name=name))] if name else [Blank(say("copy"))]
