"""Everything that went out, in one table for the worker's own folder: what, to whom, how, its proof, and what came back.

Under it, what to look at next, and the dates of others that a sending started. The log of one denial letter is `sending_log`.
"""

from collections.abc import Callable

from qme_guide.case import UNSURE
from qme_guide.documents.document import Block, Bullets, Document, Heading, Paragraph, Table
from qme_guide.documents.matter import Matter, sheet
from qme_guide.documents.sending_log import called, sentence
from qme_guide.rules.dates import OTHER, Row, dates
from qme_guide.rules.following import IMR_KINDS, Due, due
from qme_guide.rules.outbox import Sent, everything
from qme_guide.rules.sending import NOW, FollowUp

NAME, LOG = "sending-log-all", "sending-log"
COLUMNS = ("day", "what", "to", "proof", "result")
_WIDTHS = (18, 19, 25, 22, 16)
_EMPTY = ("",) * len(COLUMNS)
OUT = ("imr-request", "form105", "other")
"""Papers that are no letters of ours."""
Say = Callable[..., str]


def sending_log_all(matter: Matter) -> Document:
    """A row for each sending, the newest first; empty rows while there are few; then what comes next."""
    say, found = matter.sayer(NAME), everything(matter.case)
    noted = tuple(_row(matter, one, say) for one in found)
    empty = tuple(_EMPTY for _ in COLUMNS[len(noted) :] or COLUMNS[-1:])
    blocks: list[Block] = [
        Paragraph(say("intro" if found else "none")),
        Table(tuple(say(f"column_{name}") for name in COLUMNS), (*noted, *empty), _WIDTHS),
    ]
    if coming := due(matter.case, matter.law, matter.today):
        blocks += [Heading(say("next_title")), Bullets(tuple(told(matter, one) for one in coming))]
    if theirs := tuple(_theirs(matter, row, say) for row in started(matter)):
        blocks += [Heading(say("theirs_title")), Bullets(theirs)]
    return sheet(matter, NAME, [*blocks, Paragraph(say("keep"))], sent=False)


def what(matter: Matter, one: Sent) -> str:
    """Which letter it was, by the name it has on the screens."""
    return matter.words.say(f"sent.what_{one.paper}" if one.paper in OUT else f"paper.{one.paper}")


def started(matter: Matter) -> list[Row]:
    """The dates of others that a sending started."""
    rows = dates(matter.case, matter.law, matter.today)
    return [row for row in rows if row.deadline.kind == OTHER and row.start and row.start.field == "sendings.on" and row.deadline.safe]


def told(matter: Matter, found: Due) -> str:
    """What to look at, from its day on; what is for today without a day."""
    return act(matter, found) if found.kind in NOW else matter.sayer(NAME)("next_line", day=found.day, told=act(matter, found))


def act(matter: Matter, found: Due, sayer: Callable[[str], Say] | None = None) -> str:
    """What to do about one sending; a request for review has sentences of its own. `sayer`: not the paper's sentences but these."""
    of = sayer or matter.sayer
    if found.kind in IMR_KINDS and found.sent.path.startswith("letters.") and found.sent.line.wrote is None:
        return sentence(matter, FollowUp(found.kind, found.sent.line, found.day), of(LOG))
    return of(NAME)(f"next_{found.kind}", what=what(matter, found.sent), line=called(matter, found.sent.line))


def _row(matter: Matter, one: Sent, say: Say) -> tuple[str, ...]:
    line, day = one.line, matter.told(one.line.on) or ""
    to = called(matter, line.model_copy(update={"on": None}))
    proof = ": ".join(part for part in (_choice(matter, one, "proof"), line.number) if part)
    return day, what(matter, one), to, proof, _result(matter, one, say)


def _result(matter: Matter, one: Sent, say: Say) -> str:
    answered = one.line.answered_on
    if answered not in (None, UNSURE):
        return say("answered", day=matter.told(answered))
    return matter.words.say("sent.answered_unsure") if answered else _choice(matter, one, "result")


def _choice(matter: Matter, one: Sent, name: str) -> str:
    """An answer of a line in the words of its question; nothing while it was not answered."""
    answer = getattr(one.line, name)
    return matter.words.choice(f"letters.sendings.{name}", answer) if answer else ""


def _theirs(matter: Matter, row: Row, say: Say) -> str:
    words, rule = matter.words, row.deadline.rule
    return say("theirs_line", title=words.clock(rule, "title"), label=words.clock(rule, "label"), day=words.day(row.deadline.safe))
