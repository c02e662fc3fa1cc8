"""What this guide does and does not do, what it keeps, and when its rules were last checked."""

from pages.parts import look, session, show

words, law = session.words(), session.law()
look.title(words.passages["pages/about"].title)
look.show(show.passage("pages/about"))
next_check = min(clock.check_by for clock in law.clocks.values())
look.show(look.paragraph(words.say("about_page.checked", as_of=law.read, check_by=next_check), soft=True))
