"""A drawn sample letter with numbered boxes: where each fact stands."""

from pages.parts import look, session, show

words = session.words()
look.title(words.passages["pages/letter_picture"].title)
look.show(show.passage("pages/letter_picture"))
show.picture()
