"""What a file of the person's own holds, and how it is made: the answers, the papers if they are wanted, a lock if there is one.

It draws nothing. A worker's own copy of a paper is such a file too: it carries the answers and says so on every page.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from pages.parts import piles, session
from qme_guide import carry, flow, savefile, travel, vault
from qme_guide.case import Case
from qme_guide.documents.document import Document
from qme_guide.documents.own_copy import own_copy, own_mark
from qme_guide.own_packet import own_packet
from qme_guide.render import RENDERERS
from qme_guide.savefile import Kept, Saved

PDF = ".pdf"
Build = Callable[[], bytes]
# In the file papers are written as letters (base64), which are more than the bytes they stand for.
_SAMPLE = bytes(999)
_GROWTH = len(b64encode(_SAMPLE)) / len(_SAMPLE)


def answers(papers: Sequence[Kept] = ()) -> bytes:
    """The answers as they are now, with these papers, as a file that opens again."""
    return answering(papers)()


def answering(papers: Sequence[Kept] = ()) -> Build:
    """The same, to be made when it is pressed: the visit cannot be asked then any more."""
    return partial(savefile.dump, session.case(), session.today(), session.language(), papers)


def limits() -> travel.Limits:
    """The largest file that is opened again."""
    return travel.limits(session.law().practice)


def weight(papers: Sequence[Kept]) -> int:
    """How many bytes these papers add to a file, nearly."""
    return round(sum(len(file.data) for one in papers for file in one.files) * _GROWTH)


def sealed(file: bytes, passphrase: str) -> bytes:
    """The file, closed with a passphrase that nobody keeps."""
    return vault.seal(file, passphrase)


def in_pdf(document: Callable[[], Document], file: Build) -> Build:
    """The worker's own copy of a paper, to be made when it is pressed: a PDF that holds this file of answers, and says so on every page."""
    words = session.words()
    return lambda: carry.carry(RENDERERS[PDF](own_copy(document(), words)), file())


def packet(made: bytes) -> Build:
    """The same of a finished packet."""
    words, file = session.words(), answering()
    return lambda: carry.carry(own_packet(made, own_mark(words), words.language), file())


def name(what: str, ending: str) -> str:
    """What a file of "answers", or of the case in "brief", is saved as: in the language that is spoken, with the day, and of nobody."""
    return f"{session.words().say(f'keeping.file_{what}')}-{session.today().isoformat()}.{ending}"


def can_carry() -> bool:
    """There are answers to take along, and they are the person's own."""
    return flow.started(session.case()) and not session.case().sample


def in_no_file() -> bool:
    """No file of the person holds the answers of now; what only the device holds can be forgotten there."""
    return session.case() not in (session.held("saved_case"), *session.held("taken", ()))


def taken(build: Build, papers: Mapping[str, object] = MappingProxyType({})) -> Build:
    """The same file; when it is made, the answers of now, and these papers, are in the person's hands."""
    notes = [session.taker("taken", session.case()), *([session.taker("taken_papers", papers)] if papers else [])]

    def made() -> bytes:
        file = build()
        for note in notes:
            note()
        return file

    return made


def bring(found: Saved, renamed: dict[str, str]) -> None:
    """Take over the papers of a file; what is here of a paper stays before what the file adds to it."""
    piles.bring(Kept(_called(one.paper, renamed), one.files, one.order) for one in found.papers)


def _called(paper: str, renamed: dict[str, str]) -> str:
    """The name of a paper, when what it belongs to is called otherwise here."""
    kind, _, owner = paper.partition(".")
    return f"{kind}.{renamed.get(owner, owner)}"


def empty(case: Case) -> bool:
    """Nothing that a file could replace: nothing was told, or only the example is open."""
    return case.sample or not flow.started(case)
