"""Practice for the exam: fifteen prompts in a person's own words. Private."""

from pages.parts import look, practising, session, undo

look.title(session.words().say("practice.title"))
undo.offer("practice")
practising.screen()
