"""Keeping answers on the person's own device: what is said about it, and its buttons. device_store does it."""

from collections.abc import Callable

import streamlit as st

from pages.parts import clients, clinic_people, device_store, look, session
from pages.parts.device_heard import Kept
from pages.parts.device_store import clear, holds, keeps, others, own, run
from pages.parts.offer import save

__all__ = ["clear", "found", "holds", "offer", "others", "own", "run", "works"]


def works() -> bool:
    """Whether this case is kept on the device, and nothing is in the way of it."""
    return keeps() and not session.held(device_store.TROUBLE)


def offer() -> None:
    """For the page that saves: what keeping on this device means, the switch, and what else lies there."""
    words = session.words()
    look.heading(words.say("device.title"))
    if clients.several():
        look.show(look.paragraph(words.say("device.not_here")))
    elif keeps():
        look.show(look.notice(words.say("device.on"), "done", word=words.say("state.done")) if works() else "")
        look.show(look.notice(words.say("device.warning_on"), "wait"))
        _button("forget", device_store.forget, session.case().key)
    else:
        look.show(look.paragraph(words.say("device.intro")))
        look.show(look.notice(words.say("device.warning"), "wait"))
        if not session.case().sample:
            _button("keep", device_store.keep)
    look.show(look.paragraph(words.say("device.limits")) if not clients.several() else "")
    if listed := device_store.kept():
        look.show(look.paragraph(words.say("device.listed")))
    for one in listed:
        if not (clients.several() and one.key in clinic_people.known()):
            _button("bring", device_store.bring, one.key, where="on_device.listed", label=words.say("device.bring_of", which=_which(one)))
        _button("forget", device_store.forget, one.key, where="on_device.listed", label=words.say("device.forget_of", which=_which(one)))


def found() -> None:
    """Under the bar of every page: what lies on this device, or what went wrong there. Mostly nothing."""
    kept, here = device_store.kept(), session.case().key
    waiting = [one for one in kept if one.key not in {*clinic_people.known(), here}]
    trouble = session.held(device_store.TROUBLE) if keeps() else ""
    forgot, wrong = session.held(device_store.FORGOT), session.held(device_store.WRONG)
    if wrong:
        look.show(look.notice(session.words().say(f"errors.{wrong}"), "stop"))
    if trouble:
        _trouble(str(trouble), next((one for one in kept if one.key == here), None))
    elif session.held(device_store.ASK):
        _replace(str(session.held(device_store.ASK)))
    elif forgot and forgot[-1] == session.moves():
        _, one, _ = forgot
        words = session.words()
        look.show(look.notice(words.say("device.forgotten_of", which=_which(one)) if one else words.say("device.forgotten"), "done"))
        st.button(session.words().say("undo.undo"), key="on_device.undo", on_click=device_store.undo, width="stretch")
    elif waiting and not session.held(device_store.LATER) and not _elsewhere():
        _bring(waiting)


def _elsewhere() -> bool:
    """The page of one person of a sitting is open: what lies there of somebody else is no matter of it."""
    return clients.opened() is not None and session.place("page") != clients.PAGE


def _bring(kept: list[Kept]) -> None:
    """What was kept the last time, to go on with it; in a sitting it comes beside the others."""
    newest, *more = kept
    words, beside = session.words(), bool(clinic_people.known())
    look.show(look.notice(" ".join((_told(newest), *([words.say("device.more")] if more else []), *([words.say("device.beside")] if beside else []))), "next"))
    _button("bring", device_store.bring, newest.key, primary=not beside)
    _button("later", device_store.later)


def _replace(key: str) -> None:
    """The answers of this visit would go: whether to bring the kept ones nevertheless."""
    words = session.words()
    look.show(look.notice(words.say("device.replaces"), "soon"))
    save("device_save")
    _button("bring_yes", device_store.take, key)
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


def _which(one: Kept) -> str:
    """What one of several is called: initials and time; with a number where others say the same."""
    words, alike = session.words(), [other.key for other in device_store.kept() if (other.mark, other.on) == (one.mark, one.on)]
    name = words.say("device.of", mark=one.mark or words.say("device.nameless"), on=one.on)
    return words.say("device.of_several", which=name, number=alike.index(one.key) + 1) if one.key in alike and alike[1:] else name


def _button(name: str, act: Callable[..., None], *args: str, primary: bool = False, where: str = "on_device", label: str = "") -> None:
    # Not "device.": under those names the visit remembers what lies there, also when another case opens.
    key = ".".join((where, name, *args))
    st.button(label or session.words().say(f"device.{name}"), key=key, on_click=act, args=args, type="primary" if primary else "secondary", width="stretch")
