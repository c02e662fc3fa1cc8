"""The second track: what the letter gives as its reason, and what to ask the doctor for."""

from pages.parts import letters, look, offer, second_track, session, show, uploads
from qme_guide.rules import triage

words, case = session.words(), session.case()
look.title(words.say("doctor.title"))
found = triage.outcome(case.triage)
if found and not found.packet:
    show.outcome(found)
    offer.papers("hand-off", "call-card")
elif case.letters:
    uploads.choose_letter()
    second_track.screen(case.letters[letters.at()])
else:
    look.show(look.paragraph(words.say("imr.no_letter")))
    offer.step(words.say("road.denial"), "denial", primary=True)
