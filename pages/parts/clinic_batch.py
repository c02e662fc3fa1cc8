"""The papers of everybody at once: every packet that is ready, the sheets, and a cover for each person, to print or as a ZIP.

What was made stays in memory with a digest of all it was made from; a changed answer or paper makes it stale. A press
elsewhere while it is made only stops the making.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

import streamlit as st

from pages.parts import advising, clients, clinic_people, look, making, piles, session, uploads
from pages.parts.clinic_client import Client
from qme_guide import batch
from qme_guide.enclosures import Files
from qme_guide.packet import PacketError

# Where what was made lies.
PLACE = "clinic.made_"
_MAKES: Mapping[str, tuple[str, Callable[..., bytes]]] = {"print": ("clinic-papers.pdf", batch.to_print), "zip": ("clinic-papers.zip", batch.all_packets)}


def show(everybody: Sequence[Client]) -> None:
    """The buttons that make the papers of all, and what was made."""
    words = session.words()
    look.subheading(words.say("clinic.batch_title"))
    look.show(look.paragraph(words.say("clinic.batch_help")))
    for name in _MAKES:
        _offer(name, everybody, name)


def one(client: Client) -> None:
    """The same for one person, to print."""
    _offer("print", [client], f"one_{client.number}")


def _offer(name: str, everybody: Sequence[Client], called: str) -> None:
    """One shape of it: to make, or to take. called: tells it from the others."""
    words, place, digest, (file, _) = session.words(), f"{PLACE}{called}", _digest(everybody), _MAKES[name]
    made = session.place(place)
    if made and made.digest != digest:
        session.note(place, None)
    elif made:
        label = words.say("clinic.take_one" if called != name else f"clinic.take_{name}", size=making.size(made.data))
        st.download_button(label, made.data, file, making.TYPES[file[file.rindex(".") :]], key=f"clinic.take_{called}", on_click="ignore", width="stretch")
        return
    if session.place(f"{place}.failed") == digest:
        look.show(look.notice(words.say("imr.make_failed"), "stop"))
    if st.button(words.say("clinic.make_one" if called != name else f"clinic.make_{name}"), key=f"clinic.make_{called}", width="stretch"):
        _make(name, everybody, place, digest)
        st.rerun()


def _make(name: str, everybody: Sequence[Client], place: str, digest: str) -> None:
    words, (_, build) = session.words(), _MAKES[name]
    bar = st.progress(0.0, words.say("imr.making_begins"))

    def tell(done: int, total: int) -> None:
        bar.progress(min(done / max(total, 1), 1.0), words.say("clinic.making", done=done, all=total))

    session.note(f"{place}.failed", None)
    try:
        folders = [batch.Client(one.number, one.case, _ready(one)) for one in everybody]
        session.note(place, making.Made(digest, build(folders, session.law(), session.today(), words.language, tell)))
    except PacketError:
        session.note(f"{place}.failed", digest)


def _ready(one: Client) -> tuple[batch.Packet, ...]:
    """The requests of one person that nothing stands in the way of, with their papers."""
    with clients.as_if(one.key):
        letters = one.case.letters
        handed = {letter.id: replace(uploads.handed(letter), advised=advising.noted(letter)) for letter in letters}
        pdfs: dict[str, Files] = {piles.key(name, letter): uploads.files(name, letter) for letter in letters for name in uploads.names(letter)}
    return batch.packets(one.case, pdfs, handed, session.law(), session.today())


def _digest(everybody: Sequence[Client]) -> str:
    """One mark for all that goes in: the answers, the pages in their order, what was said beside them, the day, the language."""
    said = [(one.number, one.case.model_dump_json(), [(paper.paper, paper.order) for paper in clinic_people.papers(one)], _beside(one)) for one in everybody]
    return blake2b(repr((said, session.today(), session.words().language)).encode()).hexdigest()


def _beside(one: Client) -> list[tuple[str, str]]:
    """What the person said about pages and lights."""
    return sorted((name, repr(value)) for name, value in one.state.items() if name.startswith("place."))
