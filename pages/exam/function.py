"""What a person can and cannot do since the injury: the job, daily life and work, earlier problems, the one page."""

from pages.parts import abilities, look, session, undo

look.title(session.words().say("function.title"))
undo.offer("function")
abilities.screen()
