"""Step three and four: what would stand in the way of this request; then the packet, the copy, and the papers beside them."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from pages.parts import advising, ask, letters, lights, look, making, offer, piles, session, uploads, widgets
from pages.parts.making import Recipe
from qme_guide import bundle, fax
from qme_guide.bundle import Enclosed
from qme_guide.case import Letter
from qme_guide.documents.matter import SENT_LANGUAGE
from qme_guide.documents.serving import by_mail
from qme_guide.fields import field
from qme_guide.packet import Progress
from qme_guide.rules.preflight import Light, preflight, ready

PAPERS = ("form", "decision", "certification", "designation", "doctor")


def check(letter: Letter) -> str:
    """The note on the date alone, when it is past and unread; else one question, every light and the way to mend it."""
    if "late-note" in offer.fitting(letter) and not session.place(f"late_noted.{letter.id}"):
        _late(letter)
        return ""
    _asked_before()
    found = _lights(letter)
    lights.show(found)
    lights.buttons(found)
    advising.show(letter, found)
    return "primary" if ready(found) else "secondary"


def get(letter: Letter) -> str:
    """The packet to make and take, once nothing is red; until then the way back to what is missing, and a draft to read."""
    words, found = session.words(), _lights(letter)
    if ready(found):
        _packet(letter)
    else:
        look.show(look.notice(words.say("imr.not_ready"), "stop"))
        st.button(words.say("imr.back_to_check"), key="back_to_check", on_click=session.go, args=("imr", "check"), type="primary", width="stretch")
        _draft(letter)
    look.subheading(words.say("imr.other_papers"))
    if words.language != SENT_LANGUAGE and not session.case().sample and offer.own_words(letter):
        look.show(look.notice(words.say("imr.own_words"), "soon"))
    offer.papers(*offer.fitting(letter), letter=letter)
    return "secondary"


def _lights(letter: Letter) -> tuple[Light, ...]:
    handed = replace(uploads.handed(letter), advised=advising.noted(letter))
    return preflight(session.case(), letter, handed, session.law(), session.today())


def _late(letter: Letter) -> None:
    """For a request after its date: the note that goes with it, and why it goes now, in own words."""
    words, path = session.words(), f"letters.{letters.at()}.late_reason"
    look.show(look.paragraph(words.say("imr.late_help")))
    offer.papers("late-note", letter=letter)
    if ask.screen(path, (path,), optional=True, back=False, on_label=words.say("imr.late_on")):
        if session.case().answer(path):
            session.tell("imr.late_kept")
        session.go(f"late_noted.{letter.id}", True)
        st.rerun()


def _asked_before() -> None:
    """Was a review of the same treatment asked for before? The lights follow the answer at once."""
    path, words = f"letters.{letters.at()}.asked_before", session.words()
    told, before = words.question(path), session.case().answer(path)
    look.subheading(str(told["label"]))
    look.show(look.paragraph(str(told["why"]), soft=True))
    said = widgets.DRAW["choice"](path, field(path), str(told["label"]), str(told.get("hint", "")), before)
    if said and said != before:
        session.answer({path: said})
        st.rerun()


def _packet(letter: Letter) -> None:
    """The packet first, the main button to make it or to take it; then the copy, and the other shapes."""
    words, recipe = session.words(), _recipe("packet", letter)
    if making.ready(recipe, letter) is not None:
        look.show(look.notice(words.say("imr.ready"), "done"))
    else:
        look.show(look.paragraph(words.say("imr.help_packet")))
    making.offer(recipe, letter, "primary")
    look.subheading(words.say("imr.copy_title"))
    look.show(look.paragraph(words.say("imr.help_copy")))
    making.offer(_recipe("copy", letter), letter)
    if by_mail(offer.matter(SENT_LANGUAGE, letter)):
        look.show(look.paragraph(words.say("imr.help_proof")))
        offer.papers("proof-of-service", letter=letter)
    look.subheading(words.say("imr.other_ways"))
    for name in ("fax", "parts"):
        look.show(look.paragraph(words.say(f"imr.help_{name}")))
        making.offer(_recipe(name, letter), letter)


def _draft(letter: Letter) -> None:
    """To read at home, when the form and the decision are there and only answers stand in the way."""
    words = session.words()
    if piles.pages("form", letter) and piles.pages("decision", letter):
        with st.expander(words.say("imr.draft_title")):
            look.show(look.paragraph(words.say("imr.draft_help")))
            making.offer(_recipe("draft", letter), letter)


def _recipe(name: str, letter: Letter) -> Recipe:
    """How one file is made: all are made from the answers, the day and the papers as they lie when it is made."""
    matter, late = offer.matter(SENT_LANGUAGE, letter), "late-note" in offer.fitting(letter)

    def papers() -> Enclosed:
        return Enclosed(*(uploads.files(one, letter) for one in PAPERS), uploads.exhibits(letter), late)

    def whole(tell: Progress) -> bytes:
        return bundle.request_packet(matter, papers(), tell)

    builds: dict[str, tuple[str, Callable[[Progress], bytes]]] = {
        "packet": ("imr-packet.pdf", whole),
        "draft": ("draft-not-ready.pdf", whole),
        "fax": ("imr-packet-fax.pdf", lambda tell: fax.black_and_white(making.ready(_recipe("packet", letter), letter) or whole(tell), tell)),
        "parts": ("imr-packet-parts.zip", lambda tell: bundle.separate(matter, papers(), tell)),
        "copy": ("claims-administrator-copy.pdf", lambda tell: bundle.administrator_packet(matter, uploads.files("form", letter), tell)),
    }
    # The names of the pages tell one order of them from all others; their PDFs are not made before they are needed.
    pages = repr({one: piles.pages(one, letter) for one in uploads.names(letter)})
    inputs = session.case().model_dump_json(), letter.id, session.today().isoformat(), pages
    return Recipe(name, *builds[name], [text.encode() for text in inputs], own=name == "packet")
