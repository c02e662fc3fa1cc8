"""What in a report is an opinion, or still open: a list to take to I&A or an attorney, never to the QME.

It tells which roads there are without choosing one, and what the guide does not offer because the law could not be
confirmed: questions to a QME about disability or its causes before the rating. Lab. Code 4061(d), (g), 4062.3(b), (e).
"""

from collections.abc import Callable

from qme_guide.case import Report
from qme_guide.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph
from qme_guide.documents.error_table import ALL, about, error_rows, report_facts, told_rows
from qme_guide.documents.matter import Matter, case_facts, facts, own_words, sheet
from qme_guide.documents.record_names import listed_name
from qme_guide.rules import asking_more, errors
from qme_guide.rules.evaluator import SERVE
from qme_guide.rules.objection import QME
from qme_guide.rules.table import alone, represented

NAME = "question-list"
RECONSIDER = "deu-reconsider-30"
SORTS = (errors.OPINION, errors.OPEN)
HELD = (asking_more.RATING_FIRST, asking_more.AFTER_RATING)
"""Why a question does not go to the QME: then this list is its place."""
Say = Callable[..., str]


def question_list(matter: Matter, report: Report | None = None) -> Document:
    """The list for one report; without one, for the last in which something is wrong."""
    say, one = matter.sayer(NAME), report or about(matter)
    corrects = one.kind in (QME, None)
    blocks: list[Block] = [
        Paragraph(say("intro"), strong=True),
        *facts([*case_facts(matter), *report_facts(matter, one)], matter),
        *_rows(matter, one, corrects and alone(matter.case), say),
        *_question(matter, one, say),
        *_missing(matter, one, say),
        *(_roads(matter, say) if corrects else []),
        *_asked(matter, corrects, say),
    ]
    return sheet(matter, NAME, blocks, sent=True)


def _rows(matter: Matter, report: Report, corrects: bool, say: Say) -> list[Block]:
    """The rows with their kind: where there is a request to correct facts those that are not for it, and why; else all.

    Lines to fill in while no error was noted at all.
    """
    sorts = SORTS if corrects else ALL
    title, why = ("rows_title", [Paragraph(say("why"))]) if corrects else ("rows_all_title", [])
    if told_rows(report, sorts) or not report.errors:
        return [Heading(say(title)), *why, *error_rows(matter, report, sorts)]
    return [Heading(say(title)), Paragraph(say("rows_none"))]


def _question(matter: Matter, report: Report, say: Say) -> list[Block]:
    """The question to the QME in own words; when it may not go there, why."""
    if not report.question:
        return []
    state = asking_more.standing(matter.case, report)
    return [Paragraph(say("question")), *own_words(report.question), *([Paragraph(say(f"question_{state}"))] if state in HELD else [])]


def _missing(matter: Matter, report: Report, say: Say) -> list[Block]:
    """Papers in the hand that the report does not list."""
    found = tuple(listed_name(one, matter.words) for one in errors.missing_records(matter.case, report))
    return [Heading(say("missing_title")), Bullets(found)] if found else []


def _roads(matter: Matter, say: Say) -> list[Block]:
    """The roads there are, none of them advised, and what is held back with its reason."""
    office = represented(matter.case)
    days = {name: matter.law.clock(rule).newest.n for name, rule in (("rating", RECONSIDER), ("new", SERVE))}
    roads = ("road_facts", "road_questions")
    told = () if office else (
        *(say(name) for name in roads),
        say("road_new", days=days["new"]),
        say("road_rating", days=days["rating"]),
        say("road_judge"),
    )  # fmt: skip
    return [
        *([Heading(say("roads_title")), Bullets(told)] if told else []),
        Heading(say("blocked_title")),
        Paragraph(say("blocked_office" if office else "blocked")),
    ]


def _asked(matter: Matter, corrects: bool, say: Say) -> list[Block]:
    """What to ask, each with a line for the answer."""
    others = ("ask_opinion", *(("ask_more", "ask_judge") if corrects else ()))
    asked = ("ask_order", *(("ask_office",) if represented(matter.case) else others))
    questions = [block for name in asked for block in (Paragraph(say(name)), Blank(say("answer")))]
    return [Heading(say("ask_title")), *questions, Blank(say("who"))]
