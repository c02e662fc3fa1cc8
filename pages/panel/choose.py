"""The three doctors side by side, the calls, the choice, and the notice that protects it."""

from pages.parts import choosing, doctors, look, objecting, offer, session, show, undo
from qme_guide.rules import objection
from qme_guide.rules.table import represented
from qme_guide.rules.triage import Outcome

case = session.case()
look.title(session.words().say("choose.title"))
undo.offer("choose")

if closed := objection.closed(case):
    show.outcome(Outcome(closed))
    offer.papers("hand-off", "call-card")
elif represented(case):
    objecting.attorney()
elif asked := doctors.asking():
    doctors.question(*asked)
elif case.panels:
    choosing.screen(case.panels[doctors.at()])
else:
    choosing.empty()
