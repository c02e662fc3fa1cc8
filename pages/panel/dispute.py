"""Which road a medical dispute takes: the questions and where they lead."""

from pages.parts import look, session

look.title(session.words().say("dispute.title"))
