"""The medical dispute in the summary for an attorney or an I&A officer: what it is about, the reports, the panel, what to ask."""

from qme_guide.case import Case, Exam, Panel, Report, Sending
from qme_guide.documents.document import Block, Paragraph, Quote
from qme_guide.documents.error_table import error_rows, is_long, told_rows
from qme_guide.documents.matter import Matter, one_line
from qme_guide.documents.names import choice_name, report_name
from qme_guide.rules import panel, route
from qme_guide.rules.dispute import dispute_begun, panel_road
from qme_guide.rules.exam import doctor_name
from qme_guide.rules.route_questions import claim_form
from qme_guide.rules.table import represented

Facts = list[tuple[str, str | None]]


def sentences(facts: Facts) -> str:
    """The facts that are known, one sentence each."""
    return " ".join(f"{label}{'' if label.endswith('?') else ':'} {value.removesuffix('.')}." for label, value in facts if value)


def dispute_facts(matter: Matter) -> list[tuple[str, str]]:
    """What was said about the dispute, each report and each panel, with its name; nothing where there is none."""
    case, say, words = matter.case, matter.sayer("hand-off"), matter.words
    about = [(say("dispute_title"), sentences([*_about(matter), *_form(matter)]))] if dispute_begun(case) else []
    reports = [(report_name(one, words), sentences(_report(matter, one)) or say("bare")) for one in case.reports]
    return [*about, *reports, *((words.paper(one.id), sentences(_panel(matter, one)) or say("bare")) for one in case.panels)]


def exam_facts(matter: Matter) -> list[tuple[str, str]]:
    """What was said about each appointment with an evaluator, with its name."""
    return [(matter.sayer("hand-off")("exam"), told) for one in matter.case.exams if (told := sentences(_exam(matter, one)))]


def findings(matter: Matter) -> list[Block]:
    """What the reports say that the worker does not accept, exactly as it was typed."""
    say, blocks = matter.sayer("hand-off"), []
    for report in matter.case.reports:
        for one in report.findings:
            if one.says:
                told = say("finding_page", page=one.page) if one.page else say("finding")
                blocks += [Paragraph(f"{report_name(report, matter.words)}. {told}"), Quote(one.says)]
    return blocks


def noted_errors(matter: Matter) -> list[Block]:
    """What the worker noted as wrong in each report, every row with its kind; a long table is a paper of its own."""
    say, blocks = matter.sayer("hand-off"), []
    for report in matter.case.reports:
        if rows := told_rows(report):
            name, long = report_name(report, matter.words), is_long(matter, report)
            blocks.append(Paragraph(say("errors_many", name=name, count=len(rows)) if long else say("errors", name=name)))
            blocks += [] if long else error_rows(matter, report)
    return blocks


def dispute_questions(case: Case) -> list[str]:
    """The blocks of the questions that a dispute calls for."""
    begun, treating = dispute_begun(case), [one for one in case.reports if one.kind != "qme"]
    checks = {
        "q_section": begun,
        "q_objection": represented(case) and (begun or not case.letters) and not any(map(panel.objected, treating)),
        "q_claim_form": begun and claim_form(case) in ("no", "unsure"),
        "q_before_exam": panel_road(case) and all(one.kind != "qme" for one in case.reports),
        "q_report": any(told_rows(one) for one in case.reports),
    }
    return [name for name, holds in checks.items() if holds]


def _about(matter: Matter) -> Facts:
    say, words, told = matter.sayer("hand-off"), matter.words, matter.case.route
    named = dict.fromkeys(section for one in route.routes(matter.case, matter.law, matter.today) for section in one.statutes)
    return [
        (say("dispute_about"), "; ".join(choice_name("route.about", one, words) for one in told.about or ())),
        (say("dispute_stands"), told.claim_stands and choice_name("route.claim_stands", told.claim_stands, words)),
        (say("dispute_sections"), ", ".join(named)),
    ]


def _form(matter: Matter) -> Facts:
    say, form = matter.sayer("hand-off"), matter.case.panel_form
    days = {"form_given": form.furnished_on, "form_asked": form.asked_on, "form_unit": form.medical_unit_on, "form_returned": form.returned_on}
    return [(say(name), matter.told(day)) for name, day in days.items()]


def _report(matter: Matter, report: Report) -> Facts:
    """One report, whose author and date stand in its name: when it came, when the objection went out."""
    say, went = matter.sayer("hand-off"), panel.objected(report)
    return [
        (say("report_kind"), report.kind and choice_name("reports.kind", report.kind, matter.words)),
        (say("report_came"), matter.told(report.received_on)),
        (say("report_objection"), matter.told(went.on) if went else None),
    ]


def _panel(matter: Matter, one: Panel) -> Facts:
    """The chosen doctor and the exam, the day of the panel, the notice, the three doctors."""
    say, case = matter.sayer("hand-off"), matter.case
    doctor, exam = panel.chosen(one), panel.exam_of(case, one)
    return [
        (say("panel_number"), one.number),
        (say("panel_chosen"), doctor.name if doctor else None),
        (say("panel_exam"), matter.told(exam.on) if exam else None),
        (say("panel_issued"), matter.told(one.issued_on)),
        (say("panel_notice"), "; ".join(_notice(matter, line) for line in panel.sent_to(panel.ADMINISTRATOR, one.sendings))),
        (say("panel_doctors"), "; ".join(each.name for each in one.doctors if each.name)),
    ]


def _exam(matter: Matter, one: Exam) -> Facts:
    """The day and hour, the evaluator, the place, the interpreter."""
    say, wanted = matter.sayer("hand-off"), one.interpreter and choice_name("exams.interpreter", one.interpreter, matter.words)
    return [
        (say("exam_on"), ", ".join(filter(None, (matter.told(one.on), one.at)))),
        (say("exam_doctor"), doctor_name(matter.case, one)),
        (say("exam_place"), one_line(one.place)),
        (say("exam_interpreter"), ", ".join(filter(None, (wanted, one.language)))),
    ]


def _notice(matter: Matter, line: Sending) -> str:
    """A notice that went out: its day, and whom it named."""
    day = matter.told(line.on) or ""
    return matter.sayer("hand-off")("panel_named", day=day, name=line.named) if line.named else day
