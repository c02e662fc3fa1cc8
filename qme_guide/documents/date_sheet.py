"""The worker's own sheet: the date of each letter, very large, with its working."""

from qme_guide.documents.counted import refused, requests, working
from qme_guide.documents.document import Big, Block, Document, Heading, Paragraph
from qme_guide.documents.matter import Matter, facts, sheet
from qme_guide.rules import imr
from qme_guide.rules.deadline import Deadline
NAME = "date-sheet"


def date_sheet(matter: Matter) -> Document:
    """The date of each letter, very large, with its working. Nothing is shown that was not counted."""
    say = matter.sayer(NAME)
    blocks: list[Block] = [Paragraph(say("intro"))]
    for found in requests(matter):
        blocks += _dated(matter, found)
    return sheet(matter, NAME, [*blocks, Paragraph(say("keep"), strong=True)], sent=False, large=True)


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
    return [*blocks, *_counted(matter, found)]


def _sending(matter: Matter, found: imr.Request) -> list[tuple[str, str | None]]:
    words, say = matter.words, matter.sayer(NAME)
    noon = words.say("card.noon")
    fax = found.fax_by and say("fax_time", day=found.fax_by, time=noon)
    mail = found.mail_by and f"{words.day(found.mail_by)}. {say('mail_note')}"
    return [(say("fax_label"), fax), (say("mail_label"), mail)]


def _counted(matter: Matter, found: imr.Request) -> list[Block]:
    """The working as one paragraph, so that the sheet stays one page to put on a wall."""
    return [Heading(matter.sayer(NAME)("counted_title")), Paragraph(" ".join(working(matter, found.first, found.start)))]
