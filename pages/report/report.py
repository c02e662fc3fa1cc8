"""Reading a report part by part, its table of errors, and what each row is."""

from pages.parts import elsewhere, error_row, look, reading, reports, session, undo

report = reading.current()
look.title(session.words().say("report.title"))
for kind in ("report", "objection"):
    undo.offer(kind)

if not elsewhere.closed():
    reports.draw(report, error_row.asking, error_row.question, reading.screen)
