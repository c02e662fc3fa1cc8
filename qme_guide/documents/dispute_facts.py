"""The medical dispute in the summary for an attorney or an I&A officer: what it is about, the reports, the panel, what to ask."""

from qme_guide.case import Case, Panel, Report
from qme_guide.documents.document import Block, Heading, Paragraph, Quote
from qme_guide.documents.matter import Matter, facts
from qme_guide.rules import panel, route
from qme_guide.rules.dispute import dispute_begun, panel_road
from qme_guide.rules.route_questions import claim_form
from qme_guide.rules.table import represented

Rows = list[tuple[str, str | None]]


def dispute_facts(matter: Matter) -> list[Block]:
    """What was said about the dispute; nothing where there is none."""
    case, say = matter.case, matter.sayer("hand-off")
    blocks: list[Block] = []
    if dispute_begun(case):
        blocks += [Heading(say("dispute_title")), *_known(matter, [*_about(matter), *_form(matter)])]
    for report in case.reports:
        blocks += _report(matter, report)
    for one in case.panels:
        blocks += [Heading(matter.words.paper(one.id)), *_known(matter, _panel(matter, one))]
    return blocks


def dispute_questions(case: Case) -> list[str]:
    """The blocks of the questions that a dispute calls for."""
    begun, treating = dispute_begun(case), [one for one in case.reports if one.kind != "qme"]
    checks = {
        "q_section": begun,
        "q_objection": begun and represented(case) and not any(map(panel.objected, treating)),
        "q_claim_form": begun and claim_form(case) in ("no", "unsure"),
        "q_before_exam": panel_road(case),
    }
    return [name for name, holds in checks.items() if holds]


def _known(matter: Matter, rows: Rows) -> tuple[Block, ...]:
    return facts([(label, value) for label, value in rows if value], matter)


def _about(matter: Matter) -> Rows:
    say, words, told = matter.sayer("hand-off"), matter.words, matter.case.route
    named = dict.fromkeys(section for one in route.routes(matter.case, matter.law, matter.today) for section in one.statutes)
    return [
        (say("dispute_about"), "; ".join(words.choice("route.about", one) for one in told.about or ())),
        (say("dispute_stands"), told.claim_stands and words.choice("route.claim_stands", told.claim_stands)),
        (say("dispute_sections"), ", ".join(named)),
    ]


def _form(matter: Matter) -> Rows:
    say, form = matter.sayer("hand-off"), matter.case.panel_form
    days = {"form_given": form.furnished_on, "form_asked": form.asked_on, "form_unit": form.medical_unit_on, "form_returned": form.returned_on}
    return [(say(name), matter.told(day)) for name, day in days.items()]


def _report(matter: Matter, report: Report) -> list[Block]:
    """One report: who wrote it, when it came, what the worker does not accept, when the objection went out."""
    say, words = matter.sayer("hand-off"), matter.words
    went = panel.objected(report)
    rows = [
        (say("report_author"), report.author),
        (say("report_date"), matter.told(report.printed_on)),
        (say("report_came"), matter.told(report.received_on)),
        (say("report_objection"), matter.told(went.on) if went else None),
    ]
    blocks: list[Block] = [Heading(words.paper(report.id)), *_known(matter, rows)]
    for finding in report.findings:
        if finding.says:
            blocks += [Paragraph(say("finding_page", page=finding.page) if finding.page else say("finding")), Quote(finding.says)]
    return blocks


def _panel(matter: Matter, one: Panel) -> Rows:
    """The three doctors, the chosen one and the exam."""
    say, case = matter.sayer("hand-off"), matter.case
    doctor, went, exam = panel.chosen(one), panel.told(one), panel.exam_of(case, one)
    return [
        (say("panel_number"), one.number),
        (say("panel_issued"), matter.told(one.issued_on)),
        (say("panel_doctors"), "; ".join(each.name for each in one.doctors if each.name)),
        (say("panel_chosen"), doctor.name if doctor else None),
        (say("panel_notice"), matter.told(went.on) if went else None),
        (say("panel_exam"), matter.told(exam.on) if exam else None),
    ]
