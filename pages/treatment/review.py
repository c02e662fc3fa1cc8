"""After the request was sent: the log, what came back, and what follows."""

from pages.parts import look, session

look.title(session.words().say("review.title"))
