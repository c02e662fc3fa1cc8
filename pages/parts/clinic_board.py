"""The board: one row for each person of the sitting, the most urgent first, with the way into the case.

What stands in a row is found by the board (`qme_guide.board`); here it is only shown. The order and the minutes are our own.
"""

from datetime import timedelta

import streamlit as st

from pages.parts import clients, clinic_batch, clinic_filter, clinic_language, clinic_people, clinic_table, look, offer, session, undo, when
from pages.parts.clinic_client import Client
from pages.parts.markdown import typed
from qme_guide.board import BoardRow, row
from qme_guide.tables import board

# Of a row in sight; the rest is folded. The second lot stands in the fold where the screen is narrow.
_FIRST, _WIDE = ("step",), ("missing", "flag")
_MINUTE = timedelta(minutes=1)


def rows() -> tuple[tuple[Client, BoardRow], ...]:
    """Everybody with their row, the most urgent first; where that is equal, in the order they came."""
    found = [(one, row(one.case, session.law(), session.today(), clinic_people.with_pages(one))) for one in clients.open_cases().values()]
    return tuple(sorted(found, key=lambda pair: pair[-1].urgency))


def show() -> None:
    """The rows that the filter wants. The first one has the main button of the screen."""
    words, everybody = session.words(), rows()
    _stale()
    if not everybody:
        look.show(look.paragraph(words.say("clinic.nobody")))
        return
    look.heading(words.say("clinic.board_title"))
    wanted = clinic_filter.wanted([found for _, found in everybody])
    shown = [(one, found) for one, found in everybody if found in wanted]
    if len(shown) < len(everybody):
        clinic_filter.offer_all(len(shown), len(everybody))
    if shown[1:]:
        look.show(clinic_table.table((one, found, _marks(one, found)) for one, found in shown))
    for at, (one, found) in enumerate(shown):
        with st.container(key=f"card-client-{one.number}"):
            _row(one, found, "secondary" if at or clinic_people.asked() else "primary", alone=not shown[1:])
    look.show(look.paragraph(words.say("clinic.estimate"), soft=True))


def _stale() -> None:
    """An old copy of the guide, on a stick for example, may count with numbers that are no longer checked."""
    words, due = session.words(), min(clock.check_by for clock in session.law().clocks.values())
    if due < session.today():
        look.show(look.notice(words.passages["pages/stale"].body.format(check_by=words.day(due)), "soon"))


def _row(one: Client, found: BoardRow, kind: str, alone: bool) -> None:
    """Who it is and the way into the case, side by side with the rest, which is folded; on a phone that is all of a row."""
    words, name = session.words(), typed(clinic_people.called(one))
    first, more, rest = (clinic_people.pairs(part) for part in _told(one, found))
    look.show(_head(one, found), first, f'<div class="large-screen">{more}</div>' if more else "")
    is_open = one.key == clients.opened()
    with st.container(key=f"ways-{one.number}"):
        if st.button(words.say("clinic.go_on" if is_open else "clinic.open", name=name), key=f"clinic.open.{one.number}", type=kind, width="stretch"):
            st.switch_page(offer.page(clients.switch(one.key)))
        with st.expander(words.say("clinic.rest", name=name), expanded=alone):
            look.show(f'<div class="small-screen">{more}</div>' if more else "", rest)
            clinic_language.ask(one)
            _leaving(one, found)
            st.button(words.say("clinic.remove", name=name), key=f"clinic.remove.{one.number}", type="tertiary", on_click=_remove, args=(one.key,))


def _head(one: Client, found: BoardRow) -> str:
    """Who it is, in the colours of the case, and what stands out; the day where a phone has no room for the table."""
    day = f'<p class="small-screen">{look.words(session.words().day(found.day))}</p>' if found.day else ""
    return f'<div class="who">{clinic_people.who(one)}{day}<p class="tags">{_marks(one, found)}</p></div>'


def _marks(one: Client, found: BoardRow) -> str:
    """How near the soonest day is, and what stands out, as tags."""
    words = session.words()
    marks = [_near(found)]
    marks += [look.tag(words.say("clinic.row_flag"), "stop")] if found.flags else []
    marks += [look.tag(words.say("clinic.is_open"), "done")] if one.key == clients.opened() else []
    marks += [look.tag(words.say("clinic.sample"), "soon")] if found.sample else []
    marks += [look.tag(words.say("clinic.not_saved"), "wait")] if one.unsaved else []
    return " ".join(marks)


def _near(found: BoardRow) -> str:
    """How near the soonest day is."""
    words = session.words()
    if found.day is None:
        return look.tag(words.say("clinic.ask"), "soon") if found.unknown else look.tag(words.say("clinic.no_day"), "done")
    word = when.near(found.day, "soon") if found.left >= 0 else words.say("clinic.past")
    soon = found.left <= session.law().practice.clinic.soon_days
    return look.tag(word, "stop" if found.left <= 0 else "soon" if soon else "next")


def _told(one: Client, found: BoardRow) -> list[list[tuple[str, str]]]:
    """The next step; then what is missing for it and what the supervisor looks at; then the rest: the day, the language. Each
    with its name."""
    words = session.words()
    about = board.what(found, words)
    day = words.say("clinic.day", day=found.day, about=about) if found.day else clinic_table.no_day(found)
    step = words.say(f"road.{found.step}") if found.step else words.say("board.no_step")
    told = {
        "day": day,
        "step": words.say("clinic.step", step=step, minutes=found.minutes) if found.minutes else step,
        "missing": "; ".join(words.say(f"board.missing.{name}") for name in found.missing),
        "flag": "; ".join(words.say(f"board.flag.{name}") for name in found.flags),
        "language": clinic_language.told(one, found),
        "time": _time(one),
    }
    parts = (_FIRST, _WIDE, [name for name in told if name not in (*_FIRST, *_WIDE)])
    return [[(words.say(f"clinic.row_{name}"), told[name]) for name in part if told[name]] for part in parts]


def _time(one: Client) -> str:
    """How long the case was open here, and what is left of a visit; nothing before it was opened."""
    visit, used = session.law().practice.clinic.visit_minutes, one.used_until(session.now()) // _MINUTE
    if not (used or one.since):
        return ""
    return session.words().say("clinic.time_left" if used < visit else "clinic.time_over", used=used, left=visit - used, visit=visit)


def _leaving(one: Client, found: BoardRow) -> None:
    """What nobody leaves without, and the papers to print for it."""
    words = session.words()
    look.show(look.paragraph(f"**{words.say('clinic.leave_with')}**"), look.bullets(words.say(f"clinic.leave.{name}") for name in _leaves_with(found)))
    clinic_batch.one(one)


def _leaves_with(found: BoardRow) -> list[str]:
    """What nobody leaves without: what the road gives, the date, the supervisor's look, the own file."""
    road = f"road_{found.road}"
    return [*(["date"] if found.day else []), road, *(["missing"] if found.missing else []), "sheet", "file", *(["calls"] if found.flags else [])]


def _remove(key: str) -> None:
    """Take somebody off the list, once; what was made of their papers goes too, also what was made for everybody."""
    if key not in clients.open_cases():
        return
    before = clients.drop(key)
    session.forget_places(clinic_batch.PLACE)
    session.go("clinic", None)
    undo.remember("clinic.removed", places={clinic_people.BACK: before}, name=clinic_people.called(before))
