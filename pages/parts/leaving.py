"""Erase and leave: asked first where something would be lost; then nothing of the visit is left, here and on the device.

Where our own server runs (deploy/serve.py), a neutral page takes the place of the guide; elsewhere a screen of the guide
stands in for it.
"""

from collections.abc import Callable

import streamlit as st

from pages.parts import clients, clinic_people, device, look, offer, process, session

PLACE, DONE = "erase", "done"


def leave(page: str) -> None:
    """Erase at once when nothing would be lost; else ask first, on this page. For the button in the bar."""
    if clients.unsaved() or device.holds():
        session.go(PLACE, f"ask {page}")
    else:
        erase()


def erase(only_own: bool = False) -> None:
    """Forget everything: what this visit holds in memory, what the address says, what lies on the device; there, `only_own`
    leaves what other visits kept.
    """
    keys = device.own() if only_own else None
    session.erase()
    session.fill("language_chosen", False)
    page = process.neutral_page()
    device.clear(page and f"{page}#{session.language()}", keys)
    session.go(PLACE, DONE)
    # Last, for the app may break off here for the next press.
    st.query_params.clear()


def stands(page: str) -> bool:
    """A screen of leaving is in the place of this page."""
    return session.place(PLACE) in (DONE, f"ask {page}")


def stands_in(page: str, go_home: Callable[[], None]) -> bool:
    """Draw the screen of leaving in the place of this page, if it is its turn."""
    place = session.place(PLACE)
    if place == DONE:
        _erased(go_home)
    elif place == f"ask {page}":
        _ask()
    return stands(page)


def _erased(go_home: Callable[[], None]) -> None:
    words = session.words()
    passage = words.passages["pages/erase_done"]
    look.title(passage.title)
    look.show(look.paragraphs(passage.paragraphs))
    if st.button(words.say("frame.start_again"), key="start_again", type="primary", width="stretch"):
        session.go(PLACE, None)
        go_home()


def _ask() -> None:
    words, others = session.words(), device.others()
    look.title(words.say("device.erase_title" if others else "frame.erase_title"))
    texts = [words.say("frame.erase_text")]
    texts += [words.say("device.erase_others" if others else "device.erase_text")] if device.holds() else []
    texts += [words.say("clinic.erase_all", count=many)] if (many := len(clinic_people.known())) > 1 else []
    look.show(look.paragraphs(texts))
    st.button(words.say("frame.erase_no"), key="erase_no", type="primary", on_click=session.go, args=(PLACE, None), width="stretch")
    offer.save("erase_save")
    if others:
        st.button(words.say("device.erase_own"), key="erase_own", on_click=erase, args=(True,), width="stretch")
    st.button(words.say("device.erase_all" if others else "frame.erase_yes"), key="erase_yes", on_click=erase, width="stretch")
