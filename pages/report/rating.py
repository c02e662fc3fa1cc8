"""After the report: the rating, its dates, and what comes then."""

from pages.parts import look, session

look.title(session.words().say("nav.rating"))
