"""What an event of the timeline is called on the screens: its kind and its date, else how its words begin."""

from pages.parts import session
from qme_guide import moments
from qme_guide.case import Event


def called(event: Event) -> str:
    """The name of an event: its kind and its date; without a date, its kind and how its words begin."""
    words, name = session.words(), moments.named(event, session.words())
    if moments.told(event.on, "", words) or not event.what:
        return name
    return words.say("table.when.event", kind=name, when=short(event.what))


def short(text: str) -> str:
    """The beginning of a long text, for a list: no longer than our own introduction."""
    line, most = " ".join(text.split()), len(session.words().say("timeline.intro"))
    return line if len(line) <= most else f"{line[:most]}…"
