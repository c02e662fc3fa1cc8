"""The storage of a person's own browser: answers are kept there when the person says so, and only then.

The server asks and the browser does (device.js). Each run tells the browser what to keep, and at times one order more: give
an entry back, forget it, put it back, clear everything. Nothing that the browser tells is trusted. Papers do not travel.
It must not know how a screen looks.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from secrets import token_hex

import streamlit as st

from pages.parts import clients, device_away, device_back, session
from pages.parts.device_heard import Kept, listed
from qme_guide import flow, savefile

WIDGET = "device"
# What this visit remembers of it, whichever case is open; the first two are also read by session.unsaved.
KEYS, TROUBLE, HEARD, ORDER = (f"{WIDGET}.{name}" for name in ("keys", "trouble", "heard", "order"))
WANTED, ASK, WRONG, LATER, FORGOT, MADE = (f"{WIDGET}.{name}" for name in ("wanted", "ask", "wrong", "later", "forgot", "made"))


@cache
def _component() -> Callable[..., object]:
    return st.components.v2.component("device", js=Path(__file__).with_name("device.js").read_text(encoding="utf-8"))


def run() -> None:
    """Tell the browser what to keep and what to do. The last thing that a run of the app does."""
    told = {"keep": _to_keep(), "order": session.held(ORDER), "heard": session.held(HEARD) or {"kept": [], "trouble": ""}, "away": device_away.page(own())}
    _component()(key=WIDGET, data=told, on_said_change=_hear, on_gave_change=_take, on_again_change=_look)


def keeps() -> bool:
    """Whether this case is also kept on the device."""
    return session.case().key in session.held(KEYS, ())


def holds() -> bool:
    """Whether anything lies on the device, of this case or of another one."""
    return keeps() or bool(kept())


def kept() -> list[Kept]:
    """What lies on the device and is not what this visit keeps there, the newest first. Entries that make no sense are left out."""
    return listed(session.held(HEARD))


def own() -> list[str]:
    """The cases on the device that are of this visit, by their keys: what it keeps or brought back, and the one that is open."""
    return sorted({*session.held(KEYS, ()), session.case().key} - {""})


def others() -> list[Kept]:
    """What lies on the device and is of another visit."""
    return [one for one in kept() if one.key not in own()]


def clear(leave_to: str | None, keys: list[str] | None = None) -> None:
    """Let the browser forget what the guide keeps there, all of it or only these cases; then open this address of ours, if there is one."""
    _order("clear", to=leave_to, keys=keys)


def keep() -> None:
    """Keep this case on the device from now on. For a button's `on_click`, as all that follow."""
    if not session.case().key:
        session.answer({"key": token_hex()})
    session.fill(KEYS, {*session.held(KEYS, ()), session.case().key})
    session.fill(FORGOT, None)


def stop() -> None:
    """Do not keep this case on the device any more; what lies there is left alone."""
    session.fill(KEYS, set(session.held(KEYS, ())) - {session.case().key})


def forget(key: str) -> None:
    """Remove a case from the device. It can be undone until the next move; answers that are open stay open."""
    told = next((one for one in kept() if one.key == key), None)
    session.fill(KEYS, set(session.held(KEYS, ())) - {key})
    _order("forget", key=key)
    session.go(WIDGET, None)
    session.fill(FORGOT, (key, told, session.moves()))


def undo() -> None:
    """Put back what `forget` removed."""
    key, *_ = session.held(FORGOT) or ("",)
    session.fill(FORGOT, None)
    _order("back")
    if key == session.case().key:
        keep()


def bring(key: str) -> None:
    """Open a case that lies on the device. It asks first where answers that nobody saved would go."""
    if device_back.loses(key):
        session.fill(ASK, key)
    else:
        take(key)


def take(key: str) -> None:
    """Ask the browser for a case; `_take` opens it when it comes."""
    session.fill(ASK, None)
    session.fill(WRONG, None)
    session.fill(WANTED, key)
    _order("give", key=key)


def later() -> None:
    """Do not ask any more in this visit; its answers stay."""
    session.fill(ASK, None)
    session.fill(LATER, True)
    session.go(WIDGET, None)


def keep_mine() -> None:
    """What is open here replaces what lies on the device of the same case."""
    _order("force", key=session.case().key)
    session.fill(TROUBLE, "")


def _order(what: str, **facts: object) -> None:
    session.fill(ORDER, {"id": token_hex(), "what": what, **facts})


def _to_keep() -> Mapping[str, str] | None:
    """The case as it goes to the device, if it does; made again only when an answer changed. Nobody else's stays here."""
    case, (before, made) = session.case(), session.held(MADE) or (None, None)
    if not (keeps() and flow.started(case)):
        session.fill(MADE, None)
        return None
    if before is not case:
        first_letters = [word[:1].upper() for word in (case.worker.name or "").split()]
        mark = " ".join(f"{one}." for one in first_letters if one.isalpha())
        made = {"key": case.key, "on": session.now().isoformat(timespec="minutes"), "mark": mark, "file": savefile.dump(case).decode()}
        session.fill(MADE, (case, made))
    return made


def _hear() -> None:
    """The browser told what lies there, or what went wrong."""
    said = (session.held(WIDGET) or {}).get("said")
    heard = said if isinstance(said, dict) else {}
    session.fill(HEARD, heard)
    session.fill(TROUBLE, str(heard.get("trouble") or ""))
    # What was brought back changes what lies there: the app runs again at once, and would let go of the word about it.
    if told := session.held(device_back.TOLD):
        session.fill(device_back.TOLD, None)
        session.tell(told)


def _look() -> None:
    """The connection is back: that this runs is all that is needed."""


def _take() -> None:
    """The browser hands over what was asked for. It is read as any file that a person opens."""
    gave = (session.held(WIDGET) or {}).get("gave")
    if isinstance(gave, dict) and gave.get("key") == session.held(WANTED):
        session.fill(WANTED, None)
        wrong = device_back.opened(str(gave.get("file")))
        session.fill(WRONG, wrong)
        if not (wrong or clients.several()):
            keep()
