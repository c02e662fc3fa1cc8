"""The log of sendings for the worker's own folder: what went to whom, how, what proves it, and when to look again."""

from collections.abc import Callable

from datetime import date

from qme_guide.case import UNSURE, Letter, Sending
from qme_guide.documents.document import Block, Bullets, Document, Heading, Paragraph, Table
from qme_guide.documents.matter import Matter, sheet
from qme_guide.rules.sending import ARRIVED, NOW, QUICK, FollowUp, follow_ups
from qme_guide.rules.start import earliest

NAME = "sending-log"
COLUMNS = ("day", "to", "how", "proof", "result")
_WIDTHS = (22, 22, 11, 25, 22)
_EMPTY = ("",) * len(COLUMNS)


def sending_log(matter: Matter) -> Document:
    """A row for each noted sending, by day; then empty rows to fill in by hand, and what is still to look at."""
    say, letter = matter.sayer(NAME), matter.letter
    noted = tuple(_row(matter, line) for line in _by_day(letter))
    empty = tuple(_EMPTY for _ in COLUMNS[len(noted) :] or COLUMNS[-1:])
    blocks: list[Block] = [Paragraph(say("intro"))]
    if letter and (day := letter.printed_on) and matter.told(day):
        blocks.append(Paragraph(say("about", day=matter.told(day))))
    blocks.append(Table(tuple(say(f"column_{name}") for name in COLUMNS), (*noted, *empty), _WIDTHS))
    if found := tuple(told(matter, one, say) for one in (follow_ups(letter, matter.law) if letter else ())):
        blocks += [Heading(say("next_title")), Bullets(found)]
    blocks += [Heading(say("keep_title")), Bullets(tuple(say(f"keep_{name}") for name in ("fax", "mail", "hand", "form")))]
    return sheet(matter, NAME, blocks, sent=False, one_page=True)


def told(matter: Matter, found: FollowUp, say: Callable[..., str]) -> str:
    """A follow-up with its day, unless it is for today."""
    return sentence(matter, found, say) if found.kind in NOW else say("next_line", day=found.day, told=sentence(matter, found, say))


def sentence(matter: Matter, found: FollowUp, say: Callable[..., str]) -> str:
    """What to do, and about which line of the log. A fax has no tracking number."""
    quick = found.kind == ARRIVED and found.sending.how in QUICK
    return say("next_arrived_fax" if quick else f"next_{found.kind}", line=called(matter, found.sending))


def called(matter: Matter, line: Sending) -> str:
    """A line of the log in a few words: to whom, how, and on which day."""
    return ", ".join(part for part in (_to(matter, line), _how(matter, line), matter.told(line.on)) if part)


def _by_day(letter: Letter | None) -> list[Sending]:
    """The lines of the log, the earliest day first; those without a day last."""
    return sorted(letter.sendings if letter else (), key=lambda line: earliest(line.on) or date.max)


def _row(matter: Matter, line: Sending) -> tuple[str, ...]:
    proof = ": ".join(part for part in (_choice(matter, line, "proof"), line.number) if part)
    return matter.told(line.on) or "", _to(matter, line), _how(matter, line), proof, _choice(matter, line, "result")


def _to(matter: Matter, line: Sending) -> str:
    return matter.sayer(NAME)(f"who_{line.to}")


def _how(matter: Matter, line: Sending) -> str:
    return "" if line.how in (None, UNSURE) else matter.sayer("claims-copy")(f"how_{line.how}")


def _choice(matter: Matter, line: Sending, name: str) -> str:
    """An answer of a line in the words of its question; nothing while it was not answered."""
    answer = getattr(line, name)
    return matter.words.choice(f"letters.sendings.{name}", answer) if answer else ""
