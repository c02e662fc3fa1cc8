"""After the request was sent: the dates, what comes next, what was noted, and the papers that this calls for."""

from pages.parts import letters, look, offer, review, session, show, uploads
from qme_guide.rules import triage

words, case = session.words(), session.case()
look.title(words.say("review.title"))
found = triage.outcome(case.triage)
if found and not found.packet:
    show.outcome(found)
    offer.papers("hand-off", "call-card")
elif case.letters:
    uploads.choose_letter()
    review.screen(letters.at())
else:
    look.show(look.paragraph(words.say("imr.no_letter")))
    offer.step(words.say("road.denial"), "denial", primary=True)
