"""Which road a medical dispute takes: the questions and where they lead."""

from pages.parts import look, routes, session, show
from qme_guide.rules import route, route_questions

case = session.case()
at = session.place(routes.PLACE) or route_questions.next_question(case)
found = route.routes(case, session.law(), session.today())
if at or not found:
    look.title(session.words().say("dispute.title"))
    routes.ask_next(at)
else:
    first, *_ = found
    look.title(show.outcome_title(first))
    routes.result(found)
