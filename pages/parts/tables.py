"""Photos that also show the table: an offer to cut them all to the sheet of paper, with a way back. Nothing is cut unasked."""

from dataclasses import replace

from pages.parts import leaf_tools, piles, undo
from qme_guide.case import Letter
from qme_guide.leaves import Leaf

# A sheet that covers less of its photo than this leaves so much table that it is worth cutting away.
_SHEET = 0.85


def shown(name: str, letter: Letter) -> tuple[int, ...]:
    """The places (from 0) of photos with a good part of table, where it is clear which part is the sheet."""
    return tuple(at for at, leaf in enumerate(piles.pages(name, letter)) if leaf.crop is None and _covers(name, letter, leaf) < _SHEET)


def offer(name: str, letter: Letter) -> None:
    """The question, and one button for all of them."""
    leaf_tools.for_all(shown(name, letter), ("leaf.table", "leaf.tables"), "leaf.crop_all", _cut, (name, letter))


def _covers(name: str, letter: Letter, leaf: Leaf) -> float:
    """How much of its photo the sheet covers, as a part of the whole; all of it, where that is not clear."""
    box = piles.sheet_in(name, letter, leaf)
    if box is None:
        return 1.0
    left, bottom, right, top = box
    return (right - left) * (top - bottom)


def _cut(name: str, letter: Letter, places: tuple[int, ...]) -> None:
    before, order = piles.standing(name, letter), piles.pages(name, letter)
    cut = (replace(leaf, crop=piles.sheet_in(name, letter, leaf)) if at in places else leaf for at, leaf in enumerate(order))
    piles.arrange(name, letter, piles.kept(name, letter), tuple(cut))
    undo.remember("leaf.cropped", papers=before)
