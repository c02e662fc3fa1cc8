"""QME Form 105: what it is, what to check, sending it first, and the wait for the panel."""

from pages.parts import look, session

look.title(session.words().say("panel.title"))
