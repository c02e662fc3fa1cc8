"""Home: what this is for a newcomer; the next step, the soonest date and the road for everybody else."""

from pages.parts import appointments, cards, helping, look, offer, returned, routes, session, show, steps, undo
from qme_guide import flow
from qme_guide.rules import dispute, imr, route

case, words = session.case(), session.words()
road = flow.road(case, session.law(), session.today())
disputes = route.routes(case, session.law(), session.today()) if dispute.dispute_begun(case) and not dispute.attorneys(case) else ()
leads_away = not disputes and road.outcome is not None and not road.outcome.goes_on
on_dispute = road.soonest and road.next and road.next.task in (*flow.PANEL, *flow.EXAM, *flow.REPORT)  # then its date and its next step come first
told = () if road.next and road.next.task in flow.REPORT and dispute.evaluated(case) else disputes  # once the report came of it, its road is behind


def newcomer() -> None:
    look.title(words.passages["pages/home_first"].title)
    look.show(show.passage("pages/home_first"))
    offer.step(words.say("home.start"), "triage", primary=True)
    appointments.offer_first(words.say("home.exam"))
    offer.step(words.say("home.dispute"), "dispute")
    offer.step(words.say("home.report"), "report")
    helping.offer_start()
    returned.below()
    offer.example()
    look.show(look.fold(words.passages["pages/privacy_short"].title, show.passage("pages/privacy_short")))


def returning() -> None:
    look.title(words.say("home.title"))
    undo.offer("keep")
    if leads_away:
        session.note("triage", None)
        show.short_outcome(road.outcome)
        offer.step(words.say("home.whole"), "triage", primary=road.next is None or road.next.task.page == "triage")
    routes.short(() if on_dispute else told)
    if road.soonest:
        steps.nearest(road, road.outcome if leads_away else None, step)
    elif waiting := [letter for letter in case.letters if not imr.sent(letter)]:
        cards.letter(waiting[0], brief=True, step=step)
    else:
        steps.exam_card(road)
        step()
    look.heading(words.say("home.steps_title"))
    steps.show(road)
    routes.short(told if on_dispute else ())
    if leads_away:
        offer.papers("call-card", "hand-off")
    if road.soonest:
        offer.step(words.say("home.all_dates"), "dates")
    offer.save()


def step() -> None:
    """The button to the next step; where the first questions led away, to the next step about the letter or the dispute."""
    if found := road.away_step if leads_away else road.next:
        steps.button(found, primary=found == road.next)


returning() if flow.started(case) else newcomer()
