"""The papers that help: which are there, who holds the others, and a letter that asks for them."""

from pages.parts import look, offer, records, session, show, undo
from qme_guide import flow
from qme_guide.rules import triage

words, case = session.words(), session.case()
look.title(words.say("records.title"))
undo.offer("records")
found = triage.outcome(case.triage)
if found and not flow.packet_road(case) and not records.for_exam():
    show.outcome(found)
    offer.papers("hand-off", "call-card")
else:
    records.screen()
