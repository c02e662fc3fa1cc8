"""The timeline as a file of a table: out, and in again with a look at what was understood before anything is added.

The file is read in memory and let go of. What could not be read is told row by row, and nothing is dropped in silence.
"""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from pages.parts import look, private, session, undo, widgets
from pages.parts.event_name import short
from qme_guide import moments, savefile, tables
from qme_guide.case import Event
from qme_guide.rules import timeline

PLACE, SAVED_AS, KIND = "importing", "timeline.csv", "text/csv"


@dataclass(frozen=True)
class Brought:
    """A file that was brought, as long as it has to be read again, and what it holds."""

    data: bytes
    sheet: tables.Sheet


def screen() -> None:
    """What a file holds, while one is brought; else the way out and the way in."""
    brought = session.place(PLACE)
    if brought is None:
        _out()
        _in()
    elif brought.sheet.needs_order:
        _which(brought)
    else:
        _preview(brought.sheet)


def _out() -> None:
    words = session.words()
    look.heading(words.say("timeline.table_out"))
    look.show(look.paragraph(words.say("timeline.table_out_text")))
    if session.case().events:
        events = private.chosen("timeline.table_private")
        build = partial(tables.to_csv, events, words)
        st.download_button(words.say("timeline.table_get"), build, SAVED_AS, KIND, key="table_get", on_click="ignore", width="stretch")
    else:
        look.show(look.paragraph(words.say("timeline.papers_empty"), soft=True))


def _in() -> None:
    words = session.words()
    look.heading(words.say("timeline.table_in"))
    look.show(look.paragraph(words.say("timeline.table_in_text")))
    data = widgets.one_file(f"{PLACE}.field", words.say("timeline.table_field"))
    if data is not None:
        _keep(data, None)
        st.rerun()


def _keep(data: bytes, order: str | None) -> None:
    """Read the file and keep what it holds in this visit."""
    practice = session.law().practice
    large = practice.timeline
    limits = tables.Limits(large.table_rows, large.table_megabytes, practice.first_year, practice.last_year)
    sheet = tables.read_csv(data, order, limits, {one.id for one in session.case().events})
    session.go(PLACE, Brought(data if sheet.needs_order else b"", sheet))


def _which(brought: Brought) -> None:
    """A date such as 3/4/25: which day it is."""
    words, found = session.words(), brought.sheet.needs_order
    days = {"day_first": words.day(found.day_first), "month_first": words.day(found.month_first)}
    look.heading(words.say("timeline.order", text=found.text))
    look.show(look.paragraph(words.say("timeline.order_why"), soft=True))
    for order, day in days.items():
        st.button(day, key=f"order.{order}", on_click=_keep, args=(brought.data, order), width="stretch")
    st.button(words.say("timeline.leave"), key="leave", on_click=_leave, width="stretch")


def _preview(sheet: tables.Sheet) -> None:
    """What was understood and what not; then to add it, or nothing."""
    words, case = session.words(), session.case()
    known = {one.id for one in case.events}
    changed = sum(one.id in known for one in sheet.events)
    look.heading(words.say("timeline.preview"))
    counts = {"new": len(sheet.events) - changed, "changed": changed}
    look.show(*(look.paragraph(words.say(f"timeline.preview_{name}", count=count)) for name, count in counts.items() if count))
    if not sheet.events:
        look.show(look.notice(words.say("timeline.preview_none"), "soon"))
    _lines("timeline.preview_troubles", [_trouble(one) for one in sheet.problems])
    _lines("timeline.preview_doubles", [words.say("timeline.double", row=row, earlier=earlier) for row, earlier in sheet.doubles])
    if sheet.events:
        look.show(look.fold(words.say("timeline.preview_rows"), look.bullets(_read(one, sheet) for one in sheet.events)))
        if problem := _too_much(sheet):
            look.show(look.notice(problem, "stop"))
        else:
            st.button(words.say("timeline.take"), key="take", on_click=_take, args=(sheet,), type="primary", width="stretch")
    st.button(words.say("timeline.leave"), key="leave", on_click=_leave, width="stretch")


def _lines(title: str, lines: list[str]) -> None:
    """A list under its heading: its beginning at once, the rest in a fold."""
    words, most = session.words(), session.law().practice.timeline.events_shown
    if not lines:
        return
    look.subheading(words.say(title, count=len(lines)))
    rest = look.fold(words.say("timeline.preview_more", count=len(lines[most:])), look.bullets(lines[most:])) if lines[most:] else ""
    look.show(look.bullets(lines[:most]), rest)


def _trouble(one: tables.Trouble) -> str:
    """What was not read, and where it stands in the file."""
    words = session.words()
    place = "cell" if one.column else "row" if one.row else "file"
    return words.say(f"timeline.trouble_{place}", row=one.row, column=one.column, problem=tables.trouble_told(one, words))


def _read(one: Event, sheet: tables.Sheet) -> str:
    """An event of the file in one line."""
    words = session.words()
    kind = words.say(f"table.kind.{one.kind or 'other'}")
    return words.say("table.when.event", kind=kind, when=". ".join(filter(None, (moments.when(one, sheet.events, words), one.what and short(one.what)))))


def _too_much(sheet: tables.Sheet) -> str:
    """Why the table cannot be added: too many events, or answers that no file of theirs could be opened with again."""
    words, case, practice = session.words(), session.case(), session.law().practice
    after = timeline.merged(case, sheet.events)
    if len(after) > practice.timeline.table_rows:
        return words.say("timeline.too_many", limit=practice.timeline.table_rows)
    large = len(savefile.dump(case.answers({"events": after}))) > practice.save_file_bytes
    return words.say("timeline.too_large") if large else ""


def _take(sheet: tables.Sheet) -> None:
    """Add what was shown; all of it can be taken back."""
    case = session.case()
    session.answer({"events": timeline.merged(case, sheet.events)})
    _leave()
    session.go("timeline", None)
    undo.remember("timeline.taken", {"events": case.events}, count=len(sheet.events))


def _leave() -> None:
    session.go(PLACE, None)
