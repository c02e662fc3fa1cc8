"""The sheet in the place of a letter that is not for this person: an attorney's office writes, or other rules hold.

It names no recipient, and says at its head that it is not to be sent.
"""

from dataclasses import replace

from qme_guide.documents.document import Document, Paragraph
from qme_guide.documents.matter import Matter, sheet


def not_made(matter: Matter, name: str, why: str) -> Document:
    """The sheet instead of the letter of this name. why: as rules/correspondence names it."""
    paper = sheet(matter, name, [Paragraph(matter.shared(f"not_made_{why}"), strong=True)], sent=True)
    mark = " ".join(filter(None, (matter.shared("not_made_mark"), paper.mark)))
    return replace(paper, title=matter.shared("not_made_title"), mark=mark, foot=matter.shared("not_lawyer"))
