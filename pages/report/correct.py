"""The one request to correct facts in a QME report, the reply to the other side, and sending it."""

from pages.parts import correcting, look, session, undo

look.title(session.words().say("correct.title"))
undo.offer("correct")
correcting.screen()
