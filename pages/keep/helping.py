"""Who helps: the helper says for whom, and that the injured worker agrees."""

from pages.parts import look, session

look.title(session.words().say("nav.helping"))
