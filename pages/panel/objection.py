"""A report the worker disagrees with: the findings, the objection letter, sending it. A QME's report has another road."""

from pages.parts import elsewhere, findings, look, objecting, reports, session, undo

case = session.case()
report = case.reports[reports.at()] if case.reports else None
look.title(session.words().say("objection.title"))
undo.offer("objection")

if not elsewhere.closed():
    reports.draw(report, findings.asking, findings.question, objecting.page)
