"""A report the worker disagrees with: the findings, the objection letter, sending it. A QME's report has another road."""

from pages.parts import findings, look, objecting, offer, reports, session, show, undo
from qme_guide.rules import objection
from qme_guide.rules.table import represented
from qme_guide.rules.triage import Outcome

words, case = session.words(), session.case()
report = case.reports[reports.at()] if case.reports else None
look.title(words.say("objection.title"))
undo.offer("objection")

if asked := reports.asking():
    reports.question(asked)
elif closed := objection.closed(case):
    show.outcome(Outcome(closed))
    offer.papers("hand-off", "call-card")
elif report and findings.asking(report):
    findings.question(report)
else:
    if represented(case):
        objecting.attorney()
    elif report is None:
        look.show(show.passage("pages/objection_intro"))
    reports.choose()
    if report is None:
        reports.first()
    elif represented(case):
        findings.cards(report)
        reports.noted(report)
    elif report.kind == objection.QME:
        objecting.qme(report)
    else:
        objecting.screen(report)
