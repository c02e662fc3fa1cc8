"""The worker's own blank PDF of QME Form 105: what we could fill in for certain, each page to look at, and the file.

It lives in this visit only. What stays as it was is listed, for the pen.
"""

import base64

import streamlit as st

from pages.parts import look, session, undo, widgets
from qme_guide import acroform
from qme_guide.acroform import Filled
from qme_guide.documents.matter import SENT_LANGUAGE
from qme_guide.papers import Limits, Problem
from qme_guide.pictures import picture
from qme_guide.rules.start import exact
from qme_guide.words import load_words

PLACE, PAGE, WRONG = "own_form", "own_form.page", "own_form.wrong"
KEPT = "form-105.pdf"


def screen() -> None:
    """A place for the file; then what was filled in, the pages, the file to take along."""
    words, kept = session.words(), session.place(PLACE)
    look.subheading(words.say("panel.own_title"))
    undo.offer("panel")
    if kept is None:
        look.show(look.paragraph(words.say("panel.own_help")))
        if problem := session.place(WRONG):
            look.show(look.notice(words.say(f"errors.{problem.key}", **problem.facts), "stop"))
        _field()
        return
    found = _filled(kept)
    if isinstance(found, Problem):
        _drop(found)
        st.rerun()
    _told(found)
    _pages(found)
    st.download_button(words.say("panel.own_get"), found.pdf, KEPT, "application/pdf", key="own_get", on_click="ignore", width="stretch")
    st.button(words.say("panel.own_drop"), key="own_drop", on_click=_remove, width="stretch")


def _field() -> None:
    """The field for the file. A copy stays in this visit."""
    data = widgets.one_file(f"{PLACE}.field", session.words().say("panel.own_field"))
    if data is not None:
        session.note(WRONG, None)
        session.note(PLACE, (data, None, None))
        st.rerun()


def _remove() -> None:
    """Let go of the file; it can come back."""
    places = {PLACE: session.place(PLACE), PAGE: session.place(PAGE, 0)}
    _drop()
    undo.remember("panel.own_dropped", places=places)


def _drop(problem: Problem | None = None) -> None:
    """Let go of the file; with what was wrong with it."""
    session.note(PLACE, None)
    session.note(PAGE, 0)
    session.note(WRONG, problem)


def _filled(kept: tuple[bytes, dict[str, str] | None, Filled | Problem | None]) -> Filled | Problem:
    """The form with the answers as they are now; made anew only when an answer changed."""
    data, before, found = kept
    if (now := answers()) != before:
        large = session.law().practice.uploads
        found = acroform.filled(data, now, Limits(large.megabytes, large.pages, large.megapixels, large.unpacked_megabytes))
        session.note(PLACE, (data, now, found))
    return found


def answers() -> dict[str, str]:
    """What may go into the form, by meaning; the form is read in English, so a day is written in English."""
    case, english = session.case(), load_words(SENT_LANGUAGE)
    day = exact(case.claim.injured_on)
    said = {
        "name": case.worker.name,
        "address": case.worker.address,
        "phone": case.worker.phone,
        "claim_number": case.claim.number,
        "injured_on": english.day(day).partition(", ")[-1] if day else None,
        "employer": case.claim.employer,
        "claims_administrator": case.claim.claims_administrator,
        "administrator_address": case.claim.administrator_address,
        "specialty": case.panel_form.specialty,
        "code": case.panel_form.code,
    }
    return {meaning: text for meaning, text in said.items() if text}


def _told(found: Filled) -> None:
    """What was filled in with which answer, and what was left."""
    words = session.words()
    if found.named is False:
        look.show(look.notice(words.say("panel.own_other"), "soon"))
    if found.matched:
        look.show(look.paragraph(words.say("panel.own_filled")), *(look.quote(f"{one.name}: {text}") for one, text in found.matched))
    else:
        look.show(look.notice(words.say("panel.own_none"), "soon"))
    if found.left:
        look.show(look.fold(words.say("panel.own_left", count=len(found.left)), *map(look.quote, found.left)))
    look.show(look.paragraph(words.say("panel.own_check")))


def _pages(found: Filled) -> None:
    """One page as a picture, and the way to the next and the one before."""
    words, at = session.words(), min(session.place(PAGE, 0), found.pages - 1)
    says = words.say("leaf.place", page=at + 1, pages=found.pages)
    look.show(look.paragraph(f"**{says}**"))
    if found.pages > 1:
        st.button(words.say("leaf.before"), key="own.before", on_click=session.note, args=(PAGE, at - 1), disabled=not at)
        st.button(words.say("leaf.after"), key="own.after", on_click=session.note, args=(PAGE, at + 1), disabled=at + 1 == found.pages)
    look.show(look.image(f"data:image/jpeg;base64,{base64.b64encode(picture(found.pdf, at)).decode()}", says, words.say("leaf.move_picture")))
