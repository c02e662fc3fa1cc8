"""One page for the treating doctor: which specialty fits the dispute? The guide suggests none. Lab. Code 139.2(h)(1)."""

from collections.abc import Callable, Iterator

from qme_guide.case import Case, Doctor, Finding, Report
from qme_guide.documents.document import Blank, Block, Bullets, Document, Heading, Lines, Paragraph
from qme_guide.documents.form105_sheet import form_row
from qme_guide.documents.matter import Matter, case_facts, copy_note, facts, sheet
from qme_guide.documents.names import choice_name
from qme_guide.documents.objection import NAME as OBJECTION
from qme_guide.rules import objection
from qme_guide.rules.panel import FORM_FIRST

NAME = "specialty-sheet"
Say = Callable[..., str]


def specialty_sheet(matter: Matter) -> Document:
    """What is disputed, by when the answer is needed, three questions, and lines for the answer."""
    say, doctor = matter.sayer(NAME), treating(matter.case)
    alone = [say("alone")] if matter.case.triage.lawyer == "no" else []
    to = tuple(filter(None, (doctor.name, doctor.clinic)))
    blocks: list[Block] = [
        *copy_note(matter),
        Lines(to) if to else Blank(say("to")),
        *facts(case_facts(matter), matter),
        Paragraph(say("greeting_named", doctor=doctor.name) if doctor.name else say("greeting")),
        Paragraph(" ".join((say("intro"), *alone, say("law"), _by(matter, say)))),
        Heading(say("about_title")),
        *_about(matter, say),
        Blank(say("parts")),
        Heading(say("questions_title")),
        Bullets(tuple(say(name) for name in ("q_specialty", "q_second", "q_more")), numbered=True),
        Paragraph(say("not_choose")),
        Heading(say("answer_title")),
        *(Blank(say(name)) for name in ("answer_first", "answer_why", "answer_second", "answer_by")),
    ]
    return sheet(matter, NAME, blocks, sent=True, one_page=True)


def treating(case: Case) -> Doctor:
    """Who is asked: the author of the treating doctor's report that is disputed, else of another one, else the doctor noted."""
    known, reports = case.doctor, [one for one in case.reports if one.kind == objection.TREATING and one.author]
    reports.sort(key=lambda one: not objection.findings(case, one))
    author = next((one.author for one in reports), None)
    if author is None or (known.name and author.casefold() == known.name.casefold()):
        return known
    return Doctor(name=author)


def _by(matter: Matter, say: Say) -> str:
    """By when the answer is needed, from the ten days to send the form first."""
    row = form_row(matter, FORM_FIRST)
    if row is None or row.deadline.safe is None:
        return say("date_unknown")
    late = bool(matter.today and row.deadline.safe < matter.today)
    return say("date_late") if late else say("date_open", safe=row.deadline.safe)


def _about(matter: Matter, say: Say) -> Iterator[Block]:
    """Each report with its disputed points; without one, what the route questions said; else a line to fill in."""
    reports = [one for one in matter.case.reports if objection.findings(matter.case, one)]
    for report in reports:
        if report.author:
            yield Paragraph(_named(matter, report, say), strong=True)
        yield Bullets(tuple(_point(matter, one, say) for one in objection.findings(matter.case, report)))
    if reports:
        return
    about = [one for one in matter.case.route.about or () if one != "unsure"]
    told = tuple(choice_name("route.about", one, matter.words) for one in about)
    yield Bullets(told) if told else Blank(say("about_blank"))


def _named(matter: Matter, report: Report, say: Say) -> str:
    day = matter.told(report.printed_on)
    return say("about_report", author=report.author, day=day) if day else say("about_report_undated", author=report.author)


def _point(matter: Matter, finding: Finding, say: Say) -> str:
    """A disputed point as the objection calls it, with its page."""
    about = matter.words.letter(OBJECTION, f"matter_{finding.about or 'unsure'}")
    return say("about_page", about=about, page=finding.page) if finding.page else about
