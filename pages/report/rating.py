"""After the report: how far the rating is, its dates, asking for another look, and what the words of a rating mean."""

from pages.parts import elsewhere, look, rating, session, undo

look.title(session.words().say("rating.title"))
undo.offer("rating")

if not elsewhere.closed():
    rating.page()
