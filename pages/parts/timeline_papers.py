"""The papers of the timeline: one page for the exam, the full one, the one for the doctor, and the private one by itself."""

from pages.parts import look, offer, private, session, whose
from qme_guide.documents.matter import SENT_LANGUAGE

OPEN, PRIVATE = ("timeline-exam", "timeline-doctor", "timeline-full"), "timeline-private"


def screen() -> None:
    """The three papers without private things, then the private one and for whom it is."""
    if whose.question("timeline"):
        return
    words = session.words()
    look.heading(words.say("timeline.papers_title"))
    if not session.case().events:
        look.show(look.paragraph(words.say("timeline.papers_empty")))
        return
    look.show(look.paragraph(words.say("timeline.papers_intro")))
    if words.language != SENT_LANGUAGE and not session.case().sample and any(one.what or one.body_part for one in session.case().events):
        look.show(look.notice(words.say("imr.own_words"), "soon"))
    whose.missing("timeline")
    offer.papers(*OPEN)
    count = private.count()
    told = words.say("timeline.papers_private", count=count) if count else words.say("timeline.papers_none_private")
    look.show(look.notice(told, "soon" if count else "next"))
    offer.papers(PRIVATE)
