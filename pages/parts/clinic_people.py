"""The people of a sitting in words: what each is called, the sign of the case, and how papers of a file are laid out."""

from collections.abc import Iterable, Mapping
from html import escape
from secrets import token_hex

from pages.parts import clients, helping, look, session
from pages.parts.clinic_client import Client, laid
from qme_guide import merge
from qme_guide.case import Case, Helper
from qme_guide.papers import Upload
from qme_guide.savefile import Kept, Saved
from qme_guide.travel import joined as joined_paper

# Where somebody waits who was let go of a moment ago, as long as it can be taken back.
BACK = "clinic.back"
# The files that wait for an answer.
WAITING = "clinic.waiting"


def known() -> Mapping[str, Client]:
    """Everybody of the sitting, if there is one: a case that is open alone does not begin one by being looked for."""
    return clients.open_cases() if session.held("sitting.people") or session.place("page") == clients.PAGE else {}


def called(one: Client) -> str:
    """What a person is called: as they were typed, or by their number."""
    return one.case.worker.name or session.words().say("board.client", number=one.number)


def who(one: Client) -> str:
    """The sign of the case, and the number and name of the person, as HTML."""
    return f'<div class="whose">{helping.stripe(one.case, session.words())}<h3 dir="auto">{escape(numbered(one))}</h3></div>'


def numbered(one: Client) -> str:
    """The name of a person and the number that stands on their papers, as plain text."""
    name = one.case.worker.name
    return session.words().say("board.client_named", number=one.number, name=name) if name else called(one)


def file_name(one: Client) -> str:
    """What the file of a person is called: by number and the letters of the sign, never by name."""
    return f"{one.number:02d}-{one.sign.letters}"


def somebody_new() -> Case:
    """An empty case with the helper of the one that is open: who helps, in which part, from where. Not whether the person agrees."""
    now = session.case().helper
    return Case(key=token_hex(), helper=Helper(helping="yes", role=now.role, name=now.name, office=now.office))


def asked() -> bool:
    """Files wait for an answer, which comes first on the screen."""
    return bool(session.place(WAITING))


def pairs(told: Iterable[tuple[str, str]]) -> str:
    """Short facts, each with its name in front of it; nothing without any."""
    lines = "".join(f"<div><dt>{look.words(name)}</dt><dd>{look.words(text)}</dd></div>" for name, text in told)
    return f'<dl class="pairs">{lines}</dl>' if lines else ""


def take_back() -> None:
    """Somebody who was let go of, or changed by a file, is there again as before, when the helper asked for it."""
    if isinstance(one := session.place(BACK), Client):
        session.note(BACK, None)
        clients.put_back(one)


def with_pages(one: Client) -> tuple[str, ...]:
    """The papers of a person that lie there with pages, as the board names them."""
    return tuple(kept.paper for kept in papers(one))


def papers(one: Client) -> tuple[Kept, ...]:
    """The papers of a person as a file keeps them."""
    files = {name: held for name, held in one.papers.items() if isinstance(held, tuple) and held and isinstance(held[0], Upload)}
    return tuple(Kept(name, held, one.papers[f"leaves.{name}"]) for name, held in files.items() if one.papers.get(f"leaves.{name}"))


def joined(before: Client, theirs: Saved) -> Mapping[str, object]:
    """The papers of a person and those of a file of theirs, under the ids of the case both make together; no page is lost."""
    ids, here = merge.renamed(before.case, theirs.case), {one.paper: one for one in papers(before)}
    named = [Kept(f"{kind}.{ids.get(owner, owner)}", one.files, one.order) for one in theirs.papers for kind, _, owner in [one.paper.partition(".")]]
    return {**before.papers, **laid(joined_paper(here[one.paper], one) if one.paper in here else one for one in named)}
