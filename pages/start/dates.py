"""Every date of the case on one page: what the worker does, what the others do, from when something is possible."""

import streamlit as st

from pages.parts import ask, cards, look, offer, session
from qme_guide.rules.dates import dates

PATHS = ("claim.injured_on", "claim.form_filed_on", "claim.denied_on")
case, words = session.case(), session.words()
rows = dates(case, session.law(), session.today())
far = [row for row in rows if row.deadline.refused and not row.deadline.safe]
near = [row for row in rows if row not in far]

look.title(words.say("dates.title"))
if not rows:
    look.show(look.paragraph(words.say("dates.none")))
    offer.step(words.say("road.denial"), "denial", primary=True)
for kind, heading in (("worker", "dates.yours"), ("other", "dates.theirs"), ("wait", "dates.waits")):
    mine = [row for row in near if row.deadline.kind == kind]
    if mine:
        look.heading(words.say(heading))
        look.show(*cards.lines(mine))
if far:
    look.show(look.fold(words.say("dates.later"), *(cards.line(row) for row in far)))
if rows:
    offer.calendar()
    offer.papers("date-sheet", "hand-off")
with st.expander(words.say("dates.add_claim"), expanded=bool(session.place("problems.claim-dates"))):
    if ask.screen("claim-dates", PATHS, optional=True, title=words.say("triage.claim_dates"), back=False):
        st.rerun()
