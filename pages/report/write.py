"""A letter by situation: who gets it, by when, whether it may go to the QME."""

from pages.parts import look, session

look.title(session.words().say("nav.write"))
