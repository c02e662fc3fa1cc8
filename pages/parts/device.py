"""Keeping answers on the person's own device: what is said about it, and its buttons. device_store does it."""

from collections.abc import Callable

import streamlit as st

from pages.parts import device_store, look, session
from pages.parts.device_store import Kept, clear, holds, keeps, run
from pages.parts.offer import save

__all__ = ["clear", "found", "holds", "keeps", "offer", "run"]


def offer() -> None:
    """For the page that saves: what keeping on this device means, the switch, and what else lies there."""
    words = session.words()
    look.heading(words.say("device.title"))
    if keeps():
        look.show(look.notice(words.say("device.on"), "done", word=words.say("state.done")))
        _button("forget", device_store.forget, session.case().key)
    else:
        look.show(look.paragraph(words.say("device.intro")))
        look.show(look.notice(words.say("device.warning"), "wait"))
        if not session.case().sample:
            _button("keep", device_store.keep)
    look.show(look.paragraph(words.say("device.limits")))
    for one in device_store.kept():
        look.show(look.paragraph(_told(one)))
        _button("bring", device_store.bring, one.key, where="on_device.listed")
        _button("forget", device_store.forget, one.key, where="on_device.listed")


def found() -> None:
    """Under the bar of every page: what lies on this device, or what went wrong there. Mostly nothing."""
    kept, here = device_store.kept(), session.case().key
    trouble = session.held(device_store.TROUBLE) if keeps() else ""
    forgot, wrong = session.held(device_store.FORGOT), session.held(device_store.WRONG)
    if wrong:
        look.show(look.notice(session.words().say(f"errors.{wrong}"), "stop"))
    if trouble:
        _trouble(str(trouble), next((one for one in kept if one.key == here), None))
    elif session.held(device_store.ASK):
        _replace(str(session.held(device_store.ASK)))
    elif forgot and forgot[-1] == session.moves():
        look.show(look.notice(session.words().say("device.forgotten"), "done"))
        st.button(session.words().say("undo.undo"), key="on_device.undo", on_click=device_store.undo, width="stretch")
    elif kept and not session.held(device_store.LATER):
        _bring(kept)


def _bring(kept: list[Kept]) -> None:
    """What was kept the last time, to go on with it."""
    newest, *more = kept
    words = session.words()
    look.show(look.notice(" ".join((_told(newest), *([words.say("device.more")] if more else []))), "next"))
    _button("bring", device_store.bring, newest.key, primary=True)
    _button("later", device_store.later)


def _replace(key: str) -> None:
    """The answers of this visit would go: whether to bring the kept ones nevertheless."""
    words = session.words()
    look.show(look.notice(words.say("device.replaces"), "soon"))
    save("device_save")
    _button("bring_yes", device_store.bring, key)
    _button("bring_no", device_store.later)


def _trouble(trouble: str, there: Kept | None) -> None:
    """Why nothing is kept at this moment, and what to do."""
    words = session.words()
    if trouble == "other" and there:
        look.show(look.notice(words.say("device.other", on=there.on), "soon"))
        save("device_save")
        _button("bring_other", device_store.take, there.key)
        _button("keep_mine", device_store.keep_mine)
    elif trouble == "gone":
        look.show(look.notice(words.say("device.gone"), "soon"))
        _button("keep", device_store.keep_mine)
        _button("stop", device_store.stop)
    else:
        look.show(look.notice(words.say("device.full" if trouble == "full" else "device.blocked"), "soon"))
        save("device_save")
        _button("stop", device_store.stop)


def _told(one: Kept) -> str:
    words = session.words()
    return words.say("device.found_of", on=one.on, mark=one.mark) if one.mark else words.say("device.found", on=one.on)


def _button(name: str, act: Callable[..., None], *args: str, primary: bool = False, where: str = "on_device") -> None:
    # Not "device.": under those names the visit remembers what lies there, also when another case opens.
    key = ".".join((where, name, *args))
    st.button(session.words().say(f"device.{name}"), key=key, on_click=act, args=args, type="primary" if primary else "secondary", width="stretch")
