"""Whatever is added, turned, moved and taken out: every page left is sent once, upright, in its order; nothing else is."""

import io
import random
from zipfile import ZipFile

import pytest

from qme_guide import bundle, fax, leaves, packet
from qme_guide.bundle import Enclosed, Exhibit
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.papers import Upload, check
from qme_guide.words import load_words
from tests.hostile import SECRET
from tests.marks import any_file, read, secrets_in
from tests.personas import TODAY, TWO_TRACKS
from tests.sweeps import some_of

PAPERS = ("form", "decision", "certification", "designation", "doctor")
LAW = load_law()
MATTER = Matter(TWO_TRACKS, TWO_TRACKS.letters[0], LAW, load_words("en"), TODAY)


class Pile:
    """A paper as a person puts it together, and the numbers that must be on its pages."""

    def __init__(self, chance: random.Random, first: int, most: int) -> None:
        self.files: dict[str, Upload] = {}
        self.order: leaves.Leaves = ()
        self.numbers: list[int] = []
        for _ in range(chance.randint(1, 3)):
            numbers = list(range(first + len(self.numbers), first + len(self.numbers) + chance.randint(1, most)))
            lies = [chance.randrange(4) for _ in numbers]
            found = check("", any_file(chance, numbers, lies), LAW.practice.uploads)
            assert isinstance(found, Upload), found
            self.files[found.id] = found
            self.order += tuple(_upright(leaf, lie) for leaf, lie in zip(leaves.leaves(found), lies, strict=True))
            self.numbers += numbers
        for _ in range(chance.randint(0, 6)):
            self._change(chance)

    def _change(self, chance: random.Random) -> None:
        at, to = chance.randrange(len(self.order)), chance.randrange(len(self.order))
        if chance.random() < 0.3 and self.order[1:]:
            self.order = leaves.without(self.order, at)
            del self.numbers[at]
        else:
            self.order = leaves.moved(self.order, at, to)
            self.numbers.insert(to, self.numbers.pop(at))

    def pdf(self) -> bytes:
        return leaves.sheets(self.order, self.files)


def _upright(leaf: leaves.Leaf, lies: int) -> leaves.Leaf:
    """As a person turns it by hand until it is right."""
    for _ in range(lies):
        leaf = leaves.turned(leaf)
    return leaf


def goes_through(seed: int, most: int) -> None:
    chance = random.Random(seed)
    piles = {name: Pile(chance, 500 * at, most) for at, name in enumerate(PAPERS)}
    records = [Pile(chance, 2500 + 500 * at, most) for at in range(chance.randint(0, 3))]
    papers = {name: [pile.pdf()] for name, pile in piles.items()}
    exhibits = [Exhibit("", [pile.pdf()]) for pile in records]
    expected = [number for pile in (*piles.values(), *records) for number in pile.numbers]

    whole = bundle.request_packet(MATTER, Enclosed(**papers, exhibits=exhibits))
    assert _marks(whole) == expected
    assert _marks(fax.black_and_white(whole)) == expected
    with ZipFile(io.BytesIO(bundle.separate(MATTER, Enclosed(**papers, exhibits=exhibits)))) as archive:
        apart = [archive.read(name) for name in archive.namelist()]
        assert not any(info.comment or info.extra for info in archive.infolist()) and not archive.comment
    assert [number for part in apart for number in _marks(part)] == expected
    copy = bundle.administrator_packet(MATTER, papers["form"])
    assert _marks(copy) == piles["form"].numbers
    for made in (whole, copy, *apart):
        assert not secrets_in(made)


def _marks(pdf: bytes) -> list[int]:
    return [number for number in read(pdf) if number is not None]


@pytest.mark.parametrize("seed", some_of((0, 1, 2, 7), [7]))
def test_every_page_left_is_sent_once_upright_and_in_order_and_nothing_else(seed):
    goes_through(seed, most=2)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_the_same_holds_for_many_more_pages(seed):
    goes_through(seed, most=9)


def test_the_marks_see_a_page_that_lies_wrong_and_what_a_file_hides():
    """The tests above can fail."""
    chance = random.Random(7)
    lying = check("", any_file(chance, (5, 6), (0, 1)), LAW.practice.uploads)
    with pytest.raises(AssertionError, match="upright|read"):
        read(lying.data)
    assert {SECRET, "/JS", "/EmbeddedFile"} <= secrets_in(any_file(chance, (5, 6), (0, 0)))
    twice = leaves.sheets(leaves.leaves(lying)[:1] * 2, {lying.id: lying})
    assert _marks(packet.build([packet.Part("", twice)], packet.Stamp("", "{page}", "", "en"))) == [5, 5]
