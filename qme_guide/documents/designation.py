"""The permission with which an injured worker names somebody to act in the independent medical review (IMR).

It counts only when it is made after the decision (Lab. Code 4610.5(j)), so its day is written by hand at the signature,
under the date of the decision. Who is named writes nothing here but name, address and telephone. It is one paper: the copy
to read has no place to write or to sign.
"""

from qme_guide.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph
from qme_guide.documents.matter import SENT_LANGUAGE, Matter, case_facts, copy_note, facts, item, sheet, sign
from qme_guide.rules.start import exact

NAME = "designation"


def designation(matter: Matter) -> Document:
    """I name this person; the decision it is about; signed after it."""
    say, letter = matter.sayer(NAME), matter.letter
    decided = exact(letter.decided_on) or exact(letter.printed_on) if letter else None
    named = "; ".join(item(one) for one in letter.treatments if one.name) if letter else ""
    asked, signed = tuple(say(name) for name in ("person", "address", "phone", "relation")), matter.words.language == SENT_LANGUAGE
    blocks: list[Block] = [
        *copy_note(matter),
        *facts([*case_facts(matter), (say("decision"), matter.told(decided)), (say("treatment"), named)], matter),
        Paragraph(say("about"), strong=True),
        Heading(say("person_title")),
        *(map(Blank, asked) if signed else [Bullets(asked)]),
        Heading(say("worker_title")),
        Paragraph(say("after")),
        Paragraph(say("law")),
        Paragraph(say("day")),
        sign(matter) if signed else Paragraph(say("sign_there"), strong=True),
    ]
    return sheet(matter, NAME, blocks, sent=True, one_page=True)
