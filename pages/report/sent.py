"""Everything that went out: when, how, the proof, what is due now."""

from pages.parts import look, session

look.title(session.words().say("nav.sent"))
