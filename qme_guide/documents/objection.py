"""The objection to a treating doctor's report, to the claims administrator, and the proof that it was mailed.

Each finding stands with its number, its page and its words exactly as the worker gave them; the sections of the Labor
Code follow from the findings (rules/objection). A sentence stands only when its answer was given; a line to fill in
stands for what the letter needs and nobody said.
"""

from collections.abc import Callable, Iterator

from qme_guide.case import UNSURE, Finding, Report
from qme_guide.documents.document import PART_LEVEL, Blank, Block, Document, Heading, Paragraph, Quote
from qme_guide.documents.matter import Matter, copy_note, greeting, joined, letter_head, own_words, sheet, sign
from qme_guide.documents.serving import proof_of_mailing, titled
from qme_guide.rules import logs
from qme_guide.rules import objection as rules
from qme_guide.rules.dates import dates
from qme_guide.rules.panel_clocks import OBJECT
from qme_guide.rules.start import exact
from qme_guide.rules.table import represented

NAME = "objection"
# How the report is called: whether its author treats the worker, and whether the name is known.
ABOUT = {(True, True): "about_treating_named", (True, False): "about_treating", (False, True): "about_named", (False, False): "about"}
NOTHING = Report(id="report-0")
Say = Callable[..., str]


def objection(matter: Matter, report: Report | None = None) -> Document:
    """The letter about one report; without one, about the first that a letter can be for. Lab. Code 4061(c), 4062(a)."""
    say, report = matter.sayer(NAME), report or rules.for_letter(matter.case) or NOTHING
    named, objects = _named(matter, report), _objects(matter, report)
    adjuster, asks = matter.case.claim.adjuster, rules.asks_form(matter.case)
    subject = (say(f"subject_{named}" if named else "subject_none"), *([say("subject_form")] if asks else []))
    alone = [say("alone")] if matter.case.triage.lawyer == "no" else []
    blocks: list[Block] = [
        *copy_note(matter),
        *letter_head(matter),
        Paragraph(" ".join(subject), strong=True),
        greeting(say, adjuster),
        *_about(say, report),
        Paragraph(" ".join((*alone, say(f"object_{objects}")))),
        *([] if named else [Blank(say("blank_section"))]),
        *_findings(matter, report, say),
        *_more_time(matter, report, say),
        *joined([*_form(matter, say, named, asks), say("answer")]),
        Paragraph(say("closing")),
        sign(matter),
    ]
    return sheet(matter, NAME, blocks, sent=True, one_page=True)


def objection_proof(matter: Matter, report: Report) -> Document:
    """The proof that the letter was mailed to the claims administrator."""
    return proof_of_mailing(matter, (titled(matter, NAME),), logs.lines(report.sendings))


def _named(matter: Matter, report: Report) -> str:
    """Which sections the letter names: "4061", "4062", "both"; nothing while no finding says it."""
    sections = rules.sections(matter.case, report)
    return "both" if sections[1:] else "".join(sections)


def _objects(matter: Matter, report: Report) -> str:
    """The sentence of the objection; open when a finding does not say for itself which section it is for."""
    return "open" if rules.unsettled(matter.case, report) else _named(matter, report) or "none"


def _about(say: Say, report: Report) -> Iterator[Block]:
    """Which report, its date and its arrival, as far as they are known; lines to fill in for the rest."""
    block = ABOUT[report.kind == rules.TREATING, bool(report.author)]
    about = say(block, author=report.author)
    days = {name: exact(getattr(report, f"{name}_on")) for name in ("printed", "received")}
    yield Paragraph(" ".join((about, *(say(name, **{name: day}) for name, day in days.items() if day))))
    for name, known in (("author", report.author), *days.items()):
        if not known:
            yield Blank(say(f"blank_{name}"))


def _findings(matter: Matter, report: Report, say: Say) -> Iterator[Block]:
    """Every finding of the letter, numbered; one to fill in by hand when none was noted."""
    listed = rules.findings(matter.case, report) or (Finding(id="finding-0"),)
    several = len(rules.sections(matter.case, report)) > 1
    for number, finding in enumerate(listed, start=1):
        what = finding.about or UNSURE
        yield Heading(say("finding", number=number, about=say(f"matter_{what}")), PART_LEVEL + 1)
        law = [say(f"law_{section}") for section in rules.own(matter.case, finding) if several]
        where = ([say("page", page=finding.page)] if finding.page else []) + law
        yield from joined([*where, *([say("says")] if finding.says else [])])
        yield Quote(finding.says) if finding.says else Blank(say("blank_says"))
        if finding.mine:
            yield Paragraph(say("mine"))
            yield from own_words(finding.mine)


def _more_time(matter: Matter, report: Report, say: Say) -> list[Block]:
    """More time, by agreement or for good cause, when the worker explains or the last day of Lab. Code 4062(a) is past."""
    rows = [row for row in dates(matter.case, matter.law, matter.today) if row.about == report.id and row.deadline.rule == OBJECT]
    past = any(row.deadline.outside and matter.today and row.deadline.outside < matter.today for row in rows)
    if "4062" not in rules.sections(matter.case, report) or not (past or report.late_reason):
        return []
    return [Paragraph(say("time")), *([Paragraph(say("late"))] if report.late_reason else []), *own_words(report.late_reason)]


def _form(matter: Matter, say: Say, named: str, asks: bool) -> list[str]:
    """Asks for the panel form at once, with the law; or says that it is here."""
    if asks:
        return [say("ask_form"), *([say(f"form_{named}")] if named else [])]
    return [] if represented(matter.case) else [say("form_here")]
