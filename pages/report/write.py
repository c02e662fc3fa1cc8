"""A letter by situation: who gets it, by when, whether it may go to the QME."""

from pages.parts import elsewhere, look, session, undo, writing

look.title(session.words().say("write.title"))
undo.offer("write")
if not elsewhere.told():
    writing.screen()
