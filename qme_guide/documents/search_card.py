"""The card for looking up decisions that the State published: which words to type, made from the answers, and how to read one."""

from collections.abc import Iterable

from qme_guide.case import Letter
from qme_guide.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph, Table
from qme_guide.documents.matter import Matter, sheet
from qme_guide.rules import reasons

NAME, COLUMNS = "search-card", (28, 71)
RESULTS = "Overturned; Upheld"
HOW = ("how_first", "how_read", "how_facts", "how_show")


def search_card(matter: Matter) -> Document:
    """Where to look, words to type, how to read what is found, and lines for two decisions."""
    say = matter.sayer(NAME)
    blocks: list[Block] = [
        Paragraph(say("intro")),
        Heading(say("where_title")),
        Paragraph(say("where")),
        Paragraph(say("private"), strong=True),
        Heading(say("words_title")),
        Table((), _words(matter), COLUMNS),
        Paragraph(say("words_own")),
        Heading(say("how_title")),
        Bullets(tuple(say(name) for name in HOW), numbered=True),
        Heading(say("write_title")),
        *(Blank(say(name)) for _ in RESULTS.split("; ") for name in ("number", "facts")),
    ]
    return sheet(matter, NAME, blocks, sent=False, one_page=True)


def _words(matter: Matter) -> tuple[tuple[str, str], ...]:
    """What to type, by kind: treatments, body parts, the English words of each reason, the words of a result."""
    say, letter = matter.sayer(NAME), matter.letter or Letter(id="none")
    named = _once(one.name for one in letter.treatments)
    parts = _once(one.body_part for one in letter.treatments)
    phrases = (matter.words.say(f"reasons.{reason}.on_letter").replace("*", "") for reason in reasons.chosen(letter))
    found = "; ".join(phrases).replace(", ", "; ")
    rows = (("words_treatment", named or say("words_none")), ("words_body", parts), ("words_reason", found), ("words_result", RESULTS))
    return tuple((say(name), text) for name, text in rows if text)


def _once(texts: Iterable[str | None]) -> str:
    """Each text once."""
    return "; ".join(dict.fromkeys(text for text in texts if text))
