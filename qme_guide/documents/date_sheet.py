"""The worker's own sheet: the date of each letter, very large, to put on a wall; on a page behind it, how it was counted."""

from collections.abc import Sequence

from qme_guide.documents.counted import refused, requests, working
from qme_guide.documents.document import PART_LEVEL, Big, Block, Bullets, Document, Heading, PageBreak, Paragraph
from qme_guide.documents.matter import Matter, facts, sheet
from qme_guide.rules import imr

NAME = "date-sheet"


def date_sheet(matter: Matter) -> Document:
    """The date of each letter, very large, then its working. Nothing is shown that was not counted."""
    say, found = matter.sayer(NAME), requests(matter)
    blocks: list[Block] = [Paragraph(say("intro"))]
    for one in found:
        blocks += [*_named(matter, one, found), *_dated(matter, one)]
    blocks.append(Paragraph(say("keep"), strong=True))
    if found:
        blocks += [PageBreak(), Heading(say("counted_title"))]
    for one in found:
        blocks += [*_named(matter, one, found), Bullets(working(matter, one.first, one.start))]
    return sheet(matter, NAME, blocks, sent=False, large=True)


def _named(matter: Matter, one: imr.Request, found: Sequence[imr.Request]) -> list[Block]:
    """Which letter it is about, as soon as there are several."""
    return [Heading(matter.words.paper(one.letter.id), PART_LEVEL + 1)] if found[1:] else []


def _dated(matter: Matter, found: imr.Request) -> list[Block]:
    words, deadline, say = matter.words, found.first, matter.sayer(NAME)
    if deadline.safe is None:
        return [Paragraph(text, strong=True) for text in refused(matter, deadline)]
    blocks: list[Block] = [Big(say("safe_label"), words.day(deadline.safe))]
    blocks += [Paragraph(say(name)) for name in ("safe_explain", "not_posting")]
    if matter.today and deadline.safe < matter.today:
        blocks.append(Paragraph(say("today_late"), strong=True))
    else:
        blocks += facts(_sending(matter, found), matter)
    if not found.start.exact:
        blocks.append(Paragraph(say("not_sure")))
    return blocks


def _sending(matter: Matter, found: imr.Request) -> list[tuple[str, str | None]]:
    words, say = matter.words, matter.sayer(NAME)
    noon = words.say("card.noon")
    fax = found.fax_by and say("fax_time", day=found.fax_by, time=noon)
    mail = found.mail_by and f"{words.day(found.mail_by)}. {say('mail_note')}"
    return [(say("fax_label"), fax), (say("mail_label"), mail)]
