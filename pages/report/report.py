"""Reading a report part by part, its table of errors, and what each row is."""

from pages.parts import elsewhere, error_row, look, reading, reports, session, undo

report = reading.current()
look.title(session.words().say("report.title"))
for kind in ("report", "objection"):
    undo.offer(kind)

if not elsewhere.closed():
    if asked := reports.asking():
        reports.question(asked)
    elif report and error_row.asking(report):
        error_row.question(report)
    else:
        reading.screen(report)
