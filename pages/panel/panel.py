"""QME Form 105: what it is, asking for it, the specialty, sending it first, and the wait for the panel."""

from pages.parts import ask_form, look, objecting, offer, panel_form, session, show
from qme_guide.rules import objection
from qme_guide.rules.table import represented
from qme_guide.rules.triage import Outcome

words, case = session.words(), session.case()
look.title(words.say("panel.title"))

if closed := objection.closed(case):
    show.outcome(Outcome(closed))
    offer.papers("hand-off", "call-card")
elif represented(case):
    objecting.attorney()
elif asked := ask_form.asking():
    ask_form.question(asked)
else:
    panel_form.screen()
