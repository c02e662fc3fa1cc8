"""One page of a paper as a picture, the way it will be sent: turned and cut as the person said. It keeps nothing."""

import base64

from pages.parts import look
from pages.parts.piles import Files
from qme_guide.leaves import Leaf, sheets
from qme_guide.pictures import picture


def show(leaf: Leaf, files: Files, says: str, hint: str = "") -> None:
    """The page on the screen. `says`: what it is, in words. With a `hint` it is large, and moves sideways on a phone."""
    look.show(look.image(f"data:image/jpeg;base64,{base64.b64encode(_drawn(leaf, files)).decode()}", says, hint))


def _drawn(leaf: Leaf, files: Files) -> bytes:
    uploads = {one.id: one for one in files}
    if leaf.turn or leaf.crop:
        return picture(sheets((leaf,), uploads), 0)
    return picture(uploads[leaf.paper].data, leaf.page)
