"""Making a file that takes a while: a button, a bar while it is made, then the file with its size.

What was made is kept in memory with a digest of all it was made from. A changed answer or paper makes it stale, and it
is let go. A press elsewhere while it is made only stops the making: nothing half made is kept.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import streamlit as st

from pages.parts import keeping, look, piles, session, uploads
from qme_guide.bundle import Files
from qme_guide.case import Letter, Record
from qme_guide.packet import PacketError, Progress

MEGABYTE = 1_000_000
ZIP, PDF = ".zip", ".pdf"
TYPES = {ZIP: "application/zip", PDF: "application/pdf"}


@dataclass(frozen=True)
class Made:
    """A finished file, and the digest of what it was made from."""

    digest: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Recipe:
    """A file that can be made. name: of its labels and its place in memory. file: what it is saved as.

    build: makes it, and tells its progress after each page. inputs: all that it is made from. own: the person is offered a
    copy of it that carries the answers.
    """

    name: str
    file: str
    build: Callable[[Progress], bytes]
    inputs: Sequence[bytes]
    own: bool = True


def of_records(name: str, file: str, holder: Letter, records: Sequence[Record], build: Callable[[Mapping[str, Files], Progress], bytes]) -> Recipe:
    """A file with the pages of records behind a letter, from the answers, the day and the pages as they lie when it is made.

    holder: whose pages they are. build: makes it from the PDFs of each record, by its id.
    """
    papers = {one.id: piles.RECORD + one.id for one in records}

    def made(tell: Progress) -> bytes:
        return build({one: uploads.files(paper, holder) for one, paper in papers.items()}, tell)

    pages = repr({one: piles.pages(paper, holder) for one, paper in papers.items()})
    inputs = session.case().model_dump_json(), holder.id, session.today().isoformat(), pages
    return Recipe(name, file, made, [text.encode() for text in inputs])


def offer(recipe: Recipe, letter: Letter, kind: str = "secondary") -> bytes | None:
    """The button that makes a file, or the file that was made, to download. Gives back the file that is there."""
    words, made = session.words(), ready(recipe, letter)
    key = f"{recipe.name}.{letter.id}"
    if made is not None:
        label = words.say(f"imr.made_{recipe.name}", size=size(made))
        st.download_button(label, made, recipe.file, TYPES[recipe.file[recipe.file.rindex(".") :]], key=f"take.{key}", type=kind, on_click="ignore", width="stretch")
        if recipe.own and keeping.can_carry():
            _own(recipe, key, made)
        return made
    if session.place(f"make_failed.{key}") == _digest(recipe):
        look.show(look.notice(words.say("imr.make_failed"), "stop"))
    if st.button(words.say(f"imr.make_{recipe.name}"), key=f"make.{key}", type=kind, width="stretch"):
        _make(recipe, letter)
        st.rerun()
    return None


def _own(recipe: Recipe, key: str, made: bytes) -> None:
    """The same sheets as the person's own copy: each says that it is not for sending, and the answers are in the file."""
    words = session.words()
    build, name = keeping.taken(keeping.packet(made)), words.say(f"file.{recipe.file.removesuffix(PDF)}")
    st.download_button(words.say("offer.own_packet"), build, f"{words.say('file.own')}{name}{PDF}", TYPES[PDF], key=f"own.{key}", on_click="ignore", width="stretch")
    look.show(look.paragraph(words.say("offer.own_packet_help"), soft=True))


def ready(recipe: Recipe, letter: Letter) -> bytes | None:
    """The file, when it was made from exactly these inputs; one that is stale is let go."""
    place = _place(recipe, letter)
    made = session.papers().get(place)
    if made and made.digest != _digest(recipe):
        session.drop_paper(place)
        return None
    return made.data if made else None


def size(data: bytes) -> str:
    """How large a file is, in megabytes, never less than a tenth of one."""
    return size_of(len(data))


def size_of(count: int) -> str:
    """The same of so many bytes."""
    return f"{max(count / MEGABYTE, 0.1):.1f} MB"


def _make(recipe: Recipe, letter: Letter) -> None:
    words, failed = session.words(), f"make_failed.{recipe.name}.{letter.id}"
    bar = st.progress(0.0, words.say("imr.making_begins"))

    def tell(done: int, total: int) -> None:
        bar.progress(min(done / max(total, 1), 1.0), words.say("imr.making", page=done, pages=total))

    session.note(failed, None)
    try:
        data = recipe.build(tell)
    except PacketError:
        session.note(failed, _digest(recipe))
        return
    session.keep_paper(_place(recipe, letter), Made(_digest(recipe), data))


def _place(recipe: Recipe, letter: Letter) -> str:
    return f"{piles.MADE}{recipe.name}.{letter.id}"


def _digest(recipe: Recipe) -> str:
    """One mark for all that goes in; lengths stand between, so that no two orders give the same."""
    mark = blake2b()
    for part in recipe.inputs:
        mark.update(f"{len(part)}:".encode())
        mark.update(part)
    return mark.hexdigest()
