"""What is kept of each paper: its files, the order of its pages, and how they look.

Everything lies in memory. How the pages look takes long to find out, so it is kept beside the files and goes when they
go. Papers belong to one letter; the records belong to the person, so every letter shares them. This module draws nothing
and knows no words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pages.parts import session
from qme_guide import leaves, looks
from qme_guide.case import Letter
from qme_guide.copyist import Box
from qme_guide.leaves import Leaf, Leaves
from qme_guide.looks import Look
from qme_guide.papers import Upload
from qme_guide.travel import Kept, joined

FORM, DECISION, CERTIFICATION, DESIGNATION, DOCTOR = "form", "decision", "certification", "designation", "doctor"
RECORD = "record."
# The State's form of a request to correct facts in a report (QME Form 37).
FORM37 = "form37"
# Files that were made for this letter are kept beside the papers, under this word.
MADE = "made."
# What was found out about photos, and the small pictures of pages.
EDGES, SMALL = "edges.", "small."
# Under which words all that belongs to one paper is kept, each with the key of the paper behind it.
_WORDS = ("", "leaves.", "looks.", EDGES, SMALL)
# What the person says beside the pages of a paper; it holds for these pages and no others.
ASKED = {FORM: ("signed", "filled", "matches"), DECISION: ("complete",)}
Files = tuple[Upload, ...]


def key(name: str, letter: Letter) -> str:
    """Under which word a paper is kept. `name`: one of the five above, or RECORD and the id of a record."""
    return name if name.startswith(RECORD) else f"{name}.{letter.id}"


def kept(name: str, letter: Letter) -> Files:
    """The files of one paper, as they came."""
    return session.papers().get(key(name, letter), ())


def pages(name: str, letter: Letter) -> Leaves:
    """The pages of one paper, in the order they will be sent."""
    ordered = session.papers().get(f"leaves.{key(name, letter)}")
    return of(kept(name, letter)) if ordered is None else ordered


def of(files: Files) -> Leaves:
    """Every page of these files, as they came."""
    return tuple(leaf for one in files for leaf in leaves.leaves(one))


def source(name: str, letter: Letter, leaf: Leaf) -> Upload:
    """The file that a page comes from."""
    return next(one for one in kept(name, letter) if one.id == leaf.paper)


def elsewhere(name: str, letter: Letter) -> tuple[int, int]:
    """How many bytes and how many pages all other papers of this visit have."""
    papers = session.papers()
    others = {one: held for one, held in papers.items() if one != key(name, letter) and _is_pile(held)}
    size = sum(len(file.data) for held in others.values() for file in held)
    return size, sum(len(papers.get(f"leaves.{one}", of(held))) for one, held in others.items())


def arrange(name: str, letter: Letter, files: Files, order: Leaves) -> None:
    """Keep these pages in this order, and of the files those that they come from."""
    paper, used = key(name, letter), {leaf.paper for leaf in order}
    drop_made("" if name.startswith(RECORD) else f".{letter.id}")
    if order:
        session.keep_paper(paper, tuple(one for one in files if one.id in used))
        session.keep_paper(f"leaves.{paper}", order)
    else:
        _forget(paper)


def remove_record(record: str) -> Mapping[str, object]:
    """Let go of all pages of the record with this id; gives back what was kept of it, so that it can come back."""
    paper, papers = RECORD + record, session.papers()
    drop_made()
    _forget(paper)
    return {word + paper: papers[word + paper] for word in _WORDS if word + paper in papers}


def drop_made(ending: str = "") -> None:
    """Let go of the files that were made (of one letter, report or exam, by the ending of its name): a page that was taken out must not stay in one of them."""
    for made in session.papers():
        if made.startswith(MADE) and made.endswith(ending):
            session.drop_paper(made)


def shown(name: str, letter: Letter) -> frozenset[Leaf]:
    """What of the pages can be seen, whatever their order and turn: an answer about them holds as long as this does."""
    return frozenset(replace(leaf, turn=0) for leaf in pages(name, letter))


def _forget(paper: str) -> None:
    """Let go of all that is kept of a paper, by its key."""
    for word in _WORDS:
        session.drop_paper(word + paper)


def everything() -> tuple[Kept, ...]:
    """Every paper of this visit, as a file of the person's own can hold it."""
    papers = session.papers()
    return tuple(Kept(name, held, papers.get(f"leaves.{name}", of(held))) for name, held in papers.items() if _is_pile(held))


def bring(papers: Iterable[Kept]) -> None:
    """Take over papers of a file. Pages of a paper that is here already come after its own, each page once."""
    for one in papers:
        here = {kept.paper: kept for kept in everything()}.get(one.paper)
        both = joined(here, one) if here else one
        session.keep_paper(one.paper, both.files)
        session.keep_paper(f"leaves.{one.paper}", both.order)


def _is_pile(held: object) -> bool:
    return isinstance(held, tuple) and isinstance(held[0], Upload)


def standing(name: str, letter: Letter) -> Mapping[str, object]:
    """A paper's files and order by the ids they are kept under, so that a change can be taken back."""
    paper = key(name, letter)
    return {paper: kept(name, letter), f"leaves.{paper}": pages(name, letter)}


def looked(name: str, letter: Letter) -> tuple[Look, ...]:
    """How each page looks, in the order they will be sent."""
    for _ in looking(name, letter):
        pass
    found = _looks(name, letter)
    return tuple(found[leaf.paper][leaf.page] for leaf in pages(name, letter))


def unseen(name: str, letter: Letter) -> int:
    """How many pages nobody looked at yet."""
    return sum(one.pages for one in kept(name, letter) if one.id not in _looks(name, letter))


def looking(name: str, letter: Letter) -> Iterator[None]:
    """Look at the pages that nobody looked at yet, one at each step, and keep how they look."""
    for file in kept(name, letter):
        if file.id not in _looks(name, letter):
            found: list[Look] = []
            for look in looks.each_look(file.data):
                found.append(look)
                yield
            if file.kind == "image":
                edges = leaves.crop_to_page(file, *leaves.leaves(file))
                session.keep_paper(EDGES + key(name, letter), {**_edges(name, letter), file.id: edges})
            session.keep_paper(f"looks.{key(name, letter)}", {**_looks(name, letter), file.id: tuple(found)})


def sheet_in(name: str, letter: Letter, leaf: Leaf) -> Box | None:
    """The part of a photo that is the sheet of paper, once it was looked at; None when it is not clear, or no photo."""
    return _edges(name, letter).get(leaf.paper)


def _edges(name: str, letter: Letter) -> Mapping[str, Box | None]:
    """Where the sheet is in each photo, by the file's id, as far as they were looked at."""
    return session.papers().get(EDGES + key(name, letter), {})


def _looks(name: str, letter: Letter) -> Mapping[str, tuple[Look, ...]]:
    """How the pages of each file look, by the file's id, as far as they were looked at."""
    return session.papers().get(f"looks.{key(name, letter)}", {})


def pdf(name: str, letter: Letter) -> bytes:
    """The pages of a paper in their order, as one PDF, made anew each time. There is at least one page."""
    order, files = pages(name, letter), kept(name, letter)
    return files[0].data if order == of(files[:1]) else leaves.sheets(order, {one.id: one for one in files})
