"""The papers of a whole clinic at once: each client's packets that are ready and their sheets, behind a cover of their own.

As one ZIP with a folder for each client, or as one PDF to print. No two clients ever share a folder or a sheet of paper.
This module must not know where papers are kept, nor who looks at the board.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from zipfile import ZipFile, ZipInfo

from qme_guide import bundle, packet
from qme_guide.bundle import Enclosed, Exhibit
from qme_guide.case import Case, Letter
from qme_guide.documents.batch_cover import batch_cover
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.counted import counted, requests
from qme_guide.documents.matter import SENT_LANGUAGE, Matter
from qme_guide.documents.names import letter_name
from qme_guide.documents.record_names import listed_name
from qme_guide.enclosures import Files
from qme_guide.law import Law
from qme_guide.packet import Part, Progress, pages_of
from qme_guide.render import pdf
from qme_guide.rules import exam, imr
from qme_guide.rules.preflight import Handed, preflight, ready
from qme_guide.words import HELPING, LANGUAGES, load_words

DATES, CARD = "date-sheet", "appointment-card"
"""Left out where no date of a request was counted, and where no exam is ahead."""
SHEETS = (DATES, CARD, "supervisor-sheet", "hand-off")
_TO = {"supervisor-sheet": "to_office", "hand-off": "to_others"}


@dataclass(frozen=True)
class Packet:
    """A request that is ready: its letter and its papers."""

    letter: Letter
    enclosed: Enclosed


@dataclass(frozen=True)
class Client:
    """A client of the clinic: the number on the board, the answers, the packets that are ready, and names of other papers (catalog)."""

    number: int
    case: Case
    packets: Sequence[Packet] = ()
    papers: Sequence[str] = SHEETS


@dataclass(frozen=True)
class Piece:
    """One finished paper: its file, its title, for whom it is, and its PDF."""

    file: str
    title: str
    to: str
    data: bytes = field(repr=False)


def packets(case: Case, pdfs: Mapping[str, Files], handed: Mapping[str, Handed], law: Law, today: date) -> tuple[Packet, ...]:
    """The requests of this case that are ready to go: none of their lights is red, and they have not gone yet.

    pdfs: the pages of each paper by its key ("form.letter-1", "record.record-2"). handed: by id of the letter, what lies in
    the hand and what the worker said about it; a letter that is not there is not ready.
    """
    waiting = [one for one in case.letters if one.id in handed and not imr.sent(one)]
    return tuple(_packet(case, one, pdfs, law, today) for one in waiting if ready(preflight(case, one, handed[one.id], law, today)))


def all_packets(clients: Sequence[Client], law: Law, today: date, language: str, progress: Progress | None = None) -> bytes:
    """Everything as one ZIP, a folder for each client ("client-02/1-...pdf"), the cover first. language: of the covers, and
    of own papers where the worker's is not one of ours. progress: told after each client; it may raise. Raises PacketError."""
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for done, client in enumerate(clients, start=1):
            for place, piece in enumerate(_pieces(client, law, today, language)):
                archive.writestr(ZipInfo(f"client-{client.number:02d}/{place}-{piece.file}.pdf"), piece.data)
            if progress:
                progress(done, len(clients))
    return file.getvalue()


def to_print(clients: Sequence[Client], law: Law, today: date, language: str, progress: Progress | None = None) -> bytes:
    """The same as one PDF: each paper begins on a sheet of its own, also when both sides are printed. Arguments and errors as there.

    At least one client.
    """
    parts: list[Part] = []
    for done, client in enumerate(clients, start=1):
        parts += [Part(piece.title, piece.data, inner=at > 0) for at, piece in enumerate(_pieces(client, law, today, language))]
        if progress:
            progress(done, len(clients))
    return packet.stacked(parts, load_words(language).letter("batch-cover", "all" if clients[1:] else "title"), language)


def _pieces(client: Client, law: Law, today: date, language: str) -> list[Piece]:
    """A client's papers behind their cover."""
    matter = Matter(client.case, None, law, load_words(language, HELPING), today)
    found = [*_packed(client, matter), *_sheets(client, matter)]
    lines = [(piece.title, piece.to, len(pages_of(piece.data))) for piece in found]
    cover = batch_cover(matter, client.number, lines, bool(client.packets))
    return [Piece("cover", f"{cover.title}: {client.number}", "to_office", pdf.render(cover)), *found]


def _packed(client: Client, matter: Matter) -> Iterator[Piece]:
    """Each request, and its copy for the claims administrator."""
    say = matter.sayer("batch-cover")
    for one in client.packets:
        sent = Matter(client.case, one.letter, matter.law, load_words(SENT_LANGUAGE), matter.today)
        yield Piece(f"request-{one.letter.id}", say("packet", paper=letter_name(one.letter, matter.words)), "to_reviewer", bundle.request_packet(sent, one.enclosed))
        yield Piece(f"copy-{one.letter.id}", say("copy"), "to_administrator", bundle.administrator_packet(sent, one.enclosed.form))


def _sheets(client: Client, matter: Matter) -> Iterator[Piece]:
    """The other papers: what goes to others in English, the worker's own in the worker's language."""
    reads = client.case.worker.language
    own = reads if reads in LANGUAGES else matter.words.language
    letter = next(iter(client.case.letters), None)
    for name in client.papers:
        if (name == DATES and not requests(matter)) or (name == CARD and exam.all_over(client.case, matter.today)):
            continue
        paper = PAPERS[name]
        words = load_words(SENT_LANGUAGE if paper.sent else own)
        made = paper.made(Matter(client.case, letter, matter.law, words, matter.today))
        yield Piece(name, matter.words.say(f"paper.{name}"), _TO.get(name, "to_others" if paper.sent else "to_worker"), pdf.render(made))


def _packet(case: Case, letter: Letter, pdfs: Mapping[str, Files], law: Law, today: date) -> Packet:
    words = load_words(SENT_LANGUAGE)
    asked = {"form": True, "decision": True, "doctor": True, "certification": letter.urgent == "yes", "designation": letter.signer == "other"}
    papers = {name: pdfs.get(f"{name}.{letter.id}", ()) if needed else () for name, needed in asked.items()}
    have = [(one, pdfs.get(f"record.{one.id}", ())) for one in case.records if one.state == "have"]
    exhibits = tuple(Exhibit(listed_name(one, words), files, one) for one, files in have if files)
    found = counted(letter, Matter(case, letter, law, words, today))
    return Packet(letter, Enclosed(**papers, exhibits=exhibits, with_late_note=bool(found and found.first.safe and found.first.safe < today)))
