"""Papers from the person's phone or computer: add, look, remove; then the packet made of them. In memory only."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from pages.parts import ask, letters, look, offer, preview, session
from qme_guide import bundle, papers
from qme_guide.case import Letter
from qme_guide.documents.matter import SENT_LANGUAGE, Matter

YES, NO = "yes", "no"
PAPERS, CONFIRMED = ("form", "decision"), ("signed", "complete")


def choose_letter() -> None:
    """Which letter this page is about, when there are several."""
    known, words = session.case().letters, session.words()
    if known[1:]:
        numbers = range(len(known))
        chosen = st.radio(words.say("imr.choose"), numbers, index=letters.at(), format_func=lambda at: words.paper(known[at].id), horizontal=True)
        if chosen != letters.at():
            letters.choose(chosen)
            st.rerun()


def confirm(name: str, letter: Letter) -> bool:
    """A yes or no about the papers in the person's hand. It is the person's word; software cannot see a signature."""
    words, key = session.words(), f"{name}.{letter.id}"
    said = session.place(key)
    answer = st.radio(
        words.say(f"imr.{name}"),
        (YES, NO),
        index=(YES, NO).index(said) if said else None,
        key=f"confirm.{key}",
        format_func=lambda value: words.choice("triage.danger", value),
        horizontal=True,
    )
    session.note(key, answer)
    return answer == YES


def add(name: str, letter: Letter) -> papers.Upload | None:
    """One paper: an uploader, a kind word when the file cannot be used, and what is kept."""
    words, key = session.words(), f"{name}.{letter.id}"
    kept = session.papers().get(key)
    if kept:
        return _kept(key, kept)
    limits = session.law().practice.uploads
    look.show(look.paragraph(words.say("imr.upload_help"), soft=True))
    file = st.file_uploader(words.say(f"imr.{name}"), key=f"upload.{key}.{session.place('uploads', 0)}")
    if file:
        found = papers.check(file.name, file.getvalue(), papers.Limits(**limits.model_dump()))
        if isinstance(found, papers.Problem):
            look.show(look.notice(words.say(f"errors.{found.key}", **found.facts), "stop"))
            return None
        session.keep_paper(key, found)
        st.rerun()
    return None


def _kept(key: str, kept: papers.Upload) -> papers.Upload:
    words = session.words()
    name = words.say(f"imr.{key.partition('.')[0]}")
    said = words.say("imr.pages", name=name, pages=kept.pages) if kept.pages > 1 else words.say("imr.one_page", name=name)
    look.show(look.notice(said, "done"))
    preview.pages(key, kept)
    st.button(words.say("imr.remove", name=name), key=f"drop.{key}", on_click=_drop, args=(key,), width="stretch")
    return kept


def _drop(key: str) -> None:
    session.drop_paper(key)
    session.go("uploads", session.place("uploads", 0) + 1)


def get(letter: Letter) -> None:
    """The packet and the other papers of this letter; for a request after its date, first the reason in own words."""
    words, names = session.words(), offer.fitting(letter)
    path = f"letters.{letters.at()}.late_reason"
    if "late-note" in names and ask.screen(path, (path,), optional=True, back=False):
        session.tell("imr.late_kept")
        st.rerun()
    if words.language != SENT_LANGUAGE and offer.own_words(letter):
        look.show(look.notice(words.say("imr.own_words"), "soon"))
    packet(letter)
    look.subheading(words.say("imr.other_papers"))
    offer.papers(*names, letter=letter)


def packet(letter: Letter) -> None:
    """What is still missing, or the packet and the copy."""
    words = session.words()
    kept = {name: session.papers().get(f"{name}.{letter.id}") for name in PAPERS}
    missing = [words.say(f"imr.{name}") for name, paper in kept.items() if not paper]
    missing += [words.say(f"imr.need_{name}") for name in CONFIRMED if session.place(f"{name}.{letter.id}") != YES]
    if missing:
        stop = words.say("state.stop")
        look.show(look.road(look.Row(stop, "stop", words.say("imr.need", what=what)) for what in missing))
        return
    look.show(look.notice(words.say("imr.ready"), "done"))
    if not session.case().claim.number:
        look.show(look.notice(words.say("imr.no_number"), "soon"))
        if st.button(words.say("imr.add_number"), width="stretch"):
            letters.change("claim")
            st.switch_page(offer.page("denial"))
    form, decision = (kept[name].data for name in PAPERS)
    matter = offer.matter(SENT_LANGUAGE, letter)
    whole = partial(_whole, matter, form, decision)
    copy = partial(bundle.administrator_packet, matter, form)
    _download("packet", whole, "imr-packet.pdf", "primary")
    _download("copy", copy, "claims-administrator-copy.pdf", "secondary")


def _whole(matter: Matter, form: bytes, decision: bytes) -> bytes:
    return bundle.request_packet(matter, form, decision, "late-note" in offer.fitting(matter.letter))


def _download(label: str, build: Callable[[], bytes], name: str, kind: str) -> None:
    words = session.words()
    st.download_button(words.say(f"imr.{label}"), build, name, offer.FORMATS["pdf"], type=kind, on_click="ignore", width="stretch")
