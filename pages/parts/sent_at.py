"""Where the page of everything that went out stands, and what a sending is called there."""

from collections.abc import Callable
from dataclasses import replace

from pages.parts import offer, sendlog, session
from qme_guide.documents import sending_log_all
from qme_guide.documents.matter import Matter
from qme_guide.rules.outbox import Sent

PLACE, LIST, ANSWER, FOLLOW = "sent", "list", "answer", "follow"


def go(name: str, one: Sent) -> None:
    """Open a step about one sending."""
    session.go(PLACE, (name, one.about, one.line.id))


def what(one: Sent) -> str:
    """Which letter it was."""
    return sending_log_all.what(matter(), one)


def matter() -> Matter:
    """What the log is built from, in the words of the screen: those for a helper where one types."""
    return replace(offer.matter(session.language()), words=session.words())


def sayer(name: str) -> Callable[..., str]:
    """What a log on paper says as "next_...", for the screen. `name`: of that log."""
    everything = name == sending_log_all.NAME

    def say(block: str, **facts: object) -> str:
        kind = block.removeprefix("next_")
        return session.words().say(f"sent.act_{kind}" if everything else f"imr.due_{kind}", **facts)

    return say


def log(one: Sent, wrote: str | None = None) -> sendlog.Log:
    """The log of one sending, as this page opens it; `wrote`: of another letter in the same list."""
    return sendlog.Log(f"sent-{one.about or 'case'}", one.path, (one.line.to,), wrote or one.line.wrote)
