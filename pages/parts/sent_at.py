"""Where the page of everything that went out stands, and what a sending is called there."""

from pages.parts import offer, sendlog, session
from qme_guide.documents import sending_log_all
from qme_guide.rules.outbox import Sent

PLACE, LIST, ANSWER, FOLLOW = "sent", "list", "answer", "follow"


def go(name: str, one: Sent) -> None:
    """Open a step about one sending."""
    session.go(PLACE, (name, one.about, one.line.id))


def what(one: Sent) -> str:
    """Which letter it was."""
    return sending_log_all.what(offer.matter(session.words().language), one)


def log(one: Sent, wrote: str | None = None) -> sendlog.Log:
    """The log of one sending, as this page opens it; `wrote`: of another letter in the same list."""
    return sendlog.Log(f"sent-{one.about or 'case'}", one.path, (one.line.to,), wrote or one.line.wrote)
