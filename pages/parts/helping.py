"""Whose case is open, on every page: a band in the two colours of the case, with its letters and the person's name.

For a helper, who must not mix two people up, and must not forget that the person decides. It must not know any rule.
"""

from html import escape

import streamlit as st

from pages.parts import look, offer, session
from qme_guide.case import Case
from qme_guide.sign import sign
from qme_guide.words import Words

YES = "yes"


def helps() -> bool:
    """Somebody other than the worker types."""
    return session.case().helper.helping == YES


def offer_start() -> None:
    """The way to begin to help; not for who does already: the band leads there."""
    if not helps():
        offer.step(session.words().say("helping.start"), "helping")


def stripe(case: Case, words: Words) -> str:
    """The sign of a case as HTML: its two colours, its letters, and both in words for who does not see colours."""
    beside = session.held("sitting.people", {})
    drawn = beside[case.key].sign if case.key in beside else sign(case.key)
    told = words.say("helping.sign", letters=drawn.letters, first=words.say(f"helping.colour_{drawn.first}"), second=words.say(f"helping.colour_{drawn.second}"))
    return f'<span class="sign {drawn.first}-first {drawn.second}-second"><span aria-hidden="true">{drawn.letters}</span><span class="unseen">{look.words(told)}</span></span>'


def named(case: Case, words: Words) -> str:
    """Whose case it is, as HTML: the name exactly as it was typed, or that it is not written yet, and the claim number, where it is known."""
    name, number = case.worker.name or "", case.claim.number
    claim = f'<p class="soft claim">{look.words(words.say("helping.claim"))} <bdi>{escape(number)}</bdi></p>' if number else ""
    return f'<div>{look.own(name) if name else f"""<p class="soft">{look.words(words.say("helping.unnamed"))}</p>"""}{claim}</div>'


def band(always: bool = False) -> None:
    """The band under the bar, for a helper; `always`: also where nobody said that somebody helps (several cases at once)."""
    case, words = session.case(), session.words()
    if not (always or helps()):
        return
    with st.container(key="band", horizontal=True, vertical_alignment="center", gap="small"):
        look.show(f'<div class="whose" role="group" aria-label="{look.words(words.say("helping.whose"))}">{stripe(case, words)}{named(case, words)}</div>')
        if always and st.button(words.say("clinic.to_all"), key="band_all", type="tertiary"):
            st.switch_page(offer.page("clinic"))
        if helps() and not always and st.button(words.say("helping.open"), key="band_open", type="tertiary"):
            st.switch_page(offer.page("helping"))
    if helps() and case.helper.agreed != YES and session.place("page") != "helping":
        look.show(look.notice(words.say("helping.ask_first"), "soon"))
