"""The worker's own sheet to check the State form that came with the decision: box by box, with what was answered beside.

It is no look-alike of the form and holds no address to send it to: that stands on the form itself. The boxes are those
of a draft of 2013 (SECONDARY), so the sheet says that the form may have others.
"""

from collections.abc import Callable, Sequence

from qme_guide.case import Case, Letter
from qme_guide.documents.counted import counted
from qme_guide.documents.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Table
from qme_guide.documents.matter import Matter, item, one_line, sheet
from qme_guide.rules.start import exact

NAME = "form-sheet"
COLUMNS = (47, 42, 11)
NO_FORM = "imr-request-no-form"
Say = Callable[..., str]
Boxes = Sequence[tuple[str, str | None]]


def form_sheet(matter: Matter) -> Document:
    """What to compare in each box, where to sign, and what to do when a box is wrong or the form did not come."""
    say, letter = matter.sayer(NAME), matter.letter
    groups = {"you_title": _you(matter.case), "claim_title": _claim(matter), "decision_title": _decision(matter, letter, say)}
    you, claim, decision = ((Heading(say(title)), _table(rows, matter)) for title, rows in groups.items())
    came = letter.form_enclosed if letter else None
    missing = _missing(matter, say)
    blocks: list[Block] = [
        Paragraph(say("intro"), strong=True),
        *(missing if came == "no" else ()),
        Paragraph(f"{say('how_later' if came == 'no' else 'how')} {say('other_boxes')}"),
        *you,
        *claim,
        PageBreak(),
        *decision,
        *_sign(letter, say),
        *_wrong(matter, say),
        *(missing if came not in ("yes", "no") else ()),
    ]
    return sheet(matter, NAME, blocks, sent=False, one_page=True)


def _missing(matter: Matter, say: Say) -> list[Block]:
    """How to get the form, and that the time may not run without it. Lab. Code 4610.5(h)(3)."""
    told = (matter.words.clock(NO_FORM, part) for part in ("second", "tell"))
    return [Heading(say("missing_title")), Bullets((say("missing_ask"), *told))]


def _table(boxes: Boxes, matter: Matter) -> Table:
    """A line for each box: its name, what was answered or where to look, and a place for a mark."""
    say = matter.sayer(NAME)
    head = tuple(say(f"column_{name}") for name in ("box", "known", "right"))
    rows = ((say(f"box_{name}"), known or say(f"box_{name}_help"), say("tick")) for name, known in boxes)
    return Table(head, tuple(rows), COLUMNS)


def _you(case: Case) -> Boxes:
    worker = case.worker
    return (("name", worker.name), ("address", one_line(worker.address)), ("phone", worker.phone), ("birth", None))


def _claim(matter: Matter) -> Boxes:
    claim = matter.case.claim
    contact = ", ".join(filter(None, (one_line(claim.administrator_address), claim.adjuster)))
    return (
        ("number", claim.number),
        ("injured", matter.told(claim.injured_on)),
        ("employer", claim.employer),
        ("state_numbers", None),
        ("administrator", claim.claims_administrator),
        ("contact", contact),
    )


def _decision(matter: Matter, letter: Letter | None, say: Say) -> Boxes:
    if letter is None:
        letter = Letter(id=NAME)
    kind = {"yes": say("review_urgent"), "no": say("review_regular")}.get(letter.urgent or "")
    return (
        ("decided", matter.told(letter.decided_on) or matter.told(letter.printed_on)),
        ("treatment", "; ".join(item(one) for one in letter.treatments if one.name)),
        ("diagnosis", None),
        ("doctor", matter.case.doctor.name),
        ("review", kind),
        ("liability", _answer(letter.liability_disputed, say)),
        ("conditional", _answer(letter.conditional, say)),
        ("revised", matter.told(letter.form_revised_on)),
    )


def _answer(said: str | None, say: Say) -> str | None:
    return say(f"said_{said}") if said in ("yes", "no") else None


def _sign(letter: Letter | None, say: Say) -> list[Block]:
    """Where to sign; for another person, what must be there too and from which day it may be."""
    told = [say("sign_where"), say("sign_consent")]
    if letter is None or letter.signer != "worker":
        told.append(say("sign_other"))
    decided = letter and letter.signer == "other" and (exact(letter.decided_on) or exact(letter.printed_on))
    told += [say("sign_decided", decided=decided)] if decided else []
    return [Heading(say("sign_title")), Bullets((*told, say("sign_send")))]


def _wrong(matter: Matter, say: Say) -> list[Block]:
    """Leave it as it is, call, the sentence to say; and that the date stays."""
    told = [say(name) for name in ("wrong_keep", "wrong_call", "wrong_say")]
    found = counted(matter.letter, matter) if matter.letter else None
    if found and found.first.safe and not (matter.today and found.first.safe < matter.today):
        told.append(say("wrong_date", safe=found.first.safe))
    return [Heading(say("wrong_title")), Bullets(tuple(told))]
