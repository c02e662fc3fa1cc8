"""The papers that help: which are there, who holds the others, and a letter that asks for them."""

from pages.parts import look, session

look.title(session.words().say("records.title"))
