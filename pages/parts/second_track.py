"""The second track for one letter: the reasons, the doctor, the sheet to hand over, the day it was handed over.

It decides nothing: which screen comes first follows from what was answered.
"""

from functools import partial

import streamlit as st

from pages.parts import ask, cards, letters, look, offer, reasons, session, show
from qme_guide.case import UNSURE, Doctor, Letter
from qme_guide.rules import imr
from qme_guide.rules import reasons as table

REASONS, WHO, SHEET, TOLD = "reasons", "who", "sheet", "told"
DOCTOR = ("doctor.name", "doctor.clinic", "doctor.phone", "doctor.fax", "doctor.address")


def screen(letter: Letter) -> None:
    """The open screen: where the person went, else the first one with nothing said."""
    case = session.case()
    first = REASONS if letter.reasons is None else WHO if case.doctor == Doctor() else SHEET
    name = session.place(f"doctor.{letter.id}") or first
    if not imr.sent(letter):
        cards.strip(letter)
    {REASONS: _reasons, WHO: _who, SHEET: _sheet, TOLD: _told}[name](letter)


def _go(letter: Letter, name: str) -> None:
    session.go(f"doctor.{letter.id}", name)


def _reasons(letter: Letter) -> None:
    look.show(show.passage("pages/doctor_track"))
    went = reasons.choose(letter)
    if went:
        _go(letter, WHO if went == ask.ON and session.case().doctor == Doctor() else SHEET)
        st.rerun()


def _who(letter: Letter) -> None:
    words = session.words()
    went = ask.screen("doctor", DOCTOR, optional=True, title=words.say("doctor.who"), skip=words.say("ask.skip_it"))
    if went:
        _go(letter, REASONS if went == ask.BACK and session.case().doctor == Doctor() else SHEET)
        st.rerun()


def _told(letter: Letter) -> None:
    """The day on which the doctor got the sheet."""
    path = f"letters.{letters.at()}.doctor_told_on"
    went = ask.screen(path, (path,))
    if went:
        _go(letter, SHEET)
        st.rerun()


def _sheet(letter: Letter) -> None:
    """The sheet first, then what the reasons call for, then the other papers and how other cases ended."""
    words = session.words()
    look.heading(words.say("doctor.sheet_title"))
    look.show(_noted(letter) or look.paragraph(words.say("doctor.sheet_help")), *_asks_more(letter))
    offer.send("doctor-sheet", letter)
    offer.papers("doctor-sheet", letter=letter)
    _button("doctor.change_told" if letter.doctor_told_on else "doctor.note_told", letter, TOLD)
    _button("doctor.change_who" if session.case().doctor != Doctor() else "doctor.add_who", letter, WHO)
    look.heading(words.say("doctor.reasons_title"))
    if not letter.reasons:
        look.show(look.paragraph(words.say("doctor.no_reasons")))
    reasons.show(letter)
    _button("doctor.change_reasons" if letter.reasons else "doctor.add_reasons", letter, REASONS)
    _ways(letter)
    look.heading(words.say("imr.other_papers"))
    offer.papers("clinic-call", "search-card", "call-card", letter=letter)
    show.odds()
    offer.save()


def _noted(letter: Letter) -> str:
    """That the doctor has the sheet, and since when; nothing while nobody said so."""
    words, day = session.words(), letter.doctor_told_on
    if day is None:
        return ""
    said = words.say("doctor.told") if day == UNSURE else words.say("doctor.told_day", day=words.told(day))
    return look.notice(said, "done", word=words.say("state.done"))


def _asks_more(letter: Letter) -> list[str]:
    """What the sheet asks for beyond a better request: what the letter says is missing, and the paper for an urgent review."""
    keys = {"doctor.missing": letter.conditional == "yes", "doctor.urgent": letter.urgent == "yes"}
    return [look.notice(session.words().say(key), "soon") for key, holds in keys.items() if holds]


def _ways(letter: Letter) -> None:
    """To the records, and to the question about the other dispute when the letter speaks of one and nobody said so yet."""
    words = session.words()
    if table.wanted((letter,)):
        offer.step(words.say("doctor.to_records"), "records")
    if table.chosen(letter, table.LIABILITY) and letter.liability_disputed != "yes":
        look.show(look.notice(words.say("doctor.liability"), "soon"))
        if st.button(words.say("doctor.to_liability"), key="to_liability", width="stretch"):
            letters.change("liability_disputed")
            st.switch_page(offer.page("denial"))


def _button(key: str, letter: Letter, name: str) -> None:
    st.button(session.words().say(key), key=key, on_click=partial(_go, letter, name), width="stretch")
