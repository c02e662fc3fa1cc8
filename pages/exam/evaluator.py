"""Records for the evaluator: which ones, first to the claims administrator, and later to the QME."""

from pages.parts import evaluator, look, session, undo

look.title(session.words().say("evaluator.title"))
undo.offer("evaluator")
evaluator.screen()
