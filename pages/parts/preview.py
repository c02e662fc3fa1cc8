"""The pages of a paper as pictures, the way they will be sent: turned and cut as the person said.

One is shown large, and the ones around it in a row, very small, so that their order can be seen. Only the small ones are
kept, for they are drawn again and again.
"""

import base64

from pages.parts import look, piles, session
from pages.parts.piles import Files
from qme_guide.case import Letter
from qme_guide.leaves import Leaf, Leaves, sheets
from qme_guide.pictures import picture

# Of 72 dots an inch; and so many pages around the one that is shown.
_LARGE, _SMALL = 1.5, 0.18
_MOST, _BEFORE = 11, 4


def show(leaf: Leaf, files: Files, says: str, hint: str = "") -> None:
    """The page on the screen. `says`: what it is, in words. With a `hint` it is large, and moves sideways on a phone."""
    look.show(look.image(_address(_drawn(leaf, files, _LARGE)), says, hint))


def row(name: str, letter: Letter, order: Leaves, at: int) -> None:
    """The pages around this one, each with its number; nothing for a paper of one page."""
    if not order[1:]:
        return
    first = max(0, min(at - _BEFORE, len(order) - _MOST))
    numbered = range(first, len(order))[:_MOST]
    says = session.words().say("leaf.row")
    look.show(look.pictures([(_address(_kept(name, letter, order[one])), str(one + 1)) for one in numbered], at - first, says))


def _kept(name: str, letter: Letter, leaf: Leaf) -> bytes:
    """A page as a very small picture, drawn once."""
    place = piles.SMALL + piles.key(name, letter)
    drawn = session.papers().get(place, {})
    if leaf not in drawn:
        drawn = {**drawn, leaf: _drawn(leaf, piles.kept(name, letter), _SMALL)}
        session.keep_paper(place, drawn)
    return drawn[leaf]


def _address(jpeg: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}"


def _drawn(leaf: Leaf, files: Files, scale: float) -> bytes:
    uploads = {one.id: one for one in files}
    if leaf.turn or leaf.crop:
        return picture(sheets((leaf,), uploads), 0, scale)
    return picture(uploads[leaf.paper].data, leaf.page, scale)
