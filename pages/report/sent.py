"""Everything that went out: when, how, the proof, what is due now."""

from pages.parts import look, sent, session, undo

look.title(session.words().say("sent.title"))
undo.offer("sent")
sent.screen()
