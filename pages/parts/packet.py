"""Step three: what is still missing and the way back to it, else the packet and the copy; then the papers beside them."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from pages.parts import ask, letters, look, offer, session, uploads
from qme_guide import bundle
from qme_guide.case import Letter
from qme_guide.documents.matter import SENT_LANGUAGE, Matter

Files = tuple[bytes, ...]


def missing(letter: Letter) -> dict[str, str]:
    """What the packet still needs, and the step where it is added or said."""
    form, decision = (uploads.kept(name, letter) for name in ("form", "decision"))
    blank = uploads.without_form(letter)
    needs = {
        ("blank", "sign"): blank,
        ("signed", "sign"): not blank and not uploads.said("signed", letter),
        ("form", "add"): not blank and not form,
        ("decision", "add"): not decision,
        ("complete", "add"): decision and not uploads.said("complete", letter),
    }
    return {name: step for (name, step), lacks in needs.items() if lacks}


def get(letter: Letter) -> None:
    """The packet and the other papers of this letter; for a request after its date, first the reason in own words."""
    words, names = session.words(), offer.fitting(letter)
    path = f"letters.{letters.at()}.late_reason"
    if "late-note" in names and ask.screen(path, (path,), optional=True, back=False):
        session.tell("imr.late_kept")
        st.rerun()
    lacks = missing(letter)
    if lacks:
        _lacks(lacks)
    else:
        _ready(letter)
    look.subheading(words.say("imr.other_papers"))
    if words.language != SENT_LANGUAGE and not session.case().sample and offer.own_words(letter):
        look.show(look.notice(words.say("imr.own_words"), "soon"))
    offer.papers(*names, letter=letter)


def _lacks(lacks: dict[str, str]) -> None:
    """A row for each missing thing, and a button to each step where something is missing."""
    words = session.words()
    look.show(look.road(look.Row(words.say("imr.missing"), "soon", words.say(f"imr.need_{name}")) for name in lacks))
    first, *others = dict.fromkeys(lacks.values())
    st.button(words.say("imr.back_to_missing"), on_click=session.go, args=("imr", first), type="primary", width="stretch")
    for step in others:
        title = words.say(f"imr.{step}_title")
        st.button(words.say("imr.back_to", step=title), on_click=session.go, args=("imr", step), width="stretch")


def _ready(letter: Letter) -> None:
    """The packet and the copy, to download."""
    words = session.words()
    look.show(look.notice(words.say("imr.ready"), "done"))
    if not session.case().claim.number:
        look.show(look.notice(words.say("imr.no_number"), "soon"))
        if st.button(words.say("imr.add_number"), width="stretch"):
            letters.change("claim")
            st.switch_page(offer.page("denial"))
    form, decision = (_files(name, letter) for name in ("form", "decision"))
    matter = offer.matter(SENT_LANGUAGE, letter)
    _download("packet", partial(_whole, matter, form, decision, certification(letter)), "imr-packet.pdf", "primary")
    _download("copy", partial(bundle.administrator_packet, matter, form), "claims-administrator-copy.pdf", "secondary")


def certification(letter: Letter) -> Files:
    """The doctor's signed paper, as long as the letter is said to be urgent; a changed answer leaves it out."""
    return _files("certification", letter) if letter.urgent == uploads.YES else ()


def _files(name: str, letter: Letter) -> Files:
    return tuple(one.data for one in uploads.kept(name, letter))


def _whole(matter: Matter, form: Files, decision: Files, certified: Files) -> bytes:
    return bundle.request_packet(matter, form, decision, certified, "late-note" in offer.fitting(matter.letter))


def _download(label: str, build: Callable[[], bytes], name: str, kind: str) -> None:
    words = session.words()
    st.download_button(words.say(f"imr.{label}"), build, name, offer.FORMATS["pdf"], type=kind, on_click="ignore", width="stretch")
