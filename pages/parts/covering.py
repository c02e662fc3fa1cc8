"""Pages with words under a dark box: an offer to put a picture of each page in its place, so that nobody can read them.

Nothing is changed unasked, and it can be taken back. The file as it came stays in the person's hands only.
"""

from collections.abc import Mapping

from pages.parts import leaf_tools, piles, taking, undo
from qme_guide import papers
from qme_guide.case import Letter
from qme_guide.leaves import Leaf
from qme_guide.papers import Upload
from qme_guide.pictures import picture

# 200 of 72 dots an inch: as sharp as a photo of a page is kept.
_SCALE = 200.0 / 72.0


def shown(name: str, letter: Letter) -> tuple[int, ...]:
    """The places (from 0) of pages with words under a dark box."""
    return tuple(at for at, seen in enumerate(piles.looked(name, letter)) if seen.covered)


def offer(name: str, letter: Letter) -> None:
    """What is the matter, and one button for all of these pages."""
    leaf_tools.for_all(shown(name, letter), ("leaf.covered_page", "leaf.covered_pages"), "leaf.cover_all", _picture_all, (name, letter))


def _picture_all(name: str, letter: Letter, places: tuple[int, ...]) -> None:
    before, order = piles.standing(name, letter), piles.pages(name, letter)
    new = {at: _pictured(name, letter, order[at]) for at in places}
    done = {at: one for at, one in new.items() if isinstance(one, Upload)}
    files = (*piles.kept(name, letter), *{one.id: one for one in done.values()}.values())
    piles.arrange(name, letter, files, tuple(_placed(leaf, at, done) for at, leaf in enumerate(order)))
    undo.remember("leaf.uncovered", papers=before)


def _pictured(name: str, letter: Letter, leaf: Leaf) -> Upload | papers.Problem:
    """A page as a photo of it, upright as it came."""
    return papers.check("", picture(piles.source(name, letter, leaf).data, leaf.page, _SCALE), taking.limits())


def _placed(leaf: Leaf, at: int, done: Mapping[int, Upload]) -> Leaf:
    return Leaf(done[at].id, 0, leaf.turn) if at in done else leaf
