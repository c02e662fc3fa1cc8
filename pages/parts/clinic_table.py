"""All people of a sitting at one glance, a line for each: a table where there is room, which stacks on a phone.

It only shows; the way into a case stands below, in the card of each person. What a line says is found by the board.
"""

from collections.abc import Iterable
from html import escape

from pages.parts import clinic_people, helping, look, session
from pages.parts.clinic_client import Client
from qme_guide.board import BoardRow

# A person, their row, and its tags as HTML.
Line = tuple[Client, BoardRow, str]


def table(lines: Iterable[Line]) -> str:
    """The table as HTML."""
    words = session.words()
    names = [words.say(f"clinic.column_{name}") for name in ("who", "day", "state")]
    head = "".join(f'<th scope="col">{look.words(name)}</th>' for name in names)
    body = "".join(_line(names, *line) for line in lines)
    return f'<table class="people"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def no_day(found: BoardRow) -> str:
    """What stands in the place of a day: a paper without its date, nobody asked yet, or none."""
    words = session.words()
    unknown = "clinic.day_unknown" if found.unknown else "board.no_day"
    return words.say("board.undated" if found.undated else unknown)


def _line(names: list[str], one: Client, found: BoardRow, tags: str) -> str:
    """Who it is, the day, and what stands out."""
    words = session.words()
    day = words.day(found.day) if found.day else no_day(found)
    who = f'<div class="whose">{helping.stripe(one.case, words)}<span dir="auto">{escape(clinic_people.numbered(one))}</span></div>'
    _, *rest = names
    cells = "".join(f'<td data-label="{escape(name)}">{cell}</td>' for name, cell in zip(rest, (look.words(day), tags), strict=True))
    return f'<tr><th scope="row">{who}</th>{cells}</tr>'
