"""The frame of a page about one denial letter: the road that the first questions lead to instead, or the letter it is about.

It must not know what such a page does with its letter.
"""

from collections.abc import Callable

from pages.parts import elsewhere, letters, look, offer, session, show, uploads
from qme_guide.rules import triage


def screen(draw: Callable[[int], None]) -> None:
    """`draw` draws the page for one letter, by its place in the list (from 0).

    Where no packet of ours fits: that road, and the papers to hand over. Without a letter: the way to the first one.
    """
    words, case = session.words(), session.case()
    found = triage.outcome(case.triage)
    if found and not found.packet:
        show.outcome(found)
        offer.papers("hand-off", "call-card")
    elif elsewhere.closed():
        return
    elif case.letters:
        uploads.choose_letter()
        draw(letters.at())
    else:
        look.show(look.paragraph(words.say("imr.no_letter")))
        offer.step(words.say("road.denial"), "denial", primary=True)
