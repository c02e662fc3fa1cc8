"""Reading a report part by part, its table of errors, and what each row is."""

from pages.parts import look, session

look.title(session.words().say("nav.report"))
