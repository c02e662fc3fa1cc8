"""The one request to correct facts in a QME report, the reply to the other side, and sending it."""

from pages.parts import look, session

look.title(session.words().say("nav.correct"))
