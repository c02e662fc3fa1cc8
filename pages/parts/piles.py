"""What is kept of each paper: its files, the order of its pages, how they look, and the PDF made of them.

Everything lies in memory. What takes long to make is kept beside the files and goes when they go. Papers belong to one
letter; the records belong to the person, so every letter shares them. This module draws nothing and knows no words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pages.parts import session
from qme_guide import leaves, looks
from qme_guide.case import Letter
from qme_guide.leaves import Leaf, Leaves
from qme_guide.looks import Look
from qme_guide.papers import Upload

FORM, DECISION, CERTIFICATION, DESIGNATION, DOCTOR = "form", "decision", "certification", "designation", "doctor"
RECORD = "record."
# What the person says beside the pages of a paper; it holds for these pages and no others.
ASKED = {FORM: ("signed", "filled", "matches"), DECISION: ("complete",)}
_MADE = ("looks.", "arranged.")
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


def arrange(name: str, letter: Letter, files: Files, order: Leaves) -> None:
    """Keep these pages in this order, and of the files those that they come from."""
    paper, used = key(name, letter), {leaf.paper for leaf in order}
    session.drop_paper(f"arranged.{paper}")
    if order:
        session.keep_paper(paper, tuple(one for one in files if one.id in used))
        session.keep_paper(f"leaves.{paper}", order)
    else:
        _forget(paper)


def shown(name: str, letter: Letter) -> frozenset[Leaf]:
    """What of the pages can be seen, whatever their order and turn: an answer about them holds as long as this does."""
    return frozenset(replace(leaf, turn=0) for leaf in pages(name, letter))


def _forget(paper: str) -> None:
    """Let go of all that is kept of a paper, by its key."""
    for word in ("", "leaves.", *_MADE):
        session.drop_paper(word + paper)


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
            session.keep_paper(f"looks.{key(name, letter)}", {**_looks(name, letter), file.id: tuple(found)})


def _looks(name: str, letter: Letter) -> Mapping[str, tuple[Look, ...]]:
    """How the pages of each file look, by the file's id, as far as they were looked at."""
    return session.papers().get(f"looks.{key(name, letter)}", {})


def pdf(name: str, letter: Letter) -> bytes:
    """The pages of a paper in their order, as one PDF. There is at least one page."""
    order, files, paper = pages(name, letter), kept(name, letter), f"arranged.{key(name, letter)}"
    if order == of(files[:1]):
        return files[0].data
    made = session.papers().get(paper)
    if made is None or made[0] != order:
        made = order, leaves.sheets(order, {one.id: one for one in files})
        session.keep_paper(paper, made)
    return made[1]

