"""How the time of an event reads: "about January 2026", "before this: medical care, Monday, April 20, 2026".

Answers and words in, one line out; "about" is always said. The timeline, its chart and every paper tell it this way.
"""

from collections.abc import Sequence
from datetime import date

from qme_guide.answers import SEASONS, UNSURE
from qme_guide.case import Event
from qme_guide.words import Words


def when(event: Event, events: Sequence[Event], words: Words, brief: bool = False) -> str:
    """The time of an event in one line, for a table or to stand alone, as the person said it. brief: days without their weekday.

    events: those that may be shown there (timeline.open_to), so that one told as before or after another names it.
    """
    other = next((one for one in events if one.id == event.beside and one is not event), None) if event.beside else None
    when = told(event.on, "" if event.beside else event.near or "", words, brief)
    if end := told(event.until, "", words, brief):
        when = words.say("table.when.ended", start=when or words.say("table.when.unknown"), end=end)
    if other is None:
        return when or words.say("table.when.unknown")
    near = event.near if event.near in ("before", "after") else "at"
    beside = words.say(f"table.when.{near}_event", event=named(other, words, brief))
    return words.say("table.when.both", when=when, beside=beside) if when else beside


def told(moment: date | str | None, near: str, words: Words, brief: bool = False) -> str:
    """A day, month, season or year with "about", "before" or "after"; nothing when it is not known."""
    if moment is None or moment == UNSURE:
        return ""
    when = words.told(moment, brief)
    if near not in ("about", "before", "after"):
        return when
    return words.say(f"table.when.{near}", of=words.say(f"table.when.of_{_shape(moment)}", when=when))


def named(event: Event, words: Words, brief: bool = False) -> str:
    """An event in a few words: its kind and its own date."""
    kind = words.say(f"table.kind.{event.kind or 'other'}")
    when = told(event.on, event.near or "", words, brief)
    return words.say("table.when.event", kind=kind, when=when) if when else kind


def _shape(moment: date | str) -> str:
    """day, month, year or the season's name: how it joins a sentence."""
    if isinstance(moment, date):
        return "day"
    *_, part = moment.split("-")
    if part in SEASONS:
        return part
    return "month" if "-" in moment else "year"
