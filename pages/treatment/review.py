"""After the request was sent: the dates, what comes next, what was noted, and the papers that this calls for."""

from pages.parts import look, one_letter, review, session

look.title(session.words().say("review.title"))
one_letter.screen(review.screen)
