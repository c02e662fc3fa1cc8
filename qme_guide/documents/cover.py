"""The first page of a packet: who asks the review organization for what, and what is enclosed. It also leads a fax.

No address and no fax number is ours: both stand on the worker's own form, and are copied from there by hand. Each
sentence stands only when its answer was given.
"""

from collections.abc import Callable, Mapping

from qme_guide.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph, Table
from qme_guide.documents.matter import Matter, case_facts, copy_note, item, sheet
from qme_guide.rules import imr
from qme_guide.rules.start import exact

_ALWAYS = {"form": 0, "decision": 0}


def imr_cover(matter: Matter, pages: Mapping[str, int] = _ALWAYS, total: int = 0) -> Document:
    """The first page. `pages`: each enclosed paper, in order, with its number of pages; `total`: pages in all.

    Numbers are printed when they are known (not 0). Without pages of a certification (the doctor's signed paper,
    Lab. Code 4610.6(d)(1)(C)) no word says that the request is urgent.
    """
    say, letter = matter.sayer("imr-cover"), matter.letter
    printed = exact(letter.printed_on) if letter else None
    head = _head(matter, say, total)
    # Two rows stay open for a hand: they are known only when it is sent.
    known = (*(row for row in head if row[-1]), (say("fax_number"), ""), (say("sent_on"), ""))
    blocks: list[Block] = [
        *copy_note(matter),
        Table((), known),
        *(Blank(label) for label, value in head if not value),
        Paragraph(say("request", printed=printed) if printed else say("request_undated")),
        *([Paragraph(say("urgent"), strong=True)] if pages.get("certification") else []),
        *_treatments(matter, say),
        Heading(say("enclosed_title")),
        Bullets(tuple(_enclosed(say, name, count) for name, count in pages.items()), numbered=True),
        Paragraph(say("thanks_none")),
    ]
    return sheet(matter, "imr-cover", blocks, sent=True, one_page=True)


def _head(matter: Matter, say: Callable[..., str], total: int) -> list[tuple[str, str | None]]:
    """To whom, from whom, which claim, and how many pages; the last only when it is known."""
    worker = matter.case.worker
    _, *claim = case_facts(matter)
    rows = [(matter.shared("to"), say("to_line")), (matter.shared("from"), worker.name)]
    rows += [(say("my_address"), worker.address), (say("my_phone"), worker.phone), *claim]
    return [*rows, (say("pages_label"), str(total))] if total else rows


def _treatments(matter: Matter, say: Callable[..., str]) -> list[Block]:
    """Each denied or changed item as it was named."""
    letter = matter.letter
    named = tuple(item(one) for one in letter.treatments if one.name) if letter else ()
    if not named:
        return []
    blocks: list[Block] = [Heading(say("treatments_title")), Bullets(named, numbered=True)]
    if len(named) > len(named[:1]):
        blocks.append(Paragraph(say("several_treatments")))
    if imr.medicine(letter) == "yes":
        blocks.append(Paragraph(say("medicine")))
    return blocks


def _enclosed(say: Callable[..., str], name: str, count: int) -> str:
    paper = say(f"enclosed_{name}")
    return say("with_pages", paper=paper, pages=count) if count else paper
