"""For an attorney or an I&A officer, on one page: facts, dates with their working, open questions, read in three minutes."""

from qme_guide.documents.brief import Told, blocks, one_page
from qme_guide.documents.document import Bullets, Document, Heading, Paragraph
from qme_guide.documents.hand_off import NAME, questions
from qme_guide.documents.matter import Matter, copy_note, sheet

_MOST = len(("first", "second", "third", "fourth", "fifth", "last"))
"""So many questions stand on the page; the full sheet holds all of them."""


def hand_off(matter: Matter) -> Document:
    """The page; what it has no room for is counted on it, and stands on the full sheet."""
    return one_page(matter, _drawn)


def _drawn(matter: Matter, told: Told) -> Document:
    say, asked = matter.sayer(NAME), questions(matter)
    left_out = [Paragraph(say("more_questions", count=len(asked[_MOST:])))] if asked[_MOST:] else []
    return sheet(
        matter,
        NAME,
        [
            *copy_note(matter),
            Paragraph(say("intro")),
            *blocks(matter, told),
            Heading(say("questions_title")),
            Bullets(tuple(say(name) for name in asked[:_MOST]), numbered=True),
            *left_out,
        ],
        sent=True,
        one_page=True,
    )
